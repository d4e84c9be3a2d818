"""The options of a marker: what they select, and what is said of mistakes."""

from __future__ import annotations

import contextlib
import re

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
            'there is no stage "activ"; the stages are todo, active, paused, done, dropped, unknown, none',
        ),
        ("{status: qqq}", 'there is no status "qqq"; the statuses are Draft, Planned,'),
        ("{limit: some}", 'the option "limit" takes a whole number above 0'),
        ("{limit: 0}", 'the option "limit" takes a whole number above 0'),
        ("{compact: maybe}", 'the option "compact" takes true or false'),
        ("{where: High}", 'the option "where" takes labels with their values'),
        ('{path: "!"}', 'the option "path" takes patterns as in .gitignore, not "!"'),
        ('{path: ["specs/", "[z-a]"]}', 'the option "path" takes patterns as in .gitignore, not "[z-a]"'),
        ("{sort: [a, b]}", 'the option "sort" takes text'),
        ("[a]", "the options are not a YAML mapping"),
        ("{", "the options are not a YAML mapping"),
    ],
)
def test_mistakes_name_the_way_out(written, mistake):
    with pytest.raises(ValueError, match=f"^{re.escape(mistake)}"):
        parse(written, Settings())


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
