"""The steps of Python-Markdown at which a plan's page is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.blockprocessors import BlockProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_plans.rendering import anchors
from mkdocs_plans.rendering.elements import NO_BREAK_SPACE, append_text, move_content, unwrap
from mkdocs_plans.rendering.markup import harmless

if TYPE_CHECKING:
    from mkdocs_plans.rendering.page import Page


class Read(Preprocessor):
    """Reads the page. Its output only lets MkDocs see the anchors in raw HTML."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return a first line, for `Place`, and the anchors."""
        self._page.read("\n".join(lines))
        return ["page", "", *self._page.host.anchors]


class Place(BlockProcessor):
    """Puts the page and its footnotes where Python-Markdown expects them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md.parser)
        self._page = page

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        """Whether a block stands for something of ours."""
        return self._page.waiting(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put it into the tree; all other blocks have been handled."""
        page = self._page
        root = page.waiting(blocks[0])
        if root is None:
            return
        parent.append(root)
        blocks.clear()
        if not page.is_placed:
            page.is_placed = True
            for place, text in page.regions():
                self._read_region(place, text)

    def _read_region(self, place: Element, text: str) -> None:
        """Let the site's Markdown read a region; one that is nested too deep is shown as text."""
        depth = len(self.parser.state)
        try:
            self._parse(place, text)
        except RecursionError:
            del self.parser.state[depth:]
            place.clear()
            place.append(self._page.preformatted(text))

    def _parse(self, place: Element, text: str) -> None:
        self.parser.parseChunk(place, self._page.host.preprocess(text, after=Read))


class BeforeInline(Treeprocessor):
    """Applies the site's inline patterns to GitHub's text, then hides it from patterns that would read it again."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md)
        self._page = page

    def run(self, root: Element) -> None:  # noqa: ARG002 - Python-Markdown's signature
        """Leave only the regions of the site's own Markdown in the page, which all patterns must read."""
        page = self._page
        regions = [move_content(place, Element("div")) for place in page.places]
        for part in page.roots:
            page.host.read_inline(part)
        page.hidden = [move_content(part, Element("div")) for part in page.roots]
        page.roots[0].extend(regions)


class AfterInline(Treeprocessor):
    """Puts GitHub's text and the regions together again, as the content of the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md)
        self._page = page

    def run(self, root: Element) -> None:
        """Undo `BeforeInline`, and remove our wrappers from the tree."""
        page = self._page
        for region, place in zip(list(page.roots[0]), page.places, strict=True):
            move_content(region, place)
        for content, part in zip(page.hidden, page.roots, strict=True):
            move_content(content, part)
        _join_back_links(root, page.roots[1:])
        unwrap(root, [*page.places, *page.roots])


class BeforeContents(Treeprocessor):
    """Notes the titles of the headings before the table of contents puts its links into them.

    It also repairs attributes without a value, from attribute lists such as `{: id href }`: the table of contents, or
    MkDocs when it checks links, would fail the build.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md)
        self._page = page

    def run(self, root: Element) -> None:
        """See the class."""
        for element in root.iter():
            for name in ("id", "data-toc-label"):
                if element.get(name, "") is None:
                    del element.attrib[name]
            if element.get("id") in anchors.IDS_OF_THEMES:
                del element.attrib["id"]
            for name in ("href", "src"):
                if element.get(name, "") is None:
                    element.set(name, "")
        self._page.titles = [(heading, anchors.title(heading)) for heading in anchors.headings(root)]
        # So the table of contents gives this id to no heading.
        root.set("id", "__config")


class AfterContents(Treeprocessor):
    """Gives headings the anchors that they have on GitHub."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md)
        self._page = page

    def run(self, root: Element) -> None:
        """See the class."""
        root.attrib.pop("id", None)
        taken = {name for element in root.iter() if (name := element.get("id"))}
        anchors.add_anchors(self._page.titles, taken | anchors.IDS_OF_THEMES)


class Harmless(Postprocessor):
    """Makes sure, as the last step, that nothing on the page runs; what only GitHub reads is harmless already."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.host.md)
        self._page = page

    def run(self, text: str) -> str:
        """See the class."""
        return harmless(text) if self._page.is_mixed else text


def _join_back_links(root: Element, footnotes: list[Element]) -> None:
    """Put the links back to the text where the footnotes extension would: at the end of the last paragraph."""
    parents = {child: item for item in root.iter("li") for child in item} if footnotes else {}
    for footnote in footnotes:
        item = parents.get(footnote)
        if item is not None and len(footnote) and footnote[-1].tag == "p" and item[-1].tag == "p":
            link = item[-1]
            item.remove(link)
            append_text(footnote[-1], NO_BREAK_SPACE)
            footnote[-1].extend(link)
