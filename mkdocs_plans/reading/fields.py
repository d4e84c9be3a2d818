"""Labels and values: what one line of a header says, in every dialect.

`**Label**: value` with the colon inside or outside, `*Label: value*`, `Label: value`, several on a line separated by
`|` or `·`, in lists, quotes and tables. Only lines of text are read here; code and comments were excluded before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.reading import inline
from mkdocs_plans.reading.marks import Marked
from mkdocs_plans.reading.pair import COLONS, SHORT, Pair, dated, is_label, pair_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.reading.labels import LabelTable

_NEXT_LABEL = re.compile(r"\s(?=\*\*[^*\n:：]{1,60}(?:\*\*\s?[:：]|[:：]\s?\*\*))")
_SEPARATORS = "|·•｜‖"
_SEPARATOR = re.compile(f"[{_SEPARATORS}<]")
_MARK = re.compile(rf"[{_SEPARATORS}<`\[\]()]")
# Separates one bold label from the next, and belongs to neither value.
_JOINTS = " \t,;/–—-"
# A line without any of these has no label: a colon, a mark of emphasis, a day.
_SIGN = re.compile(r"[:：*_`]|\d{4}-\d\d|\d\.\d{4}")
_BLANKS = f" \t{_SEPARATORS}"
# The end of a sentence, if the next one begins like a label.
_SENTENCE = re.compile(
    r"(?:\.\s{1,3}|。\s{0,3})([^\W\d_][^.。:：|]{0,30}?)(?:：|:(?=\s|$)|(?= (?:\d{4}-|\d{1,2}\.\d)))"
)
# A mark of emphasis within a text that begins with one.
_ENDS = {"*": re.compile(r"(?<!\*)\*(?!\*)"), "_": re.compile(r"(?<!\w)_|_(?!\w)")}


class Line(NamedTuple):
    """A line of a header without the marks of its containers."""

    number: int
    text: str
    depth: int
    item: bool
    box: bool
    hard_break: bool

    @classmethod
    def of(cls, number: int, source: str) -> Line:
        """Remove quote marks, list marks and a box from a line."""
        lead, item, box, rest = Marked.of(source)
        text = rest.rstrip()
        hard = text[-1:] == "\\" or rest[-2:] == "  "
        depth = len(lead.expandtabs(4).replace(">", "")) if lead else 0
        return cls(number, text.rstrip("\\").rstrip(), depth, bool(item), bool(box), hard)


@lru_cache(maxsize=4096)
def pairs(text: str, labels: LabelTable) -> tuple[Pair, ...]:
    """All labels of a line with their values, in order; empty if the line has none.

    Cached: half of the lines in the headers of a repository are in several plans.
    """
    if not _SIGN.search(text):
        return ()
    found: list[Pair] = []
    gap, sure, wanted = "", 0, 1
    for part in _parts(_unwrapped(text) if text[:1] in _ENDS else text):
        pair = pair_of(_bare(part), labels)
        if pair and (pair.bold or labels.find(pair.label)):
            sure += 1
            found += _inner(pair, labels) if "**" in pair.value else (pair,)
        elif pair and is_label(pair.label):
            if not found and " " in pair.value:
                wanted = 2  # "Note: see below | Status: Draft" may be a text about labels
            found.append(pair)
        elif found:
            last = found[-1]
            found[-1] = last._replace(value=f"{last.value}{gap}{part.rstrip()}" if last.value else part.strip())
        else:
            return ()
        gap = part[len(part.rstrip()) :]
    if sure < wanted:
        return ()
    if ". " in text or "。" in text:
        return tuple(piece for pair in found for piece in by_sentence(pair, labels))
    return tuple(found)


def by_sentence(pair: Pair, labels: LabelTable) -> Iterator[Pair]:
    """`Status: Draft. Owner: Ada` is two pairs, so is `Draft. Created 2026-03-01`; `Spec: A. Status: Draft` is one."""
    at = 0
    for found in _SENTENCE.finditer(pair.value):
        if not (label := labels.find(pair.label)) or label.key not in SHORT:
            break
        if labels.find(found[1]) and (found[0].endswith(COLONS) or dated(pair.value[found.start(1) :], labels)):
            yield pair._replace(value=pair.value[at : found.start()].strip())
            pair, at = Pair(found[1].strip(), pair.value, bold=False), found.end()
    yield pair._replace(value=pair.value[at:].strip()) if at else pair


def _inner(pair: Pair, labels: LabelTable) -> Iterator[Pair]:
    """`**A**: x **B**: y` is two pairs."""
    *before, last = _NEXT_LABEL.split(pair.value)
    first, *others = (*(piece.rstrip(_JOINTS) for piece in before), last.strip())
    yield pair._replace(value=first)
    for piece in others:
        further = pair_of(piece.strip(), labels)
        if further:
            yield further


def _unwrapped(text: str) -> str:
    """`*Owner: Ada | Status: Draft*` without the mark around it, which may also end in a later line."""
    mark = text[:1]
    if text[1:2] == mark:
        inner = text[2:-2] if text.endswith(mark * 2) else text[2:]
        return inner if mark * 2 not in inner and (len(inner) == len(text) - 2 or _SEPARATOR.search(inner)) else text
    inner = text[1:-1] if text.endswith(mark) else text[1:]
    return text if _ENDS[mark].search(inner) else inner


def _parts(text: str) -> Iterator[str]:
    """The line, cut before each separator or `<br>` outside code, links and brackets."""
    if not _SEPARATOR.search(text):
        yield text
        return
    start, depth, code = 0, 0, False
    for found in _MARK.finditer(text):
        at, character = found.start(), found[0]
        if character == "`":
            code = not code
        elif code:
            continue
        elif character in "[(":
            depth += 1
        elif character in "])":
            depth = max(0, depth - 1)
        elif not depth and (character != "<" or inline.BREAK_TAG.match(text, at)):
            yield text[start:at]
            start = at
    yield text[start:]


def _bare(part: str) -> str:
    """A part of a line without its separator."""
    tag = inline.BREAK_TAG.match(part) if part[:1] == "<" else None
    return part[tag.end() if tag else 0 :].strip(_BLANKS)
