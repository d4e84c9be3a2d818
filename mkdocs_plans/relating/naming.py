"""The names that plans and specs are known by: number, id, folder, title."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_plans.reading.inline import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_plans.model import Plan, Specification

_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_LETTERED = re.compile(r"(.+)-(\d+)", re.DOTALL)
# Words before a number that add nothing to it: SPEC-007 may be the folder 007-users.
_GENERIC = frozenset(("spec", "plan", "feature", "feat"))
_LONGEST = 200
# The part of a file's name that tells its kind, not the feature.
_KIND = re.compile(r"(?:^|[-_.])(?:plan|spec)$", re.IGNORECASE)


def normal(name: str) -> str:
    """A name for comparison: without case and leading zeros."""
    return _ZEROS.sub("", name.strip().casefold())


def form(name: str) -> str | None:
    """The letters of an id, which say what kind of thing it numbers: `spec` for SPEC-012; None for a bare number."""
    found = _LETTERED.fullmatch(name.strip().casefold())
    return found[1] if found and any(char.isalpha() for char in found[1]) else None


# More plans of one name cannot be told apart anyway.
MOST_CANDIDATES = 20


@dataclass(frozen=True)
class Names:
    """What a name may mean: paths in the site, grouped by certainty, the most certain first.

    `forms` are the letters that ids have here. `_near` holds the meanings of a name that several share, by every folder
    above them; it is worked out on first use, so a thousand plans of one name cost no more than others.
    """

    levels: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    forms: frozenset[str] = field(default_factory=frozenset)
    _near: dict[tuple[int, str], Mapping[str, tuple[str, ...]]] = field(default_factory=dict, compare=False)

    def find(self, name: str, start: str) -> tuple[str, ...]:
        """The paths that a name may mean in the file at `start`: the most certain ones, and of these the nearest."""
        wanted = normal(name[:_LONGEST].lstrip("#"))
        for at, level in enumerate(self.levels):
            paths = level.get(wanted, ())
            found = self._nearest((at, wanted), paths, start) if len(paths) > 1 else paths
            if found and found != (start,):
                return found
        return ()

    def _nearest(self, key: tuple[int, str], paths: tuple[str, ...], start: str) -> tuple[str, ...]:
        """The paths that share most folders with the file that names them."""
        if key not in self._near:
            self._near[key] = _by_folder(paths)
        near = self._near[key]
        others = (tuple(path for path in near.get(folder, ()) if path != start) for folder in _folders(start))
        return next((found for found in others if found), ())[:MOST_CANDIDATES]


def of_plans(plans: Iterable[Plan], specs: Iterable[Specification]) -> Names:
    """The names of plans: ids and folders first, then their specs' ids, what the names begin with, the titles."""
    listed = tuple(plans)
    forms = _forms(plan.id for plan in listed)
    own_id = {spec.path: spec.id for spec in specs}
    return Names(
        (
            _index((plan.path, [plan.id, *own_names(plan.path)]) for plan in listed),
            _index((plan.path, [plan.spec.id, own_id.get(plan.spec.path or "")]) for plan in listed),
            _index((plan.path, [*_beginnings(plan.path), *_spelled(plan.id, forms)]) for plan in listed),
            _index((plan.path, [words(plan.title), plan.title]) for plan in listed),
        ),
        forms,
    )


def of_specs(specs: Iterable[Specification]) -> Names:
    """The names of specs: their ids and folders, then what these begin with."""
    listed = tuple(specs)
    forms = _forms(spec.id for spec in listed)
    return Names(
        (
            _index((spec.path, [spec.id, *own_names(spec.path)]) for spec in listed),
            _index((spec.path, [*_beginnings(spec.path), *_spelled(spec.id, forms)]) for spec in listed),
        ),
        forms,
    )


@dataclass(frozen=True)
class Ids:
    """The ids of plans and specs that consist of letters and a number, as they occur in texts.

    Attributes:
        paths: The page of each id; None if several have it.
        forms: What kinds of ids there are.
    """

    paths: Mapping[str, str | None] = field(default_factory=dict)
    forms: frozenset[str] = field(default_factory=frozenset)

    def page(self, name: str) -> str | None:
        """The page of the plan or spec that has an id."""
        return self.paths.get(normal(name))

    def lacks(self, name: str) -> bool:
        """Whether an id has the form of existing ids but is none of them."""
        return form(name) in self.forms and normal(name) not in self.paths


def ids(plans: Sequence[Plan], specs: Sequence[Specification]) -> Ids:
    """All ids; an id that a plan and its spec share is the spec's.

    The kinds of ids come from the names of specs and plans, and from what most plans call their specs; a single key of
    an issue tracker in a plan is not a kind.
    """
    of_specs = [(spec.id, spec.path) for spec in specs]
    named = [(plan.spec.id, plan.spec.path or plan.path) for plan in plans if not plan.spec.is_missing]
    taken = {normal(name) for name, _ in (*of_specs, *named) if name}
    of_plans = [(plan.id, plan.path) for plan in plans if plan.id and normal(plan.id) not in taken]
    every = (*of_specs, *named, *of_plans)
    usual = Counter(form(name) for name, _ in named if name)
    own = _forms(name for name, _ in (*of_specs, *((plan.id, plan.path) for plan in plans)))
    forms = own | {letters for letters, count in usual.items() if letters and count > 1 and 2 * count >= len(plans)}
    found = _index((path, [name]) for name, path in every if name and form(name))
    spelled = _index((path, _spelled(name, forms)) for name, path in every)
    return Ids({name: paths[0] if len(paths) == 1 else None for name, paths in {**spelled, **found}.items()}, forms)


def _forms(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(letters for name in names if name and (letters := form(name)))


def _index(named: Iterable[tuple[str, Iterable[str | None]]]) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = defaultdict(dict)
    for path, names in named:
        for name in names:
            if name:
                table[normal(name)][path] = None
    return {name: tuple(paths) for name, paths in table.items()}


def own_names(path: str) -> Iterator[str]:
    """`012-login` and `specs/012-login` for specs/012-login/plan.md; `login` for login.plan.md."""
    folder, file = posixpath.split(path)
    stem = _KIND.sub("", file.removesuffix(".md"))
    if stem:
        yield from (file.removesuffix(".md"), stem)
    elif folder:
        yield from (folder, posixpath.basename(folder))


def _beginnings(path: str) -> Iterator[str]:
    """`05` and `05-03` for 05-03-PLAN.md: what a name begins with, up to one of its hyphens."""
    for name in map(posixpath.basename, own_names(path)):
        parts = name.split("-")[:6]
        yield from ("-".join(parts[:count]) for count in range(1, len(parts)) if any(map(str.isdigit, parts[:count])))


def _spelled(identifier: str | None, forms: frozenset[str]) -> Iterator[str]:
    """A bare number with the letters that may stand in front of it: folders often leave them out."""
    if identifier and identifier.isdigit():
        yield from (f"{letters}-{identifier}" for letters in sorted(_GENERIC | forms))


def _by_folder(paths: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Paths by every folder that they are in or below; of many, as many as are needed to see that they are many."""
    table: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for folder in _folders(path):
            if len(table[folder]) <= MOST_CANDIDATES + 1:
                table[folder].append(path)
    return {folder: tuple(found) for folder, found in table.items()}


def _folders(path: str) -> Iterator[str]:
    """The folders that a path is in, the innermost first, the root of the site at last."""
    while path:
        path = posixpath.dirname(path)
        yield path
