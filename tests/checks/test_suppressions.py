"""What a plan may silence, where, and what is said of suppressions that do nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans import checks
from mkdocs_plans.checks.silence import MOST_IN_A_FILE
from mkdocs_plans.discovery import Feature
from mkdocs_plans.linking import Linker
from mkdocs_plans.model import Place, Severity
from mkdocs_plans.reading import read
from mkdocs_plans.relating import Shelf, relate
from mkdocs_plans.settings import RuleSetting, SectionSpec, Settings

PATH = "specs/012-login/plan.md"
SECTIONS = (SectionSpec("Goal"), SectionSpec("Data Flow"))


def judge(text: str, **settings):
    """The verdict on one plan, read from text, that must have the sections Goal and Data Flow."""
    chosen = Settings(sections=SECTIONS, **settings)
    place, document = Place(PATH, f"docs/{PATH}"), read(text.encode("utf-8", "replace"), chosen)
    catalogue = relate(Shelf([Feature(PATH)], Linker({PATH: place}), {PATH: document}, {}), chosen)
    return checks.check(catalogue, chosen)


def rules(findings):
    return [(finding.line, finding.rule, finding.what) for finding in findings]


HEAD = "# Login\n\n**Spec**: SPEC-012\n"
STATUS = "**Status**: Draft\n"


@pytest.mark.parametrize(
    ("text", "suppressed"),
    [
        # Above the first H2, and in the front matter, for the file.
        (f"{HEAD}{STATUS}<!-- plans-disable section-missing: docs only -->\n\n## Goal\n\nText.\n", {"section-missing"}),
        (f"<!-- plans-disable section-missing -->\n{HEAD}{STATUS}\n## Goal\n\nText.\n", {"section-missing"}),
        (
            f"{HEAD}{STATUS}<!-- plans-disable section-missing, section-empty: notes -->\n\n## Goal\n",
            {"section-missing", "section-empty"},
        ),
        (
            f"{HEAD}{STATUS}<!-- plans-disable section-missing\n  section-empty:\n  notes -->\n\n## Goal\n",
            {"section-missing", "section-empty"},
        ),
        (
            f"---\nplans: {{disable: [section-missing]}}\n---\n{HEAD}{STATUS}\n## Goal\n\nText.\n",
            {"section-missing"},
        ),
        (f"---\nplans:\n  disable: section-missing\n---\n{HEAD}{STATUS}\n## Goal\n\nText.\n", {"section-missing"}),
        # On a line, and above one.
        (f"{HEAD}**Status**: Qq <!-- plans-disable status-unknown: odd -->\n", {"status-unknown"}),
        (
            f"{HEAD}{STATUS}\n## Goal <!-- plans-disable section-empty: later -->\n\n## Data Flow\n\nX.\n",
            {"section-empty"},
        ),
        (
            f"{HEAD}{STATUS}\n## Data Flow\n\nX.\n\n<!-- plans-disable section-empty: later -->\n\n## Goal\n",
            {"section-empty"},
        ),
        (f"{HEAD}{STATUS}\n## Data Flow\n\nX.\n\n<!-- plans-disable section-empty -->\n## Goal\n", {"section-empty"}),
        # Under the heading that it is about.
        (
            f"{HEAD}{STATUS}\n## Data Flow\n\nX.\n\n## Goal\n\n<!-- what we want -->\n<!-- plans-disable section-empty -->\n",
            {"section-empty"},
        ),
        (
            f"{HEAD}{STATUS}<!-- plans-disable section-empty -->\n\n## Data Flow\n\nX.\n\n## Goal\n",
            {"section-empty"},
        ),
        # Without any heading.
        ("**Status**: Qq\n\nText.\n\n<!-- plans-disable status-unknown -->\n", {"status-unknown"}),
    ],
)
def test_what_is_suppressed(text, suppressed):
    verdict = judge(text)
    assert {finding.rule for finding in verdict.suppressed} == suppressed
    assert not suppressed & {finding.rule for finding in verdict.findings}
    assert not any(finding.rule.startswith("suppression") for finding in verdict.findings)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{STATUS}\n```\n<!-- plans-disable section-missing -->\n```\n\n## Goal\n\nText.\n",
        f"{HEAD}{STATUS}\n    <!-- plans-disable section-missing -->\n\n## Goal\n\nText.\n",
        f"{HEAD}{STATUS}\n`<!-- plans-disable section-missing -->`\n\n## Goal\n\nText.\n",
        f"{HEAD}{STATUS}\nplans-disable section-missing\n\n## Goal\n\nText.\n",
        f"{HEAD}{STATUS}\n<!-- we say plans-disable section-missing -->\n\n## Goal\n\nText.\n",
        f"{HEAD}{STATUS}\n<!-- say: plans-disable section-missing\n\n```\n\n## Goal\n\nText.\n",
    ],
)
def test_what_only_looks_like_a_suppression(text):
    verdict = judge(text)
    assert verdict.suppressed == ()
    assert (1, "section-missing", "Data Flow") in rules(verdict.findings)
    assert not any(finding.rule.startswith("suppression") for finding in verdict.findings)


def test_elsewhere_the_finding_stays():
    text = f"{HEAD}{STATUS}\n## Data Flow\n\n<!-- plans-disable section-empty -->\nX.\n\n## Goal\n"
    assert rules(judge(text).findings) == [(8, "suppression-unused", "section-empty"), (11, "section-empty", "Goal")]


def test_in_the_line_of_the_first_h2_it_counts_for_that_section():
    text = f"{HEAD}{STATUS}\n## Goal <!-- plans-disable section-missing -->\n\nText.\n"
    assert rules(judge(text).findings) == [
        (1, "section-missing", "Data Flow"),
        (6, "suppression-unused", "section-missing"),
    ]


def test_every_suppression_of_a_file_is_looked_at():
    comments = "<!-- plans-disable section-missing -->\n<!-- plans-disable qq -->\n"
    found = rules(judge(f"{HEAD}{STATUS}\n{comments}\n## Goal\n\nText.\n").findings)
    assert found == [(7, "suppression-unknown", "qq")]


def test_but_no_more_than_a_person_would_write():
    comments = "<!-- plans-disable qq -->\n" * (MOST_IN_A_FILE + 1)
    found = [finding for finding in judge(f"{HEAD}{STATUS}\n{comments}").findings if finding.what == "qq"]
    assert len(found) == MOST_IN_A_FILE


def test_front_matter_is_spoken_of_at_its_first_line():
    text = f"---\nplans: {{disable: [section-empty]}}\n---\n{HEAD}{STATUS}\n## Goal\n\nX.\n\n## Data Flow\n\nY.\n"
    assert rules(judge(text).findings) == [(1, "suppression-unused", "section-empty")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "<!-- plans-disable section-mising: docs -->",
            'there is no rule "section-mising" to suppress; did you mean "section-missing"?',
        ),
        ("<!-- plans-disable qq -->", 'there is no rule "qq" to suppress; correct the name'),
        (
            "<!-- plans-disable -->",
            'the suppression names no rule; write "plans-disable section-missing: the reason"',
        ),
        (
            "<!-- plans-disable-line section-missing -->",
            '"plans-disable-line" is not a suppression; write "plans-disable" and the names of rules',
        ),
    ],
)
def test_suppression_unknown(comment, message):
    found = [finding for finding in judge(f"{HEAD}{STATUS}\n{comment}\n").findings if finding.line == 6]
    assert [(finding.rule, finding.severity, finding.message) for finding in found] == [
        ("suppression-unknown", "warning", message)
    ]


def test_suppression_unused():
    text = f"{HEAD}{STATUS}\n<!-- plans-disable section-missing -->\n\n## Goal\n\nX.\n\n## Data Flow\n\nY.\n"
    [finding] = judge(text).findings
    assert (finding.line, finding.severity, finding.message) == (
        6,
        "info",
        '"section-missing" is suppressed but does not occur; remove the suppression',
    )


def test_a_rule_that_is_off_is_not_missed():
    text = f"{HEAD}{STATUS}\n<!-- plans-disable section-order -->\n\n## Goal\n\nX.\n\n## Data Flow\n\nY.\n"
    assert judge(text).findings == ()
    assert rules(judge(text, rules={"section-order": RuleSetting(Severity.INFO)}).findings) == [
        (6, "suppression-unused", "section-order")
    ]


def test_suppressions_can_be_suppressed_too():
    text = f"<!-- plans-disable suppression-unknown -->\n{HEAD}{STATUS}\n<!-- plans-disable qq -->\n## Goal\n\nX.\n"
    assert "suppression-unknown" not in {finding.rule for finding in judge(text).findings}


@given(st.text(alphabet="<!->plans-disable section-missing:,\n #`", max_size=120))
def test_whatever_a_comment_says_nothing_is_lost(text):
    """A finding is either said or suppressed, and only comments of the right form suppress."""
    verdict = judge(f"{HEAD}{STATUS}\n{text}\n")
    if "plans-disable" not in text:
        assert verdict.suppressed == ()
    missing = [f for f in (*verdict.findings, *verdict.suppressed) if f.rule == "section-missing"]
    assert {finding.what for finding in missing} <= {"Goal", "Data Flow"}
