"""How old something is, in days."""

from __future__ import annotations

from datetime import date


def days_between(earlier: str, later: str) -> int | None:
    """How many days lie between two days, never below 0; None where one of them is no day."""
    try:
        return max(0, (date.fromisoformat(later) - date.fromisoformat(earlier)).days)
    except ValueError:
        return None
