"""Beside plugins that make the navigation, or lead to pages."""

from __future__ import annotations

import pytest

from tests.support import plan, text


def links(built, page="index.html"):
    """The addresses in the navigation of a page, by their words."""
    found = built.tree(page).xpath('//nav//a | //*[contains(@class, "navbar")]//a')
    return {text(link): link.get("href") for link in found}


def test_literate_nav_lists_our_pages_and_folders_of_plans(site, build):
    pytest.importorskip("mkdocs_literate_nav")
    site.config["plugins"] = [{"literate-nav": {"nav_file": "SUMMARY.md"}}, "plans"]
    site.write(
        "docs/SUMMARY.md",
        "* [Home](index.md)\n* [All plans](plans/index.md)\n* [Our board](plans/board.md)\n* [Specs](specs/)\n",
    )
    site.plan()
    found = links(build())
    assert found["All plans"] == "plans/"
    assert found["Our board"] == "plans/board/"
    assert found["Login"] == "specs/012-login/plan/"


def test_awesome_nav_lists_our_pages_and_folders_of_plans(site, build):
    pytest.importorskip("mkdocs_awesome_nav")
    site.config["plugins"] = ["awesome-nav", "plans"]
    site.write(
        "docs/.nav.yml", "nav:\n  - Home: index.md\n  - All plans: plans/index.md\n  - plans/board.md\n  - specs/*\n"
    )
    site.plan()
    found = links(build())
    assert found["All plans"] == "plans/"
    assert found["Status board"] == "plans/board/"
    assert found["Login"] == "specs/012-login/plan/"


def test_awesome_nav_globs_meet_plans_that_are_kept_out_of_the_nav(site, build):
    pytest.importorskip("mkdocs_awesome_nav")
    site.config["plugins"] = ["awesome-nav", "plans"]
    site.options["nav"] = "none"
    site.write("docs/.nav.yml", 'nav:\n  - "*"\n')
    site.plan()
    found = links(build())
    assert "Login" not in found
    assert found["Plans"] == "plans/"


def test_section_index_and_folders_that_a_source_brings_into_such_a_section(site, build):
    pytest.importorskip("mkdocs_section_index")
    site.config |= {"plugins": ["section-index", {"plans": {"sources": [{"path": "specs", "mount": "guide/specs"}]}}]}
    site.config["theme"] = {"name": "material", "font": False}
    site.write("docs/index.md", "# Home\n")
    site.write("docs/guide/index.md", "# Guide\n")
    site.write("specs/012-login/plan.md", plan("Login"))
    listed = build().tree("index.html").xpath("//nav//li")
    assert any(text(item) == "Login" for item in listed)
    assert not any("012" in text(item) for item in listed)


def test_section_index_makes_the_index_the_page_of_its_section(site, build):
    pytest.importorskip("mkdocs_section_index")
    pytest.importorskip("material")
    site.config |= {"plugins": ["section-index", "plans"], "theme": {"name": "material", "font": False}}
    site.plan()
    found = links(build())
    assert found["Plans"] == "plans/"
    assert found["Status board"] == "plans/board/"


def test_autorefs_lead_to_headings_of_plans(site, build):
    pytest.importorskip("mkdocs_autorefs")
    site.config["plugins"] = ["autorefs", "plans"]
    site.write("docs/index.md", "# Home\n\nSee [the data flow][data-flow].\n")
    site.plan()
    (link,) = build().tree("index.html").xpath('//a[text()="the data flow"]/@href')
    assert link == "specs/012-login/plan/#data-flow"


def test_redirects_lead_to_plans_and_views(site, build):
    pytest.importorskip("mkdocs_redirects")
    maps = {"old-login.md": "specs/012-login/plan.md", "kanban.md": "plans/board.md"}
    site.config["plugins"] = [{"redirects": {"redirect_maps": maps}}, "plans"]
    site.plan()
    built = build()
    assert "../specs/012-login/plan/" in built.html("old-login")
    assert "../plans/board/" in built.html("kanban")
