"""The one way to ask git."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMEOUT_SECONDS = 20
_SETTINGS = (
    # With this, names would count from the folder for some commands and from the top for others.
    *("-c", "diff.relative=false"),
    # An index of our own is no news for the hooks of the repository.
    *("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false"),
)
# What git gives its hooks: with it, every folder would be taken for the top of the hook's own repository.
_OF_ONE_REPOSITORY = frozenset(
    ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
)


def top(folder: Path) -> Path | None:
    """The top of the repository that a folder is in; also of a submodule, whose `.git` is a file."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


def ask(folder: Path, *arguments: str, index: Path | None = None, given: str = "") -> str | None:
    """What git prints in a folder; None where it is missing, fails or takes too long.

    Args:
        folder: Where it is asked.
        arguments: What it is asked.
        index: The file to take for the index, in the place of the repository's own.
        given: What it reads.
    """
    environment = _environment() | ({"GIT_INDEX_FILE": str(index)} if index else {})
    try:
        run = subprocess.run(  # noqa: S603
            _command(folder, arguments),
            input=os.fsencode(given),
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return os.fsdecode(run.stdout) if run.returncode == 0 else None


@contextlib.contextmanager
def printed(folder: Path, *arguments: str) -> Iterator[IO[bytes]]:
    """What git prints in a folder, while it does; it ends with the block.

    Raises:
        TimeoutError: after the block, where git took too long and was ended before it had printed everything.
        OSError: where git is missing.
    """
    is_late = threading.Event()
    with subprocess.Popen(  # noqa: S603
        _command(folder, arguments), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as run:

        def stop() -> None:
            is_late.set()
            run.kill()

        watch = threading.Timer(TIMEOUT_SECONDS, stop)
        watch.start()
        try:
            assert run.stdout is not None  # noqa: S101  (a pipe was asked for)
            yield run.stdout
        finally:
            watch.cancel()
            run.kill()
    if is_late.is_set():
        raise TimeoutError


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return ["git", *_SETTINGS, "-C", str(folder), *arguments]


def _environment() -> dict[str, str]:
    """Ours, so that git goes by the folder alone, and takes no lock to note what it has seen."""
    others = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    return {**others, "GIT_OPTIONAL_LOCKS": "0"}
