"""The limits of a text: beyond them it is shown as plain text, not as Markdown, and read only in part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# The largest of 4,486 real plans has 162 KB, its longest line 12 KB.
MOST_CHARACTERS = 1_000_000
MOST_IN_A_LINE = 50_000
# How many of each one paragraph may hold: for every single one Python-Markdown searches for its counterpart, which
# takes 25 s for 10,000 `[` in a row. Task lists and long tables stay far below.
MOST_BRACKETS = 5_000
MOST_TAGS = 5_000
MOST_BACK_TICKS = 5_000
# For each reference Python-Markdown searches all earlier ones.
MOST_FOOTNOTES = 1_000

# The limits of a block (lines without a blank one between them) that Python-Markdown reads by itself: its time grows
# with the square of both numbers.
MOST_LINES_IN_A_BLOCK = 500
MOST_SIGNS_IN_A_BLOCK = 1_000

_SHORTEST = min(MOST_BRACKETS, MOST_TAGS, MOST_BACK_TICKS)
_BLANK_LINE = re.compile(rb"\n[ \t]*\n")


def too_complex(text: str) -> str | None:
    """Why a text is beyond the limits, or None; takes linear time.

    The reason is worded for a finding: what is too much, and how much is allowed.
    """
    if len(text) > MOST_CHARACTERS:
        return f"the file has {len(text):,} characters, more than {MOST_CHARACTERS:,}"
    if len(text) > MOST_IN_A_LINE and any(len(line) > MOST_IN_A_LINE for line in text.split("\n")):
        return f"a line has more than {MOST_IN_A_LINE:,} characters"
    # In bytes a character is found several times faster than in a text that has an emoji.
    raw = text.encode(errors="replace")
    if b"^" in raw and raw.count(b"[^") > MOST_FOOTNOTES:
        return f"the file refers to footnotes more than {MOST_FOOTNOTES:,} times"
    if not _has_long_paragraph(raw):
        return None
    for name, character, most in (
        ("brackets", b"[", MOST_BRACKETS),
        ("tags", b"<", MOST_TAGS),
        ("back-ticks", b"`", MOST_BACK_TICKS),
    ):
        if raw.count(character) > most and any(part.count(character) > most for part in _BLANK_LINE.split(raw)):
            return f"a paragraph has more than {most:,} {name}"
    return None


def _has_long_paragraph(raw: bytes) -> bool:
    """Whether a paragraph may be longer than the smallest limit of one; of most texts, a few steps tell it is not."""
    at = 0
    while at + _SHORTEST < len(raw):
        at = raw.rfind(b"\n\n", at, at + _SHORTEST) + 1
        if not at:
            return True
    return False


def too_complex_for_python_markdown(lines: Sequence[str]) -> bool:
    """Whether Python-Markdown would take long to read some lines; takes linear time."""
    block = signs = 0
    for line in lines:
        if not line.strip():
            block = signs = 0
        block += 1
        signs += line.count("[") + line.count("<") + line.count("`")
        if block > MOST_LINES_IN_A_BLOCK or signs > MOST_SIGNS_IN_A_BLOCK:
            return True
    return False
