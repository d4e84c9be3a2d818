"""`mkdocs-plans new`."""

from __future__ import annotations

import contextlib
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands import placing
from mkdocs_plans.commands.common import config_option, give_up, open_or_give_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plans.model import Plan
    from mkdocs_plans.workspace import Workspace


@click.command()
@click.argument("title", required=False, default="")
@config_option
@click.option(
    "--in",
    "folder",
    metavar="FOLDER",
    help="The folder of the features, by default where most of them are; or a folder with a spec.",
)
@click.option("--dry-run", is_flag=True, help="Print the plan, and write nothing.")
def new(title: str, config_file: str | None, folder: str | None, dry_run: bool) -> None:
    """Create a plan from the team's template, placed and named like the others: usually in the next numbered folder.

    Title, number, date and the first status are filled in. If TITLE is the title, name or number of a spec without a
    plan, or FOLDER holds such a spec, the plan goes beside the spec, with its number and title. Existing files are
    never overwritten, and no file is written that the site would not recognise as a plan.

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
    from mkdocs_plans.wording import plain, visible
    from mkdocs_plans.workspace import reach

    if not folder and "/" in title and Path(title).is_dir():
        folder, title = title, ""
    home = relative(Path(folder), workspace.root) if folder else None
    ways = placing.layouts_of(workspace, home)
    spec = placing.waiting_spec(title, home, ways, workspace)
    if spec is not None:
        layout, waiting = spec
        feature = placing.beside(waiting, title if home == posixpath.dirname(waiting.file) else "")
    elif taken := placing.taken(home, workspace):
        give_up([f"{taken}: already exists; nothing was written"])
    elif title:
        layout, feature = placing.next_feature(title, ways, workspace)
    else:
        give_up([placing.what_to_say(ways, workspace)])
    file = layout.file(feature.name)
    if workspace.leads_out(file):
        give_up([f"{file}: {reach.LEADS_OUT}"])
    content = filling.fill(_template(workspace, file, layout.home), feature, workspace.settings)
    if dry_run:
        lines = visible(content.decode("utf-8", "replace").replace("\r\n", "\n"))
        click.echo(f"{plain(file)}:\n\n{lines}", nl=False)
        return
    _write(workspace.root / file, content)


def _write(target: Path, content: bytes) -> None:
    """Write the plan, and print its path."""
    from mkdocs_plans.authoring import writing

    above = next(folder for folder in target.parents if folder.exists())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.write_new(target, content)
    except FileExistsError:
        give_up([f"{os.path.relpath(target)}: already exists; nothing was written"])
    except OSError as error:
        _remove_empty(target.parent, above)
        give_up([f"{os.path.relpath(target)}: cannot be written ({error.strerror})"])
    click.echo(os.path.relpath(target))


def _remove_empty(folder: Path, above: Path) -> None:
    """Remove folders that were made for a plan: an empty one would take up the number."""
    with contextlib.suppress(OSError):
        while folder != above:
            folder.rmdir()
            folder = folder.parent


def _template(workspace: Workspace, file: str, home: str) -> bytes:
    """The template file that applies to the new plan, else what the others share, else a built-in one as text.

    A file without all of the sections that mkdocs.yml asks for does not apply.
    """
    from mkdocs_plans.authoring import scaffold
    from mkdocs_plans.checks import requirements, templates
    from mkdocs_plans.workspace import reach

    settings, root = workspace.settings, workspace.root
    source = reach.source_of(file, settings)
    asked = (source.template if source else None) or settings.template
    names = [asked] if asked != templates.AUTO else list(templates.places_for(file, workspace.repository.top))
    found = next((root / name for name in names if name not in templates.BUILT_IN and (root / name).is_file()), None)
    if found is not None:
        try:
            raw = found.read_bytes()
        except OSError as error:
            give_up([f"{found}: cannot be read ({error.strerror})"])
        document = templates.read(raw, settings)
        if all(section.optional or requirements.has(document, section) for section in settings.sections):
            return raw
    below = f"{home}/" if home.strip(".") else ""
    others = [plan for plan in workspace.selected.plans if plan.file.startswith(below)]
    text = _as_others(others, home) if asked == templates.AUTO and not settings.sections else None
    text = text or scaffold.text_of(scaffold.built_in(asked, settings.sections))
    return text.replace("\n", _line_end(others or workspace.selected.plans, root)).encode()


def _line_end(others: Sequence[Plan], root: Path) -> str:
    """The line end of the last of these plans: with git, that of a checkout, which `autocrlf` may have set."""
    from mkdocs_plans import contents

    try:
        first, _, _ = contents.read(root / others[-1].file).partition(b"\n")
    except (IndexError, OSError):
        return "\n"
    return "\r\n" if first.endswith(b"\r") else "\n"


def _as_others(others: Sequence[Plan], home: str) -> str | None:
    """A plan such as those of a folder, where these share sections that no built-in template has."""
    from mkdocs_plans.authoring import scaffold
    from mkdocs_plans.checks import templates
    from mkdocs_plans.starting import sharing

    documents = [plan.document for plan in others]
    shared = [each.section for each in sharing.sections(documents)] if len(documents) > 1 else []
    if not shared or templates.best_of((section.name for section in shared), templates.BUILT_IN.values()):
        return None
    having = {
        "Spec": sum(document.spec.text is not None for document in documents),
        "Created": sum(document.created is not None for document in documents),
    }
    labels = [label for label in scaffold.HEADER if 2 * having.get(label, len(documents)) > len(documents)]
    return scaffold.text_of(templates.Template(home, tuple(shared)), "[Feature Name]", labels)
