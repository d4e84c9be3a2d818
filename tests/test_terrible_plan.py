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
title: Login: part 2
---
# Implementation Plan

**Status**: In progres
**Created**: 2026-13-40
**Spec**: [the spec](specification.md)

<!-- plans-disable section-mising: typing error -->

## Tests

TBD

## Goal

Say who needs this.

## Steps

See [the other plan](../013-logout/plan.md) and the broken wordsâ€¦

<!-- plans-disable section-empty: nothing is empty here -->

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
    (8, "link-broken", "warning", "specification.md"),
    (10, "suppression-unknown", "warning", "section-mising"),
    (12, "section-placeholder", "info", "Tests"),
    (16, "section-placeholder", "info", "Goal"),
    (16, "section-order", "info", "Goal"),
    (20, "section-missing", "warning", "Steps > Order"),
    (20, "section-order", "info", "Steps"),
    (22, "encoding", "warning", ""),
    (22, "link-broken", "warning", "../013-logout/plan.md"),
    (24, "suppression-unused", "info", "section-empty"),
]
LINES = [
    (
        "2: the front matter is no valid YAML (mapping values are not allowed in this context);"
        " mend it, MkDocs shows it as text [front-matter-invalid]"
    ),
    (
        "4: there is no title but the name of folder or file;"
        ' begin with a heading such as "# Login" [title-missing] (info)'
    ),
    '6: status "In progres" is unknown; did you mean "In progress"? [status-unknown] (error)',
    '7: the date "2026-13-40" of "Created" is no day; write it as YYYY-MM-DD [date-invalid]',
    (
        '8: the link "specification.md" leads to no file; correct its path, or take it out'
        " (and 1 more like it: line 22) [link-broken]"
    ),
    '10: there is no rule "section-mising" to suppress; did you mean "section-missing"? [suppression-unknown]',
    "12: sections that hold only placeholders: Tests, Goal [section-placeholder] (info)",
    "16: sections out of order: Goal, Steps [section-order] (info)",
    "20: missing sections: Steps > Order [section-missing]",
    "22: holds broken characters (UTF-8 that was read as Windows-1252); save the file as UTF-8 [encoding]",
    '24: "section-empty" is suppressed but does not occur; take the suppression out [suppression-unused] (info)',
]
COUNTS = "1 plan, 14 findings: 1 error, 7 warnings, 6 infos"


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
    assert sum(FILE in line for line in built.log) == 7
    assert "1 of the findings above count as errors" in " ".join((built.failure or "", *built.lines))
