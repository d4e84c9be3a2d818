"""Which status a plan declares, and what a declared status means.

Several places may declare one. The order of precedence is defined here and nowhere else:

1. front matter,
2. the header: the labels above the first section,
3. a section `## Status`, or one such as `## Current Status` or `## 1. Status` if its text begins with a status,
4. the footer: the labels after the last rule.

Within a place the first line counts; "Implementation Status" counts only if no place has "Status". Placeholders such
as `[Draft | Approved]` declare nothing. A later place with another status is a `status-conflict`.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.model import Defect, Origin
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.status import statements
from mkdocs_plans.reading.status.lexicon import lexicon
from mkdocs_plans.reading.status.particles import UNBEGUN
from mkdocs_plans.reading.status.punctuation import clauses_of
from mkdocs_plans.reading.values import unbracketed
from mkdocs_plans.settings import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_plans.model import Field, Status
    from mkdocs_plans.settings import Settings

MAX_CHARACTERS = 300

_PRECEDENCE = (Origin.FRONT_MATTER, Origin.HEADER, Origin.SECTION, Origin.FOOTER)

# "State: Redux" is not a status: these labels count only if the value clearly is one.
_DOUBTFUL = frozenset(("state", "current state", "zustand", "stand"))
# As headings, these and some others mostly introduce prose: they declare a status only if their text begins with one.
_TELLING = frozenset((
    "current status", "current state", "project status", "overall status", "state", "現在のステータス", "進捗状況",
    "当前状态", "目前狀態", "현재 상태", "진행 상태", "состояние", "текущий статус", "zustand", "état", "etat",
    "état actuel", "estado", "estado actual", "estado atual", "situação", "situacao", "stato", "stato attuale",
))  # fmt: skip

_BOX = re.compile(r"(\[[ xX]\]|[☐☑☒])([^\[☐☑☒]{0,200})")
_OPEN_BOX = re.compile(r"\[ \]|☐")
_JOINTS = " \t|/,;·"
# As in YAML: `draft  # draft | done`.
_COMMENT = re.compile(r"\s{1,9}#\s[^|]{0,200}\|.*$")


def declared(fields: Sequence[Field], settings: Settings) -> tuple[Field | None, tuple[Defect, ...]]:
    """The field that declares the status, in the order given above, and what contradicts it."""
    usable = [
        field if value == field.value else field._replace(value=value)
        for field in fields
        if (value := value_of(field, settings))
    ]
    ordered = sorted(usable, key=lambda field: (field.key != "status", _PRECEDENCE.index(field.origin)))
    if not ordered:
        return None, ()
    first = ordered[0]
    rivals = (field for field in ordered[1:] if field.key == first.key)
    return first, tuple(_conflicts(first, rivals, settings))


def is_of_plan(field: Field, settings: Settings) -> bool:
    """Whether a field is about the plan's status, or that of its implementation, whatever its value."""
    is_status = field.key in ("status", "implementation-status") and bool(field.value)
    return is_status and not _is_about_something_else(field, settings)


def value_of(field: Field, settings: Settings) -> str | None:
    """The status that a field declares; None if it is about something else, or is a choice not yet made."""
    if not is_of_plan(field, settings):
        return None
    if _OPEN_BOX.search(field.value):
        return _ticked(field.value) or _unticked(field.value)
    said = _COMMENT.sub("", field.value) if " # " in field.value else ""
    if said not in ("", field.value) and classify(said, settings) is not UNKNOWN:
        return said
    inner = unbracketed(field.value)
    if inner != field.value and classify(inner, settings) is not UNKNOWN and not _is_choice(inner, settings):
        return inner
    if lexicon(settings.statuses).exact(field.value):  # "TODO" is a placeholder elsewhere, but not here
        return field.value
    return None if inline.is_placeholder(field.value) or _is_choice(field.value, settings) else field.value


def _is_about_something_else(field: Field, settings: Settings) -> bool:
    """Whether a label that may also mean something else does so here."""
    label = normal(field.label)
    if field.origin is Origin.SECTION and label in _TELLING:
        return statements.begins(field.value[:MAX_CHARACTERS], lexicon(settings.statuses)) is None
    return label in _DOUBTFUL and classify(field.value, settings) is UNKNOWN


def _ticked(text: str) -> str | None:
    """The one of several statuses that is ticked: `[ ] Draft [x] In progress`."""
    boxes = ((found[1], found[2].strip(_JOINTS)) for found in _BOX.finditer(text))
    ticked = [words for mark, words in boxes if words and not _OPEN_BOX.match(mark)]
    return ticked[0] if len(ticked) == 1 else None


def _unticked(text: str) -> str | None:
    """The status behind an empty box that says the same: `[ ] Not started`."""
    boxes = [found[2].strip(_JOINTS) for found in _BOX.finditer(text)]
    return boxes[0] if len(boxes) == 1 and normal(boxes[0]) in UNBEGUN else None


def _is_choice(text: str, settings: Settings) -> bool:
    """Whether a text lists statuses to choose from: `Draft | In Review | Done`."""
    for separator, least in (("|", 2), ("/", 3), (",", 3)):
        parts = [part for part in text[:MAX_CHARACTERS].split(separator) if part.strip()]
        if len(parts) >= least:
            found = [lexicon(settings.statuses).exact(part) for part in parts]
            # "Draft | Done | superseded by ADR-0005": three statuses are no coincidence, whatever the other parts are.
            if len(set(found) - {None}) > (1 if all(found) else 2):
                return True
    return False


def _conflicts(first: Field, rivals: Iterable[Field], settings: Settings) -> Iterator[Defect]:
    for rival in rivals:
        meant, other = classify(first.value, settings), classify(rival.value, settings)
        if UNKNOWN not in (meant, other) and other != meant:
            message = (
                f'status "{rival.value}" here contradicts "{first.value}" in line {first.line}, which takes precedence;'
                " keep only one"
            )
            yield Defect("status-conflict", rival.line, message, rival.value)
            return


def classify(text: str, settings: Settings) -> Status:
    """The configured status that a declared one means, or `settings.UNKNOWN`."""
    return _classify(text[:MAX_CHARACTERS], settings.statuses)


@lru_cache(maxsize=4096)
def _classify(text: str, statuses: tuple[Status, ...]) -> Status:
    return statements.read(text, lexicon(statuses)) or UNKNOWN


def suggest(text: str, settings: Settings) -> str | None:
    """The name of the status that an unknown one resembles, or None."""
    known = lexicon(settings.statuses)
    clause = next(clauses_of(text[:MAX_CHARACTERS]), "")
    if len(clause) < 3:
        return None
    for phrases, cutoff in ((known.own, 0.75), (known.phrases, 0.84)):
        near = get_close_matches(clause, [phrase for phrase in phrases if len(phrase) > 3], n=1, cutoff=cutoff)
        if near:
            return phrases[near[0]].name
    return None
