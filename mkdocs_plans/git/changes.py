"""What git says of files that changed: since a ref, and under new names."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs_plans.git import ask

if TYPE_CHECKING:
    from pathlib import Path


def parting(folder: Path, ref: str) -> str | None:
    """The commit where `ref` and HEAD parted; None where git does not know both, or the folder is in no repository."""
    # What begins with a dash would be taken for an option.
    found = None if ref.startswith("-") else ask(folder, "merge-base", ref, "HEAD")
    return found.strip() if found else None


def is_known(folder: Path, ref: str) -> bool:
    """Whether git has the commit of a ref, with its history or without."""
    return not ref.startswith("-") and bool(ask(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"))


def since(folder: Path, ref: str) -> frozenset[str] | None:
    """The files that differ from where `ref` and HEAD parted, new ones that git does not know yet among them.

    Names count from the folder. None where git does not know the ref, or the folder is in no repository.
    """
    start = parting(folder, ref)
    differing = ask(folder, "diff", "-z", "--name-only", start) if start else None
    untracked = ask(folder, "ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
    if differing is None or untracked is None:
        return None
    prefix = _prefix(folder)
    return frozenset(_from(prefix, name) for name in (differing + untracked).split("\0") if name)


def renames(folder: Path, file: str) -> dict[str, str]:
    """Old names to new ones of what moved since the commit before the last one of a file of the folder.

    Names count from the folder. Where git knows nothing of them, there are none.
    """
    commit = (ask(folder, "log", "-1", "--format=%H", "--", file) or "").strip()
    if not commit:
        return {}
    start = (ask(folder, "rev-parse", "--verify", "--quiet", f"{commit}^") or "").strip() or commit
    # What was moved without `git mv` is new for git; `add -N` would tell it, but nothing is written here.
    listed = ask(folder, "diff", "-z", "-M", "--name-status", "--diff-filter=R", start) or ""
    parts = listed.split("\0")
    prefix = _prefix(folder)
    return {_from(prefix, old): _from(prefix, new) for old, new in zip(parts[1::3], parts[2::3], strict=False)}


def _prefix(folder: Path) -> str:
    """The folder as git names it from the top of the repository."""
    return (ask(folder, "rev-parse", "--show-prefix") or "").strip("\n")


def _from(prefix: str, name: str) -> str:
    return posixpath.relpath(name, prefix or ".")
