"""One build of a site, step by step: everything that an adapter for a site generator calls, without the generator.

The steps come in this order: `compile`, `take_place`, `locate`, then `links` for each page that is read, `settle`, and
`content` for each page that is written.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_plans import discovery
from mkdocs_plans.building import nav, pages
from mkdocs_plans.discovery import copies, hints
from mkdocs_plans.git import history
from mkdocs_plans.git.repository import folded, quoted
from mkdocs_plans.git.standing import Said
from mkdocs_plans.linking import Linker, between
from mkdocs_plans.model import Catalogue, Place, Severity
from mkdocs_plans.pipeline import Inputs, compile_catalogue
from mkdocs_plans.reading.status import classify
from mkdocs_plans.relating import naming
from mkdocs_plans.rendering import Links
from mkdocs_plans.reports import export
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site, Way
from mkdocs_plans.views import Views, markers
from mkdocs_plans.views.words import untranslated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.discovery.hints import Hint
    from mkdocs_plans.surroundings import Surroundings


@dataclass
class Build:
    """The state of a site while it is built; created anew for every build."""

    settings: Settings
    root: Path
    catalogue: Catalogue = field(default_factory=Catalogue)
    site: Site = field(default_factory=Site)
    data: Mapping[str, export.Data] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()
    ways: Mapping[str, Way] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    no_history: str | None = None
    _temporary: tempfile.TemporaryDirectory[str] = field(default_factory=tempfile.TemporaryDirectory)
    _places: dict[str, Place] = field(default_factory=dict)
    _ids: naming.Ids = field(default_factory=naming.Ids)
    _linker: Linker = field(default_factory=lambda: Linker({}))
    _indexed: dict[str, str] = field(default_factory=dict)
    _views: Views = field(default_factory=lambda: Views(Catalogue(), Settings(), Site()))

    def compile(self, entries: Sequence[Entry], around: Surroundings, load: Callable[[Entry], bytes]) -> None:
        """Read, relate and check the plans among the files of the site; `load` gives the bytes of one."""
        self._places = {path: entry.place for path, entry in discovery.by_path(entries).items()}
        self._linker = Linker(self._places, around.repository)
        self.catalogue = compile_catalogue(Inputs(entries, around=around, is_site=True), self.settings, load)
        self._ids = naming.ids(self.catalogue.plans, self.catalogue.specs)

    def look_around(self, docs_dir: Path, pages: Iterable[str], *, skip: Path) -> None:
        """Look for plans that the settings do not reach: around the site and, if it has none, among its own pages."""
        docs = () if self.catalogue.plans else pages
        self.hints = hints.look_around(self.root, docs_dir, docs, self.settings, skip=skip)

    def readable_copies(self, entries: Sequence[Entry]) -> Mapping[str, str]:
        """The repaired texts of files that are not UTF-8 or are garbled, by all their places in the site."""
        documents = self.catalogue.documents.items()
        mended = {path: document.mended for path, document in documents if document.mended is not None}
        places = [[entry.place.path for entry in same] for same in copies.by_file(entries if mended else ()).values()]
        return {path: mended[known] for paths in places for known in mended.keys() & set(paths) for path in paths}

    def keep(self, path: str, text: str) -> str:
        """Put a text into a file that lasts as long as the build; returns where it is."""
        file = Path(self._temporary.name, path)
        write(file, text)
        return str(file)

    def take_place(self, hosts: Mapping[str, str]) -> None:
        """Set where our pages really are; a missing place means that the page does not exist."""
        index, board = self.settings.index or "", self.settings.board or ""
        self.settings = replace(self.settings, index=hosts.get(index), board=hosts.get(board))

    def locate(self, site: Site) -> None:
        """Prepare the views, once all files have their addresses. Git runs only if a page shows its dates."""
        self.site = site
        if self.settings.header or self.settings.index or self.settings.board or self.catalogue.pages:
            self.site = self._dated(site)
        self._views = Views(self.catalogue, self.settings, self.site, self.hints)
        told = self._told
        self.data = {plan.path: export.plan_data(plan, told, self.site) for plan in told.plans}

    def reads_as_on_github(self, path: str) -> bool:
        """Whether a page is a plan, or a spec or tasks beside one, and neither mkdocs.yml nor the file opts out."""
        document = self.catalogue.documents.get(path)
        return document is not None and document.reads_as_on_github(self.settings.github_markdown)

    def links(self, path: str) -> Links:
        """How relative links of a page, and ids in its text, are resolved."""
        place = self._places[path]
        return Links(
            lambda destination: self._linker.resolve(place, destination).destination,
            lambda name: self._page_of(name, path),
        )

    def _page_of(self, name: str, start: str) -> str | None:
        """The link to the page of an id; a page is not linked to itself."""
        found = self._ids.page(name)
        return between(start, found) if found and found != start else None

    def edit_address(self, path: str, address: str | None) -> str | None:
        """The edit address of a page; `address` is the one in the project's own repository, with names as they are."""
        place, own = self._places.get(path), self._linker.repository
        if place and place.source is not None and (repository := own.of(place.file)) is not own:
            return repository.edit_address(place.file)
        return folded(quoted(address)) if address else None

    def settle(self, pages_by_path: Mapping[str, Any]) -> None:
        """Prepare the pages for a theme, now that all of them have been read, and so have titles."""
        self.beside = nav.beside(self.settings, self.catalogue, pages_by_path)
        for path, page in pages_by_path.items():
            if path in self.catalogue.by_path:
                pages.hide_data(page)
            if self.reads_as_on_github(path):
                pages.keep_escapes(page)

    def indexed(self, path: str, html: str) -> str:
        """The HTML of a page for the search index: a plan with its status, which `content` removes again."""
        if plan := self.catalogue.by_path.get(path):
            self._indexed[path] = self._views.indexed(plan)
            html = pages.with_header(html, self._indexed[path])
        return html

    def content(self, path: str, html: str) -> str:
        """The HTML of a page with views in place of their markers, and with the header card of a plan."""
        if plan := self.catalogue.by_path.get(path):
            html = html.replace(self._indexed.pop(path, ""), "", 1)
        if pages.is_ours(path, self.settings) and not markers.has_marker(html):
            html += pages.generated(self.settings)[path].partition("\n\n")[2]
        if markers.has_marker(html):
            html = self._views.fill(html, path, self.beside)
            if path in self.beside:
                html = pages.with_header(html, self._views.tabs(path, self.beside))
        if not self.settings.header:
            return html
        if plan := self.catalogue.by_path.get(path):
            html = pages.with_header(html, self._views.header(plan, self.ways.get(path)))
        elif plan := self.catalogue.plan_of.get(path):
            html = pages.with_header(html, self._views.companion(plan, path))
        return html

    def led(self, path: str, html: str) -> str:
        """The HTML of a page with links from it, if neither the nav nor the theme has them."""
        way = self.ways.get(path)
        return self._views.led(html, path, way) if way else html

    def finish(self, site_dir: Path) -> None:
        """Write plans.json, and remove all temporary files."""
        if self.settings.export:
            write(site_dir / self.settings.export, export.to_json(self._told, self.site, self.data))
        self.clean()

    def clean(self) -> None:
        """Remove the files that last as long as the build."""
        self._temporary.cleanup()

    @property
    def errors(self) -> int:
        """How many findings fail a build."""
        return sum(finding.severity is Severity.ERROR for finding in self.catalogue.findings)

    @property
    def advice(self) -> tuple[str, ...]:
        """Advice about the site that does not concern a single file."""
        unseen = hints.message(self.hints, self.settings) if self.hints else None
        strange = untranslated(self.settings.language, self.settings.words)
        return tuple(line for line in (unseen, self.no_history, strange) if line)

    @property
    def board(self) -> str | None:
        """The address of the board, or of the index if there is no board."""
        return self.site.url(self.settings.board or "") or self.site.url(self.settings.index or "")

    @property
    def _told(self) -> Catalogue:
        """The catalogue for published data: without findings if readers should not see them."""
        return self.catalogue if self._views.shows_findings else replace(self.catalogue, findings=())

    def _dated(self, site: Site) -> Site:
        """The site with git's dates of its plans and the files beside them."""
        as_of = history.as_of(self.root)
        wanted = {path for plan in self.catalogue.plans for path in plan.paths}
        files = {path: self._places[path].file for path in sorted(wanted) if path in self._places}
        if not files:
            return replace(site, as_of=as_of)
        past = history.read(self.root, files.values(), self._said())
        self.no_history = past.trouble
        changed = {path: past.days[file] for path, file in files.items() if file in past.days}
        since = {path: past.since[file] for path, file in files.items() if file in past.since}
        return replace(site, as_of=as_of, changed=changed, since=since)

    def _said(self) -> dict[str, Said]:
        """The lines in which plans declare a status that is known, by their files."""
        declared = ((plan, plan.document.status) for plan in self.catalogue.plans if plan.stage)
        return {
            plan.place.file: Said(field.line, field.label, plan.status.slug, self._meaning)
            for plan, field in declared
            if field
        }

    def _meaning(self, text: str) -> str:
        return classify(text, self.settings).slug


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with line feeds, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
