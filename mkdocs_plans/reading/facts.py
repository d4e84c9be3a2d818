"""The facts of a text: `**Label**: value` in lines and list items, and the rows of tables."""

from __future__ import annotations

import re
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from mkdocs_plans.model import Fact
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.labels import trim
from mkdocs_plans.reading.marks import MARKS
from mkdocs_plans.reading.outline import lines_of
from mkdocs_plans.reading.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

# More than a reader of a register would look through; the limit keeps files of many tables small.
MAX_FACTS = 5000

# Possessive: where no mark follows the label, a shorter one has none either.
BOLD_LABEL = r"\*\*([^*:：]{1,80}+)(?:[:：]\s?\*\*|\*\*\s?[:：])"

_LABEL = re.compile(BOLD_LABEL)
_LINE = re.compile(rf"{MARKS}{BOLD_LABEL}\s*+(.*)")
_LATER_LABEL = re.compile(rf"{MARKS}\*\*[^*]")
_TIED = " \t-–—|·•;,\\"
_LETTER = re.compile(r"[^\W_]")


def facts(text: bytes, kinds: bytearray) -> list[Fact]:
    """The facts of a whole text in the order of its lines; the arguments come from an outline."""
    lines = lines_of(text)
    found = list(islice(_of_lines(lines, kinds), MAX_FACTS))
    if Kind.TABLE in kinds:
        found += islice(_of_tables(lines, kinds), MAX_FACTS)
        found.sort(key=attrgetter("line"))
    return found[:MAX_FACTS]


def _of_lines(lines: list[str], kinds: bytearray) -> Iterator[Fact]:
    for at in [at for at, source in enumerate(lines) if "**" in source]:
        if kinds[at]:
            continue
        source, number = lines[at], at + 1
        if ":" not in source and "：" not in source:
            continue
        line = _LINE.match(source)
        if line and "**" not in (value := line[2]):
            fact = _fact(line[1], value, number)
            if fact:
                yield fact
        elif line or _LATER_LABEL.match(source):
            yield from in_line(source, number)


def in_line(source: str, number: int) -> Iterator[Fact]:
    """The facts of a line with more bold text than its label: `1. **Question** - **Decision needed by**: 2026-12-01`.

    Bold words within a sentence are not a label, unless the sentence is a list item of the section asked for.
    """
    end = len(source)
    matches = list(_LABEL.finditer(source))
    for at, match in enumerate(matches, 1):
        value = source[match.end() : matches[at].start() if at < len(matches) else end]
        fact = _fact(match[1], value, number)
        if fact:
            yield fact


def _of_tables(lines: list[str], kinds: bytearray) -> Iterator[Fact]:
    """The facts of tables: each cell of a row, with the heading of its column as label."""
    for table in tables(lines, kinds):
        heads = [trim(inline.plain(cell)) for cell in table.heads]
        for number, row in table.rows:
            for head, cell in zip(heads, row, strict=False):
                fact = _valued(head, cell, number) if head and cell else None
                if fact:
                    yield fact


def _fact(label: str, value: str, number: int) -> Fact | None:
    """The fact of a label and a value as written; None if the value is empty or a placeholder."""
    name = trim(inline.plain(label) if "`" in label or "_" in label else label)
    return _valued(name, value, number) if name else None


def _valued(name: str, value: str, number: int) -> Fact | None:
    if inline.begins_as_text(value):
        return Fact(name, inline.plain(value).strip(_TIED), number)
    if inline.is_placeholder(value):
        return None
    text = inline.plain(value).strip(_TIED)
    return Fact(name, text, number) if _LETTER.search(text) else None
