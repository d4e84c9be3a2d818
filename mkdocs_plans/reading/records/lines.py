"""The lines of a list, one by one: which item each line begins or belongs to."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from mkdocs_plans.model import Fact
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.facts import BOLD_LABEL, in_line
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.labels import normal, trim
from mkdocs_plans.reading.records.items import HEADING, Item
from mkdocs_plans.reading.records.questions import ANSWER, DAYS, QUESTIONS
from mkdocs_plans.reading.records.settling import is_marked
from mkdocs_plans.reading.records.wording import ASKED, TIED, clean, is_stand_in
from mkdocs_plans.reading.terms import LABELS
from mkdocs_plans.reading.values import unbracketed

if TYPE_CHECKING:
    from mkdocs_plans.reading.marks import Marked

_LABEL = re.compile(BOLD_LABEL)
# A line with one of these labels is not an item of its own.
_KNOWN = QUESTIONS | DAYS | frozenset(map(normal, (*ANSWER, *chain.from_iterable(LABELS.values()))))
# Items nested deeper than this belong to the item above them.
_DEEPEST = 5


def takes(item: Item, kind: int, line: Marked, number: int, here: list[Fact]) -> bool:
    """Whether a line is nested in an item, continues its text, or is blank."""
    if kind == Kind.HEADING:
        return item.depth == HEADING and set(line.text.strip()) <= {"=", "-"}  # the question is underlined
    inner = item.nested[-1] if item.nested else None
    if kind not in (Kind.TEXT, Kind.TABLE) or not line.text.strip():
        item.tail = None
        return inner is None or takes(inner, kind, line, number, here)
    tail = item.tail if not line.item and kind == Kind.TEXT else None
    if tail is None and inner and takes(inner, kind, line, number, here):
        return True
    if tail is None and _depth(line, item.quotes) <= item.depth:
        return False
    label = _LABEL.search(line.text)
    item.tail = None if label else tail
    if item.tail is not None:
        item.go_on(line.text)
    elif kind == Kind.TEXT:  # table rows below an item belong to it, and are not items
        is_nested = line.item and item.level < _DEEPEST and not (label and not clean(line.text[: label.start()]))
        nested = begun(kind, line, number, here) if is_nested else None
        if nested:
            nested.level = item.level + 1
            item.nested.append(nested)
        else:
            item.facts += here
    return True


def begun(kind: int, line: Marked, number: int, here: list[Fact]) -> Item | None:
    """The item that a line begins."""
    if kind == Kind.HEADING:
        title = line.text.strip("# \t")
        return Item(number, HEADING, words=[title], settled=is_marked(title)) if title.endswith(ASKED) else None
    if kind != Kind.TEXT or not line.item:
        return None
    label = _LABEL.search(line.text)
    # In an item a label may be in brackets: `- Who pays? (**Deadline**: 2026-12-01)`.
    if label and not here:
        here = [Fact(each.label, _unbracketed(each.value), each.line) for each in in_line(line.text, number)]
    quotes = line.quotes
    settled = line.is_ticked or is_marked(line.text)
    item = Item(number, _depth(line, quotes), quotes, facts=list(here), settled=settled)
    before = line.text[: label.start()] if label else line.text
    if label and not clean(before):
        _name(item, line, label)
    else:
        item.words = [before]
        item.tail = None if label else "words"
    return item


def _name(item: Item, line: Marked, label: re.Match[str]) -> None:
    """`1. **Storage**: disk or bucket?` is about something, `- **Version**: 3` is a fact like its neighbours."""
    further = _LABEL.search(line.text, label.end())
    value = line.text[label.end() : further.start() if further else None].strip(TIED)
    name, is_numbered = normal(label[1]), line.item[0].isdigit()
    if not value:
        item.label = label[1]
        item.words = [label[1]] if is_numbered or label[1].endswith(ASKED) else []
    elif is_stand_in(value):
        if name not in _KNOWN and "[" not in value:
            item.words, item.awaited = [f"{label[1]}: {value}"], Fact(trim(label[1]), value, item.line)
        return
    elif inline.is_placeholder(value):  # somebody wrote it
        if name in QUESTIONS:
            item.facts.insert(0, Fact(trim(label[1]), unbracketed(value), item.line))
        else:
            item.words = [f"{label[1]}: {unbracketed(value)}"]
        return
    elif name not in QUESTIONS and (is_numbered or value.endswith(ASKED)):
        item.words, item.facts = [f"{label[1]}: {value}"], item.facts[1:]
    # `- **Question**: disk or bucket?` is as good a fact as the day that may stand below it.
    if not further and value and name not in DAYS:
        item.tail = "words" if item.words else "fact" if item.facts else None


def _depth(line: Marked, quotes: int) -> int:
    """How far it is indented within so many quotes; outside of them it is under nothing that stands in them."""
    parts = line.lead.split(">")
    return len(parts[quotes].expandtabs(4)) if len(parts) > quotes else HEADING


def _unbracketed(value: str) -> str:
    """A value without the brackets at its end that were opened before it."""
    bare = value.rstrip(") ")
    own = value.count("(") - bare.count(")")
    return bare + ")" * min(own, value.count(")") - bare.count(")"))
