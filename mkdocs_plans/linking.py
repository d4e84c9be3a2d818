"""Where the relative links of plans lead: to a file of the site, to the repository, or nowhere.

Plans are written for GitHub, where a link may lead to any file of the repository, from the file's own folder or, with a
slash in front, from the top. In the site some of these files are pages, some are not there.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_plans.model import Place

# What stands for a folder: on GitHub its README is shown below the listing.
_INDEXES = ("plan.md", "index.md", "README.md")
# MkDocs' own guess, where a team has said nothing: https://www.mkdocs.org/user-guide/configuration/#edit_uri
_GUESSED_BRANCHES = ("master", "default")
_BRANCH = re.compile(r"(?:-/)?(?:edit|blob|raw|src|tree)/([^/]+)/")


# https://spec.commonmark.org/0.31.2/#scheme
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:|//|#")


def is_relative(destination: str) -> bool:
    """Whether a destination is a path: no URL, and no anchor of the page itself."""
    return bool(destination) and not _ABSOLUTE.match(destination)


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files of a project can be looked at.

    Attributes:
        url: The address of the repository; None where it is not known.
        edit_uri: What MkDocs puts behind it for an edit link.
        prefix: The project's folder in the repository: empty, or with a slash at its end.
        exists: Whether a file or folder is there, by its path from the project's folder.
    """

    url: str | None = None
    edit_uri: str | None = None
    prefix: str = ""
    exists: Callable[[str], bool] = lambda _: False

    def address(self, file: str) -> str | None:
        """The address of a file of the project; None where the repository is not known or the file is outside."""
        path = posixpath.normpath(self.prefix + file)
        if self.url is None or path.startswith(".."):
            return None
        return f"{self.url.rstrip('/')}/{self._view}{quote(path)}"

    @property
    def _view(self) -> str:
        """How the hosts spell the address of a file; HEAD stands for the branch that they show first."""
        match = _BRANCH.match(self.edit_uri or "")
        branch = match[1] if match and match[1] not in _GUESSED_BRANCHES else "HEAD"
        host = urlsplit(self.url or "").netloc
        if "gitlab" in host:
            return f"-/blob/{branch}/"
        return f"src/{branch}/" if "bitbucket" in host else f"blob/{branch}/"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: `destination` as MkDocs wants it in Markdown, or an address; None where it cannot lead."""

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
        """Where a relative destination leads that stands in the file at `start`."""
        try:
            parts = urlsplit(destination.replace("\\", "/"))
        except ValueError:
            return _NOWHERE
        if not is_relative(destination) or not parts.path:
            return Target(destination)
        path = unquote(parts.path)
        beside = _join(start.path, path)
        if not path.startswith("/") and beside in self.places:
            return Target(destination)
        file = (
            posixpath.relpath(path.lstrip("/"), self.repository.prefix or ".")
            if path.startswith("/")
            else _join(start.file, path)
        )
        found = self._by_file.get(file) or self._index(beside) or self._index_of_file(file)
        if found:
            ending = f"#{parts.fragment}" if parts.fragment else ""
            return Target(quote(posixpath.relpath(found, posixpath.dirname(start.path) or ".")) + ending)
        if self.repository.exists(file):
            return Target(self.repository.address(file))
        return _NOWHERE

    def _index(self, folder: str) -> str | None:
        return next((place for name in _INDEXES if (place := posixpath.join(folder, name)) in self.places), None)

    def _index_of_file(self, folder: str) -> str | None:
        return next(
            (self._by_file[file] for name in _INDEXES if (file := posixpath.join(folder, name)) in self._by_file), None
        )


def _join(start: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(start), path))
