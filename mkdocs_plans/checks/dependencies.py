"""Rules about what plans say of each other: what they wait for, what they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.wording import name_others, plain, quote
from mkdocs_plans.model import Stage
from mkdocs_plans.relating.cycles import cycles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.model import Catalogue, Plan

_LABELS = {
    "depends-on": "Depends on",
    "blocks": "Blocks",
    "supersedes": "Supersedes",
    "superseded-by": "Superseded by",
    "related": "Related",
}


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
                message = f"{named}, and there is no such plan; correct it, or take it out"
                yield Problem(plan, relation.line, message, plain(relation.text))


def dependency_cycle(context: Context) -> Iterator[Problem]:
    """Plans wait for each other in a circle.

    None of them can be the first to be finished.

    Mend it: take out the dependency that is not meant, or part one of the plans in two.

    Bad: 012 depends on 013, and 013 on 012.

    Good: 012 depends on 013.
    """
    waits = context.catalogue.prerequisites
    for circle in cycles({path: [other.path for other, _ in found] for path, found in waits.items()}):
        plan = context.catalogue.by_path[circle[0]]
        way = " → ".join(context.catalogue.by_path[path].file for path in (*circle, circle[0]))
        message = f"these plans wait for each other: {way}; take out the dependency that is not meant"
        yield Problem(plan, _line(plan, circle[1 % len(circle)]), message, " → ".join(circle))


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
            yield Problem(plan, line, message, other.path)


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
            yield Problem(speaker, relation.line, message, other.path)
    yield from _replace_each_other(catalogue)


def _replace_each_other(catalogue: Catalogue) -> Iterator[Problem]:
    for circle in cycles({path: [new.path for new, _ in newer] for path, newer in catalogue.replacements.items()}):
        plan = catalogue.by_path[circle[0]]
        way = " → ".join(catalogue.by_path[path].file for path in (*circle, circle[0]))
        message = f"these plans replace each other: {way}; one of them must hold"
        yield Problem(plan, _line(plan, circle[1 % len(circle)]), message, " → ".join(circle))


def _says(plan: Plan, kind: str, other: Plan) -> bool:
    return any(relation.kind == kind and relation.path == other.path for relation in plan.relations)


def _line(plan: Plan, other: str) -> int:
    """Where a plan names another one."""
    return next((relation.line for relation in plan.relations if relation.path == other), plan.document.title_line)
