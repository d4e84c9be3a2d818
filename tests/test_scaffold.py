"""`mkdocs-plans new`: the next number, the team's template, nothing overwritten."""

from __future__ import annotations

import os
from threading import Thread

import pytest
from click.testing import CliRunner

from mkdocs_plans.authoring import layouts, scaffold
from mkdocs_plans.cli import main
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from tests.support import REQUIRED, plan

TEMPLATE = """# Technical Plan: [Feature Name]

**Spec**: SPEC-XXX
**Status**: 🤔 Draft | 🚧 In Progress
**Created**: YYYY-MM-DD
**Branch**: `[###-feature-name]`

## Overview

[Brief summary, YYYY-MM-DD]

---

**Plan Status**: [Draft/Ready]
"""


@pytest.fixture
def run(site, monkeypatch):
    def invoke(*args):
        monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, ["new", *args])

    return invoke


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ([], "001"),
        (["001-a", "012-login", "notes"], "013"),
        (["1-a", "9-b"], "10"),
        (["0042-a"], "0043"),
        (["999-a"], "1000"),
        (["003", "2026-03-01-diary.md"], "004"),
        (["x12-a"], "001"),
    ],
)
def test_the_next_number(names, number):
    assert layouts.next_number(names) == number


class TestNew:
    def test_from_the_teams_template(self, run, site):
        site.plan("012-login", plan())
        site.write("docs/specs/_template/plan.md", TEMPLATE)
        site.configure()
        result = run("Night  train")
        assert (result.stdout, result.exit_code) == ("docs/specs/013-night-train/plan.md\n", 0)
        text = (site.folder / "docs/specs/013-night-train/plan.md").read_text()
        assert text.splitlines()[:6] == [
            "# Technical Plan: Night train",
            "",
            "**Spec**: TBD",
            "**Status**: Draft",
            "**Created**: 2026-11-22",
            "**Branch**: `013-night-train`",
        ]
        assert "[Brief summary, YYYY-MM-DD]" in text
        document = read(text.encode(), Settings())
        assert text.splitlines()[-1] == "**Plan Status**: Draft"
        assert (document.title, document.status.value, document.created) == ("Night train", "Draft", "2026-11-22")

    def test_without_a_template_the_built_in_one(self, run, site):
        site.write("specs/001-a/spec.md", "# Spec\n")
        assert run("Night train").stdout == "specs/002-night-train/plan.md\n"
        text = (site.folder / "specs/002-night-train/plan.md").read_text()
        assert [line[3:] for line in text.splitlines() if line.startswith("## ")][: len(REQUIRED)] == list(REQUIRED)

    def test_without_a_template_as_the_others_are_that_follow_none(self, run, site):
        for number, name in enumerate(("push", "mail", "sms"), 1):
            text = f"# 計画: {name}\n\n**ステータス**: 完了\n**作成日**: 2026-03-0{number}\n\n## 概要\n\na\n\n## 設計\n\nb\n"
            site.write(f"docs/specs/00{number}-{name}/plan.md", text if number > 1 else text + "\n## 余談\n\nc\n")
        site.configure()
        run("Fax")
        assert (site.folder / "docs/specs/004-fax/plan.md").read_text() == (
            "# Fax\n\n**Status**: Draft  \n**Created**: 2026-11-22\n\n"
            "## 概要\n\n[To be written]\n\n## 設計\n\n[To be written]\n"
        )
        assert "section-missing" not in CliRunner().invoke(main, ["check", "docs/specs/004-fax"]).stdout

    @pytest.mark.parametrize(
        ("others", "template", "end"),
        [
            ((b"# A\n", b"# B\r\n"), None, b"\r\n"),
            ((b"# A\r\n", b"# B\nText\r\n"), None, b"\n"),
            ((b"# A\r\n", "# B\r\n".encode("utf-16")), None, b"\n"),
            ((b"# A\r\n\r\n## Aim\r\n\r\nx\r\n",) * 2, None, b"\r\n"),
            ((b"# A\n",), b"# Plan\r\n\r\n## Goal\r\n", b"\r\n"),
            ((b"# A\r\n",), b"# Plan\n\n## Goal\n", b"\n"),
        ],
        ids=["the last one", "mixed", "UTF-16", "shared sections", "a template first", "a template with line feeds"],
    )
    def test_lines_end_as_in_the_template_or_else_in_the_last_plan_beside(self, run, site, others, template, end):
        for number, content in enumerate(others):
            site.plan(f"00{number}-a", content)
        if template:
            site.plan("_template", template)
        site.configure()
        file = run("B").stdout.strip()
        lines = (site.folder / file).read_bytes().splitlines(keepends=True)
        assert {line[len(line.rstrip(b"\r\n")) :] for line in lines} == {end}

    @pytest.mark.skipif(os.name != "posix", reason="pipes have names on POSIX alone")
    def test_nobody_waits_for_the_lines_of_a_pipe(self, run, site):
        site.plan("001-a", b"# A\n")
        pipe = site.folder / "docs/specs/002-b/plan.md"
        pipe.parent.mkdir()
        os.mkfifo(pipe)
        Thread(target=pipe.write_bytes, args=(b"# B\r\n",), daemon=True).start()
        site.configure()
        assert b"\r" not in (site.folder / run("C").stdout.strip()).read_bytes()
        assert pipe.read_bytes() == b"# B\r\n"

    def test_lines_end_as_in_plans_elsewhere_where_none_is_beside(self, run, site):
        site.plan("001-a", b"# A\r\n")
        site.configure()
        run("B", "--in", "docs/rail")
        assert (site.folder / "docs/rail/001-b/plan.md").read_bytes().startswith(b"# Technical Plan: B\r\n")

    @pytest.mark.parametrize("others", [1, 2])
    def test_one_plan_is_no_habit_nor_are_sections_that_few_share(self, run, site, others):
        for number in range(others):
            site.plan(f"00{number}-a", f"# A\n\n**Status**: Draft\n\n## Goal {'ab'[number]}\n\nText.\n")
        site.configure()
        assert "## Technical Approach" in run("B", "--dry-run").stdout

    def test_sections_of_mkdocs_yml(self, run, site):
        site.options = {"sections": ["Goal", {"name": "Risks", "optional": True}], "statuses": ["Idee"]}
        site.configure()
        run("Zug für die Nacht")
        text = (site.folder / "docs/specs/001-zug-für-die-nacht/plan.md").read_text()
        assert "## Goal\n" in text
        assert "## Risks\n" in text
        assert "**Status**: Idee" in text

    @pytest.mark.parametrize(("section", "is_used"), [("Overview", True), ("Rollback", False)])
    def test_the_teams_template_where_it_has_the_sections_of_mkdocs_yml(self, run, site, section, is_used):
        site.write("docs/specs/_template/plan.md", TEMPLATE)
        site.options = {"sections": [section, {"name": "Risks", "optional": True}]}
        site.configure()
        text = run("Night train", "--in", "docs/specs", "--dry-run").stdout
        assert ("**Branch**" in text) is is_used
        assert f"## {section}\n" in text

    def test_in_a_folder(self, run, site):
        site.configure()
        assert run("A", "--in", "docs/rail").stdout == "docs/rail/001-a/plan.md\n"
        assert run("B", "--in", "docs/rail").stdout == "docs/rail/002-b/plan.md\n"

    def test_folders_of_stages_share_their_numbers(self, run, site):
        site.plan("active/004-a", plan())
        site.plan("completed/007-b", plan())
        site.configure()
        assert run("C", "--in", "docs/specs/active").stdout == "docs/specs/active/008-c/plan.md\n"

    def test_nothing_begins_in_an_archive(self, run, site):
        site.plan("archive/004-a", plan())
        site.plan("archive/005-b", plan())
        site.configure()
        assert run("C", "--dry-run").stdout.startswith("docs/specs/006-c/plan.md:")
        site.plan("active/003-d", plan())
        assert run("C").stdout == "docs/specs/active/006-c/plan.md\n"

    def test_nothing_is_overwritten(self, run, site, monkeypatch):
        site.plan("001-a", "# Mine\n")
        site.configure()
        monkeypatch.setattr(layouts, "next_number", lambda names, letters: "001")
        result = run("A")
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert (site.folder / "docs/specs/001-a/plan.md").read_text() == "# Mine\n"

    def test_a_dry_run_writes_nothing(self, run, site):
        site.configure()
        assert run("A", "--dry-run").stdout.startswith("docs/specs/001-a/plan.md:\n\n# Technical Plan: A\n")
        assert not (site.folder / "docs/specs").exists()

    def test_an_empty_title(self, run, site):
        assert run(" ").exit_code == 2


LAYOUTS = [
    ("docs/specs/012-a/plan.md", "docs/specs/013-c/plan.md", {}),
    ("docs/specs/SPEC-012-a/plan.md", "docs/specs/SPEC-013-c/plan.md", {}),
    ("docs/features/a/plan.md docs/features/b/plan.md", "docs/features/c/plan.md", {}),
    ("docs/plan.md", "docs/specs/001-c/plan.md", {}),
    ("docs/work/012-a.plan.md", "docs/work/013-c.plan.md", {}),
    ("docs/plans/012-a.md docs/plans/README.md", "docs/plans/013-c.md", {"include": ["**/plans/*.md"], "exclude": ["README.md"]}),
    ("docs/work/0007_a_b.plan.md", "docs/work/0008_c.plan.md", {}),
    ("docs/work/a_b.plan.md docs/work/c_d.plan.md", "docs/work/c.plan.md", {}),
    ("docs/plans/2026-03-01-a.md", "docs/plans/2026-11-22-c.md", {"include": ["**/plans/*.md"]}),
    ("docs/plans/a-plan.md docs/plans/b-plan.md", "docs/plans/c-plan.md", {"include": ["*-plan.md"]}),
    ("docs/specs/012-a/design.md docs/specs/013-b/design.md", "docs/specs/014-c/design.md", {"include": ["design.md"]}),
    ("docs/plans/archive/012-a.md docs/plans/archive/011-b.md", "docs/plans/013-c.md", {"include": ["**/plans/**/*.md"]}),
    ("docs/index.md", "docs/plans/001-c.md", {"include": ["**/plans/*.md"]}),
    ("docs/index.md", "docs/plans/001-c.md", {"include": ["/plans/**/*.md"]}),
    ("docs/index.md", "docs/specs/001-c-plan.md", {"include": ["*-plan.md"]}),
    ("docs/index.md", "docs/specs/001-c/PLAN.md", {"include": ["PLAN.md"]}),
    ("docs/index.md", "docs/work/001-c/plan.md", {"include": ["work/*/plan.md"]}),
    ("docs/index.md", "docs/specs/001-c.plan.md", {"include": ["*.plan.md"]}),
    ("specs/x.txt", "specs/001-c/plan.md", {"sources": ["specs"]}),
    ("specs/x.txt", "specs/001-c/plan.md", {"sources": [{"path": "./specs/", "mount": "s"}], "include": ["s/*/plan.md"]}),
    (".specify/specs/007-a/plan.md", ".specify/specs/008-c/plan.md", {"sources": [".specify/specs"]}),
]  # fmt: skip


class TestLayouts:
    @pytest.mark.parametrize(("there", "made", "options"), LAYOUTS)
    def test_a_plan_goes_where_and_as_the_others_are(self, run, site, there, made, options):
        for file in there.split():
            site.write(file, plan())
        site.options = options
        site.configure()
        result = run("C")
        assert (result.stdout, result.stderr) == (f"{made}\n", "")
        listed = CliRunner().invoke(main, ["list", "--format", "json"]).stdout
        assert f'"file": "{made}"' in listed

    def test_in_a_folder_of_another_layout(self, run, site):
        site.write("docs/specs/012-a/plan.md", plan())
        site.write("docs/rail/plans/2026-03-01-a.md", plan())
        site.options = {"include": ["plan.md", "**/plans/*.md"]}
        site.configure()
        assert run("C", "--in", "docs/rail/plans").stdout == "docs/rail/plans/2026-11-22-c.md\n"
        assert run("C", "--in", "docs/shop/plans").stdout == "docs/shop/plans/2026-11-22-c.md\n"

    def test_other_folders_have_letters_of_their_own(self, run, site):
        site.write("docs/rail/R-014-a/plan.md", plan())
        site.write("docs/shop/S-003-a/plan.md", plan())
        site.configure()
        assert run("C", "--in", "docs/shop").stdout == "docs/shop/S-004-c/plan.md\n"
        assert run("C", "--in", "docs/sea").stdout == "docs/sea/001-c/plan.md\n"

    @pytest.mark.parametrize(
        ("folder", "options", "message"),
        [
            ("tools", {}, "is outside docs/ and every source; choose another folder with --in, or add the folder to sources in mkdocs.yml"),
            ("../x", {}, "is outside docs/ and every source"),
            ("docs/templates", {}, "would not be found, because exclude_docs or draft_docs excludes it"),
            ("docs/.hidden", {}, "would not be found, because exclude_docs or draft_docs excludes it"),
            ("docs/a/_template", {}, "would not be a plan of the site: include is plan.md, *.plan.md, and exclude templates/, _template/"),
            ("docs/x", {"include": ["work/*.md"]}, "would not be a plan of the site: include is work/*.md"),
            ("specs/out", {"sources": ["specs"]}, "would not be found, because .gitignore excludes it"),
        ],
    )  # fmt: skip
    def test_nothing_is_written_that_the_site_would_not_find(self, run, site, folder, options, message):
        site.write("specs/.gitignore", "out/\n")
        site.options = options
        site.configure()
        result = run("C", "--in", folder)
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
        assert message in result.stderr
        assert not (site.folder / folder).exists()

    def test_the_template_of_a_source(self, run, site):
        site.write("shop/plan-template.md", "# Plan: [X]\n\n## Price\n")
        site.write("shop/plans/x.txt")
        site.options = {"sources": [{"path": "shop/plans", "mount": "shop", "template": "shop/plan-template.md"}]}
        site.configure()
        assert run("C").stdout == "shop/plans/001-c/plan.md\n"
        assert "## Price\n" in (site.folder / "shop/plans/001-c/plan.md").read_text()


class TestSpecFirst:
    @pytest.fixture(autouse=True)
    def specs(self, site):
        site.plan("012-login", plan())
        site.write("docs/specs/012-login/spec.md", "# SPEC-012: Login\n")
        site.write("docs/specs/013-night-train/spec.md", "# SPEC-013: Night train to Rome\n")
        site.write("docs/specs/014-pier/spec.md", "The pier.\n")
        site.configure()

    @pytest.mark.parametrize(
        "words",
        [
            ["Night train to Rome"],
            ["night train"],
            ["13"],
            ["SPEC-013"],
            ["docs/specs/013-night-train"],
            ["--in", "docs/specs/013-night-train"],
        ],
    )
    def test_a_plan_beside_a_spec(self, run, site, words):
        result = run(*words)
        assert (result.stdout, result.stderr) == ("docs/specs/013-night-train/plan.md\n", "")
        text = (site.folder / "docs/specs/013-night-train/plan.md").read_text()
        assert text.startswith("# Technical Plan: Night train to Rome\n\n**Spec**: [SPEC-013](spec.md)  \n")
        found = CliRunner().invoke(main, ["check", "docs/specs/013-night-train", "--format", "text"]).stdout
        assert "section-placeholder" in found
        told = ("spec-not-found", "spec-missing", "title-missing", "status-missing", "number-duplicate", "date-invalid")
        assert not [rule for rule in told if rule in found]

    def test_a_title_of_its_own(self, run, site):
        run("By night", "--in", "docs/specs/013-night-train")
        assert (
            (site.folder / "docs/specs/013-night-train/plan.md").read_text().startswith("# Technical Plan: By night\n")
        )

    def test_a_spec_without_a_title(self, run, site):
        run("--in", "docs/specs/014-pier")
        text = (site.folder / "docs/specs/014-pier/plan.md").read_text()
        assert text.startswith("# Technical Plan: Pier\n\n**Spec**: [spec.md](spec.md)  \n")

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--in", "docs/specs/012-login"], "docs/specs/012-login/plan.md: already exists; nothing was written"),
            (["Sub", "--in", "docs/specs/012-login"], "docs/specs/012-login/plan.md: already exists"),
            (["docs/specs/012-login"], "docs/specs/012-login/plan.md: already exists; nothing was written"),
            (
                ["docs/specs"],
                "the title is empty; give one, or name a spec without a plan: 013-night",
            ),
        ],
    )
    def test_a_folder_that_has_its_plan(self, run, words, message):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr

    def test_a_plan_by_another_name_is_one(self, run, site):
        site.options = {"include": ["plan.md", "design.md"]}
        site.configure()
        site.write("docs/specs/013-night-train/design.md", plan())
        assert "design.md: already exists" in run("--in", "docs/specs/013-night-train").stderr
        assert run("Night train to Rome").stdout == "docs/specs/015-night-train-to-rome/plan.md\n"

    def test_another_title_is_another_feature(self, run):
        assert run("Ferry").stdout == "docs/specs/015-ferry/plan.md\n"

    def test_specs_that_wait_are_named(self, run):
        assert run().stderr == (
            "mkdocs-plans: the title is empty; give one, or name a spec without a plan: 013-night-train, 014-pier\n"
        )

    def test_a_name_of_several(self, run, site):
        site.write("docs/specs/015-pier/spec.md", "# Pier\n")
        result = run("pier")
        assert (result.exit_code, result.stdout) == (2, "")
        assert (
            "docs/specs/014-pier/spec.md, docs/specs/015-pier/spec.md; give the folder of one with --in"
            in result.stderr
        )

    def test_files_beside_each_other(self, run, site):
        site.write("docs/flat/a.plan.md", plan())
        site.write("docs/flat/b.plan.md", plan())
        site.write("docs/flat/c.spec.md", "# SPEC-3: C\n")
        assert run("C", "--in", "docs/flat").stdout == "docs/flat/c.plan.md\n"
        assert "[SPEC-3](c.spec.md)" in (site.folder / "docs/flat/c.plan.md").read_text()

    def test_the_first_plan_of_all(self, run, site):
        (site.folder / "docs/specs/012-login/plan.md").unlink()
        assert run("12").stdout == "docs/specs/012-login/plan.md\n"


def test_words_are_joined_as_in_other_names():
    beginning = layouts.Beginning.of("007_night_train")
    assert scaffold.begin("By night", beginning, "008", "2026-11-22").name == "008_by_night"


@pytest.mark.parametrize(("beginning", "name"), [("007-a", "008"), ("2026-03-01-a", ""), ("a", "")])
def test_a_title_without_letters_names_nothing_but_a_number(beginning, name):
    assert scaffold.begin("!!!", layouts.Beginning.of(beginning), "008", "2026-11-22").name == name


def test_two_people_with_one_number_are_told(site, monkeypatch):
    site.plan("001-a", plan("A", spec="S-1"))
    site.plan("001-b", plan("B", spec="S-2"))
    site.configure()
    monkeypatch.chdir(site.folder)
    out = CliRunner().invoke(main, ["check"]).stdout
    assert 'docs/specs/001-a/plan.md:1: number "001" is also used by docs/specs/001-b/plan.md' in out
    assert 'docs/specs/001-b/plan.md:1: number "001" is also used by docs/specs/001-a/plan.md' in out
