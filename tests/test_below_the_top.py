"""A project, or the current folder, below the top of its repository: what stands at the top counts all the same."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.support import commit

PLAN = "# A\n\n**Status**: Draft\n\n## Goal\n\nText.\n"
TEMPLATE = "# Plan: [Feature]\n\n## Goal\n\n[x]\n\n## Risks\n\n[x]\n"


@pytest.fixture
def run(site, monkeypatch):
    site.write(".specify/templates/plan-template.md", TEMPLATE)
    site.write("CODEOWNERS", "* @org/all\n/specs/ @org/specs\n/handbook/docs/ @org/docs\n")
    site.write("specs/012-a/plan.md", PLAN)
    commit(site.folder)

    def invoke(folder, *args, told=False):
        monkeypatch.chdir(site.folder / folder)
        result = CliRunner().invoke(main, list(args))
        assert result.exit_code in (0, 1), result.output
        return result.stderr if told else result.stdout

    return invoke


def said(text):
    """Findings without their files, which count from the current folder."""
    return [line.partition("plan.md:")[2] or line for line in text.splitlines()]


def owners(text):
    return {each["file"]: each["owner"] for each in json.loads(text)["plans"]}


@pytest.mark.parametrize("folder", ["specs", "specs/012-a"])
def test_a_check_from_a_folder_says_what_one_from_the_top_says(run, folder):
    assert said(run(folder, "check")) == said(run(".", "check"))
    assert "missing sections: Risks" in run(folder, "check")


@pytest.mark.parametrize("folder", [".", "specs", "specs/012-a"])
def test_the_owners_of_files_count_from_the_top(run, folder):
    assert list(owners(run(folder, "list", "--format", "json")).values()) == ["@org/specs"]


def test_a_site_in_a_folder(run, site):
    site.write("handbook/docs/plans/1/plan.md", PLAN)
    site.write("ops/2/plan.md", PLAN)
    site.write("handbook/mkdocs.yml", "plugins: [plans: {sources: [{path: ../specs, mount: specs}]}]\n")
    found = owners(run("handbook", "list", "--format", "json"))
    assert found == {"../specs/012-a/plan.md": "@org/specs", "docs/plans/1/plan.md": "@org/docs"}
    assert run("handbook", "check").count("missing sections: Risks") == 2


@pytest.mark.parametrize(
    ("folder", "arguments", "narrowed"),
    [("specs", [], "specs"), ("specs/012-a", ["--write-baseline"], "specs/012-a"), ("specs", ["012-a"], "specs/012-a")],
)
def test_a_baseline_of_the_top_counts_there_and_elsewhere_says_so(run, site, folder, arguments, narrowed):
    run(".", "check", "--write-baseline")
    assert run(folder, "check", *arguments, told=True) == (
        f"mkdocs-plans: {site.folder}/plans-baseline.json counts only in its own folder;"
        f" run mkdocs-plans check {narrowed} there\n"
    )
    assert run(".", "check", narrowed, told=True) == ""
    assert run("specs", "list", told=True) == ""
    assert "Risks" in run("specs", "check")


def test_a_baseline_of_the_folder_itself_is_the_one_that_counts(run, site):
    run("specs", "check", "--write-baseline")
    run(".", "check", "--write-baseline")
    assert run("specs", "check", told=True) == ""
    assert "Risks" not in run("specs", "check")
    site.write("specs/mkdocs.yml", "docs_dir: .\nplugins: [plans]\n")
    (site.folder / "specs/plans-baseline.json").unlink()
    assert run("specs", "check", told=True) == ""


def test_a_file_outside_of_the_repository_is_none_of_its_owners(run, site, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "plan.md"
    other.write_text(PLAN)
    assert list(owners(run("specs", "list", "--format", "json", str(other))).values()) == [None]


def test_a_new_plan_has_the_template_of_the_top(run):
    assert "## Risks" in run("specs", "new", "Night", "--dry-run")
