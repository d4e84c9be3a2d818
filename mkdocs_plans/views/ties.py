"""The relations of a plan to others, declared by itself or by them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.discovery import SPEC, TASKS, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plans.model import Catalogue, Plan, Relation, Specification

# How many plans are listed in one place before the rest are only counted.
NAMED = 20


@dataclass(frozen=True, slots=True)
class Ties:
    """The neighbours of one plan.

    Attributes:
        spec: The file of its spec, if it was read.
        depends_on: The plans that it needs, finished or not.
        needed_by: The plans that need it.
        replaces: The plans that it replaces.
        replaced_by: The plans that replace it.
        related: Other plans and pages that it names, with its words for them.
        named_by: Other plans that name it.
        unfound: Its references to plans that do not exist.
    """

    spec: Specification | None = None
    depends_on: tuple[Plan, ...] = ()
    needed_by: tuple[Plan, ...] = ()
    replaces: tuple[Plan, ...] = ()
    replaced_by: tuple[Plan, ...] = ()
    related: tuple[Relation, ...] = ()
    named_by: tuple[Plan, ...] = ()
    unfound: tuple[Relation, ...] = ()


def ties(plan: Plan, catalogue: Catalogue) -> Ties:
    """The neighbours of a plan; one that is named in two ways is listed under the stronger one."""
    depends_on = _plans(catalogue.prerequisites.get(plan.path, ()))
    needed_by = _plans(catalogue.dependents.get(plan.path, ()))
    replaced_by = _plans(catalogue.replacements.get(plan.path, ()))
    replaces = _plans(catalogue.replaced.get(plan.path, ()))
    closer = {other.path for other in (*depends_on, *needed_by, *replaced_by, *replaces)}
    related = tuple(item for item in plan.relations if item.path and item.path not in closer)
    named = {item.path for item in related} | closer
    return Ties(
        catalogue.spec_by_path.get(plan.spec.path or ""),
        depends_on,
        needed_by,
        replaces,
        replaced_by,
        related,
        tuple(other for other in _plans(catalogue.referrers.get(plan.path, ())) if other.path not in named),
        tuple(item for item in plan.relations if not item.path),
    )


def _plans(pairs: Iterable[tuple[Plan, Relation]]) -> tuple[Plan, ...]:
    return tuple({plan.path: plan for plan, _ in pairs}.values())


def has_tasks(plan: Plan) -> bool:
    """Whether a list of tasks stands beside a plan."""
    return any(role_of(path, plan.path) == TASKS for path in plan.companions)


@dataclass(frozen=True, slots=True)
class File:
    """One file of a feature; `word` is the key of its label, None if its path from the plan's folder is shown."""

    path: str
    name: str
    word: str | None = None


def files(plan: Plan) -> tuple[File, ...]:
    """The files of a feature: spec, plan, tasks, then the others."""
    roles = {role_of(path, plan.path): path for path in reversed(plan.companions)}
    named = ((SPEC, roles.get(SPEC)), ("plan", plan.path), (TASKS, roles.get(TASKS)))
    words = {path: word for word, path in named if path}
    folder = posixpath.dirname(plan.path)
    paths = dict.fromkeys((*words, *plan.companions))
    return tuple(File(path, posixpath.relpath(path, folder or "."), words.get(path)) for path in paths)
