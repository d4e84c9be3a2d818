"""The workspace of a command: a checked catalogue, narrowed to what the command line asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plans import contents, git
from mkdocs_plans.discovery import by_path, copies, hints, relative
from mkdocs_plans.discovery.walking import walk_docs
from mkdocs_plans.git import changes
from mkdocs_plans.git.repository import Repository
from mkdocs_plans.model import Finding
from mkdocs_plans.starting import PATTERNS
from mkdocs_plans.workspace import past, project, reach
from mkdocs_plans.workspace.compiling import compiled
from mkdocs_plans.workspace.listing import WorkspaceError, of_folders, of_project

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.model import Catalogue, Document
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.site import Site
    from mkdocs_plans.workspace.listing import Listing
    from mkdocs_plans.workspace.project import Project

__all__ = ["Workspace", "WorkspaceError", "open_workspace"]

# A suppression may be used by a finding that other plans cause.
_OF_THE_WHOLE = frozenset({"suppression-unused"})


@dataclass(frozen=True, slots=True)
class Workspace:
    """A checked catalogue, narrowed to what the command line asks for.

    Attributes:
        selected: The plans with their findings; findings of the whole site only if nothing narrows it.
        site: The addresses of the plans in the site; empty without a mkdocs.yml.
        root: The folder that paths of files start from.
        settings: The team's settings in its mkdocs.yml.
        config: The path of that file from the root.
        project: That file, if there is one.
        templates: The team's own templates, by their real files.
        repository: The repository that the root is in.
        hint: What to do if there is no plan; or what could not be checked.
    """

    selected: Catalogue
    site: Site
    root: Path
    settings: Settings
    config: str = "mkdocs.yml"
    project: Project | None = None
    templates: Mapping[str, Document] = field(default_factory=dict)
    repository: Repository = field(default_factory=Repository)
    hint: str = ""

    def leads_out(self, file: str) -> bool:
        """Whether a file, by its path from the root, is none of the project's own to change; see `reach`."""
        return reach.leads_out(file, self.root, self.project, self.settings)


def open_workspace(
    paths: Sequence[str],
    config_file: str | None = None,
    *,
    since: str | None = None,
    accept: bool = True,
    on_read: Callable[[int], None] | None = None,
) -> Workspace:
    """Find, read and check the plans.

    Args:
        paths: Files and folders to narrow the site to; without a mkdocs.yml, the repository or the current folder.
        config_file: The mkdocs.yml; searched from the current folder upwards where None.
        since: A git ref; plans are left out if neither they nor the files beside them have changed since then, and they
            have no new finding.
        accept: Whether the baseline counts.
        on_read: Called after each file with the number of files read.

    Raises:
        WorkspaceError: for a path, file or ref that is missing, every wrong option, and a broken baseline.
    """
    missing = [f"{path}: there is no such file or folder" for path in paths if not os.path.exists(path)]  # noqa: PTH110
    if missing:
        raise WorkspaceError(missing)
    here = Path.cwd()
    file = Path(config_file) if config_file else project.find(here)
    chosen = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  (`resolve` would follow links)
    listing = of_folders(here, chosen) if file is None else of_project(file, chosen)
    load = _loader(on_read)
    catalogue, around = compiled(listing, chosen, load, accept=accept)
    if chosen:
        places = _below_chosen(listing, chosen)
        catalogue = _narrowed(catalogue, places, {catalogue.files[path] for path in places & catalogue.files.keys()})
    # If nothing has changed, there is nothing to hint at; if there is no plan at all, there is.
    hint = "" if catalogue.plans else _hint(listing, paths)
    if since is not None:
        catalogue, untold = _changed(catalogue, listing, chosen, since)
        hint = untold or hint
    return Workspace(
        catalogue,
        listing.site,
        listing.root,
        listing.settings,
        relative(listing.project.file, listing.root) if listing.project else project.FILE_NAMES[1],
        listing.project,
        around.templates,
        around.repository,
        hint,
    )


def _loader(on_read: Callable[[int], None] | None) -> Callable[[Entry], bytes]:
    if on_read is None:
        return lambda entry: contents.read(entry.location)
    numbers = count(1)

    def load(entry: Entry) -> bytes:
        on_read(next(numbers))
        return contents.read(entry.location)

    return load


def _hint(listing: Listing, paths: Sequence[str]) -> str:
    """Why there may be no plan, and what to do."""
    if listing.project is None:
        return f"no plans were found: no file here is named {', '.join(PATTERNS)}; name the files that are plans"
    names = ", ".join(listing.settings.include)
    site, settings = listing.project, listing.settings
    if paths:
        return f"no plans were found: {site.file} has none below {', '.join(paths)}; name files, or add them to sources"
    places = ", ".join([f"{relative(site.docs_dir, site.root)}/", *(source.path for source in settings.sources)])
    pages = walk_docs(site.docs_dir, site.exclude_docs, site.draft_docs)
    found = hints.look_around(site.root, site.docs_dir, pages, settings, skip=site.site_dir)
    return hints.message(found, settings) if found else f"no plans were found: no file below {places} is named {names}"


def _below_chosen(listing: Listing, chosen: Sequence[Path]) -> frozenset[str]:
    """The places of the files on the command line: by their real paths, or by links that lead to them."""
    resolved = [path.resolve() for path in chosen]
    return frozenset(
        entry.place.path
        for real, same in copies.by_file(listing.entries).items()
        if any(Path(real).is_relative_to(path) for path in resolved)
        or any(entry.location.is_relative_to(path) for entry in same for path in chosen)
        for entry in same
    )


def _changed(catalogue: Catalogue, listing: Listing, chosen: Sequence[Path], since: str) -> tuple[Catalogue, str]:
    """What has changed since a ref, and what that caused elsewhere; and a message if that could not be checked."""
    start, changed = changes.parting(listing.root, since), changes.since(listing.root, since)
    if start is None or changed is None:
        raise WorkspaceError([f"--since: {_why_untold(listing.root, since)}"])
    # Git names files where they really are.
    top, reals = os.path.realpath(listing.root), copies.real_paths(listing.entries)
    named = {entry.place.file: relative(Path(real), top) for entry, real in zip(listing.entries, reals, strict=True)}
    changed |= {file for file, real in named.items() if real in changed}
    untold, new = "", frozenset[Finding]()
    try:
        new = past.brought_about(catalogue.findings, listing, chosen, start, changed) if changed else new
    except WorkspaceError as error:
        told = "problems that the change causes in other plans cannot be reported"
        untold = f"--since: {told}, because {since} could not be checked: {error}"
    files = {path: entry.place.file for path, entry in by_path(listing.entries).items()}
    places = frozenset(plan.path for plan in catalogue.plans if any(files.get(path) in changed for path in plan.paths))
    return _narrowed(catalogue, places, changed, new), untold


def _why_untold(root: Path, ref: str) -> str:
    above = git.top(root)
    if above is None:
        return f"{root} is not in a git repository; check without it, or in a clone"
    if git.ask(above, "rev-parse", "--git-dir") is None:
        return git.unanswered(above)
    if changes.is_known(root, ref):
        return f'git finds no commit in {root} that "{ref}" and HEAD share; fetch the whole history (fetch-depth: 0)'
    return f'git does not know "{ref}" in {root}; fetch it, or name another ref'


def _narrowed(
    catalogue: Catalogue, places: frozenset[str], pages: Collection[str], new: frozenset[Finding] = frozenset()
) -> Catalogue:
    """Only some plans and their findings; findings that need the whole are left out.

    Args:
        catalogue: All plans.
        places: The places of the wanted plans, and perhaps of other files.
        pages: The files whose findings are wanted, plans or not.
        new: Findings to keep whatever they are about.
    """
    told = places | {finding.path for finding in new}

    def is_kept(finding: Finding) -> bool:
        is_wanted = finding.is_about(places) or (finding.path is None and finding.file in pages)
        return finding in new or (is_wanted and finding.rule not in _OF_THE_WHOLE)

    return replace(
        catalogue,
        plans=tuple(plan for plan in catalogue.plans if plan.path in told),
        findings=tuple(filter(is_kept, catalogue.findings)),
        suppressed=tuple(filter(is_kept, catalogue.suppressed)),
        accepted=tuple(filter(is_kept, catalogue.accepted)),
    )
