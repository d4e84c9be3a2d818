"""`mkdocs-plans init`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands.common import config_option, give_up

if TYPE_CHECKING:
    from mkdocs_plans.starting import Survey
    from mkdocs_plans.workspace.project import Project

_DOCS = "docs"
_HOME = "# Plans\n\n[All plans](plans/index.md), and the [board](plans/board.md).\n"


@click.command()
@config_option
@click.option("--baseline", "wants_baseline", is_flag=True, help="Accept all current findings in plans-baseline.json.")
@click.option("--dry-run", is_flag=True, help="Print what was found, and write nothing.")
def init(config_file: str | None, wants_baseline: bool, dry_run: bool) -> None:
    """Read the existing plans, and propose options that suit them.

    Prints what the plans have in common and the lines for mkdocs.yml: names, folders outside docs, sections that at
    least 80 % of them share, and rules to turn off. If no plan is below mkdocs.yml, the whole repository is searched.
    Writes a mkdocs.yml only if there is none.

    \b
    Examples:
      mkdocs-plans init
      mkdocs-plans init --baseline    from now on only new findings are reported
    """
    from mkdocs_plans import starting
    from mkdocs_plans.commands.check import write_baseline
    from mkdocs_plans.commands.generator import best_theme
    from mkdocs_plans.discovery import relative
    from mkdocs_plans.wording import plain
    from mkdocs_plans.workspace import project

    existing = Path(config_file) if config_file else project.find(Path.cwd())
    site = _read(existing) if existing else None
    root, survey = _look(site)
    if survey is None:
        give_up([f"no file in {root} is named like a plan; create the first one with mkdocs-plans new TITLE"])
    block = starting.block(survey, relative(root, site.file.parent) if site else ".")
    click.echo(f"{starting.table(survey)}\n{block}", nl=False)
    if dry_run:
        return
    if existing is None and (other := plain(_site_below(root) or "")):
        click.echo(
            f"\nwrote nothing, since {other} is there: mkdocs-plans init -f {other} proposes lines for it;"
            " for a site of its own, put these into a mkdocs.yml here"
        )
        return
    if existing is None:
        existing = root / project.FILE_NAMES[1]
        theme = best_theme()
        name = json.dumps(root.name or "Plans", ensure_ascii=False)
        is_home_new = _write(existing, f"site_name: {name}\ntheme: {theme}\n{block}", root / _DOCS)
        more = f"; wrote {_DOCS}/index.md too" if is_home_new else ""
        click.echo(f"\nwrote {existing.name}, theme {theme}; mkdocs serve shows plans/ and plans/board/{more}")
    else:
        click.echo(f"\nadd these lines to {relative(existing.absolute(), Path.cwd())}; the file was not changed")
    if wants_baseline:
        write_baseline((), str(existing), None)


def _look(site: Project | None) -> tuple[Path, Survey | None]:
    """The plans of a folder; of a site that has none below its mkdocs.yml, those of the whole repository."""
    from mkdocs_plans import git

    root = site.root if site else Path.cwd()
    survey = _survey(root, site)
    top = git.top(root) if site and survey is None else None
    return (top, _survey(top, site)) if top and top != root else (root, survey)


def _survey(root: Path, site: Project | None) -> Survey | None:
    from mkdocs_plans import starting
    from mkdocs_plans.discovery import walking

    docs = site.docs_dir.relative_to(root).as_posix() if site and site.docs_dir.is_relative_to(root) else _DOCS
    built = frozenset({site.site_dir.resolve()}) if site else frozenset[Path]()
    return starting.survey(walking.walk(root, skip=built), docs, lambda file: (root / file).read_bytes())


def _site_below(root: Path) -> str | None:
    """The mkdocs.yml of a folder below one that has none, the nearest first."""
    from mkdocs_plans.discovery import walking
    from mkdocs_plans.workspace import project

    found = [file for file in walking.walk(root) if file.rpartition("/")[2] in project.FILE_NAMES]
    return min(found, key=lambda file: file.count("/"), default=None)


def _read(file: Path) -> Project:
    from mkdocs_plans.workspace import project

    try:
        return project.read(file)
    except project.ProjectError as error:
        give_up([str(error)])


def _write(config: Path, text: str, docs: Path) -> bool:
    """A new mkdocs.yml, and the docs folder that MkDocs wants, with a first page; what is there is not touched.

    Returns whether there was no first page.
    """
    from mkdocs_plans.authoring import writing
    from mkdocs_plans.settings import Settings
    from mkdocs_plans.workspace import reach

    home = f"{_DOCS}/index.md"
    try:
        docs.mkdir(parents=True, exist_ok=True)
        has_home = any(file.name == "README.md" or file.stem.casefold() == "index" for file in docs.iterdir())
        if not has_home and reach.leads_out(home, config.parent, None, Settings()):
            give_up([f"{home}: {reach.LEADS_OUT}"])
        if not has_home:
            writing.write_new(docs / "index.md", _HOME.encode())
        writing.write_new(config, text.encode())
    except OSError as error:
        give_up([f"{config}: cannot be written ({error.strerror})"])
    return not has_home
