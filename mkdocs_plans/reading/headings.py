"""Headings that are fields, or have one below them: `## Date: 2026-03-01`, `## Status: Done`, `## Status`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, takewhile, zip_longest
from typing import TYPE_CHECKING

from mkdocs_plans.reading import inline, sentences, values
from mkdocs_plans.reading.fields import Line
from mkdocs_plans.reading.found import Found
from mkdocs_plans.reading.header import MAX_FIELDS, goes_on, read_lines, section_lines
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.labels import trim, unnumbered
from mkdocs_plans.reading.pair import MAX_LABEL, is_label
from mkdocs_plans.reading.status import classify, statements
from mkdocs_plans.reading.status.lexicon import lexicon
from mkdocs_plans.reading.terms import DAYS
from mkdocs_plans.settings import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.reading.labels import LabelTable
    from mkdocs_plans.reading.outline import Heading, Outline
    from mkdocs_plans.settings import Settings

# Over how many lines a sentence may go on.
MAX_SENTENCE = 5
# "active, inactive or blocked"
_WORDS = re.compile(r"[^\W\d_]+(?:\s?[,/|;、，]\s?(?:or\s)?[^\W\d_]+|\sor\s[^\W\d_]+)+\.?")
# An item that is one of several statuses: "active", "active – the user is on".
_VALUE = re.compile(r"[^\W\d_]+(?:\Z|\s?[:：]|\s[-–—]\s)")


def headings(outline: Outline, title_line: int, labels: LabelTable) -> Iterator[Found]:
    """The headings below the title that hold a date or an owner, up to the first that has text or no colon.

    A date must be all of the text after the colon. An owner may look like any text ("Lead: time reduction"), so its
    heading must be directly below the title or other such headings, and must not be a section: nothing is below it, or
    it is in the line after a date or an owner. Other labels may also be names of sections ("Plan: the importer").
    """
    following = next((heading.last_line for heading in outline.headings if heading.line == title_line), title_line) + 1
    is_first = at_once = True
    beside = 0
    for heading, after in _with_next(outline, title_line):
        name, value = _parted(heading.text)
        if not value or ((written := _is_written(outline, following, heading.line)) and not is_first):
            return
        at_once = at_once and not written
        label = labels.find(name[:MAX_LABEL])
        is_day = label is not None and label.key in DAYS and values.is_day(value)
        is_owner = label is not None and label.key == "owner" and at_once
        if is_day or (is_owner and (heading.line == beside or not _is_section(outline, heading, after))):
            yield Found(trim(name), value, heading.line)
            beside = heading.last_line + 1
        following, is_first = heading.last_line + 1, False


def named(outline: Outline, labels: LabelTable) -> list[tuple[Heading, str]]:
    """The higher headings that have the name of a label, with its key."""
    higher = (heading for heading in outline.headings if heading.level <= 2)
    return [(heading, key) for heading in higher if (key := _key(heading.text, labels))]


@lru_cache(maxsize=4096)
def _key(text: str, labels: LabelTable) -> str | None:
    """The key of the label that a heading is named after; cached, since plans share most of their headings."""
    label = labels.find(_parted(unnumbered(text))[0][:MAX_LABEL])
    return label.key if label else None


def days(outline: Outline, named: Sequence[tuple[Heading, str]]) -> Iterator[Found]:
    """The headings with nothing but a day below them: `## Date created`, then `2026-03-01`."""
    for heading in (heading for heading, key in named if key in DAYS and not _parted(heading.text)[1]):
        written = [at for at in section_lines(outline, heading.last_line) if outline.lines[at - 1].strip()]
        value = outline.lines[written[0] - 1].strip() if written else ""
        if len(written) == 1 and values.is_day(inline.plain(value)):
            yield Found(trim(unnumbered(heading.text)), value, written[0])


def _with_next(outline: Outline, title_line: int) -> Iterator[tuple[Heading, Heading | None]]:
    """The headings below the title, each with the one that follows it."""
    below = list(islice((heading for heading in outline.headings if heading.line > title_line), MAX_FIELDS))
    return zip_longest(below, below[1:])


def _is_written(outline: Outline, first: int, end: int) -> bool:
    """Whether there is text in the lines from the first one to the one before the end."""
    return any(outline.lines[at - 1].strip() for at in range(first, end) if outline.kinds[at - 1] != Kind.RULE)


def _is_section(outline: Outline, heading: Heading, after: Heading | None) -> bool:
    """Whether a heading has text or headings of its own below it."""
    if after and after.level > heading.level:
        return True
    return _is_written(outline, heading.last_line + 1, after.line if after else len(outline.lines) + 1)


def status_section(
    outline: Outline, named: Sequence[tuple[Heading, str]], labels: LabelTable, settings: Settings
) -> Found | None:
    """`## Status: Done`, or the first line below `## Status`.

    A section with a number is a chapter, and may be one about the statuses of something: its text must begin with one,
    and must not list several.
    """
    heading = next((heading for heading, key in named if key == "status"), None)
    if heading is None:
        return None
    title = unnumbered(heading.text)
    name, value = _parted(title)
    if value:
        found: Found | None = Found(trim(name), value, heading.line)
    else:
        found = _below(outline, heading.last_line, trim(name), labels, settings)
    is_chapter = title != heading.text
    return None if found and is_chapter and not _is_of_chapter(found, outline, settings) else found


def _is_of_chapter(found: Found, outline: Outline, settings: Settings) -> bool:
    """Whether what a chapter has for a status is one, and not the first of those that it explains."""
    text = inline.plain(found.value)
    if _WORDS.fullmatch(text) or statements.begins(text, lexicon(settings.statuses)) is None:
        return False
    items = _items(outline, found.line)
    if items[:1] != [text]:
        return True
    return not statements.lists(text) and not (len(items) > 1 and all(map(_VALUE.match, items)))


def _items(outline: Outline, line: int) -> list[str]:
    """The items of the list that begins in a line."""
    below = (Line.of(at, outline.lines[at - 1]) for at in (line, *section_lines(outline, line)))
    return [inline.plain(each.text) for each in takewhile(lambda each: each.item or not each.text, below) if each.text]


def _parted(text: str) -> tuple[str, str]:
    """The text of a heading before its colon and after it."""
    name, _, value = text.replace("：", ":").partition(":")
    return name, value.strip()


def _below(outline: Outline, line: int, name: str, labels: LabelTable, settings: Settings) -> Found | None:
    """The status in a section: a label for it, perhaps a later one of a list, or the first line.

    If the first line is a label too, it counts if it is a status by itself: `- Done: all of it`. A later item of a list
    of facts is one of them, whether it looks like a label or not.
    """
    first: Found | None = None
    is_first = True
    for at in section_lines(outline, line):
        current = Line.of(at, outline.lines[at - 1])
        if not current.text:
            continue
        if outline.kinds[at - 1] or current.box:
            break
        found = read_lines(outline, [at], labels)
        known = next((item for item in found if (label := labels.find(item.label)) and label.key == "status"), None)
        if known:
            return known
        here = None if found else Found(name, current.text if current.item else _sentence(outline, current), at)
        if not (current.item and (found or _is_labelled(current.text))):
            is_alone = is_first and not (_is_thing(current, settings) and _has_items(outline, at))
            return first or (here if not current.item or is_alone else None)
        if is_first and here and classify(inline.plain(current.text), settings) is not UNKNOWN:
            first = here
        is_first = False
    return first


def _sentence(outline: Outline, line: Line) -> str:
    """The text of a line, with the rest of its sentence from the next ones; of two sentences, only the whole one."""
    text = last = line.text
    whole = sentences.end(text)
    for at in range(line.number + 1, min(line.number + MAX_SENTENCE, len(outline.lines)) + 1):
        following = Line.of(at, outline.lines[at - 1])
        if outline.kinds[at - 1] or following.item or not following.text or not goes_on(last, following.text):
            break
        if whole:
            return text[:whole]
        last = following.text
        if end := sentences.end(last):
            return f"{text} {last[:end].rstrip()}"
        text = f"{text} {last}"
    return text


def _is_thing(item: Line, settings: Settings) -> bool:
    """Whether an item that begins with an emoji is one of several things: `- ✅ importer`."""
    text = inline.plain(item.text)
    return not text[:1].isalnum() and statements.begins(text, lexicon(settings.statuses)) is None


def _has_items(outline: Outline, line: int) -> bool:
    """Whether a list continues or begins below a line of a section."""
    return any(Line.of(at, outline.lines[at - 1]).item for at in section_lines(outline, line))


def _is_labelled(text: str) -> bool:
    label, colon, _ = text.partition(": ")
    return bool(colon) and is_label(label)
