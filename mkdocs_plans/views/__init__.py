"""The last step of the flow: a catalogue and a site to HTML."""

from __future__ import annotations

import posixpath
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from mkdocs_plans.discovery import hints
from mkdocs_plans.site import relative
from mkdocs_plans.views import markers, selection
from mkdocs_plans.views.arrangement import arrange
from mkdocs_plans.views.columns import columns
from mkdocs_plans.views.coverage import coverage
from mkdocs_plans.views.decisions import decisions
from mkdocs_plans.views.drawing import HEIGHT, WIDTH
from mkdocs_plans.views.facets import facets
from mkdocs_plans.views.fitting import cut, fit, widest
from mkdocs_plans.views.graph import graph
from mkdocs_plans.views.insight import insights
from mkdocs_plans.views.levels import levelled
from mkdocs_plans.views.owners import owners
from mkdocs_plans.views.register import register
from mkdocs_plans.views.summary import shares, tiles
from mkdocs_plans.views.ties import NAMED, files, has_tasks, ties
from mkdocs_plans.views.values import NAMES, alike, value
from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.model import Catalogue, Finding, Plan
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.site import Site, Way
    from mkdocs_plans.views.insight import Insight
    from mkdocs_plans.views.markers import Marker
    from mkdocs_plans.views.selection import Options

# Templates under `plans/` and static files under `assets/plans/`, in the shape of an MkDocs theme.
THEME = Path(__file__).parent / "theme"
STYLESHEET = "assets/plans/plans.css"
SCRIPT = "assets/plans/plans.js"


class Views:
    """Everything that we show on pages, rendered from templates that a site may override by name."""

    def __init__(
        self, catalogue: Catalogue, settings: Settings, site: Site, found: tuple[hints.Hint, ...] = ()
    ) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._site = site
        self._found = found
        self.words = Words(settings.language, settings.words)

    def fill(self, html: str, page: str, beside: Mapping[str, str]) -> str:
        """A page's HTML with its markers replaced by their views, and the script that they need, once, at the end.

        `beside` are the titles, as HTML, of the pages that tabs lead to besides board and table, by their places. There
        the tabs are below the title, see `tabs`; on other pages the first board or table has them.
        """
        numbers, leading = count(1), iter(() if page in beside else (True,))

        def view(marker: Marker) -> str:
            number = next(numbers)
            if marker.mistake:
                return self._render("mistake", page, marker=marker)
            shown = {"options": marker.options, "number": number, "beside": beside}
            if marker.view in ("board", "index"):
                shown["is_leading"] = next(leading, False)
            return self._render(marker.view, page, **shown, **self._shown(marker))

        filled = markers.replace(html, self._settings, view)
        return filled + self._render("script", page, source=relative(SCRIPT, self._site.url(page) or ""))

    def tabs(self, page: str, beside: Mapping[str, str]) -> str:
        """The tabs of a page that those of board and table lead to, and which leads back to them."""
        return self._render("tabs", page, beside=beside)

    def _shown(self, marker: Marker) -> dict[str, object]:
        """The values for the template of the view that a marker asks for."""
        show = {"graph": self._graph, "specs": self._specs, "register": self._register}.get(marker.view, self._overview)
        return show(marker.options)

    def header(self, plan: Plan, way: Way | None = None) -> str:
        """The header card of a plan's own page; it leads to the views where nothing `above` the page does."""
        is_led = bool(way and way.above)
        tied = ties(plan, self._catalogue)
        return self._render("header", plan.path, plan=plan, ties=tied, files=files(plan), is_led=is_led)

    def indexed(self, plan: Plan) -> str:
        """What the search should find of a plan besides its text."""
        return self._render("indexed", plan.path, plan=plan)

    def companion(self, plan: Plan, path: str) -> str:
        """The line on the page of a spec, or of a list of tasks, that leads to the other files of its plan."""
        return self._render("companion", path, plan=plan, files=files(plan))

    def led(self, html: str, page: str, way: Way) -> str:
        """The HTML of a page outside the nav, with links to the pages above it at the top, and around it at the end."""
        above = self._render("above", page, paths=way.above) if way.above else ""
        around = self._render("around", page, way=way) if way.previous or way.next else ""
        return above + html + around

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """The findings of a plan that readers of the site are shown."""
        return self._catalogue.findings_by_path.get(plan.path, ()) if self.shows_findings else ()

    def _overview(self, options: Options) -> dict[str, object]:
        """The values for the templates of board and table."""
        plans = selection.select(self._catalogue.plans, options, self._settings)
        arranged = arrange(plans, self._catalogue.statuses, options, self._insights)
        return {
            "plans": plans,
            "arranged": arranged,
            "shares": shares(plans),
            "tiles": tiles(plans, self._insights, dated=self._is_dated, judged=self.shows_findings),
            "facets": facets(plans, arranged.columns, self.words),
            "headings": self._headings(options, plans),
        }

    def _graph(self, options: Options) -> dict[str, object]:
        plans = selection.select(self._catalogue.plans, options, self._settings)
        drawn = graph(plans, self._catalogue, self._insights, finished=options.edges == "all")
        return {"plans": plans, "graph": drawn, "box": {"width": WIDTH, "height": HEIGHT}}

    def _specs(self, options: Options) -> dict[str, object]:
        return {"coverage": coverage(self._catalogue, options, self._settings, self.findings)}

    def _register(self, options: Options) -> dict[str, object]:
        plans = selection.narrow(self._catalogue.plans, options, self._settings)
        if not options.stage and not options.status:
            plans = tuple(plan for plan in plans if not plan.is_over)
        found = register(plans, options, self._settings, self._site.as_of, self._insights)
        having = {entry.plan.path for entry in found.entries}
        # The filter counts rows, of which a plan may have several.
        listed = [entry.plan for entry in found.first]
        return {
            "plans": tuple(plan for plan in plans if plan.path in having or selection.is_owned(plan, options)),
            "register": found,
            "cell": lambda entry, name: entry.cell(name, self._insights[entry.plan.path], found.labels),
            "shares": shares(listed),
            "facets": facets(listed, columns(listed, self._catalogue.statuses, self._insights), self.words),
        }

    @property
    def shows_findings(self) -> bool:
        """Whether readers of the site are shown findings."""
        shown = self._settings.show_findings
        return shown == "always" or (shown == "serve" and self._site.serving)

    @cached_property
    def _tells_sources(self) -> bool:
        """Whether plans come from more than one place, so their sources tell them apart."""
        return len({plan.place.source for plan in self._catalogue.plans}) > 1

    @cached_property
    def _alike(self) -> frozenset[str]:
        """The plans and specs that can be told apart only by their places."""
        return alike(self._catalogue.plans) | alike(self._catalogue.specs)

    @property
    def _is_dated(self) -> bool:
        return bool(self._site.changed and self._site.as_of)

    @cached_property
    def _insights(self) -> dict[str, Insight]:
        shown = {plan.path: self.findings(plan) for plan in self._catalogue.plans}
        due = decisions(self._catalogue.plans, self._settings, self._site.as_of)
        return insights(self._catalogue, self._settings, self._site, shown, due)

    def _headings(self, options: Options, plans: tuple[Plan, ...]) -> tuple[str, ...]:
        """The columns of a table, without those that would be empty."""
        dated = "changed" if self._is_dated else "created"
        usual = ("id", "plan", "spec", "owner", "progress", dated, "due", "waits", "findings")
        wanted = options.columns or usual
        return tuple(name for name in wanted if any(self._says(plan, name) for plan in plans)) or wanted

    def _says(self, plan: Plan, name: str) -> bool:
        """Whether a plan has anything in a column."""
        insight = self._insights[plan.path]
        also = {"spec": plan.spec.path, "owner": "unowned" in insight.flags}
        return bool(value(plan, name, insight) or also.get(name))

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
            shows_findings=self.shows_findings,
            tells_sources=self._tells_sources,
            alike=self._alike,
            named=NAMED,
            has_tasks=has_tasks,
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
            auto_reload=False,  # the templates of a build do not change under it
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["basename"] = posixpath.basename
        environment.filters["cut"] = cut
        environment.filters["fit"] = fit
        environment.filters["levelled"] = levelled
        environment.filters["owners"] = owners
        environment.filters["widest"] = widest
        environment.filters["yaml_for"] = hints.yaml
        return environment
