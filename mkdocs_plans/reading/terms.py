"""Words of headers that are no label of a field: names of their sections, and labels that need a rule of their own."""

from __future__ import annotations

# Names of sections that are a header.
HEADER_SECTIONS = frozenset((
    "metadata", "meta", "meta data", "header", "general information", "information", "info", "at a glance",
    "メタデータ", "メタ", "メタ情報", "基本情報", "元数据", "元信息", "基本信息", "메타데이터", "기본 정보",
    "метаданные", "metadaten", "métadonnées", "metadatos", "metadados",
))  # fmt: skip
# Those that certainly belong to the plan, so other sections may be above them.
PLAN_SECTIONS = frozenset((
    "plan metadata", "plan information", "plan info", "plan details", "document metadata", "document information",
    "document info", "document control", "文書情報", "文档信息", "문서 정보",
))  # fmt: skip

# Labels of how many of a plan's tasks are done; they have no key of their own, since boxes count more.
PROGRESS = frozenset((
    "progress", "overall progress", "task progress", "completion", "tasks done", "tasks completed",
    "進捗", "进度", "當前進度", "当前进度", "진행률", "진척도", "прогресс", "fortschritt", "avancement", "progreso",
    "avance", "progresso",
))  # fmt: skip
# Labels of a day that may also name the person.
MADE = frozenset(("作成", "작성", "起草"))
