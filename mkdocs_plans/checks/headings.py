"""Headings as the section rules compare them: without case, numbering, emoji, markup and trailing remarks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Only this many characters of a heading are compared.
_LONGEST = 200
_MARKUP = str.maketrans("", "", "*`~")
# Symbols, joiners, variation selectors, keycaps and private characters: what emoji are made of.
_EMOJI = frozenset({"So", "Sk", "Cf", "Cs", "Co", "Cn", "Me"})
_VARIATION_SELECTORS = "\ufe0e\ufe0f"
_SHORTCODE = re.compile(r":[a-z0-9_+-]{1,40}:\s*")
_BRACKETED_START = re.compile(r"[(\[][^)\]]*[)\]]\s*(?=\S)")
_NUMBERING = re.compile(
    r"§?\s?(?:\(?(?:\d{1,4}(?:\.\d{1,4}){0,5}|[ivx]{1,5}|[a-z])[.)](?!\d)"
    r"|\d{1,4}(?:\.\d{1,4}){0,5}(?:[:、\-–—]|(?=\s))|[一二三四五六七八九十]{1,3}[、.])\s*"
)
_REMARK = re.compile(r"\s?[(\[{:—]|\s[-–]\s")
_EDGES = " .,;:!?_#-–—•·…"
_JOINT = re.compile(r"\s*[,/+]\s*|\s+and\s+")
# `gas` is not a plural.
_LONGEST_WITHOUT_PLURAL = 3
_NO_PLURALS = ("ss", "us")
# `apis` is a plural, `analysis` is not.
_LONGEST_PLURAL_IN_IS = 4
# What has `es` in the plural, with the `e` that others have in the singular as well: `box`, `cache`, `status`.
_HISSING = ("che", "she", "sse", "xe", "ze", "use")
_ONE_OF_SERIES = re.compile(r"([^\W\d_]{3,20}) #?\d{1,3}[a-z]?(?![\w.])")


def keys(title: str) -> tuple[str, ...]:
    """The keys of a heading: its whole text and, if it has a remark, the text before the remark.

    Two headings are the same section when they share a key: `3. Testing Strategy: units` is known as
    `testing strategy: units` and as `testing strategy`.
    """
    return _keys(title[:_LONGEST])


# Plans of one team share most of their headings.
@lru_cache(maxsize=4096)
def _keys(title: str) -> tuple[str, ...]:
    whole = fold(title)
    short = _REMARK.split(whole, maxsplit=1)[0].strip(_EDGES)
    return (whole, short) if short and short != whole else (whole,)


def of_any_number(title: str) -> tuple[str, ...]:
    """The keys with every word in the singular: `New Dependencies` and `New Dependency` are one section."""
    return _of_any_number(title[:_LONGEST])


@lru_cache(maxsize=4096)
def _of_any_number(title: str) -> tuple[str, ...]:
    return tuple(" ".join(map(_singular, key.split())) for key in _keys(title))


def _singular(word: str) -> str:
    """A form that an English word shares with its plural: `approach`, `company` and `movy`; to compare, not to show."""
    is_plural = word.endswith("s") and not word.endswith(_NO_PLURALS)
    if is_plural and word.endswith("is"):
        is_plural = len(word) <= _LONGEST_PLURAL_IN_IS
    if is_plural and len(word) > _LONGEST_WITHOUT_PLURAL:
        word = word[:-1]
    if len(word) <= _LONGEST_WITHOUT_PLURAL:
        return word
    if word.endswith("ie"):
        return f"{word[:-2]}y"
    return word[:-1] if word.endswith(_HISSING) else word


def announced(title: str) -> frozenset[str]:
    """The names of sections that may be below a longer heading.

    `Dependencies and Build System` announces both, and `File Structure after the Change` begins with a name of several
    words; a name of a single word does not count, because anything could follow it.
    """
    return _announced(title[:_LONGEST])


@lru_cache(maxsize=4096)
def _announced(title: str) -> frozenset[str]:
    whole = fold(title)
    words = whole.split(" ")
    beginnings = (" ".join(words[:count]) for count in range(2, len(words)))
    return frozenset(name for name in (*_JOINT.split(whole), *beginnings) if name)


def series(title: str) -> str | None:
    """The series of a numbered heading: `Task 1: Login` is one of the `tasks`."""
    match = _ONE_OF_SERIES.match(fold(title[:_LONGEST]))
    if match is None:
        return None
    return f"{match[1][:-1]}ies" if match[1].endswith("y") else f"{match[1]}s"


def fold(title: str) -> str:
    """A heading without case, markup, emoji and numbering; remarks stay."""
    text = title.translate(_MARKUP)
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKC", text) if not _is_emoji(char))
    text = " ".join(text.casefold().replace("&", " and ").split())
    for prefix in (_SHORTCODE, _BRACKETED_START, _NUMBERING):
        if match := prefix.match(text):
            text = text[match.end() :] or text
    return text.strip(_EDGES)


def _is_emoji(char: str) -> bool:
    return char in _VARIATION_SELECTORS or unicodedata.category(char) in _EMOJI
