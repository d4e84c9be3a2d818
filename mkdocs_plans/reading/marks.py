"""The marks at the beginning of a line: of quotes, of a list item, a box."""

from __future__ import annotations

import re
from typing import NamedTuple

# Possessive, so a line of blanks takes only linear time.
LEAD = r"[ \t>]*+"
# `•` does not make a list in Markdown, but many authors use it.
ITEM = r"(?:[-*+•]|\d{1,9}[.)])[ \t]++"
# What a box may hold that Markdown does not know: the task is begun (`-`, `~`, `/`) or blocked (`!`).
BEGUN = "~/!-"
BOX = rf"\[[ xX{BEGUN}]\][ \t]++"
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
        """Split a line into these parts."""
        is_bare = source[:1].isalpha() or source[:2] == "**"  # as most lines begin
        found = None if is_bare else _PARTS.match(source)
        if found is None:
            return cls("", "", "", source)
        lead, item, box = found.groups("")
        return cls(lead, item, box, source[found.end() :])

    @property
    def is_ticked(self) -> bool:
        """Whether its box is ticked."""
        return self.box[1:2] in ("x", "X")

    @property
    def quotes(self) -> int:
        """How many quotes the line is in."""
        return self.lead.count(">")
