"""Every rule with files that it speaks about and files that it is silent about, read and checked as a whole."""

from __future__ import annotations

import pytest

from mkdocs_plans.checks import RULES
from mkdocs_plans.rules import SEVERITIES
from mkdocs_plans.workspace import open_workspace
from tests.support import complete, plan

LOGIN, LOGOUT = "docs/specs/012-login/plan.md", "docs/specs/013-logout/plan.md"
SPEC, TASKS = "docs/specs/012-login/spec.md", "docs/specs/012-login/tasks.md"
ACCEPTED = '{"schemaVersion": 1, "findings": {"docs/specs/012-login/plan.md": {"section-missing": ["Data Flow"]}}}'
BASELINE = "plans-baseline.json"


def other(**values: str) -> str:
    return plan("Logout", **{"spec": "SPEC-013", **values})


def saying(line: str) -> str:
    """A plan with one more line in its header."""
    return plan().replace("**Created**", f"{line}  \n**Created**")


def holding(text: str) -> str:
    """A plan with a text of its own in the first section."""
    return plan().replace("Written.", text, 1)


# Each rule: what is wrong, and the same mended.
CASES = {
    "unreadable": ({LOGIN: b"# Login\0\0"}, {LOGIN: b"# Login"}),
    "encoding": ({LOGIN: plan("Caf\xe9").encode("latin-1")}, {LOGIN: plan("Caf\xe9")}),
    "too-complex": ({LOGIN: holding("a" * 50_001)}, {LOGIN: holding("a" * 50_000)}),
    "front-matter-invalid": (
        {LOGIN: f"---\ntitle: Login: part 2\n---\n{plan()}"},
        {LOGIN: f'---\ntitle: "Login: part 2"\n---\n{plan()}'},
    ),
    "title-missing": ({LOGIN: plan("[Feature Name]")}, {LOGIN: plan()}),
    "status-missing": ({LOGIN: plan().replace("**Status**: In progress", "")}, {LOGIN: plan()}),
    "status-unknown": ({LOGIN: plan(status="In progres")}, {LOGIN: plan(status="In progress")}),
    "status-conflict": (
        {LOGIN: f"{plan(status='Done')}---\n\n**Plan Status**: Draft\n"},
        {LOGIN: f"{plan(status='Done')}---\n\n**Plan Status**: Done\n"},
    ),
    "spec-missing": ({LOGIN: plan().replace("**Spec**: SPEC-012", "")}, {LOGIN: plan()}),
    "spec-not-found": (
        {LOGIN: plan(spec="[SPEC-012](../012/spec.md)")},
        {LOGIN: plan(spec="[SPEC-012](spec.md)"), SPEC: "# SPEC-012: Login\n"},
    ),
    "spec-duplicate": ({LOGIN: plan(), LOGOUT: other(spec="SPEC-012")}, {LOGIN: plan(), LOGOUT: other()}),
    "number-duplicate": (
        {LOGIN: plan(), LOGOUT.replace("013", "012"): other()},
        {LOGIN: plan(), LOGOUT: other()},
    ),
    "date-invalid": ({LOGIN: plan().replace("2026-03-01", "2026-13-40")}, {LOGIN: plan()}),
    "link-broken": (
        {LOGIN: holding("[spec](specs.md)"), SPEC: "# Login\n"},
        {LOGIN: holding("[spec](spec.md)"), SPEC: "# Login\n"},
    ),
    "section-missing": ({LOGIN: plan(sections=complete(without="Data Flow"))}, {LOGIN: plan()}),
    "section-empty": ({LOGIN: holding("")}, {LOGIN: plan()}),
    "section-placeholder": ({LOGIN: holding("TBD")}, {LOGIN: holding("N/A, nothing is stored.")}),
    "section-order": (
        {LOGIN: plan(sections=f"## Data Flow\n\nX.\n\n{complete(without='Data Flow')}")},
        {LOGIN: plan()},
    ),
    "done-with-open-tasks": (
        {LOGIN: plan(status="Done"), TASKS: "- [x] T001 One\n- [ ] T002 Two\n"},
        {LOGIN: plan(status="Done"), TASKS: "- [x] T001 One\n- [x] T002 Two\n"},
    ),
    "open-with-all-tasks-done": (
        {LOGIN: plan(status="Draft"), TASKS: "- [x] T001 One\n"},
        {LOGIN: plan(status="Draft"), TASKS: "- [ ] T001 One\n"},
    ),
    "plan-ahead-of-spec": (
        {LOGIN: plan(), SPEC: "# Login\n\n**Status**: Draft\n"},
        {LOGIN: plan(), SPEC: "# Login\n\n**Status**: Done\n"},
    ),
    "dependency-not-found": (
        {LOGIN: saying("**Depends on**: ../014-users/plan.md"), LOGOUT: other()},
        {LOGIN: saying("**Depends on**: ../013-logout/plan.md"), LOGOUT: other()},
    ),
    "dependency-cycle": (
        {
            LOGIN: saying("**Depends on**: ../013-logout/plan.md"),
            LOGOUT: saying("**Depends on**: ../012-login/plan.md"),
        },
        {LOGIN: saying("**Depends on**: ../013-logout/plan.md"), LOGOUT: other()},
    ),
    "dependency-open": (
        {LOGIN: saying("**Depends on**: ../013-logout/plan.md").replace("In progress", "Done"), LOGOUT: other()},
        {LOGIN: saying("**Depends on**: ../013-logout/plan.md"), LOGOUT: other()},
    ),
    "supersedes-mismatch": (
        {LOGIN: saying("**Supersedes**: ../013-logout/plan.md"), LOGOUT: other()},
        {LOGIN: saying("**Supersedes**: ../013-logout/plan.md"), LOGOUT: other(status="Dropped")},
    ),
    "id-unknown": (
        {LOGIN: holding("As SPEC-021 says."), SPEC: "# SPEC-012: Login\n"},
        {LOGIN: holding("As SPEC-012 says."), SPEC: "# SPEC-012: Login\n"},
    ),
    "marker-invalid": (
        {LOGIN: plan(), "docs/team.md": "# Team\n\n<!-- plans:bord -->\n"},
        {LOGIN: plan(), "docs/team.md": "# Team\n\n<!-- plans:board -->\n"},
    ),
    "suppression-unknown": (
        {LOGIN: holding("Text. <!-- plans-disable section-emty -->")},
        {LOGIN: holding("Text. <!-- plans-disable section-empty -->")},
    ),
    "suppression-unused": (
        {LOGIN: holding("Text. <!-- plans-disable section-empty -->")},
        {LOGIN: holding("<!-- plans-disable section-empty -->")},
    ),
    "baseline-stale": (
        {LOGIN: plan(), BASELINE: ACCEPTED},
        {LOGIN: plan(sections=complete(without="Data Flow")), BASELINE: ACCEPTED},
    ),
}

# What a finding is called, beside its rule and its file: a baseline knows it again by that. Most rules say one thing of a
# file and need no name.
NAMES = {
    "status-unknown": ["In progres"],
    "status-conflict": ["Draft"],
    "spec-not-found": ["../012/spec.md"],
    "spec-duplicate": ["SPEC-012", "SPEC-012"],
    "number-duplicate": ["012", "012"],
    "date-invalid": ["Created"],
    "link-broken": ["specs.md"],
    "section-missing": ["Data Flow"],
    "section-empty": ["Overview"],
    "section-placeholder": ["Overview"],
    "section-order": ["Overview", "Technical Approach", "Architecture Changes"],
    "plan-ahead-of-spec": ["docs/specs/012-login/spec.md"],
    "dependency-not-found": ["../014-users/plan.md"],
    "dependency-cycle": ["docs/specs/012-login/plan.md → docs/specs/013-logout/plan.md"],
    "dependency-open": ["docs/specs/013-logout/plan.md"],
    "supersedes-mismatch": ["docs/specs/013-logout/plan.md"],
    "id-unknown": ["SPEC-021"],
    "marker-invalid": ["bord"],
    "suppression-unknown": ["section-emty"],
    "suppression-unused": ["section-empty"],
    "baseline-stale": [LOGIN],
}
ABOUT_NO_PLAN = ("marker-invalid", "baseline-stale")


def test_every_rule_has_a_bad_and_a_good_case():
    assert set(CASES) == {rule.name for rule in RULES} == set(SEVERITIES)


@pytest.mark.parametrize("rule", CASES)
@pytest.mark.parametrize("is_wrong", [True, False], ids=["bad", "good"])
def test_a_rule_speaks_of_the_bad_case_and_not_of_the_good_one(site, rule, is_wrong):
    site.options["rules"] = {rule: "error"}
    bad, good = CASES[rule]
    for path, content in (bad if is_wrong else good).items():
        site.write(path, content)
    findings = open_workspace([], str(site.configure())).selected.findings
    found = [finding for finding in findings if finding.rule == rule]
    assert [finding.what for finding in found] == (NAMES.get(rule, [""]) if is_wrong else [])
    assert {finding.severity for finding in found} <= {"error"}
    assert all(finding.line >= 1 and "; " in finding.message for finding in found)
    plans = [None if rule in ABOUT_NO_PLAN else finding.file.removeprefix("docs/") for finding in found]
    assert [finding.path for finding in found] == plans
