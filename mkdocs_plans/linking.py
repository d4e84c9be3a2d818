"""Where the relative links of plans lead: to a file of the site, to the repository, or nowhere.

Plans are written for GitHub, where a link may lead to any file of the repository, from the file's own folder or, with a
leading slash, from the top. In the site, some of these files are pages and others do not exist.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from mkdocs_plans.git.repository import Repository, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.model import Place

# The file that stands for a folder: on GitHub its README is shown below the listing.
_INDEXES = ("plan.md", "index.md", "README.md")

# https://spec.commonmark.org/0.31.2/#scheme
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:|//|#")


def is_relative(destination: str) -> bool:
    """Whether a destination is a path: not a URL, and not an anchor of the page itself."""
    return bool(destination) and not _ABSOLUTE.match(destination)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: `destination` as MkDocs wants it in Markdown, or an address; None if nowhere."""

    destination: str | None
    is_broken: bool = False


_NOWHERE = Target(None, is_broken=True)


@dataclass(frozen=True)
class Linker:
    """Resolves links among the files of a site; `places` are those by their paths in it."""

    places: Mapping[str, Place]
    repository: Repository = field(default_factory=Repository)

    @cached_property
    def _by_file(self) -> dict[str, str]:
        return {place.file: path for path, place in self.places.items()}

    def resolve(self, start: Place, destination: str) -> Target:
        """Where a relative destination in the file at `start` leads."""
        written = destination.replace("\\", "/")
        try:
            parts = urlsplit(written)
        except ValueError:
            return _NOWHERE
        if not is_relative(destination) or not parts.path:
            return Target(destination)
        path = unquote(parts.path)
        beside = _join(start.path, path)
        if not path.startswith("/") and beside in self.places:
            return Target(written)
        if found := self._find(start, path):
            return Target(between(start.path, found) + _ending(parts))
        file = self._file(start, path)
        if self.repository.exists(file):
            address = self.repository.of(file).address(file)
            return Target(address and address + quoted(_ending(parts)))
        return _NOWHERE

    def find(self, start: Place, destination: str) -> str | None:
        """The file of the site that a relative destination leads to."""
        try:
            path = unquote(urlsplit(destination.replace("\\", "/")).path)
        except ValueError:
            return None
        return self._find(start, path) if path and is_relative(destination) else None

    def _find(self, start: Place, path: str) -> str | None:
        """The file at a path, or the one that stands for the folder there: in the site, then in the repository."""
        beside, file = _join(start.path, path), self._file(start, path)
        if not path.startswith("/") and beside in self.places:
            return beside
        return self._by_file.get(file) or self.index_of(beside) or self._index_of_file(file)

    def _file(self, start: Place, path: str) -> str:
        """The path from the project's folder; with a leading slash, it starts at the top of the repository."""
        if path.startswith("/"):
            return self.repository.of(start.file).from_top(path.lstrip("/"))
        return _join(start.file, path)

    def index_of(self, folder: str) -> str | None:
        """The file that stands for a folder of the site."""
        return next((place for name in _INDEXES if (place := posixpath.join(folder, name)) in self.places), None)

    def _index_of_file(self, folder: str) -> str | None:
        """The file that stands for a folder of the project, which may be its top."""
        files = (posixpath.normpath(posixpath.join(folder, name)) for name in _INDEXES)
        return next((self._by_file[file] for file in files if file in self._by_file), None)


def between(start: str, path: str) -> str:
    """The relative destination, as Markdown has it, from one file of the site to another."""
    return quote(posixpath.relpath(path, posixpath.dirname(start) or "."))


def _ending(parts: SplitResult) -> str:
    """The part after the path: `?plain=1#L10-L20`."""
    return urlunsplit(("", "", "", parts.query, parts.fragment))


def _join(start: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(start), path))
