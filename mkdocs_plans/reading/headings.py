"""The headings that are fields, or have one below them: `## Date: 2026-03-01`, `## Status: Done`, `## Status`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from mkdocs_plans.reading.fields import MAX_LABEL, Line, is_label
from mkdocs_plans.reading.header import MAX_FIELDS, Found, read_lines, section_lines
from mkdocs_plans.reading.labels import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.reading.labels import LabelTable
    from mkdocs_plans.reading.outline import Heading, Outline

# Others have names that a section may have as well: "Plan: the importer", "Spec: what it must do".
_KEYS = frozenset(("created", "updated", "owner"))


def headings(outline: Outline, title_line: int, labels: LabelTable) -> Iterator[Found]:
    """The headings below the title that say a day or an owner, as long as nothing stands between them."""
    following = None
    below = (heading for heading in outline.headings if heading.line > title_line)
    for heading in islice(below, MAX_FIELDS):
        name, value = _parted(heading)
        if not value or (following and any(outline.lines[at - 1].strip() for at in range(following, heading.line))):
            return
        label = labels.find(name[:MAX_LABEL])
        if label and label.key in _KEYS:
            yield Found(trim(name), value, heading.line)
        following = heading.last_line + 1


def status_section(outline: Outline, labels: LabelTable) -> Found | None:
    """`## Status: Done`, or the first line below `## Status`."""
    for heading in outline.headings:
        if heading.level > 2:
            continue
        name, value = _parted(heading)
        label = labels.find(name[:MAX_LABEL])
        if not label or label.key != "status":
            continue
        if value:
            return Found(trim(name), value, heading.line)
        return _below(outline, heading.last_line, trim(name), labels)
    return None


def _parted(heading: Heading) -> tuple[str, str]:
    """What stands before the colon of a heading, and what behind it."""
    name, _, value = heading.text.replace("：", ":").partition(":")
    return name, value.strip()


def _below(outline: Outline, line: int, name: str, labels: LabelTable) -> Found | None:
    for at in section_lines(outline, line):
        current = Line.of(at, outline.lines[at - 1])
        if not current.text:
            continue
        if outline.kinds[at - 1] or current.box:
            return None
        found = read_lines(outline, [at], labels)
        known = next((item for item in found if (label := labels.find(item.label)) and label.key == "status"), None)
        # In a list of labels the status may be a later one.
        if known or not (current.item and (found or _is_labelled(current.text))):
            return known or (None if found else Found(name, current.text, at))
    return None


def _is_labelled(text: str) -> bool:
    label, colon, _ = text.partition(": ")
    return bool(colon) and is_label(label)
