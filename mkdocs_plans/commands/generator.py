"""MkDocs as a subprocess, with the team's own mkdocs.yml or, if that does not list the plugin, a temporary one."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from mkdocs_plans.commands.common import give_up, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.preview import Preview
    from mkdocs_plans.workspace.project import Project

_PATIENCE_SECONDS = 5
_STOPPED = 143

folder_argument = click.argument(
    "folder", default=".", type=click.Path(exists=True, file_okay=False), metavar="[FOLDER]"
)
theme_option = click.option(
    "-t",
    "--theme",
    type=click.Choice(["material", "mkdocs", "readthedocs"]),
    help="By default the theme of mkdocs.yml; without one, material if it is installed, else mkdocs.",
)


def generate(folder: str, arguments: Sequence[str], theme: str | None, out: Path | None = None) -> int:
    """Run MkDocs on the plans of a folder until it ends or is stopped; returns its exit status.

    Args:
        folder: The folder; a mkdocs.yml in or above it that lists the plugin is used.
        arguments: The command of MkDocs, with its arguments.
        theme: The theme, if one is given.
        out: The folder for the site; it may be inside the folder, and must hold nothing else.
    """
    module = _generator()
    root = Path(folder).resolve()
    site = _site_of(root)
    with _workplace() as place:
        if site is None or not site.lists_plugin:
            _check_out(out, root, "plans.json")
            file, own_theme = _without_site(root, theme, place, out, site), None
        else:
            _check_out(out, site.root, site.options.get("export", "plans/plans.json"))
            say(f"{site.file} lists the plugin, so the whole site is shown")
            file, own_theme = site.file, theme
        chosen = ["--theme", own_theme] if own_theme else []
        return _run([module, *arguments, "--config-file", str(file), *chosen], place)


def _generator() -> str:
    """The module to run: MkDocs, or its fork ProperDocs if only that is installed."""
    from importlib.util import find_spec

    # A folder named mkdocs is also found, without an origin; and MkDocs' name may really be ProperDocs.
    found = next((spec for name in ("mkdocs", "properdocs") if (spec := find_spec(name)) and spec.origin), None)
    if found is None:
        give_up([f"MkDocs is not installed; install it with: {sys.executable} -m pip install 'mkdocs>=1.6,<2'"])
    return found.name


def _site_of(root: Path) -> Project | None:
    from mkdocs_plans.workspace import project

    file = project.find(root)
    try:
        return project.read(file) if file else None
    except project.ProjectError as error:
        give_up([str(error)])


def _without_site(root: Path, theme: str | None, place: Path, out: Path | None, site: Project | None) -> Path:
    """The mkdocs.yml for a folder that has none, or has one without the plugin; prints what is shown."""
    from mkdocs_plans import preview

    built = [path.resolve() for path in (out, site.site_dir if site else None) if path]
    found = preview.look(root, frozenset(built))
    if found is None:
        _nothing_found(root)
    if site is not None:
        say(
            f"{site.file.name} does not list the plugin, so the plans are shown without the rest of the site;"
            " mkdocs-plans init prints the lines that add them"
        )
    say(_summary(found))
    return preview.write(found, theme or best_theme(), place)


def _nothing_found(root: Path) -> NoReturn:
    from mkdocs_plans import preview

    trouble = f"no file there is named {preview.looked_for()}, or .gitignore excludes them all"
    cure = "name the folder that holds plans, or create one with mkdocs-plans new TITLE"
    give_up([f"{root}: {trouble}; {cure}"])


def _summary(found: Preview) -> str:
    from mkdocs_plans.wording import counted

    places = [path for path, _ in found.sources]
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{counted(len(found.names.files), 'plan')} in {', '.join(places[:3])}{more}; nothing is written there"


def best_theme() -> str:
    """Material where it is installed."""
    from importlib.metadata import entry_points

    return "material" if entry_points(group="mkdocs.themes", name="material") else "mkdocs"


def _check_out(out: Path | None, root: Path, export: object) -> None:
    """Make sure that the folder holds nothing but a site of ours: MkDocs empties the folder it builds into."""
    if out is None or not out.exists():
        return
    if not out.is_dir():
        give_up([f"{out}: is a file; name a folder instead"])
    is_within = root.is_relative_to(out.resolve()) or Path.cwd().is_relative_to(out.resolve())
    if is_within or (any(out.iterdir()) and not _is_ours(out, export)):
        trouble = "holds files that mkdocs-plans did not build, and building would delete them"
        give_up([f"{out}: {trouble}; name a new or empty folder"])


def _is_ours(out: Path, export: object) -> bool:
    if not isinstance(export, str) or not (out / "index.html").is_file():
        return False
    try:
        data = json.loads((out / export).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and {"schemaVersion", "plans"} <= data.keys()


@contextlib.contextmanager
def _workplace() -> Iterator[Path]:
    """A temporary folder that is removed when the command ends, however it ends."""
    import tempfile

    def stop(*_: object) -> NoReturn:
        sys.exit(_STOPPED)

    ends = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # A signal that is ignored, as under nohup, stays ignored.
    before = [(end, signal.signal(end, stop)) for end in ends if signal.getsignal(end) is not signal.SIG_IGN]
    try:
        with tempfile.TemporaryDirectory(prefix="mkdocs-plans-", ignore_cleanup_errors=True) as folder:
            yield Path(folder).resolve()
    finally:
        for end, handler in before:
            signal.signal(end, handler)


def _run(arguments: Sequence[str], place: Path) -> int:
    """Run MkDocs in its own session: Ctrl-C, for example, ends us but must not end it in the middle of its work.

    Its temporary files are removed with our own folder. With -P a folder named mkdocs is not taken for MkDocs.
    """
    temporary = place / "tmp"
    temporary.mkdir()
    variables = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    silent = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment = {**silent, "PYTHONUNBUFFERED": "1", **os.environ, **variables}
    command = [sys.executable, "-P", "-m", *arguments]
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.DEVNULL, env=environment, start_new_session=True
    ) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
