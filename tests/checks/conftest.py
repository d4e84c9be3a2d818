"""Plans made by hand, so that a rule is tested without reading any file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_plans import checks
from mkdocs_plans.model import Catalogue, Document, Field, Origin, Place, Plan, Progress, Section, Spec, Status
from mkdocs_plans.settings import DEFAULT_STATUSES, NO_STATUS, UNKNOWN, RuleSetting, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs_plans.baseline import Baseline

PlanMaker = "Callable[..., Plan]"
STATUSES = {status.name: status for status in (*DEFAULT_STATUSES, UNKNOWN)}


def _sections(headings: str) -> tuple[Section, ...]:
    """Sections of lines such as `## Overview`, a blank line after each; `last_line` reaches to the next of its rank."""
    lines = [line.strip() for line in headings.strip().splitlines() if line.strip()]
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    end = 2 * len(lines)
    return tuple(
        Section(
            title=line.lstrip("# "),
            level=levels[at],
            line=2 * at + 1,
            last_line=next((2 * other for other in range(at + 1, len(lines)) if levels[other] <= levels[at]), end),
        )
        for at, line in enumerate(lines)
    )


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """A document with the given headings, one on every other line."""

    def make(headings: str = "# Login", **values: Any) -> Document:
        sections = _sections(headings)
        first = next((section for section in sections if section.level == 1), None)
        return Document(
            title=first.title if first else None,
            title_line=first.line if first else 1,
            **{"sections": sections, **values},
        )

    return make


@pytest.fixture(scope="session")
def plan(document: Callable[..., Document]) -> Callable[..., Plan]:
    """A plan: `status` is the text that line 3 declares, `stands_as` the status that it has on the board."""

    def make(
        path: str = "specs/012-login/plan.md",
        headings: str = "# Login",
        *,
        status: str | None = "Draft",
        stands_as: Status | None = None,
        spec: Spec | None = None,
        progress: tuple[int, int] | None = None,
        number: str | None = None,
        labels: Sequence[str] = (),
        source: str | None = None,
        **values: Any,
    ) -> Plan:
        field = Field("Status", status, 3, Origin.HEADER, "status") if status else None
        fields = tuple(Field(label.title(), "…", 4, Origin.HEADER, label) for label in labels)
        return Plan(
            place=Place(path, f"docs/{path}", source),
            document=document(headings, **{"status": field, "fields": fields, **values}),
            id=number,
            title="Login",
            status=stands_as or STATUSES.get(status or "", UNKNOWN if status else NO_STATUS),
            spec=spec or Spec(text="SPEC-012", id="SPEC-012"),
            progress=Progress(*progress, "tasks.md") if progress else None,
        )

    return make


@pytest.fixture(scope="session")
def check() -> Callable[..., list[str]]:
    """The findings of some plans as lines of text; of one rule only, where it is named."""

    def run(
        *plans: Plan,
        only: str | None = None,
        templates: Mapping[str, Document] | None = None,
        rules: Mapping[str, RuleSetting] | None = None,
        baseline: Baseline | None = None,
        **settings: Any,
    ) -> list[str]:
        chosen = Settings(rules=rules or {}, **settings)
        catalogue = Catalogue(
            plans,
            chosen.statuses,
            {plan.path: plan.document for plan in plans},
            {plan.path: plan.file for plan in plans},
        )
        findings = checks.check(catalogue, chosen, templates, baseline).findings
        return [
            f"{finding.file}:{finding.line}: {finding.severity}: {finding.message} [{finding.rule}]"
            for finding in findings
            if only in (None, finding.rule)
        ]

    return run
