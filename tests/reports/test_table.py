"""The table of `list`: on a terminal long titles give way, so that a plan stays on its line."""

from __future__ import annotations

import pytest

from mkdocs_plans.reports import table
from tests.support import catalogue

PLANS = {
    "specs/012-login/plan.md": f"# {'Login without passwords ' * 5}\n\n**Status**: Draft\n\n- [x] a\n- [ ] b\n",
    "specs/013-写真/plan.md": f"# {'写真を保存する' * 9}\n\n**Status**: Done\n",
}


def test_long_titles_are_cut_where_a_terminal_ends():
    head, *rows = table.render(catalogue(PLANS).plans, 80).splitlines()
    assert head.split() == ["Id", "Status", "Tasks", "Title", "File"]
    assert ["…" in row for row in rows] == [True, True]
    assert rows[0].startswith("012  Draft   1/2    Login without")
    assert rows[1].endswith("specs/013-写真/plan.md")
    assert max(map(len, rows)) <= 80


def test_a_long_title_moves_nothing_far_away_where_nothing_is_cut():
    files = {**PLANS, "specs/014-logout/plan.md": "# Logout\n\n**Status**: Draft\n"}
    head, *_, short = table.render(catalogue(files).plans).splitlines()
    assert short.index("specs/") == head.index("File") < 90


def test_owners_have_a_column_where_there_are_any_and_no_more_room_than_they_need():
    owner = "Ada, Bo, Chi, Dan, Eve and Fay"
    plans = catalogue({"a/plan.md": f"# A\n\n**Owner**: {owner}\n", "b/plan.md": "# B\n"}).plans
    assert table.render(plans[1:]).splitlines()[0].split() == ["Status", "Title", "File"]
    assert table.render(plans, 80).splitlines() == [
        "Status     Owner                 Title  File",
        "No status  Ada, Bo, Chi, Dan, …  A      a/plan.md",
        "No status                        B      b/plan.md",
    ]
    assert owner in table.render(plans)


@pytest.mark.parametrize("width", [None, 1_000])
def test_elsewhere_they_are_whole(width):
    assert "…" not in table.render(catalogue(PLANS).plans, width)
