"""Generated Markdown: blocks in blocks, with the inline constructs that renderers disagree on.

Left out are the few in which the parser differs from cmark-gfm in a way that no plan has been seen to use: boxes in
items that begin in the middle of a line, raw HTML that is not closed, single tildes inside words, and tables whose head
stands below text inside a list or a quote.
"""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = st.sampled_from(
    (
        *("alpha", "beta_x", "__init__", "2 * 3", "`co de`", "`` ` ``", "**bold**", "*em*", "_em_", "__b__"),
        *("~~del~~", "[l](u)", '[l](<a b> "t")', "![i](p.png)", "<b>x</b>", "<unknown>", "&copy;", "&lt;"),
        *("&amp;lt;", "\\*", "\\_x\\_", "https://x.org/a_b", "a@b.co", "(www.x.com)", "{id}", "`a`{b}"),
        *("[ref]", "[x][ref]", "**a** b **c**", "***both***", "**日本**語", "“q”", "**✅**x", "**a→**b", "a\\\nb"),
        *("a  \nb", "#12", "$5", "**Note:**text", "*a **b** c*", "==m==", "<!-- c -->", "Vec<String>", "<br>"),
        *("foo_bar_", "_foo_bar", "**", "{{ x }}", "{% y %}", ":smile:", "C:\\dir\\x"),
    )
)
_WORDS = st.lists(_PIECES, min_size=1, max_size=4).map(" ".join)
_LINE = _WORDS.map(lambda text: text.replace("  \n", " ").replace("\\\n", " "))
_CELL = _LINE.map(lambda text: text.replace("|", ""))


@st.composite
def _fences(draw):
    fence = draw(st.sampled_from(("```", "~~~", "````")))
    info = draw(st.sampled_from(("", "py", "mermaid", "c++ foo", "{.js}")))
    code = draw(st.sampled_from(("x = 1", "# no\n\n- a", "``\nq", "<b>", "    in", "a\tb", "&lt;", "\\*")))
    return f"{fence}{info}\n{code}\n{fence}"


@st.composite
def _tables(draw):
    columns = draw(st.integers(2, 3))

    def row(cells):
        return "| " + " | ".join(cells) + " |"

    cells = st.lists(_CELL, min_size=columns, max_size=columns)
    alignments = draw(st.lists(st.sampled_from(("---", ":--", "--:", ":-:")), min_size=columns, max_size=columns))
    return "\n".join([row(draw(cells)), row(alignments), *[row(draw(cells)) for _ in range(draw(st.integers(0, 2)))]])


_LEAVES = st.one_of(
    _WORDS,
    st.builds("{} {}".format, st.sampled_from(("#", "##", "####")), _LINE),
    st.builds("{}\n---".format, st.just("Setext")),
    _fences(),
    _tables(),
    st.sampled_from(("***", "[ref]: /u 't'", "<div>\n*x*\n</div>", "<objective>\n**a**\n\n*b*\n</objective>")),
    st.just("<details>\n<summary>s</summary>\n\n**md**\n\n</details>"),
)


@st.composite
def _lists(draw, blocks):
    marker = draw(st.sampled_from(("- ", "* ", "1. ", "2) ", "10. ", "-   ")))
    box = draw(st.sampled_from(("", "", "[ ] ", "[x] ")))
    gap = draw(st.sampled_from(("\n", "\n\n")))
    items = []
    for _ in range(draw(st.integers(1, 3))):
        rest = draw(st.lists(blocks, max_size=2))
        text = draw(st.sampled_from(("\n", "\n\n"))).join([box + draw(_LINE), *rest])
        items.append(marker + _indented(text, len(marker)).lstrip(" "))
    return gap.join(items)


def _indented(text: str, columns: int) -> str:
    return "\n".join(" " * columns + line if line else line for line in text.split("\n"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


_NESTED = st.recursive(_LEAVES, _lists, max_leaves=6)
_QUOTES = st.lists(_LEAVES, min_size=1, max_size=2).map("\n\n".join).map(_quoted)

DOCUMENTS = st.lists(st.one_of(_NESTED, _QUOTES, st.just("    code")), min_size=1, max_size=4).map("\n\n".join)
