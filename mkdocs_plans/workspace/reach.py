"""Whether a new plan would be part of the site, and if not, why; and whether a file is the project's own to change."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plans import git
from mkdocs_plans.discovery import is_plan, relative
from mkdocs_plans.discovery.walking import is_published, reaches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.settings import Settings, Source
    from mkdocs_plans.workspace.project import Project

LEADS_OUT = "a link leads from here out of the project, so nothing was written; change the file where it really is"
_ELSEWHERE = "choose another folder with --in"


def places(project: Project | None, settings: Settings) -> Iterator[tuple[str, str]]:
    """The folders that may hold plans, from the root, each with its place in the site: sources, then docs_dir."""
    yield from ((source.path.rstrip("/"), source.mount) for source in settings.sources)
    docs = relative(project.docs_dir, project.root) if project else "."
    yield ("" if docs == "." else docs, "")


def source_of(file: str, settings: Settings) -> Source | None:
    """The innermost source that contains a file."""
    within = [source for source in settings.sources if _below(file, source.path) is not None]
    return max(within, key=lambda source: len(posixpath.normpath(source.path)), default=None)


def why_not(file: str, root: Path, project: Project | None, settings: Settings) -> str | None:
    """Why a file would not be a plan of the site, and what to do; None if it would be one."""
    source = source_of(file, settings)
    ways = [_why_not_of_source(file, root, source, settings)] if source else []
    docs = relative(project.docs_dir, root) if project else "."
    inside = _below(file, docs)
    if inside is not None:
        ways.append(_why_not_of_docs(inside, root, project, settings))
    if None in ways:
        return None
    if project is None:
        return next(iter(ways), f"is outside {root}; {_ELSEWHERE}")
    outside = f"is outside {docs}/ and every source; {_ELSEWHERE}, or add the folder to sources in mkdocs.yml"
    return next(iter(ways), outside)


def leads_out(file: str, root: Path, project: Project | None, settings: Settings) -> bool:
    """Whether a file is really outside of the project and the folders that mkdocs.yml names, or git's own.

    A repository may hold any link, also to the settings of a shell, and with it the text for `check --fix` to insert.
    """
    path = Path(os.path.normpath(root / file))
    start = root if path.is_relative_to(root) else path.parent
    named = [Path(os.path.normpath(root / folder)) for folder, _ in places(project, settings)]
    homes = [git.top(start) or start, *(folder for folder in named if not folder.is_relative_to(root))]
    real = Path(os.path.realpath(path))
    ways = [real.relative_to(home) for home in map(Path, map(os.path.realpath, homes)) if real.is_relative_to(home)]
    # On a Mac, `.GIT` is the same folder.
    return all(".git" in map(str.casefold, way.parts) for way in ways)


def _below(file: str, folder: str) -> str | None:
    """The path of a file from a folder that it is in."""
    path = posixpath.relpath(file, folder) if posixpath.isabs(file) == posixpath.isabs(folder) else ".."
    return None if path.split("/")[0] == ".." else path


def _why_not_of_source(file: str, root: Path, source: Source, settings: Settings) -> str | None:
    path = _below(file, source.path) or file
    if not reaches(root / source.path, path):
        return f"would not be found, because .gitignore excludes it; {_ELSEWHERE}"
    return _why_no_plan(f"{source.mount}/{path}", settings)


def _why_not_of_docs(path: str, root: Path, project: Project | None, settings: Settings) -> str | None:
    if project is None:
        found, culprit = reaches(root, path), ".gitignore"
    else:
        found, culprit = is_published(path, project.exclude_docs, project.draft_docs), "exclude_docs or draft_docs"
    return _why_no_plan(path, settings) if found else f"would not be found, because {culprit} excludes it; {_ELSEWHERE}"


def _why_no_plan(place: str, settings: Settings) -> str | None:
    if is_plan(place, settings):
        return None
    include, exclude = ", ".join(settings.include), ", ".join(settings.exclude)
    said = f"include is {include}, and exclude {exclude or 'empty'}"
    return f"would not be a plan of the site: {said}; {_ELSEWHERE}, or change include in mkdocs.yml"
