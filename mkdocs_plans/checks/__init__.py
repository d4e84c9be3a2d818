"""The fourth step of the flow: a catalogue to findings. A rule is a small generator, and its docstring explains it."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from mkdocs_plans.baseline import Baseline
from mkdocs_plans.checks import (
    acceptance,
    defects,
    dependencies,
    duplicates,
    header,
    links,
    markers,
    progress,
    sections,
    silence,
    specs,
    suppressions,
)
from mkdocs_plans.checks.context import Context, Problem
from mkdocs_plans.model import Finding, Party, Severity
from mkdocs_plans.patterns import matches
from mkdocs_plans.rules import SEVERITIES
from mkdocs_plans.settings import RuleSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_plans.checks.silence import Suppression
    from mkdocs_plans.model import Catalogue, Document
    from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, and the generator that finds its problems. The default severity is in `rules.SEVERITIES`.

    Rules about plans run first; rules about findings run next and see what those found; rules about the baseline run
    last, when it is known which of the findings it accepts.
    """

    name: str
    find: Callable[[Context], Iterator[Problem]]
    about: Literal["plans", "findings", "baseline"] = "plans"

    @property
    def documentation(self) -> str:
        """What the rule is about, why, how to fix it, a bad and a good example."""
        return inspect.cleandoc(self.find.__doc__ or "")


RULES = (
    Rule("unreadable", defects.unreadable),
    Rule("encoding", defects.encoding),
    Rule("too-complex", defects.too_complex),
    Rule("front-matter-invalid", defects.front_matter_invalid),
    Rule("title-missing", header.title_missing),
    Rule("status-missing", header.status_missing),
    Rule("status-unknown", header.status_unknown),
    Rule("status-conflict", defects.status_conflict),
    Rule("spec-missing", header.spec_missing),
    Rule("spec-not-found", specs.spec_not_found),
    Rule("spec-duplicate", duplicates.spec_duplicate),
    Rule("number-duplicate", duplicates.number_duplicate),
    Rule("date-invalid", defects.date_invalid),
    Rule("link-broken", links.link_broken),
    Rule("section-missing", sections.section_missing),
    Rule("section-empty", sections.section_empty),
    Rule("section-placeholder", sections.section_placeholder),
    Rule("section-order", sections.section_order),
    Rule("done-with-open-tasks", progress.done_with_open_tasks),
    Rule("open-with-all-tasks-done", progress.open_with_all_tasks_done),
    Rule("plan-ahead-of-spec", specs.plan_ahead_of_spec),
    Rule("dependency-not-found", dependencies.dependency_not_found),
    Rule("dependency-cycle", dependencies.dependency_cycle),
    Rule("dependency-open", dependencies.dependency_open),
    Rule("supersedes-mismatch", dependencies.supersedes_mismatch),
    Rule("id-unknown", specs.id_unknown),
    Rule("marker-invalid", markers.marker_invalid),
    Rule("suppression-unknown", suppressions.suppression_unknown, about="findings"),
    Rule("suppression-unused", suppressions.suppression_unused, about="findings"),
    Rule("baseline-stale", acceptance.baseline_stale, about="baseline"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to report, in the order of files and lines, and what not to: suppressed, or in the baseline.

    Findings about the whole site come first.
    """

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()


def check(
    catalogue: Catalogue,
    settings: Settings,
    templates: Mapping[str, Document] | None = None,
    baseline: Baseline | None = None,
) -> Verdict:
    """Run every rule that is not off.

    Args:
        catalogue: All plans.
        settings: The team's severities, exclusions and sections.
        templates: The template files that exist, by their real paths (`Place.file`); `templates.wanted` lists those to
            look for and `templates.read` reads one.
        baseline: What is accepted for now.
    """
    asked = frozenset(rule.name for rule in RULES if severity_of(rule.name, None, settings) is not Severity.OFF)
    silent = silence.by_file(catalogue)
    context = Context(catalogue, settings, templates or {}, silent, asked)
    found = _in_order(_asked("plans", context))
    remarks = tuple(_asked("findings", replace(context, found=found)))
    spoken, suppressed = _sifted((*found, *remarks), silent)
    baseline = baseline or Baseline()
    new, accepted, stale = baseline.part(spoken)
    remarks = tuple(_asked("baseline", replace(context, stale=baseline.lines(stale))))
    return Verdict(_in_order((*new, *remarks)), suppressed, accepted)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.file, finding.line)))


def _sifted(
    findings: Iterable[Finding], silent: Mapping[str, tuple[Suppression, ...]]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings to report, and those that one of their files suppresses."""
    spoken: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        (suppressed if silence.is_silenced(finding, silent) else spoken).append(finding)
    return tuple(spoken), tuple(suppressed)


def severity_of(rule: str, path: str | None, settings: Settings) -> Severity:
    """How much a rule counts for a file of the site; None for the site as a whole."""
    setting = settings.rules.get(rule, RuleSetting())
    if path is not None and matches(path, setting.exclude):
        return Severity.OFF
    return setting.severity or SEVERITIES[rule]


def _asked(about: str, context: Context) -> Iterator[Finding]:
    return (finding for rule in RULES if rule.about == about for finding in _ask(rule, context))


def _ask(rule: Rule, context: Context) -> Iterator[Finding]:
    if rule.name not in context.asked:
        return
    for problem in rule.find(context):
        path = problem.path or (problem.plan.path if problem.plan else None)
        severity = severity_of(rule.name, path, context.settings)
        if severity is not Severity.OFF:
            yield _finding(rule.name, problem, severity)


def _finding(rule: str, problem: Problem, severity: Severity) -> Finding:
    return Finding(
        rule=rule,
        severity=min(severity, problem.ceiling, key=lambda value: value.rank),
        file=problem.file or (problem.plan.file if problem.plan else ""),
        line=problem.line,
        message=problem.message,
        path=problem.plan.path if problem.plan else None,
        what=problem.what,
        of=problem.of,
        also=tuple(Party(plan.path, plan.file, line) for plan, line in problem.also),
    )
