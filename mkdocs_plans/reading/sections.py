"""The sections of a text: how much of each is written, and the facts in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from mkdocs_plans.model import Fact, Section, SectionState
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.fields import cells
from mkdocs_plans.reading.labels import trim
from mkdocs_plans.reading.outline import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.reading.outline import Heading, Outline

# More than a reader of a register would look through; a file of many tables stays small.
MAX_FACTS = 5000

_STATES = (SectionState.EMPTY, SectionState.PLACEHOLDER, SectionState.FILLED)
_WRITTEN, _TABLE = int(Kind.TABLE), int(Kind.TABLE)

_MARKS = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX~-]\][ \t]+)?"
_BOLD_LABEL = r"\*\*([^*:：]{1,80})(?:[:：]\s?\*\*|\*\*\s?[:：])"
_LABEL = re.compile(_BOLD_LABEL)
_LINE = re.compile(rf"{_MARKS}{_BOLD_LABEL}\s*(.*)")
_LATER_LABEL = re.compile(rf"{_MARKS}\*\*[^*]")
_TABLES = re.compile(bytes((_TABLE,)) + b"+")
_TIED = " \t-–—|·•;,\\"
_LETTER = re.compile(r"[^\W_]")


def sections(outline: Outline, title: Heading | None) -> tuple[Section, ...]:
    """All sections in the order of the file; the title's own has no facts, its labels are the header's fields."""
    headings = outline.headings
    ends = _ends(outline)
    weights = _weights(outline, ends)
    found = facts(outline)
    lines = [fact.line for fact in found]
    return tuple(
        Section(
            inline.plain(heading.text),
            heading.level,
            heading.line,
            last,
            _STATES[weight],
            () if heading is title else tuple(found[bisect_left(lines, heading.line) : bisect_right(lines, last)]),
        )
        for heading, weight, (_, last) in zip(headings, weights, ends, strict=True)
    )


def _ends(outline: Outline) -> list[tuple[int, int]]:
    """For each heading the last line of its own text and the last one with its subsections."""
    total = len(outline.lines)
    while total > 1 and not outline.lines[total - 1]:
        total -= 1
    ends = [(total, total)] * len(outline.headings)
    following: list[Heading] = []
    for at in range(len(outline.headings) - 1, -1, -1):
        heading = outline.headings[at]
        own = following[-1].line - 1 if following else total
        while following and following[-1].level > heading.level:
            following.pop()
        ends[at] = (own, following[-1].line - 1 if following else total)
        following.append(heading)
    return ends


def _weights(outline: Outline, ends: list[tuple[int, int]]) -> list[int]:
    """The index in `_STATES` of each section: what its own text or a subsection's makes of it."""
    headings = outline.headings
    weights = [_weight(outline, heading.last_line, own) for heading, (own, _) in zip(headings, ends, strict=True)]
    above: list[int] = []
    for at, heading in enumerate(headings):
        while above and headings[above[-1]].level >= heading.level:
            above.pop()
        for outer in above:
            weights[outer] = max(weights[outer], weights[at])
        above.append(at)
    return weights


def _weight(outline: Outline, after: int, last: int) -> int:
    """How much is written between two lines, as an index in `_STATES`."""
    weight = 0
    lines, kinds = outline.lines, outline.kinds
    for at in range(after, last):
        source = lines[at]
        if not source or kinds[at] > _WRITTEN:
            continue
        if kinds[at] == _TABLE:
            source = _row(outline, at)
        written = _says(source)
        if written == 2:
            return 2
        weight = max(weight, written)
    return weight


def _row(outline: Outline, at: int) -> str:
    """A row of a table, empty where it is the row of headings, which the template wrote."""
    is_head = at == 0 or outline.kinds[at - 1] != Kind.TABLE
    return "" if is_head else outline.lines[at]


def _says(source: str) -> int:
    """0 where a line says nothing, 1 where it holds a placeholder only, 2 where somebody wrote something.

    A label is the template's; what counts is its value.
    """
    if "**" in source:
        source = _LABEL.sub("", source)
    if inline.is_placeholder(source):
        return 1
    return 2 if _LETTER.search(source) else 0


def facts(outline: Outline) -> list[Fact]:
    """The facts of a whole text in the order of its lines."""
    kinds = outline.kinds
    found: list[Fact] = []
    for number, source in [(at, source) for at, source in enumerate(outline.lines, 1) if "**" in source]:
        if kinds[number - 1] or len(found) > MAX_FACTS:
            continue
        line = _LINE.match(source)
        if line and "**" not in line[2]:
            found += _fact(line[1], line[2], number)
        elif line or _LATER_LABEL.match(source):
            found += _several(source, number)
    if _TABLE in kinds:
        found += islice(_of_tables(outline), MAX_FACTS)
        found.sort(key=attrgetter("line"))
    return found[:MAX_FACTS]


def _several(source: str, number: int) -> Iterator[Fact]:
    """The facts of a line with more bold text than its label: `1. **Question** - **Decision needed by**: 2026-12-01`.

    Bold words in the midst of a sentence are no label.
    """
    matches = list(_LABEL.finditer(source))
    ends = [match.start() for match in matches[1:]] + [len(source)]
    for match, end in zip(matches, ends, strict=False):
        yield from _fact(match[1], source[match.end() : end], number)


def _fact(label: str, value: str, number: int) -> tuple[Fact, ...]:
    """The fact of a label and a value as written; none where the value is empty or a placeholder."""
    if inline.is_placeholder(value):
        return ()
    text = inline.plain(value).strip(_TIED)
    name = trim(inline.plain(label) if "`" in label or "_" in label else label)
    return (Fact(name, text, number),) if name and _LETTER.search(text) else ()


def _of_tables(outline: Outline) -> Iterator[Fact]:
    """A row's cells are facts under the headings of their columns."""
    for found in _TABLES.finditer(outline.kinds):
        first = found.start()
        heads = [trim(inline.plain(cell)) for cell in cells(outline.lines[first])]
        for number in range(first + 3, found.end() + 1):
            for head, cell in zip(heads, cells(outline.lines[number - 1]), strict=False):
                if head and cell:
                    yield from _fact(head, cell, number)
