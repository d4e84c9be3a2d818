"""Which status a plan declares, and what a declared status means.

Several places may declare one. The order of precedence, said here and nowhere else:

1. front matter,
2. the header: the labels above the first section,
3. a section `## Status`,
4. the footer: the labels after the last rule.

Within a place the first line counts, and "Implementation Status" only where no place says "Status". Placeholders such
as `[Draft | Approved]` declare nothing. A later place that says otherwise is a `status-conflict`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.model import Defect, Origin
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.grammar import ARTICLES, DENIED, NEGATIONS, NOTHING, TIES, WEAK, WHOLE, is_part
from mkdocs_plans.reading.labels import normal, trim
from mkdocs_plans.reading.values import unbracketed
from mkdocs_plans.reading.vocabulary import EMOJI, STAGES, WORDS
from mkdocs_plans.settings import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_plans.model import Field, Status
    from mkdocs_plans.settings import Settings

MAX_CHARACTERS = 300

_PRECEDENCE = (Origin.FRONT_MATTER, Origin.HEADER, Origin.SECTION, Origin.FOOTER)

# "State: Redux" is no status: these labels count where the value is a status beyond doubt.
_DOUBTFUL = frozenset(("state", "current state", "zustand", "estado", "état", "etat", "stand", "состояние"))

_CLAUSES = re.compile(r"[()\[\]{},;:.!?|\\→⇒>（）、。，；：【】]|\s[-–—]{1,3}\s|[–—]|(?<!\d)/|/(?!\d)")
# What a word that is the whole of a text may have behind it.
_REMARK = re.compile(r"(?=[(（,，]|\s[-–—/]{1,3}\s|\s\d{4})")
_BOX = re.compile(r"(\[[ xX]\]|[☐☑☒])([^\[☐☑☒]{0,200})")
_OPEN_BOX = re.compile(r"\[ \]|☐")
_JOINTS = " \t|/,;·"
_TOKENS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def declared(fields: Sequence[Field], settings: Settings) -> tuple[Field | None, tuple[Defect, ...]]:
    """The field that says the status, by the order of this module, and what contradicts it."""
    usable = [
        field if value == field.value else replace(field, value=value)
        for field in fields
        if (value := _value(field, settings))
    ]
    ordered = sorted(usable, key=lambda field: (field.key != "status", _PRECEDENCE.index(field.origin)))
    if not ordered:
        return None, ()
    first = ordered[0]
    rivals = (field for field in ordered[1:] if field.key == first.key)
    return first, tuple(_conflicts(first, rivals, settings))


def _value(field: Field, settings: Settings) -> str | None:
    if field.key not in ("status", "implementation-status") or not field.value:
        return None
    if normal(field.label) in _DOUBTFUL and classify(field.value, settings) is UNKNOWN:
        return None
    if _OPEN_BOX.search(field.value):
        return _ticked(field.value)
    inner = unbracketed(field.value)
    if inner != field.value and classify(inner, settings) is not UNKNOWN and not _is_choice(inner, settings):
        return inner
    if _lexicon(settings.statuses).exact(field.value):  # "TODO" stands for what is missing, but not here
        return field.value
    return None if inline.is_placeholder(field.value) or _is_choice(field.value, settings) else field.value


def _ticked(text: str) -> str | None:
    """The one of several statuses that is ticked: `[ ] Draft [x] In progress`."""
    boxes = ((found[1], found[2].strip(_JOINTS)) for found in _BOX.finditer(text))
    ticked = [words for mark, words in boxes if words and not _OPEN_BOX.match(mark)]
    return ticked[0] if len(ticked) == 1 else None


def _is_choice(text: str, settings: Settings) -> bool:
    """Whether a text lists statuses to choose from: `Draft | In Review | Done`."""
    for separator, least in (("|", 2), ("/", 3), (",", 3)):
        parts = [part for part in text[:MAX_CHARACTERS].split(separator) if part.strip()]
        if len(parts) >= least:
            found = [_lexicon(settings.statuses).exact(part) for part in parts]
            # "Draft | Done | superseded by ADR-0005": three are no chance, whatever the others are.
            if len(set(found) - {None}) > (1 if all(found) else 2):
                return True
    return False


def _conflicts(first: Field, rivals: Iterable[Field], settings: Settings) -> Iterator[Defect]:
    for rival in rivals:
        meant, other = classify(first.value, settings), classify(rival.value, settings)
        if UNKNOWN not in (meant, other) and other != meant:
            message = (
                f'the status "{rival.value}" contradicts "{first.value}" in line {first.line}, which counts;'
                " keep one of them"
            )
            yield Defect("status-conflict", rival.line, message, rival.value)
            return


def classify(text: str, settings: Settings) -> Status:
    """The configured status that a declared one means, or `settings.UNKNOWN`."""
    return _classify(text[:MAX_CHARACTERS], settings.statuses)


@lru_cache(maxsize=4096)
def _classify(text: str, statuses: tuple[Status, ...]) -> Status:
    return _lexicon(statuses).read(text) or UNKNOWN


def suggest(text: str, settings: Settings) -> str | None:
    """The name of the status that an unknown one is near to, or None."""
    lexicon = _lexicon(settings.statuses)
    clause = next(_clauses(text[:MAX_CHARACTERS]), "")
    if len(clause) < 3:
        return None
    for phrases, cutoff in ((lexicon.own, 0.75), (lexicon.phrases, 0.84)):
        near = get_close_matches(clause, [phrase for phrase in phrases if len(phrase) > 3], n=1, cutoff=cutoff)
        if near:
            return phrases[near[0]].name
    return None


@lru_cache(maxsize=16)
def _lexicon(statuses: tuple[Status, ...]) -> Lexicon:
    return Lexicon.of(statuses)


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
        head = text.partition("(")[0]
        if found := self.exact(text) or (None if self._is_whole(normal(head)) else self.exact(head)):
            return found
        part = is_part(normal(text))
        for clause in _clauses(text):
            part = part or is_part(clause)
            if found := self._clause(clause, part=part):
                return self._of_part(found) if part else found
        if found := self._before_remark(text):
            return self._of_part(found) if part else found
        meant = {self.emoji[character] for character in text if character in self.emoji}
        return meant.pop() if len(meant) == 1 else None

    def _before_remark(self, text: str) -> Status | None:
        """The status of a word that is the whole of a text but for a remark: `Plan only - waits for Ada`."""
        word = normal(_REMARK.split(text, maxsplit=1)[0])
        # "Decided (not by all)" may be anything.
        vague = word == "decided" and any(character.isalpha() for character in normal(text)[len(word) :])
        return self.phrases.get(word) if self._is_whole(word) and not vague else None

    def _is_whole(self, phrase: str) -> bool:
        return phrase in WHOLE and phrase not in self.own

    def _clause(self, clause: str, *, part: bool) -> Status | None:
        if _UNSPACED.search(clause):
            found = self.unspaced.search(clause)
            if found:
                return self.phrases[found[0]]
        tokens = [token.replace("’", "'") for token in _TOKENS.findall(clause)]
        for at in range(len(tokens)):
            found_status = self._phrase_at(tokens, at, first=part or at == 0)
            if found_status or tokens[at] in NOTHING:
                return found_status
        return None

    def _phrase_at(self, tokens: list[str], at: int, *, first: bool) -> Status | None:
        """The status of the longest phrase that begins at a token, unless it is denied or only an adjective."""
        for length in range(min(self.longest, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            status = self.phrases.get(phrase)
            if status is None or self._is_whole(phrase) or _UNSPACED.search(phrase):
                continue
            before = tokens[at - 1] if at else ""
            if before in NEGATIONS:
                return None
            following = tokens[at + length] if at + length < len(tokens) else ""
            is_adjective = before in ARTICLES and status.stage in (STAGES["done"], STAGES["dropped"])
            weak = (phrase in WEAK or is_adjective) and phrase not in self.own
            tied = not following or following in TIES or following[0].isdigit()
            return status if not weak or (tied and first) else None
        return None

    def _of_part(self, status: Status) -> Status | None:
        """One phase that is done is a plan in progress."""
        return self.phrases.get("in progress") if status.stage is STAGES["done"] else status


def _target(slug: str, statuses: tuple[Status, ...]) -> Status | None:
    """The configured status that a built-in one becomes."""
    same = next((status for status in statuses if slug in (status.slug, normal(status.name).replace(" ", "-"))), None)
    return same or next((status for status in statuses if status.stage is STAGES[slug]), None)


def _clauses(text: str) -> Iterator[str]:
    for clause in _CLAUSES.split(text):
        if words := inline.words(trim(clause)):
            yield words
