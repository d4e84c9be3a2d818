"""The command as people and other programs meet it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_plans import __version__
from mkdocs_plans.cli import main
from tests.support import PROJECT, commit, complete, plan

GOOD = plan("Login", sections=complete())
BAD = plan("Logout", status="In progres", spec="SPEC-013", sections=complete(without="Data Flow"))
UNKNOWN = 'status "In progres" is unknown; did you mean "In progress"? [status-unknown]'


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in the test's folder, or in a folder below it."""

    def invoke(*args, cwd="."):
        monkeypatch.chdir(tmp_path / cwd)
        return CliRunner().invoke(main, list(args))

    return invoke


@pytest.fixture
def two_plans(site):
    """A site with a good plan and a bad one."""
    site.plan("012-login", GOOD)
    site.plan("013-logout", BAD)
    site.configure()
    return site


@pytest.fixture
def bare(site):
    """The same plans in a folder without mkdocs.yml."""
    site.write("specs/012-login/plan.md", GOOD)
    site.write("specs/013-logout/plan.md", BAD)
    return site


def paths(result):
    return [(each["path"], each["file"], each["url"]) for each in json.loads(result.stdout)["plans"]]


class TestCheck:
    """`mkdocs-plans check`."""

    def test_a_site(self, run, two_plans):
        result = run("check")
        assert result.stdout.splitlines() == [
            "docs/specs/013-logout/plan.md:1: missing sections: Data Flow [section-missing]",
            f"docs/specs/013-logout/plan.md:4: {UNKNOWN}",
            "",
            "2 plans, 2 findings: 2 warnings",
        ]
        assert (result.stderr, result.exit_code) == ("", 1)

    def test_from_a_folder_below(self, run, two_plans):
        assert run("check", cwd="docs/specs").stdout == run("check").stdout

    def test_a_path_narrows_what_is_reported(self, run, two_plans):
        assert run("check", "docs/specs/012-login").exit_code == 0
        assert run("check", "docs/specs/012-login").stdout == "1 plan, 0 findings\n"
        assert run("check", "docs/specs/013-logout/plan.md").stdout == run("check").stdout.replace("2 plans", "1 plan")
        assert run("check", "013-logout", "012-login/plan.md", cwd="docs/specs").stdout == run("check").stdout

    def test_narrowed_plans_are_still_compared_with_all(self, run, two_plans):
        two_plans.plan("012-other", plan("Other", spec="SPEC-099"))
        assert "012-login/plan.md;" in run("check", "docs/specs/012-other").stdout

    def test_what_holds_for_the_whole_site_is_silent_when_narrowed(self, run, two_plans):
        two_plans.plan("014-notes", "# Notes\n\n**Status**: Draft\n\n**Spec**: S-9\n\n## Steps\n\nOne.\n")
        assert "1 plan follows no known template" in run("check").stdout
        assert "follows no known template" not in run("check", "docs/specs/014-notes").stdout

    def test_without_mkdocs_yml(self, run, bare):
        assert run("check").stdout.startswith("specs/013-logout/plan.md:1: missing sections: Data Flow")
        assert run("check", "plan.md", cwd="specs/013-logout").stdout.startswith("plan.md:1: missing sections")

    def test_json(self, run, two_plans):
        result = run("check", "--format", "json")
        found = json.loads(result.stdout)
        assert (found["schemaVersion"], found["plans"], result.exit_code) == (1, 2, 1)
        assert [(each["file"], each["rule"], each["line"], each["what"]) for each in found["findings"]] == [
            ("docs/specs/013-logout/plan.md", "section-missing", 1, "Data Flow"),
            ("docs/specs/013-logout/plan.md", "status-unknown", 4, "In progres"),
        ]

    @pytest.mark.parametrize(
        ("severity", "fail_on", "status"),
        [
            ("error", "error", 1),
            ("error", "never", 0),
            ("warning", "error", 0),
            ("warning", "warning", 1),
            ("warning", "info", 1),
            ("info", "warning", 0),
            ("info", "info", 1),
            ("off", "info", 0),
        ],
    )
    def test_what_it_fails_on(self, run, site, severity, fail_on, status):
        site.options = {"rules": {"status-unknown": severity}}
        site.plan(content=plan(status="Qqq"))
        site.configure()
        assert run("check", "--fail-on", fail_on).exit_code == status

    def test_options_of_the_plugin_hold(self, run, two_plans):
        two_plans.options = {"sections": ["Goal"], "statuses": [{"name": "WIP", "aliases": ["in progres"]}]}
        two_plans.configure()
        assert run("check", "docs/specs/013-logout").stdout.splitlines()[0] == (
            "docs/specs/013-logout/plan.md:1: missing sections: Goal [section-missing]"
        )
        assert "status-unknown" not in run("check", "docs/specs/013-logout").stdout

    def test_a_template_file_beside_the_plans(self, run, bare):
        bare.write("specs/_template/plan.md", "# [Feature]\n\n## Goal\n\n## Notes (optional)\n")
        lines = run("check", "specs/012-login").stdout.splitlines()
        assert lines[0] == "specs/012-login/plan.md:1: missing sections: Goal [section-missing]"

    def test_a_template_for_a_file_of_another_name(self, run, bare):
        bare.write("notes/_template/plan.md", "# [Feature]\n\n## Goal\n")
        bare.write("notes/idea.md", GOOD)
        lines = run("check", "notes/idea.md").stdout.splitlines()
        assert lines[0] == "notes/idea.md:1: missing sections: Goal [section-missing]"

    def test_unused_suppressions_are_a_matter_of_the_whole(self, run, two_plans):
        two_plans.plan("012-login", f"<!-- plans-disable number-duplicate: why -->\n{GOOD}")
        assert '"number-duplicate" is suppressed but does not occur' in run("check").stdout
        assert run("check", "docs/specs/012-login").stdout == "1 plan, 0 findings\n"


class TestPartOfAFolder:
    """Without a mkdocs.yml a path narrows too: what it names is held against its repository, or the current folder."""

    @pytest.fixture
    def tied(self, site):
        site.write("app/specs/001-a/plan.md", "# A\n\n**Status**: Draft\n")
        site.write("app/specs/002-b/plan.md", "# B\n\n**Status**: Qq\n\n**Depends on**: 001\n")
        return site

    @pytest.mark.parametrize("name", ["", "/plan.md"])
    @pytest.mark.parametrize("cwd", ["app", "app/specs", "."])
    def test_of_the_current_folder(self, run, tied, name, cwd):
        path = os.path.relpath(f"app/specs/002-b{name}", cwd)
        result = run("check", path, cwd=cwd)
        assert (result.stdout.count("[status-unknown]"), "no such plan" in result.stdout) == (1, False)
        assert result.stdout.splitlines()[-1].startswith("1 plan, ")

    @pytest.mark.parametrize("name", ["", "/plan.md"])
    @pytest.mark.parametrize("cwd", ["app/specs/002-b", "elsewhere"])
    def test_of_its_repository(self, run, tied, name, cwd):
        tied.write("elsewhere/plan.md", GOOD)
        commit(tied.folder / "app")
        result = run("check", os.path.relpath(f"app/specs/002-b{name}", cwd), cwd=cwd)
        assert (result.stdout.count("[status-unknown]"), "no such plan" in result.stdout) == (1, False)

    def test_what_has_no_repository_and_lies_elsewhere_is_all_that_is_read(self, run, tied):
        tied.write("elsewhere/notes.md")
        result = run("check", "../app/specs/002-b", cwd="elsewhere")
        assert '"Depends on" names "001", but no such plan exists' in result.stdout

    def test_a_link_to_plans_of_the_folder_is_no_second_plan(self, run, tied):
        (tied.folder / "link").symlink_to(tied.folder / "app/specs")
        result = run("check", "link", "--fail-on", "info")
        assert result.stdout.splitlines()[-1].startswith("2 plans, ")
        assert "is also used by" not in result.stdout

    def test_a_folder_has_its_pages_with_markers(self, run, site):
        site.configure()
        site.plan("012-login")
        site.write("docs/guide/page.md", "# Page\n\n<!-- plans:bord -->\n")
        for path in ("docs", "docs/guide"):
            assert 'docs/guide/page.md:3: there is no view "bord"' in run("check", path).stdout
        assert "bord" not in run("check", "docs/specs").stdout

    def test_a_linked_folder_has_the_plans_that_its_own_links_lead_to(self, run, site):
        site.configure()
        site.plan("012-login", status="Qq")
        (site.folder / "by-team/a").mkdir(parents=True)
        (site.folder / "by-team/a/login").symlink_to(site.folder / "docs/specs/012-login")
        (site.folder / "docs/teams").symlink_to(site.folder / "by-team")
        assert "docs/specs/012-login/plan.md:4: status" in run("check", "docs/teams/a").stdout


class TestList:
    """`mkdocs-plans list`."""

    def test_a_table(self, run, two_plans):
        two_plans.plan("014-计划", "# 登录\n\n## Summary\n\n- [x] one\n")
        assert run("list").stdout.splitlines() == [
            "Id   Status       Tasks  Title   File",
            "012  In progress         Login   docs/specs/012-login/plan.md",
            "013  Unknown             Logout  docs/specs/013-logout/plan.md",
            "014  (Done)       1/1    登录    docs/specs/014-计划/plan.md",
        ]

    def test_json_of_a_site(self, run, two_plans):
        assert paths(run("list", "--format", "json")) == [
            ("specs/012-login/plan.md", "docs/specs/012-login/plan.md", "specs/012-login/plan/"),
            ("specs/013-logout/plan.md", "docs/specs/013-logout/plan.md", "specs/013-logout/plan/"),
        ]
        two_plans.config = {"use_directory_urls": False}
        two_plans.configure()
        [found] = paths(run("list", "--format", "json", "docs/specs/012-login"))
        assert found[2] == "specs/012-login/plan.html"

    def test_json_of_a_source_outside_docs_dir(self, run, site):
        site.options = {"sources": [{"path": ".specify/specs", "mount": "specs"}]}
        site.write(".specify/specs/001/plan.md", GOOD)
        site.configure()
        assert paths(run("list", "--format", "json")) == [
            ("specs/001/plan.md", ".specify/specs/001/plan.md", "specs/001/plan/")
        ]

    def test_json_without_mkdocs_yml(self, run, bare):
        assert paths(run("list", "--format", "json", "specs/012-login/plan.md")) == [
            ("specs/012-login/plan.md", "specs/012-login/plan.md", None)
        ]
        assert paths(run("list", "--format", "json", "../012-login", cwd="specs/013-logout")) == [
            ("../012-login/plan.md", "../012-login/plan.md", None)
        ]

    def test_what_a_bare_search_leaves_out(self, run, bare):
        for folder in (".git", "node_modules/x", "ignored", "env", ".specify/specs/a"):
            bare.write(f"{folder}/plan.md", GOOD)
        bare.write("env/pyvenv.cfg")
        bare.write(".gitignore", "ignored/\n")
        found = [path for path, _, _ in paths(run("list", "--format", "json"))]
        assert found == [".specify/specs/a/plan.md", "specs/012-login/plan.md", "specs/013-logout/plan.md"]

    @pytest.mark.parametrize("name", ["notes.md", "templates/plan.md", "ignored/plan.md", "node_modules/plan.md"])
    def test_a_file_that_is_named_is_a_plan(self, run, bare, name):
        bare.write(name, GOOD)
        bare.write(".gitignore", "ignored/\n")
        assert paths(run("list", "--format", "json", name)) == [(name, name, None)]

    def test_a_named_file_that_is_no_part_of_the_site(self, run, two_plans):
        two_plans.write("notes.md", GOOD)
        two_plans.write("specs/012-login/plan.md", plan("Outside"))
        assert paths(run("list", "--format", "json", "notes.md")) == [("notes.md", "notes.md", None)]
        result = run("list", "--format", "json", "specs/012-login/plan.md")
        assert paths(result) == [("../specs/012-login/plan.md", "specs/012-login/plan.md", None)]
        assert json.loads(result.stdout)["plans"][0]["title"] == "Outside"

    def test_files_beside_a_named_file_are_read_but_not_listed(self, run, bare):
        bare.write("specs/012-login/tasks.md", "- [x] one\n- [ ] two\n")
        bare.write("specs/012-login/api.plan.md", GOOD)
        [found] = json.loads(run("list", "--format", "json", "specs/012-login/plan.md").stdout)["plans"]
        assert (found["path"], found["progress"]["total"]) == ("specs/012-login/plan.md", 2)


class TestChoosing:
    """The options of `list` that narrow and sort."""

    @pytest.fixture(autouse=True)
    def _plans(self, site):
        risk = "## Deployment Considerations\n\n**Risk Level**: High\n"
        site.plan(
            "002-b",
            "# B\n\n**Status**: Draft\n**Owner**: Ada\n**Created**: 2026-03-02\n**Due**: 1.2.2026\n**Tags**: web\n",
        )
        site.plan(
            "010-a", f"# A\n\n**Status**: WIP\n**Owner**: Bo\n**Created**: 2026-03-01\n**Due**: 2026-11-01\n\n{risk}"
        )
        site.plan("001-c", "# C\n\n**Status**: Done\n**Owner**: Ada, @eve\n**Tags**: web, phone\n")
        site.configure()

    @pytest.mark.parametrize(
        ("args", "titles"),
        [
            ([], "CBA"),
            (["--status", "Draft"], "B"),
            (["--status", "in-progress", "--status", "done"], "CA"),
            (["--stage", "active"], "A"),
            (["--owner", "ada"], "CB"),
            (["--owner", "Ada", "--stage", "done"], "C"),
            (["--where", "Risk Level=high"], "A"),
            (["--where", "Owner=Bo", "--where", "Created=2026-03-02"], ""),
            (["--where", "Owner=Bo", "--where", "owner = Ada"], "CBA"),
            (["--where", "tags=phone"], "C"),
            (["--tag", "Web"], "CB"),
            (["--tag", "web", "--tag", "none such", "--owner", "@eve"], "C"),
            (["--owner", "Eve"], "C"),
            (["--where", "owner=Eve"], "C"),
            (["--sort", "plan"], "ABC"),
            (["--sort", "due"], "BAC"),
            (["--sort=-due"], "ABC"),
            (["--sort=-id"], "ABC"),
            (["--sort", "created"], "ABC"),
            (["--sort=-created", "--owner", "Ada"], "BC"),
        ],
    )
    def test_what_is_left(self, run, args, titles):
        lines = run("list", "--format", "csv", *args).stdout.splitlines()[1:]
        assert "".join(line.split(",")[3] for line in lines) == titles

    @pytest.mark.parametrize(
        ("sort", "lines"),
        [
            (
                "-due",
                ["Id Status Owner Due Title File", "010 In progress Bo 2026-11-01 A", "002 Draft Ada 2026-02-01 B"],
            ),
            (
                "risk level",
                ["Id Status Owner Risk level Title File", "010 In progress Bo High A", "001 Done Ada, @eve C"],
            ),
            ("-title", ["Id Status Owner Title File", "001 Done Ada, @eve C", "002 Draft Ada B"]),
            ("plan", ["Id Status Owner Title File", "010 In progress Bo A", "002 Draft Ada B"]),
        ],
    )
    def test_the_table_shows_what_it_is_sorted_by(self, run, sort, lines):
        table = run("list", f"--sort={sort}").stdout.splitlines()
        assert [" ".join(line.split()).partition(" docs/")[0] for line in table[:3]] == lines

    @pytest.mark.parametrize(
        ("sort", "first"), [("title", "011"), ("-TITLE", "012"), ("-tasks", "011"), ("tasks", "012")]
    )
    def test_what_the_table_calls_its_columns_are_names_too(self, run, site, sort, first):
        site.plan("011-e", "---\ntitle: Z\ntasks: 1\n---\n# E\n\n- [x] one\n")
        site.plan("012-f", "---\ntitle: Y\ntasks: 2\n---\n# F\n\n- [ ] one\n")
        head, line, *_ = run(
            "list", "--stage", "todo", "--stage", "done", "--where", "title=Z", "--where", "title=Y", f"--sort={sort}"
        ).stdout.splitlines()
        assert (head.split(), line.split()[0]) == (["Id", "Status", "Tasks", "Title", "File"], first)

    def test_json_keeps_the_order_of_paths(self, run):
        found = paths(run("list", "--format", "json", "--sort", "plan", "--owner", "Ada"))
        assert [path for path, _, _ in found] == ["specs/001-c/plan.md", "specs/002-b/plan.md"]

    @pytest.mark.parametrize(
        ("args", "message"),
        [
            (
                ["--stage", "doing"],
                "stage: expected one of todo, active, paused, done, dropped, unknown, none, not 'doing'; did you mean \"done\"?",
            ),
            (["--sort", "creatd"], '--sort: no plan has a value for "creatd"; did you mean "created"?'),
            (["--sort=-qqq"], '--sort: no plan has a value for "qqq"; --format json shows what plans have'),
            (
                ["--where", "Risk Levl=High"],
                '--where: no plan has a value for "risk levl"; did you mean "risk level"?',
            ),
            (["--where", "High"], '--where takes LABEL=VALUE, such as "Risk Level=High", not "High"'),
        ],
    )
    def test_mistakes(self, run, args, message):
        result = run("list", *args)
        assert (result.exit_code, result.stderr) == (2, f"mkdocs-plans: {message}\n")

    @pytest.mark.parametrize(
        ("args", "message"),
        [
            (["--owner", "Adam"], 'no plan has the owner "Adam"; the owners are Ada, Bo, eve'),
            (["--tag", "soon"], 'no plan has the tag "soon"; the tags are phone, web'),
            (["--owner", "Eve", "--stage", "active"], "no plan matches all of these options"),
            (["--owner", "Adam", "--owner", "Eve"], None),
        ],
    )
    def test_nothing_left_is_told(self, run, args, message):
        result = run("list", *args)
        assert (result.exit_code, result.stderr) == (0, f"mkdocs-plans: {message}\n" if message else "")
        assert bool(result.stdout) is (message is None)

    def test_names_in_messages_are_plain_and_few(self, run, site):
        tags = json.dumps(["a\n::error::\x1b]0;", *(f"t{number:02}" for number in range(19))])
        site.plan("003-d", f"---\ntags: {tags}\n---\n# D\n")
        known = "a ::error::]0;, phone, t00, t01, t02, t03, t04, t05, t06, t07 and 12 more"
        assert run("list", "--tag", "x\x1b").stderr == f'mkdocs-plans: no plan has the tag "x"; the tags are {known}\n'

    def test_csv(self, run, site):
        site.plan("003-d", "# =cmd|' /C calc'!A0\n\n**Status**: Draft, soon\n\n- [x] one\n- [ ] two\n")
        assert run("list", "--format", "csv", "docs/specs/003-d").stdout.splitlines() == [
            "path,file,id,title,status,stage,declared,owner,spec,created,updated,done,total,tags",
            (
                "specs/003-d/plan.md,docs/specs/003-d/plan.md,003,'=cmd|' /C calc'!A0,Draft,todo,\"Draft, soon\",,,,,"
                "1,2,"
            ),
        ]


class TestMistakes:
    """Wrong usage or configuration: status 2 and one line each."""

    def mistakes(self, result):
        assert (result.exit_code, result.stdout) == (2, "")
        return result.stderr.splitlines()

    def test_a_path_that_is_not_there(self, run, two_plans):
        assert self.mistakes(run("check", "nowhere", "docs", "neither")) == [
            "mkdocs-plans: nowhere: there is no such file or folder",
            "mkdocs-plans: neither: there is no such file or folder",
        ]

    def test_every_wrong_option(self, run, two_plans, tmp_path):
        two_plans.options = {"nav": "some", "rules": {"section-mising": "warning"}, "stale_after": 0, "bord": False}
        two_plans.configure()
        lines = self.mistakes(run("check"))
        assert [line.split(": ")[2] for line in sorted(lines)] == ["bord", "nav", "rules", "stale_after"]
        assert all(line.startswith(f"mkdocs-plans: {tmp_path / 'mkdocs.yml'}: ") for line in lines)

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (
                {"template": "ours.md"},
                'template: the file "ours.md" does not exist; name another, or a built-in template',
            ),
            ({"sources": ["nowhere"]}, 'sources: there is no folder "nowhere"'),
        ],
    )
    def test_what_an_option_names_is_missing(self, run, two_plans, options, message):
        two_plans.options = options
        two_plans.configure()
        [line] = self.mistakes(run("list"))
        assert message in line

    def test_a_plugin_that_is_listed_twice(self, run, two_plans, tmp_path):
        two_plans.config = {"plugins": ["plans", {"plans": {"nav": "all"}}]}
        [line] = self.mistakes(run("check", "-f", str(two_plans.configure())))
        assert line.startswith(
            f"mkdocs-plans: {tmp_path / 'mkdocs.yml'}: plans: the plugin is listed twice; list it once"
        )

    def test_a_configuration_file_that_is_not_there(self, run, two_plans):
        [line] = self.mistakes(run("check", "-f", "other.yml"))
        assert line.endswith("other.yml: cannot be read (No such file or directory)")

    def test_a_configuration_file_that_is_broken(self, run, two_plans, tmp_path):
        two_plans.write("mkdocs.yml", "plugins: [")
        [line] = self.mistakes(run("check"))
        assert line.startswith(f"mkdocs-plans: {tmp_path / 'mkdocs.yml'}:1: is not valid YAML")

    @pytest.mark.parametrize("args", [["check", "--format", "xml"], ["check", "--fail-on", "x"], ["nothing"]])
    def test_wrong_usage(self, run, args):
        assert run(*args).exit_code == 2


class TestNoPlans:
    """Nothing found is no failure, but nobody should take it for a clean bill."""

    def test_a_site_tells_where_plans_may_be(self, run, site):
        site.write("specs/012-login/plan.md", GOOD)
        site.configure()
        result = run("check")
        assert (result.stdout, result.exit_code) == ("0 plans, 0 findings\n", 0)
        assert "1 in specs/" in result.stderr
        assert "{path: specs, mount: specs}" in result.stderr

    def test_a_site_tells_what_its_sources_hold(self, run, site):
        site.write("team/login.md", GOOD)
        site.options = {"sources": ["team"]}
        site.configure()
        assert 'include: ["plan.md", "*.plan.md", "/team/*.md"]' in run("check").stderr

    def test_a_site_tells_where_it_looked(self, run, site):
        site.write("team/deep/login.md", GOOD)
        site.options = {"sources": ["team"]}
        site.configure()
        assert run("check").stderr == (
            "mkdocs-plans: no plans were found: no file below docs/, team is named plan.md, *.plan.md\n"
        )

    @pytest.mark.parametrize("args", [(), ("docs",), ("docs/notes",)])
    def test_a_folder(self, run, site, args):
        site.write("docs/notes/2026-03-01-login.md", GOOD)
        assert run("check", *args).stderr == (
            "mkdocs-plans: no plans were found: no file here is named plan.md, *.plan.md, *-plan.md, **/plans/*.md;"
            " name the files that are plans\n"
        )

    def test_a_folder_where_plans_have_other_names(self, run, site):
        site.write("docs/plans/2026-03-01-login.md", GOOD)
        site.write("docs/plans/README.md", "# Our plans\n")
        assert run("check").stdout.splitlines()[-1].startswith("1 plan, ")
        site.write("docs/specs/012-login/plan.md", GOOD)
        assert [path for path, _, _ in paths(run("list", "--format", "json"))] == ["docs/specs/012-login/plan.md"]

    def test_what_has_changed_since_is_none_of_them_either(self, run, site):
        site.write("docs/notes/2026-03-01-login.md", GOOD)
        commit(site.folder)
        assert run("check", "--since", "HEAD").stderr == run("check").stderr != ""

    @pytest.mark.parametrize("args", [("init",), ("check", "docs/plans/2026-03-01-login.md")])
    def test_the_ways_out_lead_to_the_plan(self, run, site, args):
        site.write("docs/plans/2026-03-01-login.md", GOOD)
        run(*args)
        assert run("check", *args[1:]).stdout.splitlines()[-1].startswith("1 plan, ")


class TestOutput:
    """UTF-8 whatever the locale says, and a quick start."""

    @pytest.mark.parametrize(
        "environment", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}]
    )
    def test_utf8(self, bare, environment):
        bare.write("日本/plan.md", plan("計画 🚧", status="進行", sections=complete()))
        command = [sys.executable, "-m", "mkdocs_plans", "list", "--format", "json", "日本/plan.md"]
        done = subprocess.run(
            command, cwd=bare.folder, env={**os.environ, **environment}, capture_output=True, check=True
        )
        assert json.loads(done.stdout.decode("utf-8"))["plans"][0]["title"] == "計画 🚧"

    def test_the_version_comes_without_heavy_imports(self, run):
        assert run("--version").stdout == f"mkdocs-plans, version {__version__}\n"
        code = (
            "import sys\nfrom click.testing import CliRunner\nfrom mkdocs_plans.cli import main\n"
            "CliRunner().invoke(main, ['--version'])\n"
            "print(sorted({'pyromark', 'ftfy', 'jinja2', 'yaml', 'pathspec', 'mkdocs', 'markdown'} & set(sys.modules)))"
        )
        assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"

    @pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["list", "-h"], ["set", "-h"]])
    def test_help(self, run, args):
        result = run(*args)
        assert result.exit_code == 0
        assert "PATH" in result.stdout
        assert max(len(line) for line in result.stdout.splitlines()) <= 80


@pytest.mark.parametrize("command", ["check", "list", "new", "init", "set"])
def test_every_command_explains_itself_with_examples(run, command):
    result = run(command, "--help")
    assert "Examples:" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 80


class TestPreCommit:
    """`.pre-commit-hooks.yaml`, which is given single files."""

    @pytest.fixture
    def hook(self):
        [hook] = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())
        return hook

    @pytest.mark.parametrize(
        ("file", "is_given"),
        [
            ("docs/specs/012-login/plan.md", True),
            ("PLAN.md", True),
            ("docs/login.plan.md", True),
            ("docs/explain.md", False),
            ("docs/templates/plan.md", False),
            ("docs/_template/plan.md", False),
        ],
    )
    def test_which_files_it_gets(self, hook, file, is_given):
        given = re.search(hook["files"], file) and not re.search(hook["exclude"], file)
        assert bool(given) is is_given

    def test_modules_that_mkdocs_yml_names_need_not_be_installed(self, run, two_plans, hook):
        config = (two_plans.folder / "mkdocs.yml").read_text()
        two_plans.write("mkdocs.yml", config + "hooks: [none.py]\nextra: !!python/name:not_installed.at_all\n")
        command = hook["entry"].split()
        assert command[0] == "mkdocs-plans"
        two_plans.plan("012-other", plan("Other", spec="SPEC-099"))
        result = run(*command[1:], "docs/specs/012-other/plan.md")
        assert '"012" is also used by docs/specs/012-login/plan.md' in result.stdout

    def test_all_plans_are_compared_without_mkdocs_yml_too(self, run, bare, hook):
        bare.write("specs/012-other/plan.md", plan("Other", spec="SPEC-099"))
        result = run(*hook["entry"].split()[1:], "specs/012-other/plan.md")
        assert '"012" is also used by specs/012-login/plan.md' in result.stdout


def test_every_real_plan_is_listed(real_plans, monkeypatch):
    """As many as the patterns match, read without an exception."""
    monkeypatch.chdir(real_plans)
    files = [
        path.relative_to(real_plans).as_posix()
        for path in real_plans.rglob("*")
        if (name := path.name.casefold()) == "plan.md" or name.endswith(".plan.md")
    ]
    result = CliRunner().invoke(main, ["list", "--format", "json"])
    found = {path for path, _, _ in paths(result)}
    assert found == {file for file in files if not {"templates", "_template"} & set(file.split("/"))}
