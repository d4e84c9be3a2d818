"""Where the clauses of a declared status begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.reading import inline
from mkdocs_plans.reading.labels import trim
from mkdocs_plans.reading.status.particles import BUILT, WORKS

if TYPE_CHECKING:
    from collections.abc import Iterator

# "Not blocked any more and everything is merged": what follows "and", if it is about the whole, is a clause of its own.
_CLAUSES = re.compile(
    r"[()\[\]{},;:.!?|\\→⇒>（）、。，；：【】]|\s[-–—]{1,3}\s|[–—]|(?<!\d)/|/(?!\d)|"
    r"\s(?:and|but)\s(?=(?:it|everything|all)\s(?:is|are|has|have)\s|(?:is\s|are\s)?now\s)"
)
# "A no-code builder" and "the must-have scope" deny and demand nothing.
_COMPOUND = re.compile(r"\b(?:no|must|should)-(?!longer)(?=\w)", re.IGNORECASE)
# "Design: done. Implementation: in progress." names what each of two statuses is about.
_LABEL = re.compile(rf"\b({'|'.join(sorted(WORKS | BUILT))})\s?[:：]\s?", re.IGNORECASE)
_PERCENT = ("%", "％")


def clauses_of(text: str) -> Iterator[str]:
    """The clauses of a text, in the form in which phrases are compared."""
    for clause in _CLAUSES.split(_LABEL.sub(r"\1 ", _COMPOUND.sub("", text))):
        if words := inline.words(trim(clause)):
            yield f"{words}%" if clause.rstrip().endswith(_PERCENT) else words
