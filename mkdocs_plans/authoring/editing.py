"""Edits that change one thing in a plan and nothing else: no line end, no encoding, not a byte elsewhere."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from mkdocs_plans.authoring import adding, values
from mkdocs_plans.authoring.text import EditError, decoded, encoded, is_utf8, split_lines, wrong_encoding
from mkdocs_plans.reading import read
from mkdocs_plans.reading.status import classify, is_of_plan, value_of
from mkdocs_plans.reading.status.lexicon import lexicon
from mkdocs_plans.reading.status.punctuation import clauses_of
from mkdocs_plans.settings import UNKNOWN
from mkdocs_plans.wording import plain, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Document, Field
    from mkdocs_plans.settings import Settings

__all__ = ["EditError", "diff", "remarks", "with_status"]

# How many words the name of a status has at most.
_LONGEST_NAME = 4


def with_status(raw: bytes, status: str, settings: Settings, *, add: bool = False) -> bytes:
    """The file with another status, in every place that declares one: header, front matter, section and footer.

    A place that declares this one already stays as it is written.

    Raises:
        EditError: where the file declares no status and none may be added, or where the new one would be misread.
    """
    text = decoded(raw)
    before = read(raw, settings)
    if not status.isascii() and not is_utf8(text):
        raise EditError(wrong_encoding(before))
    fields = _statuses(before, settings)
    if not fields:
        return _added(text, status, before, settings, add=add)
    lines = split_lines(text)
    others = [field for field in fields if not _means(field, status, settings)]
    for field in others:
        at, line = _replaced(lines, field, status, before, settings)
        lines[at] = line
    edited = encoded("".join(lines))
    after = read(edited, settings)
    _insist(after, fields, others, status, settings)
    if len(after.defects) > len(before.defects):
        raise EditError(f'"{plain(status)}" would break the front matter; edit the file by hand')
    return edited


def remarks(raw: bytes, status: str, settings: Settings) -> tuple[Field, ...]:
    """The fields that another status replaces although they hold more than one: `Draft (waits for Ada)`."""
    fields = _statuses(read(raw, settings), settings)
    return tuple(each for each in fields if _says_more(each, settings) and not _means(each, status, settings))


def diff(before: bytes, after: bytes, file: str) -> str:
    """The change as a unified diff, for people."""
    old, new = (split_lines(raw.decode("utf-8", "replace")) for raw in (before, after))
    name = plain(file)
    shown = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return visible("".join(line.rstrip("\r\n") + "\n" for line in shown))


def _statuses(document: Document, settings: Settings) -> list[Field]:
    """The fields with the plan's status, or a choice of one; without any, those with its implementation's status."""
    fields = [field for field in document.fields if field.value and is_of_plan(field, settings)]
    return [field for field in fields if field.key == "status"] or fields


def _means(field: Field, status: str, settings: Settings) -> bool:
    """Whether a field declares a status, in whatever words; one in brackets may be a choice that a template offers."""
    said = value_of(field, settings)
    return said == field.value and classify(said, settings) == classify(status, settings) is not UNKNOWN


def _says_more(field: Field, settings: Settings) -> bool:
    """Whether there is text beside a status; an unknown status may be a typo, but a sentence is none."""
    said = value_of(field, settings)
    if said is None or not any(map(str.isalnum, said)) or lexicon(settings.statuses).exact(said):
        return False
    return (
        classify(said, settings) is not UNKNOWN or len(tuple(clauses_of(said))) > 1 or len(said.split()) > _LONGEST_NAME
    )


def _added(text: str, status: str, before: Document, settings: Settings, *, add: bool) -> bytes:
    label = next((field for field in before.fields if field.key == "status" and not field.value), None)
    if not add and label is None:
        raise EditError(f'no status is declared; use --add, or write "**Status**: {plain(status)}" below the title')
    edited = adding.added(text, status, settings)
    if edited is None:
        raise EditError(f'"{plain(status)}" would be misread in this file; edit it by hand')
    return encoded(edited)


def _replaced(
    lines: Sequence[str], field: Field, status: str, document: Document, settings: Settings
) -> tuple[int, str]:
    """The line with the value after its label, or below it, replaced; a status section has no label in its line."""
    at = field.line - 1
    found = values.span(lines[at], field, settings)
    # Other text there may be the first line of what the plan is about.
    if found is None and field.line < len(lines) and classify(field.value, settings) is not UNKNOWN:
        at = field.line
        found = values.span_below(lines[at], field)
    if found is None and document.mended is not None:
        raise EditError(wrong_encoding(document))
    if found is None:
        raise EditError(
            f'the status "{plain(field.value)}" in line {field.line} contains markup or a line break; edit it by hand'
        )
    return at, lines[at][: found[0]] + status + lines[at][found[1] :]


def _insist(edited: Document, before: list[Field], changed: list[Field], status: str, settings: Settings) -> None:
    """Make sure that the edited file declares a status in the same places, and the new one where it was changed."""
    after = _statuses(edited, settings)
    is_there = [(each.line, each.origin) for each in after] == [(each.line, each.origin) for each in before]
    if not is_there or any(new.value != status for old, new in zip(before, after, strict=True) if old in changed):
        raise EditError(f'"{plain(status)}" would be misread in this file; edit it by hand')
