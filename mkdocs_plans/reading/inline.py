"""One line of Markdown to plain text, and whether it is only a placeholder."""

from __future__ import annotations

import html
import re
import unicodedata

from mkdocs_plans.reading import shortcodes
from mkdocs_plans.reading.marks import MARKS, Marked

_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\(\s{0,9}<?([^()\s<>]{0,1000})>?(?:\s[^()]{0,500})?\)")
_REFERENCE = re.compile(r"!?\[([^\[\]]{1,500})\]\[[^\[\]]{0,500}\]")
BREAK_TAG = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
# Tags within a line of text; other text in angle brackets is mostly a placeholder of a template.
TAG = re.compile(
    r"(?<!\\)</?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|samp|small|span|strike|strong|sub|sup|tt|u|wbr)"
    r"(?:\s[^<>]{0,500}+)?+/?>",
    re.IGNORECASE,
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>")
_OPENING = re.compile(r"(?<![\w\\])(?:\*{1,3}|_{1,3}|~~)(?=\S)")
_CLOSING = re.compile(r"(?<=[^\s\\])(?:\*{1,3}|_{1,3}|~~)(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BOLD = re.compile(r"\*{2,3}")
_STRUCK = re.compile(r"~~(?=\S)[^~]{1,500}~~")

# From the extension attr_list, which themes use for buttons and coloured words: `Done{ .green }`.
_ATTRIBUTES = re.compile(r"\s?\{:?\s{0,3}[#.][\w-][^{}\n]{0,200}\}")

# Between words to choose from, and one of these.

_MARKUP = re.compile(r"[*_\\<&\[~{]")
_LETTER = re.compile(r"[^\W_]")

_BRACKETED = re.compile(r"(?<!\[)\[(?!\[|\^|[ xX~/!-]\])([^\[\]\n]{1,400})\](?![\[(\]:])")
_TEMPLATED = re.compile(r"\{\{[^{}\n]{0,200}\}\}|<[A-Za-z][A-Za-z0-9 _./|-]{0,100}>")
_TOKEN = re.compile(
    r"\b_{0,3}(?:TBD|TBA|TODO|FIXME|NEEDS CLARIFICATION|YYYY[-/.]MM[-/.]DD|MM/DD/YYYY|DD[-/.]MM[-/.]YYYY|"
    r"[A-Z]{1,12}-(?:X{2,}|N{2,}|#{2,})|X{3,}|N{3,}|###+[-\w]{0,60})(?![A-Za-z0-9])|#{3,}[-\w]{0,60}",
)
# How a placeholder begins; this alone excludes nearly all other texts.
_START = re.compile(
    MARKS + r"[^\w\[{<#]*+_{0,3}(?:\[|\{\{|<[A-Za-z]|##|T[BO]D|TBA|FIXME|NEEDS|YYYY|MM/|DD|[A-Z]{1,12}-[XN#]|XXX|NNN)"
)

# Words that stand for a text not written yet, if there is nothing else.
_PROMISES = (
    r"(?i:tb[ad]|coming soon|to be (?:announced|confirmed|decided|defined|determined|discussed|specified|written)|"
    r"待定|未定|待补充|미정|noch offen|à définir|a definir|por definir|da definire)\W*+$"
)
_PROMISED = re.compile(rf"{MARKS}[^\w\[{{<#&]*+{_PROMISES}")

# Matches if the first word of a text is not that of a placeholder, so somebody wrote it, whatever follows. This decides
# nearly all texts at once; for the others, `is_placeholder` has to look.
begins_as_text = re.compile(
    rf"{MARKS}[^\w\[{{<#&]*+(?!{_PROMISES})(?:[a-z]|[A-Z](?:[a-z]|[ ])|[0-9]++(?![.)])|[^\W\x00-\x7f])"
).match


def plain(text: str) -> str:
    """The text without links, emphasis, attributes, code ticks and escapes around it, in composed Unicode."""
    if text.isalnum() and text.isascii():  # a word, as most labels are
        return text
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _MARKUP.search(text) or text.count(":") > 1:
        text = _without_markup(text)
    elif "`" in text:
        text = text.replace("`", "")
    # In a printable text every blank is a space, so only double ones need to be replaced.
    return " ".join(text.split()) if "  " in text or not text.isprintable() else text.strip()


def _without_markup(text: str) -> str:
    if "](" in text or "][" in text:
        text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text))
    parts = text.split("`")
    parts[::2] = map(_prose, parts[::2])
    return "".join(parts)


def _prose(text: str) -> str:
    if ":" in text:
        text = shortcodes.shown(text)
    if "*" in text or "_" in text or "~~" in text:
        text = _CLOSING.sub("", _OPENING.sub("", _BOLD.sub("", text)))
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", TAG.sub("", BREAK_TAG.sub(" ", text)))
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text) if "&" in text else text


def without_struck(text: str) -> str:
    """The text without the parts that its author has struck out, unless all of it is."""
    if "~~" not in text:
        return text
    kept = _STRUCK.sub("", text).strip(" \t,;/→")
    return kept if _LETTER.search(kept) else text


def target(text: str) -> str | None:
    """The destination of the first link of a text, as written."""
    found = _LINK.search(text) if "](" in text else None
    return found[2] or None if found else None


def is_placeholder(text: str) -> bool:
    """Whether a text holds nothing but placeholders of a template: `[Brief summary]`, `TBD`, `YYYY-MM-DD`, `SPEC-XXX`.

    Words that only promise a text count too: "To be determined.", "coming soon".

    "N/A" and "None" are answers. Text beside the placeholder makes it an answer as well.
    """
    if _START.match(text) is None:
        return _PROMISED.match(text) is not None
    bare = Marked.of(text).text
    rest = _TOKEN.sub("", _TEMPLATED.sub("", _BRACKETED.sub("", bare)))
    return rest != bare and not _LETTER.search(rest)


def words(text: str) -> str:
    """A text for comparison: without case, width, accents of typing, punctuation at the ends and runs of blanks."""
    # A non-breaking hyphen becomes U+2010.
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("\u2010", "-")
    return " ".join(folded.casefold().replace("_", " ").replace("-", " ").split())
