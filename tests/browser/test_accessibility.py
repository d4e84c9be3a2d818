"""axe-core finds nothing inside our elements, in every theme, scheme and size (https://github.com/dequelabs/axe-core)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 360, "height": 760}}
PAGES = ("plans/board/", "plans/", "specs/016-group-bookings/plan/")
OURS = {"include": [["[data-plans]"]]}


def violations(page, within=None):
    found = Axe().run(page, context=within).response["violations"]
    return {(each["id"], node["target"][0]) for each in found for node in each["nodes"]}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_material(open_page, example, path, scheme, size):
    page = open_page(viewport=SIZES[size], color_scheme=scheme)
    page.goto(f"{example}/{path}")
    assert violations(page, OURS) == set()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_the_themes_of_mkdocs(open_page, plain_example, path, size):
    page = open_page(viewport=SIZES[size])
    page.goto(f"{plain_example}/{path}")
    assert violations(page, OURS) == set()
    if page.evaluate("'bsTheme' in document.documentElement.dataset"):
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
        assert violations(page, OURS) == set()


def test_filtered_and_opened_views_too(open_page, example):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/plans/?q=a&sort=plan&is=findings")
    assert violations(page, OURS) == set()


@pytest.mark.parametrize("path", PAGES)
def test_the_page_has_no_violation_that_it_has_not_without_us(open_page, example, path):
    page = open_page(viewport=SIZES["desktop"])
    page.goto(f"{example}/{path}")
    ours = {rule for rule, _ in violations(page)}
    page.evaluate("document.querySelectorAll('[data-plans]').forEach(element => element.remove())")
    assert ours <= {rule for rule, _ in violations(page)}


def test_forced_colours_and_reduced_motion_keep_every_part_visible(open_page, example):
    page = open_page(viewport=SIZES["desktop"], forced_colors="active", reduced_motion="reduce")
    page.goto(f"{example}/plans/board/")
    assert page.locator(".plans-legend li").first.is_visible()
    moving = (
        "all => all.filter(one => getComputedStyle(one).transitionDuration !== '0s' && one.closest('.plans')).length"
    )
    assert page.locator(".plans *").evaluate_all(moving) == 0
