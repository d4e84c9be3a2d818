"""What the sections of a text list: rows of tables, list items with what is nested under them, runs of facts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.model import Fact, Record
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.facts import BOLD_LABEL, MAX_FACTS, facts, in_line
from mkdocs_plans.reading.fields import cells
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.outline import Kind, lines_of
from mkdocs_plans.reading.questions import QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LINE = re.compile(r"([ \t>]*+)(?:([-*+•]|\d{1,9}[.)])[ \t]++)?+(?:\[([ xX~-])\](?=[ \t]))?+(.*)", re.DOTALL)
_LABEL = re.compile(BOLD_LABEL)
_LETTER = re.compile(r"[^\W_]")
_TIED = " \t-–—|·•;:：,\\"
_ASKED = ("?", "？")
_QUESTION = frozenset(map(normal, QUESTION))
# A question as a heading holds all that stands below it.
_HEADING = -1


class _Line(NamedTuple):
    """A line: its indentation and quote marks, the mark of a list item, what stands in a box, and the rest."""

    lead: str
    mark: str
    box: str
    text: str

    @classmethod
    def of(cls, source: str) -> _Line:
        found = _LINE.match(source)
        return cls(*found.groups("")) if found else cls("", "", "", source)

    def depth(self, quotes: int) -> int:
        """How far it is indented within so many quotes; outside of them it is under nothing that stands in them."""
        parts = self.lead.split(">")
        return len(parts[quotes].expandtabs(4)) if len(parts) > quotes else _HEADING


@dataclass(slots=True)
class _Item:
    """A list item, or a heading that is a question, as far as it was read; its words go on while it is `open`.

    `label` is its only text where nothing stands behind it: the name of what follows, if facts follow.
    """

    line: int
    depth: int
    quotes: int = 0
    words: list[str] = field(default_factory=list)
    label: str = ""
    facts: list[Fact] = field(default_factory=list)
    settled: bool = False
    open: bool = False

    def record(self) -> Record:
        said = " ".join(self.words)
        text = _clean(said or (self.label if self.facts else ""))
        # A label with its value and nothing below it is a fact like those around it.
        is_loose = not text and len(self.facts) == 1 and self.facts[0].line == self.line
        settled = self.settled or said.lstrip(" *_").startswith("~~")
        return Record(text, self.line, tuple(self.facts), is_loose, is_loose, settled)


def records(text: bytes, kinds: bytearray, footer: int | None = None) -> list[Record]:
    """The records of a whole text in the order of its lines; text and kinds are an outline's.

    What stands from the line of the footer on is the document's.
    """
    lines = lines_of(text)[: footer - 1 if footer else None]
    said: dict[int, list[Fact]] = {}
    for fact in facts(text, kinds):
        said.setdefault(fact.line, []).append(fact)
    return list(islice(gathered(_read(lines, kinds, said)), MAX_FACTS))


def gathered(found: Iterable[Record | None]) -> Iterator[Record]:
    """Records in which loose facts in a row are one, until a label comes again or None parts them."""
    run: list[Fact] = []
    labels: set[str] = set()
    listed = True
    for record in (*found, None):
        if record and not (record.text or record.facts):
            continue
        own = {normal(fact.label) for fact in record.facts} if record and record.is_loose else set()
        if run and (not own or own & labels):
            yield Record("", run[0].line, tuple(run), is_loose=True, is_listed=listed)
            run, labels, listed = [], set(), True
        if record and record.is_loose:
            run += record.facts
            labels |= own
            listed &= record.is_listed
        elif record:
            yield record


def _read(lines: list[str], kinds: bytearray, said: Mapping[int, list[Fact]]) -> Iterator[Record | None]:
    """The records in order, where each loose fact is one; None where a heading parts them."""
    item: _Item | None = None
    for number, (source, kind) in enumerate(zip(lines, kinds, strict=False), 1):
        line, here = _Line.of(source), said.get(number, [])
        if item:
            if _takes(item, kind, line, here):
                continue
            yield item.record()
        item = _begun(kind, line, number, here)
        if kind == Kind.HEADING:
            yield None
        elif item is None and here:
            struck = kind == Kind.TABLE and any(cell[:2] == "~~" for cell in cells(source)[:2])
            yield Record("", number, tuple(here), is_loose=kind != Kind.TABLE, is_settled=struck)
    if item:
        yield item.record()


def _takes(item: _Item, kind: int, line: _Line, here: list[Fact]) -> bool:
    """Whether a line stands under an item, goes on with its text, or says nothing."""
    if kind == Kind.HEADING:
        return item.depth == _HEADING and set(line.text.strip()) <= {"=", "-"}  # the question is underlined
    if kind not in (Kind.TEXT, Kind.TABLE) or not line.text.strip():
        item.open = False
        return True
    goes_on = item.open and not line.mark and kind == Kind.TEXT
    if not goes_on and line.depth(item.quotes) <= item.depth:
        return False
    item.open = goes_on and not _LABEL.search(line.text)
    if item.open:
        item.words.append(line.text)
    if kind == Kind.TEXT:  # rows that stand under an item are about it, not more of them
        item.facts += here
    return True


def _begun(kind: int, line: _Line, number: int, here: list[Fact]) -> _Item | None:
    """The item that a line begins."""
    if kind == Kind.HEADING:
        title = line.text.strip("# \t")
        return _Item(number, _HEADING, words=[title]) if title.endswith(_ASKED) else None
    if kind != Kind.TEXT or not line.mark:
        return None
    label = _LABEL.search(line.text)
    # In an item a label may stand in brackets: `- Who pays? (**Deadline**: 2026-12-01)`.
    if label and not here:
        here = [Fact(each.label, _unbracketed(each.value), each.line) for each in in_line(line.text, number)]
    quotes = line.lead.count(">")
    item = _Item(number, line.depth(quotes), quotes, facts=here, settled=line.box in ("x", "X"), open=label is None)
    before = line.text[: label.start()] if label else line.text
    if label and not _clean(before):
        _name(item, line, label)
    else:
        item.words = [before]
    return item


def _name(item: _Item, line: _Line, label: re.Match[str]) -> None:
    """`1. **Storage**: disk or bucket?` is about something, `- **Version**: 3` is a fact like its neighbours."""
    further = _LABEL.search(line.text, label.end())
    value = line.text[label.end() : further.start() if further else None].strip(_TIED)
    is_numbered = line.mark[0].isdigit()
    if not value:
        item.label = label[1]
        item.words = [label[1]] if is_numbered or label[1].endswith(_ASKED) else []
    elif inline.is_placeholder(value) or normal(label[1]) in _QUESTION:
        return  # `- **Question**: disk or bucket?` is as good a fact as the day that may stand below it
    elif is_numbered or value.endswith(_ASKED):
        item.words, item.facts = [f"{label[1]}: {value}"], item.facts[1:]


def _unbracketed(value: str) -> str:
    return value if "(" in value else value.rstrip(") ")


def _clean(text: str) -> str:
    """A text as written without markup; empty where a template wrote it."""
    if inline.is_placeholder(text):
        return ""
    plain = inline.plain(text).strip(_TIED).removesuffix("(").rstrip()
    return plain if _LETTER.search(plain) else ""
