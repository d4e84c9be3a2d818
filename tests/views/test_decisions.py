"""Which decisions a plan waits for: on its own page, and in the tile above board and table."""

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
    """The tiles above the board, with what each of them filters by."""
    found = built.tree("plans/board").cssselect(".plans-tiles button")
    return {button.get("data-set"): text(button) for button in found}


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


@pytest.mark.parametrize(
    ("day", "tile"),
    [
        ("2026-11-21", "1Decisions due 1 overdue"),
        ("2026-11-22", "1Decisions due 0 overdue"),  # that is the day the site stands for
        ("2026-11-29", "1Decisions due 0 overdue"),
        ("2026-11-30", None),
    ],
)
def test_the_tile_counts_the_plans_that_must_decide_within_a_week(built, day, tile):
    assert tiles(built(f"1. Why? (**Due**: {day})\n2. How? (**Due**: {day})\n")).get("is=due") == tile


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
