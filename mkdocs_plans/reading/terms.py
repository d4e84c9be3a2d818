"""The words of headers and front matter in the languages of public repositories, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# The labels of each key, from the strongest to the weakest: with both an owner and an author, the owner counts.
# Compared without case, width, emoji, `-` and `_`. English first, then Japanese, Chinese, Korean, Russian, German,
# French, Spanish, Portuguese, Italian.
LABELS: Mapping[str, tuple[str, ...]] = {
    "status": (
        "plan status", "status", "current status", "overall status", "project status", "status of plan",
        "status of this plan", "document status", "doc status", "state", "plan state", "current state",
        "ステータス", "状態", "計画ステータス", "現在のステータス", "進捗状況",
        "状态", "当前状态", "计划状态", "文档状态", "狀態", "目前狀態",
        "상태", "현재 상태", "계획 상태", "진행 상태", "문서 상태", "статус", "состояние", "статус плана",
        "статус документа", "текущий статус",
        "planstatus", "zustand", "statut", "état", "etat", "statut du plan", "état actuel",
        "estado", "estado actual", "estado del plan", "estado del documento", "estado atual",
        "estado do plano", "situação", "situacao",
        "stato", "stato del piano", "stato attuale", "stato del documento",
    ),
    "implementation-status": (
        "implementation status", "build status of plan", "実装ステータス", "实现状态", "实施状态", "구현 상태",
        "stato dell'implementazione",
    ),
    "spec": (
        "spec", "specification", "feature spec", "feature specification", "specs", "spec file", "spec link",
        "spec path",
        "spec reference", "spec ref", "source spec", "related spec", "parent spec", "design spec", "spec document",
        "functional spec", "functional specification", "specification file", "specification link",
        "specification path", "specification reference", "specification document", "source specification",
        "related specification", "parent specification", "design specification", "owning spec", "governing spec",
        "linked spec", "upstream spec", "base spec", "spec source",
        "仕様", "仕様書", "機能仕様", "関連仕様", "仕様リンク",
        "规格", "关联规格", "规范", "规格说明", "规格书", "需求规格", "功能规格", "規格", "規格書",
        "스펙", "명세", "명세서", "사양", "спецификация", "спека", "spezifikation",
        "zugehörige spec", "spécification", "spec liée", "especificación",
        "spec relacionada",
        "especificação", "especificacao", "especificacion",
        "specifica", "specifiche", "specifica funzionale", "specifica tecnica", "specifica collegata",
    ),
    "spec-id": (
        "spec id", "specid", "specification id", "spec number", "spec no", "feature id", "featureid",
        "feature number",
        "機能id", "仕様id", "仕様番号", "规格id", "规格编号", "功能id", "功能编号", "스펙 id", "기능 id",
        "id спецификации", "spezifikations id", "id de spécification", "id de especificación", "id da especificação",
        "id specifica",
    ),
    "id": (
        "id", "plan id", "planid", "plan number", "plan no", "plan", "plan#", "number", "track id",
        "document id", "doc id", "計画id", "計画番号",
        "文書番号", "计划id", "计划编号", "文档编号",
        "계획 id", "номер", "nummer", "numéro", "número",
        "numero",
    ),
    "title": ("title", "name", "feature name", "feature title", "feature", "plan name", "subject", "タイトル", "标题",
    "제목", "название", "titel", "titre", "título", "titulo", "titolo"),
    "created": (
        "created", "created at", "created on", "created date", "date created", "creation date", "plan created",
        "createdat",
        "created time", "date", "plan date", "start date", "started", "drafted", "written", "authored", "prepared",
        "generated", "date opened", "opened", "document created", "doc created", "create time", "initial date",
        "作成日", "作成日時", "作成", "日付", "起票日", "起案日",
        "日期", "起草", "起草日期", "创建于", "创建日期", "创建时间", "创建",
        "制定日期", "制定时间", "计划日期", "文档日期", "编制日期", "编写日期", "撰写日期", "实施日期",
        "开始日期", "开始时间", "建立日期", "創建日期", "建立時間",
        "작성일", "작성", "최초 작성일", "생성일", "시작일", "작성 일자", "작성일자", "날짜", "일자", "дата создания",
        "создано", "создан", "начат", "начато", "дата", "дата начала",
        "angelegt", "erstellt", "erstellt am", "erstellungsdatum", "datum", "créé", "créé le", "date de création",
        "cree le",
        "creado", "creado el", "fecha de creación", "fecha de creacion", "fecha", "fecha de inicio", "inicio",
        "criado", "criado em",
        "data de criação", "data de criacao", "data", "data de início", "início", "開始日",
        "creato", "creato il", "creata il", "data di creazione", "data creazione", "redatto il", "data di inizio",
        "data inizio",
    ),
    "updated": (
        "updated", "last updated", "updated at", "updated on", "last update", "last modified", "modified",
        "last updated at", "date updated",
        "update date", "plan updated", "lastupdated", "updatedat", "revised", "last revised", "revision date",
        "amended",
        "last amended", "last edited", "last edited time",
        "更新日", "更新", "最終更新", "最終更新日", "更新日時", "更新日期", "更新时间", "最后更新",
        "最近更新", "更新時間",
        "最後更新", "修改日期",
        "수정일", "업데이트", "마지막 수정일", "마지막 업데이트", "최종 수정일", "최종 수정", "최종 업데이트",
        "최종 갱신", "갱신일", "갱신", "обновлено", "обновлён", "обновлен", "дата обновления",
        "последнее обновление", "дата изменения",
        "aktualisiert", "aktualisiert am", "stand", "zuletzt aktualisiert", "letzte aktualisierung", "geändert",
        "letzte änderung",
        "mis à jour", "mise à jour", "dernière mise à jour", "actualizado", "última actualización",
        "fecha de actualización",
        "ultima actualizacion",
        "atualizado", "atualizado em", "última atualização", "ultima atualizacao", "data de atualização",
        "aggiornato", "aggiornato il", "aggiornata il", "ultimo aggiornamento", "ultima modifica",
        "data di aggiornamento", "data aggiornamento",
    ),
    "owner": (
        "owner", "owners", "plan owner", "feature owner", "owned by", "dri", "directly responsible individual",
        "responsible", "assignee", "assignees", "assigned to", "assigned", "lead", "tech lead", "technical lead",
        "lead engineer", "engineering lead", "project lead", "technical owner", "owner agent", "implementation owner",
        "responsible agent", "responsible team", "responsible person",
        "maintainer", "maintained by", "document owner", "author",
        "plan author", "authors",
        "created by", "written by", "prepared by", "drafted by",
        "担当", "担当者", "責任者", "オーナー", "作成者", "起票者", "著者", "负责人", "責任人", "责任人", "負責人",
        "所有者", "作者", "创建者", "创建人", "编制人", "编写人", "撰写人", "维护者", "维护人",
        "负责角色",
        "담당자", "담당", "책임자", "소유자", "작성자", "ответственный", "исполнитель", "владелец",
        "владелец документа", "автор",
        "verantwortlich", "verantwortliche", "verantwortlicher", "zuständig", "eigentümer", "bearbeiter",
        "autor", "autorin", "autoren", "verfasser",
        "responsable", "propriétaire", "auteur", "auteurs", "assigné à", "propietario", "asignado a", "autora",
        "autores", "responsável",
        "responsavel", "dueño", "dueño técnico", "dono", "proprietário", "atribuído a",
        "responsabile", "proprietario", "referente", "assegnato a", "autore", "autrice", "autori", "redatto da",
    ),
    "tags": (
        "tags", "tag", "labels", "keywords", "タグ", "标签", "標籤", "태그", "теги", "schlagworte", "schlagwörter",
        "étiquettes", "etiquetas",
        "etichette",
    ),
    "next-steps": (
        "next steps", "next step", "next", "next action", "next actions", "次のステップ", "次のアクション",
        "下一步", "后续步骤",
        "다음 단계", "следующие шаги", "следующий шаг", "nächste schritte", "nächster schritt", "prochaines étapes",
        "prochaine étape", "próximos pasos", "próximo paso", "próximos passos", "próximo passo",
        "prossimi passi", "prossimo passo",
    ),
    "branch": (
        "branch", "feature branch", "git branch", "working branch", "ブランチ", "分支", "브랜치", "ветка",
        "zweig", "branche",
        "rama", "ramo",
    ),
    "depends-on": (
        "depends on", "depend on", "dependson", "depends", "dependencies", "blocked by", "requires", "prerequisites",
        "prerequisite", "依存", "依存関係", "依存先", "前提", "依赖", "依赖于", "前置依赖", "依賴", "의존성",
        "의존 대상",
        "종속", "종속 spec", "선행",
        "зависит от", "зависимости", "hängt ab von", "abhängig von", "abhängigkeiten", "dépend de", "dépendances",
        "depende de", "dependencias", "dependências",
        "dipende da", "dipendenze", "prerequisiti", "bloccato da",
    ),
    "blocks": (
        "blocks", "blocking", "required by", "ブロック", "阻塞", "차단", "блокирует", "blockiert", "bloque",
        "bloquea", "bloqueia",
        "blocca",
    ),
    "supersedes": (
        "supersedes", "supercedes", "replaces", "obsoletes", "置き換え", "取代", "替代", "대체", "заменяет",
        "ersetzt",
        "remplace", "reemplaza", "sustituye a", "substitui",
        "sostituisce",
    ),
    "superseded-by": (
        "superseded by", "supersededby", "superceded by", "replaced by", "obsoleted by", "後継", "被取代", "被替代",
        "대체됨", "заменён на", "заменен на", "ersetzt durch", "remplacé par", "reemplazado por", "sustituido por",
        "substituído por",
        "sostituito da",
    ),
    "related": (
        "related", "related to", "related plans", "related plan", "related specs", "related documents", "see also",
        "関連", "相关", "相關", "관련", "связано", "verwandt", "lié à", "relacionado", "relacionados",
        "correlato", "correlati", "collegato a",
    ),
}  # fmt: skip

# The keys of days.
DAYS = frozenset(("created", "updated"))
# Values that mean no owner.
NOBODY = frozenset((
    "your name", "author name", "name",
    "unassigned", "not assigned", "not yet assigned", "none", "none yet", "nobody", "n/a", "na", "unowned",
    "open", "vacant",
    "未定", "未割当", "未割り当て", "未分配", "待定", "无", "미정", "미배정", "не назначен", "offen",
    "niemand", "nicht zugewiesen",
    "non assigné", "aucun", "sin asignar", "ninguno", "não atribuído", "a definir", "por definir",
    "non assegnato", "nessuno", "da definire", "da assegnare",
))  # fmt: skip

# Names of sections that are a header.
HEADER_SECTIONS = frozenset((
    "metadata", "meta", "meta data", "header", "general information", "information", "info", "at a glance",
    "メタデータ", "メタ", "メタ情報", "基本情報", "元数据", "元信息", "基本信息", "메타데이터", "기본 정보",
    "метаданные", "metadaten", "métadonnées", "metadatos", "metadados", "metadati", "informazioni generali",
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
    "avance", "progresso", "avanzamento",
))  # fmt: skip
# Labels of a day that may also name the person.
MADE = frozenset(("作成", "작성", "起草"))
