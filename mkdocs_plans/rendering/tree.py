"""GitHub's reading of a plan, as the tree that Python-Markdown continues with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_plans.rendering import alerts, regions
from mkdocs_plans.rendering.canvas import Canvas
from mkdocs_plans.rendering.dialect import Source
from mkdocs_plans.rendering.inline import Inline

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from mkdocs_plans.rendering.host import Host
    from mkdocs_plans.rendering.links import Links

_BOX = re.compile(rb"\[[ xX]\][ \t]")
_INLINE = {"Strong": "strong", "Emphasis": "em", "Strikethrough": "del"}
_BLOCKS = {"Paragraph": "p", "Item": "li", "BlockQuote": "blockquote"}


class Tree:
    """The tree of one page, built from the events of its text.

    Attributes:
        places: The element reserved for each region of the site's own Markdown, by number.
    """

    def __init__(self, host: Host, links: Links) -> None:
        self.places: dict[int, Element] = {}
        self._host = host
        self._canvas = Canvas(host.stash)
        self._inline = Inline(self._canvas, host, links)
        self._verbatim: list[str] | None = None
        self._info: str | None = None
        self._label = ""
        self._definitions: dict[str, Element] = {}
        self._alignments: tuple[str, ...] = ()
        self._column = 0
        self._row = 0
        self._starts: dict[str, Callable[[Any], None]] = {
            "Heading": lambda heading: self._canvas.open(heading["level"].lower()),
            "List": self._start_list,
            "CodeBlock": self._start_verbatim,
            "HtmlBlock": self._start_verbatim,
            "Link": self._inline.start_link,
            "Image": self._inline.start_image,
            "FootnoteDefinition": self._start_footnote,
            "Table": self._start_table,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
            "TableCell": self._start_cell,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "BlockQuote": self._end_quote,
            "CodeBlock": self._end_code,
            "HtmlBlock": self._end_html,
            "Link": self._inline.end_link,
            "Image": self._inline.end_image,
            "FootnoteDefinition": self._end_footnote,
            "Table": self._end_table,
            "TableHead": self._end_head,
        }

    @property
    def root(self) -> Element:
        """A `div` with the page."""
        return self._canvas.root

    @property
    def footnotes(self) -> dict[str, Element]:
        """The footnotes that are referred to, in the order of the first references, by their labels."""
        references = self._inline.references
        return {label: self._definitions[label] for label in references if label in self._definitions}

    def build(self, text: str) -> None:
        """Read a text into the tree."""
        source = Source(text, has_formulas=self._host.has_formulas)
        raw = source.text.encode()
        for event, start, end in source.events():
            if type(event) is str:
                self._break(event)
                continue
            ((kind, value),) = event.items()
            if kind == "Start":
                if type(value) is dict and "Table" in value and (box := _BOX.match(raw, start - 4, start)):
                    # The parser does not report a box before a table.
                    self._inline.take("TaskListMarker", box[0], raw, box.start(), start - 1)
                self._start(value)
            elif kind == "End":
                self._end(value if type(value) is str else next(iter(value)))
            elif self._verbatim is not None:
                self._verbatim.append(value)
            else:
                self._inline.take(kind, value, raw, start, end)
        self._canvas.finish()

    def _break(self, event: str) -> None:
        if event == "Rule":
            self._inline.settle()
            self._canvas.add("hr")
        else:
            self._inline.line_break(hard=event == "HardBreak")

    def _start(self, tag: Any) -> None:  # noqa: ANN401 - see parser.Event
        name, value = (tag, None) if type(tag) is str else next(iter(tag.items()))
        if name in _INLINE:
            self._inline.start(_INLINE[name])
            return
        # In a tight list, text comes directly before the next block.
        self._inline.settle()
        if name in _BLOCKS:
            self._canvas.open(_BLOCKS[name])
        else:
            self._starts[name](value)

    def _end(self, name: str) -> None:
        if name in _INLINE:
            self._inline.end()
            return
        self._inline.settle()
        if name in self._ends:
            self._ends[name]()
        else:
            self._canvas.close()

    def _start_list(self, first: int | None) -> None:
        attributes = {"start": str(first)} if first not in (None, 1) else {}
        self._canvas.open("ul" if first is None else "ol", attributes)

    def _end_quote(self) -> None:
        quote = self._canvas.close()
        if self._canvas.depth == 0:
            alerts.become_alert(quote)

    # Code and raw HTML

    def _start_verbatim(self, kind: Any) -> None:  # noqa: ANN401 - see parser.Event
        self._verbatim = []
        self._info = kind["Fenced"] if type(kind) is dict else None

    def _verbatim_text(self) -> str:
        text = "".join(self._verbatim or ())
        self._verbatim = None
        return text

    def _end_code(self) -> None:
        code = self._host.code(self._info, self._verbatim_text())
        if isinstance(code, str):
            # The way in which Python-Markdown itself puts stashed blocks into the tree; it takes the `p` off again.
            self._canvas.add("p").text = code
        else:
            self._canvas.append(code)

    def _end_html(self) -> None:
        html = self._verbatim_text()
        number = regions.place(html)
        if number is None:
            self._inline.html(html)
        else:
            self.places[number] = self._canvas.add("div")

    # Footnotes

    def _start_footnote(self, label: str) -> None:
        self._label = label.lower()
        self._canvas.open_apart()

    def _end_footnote(self) -> None:
        self._definitions.setdefault(self._label, self._canvas.close())

    # Tables

    def _start_table(self, alignments: tuple[str, ...]) -> None:
        self._alignments = alignments
        self._row = 0
        self._canvas.open("table")
        self._canvas.open("thead")

    def _start_row(self, _: None) -> None:
        self._column = 0
        if self._row == 1:
            self._canvas.open("tbody")
        self._canvas.open("tr")
        self._row += 1

    def _start_cell(self, _: None) -> None:
        alignment = self._alignments[self._column].lower() if self._column < len(self._alignments) else "none"
        self._column += 1
        attributes = self._host.alignment(alignment) if alignment != "none" else {}
        self._canvas.open("th" if self._row == 1 else "td", attributes)

    def _end_head(self) -> None:
        self._canvas.close()
        self._canvas.close()

    def _end_table(self) -> None:
        if self._row > 1:
            self._canvas.close()
        self._canvas.close()
