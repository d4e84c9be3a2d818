"""Rules about plans that claim the same thing: one spec, one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.checks.specs import spec_line
from mkdocs_plans.discovery import home
from mkdocs_plans.patterns import fold
from mkdocs_plans.relating.naming import normal
from mkdocs_plans.wording import name_others, plain, quote

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.model import Plan


def spec_duplicate(context: Context) -> Iterator[Problem]:
    """Two plans name the same spec.

    One may be a copy that nobody adapted, or be superseded by the other.

    How to fix: correct the spec of one plan; if both plans are right, turn the rule off for them in mkdocs.yml.

    Bad: `**Spec**: SPEC-012` in `specs/012-login/plan.md` and in `specs/013-logout/plan.md`.

    Good: `**Spec**: SPEC-013` in the second plan.
    """
    keyed = ((_spec_key(plan), plan) for plan in context.readable)
    for plan, others in _shared(keyed):
        spec = plan.spec.id or plan.spec.path or plan.spec.text or ""
        message = f"spec {quote(spec)} is also named by {others}; name another spec, or drop one of the plans"
        yield Problem(plan, spec_line(plan), message, plain(spec))


def number_duplicate(context: Context) -> Iterator[Problem]:
    """Two features in one folder have the same number.

    References to the number are ambiguous. Two people may have taken the next free number at the same time.

    How to fix: rename one of the folders to the next free number, and change the references to it.

    Bad: `specs/012-login/plan.md` and `specs/012-logout/plan.md`.

    Good: `specs/012-login/plan.md` and `specs/013-logout/plan.md`.
    """
    keyed = ((_number_key(plan, context), plan) for plan in context.catalogue.plans)
    for plan, others in _shared(keyed):
        number = plan.id or ""
        message = f"number {quote(number)} is also used by {others}; give one of them the next free number"
        yield Problem(plan, plan.document.title_line, message, plain(number))


def _shared(keyed: Iterable[tuple[Hashable | None, Plan]]) -> Iterator[tuple[Plan, str]]:
    """The plans whose key others have too, each with the files of some of those others."""
    groups: dict[Hashable, list[Plan]] = {}
    for key, plan in keyed:
        if key is not None:
            groups.setdefault(key, []).append(plan)
    for plans in groups.values():
        if len(plans) > 1:
            files = [plan.file for plan in plans]
            yield from ((plan, name_others(files, at)) for at, plan in enumerate(plans))


def _spec_key(plan: Plan) -> Hashable | None:
    if plan.spec.path:
        return plan.spec.path
    return ("id", normal(plan.spec.id)) if plan.spec.id else None


def _number_key(plan: Plan, context: Context) -> Hashable | None:
    """The folder that holds the features, and the number; folders that only name a stage do not separate features."""
    if not plan.id:
        return None
    stages = {fold(known) for known in context.settings.folders}
    return tuple(parent for parent in home(plan.path).split("/") if fold(parent) not in stages), normal(plan.id)
