"""One page on its way through Python-Markdown."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import ETX, STX, code_escape

from mkdocs_plans.complexity import too_complex
from mkdocs_plans.rendering.host import Host
from mkdocs_plans.rendering.regions import cut
from mkdocs_plans.rendering.tree import Tree

if TYPE_CHECKING:
    from markdown import Markdown

    from mkdocs_plans.rendering.links import Links

_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]: *\S.*", re.MULTILINE)
_ATTRIBUTE_LIST = re.compile(r"\{ *(?::|[#.\w])")
_FOOTNOTE = f"{STX}plans-footnote:{{}}{ETX}"
_IS_FOOTNOTE = re.compile(_FOOTNOTE.format(r"(\d+)"))


class Page:
    """A plan's page: GitHub's reading of it, with placeholders for what only the site can read.

    Attributes:
        host: The site's Markdown.
        roots: The elements that hold GitHub's reading: one for the page, one for each footnote.
        hidden: Their content, while the site's inline patterns read the rest of the page.
        is_placed: Whether the page is in the tree of Python-Markdown.
        is_mixed: Whether the site's own Markdown reads some of it: a region, or an attribute list.
        titles: The text of every heading, before the table of contents adds to it.
    """

    def __init__(self, md: Markdown, links: Links) -> None:
        self.host = Host(md)
        self.roots: list[Element] = []
        self.hidden: list[Element] = []
        self.titles: list[tuple[Element, str]] = []
        self.is_placed = False
        self.is_mixed = False
        self._links = links
        self._places: dict[int, Element] = {}
        self._regions: tuple[str, ...] = ()
        self._definitions = ""

    def read(self, text: str) -> None:
        """Read the source."""
        text = self.host.normalized(text)
        if too_complex(text):
            self.roots = [self.preformatted(text)]
            return
        rest = cut(text, self.host)
        tree = Tree(self.host, self._links)
        tree.build(rest.text)
        self._places = tree.places
        self._regions = rest.regions
        self.is_mixed = bool(rest.regions) or (
            self.host.has_attribute_lists and _ATTRIBUTE_LIST.search(unescape(rest.text)) is not None
        )
        if rest.regions:
            self._definitions = "\n".join(_DEFINITION.findall(rest.text))
        self.roots = [tree.root, *tree.footnotes.values()]
        for number, label in enumerate(tree.footnotes, 1):
            self.host.define_footnote(label, _FOOTNOTE.format(number))

    def waiting(self, block: str) -> Element | None:
        """The element that a block stands for: the page for the first block of all, a footnote for its sign."""
        if not self.is_placed:
            return self.roots[0]
        match = _IS_FOOTNOTE.match(block)
        return self.roots[int(match[1])] if match and int(match[1]) < len(self.roots) else None

    def regions(self) -> list[tuple[Element, str]]:
        """The parts for the site's own Markdown: first the link definitions, then the regions."""
        found = [(place, self._regions[number]) for number, place in self._places.items()]
        return [(Element("div"), self._definitions), *found] if found else []

    @property
    def places(self) -> list[Element]:
        """The elements that hold the regions."""
        return list(self._places.values())

    def preformatted(self, text: str) -> Element:
        """A `div` with a text as it is."""
        root = Element("div")
        # Stashed, so no highlighter looks at it.
        SubElement(root, "p").text = self.host.md.htmlStash.store(f"<pre><code>{code_escape(text)}</code></pre>")
        return root
