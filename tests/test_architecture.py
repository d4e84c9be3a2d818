"""The rules of the house that a machine can hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mkdocs_plans

PACKAGE = Path(mkdocs_plans.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(module: Path) -> set[str]:
    """The top packages that a module imports anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def importing(package: str) -> set[str]:
    return {str(module.relative_to(PACKAGE)) for module in MODULES if package in imports(module)}


def test_only_the_adapter_knows_mkdocs():
    assert importing("mkdocs") == {"plugin.py", "config.py"}


def test_only_one_room_knows_the_markdown_parser():
    assert importing("pyromark") == {"parser.py"}


def test_only_rendering_knows_python_markdown():
    # Of pymdown-extensions, reading needs the names of emoji, which are no more than a table.
    using = importing("markdown") | (importing("pymdownx") - {"reading/shortcodes.py"})
    assert {name.partition("/")[0] for name in using} <= {"rendering"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
