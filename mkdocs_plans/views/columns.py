"""Plans grouped by status: the columns of the board and the groups of the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.settings import NO_STATUS, UNKNOWN
from mkdocs_plans.views.values import natural_key, sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plans.model import Plan, Status
    from mkdocs_plans.views.insight import Insight

# How many finished plans a column shows before it is cut; dropped ones are below them, folded.
_DONE_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A status and its plans: those that are shown, and the rest, which opens in place."""

    status: Status
    plans: tuple[Plan, ...]
    shown: int

    @property
    def over_limit(self) -> bool:
        """Whether the column has more plans than the team's limit."""
        return self.status.wip is not None and len(self.plans) > self.status.wip

    @property
    def first(self) -> tuple[Plan, ...]:
        """The plans that are shown at once."""
        return self.plans[: self.shown]

    @property
    def more(self) -> tuple[Plan, ...]:
        """The plans that are folded."""
        return self.plans[self.shown :]


def columns(
    plans: Iterable[Plan],
    statuses: Sequence[Status],
    insights: Mapping[str, Insight],
    *,
    by: str | None = None,
    limit: int | None = None,
) -> tuple[Column, ...]:
    """A column for each configured status in order, then Unknown and No status if they have plans.

    Empty columns are kept if the team configured them, and left out if they are defaults.
    """
    grouped: dict[str, list[Plan]] = {}
    for plan in plans:
        grouped.setdefault(plan.status.slug, []).append(plan)
    found = []
    for status in (*statuses, UNKNOWN, NO_STATUS):
        here = grouped.get(status.slug, [])
        if here or status.own:
            order = sort(here, by, insights) if by else in_order(here, status.stage, insights)
            found.append(Column(status, tuple(order), limit or _shown(status, len(here))))
    return tuple(found)


def stacks(found: Sequence[Column]) -> tuple[tuple[Column, ...], ...]:
    """The columns side by side; those without work left to do share one place, one below the other."""
    closed = tuple(column for column in found if column.status.is_over)
    opened = [(column,) for column in found if column.status.stage and not column.status.is_over]
    last = [(column,) for column in found if column.status.stage is None]
    return (*opened, *([closed] if closed else []), *last)


def in_order(plans: Iterable[Plan], stage: Stage | None, insights: Mapping[str, Insight]) -> list[Plan]:
    """Plans of one status: todo by id; open ones by waiting, then by last change; closed ones newest first."""
    found = sorted(plans, key=natural_key)
    if stage is None or stage is Stage.TODO:
        return found
    if not stage.is_open:
        found.reverse()
    found.sort(key=lambda plan: _last_day(plan, insights), reverse=True)
    if stage.is_open:
        found.sort(key=lambda plan: not insights[plan.path].waits)
    return found


def _last_day(plan: Plan, insights: Mapping[str, Insight]) -> str:
    return insights[plan.path].changed or plan.document.updated or plan.document.created or ""


def _shown(status: Status, count: int) -> int:
    if status.stage is Stage.DROPPED:
        return 0
    # One plan alone is not worth a fold.
    return _DONE_SHOWN if status.stage is Stage.DONE and count > _DONE_SHOWN + 1 else count
