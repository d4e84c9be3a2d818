"""Readers for single values of mkdocs.yml, and functions that combine readers."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from mkdocs_plans.patterns import compiled


class OptionError(ValueError):
    """One or more wrong options; `mistakes` has a line for each, ready to be shown."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(self.mistakes))


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """The end of a message: the known name that is nearest, if one is near."""
    near = difflib.get_close_matches(str(name), list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def each(items: Iterable[tuple[str, Callable[[], Any]]]) -> list[Any]:
    """The results of all readers, or all of their mistakes, each with its place."""
    values: list[Any] = []
    mistakes: list[str] = []
    for place, read in items:
        try:
            values.append(read())
        except OptionError as error:
            mistakes.extend(f"{place}: {mistake}" for mistake in error.mistakes)
    if mistakes:
        raise OptionError(mistakes)
    return values


def text(value: object) -> str:
    """Text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    raise OptionError([f"expected text, not {value!r}"])


def boolean(value: object) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise OptionError([f"expected true or false, not {value!r}"])


def count(value: object) -> int:
    """A whole number above 0."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise OptionError([f"expected a whole number above 0, not {value!r}"])


def texts(value: object) -> tuple[str, ...]:
    """A list of texts; a single text counts as a list of one."""
    return _list_of("texts", value, text)


def _list_of(kind: str, value: object, read: Callable[[object], str]) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, Sequence):
        raise OptionError([f"expected a list of {kind}, not {value!r}"])
    return tuple(each((f"item {at}", lambda item=item: read(item)) for at, item in enumerate(items, 1)))  # type: ignore[misc]


def patterns(value: object) -> tuple[str, ...]:
    """A list of patterns as in `.gitignore`; a single one counts as a list of one."""
    return _list_of("patterns", value, pattern)


def pattern(value: object) -> str:
    """A pattern as in `.gitignore`."""
    written = text(value)
    if compiled(written) is None:
        raise OptionError([f"expected a pattern as in .gitignore, not {value!r}"])
    return written


def mapping(value: object) -> Mapping[str, object]:
    """A mapping of names to values; YAML reads some names as numbers, here they are text."""
    if isinstance(value, Mapping):
        return {str(key): item for key, item in value.items()}
    raise OptionError([f"expected a mapping (`name: value`), not {value!r}"])


def one_of(*choices: str) -> Callable[[object], str]:
    """A reader that takes one of these words."""

    def read(value: object) -> str:
        if value in choices:
            return str(value)
        raise OptionError([f"expected one of {', '.join(choices)}, not {value!r}{did_you_mean(value, choices)}"])

    return read


def place(ending: str) -> Callable[[object], str | None]:
    """A place in the site for one of our own files, or None for `false`."""

    def read(value: object) -> str | None:
        if value is False:
            return None
        path = inside(value)
        if not path.endswith(ending):
            raise OptionError([f"expected a path that ends in {ending}, or false, not {value!r}"])
        return path

    return read


def inside(value: object) -> str:
    """A relative path with forward slashes that does not leave its folder."""
    parts = [part for part in text(value).replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts or ".." in parts or str(value).startswith("/") or ":" in parts[0]:
        raise OptionError([f"expected a relative path without .., not {value!r}"])
    return "/".join(parts)


def record(
    value: object, readers: Mapping[str, Callable[[object], Any]], required: str | None = None
) -> dict[str, Any]:
    """A mapping with known keys, read key by key."""
    given = mapping(value)
    mistakes = [f"there is no key {key!r}{did_you_mean(key, readers)}" for key in given if key not in readers]
    if required and given.get(required) is None:
        mistakes.append(f"{required} is missing")
    values: dict[str, Any] = {}
    for key, item in given.items():
        if key in readers and item is not None:
            try:
                values[key] = readers[key](item)
            except OptionError as error:
                mistakes.extend(f"{key}: {mistake}" for mistake in error.mistakes)
    if mistakes:
        raise OptionError(mistakes)
    return values


def records(value: object, read: Callable[[object], Any]) -> tuple[Any, ...]:
    """A list of whatever `read` takes."""
    if isinstance(value, str | Mapping) or not isinstance(value, Sequence):
        raise OptionError([f"expected a list, not {value!r}"])
    return tuple(each((f"item {at}", lambda item=item: read(item)) for at, item in enumerate(value, 1)))  # type: ignore[misc]


def named(read: Callable[[object], Any]) -> Callable[[object], Mapping[str, Any]]:
    """A reader of a mapping whose values are each read by `read`."""

    def read_all(value: object) -> Mapping[str, Any]:
        given = mapping(value)
        values = each((name, lambda item=item: read(item)) for name, item in given.items())  # type: ignore[misc]
        return MappingProxyType(dict(zip(given, values, strict=True)))

    return read_all
