"""The rule about where links in plans lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.checks.context import Problem
from mkdocs_plans.wording import plain, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.checks.context import Context
    from mkdocs_plans.model import Plan


def link_broken(context: Context) -> Iterator[Problem]:
    """A relative link in a plan, or in the spec or the tasks beside it, leads to no file.

    Links are resolved as on GitHub: from the folder of the file or, with a leading slash, from the root of the
    repository. A link to a file of the repository that is not a page of the site is fine.

    How to fix: correct the path, or remove the link.

    Bad: `[the spec](../012-login/spec.md)` where the folder is called `012-sign-in`.

    Good: `[the spec](spec.md)`
    """
    for plan in context.catalogue.plans:
        claimed = set(_claimed(plan, context))
        for path in plan.paths:
            for link in context.catalogue.broken_links.get(path, ()):
                if path == plan.path and (link.line, link.destination) in claimed:
                    continue
                message = f"the link {quote(link.destination)} leads to no file; correct its path, or remove it"
                file = context.catalogue.files.get(path)
                yield Problem(plan, link.line, message, plain(link.destination), file=file, path=path)


def _claimed(plan: Plan, context: Context) -> Iterator[tuple[int, str | None]]:
    """The links of the header that other rules report: those to the spec and to other plans."""
    if plan.spec.is_missing and "spec-not-found" in context.asked:
        yield from ((field.line, field.target) for field in plan.document.fields if field.key == "spec")
    if "dependency-not-found" in context.asked:
        yield from ((field.line, each.target) for field in plan.document.fields for each in field.references)
