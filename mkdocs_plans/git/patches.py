"""What `git log --patch --unified=0` prints, as changes of files."""

from __future__ import annotations

import os
import posixpath
import re
import unicodedata
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A commit is one line: a control character, and the day.
ARGUMENTS = (
    *("-c", "core.quotePath=false", "-c", "log.showRoot=true"),
    *("log", "--format=%x01%cs", "--patch", "--unified=0", "--inter-hunk-context=0", "--find-renames"),
    # Whatever the configuration of the machine says.
    *("--src-prefix=a/", "--dst-prefix=b/", "--no-follow", "--no-ext-diff", "--no-textconv"),
    *("--no-color", "--submodule=short"),
)
_SPAN = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


@dataclass(slots=True)
class Hunk:
    """Lines that replace others: where each side begins, how many lines it has, and the lines without `+` and `-`."""

    old_start: int
    old_count: int
    start: int
    count: int
    removed: list[bytes] = field(default_factory=list)
    added: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Change:
    """What one commit did to one file: its day, the file's name after it and before it, from the repository's top."""

    day: str
    name: str
    before: str
    hunks: list[Hunk] = field(default_factory=list)


def changes(stream: IO[bytes]) -> Iterator[Change]:
    """The changes in the order of the log; files whose names git has to quote are left out."""
    day, change = "", None
    for line in stream:
        if line.startswith((b"\x01", b"diff --git ")):
            if change:
                yield change
            day = line[1:].strip().decode("ascii", "replace") if line.startswith(b"\x01") else day
            change = Change(day, *_names(line[len(b"diff --git ") : -1])) if line.startswith(b"diff --git a/") else None
        elif change:
            _take(line, change)
    if change:
        yield change


def _take(line: bytes, change: Change) -> None:
    """One line of what git prints of a change."""
    mark = line[:1]
    if change.hunks and mark == b"+":
        change.hunks[-1].added.append(line[1:])
    elif change.hunks and mark == b"-":
        change.hunks[-1].removed.append(line[1:])
    elif match := _SPAN.match(line):
        old_start, old_count, start, count = (1 if part is None else int(part) for part in match.groups())
        change.hunks.append(Hunk(old_start, old_count, start, count))
    elif line.startswith(b"rename from "):
        change.before = name(os.fsdecode(line[len(b"rename from ") : -1]))
    elif line.startswith(b"rename to "):
        change.name = name(os.fsdecode(line[len(b"rename to ") : -1]))


def name(path: str) -> str:
    """A name from the repository's top; macOS stores names decomposed."""
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def _names(header: bytes) -> tuple[str, str]:
    """`a/x.md b/x.md`; if the two differ, git repeats them as a rename."""
    half = name(os.fsdecode(header[2 : len(header) // 2]))
    return half, half
