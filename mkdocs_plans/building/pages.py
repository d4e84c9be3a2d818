"""What our pages need in a site: the two pages that hold a view, and front matter that a theme can handle."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plans.settings import Settings

# The key under which a theme finds a plan's data in its page's front matter.
DATA = "plan"
# Keys in the front matter of plans that have another meaning for MkDocs or Material; see `tame`.
_FOREIGN = ("status",)
_MAPPINGS = ("search", "social")
# The end of a page's title, or what comes instead; in a comment neither counts.
_TITLE_OR_SECTION = re.compile(r"(?s:<!--.*?(?:-->|\Z))|</h1>|<h2")


def entitle(page: Any, title: str) -> None:  # noqa: ANN401 - the site generator's own
    """Give a page a plan's title, unless the nav sets another; in front matter, a title may not even be text.

    Themes take titles for HTML: MkDocs escapes those that it reads from headings itself.
    """
    escaped = html.escape(title, quote=False)
    if "title" not in vars(page):
        page.title = escaped
    if "title" in page.meta:
        page.meta["title"] = escaped


def escape_title(meta: MutableMapping[str, Any]) -> None:
    """Escape the title in the front matter of a spec or a list of tasks."""
    if "title" in meta:
        meta["title"] = html.escape(str(meta["title"]), quote=False)


def keep_escapes(page: Any) -> None:  # noqa: ANN401 - the site generator's own
    """Repeat an escaped title in the front matter, from where Material takes it as it is.

    It strips tags from other titles, which undoes escapes too: `# </title><script>` would run.
    """
    if "&lt;" in page.title:
        page.meta.setdefault("title", page.title)


def generated(settings: Settings) -> Mapping[str, str]:
    """The pages that we add: their places, each with a title and one marker."""
    words = Words(settings.language, settings.words)
    wanted = ((settings.index, words("plans"), "index"), (settings.board, words("status-board"), "board"))
    return {path: f"# {title}\n\n<!-- plans:{view} -->\n" for path, title, view in wanted if path}


def is_ours(path: str, settings: Settings) -> bool:
    """Whether a page is the index or the board; called for every page of a site, so it creates no objects."""
    return path in (settings.index, settings.board)


def for_view(meta: MutableMapping[str, Any]) -> None:
    """Give a view's page the full width, and leave it out of the search, which finds the plans themselves."""
    meta.setdefault("hide", ["navigation", "toc"])
    meta.setdefault("search", {"exclude": True})


def hide_data(page: Any) -> None:  # noqa: ANN401 - the site generator's own
    """Take a plan's data out of its page's front matter until the page itself is built.

    Themes ask every page of the nav for icon, status and subtitle, and an empty front matter is much quicker to ask:
    with 200 plans in Material's nav this is a sixth of the whole build.
    """
    if page is not None:
        page.meta.pop(DATA, None)


def tame(meta: MutableMapping[str, Any], theme: Iterable[str]) -> None:
    """Remove from a plan's front matter what would break a build or be misunderstood.

    `template` and `icon` name files of the theme to MkDocs and Material, and fail the build if it does not exist;
    Material's `status` is an icon in the navigation, its tags are a list. `theme` are the folders of the theme.
    """
    for key in _FOREIGN:
        meta.pop(key, None)
    if "template" in meta and not _is_in(theme, str(meta["template"])):
        del meta["template"]
    if "icon" in meta and not _is_in(theme, f".icons/{meta['icon']}.svg"):
        del meta["icon"]
    for key in _MAPPINGS:
        if key in meta and not isinstance(meta[key], Mapping):
            del meta[key]
    if "tags" in meta:
        meta["tags"] = _tags(meta["tags"])
    if "hide" in meta and not isinstance(meta["hide"], list):
        meta["hide"] = [str(meta["hide"])]


def _is_in(theme: Iterable[str], name: str) -> bool:
    """Whether a theme has a file; a name may be too long for a path, and then `Path.is_file` raises."""
    return any(os.path.isfile(os.path.join(folder, name)) for folder in theme)  # noqa: PTH113, PTH118


def _tags(value: object) -> list[str]:
    if isinstance(value, str):
        return [tag.strip() for tag in value.split(",") if tag.strip()]
    if isinstance(value, list):
        return [str(tag) for tag in value if tag is not None]
    return []


def with_header(page: str, card: str) -> str:
    """A page with the card below its title, or at its top if it has none."""
    found = (match for match in _TITLE_OR_SECTION.finditer(page) if not match[0].startswith("<!--"))
    first = next(found, None)
    end = first.end() if first and first[0] == "</h1>" else 0
    return page[:end] + card + page[end:]
