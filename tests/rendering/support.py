"""Pages as Python-Markdown makes them, with the extension and without, and as GitHub's own renderer does."""

from __future__ import annotations

import re
from collections import Counter

import cmarkgfm
import lxml.html
import markdown
from cmarkgfm.cmark import Options

from mkdocs_plans.rendering import GitHubMarkdown

# MkDocs always adds these.
BARE = ("toc", "tables", "fenced_code")
FULL = (
    *("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "abbr"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
)
# With inline patterns that are asked of every text, and a highlighter of code.
RICH = (*FULL, "pymdownx.keys", "pymdownx.highlight")
SITES = {"bare": BARE, "full": FULL, "rich": RICH}

_COUNTED = {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "pre", "strong", "em", "del", "br", "img"}
_OURS = re.compile(r'<span(?: data-plans="anchor"| id="[^"]*"){2}></span>')


def page(text: str, extensions=BARE, *, links=None, configs=None) -> str:
    """The HTML of a plan's page."""
    extension = GitHubMarkdown()
    extension.expect(links)
    return markdown.Markdown(extensions=[*extensions, extension], extension_configs=configs or {}).convert(text)


def plain(text: str, extensions=BARE, *, configs=None) -> str:
    """The HTML of any other page of a site that has the extension."""
    md = markdown.Markdown(extensions=[*extensions, GitHubMarkdown()], extension_configs=configs or {})
    return md.convert(text)


def github(text: str) -> str:
    """The HTML that cmark-gfm makes."""
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES)


def likeness(html: str) -> tuple[Counter, str]:
    """What two renderings of a text have in common: how many elements of each kind, and every word in order."""
    root = lxml.html.fragment_fromstring(html or "<p></p>", create_parent="div")
    count, words = Counter(), []
    _walk(root, 0, count, words, in_code=False)
    return count, "".join(re.findall(r"\w+", " ".join(words)))


def one_line(html: str) -> str:
    """HTML without what is between its elements, and without our anchors."""
    return re.sub(r"\s*\n\s*", "", _OURS.sub("", html))


def _walk(element, depth, count, words, *, in_code):
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag and element.get("data-plans") is None:
        if tag in _COUNTED and not in_code:
            count[tag, re.sub(r"\W+", "", element.text_content()) if tag[0] == "h" else ""] += 1
        elif tag == "li":
            count["li", depth] += 1
        elif tag == "code" and not in_code:
            count["code"] += 1
        elif tag == "blockquote" or "admonition" in element.get("class", "").split():
            count["quote"] += 1
        elif tag == "input":
            count["box"] += 1
        words.append(element.text or "")
        for child in element:
            _walk(child, depth + (tag in ("ul", "ol")), count, words, in_code=in_code or tag == "pre")
    words.append(element.tail or "")
