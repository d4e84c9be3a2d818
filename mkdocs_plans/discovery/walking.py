"""Listings of folders on disk, for the command line, for sources outside docs_dir and for the first look around."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plans import contents, git
from mkdocs_plans.patterns import specification

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pathspec import GitIgnoreSpec

# Folders that no team keeps plans in, whether git ignores them or not.
_SKIPPED = frozenset({".git", ".hg", ".svn", ".jj", "node_modules", "__pycache__", ".tox", ".nox"})
_IGNORE_FILE = ".gitignore"
# A file in every virtual environment: https://docs.python.org/3/library/venv.html
_ENVIRONMENT_FILE = "pyvenv.cfg"
# What MkDocs leaves out of docs_dir by itself:
# https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/files.py#L524
_MKDOCS_EXCLUDED = (".*", "/templates/")
_LINKS_BELOW_LINKS = 1_000


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The patterns of one .gitignore, which apply below its folder."""

    base: Path
    spec: GitIgnoreSpec

    def verdict(self, path: Path, *, folder: bool) -> bool | None:
        relative = path.relative_to(self.base).as_posix()
        return self.spec.check_file(relative + "/" if folder else relative).include


@dataclass(frozen=True)
class _Kept:
    """The files that git tracks below a folder although `.gitignore` names them; git runs when the first is needed."""

    root: Path

    def __contains__(self, path: Path) -> bool:
        """Whether a file is tracked, or something below a folder."""
        return path.relative_to(self.root).as_posix() in self._paths

    @cached_property
    def _paths(self) -> set[str]:
        asked = ("ls-files", "-z", "--cached", "--ignored", "--exclude-standard")
        listed = git.ask(self.root, *asked) if git.top(self.root) else None
        paths: set[str] = set()
        for name in (listed or "").split("\0"):
            path = name
            while path and path not in paths:
                paths.add(path)
                path = path.rpartition("/")[0]
        return paths


def walk(root: Path, *, skip: frozenset[Path] = frozenset(), limit: int | None = None) -> Iterator[str]:
    """The files below a folder, sorted, as relative paths with forward slashes.

    `.gitignore` is honoured, from the repository's top down, except for files that git tracks; virtual environments,
    `.git` and the like are left out, and so are the folders in `skip`. Links that stay inside the root are followed, if
    they lead to a folder that is not walked anyway: each folder once, after all others, so files keep the names that
    they have in git.
    At most `limit` files and folders are looked at.
    """
    root = root.resolve()
    seen = {root}
    looked_at = 0
    kept = _Kept(root)
    pending = [(root, tuple(_ignores_above(root)))]
    linked: list[tuple[Path, tuple[_Ignore, ...]]] = []
    while pending or linked:
        folder, ignores = pending.pop() if pending else linked.pop(0)
        if folder != root:
            target = folder.resolve()
            if target in seen or target in skip or not _is_walked(folder, target, root):
                continue
            seen.add(target)
        listing = _listing(folder)
        if folder != root and _ENVIRONMENT_FILE in listing:
            continue
        ignores = (*ignores, *_ignores_in(folder, listing))
        folders: list[tuple[Path, tuple[_Ignore, ...]]] = []
        for name, entry in listing.items():
            looked_at += 1
            if limit is not None and looked_at > limit:
                return
            path = folder / name
            if _is_ignored(path, ignores, folder=entry.is_dir()) and path not in kept:
                continue
            if entry.is_dir():
                (linked if entry.is_symlink() else folders).append((path, ignores))
            elif entry.is_file() and _stays(entry, path, root):
                yield path.relative_to(root).as_posix()
        pending.extend(reversed(folders))


def reaches(root: Path, path: str) -> bool:
    """Whether a walk of a folder would find a file below it, whether it exists already or not."""
    folder = root.resolve()
    ignores = tuple(_ignores_above(folder))
    *folders, name = path.split("/")
    for part in folders:
        ignores = (*ignores, *_ignores_in(folder, (_IGNORE_FILE,)))
        folder /= part
        is_left_out = part in _SKIPPED or (folder / _ENVIRONMENT_FILE).exists()
        if is_left_out or _is_ignored(folder, ignores, folder=True):
            return False
    ignores = (*ignores, *_ignores_in(folder, (_IGNORE_FILE,)))
    return not _is_ignored(folder / name, ignores, folder=False)


def is_published(path: str, exclude_docs: str = "", draft_docs: str = "") -> bool:
    """Whether MkDocs publishes a file of docs_dir, with the patterns of the two options of these names."""
    excluded, drafts = _unpublished(exclude_docs, draft_docs)
    return not excluded.match_file(path) and not drafts.match_file(path)


def _unpublished(exclude_docs: str, draft_docs: str) -> tuple[GitIgnoreSpec, GitIgnoreSpec]:
    excluded = specification([*_MKDOCS_EXCLUDED, *exclude_docs.splitlines()])
    return excluded, specification(draft_docs.splitlines())


def walk_docs(docs_dir: Path, exclude_docs: str = "", draft_docs: str = "") -> list[str]:
    """The files that MkDocs publishes from docs_dir, with the patterns of the two options of these names."""
    excluded, drafts = _unpublished(exclude_docs, draft_docs)
    found = []
    for folder, names in _folders(docs_dir):
        paths = [(Path(folder) / name).relative_to(docs_dir).as_posix() for name in names]
        found += [
            path for path in without_shadowed(paths) if not excluded.match_file(path) and not drafts.match_file(path)
        ]
    return sorted(found)


def _folders(top: Path) -> Iterator[tuple[str, list[str]]]:
    """The folders below one, each with the names of its files. Links are followed as by MkDocs, but never in a cycle.

    Links that cross each other would still multiply, so only a limited number below other links are followed.
    """
    left = _LINKS_BELOW_LINKS
    pending: list[tuple[str, tuple[str, ...], bool]] = [(str(top), (os.path.realpath(top),), False)]
    while pending:
        folder, reals, is_linked = pending.pop()
        _, folders, names = next(os.walk(folder), (folder, [], []))
        yield folder, names
        for name in sorted(folders):
            path = os.path.join(folder, name)  # noqa: PTH118  (as text, since there may be many)
            is_link = os.path.islink(path)  # noqa: PTH114
            real = os.path.realpath(path) if is_link else os.path.join(reals[-1], name)  # noqa: PTH118
            left -= is_link and is_linked
            if real not in reals and (left >= 0 or not is_link):
                pending.append((path, (*reals, real), is_linked or is_link))


def without_shadowed(paths: list[str]) -> list[str]:
    """The paths without each README.md that MkDocs leaves out because its folder has an index.md."""
    hidden = {f"{path.removesuffix('index.md')}README.md" for path in paths if path.rpartition("/")[2] == "index.md"}
    return [path for path in paths if path not in hidden]


def _listing(folder: Path) -> dict[str, os.DirEntry[str]]:
    """The entries of a folder, by name, without links that lead nowhere: reading a cyclic link is an error."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.is_symlink() or os.path.exists(entry)]  # noqa: PTH110
            return {entry.name: entry for entry in sorted(found, key=lambda entry: entry.name)}
    except OSError:
        return {}


def _is_walked(path: Path, target: Path, root: Path) -> bool:
    return path.name not in _SKIPPED and target.is_relative_to(root)


def _stays(entry: os.DirEntry[str], path: Path, root: Path) -> bool:
    """Whether a file is really inside the root, and not a link to one outside."""
    return not entry.is_symlink() or path.resolve().is_relative_to(root)


def _is_ignored(path: Path, ignores: tuple[_Ignore, ...], *, folder: bool) -> bool:
    """Whether a file is ignored: the nearest .gitignore with a pattern for it decides (gitignore(5))."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, folder=folder)
        if verdict is not None:
            return verdict
    return False


def _ignores_in(folder: Path, listing: Collection[str]) -> list[_Ignore]:
    if _IGNORE_FILE not in listing:
        return []
    try:
        text = contents.read(folder / _IGNORE_FILE).decode("utf-8", "replace")
    except OSError:
        return []
    return [_Ignore(folder, specification(text.splitlines()))]


def _ignores_above(root: Path) -> Iterator[_Ignore]:
    """The .gitignore files from the top of the repository down to the folder above the root."""
    top = git.top(root) or root
    for folder in reversed(root.parents):
        if folder.is_relative_to(top):
            yield from _ignores_in(folder, (_IGNORE_FILE,))
