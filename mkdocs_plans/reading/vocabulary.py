"""The words for statuses in the languages of public repositories, as data.

Each name of `WORDS` is the slug of a built-in status; `STAGES` says what it means where a team has another list.
A phrase is compared without case, width, emoji, `-` and `_`, at the start of a declared status first, then within it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

STAGES: dict[str, Stage] = {
    "draft": Stage.TODO,
    "planned": Stage.TODO,
    "in-progress": Stage.ACTIVE,
    "in-review": Stage.ACTIVE,
    "blocked": Stage.PAUSED,
    "on-hold": Stage.PAUSED,
    "done": Stage.DONE,
    "dropped": Stage.DROPPED,
}

WORDS: dict[str, tuple[str, ...]] = {
    "draft": (
        "draft", "drafting", "drafted", "proposed", "proposal", "planning", "design", "designing", "idea", "concept",
        "outline", "researching", "research", "specified", "specifying", "clarifying", "new", "initial", "rfc",
        "stub", "provisional", "tentative", "in discussion", "under consideration",
        "planning in progress", "draft in progress", "design in progress", "plan in progress", "under discussion",
        "in planning", "in design", "initial draft", "first draft",
        "diseño", "planificación", "planejamento", "planeamento", "planification", "planung", "планирование",
        "plan", "plan only", "planning only", "design only", "placeholder", "pre implementation",
        "下書き", "ドラフト", "草案", "設計中", "検討中", "提案", "提案中", "構想", "構想段階",
        "草稿", "初稿", "设计中", "起草中", "草拟", "提议", "規劃中", "规划中", "规划稿", "设计稿", "讨论稿",
        "征求意见稿",
        "초안", "작성 중", "작성중", "제안", "제안됨", "черновик", "предложение", "предложен", "предложено",
        "entwurf", "vorschlag", "vorgeschlagen", "in planung", "konzept", "brouillon", "ébauche", "proposé",
        "proposée", "borrador", "propuesta", "propuesto", "rascunho", "proposta", "proposto",
    ),
    "planned": (
        "planned", "ready", "approved", "accepted", "not started", "not yet started", "to do", "todo",
        "backlog", "pending",
        "queued", "scheduled", "open", "upcoming", "future", "next", "ready for implementation", "ready to implement",
        "ready for development", "ready for execution", "ready to execute", "ready for tasks", "ready to start",
        "awaiting implementation", "awaiting go ahead", "awaiting approval", "pending approval",
        "pending implementation",
        "plan complete", "plan completed", "planning complete", "planning completed", "design complete",
        "design completed", "research complete", "spec complete", "specification complete", "plan ready",
        "plan approved", "design approved", "spec approved", "tasks ready", "tasks generated", "not implemented",
        "not yet implemented", "implementable", "signed off",
        "implementation not started", "implementation not yet started", "implementation pending", "spec ready",
        "no implementation started", "not executed", "not yet executed", "decided",
        "not begun", "unstarted", "to be started", "to be implemented", "to be done", "awaiting start", "selected",
        "計画中", "計画済み", "計画", "実装計画", "未着手", "未実装", "未開始", "承認済み", "承認", "準備完了",
        "実装待ち", "予定", "着手待ち", "実行待ち", "開始待ち", "承認待ち", "採択", "実装前", "実装可能",
        "投入可能", "設計完了", "計画完了",
        "计划中", "已计划", "待开始", "未开始", "待实施", "待实现", "未实现", "已批准", "已通过", "待办",
        "就绪", "计划", "準備就緒", "未開始", "尚未", "实施前", "待执行", "设计完成", "规划完成", "计划完成",
        "评审通过", "待批准", "待审批", "已接受", "已采纳",
        "待處理", "已規劃",
        "계획", "계획됨", "계획 중", "계획중", "대기", "대기 중", "예정", "시작 전", "미착수", "승인", "승인됨",
        "준비 완료", "준비됨", "미구현", "채택", "승인 대기", "실행 가능", "합의 완료", "승인 완료",
        "계획 완료", "설계 완료",
        "запланировано", "запланирован", "запланирована", "к выполнению", "не начато", "не начат", "одобрено",
        "одобрен", "готов к", "готово к", "готова к", "принято", "принят", "утверждено", "утверждён", "утвержден",
        "готово к реализации", "готов к реализации", "в планах", "ожидает начала", "не реализовано", "не реализован",
        "geplant", "angenommen", "akzeptiert", "nicht begonnen", "noch nicht begonnen", "offen", "genehmigt",
        "freigegeben", "bereit", "ausstehend",
        "planifié", "planifiée", "prévu", "à faire", "non commencé", "pas commencé", "approuvé", "approuvée",
        "accepté", "acceptée", "prêt",
        "planificado", "planeado", "por hacer", "sin empezar", "no iniciado", "sin iniciar", "pendiente",
        "aprobado", "aprobada", "aceptado", "aceptada", "listo",
        "planejado", "planejada", "a fazer", "não iniciado", "não iniciada", "pendente", "aprovado", "aprovada",
        "aceito", "aceita", "aceite", "pronto",
    ),
    "in-progress": (
        "in progress", "inprogress", "active", "executing", "in execution", "partial", "partially", "partially done",
        "partially complete", "partially completed", "partially implemented", "partial implementation", "partly done",
        "partly implemented", "未完了", "未完成", "미완료", "mostly done", "mostly complete",
        "mostly completed", "mostly implemented", "nearly done",
        "nearly complete", "almost done", "almost complete", "wip", "work in progress", "started", "ongoing",
        "on going", "underway", "under way", "implementing", "implementation", "in implementation", "in development",
        "developing", "development", "building", "coding", "doing", "working", "current", "under development",
        "under implementation",
        "being implemented", "incomplete", "not complete", "not completed", "not done", "not finished",
        "not yet done",
        "not yet complete", "not yet completed", "unfinished", "in flight", "in work", "resumed", "reopened",
        "continuing",
        "ready to resume", "implementation in progress", "implementation started", "implementation underway",
        "iterating", "in dev", "on track", "active development", "active implementation", "active plan",
        "under active development",
        "being worked on", "rolling out",
        "進行中", "実装中", "作業中", "着手", "着手中", "開発中", "実行中", "部分実装", "一部実装", "一部完了",
        "部分的に完了", "対応中",
        "进行中", "实施中", "实现中", "开发中", "执行中", "部分完成", "部分实现", "尚未完成", "进行", "進行中",
        "實作中", "開發中",
        "진행 중", "진행중", "진행", "구현 중", "구현중", "개발 중", "개발중", "부분 완료", "부분 구현",
        "작업 중", "작업중",
        "в работе", "в процессе", "в разработке", "выполняется", "реализуется", "частично", "частично выполнено",
        "частично реализовано", "начато", "не завершено", "не завершён",
        "in arbeit", "in bearbeitung", "laufend", "läuft", "in umsetzung", "in entwicklung", "begonnen", "teilweise",
        "teilweise erledigt", "teilweise umgesetzt", "aktiv", "angefangen", "nicht fertig",
        "en cours", "en développement", "commencé", "partiel", "partiellement", "actif", "active",
        "en progreso", "en curso", "en desarrollo", "en proceso", "iniciado", "parcial", "parcialmente", "activo",
        "em andamento", "em progresso", "em desenvolvimento", "em execução", "em curso", "iniciada", "ativo",
    ),
    "in-review": (
        "in review", "under review", "review", "reviewing", "in reviews", "ready for review", "awaiting review",
        "pending review", "needs review", "for review", "code review", "in code review", "in pr", "pr open",
        "pr opened",
        "in qa", "qa", "testing", "in testing", "in test", "verifying", "verification", "in verification",
        "validating",
        "validation", "in validation", "ready to merge", "ready for merge", "awaiting merge", "pending merge",
        "code complete", "ready for testing", "ready for qa", "ready for verification", "awaiting verification",
        "pending verification", "last call", "being reviewed", "to be reviewed", "awaiting feedback",
        "feedback requested", "changes requested", "in uat", "awaiting sign off",
        "レビュー中", "レビュー待ち", "レビュー", "確認中", "確認待ち", "マージ待ち", "テスト中", "検証中",
        "评审中", "审核中", "审查中", "待评审", "待审核", "审阅中", "测试中", "验证中", "審查中", "審核中",
        "검토 중", "검토중", "리뷰 중", "리뷰중", "리뷰", "테스트 중", "검증 중", "검토 대기",
        "готов к ревью", "готово к ревью", "готов к проверке", "на проверке", "на ревью", "на рассмотрении",
        "ревью", "тестирование", "на согласовании",
        "in prüfung", "in überprüfung", "im review", "wird geprüft", "im test",
        "en revue", "en relecture", "en révision", "en examen", "en test",
        "en revisión", "en revision", "en pruebas", "em revisão", "em revisao", "em análise", "em teste",
    ),
    "blocked": (
        "blocked", "waiting", "waiting for", "waiting on", "stuck", "impeded", "blocked by", "blocked on", "stalled",
        "needs input", "awaiting input", "needs decision", "awaiting decision",
        "ブロック", "ブロック中", "ブロックされ", "待機中", "待ち", "阻塞", "受阻", "被阻塞", "等待中", "阻擋",
        "차단", "차단됨", "막힘", "보류 대기",
        "заблокировано", "заблокирован", "заблокирована", "ожидание", "ожидает", "blockiert", "wartet", "wartend",
        "bloqué", "bloquée", "en attente", "bloqueado", "bloqueada", "en espera", "em espera", "aguardando",
    ),
    "on-hold": (
        "on hold", "onhold", "hold", "deferred", "paused", "parked", "postponed", "suspended", "delayed", "shelved",
        "icebox", "backburner", "back burner", "on ice", "dormant", "frozen", "put on hold", "later", "someday",
        "保留", "保留中", "延期", "中断", "一時停止", "休止", "後回し", "搁置", "暂停", "推迟", "延后",
        "已暂停", "已搁置", "暫停", "擱置", "보류", "보류됨", "보류 중", "연기", "연기됨", "일시 중지", "중단",
        "отложено", "отложен", "отложена", "приостановлено", "приостановлен", "на паузе",
        "pausiert", "zurückgestellt", "verschoben", "auf eis", "ruht", "ausgesetzt",
        "en pause", "suspendu", "suspendue", "reporté", "reportée", "différé",
        "en pausa", "pausado", "pausada", "aplazado", "pospuesto", "suspendido", "em pausa", "adiado", "adiada",
        "suspenso",
    ),
    "done": (
        "done", "complete", "completed", "all complete", "all completed", "all done", "shipped", "implemented",
        "merged",
        "finished", "released", "deployed", "delivered", "closed", "landed", "live", "verified", "validated",
        "resolved",
        "fully implemented", "fully complete", "fully completed", "fully done", "archived", "in production",
        "launched",
        "implementation complete", "implementation completed", "implementation done", "feature complete", "executed",
        "all phases complete", "all phases completed", "all phases done", "all tasks complete", "all tasks completed",
        "all tasks done", "100 complete", "100 done", "100 implemented", "complete and merged",
        "retrospective", "as built", "built", "accomplished", "published",
        "rolled out",
        "完了", "実装完了", "完成", "実装済み", "実装済", "終了", "完了済み", "リリース済み", "対応済み",
        "マージ済み", "全て完了", "すべて完了",
        "已完成", "完工", "已实现", "已实施", "已发布", "已上线", "已合并", "已交付", "全部完成", "已關閉",
        "已关闭", "已結束", "已结束", "已落地", "已實作",
        "완료", "완료됨", "구현 완료", "완성", "종료", "배포됨", "배포 완료", "출시됨", "병합됨",
        "завершено", "завершён", "завершен", "завершена", "готово", "готов", "выполнено", "выполнен", "реализовано",
        "реализован", "сделано", "закрыто", "закрыт", "внедрено", "выпущено",
        "fertig", "erledigt", "abgeschlossen", "umgesetzt", "implementiert", "beendet", "veröffentlicht",
        "ausgeliefert",
        "terminé", "terminée", "achevé", "fini", "fait", "livré", "réalisé", "implémenté", "implémentée",
        "clos", "complété",
        "completado", "completada", "terminado", "terminada", "hecho", "hecha", "finalizado", "finalizada",
        "implementado", "implementada", "entregado", "cerrado", "concluido", "concluida",
        "concluído", "concluída", "feito", "pronto e entregue", "entregue", "encerrado", "fechado",
    ),
    "dropped": (
        "dropped", "superseded", "superseded by", "superceded", "replaced", "replaced by", "cancelled",
        "canceled", "rejected",
        "abandoned", "obsolete", "deprecated", "withdrawn", "won't do", "wont do", "won't fix", "wontfix",
        "discarded",
        "retired", "removed", "invalid", "declined", "not planned", "killed", "reverted", "void", "duplicate",
        "aborted", "closed as duplicate", "closed as not planned", "won't implement", "wont implement",
        "will not do", "no longer needed", "not needed", "rolled back",
        "廃止", "中止", "却下", "破棄", "取り下げ", "キャンセル", "非推奨", "置き換え済み", "取消", "已取消",
        "已废弃", "废弃", "已放弃", "放弃",
        "已拒绝", "拒绝", "已替代", "已取代", "被取代", "弃用", "已弃用", "作废", "已廢棄", "廢棄", "취소",
        "취소됨", "폐기", "폐기됨", "거절", "거절됨",
        "대체됨", "반려", "отменено", "отменён", "отменен", "отменена", "отклонено", "отклонён", "отклонен",
        "заменено", "заменён",
        "устарело", "устарел", "заброшено", "abgebrochen", "verworfen", "abgelehnt", "ersetzt", "veraltet",
        "aufgegeben", "storniert", "eingestellt", "annulé", "annulée", "abandonné", "abandonnée", "rejeté", "rejetée",
        "remplacé", "obsolète",
        "cancelado", "cancelada", "abandonado", "abandonada", "rechazado", "rechazada", "reemplazado",
        "obsoleto", "descartado", "descartada", "rejeitado", "rejeitada", "substituído", "substituída",
    ),
}  # fmt: skip

# Read only where the words of a status say nothing.
EMOJI: Mapping[str, str] = {
    "✅": "done", "☑": "done", "✔": "done", "🎉": "done", "🚢": "done", "🚀": "done",
    "🚧": "in-progress", "🔄": "in-progress", "🏗": "in-progress", "⏳": "in-progress",
    "🔨": "in-progress", "🛠": "in-progress",
    "👀": "in-review", "🔍": "in-review",
    "📋": "planned", "📅": "planned", "🗓": "planned", "⬜": "planned",
    "🤔": "draft", "📝": "draft", "✏": "draft", "💡": "draft",
    "⛔": "blocked", "🚫": "blocked", "🛑": "blocked",
    "⏸": "on-hold", "💤": "on-hold", "🧊": "on-hold",
    "🗑": "dropped", "🪦": "dropped",
}  # fmt: skip

# Adjectives and nouns that mean a status only where they stand alone or before one of TIES: "Active since May", but not
# "Active workflow guide".
WEAK = frozenset((
    "active", "complete", "open", "new", "next", "current", "design", "future", "research", "idea", "concept",
    "outline",
    "initial", "development", "implementation", "testing", "review", "live", "void", "invalid", "removed",
    "ready", "plan",
    "building", "coding", "doing", "working", "test", "validation", "verification", "partial", "hold", "later",
    "rfc", "stub",
    "closed", "started", "built", "published", "executed", "archived", "retrospective", "duplicate", "stand",
    "listo", "offen",
    "planning", "proposal", "pr open", "qa", "waiting", "verified", "validated", "resolved", "approved",
    "accepted", "scheduled", "diseño", "planificación", "planejamento", "planeamento", "planification", "planung",
    "планирование",
))  # fmt: skip

TIES = frozenset((
    "in", "on", "by", "for", "since", "with", "at", "as", "until", "till", "after", "before", "and", "but",
    "or", "to", "from",
    "via", "through", "under", "pending", "awaiting", "except", "including", "is", "was", "are", "now", "not",
    "yet", "today",
    "of", "per", "during", "within", "without", "again", "as", "when", "because", "due", "if", "phase", "only",
    "also",
))  # fmt: skip

NEGATIONS = frozenset(
    ("not", "no", "longer", "never", "isn't", "until", "once", "when", "if", "before", "be", "nicht", "noch", "pas")
)

# "Phase 1 complete" is a part of a plan, and so are "3/5 done" and "85 % complete".
PARTS = re.compile(
    r"\d{1,2}(?:\.\d{1,2})?\s?%|(\d{1,4})\s?(?:/|of)\s?(?!\1\b)\d{1,4}(?![\d/])|"
    r"(?:phases?|steps?|stages?|milestones?|parts?|tasks?|sprints?|waves?|slices?|weeks?|iterations?|m|t|p)\s?\d|"
    r"(?:フェーズ|段階|ステップ|阶段|階段|阶段|第)\s?\d|\d+\s?단계|этап\s?\d|фаза\s?\d|fase\s?\d|etapa\s?\d",
)
