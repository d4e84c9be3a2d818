"""Listings of folders on disk, for the command line, for sources outside docs_dir and for the first look around."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

# What no team keeps plans in, whether git ignores it or not.
_SKIPPED = frozenset({".git", ".hg", ".svn", ".jj", "node_modules", "__pycache__", ".tox", ".nox"})
_IGNORE_FILE = ".gitignore"
# What MkDocs leaves out of docs_dir by itself:
# https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/files.py#L524
_MKDOCS_EXCLUDED = (".*", "/templates/")


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The patterns of one .gitignore, which hold below its own folder."""

    base: Path
    spec: GitIgnoreSpec

    def verdict(self, path: Path, *, folder: bool) -> bool | None:
        relative = path.relative_to(self.base).as_posix()
        return self.spec.check_file(relative + "/" if folder else relative).include


def walk(root: Path, *, skip: frozenset[Path] = frozenset(), limit: int | None = None) -> Iterator[str]:
    """The files below a folder, sorted, as relative paths with forward slashes.

    `.gitignore` is honoured, from the repository's top down; virtual environments, `.git` and the like are left out,
    and so are the folders in `skip`. Links to folders are followed when they stay inside the root, each folder once.
    At most `limit` files and folders are looked at.
    """
    root = root.resolve()
    seen = {root}
    looked_at = 0
    pending = [(root, root, tuple(_ignores_above(root)))]
    while pending:
        folder, shown, ignores = pending.pop()
        if own := _ignore_in(folder):
            ignores = (*ignores, own)
        folders = []
        for entry in _listing(folder):
            looked_at += 1
            if limit is not None and looked_at > limit:
                return
            path = folder / entry.name
            if entry.is_dir():
                target = path.resolve()
                if target not in seen and target not in skip and _is_walked(path, target, root, ignores):
                    seen.add(target)
                    folders.append((path, shown / entry.name, ignores))
            elif entry.is_file() and not _is_ignored(path, ignores, folder=False):
                yield (shown / entry.name).relative_to(root).as_posix()
        pending.extend(reversed(folders))


def walk_docs(docs_dir: Path, exclude_docs: str = "") -> list[str]:
    """The files that MkDocs takes from docs_dir, as it lists them, with the patterns of `exclude_docs`."""
    excluded = GitIgnoreSpec.from_lines([*_MKDOCS_EXCLUDED, *exclude_docs.splitlines()])
    found = []
    for folder, folders, names in os.walk(docs_dir, followlinks=True):
        folders.sort()
        paths = [(Path(folder) / name).relative_to(docs_dir).as_posix() for name in names]
        found += [path for path in _without_shadowed(paths) if not excluded.match_file(path)]
    return sorted(found)


def _without_shadowed(paths: list[str]) -> list[str]:
    """Where a folder holds an index.md, MkDocs leaves its README.md out."""
    names = {path.rpartition("/")[2] for path in paths}
    return [path for path in paths if not ("index.md" in names and path.rpartition("/")[2] == "README.md")]


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_walked(path: Path, target: Path, root: Path, ignores: tuple[_Ignore, ...]) -> bool:
    return (
        path.name not in _SKIPPED
        and target.is_relative_to(root)
        and not _is_ignored(path, ignores, folder=True)
        and not (path / "pyvenv.cfg").is_file()
    )


def _is_ignored(path: Path, ignores: tuple[_Ignore, ...], *, folder: bool) -> bool:
    """The .gitignore nearest to the file that says anything of it decides (gitignore(5))."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, folder=folder)
        if verdict is not None:
            return verdict
    return False


def _ignore_in(folder: Path) -> _Ignore | None:
    try:
        text = (folder / _IGNORE_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return _Ignore(folder, GitIgnoreSpec.from_lines(text.splitlines()))


def _ignores_above(root: Path) -> Iterator[_Ignore]:
    """The .gitignore files from the top of the repository down to the folder above the root."""
    above = list(root.parents)
    top = next((at for at, folder in enumerate((root, *above)) if (folder / ".git").exists()), 0)
    for folder in reversed(above[:top]):
        if found := _ignore_in(folder):
            yield found
