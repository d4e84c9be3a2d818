"""The team's own statuses: the columns of the board, and the words that mean them."""

from __future__ import annotations

import re
import unicodedata

from mkdocs_plans.model import Stage, Status
from mkdocs_plans.options.values import (
    OptionError,
    Reader,
    ambiguous,
    count,
    one_of,
    record,
    records,
    shown,
    text,
    texts,
)
from mkdocs_plans.settings import DEFAULT_STATUSES, PALETTE, STAGE_COLORS

RESERVED_SLUGS = ("unknown", "none")


def slugify(name: str) -> str:
    """The slug of a status: lower case with hyphens, other scripts kept."""
    text = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[\W_]+", "-", text).strip("-")


def stage(value: object) -> Stage:
    """The stage that a status or a folder means."""
    return Stage(one_of(*Stage)(value))


def _slug(value: object) -> str:
    slug = slugify(text(value))
    if not slug:
        raise OptionError([f"expected a slug with a letter or digit, not {shown(value)}"])
    return slug


def _status(value: object) -> Status:
    given = {"name": value} if isinstance(value, str) else value
    readers: dict[str, Reader] = {
        "name": text,
        "slug": _slug,
        "stage": stage,
        "emoji": text,
        "color": one_of(*PALETTE),
        "aliases": texts,
        "wip": count,
    }
    status = record(given, readers, "name")
    means: Stage = status.pop("stage", Stage.TODO)
    slug = status.pop("slug", None) or slugify(status["name"])
    if not slug:
        raise OptionError([f'the name "{status["name"]}" has no letter or digit to make a slug from; set `slug`'])
    if slug in RESERVED_SLUGS:
        raise OptionError([f'the slug "{slug}" of status "{status["name"]}" is reserved; set another `slug`'])
    color = status.pop("color", STAGE_COLORS[means])
    return Status(slug=slug, stage=means, color=color, own=True, **status)


def statuses(value: object) -> tuple[Status, ...]:
    """The team's own columns; an empty list means the default ones."""
    own: tuple[Status, ...] = records(value, _status)
    slugs = [status.slug for status in own]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise OptionError([f'two statuses share the slug "{slug}"; set another `slug` for one' for slug in twice])
    words = ((status.name, (status.name, status.slug, *status.aliases)) for status in own)
    if shared := ambiguous(words):
        raise OptionError(shared)
    return own or DEFAULT_STATUSES
