"""What the core must know about a site: the addresses of its files, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Site:
    """A site as the core sees it.

    Attributes:
        urls: The URL of each file by its place, relative to the site's root and quoted.
        templates: Folders whose templates override ours, the first one wins.
        language: The language of the pages, as the theme names it.
        as_of: The day that the site shows the state of, as YYYY-MM-DD; None without git and SOURCE_DATE_EPOCH.
        changed: The day of the last commit of files, by their place in the site; empty if git cannot tell.
        since: The day since which plans have their status, by their place in the site; left out if git is unclear.
        serving: Whether the pages are only shown to their authors (`mkdocs serve`).
    """

    urls: Mapping[str, str] = field(default_factory=dict)
    templates: tuple[str, ...] = ()
    language: str = "en"
    as_of: str | None = None
    changed: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    serving: bool = False

    def url(self, path: str) -> str | None:
        """The URL of a file of the site; None if the site does not have it."""
        return self.urls.get(path)

    def link(self, start: str, path: str) -> str | None:
        """The relative link from the page at `start` to the file at `path`; None if one is missing."""
        here, there = self.urls.get(start), self.urls.get(path)
        return None if here is None or there is None else relative(there, here)


@dataclass(frozen=True, slots=True)
class Way:
    """Where a page that is not in the nav leads, as places in the site.

    Attributes:
        above: The pages above it, the outermost first: index and board, and the plan of a file beside one.
        previous: The plan before it, in the order of the paths.
        next: The plan after it.
    """

    above: tuple[str, ...] = ()
    previous: str | None = None
    next: str | None = None

    def without(self, *, above: bool, around: bool) -> Way:
        """What is left for us to show if the theme itself shows what is above or around a page."""
        return Way(() if above else self.above, None if around else self.previous, None if around else self.next)


def relative(url: str, start: str) -> str:
    """A URL of the site as seen from another page of it; both relative to the site's root.

    `a/b/` is a folder with an `index.html`, so its links start in that folder.
    """
    here = _parts(start)[:-1]
    there = _parts(url)
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "./"


def _parts(url: str) -> list[str]:
    """The folders of a URL, and its last part; empty for the folder itself."""
    return ("" if url in (".", "./") else url).split("/")


def page_url(path: str, *, directories: bool) -> str:
    """Where MkDocs puts a file: `a/plan.md` becomes `a/plan/`, or `a/plan.html` without directory URLs."""
    place = PurePosixPath(path)
    if place.suffix != ".md":
        return quote(path, errors="replace")
    stem = "index" if place.stem == "README" else place.stem
    if not directories:
        return quote(str(place.with_name(f"{stem}.html")), errors="replace")
    folder = place.parent if stem == "index" else place.parent / stem
    return "./" if str(folder) == "." else quote(f"{folder}/", errors="replace")
