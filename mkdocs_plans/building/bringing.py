"""What we bring to the files of a site: those of the sources, and our two pages.

The files are those of a site generator, of which only little has to be known here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs_plans.discovery import Entry, copies, sources
from mkdocs_plans.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_plans.settings import Settings


class Files(Protocol):
    """The files of the site, which are no types of ours: https://www.mkdocs.org/dev-guide/api/#mkdocs.structure.files.Files."""

    def __iter__(self) -> Iterator[Any]: ...

    @property
    def src_uris(self) -> Mapping[str, Any]:
        """Files by their places."""

    def get_file_from_path(self, path: str) -> Any:  # noqa: ANN401
        """The file of this name."""

    def remove(self, file: Any) -> None:  # noqa: ANN401
        """Take one out."""


@dataclass
class Brought:
    """What we have added to the files of the site.

    Attributes:
        entries: The files of the sources, each with the source.
        files: By their places, as they are to be in the end.
        hosts: The places of our pages, with the pages that hold the views.
    """

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
        others = (entry for file, entry in published(files, docs_dir, root) if file.src_uri not in ours)
        return copies.mark([*kept, *others])

    def settle_hosts(self, files: Files) -> dict[str, str]:
        """The pages that hold the views; where another plugin has made one at the address of ours, ours goes."""
        by_address: dict[str, list[Any]] = {}
        for file in files:
            if file.is_documentation_page() and not file.inclusion.is_excluded():
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


def published(files: Iterable[Any], docs_dir: str, root: Path) -> Iterator[tuple[Any, Entry]]:
    """The files of the site that a build publishes."""
    for file in files:
        if not file.inclusion.is_excluded():
            location = Path(file.abs_src_path or Path(docs_dir, file.src_uri))
            # What another plugin has made goes by its place in the site.
            real = file.src_uri if file.generated_by else posix(location, root)
            yield file, Entry(Place(file.src_uri, real), location)


def new_from_sources(
    entries: Iterable[Entry], settings: Settings, root: Path, elsewhere: frozenset[Path]
) -> list[Entry]:
    """The files of the sources that are not in the site yet, by whatever way; `entries` are those of the site.

    Raises:
        sources.SourceError: where a source that is not optional is not there.
    """
    found = list(sources.listing(root, settings, elsewhere))
    marked = copies.mark([*entries, *found] if found else [])
    return [entry for entry in marked if entry.place.source is not None and not entry.is_copy]


def posix(path: Path, root: str | Path) -> str:
    """A path as seen from a folder, with forward slashes."""
    return os.path.relpath(path, root).replace(os.sep, "/")
