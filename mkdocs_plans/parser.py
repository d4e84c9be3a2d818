"""The one room that knows the Markdown parser: pyromark, pulldown-cmark with byte ranges.

The rest of the project relies only on these shapes (`tests/test_parser.py` is the contract):

* `events(text)` yields `(event, start, end)` in the order of the document; `start` and `end` are byte offsets into
  `text.encode()`. An event is a string (`"SoftBreak"`, `"HardBreak"`, `"Rule"`) or a dict of one entry:
  `{"Start": tag}`, `{"End": tag}`, `{"Text": str}`, `{"Code": str}`, `{"Html": str}`, `{"InlineHtml": str}`,
  `{"TaskListMarker": bool}`, `{"FootnoteReference": str}`. A tag is a string (`"Paragraph"`, `"Item"`, `"Strong"`,
  `"Emphasis"`, `"Strikethrough"`, `"TableHead"`, `"TableRow"`, `"TableCell"`, `"HtmlBlock"`) or a dict of one entry
  (`{"Heading": …}`, `{"List": first number or None}`, `{"BlockQuote": …}`, `{"CodeBlock": …}`, `{"Table": …}`,
  `{"Link": …}`, `{"Image": …}`).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import pyromark

if TYPE_CHECKING:
    from collections.abc import Iterator

Event = Any  # a string or a dict of one entry, as listed above; `Any` spares every reader a cast

_GITHUB = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)
_LEVELS = {f"H{level}": level for level in range(1, 7)}


def events(text: str) -> Iterator[tuple[Event, int, int]]:
    """The parse of a text in GitHub's dialect; see the module for the shapes."""
    for event, span in _GITHUB.events_with_range(text):
        yield event, span["start"], span["end"]


def structure(text: str) -> list[tuple[str, Any, int, int]]:  # noqa: C901  (calls for headings and boxes take 2 % of the time of parsing)
    """The structure of a text, without the markup inside its lines: `(kind, value, start, end)`.

    The kinds are `"Heading"` (value: its level), `"CodeBlock"` (value: whether it is fenced), `"HtmlBlock"`, `"Table"`,
    `"Rule"`, `"Comment"` (inside a line), `"Link"` (value: its destination) and `"Box"` (value: whether it is ticked).
    The loop is here, in one piece, because most events are inline ones: to yield each costs as much as to parse it.
    """
    found: list[tuple[str, Any, int, int]] = []
    event: Event
    for event, span in _GITHUB.events_with_range(text):
        # By how often they come. A string is asked as well: none of the words is in the name of an event.
        if "Text" in event or "End" in event:
            continue
        if "Start" in event:
            tag = event["Start"]
            if type(tag) is str:
                if tag == "HtmlBlock":
                    found.append((tag, None, span["start"], span["end"]))
            elif "Heading" in tag:
                found.append(("Heading", _LEVELS[tag["Heading"]["level"]], span["start"], span["end"]))
            elif "List" not in tag and (block := _block(tag)):
                kind, value = block
                found.append((kind, value, span["start"], span["end"]))
        elif type(event) is str:
            if event == "Rule":
                found.append((event, None, span["start"], span["end"]))
        elif "Code" in event:
            continue
        elif "TaskListMarker" in event:
            found.append(("Box", event["TaskListMarker"], span["start"], span["end"]))
        elif "InlineHtml" in event and event["InlineHtml"].startswith("<!--"):
            found.append(("Comment", None, span["start"], span["end"]))
    return found


def _block(tag: Event) -> tuple[str, Any] | None:
    if "CodeBlock" in tag:
        return "CodeBlock", tag["CodeBlock"] != "Indented"
    if "Table" in tag:
        return "Table", None
    link = tag.get("Link") or tag.get("Image")
    if link is not None:
        return None if link["link_type"] == "Email" else ("Link", link["dest_url"])
    return None


class Lines:
    """Byte offsets of a text to its lines, counted from 1."""

    __slots__ = ("starts",)

    def __init__(self, raw: bytes) -> None:
        starts = [0]
        find = raw.find
        at = find(b"\n")
        while at >= 0:
            starts.append(at + 1)
            at = find(b"\n", at + 1)
        self.starts = starts

    def at(self, offset: int) -> int:
        """The line of a byte."""
        return bisect_right(self.starts, offset)
