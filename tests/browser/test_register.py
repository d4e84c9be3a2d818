"""The register of open questions, as a visitor of the example site uses it."""

from __future__ import annotations

import itertools

import pytest

from tests.browser.conftest import PLAIN, served
from tests.browser.test_accessibility import SIZES
from tests.browser.test_example_site import assert_every_word_can_be_read

pytestmark = pytest.mark.browser

PAGE = "decisions/"
REGISTER = '[data-plans="register"]'


def days(page):
    """What the visible rows of the first register say of their day."""
    shown = page.locator(REGISTER).first.locator('[data-plans="row"]:visible')
    return [row.locator("td").first.inner_text() for row in shown.all()]


def test_what_is_overdue_is_marked_and_can_be_filtered(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}")
    every = days(page)
    late = [day for day in every if "overdue" in day]
    assert every[: len(late)] == late == ["2026-11-12 10 d overdue", "2026-11-20 2 d overdue"]
    page.get_by_role("button", name="2 overdue").click()
    assert days(page) == late
    assert page.url.endswith("?is=overdue")
    page.get_by_role("button", name="2 overdue").click()
    assert days(page) == every


def test_what_names_no_day_stays_last_in_both_directions(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}")
    before = days(page)
    dated = [day for day in before if day[:2] == "20"]
    head = page.locator(REGISTER).first.get_by_role("button", name="Decision needed by")
    head.click()
    assert days(page) == before
    head.click()
    assert [day[:10] for day in days(page)[: len(dated)]] == [day[:10] for day in reversed(dated)]
    assert days(page)[len(dated) :] == before[len(dated) :] == ["before the silent month", "", ""]


def test_each_register_of_a_page_has_its_filter(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}?2.owner=tove")
    first, second = (each.locator('[data-plans="row"]:visible') for each in page.locator(REGISTER).all())
    assert first.count() > second.count() == 2


def test_no_word_breaks_in_a_column_unless_it_is_longer_than_any(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    words = ["Incompatibilities", "Catastrophic", "Neighbourhoods", "Recommendations", "Considerations", "x" * 80]
    row = "".join(f"| {word} " for word in words)
    site.plan("001-login", f"# Login\n\n## Risks\n\n| A | B | C | D | E | F |\n|{'---|' * 6}\n{row}|\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:register {section: Risks, columns: [A, B, C, D, E, F]} -->\n")
    with served(site.build().folder) as address:
        page = open_page(viewport={"width": 1000, "height": 700})
        page.goto(f"{address}/team/")
        lines = page.locator('[data-plans="row"] td').evaluate_all(
            "all => all.map(cell => { const text = document.createRange(); text.selectNodeContents(cell);"
            " return text.getClientRects().length })"
        )
    assert lines[:-1] == [1] * 5
    assert lines[-1] > 1


def test_the_lines_of_a_long_register_have_no_gaps(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    questions = "".join(f"- Who paints berth {number}?\n" for number in range(1, 206))
    site.plan("001-berths", f"# Berths\n\n**Owner**: Ada\n\n## Open Questions\n\n{questions}")
    site.write("docs/team.md", "# Team\n\n<!-- plans:register -->\n")
    with served(site.build().folder) as address:
        page = open_page(viewport=SIZES["desktop"])
        page.goto(f"{address}/team/")
        edges = page.locator('[data-plans="row"]').first.evaluate(
            "row => [...row.cells].map(cell => cell.getBoundingClientRect()).map(box => [box.left, box.right])"
        )
    assert len(edges) == 3
    for (_, right), (left, _) in itertools.pairwise(edges):
        assert abs(left - right) < 1


def test_on_a_phone_an_entry_is_a_block_that_says_what_is_what(open_page, example):
    page = open_page(viewport=SIZES["phone"])
    page.goto(f"{example}/{PAGE}")
    row = page.locator('[data-plans="row"]').nth(1)
    assert row.bounding_box()["width"] <= SIZES["phone"]["width"]
    label = row.locator("[data-label]").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"Options: "'
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"]["width"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_in_both_schemes(open_page, example, scheme, size):
    page = open_page(viewport=SIZES[size], color_scheme=scheme)
    page.goto(f"{example}/{PAGE}")
    assert_every_word_can_be_read(page)


def test_without_the_script_everything_is_there(open_page, example):
    page = open_page(viewport=SIZES["desktop"], java_script_enabled=False)
    page.goto(f"{example}/{PAGE}")
    assert len(days(page)) == 12
    fold = page.locator(REGISTER).first.locator("details")
    fold.locator("summary").click()
    assert fold.locator("li").count() == 12
    assert fold.locator("li").first.is_visible()


def test_paper_names_what_was_folded(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}")
    page.emulate_media(media="print")
    fold = page.locator(REGISTER).first.locator("details")
    assert fold.locator("summary").is_visible()
    assert fold.locator("li").first.bounding_box()["height"] > 10
