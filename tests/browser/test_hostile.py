"""What is HTML to nobody but its author: shown as it is written, on every page and in every theme."""

from __future__ import annotations

import contextlib

import pytest

from tests.browser.conftest import PLAIN, served
from tests.hostile import fields
from tests.hostile.markup import MARKUP, SITE_MARKUP
from tests.support import Site

pytestmark = pytest.mark.browser

THEMES = {**PLAIN, "material": {"name": "material", "font": False, "features": ["navigation.indexes", "toc.integrate"]}}
# What Material's documentation recommends; what it needs from elsewhere is left out.
EXTENSIONS = [
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "abbr"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist"),
]
PAGES = [
    "",
    "wrong/",
    "plans/",
    "plans/board/",
    "specs/012-login/plan/",
    "specs/012-login/spec/",
    "specs/014-third/plan/",
]
# A sign of each field, on the page of the plan.
SHOWN = ("status", "owner", "next", "heading", "fact", "value", "task", "title", "risk", "label")


@pytest.fixture(scope="module", params=THEMES)
def theme(request):
    """The name of a theme."""
    return request.param


@pytest.fixture(scope="module")
def hostile(theme, tmp_path_factory):
    """The address of a site in which every plan is hostile, and where it lies."""
    with _served(theme, tmp_path_factory.mktemp("hostile"), fields.write) as found:
        yield found


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """The address of a site with a plan for each case of markup, and where it lies."""
    with _served("material", tmp_path_factory.mktemp("cases"), _write_cases) as found:
        yield found


@contextlib.contextmanager
def _served(theme, folder, write):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        site = Site(folder)
        site.config = {"theme": THEMES[theme], "markdown_extensions": EXTENSIONS}
        write(site)
        built = site.build()
        assert built.failure is None, built.lines
    with served(built.folder) as address:
        yield address, built.folder


def _write_cases(site):
    for number, text in enumerate({**MARKUP, **SITE_MARKUP}.values()):
        site.write(f"docs/cases/{number:03}/plan.md", f"# Case\n\n**Status**: Draft\n\n{text}\n\nThe end.\n")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_and_all_is_text(open_page, hostile, path):
    address, _ = hostile
    page = open_page()
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("networkidle")
    assert page.locator("svg[onload]").count() == 0
    assert page.locator("a[href^='javascript:'], a[href^='data:']").count() == 0
    assert "<script>alert(1)</script>" in page.locator("body").inner_text()


def test_every_field_of_a_plan_is_shown_as_it_is_written(open_page, hostile):
    address, _ = hostile
    page = open_page()
    page.goto(f"{address}/specs/012-login/plan/")
    text = page.locator("body").inner_text()
    assert [name for name in SHOWN if f'"<{name}' not in text] == []
    page.goto(f"{address}/plans/board/")
    assert 'Zebra <script>alert(1)</script><svg onload=alert(1)>"<third' in page.locator("body").inner_text()


def test_no_case_runs_on_its_page(open_page, cases):
    address, folder = cases
    page = open_page()
    # Images that are there, but are none: a handler that waits for that would run.
    page.route(lambda url: url.startswith(address) and "/cases/" in url, _answer)
    for case in sorted((folder / "cases").iterdir()):
        page.goto(f"{address}/cases/{case.name}/plan/")
        assert page.locator("[data-plans=header]").count() == 1, case.name
        page.evaluate("for (const any of document.querySelectorAll('a, b')) any.dispatchEvent(new Event('mouseover'))")
    page.wait_for_timeout(100)


def _answer(route):
    if route.request.resource_type == "document":
        route.continue_()
    else:
        route.fulfill(body="")


# How the search of a theme is opened, and where it shows what it has found.
SEARCHES = {
    "material": ("f", ".md-search-result__list"),
    "mkdocs": ("s", "#mkdocs-search-results"),
    "readthedocs": (None, "#mkdocs-search-results"),
}


def test_the_search_shows_text(open_page, hostile, theme):
    address, _ = hostile
    page = open_page()
    key, results = SEARCHES[theme]
    if key:
        page.goto(f"{address}/plans/")
        page.wait_for_load_state("networkidle")
        page.keyboard.press(key)
        page.locator("[data-md-component=search-query], #mkdocs-search-query").press_sequentially("zebra")
    else:
        page.goto(f"{address}/search.html?q=zebra")
    page.locator(results).get_by_text("Zebra").first.wait_for()
    assert "<script>alert(1)</script>" in page.locator(results).inner_text()
    assert page.locator(results).locator("svg[onload]").count() == 0
