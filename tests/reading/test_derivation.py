"""What is concluded where a plan declares no status."""

from __future__ import annotations

import pytest

from mkdocs_plans.discovery import Feature
from mkdocs_plans.model import Derived, Progress, Stage
from mkdocs_plans.reading import read
from mkdocs_plans.relating.derivation import derive
from mkdocs_plans.settings import Settings

SETTINGS = Settings()
OPEN, HALF, FULL = "- [ ] a\n- [ ] b\n", "- [x] a\n- [ ] b\n", "- [x] a\n- [x] b\n"


def document(text):
    return read(f"# Login\n\n{text}".encode(), SETTINGS)


def derived_of(plan, text, settings=SETTINGS, **beside):
    """What is derived of a plan; `beside` are the texts of its spec and its tasks."""
    paths = {role: plan.replace("plan.md", f"{role}.md") for role, said in beside.items() if said is not None}
    documents = {path: document(beside[role]) for role, path in paths.items()}
    return derive(Feature(plan, **paths), {plan: document(text), **documents}, settings)


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
        ("login.plan.md", OPEN, None, FULL, ("done", "progress"), (2, 2, "login.tasks.md")),
        ("plan.md", HALF, None, "Text.", ("active", "progress"), (1, 2, "plan.md")),
        ("archive/plan.md", OPEN, None, HALF, ("done", "folder"), (1, 2, "tasks.md")),
    ],
)
def test_derive(path, plan, spec, tasks, derived, progress):
    found = derived_of(path, plan, spec=spec, tasks=tasks)
    stage = Stage(derived[0]) if derived[0] else None
    assert found == (Derived(stage, derived[1]), Progress(*progress) if progress else None)


def test_a_teams_own_folders():
    settings = Settings(folders={"Shelf": Stage.PAUSED})
    assert derived_of("shelf/plan.md", "", settings)[0] == Derived(Stage.PAUSED, "folder")
