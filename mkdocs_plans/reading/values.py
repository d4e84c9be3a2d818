"""What the values of fields mean: dates, ids, and the spec that a header names."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.model import Spec
from mkdocs_plans.reading import inline

if TYPE_CHECKING:
    from mkdocs_plans.model import Field

_ISO = re.compile(r"(?<!\d)(\d{4})\s?[-\u2010-\u2013/.年년]\s?(\d{1,2})\s?[-\u2010-\u2013/.月월]\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)")
_MONTH_SECOND = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|°|er)?(?:\s{1,3}|[-/])(?:de\s|of\s)?([^\W\d_]{3,12})\.?,?(?:\s{1,3}|[-/])(?:de\s)?"
    r"(\d{4})(?!\d)"
)
_MONTH_BETWEEN = re.compile(r"(?<!\d)(\d{4})[-/\s]([^\W\d_]{3,12})[-/\s](\d{1,2})(?!\d)")
# Patterns of dates, and which groups are the year, the month and the day.
_DAYS = (
    (_ISO, 1, 2, 3), (_COMPACT, 1, 2, 3), (_DAY_FIRST, 3, 2, 1),
    (_MONTH_FIRST, 3, 1, 2), (_MONTH_SECOND, 3, 2, 1), (_MONTH_BETWEEN, 1, 2, 3),
)  # fmt: skip

# The first letters of the months, enough to tell them apart, in English, German, French, Spanish, Portuguese, Italian
# and Russian.
_MONTHS = (
    ("jan", "jän", "ene", "gen", "янв"), ("feb", "fév", "fev", "фев"), ("mar", "mär", "мар"),
    ("apr", "avr", "abr", "апр"), ("may", "mai", "mag", "мая", "май"), ("jun", "juin", "giu", "июн"),
    ("jul", "juil", "lug", "июл"), ("aug", "aoû", "ago", "авг"), ("sep", "set", "сен"),
    ("oct", "okt", "out", "ott", "окт"), ("nov", "ноя"), ("dec", "dez", "déc", "dic", "дек"),
)  # fmt: skip

_ID = re.compile(
    r"(?<![\w/\\.-])(?<!\w#)([A-Za-z]{1,12}(?:-[A-Za-z][A-Za-z0-9]{0,20}){0,5}-\d{1,6}[a-z]?|SPEC-[0-9A-Za-z][\w-]{0,60}|\d{1,6})(?![\w])",
    re.ASCII,
)
_WORD_ID = re.compile(r"^(?:spec(?:ification)?|feature|plan)[\s#:]{1,3}#?(\d{1,6})$", re.IGNORECASE)
# Text before a number that is an id: "Login, spec 37", "see #37".
_NUMBERED = re.compile(
    r"(?:[#№°]|\b(?:spec(?:ification)?|feature|plan|id|no\.|nr\.|number)[\s:]|仕様|機能|规格|功能|스펙|기능)\s?$",
    re.IGNORECASE,
)
_FOLDER_ID = re.compile(
    r"^((?:(?:[A-Z]{1,12}|[a-z]{1,2}|spec|feat|feature|plan|rfc|adr|prd)-)?\d{1,6})(?=[-_ .]|$)"
    r"|^(SPEC-[A-Z0-9][A-Z0-9-]{0,60}[A-Z0-9]|SPEC-[0-9a-f]{6,40})(?=[-_. ]|$)"
)
_PATH_LIKE = re.compile(
    r"(?!n/a\b|[\w.-]{1,60}/[\w.-]{1,60}#\d)(?:[A-Za-z]:)?[\w.@-]{0,200}[/\\][^\s]{1,500}|[^\s/\\]{1,200}\.(?:md|mdx|markdown|txt|rst|adoc|pdf)\b",
    re.IGNORECASE,
)
_MARKS_OF_PATHS = frozenset("/\\.")  # each path has one of them
_ENDS = (". ", ", ", "; ")
_ID_STAND_IN = re.compile(r"(?:[A-Za-z]{1,10}-)?(?:X{2,6}|N{2,6}|#{2,6})")
_DAY_LIKE = re.compile(r"(?<!\d)\d{4}(?!\d)|\d{1,2}[./-]\d{1,2}")
_WHOLE_ID = re.compile(r"#?[\w-]{1,80}")
# A day, or a month: `2026-03-01-login`, `2026-03-login`.
_DATED = re.compile(r"^(?:\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![^\s._-]))")


@lru_cache(maxsize=4096)
def day(text: str) -> str | None:
    """The first day that a text names, as YYYY-MM-DD.

    ISO dates, also with slashes or dots, Japanese, Chinese and Korean ones, `1 March 2026`, `March 1, 2026`,
    `01-Mar-2026`, `01.03.2026`. `03/04/2026` could be two dates, so it counts as none; `03/25/2026` is one. Cached,
    since it is asked for when a day is read and when it is checked.
    """
    head = text[:200]
    for pattern, year, month, number in _DAYS:
        if found := pattern.search(head):
            return _date(int(found[year]), _month(found[month]), int(found[number]))
    found = _SLASHED.search(head)
    return _slashed(int(found[1]), int(found[2]), int(found[3])) if found else None


def is_day(text: str) -> bool:
    """Whether a text is a day and nothing else."""
    patterns = (*(pattern for pattern, *_ in _DAYS), _SLASHED)
    return day(text) is not None and any(pattern.fullmatch(text) for pattern in patterns)


def _slashed(first: int, second: int, year: int) -> str | None:
    if first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _date(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    if name.isdecimal():
        return int(name)
    folded = name.casefold()
    return next((at for at, starts in enumerate(_MONTHS, 1) if folded.startswith(starts)), 0)


def looks_like_day(text: str) -> bool:
    """Whether a text is meant to be a day, readable or not: it has a year, or numbers with separators."""
    return bool(_DAY_LIKE.search(text[:200]))


def is_id(text: str) -> bool:
    """Whether a text is an id and nothing else: one word with a number in it."""
    return bool(_WHOLE_ID.fullmatch(text)) and any(character.isdigit() for character in text)


def identifier(text: str) -> str | None:
    """The id in a text: `SPEC-012`, `F-105`, `037`, `SPEC-AUTH-001`, or the number of a folder in a path."""
    bare = text.strip().strip("[]`").strip()
    if is_path(bare):
        return _of_path(bare)
    if found := _WORD_ID.match(bare):
        return found[1]
    if not _DATED.match(bare) and (stated := _stated(bare[:300])):
        return stated
    place = bare.split(" ")[0].rstrip(",.:;")
    return _of_path(place) if is_path(place) else folder_id(bare)


def _stated(text: str) -> str | None:
    """The first id in a text."""
    return next((found[1] for found in _ID.finditer(text) if _is_meant(found, text)), None)


def _is_meant(found: re.Match[str], text: str) -> bool:
    """Whether what looks like an id is one: a bare number may be a page or a revision, unless written like an id."""
    at = found.start()
    return not found[1].isdigit() or at == 0 or found[1][0] == "0" or _NUMBERED.search(text, 0, at) is not None


def _of_path(path: str) -> str | None:
    """The id of the folder nearest to the file, or of the file where it has one."""
    parts = path.replace("\\", "/").split("#")[0].rstrip("/").split("/")
    for part in reversed(parts[-3:]):
        if found := folder_id(part):
            return found
    return None


def folder_id(name: str) -> str | None:
    """The id that the name of a folder or a file begins with: `012-login`, `F-105-memory`, `SPEC-a28f3f95`."""
    if _DATED.match(name):
        return None
    found = _FOLDER_ID.match(name)
    return (found[1] or found[2]) if found else None


def is_path(text: str) -> bool:
    """Whether a text is a path or the name of a document, with slashes of either kind."""
    return not _MARKS_OF_PATHS.isdisjoint(text) and bool(_PATH_LIKE.fullmatch(text.strip()))


def spec(named: Field | None, numbered: Field | None, own_id: str | None) -> Spec:
    """The spec that a header names: by its label, by the label of its id, or by an id that is a spec's (`SPEC-…`)."""
    text = _said(named)
    id_text = _said(numbered)
    if text is None and id_text is None:
        is_spec = own_id is not None and own_id.upper().startswith("SPEC-")
        return Spec(own_id, own_id) if is_spec else Spec()
    found = (identifier(text) if text else None) or (id_text and (identifier(id_text) or id_text)) or None
    path = named.target if named else None
    if path is None and text is not None:
        bare = text.split(" ")[0].rstrip(".,;:")
        path = bare if is_path(bare) else None
        if path and f"{text[len(path) :]} ".startswith(_ENDS):
            text = path  # "docs/spec.md. Read it first." names docs/spec.md
    if found is None and path:
        found = _of_path(path)
    return Spec(text or id_text, found, path)


def stands_for_id(text: str) -> bool:
    """Whether a value is a template's placeholder for an id: `SPEC-XXX`, `NNN`."""
    return _ID_STAND_IN.fullmatch(text) is not None


def says(text: str) -> bool:
    """Whether a value was written by somebody: `[SPEC-012]` was, `[Name]` was not."""
    return bool(text) and (not inline.is_placeholder(text) or is_id(unbracketed(text)))


def _said(field: Field | None) -> str | None:
    return unbracketed(field.value) if field is not None and says(field.value) else None


def unbracketed(text: str) -> str:
    """A value without the one pair of brackets around it, or the two of a link to a note (`[[Ada]]`)."""
    if text[:1] != "[" or text[-1:] != "]":
        return text
    width = 2 if text[:2] == "[[" and text[-2:] == "]]" else 1
    inner = text[width:-width]
    return text if "[" in inner or "]" in inner else inner.strip()
