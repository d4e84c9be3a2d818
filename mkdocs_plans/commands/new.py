"""`mkdocs-plans new`."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands.common import config_option, give_up, open_or_give_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_plans.settings import Settings
    from mkdocs_plans.workspace import Workspace


@click.command()
@click.argument("title")
@config_option
@click.option("--in", "folder", metavar="FOLDER", help="The folder of the features; by default where most of them are.")
@click.option("--dry-run", is_flag=True, help="Print the plan, and write nothing.")
def new(title: str, config_file: str | None, folder: str | None, dry_run: bool) -> None:
    """Begin a plan in the next numbered folder, from the team's template.

    Title, number, date and the first status are filled in. Nothing is ever overwritten.

    \b
    Examples:
      mkdocs-plans new "Login with passkeys"
      mkdocs-plans new "Night train" --in docs/rail/specs
    """
    title = " ".join(title.split())
    if not title:
        give_up(["the title is empty; say what the plan is about"])
    workspace = open_or_give_up((), config_file, quiet=True)
    from mkdocs_plans.authoring import filling, scaffold, writing

    root = workspace.root
    home = os.path.relpath(folder, root).replace(os.sep, "/") if folder else _home(workspace)
    feature = scaffold.Feature(title, home, scaffold.next_number(_siblings(root, home, workspace.settings)), _today())
    content = filling.fill(_template(workspace, feature.file), feature, workspace.settings)
    if dry_run:
        click.echo(f"{feature.file}:\n\n{content.decode('utf-8', 'replace')}", nl=False)
        return
    target = root / feature.file
    try:
        target.parent.mkdir(parents=True)
        writing.write_new(target, content)
    except FileExistsError:
        give_up([f"{target.parent}: is there already; nothing was written"])
    except OSError as error:
        with contextlib.suppress(OSError):
            target.parent.rmdir()  # an empty folder would take the number
        give_up([f"{target}: cannot be written ({error.strerror})"])
    click.echo(os.path.relpath(target))


def _home(workspace: Workspace) -> str:
    from mkdocs_plans.authoring import scaffold
    from mkdocs_plans.discovery import relative

    docs = relative(workspace.docs_dir, workspace.root) if workspace.docs_dir else "."
    otherwise = "specs" if docs == "." else f"{docs}/specs"
    return scaffold.home(workspace.selected.plans, workspace.settings, otherwise)


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

    settings, root = workspace.settings, workspace.root
    names = [settings.template] if settings.template != templates.AUTO else list(templates.places_for(file))
    found = next((root / name for name in names if name not in templates.BUILT_IN and (root / name).is_file()), None)
    if found is not None and not settings.sections:
        try:
            return found.read_bytes()
        except OSError as error:
            give_up([f"{found}: cannot be read ({error.strerror})"])
    return scaffold.text_of(scaffold.built_in(settings.template, settings.sections)).encode()


def _today() -> str:
    """The day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else of the clock."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date().isoformat()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now().astimezone().date().isoformat()
