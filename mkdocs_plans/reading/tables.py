"""The tables of a text: their headings and rows as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.reading.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLES = re.compile(bytes((Kind.TABLE,)) + b"+")


class Table(NamedTuple):
    """The cells of a table's headings and of its rows, each row with its line."""

    heads: list[str]
    rows: Iterator[tuple[int, list[str]]]


def tables(lines: list[str], kinds: bytearray) -> Iterator[Table]:
    """The tables in the lines of an outline, in order."""
    for found in _TABLES.finditer(kinds):
        first = found.start()
        rows = enumerate(lines[first + 2 : found.end()], first + 3)
        yield Table(cells(lines[first]), ((number, cells(row)) for number, row in rows))


def cells(row: str) -> list[str]:
    """The cells of a table's row as written."""
    row = row.strip().lstrip("> \t")
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    if "\\|" not in row:
        return [cell.strip() for cell in row.split("|")]
    return [cell.replace("\0", "|").strip() for cell in row.replace("\\|", "\0").split("|")]
