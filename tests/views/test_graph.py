"""What waits for what: the layers, the drawing, the list, and the view on a page."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_plans.model import Catalogue
from mkdocs_plans.relating.cycles import circular, closing, cycles
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site
from mkdocs_plans.views.drawing import HEIGHT, WIDTH, draw
from mkdocs_plans.views.fitting import fit
from mkdocs_plans.views.graph import graph
from mkdocs_plans.views.insight import insights
from mkdocs_plans.views.layers import layered, parts
from tests.support import grows_with, text

nodes = st.integers(0, 14).map(str)
graphs = st.dictionaries(nodes, st.lists(nodes, max_size=4, unique=True), max_size=15).map(
    lambda waits: {node: tuple(other for other in others if other != node) for node, others in waits.items()}
)


def edges(waits):
    return {(node, other) for node, others in waits.items() for other in others}


def chain(length):
    return {f"{index:04}": (f"{index - 1:04}",) for index in range(1, length)}


def star(points):
    return {str(index): ("hub",) for index in range(points)}


def bundle(size):
    """A chain of 28, and beside it some nodes at the left that each of as many at the right waits for."""
    left = tuple(f"left {index}" for index in range(size))
    right = {f"right {index}": (*left, "0027") for index in range(size)}
    return {**chain(28), "0000": left, **right}


def complete(size):
    return {str(one): tuple(str(other) for other in range(size) if other != one) for one in range(size)}


# The layers.


@pytest.mark.parametrize(
    ("waits", "layers"),
    [
        ({"b": ("a",), "c": ("b",)}, [["a"], ["b"], ["c"]]),
        # A long way bends in the layer that it passes.
        ({"b": ("a",), "c": ("a", "b")}, [["a"], ["b", "a"], ["c"]]),
        # What waits for nothing stands next to what needs it.
        ({"b": ("a",), "c": ("b", "d")}, [["a"], ["d", "b"], ["c"]]),
        # Two that wait for each other: the one that comes first in the order of names is the one that waits.
        ({"a": ("b",), "b": ("a",)}, [["b"], ["a"]]),
    ],
)
def test_layers_from_left_to_right(waits, layers):
    (part,) = parts(waits)
    found = [sorted(slot.node for slot in layer) for layer in layered(part).layers]
    assert found == [sorted(layer) for layer in layers]


def test_few_lines_cross():
    waits = {"a": ("r",), "b": ("r",), "c": ("r",), "f": ("c",), "e": ("b",), "d": ("a",), "g": ("f", "b")}
    (part,) = parts(waits)
    _, left, right, _ = layered(part).layers
    assert [slot.node for slot in left] == ["a", "b", "c"]
    # The way from b to g bends between e, which waits for b too, and f, which waits for c.
    assert [slot.node for slot in right] == ["d", "e", "b", "f"]


def test_parts_that_nothing_joins_are_told_apart():
    found = parts({"b": ("a",), "y": ("x", "z"), "d": ("a",)})
    assert [sorted(part) for part in found] == [["a", "b", "d"], ["x", "y", "z"]]


@given(graphs)
def test_without_what_closes_circles_there_is_none(waits):
    back = closing(waits)
    assert cycles({node: [o for o in others if (node, o) not in back] for node, others in waits.items()}) == ()
    assert bool(back) == bool(cycles(waits))


@given(graphs)
def test_an_edge_is_circular_where_a_way_leads_back(waits):
    def reached(start):
        found = [start]
        for node in found:
            found += [other for other in waits.get(node, ()) if other not in found]
        return found

    assert circular(waits) == {(one, other) for one, other in edges(waits) if one in reached(other)}


# The drawing.


@given(graphs)
def test_boxes_are_within_the_drawing_and_do_not_touch(waits):
    drawing = draw(waits)
    boxes = drawing.boxes
    assert sorted(box.node for box in boxes) == sorted({node for edge in edges(waits) for node in edge})
    for box in boxes:
        assert 0 <= box.x <= drawing.width - WIDTH
        assert 0 <= box.y <= drawing.height - HEIGHT
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert abs(one.x - other.x) >= WIDTH or abs(one.y - other.y) > HEIGHT


@given(graphs)
def test_every_edge_is_drawn_once_from_border_to_border(waits):
    drawing = draw(waits)
    assert sorted((line.end, line.start) for line in drawing.lines) == sorted(edges(waits))
    at = {box.node: box for box in drawing.boxes}
    for line in drawing.lines:
        (x, y), (to_x, to_y) = line.points[0], line.points[-1]
        start, end = at[line.start], at[line.end]
        left, right = (end, start) if line.is_closing else (start, end)
        assert left.x < right.x
        assert x == start.x + (0 if line.is_closing else WIDTH)
        assert to_x == end.x + (WIDTH if line.is_closing else 0)
        assert start.y < y < start.y + HEIGHT
        assert end.y < to_y < end.y + HEIGHT


@given(graphs)
def test_lines_pass_between_the_boxes(waits):
    drawing = draw(waits)
    for line in drawing.lines:
        for (x, y), (to_x, to_y) in pairwise(line.points[1:-1]):
            if y == to_y and abs(to_x - x) == WIDTH:
                assert not [box for box in drawing.boxes if box.x == min(x, to_x) and box.y <= y <= box.y + HEIGHT]


DRAWN = """
import random
from mkdocs_plans.views.drawing import draw
chance = random.Random(0)
for size in range(2, 17):
    names = [f"plan {number}" for number in range(size)]
    print(draw({name: tuple(chance.sample([other for other in names if other != name], size // 6 + 1)) for name in names}))
"""


def test_the_same_plans_make_the_same_drawing_whatever_the_order_of_hashes():
    drawn = [
        subprocess.run(
            [sys.executable, "-c", DRAWN], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "123"
    ]
    assert drawn[0].count(b"Drawing(") > 10
    assert drawn[0] == drawn[1] == drawn[2]


def test_a_line_as_svg_writes_it():
    assert [line.path for line in draw({"b": ("a",), "c": ("b",), "d": ("b",)}).lines] == [
        "M200 51H244m-6-4 6 4-6 4",
        "M444 51C466 51 466 23 488 23m-6-4 6 4-6 4",
        "M444 51C466 51 466 79 488 79m-6-4 6 4-6 4",
    ]


def test_a_line_that_closes_a_circle_runs_backwards_below_the_others():
    forth, back = draw({"a": ("b",), "b": ("a",)}).lines
    assert (forth.path, forth.is_closing) == ("M200 23H244m-6-4 6 4-6 4", False)
    assert (back.path, back.is_closing) == ("M244 37H200m6-4-6 4 6 4", True)


@pytest.mark.parametrize(
    ("waits", "is_drawn"),
    [
        (chain(30), True),
        (chain(31), False),
        (star(199), True),
        (star(200), False),
        (complete(12), True),
        (complete(30), False),
        # Few plans and few lines, but lines that pass many layers.
        (bundle(9), True),
        (bundle(11), False),
    ],
)
def test_what_nobody_can_follow_is_not_drawn(waits, is_drawn):
    assert (draw(waits) is not None) == is_drawn


@pytest.mark.parametrize(
    ("text", "room", "cut"),
    [
        ("Login", 5, "Login"),
        ("Login with passkeys", 10, "Login with…"),
        ("illicit", 5, "illicit"),
        ("港の電光掲示板", 6, "港の…"),
        ("", 5, ""),
        ("W", 0, "W…"),
    ],
)
def test_texts_are_cut_to_the_room_that_they_have(text, room, cut):
    assert fit(text, room) == cut


# The plans in it.


def shown(plans, **options):
    catalogue = Catalogue(tuple(plans))
    return graph(plans, catalogue, insights(catalogue, Settings(), Site(), {}), **options)


def named(found):
    return {
        (found.plans[one].id, found.plans[other].id): (edge.is_live, edge.is_circular)
        for (one, other), edge in found.edges.items()
    }


@pytest.fixture
def plans(plan):
    """1 is done, 2 waits for it and 3 for 2; 4 and 5 wait for each other; 6 stands alone and names itself."""

    def make(id_, status="in-progress", after=()):
        return plan(id_, status, after=[f"specs/{other}-feature/plan.md" for other in after])

    return [
        make("1", "done"),
        make("2", after=["1"]),
        make("3", "draft", after=["2", "1"]),
        make("4", after=["5"]),
        make("5", after=["4"]),
        make("6", after=["6"]),
        make("7", "done"),
    ]


def test_only_open_plans_wait_and_only_for_open_ones(plans):
    found = shown(plans)
    assert named(found) == {("3", "2"): (True, False), ("4", "5"): (True, True), ("5", "4"): (True, True)}
    assert found.alone == 1
    assert [line.is_closing for line in found.drawing.lines] == [False, False, True]


def test_every_edge_between_plans_of_one_circle_is_red(plan):
    after = {"a": "bc", "b": "c", "c": "a", "d": "a", "e": ""}
    found = shown([plan(id_, after=[f"specs/{other}-feature/plan.md" for other in after[id_]]) for id_ in after])
    circles = {edge: is_circular for edge, (_, is_circular) in named(found).items()}
    assert circles == {("a", "b"): True, ("a", "c"): True, ("b", "c"): True, ("c", "a"): True, ("d", "a"): False}


def test_all_edges_on_request(plans):
    found = shown(plans, finished=True)
    assert {edge: live for edge, (live, _) in named(found).items()} == {
        ("2", "1"): False,
        ("3", "1"): False,
        ("3", "2"): True,
        ("4", "5"): True,
        ("5", "4"): True,
    }
    assert found.alone == 2


def test_plans_that_are_not_asked_for_are_left_out(plans):
    assert named(shown(plans[2:4] + plans[5:])) == {}
    assert shown(plans[5:]).drawing is None


def test_a_list_beside_the_drawing(plans):
    rows = {
        item.plan.id: [edge.plan.id for edge in item.edges] for item in shown(plans, finished=True).waiting.values()
    }
    assert rows == {"2": ["1"], "3": ["1", "2"], "4": ["5"], "5": ["4"]}


def waiting(plan, waits):
    """Plans that wait for each other."""
    everything = sorted({node for edge in edges(waits) for node in edge})
    return [plan(id_, after=[f"specs/{other}-feature/plan.md" for other in waits.get(id_, ())]) for id_ in everything]


@pytest.mark.parametrize("waits", [chain(1000), complete(100)], ids=["a chain of 1,000", "100 that wait for all"])
def test_what_is_too_much_is_listed(plan, waits):
    made = waiting(plan, waits)
    found = shown(made)
    assert found.drawing is None
    assert len(found.edges) == len(edges(waits))
    assert max(len(item.edges) for item in found.waiting.values()) <= 20
    assert all(len(item.edges) + item.more == len(waits[item.plan.id]) for item in found.waiting.values())


@pytest.mark.parametrize(
    ("graph_of", "count"),
    [(chain, 1000), (lambda count: complete(math.isqrt(count)), 10_000)],
    ids=["chain", "all for all"],
)
def test_the_work_grows_with_the_dependencies(plan, graph_of, count):
    made = {size: waiting(plan, graph_of(size)) for size in (count, 4 * count)}
    assert grows_with(lambda size: shown(made[size]), count)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(waits=graphs)
def test_every_live_edge_is_drawn_once(plan, waits):
    everything = sorted({node for edge in edges(waits) for node in edge} | set(waits))
    states = ("draft", "in-progress", "done", "blocked", "dropped", "unknown")
    made = [
        plan(
            id_,
            states[int(id_) % len(states)],
            after=[f"specs/{other}-feature/plan.md" for other in waits.get(id_, ())],
        )
        for id_ in everything
    ]
    status = {each.id: each.stage is None or each.stage.is_open for each in made}
    found = shown(made)
    assert set(named(found)) == {(one, other) for one, other in edges(waits) if status[one] and status[other]}
    drawn = [(line.end, line.start) for line in found.drawing.lines] if found.drawing else []
    assert sorted(drawn) == sorted(found.edges)
    assert found.alone == sum(status.values()) - len(found.plans)


# On a page.


def page(site, marker, **plans):
    for name, header in plans.items():
        number, _, title = name.partition("_")
        site.plan(
            f"{number[1:]}-{title}", f"# Technical Plan: {title.capitalize()}\n\n{header}\n\n## Overview\n\nText.\n"
        )
    site.write("docs/team.md", f"# Team\n\n{marker}\n")
    return site.build().tree("team")


@pytest.fixture
def team(site):
    """The page for a marker, on a site where 002 waits for 001, and 003 and 004 for each other."""

    def build(marker="<!-- plans:graph -->"):
        return page(
            site,
            marker,
            p001_login="**Status**: In progress  \n**Owner**: Ada",
            p002_logout="**Status**: Draft  \n**Depends on**: 001",
            p003_search="**Status**: Draft  \n**Depends on**: 004",
            p004_index="**Status**: Blocked  \n**Depends on**: 003",
            p005_done="**Status**: Done  \n**Depends on**: 001",
            p006_alone="**Status**: Planned",
        )

    return build


def test_the_view_on_a_page(team):
    tree = team()
    (view,) = tree.cssselect('[data-plans="graph"]')
    assert text(view.cssselect(".plans-count")[0]) == "4 plans, 3 dependencies · 1 open plan without open dependencies"
    nodes = {node.get("data-path"): node for node in view.cssselect('[data-plans="node"]')}
    assert sorted(path[6:9] for path in nodes) == ["001", "002", "003", "004"]
    (link,) = nodes["specs/002-logout/plan.md"].cssselect("a")
    assert link.get("xlink:href") == "../specs/002-logout/plan/"
    assert text(link.cssselect("title")[0]) == "002 Logout (Draft); waits for 001 Login"
    assert [text(line) for line in link.cssselect("text")] == ["002 Draft", "Logout"]
    drawn = [(edge.get("data-from")[6:9], edge.get("data-to")[6:9]) for edge in view.cssselect('[data-plans="edge"]')]
    assert drawn == [("001", "002"), ("004", "003"), ("003", "004")]
    assert [text(label) for label in view.cssselect(".plans-drawing > text")] == ["cycle"]


def test_the_list_says_the_same(team):
    rows = [text(item) for item in team().cssselect(".plans-listed > li")]
    assert rows == [
        "002 Logout (Draft) waits for 001 Login (In progress, Ada)",
        "003 Search (Draft) waits for 004 Index (Blocked) cycle",
        "004 Index (Blocked) waits for 003 Search (Draft) cycle",
    ]


@pytest.mark.parametrize(
    ("marker", "count"),
    [
        ("{edges: all}", "5 plans, 4 dependencies · 1 plan without dependencies"),
        ("{edges: all, stage: [active, done]}", "2 plans, 1 dependency"),
        ("{path: specs/003-search/}", "0 plans, 0 dependencies · 1 open plan without open dependencies"),
        ("{status: draft}", "0 plans, 0 dependencies · 2 open plans without open dependencies"),
    ],
)
def test_options(team, marker, count):
    (view,) = team(f"<!-- plans:graph {marker} -->").cssselect('[data-plans="graph"]')
    assert text(view.cssselect(".plans-count")[0]) == count


def test_what_is_done_depends_on_others_but_waits_for_none(team):
    (view,) = team("<!-- plans:graph {edges: all} -->").cssselect('[data-plans="graph"]')
    assert "005 Done (Done) depends on 001 Login (In progress, Ada)" in map(text, view.cssselect(".plans-listed > li"))
    assert "005 Done (Done); depends on 001 Login" in map(text, view.cssselect("title"))


@pytest.mark.parametrize(
    ("marker", "mistake"),
    [
        ("plans:graph {edges: some}", "edges: expected one of live, all, not 'some'"),
        ("plans:graph {edge: all}", 'there is no option "edge"; did you mean "edges"?'),
        (
            "plans:graph {columns: [id]}",
            'there is no option "columns"; the options are stage, status, owner, tag, path, where, edges',
        ),
        ("plans:board {edges: all}", 'there is no option "edges"; the options are stage, status, owner,'),
    ],
)
def test_mistakes(team, marker, mistake):
    (note,) = team(f"<!-- {marker} -->").cssselect('[data-plans="mistake"]')
    assert text(note).startswith(f"This view cannot be shown: {mistake}")


def test_where_nothing_waits_there_is_no_drawing(team):
    (view,) = team("<!-- plans:graph {owner: Ada} -->").cssselect('[data-plans="graph"]')
    assert "No plan waits for another." in text(view)
    assert not view.cssselect("svg")
    (empty,) = team("<!-- plans:graph {owner: Nobody} -->").cssselect('[data-plans="graph"]')
    assert text(empty) == "No plan matches."


def test_hostile_titles_are_text_and_nothing_is_styled_in_place(site):
    title = "<script>alert(1)</script> </svg> & ]]>"
    for number, after in (("001", "002"), ("002", "001")):
        front = f"title: '{title}'\nid: '<b>{number}'\nowner: '<i>x'\ndepends_on: '{after}'"
        site.plan(f"{number}-a", f"---\n{front}\n---\n\n# {title}\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:graph -->\n")
    built = site.build()
    (view,) = built.tree("team").cssselect('[data-plans="graph"]')
    assert len(view.cssselect('[data-plans="node"]')) == 2
    assert not view.xpath(".//script | .//i | .//@style | .//style")
    assert title in view.cssselect("title")[0].text
    assert not re.search(
        r"<[^>]*\sstyle=", built.html("team").partition('data-plans="graph"')[2].partition("</svg>")[0]
    )


def test_golden(site):
    """A small drawing in full: whoever changes it looks at it."""
    tree = page(
        site,
        "<!-- plans:graph -->",
        p001_login="**Status**: In progress",
        p002_logout="**Status**: Draft  \n**Depends on**: 001",
    )
    (svg,) = tree.cssselect("svg.plans-drawing")
    found = [
        (element.tag, {name: element.get(name) for name in ("x", "y", "d", "transform", "width") if element.get(name)})
        for element in svg.iter()
        if element.tag in ("rect", "text", "g", "path") and not element.xpath("ancestor::*[@class='plans-icon']")
    ]
    box = [
        ("rect", {"width": "200"}),
        ("rect", {"width": "3"}),
        ("g", {"transform": "translate(11 8) scale(.75)"}),
        ("text", {"x": "28", "y": "19"}),
        ("text", {"x": "11", "y": "37"}),
    ]
    assert (svg.get("width"), svg.get("height"), svg.get("viewBox") or svg.get("viewbox")) == (
        "448",
        "50",
        "-2 -2 448 50",
    )
    assert found == [
        ("path", {"d": "M200 23H244m-6-4 6 4-6 4"}),
        ("g", {"transform": "translate(0 0)"}),
        *box,
        ("g", {"transform": "translate(244 0)"}),
        *box,
    ]
