"""What the words of a status mean: phrases, what denies them, and where in a text they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.reading import inline
from mkdocs_plans.reading.grammar import (
    AHEAD,
    ALL,
    ARTICLES,
    BETWEEN,
    DENIED,
    FINISHED,
    ITSELF,
    LEADS,
    MOST,
    NEARLY,
    NEGATIONS,
    NOT,
    NOTHING,
    TIES,
    WEAK,
    WHOLE,
    is_part,
    is_partly,
    is_phase,
    is_preparation,
    is_prepared,
    names_nothing,
)
from mkdocs_plans.reading.labels import normal, trim
from mkdocs_plans.reading.vocabulary import EMOJI, STAGES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_plans.model import Status

_CLAUSES = re.compile(r"[()\[\]{},;:.!?|\\→⇒>（）、。，；：【】]|\s[-–—]{1,3}\s|[–—]|(?<!\d)/|/(?!\d)")
# What a word that is the whole of a text may have behind it.
_REMARK = re.compile(r"(?=[(（,，。]|\.\s|\s[-–—/]{1,3}\s|\s\d{4})")
_TOKENS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")
_ARROW = re.compile(r"\s?(?:[→⇒➜]|[-=]>)\s?")
# One clause with a colon, and what it is the heading of.
_LISTS = re.compile(r"[^,;:.!?。、，；：]{1,80}[:：]\s{0,9}\S")
_OPEN = (STAGES["planned"], STAGES["in-progress"])
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=16)
def lexicon(statuses: tuple[Status, ...]) -> Lexicon:
    """The words of a team's statuses; made once for the same ones."""
    return Lexicon.of(statuses)


class _Said(NamedTuple):
    """The status of a clause, whether a few words before it name what has it, and whether the clause ends with it."""

    status: Status
    named: bool
    ends: bool


@dataclass(frozen=True)
class Lexicon:
    """The phrases that a team's statuses and the built-in words give, each with the status that it means."""

    own: Mapping[str, Status]
    phrases: Mapping[str, Status]
    emoji: Mapping[str, Status]
    longest: int
    unspaced: re.Pattern[str]

    @classmethod
    def of(cls, statuses: tuple[Status, ...]) -> Lexicon:
        """Names, slugs and aliases claim their phrases; every other built-in word goes to its status or its stage."""
        own: dict[str, Status] = {}
        for status in statuses:
            for name in (status.name, status.slug, *status.aliases):
                own.setdefault(normal(name), status)
        meant = {slug: target for slug in WORDS if (target := _target(slug, statuses))}
        built_in = {normal(word): meant[slug] for slug in reversed(WORDS) if slug in meant for word in WORDS[slug]}
        phrases = {**built_in, **own}
        unspaced = sorted(
            (phrase for phrase in phrases if _UNSPACED.search(phrase) and (phrase not in WHOLE or phrase in own)),
            key=len,
            reverse=True,
        )
        return cls(
            own,
            phrases,
            {emoji: meant[slug] for emoji, slug in EMOJI.items() if slug in meant},
            max((len(phrase.split()) for phrase in phrases), default=1),
            re.compile(f"(?:{'|'.join(map(re.escape, unspaced)) or '(?!)'})".join(DENIED)),
        )

    def exact(self, text: str) -> Status | None:
        """The status of a text that is one phrase and no more."""
        return self.phrases.get(normal(text))

    def read(self, text: str) -> Status | None:
        """The status of a whole text: what its first clause begins with or holds, then what the later ones do."""
        if found := self.exact(text) or self._before_brackets(text) or self._turned(text):
            return found
        part = is_part(normal(text))
        said = tuple(clauses(text))
        for at, clause in enumerate(said):
            part = part or is_part(clause)
            if told := self._clause(clause, part=part):
                half = part or (told.named and _is_over(told.status) and any(map(self._is_open, said[at + 1 :])))
                return self._of_part(told.status) if half else told.status
        found = self._before_remark(text) or self._shown(text)
        return self._of_part(found) if found and part else found

    def _is_open(self, clause: str) -> bool:
        """Whether a clause says of something that it is not over: "UI not built", behind "Backend shipped"."""
        told = self._clause(clause, part=False)
        return told is not None and told.named and told.ends and told.status.stage in _OPEN

    def _shown(self, text: str) -> Status | None:
        """The status of the emoji that a text begins or ends with, if all in it mean the same."""
        meant = {self.emoji[character] for character in text if character in self.emoji}
        if len(meant) != 1:
            return None
        words = trim(text)
        ends = "".join(text.split(words, maxsplit=1)) if words else text
        return meant.pop() if any(character in self.emoji for character in ends) else None

    def _before_brackets(self, text: str) -> Status | None:
        head = text.partition("(")[0]
        return None if self._is_whole(normal(head)) else self.exact(head)

    def _turned(self, text: str) -> Status | None:
        """The later of two statuses with an arrow between them: `Draft → In review`. Three or more are a vocabulary."""
        parts = _ARROW.split(text)
        if len(parts) != 2 or not NEGATIONS.isdisjoint(_TOKENS.findall(parts[1].casefold())):
            return None
        before, after = map(self.begins, parts)
        return after if before else None

    def begins(self, text: str) -> Status | None:
        """The status that a text begins with; `Completed: the importer` is a list of what is, not of the plan."""
        first = next(clauses(text), "")
        if self.exact(text) or is_part(first):
            return self.read(text)
        found = self.unspaced.match(first)
        status = self.phrases[found[0]] if found else self._phrase_at(_TOKENS.findall(first), 0, first=True)[0]
        return None if status and _is_over(status) and _LISTS.match(text) else status

    def _before_remark(self, text: str) -> Status | None:
        """The status of a word that is the whole of a text but for a remark: `Plan only - waits for Ada`."""
        word = normal(_REMARK.split(text, maxsplit=1)[0])
        # "Decided (not by all)" may be anything.
        vague = word == "decided" and any(character.isalpha() for character in normal(text)[len(word) :])
        return self.phrases.get(word) if self._is_whole(word) and not vague else None

    def _is_whole(self, phrase: str) -> bool:
        return phrase in WHOLE and phrase not in self.own

    def _clause(self, clause: str, *, part: bool) -> _Said | None:
        if _UNSPACED.search(clause) and (found := self.unspaced.search(clause)):
            return self._told_unspaced(found[0], clause[: found.start()], ends=not trim(clause[found.end() :]))
        tokens = [token.replace("’", "'") for token in _TOKENS.findall(clause)]
        for at, token in enumerate(tokens):
            status, end = self._phrase_at(tokens, at, first=part or at == 0)
            if status:
                return self._told(status, tokens[:at], ends=end == len(tokens))
            if token in NOTHING or (token in NOT and not ALL.isdisjoint(tokens[at + 1 : at + 2])):
                return None
        return None

    def _told_unspaced(self, phrase: str, before: str, *, ends: bool) -> _Said | None:
        """What a phrase of a script without blanks says behind what stands before it in its clause."""
        prepared = phrase in FINISHED and is_prepared(before[-12:])
        meant = self.phrases.get("planned") if prepared else self.phrases[phrase]
        if meant and meant.stage is STAGES["done"] and is_partly(before):
            meant = self._of_part(meant)
        return _Said(meant, len(before) <= 12 and not names_nothing(before), ends) if meant else None

    def _told(self, status: Status, before: list[str], *, ends: bool) -> _Said | None:
        """What a status says behind these words: less of what is nearly over, and nothing of what is ahead."""
        if _is_over(status) and not AHEAD.isdisjoint(before):
            return None
        nearly = not NEARLY.isdisjoint(before) or not MOST.isdisjoint(before[:1])
        meant = self._of_part(status) if nearly or is_phase(before) else status
        if meant is None:
            return None
        named = len(before) <= 3 and not ITSELF.issuperset(before)
        return _Said(meant, named, ends and ARTICLES.isdisjoint(before[-1:]))

    def _phrase_at(self, tokens: list[str], at: int, *, first: bool) -> tuple[Status | None, int]:
        """The status of the longest phrase at a token, unless it is denied or only an adjective, and where it ends."""
        for end in range(min(at + self.longest, len(tokens)), at, -1):
            phrase = " ".join(tokens[at:end])
            phrase = self._across(phrase, tokens[end : end + 3]) if phrase in LEADS else phrase
            status = self.phrases.get(phrase)
            if status is None or self._is_whole(phrase) or _UNSPACED.search(phrase):
                continue
            before = next((token for token in reversed(tokens[:at]) if token not in BETWEEN), "")
            if before in NEGATIONS:
                break
            if phrase in FINISHED and is_preparation(tokens[:at], tokens[end : end + 2]):
                return self.phrases.get("planned"), end
            following = tokens[end] if end < len(tokens) else ""
            is_adjective = before in ARTICLES and _is_over(status)
            weak = (phrase in WEAK or is_adjective) and phrase not in self.own
            tied = not following or following in TIES or following[0].isdigit()
            return (status if not weak or (tied and first) else None), end
        return None, at

    def _across(self, lead: str, rest: list[str]) -> str:
        """The phrase that a word and one of the next make, with who is waited for between: `pending owner review`."""
        for token in rest:
            if token in TIES:
                break
            if (phrase := f"{lead} {token}") in self.phrases:
                return phrase
        return lead

    def _of_part(self, status: Status) -> Status | None:
        """One phase that is done is a plan in progress."""
        return self.phrases.get("in progress") if status.stage is STAGES["done"] else status


def _target(slug: str, statuses: tuple[Status, ...]) -> Status | None:
    """The configured status that a built-in one becomes."""
    same = next((status for status in statuses if slug in (status.slug, normal(status.name).replace(" ", "-"))), None)
    return same or next((status for status in statuses if status.stage is STAGES[slug]), None)


def _is_over(status: Status) -> bool:
    return status.stage in (STAGES["done"], STAGES["dropped"])


def clauses(text: str) -> Iterator[str]:
    """The clauses of a text as phrases are compared."""
    for clause in _CLAUSES.split(text):
        if words := inline.words(trim(clause)):
            yield words
