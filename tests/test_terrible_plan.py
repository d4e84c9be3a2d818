"""One deliberately terrible plan, and everything that is said of it, in every format."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from sarif_pydantic import Sarif

from mkdocs_plans.cli import main

FILE = "docs/specs/012-login/plan.md"
TEMPLATE = """# Plan: [Feature]

## Goal

Say who needs this.

## Steps

### Order

## Tests

## Rollout
"""
TERRIBLE = """---
tags: login: part 2
---
# Implementation Plan

**Status**: In progres
**Created**: 2026-13-40
**Spec**: [the spec](specification.md)
**Depends on**: 099-gone

<!-- plans-disable section-mising: typing error -->

## Tests

TBD

## Goal

Say who needs this.

## Steps

See [the other plan](../013-logout/plan.md) and the broken wordsâ€¦

<!-- plans-disable section-empty: nothing is empty here -->
It seemed so.

## Rollout

---

**Plan Status**: Done
"""

# Line, rule, severity, what.
FOUND = [
    (2, "front-matter-invalid", "warning", ""),
    (4, "title-missing", "info", ""),
    (6, "status-unknown", "error", "In progres"),
    (7, "date-invalid", "warning", "Created"),
    (8, "spec-not-found", "warning", "specification.md"),
    (9, "dependency-not-found", "warning", "099-gone"),
    (11, "suppression-unknown", "warning", "section-mising"),
    (13, "section-placeholder", "info", "Tests"),
    (17, "section-placeholder", "info", "Goal"),
    (17, "section-order", "info", "Goal"),
    (21, "section-missing", "warning", "Steps > Order"),
    (21, "section-order", "info", "Steps"),
    (23, "encoding", "warning", ""),
    (23, "link-broken", "warning", "../013-logout/plan.md"),
    (25, "suppression-unused", "info", "section-empty"),
    (28, "section-empty", "info", "Rollout"),
]
LINES = [
    (
        "2: the front matter is not valid YAML (mapping values are not allowed in this context),"
        " so MkDocs shows it as text; fix it [front-matter-invalid]"
    ),
    (
        "4: the plan has no title, so its folder or file name is shown;"
        ' start with a heading such as "# Login" [title-missing] (info)'
    ),
    '6: status "In progres" is unknown; did you mean "In progress"? [status-unknown] (error)',
    '7: "Created" is not a date: "2026-13-40"; write it as YYYY-MM-DD [date-invalid]',
    '8: the spec "specification.md" does not exist; correct the path or the id [spec-not-found]',
    ('9: "Depends on" names "099-gone", but no such plan exists; correct or remove it [dependency-not-found]'),
    '11: there is no rule "section-mising" to suppress; did you mean "section-missing"? [suppression-unknown]',
    "13: sections with only placeholders: Tests, Goal [section-placeholder] (info)",
    "17: sections out of order: Goal, Steps [section-order] (info)",
    "21: missing sections: Steps > Order [section-missing]",
    "23: the file holds garbled characters (UTF-8 that was read as Windows-1252); restore the original characters [encoding]",
    '23: the link "../013-logout/plan.md" leads to no file; correct its path, or remove it [link-broken]',
    '25: "section-empty" is suppressed but does not occur; remove the suppression [suppression-unused] (info)',
    "28: empty sections: Rollout [section-empty] (info)",
]
COUNTS = "1 plan, 16 findings: 1 error, 8 warnings, 7 infos"


@pytest.fixture
def run(site, monkeypatch):
    site.options = {"rules": {"section-order": "info", "status-unknown": "error"}}
    site.write("docs/templates/plan.md", TEMPLATE)
    site.plan(content=TERRIBLE.encode())
    site.configure()
    monkeypatch.chdir(site.folder)
    return lambda form: CliRunner().invoke(main, ["check", "--format", form]).stdout


def test_text(run):
    assert run("text").splitlines() == [*(f"{FILE}:{line}" for line in LINES), "", COUNTS]


def test_github(run):
    said = [line.removesuffix(" (info)").removesuffix(" (error)") for line in LINES]
    assert run("github").splitlines() == [f"::error file={FILE},line=6,title=mkdocs-plans::{'%0A'.join(said)}", COUNTS]


def test_json(run):
    found = json.loads(run("json"))["findings"]
    assert [(each["line"], each["rule"], each["severity"], each["what"]) for each in found] == FOUND
    assert {each["file"] for each in found} == {FILE}


def test_gitlab(run):
    levels = {"error": "major", "warning": "minor", "info": "info"}
    found = json.loads(run("gitlab"))
    assert [(each["location"]["lines"]["begin"], each["check_name"], each["severity"]) for each in found] == [
        (line, rule, levels[severity]) for line, rule, severity, _ in FOUND
    ]


def test_sarif(run):
    levels = {"error": "error", "warning": "warning", "info": "note"}
    [log] = Sarif.model_validate_json(run("sarif")).runs
    assert [
        (each.locations[0].physical_location.region.start_line, each.rule_id, each.level.value) for each in log.results
    ] == [(line, rule, levels[severity]) for line, rule, severity, _ in FOUND]


def test_an_error_ends_the_build_after_everything_has_been_said(run, site):
    built = site.build()
    assert sum(FILE in line for line in built.log) == 9
    assert "1 of the findings above count as errors" in " ".join((built.failure or "", *built.lines))
