"""Which sections a plan should have, and which of them it has ("Required sections" in the documentation).

If mkdocs.yml sets sections or a template, every plan is compared with these. Otherwise each plan is compared with the
template file beside it, else with the built-in template that it resembles, else, if it has the labels of
`technical-plan` or no section at all, with that one. A plan that resembles no known template is not checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_plans import expressions
from mkdocs_plans.checks import headings, templates
from mkdocs_plans.checks.templates import AUTO, BUILT_IN, Template
from mkdocs_plans.model import Stage
from mkdocs_plans.reading.labels import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_plans.model import Document, Plan, Section, Status
    from mkdocs_plans.settings import SectionSpec, Settings

_TECHNICAL_PLAN = BUILT_IN["technical-plan"]
_TECHNICAL_PLAN_LABELS = frozenset({"spec", "status", "created"})
# Required sections are H2s; one level up or down will do.
_LEVEL = 2
_DEEPEST_LEVEL = _LEVEL + 1


@dataclass(frozen=True, slots=True)
class Measure:
    """A plan compared with a template: what it has, in the order of the file, and what it lacks, in the template's.

    `template` is None if the plan follows no known one.
    """

    template: Template | None = None
    present: tuple[tuple[Section, SectionSpec], ...] = ()
    missing: tuple[SectionSpec, ...] = ()
    required: int = 0


def ruler(settings: Settings, found: Mapping[str, Document]) -> Callable[[Plan], Measure]:
    """A function that compares a plan with its template; `found` are the template files, by their real paths."""
    files = {
        name: template
        for name, document in found.items()
        if (template := templates.from_document(name, document)) is not None
    }
    named = {**files, **BUILT_IN}
    asked = {source.label or source.mount: source.template for source in settings.sources if source.template}
    own = Template("mkdocs.yml", settings.sections) if settings.sections else None

    def template_of(plan: Plan) -> Template | None:
        name = asked.get(plan.place.source or "", settings.template)
        if own is not None:
            return own
        if name != AUTO:
            return named.get(name)
        return templates.beside(plan.file, files) or _resembled(plan.document)

    def measure(plan: Plan) -> Measure:
        template = template_of(plan)
        return _measure(plan, template, settings) if template else Measure()

    return measure


def sections_of(document: Document) -> tuple[Section, ...]:
    """The sections that can be required: down to H3, without the H1 that is the document's title."""
    tops = [section for section in document.sections if section.level == 1]
    title_line = document.title_line if len(tops) == 1 else 0
    return tuple(
        section
        for section in document.sections
        if section.level <= _DEEPEST_LEVEL and not (section.level == 1 and section.line == title_line)
    )


def has(document: Document, spec: SectionSpec) -> bool:
    """Whether a document has a section, under any heading that counts for it."""
    return _Candidates(sections_of(document)).find(spec) is not None


def _resembled(document: Document) -> Template | None:
    """The built-in template whose H2s the plan has; a subsection that happens to share a name does not count.

    If a plan has no H2, all its headings were moved up or down a level, and all of them count.
    """
    sections = sections_of(document)
    tops = [section for section in sections if section.level == _LEVEL] or sections
    best = templates.best_of((section.title for section in tops), BUILT_IN.values())
    if best is not None:
        return best
    # Spelled as in the template: it would not fit the headings of a plan in another language.
    labels = {normal(field.label) for field in document.fields}
    return _TECHNICAL_PLAN if not sections or labels >= _TECHNICAL_PLAN_LABELS else None


def _measure(plan: Plan, template: Template, settings: Settings) -> Measure:
    everywhere = _Candidates(sections_of(plan.document))
    below: dict[str, _Candidates] = {}
    parents = {spec.parent for spec in template.sections}
    present: list[tuple[Section, SectionSpec]] = []
    missing: list[SectionSpec] = []
    required = 0
    for spec in template.sections:
        candidates = everywhere if spec.parent is None else below.get(spec.parent)
        if candidates is None:
            continue
        is_required = not spec.optional and _is_due(spec.start, plan, settings)
        required += is_required
        found = candidates.find(spec, anywhere=is_required)
        if found is not None:
            present.append((found, spec))
            if spec.parent is None and spec.name in parents:
                below[spec.name] = _Candidates(tuple(_inside(found, plan.document)))
        elif is_required and not (spec.parent and _stands_alone(spec, template, everywhere)):
            missing.append(spec)
    present.sort(key=lambda pair: pair[0].line)
    return Measure(template, tuple(present), tuple(missing), required)


def _stands_alone(spec: SectionSpec, template: Template, candidates: _Candidates) -> bool:
    """Whether a section that the template has below another one is an H2 in the plan, and can only be that one."""
    found = None if template.has_twin(spec) else candidates.find(spec, anywhere=False)
    return found is not None and found.level == _LEVEL


@dataclass(frozen=True)
class _Candidates:
    """The sections to search for required ones; if two fit, the first one counts."""

    sections: tuple[Section, ...]

    def find(self, spec: SectionSpec, *, anywhere: bool = True) -> Section | None:
        """The section of that name or an alias, else, from `anywhere`, one that holds it under another heading."""
        names = (spec.name, *spec.aliases)
        ways = (self._named, self._counted, self._announced) if anywhere else (self._named, self._counted)
        found = (read(name) for read in ways for name in names)
        return next((section for section in found if section is not None), None)

    def _named(self, name: str) -> Section | None:
        if expressions.is_expression(name):
            return next((section for key, section in self._by_key.items() if expressions.matches(name, key)), None)
        return next((self._by_key[key] for key in headings.keys(name) if key in self._by_key), None)

    def _counted(self, name: str) -> Section | None:
        """One for several, or several for one: `Risk` for `Risks`."""
        return next((self._by_noun[key] for key in headings.of_any_number(name) if key in self._by_noun), None)

    def _announced(self, name: str) -> Section | None:
        """Under a longer heading, or in parts: `Phase 1` and `Phase 2` for `Phases` and `Implementation Phases`."""
        whole = headings.fold(name)
        return self._by_announcement.get(whole) or self._by_series.get(whole.rpartition(" ")[2])

    @cached_property
    def _by_key(self) -> dict[str, Section]:
        return _firsts((key, section) for section in self.sections for key in headings.keys(section.title))

    @cached_property
    def _by_noun(self) -> dict[str, Section]:
        return _firsts((key, section) for section in self.sections for key in headings.of_any_number(section.title))

    @cached_property
    def _by_announcement(self) -> dict[str, Section]:
        return _firsts((name, section) for section in self.sections for name in headings.announced(section.title))

    @cached_property
    def _by_series(self) -> dict[str, Section]:
        return _firsts((name, section) for section in self.sections if (name := headings.series(section.title)))


def _firsts(pairs: Iterable[tuple[str, Section]]) -> dict[str, Section]:
    firsts: dict[str, Section] = {}
    for name, section in pairs:
        firsts.setdefault(name, section)
    return firsts


def _inside(parent: Section, document: Document) -> Iterator[Section]:
    return (section for section in document.sections if parent.line < section.line <= parent.last_line)


def _is_due(start: str | None, plan: Plan, settings: Settings) -> bool:
    """Whether a plan has reached the stage or status from which a section is required.

    Paused counts as active, none as todo; dropped plans never reach it.
    """
    if start is None:
        return True
    if plan.stage is Stage.DROPPED:
        return False
    name = start.casefold()
    if name in (*Stage,):
        return _rank(plan.stage) >= _rank(Stage(name))
    wanted = next((status for status in settings.statuses if name in _names(status)), None)
    return wanted is None or _position(plan.status, settings) >= _position(wanted, settings)


def _names(status: Status) -> set[str]:
    return {name.casefold() for name in (status.name, status.slug, *status.aliases)}


def _rank(stage: Stage | None) -> int:
    return {Stage.DONE: 2, Stage.ACTIVE: 1, Stage.PAUSED: 1}.get(stage or Stage.TODO, 0)


def _position(status: Status, settings: Settings) -> tuple[int, int]:
    """The rank of the stage, then the place among the columns; a paused plan is at the beginning of active ones."""
    slugs = [known.slug for known in settings.statuses]
    is_placed = status.stage is not Stage.PAUSED and status.slug in slugs
    return _rank(status.stage), slugs.index(status.slug) if is_placed else -1
