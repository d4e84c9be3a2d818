"""What our pages need in a site: the two pages that hold a view, titles that are text, and the cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_plans.building.meta import escaped
from mkdocs_plans.views.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from mkdocs_plans.settings import Settings

# The key under which a theme finds a plan's data in its page's front matter.
DATA = "plan"
# The end of a page's title, or what comes instead; in a comment neither counts.
_TITLE_OR_SECTION = re.compile(r"(?s:<!--.*?(?:-->|\Z))|</h1>|<h2")


def entitle(page: Any, title: str) -> None:  # noqa: ANN401 - the site generator's own
    """Give a page a plan's title, unless the nav sets another; in front matter, a title may not even be text."""
    if "title" not in vars(page):
        page.title = escaped(title)
    if "title" in page.meta:
        page.meta["title"] = escaped(title)


def keep_escapes(page: Any) -> None:  # noqa: ANN401 - the site generator's own
    """Make sure that a title is text wherever a theme shows it, as soon as the page is converted.

    MkDocs escapes the titles that it reads from headings, but not their quotes. Material strips tags from titles, which
    undoes escapes too, so `# </title><script>` would run; but it takes titles in the front matter as they are.
    """
    title = page.title or ""
    if "title" not in vars(page) and '"' in title:
        page.title = title.replace('"', "&quot;")
    if "&lt;" in title:
        page.meta.setdefault("title", page.title)


def show_quotes(page: Any) -> str | None:  # noqa: ANN401
    """Give a title its quotes back while the search, which escapes what it shows, takes it; returns that for themes."""
    title: str = page.title or ""
    if "&quot;" not in title:
        return None
    page.title = title.replace("&quot;", '"')
    return title


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
    page.meta.pop(DATA, None)


def with_header(page: str, card: str) -> str:
    """A page with the card below its title, or at its top if it has none."""
    found = (match for match in _TITLE_OR_SECTION.finditer(page) if not match[0].startswith("<!--"))
    first = next(found, None)
    end = first.end() if first and first[0] == "</h1>" else 0
    return page[:end] + card + page[end:]
