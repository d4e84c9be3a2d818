"""The schema of plans.json, key by key."""

from __future__ import annotations

import json

from mkdocs_plans.model import (
    Catalogue,
    Derived,
    Document,
    Fact,
    Field,
    Finding,
    Origin,
    Place,
    Plan,
    Progress,
    Relation,
    Section,
    SectionState,
    Severity,
    Spec,
    Stage,
)
from mkdocs_plans.reports import export
from mkdocs_plans.settings import DEFAULT_STATUSES, NO_STATUS
from mkdocs_plans.site import Site

STATUS = Field("Status", "🚧 In Progress", 4, Origin.HEADER, "status")
BRANCH = Field("Branch", "012-login", 5, Origin.HEADER)
FULL = Plan(
    place=Place("specs/012-login/plan.md", "work/012-login/plan.md", "specs"),
    document=Document(
        title="Login",
        fields=(STATUS, BRANCH),
        status=STATUS,
        created="2026-03-01",
        tags=("web",),
        sections=(
            Section("Deployment", 2, 90, 99, SectionState.FILLED, (Fact("Risk Level", "High", 97),)),
            Section("Rollback", 3, 98, 99, SectionState.PLACEHOLDER),
        ),
    ),
    id="012",
    title="Login",
    status=DEFAULT_STATUSES[2],
    derived=Derived(Stage.DONE, "progress"),
    spec=Spec("SPEC-012", "SPEC-012", "specs/012-login/spec.md"),
    owner="Ada",
    owner_source="header",
    progress=Progress(9, 9, "tasks.md"),
    companions=("specs/012-login/spec.md", "specs/012-login/tasks.md"),
    relations=(Relation("depends-on", "SPEC-007", "specs/007-users/plan.md", 6),),
)
BARE = Plan(Place("a/plan.md", "a/plan.md"), Document(), None, "A", NO_STATUS)
FINDINGS = (
    Finding("section-missing", Severity.INFO, "", 1, "1 plan follows no known template"),
    Finding(
        "section-missing", Severity.WARNING, FULL.file, 1, 'section "Data Flow" is missing', FULL.path, "Data Flow", 13
    ),
)
CATALOGUE = Catalogue((FULL, BARE), DEFAULT_STATUSES, findings=FINDINGS)
SITE = Site({"specs/012-login/plan.md": "specs/012-login/plan/"})


def test_everything_that_is_known_of_a_plan():
    assert export.plan_data(FULL, CATALOGUE, SITE) == {
        "path": "specs/012-login/plan.md",
        "file": "work/012-login/plan.md",
        "source": "specs",
        "url": "specs/012-login/plan/",
        "id": "012",
        "title": "Login",
        "status": {
            "text": "🚧 In Progress",
            "name": "In progress",
            "slug": "in-progress",
            "stage": "active",
            "source": "header",
            "line": 4,
        },
        "derived": {"stage": "done", "source": "progress"},
        "spec": {"text": "SPEC-012", "id": "SPEC-012", "path": "specs/012-login/spec.md"},
        "created": "2026-03-01",
        "updated": None,
        "owner": "Ada",
        "ownerSource": "header",
        "tags": ["web"],
        "fields": [
            {"label": "Status", "value": "🚧 In Progress", "line": 4},
            {"label": "Branch", "value": "012-login", "line": 5},
        ],
        "progress": {"done": 9, "total": 9, "source": "tasks.md"},
        "companions": ["specs/012-login/spec.md", "specs/012-login/tasks.md"],
        "relations": [{"kind": "depends-on", "text": "SPEC-007", "path": "specs/007-users/plan.md"}],
        "sections": [
            {
                "title": "Deployment",
                "level": 2,
                "line": 90,
                "state": "filled",
                "facts": [{"label": "Risk Level", "value": "High", "line": 97}],
            },
            {"title": "Rollback", "level": 3, "line": 98, "state": "placeholder", "facts": []},
        ],
        "findings": [
            {
                "rule": "section-missing",
                "severity": "warning",
                "line": 1,
                "what": "Data Flow",
                "message": 'section "Data Flow" is missing',
            }
        ],
    }


def test_a_plan_that_says_nothing():
    data = export.plan_data(BARE, CATALOGUE, SITE)
    assert data["status"] == {
        "text": None,
        "name": "No status",
        "slug": "none",
        "stage": None,
        "source": None,
        "line": None,
    }
    assert data["derived"] == {"stage": None, "source": "none"}
    assert data["spec"] == {"text": None, "id": None, "path": None}
    assert (data["url"], data["source"], data["progress"], data["findings"]) == (None, None, None, [])


def test_the_catalogue_is_sorted_and_the_site_has_findings_of_its_own():
    data = json.loads(export.to_json(CATALOGUE, SITE))
    assert list(data) == ["schemaVersion", "plans", "specs", "findings"]
    assert data["schemaVersion"] == 1
    assert [plan["path"] for plan in data["plans"]] == ["a/plan.md", "specs/012-login/plan.md"]
    assert [finding["message"] for finding in data["findings"]] == ["1 plan follows no known template"]


def test_text_that_utf8_cannot_hold():
    text = export.dumps({"title": "half \ud83d of a pair, 🚧"})
    assert json.loads(text.encode("utf-8")) == {"title": "half ? of a pair, 🚧"}
