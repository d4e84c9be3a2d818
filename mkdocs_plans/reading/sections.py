"""The sections of a text and how much of each is written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from mkdocs_plans.model import Section, SectionState
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.facts import BOLD_LABEL, facts
from mkdocs_plans.reading.outline import Kind

if TYPE_CHECKING:
    from mkdocs_plans.reading.outline import Heading, Outline

_STATES = (SectionState.EMPTY, SectionState.PLACEHOLDER, SectionState.FILLED)
_WRITTEN, _TABLE = int(Kind.TABLE), int(Kind.TABLE)

_LABEL = re.compile(BOLD_LABEL)
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
            tuple(found[bisect_left(lines, heading.line) : bisect_right(lines, last)])
            if found and heading is not title
            else (),
            digest=_digest(outline.lines[heading.last_line : own]),
        )
        for heading, weight, (own, last) in zip(headings, weights, ends, strict=True)
    )


def _digest(lines: list[str]) -> int:
    """A number by which a section's own text can be compared within one run."""
    text = "\n".join(lines).strip()
    return hash(text) if text else 0


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
    kinds = outline.kinds
    for at, source in enumerate(outline.lines[after:last], after):
        # The row of a table's headings is the template's.
        if not source or kinds[at] > _WRITTEN or (kinds[at] == _TABLE and (at == 0 or kinds[at - 1] != _TABLE)):
            continue
        written = _says(source)
        if written == 2:
            return 2
        if written:
            weight = 1
    return weight


def _says(source: str) -> int:
    """0 where a line says nothing, 1 where it holds a placeholder only, 2 where somebody wrote something.

    A label is the template's; what counts is its value.
    """
    if "**" in source:
        source = _LABEL.sub("", source)
    if inline.begins_as_text(source):
        return 2
    if inline.is_placeholder(source):
        return 1
    return 2 if _LETTER.search(source) else 0
