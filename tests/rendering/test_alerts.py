from __future__ import annotations

import pytest

from tests.rendering.support import BARE, FULL, one_line, page


@pytest.mark.parametrize("extensions", [BARE, FULL])
@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        ("NOTE", "note"),
        ("tip", "tip"),
        ("Important", "important info"),
        ("WARNING", "warning"),
        ("CAUTION", "caution danger"),
    ],
)
def test_an_alert_is_an_admonition(kind, classes, extensions):
    html = one_line(page(f"> [!{kind}]\n> Mind **this**.\n>\n> - a", extensions))
    title = f'<p class="admonition-title">{kind.capitalize()}</p>'
    assert html == (
        f'<div class="admonition {classes}">{title}<p>Mind <strong>this</strong>.</p><ul><li>a</li></ul></div>'
    )


@pytest.mark.parametrize(
    "text",
    [
        *("> [!NOTE]", "> [!NOTE] a", "> [!OTHER]\n> a", "> a\n> [!NOTE]\n> b", "> \\[!NOTE]\n> a"),
        *("- > [!NOTE]\n  > a", "> [!NOTE] **a** b", "> [!NOTE] `a`\n> b", "> [!NOTE]**a**\n> b"),
    ],
)
def test_what_is_no_alert_to_github_stays_a_quote(text):
    html = page(text)
    assert "<blockquote>" in html
    assert "admonition" not in html


@pytest.mark.parametrize("blanks", ["", " ", "\t", "  ", "    "])
def test_blanks_behind_the_mark_are_no_line_break(blanks):
    html = one_line(page(f"> [!TIP]{blanks}\n> a  \n> b"))
    assert html == '<div class="admonition tip"><p class="admonition-title">Tip</p><p>a<br />b</p></div>'


def test_an_alert_whose_text_is_a_block():
    html = one_line(page("> [!TIP]\n> ```\n> x\n> ```"))
    assert html.startswith('<div class="admonition tip"><p class="admonition-title">Tip</p><pre>')
