"""How the words of a status count: which may stand alone, what denies them, and what is about only a part."""

from __future__ import annotations

import re
from itertools import pairwise

# Adjectives and nouns that mean a status only if they stand alone or before one of TIES: "Active since May", but not
# "Active workflow guide".
WEAK = frozenset((
    "active", "complete", "open", "new", "next", "current", "design", "future", "research", "idea", "concept",
    "outline",
    "initial", "development", "implementation", "testing", "review", "live", "void", "invalid", "removed",
    "ready",
    "building", "coding", "doing", "working", "test", "validation", "verification", "partial", "hold", "later",
    "rfc", "stub",
    "closed", "started", "built", "published", "executed", "archived", "retrospective", "duplicate", "stand",
    "running", "selected", "fixed", "listo", "offen", "ouvert", "ouverte", "abierto", "abierta", "aberto", "aberta",
    "em aberto", "открыт", "открыта", "открыто", "en production", "en producción", "em produção",
    "planning", "proposal", "pr open", "qa", "waiting", "verified", "validated", "resolved", "approved",
    "accepted", "scheduled", "diseño", "planificación", "planejamento", "planeamento", "planification", "planung",
    "планирование", "concluded", "validé", "validée", "completo", "completa", "активен", "активна", "активно",
    "реализация", "выполнение", "lista", "standby", "scoping", "refining", "refinement", "triage", "estimating",
    "groomed",
    "shipping", "deploying", "releasing", "canary", "claimed", "halted", "stopped", "sunset", "unassigned", "fcp",
))  # fmt: skip

# Words that mean a status only as the whole of a text: "Plan", but not "Plan: rejected".
WHOLE = frozenset((
    "plan", "plan only", "placeholder", "konzept", "提议", "active plan", "decided", "100% complete", "100 % complete",
    "implementation plan", "design spec", "design proposal", "спека", "спецификация", "技術設計", "设计方案",
    "설계 명세", "작성됨", "ga", "not ready", "not ready yet", "確定", "确定", "план", "plano", "已确认",
))  # fmt: skip

TIES = frozenset((
    "&", "in", "on", "by", "for", "since", "with", "at", "as", "until", "till", "after", "before", "and", "but",
    "or", "to", "from",
    "via", "through", "under", "pending", "awaiting", "except", "including", "is", "was", "are", "now", "not",
    "yet", "today", "locally",
    "of", "per", "during", "within", "without", "again", "as", "when", "because", "due", "if", "phase", "only",
    "also", "par", "para", "por", "von", "с",
))  # fmt: skip

# "Pending review" with the reviewer in between: "pending owner review", "ready for a final review".
LEADS = frozenset(("pending", "awaiting", "ready for", "waiting for", "waiting on", "under"))

# In a clause, these deny everything after them: "Nothing is implemented", "No code is merged".
NOTHING = frozenset((
    "nothing", "none", "no", "nobody", "nichts", "kein", "keine", "rien", "aucun", "aucune", "nada", "ningún",
    "ninguna", "nenhum", "nenhuma", "ничего", "ни",
))  # fmt: skip

# One of NOT before one of ALL makes what is done in progress: "Not all tasks are done".
NOT = frozenset(("not", "nicht", "pas", "не", "não", "non"))
ALL = frozenset((
    "all", "every", "everything", "each", "alle", "alles", "tout", "toute", "tous", "toutes", "все", "всё", "tudo",
    "todos", "todas",
))  # fmt: skip

# What a clause says after one of these is not done yet: "will ship", "wird umgesetzt".
AHEAD = frozenset((
    "will", "shall", "should", "must", "wird", "werden", "soll", "sollen", "muss", "müssen",
    "sera", "seront", "doit", "doivent", "será", "serán", "serão", "debe", "deben", "deve", "devem", "будет", "будут",
    "должен", "должна", "должно", "должны",
))  # fmt: skip

# What is said to be over after one of these is a condition: "start once the importer has shipped".
CONDITIONS = frozenset((
    "when", "once", "after", "until", "till", "if", "unless", "wenn", "sobald", "nachdem", "falls", "quand", "lorsque",
    "après", "cuando", "quando", "depois", "когда", "если", "после",
))  # fmt: skip

# What is done after one of these is in progress: "being deployed", "almost finished", "nearly all of it is done". MOST
# begin a clause: "most tasks are done".
NEARLY = frozenset((
    "being", "almost", "nearly", "mostly", "largely", "substantially",
    "weitgehend", "größtenteils", "presque", "casi", "quase", "почти",
))  # fmt: skip
MOST = frozenset(("most", "half"))

# "Design done", "the spec is finished" and "completed design of it" are the beginning of a plan. "Design shipped" and
# "Plan done" are not.
PREPARATION = frozenset((
    "design", "planning", "spec", "specification", "research", "analysis", "investigation", "analyse", "análisis",
    "análise", "анализ", "investigación", "investigação", "исследование", "requirements", "rfc", "prd", "discovery",
    "scoping",
    "entwurf", "planung", "spezifikation", "konzeption", "recherche", "conception", "planification", "spécification",
    "diseño", "planificación", "especificación", "planejamento", "planeamento", "especificação", "проектирование",
    "планирование", "спецификация", "дизайн",
))  # fmt: skip
FINISHED = frozenset((
    "done", "complete", "completed", "finished", "merged", "published", "fertig", "erledigt", "abgeschlossen",
    "beendet", "terminé", "terminée", "achevé", "fini", "completado", "completada", "terminado", "terminada",
    "finalizado", "finalizada", "concluído", "concluída", "concluido", "concluida", "завершено", "завершён",
    "завершен", "завершена", "готов", "готова", "готово", "выполнено",
    "完了", "完了済み", "完成", "已完成", "終了", "完工", "완료", "완료됨", "완성",
))  # fmt: skip
# "Approved design" is planned; "approved designers" and "approved design changes" say nothing.
APPROVED = frozenset(("approved", "accepted", "agreed"))
DESIGNS = PREPARATION | {"plan", "proposal", "architecture", "scope", "concept"}
# After one of these, it is not the design itself that is finished: "Migration to the new design completed".
MEANS = frozenset((
    "per", "from", "off", "to", "into", "with", "by", "after", "under", "via", "using", "implementation", "development",
    "nach", "laut", "gemäß", "selon", "según", "segundo", "по",
))  # fmt: skip
# Kinds of work that are no status if the clause goes on to say that they are finished: "Design is done".
WORKS = PREPARATION | {"implementation", "development"}
LINKS = frozenset((
    "is", "are", "now", "work", "phase", "stage", "doc", "document", "has", "been", "was", "already", "fully", "ist",
    "wurde", "est", "está", "já", "ya", "уже",
))  # fmt: skip
is_prepared = re.compile(
    r"(?<!重新)(?<!再)(?:設計|设计|规划|規劃|企画|方案|需求|调研|調査|要件定義|要件|仕様|설계|기획|명세|스펙|요구사항)"
    r"(?:書|书|文档|文書|ドキュメント|フェーズ|阶段|段階|서|\s?문서|\s?단계)?(?:作成|策定|编写|撰写|\s?작성)?"
    r"(?:が|は|を|も|已经|均已|都已|已|均|都|도|가|이|를|을|는|은)?\s?\Z"
).search

# "Migration phase completed" is a part, "all phases" or "this phase completed" is not; "部分修复完成" is a part too.
PHASES = frozenset(("phase", "stage", "step", "fase", "étape", "etapa", "этап", "фаза"))
# The last phase is the end of a plan if "all phases done" follows.
PARTS = frozenset(("phases", "stages", "steps", "milestones", "fases", "étapes", "etapas", "phasen", "этапы", "фазы"))
EVERY = ALL | {"final", "last", "whole", "entire"}
is_partly = re.compile(
    r"(?:已|现已|現在|目前|이미\s)?(?:大?部分|一部|일부|부분)|"
    r"(?!.*(?:(?<!安)全(?:て|部|体|フェーズ|ステップ|阶段|階段|段階)|所有|すべて|各|각|모든|전체|[本该]阶段|当前|最后|最終|최종|이번)).+"
    r"(?:フェーズ|ステップ|阶段|階段|段階|단계)(?:が|は|を|も|已经|已|也|도|가|이|를|을|는|은)?\s?\Z"
).match

# Words before a status that name nothing smaller than the plan: "It is done", but not "Backend done".
ITSELF = frozenset((
    "it", "this", "that", "plan", "everything", "all", "of", "and", "is", "was", "has", "have", "been", "are", "were",
    "now", "already", "finally", "just", "fully", "es", "ist", "wurde", "alles", "est", "tout", "está", "ya", "tudo",
    "já", "всё", "все", "уже",
))  # fmt: skip
# The work itself: after "Design done", "implementation done" counts, and "script done" does not.
BUILT = frozenset((
    "code", "coding", "implementation", "execution", "development", "feature", "umsetzung", "ausführung", "exécution",
    "ejecución", "execução", "implementierung", "entwicklung",
    "implémentation", "développement", "implementación", "desarrollo", "implementação", "desenvolvimento", "реализация",
    "разработка",
))  # fmt: skip
is_built = re.compile(r"实现|實作|実装|实施|开发|開發|開発|구현|개발").search
names_nothing = re.compile(r"(?:[\s已均都全部各項项目前当當现在現在て全すべてが]|모두|이미|현재|전체)*+").fullmatch

# What may stand between a word and what denies it: "not yet fully deployed", "pas encore terminé".
BETWEEN = frozenset((
    "yet", "been", "fully", "completely", "entirely", "quite", "formally", "actually", "really", "vollständig", "ganz",
    "komplett", "encore", "complètement", "entièrement", "totalement", "été", "completamente", "totalmente", "foi",
    "sido", "полностью", "окончательно", "был", "была", "было", "были",
))  # fmt: skip

# Words that do not say how a plan ended: "Closed (won't fix)".
ENDED = frozenset((
    "closed", "archived", "resolved", "geschlossen", "archiviert", "clos", "cerrado", "encerrado", "fechado", "закрыт",
    "закрыто",
))  # fmt: skip
# More than finished: a review that is mentioned after one of these is of something else.
RELEASED = frozenset(("merged", "shipped", "released", "deployed", "delivered", "landed", "live", "launched"))
# What is finished and waits for its release is done; what waits for a review is not.
awaits_release = re.compile(
    r"merg|releas|deploy|launch|rollout|ship|abnahme|déploi|desplieg|implanta|мерж|слиян|выпуск|релиз|"
    r"合并|发布|上线|部署|マージ|リリース|デプロイ|병합|머지|배포"
).search
# "Done in part" and "completed partially".
PARTLY = frozenset(("partially", "partly", "teilweise", "partiellement", "parcialmente", "частично"))

# After one of these, a word for done is an adjective: "compared with the shipped tool".
ARTICLES = frozenset(("the", "a", "an", "its", "our", "their"))

NEGATIONS = frozenset(
    (
        "not",
        "no",
        "longer",
        "never",
        "isn't",
        "until",
        "once",
        "when",
        "if",
        "before",
        "be",
        "requires",
        "require",
        "nicht",
        "noch",
        "pas",
        "non",
        "не",
        "não",
        "sin",
    )
)

# What denies a word in a script without blanks, before and after it.
DENIED = (
    r"(?<![未不没沒])(?<![没沒]有)(?<!(?<![가-힣])[미불])",
    r"(?!(?:し|され)?(?:てい?)?(?:な[いかく]|ません|ず)|\s?(?:안\s?[됨되된했함돼]|(?:되|하)지\s?(?:않|못)))",
)

# "Phase 1 complete" is a part of a plan, and so are "3/5 done", "85 % complete", "nearly 100 % complete"
# and "100 % complete for phase 1", "R1 done, R2 is next" (but not "v1", nor "R1 and R2 done").
_NUMBER = "one|two|three|four|five|six|seven|eight|nine"
_JOINED = r"(?:\s?(?:,?\s?(?:and|to|und|bis|et|y|e|и)\s|[,&/+–-])\s?(?P=unit)\d{1,2}\b)*+"
_PARTS = re.compile(
    r"\d{1,2}(?:\.\d{1,2})?\s?%|(\d{1,4})\s?(?:/|of)\s?(?!\1\b)\d{1,4}(?![\d/])|"
    rf"(?:{_NUMBER})\s(?:out\s)?of\s(?:the\s)?(?:{_NUMBER}|ten|\d{{1,2}})\b|"
    r"[^,;.]{1,40}?(?<![\d.])\d{1,2}(?:\.\d{1,2})?\s?%\s(?:done|complete|completed|finished|implemented)\b|"
    r"(?:nearly|almost|about|around|roughly|up to|over)\s\d{1,3}\s?%|\d{1,3}\s?[ –—]\s?\d{1,3}\s?%|"
    r"100\s?%.{0,40}?\b(?:phase|step|stage|milestone|part)\s\d|"
    r"(?:phases?|steps?|stages?|milestones?|parts?|tasks?|sprints?|waves?|slices?|weeks?|iterations?|m|t|p)\s?\d|"
    r"(?:epochs?|pass|passes|rounds?|batch|batches|increments?|epics?|tranches?|cycles?|schritte?|teile?)\s?\d|"
    r"(?:phases?|stages?|steps?|milestones?|parts?|tracks?|slices?|waves?|sprints?)\s"
    r"(?:[a-h](?!\w)|(?!(?:in|of|by|at|on|to|is|as|v)\s?\d)[a-z]{1,4}\s?\d)|"
    r"(?P<unit>[a-uw-z]{1,3})(?P<number>\d{1,2})\b" + _JOINED + r".{0,280}?\b(?P=unit)(?!(?P=number)\b)\d{1,2}\b|"
    r"(?:フェーズ|段階|ステップ|阶段|階段|阶段|第)\s?\d|\d+\s?단계|этапы?\s?\d|фаз[аы]\s?\d|шаги?\s?\d|"
    r"(?:fases?|etapas?|étapes?|pasos?|passos?)\s?\d",
)


def is_tied(after: list[str]) -> bool:
    """Whether a word before these can stand by itself: nothing follows it, or a word such as `since`, or a number."""
    return not after or after[0] in TIES or after[0][0].isdigit()


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
    return any(phrase.endswith(end) and is_prepared(phrase.removesuffix(end)) is not None for end in FINISHED)


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
    return after[:2] == ["in", "part"] or not PARTLY.isdisjoint(after[:1])


def is_phase(before: list[str]) -> bool:
    """Whether these words end with a phase that has a name of its own: `the migration phase`, `Analysephase`."""
    last = next((token for token in reversed(before) if token in PHASES or token not in LINKS), "")
    if last in PHASES:
        return EVERY.isdisjoint(before) and not (PHASES | LINKS | ITSELF | ARTICLES).issuperset(before)
    return last.endswith("phase")
