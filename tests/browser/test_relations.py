"""The drawing of what waits for what and the table of specs, as a visitor of the example site sees them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PLAIN, served
from tests.browser.test_accessibility import SIZES, assert_we_do_no_harm
from tests.browser.test_example_site import assert_every_word_can_be_read

pytestmark = pytest.mark.browser

PAGE = "relations/"
GRAPH = '[data-plans="graph"]'
# The texts of nodes that do not fit into their boxes.
OVERFLOWING = """all => all.filter(text => {
    const box = text.closest('[data-plans=node]').querySelector('rect').getBBox();
    return text.getBBox().x + text.getBBox().width > box.width;
}).map(text => text.textContent)"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_in_both_schemes(open_page, example, scheme, size):
    page = open_page(viewport=SIZES[size], color_scheme=scheme)
    page.goto(f"{example}/{PAGE}")
    assert_every_word_can_be_read(page)
    assert_we_do_no_harm(page)


@pytest.mark.parametrize("size", SIZES)
def test_the_themes_of_mkdocs(open_page, plain_example, size):
    page = open_page(viewport=SIZES[size])
    page.goto(f"{plain_example}/{PAGE}")
    assert_we_do_no_harm(page)


def test_the_drawing_fits_the_page_of_a_desktop(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}")
    for drawing in page.locator(".plans-drawn").all():
        assert drawing.evaluate("it => it.scrollWidth <= it.clientWidth")
    assert page.locator('[data-plans="node"] text').evaluate_all(OVERFLOWING) == []


def test_a_long_id_is_drawn_whole(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    ids = ["SPEC-AUTH-001", "PLAN-2026-0119", "F-105-memory"]
    for place, (name, before) in enumerate(zip(ids, ["", *ids], strict=False)):
        needs = f"**Depends on**: {before}\n" if before else ""
        site.plan(f"f{place}", f"# Title\n\n**ID**: {name}\n**Status**: In progress\n{needs}\n## Overview\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:graph -->\n")
    with served(site.build().folder) as address:
        page = open_page(viewport=SIZES["desktop"])
        page.goto(f"{address}/team/")
        assert page.locator('[data-plans="node"] .plans-id').all_text_contents() == ids
        assert page.locator('[data-plans="node"] text').evaluate_all(OVERFLOWING) == []


def test_a_narrow_page_scrolls_the_drawing_and_not_itself(open_page, example):
    page = open_page(viewport={"width": 800, "height": 600})
    page.goto(f"{example}/{PAGE}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 800
    drawing = page.locator(".plans-drawn").first
    assert drawing.evaluate("it => it.scrollWidth > it.clientWidth")
    drawing.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("it => it.scrollLeft > 0", arg=drawing.element_handle())


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_a_phone_shows_the_list_and_lets_the_rows_of_specs_flow(open_page, example, javascript):
    page = open_page(viewport=SIZES["phone"], java_script_enabled=javascript)
    page.goto(f"{example}/{PAGE}")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"]["width"]
    graph = page.locator(GRAPH).first
    assert graph.locator("svg.plans-drawing").is_hidden()
    assert graph.locator(".plans-listed > li").first.bounding_box()["height"] > 30
    said = page.locator('[data-plans="spec"]').first.locator("td:visible, th:visible")
    boxes = [cell.bounding_box() for cell in said.all()]
    assert max(box["x"] + box["width"] for box in boxes) <= SIZES["phone"]["width"]
    assert len({box["y"] for box in boxes}) > 1
    assert page.locator('[data-plans="specs"] th[scope="col"]:visible').count() == 0, "there is nothing to press"
    plan = page.locator('[data-plans="spec"] [data-label]').first
    assert plan.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Plan: "'


def test_paper_shows_the_list(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}")
    page.emulate_media(media="print")
    graph = page.locator(GRAPH).first
    assert graph.locator("svg.plans-drawing").is_hidden()
    assert graph.locator(".plans-listed > li").first.bounding_box()["height"] > 20


def test_a_node_leads_to_its_plan_by_keyboard_too(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{PAGE}")
    link = page.locator(f'{GRAPH} [data-path="specs/010-resident-fares/plan.md"] a').first
    assert link.evaluate("it => it.querySelector('title').textContent").startswith(
        "010 Resident fares without a paper card (Blocked); waits for 012 Passenger accounts"
    )
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/specs/010-resident-fares/plan/")


def test_instant_navigation_passes_through_a_drawing(open_page, instant_example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{instant_example}/specs/003-web-checkout/plan/")
    page.evaluate("window.isTheSameDocument = true")
    page.get_by_role("link", name="What waits for what").first.click()
    page.locator(f"{GRAPH} .plans-drawing").first.wait_for()
    page.get_by_role("link", name="How we plan").first.click()
    page.get_by_role("heading", name="How we plan").wait_for()
    assert page.evaluate("window.isTheSameDocument")
    page.go_back()
    page.locator(f'{GRAPH} [data-path="specs/010-resident-fares/plan.md"] a').first.click()
    page.wait_for_url("**/specs/010-resident-fares/plan/")


def test_no_sign_of_a_status_is_parted_from_its_word(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    for number in range(1, 40):
        folder, title = f"{number:03}-berth", "Berths " + "x" * number
        site.write(f"docs/specs/{folder}/spec.md", f"# {title}\n\n**Status**: Done\n")
        site.write(f"docs/specs/{folder}/plan.md", f"# {title}\n\n**Status**: Done\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:specs -->\n")
    with served(site.build().folder) as address:
        page = open_page(viewport=SIZES["desktop"])
        page.goto(f"{address}/team/")
        lines = """all => all.map(said => {
            const word = document.createRange();
            word.selectNodeContents(said.lastChild);
            return Math.abs(word.getBoundingClientRect().top - said.querySelector('svg').getBoundingClientRect().top);
        })"""
        distances = page.locator('[data-plans="spec"] td .plans-faint:has(svg)').evaluate_all(lines)
    assert len(distances) == 39
    assert max(distances) < 12
