"""The parts of a plan that only the site's own Markdown can read: `!!!`, `???`, `===`, `///`, `: definition` and more.

GitHub reads them as paragraphs, indented code or raw HTML. They are cut out, and a comment marks their place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.complexity import too_complex_for_python_markdown
from mkdocs_plans.parser import Lines, events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.parser import Event
    from mkdocs_plans.rendering.host import Host

# No plan contains this control character: the extension removes it before.
_PLACE = "<!--\x02{}-->"
_IS_PLACE = re.compile(r"<!--\x02(\d+)-->")
_FENCED_BLOCK = re.compile(r"^(/{3,}) *\S", re.MULTILINE)
_MARKDOWN_TAG = re.compile(r"<([a-z][a-z0-9]*)\b[^<>]*\smarkdown(?:=|\s|>)", re.IGNORECASE)
_TAB = 4


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of the site's own Markdown, from `first` up to `end`, indented by `indent` columns."""

    first: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without the regions of the site's own Markdown, and the regions, without their indentation."""

    text: str
    regions: tuple[str, ...] = ()


def cut(text: str, host: Host) -> Cut:
    """Cut the parts that an extension of the site claims out of a text; without such extensions this costs nothing."""
    if not host.claims and not host.has_markdown_in_html:
        return Cut(text)
    search = _Search(text, host)
    joined = _joined(search.regions(), search.lines)
    found = [
        region for region in joined if not too_complex_for_python_markdown(search.lines[region.first : region.end])
    ]
    if not found:
        return Cut(text)
    kept, at = [], 0
    for number, region in enumerate(found):
        kept += [*search.lines[at : region.first], " " * region.indent + _PLACE.format(number)]
        at = region.end
    kept += search.lines[at:]
    return Cut("\n".join(kept), tuple(search.text(region) for region in found))


def place(html: str) -> int | None:
    """The number of the region that a comment marks."""
    match = _IS_PLACE.match(html.lstrip())
    return int(match[1]) if match else None


class _Search:
    """One walk over a text in search of regions."""

    def __init__(self, text: str, host: Host) -> None:
        self.lines = text.split("\n")
        self._raw = text.encode()
        self._index = Lines(self._raw)
        self._events = events(text)
        self._host = host
        self._quotes = 0
        self._done = 0
        self._last_paragraph: Region | None = None

    def text(self, region: Region) -> str:
        """The lines of a region, without their indentation."""
        return "\n".join(_outdented(line, region.indent) for line in self.lines[region.first : region.end])

    def regions(self) -> Iterator[Region]:
        """The regions in their order. Inside block quotes there are none."""
        for event, start, end in self._events:
            if type(event) is not dict:
                continue
            self._count_quotes(event)
            tag = event.get("Start")
            if tag in ("Paragraph", "HtmlBlock") and not self._quotes and (block := self._block(start, end)):
                if region := self._claimed(block, is_html=tag == "HtmlBlock"):
                    self._done = region.end
                    yield region
                self._last_paragraph = block if tag == "Paragraph" else None

    def _count_quotes(self, event: Event) -> None:
        for key, step in (("Start", 1), ("End", -1)):
            tag = event.get(key)
            if type(tag) is dict and "BlockQuote" in tag:
                self._quotes += step

    def _block(self, start: int, end: int) -> Region | None:
        """The lines of a block that begins a line of its own and is not in a region already."""
        first = self._index.at(start) - 1
        before = self._raw[self._index.starts[first] : start].decode(errors="replace")
        if first < self._done or before.strip():
            return None
        return Region(first, self._index.at(max(start, end - 1)), len(before.expandtabs(_TAB)))

    def _claimed(self, block: Region, *, is_html: bool) -> Region | None:
        text = self.text(block)
        if is_html:
            match = _MARKDOWN_TAG.match(text) if self._host.has_markdown_in_html else None
            return self._until_closed(block, match[1]) if match else None
        if not self._host.claims.cover(text):
            return None
        if match := _FENCED_BLOCK.search(text):
            return self._until_fence(block, match[1])
        return self._while_indented(self._with_terms(block, text))

    def _with_terms(self, block: Region, text: str) -> Region:
        """The terms of a definition may be a paragraph above it."""
        above = self._last_paragraph
        if not text.startswith(":") or above is None or above.indent != block.indent:
            return block
        is_next = not any(line.strip() for line in self.lines[above.end : block.first])
        return Region(above.first, block.end, block.indent) if is_next else block

    def _while_indented(self, block: Region) -> Region:
        """With the indented lines that follow."""
        end = at = block.end
        while at < len(self.lines):
            line = self.lines[at]
            if line.strip():
                if _indentation(line) < block.indent + _TAB:
                    break
                end = at + 1
            at += 1
        return Region(block.first, end, block.indent)

    def _until_fence(self, block: Region, fence: str) -> Region:
        """With all lines up to the one that closes the block."""
        for at in range(block.first + 1, len(self.lines)):
            if self.lines[at].strip() == fence:
                return Region(block.first, at + 1, block.indent)
        return Region(block.first, len(self.lines), block.indent)

    def _until_closed(self, block: Region, name: str) -> Region:
        """With all lines up to the end tag."""
        tags = re.compile(rf"<(/?){re.escape(name)}\b", re.IGNORECASE)
        depth = 0
        for at in range(block.first, len(self.lines)):
            depth += sum(-1 if end else 1 for end in tags.findall(self.lines[at]))
            if depth <= 0:
                return Region(block.first, max(at + 1, block.first + 1), block.indent)
        return Region(block.first, len(self.lines), block.indent)


def _joined(regions: Iterator[Region], lines: list[str]) -> list[Region]:
    """Regions with nothing between them as one, since the site's tabs and definitions belong together."""
    joined: list[Region] = []
    for region in regions:
        last = joined[-1] if joined else None
        if last and last.indent == region.indent and not any(line.strip() for line in lines[last.end : region.first]):
            joined[-1] = Region(min(last.first, region.first), region.end, region.indent)
        else:
            joined.append(region)
    return joined


def _indentation(line: str) -> int:
    return len(line.expandtabs(_TAB)) - len(line.expandtabs(_TAB).lstrip(" "))


def _outdented(line: str, columns: int) -> str:
    if not columns:
        return line
    line = line.expandtabs(_TAB)
    return line[min(columns, _indentation(line)) :]
