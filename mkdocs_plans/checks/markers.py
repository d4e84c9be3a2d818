"""The rule about the markers that stand for views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context


def marker_invalid(context: Context) -> Iterator[Problem]:
    """A marker, in any page of the site, asks for a view or an option that does not exist.

    Readers see a note instead of the view.

    How to fix: write the marker as the message says, or put it into a code fence if it should be shown as text.

    Bad: `<!-- plans:bord -->`

    Good: `<!-- plans:board {stage: [active]} -->`
    """
    for path, page in context.catalogue.pages.items():
        file = context.catalogue.files[path]
        for defect in page.defects:
            plan = context.plan_of_file.get(file)
            yield Problem(plan, defect.line, plain(defect.message), plain(defect.what), file=file, path=path)
