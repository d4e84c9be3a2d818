"""Where a plan from `mkdocs-plans new` goes, and what is known about it."""

from __future__ import annotations

import os
import posixpath
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mkdocs_plans.commands.common import give_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from mkdocs_plans.authoring.layouts import Layout
    from mkdocs_plans.authoring.scaffold import Feature
    from mkdocs_plans.authoring.waiting import Waiting
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.workspace import Workspace

_NAMED_AT_MOST = 5


def layouts_of(workspace: Workspace, home: str | None) -> list[Layout]:
    """The possible layouts of a new plan, the best first: as most plans have it, else as `include` allows."""
    from mkdocs_plans.authoring import layouts
    from mkdocs_plans.workspace import reach

    settings = workspace.settings
    places = list(reach.places(workspace.project, settings))
    tops = {".", "", *(folder for folder, _ in places)}
    specs = (posixpath.split(spec.place.file) for spec in workspace.selected.specs)
    promised = [posixpath.join(folder, base.casefold().replace("spec", "plan")) for folder, base in specs]
    files = sorted({*(plan.file for plan in workspace.selected.plans), *promised})
    near = [file for file in files if home and file.startswith(f"{home}/")]
    found = [layouts.usual(group, settings, tops) for group in (near, files) if group]
    ways = [*(layout for layout in found if layout), *layouts.promised(settings, places)]
    return ways if home is None else [_moved(layout, home) for layout in ways]


def _moved(layout: Layout, home: str) -> Layout:
    """A layout in another folder, where features need not have the same letters."""
    is_there = layout.home == home
    return layout if is_there else replace(layout, home=home, beginning=replace(layout.beginning, letters=""))


def taken(folder: str | None, workspace: Workspace) -> str | None:
    """The plan of a feature's own folder: the only plan there, with the usual name or beside its spec."""
    from mkdocs_plans.discovery import stands_for_folder

    home = (folder or "").rstrip("/")
    within = [plan.file for plan in workspace.selected.plans if home and plan.file.startswith(f"{home}/")]
    if len(within) != 1 or posixpath.dirname(within[0]) != home:
        return None
    is_own = stands_for_folder(within[0]) or (workspace.root / home / "spec.md").is_file()
    return within[0] if is_own else None


def waiting_spec(
    title: str, home: str | None, ways: Sequence[Layout], workspace: Workspace
) -> tuple[Layout, Waiting] | None:
    """The spec without a plan that the folder holds or the title names."""
    from mkdocs_plans.authoring import waiting

    root, settings = workspace.root, workspace.settings
    if home:
        above, name = posixpath.split(home)
        for layout in (replace(layout, home=above) for layout in ways):
            found = waiting.of_feature(root, layout, name, settings) if "/" in layout.form else None
            if found and _is_free(layout, found, workspace):
                return layout, found
    named = {each.file: (layout, each) for layout, each in _waiting(ways, workspace) if title and each.is_named(title)}
    if len(named) > 1:
        files = ", ".join(sorted(named))
        give_up([f'"{title}" could be any of {files}; give the folder of one with --in'])
    return next(iter(named.values()), None)


def _waiting(ways: Sequence[Layout], workspace: Workspace) -> Iterator[tuple[Layout, Waiting]]:
    from mkdocs_plans.authoring import waiting

    for layout in ways:
        for each in waiting.find(workspace.root, layout, workspace.settings):
            if _is_free(layout, each, workspace):
                yield layout, each


def _is_free(layout: Layout, spec: Waiting, workspace: Workspace) -> bool:
    """Whether a plan may go beside a spec: the site would find it there, and there is none of another name."""
    folder = posixpath.dirname(spec.file)
    is_shared = "/" not in layout.form
    others = () if is_shared else (plan for plan in workspace.selected.plans if posixpath.dirname(plan.file) == folder)
    return not any(others) and not _why_not(layout.file(spec.name), workspace)


def what_to_say(ways: Sequence[Layout], workspace: Workspace) -> str:
    """The mistake where neither title nor folder tells what a plan is about."""
    from mkdocs_plans.wording import listed

    names = list(dict.fromkeys(each.name for _, each in _waiting(ways, workspace)))
    known = f", or name a spec without a plan: {listed(names[:_NAMED_AT_MOST], len(names))}" if names else ""
    return f"the title is empty; give one{known}"


def beside(spec: Waiting, title: str) -> Feature:
    """The feature of a spec, by the spec's title unless another one is given."""
    from mkdocs_plans.authoring import layouts, scaffold

    file = scaffold.SpecFile(posixpath.basename(spec.file), spec.id)
    return scaffold.Feature(title or spec.called, spec.name, layouts.number_of(spec.name), _today(), file)


def next_feature(title: str, ways: Sequence[Layout], workspace: Workspace) -> tuple[Layout, Feature]:
    """The next feature, in the first layout in which the site would find its plan."""
    tried = [(layout, _feature(title, layout, workspace)) for layout in ways]
    reasons = [_why_not(layout.file(feature.name), workspace) for layout, feature in tried]
    if None not in reasons:
        files = [layout.file(feature.name) for layout, feature in tried]
        why = [f"{file}: {reason}" for file, reason in zip(files, reasons, strict=True)]
        give_up(why[:1] or ["include in mkdocs.yml is empty; add the names of plans to it"])
    return tried[reasons.index(None)]


def _feature(title: str, layout: Layout, workspace: Workspace) -> Feature:
    from mkdocs_plans.authoring import layouts, scaffold

    names = _siblings(workspace.root, layout.home, workspace.settings)
    number = layouts.next_number(names, layout.beginning.letters)
    feature = scaffold.begin(title, layout.beginning, number, _today())
    if not feature.name:
        give_up([f'the title "{title}" gives no file name; use a title with letters'])
    return feature


def _why_not(file: str, workspace: Workspace) -> str | None:
    from mkdocs_plans.workspace import reach

    return reach.why_not(file, workspace.root, workspace.project, workspace.settings)


def _siblings(root: Path, home: str, settings: Settings) -> Iterator[str]:
    """The names beside the new folder; folders that only name a stage share their numbers."""
    here = root / home
    stages = {name.casefold() for name in settings.folders}
    top = here.parent if here.name.casefold() in stages else here
    around = list(top.iterdir()) if top.is_dir() else []
    for folder in {here, *(folder for folder in around if folder.name.casefold() in stages)}:
        if folder.is_dir():
            yield from (path.name for path in folder.iterdir())


def _today() -> str:
    """The date of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else today."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date().isoformat()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now().astimezone().date().isoformat()
