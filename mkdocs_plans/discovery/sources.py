"""Folders outside docs_dir whose plans belong to the site, with the files beside them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs_plans import git
from mkdocs_plans.discovery import Entry, is_plan, relative
from mkdocs_plans.discovery.walking import walk, without_shadowed
from mkdocs_plans.git.forges import prefix_in
from mkdocs_plans.git.repository import Repository
from mkdocs_plans.model import Place
from mkdocs_plans.settings import TEMPLATE_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mkdocs_plans.settings import Settings, Source

# Files beside a plan that make sense on a site.
_PUBLISHED = frozenset(
    {
        *(".md", ".txt", ".csv", ".json", ".yaml", ".yml", ".toml", ".sql", ".proto", ".graphql"),
        *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf"),
    }
)


class SourceError(ValueError):
    """A source in mkdocs.yml that cannot be used."""


def listing(root: Path, settings: Settings, elsewhere: frozenset[Path]) -> Iterator[Entry]:
    """The files of all sources that go into the site: plans and the files in their folders, or a single file.

    `elsewhere` are folders that are in the site in another way (docs_dir) or are the site itself: files below them are
    not added twice. A source inside another source does not belong to the outer one.

    Raises:
        SourceError: where a source that is not optional does not exist.
    """
    folders = {source: (root / source.path).resolve() for source in settings.sources}
    for source, folder in folders.items():
        if folder.is_dir():
            if not any(_is_in(folder, other) for other in elsewhere):
                yield from _files(root, folder, source, settings, elsewhere | (set(folders.values()) - {folder}))
        elif folder.is_file():
            yield Entry(Place(source.mount, relative(folder, root), source.label or source.mount), folder)
        elif not source.optional:
            raise SourceError(
                f'sources: there is no folder "{source.path}" beside mkdocs.yml;'
                " correct its path, or set optional: true"
            )


def absent(root: Path, settings: Settings) -> list[str]:
    """A line to report for each optional source that does not exist."""
    return [
        f'the source "{source.path}" does not exist, so its plans are left out; it is set to `optional: true`'
        for source in settings.sources
        if source.optional and not (root / source.path).exists()
    ]


def require_one_file_a_page(files: Iterable[tuple[str, Place]]) -> None:
    """Make sure that no file of a source gets the address of another file.

    `files` are addresses, each with the file that goes there; two files of docs_dir at one address are left to MkDocs.

    Raises:
        SourceError: where two files share an address.
    """
    taken: dict[str, Place] = {}
    for address, place in files:
        other = taken.setdefault(address, place)
        if other.file != place.file and (other.source is not None or place.source is not None):
            raise SourceError(
                f"sources: {other.file} and {place.file} would both become {address} in the site;"
                " rename one of them, or give its source another `mount`"
            )


def folders(root: Path, settings: Settings) -> list[str]:
    """The folders to watch: the sources that exist.

    Of a source that contains the project itself, only the folders with plans: it may contain the built site and caches
    too, so each build would start another.
    """
    found: dict[Path, None] = {}
    for source in settings.sources:
        folder = (root / source.path).resolve()
        if not root.is_relative_to(folder):
            found[folder] = None
        else:
            tops = (path.split("/")[0] for path in walk(folder) if is_plan(f"{source.mount}/{path}", settings))
            found |= {folder / top: None for top in tops if not root.is_relative_to(folder / top)}
    return [str(path) for path in found if path.exists()]


def repositories(root: Path, settings: Settings) -> tuple[Repository, ...]:
    """The repositories of sources that are outside the project's own repository, or name another one."""
    return tuple(repository for source in settings.sources if (repository := _repository(root, source)))


def _repository(root: Path, source: Source) -> Repository | None:
    folder = (root / source.path).resolve()
    top = git.top(folder)
    is_apart = top is not None and top != git.top(root)
    if source.repo_url is None and not is_apart:
        return None
    if top is not None and is_apart:
        prefix = "" if top == folder else f"{folder.relative_to(top).as_posix()}/"
    else:
        prefix = prefix_in(source.edit_uri)
    return Repository(source.repo_url, source.edit_uri, prefix, folder=relative(folder, root))


def _files(root: Path, folder: Path, source: Source, settings: Settings, skip: frozenset[Path]) -> Iterator[Entry]:
    paths = [(f"{source.mount}/{_as_page(path)}", path) for path in without_shadowed(list(walk(folder, skip=skip)))]
    # `include` and `exclude` match places in the site: `**/plans/*.md` includes a source that is mounted at plans.
    homes = {path.rpartition("/")[0] for place, path in paths if is_plan(place, settings)}
    # A plan beside mkdocs.yml, or above it, does not add the whole project to the site.
    below = {home for home in homes if not root.is_relative_to(folder / home)}
    for place, path in paths:
        if _is_template(path) and not is_plan(place, settings):
            continue
        if _stands_in(path, homes, below) and os.path.splitext(path)[1].lower() in _PUBLISHED:  # noqa: PTH122
            location = folder / path
            yield Entry(Place(place, relative(location, root), source.label or source.mount), location)


def _as_page(path: str) -> str:
    """The name under which MkDocs makes a page of a file: it looks for `.md` in lower case, and addresses are UTF-8."""
    name = os.fsencode(path).decode("utf-8", "replace")
    stem, ending = os.path.splitext(name)  # noqa: PTH122
    return f"{stem}.md" if ending.lower() == ".md" else name


def _is_in(folder: Path, other: Path) -> bool:
    """Whether a folder is in the site through another one; MkDocs itself leaves dot-folders out."""
    return folder.is_relative_to(other) and not any(part.startswith(".") for part in folder.relative_to(other).parts)


def _is_template(path: str) -> bool:
    """Whether a file is one that new plans are made from: it is for their authors, not for readers."""
    return f"/{path}".endswith(tuple(f"/{place}" for place in TEMPLATE_PLACES))


def _stands_in(path: str, homes: set[str], below: set[str]) -> bool:
    """Whether a file is in a plan's folder, or below one of those that may have subfolders."""
    folder = path.rpartition("/")[0]
    if folder in homes:
        return True
    while folder not in below and folder:
        folder = folder.rpartition("/")[0]
    return folder in below
