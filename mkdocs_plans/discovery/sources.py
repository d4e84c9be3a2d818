"""Folders outside docs_dir whose plans belong to the site, with the files beside them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs_plans.discovery import Entry, is_plan
from mkdocs_plans.discovery.walking import walk
from mkdocs_plans.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_plans.settings import Settings, Source

# What may stand beside a plan and make sense on a site.
_PUBLISHED = frozenset(
    {
        *(".md", ".txt", ".csv", ".json", ".yaml", ".yml", ".toml", ".sql", ".proto", ".graphql"),
        *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf"),
    }
)


class SourceError(ValueError):
    """A source that mkdocs.yml names and that is not there."""


def listing(root: Path, settings: Settings, elsewhere: frozenset[Path]) -> Iterator[Entry]:
    """The files of all sources that go into the site: plans, and what stands in their folders.

    Folders that are in the site by another way (docs_dir), or are the site itself, are `elsewhere`: what is below them
    is not taken a second time.

    Raises:
        SourceError: where a source that is not optional is no folder.
    """
    for source in settings.sources:
        folder = root / source.path
        if folder.is_dir():
            yield from _files(root, folder.resolve(), source, settings, elsewhere)
        elif not source.optional:
            raise SourceError(
                f'sources: there is no folder "{source.path}" beside mkdocs.yml; mend its path, or say optional: true'
            )


def folders(root: Path, settings: Settings) -> list[str]:
    """The folders of the sources that exist, to be watched; never the project itself, which holds the built site."""
    found = [(root / source.path).resolve() for source in settings.sources]
    return [str(folder) for folder in found if folder.is_dir() and not root.is_relative_to(folder)]


def _files(root: Path, folder: Path, source: Source, settings: Settings, elsewhere: frozenset[Path]) -> Iterator[Entry]:
    if any(folder.is_relative_to(other) for other in elsewhere):
        return
    paths = list(walk(folder, skip=elsewhere))
    # `include` and `exclude` speak of places in the site: `**/plans/*.md` takes in a source that is mounted at plans.
    homes = {path.rpartition("/")[0] for path in paths if is_plan(f"{source.mount}/{path}", settings)}
    for path in paths:
        if _stands_in(path, homes) and os.path.splitext(path)[1].lower() in _PUBLISHED:  # noqa: PTH122
            location = folder / path
            real = os.path.relpath(location, root).replace(os.sep, "/")
            yield Entry(Place(f"{source.mount}/{path}", real, source.label or source.mount), location)


def _stands_in(path: str, homes: set[str]) -> bool:
    """Whether a file stands in a plan's folder, or in a folder below one."""
    folder = path.rpartition("/")[0]
    while folder not in homes and folder:
        folder = folder.rpartition("/")[0]
    return folder in homes
