"""Where the files of a project can be looked at and edited: the project's own repository, and those of its sources."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from mkdocs_plans.git import forges

if TYPE_CHECKING:
    from collections.abc import Callable

# A folder and the two dots that leave it again; the slashes may be in a query, quoted or not.
_THERE_AND_BACK = re.compile(
    r"(?:(?<=[/=])|(?<=%2F))(?!\.\.?(?:/|%2F))(?:(?!%2F)[^/?&=#])+(?:/|%2F)\.\.(?:/|%2F)", re.IGNORECASE
)
# What parts an address, and what is quoted already.
_KEPT = "?#%/:@!$&'()*+,;=[]"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, and the folder in it that holds files of the project.

    Files are given by their paths from the project's folder.

    Attributes:
        url: The address of the repository; None if it is not known.
        edit_uri: The part after it in edit links: MkDocs' own for its docs_dir, a source's for its folder.
        prefix: The folder's own path in the repository: empty, or with a slash at its end.
        exists: Whether a file or folder exists.
        folder: The folder, empty for the project's own.
        sources: The repositories of sources that are in other repositories.
    """

    url: str | None = None
    edit_uri: str | None = None
    prefix: str = ""
    exists: Callable[[str], bool] = lambda _: False
    folder: str = ""
    sources: tuple[Repository, ...] = ()

    def of(self, file: str) -> Repository:
        """The repository that holds a file: that of the nearest source, else this one."""
        holding = [source for source in self.sources if not _leaves(source.path(file))]
        return max(holding, key=lambda source: (not _leaves(source.within(file)), len(source.folder)), default=self)

    def within(self, file: str) -> str:
        """The path of a file from the folder."""
        return posixpath.relpath(file, self.folder) if self.folder else posixpath.normpath(file)

    def path(self, file: str) -> str:
        """The path of a file from the top of the repository."""
        return posixpath.normpath(self.prefix + self.within(file))

    def from_top(self, path: str) -> str:
        """The file at a path from the top of the repository; the top itself for an empty one."""
        return posixpath.normpath(posixpath.join(self.folder, posixpath.relpath(path or ".", self.prefix or ".")))

    @property
    def top(self) -> str:
        """The path from the folder to the top of the repository; empty if the folder is the top."""
        return "/".join([".."] * self.prefix.count("/"))

    def address(self, file: str) -> str | None:
        """The address of a file; None if the repository is not known or the file is outside."""
        path = inside(self.prefix, self.within(file))
        if self.url is None or path is None:
            return None
        top = self.url.rstrip("/")
        if path == ".":
            return top
        return f"{top}/{forges.view(self.url, self.edit_uri)}{quote(path, errors='replace')}"

    def edit_address(self, file: str) -> str | None:
        """The address for editing a file of a source; None if it is not known."""
        if self.url is None:
            return None
        if self.edit_uri is not None:
            ending = f"{self.edit_uri}{quote(self.within(file), errors='replace')}"
            top = self.url if ending.startswith(("?", "#")) else f"{self.url.rstrip('/')}/"
            return folded(urljoin(top, ending))
        # On GitHub, HEAD means the default branch; how other forges write it, only the team knows.
        is_github = urlsplit(self.url).netloc == "github.com"
        return f"{self.url.rstrip('/')}/edit/HEAD/{quote(self.path(file), errors='replace')}" if is_github else None


def inside(prefix: str, file: str) -> str | None:
    """The path of a file of the project from the top of the repository; None if there is no file, or it is outside."""
    path = posixpath.normpath(posixpath.join(prefix, file))
    return path if file and not _leaves(path) else None


def quoted(address: str) -> str:
    """An address, or a part of one, without characters that none may hold; what is quoted already stays as it is."""
    return quote(address, safe=_KEPT, errors="replace")


def folded(address: str) -> str:
    """An address without `docs/../`, which no host resolves in a query: `?path=docs/../specs/plan.md`."""
    while (shorter := _THERE_AND_BACK.sub("", address, count=1)) != address:
        address = shorter
    return address


def _leaves(path: str) -> bool:
    return path == ".." or path.startswith(("../", "/"))
