"""Kinds of plans: the folders that plans are in, and whether the sections they share differ between folders."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs_plans.checks import headings
from mkdocs_plans.discovery import home
from mkdocs_plans.starting import sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plans.model import Document, Plan
    from mkdocs_plans.starting.sharing import Shared

_HOMES_AT_MOST = 3
# Fewer plans than this have no habits.
_PLANS_AT_LEAST = 3
# Folders with at least this share in common hold plans of one kind.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Kind:
    """The plans of some folders: how many there are, and the sections that most of them share."""

    folders: tuple[str, ...]
    count: int
    shared: tuple[Shared, ...]


def homes(files: Iterable[str]) -> Mapping[str, str]:
    """The home of each plan: the folder that it shares with others; plans at the top of the project have none.

    A folder with more than a few homes is the home of all of their plans.
    """
    own = {file: PurePosixPath(above) for file in files if (above := home(file) or posixpath.dirname(file))}
    tops = {place for place in own.values() if not any(other in place.parents for other in own.values())}
    crowded = {top for top, count in Counter(place.parts[0] for place in tops).items() if count > _HOMES_AT_MOST}
    chosen: dict[str, str] = {}
    for path, place in own.items():
        top = next((top for top in tops if top == place or top in place.parents), place)
        chosen[path] = top.parts[0] if top.parts[0] in crowded else str(top)
    return chosen


def kinds(plans: Iterable[Plan], home_of: Mapping[str, str]) -> tuple[Kind, ...]:
    """The kinds of plans, those of most plans first; empty if all plans are of one kind."""
    living: dict[str, list[Document]] = {}
    for plan in plans:
        living.setdefault(home_of.get(plan.file, ""), []).append(plan.document)
    groups: list[tuple[list[str], list[Document]]] = []
    for folder, documents in sorted(living.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(documents) >= _PLANS_AT_LEAST:
            _join(groups, folder, documents)
    found = [Kind(tuple(folders), len(documents), sharing.sections(documents)) for folders, documents in groups]
    return tuple(found) if len(found) > 1 and any(kind.shared for kind in found) else ()


def _join(groups: list[tuple[list[str], list[Document]]], folder: str, documents: list[Document]) -> None:
    """Add the plans of a folder to those of the same kind, or begin a new kind."""
    for folders, others in groups:
        if _are_alike(others, documents):
            folders.append(folder)
            others.extend(documents)
            return
    groups.append(([folder], list(documents)))


def _are_alike(some: Sequence[Document], others: Sequence[Document]) -> bool:
    one, other = _names(some), _names(others)
    return len(one & other) >= _ALIKE * len(one | other)


def _names(documents: Sequence[Document]) -> set[str]:
    return {headings.keys(each.section.name)[-1] for each in sharing.sections(documents)}
