"""What is concluded where a plan declares no status."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Derived, Progress, Stage
from mkdocs_plans.reading import read
from mkdocs_plans.relating.derivation import derive
from mkdocs_plans.settings import Settings

SETTINGS = Settings()
OPEN, HALF, FULL = "- [ ] a\n- [ ] b\n", "- [x] a\n- [ ] b\n", "- [x] a\n- [x] b\n"


def document(text):
    return None if text is None else read(f"# Login\n\n{text}".encode(), SETTINGS)


@pytest.mark.parametrize(
    ("path", "plan", "spec", "tasks", "derived", "progress"),
    [
        ("specs/012/plan.md", "", None, None, (None, "none"), None),
        ("specs/012/plan.md", "", "**Status**: Implemented\n", None, ("done", "spec"), None),
        ("specs/012/plan.md", "", "**Status**: frobnicated\n", None, (None, "none"), None),
        ("active/012/plan.md", "", "**Status**: Done\n", None, ("done", "spec"), None),
        ("active/012/plan.md", "", None, None, ("active", "folder"), None),
        ("plans/Archive/012/plan.md", "", None, None, ("done", "folder"), None),
        ("completed/deferred/012/plan.md", "", None, None, ("paused", "folder"), None),
        ("active.md", "", None, None, (None, "none"), None),
        ("plan.md", OPEN, None, None, ("todo", "progress"), (0, 2, "plan.md")),
        ("plan.md", HALF, None, None, ("active", "progress"), (1, 2, "plan.md")),
        ("login.plan.md", FULL, None, None, ("done", "progress"), (2, 2, "login.plan.md")),
        ("plan.md", OPEN, None, FULL, ("done", "progress"), (2, 2, "tasks.md")),
        ("plan.md", HALF, None, "Text.", ("active", "progress"), (1, 2, "plan.md")),
        ("archive/plan.md", OPEN, None, HALF, ("done", "folder"), (1, 2, "tasks.md")),
    ],
)
def test_derive(path, plan, spec, tasks, derived, progress):
    found = derive(path, document(plan), document(spec), document(tasks), SETTINGS)
    stage = Stage(derived[0]) if derived[0] else None
    assert found == (Derived(stage, derived[1]), Progress(*progress) if progress else None)


def test_a_teams_own_folders():
    settings = Settings(folders={"Shelf": Stage.PAUSED})
    assert derive("shelf/plan.md", document(""), None, None, settings)[0] == Derived(Stage.PAUSED, "folder")
