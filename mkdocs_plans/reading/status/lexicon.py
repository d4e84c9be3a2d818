"""The phrases that mean a team's statuses: the team's own names, and the built-in words for the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.status.grammar import names_preparation
from mkdocs_plans.reading.status.particles import DENIED, WHOLE
from mkdocs_plans.reading.status.vocabulary import EMOJI, STAGES, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.model import Status

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=16)
def lexicon(statuses: tuple[Status, ...]) -> Lexicon:
    """The words of a team's statuses; made once for each list of statuses."""
    return Lexicon.of(statuses)


@dataclass(frozen=True)
class Lexicon:
    """The phrases that a team's statuses and the built-in words give, each with the status that it means.

    Attributes:
        own: The names, slugs and aliases of the configured statuses.
        phrases: These and the built-in ones.
        emoji: What each emoji means.
        prepared: The built-in phrases that mean that a design is finished.
        longest: How many words the longest phrase has.
    """

    own: Mapping[str, Status]
    phrases: Mapping[str, Status]
    emoji: Mapping[str, Status]
    prepared: frozenset[str]
    longest: int

    @classmethod
    def of(cls, statuses: tuple[Status, ...]) -> Lexicon:
        """Names, slugs and aliases claim their phrases; every other built-in word goes where `_target` says."""
        own: dict[str, Status] = {}
        for status in statuses:
            for name in (status.name, status.slug, *status.aliases):
                own.setdefault(normal(name), status)
        meant = {slug: target for slug in WORDS if (target := _target(slug, statuses))}
        built_in = {normal(word): meant[slug] for slug in reversed(WORDS) if slug in meant for word in WORDS[slug]}
        phrases = {**built_in, **own}
        return cls(
            own,
            phrases,
            {emoji: meant[slug] for emoji, slug in EMOJI.items() if slug in meant},
            frozenset(phrase for phrase in phrases if phrase not in own and names_preparation(phrase)),
            max((len(phrase.split()) for phrase in phrases), default=1),
        )

    @cached_property
    def unspaced(self) -> re.Pattern[str]:
        """Finds the phrases of scripts without blanks; made when a plan is in one of them."""
        phrases = [phrase for phrase in self.phrases if is_unspaced(phrase) and not self.is_whole(phrase)]
        words = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
        return re.compile(f"(?:{words or '(?!)'})".join(DENIED))

    def exact(self, text: str) -> Status | None:
        """The status of a text that is one phrase and no more."""
        return self.phrases.get(normal(text))

    def is_whole(self, phrase: str) -> bool:
        """Whether a phrase means a status only as the whole of a text."""
        return phrase in WHOLE and phrase not in self.own

    def is_teams(self, phrase: str) -> bool:
        """Whether a team has given this name to a status of its own."""
        return phrase in self.own and self.own[phrase].own

    def of_design(self) -> Status | None:
        """The status of a plan whose design is finished."""
        return self.phrases.get("planned") or self.phrases.get("in progress")

    def of_part(self, status: Status) -> Status | None:
        """The status of a plan of which a part has this one: where one phase is done, it is in progress."""
        return self.phrases.get("in progress") if status.stage is Stage.DONE else status


def is_unspaced(text: str) -> bool:
    """Whether a text holds a script without blanks."""
    return _UNSPACED.search(text) is not None


def _target(slug: str, statuses: tuple[Status, ...]) -> Status | None:
    """The configured status that a built-in one becomes: that name, one that means the same, the first of its stage."""
    same = next((status for status in statuses if slug in (status.slug, normal(status.name).replace(" ", "-"))), None)
    of_stage = [status for status in statuses if status.stage is STAGES[slug]]
    words = frozenset(map(normal, WORDS[slug]))
    alike = (status for status in of_stage if not words.isdisjoint(map(normal, (status.name, *status.aliases))))
    return same or next(alike, None) or next(iter(of_stage), None)
