"""Several owners of a plan: who they are, and that views and commands take each of them for one."""

from __future__ import annotations

import pytest

from mkdocs_plans.settings import Settings
from mkdocs_plans.views.facets import facets
from mkdocs_plans.views.groups import groups
from mkdocs_plans.views.owners import owners
from mkdocs_plans.views.selection import Options, select
from mkdocs_plans.views.words import Words
from tests.support import text
from tests.views.conftest import ids


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (None, []),
        ("Ada", ["Ada"]),
        ("Ada, Bo; Chi", ["Ada", "Bo", "Chi"]),
        ("@ada, @org/team", ["ada", "org/team"]),
        ("Ada (lead, until May), Bo", ["Ada", "Bo"]),
        ("Ada, @ada, ADA (lead)", ["Ada"]),
        ("田中、佐藤", ["田中", "佐藤"]),
        ("Ada and Bo", ["Ada and Bo"]),
        ("Smith, John", ["Smith", "John"]),
        ("Ada (lead", ["Ada"]),
        ("(nobody yet)", ["(nobody yet)"]),
        (", ,", []),
    ],
)
def test_who_is_named(written, names):
    assert [owner.name for owner in owners(written)] == names


def test_what_is_written_is_kept():
    assert [owner.written for owner in owners("@ada (lead), Bo")] == ["@ada (lead)", "Bo"]


@pytest.fixture
def plans(plan):
    """Plans of one, of several, and of no owner."""
    return [plan("1", owner="Bo, @ada"), plan("2", owner="Ada"), plan("3", owner="@bo (lead)"), plan("4")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("Ada",), ["1", "2"]),
        (("@ADA",), ["1", "2"]),
        (("Bo",), ["1", "3"]),
        (("Bo, Ada",), ["1", "2", "3"]),
        (("Bo", "Ada"), ["1", "2", "3"]),
        (("Chi",), []),
    ],
)
def test_each_of_them_finds_the_plan(plans, asked, found):
    assert ids(select(plans, Options(owner=asked), Settings())) == found


def test_each_of_them_is_counted(plans):
    (facet,) = facets(plans, [], Words("en", {}))
    assert [(choice.value, choice.text, choice.count) for choice in facet.choices] == [
        ("ada", "ada", 2),
        ("bo", "Bo", 2),
    ]


def test_the_first_of_them_has_the_plan_in_its_group(plans, insights):
    found = groups(plans, "owner", insights(plans))
    assert [(group.name, ids(group.plans)) for group in found] == [("Ada", ["2"]), ("Bo", ["1", "3"]), ("", ["4"])]


def test_each_of_them_filters_on_the_page(site):
    site.plan("001-login", "# Login\n\n**Owner**: Bo, @ada (50 %)\n")
    (card,) = site.build().tree("plans/board").cssselect(".plans-card")
    assert text(card.cssselect(".plans-owner")[0]) == "Bo, @ada (50 %)"
    assert [each.get("data-set") for each in card.cssselect(".plans-owner [data-set]")] == ["owner=bo", "owner=ada"]
    assert card.get("data-owner").split("\t") == ["Bo", "ada"]
