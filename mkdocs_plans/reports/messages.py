"""Findings as lines that people read: `file:line: what is wrong; what to do [rule]`, one for all alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity
from mkdocs_plans.wording import counted, place, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_plans.model import Catalogue, Finding

# Rules that often find several things in one file, each with the heading of the list of their names.
_LISTED: Mapping[str, str] = MappingProxyType(
    {
        "section-missing": "missing sections",
        "section-empty": "empty sections",
        "section-placeholder": "sections with only placeholders",
        "section-order": "sections out of order",
    }
)
# How many further findings a message names.
_NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Message:
    """What one rule found in one file; `line` is that of the first finding, `severity` the highest of all."""

    file: str
    path: str | None
    line: int
    rule: str
    severity: Severity
    text: str
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        where = f"{place(self.file)}:{self.line}: " if self.file else ""
        return f"{where}{self.text} [{self.rule}]"


def messages(findings: Iterable[Finding]) -> tuple[Message, ...]:
    """One message for all findings of a rule in a file that differ only in what they are about, as the first one is."""
    groups: dict[tuple[str, str, bool, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.file, finding.rule, finding.path is None, _form(finding)), []).append(finding)
    return tuple(_message(group) for group in groups.values())


def summary(catalogue: Catalogue, lines: int | None = None) -> str:
    """`9 plans, 3 findings: 1 warning, 2 infos (4 suppressed, 12 in the baseline)`.

    `lines` is how many lines all findings except infos take: `7 warnings in 2 lines, 2 infos`.
    """
    counts = Counter(finding.severity for finding in catalogue.findings)
    graver = [severity for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO) if counts[severity]]
    said = {severity: counted(counts[severity], severity.value) for severity in graver}
    if lines and (spoken := [severity for severity in graver if severity is not Severity.INFO]):
        said[spoken[-1]] += f" in {counted(lines, 'line')}"
    parts = ", ".join(said.values())
    silent = {"suppressed": len(catalogue.suppressed), "in the baseline": len(catalogue.accepted)}
    kept = ", ".join(f"{count} {name}" for name, count in silent.items() if count)
    return (
        f"{counted(len(catalogue.plans), 'plan')}, {counted(len(catalogue.findings), 'finding')}"
        f"{': ' if parts else ''}{parts}{f' ({kept})' if kept else ''}"
    )


def gravest(told: Iterable[Finding | Message]) -> Severity:
    """The highest severity of several findings or messages."""
    return max((each.severity for each in told), key=lambda severity: severity.rank)


def _message(findings: list[Finding]) -> Message:
    first = findings[0]
    return Message(
        file=first.file,
        path=first.path,
        line=first.line,
        rule=first.rule,
        severity=gravest(findings),
        text=_text(findings),
        findings=tuple(findings),
    )


def _form(finding: Finding) -> str:
    """A finding's message without what it is about."""
    if finding.rule in _LISTED:
        return ""
    whole = finding.message.replace(quote(finding.what), '""')
    return whole.replace(finding.what, "") if finding.what else whole


def _text(findings: list[Finding]) -> str:
    first = findings[0]
    if first.rule in _LISTED and all(finding.what for finding in findings):
        return f"{_LISTED[first.rule]}: {', '.join(finding.what for finding in findings)}"
    if len(findings) == 1:
        return first.message
    return f"{first.message} (and {len(findings) - 1} more like it: {_named(findings[1:])})"


def _named(findings: list[Finding]) -> str:
    """Further findings by what they are about and where; by their lines alone where one does not say what."""
    is_said = all(finding.what for finding in findings)
    places = (f"{quote(each.what)} in line {each.line}" if is_said else str(each.line) for each in findings)
    others = list(dict.fromkeys(places))
    named = ", ".join([*others[:_NAMED_AT_MOST], *(["…"] if len(others) > _NAMED_AT_MOST else [])])
    return named if is_said else f"line {named}"
