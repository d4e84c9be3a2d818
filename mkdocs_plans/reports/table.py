"""Plans as a table for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ftfy.formatting import display_ljust, monospaced_width

from mkdocs_plans.checks.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_plans.model import Plan

_HEAD = ("Id", "Status", "Tasks", "Title", "File")
_TITLE = _HEAD.index("Title")
_GAP = "  "
_NARROWEST_TITLE = 12


def render(plans: Iterable[Plan], width: int | None = None) -> str:
    """One line a plan under a head; where a width is given, long titles are cut so that lines fit it if they can."""
    rows = [_HEAD, *(_row(plan) for plan in plans)]
    widths = [max(monospaced_width(row[at]) for row in rows) for at in range(len(_HEAD))]
    if width is not None:
        others = sum(widths) - widths[_TITLE] + len(_GAP) * (len(_HEAD) - 1)
        widths[_TITLE] = min(widths[_TITLE], max(width - others, _NARROWEST_TITLE))
    return "".join(_line(row, widths) for row in rows)


def _row(plan: Plan) -> tuple[str, ...]:
    status = f"({plan.status.name})" if plan.is_derived else plan.status.name
    tasks = f"{plan.progress.done}/{plan.progress.total}" if plan.progress else ""
    return tuple(plain(cell) for cell in (plan.id or "", status, tasks, plan.title, plan.file))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [display_ljust(_cut(cell, width), width) for cell, width in zip(row, widths, strict=True)]
    return _GAP.join(cells).rstrip() + "\n"


def _cut(text: str, width: int) -> str:
    if monospaced_width(text) <= width:
        return text
    while text and monospaced_width(text) > width - 1:
        text = text[:-1]
    return text + "…"
