"""`mkdocs-plans set`."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands.common import FAILED, config_option, give_up, open_or_give_up, say

if TYPE_CHECKING:
    from mkdocs_plans.model import Plan
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.workspace import Workspace

_REMOVED = "held more than a status, and that text was removed with it; write it again if it still holds"


@click.command("set")
@click.argument("paths", nargs=-1, metavar="PATH...", required=True)
@config_option
@click.option("--status", required=True, metavar="NAME", help="The new status, given as name, slug or alias.")
@click.option("--from", "only", metavar="NAME", help="Only plans that have this status now.")
@click.option("--add", is_flag=True, help="Add a status to plans that declare none, in the style of their header.")
@click.option("--dry-run", is_flag=True, help="Show the changes without making them.")
def set_status(
    paths: tuple[str, ...], config_file: str | None, status: str, only: str | None, add: bool, dry_run: bool
) -> None:
    """Change the status that plans declare, in header and footer, and nothing else in the file.

    Shows the change as a diff. Text beside the old status ("Draft (waits for Ada)") is removed with it, and a line on
    stderr says so. A plan that has the status already stays as it is, in whatever words it says so. A plan that
    declares no status is not changed, unless --add is given: then the status goes into the front matter or beside the
    other labels of the header, or else below the title.

    \b
    Examples:
      mkdocs-plans set specs/012-login --status "In review"
      mkdocs-plans set specs/012-login --status "In review" --add
      mkdocs-plans set specs --from WIP --status Blocked --dry-run

    \b
    Exit status:
      0  every plan now has the status
      1  at least one could not be changed; a line on stderr says why
      2  wrong usage or configuration
    """
    workspace = open_or_give_up(paths, config_file)
    written = _known(status, workspace.settings)
    before = _known(only, workspace.settings) if only else None
    plans = [plan for plan in workspace.selected.plans if before is None or _has(plan, before, workspace.settings)]
    change = partial(_change, workspace=workspace, status=written)
    failures = [plan for plan in plans if not change(plan, add=add, dry_run=dry_run)]
    if not plans:
        say("no plan was changed: none has that status" if only else "no plan was changed")
    if failures:
        sys.exit(FAILED)


def _known(status: str, settings: Settings) -> str:
    """The status to write: the configured name for a slug, else the name or alias as given."""
    from mkdocs_plans.reading.status import suggest
    from mkdocs_plans.settings import NO_STATUS, UNKNOWN
    from mkdocs_plans.views.selection import resolve

    found = resolve(status, settings)
    if found in (UNKNOWN, NO_STATUS):
        near = suggest(status, settings)
        known = ", ".join(each.name for each in settings.statuses)
        give_up([f'there is no status "{status}"; ' + (f'did you mean "{near}"?' if near else f"use one of {known}")])
    return found.name if status.casefold() in (found.slug, found.name.casefold()) else status


def _has(plan: Plan, status: str, settings: Settings) -> bool:
    from mkdocs_plans.views.selection import resolve

    return plan.document.status is not None and plan.status.slug == resolve(status, settings).slug


def _change(plan: Plan, *, workspace: Workspace, status: str, add: bool, dry_run: bool) -> bool:
    """Change one plan; False if that was not possible."""
    from mkdocs_plans import contents
    from mkdocs_plans.authoring import editing, writing
    from mkdocs_plans.wording import quote
    from mkdocs_plans.workspace import reach

    settings = workspace.settings
    if workspace.leads_out(plan.file):
        say(f"{plan.file}: {reach.LEADS_OUT}")
        return False
    file = workspace.root / plan.file
    try:
        before = contents.read(file)
        after = editing.with_status(before, status, settings, add=add)
        if after == before:
            say(f"{plan.file}: it has the status {quote(status)} already")
        else:
            click.echo(editing.diff(before, after, plan.file), nl=False)
            for field in editing.remarks(before, status, settings):
                say(f"{plan.file}:{field.line}: {quote(field.value)} {_REMOVED}")
            if not dry_run:
                writing.write_whole(file, after)
    except editing.EditError as error:
        say(f"{plan.file}: {error}")
        return False
    except OSError as error:
        say(f"{plan.file}: cannot be changed ({error.strerror})")
        return False
    return True
