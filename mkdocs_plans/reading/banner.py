"""A status without a label, in bold right above or below the title: `> **DONE.** It was shipped in May`.

It counts only if the plan declares none otherwise. Only words for an end, a pause and a draft are read like this:
others begin a text about something else too often, as in "**Approved** designs".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.reading import inline, sentences, values
from mkdocs_plans.reading.fields import Line
from mkdocs_plans.reading.found import Found
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.status import statements
from mkdocs_plans.reading.status.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.reading.outline import Heading, Outline
    from mkdocs_plans.settings import Settings

MAX_CHARACTERS = 500
LABEL = "Status"
_ENDS = (Stage.DONE, Stage.DROPPED, Stage.PAUSED)
_DRAFTS = frozenset(("draft", "wip", "work in progress"))
# Words that may well begin a text about something else.
_VAGUE = frozenset((
    "fixed", "live", "removed", "invalid", "void", "duplicate", "validated", "verified", "resolved", "built",
    "published", "retrospective", "later", "hold", "waiting", "mitigated", "ga", "stopped", "killed", "concluded",
    "blocked by", "blocked on", "waiting for", "waiting on", "stuck", "frozen", "suspended", "halted", "delayed",
))  # fmt: skip
# A word that may have a colon behind it, although it is no label.
_NO_LABELS = frozenset(("archived",))
_MOST_WORDS = 3
_BOLD = re.compile(r"[^\w*`\[]{0,6}\*\*(?=\w)([^*\n]{2,300})")
_WORD = re.compile(r"[\w'’]+(?:[ -](?=\w))?")
# What may follow the words of a status: nothing, punctuation, a day, or when, where and by what.
_FOLLOWED = re.compile(
    r"(?:\*\*)?\s?(?:\*\*)?\s?(?:$|[.,;!/|·•。，；（(`\[]|[—–]|-{1,2}\s|\d|(?:on|in(?!\spart)|by|since|via|at|as\sof|with)\b)"
)
_COLON = re.compile(r"(?:\*\*)?[:：](?:\*\*)?\s?(.{0,80})")
_IN_PART = re.compile(r"\b(?:part|partly|partially|parts|scope)\b", re.IGNORECASE)


def banner(outline: Outline, title: Heading | None, settings: Settings) -> Found | None:
    """The status that a plan is marked with above or below its title."""
    found = (_status(outline, at, settings) for at in _places(outline, title))
    return next(filter(None, found), None)


def _places(outline: Outline, title: Heading | None) -> Iterator[int]:
    """The first line of the file, and the first one below the title, if they are bold text or a quote."""
    first = title.line if title else 1
    for begin, end in ((1, first), (title.last_line + 1 if title else 1, len(outline.lines) + 1)):
        at = next((at for at in range(begin, end) if outline.lines[at - 1].strip()), None)
        if at is not None and outline.kinds[at - 1] == Kind.TEXT and "**" in outline.lines[at - 1]:
            yield at
        elif at is not None and outline.lines[at - 1].startswith("> [!") and at < len(outline.lines):
            yield at + 1


def _status(outline: Outline, at: int, settings: Settings) -> Found | None:
    """The status that a line begins with in bold, up to the end of its sentence."""
    source = outline.lines[at - 1]
    text = Line.of(at, source).text[:MAX_CHARACTERS]
    bold = _BOLD.match(text)
    words = _words(bold[1], settings) if bold else ""
    if not bold or not words:
        return None
    start = bold.start(1)
    behind = text[start + len(words) :]
    colon = _COLON.match(behind)
    if colon and not (source.lstrip().startswith(">") and (_is_no_label(words, settings) or values.day(colon[1][:12]))):
        return None
    if not (colon or words.endswith(" by") or _FOLLOWED.match(behind)):
        return None
    value = text[start : sentences.end(text, start)].rstrip()
    meant = statements.read(inline.plain(value), lexicon(settings.statuses))
    stages = {meant and meant.stage, _meant(words, settings)}  # "Archived — superseded" is dropped
    is_sure = len(stages) == 1 or stages.issubset(_ENDS)
    return Found(LABEL, value, at) if is_sure and not _IN_PART.search(value) else None


def _words(text: str, settings: Settings) -> str:
    """The words of a status that a text begins with, as written; empty if there are none."""
    ends = [found.end() for found, _ in zip(_WORD.finditer(text), range(_MOST_WORDS), strict=False)]
    heads = (text[:end].rstrip(" -") for end in reversed(ends))
    return next((head for head in heads if _meant(head, settings) is not None), "")


def _meant(words: str, settings: Settings) -> Stage | None:
    """The stage of the words of a status, if they can stand without a label."""
    normal = inline.words(words)
    status = lexicon(settings.statuses).phrases.get(normal)
    if status is None or normal in _VAGUE:
        return None
    return status.stage if status.stage in _ENDS or normal in _DRAFTS else None


def _is_no_label(words: str, settings: Settings) -> bool:
    return inline.words(words) in _NO_LABELS or _meant(words, settings) is Stage.DROPPED
