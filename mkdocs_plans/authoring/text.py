"""The text of a file to be changed: from bytes to lines with their ends, and back."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from mkdocs_plans.reading import encoding
from mkdocs_plans.reading.frontmatter import BOUNDARY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Document

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class EditError(ValueError):
    """A file that cannot be edited as asked; the message says why, and what to do."""


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


def is_utf8(text: str) -> bool:
    """Whether all of a text that `decoded` gave was UTF-8."""
    return not any("\udc80" <= character <= "\udcff" for character in text)


def wrong_encoding(document: Document) -> str:
    """What is wrong with the encoding of a file, and what to do."""
    return next(defect.message for defect in document.defects if defect.rule == "encoding")


def split_lines(text: str) -> list[str]:
    """The lines as the reader counts them, each with its end."""
    return _LINE.findall(text)


def lines_of_template(raw: bytes) -> list[str]:
    """The lines of a template in any encoding; the result is UTF-8 with the same line ends."""
    read_as = encoding.decode(raw)
    if read_as.mended:
        end = "\r\n" if b"\r\n" in raw else "\n"
        return [line.replace("\n", end) for line in split_lines(read_as.text)]
    return split_lines(raw.decode("utf-8-sig"))


def end_of(text: str) -> str:
    """The line end of a text."""
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def front_matter(lines: Sequence[str]) -> range:
    """The lines of the front matter, from 0, without its dashes; `stop` is the closing line."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if first >= len(lines) or not lines[first].startswith("---") or not BOUNDARY.match(lines[first]):
        return range(0)
    last = next((at for at, line in enumerate(lines) if at > first and BOUNDARY.match(line)), 0)
    return range(first + 1, last) if last else range(0)
