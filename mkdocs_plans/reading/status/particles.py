"""The words around a status: which may stand alone, which deny it, which come before it and which name the work."""

from __future__ import annotations

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
    "em aberto", "aperto", "aperta", "открыт", "открыта", "открыто", "en production", "en producción", "em produção",
    "in produzione",
    "planning", "proposal", "pr open", "qa", "waiting", "verified", "validated", "resolved", "approved",
    "accepted", "scheduled", "diseño", "planificación", "planejamento", "planeamento", "planification", "planung",
    "планирование", "concluded", "validé", "validée", "completo", "completa", "активен", "активна", "активно",
    "реализация", "выполнение", "lista", "standby", "scoping", "refining", "refinement", "triage", "estimating",
    "groomed",
    "progettazione", "pianificazione", "discovery", "vision", "exploration", "exploring", "exploratory",
    "investigating", "historical",
    "adopted",
    "shipping", "deploying", "releasing", "canary", "claimed", "halted", "stopped", "sunset", "unassigned", "fcp",
))  # fmt: skip

# Words that mean a status only as the whole of a text: "Plan", but not "Plan: rejected".
WHOLE = frozenset((
    "plan", "plan only", "placeholder", "konzept", "提议", "active plan", "decided", "100% complete", "100 % complete",
    "implementation plan", "design spec", "design proposal", "спека", "спецификация", "技術設計", "设计方案",
    "설계 명세", "작성됨", "planning document", "planning document only", "design document", "working document",
    "documento de planificación", "documento de planejamento", "documento di pianificazione", "ga", "not ready",
    "not ready yet", "確定", "确定", "план", "plano", "piano", "已确认",
))  # fmt: skip

TIES = frozenset((
    "&", "in", "on", "by", "for", "since", "with", "at", "as", "until", "till", "after", "before", "and", "but",
    "or", "to", "from",
    "via", "through", "under", "pending", "awaiting", "except", "including", "is", "was", "are", "now", "not",
    "yet", "today", "locally",
    "of", "per", "during", "within", "without", "again", "as", "when", "because", "due", "if", "phase", "only",
    "also", "par", "para", "por", "von", "per", "da", "dal", "dalla", "с",
))  # fmt: skip

# What an empty box means, when it stands before one of these.
UNBEGUN = frozenset((
    "not started", "not yet started", "to do", "todo", "pending", "open",
    "未着手", "未开始", "待办", "未開始", "시작 전", "미착수",
    "не начато", "offen", "à faire", "pas commencé", "pendiente", "sin empezar", "pendente", "não iniciado",
    "da fare", "non iniziato",
))  # fmt: skip

# "Pending review" with the reviewer in between: "pending owner review", "ready for a final review".
LEADS = frozenset(("pending", "awaiting", "ready for", "waiting for", "waiting on", "under"))

# In a clause, these deny everything after them: "Nothing is implemented", "No code is merged".
NOTHING = frozenset((
    "nothing", "none", "no", "nobody", "nichts", "kein", "keine", "niente", "nulla", "nessuno", "nessuna", "rien",
    "aucun", "aucune", "nada", "ningún",
    "ninguna", "nenhum", "nenhuma", "ничего", "ни",
))  # fmt: skip

# One of NOT before one of ALL makes what is done in progress: "Not all tasks are done".
NOT = frozenset(("not", "nicht", "pas", "не", "não", "non"))
ALL = frozenset((
    "all", "every", "everything", "each", "alle", "alles", "tout", "toute", "tous", "toutes", "все", "всё", "tudo",
    "todos", "todas", "tutto", "tutti", "tutte",
))  # fmt: skip

# What a clause says after one of these is not done yet: "will ship", "wird umgesetzt".
AHEAD = frozenset((
    "will", "shall", "should", "must", "wird", "werden", "soll", "sollen", "muss", "müssen",
    "sarà", "saranno", "devono", "sera", "seront", "doit", "doivent", "será", "serán", "serão", "debe", "deben",
    "deve", "devem", "будет", "будут",
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
    "weitgehend", "größtenteils", "presque", "casi", "quase", "quasi", "почти",
))  # fmt: skip
MOST = frozenset(("most", "half"))

# "Design done", "the spec is finished" and "completed design of it" are the beginning of a plan. "Design shipped" and
# "Plan done" are not.
PREPARATION = frozenset((
    "design", "planning", "spec", "specification", "research", "analysis", "investigation", "analyse", "análisis",
    "análise", "analisi", "анализ", "investigación", "investigação", "исследование", "requirements", "rfc", "prd",
    "discovery",
    "scoping",
    "entwurf", "planung", "spezifikation", "konzeption", "recherche", "conception", "planification", "spécification",
    "diseño", "planificación", "especificación", "planejamento", "planeamento", "especificação", "проектирование",
    "progettazione", "pianificazione", "specifica", "планирование", "спецификация", "дизайн",
))  # fmt: skip
FINISHED = frozenset((
    "done", "complete", "completed", "finished", "merged", "published", "fertig", "erledigt", "abgeschlossen",
    "beendet", "terminé", "terminée", "achevé", "fini", "completado", "completada", "terminado", "terminada",
    "completato", "completata", "terminato", "terminata", "concluso", "conclusa",
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
    "nach", "laut", "gemäß", "selon", "según", "segundo", "secondo", "по",
))  # fmt: skip

# Kinds of work that are no status if the clause goes on to say that they are finished: "Design is done".
WORKS = PREPARATION | {"implementation", "development"}

LINKS = frozenset((
    "is", "are", "now", "work", "phase", "stage", "doc", "document", "has", "been", "was", "already", "fully", "ist",
    "wurde", "est", "está", "já", "ya", "è", "già", "уже",
))  # fmt: skip

# "Migration phase completed" is a part, "all phases" or "this phase completed" is not.
PHASES = frozenset(("phase", "stage", "step", "fase", "étape", "etapa", "этап", "фаза"))

# The last phase is the end of a plan if "all phases done" follows.
PARTS = frozenset(
    ("phases", "stages", "steps", "milestones", "fases", "étapes", "etapas", "phasen", "fasi", "этапы", "фазы")
)

EVERY = ALL | {"final", "last", "whole", "entire"}

# Words before a status that name nothing smaller than the plan: "It is done", but not "Backend done".
ITSELF = frozenset((
    "it", "this", "that", "plan", "everything", "all", "of", "and", "is", "was", "has", "have", "been", "are", "were",
    "now", "already", "finally", "just", "fully", "es", "ist", "wurde", "alles", "est", "tout", "está", "ya", "tudo",
    "já", "tutto", "è", "già", "всё", "все", "уже",
))  # fmt: skip

# The work itself: after "Design done", "implementation done" counts, and "script done" does not.
BUILT = frozenset((
    "code", "coding", "implementation", "execution", "development", "feature", "umsetzung", "ausführung", "exécution",
    "ejecución", "execução", "implementierung", "entwicklung",
    "implémentation", "développement", "implementación", "desarrollo", "implementação", "desenvolvimento",
    "implementazione", "sviluppo", "esecuzione", "realizzazione", "реализация",
    "разработка",
))  # fmt: skip

# What may stand between a word and what denies it: "not yet fully deployed", "pas encore terminé".
BETWEEN = frozenset((
    "yet", "been", "fully", "completely", "entirely", "quite", "formally", "actually", "really", "vollständig", "ganz",
    "komplett", "encore", "complètement", "entièrement", "totalement", "été", "completamente", "totalmente", "foi",
    "sido", "è", "stato", "stata", "ancora", "interamente", "полностью", "окончательно", "был", "была", "было", "были",
))  # fmt: skip

# Words that do not say how a plan ended: "Closed (won't fix)".
ENDED = frozenset((
    "closed", "archived", "resolved", "geschlossen", "archiviert", "clos", "cerrado", "encerrado", "fechado",
    "chiuso", "archiviato", "закрыт",
    "закрыто", "historical",
))  # fmt: skip

# More than finished: a review that is mentioned after one of these is of something else.
RELEASED = frozenset(("merged", "shipped", "released", "deployed", "delivered", "landed", "live", "launched"))

# What says after an approval that the work is finished.
BROUGHT = (RELEASED - {"live"}) | {
    "implemented", "completed", "done", "umgesetzt", "abgeschlossen", "implémenté", "terminé", "implementado",
    "completado", "concluído", "реализовано", "выполнено", "implementato", "completato",
}  # fmt: skip

# "Completed partially".
PARTLY = frozenset(("partially", "partly", "teilweise", "partiellement", "parcialmente", "parzialmente", "частично"))

# What is done, before one of these: "Done (partial)", "done in part".
PARTIAL = PARTLY | {
    "partial", "partiel", "partielle", "parcial", "parziale",
    "in part", "zum teil", "en partie", "en parte", "em parte", "in parte",
}  # fmt: skip

# "Implemented on staging only".
ONLY = frozenset((
    "only", "nur", "seulement", "uniquement", "solo", "solamente", "soltanto", "apenas", "somente", "только",
))  # fmt: skip

# What may be merged before the work has begun, beside DESIGNS: "Approved, merged as a document".
DOCUMENTS = DESIGNS | {"document", "documentation", "doc", "docs", "draft", "text", "adr", "record"}

# Where a plan went that is no longer one: "Folded into SPEC-014". Code may go to other places: "folded into main".
MOVED = frozenset((
    "folded into", "absorbed by", "absorbed into", "consolidated into", "subsumed by",
))  # fmt: skip
PLANS = frozenset((
    "plan", "plans", "spec", "specs", "proposal", "proposals", "rfc", "adr", "prd", "epic", "roadmap", "initiative",
))  # fmt: skip
# "Consolidated into one plan" and "into this plan" are about the plan that came of it.
HERE = frozenset(("one", "this"))

# A pause or an end is the present state before one of these: "on hold until May", but not "deferred from Q1".
HALTS = frozenset((
    "until", "till", "for", "by", "since", "to", "pending", "awaiting", "because", "due", "as", "indefinitely",
    "bis", "seit", "von", "wegen", "jusqu'à", "jusqu'au", "depuis", "pour", "par", "hasta", "por", "para", "até",
    "fino", "da", "per", "до", "из",
))  # fmt: skip

# After one of these, a word for done is an adjective: "compared with the shipped tool".
ARTICLES = frozenset(("the", "a", "an", "its", "our", "their"))

NEGATIONS = frozenset((
    "not", "no", "longer", "never", "isn't", "until", "once", "when", "if", "before", "be", "requires", "require",
    "nicht", "noch", "pas", "non", "не", "não", "sin",
))  # fmt: skip

# What denies a word in a script without blanks, before and after it.
DENIED = (
    r"(?<![未不没沒])(?<![没沒]有)(?<!(?<![가-힣])[미불])",
    r"(?!(?:し|され)?(?:てい?)?(?:な[いかく]|ません|ず)|\s?(?:안\s?[됨되된했함돼]|(?:되|하)지\s?(?:않|못)))",
)
