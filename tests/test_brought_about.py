"""`check --since` of a change that breaks something in a file that it leaves as it is."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.support import commit, git

CONFIG = """\
site_name: Handbook
plugins:
  - plans:
      template: auto
      sources: [{path: ../elsewhere, mount: elsewhere}, {path: more, mount: more}]
      rules: {status-missing: info, spec-missing: off, section-missing: off}
"""
TIED = "docs/021-a/plan.md"
PAGE = "docs/page.md"
# A plan that has to do with all that is below it. Something of its own was wrong with it and others before.
FILES = {
    "mkdocs.yml": CONFIG,
    TIED: """\
        # A

        **Depends on**: 022
        **Status**: Qq
        **Spec**: SPEC-007

        [Ferry](../../src/ferry.py), [picture](../../common), [its tasks](../023-c/tasks.md), as SPEC-008 says.

        ## Later

        [Made](../../src/made.py) <!-- plans-disable link-broken: made by the build -->

        The end. <!-- plans-disable status-conflict: unused -->
        """,
    "docs/022-b/plan.md": "# B\n\n**Plan**: 022\n",
    "docs/023-c/plan.md": "# C\n\n**Plan**: 023\n",
    "docs/023-c/tasks.md": "- [ ] one\n",
    "docs/specs/spec.md": "# SPEC-007: C\n",
    "docs/specs/d.spec.md": "# SPEC-008: D\n",
    "docs/specs/e.spec.md": "# SPEC-009: E\n",
    "docs/old/plan.md": "# Old\n\n**Status**: Qq\n",
    PAGE: "<!-- plans:board {status: blocked} -->\n\n<!-- plans:bord -->\n",
    "more/032/plan.md": "# M\n\n**Depends on**: 033\n",
    "more/033/plan.md": "# N\n",
    "src/ferry.py": "import sea\n",
    "common/board.png": b"",
    "docs/ignored/plan.md": "# Made\n\n**Depends on**: 099\n",
    "../elsewhere/plan.md": "# Theirs\n\n**Depends on**: 099\n",
    "../.gitignore": "elsewhere\nignored\n",
}
# Those that git knows.
KNOWN = [path for path in FILES if path.endswith("/plan.md") and not path.startswith(("..", "docs/ignored"))]


@pytest.fixture
def project(site):
    for file, text in FILES.items():
        site.write(f"web/{file}", text)
    commit(site.folder)
    return site.folder / "web"


@pytest.fixture
def told(project, monkeypatch):
    """The findings as `file:line [rule]`, without those of files that the change touches itself."""
    monkeypatch.chdir(project)

    def check(*args):
        result = CliRunner().invoke(main, ["check", "--since", "HEAD", "--fail-on", "never", *args])
        assert (result.exit_code, result.stderr) == (0, "")
        git(project, "add", "--intent-to-add", ".")
        changed = git(project, "diff", "--name-only", "--relative", "HEAD").splitlines()
        lines = [line for line in result.stdout.split("\n\n")[0].splitlines() if "[" in line]
        found = [f"{line.split(': ')[0]} {line[line.rindex('[') :].split(' (')[0]}" for line in lines]
        return [each for each in found if each.partition(":")[0] not in changed]

    return check


def gone(path):
    return lambda project: (project / path).unlink()


def moved(old, new):
    return lambda project: (project / old).rename(project / new)


def written(path, text):
    def write(project):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text)

    return write


@pytest.mark.parametrize(
    ("deed", "findings"),
    [
        pytest.param(gone("docs/022-b/plan.md"), [f"{TIED}:3 [dependency-not-found]"], id="a plan that is waited for"),
        pytest.param(gone("more/033/plan.md"), ["more/032/plan.md:3 [dependency-not-found]"], id="one of a source"),
        pytest.param(moved("docs/023-c", "docs/024-c"), [f"{TIED}:7 [link-broken]"], id="a folder"),
        pytest.param(gone("docs/023-c/tasks.md"), [f"{TIED}:7 [link-broken]"], id="a file beside a plan"),
        pytest.param(gone("src/ferry.py"), [f"{TIED}:7 [link-broken]"], id="code"),
        pytest.param(moved("common", "general"), [f"{TIED}:7 [link-broken]"], id="a folder without text"),
        pytest.param(gone("docs/specs/spec.md"), [f"{TIED}:5 [spec-not-found]"], id="a spec by its id"),
        pytest.param(gone("docs/specs/d.spec.md"), [f"{TIED}:7 [id-unknown]"], id="an id in a text"),
        pytest.param(
            written("docs/025/plan.md", "# Also B\n\n**Plan**: 022\n"),
            [f"{TIED}:3 [dependency-not-found]", "docs/022-b/plan.md:1 [number-duplicate]"],
            id="a second plan of a number",
        ),
        pytest.param(
            written("src/made.py", "import sea\n"), [f"{TIED}:11 [suppression-unused]"], id="what was suppressed"
        ),
        pytest.param(
            written("mkdocs.yml", CONFIG.replace("auto", "spec-kit").replace("section-missing: off", "encoding: off")),
            [f"{path}:1 [section-missing]" for path in KNOWN],
            id="the rules",
        ),
        pytest.param(written("src/ferry.py", "import lake\n"), [], id="nothing by another code"),
        pytest.param(gone("docs/old/plan.md"), [], id="nothing by a plan that nobody knows"),
        pytest.param(lambda _: None, [], id="nothing by no change"),
    ],
)
def test_what_a_change_breaks(project, told, deed, findings):
    deed(project)
    assert told() == findings


def test_nothing_is_written_into_the_repository(project, told):
    (project / "docs/022-b/plan.md").unlink()
    before = {path: path.stat().st_mtime_ns for path in project.parent.rglob("*")}
    assert "[dependency-not-found]" in CliRunner().invoke(main, ["check", "--since", "HEAD"]).stdout
    assert {path: path.stat().st_mtime_ns for path in project.parent.rglob("*")} == before


def test_a_path_narrows_it(project, told):
    (project / "docs/022-b/plan.md").unlink()
    assert told("docs/old") == []
    assert told(TIED) == [f"{TIED}:3 [dependency-not-found]"]


def test_without_a_mkdocs_yml(project, told):
    (project / "mkdocs.yml").unlink()
    commit(project.parent)
    (project / "docs/022-b/plan.md").unlink()
    assert told() == [f"{TIED}:3 [dependency-not-found]"]


def test_with_a_configuration_of_another_name(project, told):
    (project / "mkdocs.yml").rename(project / "handbook.cfg")
    commit(project.parent)
    (project / "docs/022-b/plan.md").unlink()
    assert told("-f", "handbook.cfg") == [f"{TIED}:3 [dependency-not-found]"]


def test_what_the_baseline_accepted_is_told_when_it_does_so_no_more(project, told):
    """Its entry for the other plan was there before, and is by now."""
    CliRunner().invoke(main, ["check", "--write-baseline"])
    commit(project.parent)
    text = (project / "plans-baseline.json").read_text()
    (project / "plans-baseline.json").write_text(text.replace('"status-unknown"', '"status-missing"', 1))
    assert told() == [f"{TIED}:4 [status-unknown]"]


def test_what_was_wrong_with_a_plan_that_git_has_though_it_ignores_it(project, told):
    (project / "more/kept").mkdir()
    (project / "more/kept/plan.md").write_text("# Kept\n\n**Status**: Qq\n")
    commit(project.parent)
    (project.parent / ".gitignore").write_text("elsewhere\nignored\nkept\n")
    commit(project.parent)
    (project / "docs/old/plan.md").write_text("# Old\n\n**Status**: Zz\n")
    assert told() == []


def test_a_page_that_has_changed(project, told, monkeypatch):
    written(PAGE, FILES[PAGE] + "\nMore.\n")(project)
    result = CliRunner().invoke(main, ["check", "--since", "HEAD"])
    assert [line.split(": ")[0] for line in result.stdout.splitlines()][:1] == [f"{PAGE}:3"]


def test_what_was_before_and_could_not_be_checked(project, told):
    """The plans that changed are told all the same."""
    (project / "mkdocs.yml").write_text("plugins: [plans: {nav: 3}]\n")
    commit(project.parent)
    (project / "mkdocs.yml").write_text(CONFIG)
    (project / "docs/022-b/plan.md").unlink()
    (project / "docs/old/plan.md").write_text("# Old\n\n**Status**: Zz\n")
    result = CliRunner().invoke(main, ["check", "--since", "HEAD"])
    assert [line.split(": ")[0] for line in result.stdout.splitlines()][:1] == ["docs/old/plan.md:3"]
    assert result.stderr.startswith(
        "mkdocs-plans: --since: problems that the change causes in other plans cannot be reported, because "
    )
    assert "mkdocs.yml: nav: " in result.stderr
    assert "plans-" not in result.stderr
