"""The only place that runs git."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import threading
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMEOUT_SECONDS = 20
_SETTINGS = (
    # If set to true, names would be relative to the folder for some commands and to the top for others.
    *("-c", "diff.relative=false"),
    # These would put lines before the answer, write it in other characters, or want a file that few repositories have.
    *("-c", "log.showSignature=false", "-c", "i18n.logOutputEncoding=UTF-8", "-c", f"diff.orderFile={os.devnull}"),
    # Our own index must not trigger the hooks of the repository.
    *("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false"),
)
# Variables that git sets for its hooks: with them, git would use the hook's repository for every folder. The last one
# would add lines to each change.
_LEFT_OUT = frozenset(
    (
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"),
        "GIT_DIFF_OPTS",
    )
)


def top(folder: Path) -> Path | None:
    """The top of the repository that a folder is in; also of a submodule, whose `.git` is a file."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


def unanswered(above: Path) -> str:
    """What to tell people if git answers nothing in a repository, given its top."""
    return (
        "git does not answer; install git or, if another user owns the folder, as in containers, allow git to read it:"
        f" `git config --global --add safe.directory {shlex.quote(str(above))}`"
    )


def ask(folder: Path, *arguments: str, index: Path | None = None, given: str = "") -> str | None:
    """What git prints in a folder; None if it is missing, fails or takes too long.

    Args:
        folder: The folder that git runs in.
        arguments: The arguments of git.
        index: The file to use as the index, instead of the repository's own.
        given: The standard input of git.
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
    """What git prints in a folder, while it runs; git ends with the block.

    Raises:
        TimeoutError: after the block, if git took too long and was stopped before it had printed everything.
        OSError: if git is missing.
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
    """Our environment, changed so git uses only the folder, and takes no lock to refresh its index."""
    others = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {**others, "GIT_OPTIONAL_LOCKS": "0"}
