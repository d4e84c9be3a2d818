"""Rules about what a plan says about itself: title, status, spec."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.model import Stage
from mkdocs_plans.patterns import fold
from mkdocs_plans.reading.inline import is_placeholder
from mkdocs_plans.reading.status import suggest
from mkdocs_plans.settings import UNKNOWN
from mkdocs_plans.wording import counted, plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.model import Document, Plan

_SPEC_IN_TITLE = re.compile(r"\bspec[ #:-]{1,3}\d", re.IGNORECASE)


def title_missing(context: Context) -> Iterator[Problem]:
    """A plan has no title of its own.

    It is listed under the name of its folder, which tells readers less.

    How to fix: start the file with a heading that names the feature.

    Bad: a plan whose only H1 is `# Implementation Plan`.

    Good: `# Login with passkeys`
    """
    for plan in context.readable:
        if plan.document.title is None:
            heading = quote(f"# {plan.title}")
            shown = "the plan has no title, so its folder or file name is shown"
            message = f"{shown}; start with a heading such as {heading}"
            yield Problem(plan, plan.document.title_line, message)


def status_missing(context: Context) -> Iterator[Problem]:
    """A plan declares no status.

    The board shows "No status", or one derived from its spec, its folder or its ticked boxes, marked as derived.

    How to fix: declare one of the configured statuses below the title.

    Bad: a plan without `**Status**:`.

    Good: `**Status**: In progress`
    """
    for plan in context.readable:
        if plan.document.status is None:
            shown = plan.status.name if plan.is_derived else _first_status(context)
            derived = f", {quote(shown)} is derived from its {plan.derived.source}" if plan.is_derived else ""
            message = f"no status is declared{derived}{_with_tasks(plan, shown, context)}"
            yield Problem(plan, plan.document.title_line, message)


def _with_tasks(plan: Plan, shown: str, context: Context) -> str:
    """What to write; a status that the tasks contradict would only cause the next finding."""
    progress, stage = plan.progress, plan.derived.stage
    remedy = f'write "**Status**: {plain(shown)}" below the title'
    if progress is None or stage is None or stage.is_open != progress.is_complete or stage is Stage.DROPPED:
        return f"; {remedy}"
    of_all = f"of {counted(progress.total, 'task')} in {plain(progress.source)}"
    if stage.is_open:
        done = context.settings.first_of(Stage.DONE)
        name = plain(done.name if done else "Done")
        remedy = f'write "**Status**: {name}" below the title, or add the remaining tasks'
        return f", but {progress.done} {of_all} {'is' if progress.total == 1 else 'are'} done; {remedy}"
    left = progress.total - progress.done
    return f", but {left} {of_all} {'is' if left == 1 else 'are'} open; tick what is done, and {remedy}"


def status_unknown(context: Context) -> Iterator[Problem]:
    """A plan declares a status that is not one of the configured ones.

    The board shows it in the column "Unknown", because a guess could be wrong.

    How to fix: write the status as configured, or add the word to the `aliases` of a status in mkdocs.yml.

    Bad: `**Status**: In Progres`

    Good: `**Status**: In progress`
    """
    for plan in context.readable:
        field = plan.document.status
        if field is not None and plan.status.slug == UNKNOWN.slug:
            near = suggest(field.value, context.settings)
            known = ", ".join(plain(status.name) for status in context.settings.statuses)
            remedy = f"did you mean {quote(near)}?" if near else f"use one of {known}, or add it as an alias of one"
            yield Problem(plan, field.line, f"status {quote(field.value)} is unknown; {remedy}", plain(field.value))


def spec_missing(context: Context) -> Iterator[Problem]:
    """A plan names no spec in its header or title, links to none, and has no spec.md beside it.

    Readers cannot see which requirements the plan is meant to meet.

    How to fix: name the spec in the header, or put a spec.md beside the plan.

    Bad: a header without `**Spec**:`, in a folder of its own.

    Good: `**Spec**: [SPEC-012](spec.md)`
    """
    for plan in context.readable:
        says_nothing = plan.spec.text is None or is_placeholder(plan.spec.text)
        if says_nothing and not plan.spec.id and not plan.spec.path and not _mentions_spec(plan.document):
            message = 'no spec is named; write "**Spec**: …" below the title, or put spec.md beside the plan'
            yield Problem(plan, plan.document.title_line, message)


def _mentions_spec(document: Document) -> bool:
    """Whether the title names a spec, or a link leads to the spec.md beside the plan; that may be missing itself."""
    title = next((each.title for each in document.sections if each.level == 1 and each.line == document.title_line), "")
    destinations = (posixpath.normpath(link.destination.partition("#")[0]) for link in document.links)
    return _SPEC_IN_TITLE.search(title) is not None or any(fold(each) == "spec.md" for each in destinations)


def _first_status(context: Context) -> str:
    first = context.settings.first_of(Stage.TODO)
    return first.name if first else context.settings.statuses[0].name
