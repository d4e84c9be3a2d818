"""What git and the environment say of time; the clock is never asked, so that builds can be repeated."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT_SECONDS = 20


def as_of(folder: Path) -> str | None:
    """The day that a site stands for, as YYYY-MM-DD.

    SOURCE_DATE_EPOCH comes first (https://reproducible-builds.org/specs/source-date-epoch/), then the last commit of
    the repository that the folder is in; without either there is no such day.
    """
    return _from_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or _last_commit(folder)


def _from_epoch(seconds: str) -> str | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _last_commit(folder: Path) -> str | None:
    command = ["git", "-C", str(folder), "log", "-1", "--format=%cs"]
    try:
        run = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    day = run.stdout.decode("ascii", "replace").strip()
    return day if run.returncode == 0 and day else None
