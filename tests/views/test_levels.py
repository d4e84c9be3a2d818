"""Levels such as `High`: what says one, and how they sort and group."""

from __future__ import annotations

import pytest

from mkdocs_plans.views.groups import groups
from mkdocs_plans.views.levels import level, levelled
from mkdocs_plans.views.values import sort
from tests.support import text
from tests.views.conftest import ids


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Low", 1),
        ("MEDIUM", 2),
        ("High (payments)", 3),
        ("high - we may lose data", 3),
        ("Critical: money", 4),
        ("mittel", 2),
        ("élevé", 3),
        ("高", 3),
        ("None.", 0),
        ("High availability", None),
        ("Highland", None),
        ("No risk", None),
        ("", None),
    ],
)
def test_what_says_a_level(said, found):
    assert level(said) == found
    assert levelled(said) == (said if found is None else f"{found} {said}")


@pytest.fixture
def risky(plan):
    """Plans with these levels of risk, by their ids."""
    said = {"1": "High", "2": "Low", "3": "unclear", "4": "Medium - the timetable", "5": "Critical", "6": "low"}
    return [*(plan(id_, facts=[("Risk", risk)]) for id_, risk in said.items()), plan("7")]


@pytest.mark.parametrize(("by", "order"), [("Risk", "2641537"), ("-Risk", "5142637")])
def test_levels_sort_by_what_they_mean(risky, insights, by, order):
    assert "".join(ids(sort(risky, by, insights(risky)))) == order


def test_groups_do_too(risky, insights):
    names = [group.name for group in groups(risky, "Risk", insights(risky))]
    assert names == ["Low", "Medium - the timetable", "High", "Critical", "unclear", ""]


def test_the_script_sorts_by_them_as_well(site):
    site.plan("001-login", "# Login\n\n**Status**: Draft\n**Risk**: High\n**Team**: Web\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:index {columns: [plan, Risk, Team]} -->\n")
    cells = site.build().tree("team").cssselect('[data-plans="row"] td')
    assert [(text(cell), cell.get("data-v")) for cell in cells] == [("High", "3 High"), ("Web", None)]
