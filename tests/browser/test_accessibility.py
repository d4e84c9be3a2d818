"""axe-core finds nothing inside our elements, in every theme, scheme and size (https://github.com/dequelabs/axe-core)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 360, "height": 760}}
PAGES = ("plans/board/", "plans/", "decisions/", "specs/016-group-bookings/plan/")
IS_OURS = "selector => document.querySelector(selector).closest('[data-plans]') !== null"


def violations(page, rules=None):
    options = {"resultTypes": ["violations"]} | ({"runOnly": sorted(rules)} if rules else {})
    found = Axe().run(page, options=options).response["violations"]
    return {(each["id"], node["target"][0]) for each in found for node in each["nodes"]}


def assert_we_do_no_harm(page):
    """Nothing is wrong with what is ours, and no rule is broken that the page without it does not break."""
    found = violations(page)
    assert {(rule, where) for rule, where in found if page.evaluate(IS_OURS, where)} == set()
    if rules := {rule for rule, _ in found}:
        page.evaluate("document.querySelectorAll('[data-plans]').forEach(element => element.remove())")
        assert rules == {rule for rule, _ in violations(page, rules)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_material(open_page, example, path, scheme, size):
    page = open_page(viewport=SIZES[size], color_scheme=scheme)
    page.goto(f"{example}/{path}")
    assert_we_do_no_harm(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_the_themes_of_mkdocs(open_page, plain_example, path, size):
    page = open_page(viewport=SIZES[size])
    page.goto(f"{plain_example}/{path}")
    has_schemes = page.evaluate("'bsTheme' in document.documentElement.dataset")
    assert_we_do_no_harm(page)
    if has_schemes:
        page.goto(f"{plain_example}/{path}")
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
        assert_we_do_no_harm(page)


@pytest.mark.parametrize(
    ("path", "view", "landmarks", "groups"),
    [
        (
            "plans/board/",
            "board",
            ["navigation Views of the plans", "search Filter plans"],
            ["Columns of the board", "Draft 4"],
        ),
        ("plans/", "index", ["navigation Views of the plans", "search Filter plans"], ["Plans"]),
        ("decisions/", "register", [], ["Open questions"]),
        ("decisions/", "tabs", ["navigation Views of the plans"], []),
    ],
)
def test_a_view_has_few_landmarks_and_its_parts_have_names(open_page, example, path, view, landmarks, groups):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{path}")
    view = page.locator(f'[data-plans="{view}"]').first
    said = [line.strip(" -:").replace('"', "") for line in view.aria_snapshot().splitlines()]
    kinds = ("navigation", "region", "complementary", "search", "form")
    assert [each for each in said if each.split()[0] in kinds] == landmarks
    assert [view.get_by_role("group", name=name, exact=True).count() for name in groups] == [1] * len(groups)


def test_filtered_and_opened_views_too(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/plans/?text=a&sort=plan&is=findings")
    assert_we_do_no_harm(page)


def test_forced_colours_and_reduced_motion_keep_every_part_visible(open_page, example):
    page = open_page(viewport=SIZES["desktop"], forced_colors="active", reduced_motion="reduce")
    page.goto(f"{example}/plans/board/")
    assert page.locator(".plans-legend li").first.is_visible()
    style = "(one, [name, pseudo]) => getComputedStyle(one, pseudo)[name]"
    tabs = page.locator(".plans-tabs a")
    assert [tabs.nth(at).evaluate(style, ["borderBottomWidth", None]) for at in (0, 1)] == ["2px", "0px"]
    assert page.locator("progress").first.evaluate(style, ["forcedColorAdjust", None]) == "none"
    pressed = page.locator(".plans-tiles button").first
    assert pressed.evaluate(style, ["outlineStyle", None]) == "none"
    pressed.click()
    page.mouse.click(0, 0)
    assert pressed.evaluate(style, ["outlineStyle", None]) == "solid"
    moving = (
        "all => all.filter(one => getComputedStyle(one).transitionDuration !== '0s' && one.closest('.plans')).length"
    )
    assert page.locator(".plans *").evaluate_all(moving) == 0
