"""Plans outside docs_dir: what of a source comes into the site, where it leads, and what is left where it is."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from mkdocs_plans.discovery import sources
from mkdocs_plans.options import OptionError, parse
from tests.support import commit, git, plan

MATERIAL = {"name": "material", "font": False, "features": ["content.action.edit"]}
PAGE = "specs/012-login/plan"


@pytest.fixture
def specs(site):
    """A site whose one plan stands in `specs/`, outside of docs."""
    site.options["sources"] = ["specs"]
    site.write("docs/index.md", "# Home\n")
    site.write("specs/012-login/plan.md", plan())
    return site


def edit_link(built, page=PAGE):
    links = built.tree(page).xpath('//a[@rel="edit"]/@href')
    return links[0] if links else None


def fingerprint(folder):
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


# What comes into the site ---------------------------------------------------------------------------------------


def test_what_stands_beside_a_plan_comes_with_it_and_links_among_the_files_work(specs):
    specs.write(
        "specs/012-login/plan.md", plan() + "\n[a](contracts/api.md) [s](spec.md) ![d](img/flow.svg) [c](data.csv)\n"
    )
    specs.write("specs/012-login/spec.md", "# Login\n\n[Plan](plan.md) [Api](contracts/api.md)\n")
    specs.write("specs/012-login/contracts/api.md", "# Api\n\n[Plan](../plan.md)\n")
    specs.write("specs/012-login/img/flow.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    specs.write("specs/012-login/data.csv", "a,b\n")
    specs.write("specs/012-login/secret.env", "KEY=1\n")
    specs.write("specs/unplanned/notes.md", "# Not beside a plan\n")
    before = fingerprint(specs.folder / "docs") | fingerprint(specs.folder / "specs")
    built = specs.build(strict=True)
    assert built.failure is None
    for page in (PAGE, "specs/012-login/spec", "specs/012-login/contracts/api"):
        for link in built.tree(page).xpath('//*[@role="main"]//@href | //*[@role="main"]//@src'):
            target = built.folder / page / link.partition("#")[0]
            assert (target / "index.html" if link.endswith("/") else target).is_file(), (page, link)
    assert not (built.folder / "specs/012-login/secret.env").exists()
    assert not (built.folder / "specs/unplanned").exists()
    assert fingerprint(specs.folder / "docs") | fingerprint(specs.folder / "specs") == before, "nothing was written"


def test_the_template_of_plans_that_share_a_folder_is_no_page(site):
    site.options = {"include": ["**/plans/*.md", "templates/plan.md"], "sources": ["plans"]}
    site.write("plans/01-a.md", "# A\n\n[Template](templates/plan.md) [Letter](templates/letter.md)\n")
    site.write("plans/templates/plan.md", "# Plan: [Title]\n\n## Goal\n")
    site.write("plans/templates/letter.md", "# Letter\n")
    built = site.build()
    assert (built.folder / "plans/templates/letter/index.html").is_file()
    assert not (built.folder / "plans/templates/plan").exists()
    assert built.warnings == ["WARNING mkdocs_plans: plans/01-a.md:1: missing sections: Goal [section-missing]"]


@pytest.mark.parametrize("path", [".specify/specs", "docs/.specify/specs"])
def test_a_dot_folder_is_taken_in_when_it_is_named(site, path):
    site.options["sources"] = [{"path": path, "mount": "specs"}]
    site.write("docs/index.md", "# Home\n")
    site.write(f"{path}/012-login/plan.md", plan())
    built = site.build(strict=True)
    assert list(built.plans()) == ["specs/012-login/plan.md"]
    assert built.plans()["specs/012-login/plan.md"]["file"] == f"{path}/012-login/plan.md"


def test_what_git_ignores_is_left_out(specs):
    specs.write(".gitignore", "drafts/\n")
    specs.write("specs/.gitignore", "*.private.md\n")
    specs.write("specs/drafts/1/plan.md", plan("Draft"))
    specs.write("specs/012-login/notes.private.md", "# Mine\n")
    (specs.folder / ".git").mkdir()
    built = specs.build()
    assert list(built.plans()) == ["specs/012-login/plan.md"]
    assert not (built.folder / "specs/012-login/notes.private").exists()


@pytest.mark.parametrize("name", ["PLAN.md", "Plan.MD", "login.PLAN.md"])
def test_names_in_any_case_are_pages_too(site, name):
    site.options["sources"] = ["specs"]
    site.write(f"specs/012-login/{name}", plan())
    site.write("specs/012-login/notes.txt", "Text\n")
    built = site.build(strict=True)
    (path,) = built.plans()
    assert path == f"specs/012-login/{name.removesuffix('.MD').removesuffix('.md')}.md"
    assert built.plans()[path]["file"] == f"specs/012-login/{name}"
    assert built.header(path.removesuffix(".md")).startswith("In progress")


def test_a_plan_beside_mkdocs_yml_does_not_bring_the_whole_project(site):
    site.options["sources"] = [{"path": ".", "mount": "all"}]
    site.write("plan.md", plan())
    site.write("CONTRIBUTING.md", "# Beside it\n")
    site.write("src/README.md", "# Below it\n")
    built = site.build()
    assert list(built.plans()) == ["all/plan.md"]
    assert (built.folder / "all/CONTRIBUTING/index.html").exists()
    assert not (built.folder / "all/src").exists()


def test_an_optional_source_that_is_absent_is_told_and_no_more(specs):
    specs.options["sources"].append({"path": "services/billing", "optional": True})
    built = specs.build(strict=True)
    assert built.failure is None
    assert (
        'INFO the source "services/billing" does not exist, so its plans are left out; it is set to `optional: true`'
        in built.log
    )
    assert list(built.plans()) == ["specs/012-login/plan.md"]


# The same file twice --------------------------------------------------------------------------------------------


def test_a_link_from_docs_to_the_source_makes_one_plan(specs):
    (specs.folder / "docs/plans-of-ours").symlink_to(specs.folder / "specs")
    (specs.folder / "docs/specs").symlink_to(specs.folder / "specs")
    built = specs.build()
    assert built.failure is None
    assert len(built.plans()) == 1


def test_a_link_within_docs_makes_a_second_page_but_no_second_plan(site):
    site.plan("012-login")
    (site.folder / "docs/a-link").symlink_to(site.folder / "docs/specs")
    built = site.build()
    assert list(built.plans()) == ["specs/012-login/plan.md"], "the one that no link leads to"
    assert (built.folder / "a-link/012-login/plan/index.html").exists()


def test_the_second_page_of_a_plan_that_is_not_utf_8(site):
    site.write(
        "docs/specs/012-login/plan.md",
        "# Über Latein\n\nFür alle Fähren und Brücken, über die schöne Straße.\n".encode("latin-1"),
    )
    (site.folder / "docs/a-link").symlink_to(site.folder / "docs/specs")
    built = site.build()
    assert built.failure is None
    assert "Über Latein" in built.html("a-link/012-login/plan")


@pytest.mark.parametrize(
    ("listed", "paths"),
    [
        (["specs", {"path": "specs", "mount": "again"}], ["specs/012-login/plan.md", "specs/billing/1/plan.md"]),
        (
            ["specs", {"path": "specs/billing", "mount": "billing"}],
            ["billing/1/plan.md", "specs/012-login/plan.md"],
        ),
    ],
    ids=["the same folder", "one inside the other"],
)
def test_two_sources_that_overlap_make_one_plan_of_each_file(specs, listed, paths):
    specs.write("specs/billing/1/plan.md", plan("Billing", spec="SPEC-1"))
    specs.options["sources"] = listed
    built = specs.build(strict=True)
    assert list(built.plans()) == paths


def test_links_inside_a_source_are_followed_once_and_those_that_leave_it_not_at_all(specs):
    specs.write("elsewhere/013-logout/plan.md", plan("Logout"))
    specs.write("elsewhere/plan.md", plan("Other"))
    folder = specs.folder / "specs"
    (folder / "000-out").symlink_to(specs.folder / "elsewhere")
    (folder / "001-again").symlink_to(folder / "012-login")
    (folder / "012-login/round").symlink_to(folder)
    (folder / "014-file").mkdir()
    (folder / "014-file/plan.md").symlink_to(specs.folder / "elsewhere/plan.md")
    (folder / "015-file").mkdir()
    (folder / "015-file/plan.md").symlink_to(folder / "012-login/plan.md")
    (folder / "016-gone").symlink_to(folder / "gone")
    built = specs.build(strict=True)
    assert list(built.plans()) == ["specs/012-login/plan.md"]


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("docs/specs/012-login/plan.md", "specs/012-login/plan/index.html"),
        ("docs/specs/012-login/plan/index.md", "specs/012-login/plan/index.html"),
        ("specs/012-login/plan/README.md", "specs/012-login/plan/index.html"),
    ],
)
def test_two_files_for_one_page_are_named_both_by_mkdocs_and_on_the_command_line(specs, file, page):
    specs.write(file, "# Other\n")
    built = specs.build()
    assert built.failure == "Aborted with a BuildError!"
    (line,) = [line for line in built.lines if "would both be" in line]
    assert "specs/012-login/plan.md and" in line or "and specs/012-login/plan.md" in line
    assert file in line
    assert page in line
    assert "`mount`" in line
    result = CliRunner().invoke(main, ["check", "--config-file", str(specs.folder / "mkdocs.yml")])
    assert result.exit_code == 2, result.stderr
    assert "specs/012-login/plan.md" in result.stderr
    assert file in result.stderr


def test_a_readme_beside_an_index_is_left_out_as_in_docs(specs):
    specs.write("specs/012-login/README.md", "# Readme\n")
    specs.write("specs/012-login/index.md", "# Index\n")
    built = specs.build(strict=True)
    assert built.failure is None
    assert "Index" in built.html("specs/012-login")


def test_a_file_that_mkdocs_leaves_out_makes_room_for_one_of_a_source(specs):
    specs.write("docs/specs/012-login/plan.md", plan("Old"))
    specs.config["exclude_docs"] = "specs/\n"
    assert specs.build(strict=True).board() == {"in-progress": ["Login"]}


# Where it is edited, and where links lead -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "address"),
    [
        ({"repo_url": "https://github.com/a/b", "edit_uri": "edit/main/docs/"}, "https://github.com/a/b/edit/main/specs/012-login/plan.md"),
        (
            {"repo_url": "https://example.org/a", "edit_uri": "?ref=main&path=docs/"},
            "https://example.org/a?ref=main&path=specs/012-login/plan.md",
        ),
        (
            {"repo_url": "https://github.com/a/b", "edit_uri_template": "blob/main/docs/{path}?plain=1"},
            "https://github.com/a/b/blob/main/specs/012-login/plan.md?plain=1",
        ),
        (
            {"edit_uri_template": "https://example.org/edit?path=docs/{path!q}"},
            "https://example.org/edit?path=specs%2F012-login%2Fplan.md",
        ),
        ({"repo_url": "https://github.com/a/b", "edit_uri": ""}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_an_edit_link_leads_to_the_real_place(specs, config, address):
    specs.config |= {"theme": MATERIAL, **config}
    assert edit_link(specs.build()) == address


@pytest.mark.parametrize(
    ("source", "edit", "view"),
    [
        (
            {"repo_url": "https://github.com/a/billing", "edit_uri": "edit/dev/plans/"},
            "https://github.com/a/billing/edit/dev/plans/012-login/plan.md",
            "https://github.com/a/billing/blob/dev/src/app.py",
        ),
        (
            {"repo_url": "https://github.com/a/billing"},
            "https://github.com/a/billing/edit/HEAD/plans/012-login/plan.md",
            "https://github.com/a/billing/blob/HEAD/src/app.py",
        ),
        ({"repo_url": "https://example.org/billing"}, None, "https://example.org/billing/blob/HEAD/src/app.py"),
        (
            {"repo_url": "https://example.org/r", "edit_uri": "?path=plans"},
            "https://example.org/r?path=plans/012-login/plan.md",
            "https://example.org/r/blob/HEAD/src/app.py",
        ),
        ({}, None, None),
    ],
    ids=["both", "GitHub", "another host", "a query", "not known"],
)
def test_a_source_in_another_repository_leads_there(site, source, edit, view):
    site.options["sources"] = [{"path": "billing/plans", "mount": "specs", **source}]
    site.config |= {"theme": MATERIAL, "repo_url": "https://github.com/a/b", "edit_uri": "edit/main/docs/"}
    site.write("docs/index.md", "# Home\n")
    site.write("billing/plans/012-login/plan.md", plan() + "\n[code](../../src/app.py) [top](/src/app.py)\n")
    site.write("billing/src/app.py", "")
    site.plan("013-logout", plan("Logout", spec="SPEC-013") + "\n[code](../../../billing/src/app.py)\n")
    commit(site.folder / "billing")
    commit(site.folder)
    built = site.build()
    assert not [line for line in built.log if "link-broken" in line]
    assert edit_link(built) == edit
    assert edit_link(built, "specs/013-logout/plan") == "https://github.com/a/b/edit/main/docs/specs/013-logout/plan.md"
    found = [
        link
        for page in (PAGE, "specs/013-logout/plan")
        for link in built.tree(page).xpath('//a[text()="code" or text()="top"]/@href')
    ]
    assert found == ([view] * 3 if view else [])


def test_an_edit_uri_of_a_source_needs_its_repo_url():
    with pytest.raises(OptionError, match="edit_uri needs repo_url"):
        parse({"sources": [{"path": "specs", "edit_uri": "edit/main/"}]})


# Dates ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """What git is asked while a site is built."""
    real, log, folder = shutil.which("git"), tmp_path / "asked.txt", tmp_path / "bin"
    folder.mkdir()
    log.touch()
    script = folder / "git"
    script.write_text(f'#!/bin/sh\necho "$@" >> {log}\nexec {real} "$@"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return lambda: [line for line in log.read_text(encoding="utf-8").splitlines() if " log " in line]


def committed(folder, day, monkeypatch):
    monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00+0000")
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+0000")
    commit(folder)


def ages(built):
    cards = built.tree("plans/board").cssselect('[data-plans="card"]')
    return {
        card.get("data-path"): card.cssselect("time")[0].get("datetime") for card in cards if card.cssselect("time")
    }


def test_a_plan_has_the_date_of_the_repository_that_it_is_in(site, monkeypatch, asked):
    """A submodule and a checkout beside the project have their own histories; each is asked once."""
    module, checkout = site.folder / "handbook/services/billing", site.folder / "checkout"
    handbook = type(site)(site.folder / "handbook")
    handbook.options["sources"] = ["specs", "services/billing/plans", {"path": "../checkout", "mount": "checkout"}]
    handbook.write("specs/1/plan.md", plan("One", spec="SPEC-1"))
    handbook.write("specs/2/plan.md", plan("Two", spec="SPEC-2"))
    handbook.write("docs/index.md", "# Home\n")
    site.write("checkout/4/plan.md", plan("Four", spec="SPEC-4"))
    handbook.write("services/billing/plans/3/plan.md", plan("Three", spec="SPEC-3"))
    committed(module, "2026-02-02", monkeypatch)
    committed(checkout, "2026-03-03", monkeypatch)
    git(handbook.folder, "init", "--quiet", "--initial-branch=main")
    git(
        handbook.folder,
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(module),
        "services/billing",
    )
    committed(handbook.folder, "2026-01-01", monkeypatch)
    before = len(asked())
    built = handbook.build(strict=True)
    assert ages(built) == {
        "specs/1/plan.md": "2026-01-01",
        "specs/2/plan.md": "2026-01-01",
        "services/billing/plans/3/plan.md": "2026-02-02",
        "checkout/4/plan.md": "2026-03-03",
    }
    assert len(asked()) - before == 3


def test_a_shallow_submodule_is_named_and_the_others_keep_their_dates(specs, monkeypatch, tmp_path_factory):
    origin = tmp_path_factory.mktemp("origin")
    (origin / "plan.md").write_text(plan("Billing", spec="SPEC-1"), encoding="utf-8")
    committed(origin, "2026-02-02", monkeypatch)
    (origin / "more.md").write_text("# More\n", encoding="utf-8")
    committed(origin, "2026-02-03", monkeypatch)
    specs.options["sources"].append("billing")
    committed(specs.folder, "2026-01-01", monkeypatch)
    git(specs.folder, "clone", "--quiet", "--depth", "1", origin.as_uri(), "billing")
    built = specs.build()
    assert ages(built) == {"specs/012-login/plan.md": "2026-01-01"}
    assert any(
        line.startswith("INFO no ages of the plans in billing are shown: the git clone is shallow")
        for line in built.log
    )


def test_git_is_not_asked_where_no_page_shows_a_date(specs, monkeypatch, asked):
    committed(specs.folder, "2026-01-01", monkeypatch)
    specs.options |= {"index": False, "board": False, "header": False}
    before = len(asked())
    built = specs.build(strict=True)
    assert len(asked()) == before
    specs.write("docs/team.md", "# Team\n\n<!-- plans:board -->\n")
    built = specs.build(strict=True)
    assert len(asked()) == before + 1
    assert built.tree("team").cssselect("time")[0].get("datetime") == "2026-01-01"


# What `serve` watches -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [".", ".."])
def test_a_source_that_holds_the_project_is_watched_where_it_has_plans(tmp_path, path):
    """It holds the built site too, so that each build would begin another."""
    top = tmp_path if path == ".." else tmp_path / "project"
    for file in ("work/1/plan.md", ".specify/specs/1/plan.md", "src/app.py", "site/index.html", "project/plan.md"):
        (top / file).parent.mkdir(parents=True, exist_ok=True)
        (top / file).touch()
    settings = parse({"sources": [{"path": path, "mount": "all"}]})
    found = sources.folders(tmp_path / "project", settings)
    watched = {".specify", "work"} | ({"project"} if path == "." else set())
    assert set(found) == {str(top / name) for name in watched}


def test_sources_are_watched_whole_and_absent_ones_not(specs):
    settings = parse({"sources": ["specs", {"path": "gone", "optional": True}]})
    assert sources.folders(specs.folder, settings) == [str(specs.folder / "specs")]
