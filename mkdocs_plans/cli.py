"""The `mkdocs-plans` command: the plans of any folder in the browser, and checks and data without a site.

Modules that are slow to import are imported by the commands that need them, so `--version` answers at once.
"""

from __future__ import annotations

import io
import sys

import click

from mkdocs_plans import __version__
from mkdocs_plans.commands.build import build
from mkdocs_plans.commands.check import check
from mkdocs_plans.commands.init import init
from mkdocs_plans.commands.listing import list_plans
from mkdocs_plans.commands.new import new
from mkdocs_plans.commands.serve import serve
from mkdocs_plans.commands.set import set_status


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-plans")
def main() -> None:
    """Show, check and list the plans of a repository or of an MkDocs site.

    To look at plans, run mkdocs-plans serve in any repository; no configuration is needed.

    Settings come from the plans plugin in the nearest mkdocs.yml. Without one, the current folder is searched for
    plan.md and *.plan.md, else for *-plan.md and the files of plans folders; files in .gitignore, .git, node_modules
    and virtual environments are skipped.

    Each PATH is a file or a folder. With a mkdocs.yml it narrows what is reported; without one it is what is searched.
    A file given as PATH is always read as a plan, whatever its name.
    """
    _speak_utf8()


main.add_command(serve)
main.add_command(build)
main.add_command(check)
main.add_command(list_plans)
main.add_command(init)
main.add_command(new)
main.add_command(set_status)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: plans have names in every script, and none may end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
