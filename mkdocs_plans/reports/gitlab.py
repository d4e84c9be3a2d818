"""Findings as a GitLab code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity
from mkdocs_plans.reports.fingerprints import fingerprinted

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(catalogue: Catalogue, *, prefix: str = "", config: str = "mkdocs.yml") -> str:
    """The findings as a JSON array.

    Args:
        catalogue: The plans.
        prefix: The project's folder in the repository, from whose top GitLab wants paths to count.
        config: What findings of the whole site are filed under, since GitLab wants a file for each.
    """
    entries = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": posixpath.normpath(posixpath.join(prefix, finding.file or config)),
                "lines": {"begin": finding.line},
            },
        }
        for finding, fingerprint in fingerprinted(catalogue.findings)
    ]
    return json.dumps(entries, indent=1) + "\n"
