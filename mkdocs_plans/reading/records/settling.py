"""Whether a question is settled, judged by its heading, the marks around it, or its decision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.reading import inline
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.records import questions

if TYPE_CHECKING:
    from collections.abc import Iterable

# Only this many characters of a heading or a decision are looked at.
_LONGEST = 300
_CLAUSES = re.compile(r"[()\[\]{}（）【】,;:.!，。、；：！—–]|\s-\s")
_WORD = re.compile(r"[^\W_]+")
_WITHIN = re.compile(f"(?<![未미没沒])(?:{'|'.join(questions.SETTLED_WITHIN)})")
_BRACKETS = re.compile(r"[\[(（【]([^\[\]()（）【】]{1,60})[\])）】]")
_TICKS = ("✅", "☑", "✔")
_OPENING, _CLOSING = tuple("[(（【"), tuple("])）】")
# What may surround the brackets at the ends of an item, and how long these may be.
_MARKUP = " \t*_.?？"
_END = 100
_WILL = re.compile(
    rf"(?:[^\W_]\S{{0,40}} ){{1,3}}(?:{'|'.join(questions.UNDECIDED_WILL)}) (?:be )?"
    rf"(?:{'|'.join(map(re.escape, questions.UNDECIDED_DECIDE))})"
)


def _normal(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(normal, words))


_SETTLED, _SETTLED_OF, _NOTHING = map(_normal, (questions.SETTLED, questions.SETTLED_OF, questions.NOTHING))
_UNDECIDED, _WHETHER, _NO = map(_normal, (questions.UNDECIDED, questions.WHETHER, questions.NO))
_BEGINS = tuple(normal(words) for words in questions.UNDECIDED_BEGINS)
_DECIDED = tuple(normal(words) for words in questions.DECIDED)


def is_settled_heading(title: str) -> bool:
    """Whether a heading holds settled things: `Resolved`, `Resolved Questions`, `Open Questions (all answered)`."""
    return any(map(_says_settled, _CLAUSES.split(title[:_LONGEST])))


def is_marked(text: str) -> bool:
    """Whether an item is struck out, ticked, or marked as settled in brackets at its beginning or end."""
    bare = text.strip(_MARKUP)
    if bare.startswith(("~~", *_TICKS)):
        return True
    inner = []
    if bare[:1] in _OPENING and (found := _BRACKETS.match(bare)):
        inner.append(found[1])
    if bare[-1:] in _CLOSING and (last := [each[1] for each in _BRACKETS.finditer(bare[-_END:])]):
        inner.append(last[-1])
    return any(_says_settled(_CLAUSES.split(each)[0]) for each in inner)


def is_undecided(label: str, said: str) -> bool:
    """Whether the value of a label for decisions holds none yet; the label is as `normal` returns it."""
    clause = _first_clause(said)
    return (
        inline.is_placeholder(said)
        or clause in _UNDECIDED
        or _begins(clause, _BEGINS)
        or _WILL.match(clause) is not None
        or (label in _WHETHER and clause in _NO)
    )


def is_decided(said: str) -> bool:
    """Whether a status means that a question has been decided."""
    return _begins(_first_clause(said), _DECIDED)


def means_nothing(text: str) -> bool:
    """Whether a text means that there is nothing to list: `None.`, `N/A`, `None (all resolved)`."""
    if len(text) > _LONGEST:
        return False
    return _is_nothing(normal(text)) or ("?" not in text and _is_nothing(_first_clause(text)))


def _is_nothing(clause: str) -> bool:
    told = " ".join(word for word in clause.split() if word not in questions.NOTHING_MORE)
    return clause in _NOTHING or told in _NOTHING


def _says_settled(clause: str) -> bool:
    """Whether a clause is one of the words, or ends in one that nothing before it takes back."""
    if clause.rstrip(" *_").endswith(("?", "？")):
        return False
    if _WITHIN.search(clause):
        return True
    words = _WORD.findall(clause.casefold())
    while words and words[-1].isdigit():
        words.pop()
    if not words or not questions.UNSETTLED.isdisjoint(words):
        return False
    return words[-1] in _SETTLED or (len(words) == 2 and words[0] in _SETTLED and words[1] in _SETTLED_OF)


def _first_clause(text: str) -> str:
    clauses = (normal(clause) for clause in _CLAUSES.split(inline.plain(text[:_LONGEST])))
    return next(filter(None, clauses), "")


def _begins(clause: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a clause is one of the beginnings, or goes on with a word behind it."""
    return any(clause.startswith(each) and not clause[len(each) :][:1].isalnum() for each in beginnings)
