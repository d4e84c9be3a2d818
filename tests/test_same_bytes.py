"""The same input gives the same bytes: in another folder, time zone and language, and whatever the order of hashes and files."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys

import mkdocs
import pytest

from tests.support import THEMES, commit, complete, plan

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Pacific/Pago_Pago", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "PYTHONHASHSEED": "2"}


def run(folder, *arguments, environment):
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, check=False)


def contents(folder):
    return {path.relative_to(folder): content(path) for path in folder.rglob("*") if path.is_file()}


def content(path):
    # MkDocs 1.6.0 packs the time of the build in with its sitemap.
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" and mkdocs.__version__ == "1.6.0" else raw


@pytest.fixture
def handbook(site):
    """Plans that differ in all that views arrange, group and count, with a history in git."""
    site.options |= {"sources": ["specs"], "labels": {"owner": ["Verantwortet"]}, "owners": {"specs/": "Reederei"}}
    for number, status in enumerate(["Draft", "Done", "Blocked", "??", "In review", "WIP", ""]):
        folder = ("docs/work", "specs")[number % 2]
        head = f"---\nowner: {('Ada', 'Bob, Ada', '')[number % 3]}\ntags: [b, a, {number}]\n---\n\n"
        content = head + plan(f"Feature {number}", status=status, spec="SPEC-1", sections=complete(without="Data Flow"))
        content += f"## Open Questions\n\n1. **What?**\n   - **{'ABCDEFG'[number]}**: x\n   - **Due**: 2026-03-0{number + 1}\n2. Why?\n\n"
        site.write(f"{folder}/{number:03}-feature/plan.md", content + "\n**Depends on**: SPEC-1\n")
        site.write(f"{folder}/{number:03}-feature/tasks.md", "- [x] a\n- [ ] b\n" * number)
    site.write("docs/index.md", "# Home\n\n<!-- plans:board {group: owner} -->\n\n<!-- plans:index {group: tag} -->\n")
    site.write("docs/open.md", "# Open\n\n<!-- plans:register -->\n")
    return site


@pytest.fixture
def copy(handbook, tmp_path_factory):
    """The handbook in another folder, its files made in the other order, at another time."""

    def make():
        there = tmp_path_factory.mktemp("copy") / "another folder"
        for path in sorted(handbook.folder.rglob("*"), reverse=True):
            if path.is_file():
                target = there / path.relative_to(handbook.folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (1_000_000_000, 1_000_000_000))
        return there

    return make


@pytest.mark.parametrize("theme", THEMES)
def test_a_site(handbook, copy, monkeypatch, theme):
    handbook.config["theme"] = {"name": theme}
    handbook.configure()
    # Half an hour before midnight in one time zone, the next day in the other.
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-03-01T23:30:00+0000")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-03-01T23:30:00+0000")
    commit(handbook.folder)
    there = copy()
    for folder, environment in ((handbook.folder, HERE), (there, ELSEWHERE)):
        done = run(folder, mkdocs.__name__, "build", "--quiet", environment=environment)
        assert done.returncode == 0, done.stderr
    ours, theirs = contents(handbook.folder / "site"), contents(there / "site")
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert b"2026-03-01" in next(content for path, content in ours.items() if path.name == "plans.json")


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--format", "json"),
        ("list",),
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
        ("check", "--format", "gitlab"),
        ("check", "--fix", "--dry-run"),
        ("init", "--dry-run"),
    ],
    ids=" ".join,
)
def test_what_a_command_says(handbook, copy, arguments):
    handbook.configure()
    first = run(handbook.folder, "mkdocs_plans", *arguments, environment=HERE)
    second = run(copy(), "mkdocs_plans", *arguments, environment=ELSEWHERE)
    assert first.returncode in (0, 1), first.stderr
    assert len(first.stdout + first.stderr) > 100
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)
