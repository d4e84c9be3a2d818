"""Changed files according to git: since a ref, and under new names."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs_plans.git import ask

if TYPE_CHECKING:
    from pathlib import Path


def parting(folder: Path, ref: str) -> str | None:
    """The commit where `ref` and HEAD diverged; None if git does not know both, or there is no repository."""
    # What begins with a dash would be taken for an option.
    found = None if ref.startswith("-") else ask(folder, "merge-base", ref, "HEAD")
    return found.strip() if found else None


def is_known(folder: Path, ref: str) -> bool:
    """Whether git has the commit of a ref, with its history or without."""
    return not ref.startswith("-") and bool(ask(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"))


def since(folder: Path, ref: str) -> frozenset[str] | None:
    """The files that differ from where `ref` and HEAD diverged, including new ones that git does not know yet.

    Names are relative to the folder. None if git does not know the ref, or the folder is not in a repository.
    """
    start = parting(folder, ref)
    differing = ask(folder, "diff", "-z", "--name-only", start) if start else None
    untracked = ask(folder, "ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
    if differing is None or untracked is None:
        return None
    prefix = _prefix(folder)
    return frozenset(_from(prefix, name) for name in (differing + untracked).split("\0") if name)


def renames(folder: Path, file: str) -> dict[str, str]:
    """Old names to new ones, of files renamed since the commit before the last commit of a file of the folder.

    Names are relative to the folder. If git knows of no renames, the result is empty.
    """
    commit = (ask(folder, "log", "-1", "--format=%H", "--", file) or "").strip()
    if not commit:
        return {}
    start = (ask(folder, "rev-parse", "--verify", "--quiet", f"{commit}^") or "").strip() or commit
    # A file moved without `git mv` is new to git; `add -N` would help, but nothing is written here.
    listed = ask(folder, "diff", "-z", "-M", "--name-status", "--diff-filter=R", start) or ""
    parts = listed.split("\0")
    prefix = _prefix(folder)
    return {_from(prefix, old): _from(prefix, new) for old, new in zip(parts[1::3], parts[2::3], strict=False)}


def _prefix(folder: Path) -> str:
    """The path of the folder from the top of the repository, as git prints it."""
    return (ask(folder, "rev-parse", "--show-prefix") or "").strip("\n")


def _from(prefix: str, name: str) -> str:
    return posixpath.relpath(name, prefix or ".")
