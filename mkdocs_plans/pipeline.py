"""The flow in one call: the files of a site to the catalogue, checked. Each file is read once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_plans import checks, discovery
from mkdocs_plans.model import Catalogue, Defect, Document
from mkdocs_plans.reading import read
from mkdocs_plans.relating import relate
from mkdocs_plans.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Sources:
    """What the flow starts from.

    Attributes:
        entries: Every file of the site, plans or not.
        named: Paths that are plans whatever their name.
        around: Templates, owners and repository.
    """

    entries: Iterable[Entry]
    named: frozenset[str] = frozenset()
    around: Surroundings = field(default_factory=Surroundings)


def compile_catalogue(sources: Sources, settings: Settings, load: Callable[[Entry], bytes]) -> Catalogue:
    """Discover, read, relate and check. `load` gives the bytes of an entry; its `OSError` becomes a finding."""
    listing = discovery.by_path(sources.entries)
    features = discovery.features(listing, settings, sources.named)
    wanted = {path for feature in features for path in (feature.plan, feature.spec, feature.tasks) if path}
    documents = {path: _read(listing[path], settings, load) for path in sorted(wanted)}
    places = {path: entry.place for path, entry in listing.items()}
    catalogue = relate(features, places, documents, settings, sources.around)
    verdict = checks.check(catalogue, settings, sources.around.templates, sources.around.baseline)
    return replace(catalogue, findings=verdict.findings, suppressed=verdict.suppressed, accepted=verdict.accepted)


def _read(entry: Entry, settings: Settings, load: Callable[[Entry], bytes]) -> Document:
    try:
        raw = load(entry)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        defect = Defect("unreadable", 1, f"the file cannot be read ({reason}); make it readable for the build")
        return Document(defects=(defect,), mended="")
    return read(raw, settings)
