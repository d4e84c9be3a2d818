"""A feature before its plan is written, and the text of a template made from its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_plans.checks.templates import BUILT_IN, Template
from mkdocs_plans.options import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_plans.authoring.layouts import Beginning
    from mkdocs_plans.settings import SectionSpec

# The labels of a header, with what a template has for their values.
HEADER: Mapping[str, str] = MappingProxyType({"Spec": "SPEC-XXX", "Status": "[Status]", "Created": "YYYY-MM-DD"})
_LONGEST_SLUG = 60
_BRACKET = re.compile(r"[\[\]\\]")


@dataclass(frozen=True, slots=True)
class SpecFile:
    """The spec beside a plan: its name, and its id if it has one."""

    name: str
    id: str | None = None

    @property
    def link(self) -> str:
        """A link to the spec."""
        text = _BRACKET.sub(r"\\\g<0>", self.id or self.name)
        return f"[{text}]({quote(self.name, errors='replace')})"


@dataclass(frozen=True, slots=True)
class Feature:
    """What is known of a feature before its plan is written; `name` is that of its folder: `012-login`."""

    title: str
    name: str
    number: str
    created: str
    spec: SpecFile | None = None


def begin(title: str, beginning: Beginning, number: str, created: str) -> Feature:
    """A feature of which only the title is known."""
    slug = slugify(title)[:_LONGEST_SLUG].strip("-")
    first = f"{beginning.letters}{number}" if beginning.is_numbered else created if beginning.is_dated else ""
    name = beginning.joint.join(part for part in (first, slug.replace("-", beginning.joint)) if part)
    # A date alone could be any plan of that day.
    name = name if slug or beginning.is_numbered else ""
    return Feature(title, name, number if beginning.is_numbered else "", created)


def text_of(template: Template, title: str = "Technical Plan: [Feature Name]", labels: Iterable[str] = HEADER) -> str:
    """The text of a template, made from its sections and the labels of `HEADER` that plans have."""
    head = "  \n".join(f"**{label}**: {HEADER[label]}" for label in labels)
    body = "".join(f"\n{_heading(section)}\n\n[To be written]\n" for section in template.sections)
    return f"# {title}\n\n{head}\n{body}"


def built_in(name: str, sections: tuple[SectionSpec, ...]) -> Template:
    """The sections that mkdocs.yml names, else a built-in template; `technical-plan` if the name is not that of one."""
    return Template("mkdocs.yml", sections) if sections else BUILT_IN.get(name, BUILT_IN["technical-plan"])


def _heading(section: SectionSpec) -> str:
    return f"{'##' if section.parent is None else '###'} {section.name}"
