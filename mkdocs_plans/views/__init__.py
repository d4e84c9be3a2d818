"""The last step of the flow: a catalogue and a site to HTML."""

from __future__ import annotations

import posixpath
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from mkdocs_plans.site import relative
from mkdocs_plans.starting import hints
from mkdocs_plans.views import markers, selection
from mkdocs_plans.views.arrangement import arrange
from mkdocs_plans.views.facets import facets
from mkdocs_plans.views.insight import insights
from mkdocs_plans.views.summary import shares, tiles
from mkdocs_plans.views.values import NAMES, value
from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue, Finding, Plan
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.site import Site
    from mkdocs_plans.views.insight import Insight
    from mkdocs_plans.views.markers import Marker

# Templates under `plans/` and static files under `assets/plans/`, in the shape of an MkDocs theme.
THEME = Path(__file__).parent / "theme"
STYLESHEET = "assets/plans/plans.css"
SCRIPT = "assets/plans/plans.js"


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
        """A page's HTML with its markers replaced by their views, and the script that they need once at its end."""
        numbers = count(1)
        filled = markers.replace(html, self._settings, lambda marker: self.view(marker, page, next(numbers)))
        return filled + self._render("script", page, source=relative(SCRIPT, self._site.url(page) or ""))

    def view(self, marker: Marker, page: str, number: int = 1) -> str:
        """The view that a marker asks for, on the page at a place of the site, the nth one there."""
        if marker.mistake:
            return self._render("mistake", page, marker=marker)
        options = marker.options
        plans = selection.select(self._catalogue.plans, options, self._settings)
        arranged = arrange(plans, self._catalogue.statuses, options, self._insights)
        return self._render(
            marker.view,
            page,
            view=marker.view,
            plans=plans,
            options=options,
            number=number,
            arranged=arranged,
            shares=shares(plans),
            tiles=tiles(plans, self._insights, dated=self._is_dated, judged=self._shows_findings),
            facets=facets(plans, arranged.columns, self.words),
            headings=options.columns or self._headings(plans),
        )

    def header(self, plan: Plan) -> str:
        """The header card of a plan's own page."""
        return self._render("header", plan.path, plan=plan)

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """What readers of the site are shown of a plan's findings."""
        return self._catalogue.findings_by_path.get(plan.path, ()) if self._shows_findings else ()

    @property
    def _shows_findings(self) -> bool:
        shown = self._settings.show_findings
        return shown == "always" or (shown == "serve" and self._site.serving)

    @property
    def _is_dated(self) -> bool:
        return bool(self._site.changed and self._site.as_of)

    @cached_property
    def _insights(self) -> dict[str, Insight]:
        shown = {plan.path: self.findings(plan) for plan in self._catalogue.plans}
        return insights(self._catalogue, self._settings, self._site, shown)

    def _headings(self, plans: tuple[Plan, ...]) -> tuple[str, ...]:
        """The columns of a table that names none: what says nothing here is left out."""
        waits = any(self._insights[plan.path].waits for plan in plans)
        wanted = {
            "id": True,
            "plan": True,
            "spec": True,
            "owner": True,
            "progress": True,
            "changed": self._is_dated,
            "created": not self._is_dated,
            "waits": waits,
            "findings": self._shows_findings,
        }
        return tuple(name for name, holds in wanted.items() if holds)

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
            shows_findings=self._shows_findings,
            insight=lambda plan: self._insights[plan.path],
            value=lambda plan, name: value(plan, name, self._insights[plan.path]),
            names=tuple(NAMES),
            **context,
        )

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
