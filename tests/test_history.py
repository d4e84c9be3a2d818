"""What git tells of time: one log, newest first, and silence where it would mislead."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from mkdocs_plans.git import history
from mkdocs_plans.git.standing import Said
from mkdocs_plans.reading.status import classify
from mkdocs_plans.settings import Settings
from mkdocs_plans.views.ages import days_between


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


def status(text, *, above="", below=""):
    return f"# Login\n\n{above}**Status**: {text}  \n**Created**: 2026-01-01\n\n## Overview\n\n{below}\n"


def since(repository, line=3, *, label="Status", meaning="in-progress"):
    def read(text):
        return classify(text, Settings()).slug

    return history.read(repository, ["plan.md"], {"plan.md": Said(line, label, meaning, read)}).since.get("plan.md")


def test_a_status_counts_from_the_commit_that_gave_it(repository):
    commit(repository, "2026-01-01", plan=status("Draft"))
    commit(repository, "2026-02-01", plan=status("In progress"))
    commit(repository, "2026-03-01", plan=status("In progress", below="More."))
    assert since(repository) == "2026-02-01"


def test_a_status_that_was_there_before_counts_from_its_return(repository):
    for month, text in enumerate(("In progress", "Blocked", "In progress"), 1):
        commit(repository, f"2026-0{month}-01", plan=status(text))
    assert since(repository) == "2026-03-01"


def test_other_words_for_the_same_status_do_not_begin_anew(repository):
    commit(repository, "2026-01-01", plan=status("Draft"))
    commit(repository, "2026-02-01", plan=status("In progress"))
    commit(repository, "2026-03-01", plan=status("🚧 In Progress (two of five steps)"))
    assert since(repository) == "2026-02-01"


def test_lines_above_move_the_status_and_do_not_change_it(repository):
    commit(repository, "2026-01-01", plan=status("In progress"))
    commit(repository, "2026-02-01", plan=status("In progress", above="**Spec**: SPEC-001  \n**Owner**: Ada  \n"))
    commit(repository, "2026-03-01", plan=status("In progress", above="**Spec**: SPEC-001  \n"))
    assert since(repository, line=4) == "2026-01-01"


def test_the_status_of_a_phase_is_not_the_plans(repository):
    commit(repository, "2026-01-01", plan=status("In progress", below="**Status**: Draft"))
    commit(repository, "2026-02-01", plan=status("In progress", below="**Status**: In progress"))
    assert since(repository) == "2026-01-01"


def test_one_line_headers_and_front_matter_have_a_status_too(repository):
    commit(repository, "2026-01-01", plan="---\nstatus: draft\n---\n")
    commit(repository, "2026-02-01", plan="---\nstatus: in progress\n---\n")
    assert since(repository, line=2, label="status") == "2026-02-01"
    commit(repository, "2026-03-01", plan="# A\n\n**Branch**: a | **Status**: In progress | **Date**: 2026-03-01\n")
    commit(repository, "2026-04-01", plan="# A\n\n**Branch**: a | **Status**: In progress | **Date**: 2026-04-01\n")
    assert since(repository, line=3) == "2026-02-01"


def test_a_plan_that_has_moved_keeps_its_status(repository):
    commit(repository, "2026-01-01", **{"drafts__my login": status("In progress")})
    git(repository, "mv", "drafts/my login.md", "plan.md")
    git(repository, "commit", "-m", "Move", day="2026-02-01")
    assert since(repository) == "2026-01-01"


@pytest.mark.parametrize(
    "setting",
    [
        *("log.showRoot=false", "log.follow=true", "diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always"),
        *("diff.orderFile=nowhere", "i18n.logOutputEncoding=UTF-16"),
    ],
)
def test_the_configuration_of_git_changes_nothing(repository, monkeypatch, setting):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    commit(repository, "2026-01-01", plan=status("In progress"))
    git(repository, "config", *setting.split("="))
    assert since(repository) == "2026-01-01"
    assert history.as_of(repository) == "2026-01-01"


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="nothing to sign with")
def test_a_signature_that_git_is_set_to_show_is_no_day(repository, monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    commit(repository, "2026-01-01", plan=status("In progress"))
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    signing = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={key}")
    git(repository, *signing, "commit", "--quiet", "--amend", "--no-edit", "--gpg-sign")
    git(repository, "config", "log.showSignature", "true")
    assert since(repository) == "2026-01-01"
    assert history.as_of(repository) == "2026-01-01"


def test_the_context_that_git_is_told_to_show_changes_nothing(repository, monkeypatch):
    commit(repository, "2026-01-01", plan="# A\n\n" + status("In progress"))
    commit(repository, "2026-02-01", plan="# B\n\n" + status("In progress"))
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u5")
    assert since(repository, line=5) == "2026-01-01"


def test_what_has_not_been_committed_has_no_day(repository):
    commit(repository, "2026-01-01", plan=status("Draft"))
    assert since(repository) is None
    assert since(repository, line=99) is None


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
    assert "not in a git repository" in history.read(tmp_path, ["plan.md"]).trouble


def test_a_repository_that_git_does_not_trust_tells_the_cure(tmp_path, monkeypatch):
    """As in containers, where it belongs to somebody else: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory."""
    (tmp_path / ".git").mkdir()
    trouble = history.read(tmp_path, ["plan.md"]).trouble
    assert f"git config --global --add safe.directory {tmp_path}" in trouble
    assert "not in a git repository" not in trouble


def test_no_git_at_all_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert history.read(tmp_path, ["plan.md"]).trouble
    assert history.as_of(tmp_path) is None


def test_what_git_has_told_in_time_is_shown_and_the_rest_is_said_to_be_missing(repository, tmp_path, monkeypatch):
    commit(repository, "2026-01-01", one="a", two="a")
    commit(repository, "2026-02-01", two="b")
    real = shutil.which("git")
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    # The newest commit comes at once, the one before it too late.
    slow.write_text(
        f'#!/bin/sh\ncase "$*" in *" log "*) {real} "$@" | head -n 7; exec sleep 60;; *) exec {real} "$@";; esac\n'
    )
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("mkdocs_plans.git.TIMEOUT_SECONDS", 1)
    found = history.read(repository, ["one.md", "two.md"])
    assert found.days == {"two.md": "2026-02-01"}
    assert found.trouble.startswith("some ages of plans are not shown: git took too long")


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
    assert days_between(earlier, later) == days


def test_pages_show_ages_and_what_has_stood_still(site):
    site.plan("001-old", title="Old", spec="SPEC-001")
    site.plan("002-new", title="New", spec="SPEC-002")
    site.plan("003-done", title="Finished", status="Done", spec="SPEC-003")
    site.write("docs/team.md", "# Team\n\n<!-- plans:index {columns: [id, since], sort: -since} -->\n")
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
        "specs/002-new/plan.md": "2 d ago",
        "specs/003-done/plan.md": "52 d ago",
    }
    assert [path for path, age in ages.items() if "plans-stale" in age.get("class", "")] == ["specs/001-old/plan.md"]
    assert built.board()["in-progress"] == ["New", "Old"], "last changed first"
    assert [age.get("title") for path, age in ages.items() if "001" in path] == [
        "no change for 52 days; in this status since 2026-10-01"
    ]
    since = {"001": "2026-10-01", "002": "2026-11-20", "003": "2026-10-01"}
    assert dict(built.rows("team").values()) == since
    assert "Since 2026-10-01" in built.header("specs/001-old/plan")
    assert not any("no ages" in line for line in built.log)


def test_the_card_says_that_the_spec_was_changed_after_the_plan(site):
    site.plan("001-old", title="Old", spec="[spec](spec.md)")
    site.write("docs/specs/001-old/spec.md", "# Old\n")
    site.configure()
    git(site.folder, "init", "-q", "-b", "main")
    git(site.folder, "add", "-A")
    git(site.folder, "commit", "-m", "Both", day="2026-10-01")
    site.write("docs/specs/001-old/spec.md", "# Old\n\nMore.\n")
    git(site.folder, "commit", "-a", "-m", "The spec alone", day="2026-11-20")
    [card] = site.build().tree("specs/001-old/plan").cssselect('[data-plans="header"]')
    assert "changed on 2026-11-20, after this plan" in card.text_content()
