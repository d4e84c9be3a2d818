"""The flow in one call: the files of a site to the catalogue, checked. Each file is read once."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_plans import checks, discovery
from mkdocs_plans.linking import Linker
from mkdocs_plans.model import Catalogue, Defect, Document
from mkdocs_plans.reading import read
from mkdocs_plans.relating import Shelf, relate
from mkdocs_plans.relating.relations import linked_spec
from mkdocs_plans.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.settings import Settings

# The start of a marker; a shorter pattern would match every plan with options in its front matter.
_MARK = re.compile(rb"<!--\s{0,20}plans:[a-z]")
# https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/utils/__init__.py#L41-L47
_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The input of the flow.

    Attributes:
        entries: Every file of the site, plans or not.
        named: Paths that are plans whatever their name.
        around: Templates, owners, baseline and repository.
        is_site: Whether the entries are those of a site, whose pages may hold markers.
    """

    entries: Sequence[Entry]
    named: frozenset[str] = frozenset()
    around: Surroundings = field(default_factory=Surroundings)
    is_site: bool = False


@dataclass(slots=True)
class _Reader:
    """Reads files, remembers which, and keeps the bytes of those that may hold a marker."""

    source: Callable[[Entry], bytes]
    read: set[str] = field(default_factory=set)
    marked: dict[str, bytes] = field(default_factory=dict)

    def load(self, entry: Entry) -> bytes:
        raw = self.source(entry)
        self.read.add(entry.place.path)
        if _MARK.search(raw):
            self.marked[entry.place.path] = raw
        return raw


def compile_catalogue(inputs: Inputs, settings: Settings, load: Callable[[Entry], bytes]) -> Catalogue:
    """Discover, read, relate and check. `load` gives the bytes of an entry; its `OSError` becomes a finding."""
    reader = _Reader(load)
    shelf = _shelve(inputs, settings, reader.load)
    catalogue = relate(shelf, settings, inputs.around.codeowners)
    if inputs.is_site:
        catalogue = _with_pages(catalogue, inputs, settings, reader)
    verdict = checks.check(catalogue, settings, inputs.around.templates, inputs.around.baseline)
    return replace(catalogue, findings=verdict.findings, suppressed=verdict.suppressed, accepted=verdict.accepted)


def _shelve(inputs: Inputs, settings: Settings, load: Callable[[Entry], bytes]) -> Shelf:
    """Discover and read: plans with the files beside them, then the specs that they lead to and all others."""
    listing = discovery.by_path(inputs.entries)
    linker = Linker({path: entry.place for path, entry in listing.items()}, inputs.around.repository)
    originals = [path for path, entry in listing.items() if not entry.is_copy]
    features = discovery.features(originals, settings, inputs.named)
    wanted = {path for feature in features for path in (feature.plan, feature.spec, feature.tasks) if path}
    documents = {path: _read(listing[path], settings, load) for path in sorted(wanted)}
    specs = {feature.spec for feature in features} | set(discovery.specs(originals, settings))
    specs |= {linked_spec(linker.places[feature.plan], documents[feature.plan], linker) for feature in features}
    plans = {feature.plan for feature in features}
    loose = sorted(path for path in specs if path and path.endswith(".md") and path not in plans)
    read_specs = {path: documents.get(path) or _read(listing[path], settings, load) for path in loose}
    return Shelf(features, linker, documents, read_specs)


def _with_pages(catalogue: Catalogue, inputs: Inputs, settings: Settings, reader: _Reader) -> Catalogue:
    """The catalogue with the pages that hold markers."""
    listing = discovery.by_path(inputs.entries)
    for path, entry in listing.items():
        if path not in reader.read and not entry.is_copy and path.casefold().endswith(_PAGES):
            # A page that cannot be read stops MkDocs, which reports it.
            with contextlib.suppress(OSError):
                reader.load(entry)
    pages = {
        path: page
        for path, raw in sorted(reader.marked.items())
        if (page := _page(raw, catalogue.documents.get(path) or read(raw, settings), settings))
    }
    files = {path: listing[path].place.file for path in pages}
    return replace(catalogue, pages=pages, files={**catalogue.files, **files})


def _page(raw: bytes, document: Document, settings: Settings) -> Document | None:
    """A page as read; its defects are those of its markers."""
    # The command line starts sooner without the views, and few sites have pages with markers of their own.
    from mkdocs_plans.views import markers  # noqa: PLC0415

    text = document.mended if document.mended is not None else raw.decode("utf-8-sig", "replace")
    return replace(document, defects=tuple(markers.mistakes(text, settings))) if markers.has_marker(text) else None


def _read(entry: Entry, settings: Settings, load: Callable[[Entry], bytes]) -> Document:
    try:
        raw = load(entry)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        defect = Defect("unreadable", 1, f"the file cannot be read ({reason}); make it readable for the build")
        return Document(defects=(defect,), mended="")
    return read(raw, settings)
