"""Suppressions: which findings a file silences, in a comment or in its front matter.

`<!-- plans-disable section-missing: no deployment, docs only -->` names rules and, after a colon, the reason. It
applies to the lines that it covers and to the heading above it; above the first H2 it applies to the whole file, and so
does `plans: {disable: [section-missing]}` in the front matter.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_plans.model import Catalogue, Comment, Document, Finding

DIRECTIVE = "plans-disable"
_OPTION = "disable"
# There are fewer rules than this; a longer list is not a list of rules.
_NAMES_AT_MOST = 100
# Every finding of a file is compared with every suppression in it.
MOST_IN_A_FILE = 500


@dataclass(frozen=True, slots=True)
class Suppression:
    """One rule that one file silences.

    Attributes:
        rule: The name as written; empty where the comment names none.
        line: The line of the comment.
        last_line: The last line that the comment covers.
        heading: The line of the heading above the comment; 0 where there is none.
        is_general: Whether the suppression applies to the whole file.
    """

    rule: str
    line: int
    last_line: int
    heading: int = 0
    is_general: bool = False

    def covers(self, rule: str, line: int) -> bool:
        """Whether it silences a rule at a line of its file."""
        if rule != self.rule:
            return False
        return self.is_general or self.line <= line <= self.last_line or line == self.heading


def by_file(catalogue: Catalogue) -> Mapping[str, tuple[Suppression, ...]]:
    """The suppressions of all files that have some, by the real files."""
    return {
        catalogue.files[path]: found
        for path, document in {**catalogue.pages, **catalogue.documents}.items()
        if (found := tuple(islice(suppressions(document), MOST_IN_A_FILE)))
    }


def suppressions(document: Document) -> Iterator[Suppression]:
    """What one document silences."""
    for rule in _listed(document.options.get(_OPTION)):
        yield Suppression(rule, 1, 1, is_general=True)
    headings = [section.line for section in document.sections]
    general_until = next((section.line for section in document.sections if section.level == 2), None)
    for comment in document.comments:
        is_general = general_until is None or comment.line < general_until
        above = bisect_right(headings, comment.line)
        heading = headings[above - 1] if above else 0
        for rule in _named(comment):
            yield Suppression(rule, comment.line, comment.last_line, heading, is_general)


def _listed(value: object) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    return tuple(str(item) for item in items if item)[:_NAMES_AT_MOST] if isinstance(items, list) else ()


def _named(comment: Comment) -> tuple[str, ...]:
    """The rules that a comment names; a misspelt directive is passed on as the name of a rule that does not exist."""
    directive, *names = comment.text.partition(":")[0].replace(",", " ").split()
    if directive != DIRECTIVE:
        return (directive,)
    return tuple(dict.fromkeys(names))[:_NAMES_AT_MOST] or ("",)


def is_silenced(finding: Finding, silent: Mapping[str, tuple[Suppression, ...]]) -> bool:
    """Whether a suppression covers a finding, in the file of one of the plans involved."""
    return any(
        suppression.covers(finding.rule, line) for file, line in finding.lines for suppression in silent.get(file, ())
    )
