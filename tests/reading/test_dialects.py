"""Every way in which a plan says its status, one line each."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import inline, read
from mkdocs_plans.reading.status import classify
from mkdocs_plans.settings import UNKNOWN, Settings

SETTINGS = Settings()

# What stands below the title (or in front matter above it), and the status that the plan declares by it.
DECLARED = {
    "bold, colon outside": ("**Status**: Draft", "Draft"),
    "bold, colon inside": ("**Status:** Draft", "Draft"),
    "bold, colon inside and blanks": ("**Status: ** Draft", "Draft"),
    "all of it bold": ("**Status: Draft**", "Draft"),
    "underscores": ("__Status__: Draft", "Draft"),
    "italic": ("*Status*: Draft", "Draft"),
    "italic, all of it": ("*Status: Draft*", "Draft"),
    "italic, several": ("*Version: 2 | Status: Draft | Updated: 2026-03-01*", "Draft"),
    "italic, several, with others": ("_Status: Draft · Scope: `a/b` · Goal: speed_", "Draft"),
    "italic, each for itself": ("_Status: ✅ Done_ · _Completed: May 2026_ · _Moved: June 15, 2026_", "✅ Done"),
    "italic, each for itself, an unknown one first": ("*Version: 2* | *Status: Draft*", "Draft"),
    "italic over lines": (
        "*Status: Draft for review, written in the branch that Ada has made for it.\nLater **phases** are\nproposals.*",
        "Draft for review, written in the branch that Ada has made for it. Later phases are proposals.",
    ),
    "bold over lines": ("**Status: Blocked\nby the vendor**", "Blocked by the vendor"),
    "bold, a sentence with another behind": (
        "**Status: Implemented.** Awaiting review.",
        "Implemented. Awaiting review.",
    ),
    "bold, a sentence with its label behind": ("**Status: Draft.** **Owner:** Ada", "Draft."),
    "bold, without a colon, with a remark": ("**Status** ✅ Done — all of it", "✅ Done — all of it"),
    "bold, without the rest": (
        "**Status: approved** (Ada, 2026-03-01). It comes later.",
        "approved (Ada, 2026-03-01). It comes later.",
    ),
    "remark in the next line": ("**Status**: Blocked\n(by the vendor)", "Blocked (by the vendor)"),
    "lower case below a sentence": ("**Status**: Blocked\nThe vendor\nis slow.", "Blocked"),
    "behind a sentence": ("Date: 2026-03-01. Status: draft, waits for Ada. Owner: Ada.", "draft, waits for Ada"),
    "bold with an emoji": (
        "**Project** Login\n**Status** ✅ Done · v1.0\n**Last updated** 2026-03-01",
        "✅ Done · v1.0",
    ),
    "bold with a dash": ("**Status** — Draft", "Draft"),
    "plain": ("Status: Draft", "Draft"),
    "plain, lower case": ("status: draft", "draft"),
    "label in back-ticks": ("`Status`: Draft", "Draft"),
    "emoji before the label": ("🚦 **Status**: Draft", "Draft"),
    "emoji in the value": ("**Status**: 🤔 Draft", "🤔 Draft"),
    "value in back-ticks": ("**Status**: `Draft`", "Draft"),
    "value in bold": ("**Status**: **Draft**", "Draft"),
    "value in brackets": ("**Status**: [Draft]", "Draft"),
    "value as a link": ("**Status**: [Draft](./workflow.md)", "Draft"),
    "remark in parentheses": ("**Status**: Done (2026-03-01)", "Done (2026-03-01)"),
    "remark after a dash": ("**Status**: Done — shipped in 2.0", "Done — shipped in 2.0"),
    "comment behind": ("**Status**: Done <!-- Draft | Done -->", "Done"),
    "comment over two lines": ("**Status**: Done <!-- Draft\n| Done -->", "Done"),
    "fullwidth colon": ("**Status**：Draft", "Draft"),
    "no-break space": ("**Status**:\u00a0Draft", "Draft"),
    "tab": ("**Status**:\tDraft", "Draft"),
    "no space": ("**Status**:Draft", "Draft"),
    "backslash break": ("**Spec**: SPEC-1\\\n**Status**: Draft\\\n**Created**: 2026-03-01", "Draft"),
    "no hard breaks": ("**Spec**: SPEC-1\n**Status**: Draft\n**Created**: 2026-03-01", "Draft"),
    "tight above a rule": ("**Spec**: SPEC-1\n**Status**: Draft\n---", "Draft"),
    "one tight line": ("**Status**: Draft\n---", "Draft"),
    "one line with bars": ("**Branch**: `012` | **Status**: Draft | **Spec**: [spec.md](spec.md)", "Draft"),
    "one line with dots": ("**Owner**: Ada · **Status**: Draft · **Date**: 2026-03-01", "Draft"),
    "one line with blanks": ("**Owner:** Ada **Status:** Draft **Date:** 2026-03-01", "Draft"),
    "plain with bars": ("Owner: Ada | Status: Draft | Date: 2026-03-01", "Draft"),
    "list": ("- **Spec:** [`spec.md`](spec.md)\n- **Status:** Draft", "Draft"),
    "list with stars": ("* **Spec**: SPEC-1\n* **Status**: Draft", "Draft"),
    "plain list": ("- Spec: SPEC-1\n- Status: Draft", "Draft"),
    "block quote": ("> **Status**: Draft", "Draft"),
    "block quote, plain": ("> Plan Status: Draft\n> Last Reviewed: 2026-03-01", "Draft"),
    "list in a quote": ("> - **Status**: Draft", "Draft"),
    "table of two columns": ("| Field | Value |\n|---|---|\n| Status | Draft |", "Draft"),
    "table, bold labels": ("| | |\n|---|---|\n| **Status** | Draft |", "Draft"),
    "table without a head": ("| Status | Draft |\n|---|---|\n| Owner | Ada |", "Draft"),
    "table, labels with colons": ("| Field | Value |\n|---|---|\n| Status： | Draft |\n| Owner: | Ada |", "Draft"),
    "table with a short row": ("| Field | Value |\n|---|---|\n| Importer |\n| Status | Draft |", "Draft"),
    "table with a long row": ("| Owner | Status |\n|---|---|\n| Ada | Draft | and more |", "Draft"),
    "table, labels as headings": ("| Owner | Status |\n|---|---|\n| Ada | Draft |", "Draft"),
    "tight above a section": ("**Status**: Draft\n## Overview", "Draft"),
    "value in the next line": ("**Status**:\nDraft", "Draft"),
    "value that goes on in lower case": ("**Status**: Blocked\nby the vendor", "Blocked by the vendor"),
    "value of three lines": (
        "**Status**: Blocked\nby the vendor, who has not yet said when the new interface will be there for\nAda",
        "Blocked by the vendor, who has not yet said when the new interface will be there for Ada",
    ),
    "a sentence below": ("**Status**: Blocked\nThe vendor is slow.", "Blocked"),
    "a hard break": ("**Status**: Blocked  \nby the way, it rains.", "Blocked"),
    "an item below": ("**Status**: Blocked\n- by the way", "Blocked"),
    "wrapped value, wide characters": (
        "**状态：已批准，等供应商把新的接口发布出来之后再开始实现；完成项以\n[进度](a.md)为准**",
        "已批准，等供应商把新的接口发布出来之后再开始实现；完成项以 进度为准",
    ),
    "a sentence in wide characters": (
        "**状态**：已批准，等供应商把新的接口发布出来之后再开始实现。\n下一行",
        "已批准，等供应商把新的接口发布出来之后再开始实现。",
    ),
    "a short line in wide characters": ("**状态**：已批准，等供应商\n下一行", "已批准，等供应商"),
    "wrapped value": (
        "**Status**: In progress, since the importer waits for the vendor's new\ninterface",
        "In progress, since the importer waits for the vendor's new interface",
    ),
    "front matter": ("---\nstatus: draft\n---\n# Login", "draft"),
    "front matter, quoted": ('---\nstatus: "✅ Done"\n---\n# Login', "✅ Done"),
    "front matter, blank lines above": ("\n\n---\nstatus: draft\n---\n# Login", "draft"),
    "broken front matter": ("---\nstatus: draft\ntags: [a\n---\n# Login", "draft"),
    "Markdown between dashes": ("---\n**Status:** Draft\n---\n\n# Login", "Draft"),
    "section": ("Text.\n\n## Status\n\nDraft\n\n## Overview", "Draft"),
    "section with a second sentence over lines": (
        "Text.\n\n## Status\n\nApproved for the new importer. It comes\nbeside the `old` one. Nothing\nis built.\n\n## A",
        "Approved for the new importer.",
    ),
    "section with a text of two sentences": ("Text.\n\n## Status\n\nDraft.\nNothing is built.", "Draft."),
    "section with a sentence over lines": (
        "Text.\n\n## Status\n\nDraft\nof Ada. She asks\nfor help.\n- A\n\n## A",
        "Draft of Ada.",
    ),
    "section with a remark in the next line": ("Text.\n\n## Status\n\nDraft\n- of Ada", "Draft"),
    "section with a word and a text": ("Text.\n\n## Status\n\nDraft\nNothing is built.", "Draft"),
    "section, tight": ("Text.\n\n## Status\nDraft", "Draft"),
    "section after another": ("## A\n\n### A1\n\nText.\n\n## Status\n\nDraft", "Draft"),
    "section with a label": ("Text.\n\n## Status\n\n**Status**: Draft", "Draft"),
    "section with labels in a list": ("Text.\n\n## Status\n\n- Owner: Ada\n- Target: 2.0\n- Status: Draft", "Draft"),
    "section with a status for a label": (
        "Text.\n\n## Status\n\n- Done: all of it\n- Left: nothing",
        "Done: all of it",
    ),
    "section with a stage for a label": (
        "Text.\n\n## Status\n\n- Implementation: complete",
        "Implementation: complete",
    ),
    "section with a status for a label, above others": (
        "Text.\n\n## Status\n\n- Done: the importer\n- Target: 2.0\n\n- [ ] Task",
        "Done: the importer",
    ),
    "section with an emoji in a list": ("Text.\n\n## Status\n\n- ✅ Done", "✅ Done"),
    "in an admonition": ('!!! info "Plan"\n    **Status**: Draft', "Draft"),
    "in an admonition below a blank line": ('!!! info "Plan"\n\n    **Status**: Draft\n\n    Text.', "Draft"),
    "in a tab": ('=== "Plan"\n\n    - Status: Draft', "Draft"),
    "in details": ("??? note\n    Text.\n\n    **Status**: Draft", "Draft"),
    "in a list of definitions": ("Owner\n:   Ada\n\nStatus\n:   Draft", "Draft"),
    "bold in a list of definitions": ("**Status**\n: Draft", "Draft"),
    "emoji by name": ("**Status**: :white_check_mark: Done", "✅ Done"),
    "emoji by name before the label": (":rocket: **Status**: Draft", "Draft"),
    "icon": ("**Status**: :material-check:{ .green } Done", "Done"),
    "with a class": ("**Status**: [Draft](#draft){ .md-button .draft }", "Draft"),
    "current status": ("Text.\n\n## Current Status\n\nDraft", "Draft"),
    "current status, a sentence": (
        "Text.\n\n## Current status\n\nImplemented on a branch; merge remains.",
        "Implemented on a branch; merge remains.",
    ),
    "current status, said of the plan": (
        "Text.\n\n## Current Status\n\nThis plan is in progress.",
        "This plan is in progress.",
    ),
    "current status, of now": ("Text.\n\n## Current Status\n\nNow in review.", "Now in review."),
    "a section with one item": ("Text.\n\n## Status\n\n- ✅ Implementation finished", "✅ Implementation finished"),
    "current status, a part": ("Text.\n\n## Current Status\n\nPhase 1 complete", "Phase 1 complete"),
    "current status, all of it": ("Text.\n\n## Current Status\n\n100% complete", "100% complete"),
    "current status, with more": (
        "Text.\n\n## Current Status\n\nIn progress: the importer is done",
        "In progress: the importer is done",
    ),
    "current status, Japanese": ("Text.\n\n## 現在のステータス\n\n実装完了しました。", "実装完了しました。"),
    "current state in one line": ("Text.\n\n## Current State: Approved", "Approved"),
    "current status with a label": ("Text.\n\n## Current Status\n\n**Status**: Draft", "Draft"),
    "section with a list of facts and a text": ("Text.\n\n## Status\n\n- Target: 2.0\n\nDone.", "Done."),
    "section in one line": ("Text.\n\n## Status: Draft", "Draft"),
    "section in one line, fullwidth": ("Text.\n\n## 状態：完了", "完了"),
    "section with a colon": ("Text.\n\n## Status:\n\nDraft", "Draft"),
    "header as a section": ("## Metadata\n\n- **Status**: Draft\n- **Owner**: Ada", "Draft"),
    "header as a numbered section": (
        "Read the specs first.\n\n## 0) Metadata\n\n- Owner: Ada\n- Status: Draft",
        "Draft",
    ),
    "numbered section": ("Text.\n\n## 1. Status\n\nDraft", "Draft"),
    "numbered section of an item": ("Text.\n\n## 1. Status\n\n- Draft\n- Waits for Ada", "Draft"),
    "numbered section with a label": ("Text.\n\n## 1. Status\n\n- Status: Draft\n- Risk: low", "Draft"),
    "numbered section of two clauses": ("Text.\n\n## 1. Status\n\nDraft, waits for Ada", "Draft, waits for Ada"),
    "numbered section, with more": ("Text.\n\n## 1. Status\n\nIn progress: the UI", "In progress: the UI"),
    "numbered section in one line": ("Text.\n\n## 2) Status: Draft", "Draft"),
    "header as a section with an id": ("## Metadata {#metadata}\n\n- **Status**: Draft", "Draft"),
    "header of the plan below another section": (
        "## Purpose\n\nText.\n\n### Plan Metadata {#plan-metadata}\n\n| Field | Value |\n|---|---|\n| Status | Draft |",
        "Draft",
    ),
    "section with an id": ("Text.\n\n## Status {#status}\n\nDraft", "Draft"),
    "header as a section, Japanese": ("## メタ\n\n- 親: 画面の一覧\n- ステータス: 完了", "完了"),
    "header below a subtitle": (
        "## Feature: Login\n\n**Status**: Draft\n**Created**: 2026-03-01\n\n## Overview",
        "Draft",
    ),
    "header below a subtitle, tight": ("## Feature: Login\n**Status**: Draft\n**Created**: 2026-03-01", "Draft"),
    "header below a subtitle, text above the title": (
        "Text.\n\n# Login\n\n## Feature: Login\n\n**Status**: Draft\n**Created**: 2026-03-01",
        "Draft",
    ),
    "header above the title": ("**Status**: Draft\n\n# Login", "Draft"),
    "header above the title, and sections": ("**Status**: Draft\n\n# Login\n\n## Overview\n\nText.", "Draft"),
    "footer": ("## Overview\n\nText.\n\n---\n\n**Plan Status**: Draft  \n**Next Steps**: Write tasks", "Draft"),
    "footer, tight": ("## Overview\n\nText.\n\n---\n**Plan Status**: Draft", "Draft"),
    "the same thrice": ("**Status**: Done, done, done", "Done, done, done"),
    "one of several, ticked": ("**Status**: [ ] Draft [x] In progress [ ] Done", "In progress"),
    "one of several that are no statuses, emphasised": ("Status: Done / *mostly* / really", "Done / mostly / really"),
    "a number with a separator behind": ("Status: Waits for # 12 | Done", "Waits for # 12 | Done"),
    "one of several, emphasised": ("**Status:** **Draft** | In Review | Approved", "Draft"),
    "one of several, emphasised, with slashes": ("Status: Draft / *In Review* / Done", "In Review"),
    "a box and what it means": ("- Status: [ ] Not started", "Not started"),
    "choices in a comment": ("> Status: accepted  # proposed | accepted | superseded", "accepted"),
    "a day in the label": ("**Status (2026-03-01):** Draft", "Draft"),
    "a day in the label, in words": ("**Status (as of March 1, 2026)**: Draft", "Draft"),
    "one of several, ticked, with bars": ("**Status**: [X] Draft | [ ] Done", "Draft"),
    "one of several, ticked, as signs": ("**Status**: ☐ Draft ☑ In progress ☐ Done", "In progress"),
    "a tick alone": ("**Status**: [x] Done", "[x] Done"),
    "the old one struck out": ("**Status**: ~~Draft~~ Done", "Done"),
    "a line break as a tag": ("**Owner**: Ada<br>**Status**: Draft<br/>", "Draft"),
    "coloured": ('**Status**: <span style="color: green">Done</span>', "Done"),
    "bold by tags": ("<b>Owner:</b> Ada<br>\n<strong>Status</strong>: Draft<br>", "Draft"),
    "two colons": ("status:: Draft", "Draft"),
    "below a blank line": ("**Status**:\n\n- Draft", "Draft"),
    "to do": ("**Status**: TODO", "TODO"),
    "to do, with an emoji": ("| Field | Value |\n|---|---|\n| Status | 🔜 TODO |", "🔜 TODO"),
    "marked in a quote": ("> **DONE — DO NOT EXECUTE.** This plan shipped in May.", "DONE — DO NOT EXECUTE."),
    "marked with an emoji": (
        "> ✅ **COMPLETED** — All tasks have been shipped.",
        "COMPLETED — All tasks have been shipped.",
    ),
    "marked above the title": (
        "> **SUPERSEDED / HISTORICAL (as of 2026-03-01).** See\n> `a.md`.\n\n# Login",
        "SUPERSEDED / HISTORICAL (as of 2026-03-01).",
    ),
    "marked with a link": (
        "> **Superseded by [SPEC-020](020.md), which is the target.** It is\n> retired.",
        "Superseded by SPEC-020, which is the target.",
    ),
    "marked with a path": (
        "> **Superseded by** `docs/login.md` section 4. Kept for reference.",
        "Superseded by docs/login.md section 4.",
    ),
    "marked with an id": ("> **Superseded by SPEC-020**（2026-03-01）。", "Superseded by SPEC-020（2026-03-01）。"),
    "marked in a paragraph": ("**SUPERSEDED — 1 March 2026.** It was\nrun.", "SUPERSEDED — 1 March 2026."),
    "marked with a day": (
        "> **Implemented** on branch `login` (2026-03-01). What shipped:",
        "Implemented on branch login (2026-03-01).",
    ),
    "marked with a day behind a colon": (
        "> **Completed:** 2026-03-01 | Commit: `135b1c3`",
        "Completed: 2026-03-01 | Commit: 135b1c3",
    ),
    "marked as archived": (
        "> **Archived 2026-03-01 (BL-049):** Shipped in May.",
        "Archived 2026-03-01 (BL-049): Shipped in May.",
    ),
    "marked as archived, with a colon": (
        "> **Archived:** The migration is complete. So it is.",
        "Archived: The migration is complete.",
    ),
    "marked as archived and more": ("> **Archived — superseded. Kept as a log.** See", "Archived — superseded."),
    "marked in an alert": ("> [!WARNING]\n> **Deprecated.** Use the other one.", "Deprecated."),
    "marked as a draft": ("> **DRAFT — needs a review by Ada.**", "DRAFT — needs a review by Ada."),
    "marked in Japanese": ("> **完了**（2026-03-01）", "完了（2026-03-01）"),
    "longer label": ("**Current Status**: Draft", "Draft"),
    "status of the implementation": ("**Implementation Status**: Draft", "Draft"),
    "state": ("**State**: Draft", "Draft"),
    "Japanese": ("**ステータス**: 実装完了", "実装完了"),
    "Chinese": ("**状态**：已完成", "已完成"),
    "Korean": ("> 상태: 진행 중", "진행 중"),
    "Russian": ("**Статус:** В работе", "В работе"),
    "Russian, of the document": ("**Статус документа:** В работе", "В работе"),
    "Chinese, of the document": ("**文档状态**：已完成", "已完成"),
    "German": ("**Zustand**: In Arbeit", "In Arbeit"),
    "French": ("**Statut** : Terminé", "Terminé"),
    "Spanish": ("- **Estado:** En curso", "En curso"),
    "Portuguese": ("**Situação**: Concluído", "Concluído"),
    "Italian": ("**Stato**: In corso", "In corso"),
    "Italian, of the document": ("> **Stato del documento:** Bozza", "Bozza"),
    "current state, Italian": ("Text.\n\n## Stato\n\nAccettato", "Accettato"),
    "header as a section, Italian": ("## Metadati\n\n- **Stato**: Bozza", "Bozza"),
}

# What looks like a status and is none.
NOT_DECLARED = {
    "a sentence about the label, with an emoji": "**Status** 🚀 is a thing users see.",
    "what emoji mean": "- **Status** ✅ green, ❌ red",
    "a sign that is no emoji of a status": "**Status** © 2026",
    "a remark with a day in it": "**Status (phase 1, 2026-03-01):** Done",
    "a remark on the past": "**Status (was Draft until 2026-03-01):** Done",
    "nothing": "Just text.",
    "in a fence": "```\nStatus: Done\n```",
    "in indented code": "    Status: Done",
    "in a comment": "<!--\nStatus: Done\n-->",
    "in a task": "## Tasks\n\n### Task 1\n\n**Status**: Done",
    "in a phase": "## Phase 1\n\nStatus: completed\nTargets: `a.py`",
    "in an overview with text": "## Overview\n\nThere are two modes.\n\n- **Status**: Done",
    "in an overview of labels": "## Overview\n\n- **Purpose**: Sign in\n- **Status**: Done",
    "in metadata of something": "## Purpose\n\nText.\n\n## Metadata\n\n- **Status**: Done",
    "in metadata far below": "## A\n\nText.\n\n## B\n\n## C\n\n## D\n\n## E\n\n## Plan Metadata\n\n- **Status**: Done",
    "in a gate": "## Constitution Check\n\n**GATE STATUS**: ✅ PASSED\n\n**Status**: PASS",
    "in a table of the body": "## Risks\n\n| Risk | Status |\n|---|---|\n| Flooding | Done |",
    "in a box": "- [ ] Status: Done",
    "in a table of several things": "| Status | Date |\n|---|---|\n| Done | 2026-03-01 |\n| Draft | 2026-03-02 |",
    "choice": "**Status**: [Draft | Approved | Done]",
    "choice without brackets": "**Status**: Draft | In Review | Done",
    "choice with slashes": "**Status**: Draft / In Review / Done",
    "choice with others": "**Status**: proposed | rejected | accepted | … | superseded by [ADR-0005](x.md)",
    "choice in braces": "**Status**: {proposed | rejected | accepted | superseded by ADR-0123}",
    "choice, two emphasised": "**Status**: **Draft** | In Review | **Done**",
    "choice, emphasised as a whole": "**Status**: **Draft | In Review | Done**",
    "a part in the label": "**Status (phase 2):** Done",
    "a section with a number for a name": "Text.\n\n## 1. 2\n\nDone",
    "a chapter on statuses, explained": "Text.\n\n## 4. State\n\n- Active: the user is on",
    "a chapter on statuses, with dashes": "Text.\n\n## 4. State\n\n- Active – the user is on\n- Gone – the user is off",
    "a chapter on statuses, by name": "Text.\n\n## 4. State\n\n- Active\n- Inactive",
    "a chapter on statuses, in a line": "Text.\n\n## 4. State\n\nActive, inactive, or blocked.",
    "a chapter on statuses, two": "Text.\n\n## 4. State\n\nDraft or final",
    "a chapter on statuses, in its heading": "Text.\n\n## 1. Status: active, inactive",
    "choice, none ticked": "**Status**: [ ] Draft [ ] Done",
    "choice, two ticked": "**Status**: [x] Draft [x] Approved [ ] Done",
    "choice, not ticked": "**Status**: ☐ Done",
    "choice in a list": "**Status**:\n\n- [ ] Draft\n- [x] Done",
    "definition of a link": "[Status]: https://example.org/done.svg",
    "choice with commas": "**Status**: Draft, In Review, Done",
    "placeholder": "**Status**: [current status]",
    "to be done": "**Status**: TBD",
    "to be decided": "**Status**: to be decided",
    "template": "**Status**: {{ status }}",
    "empty": "**Status**:\n\n## Overview",
    "status of something else": "**Spec Status**: Done\n**Status Note**: done by Ada",
    "status of the spec": "- **Spec:** [spec.md](spec.md)\n  - **Status:** Done",
    "state of something else": "**State**: Redux Toolkit",
    "an unknown label in italics with a text": "*Note: see the status below* | Status: Done",
    "bold in a sentence": "**Status** is shown in the header",
    "bold in a sentence with an emoji": "**Login** ✅ Done",
    "bold in a sentence with a mark": "**Status** → the new one is done",
    "in the midst of a sentence": "The service tells its **Status**: see below.",
    "in a section below text": "Text.\n## Release\n\n**Status**: Done\n**Owner**: Ada",
    "a section with another label": "Text.\n\n## Status\n\n**Owner**: Ada",
    "a section with other labels in a list": "Text.\n\n## Status\n\n- Target: 2.0\n- Scope: small",
    "a section with a list of facts": (
        "Text.\n\n## Status\n\n- Baseline: 2.0\n- The authority for all of the crossings: the ferry that is done"
    ),
    "a section with things that are done": "## Status\n\n- ✅ importer\n- ❌ exporter",
    "current status that tells of the present": "## Current Status\n\nThe importer reads one file at a time.",
    "current state with a word of a status in it": "## Current State\n\nWe have two queues, one of them is done by hand.",
    "current status with an emoji": "## Current Status\n\n✅ The importer reads all files\n❌ The exporter does not",
    "current status with a list of what is done": "## Current Status\n\nCompleted: importer\n\nRemaining: exporter",
    "current status that begins with an adjective": "## Current Status\n\nCancelled orders are not refunded.",
    "current status that begins with done things": "## Current State\n\nMerged branches are kept for a year.",
    "current status with an adverb": "## Current Status\n\nIt is shipped with the tool.",
    "in code": "    **Status**: Draft",
    "in a fence of an admonition": "!!! note\n\n    ```\n    **Status**: Draft\n    ```",
    "in code below a sentence": "Look !!! Here:\n\n    **Status**: Draft",
    "current status as a command": "## Current Status\n\nComplete the importer first",
    "current status, Italian": "## Stato\n\nLa versione 0.1 legge un file alla volta.",
    "current status, Chinese": "## 当前状态\n\n系统已完成两个队列。",
    "a section of a section": "## Importer\n\n### Status\n\nDone",
    "above a rule at the end": "## A\n\n**Status**: Done\n***\n\nGood-bye.",
    "far below a rule": "## A\n\n---\n\n" + "Text.\n" * 31 + "\n**Status**: Done",
    "bold text that begins like a status": "> **Complete** rewrite of the importer",
    "a heading in a quote that begins like a status": "> **Complete specification for the importer**",
    "marked as done in part": "> **Superseded in part (2026-03-01):** the importer stays",
    "a part that is marked": "**Superseded scope, 1 March:** the importer",
    "marked rows": "> **DONE rows are archived** to `a.md`",
    "a condition in bold": "> **Done when:** all tests pass",
    "a list of what is done, in bold": "> **Completed:** importer, exporter",
    "marked far below": "Text.\n\n> **DONE** — shipped in May",
    "marked in a section": "## A\n\n> **DONE** — shipped in May",
    "marked as fixed": "> **Fixed** — costs of the ferry",
    "marked as approved": "> **Approved** — by Ada",
    "a paragraph with a label in bold": "**Done:** 2026-03-01",
    "marked without bold": "> DONE — shipped in May",
    "a section of tasks": "## Status\n\n- [x] Research\n- [ ] Build",
    "after a rule, with headings": "## A\n\n---\n\n## B\n\n**Status**: Done",
}


def plan(text: str) -> bytes:
    return (text if "# Login" in text else f"# Login\n\n{text}").encode()


@pytest.mark.parametrize(("text", "status"), DECLARED.values(), ids=DECLARED)
def test_status_is_read(text, status):
    field = read(plan(text), SETTINGS).status
    assert field is not None
    assert field.value == status
    line = inline.plain(plan(text).decode().splitlines()[field.line - 1])
    assert field.label in line or status in line or status.startswith(line)
    assert classify(field.value, SETTINGS).stage is not None


@pytest.mark.parametrize("text", ["**Estado**: Cocinando", "**État**\u00a0: Cocinando", "- Состояние: Cocinando"])
def test_a_word_that_no_status_has_is_a_status(text):
    field = read(plan(text), SETTINGS).status
    assert field is not None
    assert (field.value, classify(field.value, SETTINGS)) == ("Cocinando", UNKNOWN)


@pytest.mark.parametrize("text", NOT_DECLARED.values(), ids=NOT_DECLARED)
def test_status_is_not_invented(text):
    assert read(plan(text), SETTINGS).status is None


@pytest.mark.parametrize(
    ("text", "value", "origin"),
    [
        ("---\nstatus: done\n---\n# Login\n\n**Status**: Draft", "done", "front-matter"),
        ("# Login\n\n**Status**: Draft\n\n## Status\n\nDone", "Draft", "header"),
        ("# Login\n\nText.\n\n## Status\n\nDone\n\n---\n\n**Status**: Draft", "Done", "section"),
        ("# Login\n\n## A\n\nText.\n\n---\n\n**Plan Status**: Draft", "Draft", "footer"),
        ("# Login\n\n**Status**: Draft\n\n---\n\n**Implementation Status**: Done", "Draft", "header"),
    ],
)
def test_precedence(text, value, origin):
    status = read(text.encode(), SETTINGS).status
    assert (status.value, status.origin) == (value, origin)


def test_conflict_names_both_values_and_lines():
    text = "# Login\n\n**Status**: Draft\n\n## A\n\nText.\n\n---\n\n**Plan Status**: ✅ Complete\n"
    (defect,) = read(text.encode(), SETTINGS).defects
    assert (defect.rule, defect.line) == ("status-conflict", 11)
    assert (
        defect.message
        == 'status "✅ Complete" here contradicts "Draft" in line 3, which takes precedence; keep only one'
    )


@pytest.mark.parametrize(
    ("head", "foot"),
    [("Done", "✅ Completed"), ("Draft", "see tasks.md"), ("frobnicated", "Done"), ("Done (v2)", "Shipped")],
)
def test_the_same_or_an_unknown_status_is_no_conflict(head, foot):
    text = f"# Login\n\n**Status**: {head}\n\n## A\n\nText.\n\n---\n\n**Plan Status**: {foot}\n"
    assert read(text.encode(), SETTINGS).defects == ()


def test_a_team_adds_labels():
    settings = Settings(labels={"status": ("Ampel",), "owner": ("Kümmerer",)})
    document = read("# Login\n\n**Ampel**: Draft\n**Kümmerer**: Ada\n".encode(), settings)
    assert (document.status.value, document.owner) == ("Draft", "Ada")
    assert read(b"# Login\n\n**Ampel**: Draft\n", SETTINGS).status is None


def test_the_labels_of_a_team_come_before_the_built_in_ones_which_stay():
    settings = Settings(labels={"owner": ("Kümmerer",)})
    for header in (
        "**Owner**: Ada\n**Kümmerer**: Chidi\n",
        "**Kümmerer**: Chidi\n**Owner**: Ada\n",
        "**Owner**: Chidi\n",
    ):
        assert read(f"# Login\n\n{header}".encode(), settings).owner == "Chidi"
