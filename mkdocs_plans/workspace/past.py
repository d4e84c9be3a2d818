"""What a change has caused: findings that exist now but did not before the change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_plans import contents, git
from mkdocs_plans.baseline import FILE_NAME, Baseline, key_of
from mkdocs_plans.git import trees
from mkdocs_plans.workspace.compiling import compiled
from mkdocs_plans.workspace.listing import Listing, WorkspaceError, of_folders, of_project

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from mkdocs_plans.model import Finding

# What a check reads: text, configuration and the baseline; no .gitignore, because git tracks everything here.
_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".yml", ".yaml")


def brought_about(
    findings: Sequence[Finding], listing: Listing, chosen: Sequence[Path], commit: str, changed: Collection[str]
) -> frozenset[Finding]:
    """The findings that a change has caused, in files that it changes or that existed before.

    Other files are not in the repository: git does not know what it ignores, nor sources elsewhere.

    Args:
        findings: The findings now.
        listing: The files now.
        chosen: The paths on the command line.
        commit: The commit before the change.
        changed: The files that differ since then.

    Raises:
        WorkspaceError: if the files of the commit could not be checked.
    """
    top = git.top(listing.root) or listing.root
    config = str(listing.project.file) if listing.project else ""
    with trees.laid_out(top, commit, lambda name: _is_read(name) or str(top / name) == config) as folder:
        if folder is None:
            raise WorkspaceError([f"the files of {commit} cannot be checked out into a temporary folder"])
        there = [path for path in _moved(chosen, top, folder) if path.exists()]
        try:
            before = _listing(listing, there, top, folder)
            found, _ = compiled(before, there, lambda entry: contents.read(entry.location), accept=True)
        except WorkspaceError as error:
            raise WorkspaceError([each.replace(f"{folder}/", "") for each in error.mistakes]) from None
        new, _, _ = Baseline(Counter(map(key_of, found.findings))).part(findings)
        return frozenset(each for each in new if each.file in changed or (before.root / each.file).exists())


def _is_read(name: str) -> bool:
    return name.casefold().endswith(_ENDINGS) or name.rpartition("/")[2] == FILE_NAME


def _moved(paths: Sequence[Path], top: Path, folder: Path) -> Iterator[Path]:
    """The paths of a repository's files, moved into the folder that stands for it."""
    return (folder / path.relative_to(top) for path in paths if path.is_relative_to(top))


def _listing(listing: Listing, chosen: Sequence[Path], top: Path, folder: Path) -> Listing:
    """The same files in the folder that stands for the repository."""
    project = listing.project
    for place in _moved([project.file if project else listing.root], top, folder):
        return of_project(place, chosen, may_lack_sources=True) if project else of_folders(place, chosen)
    raise WorkspaceError([f"{project.file if project else listing.root} is not in the repository of its plans"])
