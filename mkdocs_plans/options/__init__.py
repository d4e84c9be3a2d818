"""The options of mkdocs.yml, checked: plain YAML values to `Settings`, with every mistake named.

One table, `READERS`, holds a reader for each option. A reader takes the value as YAML gave it and returns the value
that `Settings` wants, or raises `OptionError`. MkDocs' configuration and the command line share it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mkdocs_plans.options.records import (
    default_mount,
    folders,
    rules,
    sections,
    slugify,
    sources,
    statuses,
)
from mkdocs_plans.options.values import OptionError, boolean, count, did_you_mean, named, one_of, place, text, texts
from mkdocs_plans.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["READERS", "OptionError", "default_mount", "parse", "slugify"]


def parse(options: Mapping[str, object]) -> Settings:
    """Check all options.

    Raises:
        OptionError: with all mistakes, each one beginning with the option's name.
    """
    values: dict[str, Any] = {}
    mistakes: list[str] = []
    for name, value in options.items():
        if name not in READERS:
            mistakes.append(f"{name}: {no_such_option(name)}")
        elif value is not None:
            try:
                values[name] = READERS[name](value)
            except OptionError as error:
                mistakes.extend(f"{name}: {mistake}" for mistake in error.mistakes)
    if mistakes:
        raise OptionError(mistakes)
    mistakes = _collisions(values)
    if mistakes:
        raise OptionError(mistakes)
    return Settings(**values)


def no_such_option(name: str) -> str:
    """What is wrong with an option that there is not."""
    return f"there is no such option{did_you_mean(name, READERS)}"


def _collisions(values: Mapping[str, Any]) -> list[str]:
    """Two of our own pages at one place."""
    settings = Settings()
    index, board = (values.get(name, getattr(settings, name)) for name in ("index", "board"))
    return [f'board: index and board are both "{board}"; give one another place'] if board and index == board else []


READERS: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {
        "include": texts,
        "exclude": texts,
        "sources": sources,
        "index": place(".md"),
        "board": place(".md"),
        "export": place(".json"),
        "nav": one_of("auto", "all", "none"),
        "template": text,
        "sections": sections,
        "statuses": statuses,
        "labels": named(texts),
        "folders": folders,
        "owners": named(text),
        "rules": rules,
        "header": boolean,
        "show_findings": one_of("always", "serve", "never"),
        "stale_after": count,
        "github_markdown": boolean,
        "language": text,
        "words": named(text),
    }
)
