from __future__ import annotations

import pytest

from mkdocs_plans.rendering.autolinks import autolinks
from tests.rendering.support import github, page

CASES = {
    "https://a.org": ["https://a.org"],
    "see https://a.org/b_c, (https://d.org/e(f)) and 'https://g.org'.": [
        "https://a.org/b_c",
        "https://d.org/e(f)",
        "https://g.org",
    ],
    "www.a.org/b?c=d&e!": ["http://www.a.org/b?c=d&e"],
    "https://a.org/b&copy; x": ["https://a.org/b"],
    "a@b.co, c.d+e@f-g.org. h@i": ["mailto:a@b.co", "mailto:c.d+e@f-g.org"],
    "xhttps://a.org ahttp://b.org": [],
    "wwwx.a.org x.www.a.org": [],
    "https:// http://": [],
    "https://, or (http://) and `x` https://… http://-a": [],
    "https://a.org; https://b.org/c;, https://d.org/e&copy;": ["https://a.org", "https://b.org/c", "https://d.org/e"],
    "tool@1.2.0 and tool@2.0.0-rc of a@b.c1": ["mailto:tool@2.0.0-rc"],
    "https://пример.рф/é": ["https://пример.рф/é"],
    "ftp://a.org": [],
    "https://localhost:8000/a": ["https://localhost:8000/a"],
}


@pytest.mark.parametrize(("text", "destinations"), CASES.items())
def test_bare_addresses(text, destinations):
    assert [destination for _, _, destination in autolinks(text)] == destinations


@pytest.mark.parametrize("text", [text for text in CASES if "ftp" not in text])
def test_github_links_the_same(text):
    assert page(text).count("<a ") == github(text).count("<a ")


def test_code_and_links_have_none():
    assert page("`https://a.org` [https://b.org](c)").count("<a ") == 1
