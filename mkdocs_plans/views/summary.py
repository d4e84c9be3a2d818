"""What a set of plans looks like from afar: how many stand in which stage."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.settings import NO_STATUS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Plan

# The order of the bar: what is finished first, so that it grows from the start.
_ORDER = (Stage.DONE, Stage.ACTIVE, Stage.PAUSED, Stage.TODO, Stage.DROPPED)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the stage bar: its name, how many plans, and its place on a bar that is 1000 wide."""

    name: str
    count: int
    start: float
    width: float


def shares(plans: Sequence[Plan]) -> tuple[Share, ...]:
    """The stages that occur among the plans, then unknown and none; widths are in proportion to the counts."""
    counts = Counter(plan.stage.value if plan.stage else plan.status.slug for plan in plans)
    names = [name for name in (*_ORDER, UNKNOWN.slug, NO_STATUS.slug) if counts[name]]
    found, start = [], 0.0
    for name in names:
        width = 1000 * counts[name] / len(plans)
        found.append(Share(str(name), counts[name], round(start, 2), round(width, 2)))
        start += width
    return tuple(found)
