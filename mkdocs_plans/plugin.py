"""The adapter for MkDocs and its fork ProperDocs: events in, calls to the core, files and HTML out."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import InclusionLevel, set_exclusions

from mkdocs_plans import surroundings
from mkdocs_plans.baseline import BaselineError
from mkdocs_plans.building import Build, bringing, meta, pages
from mkdocs_plans.building import nav as navigation
from mkdocs_plans.building.bringing import AddressError, Brought
from mkdocs_plans.building.watching import Watching
from mkdocs_plans.checks.templates import TemplateError
from mkdocs_plans.config import PlansConfig, generator, language, language_folder, root, watch
from mkdocs_plans.discovery import sources
from mkdocs_plans.discovery.sources import SourceError
from mkdocs_plans.model import Severity
from mkdocs_plans.reading import frontmatter
from mkdocs_plans.rendering import GitHubMarkdown
from mkdocs_plans.reports.telling import Telling
from mkdocs_plans.site import Site
from mkdocs_plans.views import STYLESHEET, THEME
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_log = get_plugin_logger(__name__)


class PlansPlugin(BasePlugin[PlansConfig]):
    """`plugins: [plans]`."""

    _build: Build
    _markdown: GitHubMarkdown
    _brought: Brought
    _title: str | None = None
    _command: Literal["build", "gh-deploy", "serve"] = "build"
    _telling = Telling()
    _watching = Watching()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keep the plugin over the rebuilds of `serve`, so each one reports only what is new."""
        self._command = command
        self._telling = Telling(serving=command == "serve")
        self._watching = Watching()

    # After i18n (-100), which sets the language and comes back with the same configuration for each of them.
    @event_priority(-110)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the state of this build, and add templates, style and GitHub's Markdown."""
        if sum(isinstance(plugin, PlansPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError(
                "plans: the plugin is listed twice in mkdocs.yml; list it once, and give each team its own"
                " entry under `sources`, with its own label and template"
            )
        settings = self.config.to_settings(language(config))
        self._build = Build(settings, root(config, settings))
        self._markdown = GitHubMarkdown()
        others = [each for each in config["markdown_extensions"] if not isinstance(each, GitHubMarkdown)]
        config["markdown_extensions"] = [*others, self._markdown]
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.append(str(THEME))
        if STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        watch(config, sources.folders(self._build.root, settings))
        self._watching.renew(config.watch)
        return config

    # Before redirects (0), blog (-50) and literate-nav (-100), which want to see our pages.
    @event_priority(10)
    def _bring_files(self, /, files: Files, config: MkDocsConfig) -> Files:
        """Add the files of the sources, and our pages."""
        set_exclusions(files, config)
        self._brought = Brought(self._is_shown)
        made = generator(config)
        with _told_as_mistakes():
            bringing.add_sources(files, self._brought, self._build, made)
            bringing.add_pages(files, self._brought, self._build, made)
        return files

    # Last of all: after generators such as gen-files (0), and i18n (-100), which chooses the files of a language.
    @event_priority(-110)
    def _read_plans(self, /, files: Files, config: MkDocsConfig) -> Files:
        """Find, read, relate and check."""
        build = self._build
        set_exclusions(files, config)
        self._brought.restore(files)
        entries = self._brought.listing(files, config.docs_dir, build.root)
        with _told_as_mistakes():
            around = surroundings.gather(build.root, entries, build.settings)
        around = around.published_at(config.repo_url, config.edit_uri_template or config.edit_uri)
        build.compile(entries, around, lambda entry: bringing.content(files, entry.place.path))
        documents = (file.src_uri for file in files.documentation_pages())
        build.look_around(Path(config.docs_dir), documents, skip=Path(config.site_dir))
        bringing.use_readable_copies(files, entries, build)
        build.take_place(self._brought.settle_hosts(files))
        for path in navigation.left_out(config.nav, build.settings, build.catalogue, entries):
            _keep_out_of_nav(files.get_file_from_path(path))
        if navigation.lacks_our_pages(config.nav, build.settings):
            _log.info(navigation.advice(build.settings, lambda path: bringing.named(files, path).url))
        watch(config, around.watched)
        self._watching.renew(config.watch)
        return files

    on_files = CombinedEvent(_bring_files, _read_plans)

    # Last of all: after awesome-nav (100), section-index (0), blog (-50) and i18n (-100), which make the nav.
    @event_priority(-110)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Now that all files have their addresses and pages, put the plans into the nav."""
        build = self._build
        urls = {file.src_uri: file.url for file in files if self._is_shown(file)}
        build.locate(Site(urls, tuple(config.theme.dirs), serving=self._command == "serve"))
        by_path = {file.src_uri: file.page for file in files if file.page}
        for path in {*self._brought.files, *(path for plan in build.catalogue.plans for path in plan.paths)}:
            if page := by_path.get(path):
                page.edit_url = build.edit_address(path, page.edit_url)
        ways = navigation.ways(build.catalogue, build.settings, {page.file.src_uri for page in nav.pages})
        navigation.lead(ways, by_path)
        shown = navigation.shown_by(config.theme.name, config.theme.get("features") or ())
        build.ways = {path: way.without(**shown) for path, way in ways.items()}
        if config.nav is None:
            navigation.escape_folders(nav.items)
            navigation.name_folders(nav.items, navigation.folder_names(build.catalogue, build.settings))
        return nav

    # Before the meta plugin (50), which merges into the same front matter.
    @event_priority(100)
    def _read_page(self, /, markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Give plan pages their title and data."""
        build = self._build
        path = page.file.src_uri
        plan, is_read = build.catalogue.by_path.get(path), build.reads_as_on_github(path)
        if plan or is_read:
            meta.tame(page.meta, config.theme.dirs, config.theme.custom_dir)
        if plan:
            pages.entitle(page, plan.title)
            page.meta[pages.DATA] = build.data[path]
        if pages.is_ours(path, build.settings):
            pages.for_view(page.meta)
        if not is_read:
            return markdown
        if "macros" in config.plugins:
            # Plans are full of braces that are not macros:
            # https://mkdocs-macros-plugin.readthedocs.io/en/latest/rendering/
            page.meta.setdefault("render_macros", False)
        return frontmatter.split(page.file.content_string).body

    # Last of all, since the page is converted next.
    @event_priority(-110)
    def _expect_page(self, /, markdown: str, page: Page, **_: object) -> str:
        """Have the page of a plan, and of its spec and tasks, read as on GitHub."""
        path = page.file.src_uri
        if self._build.reads_as_on_github(path):
            self._markdown.expect(self._build.links(path))
        return markdown

    on_page_markdown = CombinedEvent(_read_page, _expect_page)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Everything has been read: report, and give themes the catalogue."""
        build = self._build
        env.globals.setdefault("plans", build.catalogue)
        build.settle({file.src_uri: file.page for file in files if file.page})
        advice = [*build.advice, *sources.absent(build.root, build.settings)]
        for severity, line in self._telling.lines(advice, build.catalogue, build.board):
            (_log.info if severity is Severity.INFO else _log.warning)(line)
        return env

    @event_priority(100)
    def _show_data(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Give the template of a plan's page its data, see `pages.hide_data`, and the search its status and title."""
        path = page.file.src_uri
        page.content = self._build.indexed(path, page.content or "")
        self._title = pages.show_quotes(page) if path in self._build.catalogue.documents else None
        if data := self._build.data.get(path):
            page.meta[pages.DATA] = data
        return context

    # After the search plugin has indexed the page's own text.
    @event_priority(-90)
    def _show_views(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Replace the markers by their views, and put the header card on plan pages."""
        path = page.file.src_uri
        if self._title:
            page.title = self._title
        page.content = self._build.led(path, self._build.content(path, page.content or ""))
        return context

    on_page_context = CombinedEvent(_show_data, _show_views)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The page is done."""
        pages.hide_data(page)
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write plans.json; fail the build where `rules` say so."""
        self._build.finish(Path(config.site_dir, language_folder(config)))
        if self._build.errors and self._command != "serve":
            raise PluginError(
                f"plans: {self._build.errors} of the findings above count as errors, as set in `rules` in mkdocs.yml"
            )

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Keep the server: later builds may have more to watch."""
        self._watching.begin(server, config.watch)
        return server

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        """Clean up; the error may have come before `on_config`."""
        if hasattr(self, "_build"):
            self._build.clean()

    def _is_shown(self, file: File) -> bool:
        """Whether MkDocs shows a file; drafts are shown only under `serve`."""
        return bool(file.inclusion.is_in_serve() if self._command == "serve" else file.inclusion.is_included())


def _keep_out_of_nav(file: File | None) -> None:
    if file and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value:
        file.inclusion = InclusionLevel.NOT_IN_NAV


@contextmanager
def _told_as_mistakes() -> Iterator[None]:
    """Stop the build with one line where something that mkdocs.yml names cannot be used."""
    try:
        yield
    except (SourceError, AddressError, TemplateError, BaselineError) as error:
        raise PluginError(f"plans: {plain(str(error))}") from None
