"""What a command works on: the plans of a site with its mkdocs.yml, or those of folders that have none."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plans import hints, options, project, sources, surroundings
from mkdocs_plans.checks import templates
from mkdocs_plans.discovery import Entry, by_path
from mkdocs_plans.model import Catalogue, Place
from mkdocs_plans.pipeline import Sources, compile_catalogue
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site, page_url
from mkdocs_plans.walking import walk, walk_docs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs_plans.project import Project


class WorkspaceError(ValueError):
    """Wrong usage or configuration; `mistakes` has a line for each."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(self.mistakes))


@dataclass(frozen=True, slots=True)
class Workspace:
    """A checked catalogue, narrowed to what the command line asks for.

    Attributes:
        selected: The plans with their findings; those of the site as a whole only where nothing narrows it.
        site: Where the plans are in the site; empty without a mkdocs.yml.
        hint: Where to look, when there is no plan.
    """

    selected: Catalogue
    site: Site
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Listing:
    """Where paths count from, the team's settings, the files, and their mkdocs.yml and site where there is one."""

    root: Path
    settings: Settings
    entries: list[Entry]
    site: Site
    project: Project | None = None


def open_workspace(paths: Sequence[str], config_file: str | None = None) -> Workspace:
    """Find, read and check the plans.

    Args:
        paths: Files and folders to narrow the site to; without a mkdocs.yml, what is searched.
        config_file: The mkdocs.yml; searched from the current folder upwards where None.

    Raises:
        WorkspaceError: for a path or a file that is missing, and for every wrong option.
    """
    missing = [f"{path}: there is no such file or folder" for path in paths if not Path(path).exists()]
    if missing:
        raise WorkspaceError(missing)
    here = Path.cwd()
    file = Path(config_file) if config_file else project.find(here)
    chosen = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  (`resolve` would follow links)
    listing = _of_folders(here, chosen) if file is None else _of_project(file, chosen)
    catalogue = _narrowed(_compile(listing, chosen), listing, chosen)
    return Workspace(catalogue, listing.site, "" if catalogue.plans else _hint(listing, paths))


def _of_project(file: Path, chosen: Sequence[Path]) -> _Listing:
    """The files of a site, and the files that are named though no part of it."""
    try:
        site = project.read(file)
        settings = options.parse({"language": site.language} | dict(site.options))
        entries = [*sources.listing(site.root, settings), *_docs(site)]
    except options.OptionError as error:
        raise WorkspaceError([f"{file}: {mistake}" for mistake in error.mistakes]) from None
    except sources.SourceError as error:
        raise WorkspaceError([f"{file}: {error}"]) from None
    except project.ProjectError as error:
        raise WorkspaceError([str(error)]) from None
    urls = {entry.place.path: page_url(entry.place.path, directories=site.directory_urls) for entry in entries}
    known = {entry.location.resolve() for entry in entries}
    outside = [path for path in chosen if path.is_file() and path.resolve() not in known]
    entries += [_beside_site(entry, urls, site) for entry in _around(outside, site.root)]
    return _Listing(site.root, settings, entries, Site(urls, language=settings.language), site)


def _beside_site(entry: Entry, urls: Mapping[str, str], site: Project) -> Entry:
    """A file that is no part of the site; where its path is a place of the site, it goes by that from docs_dir."""
    if entry.place.path not in urls:
        return entry
    return Entry(Place(_relative(entry.location, site.docs_dir), entry.place.file), entry.location)


def _docs(site: Project) -> Iterator[Entry]:
    for path in walk_docs(site.docs_dir, site.excluded):
        location = site.docs_dir / path
        yield Entry(Place(path, _relative(location, site.root)), location)


def _hint(listing: _Listing, paths: Sequence[str]) -> str:
    """Why there may be no plan, and what to do."""
    names = ", ".join(listing.settings.include)
    if listing.project is None:
        return f"no plans were found: no file here is named {names}; name the files or folders that hold plans"
    site, settings = listing.project, listing.settings
    if paths:
        return f"no plans were found: {site.file} has none below {', '.join(paths)}; name files, or add them to sources"
    docs = _relative(site.docs_dir, site.root)
    pages = walk_docs(site.docs_dir, site.excluded)
    found = hints.look_around(site.root, site.docs_dir, pages, settings, skip=site.site_dir)
    return hints.message(found, settings) if found else f"no plans were found: no file below {docs}/ is named {names}"


def _of_folders(here: Path, chosen: Sequence[Path]) -> _Listing:
    entries: list[Entry] = []
    for path in chosen or [here]:
        if path.is_dir():
            entries += _below(path, here)
    entries += _around([path for path in chosen if path.is_file()], here)
    return _Listing(here, Settings(), entries, Site())


def _below(folder: Path, root: Path) -> Iterator[Entry]:
    for path in walk(folder):
        yield _entry(folder / path, root)


def _around(files: Sequence[Path], root: Path) -> Iterator[Entry]:
    """Files and those beside them, which may be their companions; each folder is looked at once."""
    for folder in dict.fromkeys(file.parent for file in files):
        # A folder may be entered that cannot be listed.
        with contextlib.suppress(OSError):
            yield from (_entry(path, root) for path in sorted(folder.iterdir()) if path.is_file())
    yield from (_entry(file, root) for file in files)


def _entry(location: Path, root: Path) -> Entry:
    file = _relative(location, root)
    return Entry(Place(file, file), location)


def _relative(path: Path, root: Path) -> str:
    try:
        return os.path.relpath(path, root).replace(os.sep, "/")
    except ValueError:  # Windows: another drive
        return path.as_posix()


def _compile(listing: _Listing, chosen: Sequence[Path]) -> Catalogue:
    named_files = {path.resolve() for path in chosen if path.is_file()}
    named = {entry.place.path for entry in listing.entries if named_files and entry.location.resolve() in named_files}
    around = surroundings.gather(listing.root, listing.entries, listing.settings)
    absent = templates.absent(listing.settings, around.templates)
    if absent and listing.project:
        place, builtin = listing.project.file, ", ".join(templates.BUILT_IN)
        raise WorkspaceError(
            [f'{place}: template: there is no file "{name}"; name one, or a built-in one: {builtin}' for name in absent]
        )
    given = Sources(listing.entries, frozenset(named), around.codeowners, around.templates)
    return compile_catalogue(given, listing.settings, lambda entry: entry.location.read_bytes())


def _narrowed(catalogue: Catalogue, listing: _Listing, chosen: Sequence[Path]) -> Catalogue:
    if not chosen:
        return catalogue
    resolved = [path.resolve() for path in chosen]
    locations = {path: entry.location.resolve() for path, entry in by_path(listing.entries).items()}
    plans = tuple(
        plan for plan in catalogue.plans if any(locations[plan.path].is_relative_to(path) for path in resolved)
    )
    paths = {plan.path for plan in plans}
    findings = tuple(finding for finding in catalogue.findings if finding.path in paths)
    return Catalogue(plans, catalogue.statuses, catalogue.documents, findings)
