"""Which decisions a plan waits for: on its own page, and in the tile above board and table; and when it is due itself."""

from __future__ import annotations

import pytest

from tests.support import text

QUESTIONS = "## Open Questions\n\n"
HEAD = "# Login\n\n**Status**: {status}\n\n"


@pytest.fixture
def built(site):
    """The site of a plan with these open questions."""

    def build(questions, status="In progress"):
        site.plan("001-login", HEAD.format(status=status) + QUESTIONS + questions)
        return site.build()

    return build


def decide(built):
    """The rows of the card that speak of decisions."""
    card = built.tree("specs/001-login/plan").cssselect('[data-plans="header"]')[0]
    return [text(row) for row in card.xpath(".//dl/div[dt = 'Decide']/dd")]


def tiles(built):
    """The tiles above the board, by what they and their parts filter by."""
    found = built.tree("plans/board").cssselect(".plans-tiles button")
    return {button.get("data-set"): text(button.getparent()) for button in found}


TWO = "1. **Which key store?**\n   - **Due**: 2026-12-24\n2. Who pays? (**Deadline**: 14.11.2026)\n3. Why?\n"


def test_the_card_names_the_questions_that_have_a_day_due_first(built):
    assert decide(built(TWO)) == ["2026-11-14 8 d overdue Who pays? 2026-12-24 Which key store?"]


@pytest.mark.parametrize(
    ("questions", "status"),
    [
        (TWO, "Done"),
        (TWO, "Rejected"),
        ("1. Why?\n", "In progress"),
        ("1. Why? (**Due**: before beta)\n", "In progress"),
        ("- [x] Why? (**Due**: 2026-11-14)\n", "In progress"),
        ("1. [Question] - **Decision needed by**: [Date]\n", "Draft"),
        ("- **Region**: [TBD] **Deadline**: 2026-11-14\n", "Draft"),
    ],
)
def test_it_is_silent_where_nothing_open_has_a_day(built, questions, status):
    site = built(questions, status)
    assert not decide(site)
    assert "is=due" not in tiles(site)


@pytest.fixture
def due(site):
    """The site of a plan with this in its header."""

    def build(field, status="In progress"):
        site.options["rules"] = {"section-missing": "off"}
        site.plan("001-login", HEAD.format(status=status) + field)
        site.plan("002-logout", "# Logout\n\n**Status**: Draft\n")
        return site.build()

    return build


@pytest.mark.parametrize(
    ("field", "status", "card", "cell", "head", "tile"),
    [
        ("**Due**: 2026-12-24", "Draft", ["Due: 2026-12-24"], "2026-12-24", "2026-12-24", None),
        (
            "**Deadline**: 29.11.2026",
            "Draft",
            ["Due: 2026-11-29"],
            "2026-11-29",
            "2026-11-29",
            "1 Due within a week 0 overdue",
        ),
        (
            "**Target date**: 2026-11-14",
            "Blocked",
            ["8 d overdue"],
            "2026-11-14 8 d overdue",
            "2026-11-14 8 d overdue",
            "1 Due within a week 1 overdue",
        ),
        ("**Due**: before beta", "Draft", ["Due: before beta"], "before beta", "before beta", None),
        ("**Due**: 2026-11-14", "Done", [], "2026-11-14", "2026-11-14", None),
        ("**Due**: [YYYY-MM-DD]", "Draft", [], None, None, None),
    ],
)
def test_a_plan_is_due_itself(due, field, status, card, cell, head, tile):
    site = due(field, status)
    assert [text(chip) for chip in site.tree("plans/board").cssselect(".plans-card .plans-chip")] == card
    assert tiles(site).get("is=due") == tile
    heads = [text(each) for each in site.tree("plans").cssselect("thead th")]
    rows = {path: row[heads.index("Due")] for path, row in site.rows().items() if "Due" in heads}
    assert rows.get("specs/001-login/plan.md") == cell
    (header,) = site.tree("specs/001-login/plan").cssselect('[data-plans="header"]')
    assert [text(each) for each in header.xpath(".//dl/div[dt = 'Due']/dd")] == ([head] if head else [])


@pytest.mark.parametrize(("day", "kind"), [("2026-11-29", "plans-stale"), ("2026-11-30", "plans-tag")])
def test_a_day_within_a_week_stands_out(due, day, kind):
    (chip,) = due(f"**Due**: {day}").tree("plans/board").cssselect(".plans-card .plans-chip")
    assert kind in chip.get("class").split()


def test_plans_are_sorted_by_the_day_they_are_due(site):
    for at, said in enumerate(("2027-01-01", "1.2.2026", "before beta", "2026-11-30"), 1):
        site.plan(f"00{at}-x", f"# X{at}\n\n**Status**: Draft\n**Due**: {said}\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:index {sort: due, columns: [plan]} -->\n")
    assert [row[0] for row in site.build().rows("team").values()] == ["X2", "X4", "X1", "X3"]


@pytest.mark.parametrize(
    ("day", "tile"),
    [
        ("2026-11-21", "1 Due within a week 1 overdue"),
        ("2026-11-22", "1 Due within a week 0 overdue"),  # that is the day the site stands for
        ("2026-11-29", "1 Due within a week 0 overdue"),
        ("2026-11-30", None),
    ],
)
def test_the_tile_counts_the_plans_that_must_decide_within_a_week(built, day, tile):
    found = tiles(built(f"1. Why? (**Due**: {day})\n2. How? (**Due**: {day})\n"))
    assert found.get("is=due") == tile
    assert ("is=late" in found) == ("1 overdue" in (tile or "")), "what it counts is to be had by itself"


def test_nothing_is_late_where_nothing_says_which_day_it_is(built, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")  # and there is no git
    site = built(TWO)
    assert decide(site) == ["2026-11-14 Who pays? 2026-12-24 Which key store?"]
    assert "is=due" not in tiles(site)


def test_what_a_fact_without_a_question_is_about_is_said(built):
    assert decide(built("- **Storage**: disk or bucket\n  **Due**: 2026-12-24\n")) == [
        "2026-12-24 Storage: disk or bucket"
    ]


def test_questions_are_text(built):
    card = built("1. Why <script>alert(1)</script>? (**Due**: 2026-12-24)\n").tree("specs/001-login/plan")
    (found,) = card.cssselect('[data-plans="header"]')
    assert not found.xpath(".//script")
    assert "Why <script>alert(1)</script>?" in text(found)
