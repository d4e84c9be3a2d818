"""Edits of a plan that change one thing and nothing else: not the line ends, not the encoding, not a byte elsewhere."""

from __future__ import annotations

import codecs
import difflib
import re
from typing import TYPE_CHECKING

from mkdocs_plans.checks.wording import plain
from mkdocs_plans.reading import read, shortcodes

if TYPE_CHECKING:
    from mkdocs_plans.model import Document, Field
    from mkdocs_plans.settings import Settings

STATUS = "status"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class EditError(ValueError):
    """A file that cannot be edited as asked; the message says what is in the way, and what to do."""


def with_status(raw: bytes, status: str, settings: Settings) -> bytes:
    """The file with another status, in every place that declares one: header, front matter, section and footer.

    Raises:
        EditError: where the file declares none, or the new one would not be read as it is meant.
    """
    text = decoded(raw)
    before = read(raw, settings)
    fields = [field for field in before.fields if field.key == STATUS and field.value]
    if not fields:
        raise EditError(f'no status is declared; write "**Status**: {plain(status)}" below the title')
    lines = split_lines(text)
    for field in fields:
        lines[field.line - 1] = _replaced(lines[field.line - 1], field, status)
    edited = encoded("".join(lines))
    after = read(edited, settings)
    _insist(after, fields, status)
    if len(after.defects) > len(before.defects):
        raise EditError(f'"{plain(status)}" would break the front matter; edit it by hand')
    return edited


def decoded(raw: bytes) -> str:
    """The file as text; what is not UTF-8 comes back from `encoded` as the same bytes.

    Raises:
        EditError: where the file is in an encoding in which ASCII does not stand for itself.
    """
    if b"\0" in raw or raw.startswith(_WIDE_MARKS):
        raise EditError("the file is not UTF-8; save it as UTF-8 first")
    return raw.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """The bytes of a text that `decoded` gave."""
    return text.encode("utf-8", "surrogateescape")


def split_lines(text: str) -> list[str]:
    """The lines as reading counts them, each with its end."""
    return _LINE.findall(text)


def diff(before: bytes, after: bytes, file: str) -> str:
    """The change as a unified diff, for people."""
    old, new = (split_lines(raw.decode("utf-8", "replace")) for raw in (before, after))
    name = plain(file)
    shown = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line.rstrip("\r\n") + "\n" for line in shown)


def _replaced(line: str, field: Field, status: str) -> str:
    """The line with the value replaced where it stands behind its label; a status section has no label there."""
    label = line.casefold().find(field.label.casefold())
    # Case folding may change lengths; then the label is looked for as it is written.
    start = (label if len(line.casefold()) == len(line) else line.find(field.label)) + len(field.label)
    value = shortcodes.hidden(field.value, line)
    at = line.find(value, start if label >= 0 else 0)
    if at < 0:
        raise EditError(
            f'the status "{plain(field.value)}" in line {field.line} has marks or a line end in it; edit it by hand'
        )
    return line[:at] + status + line[at + len(value) :]


def _insist(edited: Document, before: list[Field], status: str) -> None:
    """The edited file must say what was asked for, in the same places."""
    places = [(field.line, field.origin) for field in before]
    after = [field for field in edited.fields if field.key == STATUS and field.value]
    if [(field.line, field.origin) for field in after] != places or any(field.value != status for field in after):
        raise EditError(f'"{plain(status)}" would be read as something else in this file; edit it by hand')
