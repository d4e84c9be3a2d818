"""Readers for the options that have a shape of their own: sections, sources, rules, folders and others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from mkdocs_plans.model import Severity, Stage
from mkdocs_plans.options.paths import inside, path
from mkdocs_plans.options.statuses import stage
from mkdocs_plans.options.values import (
    OptionError,
    Reader,
    ambiguous,
    boolean,
    heading,
    headings,
    known,
    mapping,
    named,
    one_of,
    patterns,
    record,
    records,
    shown,
    text,
    texts,
)
from mkdocs_plans.patterns import compiled
from mkdocs_plans.rules import SEVERITIES
from mkdocs_plans.settings import (
    DEFAULT_FOLDERS,
    RuleSetting,
    SectionSpec,
    Source,
    default_mount,
)

# Names of other text files, some of which MkDocs takes for Markdown; a pattern for a folder of that name ends in a
# slash.
_NO_PLAN = re.compile(r"^[^!].*\.(?:markdown|mdown|mkdn?|mdx|txt|rst|adoc|html?)\s*$", re.IGNORECASE)


def _name(value: object) -> str:
    name = heading(value)
    if name.startswith("/") and name.endswith("/"):
        raise OptionError([f"expected a heading, not {shown(value)}; put regular expressions into `aliases`"])
    return name


def _section(value: object) -> SectionSpec:
    if isinstance(value, str):
        return SectionSpec(_name(value))
    readers: dict[str, Reader] = {
        "name": _name,
        "aliases": headings,
        "optional": boolean,
        "from": text,
    }
    given = record(value, readers, "name")
    return SectionSpec(start=given.pop("from", None), **given)


def sections(value: object) -> tuple[SectionSpec, ...]:
    """Sections, each as a name or as a mapping; no two of one name."""
    given: tuple[SectionSpec, ...] = records(value, _section)
    names = [section.name.casefold() for section in given]
    if twice := [section.name for at, section in enumerate(given) if names.index(names[at]) < at]:
        raise OptionError(f'two sections are called "{name}"; remove one of them' for name in twice)
    return given


def _source(value: object) -> Source:
    readers: dict[str, Reader] = {
        "path": path,
        "mount": inside,
        "label": text,
        "template": path,
        "optional": boolean,
        "repo_url": text,
        "edit_uri": _edit_uri,
    }
    given = record({"path": value} if isinstance(value, str) else value, readers, "path")
    if "edit_uri" in given and "repo_url" not in given:
        raise OptionError(["edit_uri needs repo_url; name the repository as well"])
    if "mount" not in given:
        given["mount"] = default_mount(given["path"])
    return Source(**given)


def _edit_uri(value: object) -> str:
    """A value as for MkDocs' own option of that name: https://www.mkdocs.org/user-guide/configuration/#edit_uri."""
    uri = text(value)
    return uri if uri.endswith("/") else f"{uri}/"


def sources(value: object) -> tuple[Source, ...]:
    """Folders outside docs_dir, each as a path or as a mapping; no two at one mount."""
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
    readers: dict[str, Reader] = {
        "severity": lambda item: Severity(severity("off" if item is False else item)),
        "exclude": patterns,
    }
    return RuleSetting(**record(given, readers))


def rules(value: object) -> Mapping[str, RuleSetting]:
    """Rules by name, each with a severity or a mapping."""
    return _some(value, SEVERITIES, "rule", _rule)


def labels(value: object) -> Mapping[str, tuple[str, ...]]:
    """More labels of headers, by their meaning."""
    from mkdocs_plans.reading.terms import LABELS  # noqa: PLC0415 - few sites need it, and `--help` starts sooner

    own: Mapping[str, tuple[str, ...]] = _some(value, LABELS, "label", texts)
    if shared := ambiguous(own.items()):
        raise OptionError(shared)
    return own


def included(value: object) -> tuple[str, ...]:
    """Patterns that can match Markdown files."""
    given = patterns(value)
    wrong = [(at, pattern) for at, pattern in enumerate(given, 1) if _NO_PLAN.search(pattern)]
    if wrong:
        raise OptionError(f"item {at}: {pattern!r} cannot match a plan; plans end in .md" for at, pattern in wrong)
    return given


def owners(value: object) -> Mapping[str, str]:
    """Patterns of folders with their owners; as in CODEOWNERS, no pattern can exclude."""
    given: Mapping[str, str] = named(text)(value)
    mistakes = [f"expected a pattern as in CODEOWNERS, not {name!r}" for name in given if not _takes_in(name)]
    if mistakes:
        raise OptionError(mistakes)
    return given


def _takes_in(pattern: str) -> bool:
    found = compiled(pattern)
    return found is not None and bool(found.include)


def words(value: object) -> Mapping[str, str]:
    """Other texts for the labels on the pages."""
    # The command line starts sooner without them, and most sites name no words.
    from mkdocs_plans.languages import ENGLISH  # noqa: PLC0415

    return _some(value, ENGLISH, "word", text)


def _some(value: object, names: Collection[str], kind: str, read: Reader) -> Mapping[str, Any]:
    """Names with values of one kind, where only some names are known."""
    return MappingProxyType(known(mapping(value), dict.fromkeys(names, read), kind))


def folders(value: object) -> Mapping[str, Stage]:
    """Folder names with their stages, beside the built-in ones."""
    own: Mapping[str, Stage] = named(stage)(value)
    return MappingProxyType({**DEFAULT_FOLDERS, **own})
