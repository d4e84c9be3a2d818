"""A title is text wherever a theme shows it: navigation, browser tab, heading, board, other pages."""

from __future__ import annotations

import json

import pytest

from tests.hostile import fields
from tests.hostile.reading_html import scripts_of_plans
from tests.support import THEMES, text

TITLES = [
    "<img src=x onerror=alert(1)> | [x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "Support List<String> & others",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_hostile_title_is_text_everywhere(site, theme, title):
    site.config["theme"] = {"name": theme}
    front = f"title: '{title}'\nowner: '<b>x</b>'\nstatus: '<script>alert(1)</script>'"
    site.plan("012-login", f"---\n{front}\n---\n\n# {title}\n")
    site.write("docs/index.md", "# Home\n")
    built = site.build()
    assert built.board() == {"unknown": [title]}
    for page in ("plans", "plans/board", "specs/012-login/plan", "index.html", "404.html"):
        tree = built.tree(page)
        assert not tree.xpath("//*[@onerror] | //string | //script[contains(text(), 'alert(1)')]")
        assert not [link for link in tree.xpath("//a/@href") if "javascript" in link]
        for element in tree.xpath("//*[@data-plans]"):
            assert not element.xpath('.//img | .//b[text()="x"]')
    page = built.tree("specs/012-login/plan")
    assert page.findtext(".//title").startswith(title)
    assert title in text(page.xpath("//nav")[0]) or title in text(page)


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("file", ["plan", "spec", "tasks"])
def test_a_heading_does_not_end_the_title_of_its_page(site, theme, file):
    site.config["theme"] = {"name": theme}
    site.plan("012-login")
    site.write("docs/index.md", "# Home\n")
    site.write(f"docs/specs/012-login/{file}.md", "# A </title><script>alert(1)</script> & B\n\n**Status**: Draft\n")
    page = site.build().tree(f"specs/012-login/{file}")
    assert not page.xpath("//script[starts-with(text(), 'alert(1)')]")
    assert page.findtext(".//title").startswith("A </title><script>alert(1)</script> & B")


def test_titles_of_folders_and_specs_are_text_in_the_navigation(site):
    site.plan(fields.FOLDER)
    site.write("docs/specs/014-other/spec.md", "---\ntitle: <svg onload=alert(1)>\n---\n\n# Spec\n")
    site.plan("014-other")
    built = site.build()
    assert built.failure is None
    pages = [page.read_text(encoding="utf-8") for page in built.folder.rglob("*.html")]
    assert sum("&lt;svg onload" in page for page in pages) > 2
    assert not [page for page in pages if "<svg onload" in page]


QUOTED = 'x" onfocus="alert(1)" y="'


@pytest.mark.parametrize("theme", THEMES)
def test_quotes_end_no_attribute(site, theme):
    """readthedocs puts titles into attributes, and all themes put the addresses of edit links there as they are."""
    features = ["navigation.path", "navigation.footer", "content.action.edit", "content.action.view"]
    site.config["theme"] = {"name": theme, **({"font": False, "features": features} if theme == "material" else {})}
    site.config |= {"repo_url": "https://example.org/org/repo", "edit_uri": "edit/main/docs/"}
    site.options |= {"sources": [{"path": "specs", "mount": "more", "label": QUOTED}]}
    site.write("docs/index.md", "# Home\n")
    for folder in ("docs/specs", "specs"):
        for name in ("plan", "spec", "tasks"):
            site.write(f"{folder}/{QUOTED}/{name}.md", f"# {QUOTED}\n\n**Status**: Draft\n")
    built = site.build()
    assert built.failure is None
    assert [found for page in built.folder.rglob("*.html") for found in scripts_of_plans(page)] == []


def test_titles_that_the_team_writes_into_its_nav_stay_as_they_are(site):
    site.plan("012-login")
    site.write("docs/index.md", "# Home\n")
    site.config["nav"] = ["index.md", {"<i>Plans</i>": ["specs/012-login/plan.md", "plans/index.md", "plans/board.md"]}]
    assert "<i>Plans</i>" in site.build().html("specs/012-login/plan")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_the_search_finds_titles_with_their_quotes(site, theme):
    """Its script escapes all that it shows, so readers would see `&quot;`."""
    site.config["theme"] = {"name": theme}
    site.write("docs/specs/012-login/spec.md", '# The "login" spec\n')
    site.plan("012-login", '# Say "hi"\n\n**Status**: Draft\n')
    built = site.build()
    found = {entry["location"]: entry["title"] for entry in json.loads(built.html("search/search_index.json"))["docs"]}
    assert found["specs/012-login/plan/"] == 'Say "hi"'
    assert found["specs/012-login/spec/"] == 'The "login" spec'
