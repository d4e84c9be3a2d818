"""Words for open questions, for the day by which they must be decided, and for being decided, as data.

Labels are compared as those of headers are. English first, then German, Japanese, Chinese, Korean, Russian, French,
Spanish, Portuguese, Italian.
"""

from __future__ import annotations

from mkdocs_plans.reading.labels import normal

# The section, by its heading; the first name is that of the reference template.
SECTIONS = (
    "Open Questions", "Open Question", "Unresolved Questions", "Outstanding Questions", "Questions", "Open Issues",
    "Open Decisions", "Pending Decisions", "Open Points", "Open Items",
    "Offene Fragen", "Offene Punkte", "Offene Entscheidungen", "未解決の質問", "未解決の問題", "未決事項", "未確定事項",
    "オープンクエスチョン", "开放问题", "待解决问题", "未解决问题", "待定问题", "開放問題", "待解決問題", "未解決問題",
    "열린 질문", "미해결 질문", "미결 사항", "미결정 사항", "Открытые вопросы", "Нерешённые вопросы",
    "Questions ouvertes", "Points ouverts", "Questions en suspens", "Preguntas abiertas", "Cuestiones abiertas",
    "Questões em aberto", "Perguntas em aberto", "Questões abertas", "Perguntas abertas",
    "Domande aperte", "Questioni aperte", "Punti aperti",
)  # fmt: skip

# The day.
DUE = (
    "decision needed by", "decision needed", "decision due", "decision by", "decision date", "decide by", "due",
    "due date", "due by", "due on", "deadline", "by when", "needed by", "answer needed by", "answer by", "resolve by",
    "resolution by", "target date", "when",
    "entscheidung nötig bis", "entscheidung benötigt bis", "entscheidung bis", "zu entscheiden bis", "zu klären bis",
    "klärung bis", "frist", "fällig", "fällig am", "fälligkeit", "bis wann", "termin", "stichtag",
    "決定期限", "判断期限", "回答期限", "期限", "期日", "締切", "締め切り", "いつまで", "いつまでに", "決定が必要な日",
    "决定期限", "决策期限", "决策截止", "截止日期", "截止时间", "截止", "到期日", "期限日", "決策期限", "截止時間",
    "결정 기한", "결정 시점", "해소 시점", "기한", "마감", "마감일", "언제까지",
    "срок", "срок решения", "крайний срок", "дедлайн", "решить до", "нужно решить до", "решение нужно до",
    "échéance", "date limite", "décision avant", "décision avant le", "décision requise avant", "à décider avant",
    "fecha límite", "plazo", "vencimiento", "decidir antes de", "decisión necesaria antes de", "decisión antes de",
    "prazo", "data limite", "decidir até", "decisão até", "decisão necessária até",
    "scadenza", "entro", "decidere entro", "da decidere entro", "decisione entro",
)  # fmt: skip

# The question itself, where it is a column of a table or has a label.
QUESTION = (
    "question", "open question", "questions", "issue", "topic", "item", "frage", "offene frage", "thema", "punkt",
    "質問", "問い", "論点", "課題", "问题", "問題", "议题", "질문", "вопрос", "question ouverte", "sujet", "pregunta",
    "cuestión", "questão", "pergunta", "domanda", "questione",
)  # fmt: skip

# What has been decided: a question with this label is no longer open.
ANSWER = (
    "answer", "decision", "decided", "resolution", "resolved", "outcome", "conclusion", "entscheidung", "antwort",
    "entschieden", "ergebnis", "回答", "決定", "決定事項", "結論", "答案", "决定", "结论", "답변", "결정", "결론",
    "ответ", "решение", "решено", "réponse", "décision", "résolution", "respuesta", "decisión", "resolución",
    "resuelto",
    "resposta", "decisão", "resolução", "resolvido", "risposta", "decisione", "risolto",
)  # fmt: skip

# Some labels only ask whether a question is decided, such as `Resolved`; after them, NO means that it is not.
WHETHER = ("decided", "resolved", "entschieden", "resuelto", "resolvido", "risolto", "решено")
NO = ("no", "false", "nein", "いいえ", "否", "아니오", "нет", "non", "não")

# What stands in place of a decision that is not made yet: as a whole clause, or at its beginning.
UNDECIDED = (
    "tbd", "tbc", "tba", "todo", "open", "undecided", "unclear", "unknown", "unresolved", "unanswered", "pending",
    "in discussion", "under discussion", "in review", "under review", "proposed", "draft", "in progress", "none", "n/a",
    "offen", "unklar", "ausstehend", "unentschieden", "in klärung", "in diskussion", "keine",
    "未定", "未決", "未決定", "検討中", "保留", "なし", "待定", "待决定", "未决定", "待決定", "讨论中", "无",
    "미정", "미결", "미결정", "검토 중", "검토중", "보류", "없음",
    "открыт", "открыто", "открытый", "неясно", "нет", "в обсуждении",
    "ouvert", "ouverte", "en attente", "en discussion", "indécis", "aucune",
    "abierto", "abierta", "pendiente", "en discusión", "ninguna", "aberto", "aberta", "em aberto", "pendente",
    "em discussão", "nenhuma", "aperto", "aperta", "in sospeso", "in discussione", "nessuna",
)  # fmt: skip
UNDECIDED_BEGINS = (
    "to be", "tbd", "tbc", "not yet", "none yet", "not decided", "not approved", "not accepted", "not agreed",
    "not answered", "not resolved", "no decision", "no answer", "needed by", "needed before", "needs decision",
    "needs a decision", "needs input", "undecided", "unclear", "pending", "awaiting", "waiting", "still open",
    "still unclear", "still pending", "still to", "open until", "open question", "deferred", "up to",
    "noch offen", "noch nicht", "noch unklar", "noch zu", "noch keine", "zu entscheiden", "zu klären", "muss noch",
    "wird noch", "nicht entschieden", "offen bis",
    "ещё не", "еще не", "не решено", "не решён", "не определено", "ожидает", "предстоит",
    "à décider", "à définir", "pas encore", "non décidé", "en attente", "por decidir", "por definir", "sin decidir",
    "aún no", "todavía no", "pendiente de", "a decidir", "a definir", "por decidir", "ainda não", "não decidido",
    "da decidere", "da definire", "non ancora", "non deciso", "in attesa",
)  # fmt: skip
# `Ada to decide`, `The team will decide`: somebody, then one of UNDECIDED_WILL, then one of UNDECIDED_DECIDE.
UNDECIDED_WILL = ("to", "to be", "will", "must", "should", "has to", "needs to", "muss", "soll", "wird")
UNDECIDED_DECIDE = ("decide", "confirm", "answer", "clarify", "choose", "entscheiden", "klären", "beantworten")

# Statuses of a question that is no longer open, besides those that mean done or dropped.
DECIDED = (
    "decided", "answered", "approved", "accepted", "agreed", "resolved", "settled", "decision made", "clarified",
    "entschieden", "beantwortet", "geklärt", "genehmigt", "angenommen", "beschlossen", "erledigt",
    "決定", "決定済", "決定済み", "回答済", "回答済み", "解決済", "解決済み", "承認済み", "已决定", "已決定",
    "已回答", "已解决",
    "已解決", "已批准", "결정", "결정됨", "답변됨", "답변 완료", "해결됨", "해결", "승인됨",
    "решено", "решён", "решена", "принято", "согласовано", "отвечено", "décidé", "décidée", "résolu", "résolue",
    "approuvé", "approuvée", "accepté", "acceptée", "decidido", "decidida", "resuelto", "resuelta", "respondido",
    "respondida", "aprobado", "aprobada", "acordado", "resolvido", "resolvida", "aprovado", "aprovada",
    "deciso", "decisa", "risolto", "risolta", "approvato", "approvata", "accettato", "accettata",
)  # fmt: skip

# What headings and brackets say about settled questions: `Resolved`, `Which store? (resolved)`.
SETTLED = (
    "resolved", "answered", "closed", "decided", "settled",
    "erledigt", "erledigte", "geklärt", "geklärte", "beantwortet", "beantwortete", "entschieden", "entschiedene",
    "решено", "решены", "решённые", "решенные", "решён", "решена", "закрытые", "закрыто", "закрыты", "отвеченные",
    "résolu", "résolus", "résolue", "résolues", "répondu", "répondues", "décidé", "décidés", "décidée", "décidées",
    "resuelto", "resueltos", "resuelta", "resueltas", "respondida", "respondidas", "respondido", "decidido",
    "decididos", "decidida", "decididas", "cerrada", "cerradas", "cerrado", "cerrados",
    "resolvido", "resolvidos", "resolvida", "resolvidas", "fechada", "fechadas", "fechado", "fechados",
    "risolto", "risolti", "risolta", "risolte", "deciso", "decisi", "decisa", "decise", "chiuso", "chiusi", "chiusa",
    "chiuse",
)  # fmt: skip
# In scripts without blanks, they may be part of a longer word.
SETTLED_WITHIN = (
    "解決済", "回答済", "決定済", "確定済", "已解决", "已解決", "已决定", "已決定", "已回答", "해결됨",
    "해결된", "결정됨", "결정된",
    "답변됨", "답변된",
)  # fmt: skip
# What follows them in `Resolved Questions`.
SETTLED_OF = (
    "question", "questions", "issue", "issues", "decision", "decisions", "item", "items", "point", "points", "topics",
    "fragen", "punkte", "themen", "entscheidungen", "вопрос", "вопросы", "질문", "사항",
)  # fmt: skip
# Words before them that mean that the question is not settled, or that nobody knows.
UNSETTLED = frozenset((
    "be", "must", "not", "no", "none", "never", "yet", "partly", "partially", "until", "once", "if", "whether", "how",
    "when", "who", "what", "which", "why", "nicht", "noch", "zu", "keine", "nie", "teilweise", "ob", "wie", "wann",
    "wer",
    "не", "ещё", "еще", "pas", "encore", "non", "aún", "sin", "por", "não", "ainda", "sem", "ancora", "senza",
))  # fmt: skip

# What stands in place of a list of questions if there are none.
NOTHING = frozenset((
    "none", "n/a", "na", "not applicable", "nothing", "nothing open", "nil", "no questions", "no open questions",
    "no open issues", "no open items", "no open points", "no open decisions", "no pending decisions",
    "no outstanding questions", "no unresolved questions", "no further questions", "no issues", "there are none",
    "there are no open questions", "all resolved", "all questions resolved", "all questions are resolved",
    "all questions answered",
    "keine", "keine offenen fragen", "keine offenen punkte", "keine fragen", "derzeit keine", "aktuell keine",
    "momentan keine", "noch keine", "nichts", "nichts offen", "entfällt", "nicht zutreffend",
    "なし", "特になし", "無し", "特に無し", "ありません", "特にありません", "該当なし", "現在なし", "現時点でなし",
    "未解決の質問はありません",
    "无", "無", "暂无", "暫無", "没有", "沒有", "不适用", "不適用", "无开放问题", "目前没有", "目前無", "目前无",
    "없음", "없습니다", "해당 없음", "해당없음", "현재 없음", "미해결 질문 없음",
    "нет", "нет открытых вопросов", "отсутствуют", "вопросов нет", "открытых вопросов нет", "не применимо", "пока нет",
    "aucun", "aucune", "aucune question", "aucune question ouverte", "aucun point ouvert", "néant", "sans objet",
    "rien",
    "pas de question ouverte",
    "ninguno", "ninguna", "ninguna por ahora", "nada", "no hay", "no aplica", "sin preguntas", "sin preguntas abiertas",
    "no hay preguntas abiertas",
    "nenhum", "nenhuma", "não há", "não se aplica", "nenhuma questão em aberto", "nenhuma pergunta em aberto",
    "sem questões em aberto", "nenhuma no momento",
    "nessuna", "nessuno", "niente", "nessuna domanda", "nessuna domanda aperta", "non applicabile",
))  # fmt: skip
# Words beside these that add nothing.
NOTHING_MORE = frozenset((
    "at", "this", "that", "the", "time", "moment", "stage", "point", "for", "now", "so", "far", "currently", "known",
    "identified", "remain", "remaining", "left", "outstanding", "present", "presently", "today",
))  # fmt: skip

# Both kinds of labels, as they are compared.
QUESTIONS = frozenset(map(normal, QUESTION))
DAYS = frozenset(map(normal, DUE))
