"""What the sections of a text list: rows of tables, list items with everything nested in them, runs of facts."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from mkdocs_plans.model import Fact, Record
from mkdocs_plans.reading.facts import MAX_FACTS, facts
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.marks import Marked
from mkdocs_plans.reading.outline import lines_of
from mkdocs_plans.reading.records.lines import begun, takes
from mkdocs_plans.reading.records.questions import QUESTIONS
from mkdocs_plans.reading.records.settling import is_marked
from mkdocs_plans.reading.records.wording import asked_in_brackets
from mkdocs_plans.reading.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_plans.reading.records.items import Item

# A row in which nothing is ticked, struck out or in brackets.
_PLAIN = re.compile(r"[^~\[(（【✅☑✔]*+")


def records(text: bytes, kinds: bytearray, footer: int | None = None) -> list[Record]:
    """The records of a whole text in the order of its lines; the arguments come from an outline.

    Everything from the line of the footer on belongs to the document.
    """
    lines = lines_of(text)[: footer - 1 if footer else None]
    said: dict[int, list[Fact]] = {}
    for fact in facts(text, kinds):
        said.setdefault(fact.line, []).append(fact)
    return list(islice(gathered(_read(lines, kinds, said)), MAX_FACTS))


def gathered(found: Iterable[Record | None]) -> Iterator[Record]:
    """Merge consecutive loose facts into one record; a repeated label, or None (a heading), starts a new one."""
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
    """The records in order, where each loose fact is one; None where a heading separates them."""
    item: Item | None = None
    in_run = False
    for number, (source, kind) in enumerate(zip(lines, kinds, strict=False), 1):
        line, here = Marked.of(source), said.get(number, [])
        if item:
            if takes(item, kind, line, number, here):
                continue
            for record in item.records(in_run=in_run):
                yield record
                in_run = record.is_loose or (in_run and not record.text and not record.facts)
        item = begun(kind, line, number, here)
        if kind == Kind.HEADING:
            yield None
            in_run = False
        elif kind == Kind.TABLE:
            if row := _row(source, number, here):
                yield row
            in_run = False
        elif item is None and here:
            yield Record("", number, tuple(here), is_loose=True)
            in_run = True
    if item:
        yield from item.records(in_run=in_run)


def _row(source: str, number: int, here: list[Fact]) -> Record | None:
    """The record of a table row; its question may be in brackets, which are not a fact."""
    text, settled = "", False
    if not _PLAIN.fullmatch(source):
        written = cells(source)
        is_named = any(normal(fact.label) in QUESTIONS for fact in here)
        text = "" if is_named else next(filter(None, map(asked_in_brackets, written)), "")
        settled = any(map(is_marked, written[:2]))
    return Record(text, number, tuple(here), is_settled=settled) if here or text else None
