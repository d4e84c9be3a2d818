"""How the plans of a view are laid out: columns, lanes of the board, groups of the table."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from mkdocs_plans.views.columns import Column, columns, stacks
from mkdocs_plans.views.groups import groups
from mkdocs_plans.views.summary import Share, shares
from mkdocs_plans.views.values import sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plans.model import Plan, Status
    from mkdocs_plans.views.insight import Insight
    from mkdocs_plans.views.selection import Options


@dataclass(frozen=True, slots=True)
class Lane:
    """One band of the board: a value (empty for the plans without it), its stage bar and its columns."""

    name: str
    plans: tuple[Plan, ...]
    shares: tuple[Share, ...]
    stacks: tuple[tuple[Column, ...], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """One group of the table: a status, or a value where the table is grouped by something else."""

    status: Status | None
    name: str
    plans: tuple[Plan, ...]

    @property
    def is_over(self) -> bool:
        """Whether it is of a status with which nothing is left to do."""
        return self.status is not None and self.status.is_over


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a view shows, in order.

    Attributes:
        columns: All plans by status.
        lanes: The board; one lane without a name if it is not grouped.
        open_bands: The groups of the table with work left to do.
        closed_bands: The groups of done and dropped plans, which are folded.
        cut: How many plans `limit` leaves out of the table.
    """

    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    open_bands: tuple[Band, ...]
    closed_bands: tuple[Band, ...]
    cut: int


def arrange(
    plans: Sequence[Plan], statuses: Sequence[Status], options: Options, insights: Mapping[str, Insight]
) -> Arrangement:
    """Lay out the plans of a view as its marker asks."""
    found = columns(plans, statuses, insights, by=options.sort, limit=options.limit)
    bands = _bands(found, options, insights)
    kept = _cut(bands, options.limit)
    left = len(plans) - sum(len(band.plans) for band in kept)
    return Arrangement(
        found,
        _lanes(plans, found, options, insights),
        tuple(band for band in kept if not band.is_over),
        tuple(band for band in kept if band.is_over),
        left,
    )


def _lanes(
    plans: Sequence[Plan], found: Sequence[Column], options: Options, insights: Mapping[str, Insight]
) -> tuple[Lane, ...]:
    """The lanes; all have the same columns, so these line up."""
    if not options.group:
        return (Lane("", tuple(plans), (), stacks(found)),)
    statuses = [column.status for column in found]
    lanes = []
    for group in groups(plans, options.group, insights):
        own = {
            column.status.slug: column
            for column in columns(group.plans, statuses, insights, by=options.sort, limit=options.limit)
        }
        every = [own.get(status.slug) or Column(status, (), 0) for status in statuses]
        lanes.append(Lane(group.name, group.plans, shares(group.plans), stacks(every)))
    return tuple(lanes)


def _bands(found: Sequence[Column], options: Options, insights: Mapping[str, Insight]) -> list[Band]:
    """By status, or by the value asked for; what is closed stays by status, at the end."""
    bands = [Band(column.status, "", column.plans) for column in found if column.plans]
    if options.group is None:
        return sorted(bands, key=attrgetter("is_over"))
    moving = [plan for band in bands if not band.is_over for plan in band.plans]
    if options.sort:
        moving = sort(moving, options.sort, insights)
    named = [Band(None, group.name, group.plans) for group in groups(moving, options.group, insights)]
    return named + [band for band in bands if band.is_over]


def _cut(bands: Sequence[Band], limit: int | None) -> list[Band]:
    if limit is None:
        return list(bands)
    kept, room = [], limit
    for band in bands:
        if room > 0:
            kept.append(Band(band.status, band.name, band.plans[:room]))
        room -= len(band.plans)
    return kept
