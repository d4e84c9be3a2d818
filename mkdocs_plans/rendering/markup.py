"""Raw HTML in a plan: what GitHub lets through, in balance."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mkdocs_plans.rendering.links import is_dangerous

if TYPE_CHECKING:
    from collections.abc import Iterator

# https://github.github.com/gfm/#disallowed-raw-html-extension-
_SHOWN_AS_TEXT = frozenset(
    ("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext")
)
# https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb
_ALLOWED = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "tt",
        "ul",
        "var",
        "wbr",
    )
)
_VOID = frozenset(("br", "hr", "img", "source", "wbr"))

_OPENER = r"(?P<opener><(?=[A-Za-z/!?]))"
# As browsers read tags, which is more than CommonMark does: in an HTML block anything may stand. Possessive quantifiers
# give nothing back when a match fails.
_TAG = (
    r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
)
_TOKEN = re.compile(rf"(?P<comment><!--.*?-->)|{_TAG}|<[!?][^>]*+>|{_OPENER}", re.DOTALL)
_BARE_OPENER = re.compile(_OPENER)
_ATTRIBUTE = re.compile(r"([A-Za-z_:][\w.:-]*+)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+")

Piece = str | dict[str, str]


class Markup:
    """The raw tags of one page.

    A tag that is opened inside an element of the page is closed with it, and an end tag that ends nothing is left out,
    as a browser would do on a page of its own. So a plan cannot break the page around it.
    """

    def __init__(self) -> None:
        self._open: list[list[str]] = [[]]

    def enter(self) -> None:
        """An element of the page begins."""
        self._open.append([])

    def leave(self) -> str:
        """The innermost element ends: the end tags that are missing in it."""
        return "".join(f"</{name}>" for name in reversed(self._open.pop()))

    def clean(self, fragment: str) -> list[Piece]:
        """A piece of raw HTML as it may stand in the page: HTML, and images by their attributes, in turns."""
        # What cannot end is not searched for an end from every place where it might begin: that would be quadratic.
        open_comment = fragment.find("<!--", fragment.rfind("-->") + 1)
        if open_comment >= 0:
            fragment = fragment[:open_comment]
        last = fragment.rfind(">") + 1
        pieces: list[Piece] = []
        html_pieces: list[str] = []
        at = 0
        for match in _TOKEN.finditer(fragment, 0, last):
            html_pieces.append(fragment[at : match.start()])
            at = match.end()
            if image := _image(match):
                pieces += ["".join(html_pieces), image]
                html_pieces = []
            else:
                html_pieces.append(self._token(match))
        rest = "".join(html_pieces) + fragment[at:last] + _BARE_OPENER.sub("&lt;", fragment[last:])
        return [piece for piece in (*pieces, rest) if piece]

    def _token(self, match: re.Match[str]) -> str:
        if match["name"]:
            return self._tag(match)
        return "&lt;" if match["opener"] else match["comment"] or ""

    def _tag(self, match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name in _SHOWN_AS_TEXT:
            return html.escape(match[0], quote=False)
        if name not in _ALLOWED:
            return ""
        if match["end"]:
            return self._end(name)
        if name not in _VOID:
            self._open[-1].append(name)
        pairs = (f" {key}={value}" if value else f" {key}" for key, value in _attributes(match["attributes"]))
        return f"<{name}{''.join(pairs)}>"

    def _end(self, name: str) -> str:
        names = self._open[-1]
        if name not in names:
            return ""
        while names.pop() != name:
            pass
        return f"</{name}>"


def tag(name: str, attributes: dict[str, str]) -> str:
    """A start tag."""
    return f"<{name}" + "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items() if value) + ">"


def _image(match: re.Match[str]) -> dict[str, str] | None:
    """The attributes of an `<img>` tag that has a source."""
    if (match["name"] or "").lower() != "img":
        return None
    found = {name.lower(): html.unescape(value.strip("\"'")) for name, value in _attributes(match["attributes"])}
    return found if found.get("src") else None


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """Names and values, these as written; without what would run or style something."""
    for name, value in _ATTRIBUTE.findall(text):
        if not name.lower().startswith(("on", "style")) and not is_dangerous(html.unescape(value).strip("\"'")):
            yield name, value
