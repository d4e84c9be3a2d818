"""The items of lists, and headings that are questions, with what stands below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.model import Fact, Record
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.facts import BOLD_LABEL, in_line
from mkdocs_plans.reading.labels import LABELS, normal, trim
from mkdocs_plans.reading.outline import Kind
from mkdocs_plans.reading.questions import ANSWER, DUE, QUESTION
from mkdocs_plans.reading.settling import is_marked
from mkdocs_plans.reading.values import unbracketed

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"([ \t>]*+)(?:([-*+•]|\d{1,9}[.)])[ \t]++)?+(?:\[([ xX~-])\](?=[ \t]))?+(.*)", re.DOTALL)
_LABEL = re.compile(BOLD_LABEL)
_LETTER = re.compile(r"[^\W_]")
_TIED = " \t-–—|·•;:：,\\"
_ASKED = ("?", "？")
QUESTIONS = frozenset(map(normal, QUESTION))
DAYS = frozenset(map(normal, DUE))
# What has one of these labels is no thing of its own.
_KNOWN = frozenset(map(normal, (*QUESTION, *DUE, *ANSWER, *chain.from_iterable(LABELS.values()))))
# Brackets around what somebody wants to know are no template's: `[NEEDS CLARIFICATION: who pays?]`.
_BRACKETS = re.compile(r"[^\w\[]*+\[([^\[\]]{1,400})\][^\w]*+")
_CLARIFICATION = "NEEDS CLARIFICATION"
_ENDS = (".", "。", "!", "！")
# A question as a heading holds all that stands below it.
_HEADING = -1
# Items nested deeper than this belong to the one that they stand under.
_DEEPEST = 5
# A longer text is no name for what stands below it.
_LONGEST_TOPIC = 60
# So many facts of an item hold for each of those below it.
_SHARED = 8


class Line(NamedTuple):
    """A line: its indentation and quote marks, the mark of a list item, what stands in a box, and the rest."""

    lead: str
    mark: str
    box: str
    text: str

    @classmethod
    def of(cls, source: str) -> Line:
        """The parts of a line as written."""
        found = _LINE.match(source)
        return cls(*found.groups("")) if found else cls("", "", "", source)

    def depth(self, quotes: int) -> int:
        """How far it is indented within so many quotes; outside of them it is under nothing that stands in them."""
        parts = self.lead.split(">")
        return len(parts[quotes].expandtabs(4)) if len(parts) > quotes else _HEADING


@dataclass(slots=True)
class Item:
    """A list item, or a heading that is a question, as far as it was read.

    `label` is its only text where nothing stands behind it: the name of what follows, if something does. `further` are
    the lines in which its last fact goes on, and `tail` what the next line goes on with: these, its words, or nothing.
    `awaited` is a fact that nobody has decided; `nested` are the items below it that have no label.
    """

    line: int
    depth: int
    quotes: int = 0
    level: int = 0
    words: list[str] = field(default_factory=list)
    label: str = ""
    facts: list[Fact] = field(default_factory=list)
    further: list[str] = field(default_factory=list)
    awaited: Fact | None = None
    settled: bool = False
    tail: list[str] | None = None
    nested: list[Item] = field(default_factory=list)

    def records(self, *, in_run: bool = False) -> Iterator[Record]:
        """What it says; in a run of facts, an item of one label is a fact like those around it."""
        said, facts = " ".join(self.words), self._facts()
        text = _clean(said)
        name = text or _clean(self.label)
        nested = self._entries(name, in_run=in_run)
        if nested:
            start = f"{name.rstrip(_TIED)}: " if len(name) <= _LONGEST_TOPIC else ""
            shared = facts[:_SHARED]
            for record in (record for each in nested for record in each.records()):
                settled = self.settled or record.is_settled
                yield Record(start + record.text, record.line, (*record.facts, *shared), is_settled=settled)
            return
        facts = sorted(
            (*facts, *(fact for each in self.nested for fact in each.all_facts())), key=lambda fact: fact.line
        )
        if not text and facts:
            text = _clean(self.label)
        if self.awaited and in_run and not facts:
            text, facts = "", [self.awaited]
        # A label with its value and nothing below it is a fact like those around it.
        is_loose = not text and len(facts) == 1 and facts[0].line == self.line
        goes_on_to_ask = self.further and facts and facts[0].value.endswith(_ASKED)
        if is_loose and (self.settled or (goes_on_to_ask and normal(facts[0].label) not in QUESTIONS)):
            text, facts, is_loose = f"{facts[0].label}: {facts[0].value}", [], False
        settled = self.settled or (len(self.words) > 1 and is_marked(said))
        yield Record(text, self.line, tuple(facts), is_loose, is_loose, settled)

    def all_facts(self) -> list[Fact]:
        """Its facts, and those of all that is nested in it."""
        return [*self._facts(), *(fact for each in self.nested for fact in each.all_facts())]

    def asks(self) -> bool:
        """Whether it is a question, or has one below it."""
        return _is_question(" ".join(self.words)) or any(each.asks() for each in self.nested)

    def _facts(self) -> list[Fact]:
        """Its own facts, one that goes on in further lines as a whole."""
        if not self.further or not self.facts:
            return self.facts
        at = next(at for at in range(len(self.facts) - 1, -1, -1) if self.facts[at].line == self.line)
        whole = " ".join((self.facts[at].value, *filter(None, map(_clean, self.further))))
        return [*self.facts[:at], self.facts[at]._replace(value=whole), *self.facts[at + 1 :]]

    def _entries(self, name: str, *, in_run: bool) -> list[Item]:
        """The items below it that it is only the heading of."""
        if not self.nested or self.depth == _HEADING or _is_question(name):
            return []
        if any(each.asks() for each in self.nested):
            return self.nested
        # "Security" and "Of the team:" are names, "Ferries in dock send positions" has its answers below it.
        is_short = len(name.split()) <= 3 and len(name) <= _LONGEST_TOPIC and not name.endswith(_ENDS)
        is_topic = name and (is_short or " ".join(self.words or [":"]).rstrip(" *_").endswith((":", "：")))
        return self.nested if is_topic and not self.facts and not (in_run and self.label) else []


def takes(item: Item, kind: int, line: Line, number: int, here: list[Fact]) -> bool:
    """Whether a line stands under an item, goes on with its text, or says nothing."""
    if kind == Kind.HEADING:
        return item.depth == _HEADING and set(line.text.strip()) <= {"=", "-"}  # the question is underlined
    inner = item.nested[-1] if item.nested else None
    if kind not in (Kind.TEXT, Kind.TABLE) or not line.text.strip():
        item.tail = None
        return inner is None or takes(inner, kind, line, number, here)
    tail = item.tail if not line.mark and kind == Kind.TEXT else None
    if tail is None and inner and takes(inner, kind, line, number, here):
        return True
    if tail is None and line.depth(item.quotes) <= item.depth:
        return False
    label = _LABEL.search(line.text)
    item.tail = None if label else tail
    if item.tail is not None:
        item.tail.append(line.text)
    elif kind == Kind.TEXT:  # rows that stand under an item are about it, not more of them
        is_nested = line.mark and item.level < _DEEPEST and not (label and not _clean(line.text[: label.start()]))
        nested = begun(kind, line, number, here) if is_nested else None
        if nested:
            nested.level = item.level + 1
            item.nested.append(nested)
        else:
            item.facts += here
    return True


def begun(kind: int, line: Line, number: int, here: list[Fact]) -> Item | None:
    """The item that a line begins."""
    if kind == Kind.HEADING:
        title = line.text.strip("# \t")
        return Item(number, _HEADING, words=[title], settled=is_marked(title)) if title.endswith(_ASKED) else None
    if kind != Kind.TEXT or not line.mark:
        return None
    label = _LABEL.search(line.text)
    # In an item a label may stand in brackets: `- Who pays? (**Deadline**: 2026-12-01)`.
    if label and not here:
        here = [Fact(each.label, _unbracketed(each.value), each.line) for each in in_line(line.text, number)]
    quotes = line.lead.count(">")
    settled = line.box in ("x", "X") or is_marked(line.text)
    item = Item(number, line.depth(quotes), quotes, facts=list(here), settled=settled)
    before = line.text[: label.start()] if label else line.text
    if label and not _clean(before):
        _name(item, line, label)
    else:
        item.words = [before]
        item.tail = None if label else item.words
    return item


def _name(item: Item, line: Line, label: re.Match[str]) -> None:
    """`1. **Storage**: disk or bucket?` is about something, `- **Version**: 3` is a fact like its neighbours."""
    further = _LABEL.search(line.text, label.end())
    value = line.text[label.end() : further.start() if further else None].strip(_TIED)
    name, is_numbered = normal(label[1]), line.mark[0].isdigit()
    if not value:
        item.label = label[1]
        item.words = [label[1]] if is_numbered or label[1].endswith(_ASKED) else []
    elif _is_stand_in(value):
        if name not in _KNOWN and "[" not in value and not further:
            item.words, item.awaited = [f"{label[1]}: {value}"], Fact(trim(label[1]), value, item.line)
        return
    elif inline.is_placeholder(value):  # somebody wrote it
        if name in QUESTIONS:
            item.facts.insert(0, Fact(trim(label[1]), unbracketed(value), item.line))
        else:
            item.words = [f"{label[1]}: {unbracketed(value)}"]
        return
    elif name not in QUESTIONS and (is_numbered or value.endswith(_ASKED)):
        item.words, item.facts = [f"{label[1]}: {value}"], item.facts[1:]
    # `- **Question**: disk or bucket?` is as good a fact as the day that may stand below it.
    if not further and value and name not in DAYS:
        item.tail = item.words or (item.further if item.facts else None)


def _unbracketed(value: str) -> str:
    return value if "(" in value else value.rstrip(") ")


def _clean(text: str) -> str:
    """A text as written without markup; empty where a template wrote it."""
    if inline.is_placeholder(text):
        found = asked_in_brackets(text)
        if not found:
            return ""
        text = found
    plain = inline.plain(text).strip(_TIED).removesuffix("(").rstrip()
    return plain if _LETTER.search(plain) else ""


def _is_stand_in(text: str) -> bool:
    """Whether a template wrote a text."""
    return inline.is_placeholder(text) and not asked_in_brackets(text)


def asked_in_brackets(text: str) -> str:
    """What somebody asks who put it in brackets; empty where these hold the name of something to be written."""
    found = _BRACKETS.fullmatch(text.strip())
    asked = found[1].strip() if found else ""
    if asked.startswith(_CLARIFICATION):
        return asked if _LETTER.search(asked.removeprefix(_CLARIFICATION)) else ""
    least = 3 if asked.isascii() else 1
    return asked if asked.endswith(_ASKED) and len(asked.split()) >= least and len(asked) > 5 else ""


def _is_question(text: str) -> bool:
    return any(mark in text for mark in _ASKED) or _CLARIFICATION in text
