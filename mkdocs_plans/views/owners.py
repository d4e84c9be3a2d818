"""The owners of a plan, one by one, if it names several.

Commas and semicolons separate them, so `Smith, John` are two. A leading `@` and a remark in brackets are not part of a
name: `Ada`, `@ada` and `Ada (until May)` are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A comma in brackets separates nothing; the limit keeps unclosed brackets linear.
_ONE = re.compile(r"(?:[(（][^()（）]{0,200}[)）]|[^,;、，；])+")
_BRACKET = re.compile("[(（]")


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner: as the plan writes it, and the name alone."""

    written: str
    name: str


def owners(text: str | None) -> tuple[Owner, ...]:
    """The owners that a text names, each once."""
    found: dict[str, Owner] = {}
    for written in (part.strip() for part in _ONE.findall(text or "")):
        name = _BRACKET.split(written, maxsplit=1)[0].removeprefix("@").strip() or written
        if name:
            found.setdefault(name.casefold(), Owner(written, name))
    return tuple(found.values())


def named(text: str | None) -> frozenset[str]:
    """The names of the owners, as they are compared."""
    return frozenset(owner.name.casefold() for owner in owners(text))
