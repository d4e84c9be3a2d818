"""The value of a field as written: where it is in its line, and how to write one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import yaml

from mkdocs_plans.authoring.text import encoded
from mkdocs_plans.model import Origin
from mkdocs_plans.reading import encoding, inline, shortcodes
from mkdocs_plans.reading.fields import Line, pairs
from mkdocs_plans.reading.labels import normal, table_of
from mkdocs_plans.reading.pair import COLONS
from mkdocs_plans.reading.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.model import Field
    from mkdocs_plans.settings import Settings

_COLONS = "".join(COLONS)
# The characters between a label and its value.
_BETWEEN = re.compile(r"[*_`]*[ \t]*(?:[:：][*_`]*|\|)")
# What stands before the text of a line in quotes and lists.
_LEAD = re.compile(r"[>\s]*(?:[-*+]\s+)?")
CELLS = ("|", "·", "•", "｜", "‖")
_KEY = re.compile(r"""(["']?)(\w[^"':#]{0,60})\1[ \t]*:(?=\s|\Z)(?:[ \t]+(?=[^#\s]))?""")
_QUOTED = re.compile(r"""(?:"[^"]*"|'[^']*')(?=\s*\Z|\s+#)""")
_COMMENT = re.compile(r"(?<!\s)\s+#")
_AROUND = ("**", "__", "*", "_", "`")


def span(line: str, field: Field, settings: Settings) -> tuple[int, int] | None:
    """The position of the value in its line, without the marks around it; None if it is not there literally."""
    label = line.casefold().find(field.label.casefold())
    # Case folding may change lengths; then the label is searched as written.
    start = (label if len(line.casefold()) == len(line) else line.find(field.label)) + len(field.label)
    value = shortcodes.hidden(field.value, line)
    at = line.find(value, start if label >= 0 else 0)
    # The description of a picture is not visible text.
    if at < 0 or line[:at].endswith("!["):
        value = bare(written(line, field, settings) or "")
        if not _says(value, field):
            return None  # it continues in the next line
        at = line.find(value, start) if value else -1
    return (at, at + len(value)) if at >= 0 else None


def span_below(line: str, field: Field) -> tuple[int, int] | None:
    """The position of the value in the line below its label, if all of it is there, and nothing else."""
    value = bare(_LEAD.sub("", line, count=1).rstrip().removesuffix("\\").rstrip())
    at = line.find(value) if value and _says(value, field) else -1
    return (at, at + len(value)) if at >= 0 else None


def _says(value: str, field: Field) -> bool:
    """Whether a value as written is what was read of a field."""
    return inline.plain(encoding.decode(encoded(value)).text) == field.value


def written(line: str, field: Field, settings: Settings) -> str | None:
    """The value after its label, with all of its marks."""
    if field.origin is Origin.FRONT_MATTER:
        return line.partition(":")[2].strip() or None
    labels, wanted = table_of(settings), normal(field.label)
    found = (pair.value for pair in pairs(Line.of(1, line).text, labels) if normal(pair.label) == wanted)
    return next(found, None) or next((value for label, value in _neighbours(line) if label == wanted), None)


def behind_label(line: str, field: Field, value: str) -> str:
    """The line with a value after a label that has none."""
    label = line.find(field.label) + len(field.label)
    between = _BETWEEN.match(line, label)
    start = between.end() if between else label
    rest = line[start:]
    if rest.lstrip(" \t")[:1] in CELLS:
        rest = " " + rest.lstrip(" \t")
    return f"{line[:start]} {value}{rest}"


class Key(NamedTuple):
    """A key of the front matter: the text before its value, the value as written, and the text after it."""

    name: str
    before: str
    value: str
    behind: str

    def saying(self, value: str) -> str:
        """The line with another value."""
        gap = "" if self.before.endswith((" ", "\t")) else " "
        return f"{self.before}{gap}{value}{self.behind}"


def key_of(line: str) -> Key | None:
    """The key of a line of the front matter."""
    found = _KEY.match(line)
    if not found:
        return None
    start = found.end()
    quoted, comment = _QUOTED.match(line, start), _COMMENT.search(line, start)
    end = quoted.end() if quoted else comment.start() if comment else len(line.rstrip())
    return Key(found[2].strip(), found[0], line[start:end], line[end:])


def as_yaml(text: str) -> str:
    """A text as a value of the front matter, in quotes if YAML would read it as something else."""
    try:
        plain = str(yaml.safe_load(f"key: {text}").get("key")) == text
    except (yaml.YAMLError, ValueError, AttributeError):
        plain = False
    return text if plain else yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000).strip()


def bare(value: str) -> str:
    """A value without emphasis around all of it."""
    mark = next((mark for mark in _AROUND if value.startswith(mark) and value.endswith(mark)), "")
    inner = value[len(mark) : len(value) - len(mark)]
    return inner if mark and inner and mark not in inner else value


def _neighbours(line: str) -> Iterator[tuple[str, str]]:
    """The cells of a table's row, each with the one after it."""
    row = cells(line) if "|" in line else []
    return ((normal(inline.plain(label).rstrip(_COLONS)), value) for label, value in pairwise(row))
