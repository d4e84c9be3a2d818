"""The files of an old commit in a temporary folder; the repository and its checkout are not changed."""

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
    """A folder with the files of a commit of the repository with this top; None if git does not provide them.

    Links, and the files to be read, have their old content. Other files are there only by name, and only if they are
    missing today: no check needs the others.
    """
    with TemporaryDirectory(prefix="plans-") as name:
        index, folder = Path(name, "index"), Path(name, "tree").resolve()
        # Makes it the top of a repository, not part of one that the temporary folder may be in.
        (folder / ".git").mkdir(parents=True)
        try:
            is_there = _lay_out(top, commit, is_read, index, folder)
        except OSError:  # the disk is full, or a name too long for it
            is_there = False
        yield folder if is_there else None


def _lay_out(top: Path, commit: str, is_read: Callable[[str], bool], index: Path, folder: Path) -> bool:
    # Through an index, because git accepts in one only names that stay inside the folder.
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
