"""The rules of the house that a machine can hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mkdocs_plans

PACKAGE = Path(mkdocs_plans.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


# What all may speak of; each knows only those before it.
GROUND = (
    "complexity",
    "contents",
    "expressions",
    "languages",
    "parser",
    "patterns",
    "wording",
    "model",
    "rules",
    "settings",
    "site",
)

# The other rooms, along the flow, and what each may import beside the ground: only what stands above it.
ROOMS = {
    "git": "",
    "linking": "git",
    "discovery": "git",
    "reading": "linking",
    "relating": "git linking discovery reading",
    "options": "reading",
    "baseline": "git",
    "checks": "discovery reading relating options baseline",
    "views": "discovery reading relating options checks",
    "rendering": "linking reading",
    "reports": "git baseline checks",
    "surroundings": "git discovery baseline checks",
    "pipeline": "linking discovery reading relating checks views surroundings",
    "starting": "discovery checks pipeline",
    "authoring": "reading relating options checks",
    "building": "git linking discovery reading relating views rendering reports surroundings pipeline",
    "workspace": "git discovery options baseline checks surroundings pipeline starting",
    "preview": "git discovery starting",
    # The adapters.
    "config": "options building",
    "plugin": "discovery reading checks baseline views rendering reports surroundings building config",
    "commands": "git discovery reading options checks views baseline reports authoring starting workspace preview",
    "cli": "commands",
}


def imported(module: Path) -> set[str]:
    """The modules that a module imports anywhere in it, for types too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "written out in full"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def imports(module: Path) -> set[str]:
    """The top packages that a module imports."""
    return {name.partition(".")[0] for name in imported(module)}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def entered(modules: list[Path]) -> set[str]:
    """The rooms that modules import something of."""
    ours = (name.split(".") for module in modules for name in imported(module) if name.startswith("mkdocs_plans."))
    return {parts[1] for parts in ours if not parts[1].startswith("__")}


def importing(package: str) -> set[str]:
    return {str(module.relative_to(PACKAGE)) for module in MODULES if package in imports(module)}


def test_every_room_has_its_place():
    assert {room(module) for module in MODULES if not room(module).startswith("__")} == {*GROUND, *ROOMS}


@pytest.mark.parametrize("name", [*GROUND, *ROOMS])
def test_data_flow_one_way(name):
    order = [*GROUND, *ROOMS]
    may = {*order[: order.index(name)]} if name in GROUND else {*GROUND, *ROOMS[name].split()}
    assert may <= {*order[: order.index(name)]}, "the table itself goes one way"
    assert entered([module for module in MODULES if room(module) == name]) - {name} <= may


def test_only_the_adapter_knows_mkdocs():
    assert importing("mkdocs") == {"plugin.py", "config.py"}


def test_only_the_commands_know_the_command_line():
    assert {name.partition("/")[0] for name in importing("click")} == {"cli.py", "commands"}


def test_only_one_room_knows_the_markdown_parser():
    assert importing("pyromark") == {"parser.py"}


def test_only_rendering_knows_python_markdown():
    # Of pymdown-extensions, reading needs the names of emoji, which are no more than a table.
    using = importing("markdown") | (importing("pymdownx") - {"reading/shortcodes.py"})
    assert {name.partition("/")[0] for name in using} <= {"rendering"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
