"""Which files of a listing are plans, and which are beside them: predicates over paths; no file is opened.

The listing comes from MkDocs (its own `Files`) or from a walk (`mkdocs_plans.discovery.walking`).
"""

from __future__ import annotations

import os
import posixpath
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs_plans.patterns import fold, matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_plans.model import Place
    from mkdocs_plans.settings import Settings

# The names of the other two files of a feature.
SPEC, TASKS = "spec", "tasks"
_HOST_PAGES = ("index.md", "readme.md")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its place in the site and where it is; `is_copy` if another entry is for the same file."""

    place: Place
    location: Path
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Feature:
    """A plan and the files beside it, then those in folders below, as paths in the site."""

    plan: str
    spec: str | None = None
    tasks: str | None = None
    companions: tuple[str, ...] = ()


def is_plan(path: str, settings: Settings) -> bool:
    """Whether a path of the site is a plan: it matches `include`, and not `exclude`."""
    return (
        fold(path).endswith(".md")
        and matches(_without_file_like_folders(path), settings.include)
        and not matches(path, settings.exclude)
    )


def _without_file_like_folders(path: str) -> str:
    """The path without folders that look like files: a pattern such as `plan.md` would match all of such a folder."""
    *folders, name = path.split("/")
    return "/".join([*(folder[:-1] if fold(folder).endswith(".md") else folder for folder in folders), name])


def features(paths: Iterable[str], settings: Settings, named: frozenset[str] = frozenset()) -> tuple[Feature, ...]:
    """The plans among the paths, sorted, each with its companions. Paths in `named` are plans whatever their name."""
    folders: dict[str, list[str]] = {}
    for path in sorted(set(paths)):
        folders.setdefault(str(PurePosixPath(path).parent), []).append(path)
    found: dict[str, list[Feature]] = {}
    for folder, members in folders.items():
        if plans := [path for path in members if path in named or is_plan(path, settings)]:
            shared = _shared_out(plans, members, at_root=folder == ".")
            found[folder] = [_feature(plan, companions) for plan, companions in shared.items()]
    below = _below(folders, found)
    whole = (
        replace(feature, companions=(*feature.companions, *below[feature.plan]))
        for each in found.values()
        for feature in each
    )
    return tuple(sorted(whole, key=lambda feature: feature.plan))


def _below(folders: Mapping[str, list[str]], found: Mapping[str, list[Feature]]) -> Mapping[str, list[str]]:
    """The files in folders below a plan, by the plan: `contracts/api.md`, `checklists/requirements.md`.

    Only of a plan that has a folder of its own, and a spec or tasks in it: another one may stand among many pages.
    """
    below: dict[str, list[str]] = defaultdict(list)
    for folder, members in folders.items():
        if folder in found:
            continue
        above = next((found[parent] for parent in map(str, PurePosixPath(folder).parents) if parent in found), ())
        if len(above) == 1 and _has_folder(above[0]):
            below[above[0].plan] += filter(_is_page, members)
    return below


def _has_folder(feature: Feature) -> bool:
    """Whether a folder is that of a feature, with plan and spec or tasks."""
    has_own = stands_for_folder(feature.plan) and "/" in feature.plan
    return has_own and (feature.spec is not None or feature.tasks is not None)


def _is_page(path: str) -> bool:
    return _name(path).endswith(".md") and _name(path) not in _HOST_PAGES


def specs(paths: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """The specs among the paths, by their names: `spec.md`, `login.spec.md`; sorted."""
    return tuple(
        path
        for path in sorted(set(paths))
        if _name(path) == f"{SPEC}.md" or _name(path).endswith(f".{SPEC}.md")
        if not matches(path, settings.exclude)
    )


def _shared_out(plans: list[str], members: list[str], *, at_root: bool) -> dict[str, list[str]]:
    """The plans of a folder, each with its companions.

    A plan with a folder of its own has all files there; in a shared folder the beginning of the name decides:
    `login-form.spec.md` belongs to `login-form.plan.md`, or to `login.plan.md` if there is no such plan.
    """
    found: dict[str, list[str]] = {plan: [] for plan in plans}
    others = [path for path in members if path not in found and _name(path) not in _HOST_PAGES]
    if len(plans) == 1 and not at_root and not _stem(plans[0]):
        return {plans[0]: others}
    by_stem: dict[str, list[str]] = {}
    for plan in plans:
        by_stem.setdefault(_stem(plan), []).append(plan)
    for path in others:
        for plan in next((by_stem[stem] for stem in _stems(path) if stem in by_stem), ()):
            found[plan].append(path)
    return found


def _feature(plan: str, companions: list[str]) -> Feature:
    by_role = {role_of(path, plan): path for path in reversed(companions)}
    return Feature(plan, by_role.get(SPEC), by_role.get(TASKS), tuple(companions))


def stands_for_folder(plan: str) -> bool:
    """Whether a plan stands for its folder, as plan.md does; `login.plan.md` stands for itself."""
    return _name(plan) == "plan.md"


def home(plan: str) -> str:
    """The folder that a plan shares with others: that of `login.plan.md`, or the one above the folder of plan.md."""
    folder = posixpath.dirname(plan)
    return posixpath.dirname(folder) if stands_for_folder(plan) else folder


def _name(path: str) -> str:
    return fold(PurePosixPath(path).name)


def _stem(plan: str) -> str:
    """The part of a plan's name before the word plan: `login` in `login.plan.md`, nothing in `plan.md`."""
    return _name(plan).removesuffix(".md").removesuffix("plan").rstrip(".-_")


def role_of(path: str, plan: str) -> str:
    """The role of a file beside a plan: `spec` for `spec.md` and for `login.spec.md` beside `login.plan.md`."""
    name = _name(path)
    if posixpath.dirname(path) != posixpath.dirname(plan):
        return ""
    return name.removesuffix(".md").removeprefix(_stem(plan)).lstrip(".-_") if name.endswith(".md") else ""


def _stems(path: str) -> Iterator[str]:
    """The stems that the plan of a file may have, the longest first; `plan.md`, which has none, owns spec and tasks."""
    name = _name(path)
    yield from (name[:at] for at in range(len(name) - 1, 0, -1) if name[at] in ".-_")
    if name in (f"{SPEC}.md", f"{TASKS}.md"):
        yield ""


def by_path(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """Entries by their place in the site; of two at one place the first counts."""
    places: dict[str, Entry] = {}
    for entry in entries:
        places.setdefault(entry.place.path, entry)
    return places


def relative(path: Path, folder: str | Path) -> str:
    """A path as seen from a folder, with forward slashes."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # Windows: another drive
        return path.as_posix()
