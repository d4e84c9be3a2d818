"""The same file reached twice: by a link in docs_dir, by two sources, by a source and docs_dir."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_plans.discovery import Entry


def mark(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, marked as copies where another entry already stands for the same file.

    Of several entries for one file the one that is no symbolic link counts, else the first.
    """
    listed = list(entries)
    reals = real_paths(listed)
    chosen: dict[str, int] = {}
    for at, (entry, real) in enumerate(zip(listed, reals, strict=True)):
        if real not in chosen or (entry.place.source is None and _is_named(real, entry, listed[chosen[real]])):
            chosen[real] = at
    return [
        entry if chosen[real] == at else replace(entry, is_copy=True)
        for at, (entry, real) in enumerate(zip(listed, reals, strict=True))
    ]


def _is_named(real: str, entry: Entry, other: Entry) -> bool:
    """Whether an entry has the file's own name, and the other one, in docs_dir, does not."""
    return str(entry.location) == real != str(other.location)


def by_file(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of each file, by where it really is."""
    found: dict[str, list[Entry]] = {}
    listed = list(entries)
    for entry, real in zip(listed, real_paths(listed), strict=True):
        found.setdefault(real, []).append(entry)
    return {real: tuple(same) for real, same in found.items()}


def real_paths(entries: Iterable[Entry]) -> list[str]:
    """Where the files really are, links resolved; each folder is looked up once, and links may be cyclic."""
    folders: dict[str, str] = {}
    found = []
    for entry in entries:
        folder, name = os.path.split(entry.location)
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        path = os.path.join(folders[folder], name)  # noqa: PTH118  (as text, since there may be many)
        found.append(os.path.realpath(path) if os.path.islink(path) else path)  # noqa: PTH114
    return found
