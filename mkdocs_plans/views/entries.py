"""The entries of a register: what plans list in a section, one by one, and until when each must be decided."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_plans.checks import requirements
from mkdocs_plans.model import Record
from mkdocs_plans.reading.labels import normal, table_of
from mkdocs_plans.reading.records import gathered, questions
from mkdocs_plans.reading.records.questions import DAYS, QUESTIONS
from mkdocs_plans.reading.records.settling import is_decided, is_settled_heading, is_undecided, means_nothing
from mkdocs_plans.reading.status import classify
from mkdocs_plans.reading.terms import NOBODY
from mkdocs_plans.reading.values import day, is_id
from mkdocs_plans.views.ages import days_between
from mkdocs_plans.views.asking import Asked
from mkdocs_plans.views.values import NAMES, value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs_plans.model import Document, Fact, Plan, Section
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.views.insight import Insight
    from mkdocs_plans.views.selection import Options

DUE, ITEM = "due", "item"
# How many days ahead count as soon.
_SOON = 7
_COLUMNS = (DUE, ITEM, "id", "plan")
# These are always the plan's own, even if an entry has a value of the same name; its owner is already the entry's.
_OF_PLAN = ("id", "plan", "owner")
_ANSWERS = frozenset(map(normal, questions.ANSWER))


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a register.

    Attributes:
        plan: The plan that holds the entry, with the entry's own owner if it names one.
        text: The item or question: its own text, else its first fact, ids, days and owners left out.
        label: The label of that fact; empty if the text is not one.
        when: The day that the entry is due, as written; empty if there is none.
        day: The same as YYYY-MM-DD, or None if it is not a date.
        late: How many days ago that was; 0 if it is still to come, or not known.
        left: How many days are left until then, 0 if it is past; None if not known.
        facts: The values of the entry, by label as `reading.labels.normal` has it.
    """

    plan: Plan
    text: str = ""
    label: str = ""
    when: str = ""
    day: str | None = None
    late: int = 0
    left: int | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def flags(self) -> tuple[str, ...]:
        """The words that the script filters by."""
        return ("overdue",) if self.late else () if self.day else ("undated",)

    @property
    def is_soon(self) -> bool:
        """Whether the entry is due within a week, or overdue."""
        return self.left is not None and self.left <= _SOON

    @property
    def shown(self) -> str:
        """The day in one format, or as written if there are words with it."""
        return self.day if self.day and not any(map(str.isalpha, self.when)) else self.when

    def has(self, name: str) -> bool:
        """Whether the entry has a value of its own in a column."""
        key = name.casefold()
        return bool(self.when if key == DUE else self.text) if key in (DUE, ITEM) else normal(name) in self.facts

    def cell(self, name: str, insight: Insight, labels: Collection[str]) -> str:
        """The text of a column: the entry's value if any entry has one (`labels` are those of all), else the plan's."""
        key = name.casefold()
        if key in (DUE, ITEM):
            return self.shown if key == DUE else self.text
        if is_of_entries(name, labels):
            return self.facts[normal(name)].value if self.has(name) else ""
        if key in NAMES:
            return value(self.plan, key, insight)
        return next((each.value for each in self.plan.document.fields if each.label.casefold() == key), "")


def is_of_entries(name: str, labels: Collection[str]) -> bool:
    """Whether a column holds values of entries, not of plans, given the labels of all entries."""
    return name.casefold() not in _OF_PLAN and normal(name) in labels


def counted(due: str | None, as_of: str | None) -> tuple[int, int | None]:
    """How many days ago a day was, and how many are left until then; see `Entry.late` and `Entry.left`."""
    if not due or not as_of:
        return 0, None
    return days_between(due, as_of) or 0, days_between(as_of, due)


class Reader:
    """What the names in a marker mean in documents: its sections, and its labels."""

    def __init__(self, options: Options, settings: Settings, as_of: str | None) -> None:
        self._asked = Asked.of(options.section, settings)
        self.asks = self._asked.asks
        self._columns = options.columns
        self._due = [normal(label) for label in options.due]
        self._labels = table_of(settings)
        self._settings = settings
        self._as_of = as_of

    def sections(self, document: Document) -> list[Section]:
        """The sections that are asked for; a section of settled things only if it is named as such."""
        return self._asked.among(requirements.sections_of(document))

    def entry(self, plan: Plan, record: Record) -> Entry:
        """The row that a record is."""
        facts: dict[str, Fact] = {}
        for fact in record.facts:
            facts.setdefault(normal(fact.label), fact)
        wanted = self._due or [label for label in facts if self.is_due(label)]
        when = next((facts[label].value for label in wanted if label in facts), "")
        label, text = ("", record.text) if record.text else self._item(facts)
        named = next((fact.value for label, fact in facts.items() if self.is_for(label, "owner")), plan.owner)
        owner = None if named and normal(named) in NOBODY else named
        due = day(when)
        late, left = counted(due, self._as_of)
        return Entry(replace(plan, owner=owner), text, label, when, due, late, left, facts)

    def _item(self, facts: Mapping[str, Fact]) -> tuple[str, str]:
        """What facts are about, with its label."""
        first = [label for label, fact in facts.items() if not (self.is_known(label) or is_id(fact.value))]
        found = next((label for label in facts if self.is_question(label)), first[0] if first else "")
        return (found, facts[found].value) if found else ("", "")

    def told(self, entry: Entry) -> Entry:
        """An entry with its label in its text, if no column has that label."""
        if not entry.label or self.is_question(entry.label):
            return entry
        return replace(entry, text=f"{entry.facts[entry.label].label}: {entry.text}")

    def is_known(self, label: str) -> bool:
        """Whether the meaning of a label is known: a question, its day, its owner, its status."""
        known = self.is_due(label) or self.is_question(label)
        return known or self.is_for(label, "owner") or self.is_for(label, "status")

    def is_wanted(self, entry: Entry) -> bool:
        """Whether an entry asks something, and has a value in one of the columns that the marker names, if any."""
        if self.asks and means_nothing(entry.text):
            return False
        own = [name for column in self._columns if (name := self.name(column)) == DUE or name.casefold() not in NAMES]
        return not own or any(entry.has(name) for name in own)

    def is_settled(self, record: Record) -> bool:
        """Whether nothing is left to decide: ticked, struck out, done by its status, or an answered question."""
        return record.is_settled or any(self._settles(normal(fact.label), fact.value) for fact in record.facts)

    def _settles(self, label: str, said: str) -> bool:
        if not self.is_for(label, "status"):
            return self.asks and label in _ANSWERS and not is_undecided(label, said)
        if self.asks and (is_undecided(label, said) or is_decided(said)):
            return not is_undecided(label, said)
        return classify(said, self._settings).is_over

    def is_due(self, label: str) -> bool:
        """Whether a label holds the day."""
        return label in (self._due or DAYS)

    def is_question(self, label: str) -> bool:
        """Whether a label holds what the entry is about."""
        return label in QUESTIONS

    def is_further(self, label: str, entry: Entry) -> bool:
        """Whether a label of an entry is not among the columns that every register has."""
        return label not in (entry.label, *_COLUMNS) and not (self.is_due(label) or self.is_for(label, "owner"))

    def is_for(self, label: str, key: str) -> bool:
        """Whether a label is one of those that headers have for a key."""
        known = self._labels.find(label)
        return known is not None and known.key == key

    def name(self, written: str) -> str:
        """The name of a column that is asked for by a label, without regard to `-` in front."""
        label = normal(written)
        return DUE if self.is_due(label) else ITEM if self.is_question(label) else written.removeprefix("-")


def records(document: Document, sections: Sequence[Section]) -> list[Record]:
    """The records of sections, without their settled parts and "None."; facts without an item belong to one thing."""
    if not sections:
        return []  # and the plan is not read for them
    lines = bytearray(max(section.last_line for section in sections) + 1)
    for section in sections:
        _mark(lines, section, b"\1")
    for part in document.sections:
        if lines[part.line : part.line + 1] == b"\1" and part not in sections and is_settled_heading(part.title):
            _mark(lines, part, b"\0")
    inside = (record for record in document.records if lines[record.line : record.line + 1] == b"\1")
    found = [record for record in inside if record.facts or not means_nothing(record.text)]
    loose = gathered(record for record in found if record.is_loose)
    return sorted((*loose, *(record for record in found if not record.is_loose)), key=lambda record: record.line)


def labels(record: Record) -> frozenset[str]:
    """The labels of a record, as they are compared."""
    return frozenset(normal(fact.label) for fact in record.facts)


def apart(record: Record, own: frozenset[str]) -> tuple[Record, ...]:
    """`- **Storms**: the ferry stays in port` is an item, not a fact of one, if no other record has its label."""
    if not record.is_listed or not labels(record) <= own:
        return (record,)
    return tuple(Record(f"{fact.label}: {fact.value}", fact.line) for fact in record.facts)


def _mark(lines: bytearray, section: Section, mark: bytes) -> None:
    lines[section.line : section.last_line + 1] = mark * (section.last_line + 1 - section.line)
