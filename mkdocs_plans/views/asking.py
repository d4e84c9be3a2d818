"""The sections that a register is made of: those with open questions, or those that its marker names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans import expressions
from mkdocs_plans.checks import headings
from mkdocs_plans.reading.records import questions
from mkdocs_plans.reading.records.settling import is_settled_heading
from mkdocs_plans.settings import SectionSpec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_plans.model import Section
    from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one section: keys of headings, expressions, and what a longer heading may announce."""

    keys: frozenset[str]
    expressions: tuple[str, ...]
    announced: frozenset[str]
    is_settled: bool = False

    @classmethod
    def of(cls, spec: SectionSpec, *, asks: bool = False) -> _Names:
        names = (spec.name, *spec.aliases)
        plain = [name for name in names if not expressions.is_expression(name)]
        # `Questions & Answers` are not open questions.
        joined = (name for name in map(headings.fold, plain) if not asks or " " in name or not name.isascii())
        return cls(
            _keys(plain),
            tuple(name for name in names if expressions.is_expression(name)),
            frozenset(joined),
            is_settled_heading(spec.name),
        )

    def fit(self, section: Section) -> bool:
        """Whether a section has one of the names."""
        if is_settled_heading(section.title) and not self.is_settled:
            return False
        keys = headings.keys(section.title)
        return (
            not self.keys.isdisjoint(_keys((section.title,)))
            or not self.announced.isdisjoint(headings.announced(section.title))
            or any(expressions.matches(each, key) for each in self.expressions for key in keys)
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """The sections that are asked for, and whether open questions are among them."""

    names: tuple[_Names, ...]
    asks: bool

    @classmethod
    def of(cls, written: Sequence[str], settings: Settings) -> Asked:
        """The sections that a marker names, by any of their names; open questions if it names none."""
        questions_of_team = _questions(settings.sections)
        specs = [_spec(name, (questions_of_team, *settings.sections)) for name in written] or [questions_of_team]
        asks = [spec is questions_of_team for spec in specs]
        return cls(tuple(_Names.of(spec, asks=own) for spec, own in zip(specs, asks, strict=True)), any(asks))

    def among(self, sections: Iterable[Section]) -> list[Section]:
        """Those of these sections that have one of the names."""
        return [section for section in sections if any(names.fit(section) for names in self.names)]


def _questions(own: Iterable[SectionSpec]) -> SectionSpec:
    """Open questions, with the names that a team has for them."""
    known = _keys(questions.SECTIONS)
    first = _keys(questions.SECTIONS[:1])
    alike = [
        spec for spec in own if not known.isdisjoint(_keys((spec.name,))) or not first.isdisjoint(_keys(spec.aliases))
    ]
    further = (name for spec in alike for name in (spec.name, *spec.aliases))
    return SectionSpec(questions.SECTIONS[0], (*questions.SECTIONS[1:], *further))


def _spec(name: str, known: Iterable[SectionSpec]) -> SectionSpec:
    """A section by any of its names."""
    wanted = _keys((name,))
    return next((spec for spec in known if not wanted.isdisjoint(_keys((spec.name, *spec.aliases)))), SectionSpec(name))


def _keys(names: Iterable[str]) -> frozenset[str]:
    """The keys that sections with these names may have, in singular and plural."""
    return frozenset(key for name in names for key in (*headings.keys(name), *headings.of_any_number(name)))
