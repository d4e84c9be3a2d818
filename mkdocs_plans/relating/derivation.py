"""What is concluded where a plan declares no status: from its spec, its folder, or ticked boxes, in this order."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_plans.model import Derived, Stage
from mkdocs_plans.reading.status import classify

if TYPE_CHECKING:
    from mkdocs_plans.model import Document, Progress
    from mkdocs_plans.settings import Settings

TASKS = "tasks.md"


def derive(
    path: str, document: Document, spec: Document | None, tasks: Document | None, settings: Settings
) -> tuple[Derived, Progress | None]:
    """The derived stage of a plan and its progress, which is that of tasks.md or else that of the plan's own boxes."""
    progress = _progress(path, document, tasks)
    if stage := _of_spec(spec, settings):
        return Derived(stage, "spec"), progress
    if stage := _of_folder(path, settings):
        return Derived(stage, "folder"), progress
    if progress is not None:
        return Derived(_of_progress(progress), "progress"), progress
    return Derived(), None


def _progress(path: str, document: Document, tasks: Document | None) -> Progress | None:
    if tasks is not None and tasks.progress is not None:
        return replace(tasks.progress, source=TASKS)
    return replace(document.progress, source=posixpath.basename(path)) if document.progress is not None else None


def _of_spec(spec: Document | None, settings: Settings) -> Stage | None:
    return classify(spec.status.value, settings).stage if spec is not None and spec.status is not None else None


def _of_folder(path: str, settings: Settings) -> Stage | None:
    """The stage of the innermost folder that the table of folders knows."""
    table = {name.casefold(): stage for name, stage in settings.folders.items()}
    folders = path.replace("\\", "/").split("/")[:-1]
    return next((table[name.casefold()] for name in reversed(folders) if name.casefold() in table), None)


def _of_progress(progress: Progress) -> Stage:
    if progress.is_complete:
        return Stage.DONE
    return Stage.ACTIVE if progress.done else Stage.TODO
