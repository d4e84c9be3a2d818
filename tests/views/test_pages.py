"""Views on pages: options of markers, lanes, limits, columns, and templates of the site's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_plans.views import SCRIPT, STYLESHEET, THEME
from tests.support import REQUIRED, THEMES, plan, text


@pytest.fixture
def team(site):
    """A site with three plans and a page of the team's own; gives the page's tree for a marker."""
    site.plan("001-login", plan().replace("**Status**", "**Owner**: Ada  \n**Status**"))
    site.plan("002-logout", title="Logout", status="Draft", spec="SPEC-002")
    site.plan("003-search", title="Search", status="Done", spec="SPEC-003")

    def build(marker):
        site.write("docs/team.md", f"# Team\n\n{marker}\n")
        return site.build().tree("team")

    return build


def test_lanes(team):
    page = team("<!-- plans:board {group: owner} -->")
    assert [text(name) for name in page.cssselect('[data-plans="lane"] h2')] == ["Ada 1", "no value 2"]
    assert "nothing here" not in text(page), "every lane has all columns, and most are empty"


def test_columns_of_choice(team):
    page = team("<!-- plans:index {columns: [plan, status, Created], group: none} -->")
    assert [text(cell) for cell in page.cssselect("thead")[0].cssselect("th")] == ["Plan", "Status", "Created"]
    assert text(page.cssselect('[data-plans="row"]')[0]).split() == ["Logout", "Draft", "2026-03-01"]


def test_columns_in_which_nothing_would_stand_are_left_out(team):
    page = team("<!-- plans:index -->")
    heads = [text(cell) for cell in page.cssselect("thead")[0].cssselect("th")]
    assert heads == ["Id", "Plan", "Spec", "Owner", "Created"]
    page = team("<!-- plans:index {columns: [plan, tags, Milestone, since, Created]} -->")
    assert [text(cell) for cell in page.cssselect("thead")[0].cssselect("th")] == ["Plan", "Created"]


def test_cards_show_what_is_asked_for_beside_what_they_always_do(site):
    risk = "\n## Deployment\n\n**Risk Level**: {}\n**Breaking Changes**: No\n"
    site.plan("001-login", plan(title="Login") + risk.format("High & <5"))
    site.plan("002-logout", plan(title="Logout", status="Draft"))
    site.write("docs/team.md", "# Team\n\n<!-- plans:board {columns: [risk level, created, owner, title]} -->\n")
    cards = site.build().tree("team").cssselect('[data-plans="card"]')
    chips = {text(card.cssselect(".plans-title")[0]): list(map(text, card.cssselect(".plans-chip"))) for card in cards}
    assert chips["Login"] == ["risk level: High & <5", "Created: 2026-03-01"]
    assert chips["Logout"] == ["Created: 2026-03-01"]


def test_a_spec_is_called_by_its_file_where_the_plan_names_only_its_path(site):
    site.plan("001-login", "# Login\n\n**Spec**: [../001-login/spec.md](../001-login/spec.md)\n")
    site.plan("002-logout", "# Logout\n\n**Spec**: ../../old/spec.md\n")
    site.write("docs/specs/001-login/spec.md", "# Login\n")
    page = site.build().tree("plans")
    specs = [text(row.cssselect("td")[1]) for row in page.cssselect('[data-plans="row"]')]
    assert specs == ["spec.md", "../../old/spec.md"]


def test_a_limit_says_how_many_more_there_are(team):
    page = team("<!-- plans:index {limit: 1} -->")
    assert len(page.cssselect('[data-plans="row"]')) == 1
    assert [text(link) for link in page.cssselect(".plans-index > p a")] == ["2 more"]


def test_several_views_on_one_page_share_one_script(team):
    page = team("<!-- plans:board {stage: active} -->\n\n<!-- plans:index {owner: Ada, compact: true} -->")
    assert len(page.cssselect('[data-plans="board"]')) == len(page.cssselect('[data-plans="index"]')) == 1
    assert page.xpath("//script[@data-plans]/@src") == ["../assets/plans/plans.js"]
    assert "plans-compact" in page.cssselect('[data-plans="index"]')[0].get("class")
    for names in (page.xpath("//*[@id]/@id"), page.xpath('//form[@data-plans="filter"]/@aria-label')):
        assert len(names) == len(set(names)) >= 2


@pytest.mark.parametrize(
    ("written", "before"),
    [
        ("Here <!-- plans:board --> it is.", "<p>Here  it is.</p>"),
        ("**Here <!-- plans:board -->** it is.", "<p><strong>Here </strong> it is.</p>"),
        ("* One\n\n* <!-- plans:board -->", "<li>\n"),
        ("<!-- plans:board -->", "</h1>\n"),
    ],
)
def test_a_view_comes_behind_the_paragraph_in_which_its_marker_stands(site, written, before):
    site.plan()
    site.write("docs/team.md", f"# Team\n\n{written}\n")
    assert f'{before}<div class="plans plans-board"' in site.build().html("team")


def test_a_selection_without_plans_says_so(team):
    page = team("<!-- plans:board {owner: Nobody} -->")
    assert text(page.cssselect('[data-plans="empty"]')[0]) == "No plan matches."


def test_pages_without_a_view_have_no_script(site):
    site.plan()
    assert "plans.js" not in site.build().html("specs/012-login/plan")


def test_the_tasks_of_the_front_matter_stand_on_the_card(site):
    todos = "---\ntodos:\n- {id: a, content: Build it, status: completed}\n- {id: Try it, status: pending}\n---\n"
    site.plan("012-login", f"{todos}\n# Login\n")
    header = site.build().header("specs/012-login/plan")
    assert "1/2 no owner Tasks Build it (Done) Try it (Planned) " in header


def test_the_card_names_the_sections_that_are_missing(site):
    sections = "".join(f"## {title}\n\nText.\n\n" for title in REQUIRED[2:])
    site.plan("012-login", plan(sections=sections))
    (summary,) = site.build().tree("specs/012-login/plan").cssselect('[data-plans="header"] details summary')
    assert text(summary) == f"2 sections missing {REQUIRED[0]}, {REQUIRED[1]}"


@pytest.mark.parametrize(("nav", "views"), [("all", ["Board", "Table"]), ("none", [])])
def test_the_card_leads_to_the_views_where_nothing_above_it_does(site, nav, views):
    site.options["nav"] = nav
    site.plan()
    page = site.build().tree("specs/012-login/plan")
    assert [text(link) for link in page.cssselect('[data-plans="header"] nav a')] == views
    assert len(page.cssselect('[data-plans="above"] a')) == (0 if views else 2)


def test_a_limit_on_work_in_progress_shows_when_it_is_exceeded(site):
    site.options["statuses"] = [{"name": "Doing", "stage": "active", "aliases": ["In progress"], "wip": 1}]
    site.plan("001-login")
    assert text(site.build().tree("plans/board").cssselect(".plans-limit")[0]) == "limit 1"
    site.plan("002-logout", title="Logout", spec="SPEC-002")
    assert text(site.build().tree("plans/board").cssselect(".plans-over")[0]) == "over the limit of 1"


@pytest.mark.parametrize(("shown", "findings"), [("always", 1), ("never", 0), ("serve", 0)])
def test_readers_see_findings_only_where_the_team_wants_it(site, shown, findings):
    site.options["show_findings"] = shown
    site.plan("012-login", plan(sections="## Overview\n\nText.\n"))
    page = site.build().tree("plans/board")
    assert len(page.cssselect(".plans-warn")) == findings
    assert len(page.cssselect('[name="is"]')) == findings


@pytest.mark.parametrize(("shown", "is_published"), [("always", True), ("never", False), ("serve", False)])
def test_the_data_on_the_site_hold_findings_only_where_readers_see_them(site, shown, is_published):
    site.options["show_findings"] = shown
    site.plan("012-login", "# Login\n\n**Status**: Nearly\n\n**Depends on**: 099\n")
    built = site.build()
    assert bool(built.plans()["specs/012-login/plan.md"]["findings"]) == is_published
    assert any("[status-unknown]" in line for line in built.log), "the build says it in any case"


@pytest.mark.parametrize(
    ("sources", "cards", "rows"),
    [
        (["specs"], [""], ["Login"]),
        (["specs", {"path": "shop", "label": "Shop"}], ["Shop", "specs"], ["Cart Shop", "Login specs"]),
    ],
)
def test_where_plans_come_from_is_said_where_it_tells_them_apart(site, sources, cards, rows):
    site.options["sources"] = sources
    site.write("specs/001-login/plan.md", plan())
    site.write("shop/002-cart/plan.md", plan("Cart"))
    built = site.build()
    kinds = built.tree("plans/board").cssselect(".plans-card .plans-line:first-child span > .plans-faint")
    assert sorted(map(text, kinds)) == cards
    assert sorted(map(text, built.tree("plans").cssselect("td + th[scope=row]"))) == rows


def test_plans_that_nothing_else_tells_apart_say_where_they_are(site):
    site.write("docs/web/plan.md", "# Migration\n\n**Status**: Draft\n")
    site.write("docs/old.plan.md", "# MIGRATION\n\n**Status**: Blocked\n\n**Depends on**: web/plan.md\n")
    site.plan("001-migration", "# Migration\n\n**Status**: Draft\n")
    built = site.build()
    assert built.board() == {"draft": ["Migration", "Migration web"], "blocked": ["MIGRATION old.plan.md"]}
    waits = built.tree("plans/board").cssselect("p.plans-waits")
    assert [text(each) for each in waits] == ["waits for Migration web (Draft)"]
    assert sorted(map(text, built.tree("plans").cssselect("td + th[scope=row]"))) == [
        "MIGRATION old.plan.md",
        "Migration",
        "Migration web",
    ]


def test_a_template_of_the_site_takes_the_place_of_ours(site):
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write(
        "overrides/plans/card.html", '<li data-plans="card" data-path="{{ plan.path }}">{{ plan.title | upper }}</li>\n'
    )
    site.plan()
    assert text(site.build().tree("plans/board").cssselect('[data-plans="card"]')[0]) == "LOGIN"


def test_templates_say_what_they_are_given():
    says = {each.name: each.read_text(encoding="utf-8").startswith("{# ") for each in Path(THEME, "plans").iterdir()}
    assert {"board.html", "card.html", "index.html"} <= set(says)
    assert [name for name, text in says.items() if not text] == []


@pytest.mark.parametrize(("asset", "most"), [(SCRIPT, 10 * 1024), (STYLESHEET, 16 * 1024)])
def test_script_and_style_stay_small(asset, most):
    assert Path(THEME, asset).stat().st_size <= most


@pytest.mark.parametrize("theme", THEMES)
def test_the_search_finds_plans_by_their_status_which_is_not_on_the_page_twice(site, theme):
    site.config["theme"] = {"name": theme}
    site.plan(status="Blocked")
    site.plan("002-logout", "# Logout\n\nText.\n")
    built = site.build()
    entries = {each["location"]: each["text"] for each in json.loads(built.html("search/search_index.json"))["docs"]}
    assert "Status: Blocked" in entries["specs/012-login/plan/"]
    assert "Status: No status" in entries["specs/002-logout/plan/"]
    assert built.tree("specs/012-login/plan").cssselect('[data-plans="indexed"]') == []
