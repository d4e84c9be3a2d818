"""Texts that are too long for their place."""

from __future__ import annotations

import pytest

from mkdocs_plans.views.fitting import cut, widest
from tests.support import text


@pytest.mark.parametrize(
    ("said", "room", "shown"),
    [
        ("as long", 7, "as long"),
        ("not quite as long", 16, "not quite as…"),
        ("Risks, Testing", 8, "Risks…"),
        ("Risks: open", 7, "Risks…"),
        ("x" * 9, 8, "xxxxxxx…"),
        ("a " + "x" * 90, 20, "a " + "x" * 17 + "…"),
        ("設計と実装および移行計画", 6, "設計と実装…"),
    ],
)
def test_a_text_is_cut_behind_a_word_and_without_its_comma(said, room, shown):
    assert cut(said, room) == shown


def test_every_page_cuts_alike(site):
    question = "Who paints the berths, " * 20
    site.plan("001-berths", f"# Berths\n\n**Status**: {'very ' * 30}odd\n\n## Open Questions\n\n- {question}?\n")
    site.write("docs/team.md", "# Team\n\n<!-- plans:register -->\n\n<!-- plans:board -->\n")
    page = site.build().tree("team")
    assert text(page.cssselect('[data-plans="row"] th')[0]).endswith("the berths, Who…")
    assert text(page.cssselect(".plans-said")[0]).endswith("very…”")


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ([], ""),
        ([None, "001", "SPEC-AUTH-001"], "SPEC-AUTH-001"),
        (["Ada Lovelace, Bo"], "Lovelace,"),
        (["illicit", "MEMORY"], "MEMORY"),
        (["設計と実装", "planned"], "設計と実装"),
        (["x" * 90, "short"], "short"),
    ],
)
def test_a_column_keeps_room_for_the_widest_word_unless_it_is_very_long(said, word):
    assert widest(said) == word


def test_in_code_all_letters_are_of_one_width():
    ids = ["SPEC-AUTH-001", "PLAN-2026-0119"]
    assert (widest(ids), widest(ids, in_code=True)) == tuple(ids)
