"""Since when a line of a file has its meaning: the line is followed back through the changes of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plans.git.patches import Change, Hunk


@dataclass(frozen=True, slots=True)
class Said:
    """A line and its meaning: its number, the label before it, the meaning, and a function to read it from a text."""

    line: int
    label: str
    meaning: str
    read: Callable[[str], str] = field(compare=False)

    def is_in(self, line: bytes) -> bool:
        """Whether a line has the same meaning."""
        text = line.decode("utf-8", "replace")
        after = re.split(re.escape(self.label), text, maxsplit=1, flags=re.IGNORECASE)[-1]
        return self.read(after.split(" | ")[0].strip(" \t\r\n*_`:：|>#-")) == self.meaning

    def labels(self, line: bytes) -> bool:
        """Whether a line contains the label."""
        return self.label.casefold() in line.decode("utf-8", "replace").casefold()


def back(said: Said, change: Change) -> tuple[Said | None, str | None]:
    """Where the line was before a change; or nothing, and the day, if this change gave the line its meaning.

    Nothing and no day: the line is not the expected one, as in files changed since the last commit.
    """
    shift = 0
    for hunk in change.hunks:
        if hunk.start <= said.line < hunk.start + hunk.count:
            return _before(said, hunk, change)
        if hunk.start + max(hunk.count - 1, 0) < said.line:
            shift += hunk.old_count - hunk.count
    return replace(said, line=said.line + shift), None


def _before(said: Said, hunk: Hunk, change: Change) -> tuple[Said | None, str | None]:
    if not said.is_in(hunk.added[said.line - hunk.start]):
        return None, None
    for number, line in enumerate(hunk.removed, hunk.old_start):
        # The line may have been rewritten with the same meaning: with a note after it, or another spelling.
        if (said.labels(line) or len(hunk.removed) == 1) and said.is_in(line):
            return replace(said, line=number), None
    return None, change.day
