"""What the page of a plan shows of its neighbours, and what the pages beside it show."""

from __future__ import annotations

import pytest

from tests.support import Site, text


@pytest.fixture
def built(tmp_path):
    site = Site(tmp_path)
    site.plan("007-users", "# Users\n\n**Spec**: SPEC-007\n**Status**: In progress\n**Owner**: Ada\n")
    site.write("docs/specs/007-users/spec.md", "# SPEC-007: Users\n\n**Status**: Draft\n\nSee SPEC-012.\n")
    site.plan(
        "012-login",
        "# Login\n\n**Spec**: SPEC-012\n**Status**: Planned\n**Depends on**: SPEC-007, 021\n"
        "**Related**: 013, [guide](../../guide.md)\n\n## Overview\n\nAs SPEC-007 says, not as SPEC-099.\n",
    )
    site.write("docs/specs/012-login/tasks.md", "# Tasks\n\n- [x] a\n- [ ] b\n")
    site.write("docs/specs/012-login/research.md", "# Research\n")
    site.write("docs/specs/012-login/contracts/api.md", "# API\n")
    site.plan("003-old", "# Old login\n\n**Status**: Superseded by 012\n")
    site.plan("013-logout", "# Logout\n\n**Status**: Done\n")
    site.write("docs/guide.md", "# Guide\n\nSPEC-007 is no link here.\n")
    return site.build()


def rows(built, page):
    """The rows of a header card."""
    return [text(row) for row in built.tree(page).xpath('//*[@data-plans="header"]//dl/div')]


def links(built, page, xpath):
    return {link.get("href") for link in built.tree(page).xpath(f"{xpath}//a")}


def test_the_header_card_names_the_neighbours(built):
    assert rows(built, "specs/012-login/plan") == [
        "Spec SPEC-012",
        "Files Plan · Tasks · research.md · contracts/api.md",
        "Depends on 007 Users (In progress, Ada)",
        "Replaces 003 Old login (Dropped)",
        "Related 013 Logout (Done), guide",
        "Depends on 021 (not found)",
    ]
    assert rows(built, "specs/007-users/plan") == [
        "Spec SPEC-007 (Draft)",
        "Files Spec · Plan",
        "Needed by 012 Login (Planned)",
    ]
    assert rows(built, "specs/003-old/plan") == ["Replaced by 012 Login (Planned)"]
    assert rows(built, "specs/013-logout/plan") == ["Named by 012 Login (Planned)"]


def test_its_links_lead_to_the_pages(built):
    found = links(built, "specs/012-login/plan", '//*[@data-plans="header"]//dl')
    assert found == {
        "../tasks/", "../research/", "../contracts/api/", "../../007-users/plan/", "../../003-old/plan/", "../../013-logout/plan/",
        "../../../guide/",
    }  # fmt: skip


def test_the_pages_beside_a_plan_lead_to_it(built):
    (line,) = built.tree("specs/012-login/tasks").xpath('//*[@data-plans="companion"]')
    assert text(line) == "Plan · Tasks · research.md · contracts/api.md Login Planned"
    assert not built.tree("specs/012-login/research").xpath("//*[@data-plans]"), "it is a page like any other"


def test_of_many_files_some_are_named(tmp_path):
    site = Site(tmp_path)
    site.plan("012-login", "# Login\n")
    site.write("docs/specs/012-login/tasks.md", "# Tasks\n")
    for number in range(30):
        site.write(f"docs/specs/012-login/contracts/{number:02}.md", "# Contract\n")
    built = site.build()
    (files,) = rows(built, "specs/012-login/plan")
    assert files.startswith("Files Plan · Tasks · contracts/00.md")
    assert files.endswith("contracts/17.md, 12 more")


def test_the_card_on_the_board_names_the_files_whatever_the_plan_is_called(tmp_path):
    site = Site(tmp_path)
    site.plan("012-login", "# Login\n")
    site.write("docs/specs/013-logout.plan.md", "# Logout\n")
    site.write("docs/specs/013-logout.tasks.md", "- [x] a\n- [ ] b\n")
    cards = site.build().tree("plans/board").xpath('//*[@data-plans="card"]')
    assert [text(card.xpath(".//p")[0]) for card in cards] == ["013 Tasks", "012"]


def test_the_board_says_what_a_plan_waits_for(built):
    (waits,) = built.tree("plans/board").xpath('//*[@class="plans-waits"]')
    assert text(waits) == "waits for SPEC-007 Users (In progress, Ada)"
    assert [link.get("href") for link in waits.iter("a")] == ["../../specs/007-users/plan/"]


def test_ids_in_plans_and_specs_are_links_and_on_other_pages_text(built):
    assert "../../007-users/spec/" in links(built, "specs/012-login/plan", "//p")
    assert "../../012-login/plan/" in links(built, "specs/007-users/spec", "//p")
    assert not links(built, "guide", "//p[contains(., 'SPEC-007')]")


def test_relations_in_the_data(built):
    data = built.plans()["specs/012-login/plan.md"]
    assert data["relations"] == [
        {"kind": "depends-on", "text": "SPEC-007", "path": "specs/007-users/plan.md"},
        {"kind": "depends-on", "text": "021", "path": None},
        {"kind": "related", "text": "013", "path": "specs/013-logout/plan.md"},
        {"kind": "related", "text": "guide", "path": "guide.md"},
    ]


def test_a_team_turns_the_cards_off(tmp_path):
    site = Site(tmp_path, options={"header": False})
    site.plan("007-users", "# Users\n")
    site.write("docs/specs/007-users/spec.md", "# Users\n")
    assert not site.build().tree("specs/007-users/spec").xpath("//*[@data-plans]")


@pytest.mark.parametrize(
    ("language", "row"),
    [("en", "Depends on 001 A (Done)"), ("de", "Hängt ab von 001 A (Fertig)"), ("ja", "依存先 001 A (完了)")],
)
def test_a_finished_plan_holds_nobody_up(site, language, row):
    site.options["language"] = language
    site.plan("001-a", "# A\n\n**Status**: Done\n")
    site.plan("002-b", "# B\n\n**Depends on**: 001\n")
    assert rows(site.build(), "specs/002-b/plan") == [row]


@pytest.mark.parametrize(("shown", "row"), [("always", "Depends on 099 (not found)"), ("never", "Depends on 099")])
def test_that_something_was_not_found_is_said_where_findings_are(site, shown, row):
    site.options["show_findings"] = shown
    site.plan("002-b", "# B\n\n**Depends on**: 099\n")
    assert rows(site.build(), "specs/002-b/plan") == [row]


def test_of_many_neighbours_some_are_named_and_the_others_counted(site):
    site.plan("001-a", "# A\n\n**Status**: Draft\n")
    site.plan("900-z", f"# Z\n\n**Status**: Draft\n**Depends on**: {', '.join(f'{n:03}' for n in range(2, 25))}\n")
    for number in range(2, 25):
        site.plan(f"{number:03}-b", "# B\n\n**Status**: Draft\n**Depends on**: 001\n")
    built = site.build()
    (row,) = rows(built, "specs/001-a/plan")
    assert row.startswith("Needed by 002 B (Draft), 003 B (Draft), ")
    assert row.endswith(", 021 B (Draft), 3 more")
    (card,) = built.tree("plans/board").xpath('//*[@data-path="specs/900-z/plan.md"]//*[@class="plans-waits"]')
    assert text(card) == "waits for 002 B (Draft), 003 B (Draft), 004 B (Draft), 20 more"
