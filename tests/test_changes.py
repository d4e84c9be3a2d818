"""What changed since a ref, as git tells it, and the commands that ask."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from mkdocs_plans.git import changes
from tests.support import commit, git, plan


@pytest.fixture
def branch(site):
    """A repository with a site in a folder below its top: three plans on main, and a branch that is checked out."""
    for name, spec in (("012-login", "SPEC-012"), ("013-logout", "SPEC-013"), ("014-stay", "SPEC-014")):
        site.write(f"web/docs/specs/{name}/plan.md", plan(name, status="Qq", spec=spec))
        site.write(f"web/docs/specs/{name}/tasks.md", "- [ ] one\n")
    site.write("web/mkdocs.yml", "site_name: Handbook\nplugins: [plans]\n")
    site.write("README.md", "# Top\n")
    commit(site.folder)
    git(site.folder, "switch", "--quiet", "--create", "work")
    return site


@pytest.fixture
def run(branch, monkeypatch):
    def invoke(*args, **environment):
        monkeypatch.chdir(branch.folder / "web")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return CliRunner().invoke(main, list(args))

    return invoke


def refused(result):
    """What a command says that gave up."""
    assert result.exit_code == 2
    return result.stderr


def plans_in(result):
    return sorted({line.split("/")[2] for line in result.stdout.splitlines() if line.startswith("docs/")})


class TestSince:
    def test_nothing_changed(self, run):
        result = run("check", "--since", "main")
        assert (result.stdout, result.exit_code) == ("0 plans, 0 findings\n", 0)

    def test_committed_edited_new_and_companions(self, run, branch):
        branch.write("web/docs/specs/012-login/plan.md", plan("More", status="Qq"))
        commit(branch.folder)
        branch.write("web/docs/specs/013-logout/tasks.md", "- [x] one\n")
        branch.write("web/docs/specs/015-neu ü/plan.md", plan("New", status="Qq", spec="SPEC-015"))
        assert plans_in(run("check", "--since", "main")) == ["012-login", "013-logout", "015-neu ü"]
        assert plans_in(run("check", "--since", "main", "docs/specs/013-logout")) == ["013-logout"]

    def test_behind_links(self, run, branch):
        """Git names files where they really are."""
        (branch.folder / "plans").mkdir()
        (branch.folder / "web/docs/linked").symlink_to(branch.folder / "plans")
        (branch.folder / "web/docs/specs/013-logout/tasks.md").unlink()
        (branch.folder / "web/docs/specs/013-logout/tasks.md").symlink_to(branch.folder / "tasks.md")
        branch.write("tasks.md", "- [ ] one\n")
        branch.write("plans/015-a/plan.md", plan("A", status="Qq", spec="SPEC-015"))
        branch.write("plans/016-b/plan.md", plan("B", status="Qq", spec="SPEC-016"))
        commit(branch.folder)
        branch.write("tasks.md", "- [x] one\n")
        branch.write("plans/015-a/plan.md", plan("More", status="Qq", spec="SPEC-015"))
        assert plans_in(run("check", "--since", "HEAD")) == ["013-logout", "015-a"]

    def test_the_configuration_of_git_changes_nothing(self, run, branch):
        git(branch.folder, "config", "diff.relative", "true")
        branch.write("web/docs/specs/013-logout/tasks.md", "- [x] one\n")
        assert plans_in(run("check", "--since", "main")) == ["013-logout"]

    def test_in_a_hook_of_git_the_repository_is_the_one_of_the_folder(self, run, branch):
        """In a linked worktree git gives its hooks a GIT_DIR, with which every folder is the top of a repository."""
        branch.write("web/docs/specs/013-logout/tasks.md", "- [x] one\n")
        git_dir = str(branch.folder / ".git")
        assert plans_in(run("check", "--since", "main", GIT_DIR=git_dir)) == ["013-logout"]

    def test_what_others_did_meanwhile_is_not_ours(self, run, branch):
        git(branch.folder, "switch", "--quiet", "main")
        branch.write("web/docs/specs/014-stay/plan.md", plan("Theirs", status="Qq"))
        commit(branch.folder)
        git(branch.folder, "switch", "--quiet", "work")
        assert plans_in(run("check", "--since", "main")) == []

    @pytest.mark.parametrize(
        ("committed", "added", "finding"),
        [
            ("**Depends on**: 022", "**Depends on**: 021", "docs/021-a/plan.md:3: these plans depend on each other:"),
            ("**Status**: Done\n**Depends on**: 022", "**Status**: WIP", "docs/021-a/plan.md:4: the plan is done but"),
            ("**Supersedes**: 022", "**Related**: 021", "docs/021-a/plan.md:3: the plan says it supersedes"),
        ],
    )
    def test_what_a_change_brings_about_in_a_plan_before_it(self, run, branch, committed, added, finding):
        branch.write("web/docs/021-a/plan.md", f"# A\n\n{committed}\n")
        branch.write("web/docs/022-b/plan.md", "# B\n")
        branch.write("web/docs/023-c/plan.md", "# C\n")
        commit(branch.folder)
        branch.write("web/docs/022-b/plan.md", f"# B\n\n{added}\n")
        for narrowed in (["--since", "HEAD"], ["docs/022-b"]):
            assert finding in run("check", *narrowed).stdout
        assert finding not in run("check", "docs/023-c").stdout

    @pytest.mark.parametrize("ref", ["nowhere", "--output=x", "", "main:web"])
    def test_a_ref_that_is_not_there(self, run, ref):
        result = run("check", f"--since={ref}")
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert f'git does not know "{ref}"' in result.stderr

    def test_a_ref_whose_history_is_not_there(self, run, branch):
        """As after `actions/checkout` without `fetch-depth: 0`, and a fetch of the other branch alone."""
        git(branch.folder, "checkout", "--quiet", "--orphan", "apart")
        commit(branch.folder, "Begin anew")
        folder = branch.folder / "web"
        assert refused(run("check", "--since", "main")) == (
            f'mkdocs-plans: --since: git finds no commit in {folder} that "main" and HEAD share;'
            " fetch the whole history (fetch-depth: 0)\n"
        )

    def test_no_repository(self, run, branch):
        (branch.folder / ".git").rename(branch.folder / "git")
        folder = branch.folder / "web"
        assert changes.since(folder, "main") is None
        assert refused(run("check", "--since", "main")) == (
            f"mkdocs-plans: --since: {folder} is not in a git repository; check without it, or in a clone\n"
        )

    def test_git_that_does_not_answer(self, run, tmp_path):
        """It is not installed, or another user owns the repository."""
        told = refused(run("check", "--since", "main", PATH=str(tmp_path / "empty")))
        assert "--since: git does not answer; install git or, if another user owns the folder" in told


class TestGitHub:
    def test_the_pull_requests_files_come_first_and_paths_count_from_the_top(self, run, branch, tmp_path):
        git(branch.folder, "update-ref", "refs/remotes/origin/main", "main")
        branch.write("web/docs/specs/014-stay/plan.md", plan("Mine", status="Qq", spec="SPEC-014"))
        summary = tmp_path / "summary.md"
        result = run("check", "--format", "github", GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary))
        assert [line.split(",")[0] for line in result.stdout.splitlines()[:3]] == [
            "::warning file=web/docs/specs/014-stay/plan.md",
            "::warning file=web/docs/specs/012-login/plan.md",
            "::warning file=web/docs/specs/013-logout/plan.md",
        ]
        assert summary.read_text().splitlines()[:3] == ["### Plans", "", "3 plans, 3 findings: 3 warnings"]

    def test_a_summary_that_cannot_be_written(self, run, tmp_path):
        result = run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "file"))
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_renames(site):
    site.write("a/docs/one.md", "text\n" * 9)
    site.write("a/base.json", "{}")
    commit(site.folder)
    git(site.folder, "mv", "a/docs/one.md", "a/docs/two.md")
    assert changes.renames(site.folder / "a", "base.json") == {"docs/one.md": "docs/two.md"}
    assert changes.renames(site.folder / "a", "other.json") == {}
