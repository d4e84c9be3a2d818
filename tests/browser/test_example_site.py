"""The example site as a visitor uses it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


def columns(page):
    return page.locator('[data-plans="column"]')


def test_from_the_home_page_to_the_board_to_a_plan_and_back(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/")
    page.get_by_role("link", name="Plans", exact=True).first.click()
    page.get_by_role("link", name="Board", exact=True).last.click()
    page.wait_for_url("**/plans/board/")
    card = page.locator('[data-plans="card"]').first
    title = card.locator(".plans-title").inner_text()
    # The whole card is the target, not only its words.
    box = card.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 8, box["y"] + box["height"] - 8)
    page.locator('[data-plans="header"]').wait_for()
    assert title in page.title()
    page.locator('[data-plans="above"]').get_by_role("link", name="Status board").click()
    page.wait_for_url("**/plans/board/")


def test_the_board_holds_every_plan_of_the_index(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/")
    rows = page.locator('[data-plans="row"]').evaluate_all("rows => rows.map(row => row.dataset.path).sort()")
    page.goto(f"{example}/plans/board/")
    cards = page.locator('[data-plans="card"]').evaluate_all("cards => cards.map(card => card.dataset.path).sort()")
    assert cards == rows
    assert len(cards) >= 16


def test_the_board_leads_to_the_other_views_and_back_with_its_filter(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/board/?owner=tove")
    page.locator(".plans-tabs").get_by_role("link", name="Decisions").click()
    page.wait_for_url("**/decisions/?owner=tove")
    owners = page.locator('[data-plans="register"]').first.locator('[data-plans="row"]:visible .plans-owner')
    assert set(owners.all_inner_texts()) == {"Tove"}
    page.locator('[data-plans="register"]').first.get_by_label("Owner").select_option("mirela")
    page.locator(".plans-tabs").get_by_role("link", name="Board").click()
    page.wait_for_url("**/plans/board/?owner=mirela")


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_the_columns_have_room(open_page, example, javascript):
    page = open_page(viewport=DESKTOP, java_script_enabled=javascript)
    page.goto(f"{example}/plans/board/")
    widths = [column.bounding_box()["width"] for column in columns(page).all()]
    assert len(widths) >= 6
    assert min(widths) >= 190
    ends = page.locator(".plans-stack").evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().right)")
    assert sum(end <= DESKTOP["width"] for end in ends) >= 7
    assert page.locator(".md-sidebar--primary").is_hidden()
    assert page.locator(".md-sidebar--secondary").is_hidden()


def test_a_long_id_and_the_age_share_the_first_line_of_a_card(open_page, example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/plans/board/")
    first = page.locator('[data-plans="card"]:has(time) .plans-line').first
    first.locator(".plans-id").evaluate("id => { id.textContent = 'PLAN-2026-0115' }")
    id_, age = first.locator(".plans-id").bounding_box(), first.locator("time").bounding_box()
    assert first.bounding_box()["height"] < 24
    assert id_["x"] + id_["width"] <= age["x"]


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_all_tiles_are_of_one_width(open_page, example, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{example}/plans/")
    tiles = page.locator(".plans-tiles li")
    assert len({round(tile.bounding_box()["width"]) for tile in tiles.all()}) == 1


def test_on_a_phone_the_columns_stand_below_each_other_and_nothing_is_cut_off(open_page, example):
    page = open_page(viewport=PHONE)
    for path in ("plans/board/", "plans/", "specs/006-boarding-scanner/plan/"):
        page.goto(f"{example}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(f"{example}/plans/board/")
    boxes = [column.bounding_box() for column in columns(page).all()]
    assert all(box["width"] > 300 for box in boxes)
    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)


def test_no_theme_frames_stripes_or_cuts_the_table(open_page, plain_example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{plain_example}/plans/")
    looks = page.locator('[data-plans="row"] td').evaluate_all(
        """cells => cells.map(cell => {
          const {borderLeftWidth, borderBottomWidth, backgroundColor} = getComputedStyle(cell);
          return [borderLeftWidth, borderBottomWidth, backgroundColor].join(' ');
        })"""
    )
    assert set(looks) == {"0px 1px rgba(0, 0, 0, 0)"}
    table = page.locator(".plans-scroll").first
    assert table.evaluate("node => node.scrollWidth - node.clientWidth") == 0
    dates = page.locator("tbody").first.locator("td time, .plans-whole")
    lines = (
        "cell => { const range = new Range(); range.selectNodeContents(cell); return range.getClientRects().length }"
    )
    assert {date.evaluate(lines) for date in dates.all()} == {1}


def test_no_theme_stretches_the_cards(open_page, plain_example):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{plain_example}/plans/board/")
    below = page.locator('[data-plans="card"]').first.evaluate(
        "card => card.getBoundingClientRect().bottom - card.lastElementChild.getBoundingClientRect().bottom"
    )
    assert below <= 8


def test_on_a_phone_plans_and_their_table_fit_in_every_theme(open_page, plain_example):
    page = open_page(viewport=PHONE)
    page.goto(f"{plain_example}/specs/006-boarding-scanner/plan/")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(f"{plain_example}/plans/")
    rows = [row.bounding_box()["height"] for row in page.locator('[data-plans="row"]').all() if row.is_visible()]
    assert max(rows) <= 130, "no column is so narrow that its words stand below each other"


@pytest.mark.parametrize("open_", [False, True])
def test_the_findings_of_a_plan_look_as_if_they_open(open_page, example, open_):
    page = open_page(viewport=DESKTOP)
    page.goto(f"{example}/specs/016-group-bookings/plan/")
    summary = page.locator(".plans-findings > summary")
    if open_:
        summary.click()
    assert page.locator(".plans-findings li").first.is_visible() == open_
    mark = "node => { const {display, width, content} = getComputedStyle(node, '::after'); return [display, width, content] }"
    assert summary.evaluate(mark) == ["block", "6px", '""']


def luminance(color):
    def channel(value):
        value /= 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(value) for value in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


# Every text inside our elements, with its colour laid over the background that is behind it.
COLOURS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const over = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const found = [];
  for (const element of document.querySelectorAll('[data-plans] *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own || !element.getClientRects().length) continue;
    const behind = [];
    for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    behind.unshift('white');
    found.push([element.className || element.tagName, over(...behind, getComputedStyle(element).color), over(...behind)]);
  }
  return found;
}"""


def assert_every_word_can_be_read(page):
    """In our elements, with the contrast of https://www.w3.org/TR/WCAG22/#contrast-minimum."""
    weak = {(str(name), round(contrast(text, ground), 2)) for name, text, ground in page.evaluate(COLOURS)}
    assert {(name, ratio) for name, ratio in weak if ratio < 4.5} == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["plans/board/", "plans/", "specs/016-group-bookings/plan/"])
def test_every_word_can_be_read_in_both_schemes(open_page, example, scheme, path):
    page = open_page(viewport=DESKTOP, color_scheme=scheme)
    page.goto(f"{example}/{path}")
    dark = luminance(page.evaluate(COLOURS)[0][2]) < 0.2
    assert dark == (scheme == "dark"), "the page follows the scheme that the reader asks for"
    assert_every_word_can_be_read(page)
