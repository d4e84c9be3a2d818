"""Dates from git and the environment; the clock is never used, so builds are reproducible."""

from __future__ import annotations

import os
import posixpath
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans import git
from mkdocs_plans.git import patches
from mkdocs_plans.git.standing import Said, back

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

NOTHING_SAID: Mapping[str, Said] = MappingProxyType({})
_NO_GIT = "no ages of plans are shown: the folder is not in a git repository; build from a clone, with git installed"
_SHALLOW = (
    "no ages of plans are shown: the git clone is shallow; fetch the full history"
    " (`fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab, or `git fetch --unshallow`)"
)
_SLOW = (
    "some ages of plans are not shown: git took too long;"
    " speed it up with `git commit-graph write --reachable --changed-paths`"
)


@dataclass(frozen=True, slots=True)
class History:
    """Days as YYYY-MM-DD; `trouble` says why some or all are missing, and what to do.

    Attributes:
        days: The day of the last commit of each file.
        since: The day since which each file has the status in question; left out if that is not certain.
    """

    days: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    trouble: str | None = None


def as_of(folder: Path) -> str | None:
    """The day that a site shows the state of, as YYYY-MM-DD.

    SOURCE_DATE_EPOCH comes first (https://reproducible-builds.org/specs/source-date-epoch/), then the last commit of
    the repository that the folder is in; without either there is none.
    """
    return _from_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or _answer(folder, "log", "-1", "--format=%cs")


def read(folder: Path, files: Iterable[str], said: Mapping[str, Said] = NOTHING_SAID) -> History:
    """When each file was last committed, and since when the lines in `said` mean what they mean now.

    Both come from one `git log` for each repository, which ends as soon as everything is known.

    `files` are relative to `folder`; each is looked for in the repository that it is in, which may be another one (a
    submodule, a second checkout). Files that git does not know are left out. A shallow clone is not used,
    because it would give every file the date of its only commit.
    """
    days: dict[str, str] = {}
    since: dict[str, str] = {}
    troubles: dict[Path | None, str] = {}
    for top, names in _by_repository(folder, files).items():
        found = _read(top, names, said) if top else History(trouble=_NO_GIT)
        days |= found.days
        since |= found.since
        if found.trouble:
            troubles[top] = found.trouble
    own = git.top(folder)
    for top, trouble in troubles.items():
        if top and top != own:
            troubles[top] = trouble.replace("of plans", f"of the plans in {os.path.relpath(top, folder)}", 1)
    # Files outside every repository are no trouble if the others have their days.
    told = [trouble for top, trouble in troubles.items() if top or not days]
    return History(days, since, told[0] if told else None)


def _by_repository(folder: Path, files: Iterable[str]) -> dict[Path | None, dict[str, str]]:
    """The files by the repository that they are in: names from its top, with the requested names."""
    tops: dict[str, tuple[str, Path | None]] = {}
    found: dict[Path | None, dict[str, str]] = {}
    for file in files:
        parent, name = os.path.split(os.path.join(folder, file))  # noqa: PTH118  (as text, since there may be many)
        if parent not in tops:
            real = os.path.realpath(parent)
            tops[parent] = (real, git.top(Path(real)))
        real, top = tops[parent]
        path = os.path.relpath(os.path.join(real, name), top).replace(os.sep, "/") if top else file  # noqa: PTH118
        found.setdefault(top, {})[patches.name(path)] = file
    return found


def _read(top: Path, wanted: Mapping[str, str], said: Mapping[str, Said]) -> History:
    answer = _answer(top, "rev-parse", "--is-shallow-repository")
    if answer is None:
        return History(trouble=f"no ages of plans are shown: {git.unanswered(top)}")
    return History(trouble=_SHALLOW) if answer == "true" else _walk(top, wanted, said)


def _walk(top: Path, wanted: Mapping[str, str], said: Mapping[str, Said]) -> History:
    """The days of the wanted files; `wanted` maps names from the repository's top to requested names."""
    days: dict[str, str] = {}
    since: dict[str, str] = {}
    # By the names of that time, which change on the way back.
    trails = {name: (file, said[file]) for name, file in wanted.items() if file in said}
    try:
        with closing(_changes(top, wanted)) as found:
            for change in found:
                if file := wanted.get(change.name):
                    # Newest first, but commits of several branches may have dates in any order.
                    days[file] = max(change.day, days.get(file, ""))
                if trail := trails.pop(change.name, None):
                    older, day = back(trail[1], change)
                    if older:
                        trails[change.before] = (trail[0], older)
                    elif day:
                        since[trail[0]] = day
                if not trails and len(days) == len(wanted):
                    break
    except TimeoutError:
        return History(days, since, _SLOW)
    return History(days, since)


def _changes(top: Path, names: Iterable[str]) -> Generator[patches.Change]:
    """The changes of the wanted files, and of others with the same endings, newest first."""
    endings = sorted({posixpath.splitext(name)[1] for name in names})
    with git.printed(top, *patches.ARGUMENTS, "--", *(f":(top,icase)*{ending}" for ending in endings)) as stream:
        yield from patches.changes(stream)


def _from_epoch(seconds: str) -> str | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _answer(folder: Path, *arguments: str) -> str | None:
    """What git prints, stripped; None if it prints nothing."""
    return (git.ask(folder, *arguments) or "").strip() or None
