"""Labels and values: what one line of a header says, in every dialect.

`**Label**: value` with the colon inside or outside, `*Label: value*`, `Label: value`, several on a line separated by
`|` or `·`, in lists, quotes and tables. Only lines of text are read here; code and comments were excluded before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.reading import inline, shortcodes
from mkdocs_plans.reading.labels import DAYS, trim
from mkdocs_plans.reading.marks import Marked
from mkdocs_plans.reading.sentences import is_ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.reading.labels import LabelTable

MAX_LABEL = 60

_NEXT_LABEL = re.compile(r"\s(?=\*\*[^*\n:：]{1,60}(?:\*\*\s?[:：]|[:：]\s?\*\*))")
_SEPARATORS = "|·•｜‖"
_SEPARATOR = re.compile(f"[{_SEPARATORS}<]")
_MARK = re.compile(rf"[{_SEPARATORS}<`\[\]()]")
# Separates one bold label from the next, and belongs to neither value.
_JOINTS = " \t,;/–—-"
# A line without any of these has no label: a colon, a mark of emphasis, a day.
_SIGN = re.compile(r"[:：*_`]|\d{4}-\d\d|\d\.\d{4}")
# https://spec.commonmark.org/0.31.2/#link-reference-definitions
_DEFINITION = re.compile(r"\[[^\[\]]{1,500}\]:\s{0,9}\S+(?:\s+[\"'(].*)?$")
_BLANKS = f" \t{_SEPARATORS}"
COLONS = (":", "：")
# Keys with short values: a new sentence after one may begin another field.
_SHORT = frozenset((*DAYS, "owner", "status", "implementation-status", "id"))
# The end of a sentence, if the next one begins like a label.
_SENTENCE = re.compile(
    r"(?:\.\s{1,3}|。\s{0,3})([^\W\d_][^.。:：|]{0,30}?)(?:：|:(?=\s|$)|(?= (?:\d{4}-|\d{1,2}\.\d)))"
)
# A date without a colon before it, at the end of a line or clause, or followed by how the plan came to be.
_DATED = re.compile(
    r"([^\W\d_]{3,20}+(?: [^\W\d_]{2,20}+){0,2}) (?=(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"
    r"(?:[T ]\d\d:\d\d[\d:.Z+-]{0,20})?"
    r"(?:\s(after|by|from|in|during|with|for|at|on)\s|\s?[.,;:!*。，；：（(]|\s[-–—/]|$))"
)
_LOOSE = re.compile(r"(?<!\w)-|-(?!\w)")  # a hyphen that does not join two words
_EMPHASIS = ("**", "__", "*", "_", "`")
# A mark of emphasis within a text that begins with one.
_ENDS = {"*": re.compile(r"(?<!\*)\*(?!\*)"), "_": re.compile(r"(?<!\w)_|_(?!\w)")}


class Pair(NamedTuple):
    """A label and its value as written.

    Attributes:
        bold: Whether the label is emphasised, so it certainly is one.
        ended: Whether the value is a whole sentence in emphasis, so what follows is not part of it.
    """

    label: str
    value: str
    bold: bool
    ended: bool = False


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
        return tuple(piece for pair in found for piece in sentences(pair, labels))
    return tuple(found)


def sentences(pair: Pair, labels: LabelTable) -> Iterator[Pair]:
    """`Status: Draft. Owner: Ada` is two pairs, so is `Draft. Created 2026-03-01`; `Spec: A. Status: Draft` is one."""
    at = 0
    for found in _SENTENCE.finditer(pair.value):
        if not (label := labels.find(pair.label)) or label.key not in _SHORT:
            break
        if labels.find(found[1]) and (found[0].endswith(COLONS) or _dated(pair.value[found.start(1) :], labels)):
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


def is_label(text: str) -> bool:
    """Whether an unknown text looks like a label: short, without punctuation, and with the beginning of one."""
    if len(text) > 30 or len(text.split()) > 4 or not text[:1].isalpha() or text[:1].islower():
        return False
    return text.replace(" ", "").replace("-", "").isalnum() and not _LOOSE.search(text)


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


def pair_of(text: str, labels: LabelTable) -> Pair | None:
    """The one label and value of a text, or None."""
    mark = next(filter(text.startswith, _EMPHASIS), "")
    if mark:
        return _emphasised(text, mark, labels)
    if text[:1] == "<":
        text = _without_tags(text)
    if text[:1] == "[" and _DEFINITION.match(text):
        return None
    if text[:1] == ":" and (shortcode := shortcodes.at_start(text)):
        return pair_of(text[shortcode.end() :], labels)
    if text[:1] and not text[0].isalnum():
        bare = text.lstrip("#")
        at = next((at for at, character in enumerate(bare[:8]) if character.isalnum() or character in "*_"), None)
        return pair_of(bare[at:], labels) if at else None
    return _dated(text, labels) or _unmarked(text)


def _dated(text: str, labels: LabelTable) -> Pair | None:
    """`Created 2026-03-01`, as in sentences."""
    found = _DATED.match(text)
    label = labels.find(found[1]) if found else None
    if not found or not label or label.key not in DAYS or (found[2] and not found[1].endswith(("ed", "written"))):
        return None
    return Pair(found[1], text[found.end() :], bold=False)


def _without_tags(text: str) -> str:
    """A text without the tags that it begins with: `<b>Status</b>: Draft`."""
    at = 0
    while tag := inline.TAG.match(text, at):
        at = tag.end()
    return text[at:]


def _unmarked(text: str) -> Pair | None:
    at = min((at for colon in COLONS if (at := text.find(colon, 0, MAX_LABEL + 2)) > 0), default=0)
    label = text[:at].strip()
    after = text[at + 1 : at + 2]
    tight = text[at : at + 1] == ":" and after and not after.isspace()
    value = text[at + 1 :]
    if value.startswith(": "):  # `status:: Draft`, as Dataview for Obsidian has it
        value = value[1:]
    elif not label or (tight and (after in "/\\:" or (after.isdigit() and label.isascii()))):
        return None
    clean = trim(inline.plain(label))
    return Pair(clean, value.strip(), bold=False) if clean else None


def _emphasised(text: str, mark: str, labels: LabelTable) -> Pair | None:
    close = text.find(mark, len(mark), MAX_LABEL * 4)
    if close < 0:
        return None
    inner, rest = text[len(mark) : close].strip(), text[close + len(mark) :].strip()
    strong = mark in ("**", "__")
    if inner.endswith(COLONS):
        return _up_to_its_end(_pair(inner[:-1], rest, bold=strong), labels)
    if rest.startswith(COLONS):
        return _up_to_its_end(_pair(inner, rest[1:], bold=strong), labels)
    if told := _told_within(inner, rest, labels):
        return told._replace(bold=strong and labels.find(told.label) is not None)
    if rest[:1] in ("—", "–", "-", "=") and labels.find(inner):
        return _pair(inner, rest[1:], bold=strong)
    return None


def _told_within(inner: str, rest: str, labels: LabelTable) -> Pair | None:
    """`**Status: Draft**` and `**Created 2026-03-01**`, the first perhaps with more of the value behind it.

    An unknown label may be one among others: `*Status: Draft* · *Moved: 2026-03-01*`.
    """
    whole = _unmarked(inner)
    if whole and (label := labels.find(whole.label)):
        if label.key in _SHORT and is_ended(whole.value):
            return whole._replace(ended=True)
        return whole._replace(value=f"{whole.value} {rest}".strip())
    if whole and not rest and whole.value and is_label(whole.label):
        return whole
    return _dated(inner, labels)


def _up_to_its_end(pair: Pair | None, labels: LabelTable) -> Pair | None:
    """`**Status:** **Approved by Ada.** It comes later` without what stands behind the sentence in emphasis."""
    if pair is None or pair.value[:2] != "**" or not (label := labels.find(pair.label)) or label.key not in _SHORT:
        return pair
    close = pair.value.find("**", 2)
    is_whole = close > 0 and is_ended(pair.value[2:close])
    return pair._replace(value=pair.value[: close + 2], ended=True) if is_whole else pair


def _pair(label: str, value: str, *, bold: bool) -> Pair | None:
    clean = trim(inline.plain(label))
    return Pair(clean, value.strip(), bold) if clean and len(clean) <= MAX_LABEL else None
