"""A new plan: the next number of a folder, and the team's template with what is known already filled in."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.authoring import editing
from mkdocs_plans.authoring.text import split_lines
from mkdocs_plans.checks.templates import BUILT_IN, Template
from mkdocs_plans.model import Stage
from mkdocs_plans.options import slugify
from mkdocs_plans.patterns import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_plans.model import Plan
    from mkdocs_plans.settings import SectionSpec, Settings

FILE_NAME = "plan.md"
_NUMBERED = re.compile(r"(\d{1,6})[-_. ]")
_DIGITS = 3
_LONGEST_SLUG = 60
_BRACKETED = re.compile(r"\[[^\]\n]{1,80}\]|\{\{?[^}\n]{1,80}\}\}?|<[A-Za-z][^>\n]{0,80}>")
_DATES = re.compile(r"\[?(?:YYYY-MM-DD|\bDATE\b)\]?|\{\{?\s?date\s?\}\}?", re.IGNORECASE)
_BRANCHES = re.compile(r"\[?###-[\w-]{1,60}\]?|\[?NNN-[\w-]{1,60}\]?")
# Where a template lists the statuses to choose from.
_MENU = re.compile(r"((?:[>*_-]+ ?)?(?:Plan )?Status ?\*{0,2} ?: ?\*{0,2} ?)([^|/\r\n]+[|/].*|\[.*)", re.IGNORECASE)
_SPECS = re.compile(r"\bSPEC-(?:X{2,}|N{2,}|#{2,})")


@dataclass(frozen=True, slots=True)
class Feature:
    """What is known of a feature before anything is written: `folder` holds all features, `number` is the next one."""

    title: str
    folder: str
    number: str
    created: str

    @property
    def name(self) -> str:
        """The name of its own folder: `012-login-with-passkeys`."""
        slug = slugify(self.title)[:_LONGEST_SLUG].strip("-")
        return f"{self.number}-{slug}" if slug else self.number

    @property
    def file(self) -> str:
        """The plan itself, from the project's folder."""
        return posixpath.join(self.folder, self.name, FILE_NAME)


def home(plans: Iterable[Plan], settings: Settings, otherwise: str) -> str:
    """The folder where the features of a project stand: the one with most numbered ones.

    Nothing begins where all is done: in the place of an archive, the folder above it.
    """
    counts = Counter(_homes(plans))
    closed = {fold(name) for name, stage in settings.folders.items() if stage in (Stage.DONE, Stage.DROPPED)}
    open_ones = [folder for folder in sorted(counts) if fold(posixpath.basename(folder)) not in closed]
    if open_ones:
        return max(open_ones, key=lambda folder: counts[folder])
    if counts:
        return posixpath.dirname(counts.most_common(1)[0][0])
    return settings.sources[0].path if settings.sources else otherwise


def _homes(plans: Iterable[Plan]) -> Iterator[str]:
    """The folder that holds the feature of each plan in a numbered one."""
    for plan in plans:
        folder, name = posixpath.split(plan.file)
        home, feature = posixpath.split(folder)
        if fold(name) == FILE_NAME and _NUMBERED.match(feature):
            yield home


def next_number(names: Iterable[str]) -> str:
    """The number after the highest one that a name begins with, in as many digits as those have."""
    found = [match[1] for name in names if (match := _NUMBERED.match(f"{name}-"))]
    digits = max((len(number) for number in found), default=_DIGITS)
    return str(max(map(int, found), default=0) + 1).zfill(digits)


def text_of(template: Template) -> str:
    """A template as text, where all that is known of it are its sections."""
    head = "# Technical Plan: [Feature Name]\n\n**Spec**: SPEC-XXX  \n**Status**: [Status]  \n**Created**: YYYY-MM-DD\n"
    return head + "".join(f"\n{_heading(section)}\n\n[To be written]\n" for section in template.sections)


def built_in(name: str, sections: tuple[SectionSpec, ...]) -> Template:
    """The sections that mkdocs.yml names, else a built-in template; `technical-plan` where the name is of none."""
    return Template("mkdocs.yml", sections) if sections else BUILT_IN.get(name, BUILT_IN["technical-plan"])


def fill(template: bytes, feature: Feature, settings: Settings) -> bytes:
    """The template with title, number, date and status filled in; placeholders of the sections stay."""
    text = template.decode("utf-8", "surrogateescape")
    lines = split_lines(text)
    body = next((at for at, line in enumerate(lines) if line.startswith("## ")), len(lines))
    known: Mapping[re.Pattern[str], str] = {
        _DATES: feature.created,
        _BRANCHES: feature.name,
        _SPECS: f"SPEC-{feature.number}",
    }
    head = _titled([_known(line, known) for line in lines[:body]], feature.title)
    status = settings.statuses[0].name
    filled = "".join(_chosen(line, status) for line in (*head, *lines[body:]))
    raw = filled.encode("utf-8", "surrogateescape")
    try:
        return editing.with_status(raw, status, settings)
    except editing.EditError:
        # A template that declares no status, or only where it cannot be changed, is taken as it is.
        return raw


def _heading(section: SectionSpec) -> str:
    marks = "##" if section.parent is None else "###"
    return f"{marks} {section.name}{' (optional)' if section.optional else ''}"


def _chosen(line: str, status: str) -> str:
    """The line with a status in the place of the menu of them."""
    bare = line.rstrip()
    menu = _MENU.fullmatch(bare)
    return f"{menu[1]}{status}{line[len(bare) :]}" if menu else line


def _known(line: str, values: Mapping[re.Pattern[str], str]) -> str:
    for pattern, value in values.items():
        line = pattern.sub(lambda _, value=value: value, line)  # type: ignore[misc]
    return line


def _titled(lines: list[str], title: str) -> list[str]:
    """The lines with the title in the first H1, in the place of its placeholder or behind its words."""
    for at, line in enumerate(lines):
        if line.startswith("# "):
            bare = line.rstrip("\r\n")
            named, count = _BRACKETED.subn(lambda _: title, bare, count=1)
            lines[at] = (named if count else f"{bare.rstrip()}: {title}") + line[len(bare) :]
            return lines
    return [*lines[: _after_front_matter(lines)], f"# {title}\n\n", *lines[_after_front_matter(lines) :]]


def _after_front_matter(lines: list[str]) -> int:
    if not lines or lines[0].strip() != "---":
        return 0
    return next((at + 1 for at, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
