"""What git tells of time: one log, newest first, and silence where it would mislead."""

from __future__ import annotations

import os
import subprocess

import pytest

from mkdocs_plans.git import history


def git(folder, *arguments, day="2026-01-01"):
    stamp = f"{day}T12:00:00+00:00"
    environment = {
        **os.environ,
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True, env=environment)


def commit(folder, day, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(f"{path.name}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "A change", day=day)


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def test_a_file_has_the_day_of_its_last_commit(repository):
    commit(repository, "2026-01-01", specs__one="a", specs__two="a")
    commit(repository, "2026-02-01", specs__two="b")
    found = history.read(repository, ["specs/one.md", "specs/two.md", "specs/never.md"])
    assert found == history.History({"specs/one.md": "2026-01-01", "specs/two.md": "2026-02-01"})


def test_names_count_from_the_folder_that_is_asked_for(repository):
    commit(repository, "2026-01-01", handbook__plan="a", shared__plan="a")
    found = history.read(repository / "handbook", ["plan.md", "../shared/plan.md"])
    assert found.days == {"plan.md": "2026-01-01", "../shared/plan.md": "2026-01-01"}


def test_names_in_any_script_with_blanks_are_found(repository):
    commit(repository, "2026-01-01", **{"specs__Überfahrt im Winter": "a", "specs__計画": "a"})
    found = history.read(repository, ["specs/Überfahrt im Winter.md", "specs/計画.md"])
    assert set(found.days.values()) == {"2026-01-01"}
    assert len(found.days) == 2


def test_a_shallow_clone_tells_nothing_but_the_cure(repository, tmp_path):
    commit(repository, "2026-01-01", plan="a")
    commit(repository, "2026-02-01", plan="b")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", repository.as_uri(), str(clone)], check=True, capture_output=True
    )
    found = history.read(clone, ["plan.md"])
    assert found.days == {}
    assert "fetch-depth: 0" in found.trouble


def test_a_folder_without_git_tells_so(tmp_path):
    assert "in no git repository" in history.read(tmp_path, ["plan.md"]).trouble


def test_no_git_at_all_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert history.read(tmp_path, ["plan.md"]).trouble
    assert history.as_of(tmp_path) is None


def test_the_day_of_the_site_is_the_last_commits_unless_the_environment_says_another(repository, monkeypatch):
    commit(repository, "2026-02-01", plan="a")
    assert history.as_of(repository) == "2026-11-22"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert history.as_of(repository) == "2026-02-01"


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [("2026-01-01", "2026-01-31", 30), ("2026-01-31", "2026-01-01", 0), ("soon", "2026-01-01", None)],
)
def test_days_between(earlier, later, days):
    assert history.days_between(earlier, later) == days


def test_pages_show_ages_and_what_has_stood_still(site):
    site.plan("001-old", title="Old", spec="SPEC-001")
    site.plan("002-new", title="New", spec="SPEC-002")
    site.plan("003-done", title="Finished", status="Done", spec="SPEC-003")
    site.configure()
    git(site.folder, "init", "-q", "-b", "main")
    git(site.folder, "add", "docs/specs/001-old", "docs/specs/003-done")
    git(site.folder, "commit", "-m", "Old", day="2026-10-01")
    git(site.folder, "add", "docs/specs/002-new")
    git(site.folder, "commit", "-m", "New", day="2026-11-20")
    built = site.build()
    page = built.tree("plans/board")
    ages = {card.get("data-path"): card.cssselect("time")[0] for card in page.cssselect('[data-plans="card"]')}
    assert {path: age.text_content().strip() for path, age in ages.items()} == {
        "specs/001-old/plan.md": "52 d",
        "specs/002-new/plan.md": "2 d",
        "specs/003-done/plan.md": "52 d",
    }
    assert [path for path, age in ages.items() if "plans-stale" in age.get("class", "")] == ["specs/001-old/plan.md"]
    assert built.board()["in-progress"] == ["New", "Old"], "last changed first"
    assert not any("no ages" in line for line in built.log)
