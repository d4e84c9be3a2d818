"""Beside the plugins that come with MkDocs and Material."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support import complete, plan, text

pytest.importorskip("material")


def test_search_finds_the_words_of_plans_and_not_those_of_the_views(material, build):
    material.plan(sections="## Overview\n\nA turnstile at the quay.\n\n" + complete(without="Overview"))
    entries = json.loads(build().html("search/search_index.json"))["docs"]
    assert "turnstile" in " ".join(
        entry["text"] for entry in entries if entry["location"].startswith("specs/012-login")
    )
    assert not [entry for entry in entries if entry["location"].startswith("plans/")]


@pytest.mark.parametrize("written", ["[quay, rail]", "quay, rail", "- quay\n- rail"])
def test_tags_list_plans(material, build, written):
    material.config["plugins"] = ["tags", "plans"]
    material.write("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    material.plan("012-login", f"---\ntags: {'' if written[0] != '-' else chr(10)}{written}\n---\n\n" + plan())
    built = build()
    tags = {text(link) for link in built.tree("tags").xpath('//a[contains(@href, "012-login")]')}
    assert tags == {"Login"}
    assert "rail" in text(built.tree("tags"))
    assert built.plans()["specs/012-login/plan.md"]["tags"] == ["quay", "rail"]


def test_posts_of_a_blog_and_plans_live_together(material, build):
    material.config["plugins"] = ["blog", "plans"]
    material.write("docs/blog/index.md", "# Blog\n")
    material.write(
        "docs/blog/posts/hello.md", "---\ndate: 2026-03-01\n---\n\n# Hello\n\nText.\n\n<!-- plans:board -->\n"
    )
    material.plan()
    built = build()
    assert "Hello" in text(built.tree("blog"))
    assert built.board() == {"in-progress": ["Login"]}
    assert built.board("blog/2026/03/01/hello") == {"in-progress": ["Login"]}


def test_meta_gives_plans_the_front_matter_of_their_folder(material, build):
    material.config["plugins"] = ["meta", "tags", "plans"]
    material.write("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    material.write("docs/specs/.meta.yml", "tags: [quay]\n")
    material.plan()
    built = build()
    assert "Login" in text(built.tree("tags"))
    assert built.board() == {"in-progress": ["Login"]}


def test_offline_sites_open_from_a_folder(material, build):
    material.config["plugins"] = ["search", "offline", "plans"]
    material.plan()
    built = build()
    assert built.board("plans/board.html") == {"in-progress": ["Login"]}
    link = built.tree("plans/board.html").xpath('//*[@data-plans="card"]//a/@href')[0]
    assert link == "../specs/012-login/plan.html"


def test_privacy_finds_nothing_of_ours_to_fetch(material, build):
    # Material's own script loads mermaid from elsewhere; everything else is fetched or, here, would be.
    material.config["plugins"] = [{"privacy": {"assets_exclude": ["unpkg.com/*"]}}, "plans"]
    material.plan()
    built = build()
    assert built.board() == {"in-progress": ["Login"]}
    assert not (material.folder / ".cache").exists()


def test_social_cards_are_made_for_plans_and_views(material, build):
    pytest.importorskip("PIL")
    pytest.importorskip("cairosvg")
    font = next(Path("/usr/share/fonts").rglob("DejaVuSans*.ttf"), None) or pytest.skip("no font to draw cards with")
    fonts = material.folder / "fonts/fonts/Roboto"
    fonts.mkdir(parents=True)
    for style in ("Regular", "Bold", "Medium", "Black"):
        shutil.copy(font, fonts / f"{style}.ttf")
    material.config |= {
        "site_url": "https://example.org/",
        "plugins": [{"social": {"cache_dir": "fonts"}}, "plans"],
    }
    material.plan()
    built = build()
    for path in ("specs/012-login/plan", "plans/board"):
        (image,) = built.tree(path).xpath('//meta[@property="og:image"]/@content')
        assert (built.folder / image.removeprefix("https://example.org/")).is_file()
    assert "Login" in built.tree("specs/012-login/plan").xpath('//meta[@property="og:title"]/@content')[0]
