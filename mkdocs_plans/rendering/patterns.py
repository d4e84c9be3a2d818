"""The inline patterns of the site's extensions, without those for what GitHub reads as well."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, Registry

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.inlinepatterns import Pattern

# The names under which Python-Markdown and the extensions that replace its patterns read CommonMark, strikethrough,
# bare line breaks and escapes.
_GITHUB = frozenset(
    (
        "backtick",
        "escape",
        "reference",
        "link",
        "image_link",
        "image_reference",
        "short_reference",
        "short_image_ref",
        "autolink",
        "automail",
        "linebreak",
        "html",
        "entity",
        "not_strong",
        "em_strong",
        "em_strong2",
        "strong_em",
        "strong",
        "emphasis",
        "strong2",
        "emphasis2",
        "sub_del",
        "del",
        "sub",
        "nl",
        "hardbreak",
    )
)
_GITHUB_DELIMITERS = "*_~"
_PHRASES = frozenset(("a", "br", "code", "del", "em", "img", "strong"))
_CHILD = f"{STX}plans-child:{{}}{ETX}"


class Patterns:
    """The patterns of one Python-Markdown instance that are the site's own."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._patterns = list(_site_patterns(md))

    def read(self, root: Element) -> None:
        """Apply only these patterns to the text below an element."""
        if not self._patterns:
            return
        children = _Children(self._md)
        children.fold(root)
        registry: Registry[Any] = Registry()
        for index, pattern in enumerate([children, *self._patterns]):
            registry.register(pattern, str(index), -index)
        # The instance itself, because patterns use its stash.
        inline: Any = self._md.treeprocessors["inline"]
        everything, inline.inlinePatterns = inline.inlinePatterns, registry
        try:
            inline.run(root)
        finally:
            inline.inlinePatterns = everything


def colours_code(md: Markdown) -> bool:
    """Whether the site reads `#!python` at the beginning of a code span."""
    return type(md.inlinePatterns["backtick"]).__module__ == "pymdownx.inlinehilite"


class _Children(InlineProcessor):
    """Replaces elements in text by signs, so a pattern such as `[`name`][target]` can span them."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_CHILD.format("([0-9]+)"), md)
        self._elements: list[Element] = []

    def fold(self, root: Element) -> None:
        """Put signs into the text of every block, for the phrases that it begins with.

        Not into that of the root, which the patterns do not read: there are only images out of raw HTML.
        """
        for element in list(root.iter()):
            if element is not root and element.tag not in _PHRASES:
                self._fold_one(element)

    def _fold_one(self, element: Element) -> None:
        pieces = [element.text or ""]
        for child in element:
            if child.tag not in _PHRASES:
                break
            pieces += (_CHILD.format(len(self._elements)), child.tail or "")
            child.tail = None
            self._elements.append(child)
        count = len(pieces) // 2
        if count:
            del element[:count]
            element.text = "".join(pieces)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name; its base class is looser
        self,
        match: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        """The element that a sign replaces."""
        return self._elements[int(match[1])], match.start(), match.end()


def _site_patterns(md: Markdown) -> Iterator[Pattern]:
    registered = md.inlinePatterns
    names = _GITHUB - {"backtick"} if colours_code(md) else _GITHUB
    github = {id(registered[name]) for name in names if name in registered}
    for pattern in registered:
        if id(pattern) in github or _is_idle(pattern):
            continue
        if hasattr(pattern, "delimiters"):
            if other := _other_delimiters(pattern):
                yield other
        else:
            yield pattern


def _is_idle(pattern: Any) -> bool:  # noqa: ANN401 - whatever an extension has registered
    """Footnotes on a page that has none; this pattern is there on every page."""
    footnotes = getattr(pattern, "footnotes", None)
    return footnotes is not None and not footnotes.footnotes


def _other_delimiters(pattern: Any) -> Any:  # noqa: ANN401 - one class in Python-Markdown, one in pymdownx
    """A reader of `^^` or `==` that shares its processor with those of GitHub's delimiters, without these."""
    if all(token in _GITHUB_DELIMITERS for token in pattern.delimiters):
        return None
    other = copy.copy(pattern)
    other.tokens = list(pattern.tokens)
    other.delimiters = dict(pattern.delimiters)
    for token in _GITHUB_DELIMITERS:
        other.remove(token)
    return other
