"""Where the parser and GitHub's (cmark-gfm) read a text differently, the text is adapted so both read it the same way.

* The parser follows CommonMark 0.31, where symbols count as punctuation; GitHub follows 0.29, where they do not. So
  `**✅**done` is bold to GitHub alone. Next to `*`, `_` and `~`, private characters replace symbols.
* `[^a_b]` is one thing to GitHub, a footnote or text; emphasis neither begins nor ends in it.
* Nothing in a formula, `$a*b*c$`, is Markdown to GitHub. If the site shows formulas, it must get them unchanged.
* These begin a new block on GitHub, but not in the parser; a blank line above makes it one for both: a tag alone on a
  line below the text of a list item, a quote or a footnote, or below a table; a line below a table that is indented
  like code; the head of a table that begins without a bar, below a line of text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from mkdocs_plans.parser import events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.parser import Event

_BESIDE_DELIMITER = re.compile(r"(?<=[*_~])[^\x00-\x7f]|[^\x00-\x7f](?=[*_~])")
_LIKE_FOOTNOTE = re.compile(r"\[\^[^\[\]\s`]++\]")
_DELIMITERS = "*_~"
# How GitHub tells a formula from a price or a variable; one that overlaps a code span is not a formula.
FORMULA = re.compile(r"(?<![\w$\\])\$(?=[^\s$])(?:\\.|[^\\$`\n])++(?<!\s)\$(?![\w$])")
# An entity is decoded in a formula, too, and a bar behind a backslash is one in a cell.
_IN_FORMULA = (*_DELIMITERS, *"[]<>!\\")
_FAR = 1_000_000
_FOOTNOTE = 4
_FIRST_PRIVATE = 0x100000

_TAG = re.compile(r"(?<=\S\n)(?= *+</?[A-Za-z][^<>\n]*>[ \t]*$)", re.MULTILINE)
_INDENTED_ROW = re.compile(r"(?<=\S\n)(?= {4,}\S)")
_DELIMITER_ROW = re.compile(r"^ *+\|?(?: *+:?-++:? *+\|)++(?: *+:?-++:? *+)?$", re.MULTILINE)


class Source:
    """A text in the form in which the parser reads it as GitHub does.

    Attributes:
        text: What is parsed; the ranges of the events count in it.
    """

    def __init__(self, text: str, *, has_formulas: bool = False) -> None:
        symbols = sorted({symbol for symbol in _BESIDE_DELIMITER.findall(text) if _is_symbol(symbol)})
        privates = [chr(_FIRST_PRIVATE + number) for number in range(len(_IN_FORMULA) + len(symbols))]
        in_formula = {ord(sign): private for sign, private in zip(_IN_FORMULA, privates, strict=False)}
        beside = {ord(symbol): private for symbol, private in zip(symbols, privates[len(_IN_FORMULA) :], strict=True)}
        self._symbols = {ord(private): chr(sign) for sign, private in (in_formula | beside).items()}
        delimiters = {ord(delimiter): in_formula[ord(delimiter)] for delimiter in _DELIMITERS}
        self._is_changed = "[^" in text or bool(symbols)
        if has_formulas and "$" in text:
            self._is_changed = True
            text = FORMULA.sub(lambda match: _hidden(match[0], in_formula), text)
        if "[^" in text:
            text = _LIKE_FOOTNOTE.sub(lambda match: match[0].translate(delimiters), text)
        self.text = _with_blocks_apart(text.translate(beside) if symbols else text)

    def events(self) -> Iterator[tuple[Event, int, int]]:
        """The events of the text, with the symbols in them."""
        if not self._is_changed:
            yield from events(self.text)
            return
        for event, start, end in events(self.text):
            yield self._restored(event), start, end

    def _restored(self, value: Any) -> Any:  # noqa: ANN401 - any part of an event
        if type(value) is str:
            return value.translate(self._symbols)
        if type(value) is dict:
            return {key: self._restored(part) for key, part in value.items()}
        return value


def _hidden(formula: str, signs: dict[int, str]) -> str:
    return "\\|".join(part.translate(signs) for part in formula.split("\\|"))


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character).startswith("S")


def _with_blocks_apart(text: str) -> str:
    """Put blank lines where GitHub begins a block and the parser does not."""
    tags = _offsets(text, [match.start() for match in _TAG.finditer(text)])
    rows = _offsets(text, [match.start() for match in _INDENTED_ROW.finditer(text)]) if "|" in text else set()
    heads = _offsets(text, list(_heads(text)))
    if not (tags or rows or heads):
        return text
    raw = text.encode()
    pieces, at = [], 0
    for offset in sorted(_blocks(text, raw, tags, rows, heads)):
        pieces.append(raw[at:offset])
        at = offset
    return b"\n".join([*pieces, raw[at:]]).decode()


def _blocks(text: str, raw: bytes, tags: set[int], rows: set[int], heads: set[int]) -> Iterator[int]:
    """Where a blank line is needed: the offsets of lines that the parser has added to the block before."""
    in_order = sorted(heads)
    columns = _Columns()
    code_at = end_of_table = seen = 0
    for event, start, end in events(text):
        column = _column(raw, start)
        line, started = start - column, _started(event)
        columns.see(event, column)
        if started == "Paragraph" and columns.is_free:
            yield from in_order[bisect_right(in_order, start) : bisect_left(in_order, end)]
        elif started == "Table":
            code_at, end_of_table = 4 + (column if columns.innermost else 0), end
        elif started == "TableRow" and line >= seen and (line in tags or (line in rows and column >= code_at)):
            seen = end_of_table
            yield line
        elif "InlineHtml" in event and line in tags and column < columns.innermost:
            yield line


class _Columns:
    """Where the text of the items, quotes and footnotes begins that are open; that of a quote begins with its sign."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        self._is_new = False

    @property
    def innermost(self) -> int:
        """The column of the innermost of them, or 0 outside of any."""
        return self._columns[-1] if self._columns else 0

    @property
    def is_free(self) -> bool:
        """Whether no item and no quote is open."""
        return not self._columns or self._columns == [_FOOTNOTE]

    def see(self, event: Event, column: int) -> None:
        """Follow the events. The next event in an item tells where its text begins."""
        # The paragraph behind a box begins before the box does, as events go, but not on the line.
        if self._is_new or "TaskListMarker" in event:
            self._columns[-1] = column
            self._is_new = False
        if type(event) is dict:
            ((kind, tag),) = event.items()
            if kind == "Start" and _is_container(tag):
                self._columns.append(_FOOTNOTE if "FootnoteDefinition" in tag else _FAR)
                self._is_new = tag == "Item"
            elif kind == "End" and _is_container(tag):
                self._columns.pop()


def _column(raw: bytes, offset: int) -> int:
    return offset - raw.rfind(b"\n", 0, offset) - 1


def _heads(text: str) -> Iterator[int]:
    """Where lines begin that could be the head of a table, have text above, and no bar before the first cell."""
    for match in _DELIMITER_ROW.finditer(text):
        end = match.start() - 1
        start = text.rfind("\n", 0, max(end, 0)) + 1
        head = text[start : max(end, 0)].strip()
        if (
            head
            and not head.startswith("|")
            and text[max(0, start - 2) : start].strip()
            and _cells(head) == _cells(match[0])
        ):
            yield start


def _cells(row: str) -> int:
    return row.replace("\\|", "").strip().strip("|").count("|")


def _offsets(text: str, positions: list[int]) -> set[int]:
    """Positions of characters, in order, as those of bytes."""
    offsets, at, size = set(), 0, 0
    for position in positions:
        size += len(text[at:position].encode())
        at = position
        offsets.add(size)
    return offsets


def _started(event: Event) -> str:
    """The name of the tag that begins with an event."""
    tag = event.get("Start", "") if type(event) is dict else ""
    return tag if type(tag) is str else next(iter(tag))


def _is_container(tag: Any) -> bool:  # noqa: ANN401 - a tag of the parser
    if type(tag) is dict:
        return "BlockQuote" in tag or "FootnoteDefinition" in tag
    return tag in ("Item", "BlockQuote", "FootnoteDefinition")
