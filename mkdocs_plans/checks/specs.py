"""Rules about specs, and about ids in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.model import Stage
from mkdocs_plans.reading.status import classify
from mkdocs_plans.relating import naming
from mkdocs_plans.settings import UNKNOWN, Settings
from mkdocs_plans.wording import plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.model import Catalogue, Mention, Plan, Specification

# The status of a spec counts by what its words mean, not by the columns that a team has for plans.
_USUAL = Settings()


def spec_not_found(context: Context) -> Iterator[Problem]:
    """A plan names a spec that does not exist.

    A path must lead to a file. If specs of the site have ids of this form, an id must be that of one of them.

    How to fix: correct the path or the id.

    Bad: `**Spec**: docs/specs/012/spec.md`, where no such file exists.

    Good: `**Spec**: [SPEC-012](spec.md)`
    """
    for plan in context.readable:
        if plan.spec.is_missing:
            text = plan.document.spec.path or plan.spec.id or ""
            message = f"the spec {quote(text)} does not exist; correct the path or the id"
            yield Problem(plan, spec_line(plan), message, plain(text))


def plan_ahead_of_spec(context: Context) -> Iterator[Problem]:
    """A plan is under way or done, but its spec is still a draft.

    The plan may be built on something that nobody has agreed to. Often the spec's status was just never updated.

    How to fix: correct the status of the spec, or that of the plan.

    Bad: a plan that is in progress, beside a spec.md that says `**Status**: Draft`.

    Good: a spec.md that says `**Status**: Approved`.
    """
    for plan in context.catalogue.plans:
        spec = context.catalogue.spec_by_path.get(plan.spec.path or "")
        if spec is None or plan.document.status is None or spec.document.status is None:
            continue
        if plan.stage in (Stage.ACTIVE, Stage.DONE) and _is_draft(spec, context.settings):
            message = (
                f"the plan is {quote(plan.status.name)}, but its spec {spec.place.file} says"
                f" {quote(spec.document.status.value)}; correct one of the two"
            )
            yield Problem(plan, plan.document.status.line, message, spec.place.file)


def id_unknown(context: Context) -> Iterator[Problem]:
    """A text names an id that looks like that of a plan or spec, but none has it.

    The id is not turned into a link. It may be a typo, or refer to a plan that was removed.

    How to fix: correct the id, or write it as code if it means something else.

    Bad: `as SPEC-021 says`, where the last spec is SPEC-020.

    Good: `as SPEC-012 says`
    """
    catalogue = context.catalogue
    named = [(plan, path, mention) for plan in catalogue.plans for path, mention in _mentions(plan, catalogue)]
    known = naming.ids(catalogue.plans, catalogue.specs) if named else naming.Ids()
    for plan, path, mention in named:
        if known.lacks(mention.id):
            message = f"no plan or spec has the id {quote(mention.id)}; correct it, or write it as code"
            yield Problem(plan, mention.line, message, mention.id, file=catalogue.files.get(path), path=path)


def _mentions(plan: Plan, catalogue: Catalogue) -> Iterator[tuple[str, Mention]]:
    """The ids in the texts of a plan and the files beside it, each with the place of its file."""
    for path in plan.paths:
        document = catalogue.documents.get(path)
        if document and document.mentions:
            header = {field.line for field in document.fields}
            yield from ((path, mention) for mention in document.mentions if mention.line not in header)


def _is_draft(spec: Specification, settings: Settings) -> bool:
    """Whether nobody has agreed to a spec. "Approved" and "Ready" mean work to do for a plan, but not for a spec."""
    word = spec.document.status.value if spec.document.status else ""
    usual = classify(word, _USUAL)
    return usual.slug == "draft" or (usual == UNKNOWN and spec.status == settings.first_of(Stage.TODO))


def spec_line(plan: Plan) -> int:
    """The line where a plan names its spec."""
    keys = ("spec", "spec-id")
    return next((field.line for field in plan.document.fields if field.key in keys), plan.document.title_line)
