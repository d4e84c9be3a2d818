"""What a header says of other plans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.reading import read
from mkdocs_plans.reading.references import references
from mkdocs_plans.settings import Settings


def said(text: str):
    document = read(text.encode(), Settings())
    return [(each.kind, each.text, each.target) for field in document.fields for each in field.references]


@pytest.mark.parametrize(
    "header",
    [
        "**Depends on**: SPEC-007",
        "**Depends on:** SPEC-007",
        "Status: Draft\nDepends on: SPEC-007",
        "- **Depends on**: `SPEC-007`",
        "> **Depends On**: SPEC-007 (accounts must exist)",
        "**Status**: Draft | **Depends on**: SPEC-007 | **Owner**: Ada",
        "| Field | Value |\n|---|---|\n| Status | Draft |\n| Depends on | SPEC-007 |",
        "**Blocked by**: SPEC-007 — accounts must exist",
        "**Dependencies**: SPEC-007 must be live",
        "**依存**: SPEC-007",
        "**Status**: Blocked by SPEC-007",
        "**Status**: On hold, waiting for SPEC-007",
    ],
)
def test_a_dependency_in_every_dialect(header):
    assert said(f"# Login\n\n{header}\n\n## Overview\n") == [("depends-on", "SPEC-007", None)]


@pytest.mark.parametrize("value", ["SPEC-007", "[SPEC-007]", '["SPEC-007"]', "\n  - SPEC-007"])
def test_a_dependency_in_front_matter(value):
    assert said(f"---\ndepends_on: {value}\n---\n# Login\n") == [("depends-on", "SPEC-007", None)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("\n  - id: 001\n  - {plan: 002-b, why: hard}", ["001", "002-b"]),
        ("\n  - why: nobody knows", []),
    ],
)
def test_lists_of_mappings(value, expected):
    assert [text for _, text, _ in said(f"---\ndepends_on: {value}\n---\n# Login\n")] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("007", [("007", None)]),
        ("#7", [("#7", None)]),
        ("plan 7", [("7", None)]),
        ("05-03", [("05-03", None)]),
        ("012-login", [("012-login", None)]),
        ("F-097, F-065", [("F-097", None), ("F-065", None)]),
        ("F-097; F-065 and 012", [("F-097", None), ("F-065", None), ("012", None)]),
        ("F-097 (search, sort), F-065", [("F-097", None), ("F-065", None)]),
        ("[Users](../007-users/plan.md)", [("Users", "../007-users/plan.md")]),
        (
            "see [Users](../007-users/plan.md), [Mail](../008/)",
            [("Users", "../007-users/plan.md"), ("Mail", "../008/")],
        ),
        ("../007-users/plan.md", [("../007-users/plan.md",) * 2]),
        ("`docs/plans/14-types.md`, docs/plans/15.md.", [("docs/plans/14-types.md",) * 2, ("docs/plans/15.md",) * 2]),
        ("Passenger accounts", [("Passenger accounts", None)]),
        ("Passenger accounts - for the login", [("Passenger accounts", None)]),
        ("Passenger accounts.", [("Passenger accounts", None)]),
        ("Passenger (old) accounts", [("Passenger accounts", None)]),
        ("docs/plans/15.md: it must be live", [("docs/plans/15.md",) * 2]),
        ("Import and export", [("Import and export", None), ("Import", None), ("export", None)]),
        ("001 Login, 002 Users", [("001", None), ("002", None)]),
        ("001 / 002", [("001", None), ("002", None)]),
        ("001 → 002", [("001", None), ("002", None)]),
        ("001<br>002<BR/>003", [("001", None), ("002", None), ("003", None)]),
        ("[x] 001, [ ] [Users](../007/)", [("001", None), ("Users", "../007/")]),
        ("[[007-users]]", [("007-users", None)]),
        ("[[007-users/plan|Users, and more]], [[008-mail#Status]]", [("007-users", None), ("008-mail", None)]),
        ("[[specs/007-users/Plan.md]]", [("specs/007-users",) * 2]),
        ("[[Passenger accounts|them]]", [("Passenger accounts", None)]),
        ("3 other teams", [("3 other teams", None)]),
        ("n/a", []),
        ("N/A", []),
        ("2026-03-01", []),
        ("2026-03-01 - the day of the launch", []),
        ("2026-03-01-2026-04-01", []),
        ("2026-03-01-login", [("2026-03-01-login", None)]),
        ("2026-03-01-2fa and 2026-03-02-mail - for the codes", [("2026-03-01-2fa", None), ("2026-03-02-mail", None)]),
        ("2026-03-01-login.md", [("2026-03-01-login.md",) * 2]),
        ("[[2026-03-01-login]]", [("2026-03-01-login", None)]),
        ("owner/repo#12", []),
        ("[an issue](https://example.org/1)", []),
        ("https://example.org/plans/012", []),
        ("[SPEC-XXX]", []),
        ("TBD", []),
        ("", []),
        ("—", []),
    ],
)
def test_what_a_value_names(value, expected):
    assert [(each.text, each.target) for each in references(value, "depends-on")] == expected


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("**Blocks**: 012", "blocks"),
        ("**Supersedes**: 012", "supersedes"),
        ("**Replaces**: 012", "supersedes"),
        ("**Superseded by**: 012", "superseded-by"),
        ("**Status**: Superseded by 012", "superseded-by"),
        ("**Status**: No longer active - replaced with 012", "superseded-by"),
        ("**Status**: Dropped (replaced by [Login](../012-login/plan.md))", "superseded-by"),
        ("**Related**: 012", "related"),
        ("**Blocks**: ../012-login/plan.md", "blocks"),
        ("**Blocks**: 012, 013", "blocks"),
        ("**Blocks**: Login, Logout and [Users](../007-users/plan.md)", "blocks"),
    ],
)
def test_the_kinds_of_ties(header, kind):
    assert {each[0] for each in said(f"# Login\n\n{header}\n")} == {kind}


@pytest.mark.parametrize(
    "header",
    [
        "**Status**: Not blocked by 001",
        "**Status**: No longer waiting for 001",
        "**Status**: Done; 011 depends on 001",
        "**Status**: Will be superseded by 014",
        "**Status**: Blocked by the vendor",
        "**Status**: In progress",
        "**Branch**: 012-login",
        "**Owner**: F-097",
    ],
)
def test_what_names_no_plan(header):
    assert said(f"# Login\n\n{header}\n") == []


@given(st.text(alphabet="[]()`*,;- ADEF019#/.\nand", max_size=80))
def test_no_value_is_too_odd(value):
    for key in ("depends-on", "status", "owner"):
        for each in references(value, key):
            assert each.text.strip()
