"""What the labels of a header mean: the built-in ones and those that a team adds with `labels` in mkdocs.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.reading import inline
from mkdocs_plans.reading.terms import DAYS, LABELS
from mkdocs_plans.reading.values import is_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.settings import Settings

# Labels of an owner that mean something else with a remark: `Lead (time)`, `Assigned (count)`.
_AMBIGUOUS = frozenset(("lead", "assigned", "responsible", "dri"))
_AS_OF = re.compile(r"\s{0,9}(?:as of|since|on|stand)?\s{0,9}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}[.)]\s{1,9}")


@dataclass(frozen=True, slots=True)
class Label:
    """The key that a label stands for, and its rank among the labels of that key; 0 is the strongest."""

    key: str
    rank: int


class LabelTable:
    """The built-in labels and a team's own, looked up by the text in a file."""

    def __init__(self, own: Mapping[str, tuple[str, ...]]) -> None:
        table: dict[str, Label] = {}
        for key in (*own, *(key for key in LABELS if key not in own)):
            for rank, label in enumerate((*own.get(key, ()), *LABELS.get(key, ()))):
                table.setdefault(normal(label), Label(key, 2 * rank))
        self._table = table

    def find(self, label: str) -> Label | None:
        """The entry of a label, or None if the table does not know it."""
        found = self._table.get(normal(label))
        return self._compound(label) if found is None and ("/" in label or "(" in label) else found

    def _compound(self, label: str) -> Label | None:
        """The entry of two labels that mean the same (`Author/Owner`), or of one with a remark.

        A remark may say more of a day (`Created at (UTC)`), the part of an owner, who is then weaker than one of all
        (`Owner (importer)`), and the day of a status (`Status (2026-03-01)`).
        """
        if "/" in label:
            parts = [self._table.get(normal(part)) for part in label.split("/", 3)]
            same = parts[0] if parts[0] and all(each and each.key == parts[0].key for each in parts) else None
            return same and Label(same.key, min(each.rank for each in parts if each))
        name, _, remark = label.partition("(")
        found = self._table.get(normal(name))
        if found is None or found.key in DAYS or (found.key == "status" and _is_of_day(remark)):
            return found
        return Label(found.key, found.rank + 1) if found.key == "owner" and normal(name) not in _AMBIGUOUS else None


def _is_of_day(remark: str) -> bool:
    """Whether a remark is only a day: `as of 2026-03-01)`."""
    return is_day(_AS_OF.sub("", remark, 1).strip(" )"))


@lru_cache(maxsize=4096)
def normal(label: str) -> str:
    """A label as the table compares it: without case, width, emoji, punctuation around it and a final `(s)`."""
    return inline.words(trim(label)).removesuffix("(s)").removesuffix("(es)")


def trim(text: str) -> str:
    """A text without what is neither letter nor digit at its ends: emoji, dashes, brackets that open outside of it."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    first, last = 0, len(text)
    while first < last and not text[first].isalnum():
        first += 1
    while last > first and not text[last - 1].isalnum():
        last -= 1
    if text[last : last + 1] == ")" and text.rfind("(", first, last) > text.rfind(")", first, last):
        last += 1
    return text[first:last]


def unnumbered(heading: str) -> str:
    """The text of a heading without its number: `1. Status`, `0) Metadata`."""
    return _NUMBER.sub("", heading) if heading[:1].isdigit() else heading


def table_of(settings: Settings) -> LabelTable:
    """The label table of a site; created once for the same labels."""
    return _table(tuple((key, tuple(labels)) for key, labels in settings.labels.items()))


@lru_cache(maxsize=16)
def _table(own: tuple[tuple[str, tuple[str, ...]], ...]) -> LabelTable:
    return LabelTable(dict(own))
