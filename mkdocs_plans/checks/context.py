"""What rules see, and what they report: the catalogue with the team's settings in, problems out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_plans.checks import requirements
from mkdocs_plans.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.baseline import Key
    from mkdocs_plans.checks.requirements import Measure
    from mkdocs_plans.checks.silence import Suppression
    from mkdocs_plans.model import Catalogue, Document, Finding, Plan
    from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found, before severities and exclusions are applied.

    Attributes:
        plan: The plan that the problem is about; None for the whole site.
        line: Counted from 1.
        message: What is wrong; what to do.
        what: What the problem is about: with rule and file it identifies the problem, whatever the line.
        ceiling: The highest severity that this problem may have.
        file: The file that the line number refers to, where it is not the plan's own.
        of: How many things the rule looked for there, where it counts them.
        path: The place of that file in the site, where it is not the plan's own; patterns are matched against it.
        also: The other plans involved, each with the line in question.
    """

    plan: Plan | None
    line: int
    message: str
    what: str = ""
    ceiling: Severity = Severity.ERROR
    of: int = 0
    file: str | None = None
    path: str | None = None
    also: tuple[tuple[Plan, int], ...] = ()


@dataclass(frozen=True)
class Context:
    """Everything that a rule may look at; what several rules need is worked out once.

    Attributes:
        catalogue: All plans.
        settings: What the team has configured.
        templates: The template files that exist, by their real paths.
        silent: The suppressions of each file.
        asked: The names of the rules that are not off.
        found: What the rules about plans have found, for the rules about findings.
        stale: The entries of the baseline that no longer occur, each with its line.
    """

    catalogue: Catalogue
    settings: Settings
    templates: Mapping[str, Document] = field(default_factory=dict)
    silent: Mapping[str, tuple[Suppression, ...]] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    found: tuple[Finding, ...] = ()
    stale: Mapping[Key, int] = field(default_factory=dict)

    @cached_property
    def readable(self) -> tuple[Plan, ...]:
        """The plans whose text was read to the end."""
        return tuple(plan for plan in self.catalogue.plans if _is_whole(plan.document))

    @cached_property
    def plan_of_file(self) -> dict[str, Plan]:
        """The plan that a real file is, or stands beside."""
        files = self.catalogue.files
        owned = {files[path]: plan for plan in self.catalogue.plans for path in plan.companions if path in files}
        return {**owned, **{plan.file: plan for plan in self.catalogue.plans}}

    @cached_property
    def measures(self) -> tuple[tuple[Plan, Measure], ...]:
        """Each readable plan, compared with the sections that it should have."""
        measure = requirements.ruler(self.settings, self.templates)
        return tuple((plan, measure(plan)) for plan in self.readable)


def _is_whole(document: Document) -> bool:
    """Whether the document holds the whole file; otherwise no rule may say that something is missing."""
    return not document.is_cut and not any(defect.rule == "unreadable" for defect in document.defects)
