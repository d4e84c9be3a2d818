"""Rules about what plans say about each other: what they depend on, what they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.baseline import ARROW
from mkdocs_plans.checks.context import Problem
from mkdocs_plans.model import Stage
from mkdocs_plans.reading.values import is_path
from mkdocs_plans.relating.cycles import cycles
from mkdocs_plans.wording import name_others, plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.model import Catalogue, Plan, Relation
    from mkdocs_plans.model.catalogue import Ties

_LABELS = {
    "depends-on": "Depends on",
    "blocks": "Blocks",
    "supersedes": "Supersedes",
    "superseded-by": "Superseded by",
    "related": "Related",
}
# How many plans of a cycle a message names.
_NAMED_AT_MOST = 5


def dependency_not_found(context: Context) -> Iterator[Problem]:
    """A plan names another plan that does not exist, or by a name that several plans share.

    Neither the board nor a reader can tell which plan is meant.

    How to fix: correct the id or the path; where several plans share the name, write the path.

    Bad: `**Depends on**: 021` where no plan has this number.

    Good: `**Depends on**: [Users](../012-users/plan.md)`
    """
    for plan in context.readable:
        for relation in plan.relations:
            named = f"{quote(_LABELS[relation.kind])} names {quote(relation.text)}"
            if relation.candidates:
                others = name_others(relation.candidates, len(relation.candidates))
                message = f"{named}, which could be {others}; write the path of the one you mean"
                yield Problem(plan, relation.line, message, plain(relation.text))
            elif relation.is_missing:
                kind = "file" if is_path(relation.text) else "plan"
                message = f"{named}, but no such {kind} exists; correct or remove it"
                yield Problem(plan, relation.line, message, plain(relation.text))


def dependency_cycle(context: Context) -> Iterator[Problem]:
    """Plans depend on each other in a cycle.

    None of them can be finished first.

    How to fix: remove the dependency that is wrong, or split one of the plans.

    Bad: 012 depends on 013, and 013 on 012.

    Good: 012 depends on 013.
    """
    for cycle in _cycles(context.catalogue, context.catalogue.prerequisites):
        yield _problem(cycle, "depend on", "remove one of these dependencies")


def dependency_open(context: Context) -> Iterator[Problem]:
    """A plan is done, but a plan that it depends on is not.

    One of them has the wrong status, or the dependency is wrong.

    How to fix: correct one status, or remove the dependency.

    Bad: a plan that is done and depends on 012, which is in progress.

    Good: both are done.
    """
    for plan in context.catalogue.plans:
        if plan.stage is not Stage.DONE:
            continue
        for other, relation in context.catalogue.prerequisites.get(plan.path, ()):
            if other.stage is None or other.is_over:
                continue
            line = relation.line if relation in plan.relations else plan.document.title_line
            message = (
                f"the plan is done but depends on {other.file}, which is {quote(other.status.name)};"
                " correct one status, or remove the dependency"
            )
            yield Problem(plan, line, message, plain(other.file), also=((other, _status_line(other, relation)),))


def supersedes_mismatch(context: Context) -> Iterator[Problem]:
    """A plan says that it replaces another, but the other does not say so; or plans replace each other.

    Readers of the old plan do not find the new one, or believe that the old one is still valid.

    How to fix: add "Superseded by" to the old plan or "Supersedes" to the new one, or drop the old one.

    Bad: `**Supersedes**: 012` in plan 015, while plan 012 is in progress and does not name 015.

    Good: `**Superseded by**: 015` in plan 012.
    """
    catalogue = context.catalogue
    for path, newer in catalogue.replacements.items():
        old = catalogue.by_path[path]
        for new, relation in newer:
            if old.stage is Stage.DROPPED or (_says(old, "superseded-by", new) and _says(new, "supersedes", old)):
                continue
            by_new = relation in new.relations
            speaker, other, missing = (new, old, "Superseded by") if by_new else (old, new, "Supersedes")
            said = "supersedes" if by_new else "is superseded by"
            message = (
                f'the plan says it {said} {other.file}, which does not say "{missing}"; add'
                f' "**{missing}**: {plain(speaker.id or speaker.title)}" there'
            )
            also = ((other, _line(other, speaker.path)),)
            yield Problem(speaker, relation.line, message, plain(other.file), also=also)
    for cycle in _cycles(catalogue, catalogue.replacements):
        yield _problem(cycle, "replace", 'remove the "Supersedes" or "Superseded by" that is wrong')


def _cycles(catalogue: Catalogue, ties: Ties) -> Iterator[tuple[Plan, ...]]:
    """The plans of each cycle, beginning with the one whose file sorts first: a baseline recognises the cycle by it."""
    for cycle in cycles({path: [other.path for other, _ in found] for path, found in ties.items()}):
        plans = tuple(catalogue.by_path[path] for path in cycle)
        first = min(range(len(plans)), key=lambda at: plans[at].file)
        yield (*plans[first:], *plans[:first])


def _problem(cycle: Sequence[Plan], do: str, way_out: str) -> Problem:
    """The problem of a cycle: reported at its first plan, and about all of them."""
    named = [plain(plan.file) for plan in cycle[:_NAMED_AT_MOST]]
    if rest := len(cycle) - len(named):
        named.append(f"{rest} more")
    way = ARROW.join((*named, named[0]))
    lines = [(plan, _line(plan, other.path)) for plan, other in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
    message = f"these plans {do} each other: {way}; {way_out}"
    return Problem(*lines[0], message, ARROW.join(named), also=tuple(lines[1:]))


def _says(plan: Plan, kind: str, other: Plan) -> bool:
    return any(relation.kind == kind and relation.path == other.path for relation in plan.relations)


def _status_line(plan: Plan, relation: Relation) -> int:
    """The line where a plan says that another one depends on it, else that of its status."""
    if relation in plan.relations:
        return relation.line
    return plan.document.status.line if plan.document.status else plan.document.title_line


def _line(plan: Plan, other: str) -> int:
    """The line where a plan names another one."""
    return next((relation.line for relation in plan.relations if relation.path == other), plan.document.title_line)
