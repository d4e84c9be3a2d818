"""A plan reads in the site as it does on GitHub: the same elements and the same words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rendering.strategies import DOCUMENTS
from tests.rendering.support import BARE, FULL, RICH, SITES, github, likeness, page, plain

CONSTRUCTS = {
    "a list right below a paragraph": "**Options**:\n- **A**: one\n- **B**: two",
    "a list nested by two spaces": "- a\n  - b\n    - c\n- d",
    "a list nested by three spaces": "1. a\n   - b\n   - c\n2. d",
    "two markers make two lists": "- a\n- b\n* c",
    "a list that starts at seven": "7. a\n8. b",
    "a bracket as a marker": "1) a\n2) b",
    "boxes": "- [ ] open\n- [x] done\n- [X] done, too\n\n1. [ ] numbered",
    "brackets without text are no box": "- [ ]\n- [x]",
    "a box before a table": "- [ ] | a | b |\n  |---|---|\n  | 1 | 2 |\n- [x] | a |\n  |---|\n\n- | a |\n  |---|",
    "a fence in a list": "- a\n  ```py\n  x = 1\n  ```\n- b",
    "a fence in a numbered list": "1. a\n\n   ```\n   x\n   ```\n\n2. b",
    "a fence right below text": "text\n```\ncode\n```\ntext",
    "a fence of tildes": "~~~js\nx\n~~~",
    "a fence in a longer fence": "````md\n```py\nx\n```\n````",
    "a fence that is not closed": "```\nx\n\n# y",
    "a fence with words behind the language": "```ts file=a.ts {1,3}\nx\n```",
    "a fence in a quote": "> ```\n> x\n> ```",
    "headings inside a fence": "```\n# no\n## no\n```",
    "indented code": "text\n\n    # code\n\n    more",
    "a tag below indented code": "    code\n\n<p>a</p>\n\nb",
    "text below indented code": "- a\n  -     code\n    b\n- c",
    "a wrapped line that begins with a number sign": "see\n#2773 for more",
    "a heading right below text": "text\n## Heading\ntext",
    "headings with closing signs": "## A ##\n### B #",
    "underlined headings": "A\n===\n\nB\n---",
    "emphasis inside words": "snake_case_name and __init__ and 2*3*4",
    "bold that ends at punctuation": '**"a"** **Note:**text',
    "bold beside a symbol": "**✅**done **a→**b",
    "bold in a language without spaces": "**日本語**です",
    "nested emphasis": "***a** b* *a **b** c*",
    "strikethrough": "~~a~~ ~b~",
    "code spans": "`a` `` `b` `` `<c>` `&lt;`",
    "escapes": r"\*a\* \[b\] \_c\_ \| \< \# \~d\~ C:\dir\x",
    "entities": "&copy; &amp;lt; &#42;a&#42; AT&T &nosuch;",
    "links": "[a](b) [c](<d e>) [f](g \"h\") [i][j] [j]\n\n[j]: /k 'l'",
    "brackets that are no links": "[a] [b][c] [d]() array[0]",
    "images": "![a *b*](c.png) [![d](e.png)](f)",
    "images in raw HTML at the top": '<p align="center">\n  <a href="a"><img src="b.png"></a>\n</p>\n\n# c',
    "bare addresses": "https://a.org/b_c. www.a.org (https://a.org) a@b.co <https://a.org>",
    "words in angle brackets": "the <name> and a < b > c, Vec<String>",
    "tags around Markdown": "<objective>\n\n**a**\n\n</objective>",
    "tags right around text": "<objective>\n**a**\n</objective>",
    "a tag below an item": "- a\n</task>\n`b`",
    "a tag below a nested item": "- a\n  - b\n  <c>\n  *d*\n\n  e\n  </c>",
    "a tag below a table": "| a | b |\n|---|---|\n| 1 | 2 |\n</task>\n`c`",
    "a table below a table's indented line": "| a |\n|---|\n    | 1 |\n    | 2 |",
    "brackets that begin like a footnote": "sanitize(_:) with [^a-zA-Z0-9_-]+",
    "details": "<details>\n<summary>a</summary>\n\n- b\n\n</details>\n\nc",
    "comments": "a <!-- b --> c\n\n<!--\n# no\n-->\n\nd",
    "tags that GitHub shows as text": "<script>a</script>\n\n<title>b</title> <iframe src='c'>",
    "hard breaks": "**a**: b  \n**c**: d\\\ne",
    "header lines without trailing spaces": "**a**: b\n**c**: d",
    "adjoining quotes": "> a\n\n> b",
    "a quote in a list": "- a\n  > b\n- c",
    "a list in a quote": "> - a\n>   - b\n>\n> c",
    "a lazy quote": "> a\nb",
    "a table right below text": "text:\n| a | b |\n|---|:-:|\n| 1 | 2 |",
    "a table without outer bars": "a | b\n--|--\n1 | 2",
    "a table without outer bars below text": "text\na | b\n--|--\n1 | 2",
    "a table with bars in code": "| a | b |\n|---|---|\n| `x \\| y` | z \\| w |",
    "a table with too few and too many cells": "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
    "a table that ends at an indented line": "| a | b |\n|---|---|\n| 1 | 2 |\n\n    | code |",
    "a table in a list": "- a\n\n  | b | c |\n  |---|---|\n  | 1 | 2 |",
    "no table": "| a | b |\n| 1 | 2 |",
    "rules": "a\n\n---\n\n***\n_ _ _",
    "footnotes": "a[^1] b[^n]\n\n[^n]: two\n[^1]: one **x**",
    "a footnote that nobody defines": "a[^1]",
    "a table in a footnote": "a[^1]\n\n[^1]: b\n\n    | c | d |\n    |---|---|\n    | 1 | 2 |\n    | 3 | 4 |\n\n    e",
    "a table right behind the label of a footnote": "a[^1]\n\n[^1]: |c|d|\n      |-|-|\n      |1|2|",
    "a table below the text of a footnote": "a[^1]\n\n[^1]: b\n    c | d\n    --|--\n    1 | 2",
    "a tag below a footnote": "a[^1]\n\n[^1]: b\n</task>\n`c`",
    "templates of other tools": "{{ a }} {% b %} ${{ c }} {d}",
    "braces behind inline elements": "`GET`{id} **a**{b}\n\n## GET /users {id}",
    "tabs": "-\ta\n\n\tb\n\n\t\tcode",
    "nothing": "",
    "blank lines": "\n \n\n",
}


@pytest.mark.parametrize("text", CONSTRUCTS.values(), ids=CONSTRUCTS)
@pytest.mark.parametrize("extensions", SITES.values(), ids=SITES)
def test_a_construct_comes_out_as_on_github(text, extensions):
    assert likeness(page(text, extensions)) == likeness(github(text))


def test_python_markdown_alone_reads_many_of_them_differently():
    """Else the table above would show nothing."""
    different = [name for name, text in CONSTRUCTS.items() if _plain_likeness(text) != likeness(github(text))]
    assert len(different) > 20


def _plain_likeness(text):
    try:
        return likeness(plain(text, FULL))
    except TypeError:  # a heading with `{id}` ends the build
        return None


@given(text=DOCUMENTS, extensions=st.sampled_from((BARE, FULL, RICH)))
@settings(max_examples=500, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_generated_documents_come_out_as_on_github(text, extensions):
    assert likeness(page(text, extensions)) == likeness(github(text))


@given(
    text=st.text(alphabet="ab *_`[]()<>!#-+|:~\\&;{}=\n\t\"'/.1→", max_size=60),
    extensions=st.sampled_from((BARE, FULL, RICH)),
)
@settings(max_examples=300, deadline=None)
def test_no_text_ends_the_build(text, extensions):
    page(text, extensions)


@pytest.mark.parametrize("extensions", SITES.values(), ids=SITES)
def test_real_plans_come_out_as_on_github(real_plans, extensions):
    files = [file for file in sorted(real_plans.rglob("*.md")) if "mojibake" not in file.as_posix()]
    texts = [text for file in files[::5] if (text := _body(file)) is not None]
    alike = sum(likeness(page(text, extensions)) == likeness(github(text)) for text in texts)
    assert alike / len(texts) >= 0.98


def _body(file):
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None
    end = text.find("\n---\n", 4) if text.startswith("---\n") else -1
    return text[end + 5 :] if end >= 0 else text
