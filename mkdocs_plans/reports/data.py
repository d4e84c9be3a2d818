"""Findings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.reports.export import SCHEMA_VERSION, dumps, findings_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Finding


def render(plans: int, findings: Sequence[Finding]) -> str:
    """The findings of so many plans, each with its file; those of the whole site have null instead."""
    places = ({"path": finding.path, "file": finding.file or None} for finding in findings)
    listed = [place | finding for place, finding in zip(places, findings_data(findings), strict=True)]
    return dumps({"schemaVersion": SCHEMA_VERSION, "plans": plans, "findings": listed})
