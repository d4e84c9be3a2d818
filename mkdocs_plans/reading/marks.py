"""The marks that a line begins with: those of quotes, that of a list item, a box."""

from __future__ import annotations

import re
from typing import NamedTuple

# Possessive, so that a line of blanks costs no more than its length.
LEAD = r"[ \t>]*+"
# `•` makes no list in Markdown, but many make theirs with it.
ITEM = r"(?:[-*+•]|\d{1,9}[.)])[ \t]++"
BOX = r"\[[ xX~-]\][ \t]++"
MARKS = rf"{LEAD}(?:{ITEM})?+(?:{BOX})?+"
_PARTS = re.compile(rf"({LEAD})({ITEM})?+({BOX})?+")


class Marked(NamedTuple):
    """A line as written: indentation and quote marks, the mark of an item, a box, each empty if none, and the rest."""

    lead: str
    item: str
    box: str
    text: str

    @classmethod
    def of(cls, source: str) -> Marked:
        """Take a line apart."""
        found = _PARTS.match(source)
        if found is None:  # which cannot be, since all of it may be missing
            return cls("", "", "", source)
        lead, item, box = found.groups("")
        return cls(lead, item, box, source[found.end() :])

    @property
    def is_ticked(self) -> bool:
        """Whether its box is."""
        return self.box[1:2] in ("x", "X")

    @property
    def quotes(self) -> int:
        """How many quotes it stands in."""
        return self.lead.count(">")
