"""A new plan: the next number of a folder, and the team's template with what is known already filled in."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.checks.templates import BUILT_IN, Template
from mkdocs_plans.model import Stage
from mkdocs_plans.options import slugify
from mkdocs_plans.patterns import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_plans.model import Plan
    from mkdocs_plans.settings import SectionSpec, Settings

FILE_NAME = "plan.md"
_NUMBERED = re.compile(r"(\d{1,6})[-_. ]")
_DIGITS = 3
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class SpecFile:
    """The spec that stands beside a plan: its name, and its id where it has one."""

    name: str
    id: str | None = None

    @property
    def link(self) -> str:
        """A link to it."""
        return f"[{self.id or self.name}]({self.name})"


@dataclass(frozen=True, slots=True)
class Feature:
    """What is known of a feature before anything is written: `folder` holds all features, `number` is the next one."""

    title: str
    folder: str
    number: str
    created: str
    spec: SpecFile | None = None

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


def _heading(section: SectionSpec) -> str:
    return f"{'##' if section.parent is None else '###'} {section.name}"
