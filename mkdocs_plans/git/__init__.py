"""The one way to ask git."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT_SECONDS = 20


def top(folder: Path) -> Path | None:
    """The top of the repository that a folder is in; also of a submodule, whose `.git` is a file."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


def ask(folder: Path, *arguments: str) -> str | None:
    """What git prints in a folder; None where it is missing, fails or takes too long."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return os.fsdecode(run.stdout) if run.returncode == 0 else None
