"""Sections, how much of them is written, and their facts."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Fact, Section, SectionState
from mkdocs_plans.model.lazy import Lazy
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings

SETTINGS = Settings()


def sections(text: str):
    return read(text.encode(), SETTINGS).sections


def test_headings_levels_and_lines():
    text = "# Login\n\n## 1. Overview ##\n\nText.\n\n### `Part` one\n\nMore.\n\n```\n## no heading\n```\n\nTesting\n-------\n\nEnd.\n"
    assert [(s.title, s.level, s.line, s.last_line) for s in sections(text)] == [
        ("Login", 1, 1, 18),
        ("1. Overview", 2, 3, 14),
        ("Part one", 3, 7, 14),
        ("Testing", 2, 15, 18),
    ]


def test_a_label_tight_above_a_rule_is_no_heading():
    assert [s.title for s in sections("# Login\n\n**Status**: Draft\n---\n\nOverview\n---\n\nText.\n")] == [
        "Login",
        "Overview",
    ]


STATES = {
    "empty": ["", "<!-- say what -->", "<!--\nsay\nwhat\n-->", "---", "**Approach**:", "-", "- \n- ", "```python\n```"],
    "placeholder": [
        "[Brief summary of the approach]", "TBD", "TODO", "- TBD", "tbd", "To be written.",
        "[NEEDS CLARIFICATION: which store?]", "YYYY-MM-DD",
        "**Spec**: SPEC-XXX", "1. [Step 1]\n2. [Step 2]", "1. **[Error Type 1]**\n   - **Cause**: [What causes this]",
        "| Threat | Impact |\n|---|---|\n| [Threat 1] | [High/Low] |", "- **[Name]**: [Purpose]", "{{ approach }}",
        "- **Option A**: [Description] - [Why not chosen]", "<!-- note -->\n[Text]", "```\n[Diagram]\n```",
    ],
    "filled": [
        "Text.", "N/A", "None", "None, nothing is deployed.", "- N/A", "[Brief summary] and more", "[guide](guide.md)",
        "[^1]", "- [ ] Build it", "```\ncode\n```", "    code", "![flow](flow.png)", "| a | b |\n|---|---|\n| 1 | 2 |",
        "<details>text</details>", "概要です。", "TODO list of the team", "To be written by Ada",
        "**Approach**: a queue", "**Risk**: [Low] for now",
        "[[wiki]]", "90 %",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("state", "text"), [(state, text) for state, texts in STATES.items() for text in texts])
def test_state(state, text):
    found = sections(f"# Login\n\n## Overview\n\n{text}\n\n## End\n\nText.\n")
    assert next(s for s in found if s.title == "Overview").state == SectionState(state)


def test_a_section_is_as_full_as_its_fullest_part():
    found = sections("# T\n\n## A\n\n### A1\n\n[x y]\n\n### A2\n\nText.\n\n## B\n\n### B1\n\n### B2\n\n[x y]\n")
    assert [(s.title, s.state.value) for s in found] == [
        ("T", "filled"), ("A", "filled"), ("A1", "placeholder"), ("A2", "filled"),
        ("B", "placeholder"), ("B1", "empty"), ("B2", "placeholder"),
    ]  # fmt: skip


FOOTER = "---\n\n**Plan Status**: Draft\n**Approver**: Ada\n"


@pytest.mark.parametrize(
    ("text", "state", "facts"),
    [
        (f"## Risks\n\n{FOOTER}", "empty", []),
        (f"## Risks\n\n[What may go wrong]\n\n{FOOTER}", "placeholder", []),
        (f"## Risks\n\n**Risk**: High\n\n{FOOTER}", "filled", [("Risk", "High")]),
        (f"## Risks\n\n### Of time\n\n{FOOTER}", "empty", []),
        ("## Risks\n\n---\n**Plan Status**: Draft\n", "empty", []),
        # Without a label that a footer has, it is text below a rule; a label in the middle is no footer.
        ("## Risks\n\n---\n\n**Risk**: High\n", "filled", [("Risk", "High")]),
        ("## Risks\n\n---\n\nNone.\n", "filled", []),
        (f"## Risks\n\n{FOOTER}\n## End\n\nText.\n", "filled", [("Plan Status", "Draft"), ("Approver", "Ada")]),
    ],
)
def test_the_footer_is_no_text_of_the_last_section(text, state, facts):
    found = next(s for s in sections(f"# Login\n\n## Goal\n\nText.\n\n{text}") if s.title == "Risks")
    assert (found.state, [(fact.label, fact.value) for fact in found.facts]) == (SectionState(state), facts)


FACTS = {
    "**Risk Level**: High": [("Risk Level", "High")],
    "**Risk Level:** High": [("Risk Level", "High")],
    "- **License**: MIT": [("License", "MIT")],
    "   - **Cause**: no `network`": [("Cause", "no network")],
    "> **Note**: keep": [("Note", "keep")],
    "- [x] **Owner**: Ada": [("Owner", "Ada")],
    "1. **Which store?** - **Decision needed by**: 2026-12-01": [("Decision needed by", "2026-12-01")],
    "- **Cause**: a - **Response**: b": [("Cause", "a"), ("Response", "b")],
    "**Breaking Changes**：なし": [("Breaking Changes", "なし")],
    "**`Risk_Level`**: High": [("Risk_Level", "High")],
    "**`Risk`**: High": [("Risk", "High")],
    "**Risk _of_ time**: High": [("Risk of time", "High")],
    "**…**: High": [],
    "**Risk Level**: [Low/Medium/High]": [],
    "**Risk Level**:": [],
    "**Version**: TBD": [],
    "a text with **bold**: words": [],
    "**bold** words": [],
    "**bold** words\n\n**Risk**: High": [("Risk", "High")],
    "```\n**Risk**: High\n```": [],
    "<!-- **Risk**: High -->": [],
    "| Threat | Impact |\n|---|---|\n| Flooding | **High** |\n| [Threat 2] | Low |": [
        ("Threat", "Flooding"), ("Impact", "High"), ("Impact", "Low"),
    ],
    "| | Impact |\n|---|---|\n| Flooding | High |": [("Impact", "High")],
    "| Threat | Impact |\n|---|---|\n| Flooding | High | and more |": [("Threat", "Flooding"), ("Impact", "High")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), FACTS.items())
def test_facts(text, facts):
    section = sections(f"# Login\n\n## A\n\n{text}\n")[1]
    assert [(fact.label, fact.value) for fact in section.facts] == facts


def test_a_section_has_the_facts_of_its_parts_and_their_lines():
    found = sections(
        "# T\n\n**Owner**: Ada\n\n## Deployment\n\n### Rollback\n\n**Risk Level**: High\n\n## End\n\nText.\n"
    )
    fact = Fact("Risk Level", "High", 9)
    assert [(s.title, s.facts) for s in found] == [
        ("T", ()),
        ("Deployment", (fact,)),
        ("Rollback", (fact,)),
        ("End", ()),
    ]


def test_the_reference_template_is_all_placeholders_but_for_its_examples():
    text = "# Technical Plan: [Feature Name]\n\n## Overview\n\n[Brief summary]\n\n## Rollback\n\n1. [Step 1]\n\n**Risk Level**: [Low/High]\n"
    assert {s.state for s in sections(text)} == {SectionState.PLACEHOLDER}


def test_facts_are_read_when_they_are_asked_for_and_once():
    calls: list[int] = []

    def make() -> list[int]:
        calls.append(1)
        return [1, 2, 3]

    lazy = Lazy(make)
    assert calls == []
    assert (len(lazy), list(lazy), lazy[0], lazy[1:], 2 in lazy) == (3, [1, 2, 3], 1, (2, 3), True)
    assert calls == [1]


def test_facts_that_nobody_has_asked_for_compare_and_print_as_a_tuple():
    risks = Section("Risks", 2, 3, 5, file_facts=(Fact("Risk", "High", 5),))
    text = "# A\n\n## Risks\n\n**Risk**: {}\n"
    assert sections(text.format("High"))[1] == risks
    assert sections(text.format("Low"))[1] != risks
    assert hash(sections(text.format("High"))[1]) == hash(risks)
    assert repr(sections(text.format("High"))[1].facts) == repr(risks.facts)
