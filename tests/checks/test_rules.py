"""Every rule with a plan that it is silent about and one that it speaks about; sections have a file of their own."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans import checks
from mkdocs_plans.baseline import Baseline
from mkdocs_plans.discovery import Feature
from mkdocs_plans.linking import Linker
from mkdocs_plans.model import Defect, Derived, Link, Place, Severity, Spec, Stage, Status
from mkdocs_plans.reading import read
from mkdocs_plans.relating import Shelf, relate
from mkdocs_plans.rules import SEVERITIES
from mkdocs_plans.settings import DEFAULT_STATUSES, RuleSetting, Settings

LOGIN = "docs/specs/012-login/plan.md"
DRAFT, DONE, DROPPED = DEFAULT_STATUSES[0], DEFAULT_STATUSES[6], DEFAULT_STATUSES[7]
SHIPPED = Status("Shipped", "shipped", Stage.DONE, own=True)


def test_a_plan_with_nothing_wrong(plan, check):
    headings = "# Login\n## Summary\n## Technical Context\n## Constitution Check\n## Project Structure"
    assert check(plan(headings=headings, status="In progress", progress=(3, 9), number="012")) == []


@pytest.mark.parametrize(
    "rule", ["unreadable", "encoding", "too-complex", "front-matter-invalid", "status-conflict", "date-invalid"]
)
def test_what_reading_brought_to_light_is_reported(plan, check, rule):
    defect = Defect(rule, 7, "something is wrong; mend it")
    expected = f"docs/specs/012-login/plan.md:7: warning: something is wrong; mend it [{rule}]"
    assert check(plan(defects=(defect,)), only=rule) == [expected]
    assert check(plan(), only=rule) == []


@pytest.mark.parametrize(("rule", "is_cut"), [("unreadable", False), ("too-complex", True)])
def test_nothing_is_missed_in_what_was_not_read(plan, check, rule, is_cut):
    defect = Defect(rule, 1, "no text; mend it")
    found = check(plan(headings="", status=None, defects=(defect,), spec=Spec(), is_cut=is_cut))
    assert found == [f"docs/specs/012-login/plan.md:1: warning: no text; mend it [{rule}]"]


def test_what_is_too_complex_but_was_read_is_measured(plan, check):
    defect = Defect("too-complex", 1, "a line is too long; split it")
    found = check(plan(headings="# Login\n## Summary", defects=(defect,)))
    assert [line.rpartition(" ")[2] for line in found] == ["[too-complex]", *["[section-missing]"] * 3]


def test_title_missing(plan, check):
    assert check(plan(), only="title-missing") == []
    assert check(plan(headings="## Overview"), only="title-missing") == [
        (
            "docs/specs/012-login/plan.md:1: info: the plan has no title, so its folder or file name is shown;"
            ' start with a heading such as "# Login" [title-missing]'
        )
    ]


@pytest.mark.parametrize(
    ("derived", "stands_as", "message"),
    [
        (Derived(), None, 'no status is declared; write "**Status**: Draft" below the title'),
        (
            Derived(Stage.DONE, "progress"),
            DONE,
            'no status is declared, "Done" is derived from its progress; write "**Status**: Done" below the title',
        ),
    ],
)
def test_status_missing(plan, check, derived, stands_as, message):
    silent = replace(plan(status=None, stands_as=stands_as), derived=derived)
    assert check(plan(), only="status-missing") == []
    assert check(silent, only="status-missing") == [f"docs/specs/012-login/plan.md:1: info: {message} [status-missing]"]


DRAFT_OF_SPEC = 'no status is declared, "Draft" is derived from its spec'


@pytest.mark.parametrize(
    ("derived", "progress", "message"),
    [
        (
            Derived(Stage.TODO, "spec"),
            (9, 9),
            (
                f'{DRAFT_OF_SPEC}, but 9 of 9 tasks in tasks.md are done; write "**Status**: Done" below the title,'
                " or add the remaining tasks"
            ),
        ),
        (
            Derived(Stage.TODO, "spec"),
            (1, 1),
            (
                f'{DRAFT_OF_SPEC}, but 1 of 1 task in tasks.md is done; write "**Status**: Done" below the title,'
                " or add the remaining tasks"
            ),
        ),
        (
            Derived(Stage.DONE, "folder"),
            (1, 9),
            (
                'no status is declared, "Done" is derived from its folder, but 8 of 9 tasks in tasks.md are open;'
                ' tick what is done, and write "**Status**: Done" below the title'
            ),
        ),
        (Derived(Stage.TODO, "spec"), (8, 9), f'{DRAFT_OF_SPEC}; write "**Status**: Draft" below the title'),
    ],
)
def test_the_status_to_write_does_not_contradict_the_tasks(plan, check, derived, progress, message):
    stands_as = DONE if derived.stage is Stage.DONE else DRAFT
    silent = replace(plan(status=None, stands_as=stands_as, progress=progress), derived=derived)
    assert check(silent, only="status-missing") == [f"docs/specs/012-login/plan.md:1: info: {message} [status-missing]"]


@pytest.mark.parametrize(
    ("statuses", "name"), [((DONE, DRAFT), "Draft"), ((DROPPED, DONE), "Dropped"), ((SHIPPED,), "Shipped")]
)
def test_the_status_to_write_is_the_first_of_what_is_to_do(plan, check, statuses, name):
    [line] = check(plan(status=None), only="status-missing", statuses=statuses)
    assert f'write "**Status**: {name}" below the title' in line


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("In progres", 'status "In progres" is unknown; did you mean "In progress"?'),
        (
            "Zwölf",
            (
                'status "Zwölf" is unknown; use one of Draft, Planned, In progress, In review, Blocked, On hold, Done,'
                " Dropped, or add it as an alias of one"
            ),
        ),
        (
            "Qq\x1b[31m\u202e\nqq",
            (
                'status "Qq[31m qq" is unknown; use one of Draft, Planned, In progress, In review, Blocked, On hold,'
                " Done, Dropped, or add it as an alias of one"
            ),
        ),
    ],
)
def test_status_unknown(plan, check, status, message):
    assert check(plan(status="Done"), only="status-unknown") == []
    assert check(plan(status=status), only="status-unknown") == [
        f"docs/specs/012-login/plan.md:3: warning: {message} [status-unknown]"
    ]


def test_a_long_status_is_cut(plan, check):
    [line] = check(plan(status="Q" * 5_000), only="status-unknown")
    assert f'"{"Q" * 79}…"' in line


def test_spec_missing(plan, check):
    assert check(plan(spec=Spec(path="specs/012-login/spec.md")), only="spec-missing") == []
    assert check(plan(spec=Spec(path=None)), only="spec-missing") == [
        (
            'docs/specs/012-login/plan.md:1: info: no spec is named; write "**Spec**: …" below the title,'
            " or put spec.md beside the plan [spec-missing]"
        )
    ]


@pytest.mark.parametrize(
    ("headings", "links", "is_named"),
    [
        ("# Plan: Spec 087 - Login", (), True),
        ("# SPEC-012: Login", (), True),
        ("# Plan: Specifics 4", (), False),
        ("# Login", ("spec.md",), True),
        ("# Login", ("./Spec.md#goal",), True),
        ("# Login", ("../011-users/spec.md", "spec.md.bak"), False),
        ("# Login\n# SPEC-012", (), False),
        ("## SPEC-012", (), False),  # no title at all
    ],
)
def test_a_spec_may_be_named_in_the_title_or_by_a_link(plan, check, headings, links, is_named):
    made = plan(headings=headings, spec=Spec(), links=tuple(Link(to, 5) for to in links))
    assert bool(check(made, only="spec-missing")) is not is_named


def test_spec_duplicate(plan, check):
    login = plan("a/plan.md", spec=Spec("SPEC-012", "SPEC-012"))
    logout = plan("b/plan.md", spec=Spec("spec-12", "spec-12"), labels=["spec"])
    other = plan("c/plan.md", spec=Spec("SPEC-013", "SPEC-013"))
    assert check(login, other, only="spec-duplicate") == []
    assert check(login, logout, other, only="spec-duplicate") == [
        (
            'docs/a/plan.md:1: info: spec "SPEC-012" is also named by docs/b/plan.md;'
            " name another spec, or drop one of the plans [spec-duplicate]"
        ),
        (
            'docs/b/plan.md:4: info: spec "spec-12" is also named by docs/a/plan.md;'
            " name another spec, or drop one of the plans [spec-duplicate]"
        ),
    ]


def test_one_spec_may_be_named_by_its_path(plan, check):
    login, logout = (plan(f"{name}/plan.md", spec=Spec("the spec", path="s/spec.md")) for name in "ab")
    assert [line.partition(" is ")[0] for line in check(login, logout, only="spec-duplicate")] == [
        'docs/a/plan.md:1: info: spec "s/spec.md"',
        'docs/b/plan.md:1: info: spec "s/spec.md"',
    ]


def test_many_duplicates_name_a_few(plan, check):
    plans = [plan(f"{name}/plan.md", spec=Spec("S", "S-1")) for name in "abcdef"]
    lines = check(*plans, only="spec-duplicate")
    assert [line.partition("named by ")[2].partition(";")[0] for line in lines][::5] == [
        "docs/b/plan.md, docs/c/plan.md, docs/d/plan.md and 2 more",
        "docs/a/plan.md, docs/b/plan.md, docs/c/plan.md and 2 more",
    ]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (("specs/012-login/plan.md", "012"), ("specs/012-logout/plan.md", "012"), True),
        (("specs/012-login/plan.md", "012"), ("specs/12-logout/plan.md", "12"), True),
        (("plans/active/012-a/plan.md", "012"), ("plans/completed/012-b/plan.md", "012"), True),
        (("plans/012-a.plan.md", "012"), ("plans/012-b.plan.md", "012"), True),
        (("specs/012-login/PLAN.md", "012"), ("specs/012-logout/plan.md", "012"), True),
        (("specs/012-login/plan.md", "012"), ("specs/013-logout/plan.md", "013"), False),
        (("web/specs/012-a/plan.md", "012"), ("app/specs/012-b/plan.md", "012"), False),
        (("specs/012-a/plan.md", "012"), ("specs/012-a/api.plan.md", "012"), False),
        (("specs/a/plan.md", None), ("specs/b/plan.md", None), False),
    ],
)
def test_number_duplicate(plan, check, one, other, clash):
    plans = [plan(path, number=number) for path, number in (one, other)]
    lines = check(*plans, only="number-duplicate")
    assert len(lines) == (2 if clash else 0)
    if clash:
        files = sorted(f"docs/{path}" for path, _ in (one, other))
        number = dict((one, other))[files[0].removeprefix("docs/")]
        assert lines[0] == (
            f'{files[0]}:1: info: number "{number}" is also used by {files[1]};'
            " give one of them the next free number [number-duplicate]"
        )


@pytest.mark.parametrize(
    ("status", "progress", "rule", "message"),
    [
        (
            "Done",
            (6, 9),
            "done-with-open-tasks",
            'the status is "Done", but 3 of 9 tasks in tasks.md are open; tick what is done, or correct the status',
        ),
        (
            "Done",
            (0, 1),
            "done-with-open-tasks",
            'the status is "Done", but 1 of 1 task in tasks.md is open; tick what is done, or correct the status',
        ),
        (
            "Draft",
            (9, 9),
            "open-with-all-tasks-done",
            'the status is "Draft", but 9 of 9 tasks in tasks.md are done; set the status to "Done", or add the remaining tasks',
        ),
        (
            "Draft",
            (1, 1),
            "open-with-all-tasks-done",
            'the status is "Draft", but 1 of 1 task in tasks.md is done; set the status to "Done", or add the remaining tasks',
        ),
    ],
)
def test_status_and_boxes_that_contradict_each_other(plan, check, status, progress, rule, message):
    assert check(plan(status=status, progress=progress), only=rule) == [
        f"docs/specs/012-login/plan.md:3: info: {message} [{rule}]"
    ]


@pytest.mark.parametrize(
    ("status", "progress"),
    [
        ("Done", (9, 9)),
        ("Done", None),
        ("Done", (0, 0)),
        ("Draft", (8, 9)),
        ("Draft", (0, 0)),
        ("Dropped", (3, 9)),
        ("Dropped", (9, 9)),
        ("Qqq", (9, 9)),
        (None, (9, 9)),
    ],
)
def test_status_and_boxes_that_agree(plan, check, status, progress):
    lines = check(plan(status=status, progress=progress))
    assert not any("done-with-open-tasks" in line or "open-with-all-tasks-done" in line for line in lines)


@pytest.mark.parametrize(("statuses", "name"), [((DRAFT, SHIPPED), "Shipped"), ((DRAFT,), "Done")])
def test_the_status_to_set_is_one_of_the_teams(plan, check, statuses, name):
    [line] = check(plan(progress=(9, 9)), only="open-with-all-tasks-done", statuses=statuses)
    assert f'set the status to "{name}", or add the remaining tasks' in line


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([(LOGIN, "section-missing", "Goal")], f'1 entry of {LOGIN} no longer occurs ("section-missing")'),
        (
            [(LOGIN, "section-empty", "A"), (LOGIN, "section-missing", "B"), (LOGIN, "section-missing", "C")],
            f'3 entries of {LOGIN} no longer occur ("section-empty", "section-missing")',
        ),
        ([("", "section-missing", "")], '1 entry of the whole site no longer occurs ("section-missing")'),
    ],
)
def test_baseline_stale(check, entries, message):
    assert check(baseline=Baseline(dict.fromkeys(entries, 1))) == [
        f"plans-baseline.json:1: info: {message}; run mkdocs-plans check --write-baseline [baseline-stale]"
    ]


def test_a_team_sets_severities(plan, check):
    def severity(value, **more):
        return check(plan(status="Qq"), only="status-unknown", rules={"status-unknown": RuleSetting(value, **more)})

    assert [line.split(": ")[1] for line in severity(Severity.ERROR)] == ["error"]
    assert [line.split(": ")[1] for line in severity(Severity.INFO)] == ["info"]
    assert severity(Severity.OFF) == []
    assert len(severity(None)) == 1


@pytest.mark.parametrize(
    ("pattern", "left_alone"),
    [("specs/012-*/", True), ("Specs/", True), ("plan.md", True), ("docs/", False), ("specs/013-*/", False)],
)
def test_a_team_leaves_paths_alone(plan, check, pattern, left_alone):
    rules = {"status-unknown": RuleSetting(exclude=(pattern,))}
    assert bool(check(plan(status="Qq"), only="status-unknown", rules=rules)) is not left_alone


def test_findings_are_sorted_by_file_and_line(plan, check):
    lines = check(plan("b/plan.md", status="Qq", spec=Spec()), plan("a/plan.md", status="Qq"))
    places = [line.partition(": ")[0].rpartition(":") for line in lines]
    assert [(file, int(line)) for file, _, line in places] == sorted((file, int(line)) for file, _, line in places)
    assert {file for file, _, _ in places} == {"docs/a/plan.md", "docs/b/plan.md"}


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(max_size=40), max_size=5))
def test_whatever_a_plan_says_messages_are_single_lines_without_control_characters(title, status, names):
    text = f"# {title}\n\n**Status**: {status}\n\n" + "\n\n".join(f"## {name}" for name in names)
    settings = Settings()
    document = read(text.encode("utf-8", "replace"), settings)
    place = Place("specs/012-login/plan.md", "specs/012-login/plan.md")
    catalogue = relate(Shelf([Feature(place.path)], Linker({place.path: place}), {place.path: document}, {}), settings)
    for finding in checks.check(catalogue, settings, {"templates/plan.md": document}).findings:
        assert finding.message == " ".join(finding.message.split())
        assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in finding.message + finding.what)
        assert len(finding.message) < 1_000


def test_every_rule_has_a_severity_and_is_registered_once():
    names = [rule.name for rule in checks.RULES]
    assert len(set(names)) == len(names)
    assert set(names) == set(SEVERITIES)


@pytest.mark.parametrize("rule", checks.RULES, ids=lambda rule: rule.name)
def test_every_rule_documents_itself(rule):
    documentation = rule.documentation
    paragraphs = documentation.split("\n\n")
    assert [part for part in ("How to fix:", "Bad:", "Good:") if any(p.startswith(part) for p in paragraphs)] == [
        "How to fix:",
        "Bad:",
        "Good:",
    ]
    assert rule.find.__name__.replace("_", "-") == rule.name
