"""`mkdocs-plans serve`."""

from __future__ import annotations

import os
import socket
import sys

import click

from mkdocs_plans.commands.common import give_up, say
from mkdocs_plans.commands.generator import folder_argument, generate, theme_option

_HOST = "127.0.0.1"
PORT, _TRIED = 8000, 100


@click.command()
@folder_argument
@click.option(
    "-p",
    "--port",
    type=click.IntRange(1, 65535),
    help=f"The port to listen on; by default the first free one, starting at {PORT}.",
)
@click.option("-o", "--open", "opens", is_flag=True, help="Open the first page in the browser.")
@theme_option
def serve(folder: str, port: int | None, opens: bool, theme: str | None) -> None:
    """Show the plans of a folder in the browser: an index, a board and a page for each plan.

    No configuration is needed, and nothing is written: MkDocs runs with a temporary configuration until the command
    ends (Ctrl-C). Plans are files named plan.md, *.plan.md or *-plan.md, and files in a folder named plans, also in
    dot-folders; files in .gitignore are skipped. Changed, new and removed plans show at once; the first plan of a
    folder shows after a restart.

    If a mkdocs.yml lists the plugin, its site is shown, as mkdocs serve does; mkdocs-plans init writes one. Only this
    computer can see the pages: the server listens only on 127.0.0.1.

    \b
    Examples:
      mkdocs-plans serve                    the plans below the current folder
      mkdocs-plans serve ~/src/app --open   the plans of another repository, in a new browser tab
      mkdocs-plans serve --port 9000        on a port of your choice

    \b
    Exit status:
      0  ended with Ctrl-C
      2  no plans, a port in use, or a wrong configuration; one line on stderr says what
    """
    address = f"{_HOST}:{_chosen(port)}"
    # Given although it is the default, which some versions of click get wrong:
    # https://github.com/mkdocs/mkdocs/issues/4032
    arguments = ["serve", "--livereload", "--dev-addr", address, *(["--open"] if opens else [])]
    sys.exit(generate(folder, arguments, theme))


def _chosen(port: int | None) -> int:
    if port is not None:
        if not _is_free(port):
            give_up([f"port {port} is in use; choose another with --port, or leave --port out for the first free one"])
        return port
    found = next((each for each in range(PORT, PORT + _TRIED) if _is_free(each)), None)
    if found is None:
        give_up([f"the ports {PORT} to {PORT + _TRIED - 1} are in use; choose another with --port"])
    if found != PORT:
        say(f"port {PORT} is in use, so {found} is used instead")
    return found


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":
            # As the server does: a port that was just released counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError:
            return False
    return True
