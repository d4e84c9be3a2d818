"""`mkdocs-plans init`: options from the plans that are there."""

from __future__ import annotations

import re
import shutil

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_plans import starting
from mkdocs_plans.cli import main
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from mkdocs_plans.starting import sharing
from tests.support import commit


@pytest.fixture
def run(site, monkeypatch):
    def invoke(*args):
        monkeypatch.chdir(site.folder)
        return CliRunner().invoke(main, list(args))

    return invoke


def text(*names: str, status: str = "Draft") -> str:
    return f"# Plan of a thing\n\n**Status**: {status}\n**Spec**: S\n\n" + "".join(
        f"## {name}\n\nText.\n\n" for name in names
    )


def plans(site, folder: str, count: int, *names: str, **values: str) -> None:
    for number in range(count):
        site.write(f"{folder}/{len(list(site.folder.rglob('plan.md'))):03}-{number}/plan.md", text(*names, **values))


def documents(*headings: tuple[str, ...]):
    return [read(text(*names).encode(), Settings()) for names in headings]


def proposed(result) -> dict:
    block = result.stdout[result.stdout.index("plugins:") :].partition("\n\n")[0]
    plugin = yaml.safe_load(block)["plugins"][1]
    return plugin["plans"] if isinstance(plugin, dict) else {}


class TestNames:
    @pytest.mark.parametrize(
        ("files", "patterns", "found"),
        [
            (["specs/a/plan.md", "b.plan.md", "README.md"], {"plan.md": 1, "*.plan.md": 1}, 2),
            (["docs/LOGIN-PLAN.md"], {"*-plan.md": 1}, 1),
            (["plans/login.md", "plans/README.md", "docs/plans/x/y.md"], {"**/plans/*.md": 1}, 1),
            (["templates/plan.md", "notes.md", "plans/a.txt"], {}, 0),
        ],
    )
    def test_which_files_look_like_plans(self, files, patterns, found):
        names = starting.names(files)
        assert (dict(names.patterns), len(names.files)) == (patterns, found)

    @pytest.mark.parametrize(
        ("files", "sources"),
        [
            (["docs/a/plan.md"], {}),
            (["specs/001-a/plan.md", "specs/002-b/plan.md"], {"specs": 2}),
            ([".specify/specs/a/plan.md", "docs/b/plan.md"], {".specify/specs": 1}),
            (["specs/web/a/plan.md", "specs/plan.md"], {"specs": 2}),
            (["plans/a.md", "plans/done/b.md"], {"plans": 2}),
            (["plan.md"], {}),
            ([f"apps/{name}/specs/1/plan.md" for name in "abcd"], {"apps": 4}),
            ([f"apps/{name}/specs/1/plan.md" for name in "ab"], {"apps/a/specs": 1, "apps/b/specs": 1}),
        ],
    )
    def test_folders_outside_docs(self, files, sources):
        assert dict(starting.sources(files, "docs")) == sources


class TestSections:
    def test_what_eight_of_ten_share_in_the_order_of_the_plans(self):
        plans = [("Goal", "1. Steps", "Notes")] * 7 + [("Goal", "Steps (short)")] + [("Goal",)] * 2
        shared = sharing.sections(documents(*plans))
        assert [(each.section.name, each.count) for each in shared] == [("Goal", 10), ("Steps", 8)]

    def test_variants_become_aliases(self):
        plans = [("Testing Strategy",)] * 6 + [("Test Plan",)] * 3 + [("Other",)]
        [shared] = sharing.sections(documents(*plans))
        assert (shared.section.name, shared.section.aliases, shared.count) == ("Testing Strategy", ("Test Plan",), 9)

    def test_a_section_under_a_longer_heading_counts(self):
        plans = [("Testing",)] * 8 + [("Testing and Rollout",)] + [("Test 1", "Test 2")]
        [shared] = sharing.sections(documents(*plans))
        assert (shared.section.name, shared.section.aliases, shared.count) == ("Testing", (), 9)

    def test_once_a_section_is_shared_single_variants_count_too(self):
        plans = [("Risk Assessment",)] * 12 + [("Risk Mitigation",), ("Known Risks",), ("Risk 1",)]
        shared = sharing.sections(documents(*plans))
        assert [(each.section.name, each.section.aliases, each.count) for each in shared] == [
            ("Risk Assessment", ("Risk Mitigation",), 13)
        ]

    @pytest.mark.parametrize("others", [["Goal"] * 4, ["Test 1"] * 4, ["Test A", "Test B", "Test C", "Test D"]])
    def test_what_is_no_variant(self, others):
        assert sharing.sections(documents(*[("Testing",)] * 6, *[(name,) for name in others])) == ()

    @pytest.mark.parametrize(
        ("plans", "why"),
        [
            ([("Performance Considerations",)] * 6 + [("Security Considerations",)] * 4, "they only end alike"),
            ([("Component Design",)] * 6 + [("Compliance Check",)] * 4, "they share letters, and no word"),
            ([("Data Model",)] * 5 + [("Data Flow",)] * 4 + [("Data Model", "Data Flow")], "a plan knows both"),
            ([("Project Structure", "Phases")] * 6 + [("Project Goals", "Steps")] * 4, "the plans are of two kinds"),
            ([("Rollback Plan",)] * 5 + [("Plan",)] * 3 + [("Test Plan", "Rollback Plan")] * 2, "every plan is a plan"),
        ],
    )
    def test_what_only_looks_like_a_variant(self, plans, why):
        assert sharing.sections(documents(*plans)) == (), why

    def test_one_and_several_need_no_alias(self):
        [shared] = sharing.sections(documents(*[("Goals",)] * 7, *[("Goal",)] * 3))
        assert (shared.section.name, shared.section.aliases, shared.count) == ("Goals", (), 10)

    def test_what_is_an_alias_is_no_section_as_well(self):
        [shared] = sharing.sections(documents(*[("Approach",)] * 5, *[("Technical Approach",)] * 5))
        assert (shared.section.name, shared.section.aliases, shared.count) == ("Approach", ("Technical Approach",), 10)

    def test_a_single_plan_with_two_that_may_be_variants_has_neither(self):
        plans = [("File Structure",)] * 12 + [("Files to Delete", "Files to Modify")]
        [shared] = sharing.sections(documents(*plans))
        assert (shared.section.name, shared.section.aliases, shared.count) == ("File Structure", (), 12)

    def test_headings_that_stand_together_are_two_sections(self):
        plans = [("Testing", "Test Data")] * 6 + [("Test Data",)] * 3 + [("Other",)]
        [shared] = sharing.sections(documents(*plans))
        assert (shared.section.name, shared.section.aliases, shared.count) == ("Test Data", (), 9)


class TestKinds:
    def test_folders_of_two_kinds_get_no_list_for_both(self, run, site):
        plans(site, "web/specs", 6, "Goal", "Steps")
        plans(site, "app/specs", 4, "Why", "What", "How")
        result = run("init")
        assert result.stdout.partition("\n\n")[0].splitlines() == [
            "plans         10",
            "named         plan.md: 10",
            "outside docs  app/specs/: 4",
            "outside docs  web/specs/: 6",
            "status        Draft: 10",
            "kind          web/specs/: 6 plans, at least 80 % of them with Goal, Steps",
            "kind          app/specs/: 4 plans, at least 80 % of them with Why, What, How",
            (
                "sections      the kinds differ; to require those of one kind, write them as headings into a template,"
                " web/specs/templates/plan.md"
            ),
        ]
        assert "sections" not in proposed(result)
        # What it says to do does what it says.
        site.write("web/specs/templates/plan.md", "# [Title]\n\n## Goal\n\n## Steps\n\n## Risks\n")
        assert [line for line in run("check").stdout.splitlines() if line.startswith("web/")] == [
            f"web/specs/{name}/plan.md:1: missing sections: Risks [section-missing]"
            for name in sorted(path.name for path in (site.folder / "web/specs").iterdir() if path.name != "templates")
        ]

    def test_folders_of_docs_are_kinds_too(self, run, site):
        plans(site, "docs/web", 3, "Goal", "Steps")
        plans(site, "docs/app", 3, "Why", "What")
        assert "kind      docs/app/: 3 plans, at least 80 % of them with Why, What" in run("init").stdout

    @pytest.mark.parametrize(
        ("some", "others", "number", "are_alike"),
        [
            (("Goal", "Steps"), ("Goal", "Steps"), 4, True),
            (("Goal", "Steps", "Risks"), ("Goal", "Steps"), 4, True),
            (("Goal", "Steps"), ("Goal", "Why"), 4, False),
            (("Goal", "Steps"), ("Why",), 2, True),
        ],
    )
    def test_what_makes_a_kind(self, run, site, some, others, number, are_alike):
        plans(site, "web", 8, *some)
        plans(site, "app", number, *others)
        assert ("kinds differ" not in run("init").stdout) is are_alike

    def test_a_template_whose_place_the_sections_would_take_is_named(self, run, site):
        plans(site, "specs", 4, "Goal", "Steps")
        site.write("specs/templates/plan.md", "# [Title]\n\n## Goal\n\n## Steps\n\n## Risks\n")
        assert (
            "template      specs/templates/plan.md: the proposed sections replace it; leave them out to check plans by this template\n"
        ) in run("init").stdout

    def test_where_no_section_is_shared_most_are_not_told_that_they_lack_one(self, run, site):
        for number in range(6):
            site.write(f"docs/{number}/plan.md", text("Overview", f"Step {number} of it", f"Thing {'abcdef'[number]}"))
        for number in range(6, 20):
            site.write(f"docs/{number}/plan.md", text(f"Summary of {'abcdefghijklmnopqrstu'[number]}", "Data Flow"))
        result = run("init")
        assert proposed(result)["rules"]["section-missing"] == "off"
        assert "turned off  section-missing: found in 20 of 20 plans" in result.stdout
        assert "a template can set what they should have; in that case do not turn section-missing off" in result.stdout
        assert "section-missing" not in run("check").stdout


class TestInit:
    def test_derived_statuses_are_counted_apart(self, run, site):
        site.write("specs/001-a/plan.md", "# A\n\n**Status**: In progress\n")
        site.write("specs/002-b/plan.md", "# B\n\n- [x] one\n- [ ] two\n")
        counts = [line for line in run("init", "--dry-run").stdout.splitlines() if line.startswith("status ")]
        assert counts == ["status        In progress: 1", "status        (In progress): 1"]

    def test_a_folder_without_mkdocs_yml(self, run, site):
        plans(site, "specs", 9, "Goal", "Steps")
        plans(site, "specs", 1, "Goal", status="Ganz neu")
        result = run("init")
        assert result.exit_code == 0
        assert result.stdout.partition("\n\n")[0].splitlines() == [
            "plans         10",
            "named         plan.md: 10",
            "outside docs  specs/: 10",
            "status        Draft: 9",
            "status        Unknown: 1",
            "section       Goal: 10 of 10",
            "section       Steps: 9 of 10, 1 would warn",
        ]
        assert proposed(result) == {"sources": [{"path": "specs", "mount": "specs"}], "sections": ["Goal", "Steps"]}
        assert yaml.safe_load((site.folder / "mkdocs.yml").read_text())["site_name"] == site.folder.name
        assert result.stdout.endswith(
            "\nwrote mkdocs.yml, theme material; mkdocs serve shows plans/ and plans/board/; wrote docs/index.md too\n"
        )
        assert "missing sections: Steps" in run("check").stdout
        assert site_builds(site)

    @pytest.mark.parametrize(
        ("page", "is_written"), [("guide.md", True), ("sub/index.md", True), ("index.md", False), ("README.md", False)]
    )
    def test_the_site_has_a_first_page(self, run, site, page, is_written):
        plans(site, "docs/specs", 2, "Goal")
        site.write(f"docs/{page}", "# Mine\n")
        result = run("init")
        assert result.stdout.endswith("; wrote docs/index.md too\n") is is_written
        assert (site.folder / "docs" / page).read_text() == "# Mine\n"
        assert site_builds(site)
        assert (site.folder / "site/index.html").is_file()

    def test_what_is_there_is_left_alone(self, run, site):
        plans(site, "docs/specs", 2, "Goal")
        site.configure()
        before = (site.folder / "mkdocs.yml").read_text()
        result = run("init")
        assert result.stdout.endswith("\nadd these lines to mkdocs.yml; the file was not changed\n")
        assert (site.folder / "mkdocs.yml").read_text() == before

    def test_names_that_must_be_included(self, run, site):
        site.write("plans/login.md", text("Goal"))
        site.write("plans/README.md", "# All plans\n")
        site.write("docs/x-PLAN.md", text("Goal"))
        result = run("init")
        assert proposed(result) == {
            "include": ["*-plan.md", "**/plans/*.md"],
            "exclude": ["templates/", "_template/", "README.md", "index.md"],
            "sources": [{"path": "plans", "mount": "plans"}],
            "sections": ["Goal"],
        }
        assert run("check").stdout.startswith("2 plans,") or "\n2 plans," in run("check").stdout

    def test_one_plan_is_no_habit(self, run, site):
        site.write("docs/a/plan.md", "# Title\n\nText.\n")
        result = run("init", "--dry-run")
        assert proposed(result) == {}
        assert result.stdout.startswith("plans     1\nnamed     plan.md: 1\n")
        assert "sections  one plan is too few to propose any; a template decides what is missing\n" in result.stdout

    def test_habits_are_turned_off(self, run, site):
        for number in range(10):
            status = "**Status**: Draft\n" if number > 3 else ""
            site.write(f"docs/{number:03}-a/plan.md", f"# Title {number}\n\n{status}\n## Goal\n\nText.\n")
        result = run("init", "--dry-run")
        assert proposed(result)["rules"] == {"status-missing": "off", "spec-missing": "off"}
        assert "turned off  status-missing: found in 4 of 10 plans" in result.stdout
        assert not (site.folder / "mkdocs.yml").exists()

    def test_statuses_that_no_column_claims(self, run, site):
        plans(site, "docs", 2, "Goal", status="Marinating")
        assert "unknown status  Marinating: 2; add it to `statuses`" in run("init", "--dry-run").stdout

    def test_with_a_baseline(self, run, site):
        plans(site, "specs", 9, "Goal", "Steps")
        plans(site, "specs", 1, "Goal")
        assert "plans-baseline.json: accepts" in run("init", "--baseline").stdout
        assert run("check").exit_code == 0

    def test_no_plans(self, run, site):
        result = run("init")
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert list(site.folder.iterdir()) == []


class TestAHandbookBelowTheTop:
    """A monorepo: mkdocs.yml is in a folder of its own, the plans are elsewhere."""

    @pytest.fixture
    def handbook(self, site):
        plans(site, "services/shop/specs", 3, "Goal")
        plans(site, "services/post/specs", 3, "Goal")
        site.write("handbook/docs/index.md", "# Home\n")
        site.write("handbook/mkdocs.yml", "site_name: Handbook\ntheme: mkdocs\nplugins: [search]\n")
        commit(site.folder)
        return site.folder / "handbook"

    def test_plans_are_looked_for_up_to_the_top(self, handbook, monkeypatch):
        monkeypatch.chdir(handbook)
        result = CliRunner().invoke(main, ["init"])
        assert next(iter(proposed(result).items())) == ("root", "..")
        assert [source["path"] for source in proposed(result)["sources"]] == [
            "services/post/specs",
            "services/shop/specs",
        ]
        config = {"site_name": "Handbook", "theme": "mkdocs", "plugins": [{"plans": proposed(result)}]}
        (handbook / "mkdocs.yml").write_text(yaml.safe_dump(config))
        assert CliRunner().invoke(main, ["check"]).stdout.splitlines()[-1].startswith("6 plans, ")

    def test_plans_of_the_handbook_itself_are_enough(self, handbook, site, monkeypatch):
        plans(site, "handbook/docs/specs", 1, "Goal")
        monkeypatch.chdir(handbook)
        assert CliRunner().invoke(main, ["init"]).stdout.startswith("plans     1\n")

    def test_at_the_top_no_second_site_is_begun(self, handbook, run, site):
        result = run("init")
        assert result.stdout.endswith(
            "\nwrote nothing, since handbook/mkdocs.yml is there: mkdocs-plans init -f handbook/mkdocs.yml proposes lines"
            " for it; for a site of its own, put these into a mkdocs.yml here\n"
        )
        assert not (site.folder / "mkdocs.yml").exists()
        assert proposed(run("init", "-f", "handbook/mkdocs.yml"))["root"] == ".."


def site_builds(site) -> bool:
    config = yaml.safe_load((site.folder / "mkdocs.yml").read_text())
    site.options = config["plugins"][1]["plans"]
    return site.build().failure is None


@pytest.mark.parametrize("repository", ["jcfischer__supertag-cli", "eugenelim__agent-ready-repo"])
def test_real_plans(real_plans, run, site, repository):
    """What init writes suits them; with the baseline nothing is said, and one deleted section is one finding."""
    shutil.copytree(real_plans / repository, site.folder, dirs_exist_ok=True)
    assert run("init", "--baseline").exit_code == 0
    counts = re.search(r"^(\d+) plans, 0 findings \((\d+) in the baseline\)$", run("check").stdout, re.MULTILINE)
    assert int(counts[2]) <= 1.5 * int(counts[1])
    assert run("check", "--fail-on", "info").exit_code == 0
    commit(site.folder)
    name = yaml.safe_load((site.folder / "mkdocs.yml").read_text())["plugins"][1]["plans"]["sections"][0]
    name = name if isinstance(name, str) else name["name"]
    victim = next(file for file in sorted(site.folder.rglob("plan.md")) if f"\n## {name}\n" in file.read_text())
    lines = victim.read_text().splitlines(keepends=True)
    start = lines.index(f"## {name}\n")
    end = next((at for at in range(start + 1, len(lines)) if lines[at].startswith("## ")), len(lines))
    victim.write_text("".join(lines[:start] + lines[end:]))
    result = run("check", "--fail-on", "info")
    file = victim.relative_to(site.folder).as_posix()
    title = next((at for at, line in enumerate(lines, 1) if line.startswith("# ")), 1)
    assert result.stdout.splitlines()[0] == f"{file}:{title}: missing sections: {name} [section-missing]"
    assert (result.stdout.splitlines()[2].partition(" (")[0], result.exit_code) == (
        f"{counts[1]} plans, 1 finding: 1 warning",
        1,
    )
