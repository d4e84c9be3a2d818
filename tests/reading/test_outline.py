"""What the parser says of a text's structure, as the reader takes it."""

from __future__ import annotations

import pytest

from mkdocs_plans.parser import structure
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.outline import outline

LETTERS = {
    Kind.TEXT: ".",
    Kind.CODE: "c",
    Kind.HTML: "<",
    Kind.TABLE: "|",
    Kind.FENCE: "f",
    Kind.HEADING: "#",
    Kind.RULE: "-",
}


def kinds(text: str) -> str:
    return "".join(LETTERS[kind] for kind in outline(text, lambda line: line.startswith("**")).kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text", "."),
        ("# a\ntext\n\nb\n---\nc", "#..##."),
        ("a\n\n---\n\nb", "..-.."),
        ("**a**: b\n---\nc", ".-."),
        ("one\ntwo\n---\nc", "..-."),
        ("One\n---", "##"),
        ("```\n# a\n```\nb", "fcf."),
        ("```\n# a", "fc"),
        ("```\na\n```  \nb", "fcf."),
        ("a\n\n    # b\n\nc", "..c.."),
        ("- a\n\n  ~~~\n  # b\n  ~~~", "..fcf"),
        ("> ```\n> # a\n> ```", "fcf"),
        ("<div>\n# a\n</div>\n\nb", "<<<.."),
        ("| a | b |\n|---|---|\n| c | d |\n\ne", "|||.."),
    ],
)
def test_what_lines_are(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- b --> c", "a            c"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("<!--\n# a\n-->\nb", "    \n   \n   \nb"),
        ("<div>\n<!-- é -->\n</div>", "<div>\n           \n</div>"),
        ("<!-- open\nand open", "         \n        "),
        (
            "<div>\n<!-- a -->\n</div>\n\nb\n\n<div>\n<!-- c -->\n</div>",
            "<div>\n          \n</div>\n\nb\n\n<div>\n          \n</div>",
        ),
        ("<div><!-- a -->b<!-- c --></div>", "<div>          b          </div>"),
        ("`<!-- a -->`", "`<!-- a -->`"),
        ("```\n<!-- a -->\n```", "```\n<!-- a -->\n```"),
    ],
)
def test_comments_are_blank(text, expected):
    assert "\n".join(outline(text, lambda line: False).lines) == expected


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# a #\n## b\n", [("a", 1, 1), ("b", 2, 2)]),
        ("#\n\n## #\n", [("", 1, 1), ("", 2, 3)]),
        ("# C#\n", [("C#", 1, 1)]),
        ("# #12 a\n", [("#12 a", 1, 1)]),
        ("# a {#b}\n## c { .d data-e='f' } ##\n## g {: #h }\n", [("a", 1, 1), ("c", 2, 2), ("g", 2, 3)]),
        ("a {#b}\n======\n", [("a", 1, 1)]),
        (
            "# a {b}\n## c{#d}\n## {#e}\n## f {#g} h\n",
            [("a {b}", 1, 1), ("c{#d}", 2, 2), ("{#e}", 2, 3), ("f {#g} h", 2, 4)],
        ),
        ("# a  \n", [("a", 1, 1)]),
        ("> # a\n", [("a", 1, 1)]),
        ("a\n===\n\nb\n---\n", [("a", 1, 1), ("b", 2, 4)]),
        ("a\nb\n===\n", [("a b", 1, 1)]),
        ("#no\n\n####### no\n", []),
    ],
)
def test_headings(text, headings):
    found = outline(text, lambda line: False).headings
    assert [(heading.text, heading.level, heading.line) for heading in found] == headings


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a <!-- plans-disable x -->\nb", [("plans-disable x", 1, 1)]),
        ("é\n\nb <!--plans-disable x: é--> c", [("plans-disable x: é", 3, 3)]),
        ("<!-- plans-disable x -->\nb", [("plans-disable x", 1, 2)]),
        ("<!-- plans-disable x -->\n\nb\n\nc", [("plans-disable x", 1, 3)]),
        ("<!-- plans-disable x\ny -->\n\nb", [("plans-disable x\ny", 1, 4)]),
        ("a\n\n<!-- other -->\n\nb <!-- plans-disable x --> c", [("plans-disable x", 5, 5)]),
        (
            "a <!-- plans-disable x -->\n\nb <!-- plans-disable y -->\nc <!-- plans-disable z -->",
            [("plans-disable x", 1, 1), ("plans-disable y", 3, 3), ("plans-disable z", 4, 4)],
        ),
        ("`<!-- plans-disable x -->`", []),
    ],
)
def test_comments_for_this_project_and_the_lines_that_they_speak_of(text, comments):
    found = outline(text, lambda line: False).comments
    assert [(comment.text, comment.line, comment.last_line) for comment in found] == comments


def test_structure_gives_byte_offsets_and_leaves_out_what_stands_inside_lines():
    text = "# é\n\n- [x] **a** `b`\n\n---\n\na <!-- c -->\n\n<div>\n"
    assert list(structure(text)) == [
        ("Heading", 1, 0, 5),
        ("Box", True, 8, 11),
        ("Rule", None, 23, 27),
        ("Comment", None, 30, 40),
        ("HtmlBlock", None, 42, 48),
    ]
