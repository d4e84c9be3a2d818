"""The third step of the flow: documents and their surroundings to a catalogue of plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.git.repository import inside
from mkdocs_plans.model import Catalogue, Link, Place, Plan, Spec, Specification, Status
from mkdocs_plans.reading.status import classify
from mkdocs_plans.reading.title import from_folder
from mkdocs_plans.relating import relations
from mkdocs_plans.relating.derivation import derive
from mkdocs_plans.relating.owners import owner_of
from mkdocs_plans.settings import NO_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plans.discovery import Feature
    from mkdocs_plans.linking import Linker
    from mkdocs_plans.model import Derived, Document
    from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was found and read, by places in the site.

    Attributes:
        features: The plans, each with the files beside it.
        linker: Knows every file of the site that may be referred to.
        documents: The plans, specs and tasks of the features.
        specs: Every spec, those that have no plan too.
    """

    features: Sequence[Feature]
    linker: Linker
    documents: Mapping[str, Document]
    specs: Mapping[str, Document]


def relate(shelf: Shelf, settings: Settings, codeowners: str = "") -> Catalogue:
    """All plans with their status, spec, progress, owner and ties, and all specs."""
    places = shelf.linker.places
    plans = [_plan(feature, shelf, settings, codeowners) for feature in shelf.features]
    specs = [_specification(places[path], document, settings) for path, document in sorted(shelf.specs.items())]
    tied = relations.tie(plans, specs, shelf.linker)
    return Catalogue(
        tied,
        settings.statuses,
        dict(shelf.documents),
        files={path: places[path].file for path in shelf.documents},
        broken_links={path: links for path in shelf.documents if (links := _broken(path, shelf, settings))},
        specs=relations.with_plans(specs, tied),
    )


def _broken(path: str, shelf: Shelf, settings: Settings) -> tuple[Link, ...]:
    """The links of a file that lead nowhere; none if MkDocs renders the page itself, since it reports them."""
    document, linker = shelf.documents[path], shelf.linker
    if not document.reads_as_on_github(settings.github_markdown):
        return ()
    start = linker.places[path]
    return tuple(link for link in document.links if linker.resolve(start, link.destination).is_broken)


def _plan(feature: Feature, shelf: Shelf, settings: Settings, codeowners: str) -> Plan:
    path = feature.plan
    document, place = shelf.documents[path], shelf.linker.places[path]
    derived, progress = derive(feature, shelf.documents, settings)
    in_repository = inside(shelf.linker.repository.prefix, place.file)
    owner, owner_source = owner_of(path, in_repository, document, codeowners, settings)
    folder_id, folder_title = from_folder(path)
    declared = document.spec
    return Plan(
        place=place,
        document=document,
        id=document.id or folder_id,
        title=document.title or folder_title,
        status=_status(document, derived, settings),
        derived=derived,
        # The file that the header means: the linked one, else the one beside the plan.
        spec=Spec(declared.text, declared.id, relations.linked_spec(place, document, shelf.linker) or feature.spec),
        owner=owner,
        owner_source=owner_source,
        progress=progress,
        companions=feature.companions,
    )


def _specification(place: Place, document: Document, settings: Settings) -> Specification:
    folder_id, folder_title = from_folder(place.path)
    status = classify(document.status.value, settings) if document.status else NO_STATUS
    return Specification(place, document, document.id or folder_id, document.title or folder_title, status)


def _status(document: Document, derived: Derived, settings: Settings) -> Status:
    """The status that decides the column: the declared one, else the derived one, else none."""
    if document.status is not None:
        return classify(document.status.value, settings)
    if derived.stage is None:
        return NO_STATUS
    return settings.first_of(derived.stage) or NO_STATUS
