"""One label and its value, in every form in which a part of a line may have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.reading import inline, shortcodes
from mkdocs_plans.reading.labels import trim
from mkdocs_plans.reading.status.vocabulary import EMOJI, phrases
from mkdocs_plans.reading.terms import DAYS
from mkdocs_plans.reading.values import is_day

if TYPE_CHECKING:
    from mkdocs_plans.reading.labels import LabelTable

MAX_LABEL = 60

COLONS = (":", "：")
# Keys with short values: a new sentence after one may begin another field.
SHORT = frozenset((*DAYS, "owner", "status", "implementation-status", "id"))
# https://spec.commonmark.org/0.31.2/#link-reference-definitions
_DEFINITION = re.compile(r"\[[^\[\]]{1,500}\]:\s{0,9}\S+(?:\s+[\"'(].*)?$")
# A date without a colon before it, at the end of a line or clause, or followed by how the plan came to be.
_DATED = re.compile(
    r"([^\W\d_]{3,20}+(?: [^\W\d_]{2,20}+){0,2}) (?=(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"
    r"(?:[T ]\d\d:\d\d[\d:.Z+-]{0,20})?"
    r"(?:\s(after|by|from|in|during|with|for|at|on)\s|\s?[.,;:!*。，；：（(]|\s[-–—/]|$))"
)
_REMARK = re.compile(r"\s[-–—·|(（]")
_LOOSE = re.compile(r"(?<!\w)-|-(?!\w)")  # a hyphen that does not join two words
_EMPHASIS = ("**", "__", "*", "_", "`")


class Pair(NamedTuple):
    """A label and its value as written; `bold` if the label is emphasised, so it certainly is one."""

    label: str
    value: str
    bold: bool


def is_label(text: str) -> bool:
    """Whether an unknown text looks like a label: short, without punctuation, and with the beginning of one."""
    if len(text) > 30 or len(text.split()) > 4 or not text[:1].isalpha() or text[:1].islower():
        return False
    return text.replace(" ", "").replace("-", "").isalnum() and not _LOOSE.search(text)


def pair_of(text: str, labels: LabelTable) -> Pair | None:
    """The one label and value of a text, or None."""
    while text[:1] == ":" and (shortcode := shortcodes.at_start(text)):
        text = text[shortcode.end() :]
    mark = next(filter(text.startswith, _EMPHASIS), "")
    if mark:
        return _emphasised(text, mark, labels)
    if text[:1] == "<":
        text = _without_tags(text)
    if text[:1] == "[" and _DEFINITION.match(text):
        return None
    if text[:1] and not text[0].isalnum():
        bare = text.lstrip("#")
        at = next((at for at, character in enumerate(bare[:8]) if character.isalnum() or character in "*_"), None)
        return pair_of(bare[at:], labels) if at else None
    return dated(text, labels) or _unmarked(text)


def dated(text: str, labels: LabelTable) -> Pair | None:
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
        return _pair(inner[:-1], rest, bold=strong)
    if rest.startswith(COLONS):
        return _pair(inner, rest[1:], bold=strong)
    if told := _told_within(inner, rest, labels):
        return told._replace(bold=strong and labels.find(told.label) is not None)
    if rest[:1] in ("—", "–", "-", "=") and labels.find(inner):
        return _pair(inner, rest[1:], bold=strong)
    return _without_colon(inner, rest, labels) if strong and rest else None


def _without_colon(inner: str, rest: str, labels: LabelTable) -> Pair | None:
    """`**Status** ✅ Done — all of it` and `**Created** 2026-03-01`; other text could be a sentence about the label."""
    label = labels.find(inner)
    if label is None:
        return None
    is_status = label.key == "status" and _says_status(rest)
    return _pair(inner, rest, bold=True) if is_status or (label.key in DAYS and is_day(rest)) else None


def _says_status(text: str) -> bool:
    """Whether a text is the emoji of a status, alone or with words for one, and perhaps a remark."""
    if text[0] not in EMOJI:
        return False
    words = inline.words(trim(_REMARK.split(text, 1)[0]))
    return not words or words in phrases()


def _told_within(inner: str, rest: str, labels: LabelTable) -> Pair | None:
    """`**Status: Draft**` and `**Created 2026-03-01**`, the first perhaps with more of the value behind it.

    An unknown label may be one among others: `*Status: Draft* · *Moved: 2026-03-01*`.
    """
    whole = _unmarked(inner)
    if whole and labels.find(whole.label):
        return whole._replace(value=f"{whole.value} {rest}".strip())
    if whole and not rest and whole.value and is_label(whole.label):
        return whole
    return dated(inner, labels)


def _pair(label: str, value: str, *, bold: bool) -> Pair | None:
    clean = trim(inline.plain(label))
    return Pair(clean, value.strip(), bold) if clean and len(clean) <= MAX_LABEL else None
