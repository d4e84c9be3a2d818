"""Findings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.reports.export import SCHEMA_VERSION, dumps, findings_data

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue


def render(catalogue: Catalogue) -> str:
    """The findings, each with its file, or null for the whole site. Silenced findings are only counted."""
    findings = catalogue.findings
    places = ({"path": finding.path, "file": finding.file or None} for finding in findings)
    listed = [place | finding for place, finding in zip(places, findings_data(findings), strict=True)]
    return dumps(
        {
            "schemaVersion": SCHEMA_VERSION,
            "plans": len(catalogue.plans),
            "suppressed": len(catalogue.suppressed),
            "inBaseline": len(catalogue.accepted),
            "findings": listed,
        }
    )
