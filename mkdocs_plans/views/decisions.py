"""The decisions that a plan waits for: its open questions with a date, as in a register of all plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.views.entries import Reader
from mkdocs_plans.views.register import gathered
from mkdocs_plans.views.selection import Options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plans.model import Plan
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.views.entries import Entry


def decisions(plans: Iterable[Plan], settings: Settings, as_of: str | None) -> dict[str, tuple[Entry, ...]]:
    """The dated open questions of plans that are neither done nor dropped, by the plan's path, soonest first.

    A date without a question, as in an unfilled template, is not a decision.
    """
    options = Options()
    reader = Reader(options, settings, as_of)
    entries = gathered((plan for plan in plans if not plan.is_over), options, reader).entries
    found: dict[str, list[Entry]] = {}
    dated = (entry for entry in map(reader.told, entries) if entry.day and entry.text)
    for entry in sorted(dated, key=lambda entry: entry.day or ""):
        found.setdefault(entry.plan.path, []).append(entry)
    return {path: tuple(due) for path, due in found.items()}
