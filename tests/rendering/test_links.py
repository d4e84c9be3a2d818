"""Links: what a plan links to, and what becomes of it on the page."""

from __future__ import annotations

import pytest

from mkdocs_plans.rendering import Links
from tests.rendering.support import page


def resolve(destination):
    """A site that has spec.md, and a repository for what is above it."""
    if destination == "spec.md":
        return destination
    return f"https://git.example/blob/main/{destination[6:]}" if destination.startswith("../../") else None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](spec.md)", '<a href="spec.md">a</a>'),
        ("[a](../../src/b c.py)", "[a](../../src/b c.py)"),
        ("[a](<../../src/b c.py>)", '<a href="https://git.example/blob/main/src/b%20c.py">a</a>'),
        ("[a **b**](gone.md) c", "a <strong>b</strong> c"),
        ("[a](#b) [c](https://d.org/e_f?g=1&amp;h) <i@j.org>", None),
        ("[a](javascript:b) [c](data:text/html,d)", "a c"),
        ("![a](gone.png)", '<img alt="a" src="gone.png">'),
        ('![a](spec.md "t")', '<img alt="a" src="spec.md" title="t" />'),
        ('a <img src="../../a.png" width="10">', 'a <img src="https://git.example/blob/main/a.png" width="10" />'),
        ('[a](spec.md "b &quot;c&quot;")', '<a href="spec.md" title="b &quot;c&quot;">a</a>'),
    ],
)
def test_what_becomes_of_links(text, html):
    got = page(text, links=Links(resolve))
    if html is None:
        assert 'href="#b"' in got
        assert 'href="https://d.org/e_f?g=1&amp;h"' in got
        assert 'href="mailto:i@j.org"' in got
    else:
        assert got == f"<p>{html}</p>"


def test_images_in_blocks_of_html_are_resolved_too():
    html = page('<p align="center">\n<img src="../../a.png">\n</p>', links=Links(resolve))
    assert '<img src="https://git.example/blob/main/a.png" />' in html
    assert html.startswith('<p align="center">')


def test_every_relative_destination_is_asked_for_once():
    asked = []
    page("[a](b) ![c](d) [e](#f) [g](https://h.org) [i]\n\n[i]: j", links=Links(lambda it: asked.append(it) or it))
    assert asked == ["b", "d", "j"]
