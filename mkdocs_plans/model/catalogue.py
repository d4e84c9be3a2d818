"""All plans of a site, and what was found wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mkdocs_plans.model.documents import Document, Link
    from mkdocs_plans.model.plans import Plan, Relation, Specification, Status

    # For the place of a plan: the plans tied to it, each with the relation that declares the tie.
    Ties: TypeAlias = dict[str, tuple[tuple[Plan, Relation], ...]]


class Severity(StrEnum):
    """How much a finding counts; `off` means that the rule does not run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """Higher is more severe."""
        return ("off", "info", "warning", "error").index(self)


@dataclass(frozen=True, slots=True)
class Party:
    """Another plan that a finding is also about, with the line in question."""

    path: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a rule: `file:line: message [rule]`.

    `what` names the thing, so a baseline can recognise it; `of` is how many things the rule looked for in that file,
    where it counts them. Findings about the whole site have neither path nor file. `also` are the other plans that the
    finding is about: a change to any of them can cause it, and each of them can suppress it.
    """

    rule: str
    severity: Severity
    file: str
    line: int
    message: str
    path: str | None = None
    what: str = ""
    of: int = 0
    also: tuple[Party, ...] = ()

    @property
    def lines(self) -> Iterator[tuple[str, int]]:
        """The file and line of each plan that the finding is about."""
        yield self.file, self.line
        yield from ((party.file, party.line) for party in self.also)

    def is_about(self, paths: Collection[str]) -> bool:
        """Whether the finding is about one of some plans, given by their places in the site."""
        return self.path in paths or any(party.path in paths for party in self.also)


@dataclass(frozen=True)
class Catalogue:
    """All plans of a site in the order of their paths, and what was found wrong with them.

    `documents` are the plans, specs and tasks that were read, `files` their real files and `broken_links` their links
    that lead nowhere, all by their places in the site; `specs` are in the order of their paths. Findings that are not
    reported are kept separately: `suppressed` by the files themselves, `accepted` by the baseline. `pages` are the
    pages of the site that hold markers, plans or not, with the mistakes in these.
    """

    plans: tuple[Plan, ...] = ()
    statuses: tuple[Status, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    broken_links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    specs: tuple[Specification, ...] = ()
    pages: Mapping[str, Document] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()

    @cached_property
    def by_path(self) -> dict[str, Plan]:
        """Plans by their place in the site."""
        return {plan.path: plan for plan in self.plans}

    @cached_property
    def plan_of(self) -> dict[str, Plan]:
        """The plan of each spec and each list of tasks that stands beside one."""
        return {path: plan for plan in self.plans for path in plan.companions if path in self.documents}

    @cached_property
    def spec_by_path(self) -> dict[str, Specification]:
        """Specs by their place in the site."""
        return {spec.path: spec for spec in self.specs}

    @cached_property
    def referrers(self) -> Ties:
        """The plans that name a page, by its place in the site, each with its relation to the page."""
        named: dict[str, list[tuple[Plan, Relation]]] = {}
        for plan in self.plans:
            for relation in plan.relations:
                if relation.path:
                    named.setdefault(relation.path, []).append((plan, relation))
        return {path: tuple(pairs) for path, pairs in named.items()}

    @cached_property
    def prerequisites(self) -> Ties:
        """The plans that a plan depends on, each with the relation that declares it, from either side."""
        return self._said("depends-on", "blocks")

    @cached_property
    def replacements(self) -> Ties:
        """The plans that replace a plan, each with the relation that declares it, from either side."""
        return self._said("superseded-by", "supersedes")

    @cached_property
    def dependents(self) -> Ties:
        """The plans that depend on a plan: `prerequisites` from the other side."""
        return self._turned(self.prerequisites)

    @cached_property
    def replaced(self) -> Ties:
        """The plans that a plan replaces: `replacements` from the other side."""
        return self._turned(self.replacements)

    def _said(self, kind: str, inverse: str) -> Ties:
        """The plans that a plan has such a relation to, declared by itself or, inversely, by the other one."""
        ties: dict[str, dict[str, tuple[Plan, Relation]]] = {}
        for plan in self.plans:
            for relation in plan.relations:
                other = self.by_path.get(relation.path or "")
                if other and relation.kind == kind:
                    ties.setdefault(plan.path, {})[other.path] = (other, relation)
                elif other and relation.kind == inverse:
                    ties.setdefault(other.path, {}).setdefault(plan.path, (plan, relation))
        return {path: tuple(found.values()) for path, found in ties.items()}

    def _turned(self, ties: Ties) -> Ties:
        turned: dict[str, list[tuple[Plan, Relation]]] = {}
        for plan in self.plans:
            for other, relation in ties.get(plan.path, ()):
                turned.setdefault(other.path, []).append((plan, relation))
        return {path: tuple(pairs) for path, pairs in turned.items()}

    @cached_property
    def findings_by_path(self) -> dict[str | None, tuple[Finding, ...]]:
        """Findings by the plan that they belong to; those of the whole site under None."""
        grouped: dict[str | None, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(finding.path, []).append(finding)
        return {path: tuple(findings) for path, findings in grouped.items()}
