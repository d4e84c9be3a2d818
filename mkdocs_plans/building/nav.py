"""Plans and the nav of a site: which pages it lists, and the links to and from the other pages."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from mkdocs_plans.building import pages
from mkdocs_plans.building.meta import escaped
from mkdocs_plans.site import Way
from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.model import Catalogue
    from mkdocs_plans.settings import Settings

# How many plans `nav: auto` lists at most.
_AT_MOST = 100


def left_out(nav: object, settings: Settings, catalogue: Catalogue, entries: Collection[Entry]) -> list[str]:
    """The pages that are not in the nav, and that MkDocs should not report as missing there.

    Every page in a nav is written into every page of the site, so the site would grow with the square of its plans.
    `entries` are the files of the site; files of a source are there only for the plans.
    """
    beside = (entry.place.path for entry in entries if entry.place.source is not None)
    plans = dict.fromkeys(chain(*(plan.paths for plan in catalogue.plans), beside))
    if nav is not None:
        listed = set(places(nav))
        return [path for path in (*plans, *pages.generated(settings)) if path not in listed]
    crowded = settings.nav == "auto" and len(catalogue.plans) > _AT_MOST
    return list(plans) if crowded or settings.nav == "none" else []


def ways(catalogue: Catalogue, settings: Settings, listed: Collection[str]) -> Mapping[str, Way]:
    """The ways from every plan, and every file beside one, that is not listed in the nav."""
    views = tuple(path for path in (settings.index, settings.board) if path)
    paths = [None, *(plan.path for plan in catalogue.plans), None]
    found: dict[str, Way] = {}
    for at, plan in enumerate(catalogue.plans, 1):
        found[plan.path] = Way(views, paths[at - 1], paths[at + 1])
        for path in plan.companions:
            found.setdefault(path, Way((*views, plan.path)))
    # A page with a view may also have the name of a plan; it is not below itself.
    return {path: way for path, way in found.items() if path not in listed and path not in views}


def lead(ways: Mapping[str, Way], pages_by_path: Mapping[str, Any]) -> None:
    """Give themes what they show about a page outside the nav: the page above it, and those before and after it.

    Themes treat a page above another like a section with an index; this adds no page to the nav.
    """
    for path, way in ways.items():
        if page := pages_by_path.get(path):
            page.parent = next((above for place in reversed(way.above) if (above := pages_by_path.get(place))), None)
            page.previous_page = pages_by_path.get(way.previous or "")
            page.next_page = pages_by_path.get(way.next or "")


def beside(settings: Settings, catalogue: Catalogue, pages_by_path: Mapping[str, Any]) -> dict[str, str]:
    """The titles, as HTML, of the other pages with views in the nav's sections of index and board, by their places.

    Material hides the nav on the index and on the board, so their tabs are the only way from there.
    """
    own = [page for path in (settings.index, settings.board) if path and (page := pages_by_path.get(path))]
    # A page that is a section as well is made by the section-index plugin.
    sections = [page if page.children else page.parent for page in own]
    listed = chain(*(section.children for section in sections if section))
    titles = {child.file.src_uri: child.title for child in listed if child.is_page}
    # A page that a dirty build does not read has no title there.
    return {
        path: str(title or escaped(catalogue.pages[path].title or path))
        for path, title in titles.items()
        if path in catalogue.pages and not pages.is_ours(path, settings)
    }


def escape_folders(items: Iterable[Any]) -> None:
    """Escape the titles of sections that are named after folders: themes take titles for HTML."""
    for item in items:
        if item.is_section:
            if "<" in item.title or '"' in item.title:
                item.title = escaped(item.title)
            escape_folders(item.children)


def folder_names(catalogue: Catalogue, settings: Settings) -> Mapping[str, str]:
    """What folders that sources bring are called in the nav, by their places: as the plan in them, or as the source."""
    labels = {source.mount: source.label for source in settings.sources if source.label}
    mounts = {source.mount for source in settings.sources}
    plans: dict[str, list[str]] = {}
    for plan in catalogue.plans:
        if plan.place.source is not None:
            plans.setdefault(posixpath.dirname(plan.path), []).append(plan.title)
    alone = {folder: titles[0] for folder, titles in plans.items() if len(titles) == 1 and folder not in mounts}
    return {folder: escaped(name) for folder, name in (alone | labels).items()}


def name_folders(items: list[Any], names: Mapping[str, str]) -> None:
    """Give sections that are named after folders readable names; a section with a single page is replaced by it.

    A section that another plugin has made, or the team has named, stays as it is.
    """
    for at, item in enumerate(items):
        if item.is_section:
            name_folders(item.children, names)
            folder = _folder(item)
            if folder in names:
                item.title = names[folder]
                # A section that is a page as well is made by the section-index plugin.
                if not item.is_page and [child.is_page for child in item.children] == [True]:
                    items[at] = item.children[0]
                    items[at].parent = item.parent


def _folder(section: Any) -> str:  # noqa: ANN401 - the site generator's own
    """The folder that a section is named after, and that contains all of its pages; empty if there is none."""
    depth = 1
    above = section.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    folders = {"/".join(path.split("/")[:-1][:depth]) for path in _pages_of([section])}
    folder = folders.pop() if len(folders) == 1 else ""
    return folder if _in_words(posixpath.basename(folder)) == _in_words(section.title) else ""


def _pages_of(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        if item.is_page:
            yield item.file.src_uri
        if item.is_section:
            yield from _pages_of(item.children)


def _in_words(name: str) -> str:
    """A folder's name as generators turn it into a title, without case."""
    return html.unescape(name).replace("-", " ").replace("_", " ").casefold()


def shown_by(theme: str | None, features: Collection[str]) -> dict[str, bool]:
    """Whether a theme shows what is above a page, and what is before and after it."""
    if theme == "material":
        return {"above": "navigation.path" in features, "around": "navigation.footer" in features}
    return {"above": theme == "readthedocs", "around": theme in ("mkdocs", "readthedocs")}


def places(nav: object) -> Iterator[str]:
    """Every place that a nav of mkdocs.yml lists, however deep."""
    if isinstance(nav, str):
        yield nav if "://" in nav else posixpath.normpath(nav)
    elif isinstance(nav, Mapping):
        yield from places(list(nav.values()))
    elif isinstance(nav, list):
        for item in nav:
            yield from places(item)


def lacks_our_pages(nav: object, settings: Settings) -> bool:
    """Whether the team's own nav lists neither the index nor the board, although there are such pages."""
    own = pages.generated(settings)
    return nav is not None and bool(own) and own.keys().isdisjoint(places(nav))


def advice(settings: Settings, url: Callable[[str], str]) -> str:
    """The advice for a nav that lists neither of our pages: where they are, and the lines that list them."""
    words = Words(settings.language, settings.words)
    wanted = {path: words(word) for path, word in ((settings.index, "plans"), (settings.board, "board")) if path}
    lines = "\n".join(f"  - {title}: {path}" for path, title in wanted.items())
    return (
        "the nav lists neither the index nor the board of the plans, which are at"
        f" /{url(next(iter(wanted)))}; to list them, add these lines to it:\n{lines}"
    )
