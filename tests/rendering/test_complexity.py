"""Hostile text: stated limits, and time that grows with the text."""

from __future__ import annotations

import re
import time

import lxml.html
import pytest

from mkdocs_plans.complexity import too_complex
from tests.rendering.support import BARE, FULL, page


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a" * 49_000, None),
        ("[ ] a\n\n" * 6_000, None),
        ("- [ ] a\n" * 4_000, None),
        ("a\n" * 500_001, "the file has 1,000,002 characters, more than 1,000,000"),
        ("a\n" + "b" * 50_001, "a line has more than 50,000 characters"),
        ("[" * 5_001, "a paragraph has more than 5,000 brackets"),
        ("a\n\n" + "<a \n" * 5_001, "a paragraph has more than 5,000 tags"),
        ("`" * 5_001, "a paragraph has more than 5,000 back-ticks"),
        ("\n" * 30 + "[" * 5_001, "a paragraph has more than 5,000 brackets"),
        ("a" * 4_997 + "\n\n\n" + "[" * 5_001 + "\n\na", "a paragraph has more than 5,000 brackets"),
        ("a\n\n" * 9_000 + "[" * 5_001, "a paragraph has more than 5,000 brackets"),
        ("a\n\n" * 9_000 + "[" * 5_000, None),
        (("[" * 4_998 + "\n\n") * 3, None),
        ("[^1]\n\n" * 1_001, "the file refers to footnotes more than 1,000 times"),
    ],
)
def test_limits(text, reason):
    assert too_complex(text) == reason


@pytest.mark.parametrize("extensions", [BARE, FULL])
def test_a_text_beyond_the_limits_is_shown_as_it_is(extensions):
    html = page("# A & <b>\n\n" + "[" * 5_001, extensions)
    assert html.startswith("<pre><code># A &amp; &lt;b&gt;\n\n[[[[")


PIECES = {
    "brackets": "[",
    "brackets in words": "a[b ",
    "links that do not end": "[a](",
    "tags": "<a ",
    "tags with values": '<a b="',
    "tags in lines": "<div>\n",
    "end tags": "</div>\n\n",
    "comments": "<!--",
    "comments in blocks": "<!--\n\n",
    "back-ticks": "`a",
    "stars": "*a **b ",
    "opened stars": "*a ",
    "images": "![",
    "quotes": "> ",
    "markers": "- ",
    "bars": "|",
    "braces": "`a`{",
    "addresses": "https://a.b ",
    "dots behind an address": "https://a.b" + "." * 100,
    "mail": "a@",
    "ampersands": "&amp;lt; ",
    "escapes": "\\[",
    "items and tags": "- x\n<b>\n",
    "heads of tables": "a\nb|c\n-|-\n",
    "spaces": "          ",
    "blank lines": "\n \n",
    "control characters": "\x02\x03klzzwxh:0000\x03",
    "footnotes": "[^1]",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_the_text(piece):
    """Four times the text may take eight times as long, on a busy machine; quadratic time would be sixteen times."""
    small, large = _seconds(piece * 900), _seconds(piece * 3_600)
    assert large < max(8 * small, 0.5)


def _seconds(text):
    start = time.process_time()
    page(text, FULL)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n".join("  " * depth + "- a" for depth in range(500)), ["a"] * 500),
        (">" * 2_000 + " a", ["a"]),
        ("*a **b " * 500 + "b** a*" * 500, ["a", "b"] * 500 + ["b", "a"] * 500),
    ],
    ids=["lists", "quotes", "emphasis"],
)
def test_depth_has_an_end_and_no_word_is_lost(text, words):
    tree = lxml.html.fragment_fromstring(page(text, FULL), create_parent="div")
    assert _depth(tree) == 1 + 100
    assert re.findall(r"\w", tree.text_content()) == words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![" * 500 + "a" + "](b)" * 500, '<p><img alt="a" src="b" /></p>'),
        ("<b>" * 500, "<p>" + "<b>" * 100 + "</b>" * 100 + "</p>"),
    ],
    ids=["images", "tags"],
)
def test_depth_that_ends_in_one_element_or_at_the_limit_of_raw_tags(text, html):
    assert page(text, FULL) == html


def _depth(tree):
    deepest, left = 0, [(tree, 1)]
    while left:
        element, depth = left.pop()
        deepest = max(deepest, depth)
        left += [(child, depth + 1) for child in element]
    return deepest


# Regions that Python-Markdown would read for long, and what the page shows instead: GitHub's reading of them.
REGIONS = {
    "lines": ("!!! note\n" + "    # a\n" * 600, "<h1"),
    "links": ("!!! note\n    " + "[a](b) " * 1_001, "admonition"),
    "tags": ("<div markdown>\n" + "<b>a</b> " * 600 + "\n</div>", "<div>"),
}


@pytest.mark.parametrize(("text", "sign"), REGIONS.values(), ids=REGIONS)
def test_a_region_beyond_the_limits_is_read_as_on_github(text, sign):
    assert sign not in page(text, FULL)


def test_a_region_that_is_nested_too_deep_is_shown_as_it_is_and_the_next_one_is_read():
    html = page("<div markdown>\n" + "- " * 1_000 + "a\n</div>\n\ntext\n\n!!! note\n    *b*\n", FULL)
    assert "<pre><code>&lt;div markdown&gt;\n- - -" in html
    assert "<em>b</em>" in html
