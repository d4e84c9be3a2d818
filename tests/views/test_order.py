"""Columns, lanes and groups: which plans stand where, and in which order."""

from __future__ import annotations

import dataclasses

import pytest

from mkdocs_plans.model import Catalogue, Finding, Relation, Severity, Spec, Stage
from mkdocs_plans.settings import DEFAULT_STATUSES, Settings
from mkdocs_plans.site import Site
from mkdocs_plans.views.arrangement import arrange
from mkdocs_plans.views.columns import columns, in_order, stacks
from mkdocs_plans.views.groups import groups
from mkdocs_plans.views.insight import Wait
from mkdocs_plans.views.insight import insights as real_insights
from mkdocs_plans.views.selection import Options
from mkdocs_plans.views.summary import shares, tiles
from mkdocs_plans.views.values import sort, value
from tests.support import catalogue
from tests.views.conftest import ids


def test_todo_goes_by_id_and_numbers_count(plan, insights):
    plans = [plan(name, "draft") for name in ("10", "2", "A-3")] + [plan(None, "draft")]
    assert ids(in_order(plans, Stage.TODO, insights(plans))) == ["A-3", "2", "10", None]


def test_numbers_count_in_the_places_of_plans_without_an_id_too(plan, insights):
    plans = [plan(None, "draft", path=f"specs/phase-{number}/plan.md") for number in (10, 2)]
    assert [each.path for each in in_order(plans, Stage.TODO, insights(plans))] == [plans[1].path, plans[0].path]


def test_what_moves_goes_by_waiting_then_last_changed(plan, insights):
    plans = [plan("1"), plan("2"), plan("3")]
    found = insights(plans, {"1": "2026-01-01", "2": "2026-03-01", "3": "2026-02-01"})
    assert ids(in_order(plans, Stage.ACTIVE, found)) == ["2", "3", "1"]
    waiting = dataclasses.replace(found[plans[0].path], waits=(Wait(Relation("depends-on", "2"), plans[1]),))
    assert ids(in_order(plans, Stage.ACTIVE, {**found, plans[0].path: waiting})) == ["1", "2", "3"]


def test_what_is_done_goes_newest_first(plan, insights):
    plans = [plan("1", "done"), plan("2", "done", updated="2026-04-01"), plan("3", "done")]
    assert ids(in_order(plans, Stage.DONE, insights(plans, {"1": "2026-05-01"}))) == ["1", "2", "3"]
    assert ids(in_order([plans[0], plans[2]], Stage.DONE, insights(plans))) == ["3", "1"]


def test_done_is_cut_and_dropped_is_folded(plan, insights):
    plans = [plan(f"{number:02}", "done") for number in range(10)] + [plan("90", "dropped")]
    done, dropped = columns(plans, DEFAULT_STATUSES, insights(plans))
    assert (len(done.first), len(done.more)) == (6, 4)
    assert (len(dropped.first), len(dropped.more)) == (0, 1)


def test_one_plan_more_is_not_worth_a_fold(plan, insights):
    plans = [plan(f"{number:02}", "done") for number in range(7)]
    assert columns(plans, DEFAULT_STATUSES, insights(plans))[0].more == ()


def test_done_and_dropped_share_a_place_and_what_is_unknown_comes_last(plan, insights):
    plans = [plan(slug, slug) for slug in ("none", "dropped", "done", "unknown", "draft")]
    places = stacks(columns(plans, DEFAULT_STATUSES, insights(plans)))
    assert [[column.status.slug for column in place] for place in places] == [
        ["draft"],
        ["done", "dropped"],
        ["unknown"],
        ["none"],
    ]


def test_a_limit_cuts_every_column(plan, insights):
    plans = [plan(str(number), "draft") for number in range(5)]
    (column,) = columns(plans, DEFAULT_STATUSES, insights(plans), limit=2)
    assert (len(column.first), len(column.more)) == (2, 3)


def test_lanes_have_the_same_columns_and_those_without_a_value_come_last(plan, insights):
    plans = [plan("1", owner=None), plan("2", "draft", owner="Bo"), plan("3", owner="Ada"), plan("4", owner="ada")]
    found = arrange(plans, DEFAULT_STATUSES, Options(group="owner"), insights(plans))
    assert [(lane.name, ids(lane.plans)) for lane in found.lanes] == [("Ada", ["3", "4"]), ("Bo", ["2"]), ("", ["1"])]
    assert {tuple(column.status.slug for stack in lane.stacks for column in stack) for lane in found.lanes} == {
        ("draft", "in-progress")
    }


def test_the_table_folds_what_is_closed_however_it_is_grouped(plan, insights):
    plans = [plan("1", owner="Ada"), plan("2", "done", owner="Ada"), plan("3", "draft", owner="Bo")]
    for group, names in ((None, ["Draft", "In progress"]), ("owner", ["Ada", "Bo"]), ("", [""])):
        found = arrange(plans, DEFAULT_STATUSES, Options(group=group), insights(plans))
        assert [band.status.name if band.status else band.name for band in found.open_bands] == names
        assert [band.status.slug for band in found.closed_bands] == ["done"]


def test_a_limit_leaves_out_the_rest_of_the_table_and_counts_it(plan, insights):
    plans = [plan(str(number), "draft") for number in range(5)]
    found = arrange(plans, DEFAULT_STATUSES, Options(limit=2), insights(plans))
    assert (ids(found.open_bands[0].plans), found.cut) == (["0", "1"], 3)


@pytest.mark.parametrize(
    ("by", "order"), [("risk", ["2", "1", "3"]), ("-risk", ["1", "2", "3"]), ("-id", ["3", "2", "1"])]
)
def test_any_field_or_fact_sorts_and_those_without_come_last(plan, insights, by, order):
    plans = [plan("1", facts=[("Risk", "9")]), plan("2", fields=[("Risk", "2")]), plan("3")]
    assert ids(sort(plans, by, insights(plans))) == order


def test_statuses_sort_as_the_columns_of_the_board_stand(plan):
    slugs = ("done", "none", "blocked", "unknown", "draft", "in-review", "in-progress")
    plans = tuple(plan(slug, slug) for slug in slugs)
    found = real_insights(Catalogue(plans, statuses=DEFAULT_STATUSES), Settings(), Site(), {})
    order = ["draft", "in-progress", "in-review", "blocked", "done", "unknown", "none"]
    assert ids(sort(plans, "status", found)) == order
    assert ids(sort(plans, "-status", found)) == order[::-1]


def test_groups_go_by_any_value(plan, insights):
    plans = [plan("1", path="b/001/plan.md"), plan("2", path="a/x.plan.md"), plan("3", path="plan.md")]
    assert [(group.name, ids(group.plans)) for group in groups(plans, "folder", insights(plans))] == [
        ("a", ["2"]),
        ("b", ["1"]),
        ("", ["3"]),
    ]
    assert value(plans[0], "Milestone", insights(plans)[plans[0].path]) == ""


# What the pages say of a plan ----------------------------------------------------------------------------------


def test_an_insight_knows_age_and_what_is_waited_for(plan):
    first, second = plan("1", "draft"), plan("2", after=("specs/1-feature/plan.md",), owner=None)
    third = plan("3", "done", after=("specs/1-feature/plan.md",))
    catalogue = Catalogue((first, second, third))
    site = Site(as_of="2026-03-31", changed={second.path: "2026-03-01", third.path: "2026-01-01"})
    finding = Finding("section-missing", Severity.WARNING, second.file, 1, "…", second.path)
    found = real_insights(catalogue, Settings(), site, {second.path: (finding,)})
    assert found[second.path].age == 30
    assert [wait.plan.id for wait in found[second.path].waits] == ["1"]
    assert found[second.path].flags == ("waiting", "stale", "unowned", "missing", "findings")
    assert found[third.path].flags == (), "what is done waits for nothing and cannot go stale"
    assert found[first.path].age is None


@pytest.mark.parametrize(
    ("waits", "blocker", "name"),
    [
        ("**Depends on**: SPEC-007", "**Spec**: SPEC-007", "SPEC-007"),
        ("**Depends on**: ../007-users/plan.md", "**Spec**: SPEC-007", "007"),
        ("**Spec**: SPEC-012", "**Blocks**: SPEC-012", "007"),
        ("**Spec**: SPEC-012", "**Blocks**: 012", "007"),
    ],
)
def test_what_is_waited_for_stands_under_its_own_id_whoever_says_so(waits, blocker, name):
    plans = catalogue(
        {
            "specs/007-users/plan.md": f"# Users\n\n**Status**: Draft\n{blocker}\n",
            "specs/012-login/plan.md": f"# Login\n\n**Status**: Draft\n{waits}\n",
        }
    )
    (wait,) = real_insights(plans, Settings(), Site(), {})["specs/012-login/plan.md"].waits
    assert (wait.plan.title, wait.name) == ("Users", name)


@pytest.mark.parametrize(
    ("status", "own", "spec", "overtaken"),
    [
        ("in-progress", "2026-03-01", "2026-03-02", "2026-03-02"),
        ("none", "2026-03-01", "2026-03-02", "2026-03-02"),
        ("in-progress", "2026-03-01", "2026-03-01", None),
        ("in-progress", "2026-03-02", "2026-03-01", None),
        ("in-progress", None, "2026-03-02", None),
        ("in-progress", "2026-03-01", None, None),
        ("done", "2026-03-01", "2026-03-02", None),
        ("dropped", "2026-03-01", "2026-03-02", None),
    ],
)
def test_an_open_plan_is_overtaken_by_a_later_change_of_its_spec(plan, status, own, spec, overtaken):
    made = plan("1", status, spec=Spec(path="specs/1-feature/spec.md"), companions=("specs/1-feature/spec.md",))
    days = {made.path: own, made.spec.path: spec}
    site = Site(as_of="2026-03-31", changed={path: day for path, day in days.items() if day})
    assert real_insights(Catalogue((made,)), Settings(), site, {})[made.path].overtaken == overtaken


def test_tiles_without_ages_or_findings_say_nothing_of_them(plan, insights):
    plans = [plan("1")]
    names = [tile.name for tile in tiles(plans, insights(plans), dated=False, judged=False)]
    assert names == ["tile-active"]


def test_a_tile_speaks_of_findings_where_no_section_is_missing(plan, insights):
    plans = [plan("1", "draft"), plan("2", "draft")]
    for flags, said in (
        (("missing", "findings"), ("tile-missing", 2, "is=missing", "tile-findings", 2, "is=findings")),
        (("findings",), ("findings", 2, "is=findings", "", 0, "")),
    ):
        (tile,) = tiles(plans, insights(plans, flags=flags), dated=False, judged=True)
        assert dataclasses.astuple(tile) == said


def test_a_tile_that_counts_nothing_is_left_out(plan, insights):
    plans = [plan("1", "done"), plan("2", "done")]
    assert tiles(plans, insights(plans), dated=True, judged=True) == ()


def test_a_tile_counts_what_has_changed_within_a_week_and_what_has_a_new_status(plan):
    plans = (plan("1", "done"), plan("2", "done"), plan("3", "done"))
    site = Site(
        as_of="2026-03-31",
        changed={plans[0].path: "2026-03-24", plans[1].path: "2026-03-30", plans[2].path: "2026-03-23"},
        since={plans[1].path: "2026-03-30", plans[2].path: "2026-03-23"},
    )
    found = tiles(plans, real_insights(Catalogue(plans), Settings(), site, {}), dated=True, judged=False)
    assert [(tile.name, tile.count, tile.filter, tile.detail_count) for tile in found] == [
        ("tile-recent", 2, "is=recent", 1)
    ]


def test_the_bar_is_as_long_as_its_parts(plan):
    plans = [plan("1", "done"), plan("2"), plan("3", "in-review"), plan("4", "none")]
    found = shares(plans)
    assert [(share.name, share.count, share.statuses) for share in found] == [
        ("done", 1, ("done",)),
        ("active", 2, ("in-progress", "in-review")),
        ("none", 1, ("none",)),
    ]
    assert sum(share.width for share in found) == pytest.approx(1000)
