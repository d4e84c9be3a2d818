"""Raw HTML in a plan: what GitHub allows, with balanced tags."""

from __future__ import annotations

import html
import re

from mkdocs_plans.rendering import attributes
from mkdocs_plans.rendering.attributes import BLANK

# https://github.github.com/gfm/#disallowed-raw-html-extension-
_SHOWN_AS_TEXT = frozenset(
    ("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext")
)
# https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb
_ALLOWED = frozenset((
    "a", "abbr", "b", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt",
    "ul", "var", "wbr",
))  # fmt: skip
_CELLS = frozenset(("caption", "td", "th"))
# Deeper tags are left out, but the text between them stays.
_DEEPEST = 100
# https://html.spec.whatwg.org/#void-elements
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
# A page already has one of each, and browsers ignore a second one.
_ONCE = frozenset(("html", "head", "body"))
_FOREIGN = frozenset(("svg", "math"))

# Elements that run or load something on any page, or change how a browser reads on. SVG is allowed, for the icons that
# extensions write, but not the elements that bring scripts into it.
_RUNS = _SHOWN_AS_TEXT | frozenset(
    (
        *("applet", "base", "embed", "form", "frame", "frameset", "link", "meta", "noscript", "object", "template"),
        *("animate", "animatemotion", "animatetransform", "foreignobject", "set"),
    )
)
# A `<` that is not a tag is text. It would begin one if the tag after it is left out: `<<x>img …>`.
_OPENER = r"(?P<opener><)"
# As browsers read tags, which is more than CommonMark does: in an HTML block anything may stand. Possessive quantifiers
# give nothing back when a match fails.
_TAG = (
    rf"<(?P<end>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*+)"
    rf"(?P<attributes>(?:[^>=]++|={BLANK}*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
)
# Browsers end a comment in more ways than Markdown does: https://html.spec.whatwg.org/#comment-end-bang-state
_COMMENT = r"(?P<comment><!--(?:-?>|.*?--!?>))"
_TOKEN = re.compile(rf"{_COMMENT}|{_TAG}|<[!?][^>]*+>|{_OPENER}", re.DOTALL)
_WHOLE_COMMENT = re.compile(r"<!--(?!-?>).*-->", re.DOTALL)
# How pymdownx.arithmatex passes a formula to MathJax.
_FORMULA = r"<script type=\"math/tex(?:; mode=display)?\">[^<]*+</script>"
_FORMULA_OR_TOKEN = re.compile(rf"(?P<formula>{_FORMULA})|{_TOKEN.pattern}", re.DOTALL)

Piece = str | dict[str, str]


class Markup:
    """The raw tags of one page.

    A tag opened inside an element of the page is closed with it, and an end tag that ends nothing is left out, as a
    browser would do on a separate page. So a plan cannot break the page around it.
    """

    def __init__(self) -> None:
        self._open: list[list[str]] = [[]]

    def is_open(self, name: str) -> bool:
        """Whether a raw tag is open here."""
        return any(name in names for names in self._open)

    def enter(self) -> str:
        """An element of the page begins: the end tags that stand before it.

        In a table but in no cell of it a browser would put the element in front of the table, and would end both where
        another table begins: https://html.spec.whatwg.org/#foster-parent
        """
        ended = self._end_of_table()
        self._open.append([])
        return ended

    def leave(self) -> str:
        """The innermost element ends: the end tags that are missing in it."""
        return "".join(f"</{name}>" for name in reversed(self._open.pop()))

    def clean(self, fragment: str) -> list[Piece]:
        """A piece of raw HTML as it may stand in the page: HTML, and images by their attributes, in turns."""
        # If there is no end, it is not searched from every possible beginning: that would be quadratic.
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
        rest = "".join(html_pieces) + fragment[at:last] + _text(fragment[last:])
        return [piece for piece in (*pieces, rest) if piece]

    def _token(self, match: re.Match[str]) -> str:
        if match["name"]:
            return self._tag(match)
        return _no_tag(match)

    def _tag(self, match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name in _SHOWN_AS_TEXT:
            return html.escape(match[0], quote=False)
        if name not in _ALLOWED:
            return ""
        if match["end"]:
            return self._end(name)
        if len(self._open[-1]) >= _DEEPEST:
            return ""
        before = self._begin(name)
        return f"{before}<{name}{attributes.kept(match['attributes'])}>"

    def keep(self, match: re.Match[str]) -> str:
        """A token of a whole page, without anything that would run, and with the missing end tags before it."""
        html_of_token = _harmless(match)
        name = (match["name"] or "").lower()
        if match["formula"] or not name or name in _RUNS:
            return html_of_token
        if match["end"]:
            return self._end(name)
        if name in _ONCE:
            return ""
        # In SVG a slash ends an element, but those of HTML do not stay in it:
        # https://html.spec.whatwg.org/#parsing-main-inforeign
        is_foreign = name in _FOREIGN or (name not in _ALLOWED and any(map(self.is_open, _FOREIGN)))
        is_closed = is_foreign and match["attributes"].endswith("/")
        return html_of_token if is_closed else self._begin(name) + html_of_token

    def _begin(self, name: str) -> str:
        """A tag is open from here on, if it has an end: the end tags that stand before it."""
        before = self._end_of_table() if name == "table" else ""
        if name not in _VOID:
            self._open[-1].append(name)
        return before

    def _end_of_table(self) -> str:
        """The end of the table that is open, unless one of its cells is: nothing else can stand in a table."""
        inner = self._open[-1][_last(self._open[-1], "table") + 1 :]
        return self._end("table") if _CELLS.isdisjoint(inner) else ""

    def _end(self, name: str) -> str:
        names = self._open[-1]
        if name not in names:
            return ""
        # Browsers do not look beyond a cell for the tag to end.
        at = _last(names, name)
        ended = "".join(f"</{each}>" for each in reversed(names[at:]))
        del names[at:]
        return ended


def _last(names: list[str], name: str) -> int:
    """The last position of a name; -1 if there is none."""
    return len(names) - 1 - names[::-1].index(name) if name in names else -1


def harmless(page: str) -> str:
    """The HTML of a whole page without anything that would run or end the page around it, whoever let it pass.

    Attribute lists and the regions of the site's own Markdown trust the text of a plan as if the site had written it.
    """
    last = page.rfind(">") + 1
    markup = Markup()
    return _FORMULA_OR_TOKEN.sub(markup.keep, page[:last]) + _text(page[last:]) + markup.leave()


def _harmless(match: re.Match[str]) -> str:
    if match["formula"]:
        return match[0]
    name = match["name"]
    if not name:
        return _no_tag(match)
    if name.lower() in _RUNS:
        return html.escape(match[0], quote=False)
    if not match["attributes"]:
        return match[0]
    pairs = attributes.kept_on_page(match["attributes"])
    return f"<{match['end']}{name}{pairs}{' /' if match['attributes'].endswith('/') else ''}>"


def _no_tag(match: re.Match[str]) -> str:
    """Turn what only looks like a tag into text; only comments that all browsers end in the same place stay."""
    if match["opener"]:
        return "&lt;"
    comment = match["comment"] or ""
    return comment if _WHOLE_COMMENT.fullmatch(comment) else ""


def tag(name: str, values: dict[str, str]) -> str:
    """A start tag."""
    return f"<{name}" + "".join(f' {key}="{html.escape(value)}"' for key, value in values.items() if value) + ">"


def _text(tail: str) -> str:
    """The text after the last tag; no tag begins there."""
    return tail.replace("<", "&lt;")


def _image(match: re.Match[str]) -> dict[str, str] | None:
    """The attributes of an `<img>` tag that has a source."""
    if (match["name"] or "").lower() != "img":
        return None
    found = {name.lower(): html.unescape(value.strip("\"'")) for name, value in attributes.read(match["attributes"])}
    return found if found.get("src") else None
