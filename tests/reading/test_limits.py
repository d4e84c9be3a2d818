"""A text beyond the limits of `complexity` has a finding, and is read as far as the limits go."""

from __future__ import annotations

import pytest

from mkdocs_plans.complexity import MOST_BRACKETS, MOST_CHARACTERS, MOST_FOOTNOTES, MOST_IN_A_LINE
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings

HEAD = "# Login\n\n**Status**: Draft\n\n"


def document(body: str):
    return read((HEAD + body).encode(), Settings())


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[" * (MOST_BRACKETS + 1), "a paragraph has more than 5,000 brackets"),
        ("a" * (MOST_IN_A_LINE + 1), "a line has more than 50,000 characters"),
        ("[^1]\n\n" * (MOST_FOOTNOTES + 1), "the file refers to footnotes more than 1,000 times"),
        ("## A\n\n- [ ] **Risk**: High `x`\n\n" * 40_000, "characters, more than 1,000,000"),
    ],
    ids=["brackets", "a line", "footnotes", "characters"],
)
def test_a_text_beyond_a_limit_has_a_finding(body, reason):
    read_text = document(body)
    (defect,) = read_text.defects
    assert (defect.rule, defect.line) == ("too-complex", 1)
    what, _, way_out = defect.message.partition("; ")
    assert what.endswith(reason)
    assert way_out
    assert (read_text.title, read_text.status.value) == ("Login", "Draft")
    assert read_text.is_cut is reason.startswith("characters")


@pytest.mark.parametrize(
    "body",
    ["[" * MOST_BRACKETS, ("[" * 3_000 + "\n\n") * 2, "a" * MOST_IN_A_LINE, "[^1]\n\n" * MOST_FOOTNOTES],
    ids=["brackets", "brackets of two paragraphs", "a line", "footnotes"],
)
def test_a_text_at_the_limit_has_none(body):
    assert document(body).defects == ()


def test_what_stands_behind_the_last_character_is_not_read():
    padding = "a\n" * (MOST_CHARACTERS // 2)
    assert [section.title for section in document(f"## A\n\n{padding}\n## B\n").sections] == ["Login", "A"]
