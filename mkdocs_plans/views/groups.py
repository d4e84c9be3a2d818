"""Plans grouped by a value: the lanes of the board, and the groups of the index that are not by status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.views.values import meant, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_plans.model import Plan
    from mkdocs_plans.views.insight import Insight


@dataclass(frozen=True, slots=True)
class Group:
    """A value and the plans that have it; the empty name holds those without."""

    name: str
    plans: tuple[Plan, ...]


def groups(plans: Iterable[Plan], by: str, insights: Mapping[str, Insight]) -> tuple[Group, ...]:
    """A group for each value, in the order of what they mean, then one for the plans without a value.

    Values that differ only in case are one. A plan with several owners or tags is in the group of the first.
    """
    named: dict[str, str] = {}
    found: dict[str, list[Plan]] = {}
    for plan in plans:
        name = value(plan, by, insights[plan.path])
        named.setdefault(name.casefold(), name)
        found.setdefault(name.casefold(), []).append(plan)
    order = sorted(found, key=lambda key: (not key, meant(key)))
    return tuple(Group(named[key], tuple(found[key])) for key in order)
