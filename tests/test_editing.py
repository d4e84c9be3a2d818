"""`mkdocs-plans set`: the declared status changes, and nothing else of the file."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.authoring import editing
from mkdocs_plans.authoring.editing import EditError
from mkdocs_plans.cli import main
from mkdocs_plans.settings import Settings
from tests.support import complete, plan

FOOT = "\n---\n\n**Plan Status**: 🤔 Draft  \n**Next Steps**: Review\n"


def edited(text: str | bytes, status="In review") -> bytes:
    return editing.with_status(text if isinstance(text, bytes) else text.encode(), status, Settings())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Login\n\n**Status**: Draft\n", "# Login\n\n**Status**: In review\n"),
        ("# Login\n\n**Status:** 🤔 Draft  \n**Spec:** S-1\n", "# Login\n\n**Status:** In review  \n**Spec:** S-1\n"),
        ("# Login\n\n**Branch**: x | **Status**: Draft | **Date**: y\n", "# Login\n\n**Branch**: x | **Status**: In review | **Date**: y\n"),
        ("# Login\n\n> Status: `WIP`\n", "# Login\n\n> Status: `In review`\n"),
        ("# Login\n\n- **Status:** **Done**\n", "# Login\n\n- **Status:** **In review**\n"),
        ("# Login\n\n| Status | Draft |\n| --- | --- |\n| Owner | Ada |\n", "# Login\n\n| Status | In review |\n| --- | --- |\n| Owner | Ada |\n"),
        ("# Login\n\n## Status\n\nDraft\n\n## Goal\n\nDraft it.\n", "# Login\n\n## Status\n\nIn review\n\n## Goal\n\nDraft it.\n"),
        ("# Login\n\nStatus\n:   Draft\n", "# Login\n\nStatus\n:   In review\n"),
        ("# Login\n\n**Status**: :tada: Done :+1:\n", "# Login\n\n**Status**: In review\n"),
        ("# Login\n\n!!! note\n\n    **Status**: Draft\n", "# Login\n\n!!! note\n\n    **Status**: In review\n"),
        ("---\nstatus: \"draft\" # mine\n---\n# Login\n", "---\nstatus: \"In review\" # mine\n---\n# Login\n"),
        ("---\nstatus: done\n---\n# Status of done\n\nStatus: done\n", "---\nstatus: In review\n---\n# Status of done\n\nStatus: In review\n"),
    ],
)  # fmt: skip
def test_in_every_dialect(before, after):
    assert edited(before).decode() == after


def test_head_and_foot():
    before = plan("Login", status="🤔 Draft", sections=complete()) + FOOT
    after = edited(before).decode()
    assert after == before.replace("🤔 Draft", "In review")
    assert after.count("In review") == 2


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf# Login\r\n\r\n**Status**: Draft  \r\nmore\x0b\xe2\x80\xa8\r\n",
        b"# Login\r\r**Status**: Draft\r\rmore",
        b"# Caf\xe9\n\n**Status**: Draft\n\n\xff\xfe\n",
    ],
)
def test_line_ends_marks_and_odd_bytes_stay(raw):
    assert edited(raw) == raw.replace(b"Draft", b"In review")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"# Login\n", 'no status is declared; write "**Status**: In review" below the title'),
        ("# L\n\n**Status**: Draft\n".encode("utf-16"), "the file is not UTF-8; save it as UTF-8 first"),
        (
            b"# L\n\n**Status**: Dr**a**ft\n",
            'the status "Draft" in line 3 has marks or a line end in it; edit it by hand',
        ),
    ],
)
def test_what_cannot_be_edited(raw, message):
    with pytest.raises(EditError) as error:
        edited(raw)
    assert str(error.value) == message


def test_what_would_be_read_as_something_else():
    with pytest.raises(EditError, match="would be read as something else"):
        edited("# Login\n\n**Status**: Draft\n", "Done | Owner: Ada")


def test_what_would_break_the_front_matter():
    with pytest.raises(EditError, match="would break the front matter"):
        edited("---\nstatus: draft\n---\n# Login\n", "Blocked: waiting")


@given(st.text(max_size=200), st.sampled_from(["Status: Draft\n", "**Status**: WIP | **Owner**: Ada\n", ""]))
def test_nothing_but_the_value_changes(text, header):
    """Whatever the file, an edit either is refused or takes the value's place."""
    raw = f"# Login\n\n{header}\n{text}".encode("utf-8", "replace")
    try:
        after = edited(raw)
    except EditError:
        return
    if header and "tatus" not in text:
        assert after == raw.replace(b"Draft", b"In review", 1).replace(b"WIP |", b"In review |", 1)
    assert edited(after) == after


class TestCommand:
    @pytest.fixture
    def run(self, site, monkeypatch):
        site.plan("012-login", plan("Login", status="Draft") + FOOT)
        site.plan("013-logout", plan("Logout", status="WIP", spec="SPEC-013"))
        site.plan("014-notes", "# Notes\n")
        site.configure()
        monkeypatch.chdir(site.folder)
        return lambda *args: CliRunner().invoke(main, ["set", *args])

    def text(self, site, name):
        return (site.folder / f"docs/specs/{name}/plan.md").read_text()

    def test_it_shows_and_writes(self, run, site):
        result = run("docs/specs/012-login", "--status", "in-review")
        assert result.exit_code == 0
        changed = [line for line in result.stdout.splitlines() if line[0] in "+-"]
        assert changed == [
            "--- a/docs/specs/012-login/plan.md",
            "+++ b/docs/specs/012-login/plan.md",
            "-**Status**: Draft  ",
            "+**Status**: In review  ",
            "-**Plan Status**: 🤔 Draft  ",
            "+**Plan Status**: In review  ",
        ]
        assert self.text(site, "012-login").count("In review") == 2
        assert run("docs/specs/012-login", "--status", "in-review").stdout == ""

    def test_a_dry_run_writes_nothing(self, run, site):
        before = self.text(site, "012-login")
        assert "+**Status**: Done" in run("docs/specs/012-login", "--status", "done", "--dry-run").stdout
        assert self.text(site, "012-login") == before

    def test_only_from(self, run, site):
        result = run("docs", "--from", "in progress", "--status", "Blocked")
        assert (result.exit_code, result.stdout.count("+++")) == (0, 1)
        assert "**Status**: Blocked" in self.text(site, "013-logout")
        assert run("docs", "--from", "Dropped", "--status", "Done").stderr.startswith(
            "mkdocs-plans: no plan was changed"
        )

    def test_a_plan_without_a_status(self, run, site):
        result = run("docs", "--status", "Done")
        assert (result.exit_code, result.stdout.count("+++")) == (1, 2)
        assert result.stderr == (
            "mkdocs-plans: docs/specs/014-notes/plan.md: no status is declared;"
            ' write "**Status**: Done" below the title\n'
        )

    def test_an_unknown_status(self, run):
        result = run("docs", "--status", "In revew")
        assert (result.exit_code, result.stderr) == (
            2,
            'mkdocs-plans: there is no status "In revew"; did you mean "In review"?\n',
        )

    def test_a_path_is_needed(self, run):
        assert run("--status", "Done").exit_code == 2
