"""The anchors that GitHub gives to headings, in addition to those of the site's own table of contents."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# By these, scripts of themes find their elements: one of a plan would come first, and Material would take its text for
# its own configuration.
IDS_OF_THEMES = frozenset(
    (
        *("__config", "__consent", "__settings"),
        *("mkdocs-search-query", "mkdocs-search-results", "mkdocs_search_modal", "mkdocs_keyboard_modal"),
    )
)
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
# https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/toc_filter.rb
_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def slugs(titles: Iterable[str]) -> Iterator[str]:
    """The anchors of headings with these titles, numbered as on GitHub if titles are equal."""
    seen: dict[str, int] = {}
    for title in titles:
        slug = _NOT_IN_SLUG.sub("", title.strip().lower()).replace(" ", "-")
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        yield f"{slug}-{count}" if count else slug


def headings(root: Element) -> list[Element]:
    """The headings of a page, in order."""
    return [element for element in root.iter() if element.tag in _HEADINGS]


def title(heading: Element) -> str:
    """The text of a heading, without what Python-Markdown has stashed, such as raw tags."""
    text = HTML_PLACEHOLDER_RE.sub("", "".join(heading.itertext()))
    return html.unescape(_ESCAPED.sub(lambda match: chr(int(match[1])), text))


def add_anchors(titled: Iterable[tuple[Element, str]], taken: set[str]) -> None:
    """Add GitHub's anchor to every heading that has a different one; `taken` are the identifiers of the page."""
    titled = list(titled)
    for (heading, _), slug in zip(titled, slugs(title for _, title in titled), strict=True):
        if slug and slug not in taken:
            taken.add(slug)
            # Not `a`: MkDocs looks for the `href` of each.
            anchor = Element("span", {"id": slug, "data-plans": "anchor"})
            anchor.tail, heading.text = heading.text, None
            heading.insert(0, anchor)
