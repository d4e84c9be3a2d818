"""What the plans of a team have in common: the sections that most of them share, with their variants."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.checks import headings, requirements
from mkdocs_plans.checks.wording import plain
from mkdocs_plans.settings import SectionSpec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plans.model import Document

# A section that so many plans have is one that the others lack.
_SHARED = 0.8
# A heading that so many have may reach that with its variants.
_COMMON = 0.4
_SECTIONS_AT_MOST = 30
_STEM = 4
_ALIASES_AT_MOST = 5
_LONGEST_ALIAS = 40


@dataclass(frozen=True, slots=True)
class Shared:
    """A section that most plans have, under its most frequent name, and how many have it."""

    section: SectionSpec
    count: int


def sections(documents: Sequence[Document]) -> tuple[Shared, ...]:
    """The sections that most documents share, in the order in which they stand, with their variants as aliases."""
    having: dict[str, set[int]] = {}
    titles: dict[str, Counter[str]] = {}
    places: dict[str, list[float]] = {}
    for number, document in enumerate(documents):
        found = [section for section in requirements.sections_of(document) if section.level == 2]
        for at, section in enumerate(found):
            key = headings.keys(section.title)[-1]
            having.setdefault(key, set()).add(number)
            titles.setdefault(key, Counter())[plain(section.title)] += 1
            places.setdefault(key, []).append(at / len(found))
    needed = _SHARED * len(documents)
    frequent = sorted(
        (key for key in having if len(having[key]) >= _COMMON * len(documents) and _is_general(key)),
        key=lambda key: -len(having[key]),
    )
    shared = []
    for key in frequent[:_SECTIONS_AT_MOST]:
        name = _bare(titles[key].most_common(1)[0][0], key)
        aliases = _variants(key, having)
        if _count(documents, _spec(name, aliases, titles)) >= needed:
            place = sorted(places[key])[len(places[key]) // 2]
            spec = _spec(name, [*aliases, *_rare_variants(key, aliases, having)], titles)
            shared.append((place, Shared(spec, _count(documents, spec))))
    return tuple(each for _, each in sorted(shared, key=lambda pair: pair[0]))


def _spec(name: str, aliases: Sequence[str], titles: Mapping[str, Counter[str]]) -> SectionSpec:
    return SectionSpec(name, tuple(titles[alias].most_common(1)[0][0] for alias in aliases))


def _count(documents: Sequence[Document], spec: SectionSpec) -> int:
    return sum(requirements.has(document, spec) for document in documents)


def _bare(title: str, key: str) -> str:
    """The heading as written, without the number in front and the remark behind that its key leaves out."""
    at = title.casefold().find(key)
    return title[at : at + len(key)] if at >= 0 else title


def _variants(key: str, having: dict[str, set[int]]) -> list[str]:
    """Headings that share a word with this one, and that at least two plans each have in its place."""
    own, stems = having[key], _stems(key)
    others = {
        other: numbers
        for other, numbers in having.items()
        if other != key and not numbers & own and stems & _stems(other) and _is_general(other)
    }
    chosen: list[str] = []
    held = set(own)
    while others and len(chosen) < _ALIASES_AT_MOST:
        best = max(sorted(others), key=lambda other: len(others[other] - held))
        if len(others[best] - held) < 2:
            break
        chosen.append(best)
        held |= others.pop(best)
    return chosen


def _rare_variants(key: str, aliases: Sequence[str], having: Mapping[str, set[int]]) -> list[str]:
    """Headings that begin like this one, in single plans that have it under no other name.

    They prove nothing of the team's habits, but a plan with `Risk Mitigation` should not be told that it lacks the
    `Risk Assessment` that all others have.
    """
    held = having[key].union(*(having[alias] for alias in aliases))
    beginning = _beginning(key)
    rare = [
        other
        for other, numbers in having.items()
        if not numbers & held
        and beginning
        and _beginning(other) == beginning
        and _is_general(other)
        and key not in headings.announced(other)
    ]
    return sorted(rare)[: _ALIASES_AT_MOST - len(aliases)]


def _is_general(key: str) -> bool:
    """Whether a heading can be that of many plans: short, and no numbered part of one."""
    return len(key) <= _LONGEST_ALIAS and not any(char.isdigit() for char in key)


def _beginning(key: str) -> str:
    word = key.split(" ", 1)[0]
    return word[:_STEM] if len(word) >= _STEM else ""


def _stems(key: str) -> set[str]:
    return {word[:_STEM] for word in key.split() if len(word) >= _STEM}
