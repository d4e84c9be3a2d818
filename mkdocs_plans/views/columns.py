"""Plans grouped by status: the columns of the board and the groups of the index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.settings import NO_STATUS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_plans.model import Plan, Status

_NUMBER = re.compile(r"([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Column:
    """A status and the plans that have it."""

    status: Status
    plans: tuple[Plan, ...]

    @property
    def over_limit(self) -> bool:
        """Whether more plans stand here than the team wants at once."""
        return self.status.wip is not None and len(self.plans) > self.status.wip


def columns(plans: Iterable[Plan], statuses: Sequence[Status]) -> tuple[Column, ...]:
    """A column for each configured status in order, then Unknown and No status where they have plans.

    Empty columns stay where the team configured them and go where they are defaults.
    """
    grouped: dict[str, list[Plan]] = {}
    for plan in sorted(plans, key=natural_key):
        grouped.setdefault(plan.status.slug, []).append(plan)
    every = [Column(status, tuple(grouped.get(status.slug, ()))) for status in (*statuses, UNKNOWN, NO_STATUS)]
    return tuple(column for column in every if column.plans or column.status.own)


def natural_key(plan: Plan) -> tuple[bool, list[tuple[int, str]], str]:
    """Plans in the order of their ids, numbers by value (2 before 10); those without an id come last, by path."""
    parts = [part for part in _NUMBER.split((plan.id or "").casefold()) if part]
    return not plan.id, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], plan.path
