"""Plans as comma-separated values, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plans.model import Plan

_HEAD = (
    *("path", "file", "id", "title", "status", "stage", "declared", "owner", "spec"),
    *("created", "updated", "done", "total", "tags"),
)
# What a spreadsheet would take for a formula, https://owasp.org/www-community/attacks/CSV_Injection, or GitHub for a
# command.
_FORMULAS = ("=", "+", "-", "@", "::")


def render(plans: Iterable[Plan]) -> str:
    """One line a plan under a head; lines end as RFC 4180 wants them."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    writer.writerows([_cell(value) for value in _row(plan)] for plan in plans)
    return text.getvalue()


def _row(plan: Plan) -> tuple[str | None, ...]:
    document, progress = plan.document, plan.progress
    return (
        plan.path,
        plan.file,
        plan.id,
        plan.title,
        plan.status.name,
        plan.stage,
        document.status.value if document.status else None,
        plan.owner,
        plan.spec.id or plan.spec.text or plan.spec.path,
        document.created,
        document.updated,
        str(progress.done) if progress else None,
        str(progress.total) if progress else None,
        ", ".join(document.tags),
    )


def _cell(value: str | None) -> str:
    text = plain(value or "")
    return f"'{text}" if text.startswith(_FORMULAS) else text
