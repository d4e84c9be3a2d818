"""The person that a value names."""

from __future__ import annotations

import re

from mkdocs_plans.reading.values import unbracketed

_LONGEST_NAME = 80
# A bracket, or a word of three or more letters, with the dot after it that ends a sentence.
_NAME_END = re.compile(r"(?:([()\[\]])|(?<![\w.])(\w{3,60}+)[\"'”’]?)(\.\s)?")
_TITLES = frozenset(
    ("prof", "mrs", "rev", "hon", "ing", "dipl", "gen", "col", "capt", "inc", "ltd", "corp", "dept", "etc")
)
_STOPPED = re.compile(r"(?<![\w.])(?:\w{3,60}|\d{1,2})(?=\.$)")


def name_of(text: str) -> str:
    """The person that a value names: of a whole paragraph after `Owner:`, the first sentence.

    A dot after fewer than three letters or a title (`J. R. R.`, `Dr.`, `Prof.`), or in brackets, does not end one.
    """
    bare = unbracketed(text)
    if len(bare) <= _LONGEST_NAME:
        return _without_stop(bare)
    depth = 0
    for found in _NAME_END.finditer(bare):
        if found[1]:
            depth = max(0, depth + (1 if found[1] in "([" else -1))
        if not depth and found[3] and (found[1] or found[2].casefold() not in _TITLES):
            return bare[: found.start(3)]
    return bare


def _without_stop(text: str) -> str:
    """A name without the dot that ends a sentence."""
    found = _STOPPED.search(text) if text[-1:] == "." else None
    return text[:-1] if found and found[0].casefold() not in _TITLES else text
