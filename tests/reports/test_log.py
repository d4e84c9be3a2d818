"""What a build says of the plans."""

from __future__ import annotations

from mkdocs_plans.model import Severity
from mkdocs_plans.reports import log


def said(*args):
    return [f"{severity.value}: {text}" for severity, text in log.lines(*args)]


def missing(finding, name, *sections, of=13, **values):
    return [
        finding(name, "section-missing", f'section "{each}" is missing; add it', what=each, of=of, **values)
        for each in sections
    ]


def test_one_line_a_plan_and_rule(finding, catalogue):
    findings = [
        *missing(finding, "a", "Data Flow", "Testing Strategy"),
        finding("a", "status-unknown", 'status "x" is unknown; use one of Draft', line=3),
    ]
    assert said(catalogue(*findings, a="draft"), "plans/board/") == [
        "warning: docs/a/plan.md:1: missing sections: Data Flow, Testing Strategy [section-missing]",
        'warning: docs/a/plan.md:3: status "x" is unknown; use one of Draft [status-unknown]',
        "info: 1 plan, 3 findings: 3 warnings in 2 lines; the board is at plans/board/",
    ]


def test_a_site_without_plans(catalogue):
    assert said(catalogue()) == ["info: 0 plans, 0 findings"]


def test_infos_are_counted_and_not_printed(finding, catalogue):
    findings = [finding("a", severity="info"), finding(severity="info")]
    assert said(catalogue(*findings, a="draft", b="done")) == [
        "info: 2 plans, 2 findings: 2 infos; all of them: mkdocs-plans check"
    ]


def test_errors_come_first_then_plans_that_are_open(finding, catalogue):
    findings = [finding("a"), finding("b"), finding("c"), finding("d", severity="error")]
    lines = said(catalogue(*findings, a="done", b="in-progress", c="dropped", d="done"))
    assert [line.split()[1].partition(":")[0] for line in lines[:-1]] == [
        "docs/d/plan.md",
        "docs/b/plan.md",
        "docs/a/plan.md",
        "docs/c/plan.md",
    ]


def test_after_twenty_lines_the_rest_is_counted(finding, catalogue):
    names = [f"p{number:03}" for number in range(150)]
    lines = said(catalogue(*(finding(name) for name in names), **dict.fromkeys(names, "draft")))
    assert len(lines) == 22
    assert lines[19].startswith("warning: docs/p019/plan.md")
    assert lines[20:] == [
        "info: 130 more: mkdocs-plans check",
        "info: 150 plans, 150 findings: 150 warnings; all of them: mkdocs-plans check",
    ]


def test_exactly_twenty_lines_are_printed(finding, catalogue):
    names = [f"p{number:03}" for number in range(20)]
    lines = said(catalogue(*(finding(name) for name in names), **dict.fromkeys(names, "draft")))
    assert len(lines) == 21


def misfits(finding, catalogue, count, sections=2, of=3):
    names = [f"p{number:03}" for number in range(count)]
    found = [each for name in names for each in missing(finding, name, *"ABCDE"[:sections], of=of)]
    return said(catalogue(*found, finding("other"), other="draft", **dict.fromkeys(names, "draft")))


def test_a_template_that_fits_nobody_is_one_warning(finding, catalogue):
    assert misfits(finding, catalogue, 21) == [
        (
            "warning: 21 plans each lack more than half of the sections that their template requires; set `template` or"
            " `sections` in the plugin's options to fit your plans, or `rules: {section-missing: info}` [section-missing]"
        ),
        "warning: docs/other/plan.md:1: wrong; mend it [status-unknown]",
        "info: 22 plans, 43 findings: 43 warnings in 2 lines; all of them: mkdocs-plans check",
    ]


def test_twenty_such_plans_speak_for_themselves(finding, catalogue):
    assert sum("missing sections" in line for line in misfits(finding, catalogue, 20)) == 19


def test_half_of_the_sections_is_not_more_than_half(finding, catalogue):
    assert sum("missing sections" in line for line in misfits(finding, catalogue, 30, sections=2, of=4)) == 19


class TestRebuild:
    """Under `mkdocs serve` a rebuild says only what appeared or went away."""

    def test_nothing_changed(self, finding, catalogue):
        before = catalogue(finding("a", line=3), a="draft")
        after = catalogue(finding("a", line=8), a="draft")
        assert said(after, None, log.known(before)) == []

    def test_something_appeared(self, finding, catalogue):
        before = catalogue(*missing(finding, "a", "Data Flow"), a="draft")
        after = catalogue(*missing(finding, "a", "Data Flow", "Dependencies"), finding("b", severity="info"), a="draft")
        assert said(after, None, log.known(before)) == [
            "warning: docs/a/plan.md:1: missing sections: Dependencies [section-missing]"
        ]

    def test_something_went_away(self, finding, catalogue):
        before = catalogue(*missing(finding, "a", "Data Flow"), finding("b"), a="draft", b="draft")
        after = catalogue(finding("b"), b="draft")
        assert said(after, None, log.known(before)) == [
            'info: resolved: docs/a/plan.md: section "Data Flow" is missing [section-missing]'
        ]

    def test_what_went_away_together_is_one_line(self, finding, catalogue):
        links = [finding("a", "link-broken", f"{name} leads to no file; correct it", what=name) for name in "xyz"]
        whole = [finding(message=f"{name}; mend it", what=name) for name in "xy"]
        before = catalogue(*missing(finding, "a", "Data Flow", "Dependencies"), *links, *whole, a="draft")
        assert said(catalogue(), None, log.known(before)) == [
            "info: resolved: docs/a/plan.md: missing sections: Data Flow, Dependencies [section-missing]",
            "info: resolved: docs/a/plan.md: x leads to no file (and 2 more) [link-broken]",
            "info: resolved: x (and 1 more) [status-unknown]",
        ]

    def test_both_are_cut(self, finding, catalogue):
        names = [f"p{number:03}" for number in range(50)]
        many = catalogue(*(finding(name) for name in names), **dict.fromkeys(names, "draft"))
        assert len(log.lines(catalogue(), None, log.known(many))) == 21
        assert len(log.lines(many, None, {})) == 21


def test_a_path_cannot_forge_a_line(finding, catalogue):
    [line, _] = log.lines(catalogue(finding("a\nWARNING b\x1b[2J"), a="draft"))
    assert line.text == "docs/a WARNING b[2J/plan.md:1: wrong; mend it [status-unknown]"
    assert line.severity is Severity.WARNING
