"""How the words of a status count: what is about only a part, or only the design, and what is not quite done.

Patterns stand for words where a script has no blanks.
"""

from __future__ import annotations

import re
from itertools import pairwise

from mkdocs_plans.reading.status.particles import (
    ALL,
    ARTICLES,
    BETWEEN,
    BROUGHT,
    DOCUMENTS,
    EVERY,
    FINISHED,
    HALTS,
    HERE,
    ITSELF,
    LINKS,
    MEANS,
    MOST,
    NEARLY,
    NEGATIONS,
    NOT,
    ONLY,
    PARTIAL,
    PARTLY,
    PHASES,
    PLANS,
    PREPARATION,
    TIES,
)

_FINISHED = tuple(FINISHED)
_OF_TEXT = DOCUMENTS | ARTICLES
_DAY = re.compile(r"\d{1,2}/\d{1,2}")
# As `PREPARATION`, before one of `FINISHED`.
is_prepared = re.compile(
    r"(?<!重新)(?<!再)(?:設計|设计|规划|規劃|企画|方案|需求|调研|調査|要件定義|要件|仕様|설계|기획|명세|스펙|요구사항)"
    r"(?:書|书|文档|文書|ドキュメント|フェーズ|阶段|段階|서|\s?문서|\s?단계)?(?:作成|策定|编写|撰写|\s?작성)?"
    r"(?:が|は|を|も|已经|均已|都已|已|均|都|도|가|이|를|을|는|은)?\s?\Z"
).search
# "部分修复完成" is about a part, and so is a phase, unless it is this one or the last.
is_partly = re.compile(
    r"(?:已|现已|現在|目前|이미\s)?(?:大?部分|一部|일부|부분)|"
    r"(?!.*(?:(?<!安)全(?:て|部|体|フェーズ|ステップ|阶段|階段|段階)|所有|すべて|各|각|모든|전체|[本该]阶段|当前|最后|最終|최종|이번)).+"
    r"(?:フェーズ|ステップ|阶段|階段|段階|단계)(?:が|は|を|も|已经|已|也|도|가|이|를|을|는|은)?\s?\Z"
).match
# As `BUILT`.
is_built = re.compile(r"实现|實作|実装|实施|开发|開發|開発|구현|개발").search
names_nothing = re.compile(r"(?:[\s已均都全部各項项目前当當现在現在て全すべてが]|모두|이미|현재|전체)*+").fullmatch
# What is finished and waits for its release is done; what waits for a review is not.
awaits_release = re.compile(
    r"merg|releas|deploy|launch|rollout|ship|abnahme|déploi|desplieg|implanta|мерж|слиян|выпуск|релиз|rilasci|"
    r"合并|发布|上线|部署|マージ|リリース|デプロイ|병합|머지|배포"
).search

# "Phase 1 complete" is a part of a plan, and so are "3/5 done", "85 % complete", "nearly 100 % complete"
# and "100 % complete for phase 1", "R1 done, R2 is next" (but not "v1", nor "R1 and R2 done").
_NUMBER = "one|two|three|four|five|six|seven|eight|nine"
_JOINED = r"(?:\s?(?:,?\s?(?:and|to|und|bis|et|y|e|и)\s|[,&/+–-])\s?(?P=unit)\d{1,2}\b)*+"
# "Day 1 complete" and "gate 2 passed, gate 3 next" are parts; "day 3 done" may be the last of them.
_SERIES = (
    r"(?P<series>gate|day)s?\s?(?:1\b(?!\s?[^\sa-z]|\s(?:\d|(?:and|to)\s))|"
    r"(?P<of_series>\d{1,2})\b.{0,280}?\b(?P=series)\s?(?!(?P=of_series)\b)\d{1,2}\b)"
)
_PARTS = re.compile(
    r"\d{1,2}(?:\.\d{1,2})?\s?%|(\d{1,4})\s?(?:/|of)\s?(?!\1\b)\d{1,4}(?![\d/])|"
    rf"(?:{_NUMBER})\s(?:out\s)?of\s(?:the\s)?(?:{_NUMBER}|ten|\d{{1,2}})\b|"
    r"[^,;.]{1,40}?(?<![\d.])\d{1,2}(?:\.\d{1,2})?\s?%\s(?:done|complete|completed|finished|implemented)\b|"
    r"(?:nearly|almost|about|around|roughly|up to|over)\s\d{1,3}\s?%|\d{1,3}\s?[ –—]\s?\d{1,3}\s?%|"
    r"100\s?%.{0,40}?\b(?:phase|step|stage|milestone|part)\s\d|"
    r"(?:phases?|steps?|stages?|milestones?|parts?|tasks?|sprints?|waves?|slices?|weeks?|iterations?|m|t|p)\s?\d|"
    r"(?:checkpoints?|epochs?|pass|passes|rounds?|batch|batches|increments?|epics?|tranches?|cycles?|schritte?|teile?)\s?\d|"
    r"(?:phases?|stages?|steps?|milestones?|parts?|tracks?|slices?|waves?|sprints?)\s"
    r"(?:[a-h](?!\w)|(?!(?:in|of|by|at|on|to|is|as|v)\s?\d)[a-z]{1,4}\s?\d)|"
    rf"{_SERIES}|"
    r"(?P<unit>[a-uw-z]{1,3})(?P<number>\d{1,2})\b" + _JOINED + r".{0,280}?\b(?P=unit)(?!(?P=number)\b)\d{1,2}\b|"
    r"(?:フェーズ|段階|ステップ|阶段|階段|阶段|第)\s?\d|\d+\s?단계|этапы?\s?\d|фаз[аы]\s?\d|шаги?\s?\d|"
    r"(?:fas[ei]s?|etapas?|étapes?|pasos?|passos?|passi)\s?\d",
)


def is_tied(after: list[str]) -> bool:
    """Whether a word before these can stand by itself: nothing, a word such as `since`, or a version follows."""
    return not after or after[0] in TIES or after[0].removeprefix("v")[:1].isdigit()


def is_part(clause: str) -> bool:
    """Whether a clause is about a part of the plan."""
    return _PARTS.match(clause) is not None


def is_preparation(before: list[str], after: list[str]) -> bool:
    """Whether only the design is finished, judged by the words before, and those right after it or after "with"."""
    if after[:1] == ["with"]:
        after = [token for token in after[1:] if token not in ARTICLES]
    if after and after[0] in PREPARATION:
        joined = after[1:2] in (["and"], ["&"])
        return after[2:3] != [] and after[2] in PREPARATION if joined else TIES.issuperset(after[1:2])
    at = next((at for at in reversed(range(len(before))) if before[at] not in LINKS), 0)
    return before[at : at + 1] != [] and before[at] in PREPARATION and MEANS.isdisjoint(before[:at])


def names_preparation(phrase: str) -> bool:
    """Whether a phrase by itself means that a design or a plan is finished: `design complete`, `設計完了`."""
    first, _, last = phrase.partition(" ")
    if last in FINISHED and (first in PREPARATION or first == "plan"):
        return True
    ends = filter(phrase.endswith, FINISHED) if phrase.endswith(_FINISHED) else ()  # all at once, since few have one
    return any(is_prepared(phrase.removesuffix(end)) is not None for end in ends)


def is_nearly(before: list[str]) -> bool:
    """Whether what is done after these words is not quite done: `almost`, `nearly all of it has`, `most tasks are`."""
    if not MOST.isdisjoint(before[:1]) or (not NOT.isdisjoint(before) and _is_not_all(before)):
        return True
    at = next((at for at in reversed(range(len(before))) if before[at] in NEARLY), None)
    if at is None:
        return False
    between = before[at + 1 :]
    return not ALL.isdisjoint(between[:1]) or (ITSELF | LINKS | BETWEEN).issuperset(between)


def _is_not_all(before: list[str]) -> bool:
    return any(token in NOT and after in ALL for token, after in pairwise(before))


def is_finished(after: list[str]) -> bool:
    """Whether these words go on to say that the work before them is finished: `phase is complete`, `of it done`."""
    at = next((at for at, token in enumerate(after[:8]) if token in FINISHED), None)
    return at is not None and NEGATIONS.isdisjoint(after[:at])


def is_in_part(after: list[str]) -> bool:
    """Whether these words say that only a part is done of what precedes them: `in part`, `with phase 1`."""
    if after[:1] == ["with"]:
        return is_part(" ".join(after[1:]))
    return " ".join(after[:2]) in PARTIAL or not PARTLY.isdisjoint(after[:1])


def is_some(after: str) -> bool:
    """Whether a text says what part is done, or where only: `phase 1`, `3 of 7 tasks`, `40%`, `on staging only`.

    `3/4` may be a day.
    """
    words = after.split()
    return is_in_part(words) or not ONLY.isdisjoint(words) or (is_part(after) and _DAY.fullmatch(after) is None)


def is_of_text(after: list[str]) -> bool:
    """Whether it is a text that was finished or merged, by the words after it: `as a document`, `as RFC 12`."""
    return after[:1] == ["as"] and all(word in _OF_TEXT or word.isdigit() for word in after[1:])


def is_moved(before: list[str], after: list[str]) -> bool:
    """Whether it is this plan that went into another, by the words around `folded into`."""
    counts = not is_tied(after[1:])  # "into 2 files"
    is_other = not PLANS.isdisjoint(after) or any(word[0].isdigit() for word in after[counts:])
    is_itself = ITSELF.issuperset(before) and HERE.isdisjoint(after[:1])
    return is_itself and is_other and BROUGHT.isdisjoint(after)


def is_halting(after: list[str]) -> bool:
    """Whether a pause or an end that these words follow is the present state: `until May`, `on 2026-03-01`."""
    rest = after[1:] if after[:1] == ["on"] and after[1:] else after
    return not rest or rest[0] in HALTS or rest[0][0].isdigit()


def is_phase(before: list[str]) -> bool:
    """Whether these words end with a phase that has a name of its own: `the migration phase`, `Analysephase`."""
    last = next((token for token in reversed(before) if token in PHASES or token not in LINKS), "")
    if last in PHASES:
        return EVERY.isdisjoint(before) and not (PHASES | LINKS | ITSELF | ARTICLES).issuperset(before)
    return last.endswith("phase")
