"""What plans list in a section, soonest due first: `<!-- plans:register {section: Open Questions} -->`.

An entry is one thing in the section: a row of a table, a list item with the facts under it, or the plain facts of a
plan. Entries without a date come last. Settled entries are counted, and so is every plan that has not filled the
section in: no question written down does not mean that there is none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_plans.model import SectionState, Stage
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.views.entries import DUE, ITEM, Entry, Reader, apart, is_of_entries, labels, records
from mkdocs_plans.views.selection import is_owned
from mkdocs_plans.views.values import NAMES, natural, natural_key, ordered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mkdocs_plans.model import Plan, Record, Section
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.views.insight import Insight
    from mkdocs_plans.views.selection import Options

# How many labels become columns if a marker names none.
_MOST_LABELS = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name, and its label in the plans; None if it is one of our own columns."""

    name: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """What a view of a register shows.

    Attributes:
        entries: All rows, in order; `first` are those that are shown.
        headings: The columns, without empty ones.
        labels: The labels of all entries, settled or not, as they are compared.
        overdue: How many entries are late; None if there is no day to count from.
        settled: How many entries were left out because nothing is left to decide.
        unlisted: The plans whose section has text but lists nothing.
        unfilled: The plans that have not filled it in.
        asks: Whether the register is one of open questions.
        is_dated: Whether dates are shown.
        limit: How many rows are shown.
    """

    entries: tuple[Entry, ...]
    headings: tuple[Heading, ...]
    labels: frozenset[str]
    overdue: int | None
    settled: int
    unlisted: tuple[Plan, ...]
    unfilled: tuple[Plan, ...]
    asks: bool
    is_dated: bool
    limit: int | None

    @property
    def first(self) -> tuple[Entry, ...]:
        """The entries that are shown."""
        return self.entries[: self.limit]

    @property
    def is_cut(self) -> bool:
        """Whether a limit leaves rows out, which no filter finds."""
        return len(self.entries) > len(self.first)

    @property
    def plans(self) -> int:
        """How many plans have entries."""
        return len({entry.plan.path for entry in self.entries})

    @property
    def undated(self) -> int:
        """How many entries name no day."""
        return sum(not entry.day for entry in self.entries)


def register(
    plans: Iterable[Plan], options: Options, settings: Settings, as_of: str | None, insights: Mapping[str, Insight]
) -> Register:
    """The entries of plans that a marker asks for; late means late on the day that the site shows the state of.

    `owner` selects entries, which may have an owner of their own: the plans given are those of all owners.
    """
    reader = Reader(options, settings, as_of)
    found = gathered(plans, options, reader)
    entries = found.entries
    item = _item_label(entries, reader)
    if item is None:
        entries = [reader.told(entry) for entry in entries]
    is_dated = reader.asks or any(entry.when for entry in entries)
    named = _named(options.columns, found.labels, _spellings(entries), item, reader)
    rows = _ordered(entries, options.sort or DUE, reader, insights, found.labels)
    headings = tuple(named if options.columns else _usual(entries, item, reader))

    def says(heading: Heading) -> bool:
        """Whether there is anything in a column; a plan in progress without an owner is shown as such."""
        is_owner = heading.name.casefold() == "owner"
        return any(
            entry.cell(heading.name, insights[entry.plan.path], found.labels)
            or (is_owner and entry.plan.stage is Stage.ACTIVE)
            for entry in rows[: options.limit]
        )

    return Register(
        entries=tuple(rows),
        headings=tuple(filter(says, headings)) or headings,
        labels=frozenset(found.labels),
        overdue=sum(entry.late > 0 for entry in entries) if as_of else None,
        settled=found.settled,
        unlisted=tuple(found.unlisted),
        unfilled=tuple(found.unfilled),
        asks=reader.asks,
        is_dated=is_dated,
        limit=options.limit,
    )


@dataclass(slots=True)
class Gathered:
    """What was found in the plans one by one; `labels` are those of all entries, settled or not."""

    entries: list[Entry] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    settled: int = 0
    unlisted: list[Plan] = field(default_factory=list)
    unfilled: list[Plan] = field(default_factory=list)


def gathered(plans: Iterable[Plan], options: Options, reader: Reader) -> Gathered:
    """The entries of all plans in their order, and the plans that have none."""
    found = Gathered()
    read = [(plan, *_read(plan, reader)) for plan in sorted(plans, key=natural_key)]
    own = frozenset[str]() if options.columns else _own_labels((listed for _, _, listed in read), reader)
    for plan, sections, listed in read:
        parts = [part for record in listed for part in apart(record, own)]
        wanted = [(entry, part) for part in parts if reader.is_wanted(entry := reader.entry(plan, part))]
        mine = [(entry, part) for entry, part in wanted if is_owned(entry.plan, options)]
        live = [entry for entry, part in mine if not reader.is_settled(part)]
        found.entries += live
        found.labels.update(label for entry, _ in mine for label in entry.facts)
        found.settled += len(mine) - len(live)
        if not wanted and is_owned(plan, options):
            is_written = any(section.state is SectionState.FILLED for section in sections)
            (found.unlisted if is_written else found.unfilled).append(plan)
    return found


def _read(plan: Plan, reader: Reader) -> tuple[list[Section], list[Record]]:
    sections = reader.sections(plan.document)
    return sections, records(plan.document, sections)


def _own_labels(found: Iterable[Sequence[Record]], reader: Reader) -> frozenset[str]:
    """The labels that only one record has; none if one plan has all records, since there is nothing to compare with.

    For open questions no other plan is needed: an item without one of their labels is a question itself.
    """
    having = [each for each in found if each]
    counts = Counter(label for each in having for record in each for label in labels(record))
    return frozenset(
        label
        for label, count in counts.items()
        if count == 1 and (len(having) > 1 or reader.asks) and not reader.is_known(label)
    )


def _ordered(
    entries: Iterable[Entry], by: str, reader: Reader, insights: Mapping[str, Insight], labels: Collection[str]
) -> list[Entry]:
    """By a column, `-` in front for the other direction; dates before other text, entries without a value last."""
    found = sorted(entries, key=lambda entry: (not entry.day, entry.day or "", not entry.when, natural(entry.when)))
    name, down = reader.name(by), by.startswith("-")
    if name == DUE and not down:
        return found

    def said(entry: Entry) -> str:
        return entry.day or "" if name == DUE else entry.cell(name, insights[entry.plan.path], labels)

    return ordered(((said(entry), entry) for entry in found), down=down)


def _item_label(entries: Iterable[Entry], reader: Reader) -> str | None:
    """The label that all entries have for what they are about; all labels for questions count as one."""
    found = {entry.label for entry in entries if entry.text}
    if len(found) > 1 and not all(map(reader.is_question, found)):
        return None
    return min(found, default=None)


def _named(
    columns: Iterable[str], labels: Collection[str], spelt: Mapping[str, str], item: str | None, reader: Reader
) -> Iterator[Heading]:
    """The columns that a marker names."""
    for column in columns:
        name = reader.name(column)
        if name == DUE:
            yield Heading(DUE, _due_label(spelt, reader))
        elif name == ITEM:
            yield Heading(ITEM, spelt[item] if item else None)
        elif name.casefold() in NAMES:
            yield Heading(name, spelt.get(normal(name), name) if is_of_entries(name, labels) else None)
        else:
            yield Heading(name, name)


def _usual(entries: Sequence[Entry], item: str | None, reader: Reader) -> Iterator[Heading]:
    """The day, the item, the labels that most entries have, in the order of the plans, then the plan and its owner."""
    spelt = _spellings(entries)
    yield Heading(DUE, _due_label(spelt, reader))
    yield Heading(ITEM, spelt[item] if item else None)
    further = Counter(label for entry in entries for label in entry.facts if reader.is_further(label, entry))
    most = {label for label, _ in further.most_common(_MOST_LABELS)}
    for label in (label for label in further if label in most):
        yield Heading(spelt[label], spelt[label])
    yield Heading("plan")
    yield Heading("owner")


def _spellings(entries: Iterable[Entry]) -> dict[str, str]:
    """The most common spelling of each label of the entries, the most frequent label first."""
    found: dict[str, Counter[str]] = {}
    for entry in entries:
        for label, fact in entry.facts.items():
            found.setdefault(label, Counter())[fact.label] += 1
    order = sorted(found, key=lambda label: -found[label].total())
    return {label: found[label].most_common(1)[0][0] for label in order}


def _due_label(spelt: Mapping[str, str], reader: Reader) -> str | None:
    return next((spelt[label] for label in spelt if reader.is_due(label)), None)
