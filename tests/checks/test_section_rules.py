"""Which sections a plan is asked for, and what is said of those that it has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_plans import checks
from mkdocs_plans.checks import requirements, templates
from mkdocs_plans.model import Catalogue, SectionState, Severity
from mkdocs_plans.settings import DEFAULT_STATUSES, RuleSetting, SectionSpec, Settings, Source
from mkdocs_plans.workspace import open_workspace
from tests.support import REQUIRED, catalogue, complete
from tests.support import plan as plan_text

SPEC_KIT = ("Summary", "Technical Context", "Constitution Check", "Project Structure")
STATUS = {status.name: status for status in DEFAULT_STATUSES}


def outline(*names: str, level: int = 2) -> str:
    return "\n".join(["# Login", *("#" * level + " " + name for name in names)])


@pytest.fixture
def missing(check):
    """The sections that plans are warned of, and the line for the whole site."""

    def run(*plans, **settings):
        lines = check(*plans, only="section-missing", **settings)
        return [line.partition('section "')[2].partition('" is')[0] for line in lines if line.startswith("docs/")]

    return run


@pytest.mark.parametrize("name", REQUIRED)
def test_one_section_of_the_technical_plan_is_missing(plan, missing, name):
    assert missing(plan(headings=outline(*(each for each in REQUIRED if each != name)))) == [name]


def test_the_finding_names_file_line_and_way_out(plan, check):
    [line] = check(plan(headings="\n".join(outline(*REQUIRED[:-1]).splitlines())), only="section-missing")
    assert line == (
        'docs/specs/012-login/plan.md:1: warning: section "Timeline and Milestones" is missing;'
        ' add the heading "## Timeline and Milestones" [section-missing]'
    )


def test_optional_sections_are_not_missed(plan, missing):
    assert missing(plan(headings=outline(*REQUIRED))) == []


@pytest.mark.parametrize("level", [1, 2, 3])
def test_one_level_up_or_down_will_do(plan, missing, level):
    assert missing(plan(headings=outline(*REQUIRED, level=level))) == []


def test_of_several_h1s_none_is_only_the_title(plan, missing):
    sections = (SectionSpec("Goal"), SectionSpec("Steps"))
    assert missing(plan(headings="# Goal\n# Steps"), sections=sections) == []
    assert missing(plan(headings="# Goal\n## Steps"), sections=sections) == ["Goal"]


def test_two_levels_down_will_not(plan, missing):
    headings = outline(*REQUIRED[:-1]) + f"\n#### {REQUIRED[-1]}"
    assert missing(plan(headings=headings)) == [REQUIRED[-1]]


def test_the_title_is_no_section(plan, missing):
    headings = "# Dependencies: move to version 3\n" + "\n".join(
        f"## {name}" for name in REQUIRED if name != "Dependencies"
    )
    assert missing(plan(headings=headings)) == ["Dependencies"]


@pytest.mark.parametrize(
    ("headings", "labels", "expected"),
    [
        # The template with most of its required H2s wins.
        (outline("Overview", "Data Flow", "Summary"), (), set(REQUIRED) - {"Overview", "Data Flow"}),
        (outline("Overview", "Summary", "Technical Context"), (), {"Constitution Check", "Project Structure"}),
        # Of equals the shorter one, of which less can be missed.
        (outline("Overview", "Summary"), (), set(SPEC_KIT) - {"Summary"}),
        (outline("Summary (3 lines)"), (), set(SPEC_KIT) - {"Summary"}),
        # A subsection says nothing of the template, unless the plan has no H2.
        (outline("Context") + "\n### Dependencies", (), set()),
        ("# Login\n### Dependencies", (), set(REQUIRED) - {"Dependencies"}),
        # The labels, or no section at all.
        (outline("Context"), ("spec", "status", "created"), set(REQUIRED)),
        (outline("Context"), ("spec", "status"), set()),
        ("# Login", (), set(REQUIRED)),
        ("", (), set(REQUIRED)),
        # Otherwise nothing is missed.
        (outline("Context", "Steps"), (), set()),
    ],
)
def test_without_a_template_file_the_plan_shows_what_it_follows(plan, missing, headings, labels, expected):
    assert set(missing(plan(headings=headings, labels=labels))) == expected


@pytest.mark.parametrize(
    ("header", "is_measured"),
    [
        ("**Spec**: SPEC-012\n**Status**: Draft\n**Created**: 2026-03-01", True),
        ("- **Created:** 2026-03-01\n- **📋 Status:** Draft\n- **Spec:** [spec](spec.md)", True),
        ("Spec: SPEC-012\nSTATUS: Draft\ncreated: 2026-03-01", True),
        ("**Spezifikation**: SPEC-012\n**Status**: Entwurf\n**Erstellt**: 2026-03-01", False),
        ("**仕様**: SPEC-012\n**ステータス**: 下書き\n**作成日**: 2026-03-01", False),
        ("**Branch**: `012` | **Date**: 2026-03-01 | **Spec**: [spec](spec.md) | **Status**: Draft", False),
    ],
)
def test_the_labels_of_the_technical_plan_are_its_own_words(header, is_measured):
    text = f"# Login\n\n{header}\n\n## Kontext\n\nText.\n"
    found = catalogue({"012-login/plan.md": text}).findings
    assert any(each.what == "Data Flow" for each in found) == is_measured


def test_plans_that_follow_nothing_known_are_counted_once(plan, check):
    strangers = [plan(f"{name}/plan.md", headings=outline("Steps")) for name in "abc"]
    assert check(*strangers, only="section-missing") == [
        (
            ":1: info: 3 plans follow no known template, so their sections were not checked; set `template`"
            " (technical-plan, spec-kit or a file) or `sections` in the options of the plans plugin [section-missing]"
        )
    ]
    assert check(strangers[0], only="section-missing")[0].startswith(":1: info: 1 plan follows no known template,")
    assert check(*strangers, only="section-missing", template="spec-kit")[0].startswith("docs/")
    assert check(*strangers, only="section-missing", rules={"section-missing": RuleSetting(Severity.OFF)}) == []


def test_mkdocs_yml_names_a_built_in_template(plan, missing):
    assert missing(plan(headings=outline("Steps")), template="spec-kit") == list(SPEC_KIT)


def test_mkdocs_yml_names_sections(plan, missing):
    sections = (
        SectionSpec("Goal"),
        SectionSpec("Tests", aliases=("Testing", "Test Plan")),
        SectionSpec("Notes", (), True),
    )
    assert missing(plan(headings=outline("1. Test plan")), sections=sections) == ["Goal"]
    assert missing(plan(headings=outline("Overview")), sections=sections) == ["Goal", "Tests"]


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [
        ("Test Plan", True),
        ("3. Testing Strategy (units)", True),
        ("Tests: what we try", True),
        ("How we test", False),
    ],
)
def test_an_alias_may_be_a_regular_expression(plan, missing, heading, is_found):
    sections = (SectionSpec("Testing", aliases=("/test(s|ing)?( plan| strategy)?/",)),)
    assert missing(plan(headings=outline(heading)), sections=sections) == ([] if is_found else ["Testing"])


@pytest.mark.parametrize(
    ("headings", "is_found"),
    [
        ("## Dependencies and Build System", True),
        ("## Costs, Dependencies", True),
        ("## Dependencies we have", False),
        ("## Our Dependencies", False),
    ],
)
def test_a_heading_that_joins_sections_holds_each(plan, missing, headings, is_found):
    sections = (SectionSpec("Dependencies"),)
    assert missing(plan(headings=f"# Login\n{headings}"), sections=sections) == ([] if is_found else ["Dependencies"])


@pytest.mark.parametrize(
    ("name", "headings", "is_found"),
    [
        ("Tasks", "## Task 1: Login\n## Task 2: Logout", True),
        ("Tasks", "## Wave 1\n### Task 1a — Login", True),
        ("Implementation Phases", "## Phase 1\n## Phase 2", True),
        ("User Stories", "## Story 1", True),
        ("Tasks", "## Step 1", False),
        ("Task Phases", "## Task 1", False),
    ],
)
def test_numbered_headings_are_the_section_of_their_kind(plan, missing, name, headings, is_found):
    sections = (SectionSpec(name),)
    assert missing(plan(headings=f"# Login\n{headings}"), sections=sections) == ([] if is_found else [name])


@pytest.mark.parametrize(
    ("name", "heading", "is_found"),
    [
        ("Risks", "Risk", True),
        ("Risk", "3. Risks (open)", True),
        ("Dependencies", "Dependency", True),
        ("New Dependency", "New Dependencies", True),
        ("Goals and Non-Goals", "Goal & Non-Goal", True),
        ("Data Flow", "Data Flows: from the pier on", True),
        ("Test Plan", "Tests Plan", True),
        ("Access", "Acces", False),
        ("Status", "Statu", False),
        ("Keys", "Key", True),
        ("Technical Approach", "Technical Approaches", True),
        ("Branches and Boxes", "Branch and Box", True),
        ("Caches", "Cache", True),
        ("Public API", "Public APIs", True),
        ("Process", "Processes", True),
        ("Cookie Statuses", "Cookies Status", True),
        ("Use Cases", "Use Case", True),
        ("Analysis", "Analysi", False),
        ("Gas", "Ga", False),
        ("Ties", "Ty", False),
        ("Ziele", "Ziel", False),
        ("/risks?/", "Risks", True),
    ],
)
def test_one_or_several_of_a_thing_are_one_section(plan, missing, name, heading, is_found):
    headings = f"# Login\n## {heading}"
    assert missing(plan(headings=headings), sections=(SectionSpec(name),)) == ([] if is_found else [name])


def test_the_number_of_the_template_comes_first(plan):
    measure = requirements.ruler(Settings(sections=(SectionSpec("Risk"), SectionSpec("Risks"))), {})
    found = measure(plan(headings="# Login\n## Risks\n## Risk")).present
    assert [(section.title, spec.name) for section, spec in found] == [("Risks", "Risks"), ("Risk", "Risk")]


def test_a_section_of_the_very_name_comes_before_others(plan):
    headings = "# Login\n## Testing and Rollout\n## Testing"
    measure = requirements.ruler(Settings(sections=(SectionSpec("Testing"),)), {})(plan(headings=headings))
    assert [section.title for section, _ in measure.present] == ["Testing"]


@pytest.mark.parametrize(
    ("start", "due_for"),
    [
        ("todo", {"Draft", "Planned", "In progress", "In review", "Blocked", "On hold", "Done", "Unknown"}),
        ("active", {"In progress", "In review", "Blocked", "On hold", "Done"}),
        ("Active", {"In progress", "In review", "Blocked", "On hold", "Done"}),
        ("Planned", {"Planned", "In progress", "In review", "Blocked", "On hold", "Done"}),
        ("in-review", {"In review", "Done"}),
        ("done", {"Done"}),
        ("no such status", {"Draft", "Planned", "In progress", "In review", "Blocked", "On hold", "Done", "Unknown"}),
    ],
)
def test_a_section_is_asked_for_from_a_stage_or_status_on(plan, missing, start, due_for):
    sections = (SectionSpec("Rollback Plan", start=start),)
    names = [*STATUS, "Unknown"]
    asked = {name for name in names if missing(plan(headings=outline("Goal"), status=name), sections=sections)}
    assert asked == due_for


def test_dropped_plans_are_told_for_information(plan, check):
    lines = check(
        plan(headings=outline(*REQUIRED[1:]), status="Dropped"),
        only="section-missing",
        rules={"section-missing": RuleSetting(Severity.ERROR)},
    )
    assert [line.split(": ")[1] for line in lines] == ["info"]


TEMPLATE = "# [Feature]\n## Goal\n## 2. Steps\n## Risks (optional)\n## [Component]\n### Detail"


@pytest.mark.parametrize(
    ("template", "file", "holds"),
    [
        ("docs/.specify/templates/plan-template.md", "specs/012-login/plan.md", True),
        ("docs/templates/plan.md", "specs/012-login/plan.md", True),
        ("docs/templates/plan-template.md", "plan.md", True),
        ("docs/specs/_template/plan.md", "specs/012-login/plan.md", True),
        (".specify/templates/plan-template.md", "specs/012-login/plan.md", True),
        ("docs/specs/_template/plan.md", "plans/012-login/plan.md", False),
        ("docs/team/templates/plan.md", "specs/012-login/plan.md", False),
        ("docs/specs/template.md", "specs/012-login/plan.md", False),
    ],
)
def test_a_template_file_holds_below_its_folder(plan, document, missing, template, file, holds):
    found = {template: document(TEMPLATE)}
    assert missing(plan(file, headings=outline("Steps")), templates=found) == (["Goal"] if holds else [])


def test_the_nearest_template_file_holds(plan, document, missing):
    found = {
        "docs/templates/plan.md": document("## Far"),
        "docs/specs/templates/plan-template.md": document("## Near"),
        "docs/specs/_template/plan.md": document("## Last of its folder"),
    }
    assert missing(plan("specs/a/plan.md"), templates=found) == ["Near"]


def test_a_template_file_without_sections_holds_for_nothing(plan, document, missing):
    found = {"docs/templates/plan.md": document("# Plan")}
    assert missing(plan(headings=outline("Summary")), templates=found) == list(SPEC_KIT[1:])


def test_mkdocs_yml_names_a_template_file(plan, document, missing):
    found = {"plans/ours.md": document(TEMPLATE), "docs/templates/plan.md": document("## Other")}
    assert missing(plan(headings=outline("Goal")), templates=found, template="plans/ours.md") == ["2. Steps"]


def test_a_source_may_have_a_template_of_its_own(plan, missing):
    sources = (Source("specs", "specs", label="Web", template="spec-kit"), Source("app", "app"))
    plans = [plan("specs/a/plan.md", source="Web"), plan("app/a/plan.md", source="app", headings=outline("Steps"))]
    assert missing(*plans, sources=sources) == list(SPEC_KIT)


@pytest.mark.parametrize(
    ("heading", "below", "is_required"),
    [
        ("## Risks", "[What could go wrong]", True),
        ("## Risks", "<!-- What could go wrong -->", True),
        ("## Risks (optional)", "", False),
        ("## Risks (if any)", "", False),
        ("## Risks *(include if it costs money)*", "", False),
        ("## Risks（任意）", "", False),
        ("## Risks (required, not optional)", "", True),
        ("## Risks [必須]", "", True),
        ("## Risks 任意コード実行", "", True),
        ("## Risks [OPTIONAL]", "", False),
        ("## Optional: Risks", "", False),
        ("## Risks", "<!-- Optional, for large features -->", False),
        ("## Risks", "<!--\n  Fill in only if\n  there are any.\n-->\n\nText.", False),
        ("## Risks", "> **Fill ONLY if there are any**", False),
        ("## Risks", "Say what is optional.", True),
        ("## Risks", "```\n<!-- optional -->\n```", True),
        ("## Risks", "Text.\n\n<!-- optional -->", True),
        ("## Risks", "<!--\n" + "How to find them.\n" * 50 + "optional -->", True),  # too long a talk to say it
        ("## [Component 1]", "", None),
        ("## {{ component }}", "", None),
    ],
)
def test_what_a_template_file_asks_for(heading, below, is_required):
    text = f"# Plan\n\n## Goal\n\n{heading}\n\n{below}\n\n### Optional\n"
    template = templates.from_document("plan.md", templates.read(text.encode(), Settings()))
    asked = {section.name: not section.optional for section in template.sections}
    name = next((name for name in asked if "Risks" in name), None)
    assert asked["Goal"] is True
    assert asked.get(name) is is_required


@pytest.mark.parametrize(
    ("encoding", "end_of_line"), [("utf-8", "\r\n"), ("utf-8", "\r"), ("utf-16", "\n"), ("cp1252", "\n")]
)
def test_a_template_file_may_come_from_any_machine(encoding, end_of_line):
    text = "# Plan – é\n\n## Goal\n\n## Risks\n\n<!-- Optional -->\n".replace("\n", end_of_line)
    document = templates.read(text.encode(encoding), Settings())
    assert [(section.title, section.optional) for section in document.sections[1:]] == [
        ("Goal", False),
        ("Risks", True),
    ]


def test_a_template_file_that_is_no_text_asks_for_nothing():
    assert templates.from_document("plan.md", templates.read(b"\xff\0## Goal\n", Settings())) is None


def test_an_optional_heading_matches_without_the_word(plan, document, missing):
    found = {"docs/templates/plan.md": document("## Goal\n## Risks (optional)")}
    assert missing(plan(headings=outline("Goal")), templates=found) == []


NESTED = (
    "# [Feature]\n## Testing\n### Unit Tests\n### Load Tests (optional)\n### Phase 1: [Name]\n## Rollout\n### Steps"
)


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ("# Login\n## Testing\n### Unit tests\n## Rollout\n### Steps", []),
        ("# Login\n## Testing\n## Rollout\n### Steps", [(3, "Testing > Unit Tests", 4)]),
        ("# Login\n## Testing\n## Rollout\n### Unit Tests\n### Steps", [(3, "Testing > Unit Tests", 4)]),
        ("# Login\n## Testing\n### Unit tests\n## Rollout", [(7, "Rollout > Steps", 4)]),
        ("# Login\n## Testing\n### Sub\n#### Unit Tests\n## Rollout\n### Steps", []),
        # Without the parent nothing is asked for below it.
        ("# Login\n## Testing\n### Unit Tests", [(1, "Rollout", 3)]),
        ("# Login\n## Rollout", [(1, "Testing", 3), (3, "Rollout > Steps", 3)]),
    ],
)
def test_nested_headings_of_a_template_are_asked_for_below_their_parent(plan, document, headings, found):
    settings = Settings()
    made = plan(headings=headings)
    verdict = checks.check(Catalogue((made,)), settings, {"docs/templates/plan.md": document(NESTED)})
    missing = [finding for finding in verdict.findings if finding.rule == "section-missing"]
    assert [(finding.line, finding.what, finding.of) for finding in missing] == found


@pytest.mark.parametrize(
    ("template", "headings", "names"),
    [
        # Moved up: it has a heading of its own, above or below that of its parent.
        ("## Rollout\n### Way Back", "## Rollout\n## Way Back", []),
        ("## Rollout\n### Way Back", "## Way back (for later)\n## Rollout", []),
        ("## Rollout\n### Ways Back", "## Rollout\n## Way Back", []),
        # Below another heading it is that one's.
        ("## Rollout\n### Way Back", "## Rollout\n## Harbour\n### Way Back", ["Way Back"]),
        # The template has a section of that name besides, or asks for it below several.
        ("## Rollout\n### Tests\n## Tests", "## Rollout\n## Tests", ["Tests"]),
        ("## Rollout\n### Test\n## Tests", "## Rollout\n## Tests", ["Test"]),
        ("## Rollout\n### Tests\n## Sea\n### Tests", "## Rollout\n## Sea\n## Tests", ["Tests", "Tests"]),
    ],
)
def test_a_subsection_may_stand_as_a_section(plan, document, missing, template, headings, names):
    found = {"docs/templates/plan.md": document(f"# Plan\n{template}")}
    assert missing(plan(headings=f"# Login\n{headings}"), templates=found) == names


def test_a_subsection_may_be_the_last_line_of_a_file(document, missing, plan):
    made = plan(headings="# Login\n## Testing\n### Unit Tests")
    ended = tuple(section._replace(last_line=5) for section in made.document.sections)
    found = {"docs/templates/plan.md": document("# Plan\n## Testing\n### Unit Tests")}
    assert missing(replace(made, document=replace(made.document, sections=ended)), templates=found) == []


def test_a_heading_does_not_hold_itself(plan, document, missing):
    found = {"docs/templates/plan.md": document("# Plan\n### Note\n## Testing\n### Testing")}
    assert missing(plan(headings="# Login\n## Testing"), templates=found) == ["Testing"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Risks (optional)", "Risks"),
        ("Risks [ OPTIONAL ] and costs", "Risks and costs"),
        ("(optional)", "(optional)"),
        ("Optional: Risks", "Optional: Risks"),
    ],
)
def test_under_which_name_an_optional_heading_is_known(document, heading, name):
    template = templates.from_document("plan.md", document(f"# Plan\n## {heading}"))
    assert [(section.name, section.optional) for section in template.sections] == [(name, True)]


def test_a_measure_names_its_template(plan, document):
    found = {"docs/templates/plan.md": document("## Goal")}
    assert requirements.ruler(Settings(), found)(plan()).template.name == "docs/templates/plan.md"
    assert requirements.ruler(Settings(template="spec-kit"), found)(plan()).template.name == "spec-kit"
    assert requirements.ruler(Settings(sections=(SectionSpec("Goal"),)), found)(plan()).template.name == "mkdocs.yml"


def test_the_message_for_a_nested_heading(plan, document, check):
    lines = check(
        plan(headings="# Login\n## Testing\n## Rollout\n### Steps"),
        only="section-missing",
        templates={"docs/templates/plan.md": document(NESTED)},
    )
    assert lines == [
        (
            'docs/specs/012-login/plan.md:3: warning: section "Unit Tests" is missing below "Testing";'
            ' add the heading "### Unit Tests" [section-missing]'
        )
    ]


TEMPLATE_TEXT = """# Plan

## Goal

Say in two sentences who needs this.

## Steps

First the schema, then the code.

### Order

What comes first.
"""


@pytest.mark.parametrize(
    ("text", "placeholders"),
    [
        (TEMPLATE_TEXT, ["Goal", "Steps"]),
        (TEMPLATE_TEXT.replace("\n", "\r\n"), ["Goal", "Steps"]),
        (TEMPLATE_TEXT.replace("Say in", "Passengers, in"), ["Steps"]),
        (TEMPLATE_TEXT.replace("What comes first.", "The schema."), ["Goal"]),
        (TEMPLATE_TEXT.replace("First the schema, then the code.", "N/A"), ["Goal", "Order"]),
    ],
)
def test_the_templates_own_text_is_a_placeholder(site, text, placeholders):
    site.write("docs/templates/plan.md", TEMPLATE_TEXT)
    site.plan(content=text.encode())
    site.configure()
    found = open_workspace([], str(site.folder / "mkdocs.yml")).selected.findings
    assert [finding.what for finding in found if finding.rule == "section-placeholder"] == placeholders


@pytest.mark.parametrize(
    ("below", "rule"),
    [
        ("", "section-empty"),
        ("<!-- how to undo it -->", "section-empty"),
        ("---", "section-empty"),
        ("[How to rollback]", "section-placeholder"),
        ("TBD", "section-placeholder"),
        ("- TODO", "section-placeholder"),
        ("NEEDS CLARIFICATION", "section-placeholder"),
        ("_NEEDS CLARIFICATION_", "section-placeholder"),
        ("- __TBD__", "section-placeholder"),
        ("_[How to rollback]_", "section-placeholder"),
        ("_YYYY-MM-DD_ or ___SPEC-XXX___", None),
        ("_YYYY-MM-DD_, ___SPEC-XXX___", "section-placeholder"),
        ("_TBD", "section-placeholder"),
        ("NO_TBD", None),
        ("__init__ TODO", None),
        ("YYYY-MM-DD", "section-placeholder"),
        ("SPEC-XXX", "section-placeholder"),
        ("N/A", None),
        ("None", None),
        ("N/A, nothing is deployed.", None),
        ("[the runbook](runbook.md)", None),
        ("### Steps\n\nSwitch it off.", None),
        ("```\nundo\n```", None),
    ],
)
def test_what_is_empty_and_what_a_placeholder(site, below, rule):
    site.plan(content=plan_text(sections=complete() + f"## Rollback Plan\n\n{below}\n\n## References\n\nOne.\n"))
    site.configure()
    found = open_workspace([], str(site.folder / "mkdocs.yml")).selected.findings
    states = [finding.rule for finding in found if finding.what == "Rollback Plan"]
    assert states == ([rule] if rule else [])


def test_a_heading_that_is_the_status_is_not_empty(site):
    site.plan(content="# Login\n\n## Status: Done\n\n## Overview: all of it\n")
    site.configure()
    found = open_workspace([], str(site.folder / "mkdocs.yml")).selected.findings
    assert [finding.what for finding in found if finding.rule == "section-empty"] == ["Overview: all of it"]


def test_which_template_files_are_wanted():
    sources = (Source("app", "app", template="spec-kit"), Source("web", "web", template="web/plan.md"))
    settings = Settings(template="team/plan.md", sources=sources)
    wanted = templates.wanted(["docs/specs/012/plan.md", "docs/plan.md"], settings)
    assert wanted[:2] == ("team/plan.md", "web/plan.md")
    assert set(wanted[2:]) == {
        f"{folder}{place}"
        for folder in ("", "docs/", "docs/specs/", "docs/specs/012/")
        for place in (
            ".specify/templates/plan-template.md",
            "templates/plan.md",
            "templates/plan-template.md",
            "_template/plan.md",
        )
    }
    with pytest.raises(templates.TemplateError, match=r'the file "team/plan\.md" and "web/plan\.md" does'):
        templates.require(settings, {})
    templates.require(settings, {"team/plan.md", "web/plan.md"})


def test_a_source_outside_the_project_is_looked_at_but_not_what_is_above_it():
    wanted = templates.wanted(["../app/specs/plan.md"], Settings())
    assert "../app/templates/plan.md" in wanted
    assert "../templates/plan.md" not in wanted
    assert "templates/plan.md" not in templates.places_for("../app/specs/plan.md")


def test_a_file_elsewhere_is_looked_at_up_to_the_root():
    assert "/plans/templates/plan.md" in templates.wanted(["/plans/012/plan.md"], Settings())
    assert list(templates.places_for("/plans/012/plan.md"))[-4:] == [f"/{place}" for place in templates.PLACES]


def test_only_the_h1_that_is_the_title_may_be_empty(plan, check):
    made = plan(headings="# Login\n# Goal")
    empty = tuple(section._replace(state=SectionState.EMPTY) for section in made.document.sections)
    made = replace(made, document=replace(made.document, sections=empty))
    assert [line.partition('"')[2].partition('"')[0] for line in check(made, only="section-empty")] == ["Goal"]


def test_a_section_may_stand_in_the_first_line(plan, check):
    made = plan(headings="## Goal")
    empty = replace(made.document, sections=(made.document.sections[0]._replace(state=SectionState.EMPTY),))
    assert len(check(replace(made, document=empty), only="section-empty")) == 1


def test_a_section_in_a_state(plan, check):
    made = plan(headings="# Login\n## Overview\n### Part\n## Data Flow")
    title, overview, part, flow = made.document.sections
    states = (title, overview, part, flow._replace(state=SectionState.EMPTY))
    made = replace(made, document=replace(made.document, sections=states))
    assert check(made, only="section-placeholder") == []
    assert check(made, only="section-empty") == [
        ('docs/specs/012-login/plan.md:7: info: section "Data Flow" is empty; write it, or N/A and why [section-empty]')
    ]


def test_of_nested_placeholders_the_outermost_is_named(plan, check):
    made = plan(headings="# Login\n## Overview\n### Part\n### Other\n## Data Flow\n### Detail")
    sections = [
        section._replace(state=SectionState.PLACEHOLDER) if section.title != "Data Flow" else section
        for section in made.document.sections
    ]
    lines = check(replace(made, document=replace(made.document, sections=tuple(sections))), only="section-placeholder")
    assert [line.partition('"')[2].partition('"')[0] for line in lines] == ["Overview", "Detail"]


def test_order_is_asked_for_only_where_a_team_wants_it(plan, check):
    names = ["Overview", "Data Flow", "Technical Approach", "Dependencies"]
    made = plan(headings=outline(*names))
    assert check(made, only="section-order") == []
    assert check(made, only="section-order", rules={"section-order": RuleSetting(Severity.WARNING)}) == [
        (
            'docs/specs/012-login/plan.md:7: warning: section "Technical Approach" is below "Data Flow"; move it'
            " above, as in the template [section-order]"
        )
    ]


def test_order_below_a_heading_is_that_of_its_own(plan, document, check):
    stranger = plan("plans/a/plan.md", headings=outline("Steps"))
    made = plan(headings="# Login\n## Testing\n### Load Tests\n### Unit Tests\n## Rollout")
    lines = check(
        stranger,
        made,
        only="section-order",
        rules={"section-order": RuleSetting(Severity.WARNING)},
        templates={"docs/specs/templates/plan.md": document(NESTED)},
    )
    assert [line.partition(";")[0] for line in lines] == [
        'docs/specs/012-login/plan.md:7: warning: section "Unit Tests" is below "Load Tests"'
    ]


def test_from_a_file_to_the_finding(tmp_path, site):
    """The reference template's form, read from disk: one section deleted, one finding."""
    site.plan(content=plan_text(sections=complete(without="Data Flow")))
    site.configure()
    workspace = open_workspace([], str(tmp_path / "mkdocs.yml"))
    found = [finding for finding in workspace.selected.findings if finding.rule == "section-missing"]
    assert [(finding.what, finding.of) for finding in found] == [("Data Flow", 13)]
