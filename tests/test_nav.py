"""Many plans: they stay out of the nav, and are found all the same."""

from __future__ import annotations

import json

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_plans.building import nav
from tests.support import plan, text

MANY = 5


@pytest.fixture
def many(site, monkeypatch):
    """A site with one plan more than the nav takes, which is less than it takes for a team."""
    monkeypatch.setattr(nav, "_AT_MOST", MANY - 1)
    for number in range(1, MANY + 1):
        site.write(f"docs/specs/{number:03}-feature/plan.md", f"# Feature with {number} seats\n\n**Status**: Draft\n")
    site.write("docs/specs/003-feature/spec.md", "# Spec of 3\n")
    site.write("docs/index.md", "# Home\n")
    return site


def material(*features):
    return {"name": "material", "font": False, "features": list(features)}


def around(built, page):
    """The titles and addresses of the plans before and after, in our own line."""
    return {
        link.get("rel"): (text(link), link.get("href"))
        for link in built.tree(page).xpath('//*[@data-plans="around"]//a')
    }


def above(built, page):
    return [(text(link), link.get("href")) for link in built.tree(page).xpath('//*[@data-plans="above"]//a')]


def test_a_plan_outside_the_nav_leads_to_the_board_and_to_its_neighbours(many):
    many.config["theme"] = material()
    built = many.build(strict=True)
    assert above(built, "specs/003-feature/plan") == [
        ("Plans", "../../../plans/"),
        ("Status board", "../../../plans/board/"),
    ]
    assert around(built, "specs/003-feature/plan") == {
        "prev": ("← 002 Feature with 2 seats", "../../002-feature/plan/"),
        "next": ("004 Feature with 4 seats →", "../../004-feature/plan/"),
    }
    assert list(around(built, "specs/001-feature/plan")) == ["next"]
    assert list(around(built, "specs/005-feature/plan")) == ["prev"]


def test_a_file_beside_a_plan_leads_to_the_plan_too(many):
    many.config["theme"] = material()
    built = many.build(strict=True)
    assert above(built, "specs/003-feature/spec")[-1] == ("Feature with 3 seats", "../plan/")
    assert not around(built, "specs/003-feature/spec")


@pytest.mark.parametrize(
    ("theme", "crumbs", "before_and_after"),
    [
        (material("navigation.path", "navigation.footer"), ".md-path a", "a.md-footer__link"),
        ({"name": "readthedocs"}, ".wy-breadcrumbs a", ".rst-footer-buttons a"),
        ({"name": "mkdocs"}, None, '.navbar a[rel="prev"], .navbar a[rel="next"]'),
    ],
    ids=["material", "readthedocs", "mkdocs"],
)
def test_what_the_theme_shows_by_itself_is_left_to_it(many, theme, crumbs, before_and_after):
    many.config["theme"] = theme
    built = many.build(strict=True)
    page = built.tree("specs/003-feature/plan")
    assert [link.get("href") for link in page.cssselect(before_and_after)] == [
        "../../002-feature/plan/",
        "../../004-feature/plan/",
    ]
    assert not around(built, "specs/003-feature/plan")
    if crumbs:
        assert "../../../plans/board/" in [link.get("href") for link in page.cssselect(crumbs)]
        assert not above(built, "specs/003-feature/plan")
    else:
        assert above(built, "specs/003-feature/plan")


@pytest.mark.parametrize(
    "theme", [material(), {"name": "mkdocs"}, {"name": "readthedocs"}], ids=lambda theme: theme["name"]
)
def test_no_page_grows_with_the_plans(many, theme):
    many.config["theme"] = theme
    many.write("docs/guide.md", "# Guide\n")
    before = len(many.build().html("guide"))
    for number in range(MANY + 1, 2 * MANY):
        many.write(f"docs/specs/{number:03}-feature/plan.md", f"# Feature with {number} seats\n\n**Status**: Draft\n")
    assert len(many.build().html("guide")) == before


def test_plans_outside_the_nav_are_found_by_the_search(many):
    built = many.build(strict=True)
    found = {entry["location"]: entry["title"] for entry in json.loads(built.html("search/search_index.json"))["docs"]}
    assert found["specs/003-feature/plan/"] == "Feature with 3 seats"


def test_all_that_a_source_brings_stays_out_with_its_plans(site, monkeypatch):
    """A contract, a checklist: every feature has some, so that they swell a nav as the plans do."""
    monkeypatch.setattr(nav, "_AT_MOST", MANY - 1)
    site.options["sources"] = ["specs"]
    site.write("docs/index.md", "# Home\n")
    for number in range(1, MANY + 1):
        site.write(f"specs/{number:03}-feature/plan.md", f"# Feature with {number} seats\n\n**Status**: Draft\n")
        site.write(f"specs/{number:03}-feature/contracts/api.md", "# Api\n")
    built = site.build(strict=True)
    listed = built.tree("index.html").xpath('//*[contains(@class, "navbar")]//a/@href')
    assert not [link for link in listed if link.startswith("specs/")]
    assert (built.folder / "specs/001-feature/contracts/api/index.html").exists()


@pytest.fixture
def sources(site):
    """Two sources: a feature with a file beside it, one alone, a folder of several plans, and a plan at the top."""
    site.options["sources"] = [{"path": "specs", "mount": "web-specs", "label": "Web & more"}, "plans-of-ours"]
    site.options["include"] = ["plan.md", "*-plan.md"]
    site.write("docs/index.md", "# Home\n")
    site.write("docs/guide_book/page.md", "# Page\n")
    site.write("docs/guide_book/feature/plan.md", "# Ours\n")
    site.write("specs/012-login/plan.md", plan("Log <in>"))
    site.write("specs/012-login/data.md", "# Data\n")
    site.write("specs/012-login/contracts/api.md", "# Api\n")
    site.write("specs/013-logout/plan.md", plan("Logout", spec="SPEC-013"))
    site.write("specs/older/a-plan.md", plan("A", spec="SPEC-1"))
    site.write("specs/older/b-plan.md", plan("B", spec="SPEC-2"))
    site.write("plans-of-ours/plan.md", plan("Top", spec="SPEC-3"))
    return site


def listed(navigation):
    """Titles as a nav has them: those of sections with what is in them."""
    return [{item.title: listed(item.children)} if item.is_section else item.title for item in navigation]


@pytest.fixture
def made(sources, monkeypatch):
    """The nav of a build."""

    def build():
        navs = []
        name_folders = nav.name_folders
        monkeypatch.setattr(nav, "name_folders", lambda items, names: (name_folders(items, names), navs.append(items)))
        built = sources.build()
        assert built.failure is None
        return listed(navs[-1])

    return build


def test_what_sources_bring_is_called_by_titles_and_not_by_folders(made):
    assert made() == [
        "Home",
        {"Guide book": ["Page", {"Feature": ["Ours"]}]},
        {"Plans": ["Plans", "Status board"]},
        {"Plans of ours": ["Top"]},
        {
            "Web &amp; more": [
                {"Log &lt;in&gt;": ["Data", "Log &lt;in&gt;", {"Contracts": ["Api"]}]},
                "Logout",
                {"Older": ["A", "B"]},
            ]
        },
    ]


def test_an_explicit_nav_lists_what_it_lists_and_the_others_have_their_ways(site):
    site.config |= {
        "theme": material(),
        "nav": [{"Home": "index.md"}, {"Plans": ["plans/index.md", "plans/board.md", "specs/012-login/plan.md"]}],
    }
    site.write("docs/index.md", "# Home\n")
    site.plan("012-login")
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    built = site.build(strict=True)
    assert not any("not included in the" in line for line in built.lines)
    assert not above(built, "specs/012-login/plan")
    assert not around(built, "specs/012-login/plan")
    assert around(built, "specs/013-logout/plan") == {"prev": ("← 012 Login", "../../012-login/plan/")}


def test_few_plans_are_in_the_nav_and_need_no_line_of_ours(site):
    site.config["theme"] = material()
    site.plan("012-login")
    built = site.build(strict=True)
    assert not above(built, "specs/012-login/plan")


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_views_beside_the_index_are_tabs_since_its_nav_is_hidden(site, theme):
    site.plan("001-login")
    site.config["theme"] = {"name": theme}
    site.write("docs/plans/due.md", "# What &lt;is&gt; due & when\n\n<!-- plans:register -->\n")
    site.write("docs/plans/all.md", "# All\n\n<!-- plans:board -->\n")
    site.write("docs/plans/notes.md", "# Notes\n")
    site.write("docs/index.md", "# Home\n\n<!-- plans:graph -->\n")
    tabs = [
        "plans/index.md",
        {"Board": "plans/board.md"},
        "plans/due.md",
        {"R&D <i>all</i>": "plans/all.md"},
        "plans/notes.md",
    ]
    site.config["nav"] = ["index.md", {"Plans": tabs}, "specs/001-login/plan.md"]
    built = site.build(strict=True)

    def shown(page):
        return [(text(tab), tab.get("href")) for tab in built.tree(page).cssselect(".plans-tabs a")]

    own = [("Board", "./"), ("Table", "../")]
    assert shown("plans/board") == [*own, ("What <is> due & when", "../due/"), ("R&D all", "../all/")]
    assert [name for name, _ in shown("plans")] == ["Board", "Table", "What <is> due & when", "R&D all"]
    assert shown("plans/all") == [
        ("Board", "../board/"),
        ("Table", "../"),
        ("What <is> due & when", "../due/"),
        ("R&D all", "./"),
    ]
    assert shown("plans/due") == [*shown("plans/all")[:2], ("What <is> due & when", "./"), ("R&D all", "../all/")]
    assert shown("") == []


@pytest.mark.parametrize("page", ["plans", "plans/board", "plans/due", "plans/relations"])
def test_the_tabs_are_on_every_page_that_they_lead_to_and_say_where_one_is(site, page):
    site.plan("001-login")
    site.write("docs/plans/due.md", "# Due\n\nWhat is due.\n\n<!-- plans:register -->\n\n<!-- plans:board -->\n")
    site.write("docs/plans/relations.md", "# Relations\n\n<!-- plans:graph -->\n\n<!-- plans:specs -->\n")
    site.config["nav"] = [{"Plans": ["plans/index.md", "plans/board.md", "plans/due.md", "plans/relations.md"]}]
    built = site.build(strict=True).tree(page)
    (tabs,) = built.cssselect(".plans-tabs")
    assert [text(tab) for tab in tabs] == ["Board", "Table", "Due", "Relations"]
    assert [tab.get("href") for tab in tabs if tab.get("aria-current") == "page"] == ["./"]
    assert tabs.getparent().xpath("boolean(ancestor-or-self::*/preceding-sibling::*[1][self::h1])"), "below the title"


def test_the_first_board_of_any_other_page_has_the_tabs(site):
    site.plan("001-login")
    site.write("docs/index.md", "# Home\n\n<!-- plans:graph -->\n\n<!-- plans:board -->\n\n<!-- plans:index -->\n")
    built = site.build(strict=True).tree("")
    assert [text(tab) for tab in built.cssselect(".plans-tabs a")] == ["Board", "Table"]
    assert built.cssselect('[data-plans="board"] .plans-tabs')
    assert not built.cssselect(".plans-tabs [aria-current]")


def test_a_tab_has_its_title_where_a_dirty_build_does_not_read_its_page(site):
    site.plan("001-login")
    site.write("docs/plans/due.md", "# What is due\n\n<!-- plans:register -->\n")
    site.config["nav"] = [{"Plans": ["plans/index.md", "plans/board.md", "plans/due.md"]}]
    built = site.build()
    config = load_config(str(site.configure()))
    config.plugins.on_startup(command="build", dirty=True)
    build(config, dirty=True)
    tabs = built.tree("plans").cssselect(".plans-tabs a")
    assert [text(tab) for tab in tabs] == ["Board", "Table", "What is due"]


def test_without_our_pages_there_is_nothing_above(site):
    site.config["theme"] = material()
    site.options |= {"nav": "none", "index": False, "board": False}
    site.plan("012-login")
    site.plan("013-logout", title="<Log> & out", spec="SPEC-013")
    built = site.build(strict=True)
    assert not above(built, "specs/012-login/plan")
    assert around(built, "specs/012-login/plan")["next"] == ("013 <Log> & out →", "../../013-logout/plan/")


@pytest.mark.parametrize(
    "theme", [material("navigation.path"), {"name": "readthedocs"}], ids=["material", "readthedocs"]
)
def test_the_view_that_a_plan_stands_below_is_marked_in_the_nav_and_only_there(many, theme):
    """What themes take for the plan's section is our page; no other page is changed by that."""
    many.config["theme"] = theme
    built = many.build(strict=True)
    page = built.tree("specs/003-feature/plan")
    assert built.tree("index.html").xpath("count(//nav//a)") <= page.xpath("count(//nav//a)")
    assert not [link for link in page.xpath("//nav//li//a/@href") if "004-feature" in link]


@pytest.mark.parametrize(
    ("listed", "places"),
    [
        (None, []),
        (
            ["a.md", {"B": "b.md"}, {"C": [{"D": "d.md"}, "https://example.org"]}],
            ["a.md", "b.md", "d.md", "https://example.org"],
        ),
        ({"A": "a.md"}, ["a.md"]),
        (["./plans/index.md", {"A": "b//a.md"}], ["plans/index.md", "b/a.md"]),
    ],
)
def test_places_of_a_nav(listed, places):
    assert list(nav.places(listed)) == places


def test_a_plan_in_the_title_of_its_neighbour_is_text(site):
    site.config["theme"] = material("navigation.footer")
    site.options["nav"] = "none"
    site.write("docs/specs/1/plan.md", plan("One", spec="SPEC-1"))
    site.write("docs/specs/2/plan.md", plan("`<script>alert(1)</script>`", spec="SPEC-2"))
    page = site.build().html("specs/1/plan")
    assert "<script>alert(1)" not in page


def test_our_own_pages_are_no_plans_whatever_include_says(many):
    many.options["include"] = ["plan.md", "**/plans/*.md"]
    many.write("docs/plans/index.md", "# Our plans\n")
    built = many.build()
    assert built.failure is None
    assert "plans/board.md" not in built.plans()
