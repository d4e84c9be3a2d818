"""HTML and scripts in a plan: whatever the site's Markdown, nothing on its page runs, and the page around it stays whole."""

from __future__ import annotations

import pytest

from mkdocs_plans.rendering.markup import harmless
from tests.hostile.markup import MARKUP, SITE_MARKUP
from tests.hostile.reading_html import breaks_out, what_runs
from tests.rendering.support import BARE, FULL, page

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
    ],
)
def test_what_the_extensions_of_a_site_write_stays_as_it_is(html):
    assert harmless(html) == html


def test_the_page_of_a_site_without_extensions_is_looked_at_once(monkeypatch):
    """All of it has been written by ourselves; the second look costs a tenth of the time."""
    monkeypatch.setattr("mkdocs_plans.rendering.stages.harmless", lambda _: "looked at")
    assert "looked at" not in page("# a\n\n<b>x</b>\n", BARE)
    assert page("# a\n\n!!! note\n    x\n", FULL) == "looked at"
