"""The rule about the markers that stand for views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context


def marker_invalid(context: Context) -> Iterator[Problem]:
    """A marker, in any page of the site, asks for a view or an option that there is not.

    Readers find a note in its place, where the view should be.

    Mend it: write the marker as the message says, or put it into a code fence where it is meant to be read.

    Bad: `<!-- plans:bord -->`

    Good: `<!-- plans:board {stage: [active]} -->`
    """
    for path, page in context.catalogue.pages.items():
        file = context.catalogue.files[path]
        for defect in page.defects:
            plan = context.plan_of_file.get(file)
            yield Problem(plan, defect.line, plain(defect.message), plain(defect.what), file=file, path=path)
