"""`mkdocs-plans check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands import fixing
from mkdocs_plans.commands.common import FAILED, config_option, give_up, open_or_give_up, paths_argument, say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mkdocs_plans.workspace import Workspace


@click.command()
@paths_argument
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab", "json", "sarif"]),
    default="text",
    show_default=True,
    help="The format of the findings.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="warning",
    show_default=True,
    help="The lowest severity that makes the exit status 1.",
)
@click.option(
    "--since",
    metavar="REF",
    help="Check only plans that changed since a git ref, such as origin/main, and what broke in others since then.",
)
@click.option(
    "--write-baseline",
    "records",
    is_flag=True,
    help="Write all findings to plans-baseline.json; from then on only new ones are reported, also by the build.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Insert missing sections, with the text and in the order of the template; given a PATH, accepted ones too.",
)
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes without making them.")
def check(
    paths: tuple[str, ...],
    config_file: str | None,
    form: str,
    fail_on: str,
    since: str | None,
    records: bool,
    fix: bool,
    dry_run: bool,
) -> None:
    """Report what is wrong with plans: missing sections, unknown statuses and more.

    To silence a finding, write a comment, <!-- plans-disable RULE: why -->, on its line, under its heading or, for the
    whole file, above the first H2. Findings in plans-baseline.json, beside mkdocs.yml or, without one, in the
    current folder, are not reported again.

    \b
    Examples:
      mkdocs-plans check                      all plans of the site
      mkdocs-plans check specs/012-login      the plans of one folder
      mkdocs-plans check --since origin/main  the plans of a pull request
      mkdocs-plans check --fail-on error      fail on errors only
      mkdocs-plans check --write-baseline     accept all current findings
      mkdocs-plans check --fix --dry-run      show what --fix would insert
      mkdocs-plans check --format sarif       for other tools

    \b
    Exit status:
      0  nothing at or above --fail-on
      1  at least one finding at or above --fail-on
      2  wrong usage or configuration; one line on stderr says what
    """
    if dry_run and not fix:
        give_up(["--dry-run works only with --fix"])
    if records:
        if fix:
            give_up(["use --write-baseline or --fix, not both"])
        write_baseline(paths, config_file, since)
        return
    workspace = open_or_give_up(paths, config_file, since=since)
    _tell_of_baseline_above(workspace, paths)
    if fix:
        fixing.fix(workspace, dry_run=dry_run, even_accepted=bool(paths))
        workspace = workspace if dry_run else open_or_give_up(paths, config_file, since=since)
    click.echo(_report(form, workspace, since), nl=False)
    if fail_on != "never" and _reaches(workspace, fail_on):
        sys.exit(FAILED)


def write_baseline(paths: Sequence[str], config_file: str | None, since: str | None) -> None:
    """Accept all current findings; a baseline of only some would report the others again."""
    if paths or since is not None:
        give_up(["--write-baseline covers all plans; use it without a PATH and without --since"])
    workspace = open_or_give_up(paths, config_file, accept=False)
    from mkdocs_plans import baseline
    from mkdocs_plans.authoring import writing
    from mkdocs_plans.wording import counted
    from mkdocs_plans.workspace import reach

    findings = workspace.selected.findings
    _tell_of_baseline_above(workspace, paths)
    new = baseline.new_ones(workspace.root, findings)
    file = workspace.root / baseline.FILE_NAME
    if workspace.leads_out(baseline.FILE_NAME):
        give_up([f"{file}: {reach.LEADS_OUT}"])
    try:
        writing.write_whole(file, baseline.to_json(findings).encode())
    except OSError as error:
        give_up([f"{file}: cannot be written ({error.strerror})"])
    anew = "" if new is None else f", {new or 'none'} of them new"
    click.echo(f"{file}: accepts {counted(len(findings), 'finding')}{anew}; commit the file")


def _tell_of_baseline_above(workspace: Workspace, paths: Sequence[str]) -> None:
    """Without a mkdocs.yml, paths count from the current folder, and so do those in a baseline."""
    from mkdocs_plans.baseline import FILE_NAME
    from mkdocs_plans.discovery import relative
    from mkdocs_plans.workspace import project

    found = project.find(workspace.root, (FILE_NAME,)) if workspace.project is None else None
    if found and found.parent != workspace.root:
        places = " ".join(relative(Path(path).absolute(), found.parent) for path in paths or ["."])
        say(f"{found} counts only in its own folder; run mkdocs-plans check {places} there")


def _report(form: str, workspace: Workspace, since: str | None) -> str:
    catalogue, prefix = workspace.selected, workspace.repository.prefix
    from mkdocs_plans.reports import data, github, gitlab, sarif, text

    if form == "github":
        changed = _changed(workspace, since)
        _summarize(github.table(catalogue, changed))
        return github.render(catalogue, changed, prefix=prefix)
    if form == "gitlab":
        return gitlab.render(catalogue, prefix=prefix, config=workspace.config)
    if form == "sarif":
        return sarif.render(catalogue, prefix=prefix)
    if form == "json":
        return data.render(catalogue)
    return text.render(catalogue, color=_likes_color())


def _changed(workspace: Workspace, since: str | None) -> Collection[str]:
    """The files that a pull request changes, as far as git can tell; GitHub provides its base branch."""
    from mkdocs_plans.git import changes

    base = os.environ.get("GITHUB_BASE_REF")
    ref = since or (f"origin/{base}" if base else None)
    return (changes.since(workspace.root, ref) if ref else None) or frozenset()


def _summarize(table: str) -> None:
    """Append to the summary of the job, if there is one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        try:
            with Path(file).open("a", encoding="utf-8", errors="replace", newline="\n") as summary:
                summary.write(table)
        except OSError as error:
            give_up([f"GITHUB_STEP_SUMMARY: {file} cannot be written ({error.strerror})"])


def _likes_color() -> bool:
    """Whether to use colours: only in a terminal, and only without NO_COLOR (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _reaches(workspace: Workspace, severity: str) -> bool:
    from mkdocs_plans.model import Severity

    return any(finding.severity.rank >= Severity(severity).rank for finding in workspace.selected.findings)
