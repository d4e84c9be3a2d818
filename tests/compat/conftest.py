"""Sites that use another plugin beside ours, built as a team builds them: by the command, strictly, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import mkdocs
import pytest

from tests.support import Built, commit

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.compat)


@pytest.fixture
def build(site):
    """Build the site with `--strict`; it must succeed without a word of warning."""

    def run(*arguments, **environment):
        if not list((site.folder / "docs").glob("**/index.md")):
            site.write("docs/index.md", "# Home\n")
        site.config["plugins"] = [
            {"plans": site.options} if each == "plans" else each
            for each in site.config.get("plugins", ["search", "plans"])
        ]
        config = site.configure()
        command = [sys.executable, "-m", mkdocs.__name__, "build", "--strict", "-f", str(config), *arguments]
        done = subprocess.run(
            command,
            cwd=site.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            check=False,
        )
        lines = [line.replace(" -  ", " ", 1).strip() for line in done.stderr.splitlines()]
        assert done.returncode == 0, done.stderr
        return Built(site.folder / "site", lines, None)

    return run


@pytest.fixture
def material(site):
    """Material, without what it loads from elsewhere."""
    site.config["theme"] = {"name": "material", "font": False}
    return site


@pytest.fixture
def repository(site):
    """The site in a git repository, its first commit made at a given day."""

    def start(day="2020-01-02"):
        os.environ["GIT_AUTHOR_DATE"] = os.environ["GIT_COMMITTER_DATE"] = f"{day}T12:00:00+0000"
        try:
            commit(site.folder)
        finally:
            del os.environ["GIT_AUTHOR_DATE"], os.environ["GIT_COMMITTER_DATE"]
        return site

    return start
