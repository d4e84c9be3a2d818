"""What the commands share: arguments, opening the workspace, printing messages and giving up."""

from __future__ import annotations

import contextlib
import gc
import sys
import time
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs_plans.workspace import Workspace

FAILED, WRONG_USAGE = 1, 2
_QUIET_SECONDS = 1.0

paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...")
config_option = click.option(
    "-f",
    "--config-file",
    metavar="FILE",
    help="The mkdocs.yml (or properdocs.yml) to use; by default the nearest one, from the current folder upwards.",
)


def open_or_give_up(
    paths: Sequence[str],
    config_file: str | None,
    *,
    since: str | None = None,
    accept: bool = True,
    quiet: bool = False,
) -> Workspace:
    """The workspace; mistakes end the command, with a line for each. `quiet` prints nothing if there are no plans."""
    from mkdocs_plans.workspace import WorkspaceError, open_workspace

    try:
        with _all_kept():
            workspace = open_workspace(paths, config_file, since=since, accept=accept, on_read=_counter())
    except WorkspaceError as error:
        give_up(error.mistakes)
    if workspace.hint and not quiet:
        line, _, block = workspace.hint.partition("\n")
        say(line)
        if block:
            click.echo(block, err=True)
    return workspace


def give_up(mistakes: Iterable[str]) -> NoReturn:
    """End with the status for wrong usage, after a line for each mistake."""
    for mistake in mistakes:
        say(mistake)
    sys.exit(WRONG_USAGE)


def say(line: str) -> None:
    """Print a line for people on stderr, separate from the output; no name or text in it can make it two."""
    from mkdocs_plans.wording import plain

    click.echo(f"mkdocs-plans: {plain(line)}", err=True)


def width() -> int | None:
    """The width of the terminal; None where the output goes to a file or another program."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@contextlib.contextmanager
def _all_kept() -> Iterator[None]:
    """Without garbage collection, which takes a tenth of the time: a catalogue is kept to the end of the command."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _counter() -> Callable[[int], None] | None:
    """A counter of the files read, shown once reading takes longer than a moment; None without a terminal."""
    if not sys.stderr.isatty():
        return None
    start = time.monotonic()

    def show(count: int) -> None:
        if count % 50 == 0 and time.monotonic() - start > _QUIET_SECONDS:
            click.echo(f"\r{count} files read\r", nl=False, err=True)

    return show
