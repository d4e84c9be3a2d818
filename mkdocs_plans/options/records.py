"""Readers for the options that have a shape of their own: statuses, sections, sources, rules, folders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

from mkdocs_plans import expressions
from mkdocs_plans.model import Severity, Stage, Status
from mkdocs_plans.options.values import (
    OptionError,
    boolean,
    count,
    did_you_mean,
    inside,
    mapping,
    named,
    one_of,
    patterns,
    record,
    records,
    text,
    texts,
)
from mkdocs_plans.rules import SEVERITIES
from mkdocs_plans.settings import (
    DEFAULT_FOLDERS,
    DEFAULT_STATUSES,
    PALETTE,
    STAGE_COLORS,
    RuleSetting,
    SectionSpec,
    Source,
)

RESERVED_SLUGS = ("unknown", "none")


def slugify(name: str) -> str:
    """The slug of a status: lower case with hyphens, other scripts kept."""
    text = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[\W_]+", "-", text).strip("-")


_stage = one_of(*Stage)


def _status(value: object) -> Status:
    given = {"name": value} if isinstance(value, str) else value
    readers: dict[str, Callable[[object], Any]] = {
        "name": text,
        "slug": lambda slug: slugify(text(slug)),
        "stage": _stage,
        "emoji": text,
        "color": one_of(*PALETTE),
        "aliases": texts,
        "wip": count,
    }
    status = record(given, readers, "name")
    stage = Stage(status.pop("stage", Stage.TODO))
    slug = status.pop("slug", None) or slugify(status["name"])
    if slug in RESERVED_SLUGS or not slug:
        raise OptionError([f'the slug "{slug}" of status "{status["name"]}" is reserved; give it another one as slug'])
    color = status.pop("color", STAGE_COLORS[stage])
    return Status(slug=slug, stage=stage, color=color, own=True, **status)


def statuses(value: object) -> tuple[Status, ...]:
    """The team's own columns; an empty list means the default ones."""
    own: tuple[Status, ...] = records(value, _status)
    slugs = [status.slug for status in own]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise OptionError([f'two statuses share the slug "{slug}"' for slug in twice])
    return own or DEFAULT_STATUSES


def _heading(value: object) -> str:
    heading = text(value)
    if heading.startswith("/") and heading.endswith("/"):
        raise OptionError([f"expected a heading, not {value!r}; an expression may stand among the aliases"])
    return heading


def _aliases(value: object) -> tuple[str, ...]:
    """Other headings, and regular expressions between slashes."""
    aliases = texts(value)
    mistakes = []
    for at, alias in enumerate(aliases, 1):
        if expressions.is_expression(alias):
            try:
                expressions.compiled(alias)
            except expressions.ExpressionError as error:
                mistakes.append(f"item {at}: {alias}: {error}")
    if mistakes:
        raise OptionError(mistakes)
    return aliases


def _section(value: object) -> SectionSpec:
    if isinstance(value, str):
        return SectionSpec(_heading(value))
    readers: dict[str, Callable[[object], Any]] = {
        "name": _heading,
        "aliases": _aliases,
        "optional": boolean,
        "from": text,
    }
    given = record(value, readers, "name")
    return SectionSpec(start=given.pop("from", None), **given)


def sections(value: object) -> tuple[SectionSpec, ...]:
    """Sections by name, or with all that can be said of one."""
    return records(value, _section)


def _source(value: object) -> Source:
    readers: dict[str, Callable[[object], Any]] = {
        "path": text,
        "mount": inside,
        "label": text,
        "template": text,
        "optional": boolean,
        "repo_url": text,
        "edit_uri": _edit_uri,
    }
    given = record({"path": value} if isinstance(value, str) else value, readers, "path")
    if "edit_uri" in given and "repo_url" not in given:
        raise OptionError(["edit_uri stands behind the address of a repository; name that one too, as repo_url"])
    if "mount" not in given:
        given["mount"] = default_mount(given["path"])
    return Source(**given)


def _edit_uri(value: object) -> str:
    """What MkDocs takes for its own option of that name: https://www.mkdocs.org/user-guide/configuration/#edit_uri."""
    uri = text(value)
    return uri if uri.endswith("/") else f"{uri}/"


def default_mount(path: str) -> str:
    """The folder's own path; dots in front go, since MkDocs leaves dot-folders out, and so do colons."""
    parts = [part.lstrip(".").replace(":", "-").strip() for part in path.replace("\\", "/").split("/")]
    return "/".join(part for part in parts if part) or "source"


def sources(value: object) -> tuple[Source, ...]:
    """Folders outside docs_dir, by path or with all that can be said of one; no two at one mount."""
    given: tuple[Source, ...] = records(value, _source)
    mounts = [source.mount for source in given]
    twice = sorted({mount for mount in mounts if mounts.count(mount) > 1})
    if twice:
        raise OptionError([f'two sources are mounted at "{mount}"; give one of them another mount' for mount in twice])
    return given


def _rule(value: object) -> RuleSetting:
    severity = one_of(*Severity)
    # YAML reads a bare `off` as false.
    given = {"severity": value} if not isinstance(value, Mapping) else value
    readers: dict[str, Callable[[object], Any]] = {
        "severity": lambda item: Severity(severity("off" if item is False else item)),
        "exclude": patterns,
    }
    return RuleSetting(**record(given, readers))


def rules(value: object) -> Mapping[str, RuleSetting]:
    """Rules by name, each with a severity or with a mapping."""
    return _known(value, SEVERITIES, "rule", _rule)


def words(value: object) -> Mapping[str, str]:
    """Other words for those on the pages."""
    # The command line starts sooner without the views, and most sites name no words.
    from mkdocs_plans.views.languages import ENGLISH  # noqa: PLC0415

    return _known(value, ENGLISH, "word", text)


def _known(value: object, known: Collection[str], kind: str, read: Callable[[object], Any]) -> Mapping[str, Any]:
    """Names with values, where only some names are known; the mistakes are in the order of the file."""
    mistakes: list[str] = []
    values: dict[str, Any] = {}
    for name, item in mapping(value).items():
        if name not in known:
            mistakes.append(f"there is no {kind} {name!r}{did_you_mean(name, known)}")
            continue
        try:
            values[name] = read(item)
        except OptionError as error:
            mistakes.extend(f"{name}: {mistake}" for mistake in error.mistakes)
    if mistakes:
        raise OptionError(mistakes)
    return MappingProxyType(values)


def folders(value: object) -> Mapping[str, Stage]:
    """Folder names with their stages, beside the built-in ones."""
    own: Mapping[str, Stage] = named(lambda stage: Stage(_stage(stage)))(value)
    return MappingProxyType({**DEFAULT_FOLDERS, **own})
