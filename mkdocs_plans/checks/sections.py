"""Rules about the sections of a plan."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.templates import BUILT_IN
from mkdocs_plans.model import SectionState, Severity, Stage
from mkdocs_plans.wording import counted, plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.checks.requirements import Measure
    from mkdocs_plans.model import Document, Plan, Section
    from mkdocs_plans.settings import SectionSpec


def section_missing(context: Context) -> Iterator[Problem]:
    """A plan lacks a section that its template requires.

    What nobody wrote down may have been forgotten. For dropped plans the finding is only an info.

    How to fix: add the heading and the text, or "N/A" with a reason; or set in mkdocs.yml which sections your plans
    need, with `template` or `sections`.

    Bad: a technical plan without `## Error Handling`.

    Good: the heading `## Error Handling`, or `### 4. Error handling (API)`, with text below it.
    """
    for plan, measure in context.measures:
        ceiling = Severity.INFO if plan.stage is Stage.DROPPED else Severity.ERROR
        for section in measure.missing:
            yield _missing(plan, measure, section, ceiling)
    strangers = sum(measure.template is None for _, measure in context.measures)
    if strangers:
        follow, theirs = ("follows", "its") if strangers == 1 else ("follow", "their")
        message = (
            f"{counted(strangers, 'plan')} {follow} no known template, so {theirs} sections were not checked;"
            f" set `template` ({', '.join(BUILT_IN)} or a file) or `sections` in the options of the plans plugin"
        )
        yield Problem(None, 1, message, ceiling=Severity.INFO)


def _missing(plan: Plan, measure: Measure, section: SectionSpec, ceiling: Severity) -> Problem:
    """Reported at the plan's title or, if the section belongs below another one, at that one's heading."""
    name = plain(section.name)
    if section.parent is None:
        message = f'section {quote(name)} is missing; add the heading "## {name}"'
        return Problem(plan, plan.document.title_line, message, name, ceiling, measure.required)
    parent = plain(section.parent)
    line = next(found.line for found, spec in measure.present if spec.parent is None and spec.name == section.parent)
    message = f'section {quote(name)} is missing below {quote(parent)}; add the heading "### {name}"'
    return Problem(plan, line, message, f"{parent} > {name}", ceiling, measure.required)


def section_empty(context: Context) -> Iterator[Problem]:
    """A section has a heading but no content.

    Readers cannot tell whether there is nothing to say or nobody has written it yet.

    How to fix: write the section, write "N/A" with the reason, or remove the heading.

    Bad: `## Rollback Plan`, directly followed by the next heading.

    Good: `## Rollback Plan`, followed by `N/A, nothing is deployed.`
    """
    for plan in context.readable:
        said = {field.line for field in plan.document.fields}  # `## Status: Done` needs no text below it
        for section in _outermost(plan.document, SectionState.EMPTY):
            if section.line in said:
                continue
            title = plain(section.title)
            yield Problem(plan, section.line, f"section {quote(title)} is empty; write it, or N/A and why", title)


def section_placeholder(context: Context) -> Iterator[Problem]:
    """A section contains only placeholders, or only the text of the template.

    Text in brackets, `TBD`, "to be decided", `TODO`, `NEEDS CLARIFICATION` and `YYYY-MM-DD` count as placeholders.

    How to fix: replace the template's text with your own, or write "N/A" with the reason.

    Bad: `[How to rollback if issues arise]`

    Good: `Switch the flag off; the old code stays in place for two releases.`
    """
    for plan, measure in context.measures:
        texts = measure.template.texts if measure.template else frozenset()
        document = plan.document
        if texts:
            document = replace(document, sections=tuple(_unwritten(document, texts)))
        for section in _outermost(document, SectionState.PLACEHOLDER):
            title = plain(section.title)
            message = f"section {quote(title)} contains only placeholders; write it, or N/A and why"
            yield Problem(plan, section.line, message, title)


def _unwritten(document: Document, texts: frozenset[int]) -> Iterator[Section]:
    """The sections, marked as placeholders where they contain only the text of the template file."""
    digests = zip(document.sections, document.digests, strict=True)
    written = [section.line for section, digest in digests if digest and digest not in texts]
    for section in document.sections:
        at = bisect_left(written, section.line)
        is_written = at < len(written) and written[at] <= section.last_line
        if section.state is SectionState.FILLED and not is_written:
            yield section._replace(state=SectionState.PLACEHOLDER)
        else:
            yield section


def section_order(context: Context) -> Iterator[Problem]:
    """The sections of a plan are in a different order from those of its template. Off by default.

    Readers of many plans find things faster if the order is always the same.

    How to fix: move the section.

    Bad: `## Testing Strategy` above `## Overview`.

    Good: the order of the template.
    """
    for plan, measure in context.measures:
        if measure.template is None:
            continue
        places = {spec: at for at, spec in enumerate(measure.template.sections)}
        last: dict[str | None, SectionSpec] = {}
        for section, spec in measure.present:
            above = last.get(spec.parent)
            if above is not None and places[spec] < places[above]:
                name = plain(spec.name)
                message = f"section {quote(name)} is below {quote(above.name)}; move it above, as in the template"
                yield Problem(plan, section.line, message, name)
            else:
                last[spec.parent] = spec


def _outermost(document: Document, state: SectionState) -> Iterator[Section]:
    """The sections in a state, without the title and without those inside another section of the same state."""
    covered = 0
    for section in document.sections:
        is_title = section.level == 1 and section.line == document.title_line
        if section.state is state and section.line > covered and not is_title:
            covered = section.last_line
            yield section
