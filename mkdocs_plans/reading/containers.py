"""The blocks of a site's extensions that plain Markdown takes for code: `!!! note`, `??? note`, `=== "Tab"`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.marks import ITEM, LEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

# https://squidfunk.github.io/mkdocs-material/reference/admonitions/ and content-tabs/
_MARK = r"(?:!!!|\?\?\?\+?|===[!+]?)"
_CONTAINER = re.compile(rf"\s{{0,3}}{_MARK}\s\S")
_CONTAINER_MARKS = (b"!!!", b"???", b"===")
_FENCE = re.compile(r"\s+(`{3,}(?=[^`]*$)|~{3,})")
_BOX = re.compile(rf"{LEAD}(?!•){ITEM}\[([ xX])\][ \t]")


def open_containers(
    raw: bytes, source: list[str], kinds: bytearray, boxes: list[tuple[int, bool]]
) -> Iterator[tuple[int, bool]]:
    """Mark the indented block below `!!! note` as text, as the extensions of a site do, not as code.

    Yields the boxes in it that the parser took for code, or for words of the line above.
    """
    if not any(_may_begin_line(raw, mark) for mark in _CONTAINER_MARKS):  # as in most plans
        return
    known = {line for line, _ in boxes}
    is_within, fence = False, ""
    for at, text in enumerate(source):
        if not text.startswith(("    ", "\t")):
            if text.strip():
                is_within, fence = kinds[at] == Kind.TEXT and _CONTAINER.match(text) is not None, ""
        elif is_within and kinds[at] in (Kind.TEXT, Kind.CODE):
            kinds[at], fence = _within_container(text, fence)
            if kinds[at] == Kind.TEXT and at + 1 not in known and (box := _BOX.match(text)):
                yield at + 1, box[1] != " "


def _may_begin_line(raw: bytes, mark: bytes) -> bool:
    """Whether a mark of three equal signs is somewhere without text in front; `===` is an operator too.

    It is searched by its first byte, since one byte is found twenty times faster than three.
    """
    sign = mark[:1]
    at = raw.find(sign)
    while at >= 0:
        if raw.startswith(mark, at):
            before = raw[max(0, at - 4) : at].rstrip(b" \t\v\f")
            if before[-1:] in (b"", b"\n"):
                return True
            at = raw.find(b"\n", at)
            if at < 0:
                break
        at = raw.find(sign, at + 1)
    return False


def _within_container(text: str, fence: str) -> tuple[int, str]:
    """What an indented line is below `!!! note`, and the marks of the fence that is open behind it."""
    found = _FENCE.match(text)
    if not fence:
        return (Kind.FENCE, found[1]) if found else (Kind.TEXT, "")
    is_end = found is not None and found[1].startswith(fence) and not text[found.end() :].strip()
    return (Kind.FENCE, "") if is_end else (Kind.CODE, fence)
