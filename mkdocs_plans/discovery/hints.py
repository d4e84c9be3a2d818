"""Hints for a start: plans that the settings do not reach, and the lines for mkdocs.yml that would add them.

Only names are looked at, up to a limit, in the places where teams usually keep plans.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from yaml import safe_dump

from mkdocs_plans.discovery import is_plan, relative
from mkdocs_plans.discovery.walking import walk
from mkdocs_plans.patterns import matches
from mkdocs_plans.settings import Source, default_mount
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs_plans.settings import Settings

USUAL_PLACES = ("specs", ".specify/specs", "plans", "conductor")
USUAL_NAMES = ("*-plan.md", "**/plans/*.md")
# Files found in any folder, whatever it holds.
HOST_PAGES = ("README.md", "index.md")
_LOOKED_AT_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Hint:
    """Files that look like plans: the folder from the project's root, how many, and the patterns that match them.

    `inside` means that they are in the site already, but are not recognised as plans.
    """

    folder: str
    count: int
    patterns: tuple[str, ...] = ()
    inside: bool = False


def look_around(root: Path, docs_dir: Path, docs: Iterable[str], settings: Settings, *, skip: Path) -> tuple[Hint, ...]:
    """Plans that the settings do not reach: beside mkdocs.yml, in sources, and in docs_dir.

    Args:
        root: The folder of mkdocs.yml.
        docs_dir: Its docs folder.
        docs: The pages of docs_dir to look through; none if the plans there have been found.
        settings: The team's settings.
        skip: The built site.
    """
    built = frozenset({skip.resolve()})
    hints = outside(root, docs_dir, settings, built) + in_sources(root, settings, built)
    return hints + inside(relative(docs_dir, root), docs, settings)


def outside(root: Path, docs_dir: Path, settings: Settings, skip: frozenset[Path] = frozenset()) -> tuple[Hint, ...]:
    """Plans in the usual places beside mkdocs.yml, but neither in docs_dir nor in a configured source."""
    known = {(root / source.path).resolve() for source in settings.sources} | {docs_dir.resolve()}
    hints = []
    for place in USUAL_PLACES:
        folder = (root / place).resolve()
        if folder.is_dir() and not any(folder.is_relative_to(other) or other.is_relative_to(folder) for other in known):
            paths = [f"{place}/{path}" for path in walk(folder, skip=skip, limit=_LOOKED_AT_MOST)]
            hints += _hints(place, paths, settings, inside=False)
    return tuple(hints)


def in_sources(root: Path, settings: Settings, skip: frozenset[Path] = frozenset()) -> tuple[Hint, ...]:
    """Sources in which `include` matches nothing, although they hold files that may be plans."""
    hints = (_in_source(root, source, settings, skip) for source in settings.sources if (root / source.path).is_dir())
    return tuple(hint for hint in hints if hint)


def _in_source(root: Path, source: Source, settings: Settings, skip: frozenset[Path]) -> Hint | None:
    """What has a usual name, else what lies in the folder itself; patterns go by places in the site."""
    paths: list[str] = []
    for path in walk(root / source.path, skip=skip, limit=_LOOKED_AT_MOST):
        paths.append(f"{source.mount}/{path}")
        if is_plan(paths[-1], settings):
            return None
    for patterns in (USUAL_NAMES, (f"/{source.mount}/*.md",)):
        if found := _looking_like_plans(paths, patterns, settings):
            return Hint(source.path, len(found), tuple(dict.fromkeys(found.values())), inside=True)
    return None


def inside(docs_root: str, paths: Iterable[str], settings: Settings) -> tuple[Hint, ...]:
    """Files of docs_dir that are named like plans, although `include` does not match them."""
    return tuple(_hints(docs_root, list(paths), settings, inside=True))


def _hints(place: str, paths: list[str], settings: Settings, *, inside: bool) -> list[Hint]:
    """One hint for the names that `include` matches, else one for all usual names that occur, narrowest first."""
    plans = [path for path in paths if is_plan(path, settings)]
    if plans and not inside:
        return [Hint(place, len(plans), inside=inside)]
    found = _looking_like_plans(paths, USUAL_NAMES, settings)
    return (
        [Hint(_folder_of(list(found), place), len(found), tuple(dict.fromkeys(found.values())), inside)]
        if found
        else []
    )


def _looking_like_plans(paths: Iterable[str], patterns: Iterable[str], settings: Settings) -> dict[str, str]:
    """The paths that patterns take in, each with the first that does."""
    found: dict[str, str] = {}
    for pattern in patterns:
        for path in paths:
            if path not in found and _may_be_plan(path, pattern, settings):
                found[path] = pattern
    return found


def _may_be_plan(path: str, pattern: str, settings: Settings) -> bool:
    own = (settings.index, settings.board)
    return matches(path, (pattern,)) and path not in own and not matches(path, (*settings.exclude, *HOST_PAGES))


def _folder_of(paths: list[str], place: str) -> str:
    """The folder that all the files share."""
    parents = [PurePosixPath(path).parent.parts for path in paths]
    shared = []
    for parts in zip(*parents, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "/".join(shared) or place


def message(hints: tuple[Hint, ...], settings: Settings) -> str:
    """What was found, how many, and the exact YAML to paste."""
    found = ", ".join(f"{hint.count} in {plain(hint.folder)}/" for hint in hints)
    block = yaml(hints, settings)
    return f"found files that look like plans: {found}. To show them, add this to mkdocs.yml:\n\n{block}"


def yaml(hints: tuple[Hint, ...], settings: Settings) -> str:
    """The plugin's block for mkdocs.yml that includes what the hints name."""
    lines = ["plugins:", "  - search", "  - plans:"]
    wanted = dict.fromkeys(pattern for hint in hints for pattern in hint.patterns)
    patterns = [name for name in USUAL_NAMES if name in wanted]
    patterns += [name for name in wanted if name not in USUAL_NAMES]
    if patterns:
        lines.append(f"      include: {_list((*settings.include, *patterns))}")
        if exclude := excluded(patterns, settings):
            lines.append(f"      exclude: {_list(exclude)}")
    found = [Source(hint.folder, default_mount(hint.folder)) for hint in hints if not hint.inside]
    sources = (*settings.sources, *found)
    if sources:
        lines.append("      sources:")
        lines += [f"        - {_line(source)}" for source in sources]
    return "\n".join(lines)


def excluded(patterns: Collection[str], settings: Settings) -> tuple[str, ...]:
    """The `exclude` that is needed if `include` has such patterns; empty if it need not change."""
    takes_whole_folders = any(pattern.endswith("/*.md") for pattern in patterns)
    missing = [name for name in HOST_PAGES if takes_whole_folders and name not in settings.exclude]
    return (*settings.exclude, *missing) if missing else ()


def _list(patterns: Iterable[str]) -> str:
    return json.dumps(list(patterns), ensure_ascii=False)


def _line(source: Source) -> str:
    """A source with all its options."""
    said = {key: value for key, value in asdict(source).items() if value not in (None, False)}
    text: str = safe_dump(said, default_flow_style=True, sort_keys=False, allow_unicode=True, width=sys.maxsize)
    return text.strip()
