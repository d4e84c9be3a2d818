"""The bytes of files whose names come from a repository."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def require_end(path: str | Path) -> None:
    """Make sure that a file ends: a link in a repository may lead to a device, or a name be that of a pipe.

    Raises:
        OSError: if it does not, or there is no such file.
    """
    mode = os.stat(path).st_mode  # noqa: PTH116  (as text, since there may be many)
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))


def read(path: str | Path, most: int = -1) -> bytes:
    """The bytes of a file, at most so many.

    Raises:
        OSError: if it cannot be read, or is no regular file.
    """
    require_end(path)
    # Without `Path`, which is slower than the system call itself: a site asks for thousands of files.
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read(most)
