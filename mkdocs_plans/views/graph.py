"""Which plans wait for which: `<!-- plans:graph -->`.

A drawing of the plans that wait for others, and the same as a list; arrows lead from a plan to those that wait for it.
`edges: live` (the default) leaves out what is finished: a plan waits while it and the plan that it needs are both open.
`edges: all` shows every dependency, the finished plans in grey. `stage`, `status`, `owner`, `tag`, `path` and `where`
narrow the plans, as in the other views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.relating.cycles import circular
from mkdocs_plans.views.drawing import Drawing, draw
from mkdocs_plans.views.ties import NAMED
from mkdocs_plans.views.values import natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plans.model import Catalogue, Plan
    from mkdocs_plans.views.insight import Insight


@dataclass(frozen=True, slots=True)
class Edge:
    """One plan that another waits for. `is_live`: both are open; `is_circular`: it also waits for the other one.

    It may do so through further plans: every edge between two plans of one cycle is circular.
    """

    plan: Plan
    is_live: bool
    is_circular: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A plan and what it waits for: what the list names, and how many more there are."""

    plan: Plan
    edges: tuple[Edge, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Graph:
    """What a view of dependencies shows.

    Attributes:
        plans: The plans that wait or are waited for, by path.
        edges: The plan that waits and the one that it waits for, by their paths.
        waiting: The same as a list, by the path of the plan that waits.
        alone: How many of the selected plans are not among them.
        drawing: None if there is nothing to draw, or too much.
    """

    plans: Mapping[str, Plan]
    edges: Mapping[tuple[str, str], Edge]
    waiting: Mapping[str, Waiting]
    alone: int
    drawing: Drawing | None


def graph(
    plans: Sequence[Plan], catalogue: Catalogue, insights: Mapping[str, Insight], *, finished: bool = False
) -> Graph:
    """The dependencies among plans; `finished` sets whether those that no longer hold anything up are shown too."""
    ordered = sorted(plans, key=natural_key)
    known = {plan.path: plan for plan in ordered}
    live = {plan.path: frozenset(wait.plan.path for wait in insights[plan.path].waits) for plan in ordered}
    every = {plan.path: [other.path for other, _ in catalogue.prerequisites.get(plan.path, ())] for plan in ordered}
    waits = _among(list(known), every if finished else live)
    in_cycles = circular(waits)
    edges = {
        (path, other): Edge(known[other], other in live[path], (path, other) in in_cycles)
        for path, others in waits.items()
        for other in others
    }
    tied = dict.fromkeys(path for ends in edges for path in ends)
    asked = sum(finished or not plan.is_over for plan in ordered)
    return Graph(
        {path: known[path] for path in tied},
        edges,
        {path: _waiting(known[path], [edges[path, other] for other in others]) for path, others in waits.items()},
        asked - len(tied),
        draw(waits) if waits else None,
    )


def _among(paths: Sequence[str], waits: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Which of some plans wait for each other, in their order; no plan waits for itself."""
    rank = {path: index for index, path in enumerate(paths)}
    kept = {path: {other for other in waits[path] if other in rank} - {path} for path in paths}
    return {path: tuple(sorted(others, key=rank.__getitem__)) for path, others in kept.items() if others}


def _waiting(plan: Plan, edges: Sequence[Edge]) -> Waiting:
    return Waiting(plan, tuple(edges[:NAMED]), len(edges[NAMED:]))
