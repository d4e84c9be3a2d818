"""`mkdocs-plans check --fix`: missing sections, with the template's text, in the template's order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.authoring import inserting
from mkdocs_plans.authoring.editing import EditError
from mkdocs_plans.checks import requirements, templates
from mkdocs_plans.cli import main
from mkdocs_plans.model import Place, Plan
from mkdocs_plans.reading import read
from mkdocs_plans.settings import NO_STATUS, Settings
from tests.support import complete, plan

TEMPLATE = """# Plan: [Feature]

**Status**: Draft

## Goal

Who needs this?

## Steps

### First

[What comes first]

### Then

## Tests

```
## no heading
```

## Notes (optional)

---

**Plan Status**: Draft
"""
FILE = "docs/specs/012-login/plan.md"


@pytest.fixture
def run(site, monkeypatch):
    site.write("docs/templates/plan.md", TEMPLATE)
    site.configure()

    def invoke(text: str | bytes, *args: str):
        site.plan(content=text.encode() if isinstance(text, str) else text)
        monkeypatch.chdir(site.folder)
        result = CliRunner().invoke(main, ["check", "--fix", *args])
        return result, (site.folder / FILE).read_bytes()

    return invoke


HEAD = "# Login\n\n**Status**: Draft\n**Spec**: S\n"
GOAL, STEPS, TESTS = (
    "## Goal\n\nWho needs this?\n",
    "## Steps\n\n### First\n\n[What comes first]\n\n### Then\n",
    "## Tests\n\n```\n## no heading\n```\n",
)
FIRST_AND_THEN = "#### First\n\n[What comes first]\n\n#### Then\n"
FOOT = "---\n\n**Plan Status**: Draft\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{HEAD}\n{GOAL}\n{STEPS}\n{TESTS}"),
        (HEAD.rstrip("\n"), f"{HEAD}\n{GOAL}\n{STEPS}\n{TESTS}"),
        (f"{HEAD}\n## Tests\n\nMine.\n", f"{HEAD}\n{GOAL}\n{STEPS}\n## Tests\n\nMine.\n"),
        (f"{HEAD}\n## Goal\nMine.\n## Tests\nMine.\n", f"{HEAD}\n## Goal\nMine.\n\n{STEPS}\n## Tests\nMine.\n"),
        (f"{HEAD}\n## Notes\n\nMine.\n", f"{HEAD}\n{GOAL}\n{STEPS}\n{TESTS}\n## Notes\n\nMine.\n"),
        (f"{HEAD}\n## Goal\n\nMine.\n\n{FOOT}", f"{HEAD}\n## Goal\n\nMine.\n\n{STEPS}\n{TESTS}\n{FOOT}"),
        (
            f"{HEAD}\n{GOAL}\n## Steps\n\n### Then\n\nMine.\n\n{TESTS}",
            f"{HEAD}\n{GOAL}\n## Steps\n\n### First\n\n[What comes first]\n\n### Then\n\nMine.\n\n{TESTS}",
        ),
        (
            f"{HEAD}\n{GOAL}\n## Steps\n\n### First\n\nMine.\n\n{TESTS}",
            f"{HEAD}\n{GOAL}\n## Steps\n\n### First\n\nMine.\n\n### Then\n\n{TESTS}",
        ),
        (f"{HEAD}\n{GOAL}\n{STEPS}\n{TESTS}", f"{HEAD}\n{GOAL}\n{STEPS}\n{TESTS}"),
    ],
)
def test_sections_go_where_the_template_has_them(run, before, after):
    result, written = run(before)
    assert written.decode() == after
    assert "section-missing" not in result.stdout
    assert run(after)[1].decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"{HEAD}\n{GOAL}\n## Work\n\n### Steps\n\nMine.\n\n{TESTS}",
            f"{HEAD}\n{GOAL}\n## Work\n\n### Steps\n\nMine.\n\n{FIRST_AND_THEN}\n{TESTS}",
        ),
        (
            f"{HEAD}\n{GOAL}\n## Work\n\n### Tests\n\nMine.\n",
            f"{HEAD}\n{GOAL}\n## Work\n\n### Steps\n\n{FIRST_AND_THEN}\n### Tests\n\nMine.\n",
        ),
        (
            f"{HEAD}\n### Goal\n\nMine.\n\n### Steps\n\n#### First\n\nMine.\n\n#### Then\n\n### Notes\n",
            f"{HEAD}\n### Goal\n\nMine.\n\n### Steps\n\n#### First\n\nMine.\n\n#### Then\n\n#{TESTS}\n### Notes\n",
        ),
    ],
)
def test_sections_are_as_deep_as_those_that_they_stand_with(run, before, after):
    """The sections of a plan may all be a level down; what is put between them belongs to what they belong to."""
    result, written = run(before)
    assert written.decode() == after
    assert "section-missing" not in result.stdout
    assert run(after)[1].decode() == after


def test_underlined_headings_of_the_template_get_lower_too(run, site):
    site.write("docs/templates/plan.md", "# Plan\n\n## Goal\n\nSteps\n-----\n\n## Tests\n")
    before = f"{HEAD}\n## Work\n\n### Goal\n\nMine.\n\n### Tests\n"
    after = f"{HEAD}\n## Work\n\n### Goal\n\nMine.\n\n### Steps\n\n### Tests\n"
    assert run(before)[1].decode() == after


@pytest.mark.parametrize(
    ("headings", "inserted"),
    [
        (["1. Goal"], ["2. Steps", "3. Tests"]),
        (["1) Goal", "2) Steps"], ["3) Tests"]),
        (["1. Goal", "2. Idea", "5. Notes"], ["3. Steps", "4. Tests"]),
        (["0. Goal", "1. Steps"], ["2. Tests"]),
        (["1. Goal", "2. Steps", "3. Notes"], ["Tests"]),
        (["1. Goal", "2. Idea", "4. Notes"], ["Steps", "Tests"]),
        (["1. Goal", "3. Tests", "4. Trial"], ["2. Steps"]),
        (["1. Steps", "2. Trial"], ["Goal", "Tests"]),
        (["2. Steps"], ["1. Goal", "3. Tests"]),
        (["1. Goal", "Steps"], ["Tests"]),
        (["2. Goal", "1. Steps"], ["Tests"]),
        (["1. Goal", "1. Steps"], ["Tests"]),
        (["1. Goal", "2) Steps"], ["Tests"]),
        (["1. Goal", "2.1 Steps"], ["Tests"]),
        (["01. Goal", "02. Steps"], ["Tests"]),
    ],
)
def test_sections_are_numbered_where_all_others_are_and_keep_their_numbers(run, headings, inserted):
    result, written = run(f"{HEAD}\n" + "".join(f"## {heading}\n\nMine.\n\n" for heading in headings))
    now = [section.title for section in read(written, Settings()).sections if section.level == 2]
    assert [title for title in now if title not in headings] == inserted
    assert [title for title in now if title in headings] == headings
    assert "section-missing" not in result.stdout


def test_numbers_of_a_template_stay(run, site):
    site.write("docs/templates/plan.md", "# Plan\n\n## 1. Goal\n\n## 2. Steps\n\n### 2.1 First\n")
    assert run(f"{HEAD}\n## 1. Goal\n\n## 2. Mine\n")[1].decode().endswith("\n\n## 2. Steps\n\n### 2.1 First\n")


def test_line_ends_and_odd_bytes_stay(run):
    raw = b"\xef\xbb\xbf# Login\r\n\r\n**Status**: Draft\r\n**Spec**: \xe9\r\n\r\n## Goal\r\n\r\nMine.\r\n"
    _, written = run(raw)
    assert written.startswith(raw)
    assert written.count(b"\r\n") == written.count(b"\n")
    assert b"## Steps\r\n\r\n### First\r\n" in written


def test_it_shows_a_diff_and_reports_what_is_left(run):
    result, _ = run(f"{HEAD}\n{GOAL}\n{STEPS}\n## Trial\n")
    assert [line for line in result.stderr.splitlines() if line[:1] in "+-"] == [
        f"--- a/{FILE}",
        f"+++ b/{FILE}",
        "+",
        "+## Tests",
        "+",
        "+```",
        "+## no heading",
        "+```",
    ]
    assert "section-missing" not in result.stdout
    assert "[section-empty]" in result.stdout


def test_a_dry_run_writes_nothing(run):
    result, written = run(HEAD, "--dry-run")
    assert "+## Goal" in result.stderr
    assert written.decode() == HEAD
    assert "missing sections: Goal, Steps, Tests" in result.stdout


def test_what_would_be_missing_again_is_left_to_the_author(run, site):
    """Or each run would insert it once more; a heading in a quote cannot be set a level lower."""
    site.write("docs/templates/plan.md", "# Plan\n\n## Goal\n\n> ### Who\n")
    text = f"{HEAD}\n### Goal\n\nMine.\n"
    result, written = run(text)
    assert written.decode() == text
    assert "cannot be inserted where they belong; add them by hand" in result.stderr


def test_what_is_suppressed_is_not_inserted(run):
    text = f"<!-- plans-disable section-missing: notes -->\n{HEAD}"
    assert run(text)[1].decode() == text


def test_wide_encodings_are_left_alone(run):
    raw = HEAD.encode("utf-16")
    result, written = run(raw)
    assert written == raw
    assert "the file is not UTF-8; save it as UTF-8 first" in result.stderr


def test_remarks_on_headings_are_for_the_template_alone(site, monkeypatch):
    site.write("docs/templates/plan.md", "# Plan: [X]\n\n## Goal *(required)*\n\nWho?\n\n### Budget (if applicable)\n")
    site.plan(content=f"{HEAD}\n## Other\n\nText.\n")
    site.configure()
    monkeypatch.chdir(site.folder)
    CliRunner().invoke(main, ["check", "--fix"])
    assert (site.folder / FILE).read_text().endswith("\n## Goal\n\nWho?\n\n### Budget\n")


def test_other_letters_stay_out_of_a_file_that_is_not_utf_8(site, monkeypatch):
    site.write("docs/templates/plan.md", "# Plan: [X]\n\n## Übersicht\n\nWozu?\n")
    raw = "# Café\n\n## Other\n\nÉtés, à la française.\n".encode("cp1252")
    site.plan(content=raw)
    site.configure()
    monkeypatch.chdir(site.folder)
    result = CliRunner().invoke(main, ["check", "--fix"])
    assert "was read as Windows-1252; save the file as UTF-8" in result.stderr
    assert (site.folder / FILE).read_bytes() == raw


def test_the_text_of_a_template_comes_as_it_is(site, monkeypatch):
    """Its hard breaks, and its letters whatever they were saved in; not its ends of lines."""
    template = "# 計画: [名前]\r\n\r\n## 目標\r\n\r\n**誰が**: [名前]  \r\n**いつ**: 担当者が決まり次第です。\r\n"
    site.write("docs/templates/plan.md", template.encode("cp932"))
    site.plan(content=f"{HEAD}\n## Other\n\nText.\n")
    site.configure()
    monkeypatch.chdir(site.folder)
    CliRunner().invoke(main, ["check", "--fix"])
    text = (site.folder / FILE).read_bytes().decode()
    assert text.endswith("\n## 目標\n\n**誰が**: [名前]  \n**いつ**: 担当者が決まり次第です。\n")


def test_without_a_template_file_headings_alone(site, monkeypatch):
    site.plan(content=plan(sections=complete(without="Data Flow")))
    site.configure()
    monkeypatch.chdir(site.folder)
    assert CliRunner().invoke(main, ["check", "--fix"]).exit_code == 0
    text = (site.folder / FILE).read_text()
    assert "## Data Flow\n\n[To be written]\n\n## Dependencies\n" in text


LINES = st.sampled_from(
    [
        *("## Goal", "## Steps", "### Then", "## Tests", "# Login", "```", "---", "Text", "", "<!--", "-->", "> # x"),
        *("### Goal", "### Steps", "#### First", "# Tests"),
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_the_plan_its_own_lines_stay(lines, end):
    """The plan's bytes are still there, in order, whatever was put between them."""
    settings = Settings()
    raw = end.join(lines).encode()
    document = read(raw, settings)
    made = Plan(Place("a/plan.md", "a/plan.md"), document, None, "A", NO_STATUS)
    template = templates.read(TEMPLATE.encode(), settings)
    measure = requirements.ruler(settings, {"templates/plan.md": template})
    wanted = frozenset(map(inserting.label, measure(made).missing))

    def compared(document):
        return measure(replace(made, document=document))

    try:
        edited = inserting.with_sections(raw, compared, wanted, TEMPLATE.encode(), settings)
    except EditError:
        return
    rest = iter(edited.decode().splitlines())
    assert all(line in rest for line in raw.decode().splitlines())
    assert compared(read(edited, settings)).missing == ()


def test_a_dry_run_of_nothing(run):
    assert CliRunner().invoke(main, ["check", "--dry-run"]).exit_code == 2
