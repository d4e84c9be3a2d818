"""Ids in the text of a plan become links to the plan or spec that has them."""

from __future__ import annotations

import pytest

from mkdocs_plans.rendering import Links
from tests.rendering.support import FULL, one_line, page

KNOWN = Links(identify={"SPEC-012": "../012-login/spec.md", "F-105": "plan.md"}.get)
LINK = '<a href="../012-login/spec.md">SPEC-012</a>'


@pytest.mark.parametrize("extensions", [(), FULL], ids=["bare", "full"])
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("as SPEC-012 says", f"<p>as {LINK} says</p>"),
        ("(SPEC-012), SPEC-012.", f"<p>({LINK}), {LINK}.</p>"),
        ("**SPEC-012**", f"<p><strong>{LINK}</strong></p>"),
        ("SPEC-012 and F-105", f'<p>{LINK} and <a href="plan.md">F-105</a></p>'),
        ("- SPEC-012", f"<ul><li>{LINK}</li></ul>"),
        ("SPEC-013 is nobody's", "<p>SPEC-013 is nobody's</p>"),
        ("`SPEC-012`", "<p><code>SPEC-012</code></p>"),
        ("[SPEC-012](a.md)", '<p><a href="a.md">SPEC-012</a></p>'),
        ("[see **SPEC-012**](a.md)", '<p><a href="a.md">see <strong>SPEC-012</strong></a></p>'),
        ('<a href="a.md">SPEC-012</a>', '<p><a href="a.md">SPEC-012</a></p>'),
        ("![SPEC-012](a.png)", '<p><img alt="SPEC-012" src="a.png" /></p>'),
        ("SPEC-012-login", "<p>SPEC-012-login</p>"),
        (
            "https://example.org/?a=SPEC-012",
            '<p><a href="https://example.org/?a=SPEC-012">https://example.org/?a=SPEC-012</a></p>',
        ),
    ],
)
def test_ids_in_running_text(text, html, extensions):
    assert one_line(page(text, extensions, links=KNOWN)) == html


@pytest.mark.parametrize("heading", ["# SPEC-012", "## **SPEC-012** Login", "SPEC-012\n===="])
def test_headings_are_left_alone(heading):
    assert "<a href" not in page(heading, links=KNOWN)


def test_blocks_of_code_are_left_alone():
    assert "<a href" not in page("```\nSPEC-012\n```\n\n    SPEC-012\n", links=KNOWN)
