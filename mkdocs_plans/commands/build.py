"""`mkdocs-plans build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_plans.commands.generator import folder_argument, generate, theme_option


@click.command()
@folder_argument
@click.option(
    "-d",
    "--site-dir",
    "out",
    metavar="OUT",
    required=True,
    type=click.Path(),
    help="The folder for the site: a new or empty one, or one with a site built before.",
)
@theme_option
def build(folder: str, out: str, theme: str | None) -> None:
    """Write what serve shows as static files, for any web server.

    No configuration is needed. Only OUT is written; its former content is replaced. The data of all plans is in
    OUT/plans.json. If a mkdocs.yml lists the plugin, its site is built, as mkdocs build does.

    \b
    Examples:
      mkdocs-plans build -d public          the plans below the current folder
      mkdocs-plans build -d public ../app   the plans of another repository

    \b
    Exit status:
      0  built
      1  MkDocs could not build the site; its output says why
      2  no plans, an OUT with other files, or a wrong configuration; one line on stderr says what
    """
    site_dir = Path(out).absolute()
    sys.exit(generate(folder, ["build", "--site-dir", str(site_dir)], theme, site_dir))
