"""All plans of a site, and what was found wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.model.documents import Document, Link
    from mkdocs_plans.model.plans import Plan, Status


class Severity(StrEnum):
    """How much a finding counts; `off` means that the rule is not asked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """Higher is graver."""
        return ("off", "info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a rule: `file:line: message [rule]`.

    `what` names the thing, so that a baseline can follow it; `of` is how many things the rule asked for in that file,
    where it counts them. Findings about the whole site have neither path nor file.
    """

    rule: str
    severity: Severity
    file: str
    line: int
    message: str
    path: str | None = None
    what: str = ""
    of: int = 0


@dataclass(frozen=True)
class Catalogue:
    """All plans of a site in the order of their paths, and what was found wrong with them.

    `documents` are the plans, specs and tasks that were read, `files` their real files and `broken_links` their links
    that lead nowhere, all by their places in the site. What was found and is not to be said is kept apart: `suppressed`
    by the files themselves, `accepted` by the baseline.
    """

    plans: tuple[Plan, ...] = ()
    statuses: tuple[Status, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    broken_links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()

    @cached_property
    def by_path(self) -> dict[str, Plan]:
        """Plans by their place in the site."""
        return {plan.path: plan for plan in self.plans}

    @cached_property
    def findings_by_path(self) -> dict[str | None, tuple[Finding, ...]]:
        """Findings by the plan that they belong to; those of the whole site under None."""
        grouped: dict[str | None, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(finding.path, []).append(finding)
        return {path: tuple(findings) for path, findings in grouped.items()}
