"""What stops a command: status 2, one line that says what is wrong and where, and nothing written."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.support import commit, complete, plan

if TYPE_CHECKING:
    from pathlib import Path

LOGIN = "docs/specs/012-login/plan.md"


def wrong_option(site):
    site.options["stale_after"] = "soon"


def wrong_together(site):
    site.options |= {"index": "plans/a.md", "board": "plans/a.md"}


def missing_source(site):
    site.options["sources"] = ["nowhere"]


def missing_template(site):
    site.options["template"] = "ours/plan.md"


def folder_as_template(site):
    site.options["template"] = "ours"
    site.write("ours/plan.md")


def missing_docs(site):
    site.config["docs_dir"] = "handbook"


def broken_baseline(site):
    site.write("plans-baseline.json", "{")


def baseline_of_another_shape(site):
    site.write("plans-baseline.json", json.dumps({"schemaVersion": 1, "findings": []}))


def baseline_that_is_no_text(site):
    site.write("plans-baseline.json", b"\xff\xfe")


def folder_as_baseline(site):
    site.write("plans-baseline.json/x")


TROUBLES = {
    wrong_option: "{folder}/mkdocs.yml: stale_after: expected a whole number above 0, not 'soon'",
    wrong_together: '{folder}/mkdocs.yml: board: index and board are both "plans/a.md"; give one of them another path',
    missing_source: '{folder}/mkdocs.yml: sources: there is no folder "nowhere"',
    missing_template: '{folder}/mkdocs.yml: template: the file "ours/plan.md" does not exist; name another, or a built-in',
    folder_as_template: '{folder}/mkdocs.yml: template: the file "ours" does not exist; name another, or a built-in',
    missing_docs: '{folder}/mkdocs.yml: docs_dir: there is no folder "{folder}/handbook"; create it, or correct',
    broken_baseline: "{folder}/plans-baseline.json:1: is not a baseline (",
    baseline_of_another_shape: '{folder}/plans-baseline.json: is not a baseline (expected a mapping for "findings"',
    baseline_that_is_no_text: "{folder}/plans-baseline.json: cannot be read (",
    folder_as_baseline: "{folder}/plans-baseline.json: cannot be read (Is a directory)",
}

BROKEN_FILES = {
    "no YAML": (b"site_name: [", "{folder}/mkdocs.yml:1: is not valid YAML ("),
    "no mapping": (b"- a\n", "{folder}/mkdocs.yml: expected a mapping (`name: value`), not a list"),
    "no text": (b"site_name: \xff\xff\n", "{folder}/mkdocs.yml: is not valid YAML ("),
    "options that are none": (
        b"plugins: [{plans: 3}]",
        "{folder}/mkdocs.yml: plugins: plans: expected a mapping (`option: value`), not 3",
    ),
    "a file to inherit from that is missing": (
        b"INHERIT: ../base.yml",
        "{above}/base.yml: cannot be read (No such file or directory)",
    ),
}

READING = {
    "check": ("check",),
    "check --fix": ("check", "--fix"),
    "list": ("list",),
    "set": ("set", LOGIN, "--status", "Done"),
    "new": ("new", "Logout"),
}


@pytest.fixture
def gives_up(site, monkeypatch):
    """Runs a command that must give up with a message that begins so, and leave every file as it is."""
    site.plan("012-login", plan(sections=complete(without="Data Flow")))

    def run(args, message: str) -> None:
        before = _files(site.folder)
        monkeypatch.chdir(site.folder)
        result = CliRunner().invoke(main, list(args))
        expected = message.format(folder=site.folder, above=site.folder.parent)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1), result.output
        assert result.stderr.startswith(f"mkdocs-plans: {expected}")
        assert _files(site.folder) == before

    return run


def _files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_wrong_options_and_files(site, gives_up, command, trouble):
    trouble(site)
    site.configure()
    gives_up(READING[command], TROUBLES[trouble])


@pytest.mark.parametrize("content", BROKEN_FILES)
@pytest.mark.parametrize("command", [*READING, "init"])
def test_a_broken_mkdocs_yml(site, gives_up, content, command):
    raw, message = BROKEN_FILES[content]
    site.write("mkdocs.yml", raw)
    gives_up(READING.get(command, ("init",)), message)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("check", "docs/nowhere"), "docs/nowhere: there is no such file or folder"),
        (("check", "x" * 5_000), f"{'x' * 5_000}: there is no such file or folder"),
        (("check", "--config-file", "other.yml"), "{folder}/other.yml: cannot be read (No such file or directory)"),
        (("check", "--config-file", "docs"), "{folder}/docs: cannot be read (Is a directory)"),
        (
            ("check", "--since", "nowhere"),
            '--since: git does not know "nowhere" in {folder}; fetch it, or name another ref',
        ),
        (("check", "--dry-run"), "--dry-run works only with --fix"),
        (("check", "--write-baseline", "--dry-run"), "--dry-run works only with --fix"),
        (
            ("check", "--write-baseline", "--fix", "--dry-run"),
            "use --write-baseline or --fix, not both",
        ),
        (
            ("check", "--write-baseline", "docs"),
            "--write-baseline covers all plans; use it without a PATH and without --since",
        ),
        (("list", "--status", "Don"), 'there is no status "Don"; the statuses are Draft, Planned,'),
        (("set", "docs/nowhere/plan.md", "--status", "Done"), "docs/nowhere/plan.md: there is no such file or folder"),
    ],
)
def test_wrong_usage(site, gives_up, args, message):
    site.configure()
    commit(site.folder)
    gives_up(args, message)


def test_each_mistake_has_a_line_of_its_own(site, monkeypatch):
    site.options |= {
        "nav": "some",
        "sections": [{"name": "A", "from": "x"}],
        "rules": {"qq": "off"},
        "words": {"x": "y"},
    }
    site.configure()
    monkeypatch.chdir(site.folder)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert [line.removeprefix(f"mkdocs-plans: {site.folder}/mkdocs.yml: ") for line in result.stderr.splitlines()] == [
        "nav: expected one of auto, all, none, not 'some'",
        "rules: qq: there is no such rule",
        "words: x: there is no such word",
    ]
