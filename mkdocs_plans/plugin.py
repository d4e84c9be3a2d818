"""The adapter for MkDocs and its fork ProperDocs: events in, calls to the core, files and HTML out."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from mkdocs_plans import hints, history, pages, sources, surroundings
from mkdocs_plans.checks import templates
from mkdocs_plans.config import PlansConfig
from mkdocs_plans.discovery import Entry
from mkdocs_plans.model import Catalogue, Finding, Place, Severity
from mkdocs_plans.pipeline import Sources, compile_catalogue
from mkdocs_plans.reports import export, log
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site
from mkdocs_plans.views import STYLESHEET, THEME, Views, markers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


_log = get_plugin_logger(__name__)

# The key under which a theme finds a plan's data in its page's front matter.
_DATA = "plan"


@dataclass
class _Build:
    """What one build knows; made anew in `on_config`."""

    settings: Settings
    root: Path
    temporary: tempfile.TemporaryDirectory[str] = field(default_factory=tempfile.TemporaryDirectory)
    catalogue: Catalogue = field(default_factory=Catalogue)
    places: dict[str, Place] = field(default_factory=dict)
    hints: tuple[hints.Hint, ...] = ()
    site: Site = field(default_factory=Site)
    views: Views = field(default_factory=lambda: Views(Catalogue(), Settings(), Site()))
    data: dict[str, export.Data] = field(default_factory=dict)
    marker_findings: list[Finding] = field(default_factory=list)


class PlansPlugin(BasePlugin[PlansConfig]):
    """`plugins: [plans]`."""

    _build: _Build
    _command: Literal["build", "gh-deploy", "serve"] = "build"
    _reported: frozenset[str] | None = None
    _hinted = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keep the plugin over the rebuilds of `serve`, so that each one says only what is new."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the state of this build, and bring in templates and style."""
        if sum(isinstance(plugin, PlansPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError(
                "plans: the plugin is listed twice in mkdocs.yml; list it once, and give several teams"
                " their own entries under `sources:`, with labels and templates"
            )
        root = Path(config.config_file_path or ".").resolve().parent
        self._build = _Build(self.config.to_settings(_language(config)), root)
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.append(str(THEME))
        if STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        _watch(config, sources.folders(root, self._build.settings))
        return config

    # After generators such as gen-files (0), before blog (-50) and literate-nav (-100), which want to see our pages.
    @event_priority(-10)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Find, read, relate and check; add our pages."""
        build = self._build
        set_exclusions(files, config)
        entries = [*_add_sources(files, config, build), *_entries(files, config, build.root)]
        around = surroundings.gather(build.root, entries, build.settings)
        if absent := templates.absent(build.settings, around.templates):
            raise PluginError(
                f"plans: template: there is no file {', '.join(absent)}; name one, or a built-in template"
            )
        build.places = {entry.place.path: entry.place for entry in entries}
        build.catalogue = compile_catalogue(
            Sources(entries, codeowners=around.codeowners, templates=around.templates),
            build.settings,
            lambda entry: _file(files, entry.place.path).content_bytes,
        )
        build.hints = hints.look_around(
            build.root,
            Path(config.docs_dir),
            [] if build.catalogue.plans else [file.src_uri for file in files.documentation_pages()],
            build.settings,
            skip=Path(config.site_dir),
        )
        _use_readable_copies(files, build)
        _add_pages(files, config, build)
        _arrange_nav(files, config, build)
        _watch(config, around.watched)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """All files have their addresses now."""
        build = self._build
        build.site = Site(
            urls={file.src_uri: file.url for file in files if not file.inclusion.is_excluded()},
            templates=tuple(config.theme.dirs),
            as_of=history.as_of(build.root),
            serving=self._command == "serve",
        )
        build.views = Views(build.catalogue, build.settings, build.site, build.hints)
        build.data = {plan.path: export.plan_data(plan, build.catalogue, build.site) for plan in build.catalogue.plans}
        return nav

    # Before the meta plugin (50), which merges into the same front matter.
    @event_priority(100)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give plan pages their title and data, and look at the markers of any page."""
        build = self._build
        path = page.file.src_uri
        if plan := build.catalogue.by_path.get(path):
            pages.tame(page.meta, lambda name: any((Path(folder) / name).is_file() for folder in config.theme.dirs))
            _entitle(page, plan.title)
            page.meta[_DATA] = build.data[path]
        if path in pages.generated(build.settings):
            pages.for_view(page.meta)
        if markers.has_marker(markdown):
            place = build.places.get(path) or Place(path, path)
            build.marker_findings += markers.findings(page.file.content_string, place, build.settings)
        return markdown

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Everything has been read: report, and give themes the catalogue."""
        build = self._build
        build.catalogue = replace(build.catalogue, findings=(*build.catalogue.findings, *build.marker_findings))
        env.globals.setdefault("plans", build.catalogue)
        for path in build.catalogue.by_path:
            _hide_data(_file(files, path).page)
        self._report()
        return env

    @event_priority(100)
    def _show_data(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Give the template of a plan's page the plan's data; see `_hide_data`."""
        if data := self._build.data.get(page.file.src_uri):
            page.meta[_DATA] = data
        return context

    # After the search plugin has indexed the page's own text.
    @event_priority(-90)
    def _show_views(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Put the views where their markers stand, and the header card on plan pages."""
        build, content = self._build, page.content or ""
        path = page.file.src_uri
        if path in pages.generated(build.settings) and not markers.has_marker(content):
            content += pages.generated(build.settings)[path].partition("\n\n")[2]
        if markers.has_marker(content):
            content = build.views.fill(content, path)
        if build.settings.header and (plan := build.catalogue.by_path.get(path)):
            content = pages.with_header(content, build.views.header(plan))
        page.content = content
        return context

    on_page_context = CombinedEvent(_show_data, _show_views)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The page is done."""
        _hide_data(page)
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write plans.json; end the build where the team has said so."""
        build = self._build
        if build.settings.export:
            _write(Path(config.site_dir, build.settings.export), export.to_json(build.catalogue, build.site))
        build.temporary.cleanup()
        errors = sum(finding.severity is Severity.ERROR for finding in build.catalogue.findings)
        if errors and self._command != "serve":
            raise PluginError(f"plans: {errors} of the findings above count as errors by `rules:` in mkdocs.yml")

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing behind; the error may have come before `on_config`."""
        if hasattr(self, "_build"):
            self._build.temporary.cleanup()

    def _report(self) -> None:
        """Say what was found; under `serve` only what is new since the last build."""
        build = self._build
        board = build.site.url(build.settings.board or "") or build.site.url(build.settings.index or "")
        if build.hints and not self._hinted:
            _log.info(hints.message(build.hints, build.settings))
            self._hinted = self._command == "serve"
        lines = log.lines(build.catalogue, board, self._reported)
        for severity, line in lines:
            (_log.info if severity is Severity.INFO else _log.warning)(line)
        self._reported = log.known(build.catalogue) if self._command == "serve" else None


def _entitle(page: Page, title: str) -> None:
    """Give a page a plan's title, unless the nav names it otherwise; front matter may hold a title that is no text."""
    if "title" not in vars(page):
        page.title = title
    if "title" in page.meta:
        page.meta["title"] = title


def _hide_data(page: Page | None) -> None:
    """Take a plan's data out of its page's front matter until the page itself is built.

    Themes ask every page of the nav for icon, status and subtitle, and an empty front matter is much quicker to ask:
    with 200 plans in Material's nav this is a sixth of the whole build.
    """
    if page is not None:
        page.meta.pop(_DATA, None)


def _language(config: MkDocsConfig) -> str:
    """The theme's language: Material says `language`, the built-in themes `locale`."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def _watch(config: MkDocsConfig, paths: Iterable[str]) -> None:
    """What `serve` watches beside docs_dir; `on_config` may run more than once on one configuration."""
    config.watch.extend(path for path in paths if path not in config.watch)


def _file(files: Files, path: str) -> File:
    file = files.get_file_from_path(path)
    if file is None:
        raise OSError(f"{path} has gone")
    return file


def _entries(files: Files, config: MkDocsConfig, root: Path) -> Iterator[Entry]:
    """The files of the site that a build publishes, as MkDocs lists them."""
    for file in files:
        if not file.inclusion.is_excluded():
            location = Path(file.abs_src_path or Path(config.docs_dir, file.src_uri))
            # What another plugin has made goes by its place in the site.
            real = file.src_uri if file.generated_by else _posix(location, root)
            yield Entry(Place(file.src_uri, real), location)


def _posix(path: Path, root: str | Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _add_sources(files: Files, config: MkDocsConfig, build: _Build) -> list[Entry]:
    """Make the files of every source files of the site; returns them with the source that they come from."""
    try:
        entries = list(sources.listing(build.root, build.settings))
    except sources.SourceError as error:
        raise PluginError(f"plans: {error}") from None
    for entry in entries:
        place = entry.place
        if other := files.get_file_from_path(place.path):
            raise PluginError(
                f"plans: {place.file} and {other.abs_src_path or other.src_uri} would both be {place.path};"
                " give the source another `mount`"
            )
        file = File.generated(config, place.path, abs_src_path=str(entry.location), inclusion=InclusionLevel.INCLUDED)
        # It is a real file: with the generator named, git-revision-date-localized would date it today.
        file.generated_by = None
        file.edit_uri = _posix(entry.location, config.docs_dir)
        files.append(file)
    return entries


def _use_readable_copies(files: Files, build: _Build) -> None:
    """MkDocs ends the build on a page that is not UTF-8; it gets a mended copy, and the file itself stays as it is."""
    for path, document in build.catalogue.documents.items():
        if document.mended is not None:
            file, copy = _file(files, path), Path(build.temporary.name, "mended", path)
            if file.abs_src_path is None:
                file.content_string = document.mended
            else:
                _write(copy, document.mended)
                file.abs_src_path = str(copy)


def _add_pages(files: Files, config: MkDocsConfig, build: _Build) -> None:
    """Add index and board. Where a page of the team's has the same address, it stays and holds the view."""
    addresses = {file.dest_uri: file.src_uri for file in files if file.is_documentation_page()}
    hosts: dict[str, str] = {}
    for path, text in pages.generated(build.settings).items():
        # A file on disk, since plugins such as rss ask every page for one.
        source = Path(build.temporary.name, "pages", path)
        page = File.generated(config, path, abs_src_path=str(source), inclusion=InclusionLevel.INCLUDED)
        hosts[path] = addresses.get(page.dest_uri, path)
        if page.dest_uri not in addresses:
            _write(source, text)
            files.append(page)
    index, board = build.settings.index, build.settings.board
    build.settings = replace(build.settings, index=hosts.get(index or ""), board=hosts.get(board or ""))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _arrange_nav(files: Files, config: MkDocsConfig, build: _Build) -> None:
    """Keep plan pages out of a nav that they would swell, and say how an explicit nav gets our pages."""
    for path in pages.outside_nav(config.nav, build.settings, build.catalogue):
        file = files.get_file_from_path(path)
        if file and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value:
            file.inclusion = InclusionLevel.NOT_IN_NAV
    own = next(iter(pages.generated(build.settings)), None)
    if own and pages.lacks_our_pages(config.nav, build.settings):
        _log.info(
            f"the nav lists neither the index nor the board of the plans, which are at /{_file(files, own).url};"
            f" to list them, put these lines into it:\n{pages.nav_lines(build.settings)}"
        )
