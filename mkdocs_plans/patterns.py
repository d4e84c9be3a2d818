"""Gitignore-style patterns, without regard to case: the one mechanism behind every option that names paths."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pathspec import GitIgnoreSpec


@lru_cache(maxsize=64)
def _compile(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines([fold(pattern) for pattern in patterns])


def fold(path: str) -> str:
    """A path as patterns see it: composed (macOS stores names decomposed), without regard to case, and of one line."""
    return unicodedata.normalize("NFC", path).casefold().replace("\n", " ")


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path relative to the site or the project matches one of the patterns, the last one deciding."""
    return bool(patterns) and _compile(patterns).match_file(fold(path))
