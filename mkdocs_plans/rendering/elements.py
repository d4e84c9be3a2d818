"""Elements of a tree, and moving content between them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Replaceable(Element):
    """An element that keeps its tail: highlighters clear what they replace, including the text after it."""

    def clear(self) -> None:
        """Remove everything but the text after the element."""
        tail = self.tail
        super().clear()
        self.tail = tail


def move_content(source: Element, target: Element) -> Element:
    """Leave an element empty, and give its text and children to another, which is empty; returns the other."""
    target.text, source.text = source.text, None
    target[:] = list(source)
    source[:] = []
    return target


def unwrap(root: Element, wrappers: Iterable[Element]) -> None:
    """Replace elements by their content; a wrapper that is not in the tree is ignored."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for wrapper in wrappers:
        if (parent := parents.get(wrapper)) is None:
            continue
        at = list(parent).index(wrapper)
        children = list(wrapper)
        parent[at : at + 1] = children
        _insert_text(parent, at + len(children), wrapper.tail)
        _insert_text(parent, at, wrapper.text)
        parents.update(dict.fromkeys(children, parent))


def append_text(element: Element, text: str) -> None:
    """Put text at the end of an element."""
    _insert_text(element, len(element), text)


def _insert_text(parent: Element, at: int, text: str | None) -> None:
    """Put text behind the child before a position, and before what stood there."""
    if not text:
        return
    if at:
        before = parent[at - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
