"""Findings and catalogues made by hand."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Catalogue, Document, Finding, Place, Plan, Severity
from mkdocs_plans.settings import DEFAULT_STATUSES

STATUS = {status.slug: status for status in DEFAULT_STATUSES}


@pytest.fixture
def finding():
    """A finding of a plan at `docs/NAME/plan.md`; of the whole site without a name."""

    def make(name=None, rule="status-unknown", message="wrong; mend it", *, line=1, severity="warning", what="", of=0):
        place = (f"docs/{name}/plan.md", line, message, f"{name}/plan.md") if name else ("", line, message, None)
        return Finding(rule, Severity(severity), *place, what, of)

    return make


@pytest.fixture
def catalogue():
    """Plans `NAME=status` with findings."""

    def make(*findings, suppressed=(), accepted=(), **plans):
        made = [
            Plan(Place(f"{name}/plan.md", f"docs/{name}/plan.md"), Document(), None, name, STATUS[status])
            for name, status in sorted(plans.items())
        ]
        return Catalogue(
            tuple(made),
            DEFAULT_STATUSES,
            findings=tuple(findings),
            suppressed=tuple(suppressed),
            accepted=tuple(accepted),
        )

    return make
