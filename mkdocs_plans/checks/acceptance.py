"""The rule about the baseline itself."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_plans.baseline import FILE_NAME
from mkdocs_plans.checks.context import Problem
from mkdocs_plans.wording import counted, plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context


def baseline_stale(context: Context) -> Iterator[Problem]:
    """The baseline accepts a problem that no longer occurs.

    A stale entry would hide the same problem if it comes back.

    How to fix: write the baseline again with `mkdocs-plans check --write-baseline`.

    Bad: an entry for a missing section that has been written since.

    Good: a baseline that lists only what is still wrong.
    """
    for file, keys in groupby(context.stale, key=lambda key: key[0]):
        entries = list(keys)
        rules = [rule for _, rule, _ in entries]
        of = f" of {plain(file)}" if file else " of the whole site"
        names = ", ".join(quote(rule) for rule in dict.fromkeys(rules))
        occur = "no longer occurs" if len(rules) == 1 else "no longer occur"
        message = (
            f"{counted(len(rules), 'entry', 'entries')}{of} {occur} ({names}); run mkdocs-plans check --write-baseline"
        )
        yield Problem(None, min(context.stale[key] for key in entries), message, plain(file), file=FILE_NAME)
