"""What one line of a header says: its marks, its labels and values, its cells."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading.fields import Line, pairs
from mkdocs_plans.reading.labels import table_of
from mkdocs_plans.reading.tables import cells
from mkdocs_plans.settings import Settings

LABELS = table_of(Settings())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A bold label may be any; one that is not bold must be known.
        ("**Scope**: small", [("Scope", "small")]),
        ("__Scope__: small", [("Scope", "small")]),
        ("**Scope**：small", [("Scope", "small")]),
        ("**Scope：** small", [("Scope", "small")]),
        ("Scope: small", []),
        ("*Scope*: small", []),
        ("Status: Draft", [("Status", "Draft")]),
        ("Status : Draft", [("Status", "Draft")]),
        ("_Status_: Draft", [("Status", "Draft")]),
        ("`Status`: Draft", [("Status", "Draft")]),
        ("`Status: Draft`", [("Status", "Draft")]),
        ("# Status: Draft", [("Status", "Draft")]),
        ("🚦 Status: Draft", [("Status", "Draft")]),
        ("**🚦 Status**: Draft", [("Status", "Draft")]),
        ("**(Status)**: Draft", [("Status", "Draft")]),
        ("**((Status))**: Draft", [("Status", "Draft")]),
        # Bold as a whole, or with another mark than a colon: the label must be known.
        ("**Status: Draft** since May", [("Status", "Draft since May")]),
        ("**Scope: small**", []),
        ("**Status** = Draft", [("Status", "Draft")]),
        ("**Status** - Draft", [("Status", "Draft")]),
        ("**Status** – Draft", [("Status", "Draft")]),
        ("**Status**— Draft", [("Status", "Draft")]),
        ("**Status**=Draft", [("Status", "Draft")]),
        ("**Scope** - small", []),
        # What a colon stands in, too.
        ("Status:Draft", [("Status", "Draft")]),
        ("Status：1", [("Status", "1")]),
        ("Status:1", []),
        ("Status::x", []),
        ("Status:: x", [("Status", "x")]),
        ("std:: x", []),
        ("<b>Status</b>: x", [("Status", "x")]),
        ("<b>" * 10_000 + "Status: x", [("Status", "x")]),
        ("Status:/x", []),
        ("Status:\\x", []),
        (": x", []),
        ("…: x", []),
        ("**…**: x", []),
        ("**: x", []),
        ("**a: x", []),
        ("🚦", []),
        ("#", []),
        (f"**{'a' * 60}**: x", [("a" * 60, "x")]),
        (f"**{'a' * 61}**: x", []),
        # Several in a line.
        ("Owner: Ada | Status: Draft", [("Owner", "Ada"), ("Status", "Draft")]),
        ("Owner: Ada｜Status: Draft", [("Owner", "Ada"), ("Status", "Draft")]),
        ("**Owner:** Ada **Status:** Draft", [("Owner", "Ada"), ("Status", "Draft")]),
        ("**Owner:** Ada **and** **Scope:** x", [("Owner", "Ada **and**"), ("Scope", "x")]),
        ("**Owner**: **Ada** | **Status**: Draft", [("Owner", "**Ada**"), ("Status", "Draft")]),
        ("**Owner:** Ada, **Status:** Draft", [("Owner", "Ada"), ("Status", "Draft")]),
        ("**Owner:** Ada / **Status:** Draft,", [("Owner", "Ada"), ("Status", "Draft,")]),
        (
            "**Owner**: Ada<br>**Status**: Draft<BR />Spec: 1<br/>",
            [("Owner", "Ada"), ("Status", "Draft"), ("Spec", "1<br/>")],
        ),
        ("**Owner**: Ada<br>and Chidi", [("Owner", "Ada<br>and Chidi")]),
        ("**Owner**: `<br>` | **Path**: (a<br>b)", [("Owner", "`<br>`"), ("Path", "(a<br>b)")]),
        ("**Owner**: Ada <ada@example.org>", [("Owner", "Ada <ada@example.org>")]),
        ("text | Status: Draft", []),
        # A sentence that begins with a label.
        ("Created: 2026-03-01. Owner: Ada.", [("Created", "2026-03-01"), ("Owner", "Ada.")]),
        (
            "**Created**: 2026-03-01, late. Status: **Draft**.",
            [("Created", "2026-03-01, late"), ("Status", "**Draft**.")],
        ),
        ("状态：草案。日期：2026-03-01（三月）。", [("状态", "草案"), ("日期", "2026-03-01（三月）。")]),
        ("**Owner**: *Ada*. Status:", [("Owner", "*Ada*"), ("Status", "")]),
        ("Owner: Ada. Goal: speed. Status: Draft", [("Owner", "Ada. Goal: speed"), ("Status", "Draft")]),
        ("**Goal**: speed. Status: Draft", [("Goal", "speed. Status: Draft")]),
        ("Owner: Ada. See status: draft", [("Owner", "Ada. See status: draft")]),
        ("Owner: Ada.Status: Draft", [("Owner", "Ada.Status: Draft")]),
        ("Owner: Ada. Status:draft", [("Owner", "Ada. Status:draft")]),
        # Behind a text a label may be a part of it.
        ("Feature: Login. Status: shown in the header", [("Feature", "Login. Status: shown in the header")]),
        (
            "**Feature**: Rename the field. Owner: becomes required",
            [("Feature", "Rename the field. Owner: becomes required")],
        ),
        ("**Title**: Shows cards. Tags: coloured chips", [("Title", "Shows cards. Tags: coloured chips")]),
        ("Next: ship. Status: Done", [("Next", "ship. Status: Done")]),
        # Behind another plan it may be of that one.
        ("Depends on: SPEC-007. Status: done", [("Depends on", "SPEC-007. Status: done")]),
        ("Blocked by: SPEC-009. State: draft", [("Blocked by", "SPEC-009. State: draft")]),
        ("Blocks: SPEC-009. State: draft", [("Blocks", "SPEC-009. State: draft")]),
        ("Spec: SPEC-007. Status: Approved", [("Spec", "SPEC-007. Status: Approved")]),
        ("Spec ID: SPEC-007. Status: Approved", [("Spec ID", "SPEC-007. Status: Approved")]),
        ("Supersedes: SPEC-003. Created: 2020-01-01", [("Supersedes", "SPEC-003. Created: 2020-01-01")]),
        ("Related: SPEC-003. Owner: Ada", [("Related", "SPEC-003. Owner: Ada")]),
        (
            "Owner: Ada. Spec: SPEC-007. Status: Approved",
            [("Owner", "Ada"), ("Spec", "SPEC-007. Status: Approved")],
        ),
        ("Plan: 024. Status: Draft", [("Plan", "024"), ("Status", "Draft")]),
        # A day needs no colon.
        ("Start date 2026-03-01 is fixed by the contract", []),
        ("Date 2026-03-01 for the pilot", []),
        ("Created 2026-03-01 is too late", []),
        ("Start date 2026-03-01", [("Start date", "2026-03-01")]),
        ("Start date 2026-03-01 (by contract)", [("Start date", "2026-03-01 (by contract)")]),
        ("Created 2026-03-01 by Ada", [("Created", "2026-03-01 by Ada")]),
        ("Created 2026-03-01T10:30:00Z", [("Created", "2026-03-01T10:30:00Z")]),
        ("Created 2026-03-01 10:30, late", [("Created", "2026-03-01 10:30, late")]),
        ("Created 2026-03-01. Ada has read it all.", [("Created", "2026-03-01. Ada has read it all.")]),
        ("Last updated 2026-03-01", [("Last updated", "2026-03-01")]),
        ("*Stand 2026-03-01 — Entwurf*", [("Stand", "2026-03-01 — Entwurf")]),
        ("Written 2026-03-01 | Status: Draft", [("Written", "2026-03-01"), ("Status", "Draft")]),
        ("Created in March", []),
        ("Created 2026-03-011", []),
        ("Plan 2026-03-01", []),
        ("We have created 2026-03-01", []),
        # Emphasised as a whole.
        ("_Owner: Ada | Status: NOT_STARTED_", [("Owner", "Ada"), ("Status", "NOT_STARTED")]),
        ("*Owner: Ada · Status: **Draft***", [("Owner", "Ada"), ("Status", "**Draft**")]),
        ("**Owner: Ada | Status: Draft**", [("Owner", "Ada"), ("Status", "Draft")]),
        ("_Owner: Ada_ · _Status: Draft_", [("Owner", "Ada"), ("Status", "Draft")]),
        ("*Status: waits for Ada's", [("Status", "waits for Ada's")]),
        ("**Status: waits for Ada's", [("Status", "waits for Ada's")]),
        ("*see Ada | Status: Draft*", []),
        # Behind a bar a label may be any, if it looks like one.
        ("Status: Draft · Goal: speed | Risk: low", [("Status", "Draft"), ("Goal", "speed"), ("Risk", "low")]),
        ("Version: 2 | Status: Draft", [("Version", "2"), ("Status", "Draft")]),
        ("Version: v2.1 | Status: Draft", [("Version", "v2.1"), ("Status", "Draft")]),
        ("Priority: High | Status: Draft", [("Priority", "High"), ("Status", "Draft")]),
        ("Version: 1.0.0-beta | Status: Draft", [("Version", "1.0.0-beta"), ("Status", "Draft")]),
        ("Version: 2 | Risk: low", []),
        ("Note: see below | Status: Draft", []),
        ("Use `Status: x | y` here | Status: Draft", []),
        ("*Note: this is prose | Status: in the table*", []),
        (
            "Kind: a chore | Status: Draft | Owner: Ada",
            [("Kind", "a chore"), ("Status", "Draft"), ("Owner", "Ada")],
        ),
        ("**Kind**: a chore | Status: Draft", [("Kind", "a chore"), ("Status", "Draft")]),
        ("Status: Draft | see: the wiki", [("Status", "Draft | see: the wiki")]),
        ("Status: Draft | 2026: the year", [("Status", "Draft | 2026: the year")]),
        # The definition of a link is none, even where the text of the link is a label.
        ("[Status]: https://example.org/badge.svg", []),
        ('[Status]: badge.svg "The status"', []),
        ("[Status]: In progress", [("Status", "In progress")]),
        # A bar that is part of a value.
        ("**Path**: a|b", [("Path", "a|b")]),
        ("**Path**: |b", [("Path", "|b")]),
        ("**Path**: a | b| c", [("Path", "a | b| c")]),
        ("**Owner**: Ada | **Path**: a|b", [("Owner", "Ada"), ("Path", "a|b")]),
        ("**Spec**: `a|b` | **Owner**: Ada", [("Spec", "`a|b`"), ("Owner", "Ada")]),
        ("**Spec**: [a|b](c) | **Owner**: Ada", [("Spec", "[a|b](c)"), ("Owner", "Ada")]),
        ("**Spec**: ((a|b) | c) | **Owner**: Ada", [("Spec", "((a|b) | c)"), ("Owner", "Ada")]),
        ("**Spec**: a) | **Owner**: Ada", [("Spec", "a)"), ("Owner", "Ada")]),
    ],
)
def test_labels_and_values_of_a_line(text, expected):
    assert [(pair.label, pair.value) for pair in pairs(text, LABELS)] == expected


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("a", "a", {}),
        ("", "", {}),
        ("  - a", "a", {"item": True, "depth": 2}),
        ("\t* a", "a", {"item": True, "depth": 4}),
        ("10) a", "a", {"item": True}),
        ("-a", "-a", {}),
        ("- [x] a", "a", {"item": True, "box": True}),
        ("> > a", "a", {"depth": 2}),
        ("a ", "a", {}),
        ("a  ", "a", {"hard_break": True}),
        ("a\\", "a", {"hard_break": True}),
        ("a\\ ", "a", {"hard_break": True}),
    ],
)
def test_marks_of_a_line(source, text, marks):
    line = Line.of(3, source)
    found = {name: getattr(line, name) for name in ("depth", "item", "box", "hard_break") if getattr(line, name)}
    assert (line.number, line.text, found) == (3, text, marks)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("> | a | b |", ["a", "b"]),
        ("| | b |", ["", "b"]),
        ("|a|b|", ["a", "b"]),
        (r"| a \| b | c |", ["a | b", "c"]),
        (r"| a | b\|", ["a", "b|"]),
        (r"| `a \| b` | c |", ["`a | b`", "c"]),
        ("| `a` | b |", ["`a`", "b"]),
        ("", [""]),
    ],
)
def test_cells_of_a_row(row, expected):
    assert cells(row) == expected
