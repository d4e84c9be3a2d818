"""One build of a site, step by step: what an adapter for a site generator has to ask for, without the generator.

The steps come in this order: `compile`, `take_place`, `locate`, then `look_at_markers` and `resolver` for each
page that is read, `settle`, and `content` for each page that is written.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plans import discovery
from mkdocs_plans.building import pages
from mkdocs_plans.git import history
from mkdocs_plans.linking import Linker
from mkdocs_plans.model import Catalogue, Finding, Place, Severity
from mkdocs_plans.pipeline import Sources, compile_catalogue
from mkdocs_plans.reports import export
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site
from mkdocs_plans.views import Views, markers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.starting.hints import Hint
    from mkdocs_plans.surroundings import Surroundings


@dataclass
class Build:
    """What is known of a site while it is built; made anew for every build."""

    settings: Settings
    root: Path
    catalogue: Catalogue = field(default_factory=Catalogue)
    site: Site = field(default_factory=Site)
    data: Mapping[str, export.Data] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()
    no_history: str | None = None
    _temporary: tempfile.TemporaryDirectory[str] = field(default_factory=tempfile.TemporaryDirectory)
    _places: dict[str, Place] = field(default_factory=dict)
    _linker: Linker = field(default_factory=lambda: Linker({}))
    _views: Views = field(default_factory=lambda: Views(Catalogue(), Settings(), Site()))
    _marker_findings: list[Finding] = field(default_factory=list)

    def compile(self, entries: Sequence[Entry], around: Surroundings, load: Callable[[Entry], bytes]) -> None:
        """Read, relate and check the plans among the files of the site; `load` gives the bytes of one."""
        self._places = {path: entry.place for path, entry in discovery.by_path(entries).items()}
        self._linker = Linker(self._places, around.repository)
        self.catalogue = compile_catalogue(Sources(entries, around=around), self.settings, load)

    def readable_copies(self) -> Mapping[str, str]:
        """The texts of files that are not UTF-8, or whose words are broken, by their places in the site."""
        documents = self.catalogue.documents.items()
        return {path: document.mended for path, document in documents if document.mended is not None}

    def keep(self, path: str, text: str) -> str:
        """Put a text into a file that lasts as long as the build; returns where it is."""
        file = Path(self._temporary.name, path)
        write(file, text)
        return str(file)

    def take_place(self, hosts: Mapping[str, str]) -> None:
        """Where our pages really are; a place that is missing is a page that there is not."""
        index, board = self.settings.index or "", self.settings.board or ""
        self.settings = replace(self.settings, index=hosts.get(index), board=hosts.get(board))

    def locate(self, site: Site) -> None:
        """All files have their addresses: prepare what stands on pages."""
        self.site = replace(site, as_of=history.as_of(self.root), changed=self._changed())
        self._views = Views(self.catalogue, self.settings, self.site, self.hints)
        self.data = {plan.path: export.plan_data(plan, self.catalogue, self.site) for plan in self.catalogue.plans}

    def look_at_markers(self, path: str, source: str) -> None:
        """Find what is wrong with the markers of any page; `source` is the whole file."""
        place = self._places.get(path) or Place(path, path)
        self._marker_findings += markers.findings(source, place, self.settings)

    def reads_as_on_github(self, path: str) -> bool:
        """Plans and the specs and tasks beside them, where neither mkdocs.yml nor the file says no."""
        document = self.catalogue.documents.get(path)
        return document is not None and document.reads_as_on_github(self.settings.github_markdown)

    def resolver(self, path: str) -> Callable[[str], str | None]:
        """What becomes of the relative links of a page."""
        place = self._places[path]
        return lambda destination: self._linker.resolve(place, destination).destination

    def settle(self) -> None:
        """All pages have been read: the findings are complete."""
        self.catalogue = replace(self.catalogue, findings=(*self.catalogue.findings, *self._marker_findings))

    def content(self, path: str, html: str) -> str:
        """The HTML of a page with views where their markers stand, and with the header card of a plan."""
        if pages.is_ours(path, self.settings) and not markers.has_marker(html):
            html += pages.generated(self.settings)[path].partition("\n\n")[2]
        if markers.has_marker(html):
            html = self._views.fill(html, path)
        if self.settings.header and (plan := self.catalogue.by_path.get(path)):
            html = pages.with_header(html, self._views.header(plan))
        return html

    def finish(self, site_dir: Path) -> None:
        """Write plans.json, and leave nothing else behind."""
        if self.settings.export:
            write(site_dir / self.settings.export, export.to_json(self.catalogue, self.site))
        self.clean()

    def clean(self) -> None:
        """Remove the files that last as long as the build."""
        self._temporary.cleanup()

    @property
    def errors(self) -> int:
        """How many findings end a build."""
        return sum(finding.severity is Severity.ERROR for finding in self.catalogue.findings)

    @property
    def board(self) -> str | None:
        """The address of the board, or of the index where there is no board."""
        return self.site.url(self.settings.board or "") or self.site.url(self.settings.index or "")

    def _changed(self) -> dict[str, str]:
        """The day of the last commit of every plan and of the files beside it, by their place in the site."""
        wanted = {path for plan in self.catalogue.plans for path in (plan.path, *plan.companions)}
        files = {path: self._places[path].file for path in sorted(wanted) if path in self._places}
        if not files:
            return {}
        past = history.read(self.root, files.values())
        self.no_history = past.trouble
        return {path: past.days[file] for path, file in files.items() if file in past.days}


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with line feeds, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
