"""Texts and the room that they have."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A column does not keep room for longer words: they wrap.
_LONGEST = 20


def cut(text: str, room: int) -> str:
    """A text cut to a number of characters, behind a word if there is one near."""
    if len(text) <= room:
        return text
    end = text.rfind(" ", room // 2, room)
    return text[: end if end > 0 else room - 1].rstrip(" ,;:.–—-") + "…"


def fit(text: str, room: float) -> str:
    """A text cut to a number of letters of usual width, as an SVG needs it."""
    for index, char in enumerate(text):
        room -= _width(char)
        if room < 0:
            return text[: max(index - 1, 1)].rstrip() + "…"
    return text


def widest(texts: Iterable[str | None], *, in_code: bool = False) -> str:
    """The widest word of some texts that is not too long for a column of a table; in code, letters are of one width."""
    words = {word for text in texts for word in (text or "").split() if len(word) <= _LONGEST}
    return max(sorted(words), key=len if in_code else lambda word: sum(map(_width, word)), default="")


def _width(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.9
    if char in "iljtfrI.,:;'|!()[] -":
        return 0.6
    return 1.3 if char.isupper() or char in "mw@%" else 1
