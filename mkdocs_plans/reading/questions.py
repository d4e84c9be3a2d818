"""What open questions are called, and the day until which they must be decided, as data.

Labels are compared as those of headers are. English first, then German, Japanese, Chinese, Korean, Russian, French,
Spanish, Portuguese.
"""

from __future__ import annotations

# The section, by its heading; the first name is that of the reference template.
SECTIONS = (
    "Open Questions", "Open Question", "Unresolved Questions", "Outstanding Questions", "Questions", "Open Issues",
    "Open Decisions", "Pending Decisions", "Open Points", "Open Items",
    "Offene Fragen", "Offene Punkte", "Offene Entscheidungen", "未解決の質問", "未解決の問題", "未決事項", "未確定事項",
    "オープンクエスチョン", "开放问题", "待解决问题", "未解决问题", "待定问题", "開放問題", "待解決問題", "未解決問題",
    "열린 질문", "미해결 질문", "미결 사항", "미결정 사항", "Открытые вопросы", "Нерешённые вопросы",
    "Questions ouvertes", "Points ouverts", "Questions en suspens", "Preguntas abiertas", "Cuestiones abiertas",
    "Questões em aberto", "Perguntas em aberto", "Questões abertas", "Perguntas abertas",
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
)  # fmt: skip

# The question itself, where it is a column of a table or has a label.
QUESTION = (
    "question", "open question", "questions", "issue", "topic", "item", "frage", "offene frage", "thema", "punkt",
    "質問", "問い", "論点", "課題", "问题", "問題", "议题", "질문", "вопрос", "question ouverte", "sujet", "pregunta",
    "cuestión", "questão", "pergunta",
)  # fmt: skip

# What has been decided: a question that has it is open no more.
ANSWER = (
    "answer", "decision", "decided", "resolution", "resolved", "outcome", "conclusion", "entscheidung", "antwort",
    "entschieden", "ergebnis", "回答", "決定", "決定事項", "結論", "答案", "决定", "结论", "답변", "결정", "결론",
    "ответ", "решение", "réponse", "décision", "respuesta", "decisión", "resposta", "decisão",
)  # fmt: skip
