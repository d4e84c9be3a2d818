"""Links that lead out of a project: commands that write change nothing there."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.support import commit, complete, git, plan

LACKING = plan(sections=complete(without="Data Flow"))
OUT = "a link leads from here out of the project, so nothing was written"
LOGIN = "docs/specs/012-login/plan.md"


@pytest.fixture
def project(tmp_path, site, monkeypatch):
    """A site in a repository, one folder further down."""
    site.folder = tmp_path / "project"
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    site.configure()
    commit(site.folder)
    (tmp_path / "outside").mkdir()
    monkeypatch.chdir(site.folder)
    return site


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def linked(project, place, target, content=LACKING):
    """A link of the project to a file with this content, which is returned."""
    target = (project.folder / target).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8")
    link = project.folder / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    return target


@pytest.mark.parametrize("target", ["../outside/bashrc", ".git/config", ".GIT/config", "../project-2/plan.md"])
@pytest.mark.parametrize("has_site", [True, False], ids=["with mkdocs.yml", "without"])
def test_neither_set_nor_fix_follow_them(project, run, target, has_site):
    file = linked(project, LOGIN, target)
    if not has_site:
        (project.folder / "mkdocs.yml").unlink()
    for arguments in (("check", "--fix", LOGIN), ("set", LOGIN, "--status", "Done")):
        result = run(*arguments)
        assert OUT in result.stderr
        assert result.exit_code == 1
        assert file.read_text(encoding="utf-8") == LACKING


def test_nor_does_a_baseline(project, run):
    file = linked(project, "plans-baseline.json", "../outside/bashrc", "alias x=y\n")
    result = run("check", "--write-baseline")
    assert OUT in result.stderr
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == "alias x=y\n"


def test_nor_does_a_new_plan(project, run):
    (project.folder / "docs/out").symlink_to(project.folder.parent / "outside")
    result = run("new", "Search", "--in", "docs/out")
    assert OUT in result.stderr
    assert result.exit_code == 2
    assert list((project.folder.parent / "outside").iterdir()) == []


def test_nor_does_a_first_page(project, run):
    (project.folder / "mkdocs.yml").unlink()
    (project.folder / "docs").rename(project.folder / "team")
    (project.folder / "docs").symlink_to(project.folder.parent / "outside")
    result = run("init")
    assert f"docs/index.md: {OUT}" in result.stderr
    assert result.exit_code == 2
    assert list((project.folder.parent / "outside").iterdir()) == []
    assert not (project.folder / "mkdocs.yml").exists()


# Where files may really be, with what mkdocs.yml says of it.
WITHIN = {
    "elsewhere in docs_dir": ("docs/specs/014-real/login.md", {}),
    "beside mkdocs.yml": ("specs/012-login/plan.md", {}),
    "above mkdocs.yml, in its repository": ("../specs/012-login/plan.md", {}),
    "in a source elsewhere": ("../outside/specs/012-login/plan.md", {"sources": ["../outside/specs"]}),
}


@pytest.mark.parametrize(("target", "options"), WITHIN.values(), ids=WITHIN)
def test_links_that_stay_in_the_project_are_followed(project, run, target, options):
    project.options = {"sources": [{"path": each, "mount": "more"} for each in options.get("sources", [])]}
    project.configure()
    if target.startswith("../specs"):
        git(project.folder.parent, "init", "--quiet")
        (project.folder / ".git").rename(project.folder.parent / "was.git")
    file = linked(project, LOGIN, target)
    assert run("set", LOGIN, "--status", "Done").exit_code == 0
    assert "**Status**: Done" in file.read_text(encoding="utf-8")


def test_a_file_elsewhere_is_changed_where_it_is_named(project, run):
    file = project.folder.parent / "outside/plan.md"
    file.write_text(LACKING, encoding="utf-8")
    assert run("set", str(file), "--status", "Done").exit_code == 0
    assert "**Status**: Done" in file.read_text(encoding="utf-8")
