"""Plan templates: the built-in ones, and those that a team keeps in files."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.checks import headings
from mkdocs_plans.reading import read as read_document
from mkdocs_plans.settings import TEMPLATE_PLACES, SectionSpec

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mkdocs_plans.model import Document, Section
    from mkdocs_plans.settings import Settings

AUTO = "auto"

PLACES = TEMPLATE_PLACES

_OPTIONAL = re.compile(r"\b(?:optional|if applicable|if needed|if unused|only if)\b", re.IGNORECASE)
# A comment or a block quote: instructions of a template to its users.
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)|(?:>[^\n]*\n?)+", re.DOTALL)
_REMARK_LINES = 40
# A remark in brackets in a heading for authors of plans: whether the section may be left out.
_HEADING_REMARK = re.compile(
    r"\s{0,9}[*_]{0,3}[(\[（［【]\s{0,9}(?:(?P<free>optional|as needed|if (?:applicable|needed|unused|any)|"
    r"(?:only|include|delete|remove) if|facultatif|optionnel|opcional|необязательно|опционально|任意|省略可|オプション|"
    r"可选|可選|选填|選填|선택)|mandatory|required|必須|必填|필수)(?!\w)[^()\[\]（）\n]{0,80}[)\]）］】][*_]{0,3}(?![(\[])",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>")


class TemplateError(ValueError):
    """A template in mkdocs.yml that does not exist."""


@dataclass(frozen=True)
class Template:
    """The sections that a kind of plan has; `name` is a built-in name, a file, or mkdocs.yml.

    `texts` are the digests of the texts in the sections of a template file.
    """

    name: str
    sections: tuple[SectionSpec, ...]
    texts: frozenset[int] = frozenset()

    @property
    def required(self) -> tuple[SectionSpec, ...]:
        """The sections that every plan of the kind should have."""
        return tuple(section for section in self.sections if not section.optional)

    def has_twin(self, spec: SectionSpec) -> bool:
        """Whether another section of the template has the same name, on any level."""
        return self._nouns[_noun(spec)] > 1

    @cached_property
    def _nouns(self) -> Counter[str]:
        return Counter(map(_noun, self.sections))


def _noun(spec: SectionSpec) -> str:
    return headings.of_any_number(spec.name)[0]


def _template(name: str, required: str, optional: str = "") -> Template:
    parts = [SectionSpec(part.strip()) for part in required.split("·")]
    extra = [SectionSpec(part.strip(), optional=True) for part in optional.split("·") if part.strip()]
    return Template(name, tuple(parts + extra))


BUILT_IN: Mapping[str, Template] = MappingProxyType(
    {
        "technical-plan": _template(
            "technical-plan",
            "Overview · Technical Approach · Architecture Changes · Data Flow · Dependencies · Error Handling ·"
            " Testing Strategy · Performance Considerations · Security Considerations · Deployment Considerations ·"
            " Monitoring and Validation · Documentation Updates · Timeline and Milestones",
            "Open Questions · Future Enhancements · References",
        ),
        # https://github.com/github/spec-kit/blob/main/templates/plan-template.md
        "spec-kit": _template(
            "spec-kit",
            "Summary · Technical Context · Constitution Check · Project Structure",
            "Complexity Tracking",
        ),
    }
)


def wanted(files: Iterable[str], settings: Settings, top: str = "") -> tuple[str, ...]:
    """The template files to look for, whether they exist or not.

    `files` are the plans' real files, relative to the project's folder, as in `Place.file`; so are the results, and so
    is `top`, the top of the repository. A template that mkdocs.yml names comes first.
    """
    folders: set[str] = set()
    for file in files:
        for folder in _folders_above(file, top):
            if folder in folders:
                break
            folders.add(folder)
    beside = {posixpath.join(folder, place) for folder in folders for place in PLACES}
    return tuple(dict.fromkeys([*_asked(settings), *sorted(beside)]))


def require(settings: Settings, found: Collection[str]) -> None:
    """Make sure that the templates in mkdocs.yml are built in, or among the files that were found.

    Raises:
        TemplateError: where one is not.
    """
    if absent := [name for name in dict.fromkeys(_asked(settings)) if name not in found]:
        missing = " and ".join(f'"{name}"' for name in absent)
        builtin = ", ".join(BUILT_IN)
        raise TemplateError(
            f"template: the file {missing} does not exist; name another, or a built-in template: {builtin}"
        )


def _asked(settings: Settings) -> list[str]:
    named = [settings.template, *(source.template or AUTO for source in settings.sources)]
    return [name for name in named if name != AUTO and name not in BUILT_IN]


def read(raw: bytes, settings: Settings) -> Document:
    """Read a template file; sections that a comment calls optional are marked as such."""
    document = read_document(raw, settings)
    text = document.mended if document.mended is not None else raw.decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return replace(document, sections=tuple(_marked(section, lines) for section in document.sections))


def _marked(section: Section, lines: list[str]) -> Section:
    """Mark a section as optional if a comment between its heading and its first text says so."""
    last_line = min(section.last_line, section.line + _REMARK_LINES)
    remark = _REMARK.match("\n".join(lines[section.line : last_line]).lstrip())
    says_so = remark is not None and _OPTIONAL.search(remark[0]) is not None
    return section._replace(optional=True) if says_so else section


def from_document(name: str, document: Document) -> Template | None:
    """The sections that a template file asks for: its H2s, and below each its H3s; None where it has no H2.

    A heading that is only a placeholder, such as `## [Component]`, requires nothing, nor does an H3 that contains a
    placeholder, such as `### Phase 1: [Name]`, which every plan replaces with its own.
    """
    specs: dict[tuple[str | None, str], SectionSpec] = {}
    for spec, _ in named(document):
        specs.setdefault((spec.parent, spec.name), spec)
    texts = frozenset(filter(None, document.digests))
    return Template(name, tuple(specs.values()), texts) if specs else None


def named(document: Document) -> Iterator[tuple[SectionSpec, Section]]:
    """The sections of a template file that plans should have."""
    parent: str | None = None
    for section in document.sections:
        if section.level <= 2:
            is_asked = section.level == 2 and not _PLACEHOLDER.fullmatch(section.title.strip())
            parent = _name(section) if is_asked else None
            if parent is not None:
                yield _spec(section, None), section
        elif section.level == 3 and parent is not None and not _PLACEHOLDER.search(section.title):
            yield _spec(section, parent), section


def _spec(section: Section, parent: str | None) -> SectionSpec:
    remark = _HEADING_REMARK.search(section.title)
    is_free = _OPTIONAL.search(section.title) if remark is None else remark["free"]
    is_optional = section.optional or is_free is not None
    return SectionSpec(_name(section), optional=is_optional, parent=parent)


def _name(section: Section) -> str:
    return without_remark(section.title).strip() or section.title


def without_remark(heading: str) -> str:
    """A heading without words in brackets that only say whether a plan needs the section: `Risks *(optional)*`."""
    return _HEADING_REMARK.sub("", heading)


def beside(file: str, found: Mapping[str, Template]) -> Template | None:
    """The template file that applies to a plan: the nearest one at or above its folder."""
    if not found:
        return None
    top = max(map(_way_up, found), key=len)
    return next((found[place] for place in places_for(file, top) if place in found), None)


def places_for(file: str, top: str = "") -> Iterator[str]:
    """The possible places of a plan's template, the nearest first, up to the top of the repository."""
    return (posixpath.join(folder, place) for folder in _folders_above(file, top) for place in PLACES)


def _folders_above(file: str, top: str) -> Iterator[str]:
    """The folder of a file and those above it, up to `top`; of a file that is not below that, those with a name."""
    folder = posixpath.dirname(file)
    yield folder
    while folder not in (top, "/"):
        is_named = folder and not folder.endswith("..")
        folder = posixpath.dirname(folder) if is_named else posixpath.normpath(posixpath.join(folder, ".."))
        if len(_way_up(folder)) > len(top) and folder.endswith(".."):
            return
        yield folder


def _way_up(path: str) -> str:
    """The part of a path that leads out of the project's folder: `../..`."""
    return "/".join(part for part in path.split("/") if part == "..")


def best_of(titles: Iterable[str], templates: Iterable[Template]) -> Template | None:
    """The template with most of its required sections among the headings, at least one; if equal, the shorter one."""
    known = {key for title in titles for key in headings.keys(title)}

    def held(template: Template) -> int:
        return sum(not known.isdisjoint(headings.keys(section.name)) for section in template.required)

    best = max(templates, key=lambda template: (held(template), -len(template.required)))
    return best if held(best) else None
