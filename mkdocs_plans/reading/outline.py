"""The structure of a text: its lines and what each of them is, its headings, rules and boxes.

The parser tells code from text, a rule from an underline and a box from brackets; within a line, `inline` is enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.model import Comment
from mkdocs_plans.parser import structure
from mkdocs_plans.reading.containers import open_containers
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.marks import BEGUN, ITEM, LEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Heading(NamedTuple):
    """A heading: its text as written, from the first line to the last one (two or more where it is underlined)."""

    text: str
    level: int
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A text without its comments.

    Attributes:
        text: The whole text in UTF-8, for later reading: it takes less than half the memory of the lines.
        lines: The lines; `lines[0]` is line 1.
        kinds: What each line is, as a `Kind`; `kinds[0]` is that of line 1.
        headings: In the order of the file.
        rules: The lines of thematic breaks, in order.
        boxes: The lines of task list boxes and whether each is ticked, in order.
        links: The lines of links and images and their destinations, in order.
        comments: The comments for this project, in order.
    """

    text: bytes
    lines: list[str]
    kinds: bytearray
    headings: tuple[Heading, ...]
    rules: tuple[int, ...]
    boxes: tuple[tuple[int, bool], ...]
    links: tuple[tuple[int, str], ...] = ()
    comments: tuple[Comment, ...] = ()


_COMMENT_OPENS, _COMMENT_CLOSES = b"<!--", b"-->"
_DIRECTIVE = b"plans-disable"
_HALF = re.compile(rf"\[[{BEGUN}]\][ \t]".encode())
_HALF_BOX = re.compile(rf"{LEAD}(?!•){ITEM}\[[{BEGUN}]\][ \t]")
_ATTRIBUTES = re.compile(r"\{:?[ \t]{0,3}[#.][\w-]")
_RULE = re.compile(bytes((Kind.RULE,)))
_HASH = ord("#")
_FENCES = (b"```", b"~~~")
_BLOCKS = {
    "CodeBlock": bytes((Kind.CODE,)),
    "HtmlBlock": bytes((Kind.HTML,)),
    "Table": bytes((Kind.TABLE,)),
    "Rule": bytes((Kind.RULE,)),
}


def outline(text: str, is_label: Callable[[str], bool]) -> Outline:
    """Read the structure of a text with line feeds only.

    `is_label` tells whether a line holds a label of a header: one or more such lines directly above `---` are text and
    a rule, as their author meant, although Markdown makes them a heading.
    """
    parsed = structure(text)
    raw = text.encode("utf-8", "surrogatepass")
    source = text.split("\n")
    kinds = bytearray(len(source))
    count = raw.count
    comments: list[tuple[int, int]] = []
    titles: list[tuple[int, int, int]] = []
    boxes: list[tuple[int, bool]] = []
    links: list[tuple[int, str]] = []
    line, at = 1, 0
    for kind, value, start, end in parsed:
        line += count(b"\n", at, start)
        at = start
        if kind == "Box":
            boxes.append((line, value))
        elif kind == "Link":
            links.append((line, value))
        elif kind == "Heading":
            titles.append((line, line if raw[start] == _HASH else line + count(b"\n", start, end - 1), value))
        elif kind == "Comment":
            comments.append((start, end))
        else:
            last = line + count(b"\n", start, end - 1)
            kinds[line - 1 : last] = _BLOCKS[kind] * (last - line + 1)
            if value:
                _mark_fences(kinds, line, last, raw[start:end])
            elif kind == "HtmlBlock":
                comments += _comments(raw, start, end)
    whole = raw
    if comments:
        whole = _blank(raw, comments)
        source = lines_of(whole)
    boxes += list(open_containers(raw, source, kinds, boxes))
    headings = _headings(source, kinds, titles, is_label)
    rules = tuple(found.start() + 1 for found in _RULE.finditer(kinds))
    if _HALF.search(raw):
        boxes += _half_boxes(source, kinds)
    spoken = tuple(_spoken(raw, comments, source))
    return Outline(whole, source, kinds, headings, rules, tuple(sorted(boxes)), tuple(links), spoken)


def lines_of(text: bytes) -> list[str]:
    """The lines of an outline's text."""
    return text.decode("utf-8", "surrogatepass").split("\n")


def _mark_fences(kinds: bytearray, first: int, last: int, block: bytes) -> None:
    kinds[first - 1] = Kind.FENCE
    if block.rstrip().endswith(_FENCES):
        kinds[last - 1] = Kind.FENCE


def _headings(
    source: list[str], kinds: bytearray, titles: list[tuple[int, int, int]], is_label: Callable[[str], bool]
) -> tuple[Heading, ...]:
    found = []
    for line, last, level in titles:
        if last == line:
            kinds[line - 1] = Kind.HEADING
            text = _heading(source[line - 1])
        elif level == 2 and (last > line + 1 or is_label(source[line - 1])):
            kinds[last - 1] = Kind.RULE
            continue
        else:
            kinds[line - 1 : last] = bytes((Kind.HEADING,)) * (last - line + 1)
            written = source[line - 1 : last - 1]  # without the underline
            text = _without_attributes(" ".join(part.strip() for part in written))
        found.append(Heading(text, level, line, last))
    return tuple(found)


def _without_attributes(text: str) -> str:
    """`Login {#login}` without its attribute list, as most site generators show it."""
    if not text.endswith("}"):
        return text
    at = text.rfind("{")
    return text[:at].rstrip() if text[at - 1 : at].isspace() and _ATTRIBUTES.match(text, at) else text


def _half_boxes(source: list[str], kinds: bytearray) -> Iterator[tuple[int, bool]]:
    """The boxes `[-]`, `[~]`, `[/]` and `[!]`: not done; the parser knows only `[ ]` and `[x]`."""
    for number, line in enumerate(source, 1):
        if not kinds[number - 1] and _HALF_BOX.match(line):
            yield number, False


def _comments(raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The comments of an HTML block; an unclosed one reaches to its end."""
    at = raw.find(_COMMENT_OPENS, start, end)
    while at >= 0:
        close = raw.find(_COMMENT_CLOSES, at, end)
        stop = close + len(_COMMENT_CLOSES) if close >= 0 else end
        yield at, stop
        at = raw.find(_COMMENT_OPENS, stop, end)


def _spoken(raw: bytes, spans: list[tuple[int, int]], source: list[str]) -> Iterator[Comment]:
    """The comments for this project, with the lines that they apply to; `source` is the text without comments."""
    line, at = 1, 0
    for start, end in spans:
        if not raw[start:end].lstrip(b"<!- \t\n").startswith(_DIRECTIVE):
            continue
        line += raw.count(b"\n", at, start)
        at = start
        last = line + raw.count(b"\n", start, end)
        if not any(source[number].strip() for number in range(line - 1, last)):
            last += 1 if source[last : last + 1] != [""] else 2
        text = raw[start:end].decode("utf-8", "replace").removeprefix("<!--").removesuffix("-->")
        yield Comment(text.strip(), line, last)


def _blank(raw: bytes, spans: list[tuple[int, int]]) -> bytes:
    """The same bytes with spaces in place of the spans, line feeds kept."""
    parts: list[bytes] = []
    at = 0
    for start, end in spans:
        parts += (raw[at:start], b"\n".join(b" " * len(line) for line in raw[start:end].split(b"\n")))
        at = end
    return b"".join((*parts, raw[at:]))


@lru_cache(maxsize=4096)
def _heading(line: str) -> str:
    """The text of a heading without its marks: `## Text ##`; cached, since plans share most of their headings."""
    text = line.lstrip(" \t>").lstrip("#").strip()
    bare = text.rstrip("#")
    if not bare or bare.endswith((" ", "\t")):
        text = bare.rstrip()
    return _without_attributes(text)
