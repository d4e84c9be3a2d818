"""A tree of the past in a folder of its own; the repository and what is checked out of it stay as they are."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs_plans.git import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a check reads of files, by their endings or, where they have none, by their names.
_READ = frozenset(
    {*(".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".yml", ".yaml", ".json"), ".gitignore", "CODEOWNERS"}
)
_LINK = "120000"


@contextmanager
def laid_out(top: Path, commit: str) -> Iterator[Path | None]:
    """What a check would find of a commit of the repository with this top; None where git does not tell it.

    Text and links are there as they were. Other files are there by their names, and only those that are missing today:
    what is there today nobody will miss.
    """
    with TemporaryDirectory(prefix="plans-") as name:
        index, folder = Path(name, "index"), Path(name, "tree").resolve()
        # It is the top of a repository, and no part of one that the temporary folder may be in.
        (folder / ".git").mkdir(parents=True)
        yield folder if _lay_out(top, commit, index, folder) else None


def _lay_out(top: Path, commit: str, index: Path, folder: Path) -> bool:
    # By way of an index, since git takes into one only names that stay inside the folder.
    listed = ask(top, "ls-files", "-z", "--stage", index=index) if _is_read(top, commit, index) else None
    if listed is None:
        return False
    wanted = []
    for entry in filter(None, listed.split("\0")):
        about, _, name = entry.partition("\t")
        if about.startswith(_LINK) or _is_text(name):
            wanted.append(name)
        elif not os.path.lexists(top / name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).touch()
    prefix = f"--prefix={folder.as_posix()}/"
    return ask(top, "checkout-index", "-z", "--stdin", prefix, index=index, given="\0".join(wanted)) is not None


def _is_read(top: Path, commit: str, index: Path) -> bool:
    return ask(top, "read-tree", commit, index=index) is not None


def _is_text(name: str) -> bool:
    stem, ending = os.path.splitext(name.rpartition("/")[2])  # noqa: PTH122
    return (ending.lower() or stem) in _READ
