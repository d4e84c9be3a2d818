"""Readers for single values of mkdocs.yml, and functions that combine readers."""

from __future__ import annotations

import difflib
import re
import reprlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from mkdocs_plans import expressions
from mkdocs_plans.patterns import compiled

Reader = Callable[[object], Any]

# A backslash before a letter, which needs none: most likely it stands between folders, as on Windows.
_BACKSLASH = re.compile(r"\\\w")
_MARKS = re.compile(r"#{1,6}\s")

_LONGEST = 80
_BRIEF = reprlib.Repr()
_BRIEF.maxlevel, _BRIEF.maxstring, _BRIEF.maxother = 3, _LONGEST, _LONGEST


class OptionError(ValueError):
    """One or more wrong options; `mistakes` has a line for each, ready to be shown."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(self.mistakes))


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """The end of a message: the known name that is nearest, if one is near."""
    near = difflib.get_close_matches(str(name)[:_LONGEST], list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def shown(value: object) -> str:
    """A wrong value in a message, cut where it is long: a few lines of YAML can stand for any number of values."""
    told = _BRIEF.repr(value)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def no_such(kind: str, name: object, names: Iterable[str]) -> str:
    """The mistake for a name that does not exist."""
    return f"there is no such {kind}{did_you_mean(name, names)}"


def ambiguous(meanings: Iterable[tuple[str, Iterable[str]]]) -> list[str]:
    """A mistake for each word that would have two meanings when plans are read; a meaning is a name with its words."""
    from mkdocs_plans.reading.labels import normal  # noqa: PLC0415 - few sites need it, and `--help` starts sooner

    first: dict[str, tuple[int, str]] = {}
    mistakes: list[str] = []
    for at, (name, words) in enumerate(meanings):
        own: dict[str, str] = {}
        for word in words:
            own.setdefault(normal(word) or word, word)
        for key, word in own.items():
            claimed, other = first.setdefault(key, (at, name))
            if claimed != at:
                mistakes.append(f'"{word}" would mean both "{other}" and "{name}"; use it for only one of them')
    return mistakes


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


def known(given: Mapping[str, object], readers: Mapping[str, Reader], kind: str) -> dict[str, Any]:
    """The values of the names that there are, each taken by its reader; a name without a value counts as absent."""

    def read(name: str) -> Any:  # noqa: ANN401 - whatever the reader makes of it
        if name not in readers:
            raise OptionError([no_such(kind, name, readers)])
        return readers[name](given[name])

    said = [name for name, value in given.items() if value is not None or name not in readers]
    return dict(zip(said, each((name, partial(read, name)) for name in said), strict=True))


def text(value: object) -> str:
    """Text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    raise OptionError([f"expected text, not {shown(value)}"])


def boolean(value: object) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise OptionError([f"expected true or false, not {shown(value)}"])


def count(value: object) -> int:
    """A whole number above 0."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise OptionError([f"expected a whole number above 0, not {shown(value)}"])


def texts(value: object) -> tuple[str, ...]:
    """A list of texts; a single text counts as a list of one."""
    return list_of("texts", value, text)


def list_of(kind: str, value: object, read: Reader) -> tuple[str, ...]:
    """A list of whatever `read` takes; a single one counts as a list of one."""
    if isinstance(value, str):
        return (read(value),)
    if not isinstance(value, Sequence):
        raise OptionError([f"expected a list of {kind}, not {shown(value)}"])
    return _all(value, read) if len(value) != 1 else (read(value[0]),)  # an only one needs no number


def _all(items: Sequence[object], read: Reader) -> tuple[Any, ...]:
    return tuple(each((f"item {at}", partial(read, item)) for at, item in enumerate(items, 1)))


def patterns(value: object) -> tuple[str, ...]:
    """A list of patterns as in `.gitignore`; a single one counts as a list of one."""
    return list_of("patterns", value, pattern)


def pattern(value: object) -> str:
    """A pattern as in `.gitignore`."""
    written = text(value)
    if _BACKSLASH.search(written):
        raise OptionError([f"expected a pattern with forward slashes, not {shown(value)}"])
    if compiled(written) is None:
        raise OptionError([f"expected a pattern as in .gitignore, not {shown(value)}"])
    return written


def headings(value: object) -> tuple[str, ...]:
    """A list of headings, and of regular expressions for some between slashes."""
    return list_of("texts", value, _headings)


def heading(value: object) -> str:
    """A heading, without the marks that make it one."""
    written = text(value)
    if _MARKS.match(written):
        raise OptionError([f"expected a heading without its #, not {shown(value)}"])
    return written


def _headings(value: object) -> str:
    written = heading(value)
    if expressions.is_expression(written):
        try:
            expressions.compiled(written)
        except expressions.ExpressionError as error:
            raise OptionError([f"{written}: {error}"]) from None
    return written


def mapping(value: object) -> Mapping[str, object]:
    """A mapping of names to values; YAML reads some names as numbers, here they are text."""
    if isinstance(value, Mapping):
        return {str(key): item for key, item in value.items()}
    raise OptionError([f"expected a mapping (`name: value`), not {shown(value)}"])


def one_of(*choices: str) -> Callable[[object], str]:
    """A reader that takes one of these words."""

    def read(value: object) -> str:
        if value in choices:
            return str(value)
        near = did_you_mean(value, choices) if isinstance(value, str) else ""
        raise OptionError([f"expected one of {', '.join(choices)}, not {shown(value)}{near}"])

    return read


def record(value: object, readers: Mapping[str, Reader], required: str | None = None) -> dict[str, Any]:
    """A mapping with known keys, read key by key."""
    given = dict(mapping(value))
    if required and given.get(required) is None:
        given[required] = _ABSENT
        readers = {**readers, required: _absent}
    return known(given, readers, "key")


_ABSENT = object()


def _absent(_: object) -> None:
    raise OptionError(["it is missing"])


def records(value: object, read: Reader) -> tuple[Any, ...]:
    """A list of whatever `read` takes."""
    if isinstance(value, str | Mapping) or not isinstance(value, Sequence):
        raise OptionError([f"expected a list, not {shown(value)}"])
    return _all(value, read)


def named(read: Reader) -> Callable[[object], Mapping[str, Any]]:
    """A reader of a mapping whose values are each read by `read`."""

    def read_all(value: object) -> Mapping[str, Any]:
        given = mapping(value)
        values = each((name, partial(read, item)) for name, item in given.items())
        return MappingProxyType(dict(zip(given, values, strict=True)))

    return read_all
