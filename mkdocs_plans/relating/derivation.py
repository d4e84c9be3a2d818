"""Deriving a status for a plan that declares none: from its spec, its folder, or its ticked boxes, in this order."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_plans.model import Derived, Stage
from mkdocs_plans.reading.status import classify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.discovery import Feature
    from mkdocs_plans.model import Document, Progress
    from mkdocs_plans.settings import Settings


def derive(feature: Feature, documents: Mapping[str, Document], settings: Settings) -> tuple[Derived, Progress | None]:
    """The derived stage of a plan and its progress, which is that of its tasks or else that of the plan's own boxes."""
    progress = _progress(feature, documents)
    if stage := _of_spec(documents.get(feature.spec or ""), settings):
        return Derived(stage, "spec"), progress
    if stage := _of_folder(feature.plan, settings):
        return Derived(stage, "folder"), progress
    if progress is not None:
        return Derived(_of_progress(progress), "progress"), progress
    return Derived(), None


def _progress(feature: Feature, documents: Mapping[str, Document]) -> Progress | None:
    for path in (feature.tasks, feature.plan):
        progress = documents[path].progress if path else None
        if path and progress is not None:
            return replace(progress, source=posixpath.basename(path))
    return None


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
