"""The names of all rules with their default severities: one table for options, checks, reports and documentation."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

_WARNING = (
    "unreadable",
    "encoding",
    "too-complex",
    "front-matter-invalid",
    "status-unknown",
    "status-conflict",
    "date-invalid",
    "spec-not-found",
    "link-broken",
    "dependency-not-found",
    "dependency-cycle",
    "marker-invalid",
    "section-missing",
    "suppression-unknown",
)
_INFO = (
    "title-missing",
    "status-missing",
    "spec-missing",
    "spec-duplicate",
    "number-duplicate",
    "section-empty",
    "section-placeholder",
    "done-with-open-tasks",
    "open-with-all-tasks-done",
    "plan-ahead-of-spec",
    "dependency-open",
    "supersedes-mismatch",
    "id-unknown",
    "suppression-unused",
    "baseline-stale",
)
_OFF = ("section-order",)

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(_WARNING, Severity.WARNING) | dict.fromkeys(_INFO, Severity.INFO) | dict.fromkeys(_OFF, Severity.OFF)
)
