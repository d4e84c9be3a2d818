"""Ids in running text."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings


def mentions(text: str):
    return [(each.id, each.line) for each in read(text.encode(), Settings()).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "as SPEC-012 says",
        "(SPEC-012)",
        "**SPEC-012**, for one",
        "SPEC-012.",
        "- [ ] T001 see SPEC-012",
        "| a | SPEC-012 |\n|---|---|",
        "> SPEC-012",
    ],
)
def test_ids_in_text(text):
    assert mentions(text) == [("SPEC-012", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "`SPEC-012`",
        "``a ` SPEC-012``",
        "```\nSPEC-012\n```",
        "    SPEC-012",
        "# SPEC-012",
        "[SPEC-012](spec.md)",
        "[a](SPEC-012.md)",
        "[SPEC-012]: spec.md",
        "https://example.org/SPEC-012",
        "specs/SPEC-012/plan.md",
        "SPEC-012.md",
        "SPEC-012-login",
        "MYSPEC-012x",
        "spec-012",
        "012",
        "<!-- SPEC-012 -->",
        '<a href="SPEC-012">',
    ],
)
def test_what_is_no_mention(text):
    assert mentions(text) == []


def test_headings_name_none_but_what_is_below_them_does():
    assert mentions("# SPEC-011\nSPEC-012\n\n## SPEC-013\n\nSPEC-014\n") == [("SPEC-012", 2), ("SPEC-014", 6)]


def test_each_id_counts_where_it_first_stands():
    text = "---\ntitle: a\n---\n\nF-105 and SPEC-AUTH-001\n\nF-105\nF-106\n"
    assert mentions(text) == [("F-105", 5), ("SPEC-AUTH-001", 5), ("F-106", 8)]
