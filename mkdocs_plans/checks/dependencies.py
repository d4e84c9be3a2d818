"""Rules about what plans say of each other: what they wait for, what they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.baseline import ARROW
from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.wording import name_others, plain, quote
from mkdocs_plans.model import Stage
from mkdocs_plans.reading.values import is_path
from mkdocs_plans.relating.cycles import cycles

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
# So many plans of a circle a message names.
_NAMED_AT_MOST = 5


def dependency_not_found(context: Context) -> Iterator[Problem]:
    """A plan names another plan that there is not, or by a name that several have.

    Neither the board nor a reader can tell what it waits for.

    Mend it: correct the id or the path; where a name is not enough, write the path.

    Bad: `**Depends on**: 021` where no plan has this number.

    Good: `**Depends on**: [Users](../012-users/plan.md)`
    """
    for plan in context.readable:
        for relation in plan.relations:
            named = f"{quote(_LABELS[relation.kind])} names {quote(relation.text)}"
            if relation.candidates:
                others = name_others(relation.candidates, len(relation.candidates))
                message = f"{named}, which may be {others}; write the path of the one that is meant"
                yield Problem(plan, relation.line, message, plain(relation.text))
            elif relation.is_missing:
                kind = "file" if is_path(relation.text) else "plan"
                message = f"{named}, and there is no such {kind}; correct it, or take it out"
                yield Problem(plan, relation.line, message, plain(relation.text))


def dependency_cycle(context: Context) -> Iterator[Problem]:
    """Plans wait for each other in a circle.

    None of them can be the first to be finished.

    Mend it: take out the dependency that is not meant, or part one of the plans in two.

    Bad: 012 depends on 013, and 013 on 012.

    Good: 012 depends on 013.
    """
    for circle in _circles(context.catalogue, context.catalogue.prerequisites):
        yield _problem(circle, "wait for", "take out the dependency that is not meant")


def dependency_open(context: Context) -> Iterator[Problem]:
    """A plan is done, but plans that it depends on are not.

    Either of the two is not true: the status of one of them, or the dependency.

    Mend it: correct the status of one of them, or take the dependency out.

    Bad: a plan that is done and depends on 012, which is in progress.

    Good: both are done.
    """
    for plan in context.catalogue.plans:
        if plan.stage is not Stage.DONE:
            continue
        for other, relation in context.catalogue.prerequisites.get(plan.path, ()):
            if other.stage is None or not other.stage.is_open:
                continue
            line = relation.line if relation in plan.relations else plan.document.title_line
            message = (
                f"it is done, and waits for {other.file}, which is {quote(other.status.name)};"
                " correct the status of one of them, or take the dependency out"
            )
            yield Problem(plan, line, message, plain(other.file), also=((other, _status_line(other, relation)),))


def supersedes_mismatch(context: Context) -> Iterator[Problem]:
    """A plan says that it replaces another one, and the other one knows nothing of it; or they replace each other.

    Who opens the old plan is not led to the new one, or takes it for one that still holds.

    Mend it: write "Superseded by" into the old plan or "Supersedes" into the new one, or drop the old one.

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
            said = _LABELS[relation.kind].lower()
            message = (
                f'it says "{said}" of {other.file}, which does not say "{missing.lower()}"; write'
                f' "**{missing}**: {plain(speaker.id or speaker.title)}" there'
            )
            also = ((other, _line(other, speaker.path)),)
            yield Problem(speaker, relation.line, message, plain(other.file), also=also)
    for circle in _circles(catalogue, catalogue.replacements):
        yield _problem(circle, "replace", "one of them must hold")


def _circles(catalogue: Catalogue, ties: Ties) -> Iterator[tuple[Plan, ...]]:
    """The plans of each circle, beginning with that of the smallest file: a baseline knows the circle again by it."""
    for circle in cycles({path: [other.path for other, _ in found] for path, found in ties.items()}):
        plans = tuple(catalogue.by_path[path] for path in circle)
        first = min(range(len(plans)), key=lambda at: plans[at].file)
        yield (*plans[first:], *plans[:first])


def _problem(circle: Sequence[Plan], do: str, way_out: str) -> Problem:
    """What is said of a circle: it stands at its first plan, and is about them all."""
    named = [plain(plan.file) for plan in circle[:_NAMED_AT_MOST]]
    if rest := len(circle) - len(named):
        named.append(f"{rest} more")
    way = ARROW.join((*named, named[0]))
    lines = [(plan, _line(plan, other.path)) for plan, other in zip(circle, (*circle[1:], circle[0]), strict=True)]
    message = f"these plans {do} each other: {way}; {way_out}"
    return Problem(*lines[0], message, ARROW.join(named), also=tuple(lines[1:]))


def _says(plan: Plan, kind: str, other: Plan) -> bool:
    return any(relation.kind == kind and relation.path == other.path for relation in plan.relations)


def _status_line(plan: Plan, relation: Relation) -> int:
    """Where a plan says that another one waits for it; else its status."""
    if relation in plan.relations:
        return relation.line
    return plan.document.status.line if plan.document.status else plan.document.title_line


def _line(plan: Plan, other: str) -> int:
    """Where a plan names another one."""
    return next((relation.line for relation in plan.relations if relation.path == other), plan.document.title_line)
