"""Which specs have plans, and how far these are: `<!-- plans:specs -->`.

A table of the specs of the site with their status, their plans and the tasks of these; specs that have no plan come
first. `stage`, `status`, `tag`, `path` and `where` narrow the specs by their own values, and likewise the plans without
a spec; `limit` is how many specs are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.model import Progress
from mkdocs_plans.views.selection import narrow
from mkdocs_plans.views.values import natural, natural_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_plans.model import Catalogue, Finding, Plan, Specification
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.views.selection import Options

AHEAD = "plan-ahead-of-spec"


@dataclass(frozen=True, slots=True)
class Covered:
    """A spec, its plans, the sum of their tasks, and the paths of plans that are ahead of it."""

    spec: Specification
    plans: tuple[Plan, ...]
    progress: Progress | None
    ahead: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a view of specs shows: the specs, and the plans without one; `cut` is how many specs `limit` leaves out."""

    rows: tuple[Covered, ...]
    total: int
    without_plan: int
    without_spec: tuple[Plan, ...]

    @property
    def cut(self) -> int:
        """How many specs `limit` leaves out."""
        return self.total - len(self.rows)


def coverage(
    catalogue: Catalogue, options: Options, settings: Settings, shown: Callable[[Plan], Sequence[Finding]]
) -> Coverage:
    """The specs of a catalogue that a marker asks for; `shown` gives the findings that readers may see of a plan."""
    specs = sorted(narrow(catalogue.specs, options, settings), key=_order)
    plans = sorted(narrow(catalogue.plans, options, settings), key=natural_key)
    return Coverage(
        tuple(_covered(spec, catalogue, shown) for spec in specs[: options.limit]),
        len(specs),
        sum(not spec.plans for spec in specs),
        tuple(plan for plan in plans if plan.spec.path not in catalogue.spec_by_path),
    )


def _covered(spec: Specification, catalogue: Catalogue, shown: Callable[[Plan], Sequence[Finding]]) -> Covered:
    plans = tuple(catalogue.by_path[path] for path in spec.plans)
    counted = [plan.progress for plan in plans if plan.progress and plan.progress.total]
    tasks = Progress(sum(each.done for each in counted), sum(each.total for each in counted)) if counted else None
    ahead = (
        plan.path for plan in plans if any(each.rule == AHEAD and each.what == spec.place.file for each in shown(plan))
    )
    return Covered(spec, plans, tasks, frozenset(ahead))


def _order(spec: Specification) -> tuple[bool, list[tuple[int, str]]]:
    return bool(spec.plans), natural(spec.path)
