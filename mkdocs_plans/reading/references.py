"""References to other plans in a header: `Depends on: SPEC-007, [Users](../007-users/plan.md)`.

A value is split at commas and the word "and". A part is a link, a path, an id, or the name or title of a plan; it is
resolved when all plans are known (`mkdocs_plans.relating.naming`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.linking import is_relative
from mkdocs_plans.model import Reference
from mkdocs_plans.reading import inline, values
from mkdocs_plans.reading.marks import BOX

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = frozenset(("depends-on", "blocks", "supersedes", "superseded-by", "related"))
MOST = 100
_LONGEST = 120

# `[[012-login/plan|Login]]`, as in Obsidian: the note's own name, or that of its folder, tells which one is meant.
_WIKI_LINK = re.compile(
    r"\[\[([^\[\]|#\n]{1,300}?)(?:/(?:plan|spec|index|readme))?(?:\.md)?(?:#[^\[\]|]{0,200})?(?:\|[^\[\]]{0,200})?\]\]",
    re.IGNORECASE,
)
_BOX = re.compile(rf"\s{{0,9}}{BOX}")
# A link, a remark in parentheses, or a separator between references.
_ATOM = re.compile(
    r"!?\[([^\[\]]{0,500})\]\(\s{0,9}<?([^()\s<>]{0,1000})>?(?:\s[^()]{0,500})?\)"
    r"|(\([^()]{0,300}\))"
    rf"|([,;、，；·|→]|\s(?:and|und|et|и|と|&|\+|/)(?=\s)|{inline.BREAK_TAG.pattern})",
    re.IGNORECASE,
)
# References to another plan in a status: "Superseded by 015", "On hold (blocked by SPEC-007)". At the beginning, or
# where a clause begins: "no longer blocked by 001" and "014 depends on 001" do not count.
_IN_STATUS = re.compile(
    r"(?:^[^\w]{0,20}|[(,;:·–—-]\s{0,3})(?:(?:is|currently|now|still)\s{1,3})?"
    r"(?:(superseded|replaced|obsoleted)\s{1,3}(?:by|with)|(?:blocked|waiting|waits)\s{1,3}(?:by|on|for)|depends\s{1,3}on)\b:?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s{1,9}(?:[-–—:(]|\[)|:\s|$")
_LETTERED = re.compile(r"[A-Za-z]{1,12}(?:-[A-Za-z]{1,20}){0,3}-\d{1,6}(?![\w-])")
_NUMBERED = re.compile(
    r"(?:(?:spec|plan|feature)\s{1,3})?(#?\d{1,6}[a-z]?(?:[-.]\d{1,6}){0,3})(?=\s{1,9}[-–—:(]|:|$)", re.IGNORECASE
)
# A number with leading zeros is one of a series, whatever follows it; other numbers may count something.
_PADDED = re.compile(r"(0\d{1,5})\s{1,9}(?=[^\W\d_])")
# What looks like an id or a path but means no plan: a date, an issue of a forge, "not applicable". A date followed by a
# name is that of a file or folder.
_NO_PLAN = re.compile(
    r"\d{4}-\d{2}-\d{2}\b(?!-\w{0,20}[^\W\d_])|[\w.-]{1,60}/[\w.-]{1,60}#\d|n\s?/\s?a\b", re.IGNORECASE
)
_FOLDER = re.compile(r"\d{2,6}-[\w-]{1,100}")


def references(value: str, key: str | None) -> tuple[Reference, ...]:
    """The plans that a value names, as written with its markup; `key` is the meaning of its label."""
    if key == "status":
        return tuple(_in_status(value))
    if key not in KINDS:
        return ()
    parts = tuple(_read(value, key))
    whole = inline.plain(value)
    if len(parts) > 1 and len(whole) <= _LONGEST and not any(map(is_definite, parts)):
        return (Reference(key, whole, is_whole=True), *parts)
    return parts


def _in_status(value: str) -> Iterator[Reference]:
    found = _IN_STATUS.search(value[:1000])
    if found:
        kind = "superseded-by" if found[1] else "depends-on"
        yield from filter(is_definite, _read(value[found.end() :], kind))


def _read(value: str, kind: str) -> Iterator[Reference]:
    """Each part of a value; a link has a destination, so words around it are a remark."""
    value = _WIKI_LINK.sub(r"\1", value)
    text: list[str] = []
    linked = False
    at = 0
    for count, atom in enumerate(_ATOM.finditer(value)):
        if count > MOST:
            return
        text.append(value[at : atom.start()])
        at = atom.end()
        label, destination, _, separator = atom.groups()
        if destination and is_relative(destination):
            yield Reference(kind, inline.plain(label) or destination, destination)
        linked = linked or bool(destination)
        if separator:
            yield from () if linked else _part("".join(text), kind)
            text, linked = [], False
    if not linked:
        yield from _part("".join((*text, value[at:])), kind)


def _part(source: str, kind: str) -> Iterator[Reference]:
    text = inline.plain(_BOX.sub("", source, count=1)).lstrip(" []*-–—").rstrip(" []*-–—.")
    if not text or "://" in text or _NO_PLAN.match(text) or inline.is_placeholder(source):
        return
    head = text.split()[0].rstrip(".,;:")
    if values.is_path(head):
        if is_relative(head):
            yield Reference(kind, head, head)
    elif found := _LETTERED.match(text):
        yield Reference(kind, found[0])
    elif found := _NUMBERED.match(text) or _PADDED.match(text):
        yield Reference(kind, found[1])
    elif name := text[: found.start()] if (found := _REMARK.search(text)) else text:
        yield Reference(kind, name[:_LONGEST])


def is_definite(reference: Reference) -> bool:
    """Whether a plan must be meant: the text is a path or an id. Other words may or may not be a name."""
    if reference.is_whole or reference.text.startswith("#"):  # "#45" may be an issue
        return False
    return reference.target is not None or any(
        form.fullmatch(reference.text) for form in (_LETTERED, _NUMBERED, _FOLDER)
    )
