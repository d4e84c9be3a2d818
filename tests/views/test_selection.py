"""The options of a marker: what they select, and what is said of mistakes."""

from __future__ import annotations

import contextlib
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.settings import Settings
from mkdocs_plans.views.selection import Options, parse, select
from tests.views.conftest import ids


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("", Options()),
        ("{stage: active}", Options(stage=("active",))),
        ("{stage: [todo, active], owner: Ada}", Options(stage=("todo", "active"), owner=("Ada",))),
        ("{group: owner, sort: -changed, limit: 5}", Options(group="owner", sort="-changed", limit=5)),
        ("{group: status}", Options()),
        ("{group: none}", Options(group="")),
        (
            "{columns: [id, plan, Risk Level], compact: true}",
            Options(columns=("id", "plan", "Risk Level"), compact=True),
        ),
        ("{section: Risks, due: [Due, By when]}", Options(section=("Risks",), due=("Due", "By when"))),
        ("{where: {Risk Level: [High, Medium]}}", Options(where={"Risk Level": ("High", "Medium")})),
    ],
)
def test_options_as_written(written, options):
    assert parse(written, Settings()) == options


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("{stages: active}", 'there is no option "stages"; did you mean "stage"?'),
        (
            "{stage: activ}",
            "stage: expected one of todo, active, paused, done, dropped, unknown, none, not 'activ'; did you mean \"active\"?",
        ),
        ("{status: qqq}", 'there is no status "qqq"; the statuses are Draft, Planned,'),
        ("{limit: some}", "limit: expected a whole number above 0, not 'some'"),
        ("{limit: 0}", "limit: expected a whole number above 0, not 0"),
        ("{compact: maybe}", "compact: expected true or false, not 'maybe'"),
        ("{where: High}", "where: expected a mapping (`name: value`), not 'High'"),
        ('{path: "!"}', "path: expected a pattern as in .gitignore, not '!'"),
        ('{path: ["specs/", "[z-a]"]}', "path: item 2: expected a pattern as in .gitignore, not '[z-a]'"),
        ("{sort: [a, b]}", "sort: expected text, not ['a', 'b']"),
        ("{limit: x, compact: y}", "limit: expected a whole number above 0, not 'x'; compact: expected true or false,"),
        ("[a]", "the options are not a YAML mapping"),
        ("{", "the options are not a YAML mapping"),
    ],
)
def test_mistakes_name_the_way_out(written, mistake):
    with pytest.raises(ValueError, match=f"^{re.escape(mistake)}"):
        parse(written, Settings())


@pytest.mark.parametrize("option", ["stage", "owner", "path", "where", "group", "limit", "compact", "edges", "section"])
def test_a_bomb_is_told_in_few_words(option):
    anchors = [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise("abcdefghi")]
    wanted = "{x: *i}" if option == "where" else "*i"
    written = f"{{owner: {{a: &a [x, x], {', '.join(anchors)}}}, {option}: {wanted}}}"
    with pytest.raises(ValueError, match="expected") as refused:
        parse(written, Settings())
    assert len(str(refused.value)) < 500


@given(st.text(max_size=300) | st.text("{}[]:,&*a- ", max_size=300))
def test_whatever_is_written_is_read_or_refused(written):
    with contextlib.suppress(ValueError):
        assert isinstance(parse(written, Settings()), Options)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (Options(), ["1", "2", "3", "4", "5"]),
        (Options(stage=("active",)), ["1", "2"]),
        (Options(stage=("unknown",)), ["4"]),
        (Options(stage=("none", "done")), ["3", "5"]),
        (Options(status=("in-review",)), ["2"]),
        (Options(status=("WIP",)), ["1"]),
        (Options(status=("completed",)), ["3"]),
        (Options(owner=("ada",)), ["1", "3"]),
        (Options(owner=("ada",), stage=("active",)), ["1"]),
        (Options(tag=("Web", "none such")), ["2"]),
        (Options(path=("specs/*",)), ["1", "2", "3", "4", "5"]),
        (Options(path=("specs/3-*/",)), ["3"]),
        (Options(where={"risk level": ("HIGH",)}), ["2"]),
    ],
)
def test_plans_that_satisfy_every_option(plan, options, found):
    plans = [
        plan("1", owner="Ada"),
        plan("2", "in-review", tags=("web",), facts=[("Risk Level", "High")]),
        plan("3", "done", owner="Ada"),
        plan("4", "unknown"),
        plan("5", "none"),
    ]
    assert ids(select(plans, options, Settings())) == found
