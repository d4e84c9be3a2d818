"""The sections of a text, and how much of each is written."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from mkdocs_plans.model import Section, SectionState
from mkdocs_plans.model.lazy import Lazy
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.facts import BOLD_LABEL, facts
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.outline import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Fact
    from mkdocs_plans.reading.outline import Heading, Outline

# What a section holds, as the sum of 1 for a placeholder and 2 for what somebody wrote, is an index here.
_STATES = (SectionState.EMPTY, SectionState.PLACEHOLDER, SectionState.FILLED, SectionState.FILLED)
_FILLED = 2

_LABEL = re.compile(BOLD_LABEL)
_LETTER = re.compile(r"[^\W_]")


def sections(
    outline: Outline, title: Heading | None, footer: int | None = None
) -> tuple[tuple[Section, ...], Sequence[int]]:
    """All sections in the order of the file, and the digest of each one's own text.

    The title's own section has no facts: its labels are the header's fields. Everything from the line of the footer on
    belongs to the document, not to the last section.
    """
    end = footer - 1 if footer else len(outline.lines)
    within = Lazy(partial(_facts, outline.text, outline.kinds, end))
    measured = _measured(outline, end)
    found = [
        Section(_title(text), level, line, last, _STATES[weight], within)
        for (text, level, line, _), _, last, weight in measured
    ]
    if title:
        at = outline.headings.index(title)
        found[at] = found[at]._replace(file_facts=())
    return tuple(found), Lazy(partial(_digests, outline.text, measured))


@lru_cache(maxsize=4096)
def _title(text: str) -> str:
    """The text of a heading; cached, since plans share most of their headings."""
    return inline.plain(text)


def _facts(text: bytes, kinds: bytearray, end: int) -> list[Fact]:
    """The facts down to a line."""
    return [fact for fact in facts(text, kinds) if fact.line <= end]


def _digests(text: bytes, measured: list[tuple[Heading, int, int, int]]) -> tuple[int, ...]:
    """Numbers by which the sections' own texts can be compared within one run."""
    lines = lines_of(text)
    own = ("\n".join(lines[heading.last_line : last]).strip() for heading, last, *_ in measured)
    return tuple(hash(each) if each else 0 for each in own)


def _measured(outline: Outline, text_end: int) -> list[tuple[Heading, int, int, int]]:
    """Each heading with the last line of its own text, the last one with its subsections, and its index in `_STATES`.

    From the last heading to the first, so subsections are known before their section: if one is written, the section is
    too.
    """
    end = len(outline.lines)
    while end > 1 and not outline.lines[end - 1]:
        end -= 1
    found: list[tuple[Heading, int, int, int]] = []
    following: list[tuple[int, int, int]] = []  # level, line and weight of headings that may end a section
    own = min(end, text_end)
    for heading in reversed(outline.headings):
        _, level, line, last_line = heading
        weight = 0
        while following and following[-1][0] > level:
            weight |= following.pop()[2]
        if weight < _FILLED:
            weight = _weight(outline, last_line, own) or weight
        found.append((heading, own, following[-1][1] - 1 if following else end, weight))
        following.append((level, line, weight))
        own = line - 1
    found.reverse()
    return found


def _weight(outline: Outline, after: int, last: int) -> int:
    """How much is written between two lines, as an index in `_STATES`."""
    weight = 0
    lines, kinds = outline.lines, outline.kinds
    for at in range(after, last):
        kind = kinds[at]
        # The heading row of a table comes from the template, and the one of dashes below it says nothing.
        if not lines[at] or kind > Kind.TABLE or (kind == Kind.TABLE and not kinds[at - 2] == kinds[at - 1] == kind):
            continue
        written = _says(lines[at])
        if written == _FILLED:
            return written
        weight = written or weight
    return weight


def _says(source: str) -> int:
    """0 for a line without text, 1 for one with only a placeholder, 2 for one that somebody wrote.

    A label comes from the template; only its value counts.
    """
    if "**" in source:
        source = _LABEL.sub("", source)
    if inline.begins_as_text(source):
        return 2
    if inline.is_placeholder(source):
        return 1
    return 2 if _LETTER.search(source) else 0
