from __future__ import annotations

import re

import pytest

from mkdocs_plans.rendering import Links, slugs
from tests.rendering.support import FULL, page


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Testing"], ["testing"]),
        (["3. Testing & Validation"], ["3-testing--validation"]),
        (["Was ist neu? Über uns"], ["was-ist-neu-über-uns"]),
        (["🚀 Launch", "日本語"], ["-launch", "日本語"]),
        (["`code` and snake_case"], ["code-and-snake_case"]),
        (["A", "A", "A"], ["a", "a-1", "a-2"]),
    ],
)
def test_anchors_are_those_of_github(titles, expected):
    assert list(slugs(titles)) == expected


def anchors(html):
    return re.findall(r'id="([^"]*)"', html)


def test_a_heading_has_both_anchors_where_they_differ():
    html = page("## 3. Testing & Validation\n\n## Plain")
    assert anchors(html) == ["3-testing-validation", "3-testing--validation", "plain"]


def test_headings_alike_are_numbered_in_both_ways():
    assert anchors(page("## A\n\n## A")) == ["a", "a_1", "a-1"]


def test_markup_in_a_title():
    html = page("## `a_b` *c* \\& <b>d</b> [e](f)", FULL, links=Links(lambda _: None))
    assert "a_b-c--d-e" in anchors(html)


def test_an_anchor_that_is_taken_is_not_given_twice():
    found = anchors(page("## A & B {: #a-b }\n\n## A  B\n\n## A--B", FULL))
    assert len(found) == len(set(found))


def test_headings_in_the_site_own_markdown_count_too():
    assert "b--c" in anchors(page("!!! note\n    ## B & C", FULL))


def test_the_table_of_contents_does_not_show_them():
    html = page("[TOC]\n\n## A & B\n\n## C `d` **e** &lt;f> \\*g\\*")
    assert '<a href="#a-b">A &amp; B</a>' in html
    assert ">C d e &lt;f&gt; *g*</a>" in html
