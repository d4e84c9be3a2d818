"""What only the site's own Markdown has stays as it is, and pages that are no plans do not change."""

from __future__ import annotations

from html import escape

import markdown
import pymdownx
import pytest
from markdown.extensions import Extension
from markdown.inlinepatterns import ReferenceInlineProcessor
from pymdownx.superfences import fence_code_format

from mkdocs_plans.rendering import GitHubMarkdown
from tests.rendering.support import BARE, FULL, github, likeness, one_line, page, plain

RICH = (
    *FULL,
    *("pymdownx.tabbed", "pymdownx.mark", "pymdownx.caret", "pymdownx.keys", "pymdownx.highlight"),
    *("pymdownx.inlinehilite", "pymdownx.arithmatex", "pymdownx.snippets", "pymdownx.critic"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.details"),
)

CONSTRUCTS = {
    "an admonition": '# A\n\n!!! note "Hi"\n    **a**\n\n    ```py\n    x = 1\n    ```\n\n    - b\n        - c\n\nd',
    "an admonition below text": "a\n!!! note\n    b\n\nc",
    "admonitions in a row": "!!! note\n    a\n\n!!! tip\n    b",
    "an admonition in a list": "- a\n\n    !!! note\n        b\n\n    c\n\n- d",
    "details": '???+ tip "T"\n    a\n\n    b\n\nc',
    "tabs": '=== "A"\n\n    a\n\n=== "B"\n\n    - b\n\nc',
    "tabs in a list": '1. a\n\n    === "A"\n\n        a\n\n    === "B"\n\n        b\n',
    "a block": "/// note | Title\n*a*\n\n- b\n- c\n///\n\nd",
    "definitions": "Term\n: one\n\n    more\n\nOther\n:   two\n\na",
    "a definition below its term": "Term\n\n:   one\n\na",
    "an abbreviation": "The HTML of a page.\n\n*[HTML]: Hyper Text",
    "footnotes": "A[^1] and[^n].\n\n[^1]: One\n[^n]:\n    Two\n\n    three",
    "attribute lists": "a\n{: #b .c }\n\n# D { .e }\n\n`f`{: .g } **h**{ .i } [j](k){: target=_blank }",
    "a snippet": '--8<-- "part.md"\n\na',
    "Markdown in HTML": "<div markdown>\n\n**a**\n\n</div>\n\nb",
    "a grid of cards": '<div class="grid cards" markdown>\n\n- a\n\n    ---\n\n    b\n\n- c\n\n</div>',
    "marks": "==a **b** c== ^^d^^ e^2^ ++ctrl+alt++",
    "edits": "{++a++} {--b--} {>>c<<}",
    "mathematics": "$$\na_1 * b_2 * c\n$$\n\nb $c$ d",
    "code in colours": "`#!py a = 1`",
    "fences with options": '```py title="a" hl_lines="1"\nx\n```\n\n``` {.py .b #c}\nx\n```',
    "a diagram": "```mermaid\ngraph TD\n```",
    "the table of contents": "[TOC]\n\n# A\n\n## B",
    "a reference into an admonition": "[a]: https://b.org\n\n!!! note\n    [c][a]",
    "what both read alike": "> a\n> b\n\n- c\n- d\n\ni\n\n1. e\n2. f\n\n| g | h |\n|---|:-:|\n| 1 | 2 |\n\n    code",
    "a list of loose items": "- a\n\n- b\n\n- c",
    "a list nested by four spaces": "- a\n    - b\n        - c\n- d",
}


@pytest.fixture
def configs(tmp_path):
    (tmp_path / "part.md").write_text("A **part**.\n")
    return {
        "pymdownx.snippets": {"base_path": [str(tmp_path)]},
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.arithmatex": {"generic": True},
        "pymdownx.superfences": {
            "custom_fences": [{"name": "mermaid", "class": "mermaid", "format": fence_code_format}]
        },
    }


@pytest.mark.parametrize("text", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_what_only_the_site_reads_is_untouched(text, configs):
    ours, theirs = page(text, RICH, configs=configs), plain(text, RICH, configs=configs)
    assert one_line(ours).replace("\N{NO-BREAK SPACE}", "&#160;") == one_line(theirs)


@pytest.mark.parametrize("text", ["!!! note\n    a", "??? tip\n    a", '=== "A"\n\n    a', "a\n: b", "==a=="])
def test_without_the_extension_it_is_text_as_on_github(text):
    assert text.partition("\n")[0].replace('"', "") in page(text).replace('"', "")


def test_braces_that_are_no_attribute_list_are_text():
    assert page("`GET`{id} **a** {b}", FULL) == "<p><code>GET</code>{id} <strong>a</strong> {b}</p>"


@pytest.mark.parametrize(
    ("text", "html", "older"),
    [
        ("## a {: id}", '<h2 id="a">a</h2>', '<h2 id="id"><span data-plans="anchor" id="a"></span>a</h2>'),
        ("## a {: data-toc-label}", '<h2 id="a">a</h2>', '<h2 id="a">a</h2>'),
        ("[a](b){: href }", '<p><a href="">a</a></p>', '<p><a href="href">a</a></p>'),
        ("![a](b){: src }", '<p><img alt="a" src="" /></p>', '<p><img alt="a" src="src" /></p>'),
    ],
)
def test_an_attribute_without_a_value_does_not_end_the_build(text, html, older):
    # Before Python-Markdown 3.11 the name of an attribute was its value.
    assert page(text, FULL) == (html if markdown.__version_info__ >= (3, 11) else older)


def test_an_escaped_character_is_none_to_the_site_either():
    assert page(r"\==a== \[^1]", ("footnotes", "pymdownx.mark")) == "<p>==a== [^1]</p>"


@pytest.mark.parametrize("formula", [r"\frac{a}{b} \\ \{c\}", "a*b*c [d](e) _f_", "a < b <c> d", r"\sum_{i} \$x_i"])
@pytest.mark.parametrize("context", ["{} a", "- {}", "> **b** ({})", "| a |\n|---|\n| {} |", "a[^1]\n\n[^1]: {}"])
def test_nothing_in_a_formula_is_markdown(formula, context):
    html = page(
        context.format(f"${formula}$"),
        (*FULL, "pymdownx.arithmatex"),
        configs={"pymdownx.arithmatex": {"generic": True}},
    )
    assert f'<span class="arithmatex">\\({escape(formula, quote=False)}\\)</span>' in html


@pytest.mark.parametrize(
    "text",
    ["`$A` *b* `$C`", "$5 *b* $6", "$A *b*_$C", r"\$a *b* c$", "US$5 *b* c$", "$a `*b*` c$", "$a\n*b*$", "$a *b* c $"],
)
def test_what_is_no_formula_to_github_is_markdown(text):
    html = page(text, (*FULL, "pymdownx.arithmatex"))
    if "arithmatex" in html and pymdownx.__version_info__ < (10, 20):
        pytest.skip("this version of the extension takes more for formulas than GitHub does")
    assert likeness(html) == likeness(github(text))


def test_formulas_are_text_where_the_site_reads_none():
    text = r"$a *b* \{c\}$"
    assert likeness(page(text, FULL)) == likeness(github(text))


class _References(Extension):
    """Reads `[text][target]` where no definition does, as autorefs does."""

    class _Pattern(ReferenceInlineProcessor):
        def handleMatch(self, m, data):  # noqa: N802
            text, index, handled = self.getText(data, m.end(0))
            if not handled:
                return None, None, None
            target, end, handled = self.evalId(data, index, text)
            return (self.makeTag(f"#{target}", "", text), m.start(0), end) if handled else (None, None, None)

    def extendMarkdown(self, md):  # noqa: N802
        md.inlinePatterns.register(self._Pattern(r"\[", md), "test-references", 168)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a][b.c]", '<a href="#b.c">a</a>'),
        ("[`a`][b.c]", '<a href="#b.c"><code>a</code></a>'),
        ("**[a][b]** *c*", '<strong><a href="#b">a</a></strong> <em>c</em>'),
    ],
)
def test_references_of_other_plugins_work_across_elements(text, html):
    assert page(text, [*BARE, _References()]) == f"<p>{html}</p>"


def test_other_pages_do_not_change():
    text = "a\n- b\n  - c\n\n~~d~~ [ ] <e>\n\n!!! note\n    f[^1]\n\n[^1]: g"
    assert plain(text, BARE) == markdown.markdown(text, extensions=list(BARE))
    assert plain(text, FULL) == markdown.markdown(text, extensions=list(FULL))


def test_only_the_page_that_was_expected_changes():
    extension = GitHubMarkdown()
    text = "a\n- b"
    extension.expect()
    first, second = (markdown.Markdown(extensions=[extension]).convert(text) for _ in range(2))
    assert "<ul>" in first
    assert "<ul>" not in second


def test_extensions_that_the_site_names_keep_their_options():
    configs = {"footnotes": {"BACKLINK_TEXT": "back"}, "pymdownx.tasklist": {"custom_checkbox": True}}
    html = page("- [ ] a[^1]\n\n[^1]: b", FULL, configs=configs)
    assert "task-list-indicator" in html
    assert html.count("back</a>") == 1


def test_highlighting_is_that_of_the_site():
    code = "```py\nx = 1\n```\n\n    y = 2"
    assert page(code, ("fenced_code", "codehilite")) == plain(code, ("fenced_code", "codehilite"))
    assert page(code, ("pymdownx.superfences", "pymdownx.highlight")) == plain(
        code, ("pymdownx.superfences", "pymdownx.highlight")
    )
    assert '<code class="language-py">' in page(code, ("fenced_code",))
    assert '<code class="language-py">' in page(code, ())


def test_cells_are_aligned_as_the_site_wants():
    table = "| a |\n|--:|\n| 1 |"
    assert '<td style="text-align: right;">' in page(table)
    assert '<td align="right">' in page(table, ("tables",), configs={"tables": {"use_align_attribute": True}})
