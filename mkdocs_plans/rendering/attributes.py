"""The attributes of raw HTML in a plan: those that neither run nor steer anything."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mkdocs_plans.rendering.anchors import IDS_OF_THEMES
from mkdocs_plans.rendering.links import is_dangerous

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANK = r"[\t\n\f\r ]"
_ATTRIBUTE = re.compile(
    rf"([A-Za-z_:][\w.:-]*+)(?:{BLANK}*+={BLANK}*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+", re.ASCII
)
_PROSE = frozenset(("alt", "title"))

# Scripts find their elements by such attributes. GitHub keeps no `data-`; on a whole page, extensions write some.
_UNWANTED = ("on", "style", "data-")
_UNWANTED_ON_PAGES = ("on", "data-md-")
# Our own, see `anchors`.
_OWN = ("data-plans", '"anchor"')


def kept(text: str) -> str:
    """The attributes of a tag in a plan, as they may stand in its page."""
    return _joined(read(text))


def kept_on_page(text: str) -> str:
    """The attributes of a tag on a whole page, which extensions may have written."""
    return _joined(_harmless(text, _UNWANTED_ON_PAGES))


def read(text: str) -> Iterator[tuple[str, str]]:
    """Names and values of those that may stand in a page, the values with their quotes."""
    return _harmless(text, _UNWANTED)


def _joined(pairs: Iterator[tuple[str, str]]) -> str:
    return "".join(f" {name}={value}" if value else f" {name}" for name, value in pairs)


def _harmless(text: str, unwanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Names and values; without what would run or steer something, or begins with an unwanted word.

    No value has a bracket: whoever looks for a tag or a comment in the page must not find one in here.
    """
    for name, value in _ATTRIBUTE.findall(text):
        known, said = name.lower(), html.unescape(value).strip("\"'")
        if known.startswith(unwanted) or (known == "id" and said in IDS_OF_THEMES):
            continue
        if known == "data-plans" and (name, value) != _OWN:
            continue
        if known in _PROSE or not is_dangerous(said):
            yield name, value.replace("<", "&lt;").replace(">", "&gt;")
