"""A tree of the past in a folder of its own; the repository and what is checked out of it stay as they are."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs_plans.git import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINK = "120000"


@contextmanager
def laid_out(top: Path, commit: str, is_read: Callable[[str], bool]) -> Iterator[Path | None]:
    """The files of a commit of the repository with this top; None where git does not tell them.

    Links, and files that are to be read, are there as they were. Others are there by their names, and only those that
    are missing today: what is there today nobody will miss.
    """
    with TemporaryDirectory(prefix="plans-") as name:
        index, folder = Path(name, "index"), Path(name, "tree").resolve()
        # It is the top of a repository, and no part of one that the temporary folder may be in.
        (folder / ".git").mkdir(parents=True)
        try:
            is_there = _lay_out(top, commit, is_read, index, folder)
        except OSError:  # the disk is full, or a name too long for it
            is_there = False
        yield folder if is_there else None


def _lay_out(top: Path, commit: str, is_read: Callable[[str], bool], index: Path, folder: Path) -> bool:
    # By way of an index, since git takes into one only names that stay inside the folder.
    has_index = ask(top, "read-tree", commit, index=index) is not None
    listed = ask(top, "ls-files", "-z", "--stage", index=index) if has_index else None
    if listed is None:
        return False
    wanted = []
    for entry in filter(None, listed.split("\0")):
        about, _, name = entry.partition("\t")
        if about.startswith(_LINK) or is_read(name):
            wanted.append(name)
        elif not os.path.lexists(top / name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).touch()
    prefix = f"--prefix={folder.as_posix()}/"
    return ask(top, "checkout-index", "-z", "--stdin", prefix, index=index, given="\0".join(wanted)) is not None
