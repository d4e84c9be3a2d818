"""`mkdocs-plans new`: the next number, the team's template, nothing overwritten."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_plans.authoring import scaffold
from mkdocs_plans.cli import main
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from tests.support import REQUIRED, plan

TEMPLATE = """# Technical Plan: [Feature Name]

**Spec**: SPEC-XXX
**Status**: 🤔 Draft | 🚧 In Progress
**Created**: YYYY-MM-DD
**Branch**: `[###-feature-name]`

## Overview

[Brief summary, YYYY-MM-DD]

---

**Plan Status**: [Draft/Ready]
"""


@pytest.fixture
def run(site, monkeypatch):
    def invoke(*args):
        monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, ["new", *args])

    return invoke


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ([], "001"),
        (["001-a", "012-login", "notes"], "013"),
        (["1-a", "9-b"], "10"),
        (["0042-a"], "0043"),
        (["999-a"], "1000"),
        (["003", "2026-03-01-diary.md"], "2027"),
        (["x12-a"], "001"),
    ],
)
def test_the_next_number(names, number):
    assert scaffold.next_number(names) == number


class TestNew:
    def test_from_the_teams_template(self, run, site):
        site.plan("012-login", plan())
        site.write("docs/specs/_template/plan.md", TEMPLATE)
        site.configure()
        result = run("Night  train")
        assert (result.stdout, result.exit_code) == ("docs/specs/013-night-train/plan.md\n", 0)
        text = (site.folder / "docs/specs/013-night-train/plan.md").read_text()
        assert text.splitlines()[:6] == [
            "# Technical Plan: Night train",
            "",
            "**Spec**: TBD",
            "**Status**: Draft",
            "**Created**: 2026-11-22",
            "**Branch**: `013-night-train`",
        ]
        assert "[Brief summary, YYYY-MM-DD]" in text
        document = read(text.encode(), Settings())
        assert text.splitlines()[-1] == "**Plan Status**: Draft"
        assert (document.title, document.status.value, document.created) == ("Night train", "Draft", "2026-11-22")

    def test_without_a_template_the_built_in_one(self, run, site):
        site.write("specs/001-a/spec.md", "# Spec\n")
        assert run("Night train").stdout == "specs/002-night-train/plan.md\n"
        text = (site.folder / "specs/002-night-train/plan.md").read_text()
        assert [line[3:] for line in text.splitlines() if line.startswith("## ")][: len(REQUIRED)] == list(REQUIRED)

    def test_sections_of_mkdocs_yml(self, run, site):
        site.options = {"sections": ["Goal", {"name": "Risks", "optional": True}], "statuses": ["Idee"]}
        site.configure()
        run("Zug für die Nacht")
        text = (site.folder / "docs/specs/001-zug-für-die-nacht/plan.md").read_text()
        assert "## Goal\n" in text
        assert "## Risks\n" in text
        assert "**Status**: Idee" in text

    def test_in_a_folder(self, run, site):
        site.configure()
        assert run("A", "--in", "docs/rail").stdout == "docs/rail/001-a/plan.md\n"
        assert run("B", "--in", "docs/rail").stdout == "docs/rail/002-b/plan.md\n"

    def test_folders_of_stages_share_their_numbers(self, run, site):
        site.plan("active/004-a", plan())
        site.plan("completed/007-b", plan())
        site.configure()
        assert run("C", "--in", "docs/specs/active").stdout == "docs/specs/active/008-c/plan.md\n"

    def test_nothing_begins_in_an_archive(self, run, site):
        site.plan("archive/004-a", plan())
        site.plan("archive/005-b", plan())
        site.configure()
        assert run("C", "--dry-run").stdout.startswith("docs/specs/006-c/plan.md:")
        site.plan("active/003-d", plan())
        assert run("C").stdout == "docs/specs/active/006-c/plan.md\n"

    def test_nothing_is_overwritten(self, run, site, monkeypatch):
        site.plan("001-a", "# Mine\n")
        site.configure()
        monkeypatch.setattr(scaffold, "next_number", lambda names: "001")
        result = run("A")
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert (site.folder / "docs/specs/001-a/plan.md").read_text() == "# Mine\n"

    def test_a_dry_run_writes_nothing(self, run, site):
        site.configure()
        assert run("A", "--dry-run").stdout.startswith("docs/specs/001-a/plan.md:\n\n# Technical Plan: A\n")
        assert not (site.folder / "docs/specs").exists()

    def test_an_empty_title(self, run, site):
        assert run(" ").exit_code == 2


def test_two_people_with_one_number_are_told(site, monkeypatch):
    site.plan("001-a", plan("A", spec="S-1"))
    site.plan("001-b", plan("B", spec="S-2"))
    site.configure()
    monkeypatch.chdir(site.folder)
    out = CliRunner().invoke(main, ["check"]).stdout
    assert 'docs/specs/001-a/plan.md:1: number "001" is also that of docs/specs/001-b/plan.md' in out
    assert 'docs/specs/001-b/plan.md:1: number "001" is also that of docs/specs/001-a/plan.md' in out
