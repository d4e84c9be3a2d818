"""The tree that a page is written into: open elements, text, and balanced raw HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from mkdocs_plans.rendering.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

# Deeper elements are left out, but their content stays: treeprocessors recurse.
_DEEPEST = 100
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class Canvas:
    """Where the next element or text goes.

    Attributes:
        root: A `div` with the whole page.
        markup: The raw tags of the plan, which have to fit into the elements.
    """

    def __init__(self, stash: Callable[[str], str]) -> None:
        self.root = Element("div")
        self._stash = stash
        self.markup = Markup()
        self._stack = [self.root]
        self._pieces: list[str] = []

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack) - 1

    @property
    def innermost(self) -> Element:
        """The element that is open last."""
        return self._stack[-1]

    @property
    def takes_links(self) -> bool:
        """Whether a link that the author did not write may go here: not in a heading, not in a raw link."""
        return not self.markup.is_open("a") and not any(element.tag in _HEADINGS for element in self._stack)

    def open(self, tag: str, attributes: dict[str, str] | None = None) -> None:
        """Begin an element."""
        self._begin()
        parent = self._stack[-1]
        self._stack.append(parent if len(self._stack) > _DEEPEST else SubElement(parent, tag, attributes or {}))

    def open_nothing(self) -> None:
        """Begin something that is closed like an element but is none: its content goes into the element around it."""
        self._begin()
        self._stack.append(self._stack[-1])

    def open_apart(self) -> None:
        """Begin an element that is not in the page."""
        self._begin()
        self._stack.append(Element("div"))

    def close(self) -> Element:
        """End the innermost element."""
        self.write_html(self.markup.leave())
        self._flush()
        return self._stack.pop()

    def finish(self) -> None:
        """End the page."""
        self.write_html(self.markup.leave())
        self._flush()

    def add(self, tag: str, attributes: dict[str, str] | None = None) -> Element:
        """An element without elements in it."""
        self._flush()
        return SubElement(self._stack[-1], tag, attributes or {})

    def append(self, element: Element) -> None:
        """An element that is complete."""
        self._flush()
        self._stack[-1].append(element)

    def write(self, text: str) -> None:
        """Text, ready for the serializer."""
        self._pieces.append(text)

    def write_html(self, html: str) -> None:
        """HTML, past the serializer."""
        if html:
            self._pieces.append(self._stash(html))

    def _begin(self) -> None:
        self.write_html(self.markup.enter())
        self._flush()

    def _flush(self) -> None:
        """Put the collected text after the last child."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        parent = self._stack[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text
