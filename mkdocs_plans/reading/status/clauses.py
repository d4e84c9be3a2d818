"""What a clause of a declared status says: its phrases, and the words that deny or weaken them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plans.model import Stage
from mkdocs_plans.reading.labels import trim
from mkdocs_plans.reading.status.grammar import (
    is_built,
    is_finished,
    is_halting,
    is_in_part,
    is_moved,
    is_nearly,
    is_of_text,
    is_partly,
    is_phase,
    is_preparation,
    is_prepared,
    is_some,
    is_tied,
    names_nothing,
)
from mkdocs_plans.reading.status.lexicon import is_unspaced
from mkdocs_plans.reading.status.particles import (
    AHEAD,
    APPROVED,
    ARTICLES,
    BETWEEN,
    BROUGHT,
    BUILT,
    CONDITIONS,
    DESIGNS,
    FINISHED,
    ITSELF,
    LEADS,
    MOVED,
    NEGATIONS,
    NOTHING,
    PARTIAL,
    TIES,
    WEAK,
    WORKS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plans.model import Status
    from mkdocs_plans.reading.status.lexicon import Lexicon

_TOKENS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")
_AND = ("and", "&")
_AHEAD = AHEAD | CONDITIONS
_VAGUE = WEAK | PARTIAL | NEGATIONS
_HALTED = (Stage.PAUSED, Stage.DROPPED)
# What may stand before a status that a text begins with: "This plan is currently blocked".
_OPENING = frozenset(("it", "this", "the", "plan", "is", "we", "are", "now", "currently"))


class Said(NamedTuple):
    """The status that a clause says, and how.

    Attributes:
        status: The status.
        named: Whether a few words before it name what has this status.
        built: Whether it is about the plan or its implementation.
        ends: Whether the clause ends with it.
        prepared: Whether it only means that the design is finished: what is said after it counts more.
        works: Whether it names the work itself: "implementation started".
    """

    status: Status
    named: bool
    built: bool
    ends: bool
    prepared: bool = False
    works: bool = False


class _Phrase(NamedTuple):
    """A phrase among the words of a clause."""

    before: list[str]
    text: str
    after: list[str]


def said(clause: str, known: Lexicon, *, part: bool = False) -> Said | None:
    """What a clause says; that a design is finished only if it says nothing else.

    `part` means that the text is about a part of the plan: then any phrase counts like one at the beginning.
    """
    first: Said | None = None
    for told in _all_said(clause, known, part=part):
        first = first or told
        if told and not told.prepared:
            return told
    return first


def begins(clause: str, known: Lexicon) -> Status | None:
    """The status that a clause begins with, even after "this plan is"; "Blocked users wait" begins with none."""
    if is_unspaced(clause) and (found := known.unspaced.match(clause)):
        return known.phrases[found[0]]
    phrase = _opening(clause, known)
    status = _meant(phrase, known, first=True)[0] if phrase and is_tied(phrase.after) else None
    # "It is shipped with the tool"
    return None if status and phrase and phrase.before and status.is_over and phrase.after else status


def halts(clause: str, known: Lexicon) -> Status | None:
    """The pause or the end that a clause begins with, if that is the present state."""
    status = begins(clause, known)
    if status is None or status.stage not in _HALTED:
        return None
    phrase = None if is_unspaced(clause) else _opening(clause, known)
    return status if phrase is None or is_halting(phrase.after) else None


def brings(clause: str, known: Lexicon) -> Status | None:
    """The status that a clause begins with if that is what finished the work: done, or in progress if for a part."""
    status = begins(clause, known)
    first, _, after = clause.partition(" ")
    if status is None or status.stage is not Stage.DONE or first not in BROUGHT or is_of_text(after.split()):
        return None
    return known.of_part(status) if is_some(after) else status


def goes_on(clause: str, known: Lexicon) -> Status | None:
    """The status of a clause that says that the work is in progress: `in progress since May`, `in corso`."""
    status = known.exact(clause) if is_unspaced(clause) else begins(clause, known)
    is_vague = clause.split(maxsplit=1)[0] in _VAGUE
    return None if is_vague or status is not known.phrases.get("in progress") else status


def _opening(clause: str, known: Lexicon) -> _Phrase | None:
    """The phrase that a clause begins with, even after "this plan is"."""
    tokens = _tokens(clause)
    at = next((at for at, token in enumerate(tokens) if token not in _OPENING), 0)
    return _phrase_at(tokens, at, known)


def _all_said(clause: str, known: Lexicon, *, part: bool) -> Iterator[Said]:
    """Everything that a clause says, in order, up to a word that denies the rest of it."""
    if is_unspaced(clause) and known.unspaced.search(clause):
        for found in known.unspaced.finditer(clause):
            before, behind = clause[: found.start()], clause[found.end() :]
            if told := _told_unspaced(found[0], before, known, ends=not trim(behind)):
                yield told
        return
    tokens = _tokens(clause)
    has_told = False
    for at, token in enumerate(tokens):
        phrase = _phrase_at(tokens, at, known)
        first = at == 0 or part or (has_told and tokens[at - 1] in _AND and token not in WORKS)
        told = _told(phrase, known, first=first) if phrase else None
        if told:
            has_told = True
            yield told
        elif token in NOTHING:
            return


def _tokens(clause: str) -> list[str]:
    return [token.replace("’", "'") for token in _TOKENS.findall(clause)]


def _told_unspaced(phrase: str, before: str, known: Lexicon, *, ends: bool) -> Said | None:
    """What a phrase in a script without blanks says, given the text before it in its clause."""
    prepared = phrase in FINISHED and not known.is_teams(phrase) and is_prepared(before[-12:]) is not None
    meant = known.of_design() if prepared else known.phrases[phrase]
    if meant and meant.stage is Stage.DONE and is_partly(before):
        meant = known.of_part(meant)
    if meant is None:
        return None
    nothing = names_nothing(before) is not None
    built = nothing or is_built(before) is not None
    works = is_built(before[-12:] + phrase) is not None
    return Said(meant, len(before) <= 12 and not nothing, built, ends, prepared or phrase in known.prepared, works)


def _told(phrase: _Phrase, known: Lexicon, *, first: bool) -> Said | None:
    """What a phrase says in its place: less if the work is nearly done, and nothing if it is still ahead."""
    before = phrase.before
    status, prepared = _meant(phrase, known, first=first)
    if status is None or (status.is_over and not _AHEAD.isdisjoint(before)):
        return None
    less = is_nearly(before) or is_phase(before) or is_in_part(phrase.after)
    meant = known.of_part(status) if less else status
    if meant is None:
        return None
    nothing = ITSELF.issuperset(before)
    built = nothing or not BUILT.isdisjoint(before)
    ends = not phrase.after and ARTICLES.isdisjoint(before[-1:])
    works = not BUILT.isdisjoint((*before[-3:], *phrase.text.split()))
    return Said(meant, len(before) <= 3 and not nothing, built, ends, prepared, works)


def _phrase_at(tokens: list[str], at: int, known: Lexicon) -> _Phrase | None:
    """The longest phrase at a token."""
    for end in range(min(at + known.longest, len(tokens)), at, -1):
        text, after = " ".join(tokens[at:end]), tokens[end:]
        text = _across(text, after[:3], known) if text in LEADS else text
        if text in known.phrases and not known.is_whole(text) and not is_unspaced(text):
            return _Phrase(tokens[:at], text, after)
    return None


def _across(lead: str, rest: list[str], known: Lexicon) -> str:
    """The phrase that a word makes with one of the next, with a reviewer in between: `pending owner review`."""
    for token in rest:
        if token in TIES:
            break
        if (text := f"{lead} {token}") in known.phrases:
            return text
    return lead


def _meant(phrase: _Phrase, known: Lexicon, *, first: bool) -> tuple[Status | None, bool]:
    """The status that a phrase means, None if it is denied or an adjective, and whether it is only about a design."""
    before, text, after = phrase
    status = known.phrases[text]
    nearest = next((token for token in reversed(before) if token not in BETWEEN), "")
    if nearest in NEGATIONS:
        return None, False
    if not known.is_teams(text):
        if text in FINISHED and is_preparation(before, after):
            return known.of_design(), True
        if text in WORKS and is_finished(after):
            return None, False
        if text in MOVED:
            return (status if is_moved(before, after) else None), False
    is_adjective = nearest in ARTICLES and status.is_over
    is_weak = (text in WEAK or is_adjective) and text not in known.own
    may_stand = first or nearest in BUILT or (text == "complete" and not is_adjective)  # "Importer complete"
    names_design = text in APPROVED and after[:1] != [] and after[0] in DESIGNS and is_tied(after[1:])
    says = not is_weak or (may_stand and (is_tied(after) or names_design))
    return (status if says else None), text in known.prepared
