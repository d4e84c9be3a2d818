"""The options of mkdocs.yml, checked: plain YAML values to `Settings`, with every mistake named.

One table, `READERS`, holds a reader for each option. A reader takes the value as YAML gave it and returns the value
that `Settings` wants, or raises `OptionError`. MkDocs' configuration and the command line share it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.options.paths import path, place
from mkdocs_plans.options.records import (
    folders,
    included,
    labels,
    owners,
    rules,
    sections,
    sources,
    words,
)
from mkdocs_plans.options.statuses import slugify, statuses
from mkdocs_plans.options.values import (
    OptionError,
    Reader,
    boolean,
    count,
    did_you_mean,
    known,
    no_such,
    one_of,
    patterns,
    text,
)
from mkdocs_plans.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_plans.model import Status

__all__ = ["READERS", "OptionError", "contradictions", "parse", "slugify"]


def parse(options: Mapping[str, object]) -> Settings:
    """Check all options.

    Raises:
        OptionError: with all mistakes, each one beginning with the option's name.
    """
    settings = Settings(**known(options, READERS, "option"))
    mistakes = [f"{name}: {mistake}" for name, mistake in contradictions(settings)]
    if mistakes:
        raise OptionError(mistakes)
    return settings


def no_such_option(name: str) -> str:
    """The mistake for an option that does not exist."""
    return no_such("option", name, READERS)


def contradictions(settings: Settings) -> list[tuple[str, str]]:
    """The mistakes of options that are each valid, but not together: the name of the option, and the mistake."""
    found = []
    if settings.index and settings.index == settings.board:
        found.append(("board", f'index and board are both "{settings.board}"; give one of them another path'))
    starts = _starts(settings.statuses)
    for at, section in enumerate(settings.sections, 1):
        if section.start is not None and section.start.casefold() not in map(str.casefold, starts):
            near = did_you_mean(section.start, starts) or f"; use one of {', '.join(starts)}"
            found.append(("sections", f"item {at}: from: there is no stage or status {section.start!r}{near}"))
    return found


def _starts(statuses: Iterable[Status]) -> tuple[str, ...]:
    """The names of the stages and statuses that a section may be required from."""
    names = (name for status in statuses for name in (status.name, status.slug, *status.aliases))
    return tuple(dict.fromkeys((*Stage, *names)))


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "include": included,
        "exclude": patterns,
        "sources": sources,
        "root": path,
        "index": place(".md"),
        "board": place(".md"),
        "export": place(".json"),
        "nav": one_of("auto", "all", "none"),
        "template": path,
        "sections": sections,
        "statuses": statuses,
        "labels": labels,
        "folders": folders,
        "owners": owners,
        "rules": rules,
        "header": boolean,
        "show_findings": one_of("always", "serve", "never"),
        "stale_after": count,
        "github_markdown": boolean,
        "language": text,
        "words": words,
    }
)
