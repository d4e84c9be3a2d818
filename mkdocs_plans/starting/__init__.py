"""Options for a start: what the existing plans have in common.

Everything is counted from the plans themselves; only what most of them do is proposed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from mkdocs_plans import checks
from mkdocs_plans.checks import templates
from mkdocs_plans.discovery import Entry, hints, is_plan
from mkdocs_plans.model import Place
from mkdocs_plans.pipeline import Inputs, compile_catalogue
from mkdocs_plans.settings import UNKNOWN, Settings, default_mount
from mkdocs_plans.starting import kinds, sharing
from mkdocs_plans.wording import counted, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_plans.model import Catalogue, Finding
    from mkdocs_plans.settings import SectionSpec
    from mkdocs_plans.starting.kinds import Kind
    from mkdocs_plans.starting.sharing import Shared

PATTERNS = ("plan.md", "*.plan.md", *hints.USUAL_NAMES)
# A finding in this share of the plans is not an oversight, but how the team writes its plans.
_HABIT = 0.3
_HABITS = ("title-missing", "status-missing", "spec-missing", "section-empty", "section-placeholder")
# A habit only if no sections are proposed; otherwise it reports the sections that plans lack.
_UNASKED = "section-missing"
_LONGEST_STATUS = 40


@dataclass(frozen=True, slots=True)
class Names:
    """Which files look like plans: the patterns that match them, with counts, and the files."""

    patterns: tuple[tuple[str, int], ...]
    files: tuple[str, ...]

    @property
    def settings(self) -> Settings:
        """Settings that include these files."""
        include = tuple(pattern for pattern, _ in self.patterns)
        default = Settings()
        exclude = hints.excluded(include, default) or default.exclude
        return Settings(include=include or default.include, exclude=exclude)


@dataclass(frozen=True, slots=True)
class Survey:
    """What the plans of a project are like: `habits` are rules that would report most of them.

    If there are several `kinds` of plans, `shared` is empty. `templates` are the team's files that plans are checked
    by.
    """

    names: Names
    sources: tuple[tuple[str, int], ...]
    catalogue: Catalogue
    shared: tuple[Shared, ...]
    kinds: tuple[Kind, ...]
    habits: tuple[tuple[str, int], ...]
    templates: tuple[str, ...]


def names(files: Iterable[str]) -> Names:
    """The plans among the files of a project, each under the first pattern that matches it."""
    exclude = (*Settings().exclude, *hints.HOST_PAGES)
    counts: Counter[str] = Counter()
    found: list[str] = []
    for file in files:
        pattern = next((each for each in PATTERNS if is_plan(file, Settings(include=(each,), exclude=exclude))), None)
        if pattern is not None:
            counts[pattern] += 1
            found.append(file)
    return Names(tuple((each, counts[each]) for each in PATTERNS if counts[each]), tuple(found))


def sources(files: Iterable[str], docs: str) -> tuple[tuple[str, int], ...]:
    """The folders outside `docs` that hold plans, and how many; those at the top of the project belong to none."""
    outside, _ = _homes(files, docs)
    return tuple(sorted(Counter(outside.values()).items()))


def _homes(files: Iterable[str], docs: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Where the plans outside `docs` live, and those inside."""
    inside = [file for file in files if file.startswith(f"{docs}/")]
    return kinds.homes(file for file in files if not file.startswith(f"{docs}/")), kinds.homes(inside)


def mounts(paths: Iterable[str]) -> Mapping[str, str]:
    """Where each source is mounted: at its default place, or beside it if another source is there already."""
    given: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (default_mount(path) != path, path)):
        mount = default_mount(path)
        candidates = chain([mount], (f"{number}-{mount}" for number in count(2)))
        given[path] = next(each for each in candidates if not any(_overlap(each, other) for other in given.values()))
    return given


def _overlap(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def habits(findings: Iterable[Finding], rules: Iterable[str], plans: int) -> tuple[tuple[str, int], ...]:
    """The given rules that have a finding in many plans, and in how many."""
    told: dict[str, set[str]] = {}
    for finding in findings:
        if finding.path is not None:
            told.setdefault(finding.rule, set()).add(finding.file)
    return tuple((rule, len(told[rule])) for rule in rules if len(told.get(rule, ())) > _HABIT * plans)


def statuses(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """The statuses in use, the most frequent first; derived ones apart, in parentheses."""
    return tuple(Counter(plan.said_status for plan in catalogue.plans).most_common())


def strange(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """Declared statuses that no column claims and that more than one plan has."""
    words = Counter(
        plain(plan.document.status.value)
        for plan in catalogue.plans
        if plan.document.status is not None and plan.status == UNKNOWN
    )
    return tuple((word, count) for word, count in words.most_common() if count > 1 and 0 < len(word) <= _LONGEST_STATUS)


def survey(files: Iterable[str], docs: str, load: Callable[[str], bytes]) -> Survey | None:
    """Look at the files of a project; None if none is named like a plan.

    Args:
        files: All files, from the project's folder.
        docs: The docs folder, from there.
        load: Gives the bytes of a file.
    """
    every = list(files)
    found = names(every)
    if not found.files:
        return None
    entries = [Entry(Place(file, file), Path(file)) for file in every]
    given = Inputs(entries, frozenset(found.files))
    catalogue = compile_catalogue(given, found.settings, lambda entry: load(entry.place.file))
    outside, inside = _homes(found.files, docs)
    several = kinds.kinds(catalogue.plans, {**inside, **outside})
    is_alone = len(catalogue.plans) == 1
    shared = () if several or is_alone else sharing.sections([plan.document for plan in catalogue.plans])
    measured = replace(found.settings, sections=tuple(each.section for each in shared))
    read = {
        name: templates.read(load(name), measured) for name in templates.wanted(found.files, measured) if name in every
    }
    findings = checks.check(catalogue, measured, read).findings
    asked = _HABITS if shared else (*_HABITS, _UNASKED)
    told = () if is_alone else habits(findings, asked, len(catalogue.plans))
    return Survey(found, sources(found.files, docs), catalogue, shared, several, told, tuple(read))


def options(survey: Survey) -> dict[str, Any]:
    """The options of the plugin, as plain data; only what differs from the defaults."""
    settings, default = survey.names.settings, Settings()
    given: dict[str, Any] = {}
    if set(settings.include) - set(default.include):
        given["include"] = list(settings.include)
    if settings.exclude != default.exclude:
        given["exclude"] = list(settings.exclude)
    if survey.sources:
        places = mounts(path for path, _ in survey.sources)
        given["sources"] = [{"path": path, "mount": places[path]} for path, _ in survey.sources]
    if survey.shared:
        given["sections"] = [_section(each.section) for each in survey.shared]
    if survey.habits:
        given["rules"] = dict.fromkeys((rule for rule, _ in survey.habits), "off")
    return given


def _section(section: SectionSpec) -> str | dict[str, Any]:
    return {"name": section.name, "aliases": list(section.aliases)} if section.aliases else section.name


def block(survey: Survey, root: str = ".") -> str:
    """The lines for mkdocs.yml; `root` is the folder that was looked through, from there."""
    given = options(survey) if root == "." else {"root": root, **options(survey)}
    plugin: Any = {"plans": given} if given else "plans"
    text: str = yaml.safe_dump(
        {"plugins": ["search", plugin]}, sort_keys=False, allow_unicode=True, width=1_000, default_flow_style=None
    )
    return text


def table(survey: Survey) -> str:
    """What was found, a line each, for people."""
    total = len(survey.catalogue.plans)
    rows = [("plans", str(total))]
    rows += [("named", f"{pattern}: {count}") for pattern, count in survey.names.patterns]
    rows += [("outside docs", f"{plain(path)}/: {count}") for path, count in survey.sources]
    rows += [("status", f"{plain(name)}: {count}") for name, count in statuses(survey.catalogue)]
    rows += [
        ("unknown status", f"{word}: {count}; add it to `statuses`, as a status or as an alias of one")
        for word, count in strange(survey.catalogue)
    ]
    rows += [("section", _share(each, total)) for each in survey.shared]
    if survey.shared:
        way = "the proposed sections replace it; leave them out to check plans by this template"
        rows += [("template", f"{plain(name)}: {way}") for name in survey.templates]
    rows += [("kind", _likeness(kind)) for kind in survey.kinds]
    if not survey.shared:
        rows.append(("sections", _on_sections(survey)))
    rows += [("turned off", f"{rule}: found in {count} of {counted(total, 'plan')}") for rule, count in survey.habits]
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label.ljust(width)}  {value}\n" for label, value in rows)


def _share(shared: Shared, total: int) -> str:
    also = f" (also {', '.join(shared.section.aliases)})" if shared.section.aliases else ""
    left = total - shared.count
    return f"{shared.section.name}{also}: {shared.count} of {total}" + (f", {left} would warn" if left else "")


def _likeness(kind: Kind) -> str:
    names = ", ".join(each.section.name for each in kind.shared)
    folders = ", ".join(f"{plain(folder)}/" if folder else "the top folder" for folder in kind.folders)
    share = f"at least 80 % of them with {names}" if names else "no section in 80 % of them"
    return f"{folders}: {counted(kind.count, 'plan')}, {share}"


def _on_sections(survey: Survey) -> str:
    """Why no sections are proposed, and what decides instead."""
    if len(survey.catalogue.plans) == 1:
        return "one plan is too few to propose any; a template decides what is missing"
    is_off = any(rule == _UNASKED for rule, _ in survey.habits)
    way = f"; in that case do not turn {_UNASKED} off" if is_off else ""
    kind = next((kind for kind in survey.kinds if kind.shared and kind.folders[0]), None)
    if kind is None:
        return f"no section is in 80 % of the plans; a template can set what they should have{way}"
    place = f"{plain(kind.folders[0])}/{templates.PLACES[1]}"
    return f"the kinds differ; to require those of one kind, write them as headings into a template, {place}{way}"
