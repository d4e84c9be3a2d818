"""Findings as a GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mkdocs_plans.git.repository import inside
from mkdocs_plans.model import Severity
from mkdocs_plans.reports.fingerprints import fingerprinted

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue, Finding

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(catalogue: Catalogue, *, prefix: str = "", config: str = "mkdocs.yml") -> str:
    """The findings as a JSON array.

    Args:
        catalogue: The plans.
        prefix: The project's folder in the repository, from whose top GitLab wants paths to count.
        config: What findings are filed under that have no file in the repository, since GitLab wants one for each.
    """
    entries = [
        _entry(finding, fingerprint, prefix, config) for finding, fingerprint in fingerprinted(catalogue.findings)
    ]
    return json.dumps(entries, indent=1) + "\n"


def _entry(finding: Finding, fingerprint: str, prefix: str, config: str) -> dict[str, Any]:
    path, line, text = inside(prefix, finding.file), finding.line, finding.message
    if path is None:
        text = f"{finding.file}:{line}: {text}" if finding.file else text
        path, line = inside(prefix, config) or config, 1
    return {
        "description": text,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": line}},
    }
