"""Ids in the text of a plan, such as `SPEC-012`, which readers would like to follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.model import Mention
from mkdocs_plans.reading.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.reading.outline import Outline

# An id in running text: letters first, digits last. Numbers alone mean too many things.
ID = re.compile(r"(?<![\w/.#@-])[A-Z][A-Z0-9]{0,11}(?:-[A-Z][A-Z0-9]{0,20}){0,3}-\d{1,6}(?![\w-]|\.\w)", re.ASCII)
MOST = 500
_LONGEST_LINE = 5_000

# The end of an id. It begins with a plain character, which makes the search of texts without ids ten times faster.
_END = re.compile(rb"-(?<=[A-Z]-)\d")
# The parts of a line that are not running text: code, links, addresses, tags.
_NO_TEXT = re.compile(
    r"(`{1,9})[^`].{0,1000}?\1|!?\[[^\[\]]{0,500}\](?:\([^()]{0,1000}\)|\[[^\[\]]{0,500}\]|:)|://\S{1,1000}|<[^<>]{1,1000}>"
)
_TEXT = (Kind.TEXT, Kind.TABLE)


def mentions(outline: Outline) -> tuple[Mention, ...]:
    """The ids that a text names outside of code, links and headings, each at its first occurrence."""
    found: dict[str, int] = {}
    for number in _lines(outline.text):
        line = outline.lines[number - 1]
        if outline.kinds[number - 1] not in _TEXT or len(line) > _LONGEST_LINE:
            continue
        if any(name not in found for name in ID.findall(line)):  # before what is no text is taken out, which is dear
            found |= {name: number for name in ID.findall(_NO_TEXT.sub(" ", line)) if name not in found}
        if len(found) > MOST:
            break
    return tuple(Mention(name, number) for name, number in found.items())


def _lines(text: bytes) -> Iterator[int]:
    """The lines that may name an id."""
    number, at, last = 1, 0, 0
    for match in _END.finditer(text):
        number += text.count(b"\n", at, match.start())
        at = match.start()
        if number != last:
            yield number
        last = number
