"""Gitignore-style patterns, without regard to case: the one mechanism behind every option that names paths."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=64)
def _compile(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return specification(fold(pattern) for pattern in patterns)


def specification(lines: Iterable[str]) -> GitIgnoreSpec:
    """What the lines of a `.gitignore` match; as in git, an invalid pattern matches nothing."""
    patterns = (compiled(line) for line in lines)
    return GitIgnoreSpec([pattern for pattern in patterns if pattern is not None])


def compiled(line: str) -> GitIgnoreSpecPattern | None:
    """The pattern of a line; None if it is not one: a comment, `!` alone, `[z-a]`."""
    try:
        pattern = GitIgnoreSpecPattern(line)
    except (ValueError, re.error):
        return None
    return pattern if pattern.include is not None else None


def fold(path: str) -> str:
    """A path as patterns see it: composed (macOS stores names decomposed), without case, and on one line."""
    return unicodedata.normalize("NFC", path).casefold().replace("\n", " ")


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path relative to the site or the project matches one of the patterns, the last one deciding."""
    return bool(patterns) and _compile(patterns).match_file(fold(path))
