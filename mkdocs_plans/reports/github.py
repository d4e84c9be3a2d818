"""Findings for GitHub Actions: annotations on the files of a pull request, and a table for the summary of the job.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.git.repository import inside
from mkdocs_plans.model import Severity
from mkdocs_plans.reports.messages import Message, gravest, messages, summary
from mkdocs_plans.wording import counted, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs_plans.model import Catalogue

# GitHub shows at most this many annotations of each level in a step, and drops the others.
_ANNOTATIONS_AT_MOST = 10
# The summary of a step may have up to 1 MiB.
_ROWS_AT_MOST = 1_000
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


@dataclass(frozen=True, slots=True)
class _Plan:
    """The messages about one file."""

    file: str
    severity: Severity
    messages: tuple[Message, ...]


def render(catalogue: Catalogue, changed: Collection[str] = (), *, prefix: str = "") -> str:
    """One annotation for each file, as many as GitHub shows, changed files first; then the counts.

    Args:
        catalogue: The plans.
        changed: The real files that a pull request changes.
        prefix: The project's folder in the repository; GitHub wants paths relative to its top.
    """
    shown, _ = _parted(catalogue, changed)
    return "".join(f"{_annotation(plan, prefix)}\n" for plan in shown) + summary(catalogue) + "\n"


def table(catalogue: Catalogue, changed: Collection[str] = ()) -> str:
    """The counts and, in a Markdown table, what has no annotation."""
    _, others = _parted(catalogue, changed)
    rows = [_row(message) for plan in others for message in plan.messages]
    lines = ["### Plans", "", summary(catalogue)]
    if rows:
        more = f"{counted(len(rows), 'line')} without an annotation:"
        lines += ["", more, "", "| where | what | rule |", "| --- | --- | --- |", *rows[:_ROWS_AT_MOST]]
    if len(rows) > _ROWS_AT_MOST:
        lines += ["", f"{len(rows) - _ROWS_AT_MOST} more: `mkdocs-plans check`"]
    return "\n".join(lines) + "\n"


def _parted(catalogue: Catalogue, changed: Collection[str]) -> tuple[list[_Plan], list[_Plan]]:
    """The files for which GitHub will show an annotation, and the others."""
    plans = sorted(
        _plans(messages(catalogue.findings)),
        key=lambda plan: (plan.file not in changed, -plan.severity.rank, plan.file),
    )
    shown: list[_Plan] = []
    others: list[_Plan] = []
    left = dict.fromkeys(_COMMANDS, _ANNOTATIONS_AT_MOST)
    for plan in plans:
        (shown if left[plan.severity] > 0 else others).append(plan)
        left[plan.severity] -= 1
    return shown, others


def _plans(found: Iterable[Message]) -> list[_Plan]:
    groups: dict[str, list[Message]] = {}
    for message in found:
        groups.setdefault(message.file, []).append(message)
    return [_Plan(file, gravest(group), tuple(group)) for file, group in groups.items()]


def _annotation(plan: _Plan, prefix: str) -> str:
    first = next(message for message in plan.messages if message.severity is plan.severity)
    text = "\n".join(f"{message.line}: {message.text} [{message.rule}]" for message in plan.messages)
    if len(plan.messages) == 1:
        text = f"{first.text} [{first.rule}]"
    properties = {"title": "mkdocs-plans"}
    if file := inside(prefix, plan.file):
        properties = {"file": file, "line": str(first.line), **properties}
    elif plan.file:
        text = "\n".join(map(str, plan.messages))
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[plan.severity]} {said}::{_data(text)}"


def _data(text: str) -> str:
    """https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts has the escapes."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(message: Message) -> str:
    place = f"{message.file}:{message.line}" if message.file else "the whole site"
    return f"| {_cell(place)} | {_cell(message.text)} | {message.rule} ({message.severity}) |"


def _cell(text: str) -> str:
    """One line of text that Markdown leaves as it is."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>()#|!~@&$" else char for char in plain(text))
