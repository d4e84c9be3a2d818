"""Findings as text and as JSON, for `mkdocs-plans check`."""

from __future__ import annotations

import json

from mkdocs_plans.reports import data, text


def test_text_is_sorted_grouped_and_counted(finding):
    findings = [
        finding(None, "section-missing", "3 plans follow no known template; set template", severity="info"),
        finding("a", "section-missing", 'section "X" is missing; add it', what="X"),
        finding("a", "section-missing", 'section "Y" is missing; add it', what="Y"),
        finding("a", "date-invalid", "no day; write YYYY-MM-DD", line=4, severity="error"),
        finding("a", "date-invalid", "no day; write YYYY-MM-DD", line=5, severity="error"),
        finding("b", "spec-missing", "no spec is named; name it", severity="info"),
    ]
    assert text.render(7, findings).splitlines() == [
        "3 plans follow no known template; set template [section-missing] (info)",
        "docs/a/plan.md:1: missing sections: X, Y [section-missing]",
        "docs/a/plan.md:4: no day; write YYYY-MM-DD (and 1 more like it) [date-invalid] (error)",
        "docs/b/plan.md:1: no spec is named; name it [spec-missing] (info)",
        "",
        "7 plans, 6 findings: 2 errors, 2 warnings, 2 infos",
    ]


def test_text_without_findings():
    assert text.render(1, []) == "1 plan, 0 findings\n"


def test_json(finding):
    found = [finding(None, "section-missing", "…", severity="info"), finding("a", line=3, what="Qq")]
    assert json.loads(data.render(2, found)) == {
        "schemaVersion": 1,
        "plans": 2,
        "findings": [
            {
                "path": None,
                "file": None,
                "rule": "section-missing",
                "severity": "info",
                "line": 1,
                "what": "",
                "message": "…",
            },
            {
                "path": "a/plan.md",
                "file": "docs/a/plan.md",
                "rule": "status-unknown",
                "severity": "warning",
                "line": 3,
                "what": "Qq",
                "message": "wrong; mend it",
            },
        ],
    }
