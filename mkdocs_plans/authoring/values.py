"""The value of a field as it is written: where it stands in its line, and what makes a text one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from mkdocs_plans.authoring.text import encoded
from mkdocs_plans.model import Origin
from mkdocs_plans.reading import encoding, inline, shortcodes
from mkdocs_plans.reading.fields import COLONS, Line, pairs
from mkdocs_plans.reading.labels import normal, table_of
from mkdocs_plans.reading.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.model import Field
    from mkdocs_plans.settings import Settings

_COLONS = "".join(COLONS)
_AROUND = ("**", "__", "*", "_", "`")


def span(line: str, field: Field, settings: Settings) -> tuple[int, int] | None:
    """Where the value stands in its line, without the marks around it; None where it is not written there as such."""
    label = line.casefold().find(field.label.casefold())
    # Case folding may change lengths; then the label is looked for as it is written.
    start = (label if len(line.casefold()) == len(line) else line.find(field.label)) + len(field.label)
    value = shortcodes.hidden(field.value, line)
    at = line.find(value, start if label >= 0 else 0)
    if at < 0:
        value = _bare(written(line, field, settings) or "")
        if inline.plain(encoding.decode(encoded(value)).text) != field.value:
            return None  # it goes on in the next line
        at = line.find(value, start) if value else -1
    return (at, at + len(value)) if at >= 0 else None


def written(line: str, field: Field, settings: Settings) -> str | None:
    """The value with all of its marks, as it stands behind its label."""
    if field.origin is Origin.FRONT_MATTER:
        return line.partition(":")[2].strip() or None
    labels, wanted = table_of(settings), normal(field.label)
    found = (pair.value for pair in pairs(Line.of(1, line).text, labels) if normal(pair.label) == wanted)
    return next(found, None) or next((value for label, value in _neighbours(line) if label == wanted), None)


def as_yaml(text: str) -> str:
    """A text as a value of the front matter, in quotes where YAML would take it for something else."""
    try:
        plain = yaml.safe_load(f"key: {text}") == {"key": text}
    except yaml.YAMLError:
        plain = False
    return text if plain else yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000).strip()


def _bare(value: str) -> str:
    """A value without the emphasis that all of it is in."""
    mark = next((mark for mark in _AROUND if value.startswith(mark) and value.endswith(mark)), "")
    inner = value[len(mark) : len(value) - len(mark)]
    return inner if mark and inner and mark not in inner else value


def _neighbours(line: str) -> Iterator[tuple[str, str]]:
    """The cells of a table's row, each with the one behind it."""
    row = cells(line) if "|" in line else []
    return ((normal(inline.plain(label).rstrip(_COLONS)), value) for label, value in pairwise(row))
