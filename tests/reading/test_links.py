"""The links of a text: the relative ones, with their lines, as the parser reads them."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings


def links(text: str) -> list[tuple[str, int]]:
    return [(link.destination, link.line) for link in read(text.encode(), Settings()).links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](spec.md)", [("spec.md", 1)]),
        ("# A [b](b.md)\n\n- [c](../c.md#d)\n", [("b.md", 1), ("../c.md#d", 3)]),
        ("![a](a.png)\n", [("a.png", 1)]),
        ("[![a](a.png)](b.md)\n", [("b.md", 1), ("a.png", 1)]),
        ("Text\n[a](<a b.md>)\nand [c](/c.md 'd')\n", [("a b.md", 2), ("/c.md", 3)]),
        ("[a][b]\n\n[b]: c.md\n", [("c.md", 1)]),
        ("| a |\n|---|\n| [b](b.md) |\n", [("b.md", 3)]),
        ("---\nid: 1\n---\n\n[a](a.md)\n", [("a.md", 5)]),
        ("[a](https://example.org) [b](#b) [c](mailto:c@example.org) <https://example.org> <a@example.org>\n", []),
        ("[a]() [b] [c][d]\n", []),
        ("`[a](a.md)`\n", []),
        ("```\n[a](a.md)\n```\n", []),
        ("    [a](a.md)\n", []),
        ("<!-- [a](a.md) -->\n", []),
        ("\\[a](a.md)\n", []),
        ("Text `x\n[a](a.md)` and [b](b.md)\n", [("b.md", 2)]),
    ],
)
def test_relative_links_and_their_lines(text, expected):
    assert links(text) == expected
