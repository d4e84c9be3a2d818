"""A list item, or a heading that is a question, with everything below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mkdocs_plans.model import Fact, Record
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.records.questions import QUESTIONS
from mkdocs_plans.reading.records.settling import is_marked
from mkdocs_plans.reading.records.wording import ASKED, TIED, clean, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = (".", "。", "!", "！")
# A heading that is a question holds everything below it.
HEADING = -1
# A longer text is not a name for the items below it.
_LONGEST_TOPIC = 60
# How many facts of an item apply to each of those below it.
_SHARED = 8


@dataclass(slots=True)
class Item:
    """A list item, or a heading that is a question, as far as it was read.

    `label` is its only text where nothing stands behind it: the name of what follows, if something does. `further` are
    the lines in which its last fact goes on, and `tail` what the next line goes on with: that, its words, or nothing.
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
    tail: Literal["words", "fact"] | None = None
    nested: list[Item] = field(default_factory=list)

    def go_on(self, text: str) -> None:
        """Add a line to what the one before ended with."""
        (self.words if self.tail == "words" else self.further).append(text)

    def records(self, *, in_run: bool = False) -> Iterator[Record]:
        """The records of the item; in a run of facts, an item with one label is a fact like its neighbours."""
        said, facts = " ".join(self.words), self._facts()
        text = clean(said)
        name = text or clean(self.label)
        nested = self._entries(name, in_run=in_run)
        if nested:
            start = f"{name.rstrip(TIED)}: " if len(name) <= _LONGEST_TOPIC else ""
            shared = facts[:_SHARED]
            for record in (record for each in nested for record in each.records()):
                settled = self.settled or record.is_settled
                yield Record(start + record.text, record.line, (*record.facts, *shared), is_settled=settled)
            return
        facts = sorted(
            (*facts, *(fact for each in self.nested for fact in each.all_facts())), key=lambda fact: fact.line
        )
        if not text and facts:
            text = clean(self.label)
        if self.awaited and in_run and not facts:
            text, facts = "", [self.awaited]
        # A label with its value and nothing below it is a fact like its neighbours.
        is_loose = not text and len(facts) == 1 and facts[0].line == self.line
        goes_on_to_ask = self.further and facts and facts[0].value.endswith(ASKED)
        if is_loose and (self.settled or (goes_on_to_ask and normal(facts[0].label) not in QUESTIONS)):
            text, facts, is_loose = f"{facts[0].label}: {facts[0].value}", [], False
        settled = self.settled or (len(self.words) > 1 and is_marked(said))
        yield Record(text, self.line, tuple(facts), is_loose, is_loose, settled)

    def all_facts(self) -> list[Fact]:
        """The item's facts, and those of everything nested in it."""
        return [*self._facts(), *(fact for each in self.nested for fact in each.all_facts())]

    def asks(self) -> bool:
        """Whether the item is a question, or has one below it."""
        return is_question(" ".join(self.words)) or any(each.asks() for each in self.nested)

    def _facts(self) -> list[Fact]:
        """Its own facts, one that goes on in further lines as a whole."""
        if not self.further or not self.facts:
            return self.facts
        at = next(at for at in range(len(self.facts) - 1, -1, -1) if self.facts[at].line == self.line)
        whole = " ".join((self.facts[at].value, *filter(None, map(clean, self.further))))
        return [*self.facts[:at], self.facts[at]._replace(value=whole), *self.facts[at + 1 :]]

    def _entries(self, name: str, *, in_run: bool) -> list[Item]:
        """The items below it that it is only the heading of."""
        if not self.nested or self.depth == HEADING or is_question(name):
            return []
        if any(each.asks() for each in self.nested):
            return self.nested
        # "Security" and "Of the team:" are names, "Ferries in dock send positions" has its answers below it.
        is_short = len(name.split()) <= 3 and len(name) <= _LONGEST_TOPIC and not name.endswith(_ENDS)
        is_topic = name and (is_short or " ".join(self.words or [":"]).rstrip(" *_").endswith((":", "：")))
        return self.nested if is_topic and not self.facts and not (in_run and self.label) else []
