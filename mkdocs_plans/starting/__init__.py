"""A start from the plans that are there: what they have in common, as options of the plugin.

Everything is counted from the plans themselves; nothing is proposed that fewer than most of them do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from mkdocs_plans import checks
from mkdocs_plans.checks.wording import counted, plain
from mkdocs_plans.discovery import Entry, is_plan
from mkdocs_plans.model import Place
from mkdocs_plans.options import default_mount
from mkdocs_plans.patterns import matches
from mkdocs_plans.pipeline import Sources, compile_catalogue
from mkdocs_plans.settings import UNKNOWN, Settings
from mkdocs_plans.starting import hints, sharing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_plans.model import Catalogue, Finding
    from mkdocs_plans.settings import SectionSpec
    from mkdocs_plans.starting.sharing import Shared

_PATTERNS = ("plan.md", "*.plan.md", *hints.USUAL_NAMES)
_HOST_PAGES = ("README.md", "index.md")
# What so many plans are told of is no oversight, but how the team writes its plans.
_HABIT = 0.3
_HABITS = ("title-missing", "status-missing", "spec-missing", "section-empty", "section-placeholder")
_HOMES_AT_MOST = 3
_LONGEST_STATUS = 40


@dataclass(frozen=True, slots=True)
class Names:
    """Which files look like plans: the patterns that take them in, how many each, and the files."""

    patterns: tuple[tuple[str, int], ...]
    files: tuple[str, ...]

    @property
    def settings(self) -> Settings:
        """Settings that take in these files."""
        include = tuple(pattern for pattern, _ in self.patterns)
        exclude = (*Settings().exclude, *(_HOST_PAGES if hints.USUAL_NAMES[-1] in include else ()))
        return Settings(include=include or Settings().include, exclude=exclude)


@dataclass(frozen=True, slots=True)
class Survey:
    """What the plans of a project are like: `habits` are rules that would tell most of them the same."""

    names: Names
    sources: tuple[tuple[str, int], ...]
    catalogue: Catalogue
    shared: tuple[Shared, ...]
    habits: tuple[tuple[str, int], ...]


def names(files: Iterable[str]) -> Names:
    """The plans among the files of a project, each under the first pattern that takes it in."""
    exclude = (*Settings().exclude, *_HOST_PAGES)
    counts: Counter[str] = Counter()
    found: list[str] = []
    for file in files:
        pattern = next((each for each in _PATTERNS if is_plan(file, Settings(include=(each,), exclude=exclude))), None)
        if pattern is not None:
            counts[pattern] += 1
            found.append(file)
    return Names(tuple((each, counts[each]) for each in _PATTERNS if counts[each]), tuple(found))


def sources(files: Iterable[str], docs: str) -> tuple[tuple[str, int], ...]:
    """The folders outside `docs` that hold plans, and how many; those at the top of the project belong to none."""
    outside = [PurePosixPath(file) for file in files if not file.startswith(f"{docs}/")]
    homes = {path: _home(path) for path in outside}
    tops = {home for home in homes.values() if not any(other in home.parents for other in homes.values())}
    crowded = {
        top for top, count in Counter(home.parts[0] for home in tops if home.parts).items() if count > _HOMES_AT_MOST
    }
    chosen: Counter[str] = Counter()
    for home in homes.values():
        if home.parts:
            above = next((top for top in tops if top == home or top in home.parents), home)
            chosen[above.parts[0] if above.parts[0] in crowded else str(above)] += 1
    return tuple(sorted(chosen.items()))


def _home(path: PurePosixPath) -> PurePosixPath:
    """The folder that holds the feature of a plan, which has a folder of its own where its name only says plan."""
    return path.parent.parent if matches(path.name, ("plan.md",)) and len(path.parts) > 2 else path.parent


def habits(findings: Iterable[Finding], plans: int) -> tuple[tuple[str, int], ...]:
    """The rules that speak of what most plans leave out, and of how many plans."""
    told: dict[str, set[str]] = {}
    for finding in findings:
        if finding.rule in _HABITS:
            told.setdefault(finding.rule, set()).add(finding.file)
    return tuple((rule, len(told[rule])) for rule in _HABITS if len(told.get(rule, ())) > _HABIT * plans)


def statuses(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """The statuses in use, the most frequent first."""
    return tuple(Counter(plan.status.name for plan in catalogue.plans).most_common())


def strange(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """Declared statuses that no column claims and that more than one plan has."""
    words = Counter(
        plain(plan.document.status.value)
        for plan in catalogue.plans
        if plan.document.status is not None and plan.status == UNKNOWN
    )
    return tuple((word, count) for word, count in words.most_common() if count > 1 and 0 < len(word) <= _LONGEST_STATUS)


def survey(files: Iterable[str], docs: str, load: Callable[[str], bytes]) -> Survey | None:
    """Look at the files of a project; None where none is named like a plan.

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
    given = Sources(entries, frozenset(found.files))
    catalogue = compile_catalogue(given, found.settings, lambda entry: load(entry.place.file))
    shared = sharing.sections([plan.document for plan in catalogue.plans])
    measured = replace(found.settings, sections=tuple(each.section for each in shared))
    findings = checks.check(catalogue, measured).findings
    return Survey(found, sources(found.files, docs), catalogue, shared, habits(findings, len(catalogue.plans)))


def options(survey: Survey) -> dict[str, Any]:
    """The options of the plugin, as plain data; only what differs from the defaults."""
    settings, default = survey.names.settings, Settings()
    given: dict[str, Any] = {}
    if set(settings.include) - set(default.include):
        given["include"] = list(settings.include)
    if settings.exclude != default.exclude:
        given["exclude"] = list(settings.exclude)
    if survey.sources:
        given["sources"] = [{"path": path, "mount": default_mount(path)} for path, _ in survey.sources]
    if survey.shared:
        given["sections"] = [_section(each.section) for each in survey.shared]
    if survey.habits:
        given["rules"] = dict.fromkeys((rule for rule, _ in survey.habits), "off")
    return given


def _section(section: SectionSpec) -> str | dict[str, Any]:
    return {"name": section.name, "aliases": list(section.aliases)} if section.aliases else section.name


def block(survey: Survey) -> str:
    """The lines for mkdocs.yml."""
    given = options(survey)
    plugin: Any = {"plans": given} if given else "plans"
    text: str = yaml.safe_dump({"plugins": ["search", plugin]}, sort_keys=False, allow_unicode=True, width=120)
    return text


def table(survey: Survey) -> str:
    """What was found, for people: one line each."""
    total = len(survey.catalogue.plans)
    rows = [("plans", str(total))]
    rows += [("named", f"{pattern}: {count}") for pattern, count in survey.names.patterns]
    rows += [("outside docs", f"{path}/: {count}") for path, count in survey.sources]
    rows += [("status", f"{plain(name)}: {count}") for name, count in statuses(survey.catalogue)]
    rows += [
        ("unknown status", f"{word}: {count}; make it an alias of a status, or a status, under statuses")
        for word, count in strange(survey.catalogue)
    ]
    rows += [("section", _share(each, total)) for each in survey.shared]
    if not survey.shared:
        rows.append(("section", "none is in 80 % of the plans, so that only templates decide what is missing"))
    rows += [
        ("turned off", f"{rule}: {count} of {counted(total, 'plan')} would be told") for rule, count in survey.habits
    ]
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label.ljust(width)}  {value}\n" for label, value in rows)


def _share(shared: Shared, total: int) -> str:
    also = f" (also {', '.join(shared.section.aliases)})" if shared.section.aliases else ""
    left = total - shared.count
    return f"{shared.section.name}{also}: {shared.count} of {total}" + (f", {left} would warn" if left else "")
