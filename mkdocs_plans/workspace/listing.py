"""The files that a command works on: those of a site with its mkdocs.yml, or those of folders without one."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_plans import git, options, starting
from mkdocs_plans.discovery import Entry, copies, is_plan, relative, sources
from mkdocs_plans.discovery.walking import walk, walk_docs
from mkdocs_plans.model import Place
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site, page_url
from mkdocs_plans.workspace import project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from mkdocs_plans.workspace.project import Project

# A home folder, which may also be searched as a whole, can hold millions.
_LOOKED_AT_MOST = 100_000


class WorkspaceError(ValueError):
    """Wrong usage or configuration; `mistakes` has a line for each."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(self.mistakes))


@dataclass(frozen=True, slots=True)
class Listing:
    """The root of all paths, the team's settings, the files, and their site and mkdocs.yml if there is one."""

    root: Path
    settings: Settings
    entries: list[Entry]
    site: Site
    project: Project | None = None


def of_project(file: Path, chosen: Sequence[Path], *, may_lack_sources: bool = False) -> Listing:
    """The files of a site, and files on the command line that are not part of it.

    Args:
        file: The mkdocs.yml.
        chosen: The paths on the command line.
        may_lack_sources: Whether sources may be missing that mkdocs.yml does not set to optional.

    Raises:
        WorkspaceError: for every wrong option, and for a missing file or folder.
    """
    try:
        site = project.read(file)
        settings = options.parse({"language": site.language} | dict(site.options))
        if may_lack_sources:
            settings = replace(settings, sources=tuple(replace(each, optional=True) for each in settings.sources))
        elsewhere = frozenset({site.docs_dir.resolve(), site.site_dir.resolve()})
        marked = copies.mark([*_docs(site), *sources.listing(site.root, settings, elsewhere)])
        entries = [entry for entry in marked if entry.place.source is None or not entry.is_copy]
        sources.require_one_file_a_page((_address(entry, site), entry.place) for entry in entries)
    except options.OptionError as error:
        raise WorkspaceError([f"{file}: {mistake}" for mistake in error.mistakes]) from None
    except sources.SourceError as error:
        raise WorkspaceError([f"{file}: {error}"]) from None
    except project.ProjectError as error:
        raise WorkspaceError([str(error)]) from None
    urls = {entry.place.path: page_url(entry.place.path, directories=site.directory_urls) for entry in entries}
    named = [path for path in chosen if path.is_file()]
    known = set(copies.real_paths(entries)) if named else set()
    outside = [path for path in named if str(path.resolve()) not in known]
    entries += [_beside_site(entry, urls, site) for entry in _around(outside, site.root)]
    return Listing(site.root, settings, entries, Site(urls, language=settings.language), site)


def _address(entry: Entry, site: Project) -> str:
    """The file that MkDocs makes of a file."""
    url = page_url(entry.place.path, directories=site.directory_urls)
    return f"{'' if url == './' else url}index.html" if url.endswith("/") else url


def _beside_site(entry: Entry, urls: Mapping[str, str], site: Project) -> Entry:
    """A file that is not part of the site; if its path is a place of the site, its path from docs_dir is used."""
    if entry.place.path not in urls:
        return entry
    return Entry(Place(relative(entry.location, site.docs_dir), entry.place.file), entry.location)


def _docs(site: Project) -> Iterator[Entry]:
    for path in walk_docs(site.docs_dir, site.exclude_docs, site.draft_docs):
        location = site.docs_dir / path
        yield Entry(Place(path, relative(location, site.root)), location)


def of_folders(here: Path, chosen: Sequence[Path]) -> Listing:
    """The files below folders without a mkdocs.yml, the files that are named, and all files that they can refer to."""
    entries: list[Entry] = []
    for path in chosen or [here]:
        if path.is_dir():
            entries += _below(path, here)
    entries += _around([path for path in chosen if path.is_file()], here)
    for folder in dict.fromkeys(whole for path in chosen for whole in _whole(path, here)):
        if folder not in chosen:
            entries += _below(folder, here, limit=_LOOKED_AT_MOST)
    return Listing(here, _settings_for([entry.place.file for entry in entries]), copies.mark(entries), Site())


def _settings_for(files: Sequence[str]) -> Settings:
    """The defaults; if they match none of the files, the usual names that do, as for `serve`."""
    default = Settings()
    return default if any(is_plan(file, default) for file in files) else starting.names(files).settings


def _whole(path: Path, here: Path) -> Iterator[Path]:
    """What a file or folder is part of: its repository, else the current folder, else nothing known."""
    if top := git.top(path):
        yield top
    elif path.is_relative_to(here):
        yield here


def _below(folder: Path, root: Path, limit: int | None = None) -> Iterator[Entry]:
    for path in walk(folder, limit=limit):
        yield _entry(folder / path, root)


def _around(files: Sequence[Path], root: Path) -> Iterator[Entry]:
    """Files and those beside them, which may be their companions; each folder is looked at once."""
    for folder in dict.fromkeys(file.parent for file in files):
        # Some folders can be entered but not listed.
        with contextlib.suppress(OSError):
            yield from (_entry(path, root) for path in sorted(folder.iterdir()) if path.is_file())
    yield from (_entry(file, root) for file in files)


def _entry(location: Path, root: Path) -> Entry:
    file = relative(location, root)
    return Entry(Place(file, file), location)
