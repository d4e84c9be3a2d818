"""The day by which a plan itself is due, according to its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.reading.inline import is_placeholder
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.records.questions import DAYS
from mkdocs_plans.reading.values import day
from mkdocs_plans.views.entries import Entry, counted

if TYPE_CHECKING:
    from mkdocs_plans.model import Plan


def deadline(plan: Plan, as_of: str | None) -> Entry | None:
    """The first day under a label such as `Due`, else the text there; a finished plan cannot be late."""
    said = [field.value for field in plan.document.fields if normal(field.label) in DAYS]
    written = [value for value in said if not is_placeholder(value)]
    when = next(filter(day, written), written[0] if written else "")
    if not when:
        return None
    late, left = counted(day(when), None if plan.is_over else as_of)
    return Entry(plan, when=when, day=day(when), late=late, left=left)
