"""Raw HTML: what GitHub lets through, in balance."""

from __future__ import annotations

import pytest

from mkdocs_plans.rendering.markup import Markup
from tests.rendering.support import one_line, page


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("<b>a</b>", "<b>a</b>"),
        ("<B Class=x>a</B>", "<b Class=x>a</b>"),
        ("<a href=\"b\" title='c'>", "<a href=\"b\" title='c'>"),
        ("<details open>", "<details open>"),
        ("<br/><hr />", "<br><hr>"),
        ("<objective>a</objective>", "a"),
        ("<Vec<String>>a", ">a"),
        ("<dialog>a</dialog> <form>b</form> <svg/>", "a b "),
        ("</div>a</p>", "a"),
        ("<div><b>a</div>", "<div><b>a</b></div>"),
        ("<script>a</script>", "&lt;script&gt;a&lt;/script&gt;"),
        ("<iframe src='x'>", "&lt;iframe src='x'&gt;"),
        ('<p onclick="a()" style="b" class="c">', '<p class="c">'),
        ('<p data-plans="card" data-md-component=top data-x id="__config">', "<p>"),
        ('<p id="a" title="</h1><!-- plans:board -->">', '<p id="a" title="&lt;/h1&gt;&lt;!-- plans:board --&gt;">'),
        ('<a href="javascript:a()">b', "<a>b"),
        ('<a href="&#106;avascript:a()">b', "<a>b"),
        ("<!-- a --><!-- b -->", "<!-- a --><!-- b -->"),
        ("a <!-- <b> c", "a "),
        ("<!DOCTYPE html><?php a ?>b", "b"),
        ("a < b > c", "a &lt; b > c"),
        ("<div class=", "&lt;div class="),
        ("a <b", "a &lt;b"),
        ("", ""),
    ],
)
def test_cleaning(raw, cleaned):
    assert Markup().clean(raw) == ([cleaned] if cleaned else [])


def test_what_is_open_is_closed_with_the_element_around_it():
    raw = Markup()
    raw.clean("<div>")
    raw.enter()
    assert raw.clean("<b><i></div>") == ["<b><i>"]
    assert raw.leave() == "</i></b>"
    assert raw.leave() == "</div>"


def test_a_plan_cannot_break_the_page_around_it():
    assert one_line(page("a</div></main>\n\n<details>\n\n*b*")) == "<p>a</p><details><p><em>b</em></p></details>"


def test_images_are_given_apart():
    raw = '<p><img src="a.png" alt=\'b &amp; c\' onerror="d()" width=10> e</p><!-- <img src=f> --><img alt=g>'
    image = {"src": "a.png", "alt": "b & c", "width": "10"}
    assert Markup().clean(raw) == ["<p>", image, " e</p><!-- <img src=f> --><img alt=g>"]
