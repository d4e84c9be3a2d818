"""What a declared status means as a whole: "Implemented on branch x; merge remains", "Draft → In review", "✅"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.reading.labels import normal, trim
from mkdocs_plans.reading.status import clauses
from mkdocs_plans.reading.status.grammar import awaits_release, is_part
from mkdocs_plans.reading.status.particles import ALL, ENDED, NEGATIONS, ONLY, PARTIAL, PARTS, RELEASED, UNBEGUN, WEAK
from mkdocs_plans.reading.status.punctuation import clauses_of

if TYPE_CHECKING:
    from mkdocs_plans.model import Status
    from mkdocs_plans.reading.status.lexicon import Lexicon

# What may follow a word that is the whole of a text.
_REMARK = re.compile(r"(?=[(（,，。;；]|\.\s|\s[-–—/]{1,3}\s|\s\d{4})")
_ARROW = re.compile(r"\s?(?:[→⇒➜]|[-=]>)\s?")
# What is still to come: "→ not approved", "→ Done by May", "→ done when reviewed".
_GOAL = re.compile(rf"\?|\b(?:by|till|{'|'.join(sorted(NEGATIONS))})\b")
# One clause with a colon, and the list that it introduces.
_LISTS = re.compile(r"[^,;:.!?。、，；：]{1,80}[:：]\s{0,9}\S")
_OPEN = (Stage.TODO, Stage.ACTIVE)
_WAITS = (Stage.TODO, Stage.PAUSED)
_BEGUN = (Stage.ACTIVE, Stage.DONE)
# "Plan finished, waiting for Ada" is about the text of the plan.
_TEXTS = frozenset(("plan", "plano", "план"))
# "40% (backend)", "Phase 2 of 4".
_COUNTED = re.compile(
    r"\W{0,5}(?:(\d{1,3})(?:[.,]\d{1,2})?\s?%|(?:phase|step|stage|milestone|part)\s\d{1,2}\s?(?:/|of)\s?\d{1,2}\b)",
    re.IGNORECASE,
)
_ALL = 100


def read(text: str, known: Lexicon) -> Status | None:
    """The status of a whole text: what its first clause begins with or contains, else what the later ones do."""
    if found := known.exact(text) or _turned(text, known):
        return found
    said = tuple(clauses_of(text))
    if found := _before_brackets(text, known):
        begun = _begun(found, said, known) if found.stage is Stage.TODO else None
        return begun or _halted(found, text, known) or _qualified(found, said, known)
    part = is_part(normal(text))
    designed: Status | None = None
    for at, clause in enumerate(said):
        part = part or is_part(clause)
        told = clauses.said(clause, known, part=part)
        if told and told.prepared:
            designed = designed or told.status
        elif told and (told.built or designed is None or not told.status.is_over):
            if told.status.stage is Stage.TODO and (begun := _begun(told.status, said[at:], known)):
                return begun
            leaves_open = told.named and told.status.is_over and any(_is_open(each, known) for each in said[at + 1 :])
            is_some = (part and not _are_all(said[at + 1 :], known)) or leaves_open
            return known.of_part(told.status) if is_some else _qualified(told.status, said[at:], known)
    found = designed or _before_remark(text, known) or _shown(text, known) or _counted(text, known)
    return known.of_part(found) if found and part else found


def _begun(status: Status, said: tuple[str, ...], known: Lexicon) -> Status | None:
    """How far the work is, by the clauses after one that says it is to do: "Approved; implementation started".

    What is approved may have shipped since, or be in progress; what is a draft may be a merged or a published one.
    """
    is_approved = status is known.of_design() and said[0] not in UNBEGUN
    for at, clause in enumerate(said[1:], start=1):
        brought = clauses.brings(clause, known) if status is known.of_design() else None
        if brought and not _GOAL.search(clause):
            return _brought(brought, said[at:], known)
        part = is_part(clause)
        told = clauses.said(clause, known, part=part)
        if told and (told.works or part) and told.status.stage in _BEGUN:
            return known.of_part(told.status) if part else told.status
        if is_approved and (going := clauses.goes_on(clause, known)):
            return going
    return None


def _brought(status: Status, said: tuple[str, ...], known: Lexicon) -> Status | None:
    """A status of done after an approval, as the clauses after it qualify it; None if the work has not begun.

    `Approved, merged; implementation not started`, `Approved; done: spec; open: code`.
    """
    for clause in said[1:]:
        told = clauses.said(clause, known)
        if told and told.works and told.status.stage is Stage.TODO:
            return None
        if clause in UNBEGUN or clauses.goes_on(clause, known):
            return known.of_part(status)
        if told and told.works and told.status is known.phrases.get("in progress"):
            return told.status
    return _qualified(status, said, known)


def _halted(status: Status, text: str, known: Lexicon) -> Status | None:
    """What brackets say of an open status if that is a pause or an end: "Open (blocked)", "Draft (rejected)".

    More than one clause tells a story, of which the pause may be the past: "(on hold until May, now resumed)".
    """
    said = tuple(clauses_of(text.partition("(")[2].partition(")")[0]))
    return clauses.halts(said[0], known) if len(said) == 1 and status.stage in _OPEN else None


def _are_all(said: tuple[str, ...], known: Lexicon) -> bool:
    """Whether clauses after one about a part say that all parts are done: "Phase 5 done - all phases complete"."""
    every = (clause for clause in said if (words := clause.split())[0] in ALL and words[1:2] and words[1] in PARTS)
    return any(status.stage is Stage.DONE for clause in every if (status := clauses.begins(clause, known)))


def begins(text: str, known: Lexicon) -> Status | None:
    """The status that a text begins with; `Completed: the importer` is about the importer, not about the plan."""
    first = next(clauses_of(text), "")
    if known.exact(text) or is_part(first):
        return read(text, known)
    status = clauses.begins(first, known)
    return None if status and status.is_over and lists(text) else status


def lists(text: str) -> bool:
    """Whether a text is one clause and what it introduces: `Completed: the importer`."""
    return _LISTS.match(text) is not None


def _qualified(status: Status, said: tuple[str, ...], known: Lexicon) -> Status | None:
    """A status of done from the first clause, as the later ones qualify it: dropped, in review, or a part of the plan.

    `Closed (won't fix)`, `Implemented, awaiting review`, `Done (phase 1 only)`.
    """
    if status.stage is not Stage.DONE:
        return status
    words = said[0].split()
    if words[0] in _TEXTS and len(words) <= 3 and _waits(said[1:], known):
        return known.of_design()
    for clause in said[1:]:
        begun = clauses.begins(clause, known)
        if begun and not ENDED.isdisjoint(words) and _is_given_up(begun, clause):
            return known.phrases.get("dropped") if begun.stage is Stage.TODO else begun
        if begun and begun is known.phrases.get("in review") and RELEASED.isdisjoint(words) and _is_reviewed(clause):
            return begun
        if clause in PARTIAL or (is_part(clause) and clause.split()[-1] in ONLY):
            return known.of_part(status)
    return status


def _is_given_up(status: Status, clause: str) -> bool:
    """Whether what is closed was never finished: "Closed (won't fix)", "Archived, not implemented"."""
    is_undone = status.stage is Stage.TODO and clause.split(maxsplit=1)[0] in NEGATIONS
    return is_undone or status.stage is Stage.DROPPED


def _waits(said: tuple[str, ...], known: Lexicon) -> bool:
    """Whether clauses say of a plan whose text is finished that it waits for something, or has not begun."""
    return any(told.status.stage in _WAITS for clause in said if (told := clauses.said(clause, known)))


def _is_reviewed(clause: str) -> bool:
    """Whether a clause says that the work is in review now; "Completed. Code review by Ada." does not."""
    return clause.split(maxsplit=1)[0] not in WEAK and not clause.startswith("code ") and not awaits_release(clause)


def _counted(text: str, known: Lexicon) -> Status | None:
    """The status of a text that only says how far the work is."""
    found = _COUNTED.match(text)
    if found is None:
        return None
    share = int(found[1]) if found[1] else 1
    return known.phrases.get("done" if share >= _ALL else "in progress" if share else "planned")


def _is_open(clause: str, known: Lexicon) -> bool:
    """Whether a clause says that something is not done yet: "UI not built", after "Backend shipped"."""
    told = clauses.said(clause, known)
    return told is not None and told.named and told.ends and told.status.stage in _OPEN


def _before_brackets(text: str, known: Lexicon) -> Status | None:
    head = text.partition("(")[0]
    return None if known.is_whole(normal(head)) else known.exact(head)


def _turned(text: str, known: Lexicon) -> Status | None:
    """The later of two statuses with an arrow between them: `Draft → In review`. Three or more are a vocabulary."""
    parts = _ARROW.split(text)
    if len(parts) != 2 or (_GOAL.search(parts[1].casefold()) and not known.exact(parts[1])):
        return None
    before, after = (begins(part, known) for part in parts)
    return after if before else None


def _before_remark(text: str, known: Lexicon) -> Status | None:
    """The status of a word that is the whole of a text except for a remark: `Plan only - waits for Ada`."""
    word = normal(_REMARK.split(text, maxsplit=1)[0])
    # "Decided (not by all)" may be anything.
    vague = word == "decided" and any(character.isalpha() for character in normal(text)[len(word) :])
    return known.phrases.get(word) if known.is_whole(word) and not vague else None


def _shown(text: str, known: Lexicon) -> Status | None:
    """The status of the emoji that a text begins or ends with, if all emoji in it mean the same."""
    meant = {known.emoji[character] for character in text if character in known.emoji}
    if len(meant) != 1:
        return None
    words = trim(text)
    ends = "".join(text.split(words, maxsplit=1)) if words else text
    return meant.pop() if any(character in known.emoji for character in ends) else None
