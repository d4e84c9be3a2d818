"""Which specs have plans: the table of specs, and the plans without one."""

from __future__ import annotations

import pytest

from tests.support import text


@pytest.fixture
def team(site):
    """The view for a marker, on a site with five specs, of which two have no plan."""

    def feature(name, spec=None, plan=None, tasks=None):
        for file, content in (("spec.md", spec), ("plan.md", plan), ("tasks.md", tasks)):
            if content:
                site.write(f"docs/specs/{name}/{file}", content)

    def build(marker="<!-- plans:specs -->"):
        feature(
            "001-login", "# Login\n\n**Status**: Draft\n", "# Login\n\n**Status**: In progress\n", "- [x] a\n- [ ] b\n"
        )
        feature("002-logout", "# Logout\n\n**Status**: Done\n", "# Logout\n\n**Status**: Done\n\n- [x] a\n")
        feature("003-search", "# Search <svg>fast</svg>\n\n**Status**: Draft\n**Tags**: web\n")
        feature("004-index", "# Index\n")
        feature("005-roles", "# Roles\n\n**Status**: In progress\n", "# Roles\n\n**Status**: Draft\n\n- [ ] a\n")
        feature("006-more", plan="# More roles\n\n**Status**: Done\n**Spec**: [so](../005-roles/spec.md)\n\n- [x] a\n")
        feature("007-alone", plan="# Alone\n\n**Status**: Draft\n")
        site.write("docs/team.md", f"# Team\n\n{marker}\n")
        (view,) = site.build().tree("team").cssselect('[data-plans="specs"]')
        return view

    return build


def rows(view):
    return {
        row.get("data-path")[6:9]: [text(cell) for cell in row.xpath("./td|./th")]
        for row in view.cssselect('[data-plans="spec"]')
    }


def test_specs_without_a_plan_come_first(team):
    view = team()
    assert text(view.cssselect(".plans-count")[0]) == "5 specs, 2 without a plan"
    assert list(rows(view).items()) == [
        ("003", ["003", "Search <svg>fast</svg>", "Draft", "no plan", ""]),
        ("004", ["004", "Index", "No status", "no plan", ""]),
        ("001", ["001", "Login", "Draft", "Login In progress ahead of its spec", "1/2"]),
        ("002", ["002", "Logout", "Done", "Logout Done", "1/1"]),
        ("005", ["005", "Roles", "In progress", "Roles Draft More roles Done", "1/2"]),
    ]


def test_specs_and_plans_are_links(team):
    (row,) = team().xpath('.//*[@data-path="specs/001-login/spec.md"]')
    assert row.xpath(".//a/@href") == ["../specs/001-login/spec/", "../specs/001-login/plan/"]


def test_plans_without_a_spec_are_counted_at_the_end(team):
    (fold,) = team().cssselect("details")
    assert text(fold.cssselect("summary")[0]) == "1 plan without a spec on this site"
    assert [text(item) for item in fold.cssselect("li")] == ["007 Alone (Draft)"]


@pytest.mark.parametrize(
    ("marker", "found", "count"),
    [
        ('{path: "specs/00[12]-*/"}', ["001", "002"], "2 specs"),
        ("{stage: todo}", ["003", "001"], "2 specs, 1 without a plan"),
        ("{status: done}", ["002"], "1 spec"),
        ("{tag: web}", ["003"], "1 spec, 1 without a plan"),
        ("{where: {Status: [Draft, Done]}}", ["003", "001", "002"], "3 specs, 1 without a plan"),
        ("{limit: 1}", ["003"], "5 specs, 2 without a plan"),
    ],
)
def test_options_narrow_the_specs(team, marker, found, count):
    view = team(f"<!-- plans:specs {marker} -->")
    assert list(rows(view)) == found
    assert text(view.cssselect(".plans-count")[0]) == count


def test_a_limit_says_how_many_more_there_are(team):
    assert "4 more" in text(team("<!-- plans:specs {limit: 1} -->"))


def test_options_of_other_views_are_mistakes(site):
    site.write("docs/team.md", "# Team\n\n<!-- plans:specs {owner: Ada} -->\n")
    site.plan()
    (note,) = site.build().tree("team").cssselect('[data-plans="mistake"]')
    assert text(note) == (
        'This view cannot be shown: there is no option "owner"; the options are stage, status, tag, path, where, limit'
    )


@pytest.mark.parametrize(
    "options", [{"rules": {"plan-ahead-of-spec": "off"}}, {"show_findings": "never"}], ids=["off", "not shown"]
)
def test_what_the_team_does_not_want_to_hear_of_is_not_said(site, team, options):
    site.options |= options
    assert rows(team())["001"][3] == "Login In progress"


def test_no_spec_at_all(site):
    site.plan()
    site.write("docs/team.md", "# Team\n\n<!-- plans:specs -->\n")
    (view,) = site.build().tree("team").cssselect('[data-plans="specs"]')
    assert text(view).startswith("No specs here. 1 plan without a spec on this site")


def test_hostile_words_of_specs_are_text(team):
    view = team()
    assert not view.xpath('.//svg[text()="fast"] | .//@style | .//script')
