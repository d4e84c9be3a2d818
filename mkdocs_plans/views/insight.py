"""What pages show about a plan beyond its own text: its age, what it waits for, what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity, Stage
from mkdocs_plans.relating import naming
from mkdocs_plans.settings import NO_STATUS, UNKNOWN
from mkdocs_plans.views.ages import days_between
from mkdocs_plans.views.deadlines import deadline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plans.model import Catalogue, Finding, Plan, Relation
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.site import Site
    from mkdocs_plans.views.entries import Entry


# How many days back count as recent.
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Wait:
    """An unfinished plan that another one depends on, and the relation that declares it, of either of the two."""

    relation: Relation
    plan: Plan

    @property
    def name(self) -> str:
        """The id that the waiting plan uses for it, else its own."""
        # A plan that blocks gives the id of the plan that waits.
        said = self.relation.text if self.relation.kind == "depends-on" else ""
        return said if naming.form(said) else self.plan.id or ""


@dataclass(frozen=True, slots=True)
class Insight:
    """What is known about one plan.

    Attributes:
        changed: The day of the last commit to the plan or to a file beside it, as YYYY-MM-DD; None if git does not
            tell.
        since: The day since which the plan has its status; None if git cannot tell for certain.
        age: Days from the last change to the day that the site shows the state of.
        stale: Whether a plan in progress has not changed for `stale_after` days.
        overtaken: The day that its spec was changed, if the plan is open and has not been changed since.
        waits: The open plans that it depends on.
        deadline: The day by which the plan itself is due; None if it names none.
        due: Its open questions with a date, soonest first.
        missing: How many sections it lacks, as far as readers are shown warnings about them.
        findings: How many other findings readers are shown, without infos.
        flags: The words that tiles and filters go by.
        column: Where the column of its status stands on the board.
    """

    changed: str | None = None
    since: str | None = None
    age: int | None = None
    stale: bool = False
    overtaken: str | None = None
    waits: tuple[Wait, ...] = ()
    deadline: Entry | None = None
    due: tuple[Entry, ...] = ()
    missing: int = 0
    findings: int = 0
    flags: tuple[str, ...] = ()
    column: int = 0

    @property
    def terms(self) -> tuple[Entry, ...]:
        """Everything that is due: the plan itself, then its decisions."""
        return (self.deadline, *self.due) if self.deadline else self.due


def insights(
    catalogue: Catalogue,
    settings: Settings,
    site: Site,
    shown: Mapping[str, Sequence[Finding]],
    due: Mapping[str, tuple[Entry, ...]] | None = None,
) -> dict[str, Insight]:
    """An insight for every plan, by path; `shown`, the findings that readers may see, and `due` are also by path."""
    order = (*catalogue.statuses, UNKNOWN, NO_STATUS)
    columns = {status.slug: column for column, status in enumerate(order)}
    known = _Known(catalogue, settings, site, shown, due or {}, columns)
    return {plan.path: known.insight(plan) for plan in catalogue.plans}


@dataclass(frozen=True, slots=True)
class _Known:
    """What an insight is made of; mappings by path may lack plans without a value."""

    catalogue: Catalogue
    settings: Settings
    site: Site
    shown: Mapping[str, Sequence[Finding]]
    due: Mapping[str, tuple[Entry, ...]]
    columns: Mapping[str, int]

    def insight(self, plan: Plan) -> Insight:
        """The insight for one plan."""
        site, due = self.site, self.due.get(plan.path, ())
        changed = max((site.changed[path] for path in plan.paths if path in site.changed), default=None)
        since = site.since.get(plan.path)
        age, stay = (days_between(day, site.as_of) if day and site.as_of else None for day in (changed, since))
        moving = plan.stage in (Stage.ACTIVE, Stage.PAUSED)
        stale = moving and age is not None and age >= self.settings.stale_after
        waits = _waits(plan, self.catalogue)
        own = deadline(plan, site.as_of)
        terms = (own, *due) if own else due
        grave = [finding for finding in self.shown.get(plan.path, ()) if finding.severity is not Severity.INFO]
        missing = sum(finding.rule == "section-missing" for finding in grave)
        flags = {
            "waiting": plan.stage is Stage.PAUSED or bool(waits),
            "recent": age is not None and age <= _WEEK,
            "moved": stay is not None and stay <= _WEEK,
            "stale": stale,
            "due": any(entry.is_soon for entry in terms),
            "late": any(entry.late for entry in terms),
            "unowned": plan.stage is Stage.ACTIVE and not plan.owner,
            "missing": missing > 0,
            "findings": bool(grave),
        }
        said = tuple(flag for flag, holds in flags.items() if holds)
        overtaken = _overtaken(plan, site)
        further, column = len(grave) - missing, self.columns.get(plan.status.slug, 0)
        return Insight(changed, since, age, stale, overtaken, waits, own, due, missing, further, said, column)


def _overtaken(plan: Plan, site: Site) -> str | None:
    """The day of the last change of an open plan's spec, if the plan's own last change was before it."""
    own, spec = site.changed.get(plan.path), site.changed.get(plan.spec.path or "")
    return spec if not plan.is_over and own and spec and own < spec else None


def _waits(plan: Plan, catalogue: Catalogue) -> tuple[Wait, ...]:
    """The plans that must be finished first; a finished or dropped plan waits for nothing."""
    if plan.is_over:
        return ()
    found = catalogue.prerequisites.get(plan.path, ())
    return tuple(Wait(relation, other) for other, relation in found if not other.is_over)
