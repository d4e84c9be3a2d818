"""What git and the environment say of time; the clock is never asked for a date, so that builds can be repeated."""

from __future__ import annotations

import os
import posixpath
import subprocess
import threading
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import IO, TYPE_CHECKING

from mkdocs_plans.git import TIMEOUT_SECONDS, ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_CHUNK_BYTES = 1 << 16
_NO_GIT = "no ages of plans are shown: the folder is in no git repository; build from a clone, with git installed"
_SHALLOW = (
    "no ages of plans are shown: the git clone is shallow; fetch the whole history"
    " (`fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab, or `git fetch --unshallow`)"
)


@dataclass(frozen=True, slots=True)
class History:
    """The day of the last commit of each file, as YYYY-MM-DD; `trouble` says why there are none, and the cure."""

    days: Mapping[str, str] = field(default_factory=dict)
    trouble: str | None = None


def as_of(folder: Path) -> str | None:
    """The day that a site stands for, as YYYY-MM-DD.

    SOURCE_DATE_EPOCH comes first (https://reproducible-builds.org/specs/source-date-epoch/), then the last commit of
    the repository that the folder is in; without either there is no such day.
    """
    return _from_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or _answer(folder, "log", "-1", "--format=%cs")


def read(folder: Path, files: Iterable[str]) -> History:
    """When each file was last committed, from one `git log` that ends as soon as all of them have been seen.

    `files` are relative to `folder`; those that git does not know are left out. A shallow clone would date every
    file with the day of its only commit, so that it tells nothing.
    """
    answer = _answer(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if answer is None:
        return History(trouble=_NO_GIT)
    shallow, _, prefix = answer.partition("\n")
    if shallow == "true":
        return History(trouble=_SHALLOW)
    return History(_last_days(folder, {_name(posixpath.join(prefix, file)): file for file in files}))


def days_between(earlier: str, later: str) -> int | None:
    """How many days lie between two days, never below 0; None where one of them is no day."""
    try:
        return max(0, (date.fromisoformat(later) - date.fromisoformat(earlier)).days)
    except ValueError:
        return None


def _last_days(folder: Path, wanted: Mapping[str, str]) -> dict[str, str]:
    """The days of the wanted files; `wanted` maps names from the repository's root to the names that are asked for."""
    endings = sorted({posixpath.splitext(name)[1] for name in wanted})
    arguments = ("--format=%x01%cs", "--name-only", "--no-renames", "--no-show-signature", "-z")
    command = ["git", "-C", str(folder), "log", *arguments, "--", *(f":(top,icase)*{ending}" for ending in endings)]
    days: dict[str, str] = {}
    if not wanted:
        return days
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:  # noqa: S603
        watch = threading.Timer(TIMEOUT_SECONDS, run.kill)
        watch.start()
        try:
            for day, name in _changes(run.stdout):
                if name in wanted:
                    # Newest first, but commits of several branches may carry any order of days.
                    days[wanted[name]] = max(day, days.get(wanted[name], ""))
                    if len(days) == len(wanted):
                        break
        finally:
            watch.cancel()
            run.kill()
    return days


def _changes(stream: IO[bytes] | None) -> Iterator[tuple[str, str]]:
    """Day and file of every change: git writes a day after a control character, then the names, each ended by NUL."""
    day, rest = "", b""
    while stream and (chunk := stream.read(_CHUNK_BYTES)):
        *parts, rest = (rest + chunk).split(b"\0")
        for part in parts:
            text = part.strip(b"\n")
            if text.startswith(b"\x01"):
                day = text[1:].decode("ascii", "replace")
            elif text:
                yield day, _name(os.fsdecode(text))


def _name(path: str) -> str:
    """A name from the repository's root; macOS stores names decomposed."""
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def _from_epoch(seconds: str) -> str | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _answer(folder: Path, *arguments: str) -> str | None:
    """What git says in words; None where it says nothing."""
    return (ask(folder, *arguments) or "").strip() or None
