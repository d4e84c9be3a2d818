"""Findings for a terminal: grouped by plan, sorted, counted at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_plans.model import Severity
from mkdocs_plans.reports.messages import Message, messages, summary
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(catalogue: Catalogue, *, color: bool = False) -> str:
    """One line a file and rule, and the counts after a blank line.

    Warnings are bare; what is graver or lighter says so at the end of its line.
    """
    lines = [_line(message, color=color) for message in messages(catalogue.findings)]
    return "\n".join([*lines, *([""] if lines else []), summary(catalogue)]) + "\n"


def _line(message: Message, *, color: bool) -> str:
    suffix = "" if message.severity is Severity.WARNING else f" ({message.severity})"
    if not color:
        return f"{message}{suffix}"
    place = f"{click.style(f'{plain(message.file)}:{message.line}:', bold=True)} " if message.file else ""
    mark = click.style(f"[{message.rule}]{suffix}", fg=_COLORS[message.severity])
    return f"{place}{message.text} {mark}"
