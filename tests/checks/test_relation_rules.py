"""The rules about specs, dependencies and ids, each with plans that it is silent about and some that it speaks about."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_plans.model import Severity, Stage, Status
from mkdocs_plans.settings import RuleSetting
from tests.support import catalogue

RULES = (
    "spec-not-found", "plan-ahead-of-spec", "dependency-not-found", "dependency-cycle", "dependency-open",
    "supersedes-mismatch", "id-unknown", "link-broken",
)  # fmt: skip


def found(files: dict[str, str], **settings: Any) -> list[str]:
    """What these rules say of plans, given as name: header."""
    paths = {name if name.endswith(".md") else f"{name}/plan.md": text for name, text in files.items()}
    texts = {path: text if text.startswith("#") else f"# Plan\n\n{text}\n" for path, text in paths.items()}
    return [
        f"{each.file}:{each.line}: {each.severity}: {each.message} [{each.rule}]"
        for each in catalogue(texts, **settings).findings
        if each.rule in RULES
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"012-a": "**Spec**: SPEC-012"},  # specs may be kept elsewhere
        {"012-a": "**Spec**: [SPEC-012](spec.md)", "012-a/spec.md": "# SPEC-012: A"},
        {"012-a": "**Spec**: ../specs/SPEC-012.md", "specs/SPEC-012.md": "# A"},
        {"012-a": "**Spec**: [SPEC-XXX]", "013-b/spec.md": "# SPEC-013: B"},
        {"012-a": "**Spec**: SPEC-013", "013-b/spec.md": "# SPEC-013: B"},
        {"012-a": "**Spec**: the wiki", "013-b/spec.md": "# SPEC-013: B"},
        {"012-a": "**Spec**: https://example.org/012", "013-b/spec.md": "# SPEC-013: B"},
    ],
)
def test_specs_that_are_not_missed(files):
    assert found(files) == []


@pytest.mark.parametrize(
    ("spec", "named"),
    [("SPEC-012", "SPEC-012"), ("[SPEC-012](spec.md)", "spec.md"), ("docs/012/spec.md", "docs/012/spec.md")],
)
def test_spec_not_found(spec, named):
    files = {"012-a": f"**Spec**: {spec}", "013-b/spec.md": "# SPEC-013: B"}
    assert found(files) == [
        f'012-a/plan.md:3: warning: the spec "{named}" does not exist; correct the path or the id [spec-not-found]'
    ]


# The specs of three features, two of them with an id.
SPECS = {
    "012-a/spec.md": "# A\n\n**ID**: SPEC-012\n",
    "013-b/spec.md": "# B\n\n**ID**: SPEC-013\n",
    "014-c/spec.md": "# C\n",
}


@pytest.mark.parametrize(
    ("folder", "header", "path", "is_missing"),
    [
        ("013-b", "**Spec**: SPEC-013", "013-b/spec.md", False),
        ("013-b", "**Spec**: spec-13", "013-b/spec.md", False),
        # Another one than that beside it, by its id; a link says which file is meant.
        ("013-b", "**Spec**: SPEC-012", "012-a/spec.md", False),
        ("013-b", "**Spec**: [SPEC-012](spec.md)", "013-b/spec.md", False),
        # Among others, or as its file.
        ("013-b", "**Spec**: SPEC-012, SPEC-013", "013-b/spec.md", False),
        ("013-b", "**Spec**: SPEC-012, SPEC-0131", "012-a/spec.md", False),
        ("013-b", "**Spec**: extends SPEC-012 (see spec.md)", "013-b/spec.md", False),
        ("013-b", "**Spec**: SPEC-021", "013-b/spec.md", True),
        ("013-b", "**Spec**: [SPEC-021](../021/spec.md)", "013-b/spec.md", True),
        # An id of another kind may be one of the team's tracker, and that of the folder is none that the spec says.
        ("013-b", "**Spec**: REQ-012", "013-b/spec.md", False),
        ("013-b", "**Spec**: the wiki", "013-b/spec.md", False),
        ("014-c", "**Spec**: SPEC-021", "014-c/spec.md", False),
        ("013-b", "**ID**: SPEC-021", "013-b/spec.md", False),
    ],
)
def test_a_spec_beside_the_plan_that_is_not_the_one_it_names(folder, header, path, is_missing):
    found = catalogue({**SPECS, f"{folder}/plan.md": f"# Plan\n\n{header}\n"})
    assert (found.plans[0].spec.path, found.plans[0].spec.is_missing) == (path, is_missing)
    assert [each.rule for each in found.findings if each.rule in RULES] == ["spec-not-found"] * is_missing


def test_a_copied_header_names_the_spec_of_the_plan_that_it_was_copied_from():
    plan = "# Plan\n\n**Spec**: SPEC-012\n"
    found = catalogue({**SPECS, "012-a/plan.md": plan, "013-b/plan.md": plan})
    assert [(each.file, each.line) for each in found.findings if each.rule == "spec-duplicate"] == [
        ("012-a/plan.md", 3),
        ("013-b/plan.md", 3),
    ]


def test_a_spec_that_the_label_of_its_id_names():
    files = {"012-a": "**Status**: Draft\n**Spec-ID**: SPEC-014", "013-b/spec.md": "# SPEC-013: B"}
    assert [line.split(": ")[0] for line in found(files)] == ["012-a/plan.md:4"]


@pytest.mark.parametrize(
    ("plan", "spec", "speaks"),
    [
        ("In progress", "Draft", True),
        ("Done", "Proposed", True),
        ("Done", "In review", False),
        ("Done", "Approved", False),
        ("In progress", "Ready", False),
        ("Planned", "Draft", False),
        ("Dropped", "Draft", False),
        ("Blocked", "Draft", False),
    ],
)
def test_plan_ahead_of_spec(plan, spec, speaks):
    files = {"012-a": f"**Status**: {plan}", "012-a/spec.md": f"# A\n\n**Status**: {spec}\n"}
    expected = (
        f'012-a/plan.md:3: info: the plan is "{plan}", but its spec 012-a/spec.md says "{spec}"; correct one of'
        " the two [plan-ahead-of-spec]"
    )
    assert found(files) == ([expected] if speaks else [])


@pytest.mark.parametrize(
    ("spec", "speaks"),
    [("Napkin", True), ("Draft", True), ("Approved", False), ("Checked", False), ("no such word", False)],
)
def test_a_draft_is_what_the_word_or_the_team_says(spec, speaks):
    team = (
        Status("Napkin", "napkin", Stage.TODO),
        Status("Checked", "checked", Stage.TODO),
        Status("Made", "made", Stage.DONE),
    )
    files = {"012-a": "**Status**: Made", "012-a/spec.md": f"# A\n\n**Status**: {spec}\n"}
    assert bool(found(files, statuses=team)) is speaks


def test_dependency_not_found():
    assert found({"012-a": "**Depends on**: 021\n**Related**: [b](../013-b/plan.md)", "014-c": ""}) == [
        (
            '012-a/plan.md:3: warning: "Depends on" names "021", but no such plan exists; correct or remove it'
            " [dependency-not-found]"
        ),
        (
            '012-a/plan.md:4: warning: "Related" names "b", but no such plan exists; correct or remove it'
            " [dependency-not-found]"
        ),
    ], "a broken link is said once"
    assert found({"012-a": "**Related**: ../guide.md"}) == [
        (
            '012-a/plan.md:3: warning: "Related" names "../guide.md", but no such file exists; correct or remove it'
            " [dependency-not-found]"
        )
    ]
    assert found({"012-a": "**Depends on**: 014", "014-c": ""}) == []


def test_a_dependency_that_may_be_several():
    texts = {"012-a/plan.md": "# A\n\n**Depends on**: 014\n", "014-b/plan.md": "# B\n", "014-c/plan.md": "# C\n"}
    assert [each.what for each in catalogue(texts).findings if each.rule == "dependency-not-found"] == ["014"]
    assert found({"012-a": "**Depends on**: 014", "014-b": "", "014-c": ""}) == [
        (
            '012-a/plan.md:3: warning: "Depends on" names "014", which could be 014-b/plan.md, 014-c/plan.md; write the'
            " path of the one you mean [dependency-not-found]"
        )
    ]


@pytest.mark.parametrize(
    ("header", "rule"),
    [("**Spec**: [spec](gone.md)", "spec-not-found"), ("**Depends on**: [b](gone.md)", "dependency-not-found")],
)
def test_a_link_that_no_other_rule_speaks_of_is_a_broken_link(header, rule):
    off = {rule: RuleSetting(Severity.OFF)}
    assert found({"012-a": header}, rules=off) == [
        '012-a/plan.md:3: warning: the link "gone.md" leads to no file; correct its path, or remove it [link-broken]'
    ]


def test_a_link_that_another_rule_speaks_of_does_not_hide_the_next_one():
    text = "# Plan\n\n**Depends on**: [b](gone.md)\n\n## Steps\n\n[c](away.md)\n"
    assert [f"{line.split(': ')[0]} {line.rpartition(' ')[2]}" for line in found({"012-a/plan.md": text})] == [
        "012-a/plan.md:3 [dependency-not-found]",
        "012-a/plan.md:7 [link-broken]",
    ]


def test_a_broken_link_in_a_spec_is_one_of_the_spec():
    assert [line.split(": ")[0] for line in found({"012-a": "", "012-a/spec.md": "# A\n\n[b](gone.md)\n"})] == [
        "012-a/spec.md:3"
    ]


@pytest.mark.parametrize(
    ("pattern", "left"), [("spec.md", []), ("plan.md", ["link-broken", "id-unknown"]), ("012-a/", [])]
)
def test_a_rule_leaves_the_spec_alone_by_its_own_path(pattern, left):
    files = {"012-a": "", "012-a/spec.md": "# SPEC-012: A\n\n[b](gone.md)\n\nAs SPEC-021 says.\n"}
    rules = {rule: RuleSetting(exclude=(pattern,)) for rule in ("link-broken", "id-unknown")}
    assert [line.rpartition("[")[2].rstrip("]") for line in found(files, rules=rules)] == left


def test_no_spec_is_needed():
    assert found({"012-a": "**Spec**: N/A", "013-b/spec.md": "# SPEC-013: B"}) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {
                "000-a": "**Status**: Draft",
                "001-b": "**Status**: Done\n**Depends on**: 002, 003",
                "002-c": "**Status**: Done",
                "003-d": "**Status**: Draft",
            },
            ["001-b/plan.md:4 [dependency-open]"],
        ),
        (
            {"001-a": "**Superseded by**: 002", "002-b": "**Supersedes**: 001", "003-c": "**Supersedes**: 001"},
            ["003-c/plan.md:3 [supersedes-mismatch]"],
        ),
        (
            {"001-a": "", "002-b": "**Status**: Done", "002-b/spec.md": "# B\n\n**Status**: Draft\n"},
            ["002-b/plan.md:3 [plan-ahead-of-spec]"],
        ),
        (
            {"SPEC-1-a": "", "SPEC-1-a/notes.md": "# SPEC-2", "SPEC-1-a/tasks.md": "# Tasks\n\nAs SPEC-3 says.\n"},
            ["SPEC-1-a/tasks.md:3 [id-unknown]"],
        ),
    ],
)
def test_what_is_right_does_not_end_the_search(files, expected):
    assert [f"{line.split(': ')[0]} {line.rpartition(' ')[2]}" for line in found(files)] == expected


def test_dependency_cycle():
    assert found({"001-a": "**Depends on**: 002", "002-b": "**Depends on**: 003", "003-c": "**Depends on**: 001"}) == [
        (
            "001-a/plan.md:3: warning: these plans depend on each other: 001-a/plan.md → 002-b/plan.md → 003-c/plan.md →"
            " 001-a/plan.md; remove one of these dependencies [dependency-cycle]"
        )
    ]
    assert found({"001-a": "**Depends on**: 002, 003", "002-b": "**Depends on**: 003", "003-c": ""}) == []


def test_a_dependency_that_the_other_plan_states_is_found_at_the_title():
    files = {"001-a": "**Status**: Done", "002-b": "**Status**: Draft\n**Blocks**: 001"}
    assert [line.split(": ")[0] for line in found(files)] == ["001-a/plan.md:1"]
    circle = {"001-a": "", "002-b": "**Blocks**: 001\n**Depends on**: 001"}
    assert [line.split(": ")[0] for line in found(circle)] == ["001-a/plan.md:1"]


@pytest.mark.parametrize(
    ("one", "other", "speaks"),
    [
        ("Done", "In progress", True),
        ("Done", "Blocked", True),
        ("Done", "Done", False),
        ("Done", "Dropped", False),
        ("Done", "Whatever", False),
        ("In progress", "Draft", False),
    ],
)
def test_dependency_open(one, other, speaks):
    files = {"001-a": f"**Status**: {one}\n**Depends on**: 002", "002-b": f"**Status**: {other}"}
    expected = (
        f'001-a/plan.md:4: info: the plan is done but depends on 002-b/plan.md, which is "{other}"; correct one status,'
        " or remove the dependency [dependency-open]"
    )
    assert found(files) == ([expected] if speaks else [])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("**Superseded by**: 002", "**Supersedes**: 001", None),
        ("**Status**: Dropped", "**Supersedes**: 001", None),
        ("**Status**: Superseded by 002", "", None),
        (
            "**Related**: 002",
            "**Supersedes**: 001",
            (
                '002-b/plan.md:3: info: the plan says it supersedes 001-a/plan.md, which does not say "Superseded by";'
                ' add "**Superseded by**: 002" there [supersedes-mismatch]'
            ),
        ),
        (
            "**Superseded by**: 002",
            "",
            (
                '001-a/plan.md:3: info: the plan says it is superseded by 002-b/plan.md, which does not say "Supersedes";'
                ' add "**Supersedes**: 001" there [supersedes-mismatch]'
            ),
        ),
    ],
)
def test_supersedes_mismatch(old, new, message):
    assert found({"001-a": old, "002-b": new}) == ([message] if message else [])


def test_plans_that_replace_each_other():
    both = "**Supersedes**: {0}\n**Superseded by**: {0}"
    files = {"a/plan.md": f"# A\n\n{both.format('B')}\n", "b/plan.md": f"# B\n\n{both.format('A')}\n"}
    assert [each.what for each in catalogue(files).findings if each.rule in RULES] == ["a/plan.md → b/plan.md"]
    assert found({"001-a": both.format("002"), "002-b": both.format("001")}) == [
        (
            "001-a/plan.md:3: info: these plans replace each other: 001-a/plan.md → 002-b/plan.md → 001-a/plan.md; remove"
            ' the "Supersedes" or "Superseded by" that is wrong [supersedes-mismatch]'
        )
    ]


def test_id_unknown():
    files = {
        "SPEC-012-a": "**Spec**: SPEC-012\n\n## Overview\n\nAs SPEC-013 says, and SPEC-014, FR-001.",
        "SPEC-012-a/tasks.md": "# Tasks\n\n- [ ] T-1 see SPEC-015\n",
        "SPEC-013-b": "",
    }
    said = "no plan or spec has the id"
    assert found(files) == [
        f'SPEC-012-a/plan.md:7: info: {said} "SPEC-014"; correct it, or write it as code [id-unknown]',
        f'SPEC-012-a/tasks.md:3: info: {said} "SPEC-015"; correct it, or write it as code [id-unknown]',
    ]


CIRCLE = {"001-a": "**Depends on**: 002", "002-b": "**Depends on**: 003", "003-c": "**Depends on**: 001"}
WAITING = {"001-a": "**Status**: Done\n**Depends on**: 002", "002-b": "**Status**: Draft"}
BLOCKING = {"001-a": "**Status**: Done", "002-b": "**Status**: Draft\n**Blocks**: 001"}
REPLACING = {"001-a": "**Status**: Draft\n**Related**: 002", "002-b": "**Supersedes**: 001"}


@pytest.mark.parametrize(
    ("files", "rule", "lines"),
    [
        (CIRCLE, "dependency-cycle", {"001-a": 3, "002-b": 3, "003-c": 3}),
        (WAITING, "dependency-open", {"001-a": 4, "002-b": 3}),
        (BLOCKING, "dependency-open", {"001-a": 1, "002-b": 4}),
        (REPLACING, "supersedes-mismatch", {"002-b": 3, "001-a": 4}),
    ],
)
def test_each_plan_of_a_finding_can_suppress_it(files, rule, lines):
    [finding] = [
        each
        for each in catalogue({f"{name}/plan.md": f"# P\n\n{text}\n" for name, text in files.items()}).findings
        if each.rule == rule
    ]
    assert list(finding.lines) == [(f"{name}/plan.md", line) for name, line in lines.items()]
    for name, line in lines.items():
        text = f"# P\n\n{files[name]}\n".splitlines()
        everywhere = [f"<!-- plans-disable {rule}: known -->", *text]
        there = [*text[: line - 1], f"{text[line - 1]} <!-- plans-disable {rule} -->", *text[line:], "", "## Steps"]
        for changed in (everywhere, there):
            texts = {f"{other}/plan.md": f"# P\n\n{words}\n" for other, words in files.items()}
            told = catalogue({**texts, f"{name}/plan.md": "\n".join(changed)})
            assert not {each.rule for each in told.findings} & {rule, "suppression-unused"}
            assert [each.rule for each in told.suppressed] == [rule]


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (5, "001/plan.md → 002/plan.md → 003/plan.md → 004/plan.md → 005/plan.md"),
        (3000, "001/plan.md → 002/plan.md → 003/plan.md → 004/plan.md → 005/plan.md → 2995 more"),
    ],
)
@pytest.mark.parametrize(
    ("label", "message"),
    [
        ("Depends on", "these plans depend on each other: {}; remove one of these dependencies"),
        (
            "Superseded by",
            'these plans replace each other: {}; remove the "Supersedes" or "Superseded by" that is wrong',
        ),
    ],
)
def test_of_a_long_circle_a_few_are_named(count, named, label, message):
    files = {f"{at:03}/plan.md": f"# P{at}\n\n**{label}**: {at % count + 1:03}\n" for at in range(1, count + 1)}
    [finding] = [each for each in catalogue(files).findings if "each other" in each.message]
    assert (finding.message, finding.what) == (message.format(f"{named} → 001/plan.md"), named)
    assert len(finding.also) == count - 1
