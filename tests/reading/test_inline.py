"""Lines of Markdown as plain text, and what is only a template's."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading.inline import is_placeholder, plain, target, words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Login", "Login"),
        ("  two  blanks ", "two blanks"),
        ("a\u00a0b\tc", "a b c"),
        ("**a** *b* __c__ _d_ ~~e~~ ***f***", "a b c d e f"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("~~gone~~ here", "gone here"),
        ("`a_b` and `c`", "a_b and c"),
        ("`**a**` **b**", "**a** b"),
        (r"\[a\] 1\. C\#", "[a] 1. C#"),
        (r"snake\_case and \*args", "snake_case and *args"),
        ("A &amp; B", "A & B"),
        ("`&amp;` &lt;", "&amp; <"),
        ("<https://example.org/a> <name>", "https://example.org/a <name>"),
        ('<a id="x"></a>Login <b>now</b><br/>or <KBD >never</KBD >', "Login now or never"),
        ("<img src=x> Login <svg>", "<img src=x> Login <svg>"),
        ("`<b>` \\<b> &lt;b> <bold> <a@b.c>", "<b> <b> <b> <bold> <a@b.c>"),
        ("[a](b.md) ![c](d.png) [e][f] [g]", "a c e [g]"),
        ("[a][b]", "a"),
        ("e\u0301 **e\u0301**", "é é"),
    ],
)
def test_plain_text(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("[a](b.md)", "b.md"),
        ("see ![a](<b.png>) and [c](d.md)", "b.png"),
        ('[a](b.md "title")', "b.md"),
        ("[a]", None),
        ("(b.md)", None),
    ],
)
def test_where_a_link_leads(text, to):
    assert target(text) == to


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("[Name]", True),
        ("{{ name }}", True),
        ("<name>", True),
        ("TBD", True),
        ("- [ ] TODO", True),
        ("**TBD**", True),
        ("[Name], <name>, TBD", True),
        ("SPEC-XXX", True),
        ("- tbd.", True),
        ("*To be determined*", True),
        ("Coming soon…", True),
        ("待定。", True),
        ("", False),
        ("N/A", False),
        ("[Name] of Ada", False),
        ("{{ name }} of Ada", False),
        ("TODOs of Ada", False),
        ("To be decided by Ada", False),
        ("To be done", False),
        ("TBDs of Ada", False),
    ],
)
def test_what_is_only_the_templates(text, is_one):
    assert is_placeholder(text) is is_one


@pytest.mark.parametrize(
    "text", ["In-Progress", "in_progress", "in\u2011progress", " IN   PROGRESS", "Ｉｎ ｐｒｏｇｒｅｓｓ"]
)
def test_words_to_compare(text):
    assert words(text) == "in progress"
