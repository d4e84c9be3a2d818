"""The `mkdocs-plans` command: the same checks and the same data as in the site, without building it.

Modules that are slow to import are imported by the commands that need them, so that `--version` answers at once.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from mkdocs_plans import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.workspace import Workspace

WRONG_USAGE = 2

_paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
_config_file = click.option(
    "-f",
    "--config-file",
    metavar="FILE",
    help="The mkdocs.yml (or properdocs.yml) to go by; by default the nearest one, from the current folder upwards.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-plans")
def main() -> None:
    """Check and list the plans of an MkDocs site, without building it.

    Settings come from the plans plugin in the nearest mkdocs.yml. Where there is none, the current folder is searched
    for plan.md and *.plan.md; what .gitignore names, .git, node_modules and virtual environments are left out.

    Each PATH is a file or a folder. With a mkdocs.yml it narrows what is reported; without one it is what is searched.
    A file that is named is always read as a plan, whatever it is called.
    """
    _speak_utf8()


@main.command()
@_paths
@_config_file
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="warning",
    show_default=True,
    help="The lightest finding that makes the exit status 1.",
)
def check(paths: tuple[str, ...], config_file: str | None, form: str, fail_on: str) -> None:
    """Say what is wrong with plans: missing sections, unknown statuses and more.

    \b
    Examples:
      mkdocs-plans check                      all plans of the site
      mkdocs-plans check specs/012-login      the plans of one folder
      mkdocs-plans check --fail-on error      fail on errors only
      mkdocs-plans check --format json        for other programs

    \b
    Exit status:
      0  nothing at or above --fail-on
      1  at least one finding at or above --fail-on
      2  wrong usage or configuration; one line on stderr says what
    """  # noqa: D301  (click wants the character itself)
    workspace = _open(paths, config_file)
    from mkdocs_plans.reports import data, text  # noqa: PLC0415  (see the module)

    report = {"text": text.render, "json": data.render}[form]
    findings = workspace.selected.findings
    click.echo(report(len(workspace.selected.plans), findings), nl=False)
    if fail_on != "never" and any(_rank(finding.severity) >= _rank(fail_on) for finding in findings):
        sys.exit(1)


@main.command("list")
@_paths
@_config_file
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table for people, or the data that plans.json holds.",
)
def list_plans(paths: tuple[str, ...], config_file: str | None, form: str) -> None:
    """List plans with their id, status, progress and title.

    A status in parentheses is derived from spec, folder or ticked boxes, since the plan declares none.

    \b
    Examples:
      mkdocs-plans list                       all plans of the site
      mkdocs-plans list specs/012-login       the plans of one folder
      mkdocs-plans list --format json         everything that is known of them
    """  # noqa: D301  (click wants the character itself)
    workspace = _open(paths, config_file)
    from mkdocs_plans.reports import export, table  # noqa: PLC0415  (see the module)

    if form == "json":
        click.echo(export.to_json(workspace.selected, workspace.site), nl=False)
    else:
        click.echo(table.render(workspace.selected.plans, _width()), nl=False)


def _open(paths: Sequence[str], config_file: str | None) -> Workspace:
    from mkdocs_plans.workspace import WorkspaceError, open_workspace  # noqa: PLC0415  (see the module)

    try:
        workspace = open_workspace(paths, config_file)
    except WorkspaceError as error:
        _give_up(error.mistakes)
    if workspace.hint:
        click.echo(f"mkdocs-plans: {workspace.hint}", err=True)
    return workspace


def _give_up(mistakes: Sequence[str]) -> NoReturn:
    for mistake in mistakes:
        click.echo(f"mkdocs-plans: {mistake}", err=True)
    sys.exit(WRONG_USAGE)


def _rank(severity: str) -> int:
    return ("off", "info", "warning", "error").index(severity)


def _width() -> int | None:
    """The width of the terminal; None where the output goes to a file or another program."""
    import shutil  # noqa: PLC0415  (see the module)

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _speak_utf8() -> None:
    """Plans hold every script; their names must not depend on the locale, nor end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
