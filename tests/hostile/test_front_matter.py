"""Front matter of plans, and of the files beside them: themes print it as it is, and take some of it for orders."""

from __future__ import annotations

import base64

import pytest

from tests.hostile.reading_html import scripts_of_plans
from tests.support import THEMES, plan

BAD = '"><script>alert(1)</script><i onclick="alert(1)'
YAML = BAD.replace('"', '\\"')
KEYS = ("description", "author", "subtitle", "source", "location", "revision_date", "image", "title")
# What a key may hold, as YAML.
VALUES = {
    "a text": f'"{YAML}"',
    "a list": f'["{YAML}"]',
    "a mapping": f'{{"{YAML}": "{YAML}"}}',
    "a set": f'!!set {{"{YAML}": }}',
    "pairs": f'!!pairs ["{YAML}": "{YAML}"]',
    "bytes": f"!!binary {base64.b64encode(BAD.encode()).decode()}",
    "itself": f'&a ["{YAML}", *a]',
}
FILES = ("plan", "spec", "tasks")


def configured(site, theme):
    features = ["navigation.path", "navigation.footer", "content.action.edit", "content.action.view"]
    site.config["theme"] = {"name": theme, **({"font": False, "features": features} if theme == "material" else {})}
    site.config["repo_url"] = "https://example.org/org/repo"
    site.config["edit_uri"] = "edit/main/docs/"
    site.write("docs/index.md", "# Home\n")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_nothing_in_front_matter_runs(site, theme, value):
    configured(site, theme)
    front = "".join(f"{key}: {value.replace('&a', f'&{key}').replace('*a', f'*{key}')}\n" for key in KEYS)
    for name in FILES:
        site.write(f"docs/specs/012-login/{name}.md", f"---\n{front}status: '{BAD}'\n---\n\n{plan()}")
    built = site.build()
    assert built.failure is None
    assert [found for page in built.folder.rglob("*.html") for found in scripts_of_plans(page)] == []


ORDERS = [
    *("template: redirect.html\nlocation: javascript:alert(1)", "template: search.html", "template: sitemap.xml"),
    *("template: ../../__init__.py", "template: /etc/hostname", "template: js/base.js", "template: img/favicon.ico"),
    *("template: plans/card.html", "icon: ../.icons/material/account", "icon: ../../404", "source: 7", "source: a"),
    *("__extends: 7", f"description: 0x{'f' * 9_000}", f"author: [0x{'f' * 9_000}]"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["plan", "spec"])
def test_front_matter_gives_no_orders(site, theme, name):
    """Most of these ended the build."""
    configured(site, theme)
    if theme == "material":
        site.config["plugins"] = ["search", "meta", {"plans": {}}]
    for number, order in enumerate(ORDERS):
        site.plan(f"{number:03}", spec=f"SPEC-{number:03}")
        site.write(f"docs/specs/{number:03}/{name}.md", f"---\n{order}\n---\n\n{plan(spec=f'SPEC-{number:03}')}")
    built = site.build()
    assert built.failure is None
    for number, order in enumerate(ORDERS):
        assert built.tree(f"specs/{number:03}/{name}").xpath("//h1"), order


def test_a_plan_may_have_a_template_of_the_team(site):
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "ours"}
    site.write("ours/wide.html", "<h1>Wide</h1>{{ page.content }}")
    site.plan("012-login", f"---\ntemplate: wide.html\n---\n\n{plan()}")
    assert site.build().html("specs/012-login/plan").startswith("<h1>Wide</h1>")


def test_a_tag_with_an_ampersand_is_that_of_other_pages(site):
    site.config["theme"] = {"name": "material", "font": False}
    site.config["plugins"] = ["search", {"tags": {"tags_allowed": ["R&D"]}}, {"plans": {}}]
    site.write("docs/index.md", "---\ntags: [R&D]\n---\n\n# Home\n\n<!-- material/tags -->\n")
    site.plan("012-login", f"---\ntags: [R&D]\ndescription: Q & A, &lt;b&gt;\n---\n\n{plan()}")
    built = site.build()
    assert built.failure is None
    assert [heading.text for heading in built.tree("index.html").xpath("//h2[contains(@id, 'tag:')]/span")] == ["R&D"]
    assert built.tree("specs/012-login/plan").xpath("//meta[@name='description']/@content") == ["Q & A, &lt;b&gt;"]
