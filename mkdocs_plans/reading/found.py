"""What the lines of a header hold, as written, and the fields that this makes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.model import Field
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.references import references
from mkdocs_plans.reading.status.vocabulary import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plans.model import Origin, Reference
    from mkdocs_plans.reading.labels import LabelTable


_CHOICES = re.compile(r"\s{0,3}[|/]\s{0,3}")


class Found(NamedTuple):
    """A field as written: the value still has its markup."""

    label: str
    value: str
    line: int
    listed: bool = False


def fields_of(found: Iterable[Found], origin: Origin, labels: LabelTable) -> tuple[Field, ...]:
    """The found fields, without their markup."""
    return tuple(_field(item, origin, labels) for item in found)


def _field(found: Found, origin: Origin, labels: LabelTable) -> Field:
    value, key, target, others = _meaning(found.label, found.value, labels)
    return Field(found.label, value, found.line, origin, key, target, others)


@lru_cache(maxsize=4096)
def _meaning(label: str, value: str, labels: LabelTable) -> tuple[str, str | None, str | None, tuple[Reference, ...]]:
    """The plain value, the key, the target and the references of a field; cached, since plans share many of them."""
    known = labels.find(label)
    key = known.key if known else None
    written = inline.without_struck(value)
    if key == "status" and "*" in written:
        written = _chosen(written)
    return inline.plain(written), key, inline.target(written), references(written, key)


def _chosen(text: str) -> str:
    """The one of three or more statuses that its author has emphasised, else the text: `**Draft** | Review | Done`."""
    parts = _CHOICES.split(text)
    meant = [part.strip("*") for part in parts if part[:1] == part[-1:] == "*"]
    is_choice = len(parts) > 2 and len(meant) == 1 and all(inline.words(part.strip("*")) in phrases() for part in parts)
    return meant[0] if is_choice else text
