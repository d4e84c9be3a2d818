"""Bytes to text: encodings, line ends, garbled characters, and files that are not text.

MkDocs opens a page as UTF-8 with or without a byte order mark and makes every line end a line feed. Where it would
stop, or show garbled characters, the text is repaired here and passed on; the file itself is never changed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mkdocs_plans.model import Defect

# The longest marks first: the mark of UTF-16 LE begins the one of UTF-32 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_MARKS = tuple(mark for mark, _ in _MARKS)

# Encodings that editors use if UTF-8 is not their default, and the names that they show for these.
_LEGACY = {
    "cp932": "Shift JIS",
    "gb18030": "GB 18030",
    "cp949": "EUC-KR",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
}
_GUESS_FROM = 64_000

# A lead byte of UTF-8 and a byte that continues it, both read as Windows-1252 or Latin-1.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
# Each such pair in bytes, and little else: the two bytes of its first character, then the first of the second one.
_SUSPECT = re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")
_LEAD = 0xC3  # the first byte of the first character of each such pair
_CODE_SPAN = re.compile(r"`[^`\n]*`")
_SAVE = "save the file as UTF-8"
# For a file that is UTF-8 already.
_WRITE = "restore the original characters"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line feeds only; `mended` tells that MkDocs alone would not read the same text."""

    text: str
    mended: bool = False
    defects: tuple[Defect, ...] = ()


def decode(raw: bytes) -> Decoded:
    """The text of a file, whatever it was saved in. Never raises."""
    if b"\0" in raw or raw.startswith(_WIDE_MARKS):
        return _wide(raw) or _binary(raw)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return _undecodable(raw, error)
    if b"\r" in raw:
        text = _lines(text)
    return _mend(text) if _LEAD in raw and _SUSPECT.search(raw) else Decoded(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _defect(what: str, line: int = 1, remedy: str = _SAVE) -> Defect:
    return Defect("encoding", line, f"{what}; {remedy}")


def _wide(raw: bytes) -> Decoded | None:
    """A text whose characters have two bytes or four, with or without a byte order mark."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None) or _unmarked(raw)
    if encoding is None:
        return None
    text = _lines(raw.decode(encoding, "replace"))
    return Decoded(text, mended=True, defects=(_defect(f"the file is saved as {encoding.upper()}"),))


def _unmarked(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is NUL."""
    head = raw[:400]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) >= 8 and max(even, odd) * 4 >= len(head) and min(even, odd) * 20 <= len(head):
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _binary(raw: bytes) -> Decoded:
    line = raw.count(b"\n", 0, raw.index(0)) + 1
    message = "the file holds NUL bytes, so it is not text; save it as UTF-8 text, or exclude it"
    return Decoded("", mended=True, defects=(Defect("unreadable", line, message),))


def _undecodable(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    """UTF-8 that has a few broken bytes or is cut off, else an older encoding."""
    line = raw.count(b"\n", 0, error.start) + 1
    text = raw.decode("utf-8", "replace")
    letters = sum(not character.isascii() for character in text)
    broken = text.count("\ufffd")
    if letters > 4 * broken or (error.end == len(raw) and raw[error.start] >= _LEAD - 1):
        return Decoded(_lines(text), mended=True, defects=(_defect("the file holds bytes that are not UTF-8", line),))
    name = _guess(raw)
    found = f"the file is not UTF-8 and was read as {_LEGACY[name]}"
    return Decoded(_lines(raw.decode(name, "replace")), mended=True, defects=(_defect(found, line),))


def _guess(raw: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415  (slow to import, and hardly ever needed)

    best = charset_normalizer.from_bytes(raw[:_GUESS_FROM], cp_isolation=list(_LEGACY), enable_fallback=False).best()
    name = best.encoding if best else ""
    return name if name in _LEGACY else "cp1252"


def _mend(text: str) -> Decoded:
    """Repair text that was UTF-8, was read as Windows-1252 once or twice, and was saved again.

    ftfy's own test takes milliseconds, so a search for typical pairs of characters, first in bytes, runs before it.
    If all pairs are in code spans, they are examples in a text about encodings, not damage.
    """
    lines = text.split("\n")
    suspects = [at for at, line in enumerate(lines) if not line.isascii() and _MOJIBAKE.search(line)]
    if not suspects:
        return Decoded(text)
    import ftfy  # noqa: PLC0415  (see above)

    mended = {at: better for at in suspects if (better := ftfy.fix_encoding(lines[at])) != lines[at]}
    damaged = [at for at in mended if _MOJIBAKE.search(_CODE_SPAN.sub("", lines[at]))]
    if not damaged:
        return Decoded(text)
    for at, better in mended.items():
        lines[at] = better.replace("\n", " ").replace("\r", " ")
    words = _defect("the file holds garbled characters (UTF-8 that was read as Windows-1252)", damaged[0] + 1, _WRITE)
    return Decoded("\n".join(lines), mended=True, defects=(words,))
