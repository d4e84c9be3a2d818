"""A temporary site for the plans of a folder without one: its content, and its mkdocs.yml."""

from __future__ import annotations

import html
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from mkdocs_plans import discovery, starting
from mkdocs_plans.discovery import walking
from mkdocs_plans.git import remotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mkdocs_plans.git.remotes import Remote
    from mkdocs_plans.starting import Names

CONFIG = "mkdocs.yml"
EXPORT = "plans.json"
_DOCS, _THEME = "docs", "theme"
# Nothing is loaded from other hosts: no web fonts, no scripts from a CDN.
_THEMES: dict[str, dict[str, Any]] = {
    "material": {
        "font": False,
        "custom_dir": _THEME,
        "features": ["content.action.edit", "content.code.copy", "navigation.top", "toc.follow"],
        "palette": [
            {
                "media": "(prefers-color-scheme)",
                "toggle": {"icon": "material/brightness-auto", "name": "Switch to light colours"},
            },
            {
                "media": "(prefers-color-scheme: light)",
                "scheme": "default",
                "toggle": {"icon": "material/brightness-7", "name": "Switch to dark colours"},
            },
            {
                "media": "(prefers-color-scheme: dark)",
                "scheme": "slate",
                "toggle": {"icon": "material/brightness-4", "name": "Follow the system's colours"},
            },
        ],
    },
    "mkdocs": {"color_mode": "auto", "user_color_mode_toggle": True, "highlightjs": False},
    "readthedocs": {"highlightjs": False},
}
THEMES = tuple(_THEMES)
# Material's own partial asks the forge for stars and forks, from the reader's browser.
_SOURCE = """\
<a href="{{ config.repo_url }}" title="{{ lang.t('source') }}" class="md-source">
  <div class="md-source__icon md-icon">{% include ".icons/fontawesome/brands/git-alt.svg" %}</div>
  <div class="md-source__repository">{{ config.repo_name }}</div>
</a>
"""
# The plugin reports broken links in plans; other files are not checked.
_QUIET = dict.fromkeys(("not_found", "absolute_links", "unrecognized_links", "anchors"), "ignore")


@dataclass(frozen=True, slots=True)
class Preview:
    """The plans of a folder.

    Attributes:
        root: The folder.
        names: The plans, and the patterns that match them.
        sources: The folders that hold them, and the files at the top, each with its place in the site.
        remote: Where the repository comes from.
    """

    root: Path
    names: Names
    sources: tuple[tuple[str, str], ...]
    remote: Remote | None = None

    def config(self, theme: str) -> dict[str, Any]:
        """The mkdocs.yml of the site, as plain data: the index is its first page."""
        settings = self.names.settings
        options = {
            "root": str(self.root),
            "include": list(settings.include),
            "exclude": list(settings.exclude),
            # With a leading dot, because a name may consist of blanks.
            "sources": [{"path": f"./{path}", "mount": mount} for path, mount in self.sources],
            "index": "index.md",
            "board": "board.md",
            "export": EXPORT,
        }
        return {
            "site_name": html.escape(_readable(self.root.name)) or "Plans",
            "docs_dir": _DOCS,
            "theme": {"name": theme, **_THEMES[theme]},
            "nav": ["index.md", "board.md"],
            "plugins": ["search", {"plans": options}],
            "validation": {"links": _QUIET},
            "extra": {"generator": False},
            **_addresses(self.remote),
        }


def look(root: Path, skip: frozenset[Path] = frozenset()) -> Preview | None:
    """Find the plans of a folder; None if no file is named like one. Folders in `skip` are not searched."""
    files = list(walking.walk(root, skip=skip))
    names = starting.names(files)
    if not names.files:
        return None
    mounts = starting.mounts(path for path, _ in starting.sources(names.files, ""))
    sources = (*sorted(mounts.items()), *((top, top.replace(":", "-")) for top in _at_top(files, names)))
    return Preview(root, names, sources, remotes.find(root))


def write(preview: Preview, theme: str, folder: Path) -> Path:
    """Write all that MkDocs needs into a folder of its own; returns the mkdocs.yml."""
    (folder / _DOCS).mkdir()
    partial = folder / _THEME / "partials" / "source.html"
    partial.parent.mkdir(parents=True)
    partial.write_text(_SOURCE, encoding="utf-8", newline="\n")
    file = folder / CONFIG
    file.write_text(yaml.safe_dump(preview.config(theme)), encoding="utf-8", newline="\n")
    return file


def looked_for() -> str:
    """The names that plans may have, for people."""
    return ", ".join(starting.PATTERNS)


def _at_top(files: Iterable[str], names: Names) -> Iterator[str]:
    """The plans at the top of the folder, whose own folder would be everything, and the files that belong to them."""
    features = discovery.features((file for file in files if "/" not in file), names.settings)
    yield from dict.fromkeys(file for feature in features for file in (feature.plan, *feature.companions))


def _readable(name: str) -> str:
    """A file name as text, whatever its bytes are."""
    return os.fsencode(name).decode("utf-8", "replace")


def _addresses(remote: Remote | None) -> dict[str, str]:
    # An empty edit_uri keeps MkDocs from guessing a branch.
    return {"repo_url": remote.url, "edit_uri": remote.edit_uri} if remote else {}
