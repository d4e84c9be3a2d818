"""The content of a paragraph, a heading or a cell: text, links, images, code spans, raw tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.util import ETX, STX, AtomicString, code_escape

from mkdocs_plans.linking import is_relative
from mkdocs_plans.reading.mentions import ID
from mkdocs_plans.rendering import markup
from mkdocs_plans.rendering.autolinks import autolinks
from mkdocs_plans.rendering.dialect import FORMULA
from mkdocs_plans.rendering.links import is_dangerous

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plans.rendering.canvas import Canvas
    from mkdocs_plans.rendering.host import Host
    from mkdocs_plans.rendering.links import Links

# What Python-Markdown's serializer takes for an entity and does not escape; the parser has decoded those of the plan.
_LOOKS_LIKE_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
# `{id}` is text to GitHub; `{: .class }`, `{ #id }` and `{ key=value }` are attribute lists of the site.
_NO_ATTRIBUTE_LIST = re.compile(r"\{(?! *(?::|[#.][\w-]|[\w-]+=))")
_NO_ATTRIBUTE_LIST_OR_FORMULA = re.compile(rf"{FORMULA.pattern}|{_NO_ATTRIBUTE_LIST.pattern}")
_BLANKS = (b" ", b"\t")
_BACKSLASH = ord("\\")


class Inline:
    """Writes inline events onto a canvas.

    Attributes:
        references: The labels of the footnotes that the text refers to, in order.
    """

    def __init__(self, canvas: Canvas, host: Host, links: Links) -> None:
        self.references: dict[str, None] = {}
        self._canvas = canvas
        self._host = host
        self._known = links
        self._run: list[str] = []
        self._links = 0
        self._images: list[dict[str, str]] = []
        self._alt: list[str] = []
        self._last_end = -1
        self._marks: dict[str, Callable[[Any], None]] = {
            "Code": self._code,
            "InlineHtml": self.html,
            "FootnoteReference": self._footnote,
        }

    def take(self, kind: str, value: Any, raw: bytes, start: int, end: int) -> None:  # noqa: ANN401 - see parser.Event
        """Write an event that neither begins nor ends anything; `raw` is the text that start and end count in."""
        if self._images:
            if kind in ("Text", "Code"):
                self._alt.append(value)
        elif kind == "TaskListMarker":
            self._task(raw[start:end].decode(), is_task=raw[end : end + 1] in _BLANKS)
        elif kind != "Text":
            self._marks[kind](value)
        elif start > 0 and self._last_end != start and raw[start - 1] == _BACKSLASH:
            # An escaped character means itself to the site's patterns, too.
            self._run += (_escaped(value[0]), value[1:])
        else:
            self._run.append(value)
        self._last_end = end

    def line_break(self, *, hard: bool) -> None:
        """End a line of the source."""
        if self._images:
            self._alt.append(" ")
            return
        if hard:
            self.settle()
            self._canvas.add("br")
        self._run.append("\n")

    def settle(self) -> None:
        """Write the collected text, with the bare addresses in it as links."""
        if not self._run:
            return
        text, at = "".join(self._run), 0
        self._run.clear()
        for start, end, destination in () if self._links else self._addresses(text):
            self._write(text[at:start])
            self._canvas.open("a", {"href": _attribute(destination)})
            self._write(text[start:end])
            self._canvas.close()
            at = end
        self._write(text[at:])

    def _addresses(self, text: str) -> list[tuple[int, int, str]]:
        """The bare addresses in a text and, except in headings, ids that the site knows: start, end, destination."""
        found = list(autolinks(text))
        if "-" in text and self._canvas.takes_links:
            known = [(match.start(), match.end(), self._known.identify(match[0])) for match in ID.finditer(text)]
            found += [(start, end, page) for start, end, page in known if page and not _within(start, found)]
        return sorted(found)

    def start(self, tag: str) -> None:
        """Begin emphasis of some kind."""
        if not self._images:
            self.settle()
            self._canvas.open(tag)

    def end(self) -> None:
        """End emphasis of some kind."""
        if not self._images:
            self.settle()
            self._canvas.close()

    def start_link(self, link: dict[str, str]) -> None:
        """Begin a link; one that leads nowhere becomes plain text."""
        if self._images:
            return
        self.settle()
        self._links += 1
        destination = link["dest_url"]
        if link["link_type"] == "Email":
            destination = f"mailto:{destination}"
        if (href := self._destination(destination)) is None:
            self._canvas.open_nothing()
        else:
            self._canvas.open("a", _attributes(href=href, title=link["title"]))

    def end_link(self) -> None:
        """End a link."""
        self.end()
        if not self._images:
            self._links -= 1

    def start_image(self, image: dict[str, str]) -> None:
        """Begin an image; what follows is its description."""
        self.settle()
        self._images.append({"src": image["dest_url"], "title": image["title"]})

    def end_image(self) -> None:
        """End an image; one inside the description of another is part of it."""
        image = self._images.pop()
        if not self._images:
            self._image({"alt": "".join(self._alt), **image})
            self._alt.clear()

    def html(self, fragment: str) -> None:
        """Write raw HTML; its images are images of the page like any other."""
        self.settle()
        for piece in self._canvas.markup.clean(fragment):
            if isinstance(piece, str):
                self._canvas.write_html(piece)
            else:
                self._image(piece)

    def _image(self, image: dict[str, str]) -> None:
        src = self._destination(image["src"])
        if src is None:
            # As raw HTML, where MkDocs does not look for it: the browser shows the description, as on GitHub.
            source = "" if is_dangerous(image["src"]) else image["src"]
            self._canvas.write_html(markup.tag("img", {**image, "src": source}))
        else:
            self._canvas.add("img", _attributes(**{**image, "src": src}))

    def _destination(self, url: str) -> str | None:
        if is_dangerous(url):
            return None
        found = self._known.resolve(url) if is_relative(url) else url
        return found if found is None else found.replace(" ", "%20")

    def _code(self, text: str) -> None:
        if self._host.colours_code_spans and text.startswith(("#!", ":::")) and "`" not in text:
            self._run.append(f"`{text}`")
            return
        self.settle()
        self._canvas.add("code").text = AtomicString(code_escape(text))

    def _task(self, box: str, *, is_task: bool) -> None:
        if not is_task:
            # On GitHub, brackets at the end of a line are not a box.
            self._run.append(_escaped(box[0]) + box[1:])
        elif self._canvas.innermost.tag in ("li", "p"):
            # The treeprocessor of pymdownx.tasklist makes a box of it, as the site has configured.
            self._run.append(f"{box} ")
        else:
            ticked = " checked" if box[1] in "xX" else ""
            self._run.append(self._host.stash(f'<input type="checkbox" disabled{ticked}> '))

    def _footnote(self, label: str) -> None:
        self.references[label.lower()] = None
        self._run.append(f"[^{label.lower()}]")

    def _write(self, text: str) -> None:
        if "&" in text:
            text = _LOOKS_LIKE_ENTITY.sub("&amp;", text)
        if "{" in text and self._host.has_attribute_lists:
            braces = _NO_ATTRIBUTE_LIST_OR_FORMULA if self._host.has_formulas else _NO_ATTRIBUTE_LIST
            text = braces.sub(lambda match: _escaped("{") if match[0] == "{" else match[0], text)
        self._canvas.write(text)


def _within(at: int, spans: list[tuple[int, int, str]]) -> bool:
    return any(start <= at < end for start, end, _ in spans)


def _escaped(character: str) -> str:
    """A character as Python-Markdown keeps one that was behind a backslash."""
    return f"{STX}{ord(character)}{ETX}"


def _attribute(value: str) -> str:
    return _LOOKS_LIKE_ENTITY.sub("&amp;", value)


def _attributes(**values: str) -> dict[str, str]:
    """Attributes of an element; an empty one is left out, but not the description of an image."""
    return {name: _attribute(value) for name, value in values.items() if value or name in ("alt", "href", "src")}
