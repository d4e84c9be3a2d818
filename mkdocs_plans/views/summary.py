"""An overview of a set of plans: how many are in which stage, and how many need attention."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.settings import NO_STATUS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plans.model import Plan
    from mkdocs_plans.views.insight import Insight

# The order of the bar: finished plans first, so it grows from the start.
_ORDER = (Stage.DONE, Stage.ACTIVE, Stage.PAUSED, Stage.TODO, Stage.DROPPED)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the stage bar: its name, how many plans, its place on a bar that is 1000 wide, and its statuses."""

    name: str
    count: int
    start: float
    width: float
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with a name, and a part of it, which both filter.

    `name` and `detail` are keys of the words, the filters are `key=value`; for a part with a count of 0 it is empty.
    """

    name: str
    count: int
    filter: str
    detail: str = ""
    detail_count: int = 0
    detail_filter: str = ""


def shares(plans: Sequence[Plan]) -> tuple[Share, ...]:
    """The stages that occur among the plans, then unknown and none; widths are in proportion to the counts."""
    slugs: dict[str, Counter[str]] = {}
    for plan in plans:
        name = plan.stage.value if plan.stage else plan.status.slug
        slugs.setdefault(name, Counter())[plan.status.slug] += 1
    found, start = [], 0.0
    for name in (*_ORDER, UNKNOWN.slug, NO_STATUS.slug):
        if statuses := slugs.get(str(name)):
            width = 1000 * statuses.total() / len(plans)
            found.append(Share(str(name), statuses.total(), round(start, 2), round(width, 2), tuple(sorted(statuses))))
            start += width
    return tuple(found)


def tiles(plans: Sequence[Plan], insights: Mapping[str, Insight], *, dated: bool, judged: bool) -> tuple[Tile, ...]:
    """The tiles of a view, without those with a count of 0.

    `dated`: whether ages are known; `judged`: whether readers are shown findings.
    """
    flags = Counter(flag for plan in plans for flag in insights[plan.path].flags)
    active, paused = ([plan for plan in plans if plan.stage is stage] for stage in (Stage.ACTIVE, Stage.PAUSED))
    found = [
        Tile("tile-active", len(active), _statuses(active), "tile-unowned", flags["unowned"], "is=unowned"),
        Tile("tile-due", flags["due"], "is=due", "overdue", flags["late"], "is=late"),
        Tile("tile-waiting", flags["waiting"], "is=waiting", "tile-paused", len(paused), _statuses(paused)),
    ]
    if dated:
        found.append(Tile("tile-stale", flags["stale"], "is=stale", "tile-moving"))
        found.append(Tile("tile-recent", flags["recent"], "is=recent", "tile-moved", flags["moved"], "is=moved"))
    if judged:
        some = Tile("tile-missing", flags["missing"], "is=missing", "tile-findings", flags["findings"], "is=findings")
        found.append(some if some.count else Tile("findings", some.detail_count, "is=findings"))
    return tuple(tile for tile in found if tile.count or tile.detail_count)


def _statuses(plans: Iterable[Plan]) -> str:
    """The filter for the statuses that plans have."""
    return f"status={','.join(sorted({plan.status.slug for plan in plans}))}"
