"""Markers: `<!-- plans:board {stage: [active]} -->` in any page of the site stands for a view.

They are found in the finished HTML, where code shows them as text, so they also work in lists, tabs and tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.model import Defect
from mkdocs_plans.parser import Lines, events
from mkdocs_plans.views.selection import Options, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mkdocs_plans.settings import Settings

_NARROW = ("stage", "status", "owner", "tag", "path", "where")
# The views, each with the options that its marker may have.
VIEWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "index": (*_NARROW, "group", "sort", "columns", "limit", "compact"),
        "board": (*_NARROW, "group", "sort", "columns", "limit", "compact"),
        "graph": (*_NARROW, "edges"),
        "specs": ("stage", "status", "tag", "path", "where", "limit"),
        "register": (*_NARROW, "section", "due", "sort", "columns", "limit"),
    }
)
# How many views a page shows: each may have all plans, and a plan may have thousands of markers.
MOST = 100
# The limit keeps the search linear on a page full of comments that never end.
_MARKER = re.compile(r"<!--\s{0,20}plans:([a-z-]{1,30})((?:(?!-->).){0,2000})-->", re.DOTALL)
_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>((?:(?!</?p[ >]).)*)</p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker: the view that it asks for, its options, and its mistake, if any."""

    view: str
    options: Options = field(default_factory=Options)
    mistake: str | None = None
    line: int = 0


def has_marker(text: str) -> bool:
    """Whether there may be a marker in a text; cheap."""
    return "plans:" in text and _MARKER.search(text) is not None


def in_source(markdown: str, settings: Settings) -> Iterator[Marker]:
    """The markers of a page's Markdown with their lines, those in code left out."""
    lines, numbers = Lines(markdown.encode()), count(1)
    for event, start, _ in events(markdown):
        html = (event.get("Html") or event.get("InlineHtml")) if isinstance(event, dict) else None
        for match in _MARKER.finditer(html or ""):
            marker = _marker(match, settings, next(numbers))
            yield Marker(marker.view, marker.options, marker.mistake, lines.at(start))


def mistakes(markdown: str, settings: Settings) -> Iterator[Defect]:
    """What is wrong with the markers of a page, at the lines of its source."""
    for marker in in_source(markdown, settings):
        if marker.mistake:
            yield Defect("marker-invalid", marker.line, marker.mistake, marker.view)


def replace(html: str, settings: Settings, render: Callable[[Marker], str]) -> str:
    """The page with every marker replaced by its view; a view goes after the paragraph that holds its marker."""
    numbers = count(1)
    return _MARKER.sub(lambda match: render(_marker(match, settings, next(numbers))), _PARAGRAPH.sub(_behind, html))


def _behind(paragraph: re.Match[str]) -> str:
    """The paragraph, then its markers: views are blocks, which a paragraph cannot hold."""
    found = [marker[0] for marker in _MARKER.finditer(paragraph[1])]
    if not found:
        return paragraph[0]
    text = _MARKER.sub("", paragraph[0])
    return "".join((text if _MARKER.sub("", paragraph[1]).strip() else "", *found))


def _marker(match: re.Match[str], settings: Settings, number: int) -> Marker:
    """The nth marker of a page."""
    view, written = match[1], match[2].strip()
    if number > MOST:
        return Marker(view, mistake=f"a page shows at most {MOST} views; put the others on another page")
    if view not in VIEWS:
        return Marker(view, mistake=f'there is no view "{view}"; the views are {", ".join(VIEWS)}')
    try:
        return Marker(view, parse(written, settings, VIEWS[view]))
    except ValueError as error:
        return Marker(view, mistake=str(error))
