"""What a view can be filtered by: the values that occur in it, with counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.discovery import home
from mkdocs_plans.options import slugify
from mkdocs_plans.views.owners import owners
from mkdocs_plans.views.values import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_plans.model import Plan
    from mkdocs_plans.views.columns import Column
    from mkdocs_plans.views.words import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to filter by; `also` are other names that a link may know it under."""

    value: str
    text: str
    count: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A list to choose from: the key in the URL and in the words, and its choices."""

    name: str
    choices: tuple[Choice, ...]


def facets(plans: Sequence[Plan], columns: Sequence[Column], words: Words) -> tuple[Facet, ...]:
    """Status, then owner, tag and folder; one with fewer than two values offers no choice."""
    statuses = tuple(
        Choice(
            column.status.slug,
            words.status(column.status),
            len(column.plans),
            tuple(slugify(alias) for alias in column.status.aliases),
        )
        for column in columns
    )
    every = (
        Facet("status", statuses),
        Facet("owner", _choices(owner.name for plan in plans for owner in owners(plan.owner))),
        Facet("tag", _choices(tag for plan in plans for tag in plan.document.tags)),
        Facet("folder", _choices(home(plan.path) for plan in plans)),
    )
    return tuple(facet for facet in every if len(facet.choices) > 1)


def _choices(values: Iterable[str]) -> tuple[Choice, ...]:
    """Values that differ only in case are one choice, under the spelling that comes first."""
    named: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for value in values:
        if value:
            key = value.lower()  # as the script does
            named.setdefault(key, value)
            counts[key] += 1
    return tuple(Choice(key, named[key], counts[key]) for key in sorted(named, key=natural))
