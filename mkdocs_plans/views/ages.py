"""How old something is, in days."""

from __future__ import annotations

from datetime import date


def days_between(earlier: str, later: str) -> int | None:
    """How many days are between two dates, never below 0; None if one of them is not a date."""
    try:
        return max(0, (date.fromisoformat(later) - date.fromisoformat(earlier)).days)
    except ValueError:
        return None
