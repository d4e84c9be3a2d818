"""What we add to the files of a site: the files of the sources, and our two pages.

The file objects belong to the site generator; little has to be known about them here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs_plans import contents
from mkdocs_plans.building import pages
from mkdocs_plans.discovery import Entry, copies, relative, sources
from mkdocs_plans.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs_plans.building import Build
    from mkdocs_plans.settings import Settings


class AddressError(ValueError):
    """Two of our files, or one of them and one of the site, would have the same address."""


class Files(Protocol):
    """The files of the site; the type is MkDocs' own: https://www.mkdocs.org/dev-guide/api/#mkdocs.structure.files.Files."""

    def __iter__(self) -> Iterator[Any]: ...

    @property
    def src_uris(self) -> Mapping[str, Any]:
        """Files by their places."""

    def get_file_from_path(self, path: str) -> Any:  # noqa: ANN401
        """The file of this name."""

    def append(self, file: Any) -> None:  # noqa: ANN401
        """Add a file."""

    def remove(self, file: Any) -> None:  # noqa: ANN401
        """Remove a file."""


@dataclass(frozen=True, slots=True)
class Generator:
    """What is needed of the site generator.

    Attributes:
        docs_dir: The folder of its pages.
        site_dir: The folder that it writes.
        made: A file of the site, by its place there and where it is on disk.
        shown_as: The object to list for such a file, for plugins that look at all files.
    """

    docs_dir: str
    site_dir: str
    made: Callable[[str, str], Any]
    shown_as: Callable[[Any], Any]


@dataclass
class Brought:
    """What we have added to the files of the site.

    Attributes:
        is_shown: Whether a file is on the site; drafts are only under `serve`.
        entries: The files of the sources, each with the source.
        files: The files by their places, as they should be in the end.
        hosts: The places of our pages, with the pages that hold the views.
    """

    is_shown: Callable[[Any], bool]
    entries: list[Entry] = field(default_factory=list)
    files: dict[str, Any] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)

    def restore(self, files: Files) -> None:
        """Make every file that we added be read from its real location."""
        for path, real in self.files.items():
            file = files.src_uris.get(path)
            if file and file.src_dir and not file.generated_by:
                file.abs_src_path, file.edit_uri, file.generated_by = (
                    real.abs_src_path,
                    real.edit_uri,
                    real.generated_by,
                )

    def listing(self, files: Files, docs_dir: str, root: Path) -> list[Entry]:
        """All files of the site except our own pages, and except added files that another plugin has removed."""
        ours = {path for path in self.hosts if path in self.files}
        kept = (entry for entry in self.entries if entry.place.path in files.src_uris)
        others = (entry for file, entry in self.shown(files, docs_dir, root) if file.src_uri not in ours)
        return copies.mark([*kept, *others])

    def shown(self, files: Iterable[Any], docs_dir: str, root: Path) -> Iterator[tuple[Any, Entry]]:
        """The files that are on the site, as they are on disk."""
        for file in filter(self.is_shown, files):
            location = Path(file.abs_src_path or Path(docs_dir, file.src_uri))
            # A file that another plugin has made is known by its place in the site.
            real = file.src_uri if file.generated_by else relative(location, root)
            yield file, Entry(Place(file.src_uri, real), location)

    def settle_hosts(self, files: Files) -> dict[str, str]:
        """The pages that hold the views; if another plugin has made a page at the same address, ours is removed."""
        by_address: dict[str, list[Any]] = {}
        for file in files:
            if file.is_documentation_page() and self.is_shown(file):
                by_address.setdefault(file.dest_uri, []).append(file)
        found = {}
        for path, host in self.hosts.items():
            # By name, because i18n then returns the page in the language of this build.
            if page := files.get_file_from_path(host):
                others = [other for other in by_address.get(page.dest_uri, ()) if other is not page]
                if others and path in self.files:
                    files.remove(page)
                    page = others[0]
                found[path] = page.src_uri
        return found


def add_sources(files: Files, brought: Brought, build: Build, generator: Generator) -> None:
    """Add the files of every source to the site.

    Raises:
        sources.SourceError: if a source does not exist, or two files would become one page.
    """
    shown = brought.shown(files, generator.docs_dir, build.root)
    # A file that MkDocs does not publish does not count, nor does a draft, not even under `serve`.
    there = {file.dest_uri: entry for file, entry in shown if file.inclusion.is_included()}
    elsewhere = frozenset({Path(generator.docs_dir).resolve(), Path(generator.site_dir).resolve()})
    brought.entries = _new_from_sources(there.values(), build.settings, build.root, elsewhere)
    made = [(_source_file(entry, build, generator), entry) for entry in brought.entries]
    addresses = [*there.items(), *((file.dest_uri, entry) for file, entry in made)]
    sources.require_one_file_a_page((address, entry.place) for address, entry in addresses)
    for file, _ in made:
        _add(file, files, brought, generator)


def add_pages(files: Files, brought: Brought, build: Build, generator: Generator) -> None:
    """Add index and board. If the team has a page at the same address, that page stays and holds the view.

    Raises:
        AddressError: if both would have the same address, or the data the address of something else.
    """
    shown = (file for file in files if file.is_documentation_page() and brought.is_shown(file))
    addresses = {file.dest_uri: file.src_uri for file in shown}
    for path, text in pages.generated(build.settings).items():
        # A file on disk, since plugins such as rss ask every page for one.
        page = generator.made(path, build.keep(f"pages/{path}", text))
        if page.dest_uri not in addresses:
            _add(page, files, brought, generator)
        host = addresses.setdefault(page.dest_uri, path)
        if host in brought.hosts.values():
            message = f"index and board would both become {page.dest_uri} in the site; give one of them another path"
            raise AddressError(message)
        brought.hosts[path] = host
    _require_room(build.settings.export, files, brought)


def _require_room(export: str | None, files: Files, brought: Brought) -> None:
    """Make sure that the data overwrites no file of the site, and that no folder is where either should be."""
    if export is None:
        return
    for file in filter(brought.is_shown, files):
        longer, shorter = sorted((file.dest_uri, export), key=len, reverse=True)
        if f"{longer}/".startswith(f"{shorter}/"):
            raise AddressError(
                f"export: {file.src_uri} is a file of the site, so there is no room for {export};"
                " give `export` another path, or set it to false"
            )


def _add(file: Any, files: Files, brought: Brought, generator: Generator) -> None:  # noqa: ANN401
    """Add a file to the site."""
    brought.files[file.src_uri] = file
    if other := files.get_file_from_path(file.src_uri):
        files.remove(other)  # one that MkDocs has been told to leave out
    files.append(generator.shown_as(file))


def _source_file(entry: Entry, build: Build, generator: Generator) -> Any:  # noqa: ANN401
    file = generator.made(entry.place.path, str(entry.location))
    # It is a real file: with the generator named, git-revision-date-localized would date it today.
    file.generated_by = None
    # `edit_uri` ends in docs_dir; where that is no part of the project, as in a preview, in the project's folder.
    is_elsewhere = build.settings.root != "." and not Path(generator.docs_dir).resolve().is_relative_to(build.root)
    file.edit_uri = relative(entry.location, build.root if is_elsewhere else Path(generator.docs_dir))
    return file


def use_readable_copies(files: Files, entries: Sequence[Entry], build: Build) -> None:
    """Give MkDocs a repaired copy of each page that is not UTF-8, which would fail the build; no file is changed."""
    for path, text in build.readable_copies(entries).items():
        file = named(files, path)
        if file.abs_src_path is None:
            file.content_string = text
        else:
            file.abs_src_path = build.keep(f"mended/{path}", text)


def content(files: Files, path: str) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: if it cannot be read, or does not exist.
    """
    file = named(files, path)
    if file.abs_src_path is not None:
        contents.require_end(file.abs_src_path)
    raw: bytes = file.content_bytes
    return raw


def named(files: Files, path: str) -> Any:  # noqa: ANN401
    """A file that must exist.

    Raises:
        OSError: if it does not.
    """
    file = files.get_file_from_path(path)
    if file is None:
        raise OSError(f"{path} no longer exists")
    return file


def _new_from_sources(
    entries: Iterable[Entry], settings: Settings, root: Path, elsewhere: frozenset[Path]
) -> list[Entry]:
    """The files of the sources that are not in the site yet; `entries` are the files of the site.

    Raises:
        sources.SourceError: if a source that is not optional does not exist.
    """
    found = list(sources.listing(root, settings, elsewhere))
    marked = copies.mark([*entries, *found] if found else [])
    return [entry for entry in marked if entry.place.source is not None and not entry.is_copy]
