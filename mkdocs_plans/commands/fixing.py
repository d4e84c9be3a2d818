"""`mkdocs-plans check --fix`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands.common import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plans.checks.requirements import Measure
    from mkdocs_plans.model import Plan
    from mkdocs_plans.workspace import Workspace

_RULE = "section-missing"


def fix(workspace: Workspace, *, dry_run: bool, even_accepted: bool) -> None:
    """Insert the sections found missing, even those in the baseline if asked; shows every change as a diff."""
    from mkdocs_plans.checks import requirements

    measure = requirements.ruler(workspace.settings, workspace.templates)
    catalogue = workspace.selected
    missing: dict[str | None, set[str]] = {}
    for finding in (*catalogue.findings, *(catalogue.accepted if even_accepted else ())):
        if finding.rule == _RULE:
            missing.setdefault(finding.path, set()).add(finding.what)
    for plan in catalogue.plans:
        if wanted := frozenset(missing.get(plan.path, ())):
            _fix(plan, measure, wanted, workspace, dry_run=dry_run)


def _fix(
    plan: Plan, measure: Callable[[Plan], Measure], wanted: frozenset[str], workspace: Workspace, *, dry_run: bool
) -> None:
    from mkdocs_plans import contents
    from mkdocs_plans.authoring import editing, inserting, writing
    from mkdocs_plans.workspace import reach

    if workspace.leads_out(plan.file):
        say(f"{plan.file}: {reach.LEADS_OUT}")
        return
    file = workspace.root / plan.file
    try:
        before = contents.read(file)
        source = _source(measure(plan), workspace)
        after = inserting.with_sections(
            before, lambda document: measure(replace(plan, document=document)), wanted, source, workspace.settings
        )
        if after != before:
            click.echo(editing.diff(before, after, plan.file), nl=False, err=True)
            if not dry_run:
                writing.write_whole(file, after)
    except editing.EditError as error:
        say(f"{plan.file}: {error}")
    except OSError as error:
        say(f"{plan.file}: cannot be changed ({error.strerror})")


def _source(measure: Measure, workspace: Workspace) -> bytes:
    """The text of the template: that of its file, or only headings if there is none."""
    from mkdocs_plans.authoring import scaffold

    template = measure.template
    if template is None:
        return b""
    if template.name in workspace.templates:
        return (workspace.root / template.name).read_bytes()
    return scaffold.text_of(template).encode()
