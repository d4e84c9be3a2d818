"""The rules about suppressions: those that name no rule, and those that silence nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.silence import DIRECTIVE
from mkdocs_plans.options.values import did_you_mean
from mkdocs_plans.rules import SEVERITIES
from mkdocs_plans.wording import plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.checks.silence import Suppression
    from mkdocs_plans.model import Finding


def suppression_unknown(context: Context) -> Iterator[Problem]:
    """A suppression names a rule that does not exist.

    It silences nothing, although its author believes that it does.

    How to fix: correct the name; this page lists all rules.

    Bad: `<!-- plans-disable section-mising: docs only -->`

    Good: `<!-- plans-disable section-missing: docs only -->`
    """
    for file, suppression in _all(context):
        if not suppression.rule:
            message = f'the suppression names no rule; write "{DIRECTIVE} section-missing: the reason"'
        elif suppression.rule.startswith(DIRECTIVE):
            message = f"{quote(suppression.rule)} is not a suppression; write {quote(DIRECTIVE)} and the names of rules"
        elif suppression.rule not in SEVERITIES:
            near = did_you_mean(suppression.rule, SEVERITIES)
            message = f"there is no rule {quote(suppression.rule)} to suppress{near or '; correct the name'}"
        else:
            continue
        yield _problem(context, file, suppression, message)


def suppression_unused(context: Context) -> Iterator[Problem]:
    """A suppression silences nothing.

    The problem that it silenced has been fixed; an unused suppression would hide the next problem of its kind.

    How to fix: remove the suppression.

    Bad: `<!-- plans-disable section-missing: docs only -->` in a plan that has all sections.

    Good: the same plan without the comment.
    """
    found = _grouped(context.found)
    for file, suppression in _all(context):
        lines = found.get((file, suppression.rule), ())
        if suppression.rule in context.asked and not any(suppression.covers(suppression.rule, line) for line in lines):
            message = f"{quote(suppression.rule)} is suppressed but does not occur; remove the suppression"
            yield _problem(context, file, suppression, message)


def _grouped(findings: Iterable[Finding]) -> Mapping[tuple[str, str], list[int]]:
    """The lines that findings are about, by file and rule."""
    groups: dict[tuple[str, str], list[int]] = {}
    for finding in findings:
        for file, line in finding.lines:
            groups.setdefault((file, finding.rule), []).append(line)
    return groups


def _all(context: Context) -> Iterator[tuple[str, Suppression]]:
    for file, found in context.silent.items():
        for suppression in found:
            yield file, suppression


def _problem(context: Context, file: str, suppression: Suppression, message: str) -> Problem:
    plan = context.plan_of_file.get(file)
    return Problem(plan, suppression.line, message, plain(suppression.rule), file=file)
