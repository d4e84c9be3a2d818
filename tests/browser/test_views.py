"""Index and board as people use them: filter, link the filtered view, sort, keyboard, copy, go back."""

from __future__ import annotations

import csv
import io

import pytest

from tests.browser.conftest import PLAIN, served
from tests.support import plan

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 760}


@pytest.fixture(params=["plain", "instant"])
def address(request):
    """The example site without and with instant navigation."""
    return request.getfixturevalue("example" if request.param == "plain" else "instant_example")


def cards(page):
    return page.locator('[data-plans="card"]:visible').evaluate_all("all => all.map(card => card.dataset.path)")


def rows(page):
    return page.locator('[data-plans="row"]:visible').evaluate_all("all => all.map(row => row.dataset.path)")


def said(page):
    return page.locator(".plans-filter output").inner_text()


def title(page):
    return page.evaluate("document.activeElement.textContent")


def test_the_text_filter_counts_what_is_left_and_stands_in_the_address(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/")
    total = int(said(page).split()[0])
    page.get_by_role("searchbox", name="Filter plans").fill("fares")
    left = cards(page)
    assert 0 < len(left) < total
    assert said(page) == f"{len(left)} of {total}"
    assert page.url.endswith("/plans/board/?text=fares")
    page.get_by_role("button", name="Reset").click()
    assert said(page) == f"{total} of {total}"
    assert page.url.endswith("/plans/board/")


@pytest.mark.parametrize("page_of", ["plans/board/", "plans/", "decisions/"])
def test_where_nothing_is_like_the_filter_it_says_so(open_page, example, page_of):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/{page_of}?text=no-such-word")
    assert page.locator(".plans-filter output").first.inner_text() == "No plan matches."
    view = page.locator(".plans:has(> .plans-top)").first
    assert view.locator("thead:visible, [data-plans=card]:visible").count() == 0
    view.get_by_role("button", name="Reset").click()
    assert view.locator("[data-plans=row]:visible, [data-plans=card]:visible").count() > 0


def test_a_filtered_view_can_be_linked(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/")
    page.get_by_label("Owner").select_option("jonas")
    page.get_by_label("Status", exact=True).select_option("blocked")
    here, url = cards(page), page.url
    assert here
    other = open_page(viewport=DESKTOP)
    other.goto(url)
    assert cards(other) == here
    assert other.get_by_label("Owner").input_value() == "jonas"


def test_a_linked_text_leaves_the_search_of_the_theme_shut(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/board/")
    page.get_by_role("searchbox", name="Filter plans").fill("fares")
    here = cards(page)
    page.reload()
    assert (cards(page), page.get_by_role("searchbox", name="Filter plans").input_value()) == (here, "fares")
    assert not page.locator("#__search").is_checked()


def test_several_statuses_come_with_a_link(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/?status=in-review,blocked")
    columns = page.locator('[data-plans="column"]').evaluate_all(
        "all => all.filter(one => one.querySelector('.plans-card:not([hidden])')).map(one => one.dataset.status)"
    )
    assert columns == ["in-review", "blocked"]
    assert page.get_by_label("Status", exact=True).input_value() == "in-review,blocked"


def test_the_tabs_keep_the_filter_and_going_back_does_too(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/")
    page.get_by_label("Owner").select_option("jonas")
    here = cards(page)
    page.locator(".plans-tabs").get_by_role("link", name="Table").click()
    page.wait_for_url("**/plans/?owner=jonas")
    page.locator('[data-plans="index"] .plans-filter').wait_for()
    page.wait_for_function("document.querySelector('.plans-filter output').textContent")
    assert sorted(rows(page)) == sorted(here)
    page.locator('[data-plans="row"]:visible th a').first.click()
    page.locator('[data-plans="header"]').wait_for()
    page.go_back()
    page.locator('[data-plans="index"] .plans-filter').wait_for()
    page.wait_for_function("document.querySelector('.plans-filter output')?.textContent")
    assert sorted(rows(page)) == sorted(here)


def test_a_value_filters_by_itself(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/")
    owner = page.locator(".plans-card .plans-owner [data-set]").first
    name = owner.inner_text()
    owner.click()
    assert page.url.endswith(f"?owner={name.lower()}")
    assert set(page.locator(".plans-card:visible").evaluate_all("all => all.map(card => card.dataset.owner)")) == {name}
    page.locator(".plans-card:visible .plans-owner [data-set]").first.click()
    assert "?" not in page.url, "the same value again takes it back"


def test_each_of_several_owners_filters(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    site.plan("001-login", "# Login\n\n**Owner**: Bo, @Ada (lead)\n")
    site.plan("002-logout", "# Logout\n\n**Owner**: Ada\n")
    with served(site.build().folder) as address:
        page = open_page(viewport=DESKTOP)
        page.goto(f"{address}/plans/board/")
        page.get_by_text("@Ada (lead)").click()
        assert page.url.endswith("?owner=ada")
        assert page.get_by_label("Owner").input_value() == "ada"
        assert len(cards(page)) == 2
        page.get_by_label("Owner").select_option("bo")
        assert cards(page) == ["specs/001-login/plan.md"]
        page.goto(f"{address}/plans/board/?owner=@Bo,@Chi")
        assert cards(page) == ["specs/001-login/plan.md"]


def test_tiles_and_legend_are_filters(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/")
    tile = page.locator(".plans-tiles button", has_text="Missing sections")
    number = int(tile.locator("b").inner_text())
    tile.click()
    assert tile.get_attribute("aria-pressed") == "true"
    assert len(cards(page)) == number
    page.keyboard.press("Escape")
    part = page.locator(".plans-tiles").get_by_role("button", name="overdue")
    part.click()
    assert page.url.endswith("?is=late")
    assert len(cards(page)) == int(part.inner_text().split()[0])
    page.keyboard.press("Escape")
    assert "?" not in page.url
    part = page.locator(".plans-legend button", has_text="Paused")
    part.click()
    assert page.get_by_label("Status", exact=True).locator("option:checked").inner_text().startswith("Paused (")
    assert len(cards(page)) == int(part.locator("b").inner_text())


def test_folded_plans_open_when_they_are_what_is_sought(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/")
    before = rows(page)
    page.get_by_label("Status", exact=True).select_option("done")
    done = rows(page)
    assert done
    assert not set(done) & set(before)
    page.get_by_role("button", name="Reset").click()
    assert rows(page) == before


def test_headings_sort_in_both_directions(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/?status=in-progress")
    heading = page.locator("th", has=page.get_by_role("button", name="Plan", exact=True)).first
    heading.get_by_role("button").click()
    up = page.locator('[data-plans="row"]:visible th a').all_inner_texts()
    assert up == sorted(up, key=str.lower)
    assert heading.get_attribute("aria-sort") == "ascending"
    assert page.url.endswith("?status=in-progress&sort=plan")
    heading.get_by_role("button").click()
    assert page.locator('[data-plans="row"]:visible th a').all_inner_texts() == up[::-1]
    assert heading.get_attribute("aria-sort") == "descending"


def test_statuses_sort_as_the_columns_of_the_board_stand(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    for number, status in enumerate(("Blocked", "Draft", "On hold", "In review", "Planned", "In progress"), 1):
        site.plan(f"00{number}-x", plan(status=status))
    site.write("docs/team.md", "# Team\n\n<!-- plans:index {group: none, columns: [plan, status]} -->\n")
    with served(site.build().folder) as address:
        page = open_page(viewport=DESKTOP)
        page.goto(f"{address}/team/")
        page.get_by_role("button", name="Status").click()
        order = page.locator('[data-plans="row"] td').all_inner_texts()
    assert [each.strip() for each in order] == ["Draft", "Planned", "In progress", "In review", "Blocked", "On hold"]


def test_the_keyboard_leads_everywhere(open_page, address):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{address}/plans/board/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("s")
    page.wait_for_url("**/board/?text=s")
    page.keyboard.press("Escape")
    page.wait_for_url("**/board/")
    columns = page.locator('[data-plans="column"]').evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.plans-title a')].map(link => link.textContent))"
    )
    page.locator(".plans-title a").first.focus()
    page.keyboard.press("ArrowDown")
    assert title(page) == columns[0][1]
    page.keyboard.press("ArrowRight")
    assert title(page) == columns[1][1]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert title(page) == columns[0][0]
    page.keyboard.press("Enter")
    page.locator('[data-plans="header"]').wait_for()


def test_what_is_shown_can_be_copied(open_page, example):
    page = open_page(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{example}/plans/board/?status=blocked")
    page.get_by_role("button", name="Markdown").click()
    page.wait_for_function("document.querySelector('.plans-filter output').textContent === 'copied'")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == "| Status | Id | Plan | Owner | Progress |"
    assert lines[2].startswith("| Blocked | 010 | ")
    page.goto(f"{example}/plans/?status=blocked")
    page.get_by_role("button", name="CSV").click()
    page.wait_for_function("document.querySelector('.plans-filter output').textContent === 'copied'")
    table = list(csv.DictReader(io.StringIO(page.evaluate("navigator.clipboard.readText()"), newline="")))
    assert [row["Id"] for row in table] == ["010"]


def test_without_script_everything_is_there_and_nothing_pretends(open_page, example):
    page = open_page(viewport=DESKTOP, java_script_enabled=False)
    page.goto(f"{example}/plans/board/")
    assert not page.locator(".plans-filter").is_visible()
    assert page.locator(".plans-tiles button:enabled").count() == 0
    page.goto(f"{example}/plans/")
    folded = page.locator('[data-plans="folded"]').first
    assert folded.locator('[data-plans="row"]').first.is_hidden()
    folded.locator("summary").click()
    assert folded.locator('[data-plans="row"]').first.is_visible()


def test_pages_opened_from_disk_filter_too(chromium, example_folder):
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(f"{example_folder.as_uri()}/plans/board/index.html")
    total = len(cards(page))
    page.get_by_role("searchbox", name="Filter plans").fill("fares")
    assert 0 < len(cards(page)) < total
    page.close()


def test_a_strict_content_security_policy_does_not_hold_us_up(chromium, example):
    # Not `open_page`: Material's own inline script is refused, and says so.
    page = chromium.new_page(viewport=DESKTOP)

    def with_policy(route):
        response = route.fetch()
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    page.route("**/plans/board/", with_policy)
    page.goto(f"{example}/plans/board/")
    total = len(cards(page))
    page.get_by_role("searchbox", name="Filter plans").fill("fares")
    assert 0 < len(cards(page)) < total
    assert page.locator(".plans-card:visible").first.evaluate("card => getComputedStyle(card).borderLeftWidth") == "3px"
    assert page.locator("[data-plans][style], [data-plans] [style], [data-plans] script").count() == 0
    page.close()


@pytest.mark.parametrize("path", ["plans/board/", "plans/"])
def test_on_a_narrow_phone_nothing_is_cut_off(open_page, example, path):
    page = open_page(viewport=PHONE)
    page.goto(f"{example}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(("media", "width"), [("screen", PHONE["width"]), ("print", 718), ("print", 1045)])
def test_where_the_table_has_no_room_its_rows_flow(open_page, example, media, width):
    page = open_page(viewport={"width": width, "height": 760})
    page.emulate_media(media=media)
    page.goto(f"{example}/plans/")
    rights = "all => all.map(cell => cell.getBoundingClientRect().right)"
    assert max(page.locator('[data-plans="row"]:visible > *').evaluate_all(rights)) <= width
    row = page.locator('[data-path="specs/011-ticket-archive/plan.md"]')
    row.get_by_text("2026-11-27").wait_for()
    if media == "screen":
        assert "Due: " in row.evaluate(
            "row => [...row.cells].map(cell => getComputedStyle(cell, '::before').content).join()"
        )
        page.get_by_role("button", name="Due", exact=True).first.click()
        assert page.url.endswith("?sort=due")


@pytest.mark.parametrize(
    ("size", "shown"), [(DESKTOP, ["draft", "in-progress", "done", "dropped"]), (PHONE, ["draft", "done"])]
)
def test_columns_without_plans_take_no_room_on_a_phone(open_page, site, size, shown):
    site.config["theme"] = PLAIN["mkdocs"]
    site.options["statuses"] = [
        {"name": "Draft", "stage": "todo"},
        {"name": "In progress", "stage": "active"},
        {"name": "Done", "stage": "done"},
        {"name": "Dropped", "stage": "dropped"},
    ]
    site.plan("001-login", plan(status="Draft"))
    site.plan("002-logout", plan(status="Done"))
    with served(site.build().folder) as address:
        page = open_page(viewport=size)
        page.goto(f"{address}/plans/board/")
        columns = page.locator('[data-plans="column"]:visible')
        assert columns.evaluate_all("all => all.map(one => one.dataset.status)") == shown
        page.get_by_label("Status", exact=True).select_option("draft")
        assert columns.count() == (4 if size == DESKTOP else 1)


def test_a_long_word_for_the_limit_leaves_the_cards_their_width(open_page, site):
    site.options = {
        "language": "de",
        "statuses": ["Idee", {"name": "In der Umsetzung", "stage": "active", "wip": 1}, "Fertig", "Weg"],
    }
    site.config["theme"] = PLAIN["mkdocs"]
    for name in "ab":
        site.write(f"docs/{name}/plan.md", plan(status="In der Umsetzung"))
    with served(site.build().folder) as address:
        page = open_page(viewport={"width": 900, "height": 900})
        page.goto(f"{address}/plans/board/")
        widths = page.locator('[data-plans="card"]').evaluate_all("all => all.map(card => card.offsetWidth)")
    assert widths[1:] == widths[:1]


def test_the_printed_board_says_what_it_shows(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/board/?owner=jonas")
    page.emulate_media(media="print")
    head = page.locator('[data-plans="filtered"]')
    assert head.is_visible()
    shown, total = len(page.locator(".plans-card:not([hidden])").all()), len(page.locator(".plans-card").all())
    assert f"{shown} of {total}" in head.inner_text()
    assert f"{total - shown} not shown" in head.inner_text()
    assert not page.locator(".plans-filter, .plans-tabs").filter(visible=True).count()


def test_paper_shows_nothing_to_press(open_page, example):
    page = open_page(viewport={"width": 720, "height": 900})
    page.emulate_media(media="print")
    page.goto(f"{example}/plans/board/")
    assert page.locator(".plans-more").count()
    assert not page.locator(".plans-more > summary").filter(visible=True).count()
    page.goto(f"{example}/plans/")
    assert page.locator(".plans-closed > summary").first.is_visible()
    assert not page.locator("thead").filter(visible=True).count()
    page.set_viewport_size(DESKTOP)
    assert page.locator("thead").first.is_visible()


def test_a_text_of_the_other_direction_keeps_its_order_and_its_place(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    site.plan("001-login", "# תוכנית ל-API\n\n**Owner**: عمر\n\n**Status**: Draft\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:board {group: owner} -->\n")
    with served(site.build().folder) as address:
        page = open_page(viewport=DESKTOP)
        page.goto(f"{address}/team/")
        place = """(node, [from, to]) => {
            const text = document.createRange();
            text.setStart(node.firstChild, from);
            text.setEnd(node.firstChild, to);
            return text.getBoundingClientRect().left;
        }"""
        link = page.locator(".plans-title a")
        first, last = link.evaluate(place, [0, 1]), link.evaluate(place, [9, 12])
        assert link.inner_text()[9:] == "API"
        assert first > last
        name = page.locator(".plans-lane-name")
        assert name.evaluate(place, [0, 3]) < name.locator(".plans-number").bounding_box()["x"]


def test_right_to_left_turns_the_bar_and_leaves_words_in_their_order(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/")
    lefts = "all => all.map(part => part.getBoundingClientRect().left)"
    parts = page.locator(".plans-bar").first.locator("rect")
    before = parts.evaluate_all(lefts)
    assert before == sorted(before)
    page.evaluate("document.body.dir = 'rtl'")
    after = parts.evaluate_all(lefts)
    assert after == sorted(after, reverse=True)
    ends = page.locator(".plans-count").evaluate(
        """said => [0, said.firstChild.length - 1].map(at => {
            const letter = document.createRange();
            letter.setStart(said.firstChild, at);
            letter.setEnd(said.firstChild, at + 1);
            return letter.getBoundingClientRect().left;
        })"""
    )
    assert ends == sorted(ends), "27 plans, as of a day"


def test_right_to_left_turns_the_arrows(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/board/")
    page.evaluate("document.body.dir = 'rtl'")
    page.locator(".plans-title a").first.focus()
    first = title(page)
    page.keyboard.press("ArrowLeft")
    assert title(page) != first
    page.keyboard.press("ArrowRight")
    assert title(page) == first


@pytest.fixture
def team(site):
    """A page with two views, served."""
    site.config["theme"] = PLAIN["mkdocs"]
    site.plan("001-login", plan().replace("**Status**", "**Owner**: Ada  \n**Status**"))
    site.plan("002-logout", plan(title="Logout", status="Blocked").replace("**Status**", "**Owner**: Bo  \n**Status**"))
    site.write("docs/team.md", "# Team\n\n<!-- plans:board -->\n\n## All\n\n<!-- plans:index {group: none} -->\n")
    with served(site.build().folder) as address:
        yield f"{address}/team/"


def test_every_view_of_a_page_has_a_filter_of_its_own(open_page, team):
    page = open_page(viewport=DESKTOP)
    page.goto(team)
    board, table = page.locator('[data-plans="board"]'), page.locator('[data-plans="index"]')
    board.get_by_label("Owner").select_option("ada")
    table.get_by_label("Owner").select_option("bo")
    assert (cards(page), rows(page)) == (["specs/001-login/plan.md"], ["specs/002-logout/plan.md"])
    assert page.url.endswith("/team/?owner=ada&2.owner=bo")
    page.reload()
    assert (cards(page), rows(page)) == (["specs/001-login/plan.md"], ["specs/002-logout/plan.md"])
    assert board.locator(".plans-tabs a").last.get_attribute("href").endswith("plans/?owner=ada")
    table.get_by_role("button", name="Reset").click()
    assert page.url.endswith("/team/?owner=ada")
    assert (len(cards(page)), len(rows(page))) == (1, 2)


def test_keys_of_others_stay_in_the_address(open_page, team):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{team}?h=word&text=log#all")
    page.locator('[data-plans="board"]').get_by_label("Owner").select_option("bo")
    assert page.url.endswith("/team/?text=log&owner=bo&h=word#all")


@pytest.mark.parametrize("theme", PLAIN)
def test_ids_stay_on_a_line_and_the_tables_of_a_view_line_up(open_page, site, theme):
    site.config["theme"] = PLAIN[theme]
    ids = {"SPEC-AUTH-001": "Draft", "F-105-memory": "Draft", "7": "Done", "PLAN-2026-0119": "Done"}
    for place, (name, status) in enumerate(ids.items()):
        site.plan(f"f{place}", f"# Title\n\n**ID**: {name}\n**Spec**: {name}\n**Status**: {status}\n\n## Overview\n")
        site.write(f"docs/specs/f{place}/spec.md", f"# Title\n\n**ID**: {name}\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:specs -->\n")
    lines = """all => all.map(cell => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getClientRects().length;
    })"""
    with served(site.build().folder) as address:
        page = open_page(viewport={"width": 820, "height": 900})
        page.goto(f"{address}/team/")
        found = page.locator("td.plans-id").evaluate_all(lines)
        page.goto(f"{address}/plans/")
        page.locator(".plans-closed > summary").click()
        found += page.locator("td.plans-id").evaluate_all(lines)
        lefts = "table => [...table.tHead.rows[0].cells].map(cell => Math.round(cell.getBoundingClientRect().left))"
        first, second = (table.evaluate(lefts) for table in page.get_by_role("table").all())
    assert found == [1] * 8
    apart = max(abs(one - other) for one, other in zip(first, second, strict=True))
    assert apart <= {"mkdocs": 0, "readthedocs": 5}[theme], "Read the Docs has its own size for cells, not for headings"


def test_a_long_table_stays_a_table(open_page, site):
    site.config["theme"] = PLAIN["mkdocs"]
    for number in range(1, 206):
        site.plan(
            f"{number:03}-feature",
            f"# Repairs of berth {number}\n\n**Owner**: {'Bo' if number % 2 else 'Ada'}\n\nText.\n",
        )
    with served(site.build().folder) as address:
        page = open_page(viewport=DESKTOP)
        page.goto(f"{address}/plans/")
        table = page.get_by_role("table")
        assert table.get_by_role("row").count() == 2 + 205
        assert table.get_by_role("rowheader", name="Repairs of berth 7", exact=True).count() == 1
        assert table.get_by_role("columnheader").count() == table.locator("thead th").count()
        lefts = "all => all.map(cell => Math.round(cell.getBoundingClientRect().left))"
        heads = table.locator("thead th").evaluate_all(lefts)
        for number in (1, 204):
            cells = page.locator(f'[data-path="specs/{number:03}-feature/plan.md"] > *')
            assert cells.evaluate_all(lefts) == heads
        page.get_by_role("button", name="Id").click()
        page.get_by_role("button", name="Id").click()
        assert rows(page)[0] == "specs/205-feature/plan.md"
        page.get_by_label("Owner").select_option("ada")
        assert len(rows(page)) == 102
        page.set_viewport_size(PHONE)
        page.reload()
        page.set_viewport_size({"width": 844, "height": 390})
        name, owner = (page.locator(f".plans-c-{part}").bounding_box()["width"] for part in ("plan", "owner"))
        assert name > 2 * owner, "also on a phone that has been turned"
        page.set_viewport_size(DESKTOP)
        assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]
