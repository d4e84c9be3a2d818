"""The title of a document: its H1 without generic parts, or what the path gives if it has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.reading import inline
from mkdocs_plans.reading.labels import trim, unnumbered
from mkdocs_plans.reading.values import folder_id

if TYPE_CHECKING:
    from mkdocs_plans.reading.outline import Heading, Outline

MAX_CHARACTERS = 500

# Words for the kind of document, before or after the title; the longest first.
_KINDS = (
    "feature implementation plan", "technical implementation plan", "track implementation plan",
    "implementation plan",
    "technical plan",
    "technical design plan", "feature plan", "execution plan", "development plan", "project plan", "engineering plan",
    "design plan", "tech plan", "dev plan", "work plan", "feature specification", "functional specification",
    "technical specification", "specification", "feature spec", "task list", "task breakdown", "implementation tasks",
    "機能対応計画",
    "実装計画書", "実装計画", "実装プラン", "技術計画", "開発計画", "実行計画書", "実行計画", "計画書", "設計仕様書",
    "機能仕様書", "機能仕様",
    "仕様書", "タスク一覧", "タスク",
    "实现计划", "实施计划", "技术计划", "开发计划", "执行计划", "实现方案", "技术方案", "实施方案", "功能规格",
    "任务列表", "實作計畫", "實施計畫", "實作計劃",
    "구현 계획서", "구현 계획", "구현계획", "실행 계획", "실행계획", "기술 계획", "개발 계획", "기능 명세", "작업 목록",
    "план реализации", "план внедрения", "технический план", "план разработки", "спецификация",
    "implementierungsplan", "umsetzungsplan", "technischer plan", "entwicklungsplan", "projektplan", "spezifikation",
    "plan d'implémentation", "plan d’implémentation", "plan d'exécution", "plan de mise en œuvre",
    "plan technique", "plan de développement", "spécification fonctionnelle", "spécification technique",
    "plan de implementación", "plan de implementacion", "plan de ejecución", "plan técnico", "plan de desarrollo",
    "especificación funcional", "especificación técnica",
    "plano de implementação", "plano de implementacao", "plano de execução", "plano técnico",
    "plano de desenvolvimento", "especificação funcional", "especificação técnica",
    "piano di implementazione", "piano di esecuzione", "piano di sviluppo", "piano tecnico", "specifica funzionale",
    "specifica tecnica",
)  # fmt: skip
# Kinds that a title may well end with, as in "Review of the Design Document".
_DOCUMENTS = (
    "execplan", "exec plan", "technical design document", "technical design doc", "engineering design document",
    "engineering design doc", "technical design", "design document", "design doc", "design spec",
    "product requirements document", "technical requirements document", "設計書", "设计文档",
    "产品需求文档", "需求文档", "설계서", "설계 문서",
)  # fmt: skip
_SHORT_KINDS = (
    "plan", "spec", "rfc", "adr", "prd", "trd", "proposal", "tasks", "feature", "計画", "プラン", "计划", "方案",
    "計畫", "계획", "계획서", "план", "plano", "piano",
)  # fmt: skip

# Sections that are often the first of a plan; an H1 of that name is not a title.
_SECTIONS = frozenset((
    "overview", "summary", "executive summary", "introduction", "background", "context", "goal", "goals", "objective",
    "objectives", "purpose", "scope", "problem", "problem statement", "architecture", "architecture overview",
    "approach",
    "technical approach", "technical context", "description", "metadata", "status", "design", "motivation",
    "requirements",
    "概要", "はじめに", "目的", "背景", "概述", "目标", "简介", "摘要", "개요", "목적", "배경", "обзор", "цель",
    "введение", "überblick",
    "übersicht", "ziel", "aperçu", "résumé", "objectif", "resumen", "objetivo", "visão geral", "resumo", "panoramica",
    "introduzione", "sommario", "obiettivo", "contesto",
))  # fmt: skip

_ENDINGS = tuple(kind.casefold() for kind in (*_KINDS, *_DOCUMENTS, *_SHORT_KINDS))
_SEPARATOR = r"\s{0,9}(?:[:：|·•]|[-–—]{1,3}(?=\s)|(?<=\s)[-–—]{1,3})\s{0,9}"
_ALL = "|".join(re.escape(kind) for kind in (*_KINDS, *_DOCUMENTS, *_SHORT_KINDS))
_LONG = "|".join(re.escape(kind) for kind in (*_KINDS, *_DOCUMENTS))
_SUFFIXES = tuple(sorted((kind.lower() for kind in _KINDS), key=len, reverse=True))
# Words before a kind that belong to it: "Login — Complete Implementation Plan", but not "Initial Login Plan".
_SIZES = (
    "initial", "historical", "complete", "comprehensive", "detailed", "full", "final", "overall", "updated", "revised",
    "phased",
    "step-by-step", "high-level", "software", "project", "финальный", "подробный", "пошаговый", "полный", "общий",
    "项目", "完整", "详细", "总体", "全体", "詳細", "상세", "전체",
)  # fmt: skip
_PICTURE = r"(?:[^\w\s\[\]【】/<>`]{1,4}\s{1,9})?"  # an emoji in front
# "Spec and Implementation Plan: Login"
_AND_KIND = rf"(?:\s(?:and|&|und|et|y|e|и)\s(?:{_ALL}))?"
# "Plan de implementación detallado: Login"
_SIZED = r"(?:\s(?:dettagliato|detallado|detalhado|détaillé|completo|complet))?"
_BEFORE = re.compile(
    rf"^{_PICTURE}(?:the\s)?(?:{_ALL}){_SIZED}{_AND_KIND}(?:\s(?:for|of))?{_SEPARATOR}"
    rf"|^{_PICTURE}(?:{_LONG})\s(?:for|of)\s(?:the\s)?"
    rf"|^[\[【](?:{_ALL})[\]】]\s{{0,9}}"
    # A number of tasks, which is no id: each plan may begin with 1.
    rf"|^Task\s{{1,3}}#?\d{{1,6}}{_SEPARATOR}(?=\S)",
    re.IGNORECASE,
)
# "Design & Implementation Plan" is one kind; neither half may be cut. Nor may "Old flow vs. implementation plan" be.
_JOINT = re.compile(r"(?:\s(?:and|und|et|[yeиx×]|vs|vs\.)|[-–&+/,、·・与與和及])$", re.IGNORECASE)
_SIZE = rf"(?:(?:{'|'.join(_SIZES)})\s?)?"
_BEHIND = re.compile(
    rf"{_SEPARATOR}(?:the\s)?{_SIZE}(?:{_ALL})$|\s[(（\[](?:{_ALL})[)）\]]$",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"^(?:the\s)?(?:{_ALL})$", re.IGNORECASE)

_SPEC_ID = r"SPEC-(?:[A-Z0-9]{1,20}-){0,5}[A-Z0-9]{0,20}\d[A-Z0-9]{0,20}|SPEC-[0-9A-Za-z]{1,40}"
_NUMBERED_ID = r"[A-Z]{1,12}(?:-[A-Z0-9]{1,12}){0,4}-\d{1,6}"
# How an H1 may begin with an id; one of the groups is the id.
_LEADING_IDS = (
    # "SPEC-012: Login", "[F-105] Login" with a mark behind the id, "#12 — Login", "F12 - Login"
    rf"\[?#?({_SPEC_ID}|{_NUMBERED_ID}[A-Za-z]?(?:-[A-Z])?|[A-Z]{{1,3}}\d{{2,6}}|\d{{1,6}})\]?{_SEPARATOR}",
    # "[F-105] Login"
    rf"\[({_NUMBERED_ID}[a-z]?|\d{{1,6}})\]\s{{1,9}}",
    # "SPEC-012 Login", "FR-7 Login"
    rf"\[?({_SPEC_ID}|(?:F|FR|FEAT|FEATURE|US)-\d{{1,6}})\]?\s{{1,9}}",
    # "ADR-007 Login": zeros in front and three digits, and no sentence goes on as in "ISO-01 compliance"
    r"([A-Z]{1,12}-0\d{2,5})\s{1,9}+(?![a-zß-öø-ÿа-яё])",
    # "007. Login"
    r"(0\d{1,5})\.\s{1,9}",
    # "Spec 12 Login", "Feature #12: Login"
    rf"(?i:spec(?:ification)?|feature)\s{{1,3}}#?(\d{{1,6}})(?:{_SEPARATOR}|\s{{1,9}})",
    # "Plan 12: Login"
    rf"(?i:(?:exec)?plan)\s{{1,3}}#?(\d{{1,6}}(?:-\d{{1,4}})?){_SEPARATOR}",
    # "ADR 0007 — Login": zeros in front, unlike those that a plan is about ("RFC 2119: wording")
    rf"(?:ADR|RFC|PEP|PRD)\s{{1,3}}#?(0\d{{1,5}}){_SEPARATOR}",
    # "Plan-12: Login"
    rf"((?:[Pp]lan|[Ff]eat|[Tt]ask)-\d{{1,6}}){_SEPARATOR}",
)
_LEADING_ID = re.compile(rf"^(?:{'|'.join(_LEADING_IDS)})(?=\S)")
_ONLY_ID = re.compile(
    rf"^\[?({_SPEC_ID}|{_NUMBERED_ID}[a-z]?|[A-Z]{{1,3}}\d{{2,6}}|\d{{1,6}}|(?:spec(?:ification)?|feature)\s#?\d{{1,6}})\]?$",
    re.IGNORECASE,
)
# "Covid-19" is a name: ids have small letters throughout, or none, or say what they count.
_IS_NAME = re.compile(r"(?!(?:Spec|Plan|Feat|Feature|Task|Epic|Story|Issue|Ticket|Phase|Step)-)[A-Z][a-zß-ÿ]+-\d")
_AFTER_ID = re.compile(rf"{_SEPARATOR}(?=\S)")
_NAME_OF_ID = re.compile(r"^\[?(?:spec(?:ification)?|feature)\s#?", re.IGNORECASE)
_NUMBERED = re.compile(r"plan\s{1,3}#?\d", re.IGNORECASE)
# "PLAN.md — Login"
_FILE = re.compile(rf"[\w./-]{{1,80}}\.(?:md|markdown){_SEPARATOR}(?=\S)", re.IGNORECASE)
_LEADING_DATE = re.compile(r"^(?:\d{4}-\d{2}-\d{2}(?:[-_ ]\d{4}(?=[-_ ]))?|(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))[-_ ]+")
_PLAN_SUFFIX = re.compile(r"(?:[-_.](?:plan|implementation))+$", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:md|markdown|mdx)$", re.IGNORECASE)


def heading_of(outline: Outline) -> Heading | None:
    """The H1 that is the title: the first one, unless it is a section among others."""
    top = next((heading for heading in outline.headings if heading.level == 1), None)
    if top is None:
        return _lower(outline)
    name = trim(unnumbered(top.text)).casefold()
    return None if name in _SECTIONS else top


def _lower(outline: Outline) -> Heading | None:
    """The title of a text that has no H1, but begins with `## Plan: Login` and has no other heading of that level."""
    first = next(iter(outline.headings), None)
    name = inline.plain(first.text[:MAX_CHARACTERS]) if first else ""
    if first is None or not (_BEFORE.match(name) or _NUMBERED.match(name)):
        return None
    is_only = sum(heading.level <= first.level for heading in outline.headings) == 1
    return first if is_only and not any(line.strip() for line in outline.lines[: first.line - 1]) else None


def split(text: str) -> tuple[str | None, str | None]:
    """The id and the title in an H1, each None if missing: generic parts, ids and placeholders are not a title."""
    title = inline.plain(text[:MAX_CHARACTERS])
    if found := _FILE.match(title):
        title = title[found.end() :]
    title = _without_kind(title)
    identifier = None
    if found := _LEADING_ID.match(title):
        identifier = found[found.lastindex or 0]
        title = _without_kind(title[found.end() :])
    if (found := _ONLY_ID.match(title)) and not _IS_NAME.match(title):
        return identifier or trim(_NAME_OF_ID.sub("", found[1])), None
    if _WHOLE.match(title) or title.casefold() == "the" or inline.is_placeholder(title) or not trim(title):
        return identifier, None
    return identifier, title


def without_id(title: str | None, identifier: str | None) -> str | None:
    """`E2-S3-T4 — Login` is Login if a label gives E2-S3-T4 as the id; its form alone could be that of a title."""
    if not title or not identifier or not title.casefold().startswith(identifier.casefold()):
        return title
    found = _AFTER_ID.match(title, len(identifier))
    return title[found.end() :] if found else title


def _without_kind(title: str) -> str:
    """`Implementation Plan: Login` and `Login — Plan` are Login. Twice, for `Plan: Feature: Login`."""
    for _ in range(2):
        found = _BEFORE.match(title)
        if found is None:
            break
        title = title[found.end() :].strip() or title
    if not title.casefold().rstrip(")）]").endswith(_ENDINGS):
        return title
    found = _BEHIND.search(title)
    shorter = title[: found.start()].strip() if found else _without_suffix(title)
    return title if shorter.casefold() in _SIZES else shorter or title


def _without_suffix(title: str) -> str:
    """`Login Implementation Plan` is Login, but `Design & Implementation Plan` stays."""
    for suffix in filter(title.lower().endswith, _SUFFIXES):
        before = title[: -len(suffix)]
        stem = before[:-1] if before[-1:].isspace() else before
        if stem and not stem[-1].isspace() and not _JOINT.search(stem[-5:]):
            return stem
    return title


def from_folder(path: str) -> tuple[str | None, str]:
    """The id and the title that a plan's path gives.

    `specs/012-login/plan.md` is ("012", "Login"), `foo.plan.md` is (None, "Foo"). If the file name is only "plan",
    the folder decides.
    """
    *folders, file = path.replace("\\", "/").split("/")
    stem = _EXTENSION.sub("", file)
    name = _PLAN_SUFFIX.sub("", stem)
    if name.casefold() in ("plan", "spec", "tasks", "index", "readme", ""):
        name = next((folder for folder in reversed(folders) if folder not in ("", ".", "..")), stem or file)
    return _named(name)


def _named(name: str) -> tuple[str | None, str]:
    bare = name.lstrip(".")
    dateless = _LEADING_DATE.sub("", bare) or bare
    identifier = folder_id(dateless)
    rest = dateless[len(identifier) :] if identifier else dateless
    words = rest.replace("_", " ").replace("-", " ").replace(".", " ").split()
    title = " ".join(words) or dateless
    return identifier, (title[:1].upper() + title[1:]) if title.islower() else title


def is_file(text: str) -> bool:
    """Whether a text is the name of a file, which is a poor title: `05-LOGIN.md`."""
    return text.endswith(".md") and not any(map(str.isspace, text))


def is_generic(text: str) -> bool:
    """Whether a text only names a kind of document."""
    return bool(_WHOLE.match(text.strip()))
