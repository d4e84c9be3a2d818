"""The third step of the flow: documents and their surroundings to a catalogue of plans."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mkdocs_plans.linking import Linker
from mkdocs_plans.model import Catalogue, Link, Place, Plan, Spec, Status
from mkdocs_plans.reading.status import classify
from mkdocs_plans.reading.title import from_folder
from mkdocs_plans.relating.derivation import derive
from mkdocs_plans.relating.owners import owner_of
from mkdocs_plans.settings import NO_STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_plans.discovery import Feature
    from mkdocs_plans.model import Derived, Document
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.surroundings import Surroundings


def relate(
    features: Iterable[Feature],
    places: Mapping[str, Place],
    documents: Mapping[str, Document],
    settings: Settings,
    surroundings: Surroundings,
) -> Catalogue:
    """All plans with their status, spec, progress and owner.

    `places` holds every file of the site that may be referred to, `documents` those that were read.
    """
    plans = [_plan(feature, places, documents, settings, surroundings.codeowners) for feature in features]
    linker = Linker(places, surroundings.repository)
    return Catalogue(
        tuple(plans),
        settings.statuses,
        dict(documents),
        files={path: places[path].file for path in documents},
        broken_links={path: links for path in documents if (links := _broken(path, documents, linker, settings))},
    )


def _broken(path: str, documents: Mapping[str, Document], linker: Linker, settings: Settings) -> tuple[Link, ...]:
    """The links of a file that lead nowhere; where MkDocs renders the page by itself, it says so itself."""
    document = documents[path]
    if not document.reads_as_on_github(settings.github_markdown):
        return ()
    start = linker.places[path]
    return tuple(link for link in document.links if linker.resolve(start, link.destination).is_broken)


def _plan(
    feature: Feature,
    places: Mapping[str, Place],
    documents: Mapping[str, Document],
    settings: Settings,
    codeowners: str,
) -> Plan:
    path = feature.plan
    document, place = documents[path], places[path]
    spec, tasks = documents.get(feature.spec or ""), documents.get(feature.tasks or "")
    derived, progress = derive(path, document, spec, tasks, settings)
    owner, owner_source = owner_of(path, place.file, document, codeowners, settings)
    folder_id, folder_title = from_folder(path)
    return Plan(
        place=place,
        document=document,
        id=document.id or folder_id,
        title=document.title or folder_title,
        status=_status(document, derived, settings),
        derived=derived,
        spec=_spec(feature, document.spec, places),
        owner=owner,
        owner_source=owner_source,
        progress=progress,
        companions=feature.companions,
    )


def _status(document: Document, derived: Derived, settings: Settings) -> Status:
    """The column: of what is declared, else of what was derived, else none."""
    if document.status is not None:
        return classify(document.status.value, settings)
    if derived.stage is None:
        return NO_STATUS
    return settings.first_of(derived.stage) or NO_STATUS


def _spec(feature: Feature, declared: Spec, places: Mapping[str, Place]) -> Spec:
    """What the header says of the spec, with the file that it means: the linked one, else the one beside the plan."""
    linked = _target(feature.plan, declared.path, places)
    return Spec(declared.text, declared.id, linked or feature.spec)


def _target(start: str, destination: str | None, places: Mapping[str, Place]) -> str | None:
    """The file that a relative link leads to, from the plan's folder or, failing that, from the root."""
    if not destination:
        return None
    parts = urlsplit(destination.replace("\\", "/"))
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    for candidate in (posixpath.join(posixpath.dirname(start), path), path.lstrip("/")):
        found = posixpath.normpath(candidate)
        if found in places:
            return found
    return None
