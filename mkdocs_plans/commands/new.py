"""`mkdocs-plans new`."""

from __future__ import annotations

import contextlib
import os
import posixpath
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands.common import config_option, give_up, open_or_give_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.authoring.layouts import Layout
    from mkdocs_plans.authoring.scaffold import Feature
    from mkdocs_plans.authoring.waiting import Waiting
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.workspace import Workspace

_NAMED_AT_MOST = 5


@click.command()
@click.argument("title", required=False, default="")
@config_option
@click.option(
    "--in",
    "folder",
    metavar="FOLDER",
    help="The folder of the features, by default where most of them are; or one that holds a spec.",
)
@click.option("--dry-run", is_flag=True, help="Print the plan, and write nothing.")
def new(title: str, config_file: str | None, folder: str | None, dry_run: bool) -> None:
    """Begin a plan from the team's template, where and as the others are: mostly in the next numbered folder.

    Title, number, day and the first status are filled in. Where TITLE is the title, the name or the number of a spec
    that has no plan yet, or FOLDER holds one, the plan goes beside it, with its number and title. Nothing is ever
    overwritten, and nothing is written that the site would not take for a plan.

    \b
    Examples:
      mkdocs-plans new "Login with passkeys"
      mkdocs-plans new "Night train" --in docs/rail/specs
      mkdocs-plans new --in specs/013-night-train
    """
    title = " ".join(title.split())
    workspace = open_or_give_up((), config_file, quiet=True)
    from mkdocs_plans.authoring import filling
    from mkdocs_plans.discovery import relative

    is_path = "/" in title and os.path.exists(title)  # noqa: PTH110
    home = relative(Path(folder), workspace.root) if folder else None
    layouts = _layouts(workspace, home)
    spec = _spec(title, home, layouts, workspace)
    if spec is not None:
        layout, waiting = spec
        feature = _beside(waiting, title if home == posixpath.dirname(waiting.file) else "")
    elif taken := _taken(title if is_path and home is None else home, workspace):
        give_up([f"{taken}: is there already; nothing was written"])
    elif is_path:
        give_up([f"{title}: holds no spec that waits for its plan; write a title"])
    elif title:
        layout, feature = _next(title, layouts, workspace)
    else:
        give_up([_what_to_say(layouts, workspace)])
    file = layout.file(feature.name)
    content = filling.fill(_template(workspace, file), feature, workspace.settings)
    if dry_run:
        click.echo(f"{file}:\n\n{content.decode('utf-8', 'replace')}", nl=False)
        return
    _write(workspace.root / file, content)


def _write(target: Path, content: bytes) -> None:
    from mkdocs_plans.authoring import writing

    above = next(folder for folder in target.parents if folder.exists())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.write_new(target, content)
    except FileExistsError:
        give_up([f"{os.path.relpath(target)}: is there already; nothing was written"])
    except OSError as error:
        _remove_empty(target.parent, above)
        give_up([f"{os.path.relpath(target)}: cannot be written ({error.strerror})"])
    click.echo(os.path.relpath(target))


def _remove_empty(folder: Path, above: Path) -> None:
    """Take away folders that were made for a plan: an empty one would take the number."""
    with contextlib.suppress(OSError):
        while folder != above:
            folder.rmdir()
            folder = folder.parent


def _layouts(workspace: Workspace, home: str | None) -> list[Layout]:
    """The ways in which a plan may lie, the best first: as most plans do, else as `include` says."""
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
    from dataclasses import replace

    is_there = layout.home == home
    return layout if is_there else replace(layout, home=home, beginning=replace(layout.beginning, letters=""))


def _taken(folder: str | None, workspace: Workspace) -> str | None:
    """The plan of a folder that is a feature's own: it holds one by the usual name, and no others below it."""
    if folder is None:
        return None
    home = folder.rstrip("/")
    within = [plan.file for plan in workspace.selected.plans if plan.file.startswith(f"{home}/")]
    return within[0] if [file.casefold() for file in within] == [f"{home}/plan.md".casefold()] else None


def _spec(title: str, home: str | None, ways: Sequence[Layout], workspace: Workspace) -> tuple[Layout, Waiting] | None:
    """The spec without a plan that a folder holds, or that the title names."""
    from dataclasses import replace

    from mkdocs_plans.authoring import waiting

    root, settings = workspace.root, workspace.settings
    if home:
        above, name = posixpath.split(home)
        for layout in (replace(layout, home=above) for layout in ways):
            found = waiting.of_feature(root, layout, name, settings) if "/" in layout.form else None
            if found and not _why_not(layout.file(name), workspace):
                return layout, found
    named = {each.file: (layout, each) for layout, each in _waiting(ways, workspace) if title and each.is_named(title)}
    if len(named) > 1:
        files = ", ".join(sorted(named))
        give_up([f'"{title}" may be any of {files}; name the folder of one with --in'])
    return next(iter(named.values()), None)


def _waiting(ways: Sequence[Layout], workspace: Workspace) -> Iterator[tuple[Layout, Waiting]]:
    from mkdocs_plans.authoring import waiting

    for layout in ways:
        for each in waiting.find(workspace.root, layout, workspace.settings):
            if not _why_not(layout.file(each.name), workspace):
                yield layout, each


def _what_to_say(ways: Sequence[Layout], workspace: Workspace) -> str:
    """What is missing where neither title nor folder says what a plan is about."""
    names = list(dict.fromkeys(each.name for _, each in _waiting(ways, workspace)))
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    known = f", or name a spec that has no plan: {', '.join(names[:_NAMED_AT_MOST])}{more}" if names else ""
    return f"the title is empty; say what the plan is about{known}"


def _beside(spec: Waiting, title: str) -> Feature:
    from mkdocs_plans.authoring import layouts, scaffold

    file = scaffold.SpecFile(posixpath.basename(spec.file), spec.id)
    return scaffold.Feature(title or spec.called, spec.name, layouts.number_of(spec.name), _today(), file)


def _next(title: str, ways: Sequence[Layout], workspace: Workspace) -> tuple[Layout, Feature]:
    """The next feature, in the first layout in which the site would find its plan."""
    tried = [(layout, _feature(title, layout, workspace)) for layout in ways]
    reasons = [_why_not(layout.file(feature.name), workspace) for layout, feature in tried]
    if None not in reasons:
        files = [layout.file(feature.name) for layout, feature in tried]
        why = [f"{file}: {reason}" for file, reason in zip(files, reasons, strict=True)]
        give_up(why[:1] or ["include is empty in mkdocs.yml; say there what plans are called"])
    return tried[reasons.index(None)]


def _feature(title: str, layout: Layout, workspace: Workspace) -> Feature:
    from mkdocs_plans.authoring import layouts, scaffold

    names = _siblings(workspace.root, layout.home, workspace.settings)
    number = layouts.next_number(names, layout.beginning.letters)
    feature = scaffold.begin(title, layout.beginning, number, _today())
    if not feature.name:
        give_up([f'no name of a file can be made of "{title}"; write a title in letters'])
    return feature


def _why_not(file: str, workspace: Workspace) -> str | None:
    from mkdocs_plans.workspace import reach

    return reach.why_not(file, workspace.root, workspace.project, workspace.settings)


def _siblings(root: Path, home: str, settings: Settings) -> Iterator[str]:
    """The names beside the new folder; folders that only say the stage share their numbers."""
    here = root / home
    stages = {name.casefold() for name in settings.folders}
    top = here.parent if here.name.casefold() in stages else here
    around = list(top.iterdir()) if top.is_dir() else []
    for folder in {here, *(folder for folder in around if folder.name.casefold() in stages)}:
        if folder.is_dir():
            yield from (path.name for path in folder.iterdir())


def _template(workspace: Workspace, file: str) -> bytes:
    """The template file that holds for the new plan, else a built-in one as text."""
    from mkdocs_plans.authoring import scaffold
    from mkdocs_plans.checks import templates
    from mkdocs_plans.workspace import reach

    settings, root = workspace.settings, workspace.root
    source = reach.source_of(file, settings)
    asked = (source.template if source else None) or settings.template
    names = [asked] if asked != templates.AUTO else list(templates.places_for(file))
    found = next((root / name for name in names if name not in templates.BUILT_IN and (root / name).is_file()), None)
    if found is not None and not settings.sections:
        try:
            return found.read_bytes()
        except OSError as error:
            give_up([f"{found}: cannot be read ({error.strerror})"])
    return scaffold.text_of(scaffold.built_in(asked, settings.sections)).encode()


def _today() -> str:
    """The day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else of the clock."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date().isoformat()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now().astimezone().date().isoformat()
