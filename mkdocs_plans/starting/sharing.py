"""What the plans of a team have in common: the sections that most of them share, with their variants."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import median_low
from typing import TYPE_CHECKING

from mkdocs_plans.checks import headings, requirements
from mkdocs_plans.settings import SectionSpec
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs_plans.model import Document

# A section in this share of the plans is one that the others lack.
_SHARED = 0.8
# A heading in this share of the plans may reach the share above with its variants.
_COMMON = 0.4
_SECTIONS_AT_MOST = 30
_ALIASES_AT_MOST = 5
_LONGEST_ALIAS = 40
# Plans of one kind have other headings in common, each in this share of them.
_USUAL = 0.5
# Words that at most this share of the plans have in several headings still mean one section.
_SELDOM = 0.1
# The endings of words with one stem: `test`, `tests` and `testing`, `change` and `changed`.
_INFLECTION = re.compile(r"(?<=\w{4})(?:e|es|s|ed|ing)$")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Shared:
    """A section that most plans have, under its most frequent name, and how many have it."""

    section: SectionSpec
    count: int


@dataclass(frozen=True, slots=True)
class _Heading:
    """An H2 of several plans, in singular or plural: the numbers of the plans, and its place in them."""

    titles: Counter[str] = field(default_factory=Counter)
    plans: set[int] = field(default_factory=set)
    places: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The most common spelling, without a leading number and a final remark."""
        title = self.titles.most_common(1)[0][0]
        key = headings.keys(title)[-1]
        at = title.casefold().find(key)
        return title[at : at + len(key)] if at >= 0 else title


def sections(documents: Sequence[Document]) -> tuple[Shared, ...]:
    """The sections that most documents share, in their usual order, with their variants as aliases."""
    found = _headings(documents)
    frequent = sorted(
        (key for key, heading in found.items() if len(heading.plans) >= _COMMON * len(documents) and _is_general(key)),
        key=lambda key: -len(found[key].plans),
    )
    shared = []
    taken: set[str] = set()
    for key in frequent[:_SECTIONS_AT_MOST]:
        if key in taken:
            continue
        free = {other: heading for other, heading in found.items() if other == key or other not in taken}
        aliases = _aliases(key, free, documents)
        spec = SectionSpec(found[key].name, tuple(found[alias].name for alias in aliases))
        if (count := len(_having(documents, spec))) >= _SHARED * len(documents):
            taken |= {key, *aliases}
            shared.append((median_low(found[key].places), Shared(spec, count)))
    return tuple(each for _, each in sorted(shared, key=lambda pair: pair[0]))


def _headings(documents: Sequence[Document]) -> Mapping[str, _Heading]:
    """The H2s of the documents by their keys."""
    found: dict[str, _Heading] = {}
    for number, document in enumerate(documents):
        tops = [section for section in requirements.sections_of(document) if section.level == 2]
        for at, section in enumerate(tops):
            heading = found.setdefault(headings.of_any_number(section.title)[-1], _Heading())
            heading.titles[plain(section.title)] += 1
            heading.plans.add(number)
            heading.places.append(at / len(tops))
    return found


def _having(documents: Sequence[Document], spec: SectionSpec) -> set[int]:
    return {number for number, document in enumerate(documents) if requirements.has(document, spec)}


def _aliases(key: str, found: Mapping[str, _Heading], documents: Sequence[Document]) -> list[str]:
    """The variants of a heading: those in several plans that do not have the heading, then those in single plans.

    The latter prove nothing about the team's habits, but a plan with `Risk Mitigation` should not be reported to lack
    the `Risk Assessment` that all others have.
    """
    held = _having(documents, SectionSpec(found[key].name))
    variants = {
        other: heading.plans
        for other, heading in found.items()
        if other != key and not heading.plans & held and _is_variant(other, key, found)
    }
    chosen: list[str] = []
    for least in (2, 1):
        while variants and len(chosen) < _ALIASES_AT_MOST:
            best = max(sorted(variants), key=lambda other: len(variants[other] - held))
            if len(variants[best] - held) < least:
                break
            chosen.append(best)
            held |= variants.pop(best)
        if least > 1 and len(held) < _SHARED * len(documents):
            break
    return chosen


def _is_variant(other: str, key: str, found: Mapping[str, _Heading]) -> bool:
    """Whether a heading can replace another one: both begin alike, or one contains all words of the other.

    Single plans have no habits, so for them only the beginning counts.
    """
    one, two = _stems(key), _stems(other)
    if not one or not two or not _is_general(other):
        return False
    plans = found[other].plans
    common = set(one) & set(two)
    is_part = len(plans) > 1 and common in (set(one), set(two))
    is_like = (one[0] == two[0] and _is_telling(lambda stems: stems[:1] == one[:1], plans, found)) or (
        is_part and _is_telling(lambda stems: common <= set(stems), plans, found)
    )
    return is_like and _are_of_one_kind(key, other, found)


def _is_telling(is_meant: Callable[[Sequence[str]], bool], plans: set[int], found: Mapping[str, _Heading]) -> bool:
    """Whether words identify a section: few plans have several headings with them, and not all of those given.

    Plans with both `Data Model` and `Data Flow` are an example of the contrary.
    """
    counts = Counter(plan for key, heading in found.items() if is_meant(_stems(key)) for plan in heading.plans)
    several = {plan for plan, count in counts.items() if count > 1}
    return len(several) <= _SELDOM * len(counts) and not plans <= several


def _are_of_one_kind(key: str, other: str, found: Mapping[str, _Heading]) -> bool:
    """Whether the plans with either of two headings share other headings, as far as they have usual ones at all."""
    usual = [
        {
            name
            for name, heading in found.items()
            if name not in (key, other) and len(heading.plans & plans) > max(1, _USUAL * len(plans))
        }
        for plans in (found[key].plans, found[other].plans)
    ]
    return not all(usual) or not usual[0].isdisjoint(usual[1])


def _is_general(key: str) -> bool:
    """Whether a heading can be that of many plans: short, and not a numbered part of one."""
    return len(key) <= _LONGEST_ALIAS and not any(char.isdigit() for char in key)


@lru_cache(maxsize=4096)
def _stems(key: str) -> tuple[str, ...]:
    """The meaningful words of a heading, without their endings."""
    return tuple(_INFLECTION.sub("", word) for word in re.findall(r"\w+", key) if len(word) >= _SHORTEST_STEM)
