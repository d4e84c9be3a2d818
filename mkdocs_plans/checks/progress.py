"""Rules about a declared status that the ticked boxes contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.model import Stage
from mkdocs_plans.wording import counted, plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context


def done_with_open_tasks(context: Context) -> Iterator[Problem]:
    """A plan is declared done although some of its tasks are open.

    Either the work is not finished, or the list of tasks is out of date.

    How to fix: tick what is done, strike out what is no longer wanted, or correct the status.

    Bad: `**Status**: Done` beside a tasks.md with `- [ ] T003 Send the mail`.

    Good: every task ticked.
    """
    for plan in context.readable:
        progress = plan.progress
        if plan.document.status and plan.stage is Stage.DONE and progress and progress.done < progress.total:
            left = progress.total - progress.done
            tasks = f"{left} of {counted(progress.total, 'task')} in {plain(progress.source)}"
            message = (
                f"the status is {quote(plan.document.status.value)}, but {tasks} {'is' if left == 1 else 'are'} open;"
                " tick what is done, or correct the status"
            )
            yield Problem(plan, plan.document.status.line, message)


def open_with_all_tasks_done(context: Context) -> Iterator[Problem]:
    """Every task of a plan is ticked, but its status says that work remains.

    Most often somebody forgot to change the status, and the board shows finished work as open.

    How to fix: set the status to done, or add the remaining tasks.

    Bad: `**Status**: Draft` with 9 of 9 boxes ticked.

    Good: `**Status**: Done` with 9 of 9 boxes ticked.
    """
    done = context.settings.first_of(Stage.DONE)
    for plan in context.readable:
        is_open = plan.document.status is not None and plan.stage is not None and plan.stage.is_open
        if is_open and plan.document.status and plan.progress and plan.progress.is_complete:
            total = plan.progress.total
            tasks = f"{total} of {counted(total, 'task')} in {plain(plan.progress.source)}"
            message = (
                f"the status is {quote(plan.document.status.value)}, but {tasks} {'is' if total == 1 else 'are'} done;"
                f" set the status to {quote(done.name if done else 'Done')}, or add the remaining tasks"
            )
            yield Problem(plan, plan.document.status.line, message)
