"""Emoji that are written by their names."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.reading.inline import plain
from mkdocs_plans.settings import Settings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":tada: Released", "🎉 Released"),
        (":tada::rocket:", ":tada::rocket:"),  # as in a path of code, which is far more often
        ("Login :+1:", "Login 👍"),
        (":blonde_woman:", "👱‍♀️"),  # by an older name
        (":es:", "🇪🇸"),
        (":nobody_knows: Login", ":nobody_knows: Login"),
        ("crate::gear::Wheel", "crate::gear::Wheel"),
        ("10:100:5", "10:100:5"),
        (":material-check: Done", "Done"),
        (":octicons-check-16:{ .green } Done", "Done"),
        ("`:material-check:`", ":material-check:"),
        ("Done{ .green }", "Done"),
        ("[Done](#a){: #b .c }", "Done"),
        ("`a{ .b }`", "a{ .b }"),
        ("{a} {{ b }}", "{a} {{ b }}"),
    ],
)
def test_what_is_shown(text, shown):
    assert plain(text) == shown


def test_any_number_of_them_stands_before_a_label():
    found = read(f"# Login\n\n{':tada: ' * 3_000}Status: Done\n".encode(), Settings())
    assert [field.label for field in found.fields] == ["Status"]
