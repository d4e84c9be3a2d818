"""Rules about files that could not be read as they should; reading them brought the defects to light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context


def _defects(context: Context, rule: str) -> Iterator[Problem]:
    for plan in context.catalogue.plans:
        for defect in plan.document.defects:
            if defect.rule == rule:
                yield Problem(plan, defect.line, plain(defect.message), plain(defect.what))


def unreadable(context: Context) -> Iterator[Problem]:
    """A plan is no text, or cannot be opened.

    It still stands on the index and the board, with its file name as title, but nothing of it can be shown or checked.

    Mend it: save the file as UTF-8 text, or give the build the right to read it.

    Bad: a file with NUL bytes, or a file that belongs to somebody else.

    Good: a UTF-8 text file.
    """
    return _defects(context, "unreadable")


def encoding(context: Context) -> Iterator[Problem]:
    """A plan is not UTF-8, or its words were broken by a wrong conversion.

    MkDocs reads UTF-8 only and would stop at such a page. The plugin shows a mended copy; the file stays as it is, and
    other tools still see it broken.

    Mend it: save the file as UTF-8, and mend what a wrong conversion has left behind.

    Bad: `**Status**: ðŸ¤” Draft`

    Good: `**Status**: 🤔 Draft`
    """
    return _defects(context, "encoding")


def too_complex(context: Context) -> Iterator[Problem]:
    """A plan is too large, or too much of it stands in one line or paragraph, to be shown as more than plain text.

    Of a file of more than a million characters only so many are read, and nothing is said of what it lacks.

    Mend it: move what is not the plan, such as logs and listings, into files of their own.

    Bad: a plan of 20 MB.

    Good: a plan that links to its listings.
    """
    return _defects(context, "too-complex")


def front_matter_invalid(context: Context) -> Iterator[Problem]:
    """The front matter is no YAML, has no end, says a thing twice, or is no mapping of names to values.

    MkDocs shows what is no YAML as text on the page and says nothing.

    Mend it: correct the YAML; values with a colon or a bracket in them need quotes.

    Bad: `title: Login: part 2`

    Good: `title: "Login: part 2"`
    """
    return _defects(context, "front-matter-invalid")


def status_conflict(context: Context) -> Iterator[Problem]:
    """A plan states two statuses that differ.

    The one with precedence is shown (front matter, then header, then status section, then footer); readers who look at
    the other one are misled.

    Mend it: state the same status everywhere, or in one place only.

    Bad: `**Status**: Done` in the header and `**Plan Status**: Draft` in the footer.

    Good: `Done` in both.
    """
    return _defects(context, "status-conflict")


def date_invalid(context: Context) -> Iterator[Problem]:
    """A date in the header is no day of the calendar.

    The plan is shown without it, and cannot be sorted by it.

    Mend it: write the day as YYYY-MM-DD.

    Bad: `**Created**: 2026-13-40`

    Good: `**Created**: 2026-03-01`
    """
    return _defects(context, "date-invalid")
