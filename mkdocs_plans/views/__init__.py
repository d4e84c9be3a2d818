"""The last step of the flow: a catalogue and a site to HTML."""

from __future__ import annotations

import posixpath
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from mkdocs_plans import hints
from mkdocs_plans.model import Severity
from mkdocs_plans.views import markers
from mkdocs_plans.views.columns import columns
from mkdocs_plans.views.summary import shares
from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Catalogue, Finding, Plan
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.site import Site
    from mkdocs_plans.views.markers import Marker

# Templates under `plans/` and static files under `assets/plans/`, in the shape of an MkDocs theme.
THEME = Path(__file__).parent / "theme"
STYLESHEET = "assets/plans/plans.css"


class Views:
    """Everything that stands on pages, drawn from templates that a site may override by name."""

    def __init__(
        self, catalogue: Catalogue, settings: Settings, site: Site, found: tuple[hints.Hint, ...] = ()
    ) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._site = site
        self._found = found
        self.words = Words(settings.language, settings.words)

    def fill(self, html: str, page: str) -> str:
        """A page's HTML with its markers replaced by their views."""
        numbers = count(1)
        return markers.replace(html, lambda marker: self.view(marker, page, next(numbers)))

    def view(self, marker: Marker, page: str, number: int = 1) -> str:
        """The view that a marker asks for, on the page at a place of the site, the nth one there."""
        if marker.mistake:
            return self._render("mistake", page, marker=marker)
        plans = markers.select(self._catalogue.plans, marker.options)
        grouped = columns(plans, self._catalogue.statuses)
        return self._render(marker.view, page, plans=plans, columns=grouped, number=number)

    def header(self, plan: Plan) -> str:
        """The header card of a plan's own page."""
        return self._render("header", plan.path, plan=plan)

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """What readers of the site are shown of a plan's findings."""
        shown = self._settings.show_findings
        if shown == "never" or (shown == "serve" and not self._site.serving):
            return ()
        return self._catalogue.findings_by_path.get(plan.path, ())

    def _render(self, template: str, page: str, **context: object) -> str:
        return self._environment.get_template(f"plans/{template}.html").render(
            catalogue=self._catalogue,
            settings=self._settings,
            site=self._site,
            words=self.words,
            page=page,
            hints=self._found,
            link=lambda path: self._site.link(page, path),
            findings=self.findings,
            missing=self._missing,
            shares=shares,
            **context,
        )

    def _missing(self, plan: Plan) -> Sequence[Finding]:
        """The sections that a plan lacks, as far as it is warned of."""
        return [f for f in self.findings(plan) if f.rule == "section-missing" and f.severity is not Severity.INFO]

    @cached_property
    def _environment(self) -> Environment:
        loader = ChoiceLoader([FileSystemLoader(list(self._site.templates)), FileSystemLoader(THEME)])
        environment = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["basename"] = posixpath.basename
        environment.filters["yaml_for"] = hints.yaml
        return environment
