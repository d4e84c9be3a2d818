"""What we bring to the files of a site: those of the sources, and our two pages.

The files are those of a site generator, of which only little has to be known here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs_plans.building import pages
from mkdocs_plans.discovery import Entry, copies, relative, sources
from mkdocs_plans.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs_plans.building import Build
    from mkdocs_plans.settings import Settings


class AddressError(ValueError):
    """Two of our pages would have one address."""


class Files(Protocol):
    """The files of the site, which are no types of ours: https://www.mkdocs.org/dev-guide/api/#mkdocs.structure.files.Files."""

    def __iter__(self) -> Iterator[Any]: ...

    @property
    def src_uris(self) -> Mapping[str, Any]:
        """Files by their places."""

    def get_file_from_path(self, path: str) -> Any:  # noqa: ANN401
        """The file of this name."""

    def append(self, file: Any) -> None:  # noqa: ANN401
        """Add one."""

    def remove(self, file: Any) -> None:  # noqa: ANN401
        """Take one out."""


@dataclass(frozen=True, slots=True)
class Generator:
    """What the site generator has and does.

    Attributes:
        docs_dir: The folder of its pages.
        site_dir: The folder that it writes.
        made: A file of the site, by its place there and where it is on disk.
        shown_as: What has to stand for such a file among the others, for plugins that look at all of them.
    """

    docs_dir: str
    site_dir: str
    made: Callable[[str, str], Any]
    shown_as: Callable[[Any], Any]


@dataclass
class Brought:
    """What we have added to the files of the site.

    Attributes:
        is_shown: Whether a file is on the site; drafts are on the one of `serve` alone.
        entries: The files of the sources, each with the source.
        files: By their places, as they are to be in the end.
        hosts: The places of our pages, with the pages that hold the views.
    """

    is_shown: Callable[[Any], bool]
    entries: list[Entry] = field(default_factory=list)
    files: dict[str, Any] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)

    def restore(self, files: Files) -> None:
        """Have every file that we brought read from where it really is."""
        for path, real in self.files.items():
            file = files.src_uris.get(path)
            if file and file.src_dir and not file.generated_by:
                file.abs_src_path, file.edit_uri, file.generated_by = (
                    real.abs_src_path,
                    real.edit_uri,
                    real.generated_by,
                )

    def listing(self, files: Files, docs_dir: str, root: Path) -> list[Entry]:
        """All files of the site but our own pages; of those that we brought, what no other plugin has taken out."""
        ours = {path for path in self.hosts if path in self.files}
        kept = (entry for entry in self.entries if entry.place.path in files.src_uris)
        others = (entry for file, entry in self.shown(files, docs_dir, root) if file.src_uri not in ours)
        return copies.mark([*kept, *others])

    def shown(self, files: Iterable[Any], docs_dir: str, root: Path) -> Iterator[tuple[Any, Entry]]:
        """The files that are on the site, as they are on disk."""
        for file in filter(self.is_shown, files):
            location = Path(file.abs_src_path or Path(docs_dir, file.src_uri))
            # What another plugin has made goes by its place in the site.
            real = file.src_uri if file.generated_by else relative(location, root)
            yield file, Entry(Place(file.src_uri, real), location)

    def settle_hosts(self, files: Files) -> dict[str, str]:
        """The pages that hold the views; where another plugin has made one at the address of ours, ours goes."""
        by_address: dict[str, list[Any]] = {}
        for file in files:
            if file.is_documentation_page() and self.is_shown(file):
                by_address.setdefault(file.dest_uri, []).append(file)
        found = {}
        for path, host in self.hosts.items():
            # Asked by its name, since i18n has its own answer: the page in the language of this build.
            if page := files.get_file_from_path(host):
                others = [other for other in by_address.get(page.dest_uri, ()) if other is not page]
                if others and path in self.files:
                    files.remove(page)
                    page = others[0]
                found[path] = page.src_uri
        return found


def add_sources(files: Files, brought: Brought, build: Build, generator: Generator) -> None:
    """Make the files of every source files of the site.

    Raises:
        sources.SourceError: where a source is not there, or two files would be one page.
    """
    shown = brought.shown(files, generator.docs_dir, build.root)
    # What MkDocs does not publish makes room; a draft does so for its writers, too.
    there = {file.dest_uri: entry for file, entry in shown if file.inclusion.is_included()}
    elsewhere = frozenset({Path(generator.docs_dir).resolve(), Path(generator.site_dir).resolve()})
    brought.entries = _new_from_sources(there.values(), build.settings, build.root, elsewhere)
    made = [(_source_file(entry, build, generator), entry) for entry in brought.entries]
    addresses = [*there.items(), *((file.dest_uri, entry) for file, entry in made)]
    sources.require_one_file_a_page((address, entry.place) for address, entry in addresses)
    for file, _ in made:
        _add(file, files, brought, generator)


def add_pages(files: Files, brought: Brought, build: Build, generator: Generator) -> None:
    """Add index and board. Where a page of the team's has the same address, it stays and holds the view.

    Raises:
        AddressError: where both would have the same one.
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


def _add(file: Any, files: Files, brought: Brought, generator: Generator) -> None:  # noqa: ANN401
    """Make a file one of the site's."""
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
    """MkDocs ends the build on a page that is not UTF-8; it gets a mended copy, and the file itself stays as it is."""
    for path, text in build.readable_copies(entries).items():
        file = named(files, path)
        if file.abs_src_path is None:
            file.content_string = text
        else:
            file.abs_src_path = build.keep(f"mended/{path}", text)


def named(files: Files, path: str) -> Any:  # noqa: ANN401
    """A file that has to be there.

    Raises:
        OSError: where it is not.
    """
    file = files.get_file_from_path(path)
    if file is None:
        raise OSError(f"{path} no longer exists")
    return file


def _new_from_sources(
    entries: Iterable[Entry], settings: Settings, root: Path, elsewhere: frozenset[Path]
) -> list[Entry]:
    """The files of the sources that are not in the site yet, by whatever way; `entries` are those of the site.

    Raises:
        sources.SourceError: where a source that is not optional is not there.
    """
    found = list(sources.listing(root, settings, elsewhere))
    marked = copies.mark([*entries, *found] if found else [])
    return [entry for entry in marked if entry.place.source is not None and not entry.is_copy]
