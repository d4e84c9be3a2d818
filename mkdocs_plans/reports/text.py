"""Findings for a terminal: grouped by plan, sorted, counted at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity
from mkdocs_plans.reports.messages import Message, messages, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Finding


def render(plans: int, findings: Sequence[Finding]) -> str:
    """The findings of so many plans: one line a file and rule, and the counts after a blank line.

    Warnings are bare; what is graver or lighter says so at the end of its line.
    """
    lines = [_line(message) for message in messages(findings)]
    return "\n".join([*lines, *([""] if lines else []), summary(plans, findings)]) + "\n"


def _line(message: Message) -> str:
    return str(message) if message.severity is Severity.WARNING else f"{message} ({message.severity})"
