"""Rules about files that could not be read as they should be; the defects were found while reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context


def _defects(context: Context, rule: str) -> Iterator[Problem]:
    for plan in context.catalogue.plans:
        for defect in plan.document.defects:
            if defect.rule == rule:
                yield Problem(plan, defect.line, plain(defect.message), plain(defect.what))


def unreadable(context: Context) -> Iterator[Problem]:
    """A plan is not text, or cannot be opened.

    It still appears on the index and the board, under its file name, but its content can be neither shown nor checked.

    How to fix: save the file as UTF-8 text, or give the build permission to read it.

    Bad: a file with NUL bytes, or one that the build has no permission to read.

    Good: a UTF-8 text file.
    """
    return _defects(context, "unreadable")


def encoding(context: Context) -> Iterator[Problem]:
    """A plan is not UTF-8, or a wrong conversion has garbled its text.

    MkDocs reads only UTF-8 and would stop at such a page. The plugin shows a repaired copy; the file itself is not
    changed, and other tools still see it broken.

    How to fix: save the file as UTF-8, and correct what a wrong conversion has garbled.

    Bad: `**Status**: ðŸ¤” Draft`

    Good: `**Status**: 🤔 Draft`
    """
    return _defects(context, "encoding")


def too_complex(context: Context) -> Iterator[Problem]:
    """A plan is too large, or has too much in one line or paragraph, to be shown as more than plain text.

    Only the first million characters of a file are read, and in a longer file nothing is reported as missing.

    How to fix: move what is not part of the plan, such as logs and listings, into separate files.

    Bad: a plan of 20 MB.

    Good: a plan that links to its listings.
    """
    return _defects(context, "too-complex")


def front_matter_invalid(context: Context) -> Iterator[Problem]:
    """The front matter is not valid YAML, has no end, repeats a key, or is not a mapping of names to values.

    MkDocs shows invalid YAML as text on the page, without a warning.

    How to fix: correct the YAML; put values that contain a colon or a bracket in quotes.

    Bad: `title: Login: part 2`

    Good: `title: "Login: part 2"`
    """
    return _defects(context, "front-matter-invalid")


def status_conflict(context: Context) -> Iterator[Problem]:
    """A plan declares two different statuses.

    The one that takes precedence is shown (front matter, then header, then status section, then footer); the other one
    misleads its readers.

    How to fix: declare the same status everywhere, or in one place only.

    Bad: `**Status**: Done` in the header and `**Plan Status**: Draft` in the footer.

    Good: `Done` in both.
    """
    return _defects(context, "status-conflict")


def date_invalid(context: Context) -> Iterator[Problem]:
    """A date in the header is not a valid date.

    The plan is shown without it, and cannot be sorted by it.

    How to fix: write the date as YYYY-MM-DD.

    Bad: `**Created**: 2026-13-40`

    Good: `**Created**: 2026-03-01`
    """
    return _defects(context, "date-invalid")
