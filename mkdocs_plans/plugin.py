"""The adapter for MkDocs and its fork ProperDocs: events in, calls to the core, files and HTML out."""

from __future__ import annotations

import html
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from mkdocs_plans import surroundings
from mkdocs_plans.baseline import BaselineError
from mkdocs_plans.building import Build, pages
from mkdocs_plans.checks import templates
from mkdocs_plans.config import PlansConfig
from mkdocs_plans.discovery import Entry, sources
from mkdocs_plans.model import Place, Severity
from mkdocs_plans.reading import frontmatter
from mkdocs_plans.rendering import GitHubMarkdown
from mkdocs_plans.reports import log
from mkdocs_plans.site import Site
from mkdocs_plans.starting import hints
from mkdocs_plans.views import STYLESHEET, THEME, markers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_plans.surroundings import Surroundings

_log = get_plugin_logger(__name__)

# The key under which a theme finds a plan's data in its page's front matter.
_DATA = "plan"


class PlansPlugin(BasePlugin[PlansConfig]):
    """`plugins: [plans]`."""

    _build: Build
    _markdown: GitHubMarkdown
    _command: Literal["build", "gh-deploy", "serve"] = "build"
    _reported: frozenset[str] | None = None
    _told: frozenset[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keep the plugin over the rebuilds of `serve`, so that each one says only what is new."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the state of this build, and bring in templates, style and GitHub's Markdown."""
        if sum(isinstance(plugin, PlansPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError(
                "plans: the plugin is listed twice in mkdocs.yml; list it once, and give several teams"
                " their own entries under `sources:`, with labels and templates"
            )
        root = Path(config.config_file_path or ".").resolve().parent
        self._build = Build(self.config.to_settings(_language(config)), root)
        self._markdown = GitHubMarkdown()
        config["markdown_extensions"].append(self._markdown)
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
        around = _surroundings(entries, config, build)
        build.compile(entries, around, lambda entry: _file(files, entry.place.path).content_bytes)
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
        urls = {file.src_uri: file.url for file in files if not file.inclusion.is_excluded()}
        self._build.locate(Site(urls, tuple(config.theme.dirs), serving=self._command == "serve"))
        return nav

    # Before the meta plugin (50), which merges into the same front matter.
    @event_priority(100)
    def _read_page(self, /, markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Give plan pages their title and data, and look at the markers of any page."""
        build = self._build
        path = page.file.src_uri
        if plan := build.catalogue.by_path.get(path):
            pages.tame(page.meta, lambda name: any((Path(folder) / name).is_file() for folder in config.theme.dirs))
            _entitle(page, plan.title)
            page.meta[_DATA] = build.data[path]
        if pages.is_ours(path, build.settings):
            pages.for_view(page.meta)
        if markers.has_marker(markdown):
            build.look_at_markers(path, page.file.content_string)
        if not build.reads_as_on_github(path):
            return markdown
        if "macros" in config.plugins:
            # Plans are full of braces that are no macros:
            # https://mkdocs-macros-plugin.readthedocs.io/en/latest/rendering/
            page.meta.setdefault("render_macros", False)
        return frontmatter.split(page.file.content_string).body

    # Last of all, since the page is converted next.
    @event_priority(-110)
    def _expect_page(self, /, markdown: str, page: Page, **_: object) -> str:
        """Have the page of a plan, and of its spec and tasks, read as on GitHub."""
        path = page.file.src_uri
        if self._build.reads_as_on_github(path):
            self._markdown.expect(self._build.resolver(path))
        return markdown

    on_page_markdown = CombinedEvent(_read_page, _expect_page)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Everything has been read: report, and give themes the catalogue."""
        build = self._build
        build.settle()
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
        page.content = self._build.content(page.file.src_uri, page.content or "")
        return context

    on_page_context = CombinedEvent(_show_data, _show_views)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The page is done."""
        _hide_data(page)
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write plans.json; end the build where the team has said so."""
        self._build.finish(Path(config.site_dir))
        if self._build.errors and self._command != "serve":
            raise PluginError(
                f"plans: {self._build.errors} of the findings above count as errors by `rules:` in mkdocs.yml"
            )

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing behind; the error may have come before `on_config`."""
        if hasattr(self, "_build"):
            self._build.clean()

    def _report(self) -> None:
        """Say what was found; under `serve` only what is new since the last build."""
        build, serving = self._build, self._command == "serve"
        advice = [hints.message(build.hints, build.settings)] if build.hints else []
        advice += [build.no_history] if build.no_history else []
        for line in advice:
            if line not in self._told:
                _log.info(line)
        for severity, line in log.lines(build.catalogue, build.board, self._reported):
            (_log.info if severity is Severity.INFO else _log.warning)(line)
        self._told = self._told | set(advice) if serving else frozenset()
        self._reported = log.known(build.catalogue) if serving else None


def _entitle(page: Page, title: str) -> None:
    """Give a page a plan's title, unless the nav names it otherwise; front matter may hold a title that is no text.

    Themes take titles for HTML: MkDocs escapes those that it reads from headings itself.
    """
    escaped = html.escape(title, quote=False)
    if "title" not in vars(page):
        page.title = escaped
    if "title" in page.meta:
        page.meta["title"] = escaped


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


def _add_sources(files: Files, config: MkDocsConfig, build: Build) -> list[Entry]:
    """Make the files of every source files of the site; returns them with the source that they come from."""
    try:
        elsewhere = frozenset({Path(config.docs_dir).resolve(), Path(config.site_dir).resolve()})
        entries = list(sources.listing(build.root, build.settings, elsewhere))
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


def _surroundings(entries: list[Entry], config: MkDocsConfig, build: Build) -> Surroundings:
    """What stands around the plans on disk, and the address of the repository."""
    try:
        around = surroundings.gather(build.root, entries, build.settings)
    except BaselineError as error:
        raise PluginError(f"plans: {error}") from None
    if absent := templates.absent(build.settings, around.templates):
        raise PluginError(f"plans: template: there is no file {', '.join(absent)}; name one, or a built-in template")
    return replace(around, repository=replace(around.repository, url=config.repo_url, edit_uri=config.edit_uri))


def _use_readable_copies(files: Files, build: Build) -> None:
    """MkDocs ends the build on a page that is not UTF-8; it gets a mended copy, and the file itself stays as it is."""
    for path, text in build.readable_copies().items():
        file = _file(files, path)
        if file.abs_src_path is None:
            file.content_string = text
        else:
            file.abs_src_path = build.keep(f"mended/{path}", text)


def _add_pages(files: Files, config: MkDocsConfig, build: Build) -> None:
    """Add index and board. Where a page of the team's has the same address, it stays and holds the view."""
    addresses = {file.dest_uri: file.src_uri for file in files if file.is_documentation_page()}
    hosts: dict[str, str] = {}
    for path, text in pages.generated(build.settings).items():
        # A file on disk, since plugins such as rss ask every page for one.
        source = build.keep(f"pages/{path}", text)
        page = File.generated(config, path, abs_src_path=source, inclusion=InclusionLevel.INCLUDED)
        hosts[path] = addresses.get(page.dest_uri, path)
        if page.dest_uri not in addresses:
            files.append(page)
    build.take_place(hosts)


def _arrange_nav(files: Files, config: MkDocsConfig, build: Build) -> None:
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
