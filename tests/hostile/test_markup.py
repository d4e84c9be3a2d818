"""HTML and scripts in a plan: whatever the site's Markdown, nothing on its page runs, and the page around it stays whole."""

from __future__ import annotations

import lxml.html
import pytest

from mkdocs_plans.rendering.markup import harmless
from tests.hostile.markup import MARKUP, SITE_MARKUP
from tests.hostile.reading_html import breaks_out, what_runs
from tests.rendering.support import BARE, FULL, page
from tests.support import plan

# What Material's own documentation recommends, and more.
RICH = (
    *FULL,
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.tabbed", "pymdownx.blocks.admonition", "pymdownx.emoji"),
    *("pymdownx.mark", "pymdownx.caret", "pymdownx.critic", "pymdownx.arithmatex", "pymdownx.magiclink"),
    *("pymdownx.snippets", "pymdownx.keys", "pymdownx.smartsymbols", "pymdownx.betterem", "pymdownx.escapeall"),
)
SITES = {"bare": BARE, "full": FULL, "rich": RICH}

pytestmark = pytest.mark.filterwarnings("default")  # of extensions


@pytest.mark.parametrize("extensions", SITES.values(), ids=SITES)
@pytest.mark.parametrize("text", [*MARKUP.values(), *SITE_MARKUP.values()], ids=[*MARKUP, *SITE_MARKUP])
def test_nothing_runs(text, extensions):
    html = page(f"{text}\n\nThe end.\n", extensions)
    assert what_runs(html) == []
    assert not breaks_out(html)


@pytest.mark.parametrize(
    "container", ["# {}", "> {}", "- {}", "1. [ ] {}", "| a |\n|---|\n| {} |", "**{}**", "[{}](b)"]
)
@pytest.mark.parametrize("name", ["a script", "a handler", "a comment that ends with a bang", "a raw link to a script"])
def test_nothing_runs_wherever_it_stands(container, name):
    html = page(container.format(MARKUP[name]), FULL)
    assert what_runs(html) == []
    assert not breaks_out(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p style="text-align: left;"><a class="x" href="../a/#b" title="data: see below">x</a><br /></p>',
        '<pre class="mermaid"><code>a --&gt; b</code></pre><!-- plans:board -->',
        '<svg viewBox="0 0 1 1"><path d="M0 0" /></svg><input type="checkbox" disabled checked />',
        '<script type="math/tex; mode=display">a &lt; b</script>',
        '<img alt="file: x" src="data:image/png;base64,AAAA" />',
        '<h2 id="a"><span data-plans="anchor" id="b"></span>a</h2><div data-tabs="1:2"></div>',
    ],
)
def test_what_the_extensions_of_a_site_write_stays_as_it_is(html):
    assert harmless(html) == html


def test_the_page_of_a_site_without_extensions_is_looked_at_once(monkeypatch):
    """All of it has been written by ourselves; the second look costs a tenth of the time."""
    monkeypatch.setattr("mkdocs_plans.rendering.stages.harmless", lambda _: "looked at")
    assert "looked at" not in page("# a\n\n<b>x</b>\n", BARE)
    assert page("# a\n\n!!! note\n    x\n", FULL) == "looked at"


IMAGE = "<img src=x onerror=alert(1)>"
# What we look for in a page, to put a card or a view there, where it is only the value of an attribute.
VALUES = [f"</h1>{IMAGE}", f"<!-- plans:board -->{IMAGE}", f"<h2>{IMAGE}"]


@pytest.mark.parametrize("extensions", [(), ("admonition", "attr_list")], ids=["bare", "full"])
@pytest.mark.parametrize("value", VALUES)
def test_nothing_is_put_into_a_tag(site, value, extensions):
    site.config["markdown_extensions"] = list(extensions)
    ways = f'<b title="{value}">a</b>\n\n[a](b \'{value}\') ![{value}](c)\n\n!!! note\n    <i title="{value}">a</i>\n'
    site.plan("012-login", f"{ways}\n{plan()}")
    site.write("docs/specs/012-login/spec.md", f"{ways}\n# Spec\n")
    built = site.build()
    assert built.failure is None
    for path, kind in (("plan", "header"), ("spec", "companion")):
        tree = built.tree(f"specs/012-login/{path}")
        assert not tree.xpath("//img[@onerror]")
        assert len(tree.xpath(f'//h1/following-sibling::*[1][@data-plans="{kind}"]')) == 1


def test_a_comment_does_not_take_the_card(site):
    site.plan("012-login", f"<!-- </h1> -->\n\n<!-- <h2> -->\n\n{plan()}")
    tree = site.build().tree("specs/012-login/plan")
    assert len(tree.xpath('//h1/following-sibling::*[1][@data-plans="header"]')) == 1


STEERED = [
    "# a\n\n## `__config`\n\n## __config",
    '<div id="__config">{"base": "https://example.org"}</div>',
    "# a\n\n## b {#__config}\n\nc {: data-md-component=top data-plans=board id=__config }",
    '!!! note\n    <div id=__config data-md-component="top" data-plans="board">x</div>',
]


@pytest.mark.parametrize("extensions", SITES.values(), ids=SITES)
@pytest.mark.parametrize("text", STEERED)
def test_scripts_of_a_page_do_not_find_elements_of_a_plan(text, extensions):
    """Material takes the first element with this id for its configuration: where its files are, for example."""
    html = page(f"{text}\n", extensions)
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    assert not tree.xpath('.//*[@id="__config" or @data-md-component or (@data-plans and @data-plans != "anchor")]')
    assert all(heading.get("id") for heading in tree.xpath(".//h2"))
