"""Findings as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mkdocs_plans import __version__
from mkdocs_plans.checks import RULES
from mkdocs_plans.git.repository import inside
from mkdocs_plans.model import Severity
from mkdocs_plans.reports.fingerprints import fingerprinted
from mkdocs_plans.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_plans.model import Catalogue, Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}

Data = dict[str, Any]


def render(catalogue: Catalogue, *, prefix: str = "") -> str:
    """All findings; what is suppressed or in the baseline is marked as such, so that services close it.

    `prefix` is the project's folder in the repository, from whose top paths count.
    """
    silent = [(catalogue.findings, None), (catalogue.suppressed, "inSource"), (catalogue.accepted, "external")]
    findings = [finding for group, _ in silent for finding in group]
    names = sorted({finding.rule for finding in findings})
    index = {name: at for at, name in enumerate(names)}
    kinds = (kind for group, kind in silent for _ in group)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "mkdocs-plans", "version": __version__, "rules": list(_rules(names))}},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the repository."}}},
                "results": [
                    _result(finding, fingerprint, kind, index, prefix)
                    for (finding, fingerprint), kind in zip(fingerprinted(findings), kinds, strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, indent=1) + "\n"


def _rules(names: Iterable[str]) -> Iterator[Data]:
    known = {rule.name: rule for rule in RULES}
    for name in names:
        described: Data = {"id": name, "defaultConfiguration": {"level": _LEVELS[SEVERITIES[name]]}}
        if name in known:
            summary, _, rest = known[name].documentation.partition("\n")
            described |= {"shortDescription": {"text": summary}, "help": {"text": rest.strip() or summary}}
        yield described


def _literal(text: str) -> str:
    """A message in which `[a](b)` is no link; other brackets need no escape."""
    return re.sub(r"[\[\]\\]", r"\\\g<0>", text) if "](" in text else text


def _result(finding: Finding, fingerprint: str, kind: str | None, index: Mapping[str, int], prefix: str) -> Data:
    path, text = inside(prefix, finding.file), _literal(finding.message)
    result: Data = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": text if path or not finding.file else f"{finding.file}:{finding.line}: {text}"},
        "partialFingerprints": {"planFinding/v1": fingerprint},
    }
    if path:
        artifact = {"uri": quote(path, errors="replace"), "uriBaseId": "SRCROOT"}
        region = {"startLine": finding.line}
        result["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    if kind:
        result["suppressions"] = [{"kind": kind}]
    return result
