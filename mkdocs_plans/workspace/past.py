"""What a change has brought about: what is found now, and was not before it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_plans import git
from mkdocs_plans.baseline import FILE_NAME, Baseline, key_of
from mkdocs_plans.git import trees
from mkdocs_plans.workspace.compiling import compiled
from mkdocs_plans.workspace.listing import Listing, WorkspaceError, of_folders, of_project

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from mkdocs_plans.model import Finding

# What a check reads: text, configuration and the baseline; no .gitignore, since git has all that is laid out.
_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".yml", ".yaml")


def brought_about(
    findings: Sequence[Finding], listing: Listing, chosen: Sequence[Path], commit: str, changed: Collection[str]
) -> frozenset[Finding]:
    """The findings that a change has brought about, in files that it changes or that were there before.

    Others are none of the repository's: git knows nothing of what it ignores, nor of sources elsewhere.

    Args:
        findings: What is found now.
        listing: The files that there are now.
        chosen: What the command line names.
        commit: What was before the change.
        changed: The files that differ since then.

    Raises:
        WorkspaceError: where the files of the commit could not be checked.
    """
    top = git.top(listing.root) or listing.root
    config = str(listing.project.file) if listing.project else ""
    with trees.laid_out(top, commit, lambda name: _is_read(name) or str(top / name) == config) as folder:
        if folder is None:
            raise WorkspaceError([f"the files of {commit} cannot be laid out beside those of today"])
        there = [path for path in _moved(chosen, top, folder) if path.exists()]
        try:
            before = _listing(listing, there, top, folder)
            found, _ = compiled(before, there, lambda entry: entry.location.read_bytes(), accept=True)
        except WorkspaceError as error:
            raise WorkspaceError([each.replace(f"{folder}/", "") for each in error.mistakes]) from None
        new, _, _ = Baseline(Counter(map(key_of, found.findings))).part(findings)
        return frozenset(each for each in new if each.file in changed or (before.root / each.file).exists())


def _is_read(name: str) -> bool:
    return name.casefold().endswith(_ENDINGS) or name.rpartition("/")[2] == FILE_NAME


def _moved(paths: Sequence[Path], top: Path, folder: Path) -> Iterator[Path]:
    """Files of a repository in another folder that stands for it."""
    return (folder / path.relative_to(top) for path in paths if path.is_relative_to(top))


def _listing(listing: Listing, chosen: Sequence[Path], top: Path, folder: Path) -> Listing:
    """The same files in the folder that stands for the repository."""
    project = listing.project
    for place in _moved([project.file if project else listing.root], top, folder):
        return of_project(place, chosen, may_lack_sources=True) if project else of_folders(place, chosen)
    raise WorkspaceError([f"{project.file if project else listing.root} is in another repository than its plans"])
