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


@pytest.mark.parametrize("width", [None, 1_000])
def test_elsewhere_they_are_whole(width):
    assert "…" not in table.render(catalogue(PLANS).plans, width)
