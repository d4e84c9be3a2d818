"""Plan pages read in a built site as they do on GitHub; other pages do not change."""

from __future__ import annotations

import pytest

from tests.support import plan, text

BODY = """
**Alternatives Considered**:
- **Option A**: one
  - nested by two
- [ ] open
- [x] done

```text
code
```

| a | b |
|---|---|
| 1 | 2 |

~~gone~~ {{ left alone }}
"""


def main(built, path):
    return built.tree(path).xpath('//*[@role="main"]')[0]


@pytest.mark.parametrize("extensions", [[], ["tables", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"]])
@pytest.mark.parametrize("name", ["plan", "spec", "tasks"])
def test_a_plan_and_what_stands_beside_it(site, extensions, name):
    site.config["markdown_extensions"] = extensions
    site.plan()
    site.write(f"docs/specs/012-login/{name}.md", plan() + BODY)
    page = main(site.build(), f"specs/012-login/{name}")
    assert len(page.xpath(".//li")) == 4
    assert len(page.xpath(".//li//li")) == 1
    assert len(page.xpath('.//input[@type="checkbox"]')) == 2
    assert len(page.xpath(".//table[not(ancestor::*[@data-plans])]//td")) == 2
    assert [text(gone) for gone in page.xpath(".//del")] == ["gone"]
    assert "{{ left alone }}" in text(page)


def test_other_pages_do_not_change(site):
    site.config["plugins"] = ["search"]
    site.write("docs/about.md", "# About\n" + BODY)
    site.plan()
    plain = text(main(site.build(), "about"))
    site.config["plugins"] = ["search", "plans"]
    assert text(main(site.build(), "about")) == plain


@pytest.mark.parametrize("where", ["mkdocs.yml", "front matter"])
def test_it_can_be_switched_off(site, where):
    content = plan() + BODY
    site.plan("012-login", content)
    site.config["plugins"] = ["search"]
    plain = text(main(site.build(), "specs/012-login/plan"))
    site.config["plugins"] = ["search", {"plans": {"header": False, "github_markdown": where != "mkdocs.yml"}}]
    if where == "front matter":
        site.plan("012-login", "---\nplans: {github_markdown: false}\n---\n\n" + content)
    built = site.build()
    assert text(main(built, "specs/012-login/plan")) == plain


def test_a_first_line_that_mkdocs_takes_for_metadata_stays(site):
    site.plan("012-login", "Status: Draft\nOwner: Ada\n\n# Login\n\nText.\n")
    built = site.build()
    assert built.board() == {"draft": ["Login"]}
    assert "Status: Draft" in text(main(built, "specs/012-login/plan"))


def test_links_lead_where_they_lead_on_github_and_mkdocs_has_nothing_to_warn_of(site):
    site.config |= {"repo_url": "https://example.org/team/repo"}
    site.write("src/app.py", "")
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    site.write("docs/specs/012-login/spec.md", "# Login\n\n[dead](gone.md)\n")
    site.plan(
        "012-login",
        plan()
        + "[spec](spec.md) [other](../013-logout/) [code](../../../src/app.py) [dead](gone.md) [here](#data-flow)\n\n"
        "![dead](gone.png)\n",
    )
    built = site.build()
    links = {text(link): link.get("href") for link in main(built, "specs/012-login/plan").xpath(".//p/a")}
    assert links == {
        "spec": "../spec/",
        "other": "../../013-logout/plan/",
        "code": "https://example.org/team/repo/blob/HEAD/src/app.py",
        "here": "#data-flow",
    } | {key: value for key, value in links.items() if key in ("SPEC-012", "Board", "Table")}
    assert [line.partition(" (")[0] for line in built.warnings] == [
        'WARNING mkdocs_plans: docs/specs/012-login/plan.md:61: the link "gone.md" leads to no file; correct its path, or remove it',
        'WARNING mkdocs_plans: docs/specs/012-login/spec.md:3: the link "gone.md" leads to no file; correct its path, or remove it [link-broken]',
    ]


def test_the_title_and_the_table_of_contents_are_right_below_a_comment(site):
    site.plan("012-login", "<!-- a comment -->\n\n" + plan(title="Login with passkeys"))
    built = site.build(strict=True)
    tree = built.tree("specs/012-login/plan")
    assert tree.findtext(".//title").startswith("Login with passkeys")
    assert tree.xpath('//*[@data-plans="header"]')[0].getprevious().tag == "h1"
    assert "#data-flow" in tree.xpath("//a/@href")
