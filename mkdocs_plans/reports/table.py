"""Plans as a table for a terminal."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ftfy.formatting import display_ljust, monospaced_width

from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plans.model import Plan

_HEAD = ("Id", "Status", "Owner", "Tasks", "Title", "File")
# Further columns stand before the title.
_FIXED = _HEAD.index("Title")
# What stands behind the longest of these would be far away.
_WIDEST = {"Owner": 20, "Title": 60}
_WIDEST_VALUE = 30
_GAP = "  "
_NARROWEST_TITLE = 12


def render(
    plans: Iterable[Plan], width: int | None = None, more: Mapping[str, Mapping[str, str]] = MappingProxyType({})
) -> str:
    """One line a plan under a head, without columns in which nothing stands; nothing where there are no plans.

    Where a width is given, long owners and titles are cut so that lines fit it if they can. `more` holds further
    columns by their names: the value of each plan by its path.
    """
    names = (*_HEAD[:_FIXED], *more, *_HEAD[_FIXED:])
    listed = [_row(plan, more.values()) for plan in plans]
    if not listed:
        return ""
    kept = [at for at, name in enumerate(names) if name == "Title" or any(row[at] for row in listed)]
    head, *rows = ([row[at] for at in kept] for row in (names, *listed))
    full = [max(monospaced_width(row[at]) for row in (head, *rows)) for at in range(len(head))]
    widths = [
        min(most, _WIDEST_VALUE if name in more else _WIDEST.get(name, most))
        for name, most in zip(head, full, strict=True)
    ]
    if width is None:
        return "".join(_line(row, widths) for row in (head, *rows))
    title = head.index("Title")
    room = width - sum(widths) + widths[title] - len(_GAP) * (len(head) - 1)
    widths[title] = min(full[title], max(room, _NARROWEST_TITLE))
    return "".join(_line(map(_cut, row, widths), widths) for row in (head, *rows))


def _row(plan: Plan, more: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    tasks = f"{plan.progress.done}/{plan.progress.total}" if plan.progress else ""
    further = (values.get(plan.path, "") for values in more)
    cells = (plan.id or "", plan.said_status, plan.owner or "", tasks, *further, plan.title, plan.file)
    return tuple(plain(cell) for cell in cells)


def _line(row: Iterable[str], widths: Sequence[int]) -> str:
    cells = (display_ljust(cell, width) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(cells).rstrip() + "\n"


def _cut(text: str, width: int) -> str:
    if monospaced_width(text) <= width:
        return text
    while text and monospaced_width(text) > width - 1:
        text = text[:-1]
    return text + "…"
