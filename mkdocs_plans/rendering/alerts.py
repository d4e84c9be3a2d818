"""GitHub's alerts, in the markup that every MkDocs theme styles as an admonition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Callable

# https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
_MARK = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|\Z)", re.IGNORECASE)
# Themes have no colours for these two.
_CLASSES = {"important": "important info", "caution": "caution danger"}


def become_alert(quote: Element, title: Callable[[str], str] = str) -> None:
    """Turn a block quote that begins with `[!NOTE]` and has text into an admonition; leave others unchanged."""
    first = quote[0] if len(quote) else None
    if first is None or first.tag != "p" or not (match := _MARK.match(first.text or "")):
        return
    rest = (first.text or "")[match.end() :]
    if not match[0].endswith("\n") and len(first):
        # Only a line break may follow on the line. Anything else makes it a plain quote.
        if first[0].tag != "br":
            return
        rest = (first[0].tail or "").lstrip("\n")
        first.remove(first[0])
    if not rest and not len(first) and len(quote) == 1:
        return
    kind = match[1].lower()
    quote.tag = "div"
    quote.set("class", f"admonition {_CLASSES.get(kind, kind)}")
    first.text = rest
    if not rest and not len(first):
        quote.remove(first)
    heading = Element("p", {"class": "admonition-title"})
    heading.text = title(kind.capitalize())
    quote.insert(0, heading)
