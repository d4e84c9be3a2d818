"""`mkdocs-plans set`: the declared status changes, and nothing else of the file."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.authoring import editing
from mkdocs_plans.authoring.editing import EditError
from mkdocs_plans.cli import main
from mkdocs_plans.model import Stage, Status
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from tests.support import complete, grows_with, plan

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
        ("# Login\n\n**Status**: Dr**a**ft\n", "# Login\n\n**Status**: In review\n"),
        ("# Login\n\n**Status**: Draft (see [it](a.md)) | **Owner**: Ada\n", "# Login\n\n**Status**: In review | **Owner**: Ada\n"),
        ("# Login\n\n**Status**: ðŸ¤” Draft\n", "# Login\n\n**Status**: In review\n"),
        ("# Login\n\n**Status**: ![Draft](draft.svg)\n", "# Login\n\n**Status**: In review\n"),
        ("# Login\n\n**State**: Redux\n**Status**: Draft\n", "# Login\n\n**State**: Redux\n**Status**: In review\n"),
        ("# Login\n\n**Implementation Status**: Draft\n", "# Login\n\n**Implementation Status**: In review\n"),
        ("# Login\n\n**Status**: [Draft | Done]\n", "# Login\n\n**Status**: In review\n"),
        ("# Login\n\n**Status**:  \n**Spec**: S\n", "# Login\n\n**Status**: In review  \n**Spec**: S\n"),
        ("# Login\n\n| Status | |\n| --- | --- |\n", "# Login\n\n| Status | In review |\n| --- | --- |\n"),
        ("# Login\n\n**Status**:\nDraft\n", "# Login\n\n**Status**:\nIn review\n"),
        ("# Login\n\n**Status**: \\\n`WIP` \\\n**Spec**: S-1\n", "# Login\n\n**Status**: \\\n`In review` \\\n**Spec**: S-1\n"),
        ("# Login\n\n> Status:\n> 🚧 Draft (waits)  \n> **Owner**: Ada\n", "# Login\n\n> Status:\n> In review  \n> **Owner**: Ada\n"),
        ("# Login\n\n- **Status**:\n  - **Draft**\n- Owner: Ada\n", "# Login\n\n- **Status**:\n  - **In review**\n- Owner: Ada\n"),
        ("---\nstatus:\n  draft\nowner: Ada\n---\n# L\n", "---\nstatus:\n  In review\nowner: Ada\n---\n# L\n"),
        ("---\nstatus: \"draft\" # mine\n---\n# Login\n", "---\nstatus: \"In review\" # mine\n---\n# Login\n"),
        ("---\nstatus: done\n---\n# Status of done\n\nStatus: done\n", "---\nstatus: In review\n---\n# Status of done\n\nStatus: In review\n"),
    ],
)  # fmt: skip
def test_in_every_dialect(before, after):
    assert edited(before).decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "# Login\n\n**Status**: 🔍 In review (Ada, since Monday)\n",
        "# ログイン\n\n**ステータス**: レビュー中\n",
        '---\nstatus: "in-review"\n---\n# Login\n',
        "# Login\n\n**Status**: [In review](board.md)\n",
    ],
)
def test_a_status_that_a_plan_has_already_stays_as_its_author_wrote_it(text):
    assert edited(text).decode() == text
    assert editing.remarks(text.encode(), "In review", Settings()) == ()


def test_only_the_places_that_say_something_else_change():
    before = "---\nstatus: in-review\n---\n# Login\n\n**Status**: Draft\n\n## Goal\n\nText.\n"
    assert edited(before).decode() == before.replace("Draft", "In review")


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
        (b"# Login\n", 'no status is declared; use --add, or write "**Status**: In review" below the title'),
        ("# L\n\n**Status**: Draft\n".encode("utf-16"), "the file is not UTF-8; save it as UTF-8 first"),
        (
            b"# L\n\n**Status**: Draft,\nwaits for Ada\n",
            'the status "Draft, waits for Ada" in line 3 contains markup or a line break; edit it by hand',
        ),
        (
            b"# L\n\n**Status**:\nDraft and\nmore\n",
            'the status "Draft and more" in line 3 contains markup or a line break; edit it by hand',
        ),
        (
            b"# L\n\n**Status**:\nThis is how it goes.\n",
            'the status "This is how it goes." in line 3 contains markup or a line break; edit it by hand',
        ),
        (
            "# L\n\n**状態**: 下書き\n\n担当者が決まり次第、実装を開始します。\n".encode("cp932"),
            "the file is not UTF-8 and was read as Shift JIS; save the file as UTF-8",
        ),
    ],
)
def test_what_cannot_be_edited(raw, message):
    with pytest.raises(EditError) as error:
        edited(raw)
    assert str(error.value) == message


def test_no_other_encoding_gets_into_a_file():
    """A status in letters that a file's own encoding has other bytes for."""
    settings = Settings(statuses=(Status("Entwürfe", "entwürfe", Stage.TODO, "slate"),))
    with pytest.raises(EditError, match="was read as Windows-1252"):
        editing.with_status("# Café\n\nStatus: Draft\n\nÉtés, à la française.\n".encode("cp1252"), "Entwürfe", settings)


ADDED = [
    ("# Login\n\nText\n", "# Login\n\n**Status**: In review\n\nText\n"),
    ("# Login", "# Login\n\n**Status**: In review\n"),
    ("Login\n=====\nText\n", "Login\n=====\n\n**Status**: In review\n\nText\n"),
    ("\ufeff## Goal\r\n\r\nx\r\n", "\ufeff**Status**: In review\r\n\r\n## Goal\r\n\r\nx\r\n"),
    ("# L\n\n**Spec**: S-1  \n**Created**: 2026-01-01\n", "# L\n\n**Spec**: S-1  \n**Status**: In review  \n**Created**: 2026-01-01\n"),
    ("# L\n\n**Created:** 2026-01-01\n", "# L\n\n**Status:** In review  \n**Created:** 2026-01-01\n"),
    ("# L\n\n**Branch**: `x` | **Spec**: [s](spec.md)\n", "# L\n\n**Branch**: `x` | **Spec**: [s](spec.md) | **Status**: In review\n"),
    ("# L\n\n- **Owner**: Ada\n- **Date**: 2026-01-01\n", "# L\n\n- **Owner**: Ada\n- **Status**: In review\n- **Date**: 2026-01-01\n"),
    ("# L\n\n> Owner: Ada\n> Date: 2026-01-01\n", "# L\n\n> Owner: Ada\n> Status: In review\n> Date: 2026-01-01\n"),
    ("# L\n\n| Field | Value |\n| --- | --- |\n| Owner | Ada |\n", "# L\n\n| Field | Value |\n| --- | --- |\n| Owner | Ada |\n| Status | In review |\n"),
    ("# L\n\n| Owner | Date |\n| --- | --- |\n| Ada | 2026-01-01 |\n", "# L\n\n**Status**: In review\n\n| Owner | Date |\n| --- | --- |\n| Ada | 2026-01-01 |\n"),
    ("# L\n\n📅 **Date**: 2026-01-02\n👤 **Owner**: Ada\n", "# L\n\n📅 **Date**: 2026-01-02\n**Status**: In review\n👤 **Owner**: Ada\n"),
    ("---\ntitle: L\n---\n# L\n", "---\ntitle: L\nstatus: In review\n---\n# L\n"),
    ("---\ntitle: L\n...\n# L\n\n---\n", "---\ntitle: L\nstatus: In review\n...\n# L\n\n---\n"),
    ("---\nstatus: # soon\n---\n# L\n", "---\nstatus: In review # soon\n---\n# L\n"),
    ("---\nhide: [toc]\n---\n# L\n\nText\n", "---\nhide: [toc]\nstatus: In review\n---\n# L\n\nText\n"),
    ("---\nhide: [toc]\n---\n# L\n\nOwner: Ada\n", "---\nhide: [toc]\n---\n# L\n\nStatus: In review  \nOwner: Ada\n"),
    ("# L\n\n**作成日**：2026-01-02\n**担当**：あだ\n", "# L\n\n**作成日**：2026-01-02\n**ステータス**：In review\n**担当**：あだ\n"),
    ("# 计划\n\n为登录写的计划。\n", "# 计划\n\n**状态**: In review\n\n为登录写的计划。\n"),
    ("# L\n\n**State**: Redux  \nText\n", "# L\n\n**State**: Redux  \n**Status**: In review  \nText\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ADDED)
def test_a_status_is_added_as_the_header_is_written(before, after):
    raw = before.encode()
    assert editing.with_status(raw, "In review", Settings(), add=True).decode() == after


@given(st.lists(st.sampled_from([
    "# L", "Owner: Ada", "**Spec**: S-1  ", "- Date: 2026-01-01", "| Owner | Ada |", "| --- | --- |", "---", "title: x",
    "status:", "", "Text", "## Goal", "> Owner: Ada", "```", "<!--", "**Branch**: x | **Date**: y", "\ufeff", "State: x",
]), max_size=9), st.sampled_from(["\n", "\r\n", "\r"]))  # fmt: skip
def test_whatever_the_file_a_status_is_added_once_and_the_rest_stays(lines, end):
    raw = end.join(lines).encode()
    try:
        after = editing.with_status(raw, "In review", Settings(), add=True)
    except EditError:
        return
    assert read(after, Settings()).status.value == "In review"
    rest = iter(after.decode().replace("In review", ""))
    assert all(character in rest for character in raw.decode())
    assert editing.with_status(after, "In review", Settings(), add=True) == after


@pytest.mark.parametrize(
    ("before", "unit", "behind"),
    [
        ("---\ntitle: a", " ", "b\n---\n# T\n"),
        ("---\ntitle: a", " #", "b\n---\n# T\n"),
        ("# T\n\n**Spec**: a", " ", "b\n"),
        ("# T\n\n**Spec**: a", " |", " b\n"),
    ],
)
def test_long_lines_take_linear_time(before, unit, behind):
    def add(size):
        text = before + unit * (size // len(unit)) + behind
        return editing.with_status(text.encode(), "Done", Settings(), add=True)

    assert grows_with(add, 2_500)


@pytest.mark.parametrize(
    ("status", "says_more"),
    [
        ("Draft", False),
        ("🚧 In Progress", False),
        ("✅", False),
        ("In Progres", False),
        ("[Draft | Done]", False),
        ("Draft (waits for Ada)", True),
        ("In progress: the importer is done", True),
        ("Done 2026-03-01", True),
        ("Ada is asking the harbour about it", True),
    ],
)
def test_what_stands_beside_a_status(status, says_more):
    assert bool(editing.remarks(f"# L\n\n**Status**: {status}\n".encode(), "Dropped", Settings())) is says_more


def test_what_would_be_read_as_something_else():
    with pytest.raises(EditError, match="would be misread"):
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
        again = run("docs/specs/012-login", "--status", "in-review")
        assert (again.exit_code, again.stdout) == (0, "")
        assert 'docs/specs/012-login/plan.md: it has the status "In review" already' in again.stderr

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
            ' use --add, or write "**Status**: Done" below the title\n'
        )

    def test_a_status_is_added_where_it_is_asked_for(self, run, site):
        result = run("docs/specs/014-notes", "--status", "Done", "--add")
        assert (result.exit_code, result.stderr) == (0, "")
        assert self.text(site, "014-notes") == "# Notes\n\n**Status**: Done\n"

    def test_what_stood_beside_the_old_status_is_told(self, run, site):
        site.plan("015-pier", plan("Pier", status="Draft (waits for Ada)", spec="SPEC-015"))
        assert run("docs/specs/015-pier", "--status", "Blocked").stderr == (
            'mkdocs-plans: docs/specs/015-pier/plan.md:4: "Draft (waits for Ada)" held more than a status,'
            " and that text was removed with it; write it again if it still holds\n"
        )

    def test_an_unknown_status(self, run):
        result = run("docs", "--status", "In revew")
        assert (result.exit_code, result.stderr) == (
            2,
            'mkdocs-plans: there is no status "In revew"; did you mean "In review"?\n',
        )

    def test_a_path_is_needed(self, run):
        assert run("--status", "Done").exit_code == 2
