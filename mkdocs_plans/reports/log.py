"""What a build prints in its log: few lines, the most important first, and the counts last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.model import Severity
from mkdocs_plans.reports.messages import Message, gravest, messages, summary
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plans.model import Catalogue, Finding

    # The findings that a build has reported, by their names.
    Known = Mapping[str, Finding]

_LINES_AT_MOST = 20
# The command that prints all findings.
_COMMAND = "mkdocs-plans check"
# If more plans than this lack most of their sections, it is the template that does not fit.
_MISFITS_AT_MOST = 20


class Line(NamedTuple):
    """One line of the log; the severity is the level that it is logged at."""

    severity: Severity
    text: str


def lines(catalogue: Catalogue, board: str | None = None, before: Known | None = None) -> tuple[Line, ...]:
    """The lines for a build; for a rebuild, given what was `known` before it, only what appeared or went away.

    Args:
        catalogue: The plans with their findings.
        board: Where the board is, as readers reach it.
        before: `known` of the build before this one, under `mkdocs serve`.
    """
    if before is not None:
        return _changes(catalogue, before)
    said = _said(catalogue.findings, catalogue)
    end = _end(catalogue, len(said)) + (f"; the board is at {board}" if board else "")
    return (*_cut(said), Line(Severity.INFO, end))


def _end(catalogue: Catalogue, lines: int) -> str:
    """The counts, the number of lines if one reports several findings, and the command that prints the rest."""
    spoken = sum(_is_spoken(finding.severity) for finding in catalogue.findings)
    text = summary(catalogue, None if lines == spoken else lines)
    printed = min(lines, _LINES_AT_MOST)
    return text if printed == len(messages(catalogue.findings)) else f"{text}; all of them: {_COMMAND}"


def known(catalogue: Catalogue) -> Known:
    """What a build has reported, without line numbers, since an edit moves them."""
    return {_name(finding): finding for finding in catalogue.findings if _is_spoken(finding.severity)}


def _changes(catalogue: Catalogue, before: Known) -> tuple[Line, ...]:
    appeared = [finding for finding in catalogue.findings if _name(finding) not in before]
    gone = messages(before[name] for name in sorted(before.keys() - known(catalogue).keys()))
    resolved = [Line(Severity.INFO, f"resolved: {_names(message)}") for message in gone]
    return (*_cut(_said(appeared, catalogue)), *_cut(resolved))


def _names(message: Message) -> str:
    """The names of all findings of a message, the first one alone where they do not fit into a list."""
    first, *others = message.findings
    said, remedy, _ = message.text.partition("; ")
    if not others:
        return _name(first)
    return f"{_place(message.file)}{said}{f' (and {len(others)} more)' if remedy else ''} [{message.rule}]"


def _name(finding: Finding) -> str:
    """What is wrong, without the line and what to do."""
    return f"{_place(finding.file)}{finding.message.partition('; ')[0]} [{finding.rule}]"


def _place(file: str) -> str:
    return f"{plain(file)}: " if file else ""


def _said(findings: Iterable[Finding], catalogue: Catalogue) -> list[Line]:
    """All lines, the most severe first."""
    spoken = [message for message in messages(findings) if _is_spoken(message.severity)]
    misfits = [message for message in spoken if _is_misfit(message)]
    if len(misfits) <= _MISFITS_AT_MOST:
        misfits = []
    merged = {id(message) for message in misfits}
    rest = sorted(
        (message for message in spoken if id(message) not in merged), key=lambda message: _order(message, catalogue)
    )
    return [*_way_out(misfits), *(Line(message.severity, str(message)) for message in rest)]


def _is_spoken(severity: Severity) -> bool:
    """Infos are counted, not printed."""
    return severity.rank >= Severity.WARNING.rank


def _is_misfit(message: Message) -> bool:
    """Whether a plan lacks more than half of the sections that it is checked for."""
    return message.rule == "section-missing" and 2 * len(message.findings) > message.findings[0].of > 0


def _way_out(misfits: Sequence[Message]) -> list[Line]:
    if not misfits:
        return []
    text = (
        f"{len(misfits)} plans each lack more than half of the sections that their template requires; set `template` or"
        " `sections` in the plugin's options to fit your plans, or `rules: {section-missing: info}` [section-missing]"
    )
    return [Line(gravest(misfits), text)]


def _order(message: Message, catalogue: Catalogue) -> tuple[int, bool, str, int]:
    """Errors first, since they fail the build; then plans that are still open."""
    plan = catalogue.by_path.get(message.path or "")
    is_finished = plan is not None and plan.is_over
    return -message.severity.rank, is_finished, message.file, message.line


def _cut(found: list[Line]) -> tuple[Line, ...]:
    left = len(found) - _LINES_AT_MOST
    if left <= 0:
        return tuple(found)
    return (*found[:_LINES_AT_MOST], Line(Severity.INFO, f"{left} more: {_COMMAND}"))
