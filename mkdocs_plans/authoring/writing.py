"""Write files completely or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step, with the permissions of the one that it replaces; a link stays a link.

    Raises:
        OSError: if it cannot be written; the old file is then unchanged.
    """
    target = Path(os.path.realpath(path))
    with _beside(target, content) as temporary:
        temporary.replace(target)


def write_new(path: Path, content: bytes) -> None:
    """Put a new file in place in one step.

    Raises:
        FileExistsError: if there is one; it is not changed.
        OSError: if it cannot be written.
    """
    with _beside(path, content) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            temporary.replace(path)


@contextlib.contextmanager
def _beside(target: Path, content: bytes) -> Iterator[Path]:
    """The content in a temporary file beside its target, synced to disk; removed at the end, unless it was moved."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _mode(path: Path) -> int:
    """The permissions of a file, or those that a new file gets."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
