"""Findings for a terminal: grouped by plan, sorted, counted at the end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity
from mkdocs_plans.reports.messages import Message, messages, summary
from mkdocs_plans.wording import place

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue

# What terminals obey: https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters
_BOLD, _RED, _YELLOW, _CYAN = 1, 31, 33, 36
# So many lines fit on most screens.
_SCREEN = 24
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


def render(catalogue: Catalogue, *, color: bool = False) -> str:
    """One line a file and rule, and the counts after a blank line; those of each rule where there are many lines.

    Only errors and infos are marked, at the end of their line.
    """
    lines = [_line(message, color=color) for message in messages(catalogue.findings)]
    end = [*([""] if lines else []), *([_by_rule(catalogue)] if len(lines) > _SCREEN else []), summary(catalogue)]
    return "\n".join([*lines, *end]) + "\n"


def _by_rule(catalogue: Catalogue) -> str:
    """How many findings each rule has, the most frequent first: `150 spec-missing, 3 link-broken`."""
    counts = Counter(finding.rule for finding in catalogue.findings)
    return ", ".join(f"{count} {rule}" for rule, count in counts.most_common())


def _line(message: Message, *, color: bool) -> str:
    suffix = "" if message.severity is Severity.WARNING else f" ({message.severity})"
    if not color:
        return f"{message}{suffix}"
    where = f"{_styled(f'{place(message.file)}:{message.line}:', _BOLD)} " if message.file else ""
    mark = _styled(f"[{message.rule}]{suffix}", _COLORS[message.severity])
    return f"{where}{message.text} {mark}"


def _styled(text: str, style: int) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"
