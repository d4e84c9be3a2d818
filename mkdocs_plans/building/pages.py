"""What our pages need in a site: the two pages that hold a view, and front matter that a theme can take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plans.model import Catalogue
    from mkdocs_plans.settings import Settings

# Front matter of plans that means something else to MkDocs or Material; see `tame`.
_FOREIGN = ("status",)
_MAPPINGS = ("search", "social")
# So many plans `nav: auto` lists.
_NAV_AT_MOST = 100


def generated(settings: Settings) -> Mapping[str, str]:
    """The pages that we bring: their places, each with a title and one marker."""
    words = Words(settings.language, settings.words)
    wanted = ((settings.index, words("plans"), "index"), (settings.board, words("status-board"), "board"))
    return {path: f"# {title}\n\n<!-- plans:{view} -->\n" for path, title, view in wanted if path}


def is_ours(path: str, settings: Settings) -> bool:
    """Whether a page is the index or the board; asked of every page of a site, so that nothing is made for it."""
    return path in (settings.index, settings.board)


def for_view(meta: MutableMapping[str, Any]) -> None:
    """A view's page has the whole width, and the search finds the plans themselves."""
    meta.setdefault("hide", ["navigation", "toc"])
    meta.setdefault("search", {"exclude": True})


def tame(meta: MutableMapping[str, Any], exists: Callable[[str], bool]) -> None:
    """Take out of a plan's front matter what would break a build or be taken for something else.

    `template` and `icon` name files of the theme to MkDocs and Material, and end the build where there is none;
    Material's `status` is an icon in the navigation, its tags are a list. `exists` knows the files of the theme.
    """
    for key in _FOREIGN:
        meta.pop(key, None)
    if "template" in meta and not exists(str(meta["template"])):
        del meta["template"]
    if "icon" in meta and not exists(f".icons/{meta['icon']}.svg"):
        del meta["icon"]
    for key in _MAPPINGS:
        if key in meta and not isinstance(meta[key], Mapping):
            del meta[key]
    if "tags" in meta:
        meta["tags"] = _tags(meta["tags"])
    if "hide" in meta and not isinstance(meta["hide"], list):
        meta["hide"] = [str(meta["hide"])]


def _tags(value: object) -> list[str]:
    if isinstance(value, str):
        return [tag.strip() for tag in value.split(",") if tag.strip()]
    if isinstance(value, list):
        return [str(tag) for tag in value if tag is not None]
    return []


def with_header(html: str, card: str) -> str:
    """A page with the card below its title, or at its top where the page begins without one."""
    end = html.find("</h1>")
    second = html.find("<h2")
    if end < 0 or 0 <= second < end:
        return card + html
    end += len("</h1>")
    return html[:end] + card + html[end:]


def nav_lines(settings: Settings) -> str:
    """The lines for an explicit nav that lists neither of our pages."""
    words = Words(settings.language, settings.words)
    wanted = ((words("plans"), settings.index), (words("board"), settings.board))
    return "\n".join(f"  - {title}: {path}" for title, path in wanted if path)


def nav_places(nav: object) -> Iterator[str]:
    """Every place that a nav of mkdocs.yml lists, however deep."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from nav_places(list(nav.values()))
    elif isinstance(nav, list):
        for item in nav:
            yield from nav_places(item)


def lacks_our_pages(nav: object, settings: Settings) -> bool:
    """Whether the team has written a nav that lists neither the index nor the board."""
    return nav is not None and not set(generated(settings)) & set(nav_places(nav))


def outside_nav(nav: object, settings: Settings, catalogue: Catalogue) -> list[str]:
    """The pages that the nav leaves out, and that MkDocs should not miss there.

    Every page in a nav is written into every page of the site, so that many plans would swell it with their square.
    """
    plans = [path for plan in catalogue.plans for path in (plan.path, *plan.companions)]
    if nav is not None:
        listed = set(nav_places(nav))
        return [path for path in (*plans, *generated(settings)) if path not in listed]
    crowded = settings.nav == "auto" and len(catalogue.plans) > _NAV_AT_MOST
    return plans if crowded or settings.nav == "none" else []
