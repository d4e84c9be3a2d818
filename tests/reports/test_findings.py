"""Findings in every format of `mkdocs-plans check`."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sarif_pydantic import Sarif

from mkdocs_plans.model import Catalogue, Finding, Severity
from mkdocs_plans.reports import data, github, gitlab, sarif, text


@pytest.fixture
def some(finding, catalogue):
    """Two plans with findings of every severity, one finding of the site, and some that are silent."""
    return catalogue(
        finding(None, "section-missing", "3 plans follow no known template; set template", severity="info"),
        finding("a", "section-missing", 'section "X" is missing; add it', what="X"),
        finding("a", "section-missing", 'section "Y" is missing; add it', what="Y"),
        finding("a", "date-invalid", "no day; write YYYY-MM-DD", line=4, severity="error"),
        finding("a", "date-invalid", "no day; write YYYY-MM-DD", line=5, severity="error"),
        finding("b", "spec-missing", "no spec is named; name it", severity="info"),
        suppressed=[finding("a", "status-unknown", line=9, what="Qq")],
        accepted=[finding("b", "title-missing"), finding("b", "status-missing")],
        a="draft",
        b="done",
    )


COUNTS = "2 plans, 6 findings: 2 errors, 2 warnings, 2 infos (1 suppressed, 2 in the baseline)"


class TestText:
    def test_it_is_sorted_grouped_and_counted(self, some):
        assert text.render(some).splitlines() == [
            "3 plans follow no known template; set template [section-missing] (info)",
            "docs/a/plan.md:1: missing sections: X, Y [section-missing]",
            "docs/a/plan.md:4: no day; write YYYY-MM-DD (and 1 more like it: line 5) [date-invalid] (error)",
            "docs/b/plan.md:1: no spec is named; name it [spec-missing] (info)",
            "",
            COUNTS,
        ]

    def test_without_findings(self, catalogue):
        assert text.render(catalogue(a="draft")) == "1 plan, 0 findings\n"

    def test_colour_changes_no_words(self, some):
        colored = text.render(some, color=True)
        assert "\x1b[1mdocs/a/plan.md:1:\x1b[0m missing" in colored
        assert "\x1b[31m[date-invalid] (error)\x1b[0m" in colored
        assert re.sub(r"\x1b\[\d+m", "", colored) == text.render(some)


def test_many_lines_are_counted_by_rule(finding, catalogue):
    many = [finding(f"p{number:02}", "spec-missing", severity="info") for number in range(24)]
    others = [finding("p01", "link-broken"), finding("p01", "link-broken", line=2)]
    assert "spec-missing," not in text.render(catalogue(*many))
    assert text.render(catalogue(*others, *many)).splitlines()[-3:] == [
        "",
        "24 spec-missing, 2 link-broken",
        "0 plans, 26 findings: 2 warnings, 24 infos",
    ]


def test_json(finding, catalogue):
    found = [finding(None, "section-missing", "…", severity="info"), finding("a", line=3, what="Qq")]
    assert json.loads(data.render(catalogue(*found, accepted=[finding("b")], a="draft", b="draft"))) == {
        "schemaVersion": 1,
        "plans": 2,
        "suppressed": 0,
        "inBaseline": 1,
        "findings": [
            {
                "path": None,
                "file": None,
                "rule": "section-missing",
                "severity": "info",
                "line": 1,
                "what": "",
                "message": "…",
            },
            {
                "path": "a/plan.md",
                "file": "docs/a/plan.md",
                "rule": "status-unknown",
                "severity": "warning",
                "line": 3,
                "what": "Qq",
                "message": "wrong; mend it",
            },
        ],
    }


class TestGitLab:
    """The keys and values that https://docs.gitlab.com/ci/testing/code_quality/ asks for; it publishes no schema."""

    def test_every_entry(self, some):
        entries = json.loads(gitlab.render(some, prefix="handbook/", config="mkdocs.yaml"))
        assert [
            (each["severity"], each["location"]["path"], each["location"]["lines"]["begin"]) for each in entries
        ] == [
            ("info", "handbook/mkdocs.yaml", 1),
            ("minor", "handbook/docs/a/plan.md", 1),
            ("minor", "handbook/docs/a/plan.md", 1),
            ("major", "handbook/docs/a/plan.md", 4),
            ("major", "handbook/docs/a/plan.md", 5),
            ("info", "handbook/docs/b/plan.md", 1),
        ]
        for each in entries:
            assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
            assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert not each["location"]["path"].startswith(("./", "/", ".."))
        assert len({each["fingerprint"] for each in entries}) == len(entries)

    def test_a_finding_keeps_its_fingerprint_when_lines_move(self, finding, catalogue):
        [before] = json.loads(gitlab.render(catalogue(finding("a", line=3))))
        [after] = json.loads(gitlab.render(catalogue(finding("a", line=8))))
        [other] = json.loads(gitlab.render(catalogue(finding("b", line=3))))
        assert before["fingerprint"] == after["fingerprint"] != other["fingerprint"]

    def test_a_source_outside_the_project(self):
        found = Finding("status-unknown", Severity.WARNING, "../specs/a/plan.md", 1, "x; y", "specs/a/plan.md")
        [entry] = json.loads(gitlab.render(Catalogue(findings=(found,)), prefix="handbook/"))
        assert entry["location"]["path"] == "specs/a/plan.md"


class TestSarif:
    """Read by a consumer's own model of SARIF 2.1.0, and key by key what GitHub's code scanning asks for."""

    def test_a_consumer_reads_it(self, some):
        log = Sarif.model_validate_json(sarif.render(some, prefix="handbook/"))
        [run] = log.runs
        assert log.version == "2.1.0"
        assert [(each.rule_id, each.level.value) for each in run.results] == [
            ("section-missing", "note"),
            ("section-missing", "warning"),
            ("section-missing", "warning"),
            ("date-invalid", "error"),
            ("date-invalid", "error"),
            ("spec-missing", "note"),
            ("status-unknown", "warning"),
            ("title-missing", "warning"),
            ("status-missing", "warning"),
        ]
        place = run.results[3].locations[0].physical_location
        assert (place.artifact_location.uri, place.region.start_line) == ("handbook/docs/a/plan.md", 4)

    def test_results_point_at_their_rules(self, some):
        [run] = json.loads(sarif.render(some))["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
        assert all(each["shortDescription"]["text"] and each["help"]["text"] for each in rules)
        assert not any("\n " in each["help"]["text"] for each in rules), "Python before 3.13 keeps the indents"

    def test_what_is_silent_is_marked(self, some):
        [run] = json.loads(sarif.render(some))["runs"]
        kinds = [[each["kind"] for each in result.get("suppressions", [])] for result in run["results"]]
        assert kinds == [[]] * 6 + [["inSource"], ["external"], ["external"]]

    def test_a_path_is_a_uri(self):
        found = Finding("encoding", Severity.WARNING, "docs/zwölf 12#/plan.md", 1, "x; y", "p")
        [run] = json.loads(sarif.render(Catalogue(findings=(found,))))["runs"]
        uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "docs/zw%C3%B6lf%2012%23/plan.md"

    @pytest.mark.parametrize(
        ("message", "said"), [("[x](1) \\; y", r"\[x\](1) \\; y"), ("- [ ] x; (y)", "- [ ] x; (y)")]
    )
    def test_a_message_holds_no_links(self, message, said):
        found = Finding("encoding", Severity.WARNING, "plan.md", 1, message, "p")
        [run] = json.loads(sarif.render(Catalogue(findings=(found,))))["runs"]
        assert run["results"][0]["message"]["text"] == said

    @pytest.mark.parametrize(
        ("prefix", "uri", "said"),
        [("handbook/", "specs/a/plan.md", "x; y"), ("", None, "../specs/a/plan.md:1: x; y")],
    )
    def test_a_source_outside_the_project(self, prefix, uri, said):
        found = Finding("status-unknown", Severity.WARNING, "../specs/a/plan.md", 1, "x; y", "specs/a/plan.md")
        [result] = json.loads(sarif.render(Catalogue(findings=(found,)), prefix=prefix))["runs"][0]["results"]
        places = [each["physicalLocation"]["artifactLocation"]["uri"] for each in result.get("locations", [])]
        assert (places, result["message"]["text"]) == ([uri] if uri else [], said)

    def test_the_site_as_a_whole_has_no_place(self, some):
        [run] = json.loads(sarif.render(some))["runs"]
        assert ["locations" in each for each in run["results"]] == [False] + [True] * 8


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((4, 4, 4), "(and 2 more like it: line 4)"),
        ((4, 9, 9, 12), "(and 3 more like it: line 9, 12)"),
        ((1, 2, 3, 4, 5, 6), "(and 5 more like it: line 2, 3, 4, 5, 6)"),
        ((1, 2, 3, 4, 5, 6, 7), "(and 6 more like it: line 2, 3, 4, 5, 6, …)"),
    ],
)
def test_each_further_line_is_named_once(finding, catalogue, lines, said):
    found = [finding("a", "date-invalid", "no day; write YYYY-MM-DD", line=line) for line in lines]
    assert text.render(catalogue(*found, a="draft")).splitlines()[0].endswith(f"YYYY-MM-DD {said} [date-invalid]")


def test_what_further_findings_are_about_is_named_too(finding, catalogue):
    found = [
        finding("a", "link-broken", f'the link "{name}" leads to no file; correct it', line=line, what=name)
        for name, line in (("x.md", 4), ("y.md", 4), ("z" * 99, 9))
    ]
    assert text.render(catalogue(*found, a="draft")).splitlines()[0] == (
        'docs/a/plan.md:4: the link "x.md" leads to no file; correct it'
        f' (and 2 more like it: "y.md" in line 4, "{"z" * 79}…" in line 9) [link-broken]'
    )


def test_findings_of_one_rule_that_are_not_alike_have_lines_of_their_own(finding, catalogue):
    found = [
        finding("a", "dependency-not-found", f'"{name}" {why}', line=line, what=name)
        for line, name, why in [
            (4, "021", "does not exist; correct it"),
            (5, "012", "could be two plans; write its path"),
            (6, "022", "does not exist; correct it"),
        ]
    ]
    assert text.render(catalogue(*found, a="draft")).splitlines()[:2] == [
        'docs/a/plan.md:4: "021" does not exist; correct it (and 1 more like it: "022" in line 6) [dependency-not-found]',
        'docs/a/plan.md:5: "012" could be two plans; write its path [dependency-not-found]',
    ]


class TestGitHub:
    def test_one_annotation_a_file(self, some):
        assert github.render(some, prefix="handbook/").splitlines() == [
            (
                "::error file=handbook/docs/a/plan.md,line=4,title=mkdocs-plans::1: missing sections: X, Y"
                " [section-missing]%0A4: no day; write YYYY-MM-DD (and 1 more like it: line 5) [date-invalid]"
            ),
            "::notice title=mkdocs-plans::3 plans follow no known template; set template [section-missing]",
            "::notice file=handbook/docs/b/plan.md,line=1,title=mkdocs-plans::no spec is named; name it [spec-missing]",
            COUNTS,
        ]

    @pytest.mark.parametrize(
        ("prefix", "annotation"),
        [
            ("handbook/", "::warning file=specs/a/plan.md,line=1,title=mkdocs-plans::x; y [status-unknown]"),
            ("", "::warning title=mkdocs-plans::../specs/a/plan.md:1: x; y [status-unknown]"),
        ],
    )
    def test_a_source_outside_the_project(self, prefix, annotation):
        found = Finding("status-unknown", Severity.WARNING, "../specs/a/plan.md", 1, "x; y", "specs/a/plan.md")
        assert github.render(Catalogue(findings=(found,)), prefix=prefix).splitlines()[0] == annotation

    def test_changed_files_first(self, some):
        lines = github.render(some, {"docs/b/plan.md"}).splitlines()
        assert lines[0].startswith("::notice file=docs/b/plan.md")

    def test_what_would_be_dropped_goes_into_the_summary(self, finding, catalogue):
        many = catalogue(*(finding(f"p{number:02}") for number in range(13)), p00="draft")
        assert github.render(many).count("::warning") == 10
        assert github.table(many).splitlines() == [
            "### Plans",
            "",
            "1 plan, 13 findings: 13 warnings",
            "",
            "3 lines without an annotation:",
            "",
            "| where | what | rule |",
            "| --- | --- | --- |",
            "| docs/p10/plan.md:1 | wrong; mend it | status-unknown (warning) |",
            "| docs/p11/plan.md:1 | wrong; mend it | status-unknown (warning) |",
            "| docs/p12/plan.md:1 | wrong; mend it | status-unknown (warning) |",
        ]

    def test_a_long_table_is_cut(self, finding, catalogue):
        many = catalogue(*(finding(f"p{number:04}") for number in range(1_015)))
        lines = github.table(many).splitlines()
        assert (sum(line.startswith("| docs") for line in lines), lines[-1]) == (1_000, "5 more: `mkdocs-plans check`")

    def test_nothing_breaks_out_of_a_cell(self, finding, catalogue):
        many = catalogue(*(finding(f"p{number:02}", message="a | <b> [c](d)\n# e") for number in range(11)))
        assert github.table(many).splitlines()[-1].count(" | ") == 2

    def test_markdown_leaves_a_cell_as_it_is(self, finding, catalogue):
        many = catalogue(*(finding(f"p{number:02}", message="&lt;b&gt; costs $1 or $2, @ada") for number in range(11)))
        assert r" \&lt;b\&gt; costs \$1 or \$2, \@ada " in github.table(many).splitlines()[-1]

    @given(st.text(max_size=40), st.text(max_size=40))
    def test_a_plan_cannot_give_commands(self, file, message):
        found = Finding("status-unknown", Severity.WARNING, file, 1, message, "p")
        out = github.render(Catalogue(findings=(found,)))
        assert [line for line in out.replace("\r", "\n").split("\n") if line.startswith("::")] == [out.split("\n")[0]]
        assert len(out.split("\n")) == 3
