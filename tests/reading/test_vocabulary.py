"""What declared statuses mean."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Stage, Status
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.status import classify, suggest
from mkdocs_plans.reading.status.vocabulary import STAGES, TABLES, WORDS
from mkdocs_plans.settings import UNKNOWN, Settings

SETTINGS = Settings()

MEANINGS = {
    "draft": [
        "Request for comments", "Draft (not cancelled)",
        "Needs refinement", "Exploration", "Vision", "기획 중",
        "bozza", "📝 In bozza", "Proposta", "Piano", "Pianificazione (2026-03-01)", "Fase di progettazione", "documento di lavoro", "Document de travail — v0.1", "Documento de trabajo", "Documento de trabalho", "Working document", "Planning document only.", "Design document. Not a promise", "documento de planificación", "Discovery", "DISCOVERY — no release has been cut", "Investigating", "Exploratory",
        "Planning: in progress", "In revision", "Scoping", "In triage", "Needs spec", "Being designed", "Not ready yet",
        "Draft", "🤔 Draft", "DRAFTING", "proposed", "Planning", "rascunho", "草稿", "下書き", "초안", "Черновик", "Entwurf",
        "Draft → implementation lane", "Draft → Done when reviewed", "Draft → In Review → Approved", "Draft → not approved",
        "Brouillon", "Borrador", "In planning", "Draft - awaiting comments", "📝",
        "provisional", "PLAN (2026-03-01)", "Plan only - waits for Ada", "PLAN / NOBODY HAS RUN IT",
        "Phase de conception", "fase de diseño", "Planungsphase", "设计阶段", "設計段階", "설계 단계",
        "plan; names are filled in at the meeting", "under exploration", "Under evaluation by Ada", "pending discussion", "Konzept. Bis Mai kein Code", "Implementation plan - waits for Ada",
        "à valider", "em elaboração", "设计方案", "설계 명세", "спека (вторая)", "작성됨",
        "План", "план. Дальше видно", "план (без кода)", "plano", "spec_only (no code)", "設計のみ", "仅设计",
        "Zur Abstimmung", "zur Diskussion", "Not yet authorized by the board",
        "構想段階（候補）", "规划稿（2026-03-01）", "Konzept / noch kein Code", "Konzeptphase", "Konzept-Phase v0.6", "Konzeptphase abgeschlossen (2026-03-01)", "提议", "提议中", "📋 Planificación", "DISEÑO. Nada está hecho.", "🔄 Планирование", "placeholder", "尚未批准", "尚未评审", "ещё не принято",
    ],
    "planned": [
        "Approved, merged as a document", "Accepted (merged as RFC 12)", "Approved, merged; implementation not started", "Open (deferred from Q1)", "Not started / in progress", "Approved, not done", "Approved, done by May",
        "niente fatto",
        "Spec written", "plan written; nothing is built", "已评审", "方案已确认", "設計済み", "планируется на май", "à venir", "prête", "À planifier", "Approved; done when reviewed", "Planned, merged by May", "Accepted — complete rewrite",
        "백로그", "バックログ", "Бэклог", "Approved v2.0", "採用（一時的）", "已采纳", "Adopted", "Ratified by the board", "beschlossen (Ada)", "Accettato", "Approvata da Ada", "Da fare", "Non iniziato", "Non ancora iniziato", "pronto per l'implementazione", "Progettazione completata", "in attesa di approvazione", "non ancora implementato", "Aperto",
        "INVESTIGACIÓN COMPLETADA", "Planned; phase 1 not started", "Draft → Phase 1 planned", "Analysis complete", "Vollständige Analyse abgeschlossen", "Investigation finished; the fix is to come", "análisis terminado",
        "Plan finished, waiting for the vendor", "Plan fertig, wartet auf Zugang", "Approved, implementation not started", "Accepted. Implementation will be done by Ada",
        "Approved, to be merged", "Approved for implementation", "Approved design", "Approved architecture for the importer", "accepted plan (second version)", "Approved when implementation is complete",
        "Design: done, Implementation: not started", "Design: approved", "Done with the design", "0%", "Next up",
        "Up for grabs", "Needs owner", "Conditionally approved", "Unassigned",
        "Design finished, to be shown in May", "Design finished; the script is done", "설계 완료, 스크립트 작성 완료",
        "Nothing done", "No work has been done yet", "Completed design and research", "Planned → Done by 2026-06-01", "Draft → Not started",
        "Entwurf fertig", "API design is complete",
        "Planned", "Ready", "approved", "Not Started", "not_started", "READY FOR IMPLEMENTATION", "Accepted", "To do", "Pending",
        "✅ Ready for implementation", "Design Complete, Awaiting Implementation", "Not yet started (waits for hiring)",
        "計画中", "Phase 2 (実装計画)", "未着手", "待开始", "계획됨", "Запланировано", "geplant", "À faire", "Pendiente", "Planejado",
        "implementable", "spec ready (decisions locked), implementation not started", "not yet executed", "decided", "TODO",
        "実行待ち", "尚未改动代码", "実装前（計画のみ）", "実装可能", "実装投入可能", "待执行", "设计完成", "내부 합의 완료", "실행 가능", "awaiting go-ahead for phase 0", "实施前设计", "Готов к передаче в разработку", "미구현", "принято", "angenommen", "acceptée", "Aceptado", "aceita",
        "Design done", "Spec is finished", "Research done; code to come", "RFC merged", "Design work is now done", "Planung ist abgeschlossen",
        "conception terminée", "diseño completado", "planejamento concluído",
        "Проектирование завершено", "спецификация готова", "設計が完了", "设计已完成", "规划均已完成", "方案已完成，待实施", "要件定義完了",
        "기획 완료", "설계서 작성이 완료됨", "план готов",
        "Pending since the last review", "Pending, see the review",
        "Awaiting owner approval", "PENDING_BOARD_APPROVAL", "awaiting implementation by Ada", "no code yet", "Tool spec: no code written",
        "Implementation ready", "ready to build", "UI: not built", "согласовано с Адой", "Утверждена", "не начата", "К реализации",
        "noch nicht umgesetzt", "nicht gestartet", "wartet auf Freigabe", "Freigabe ausstehend", "pas encore commencé", "non exécuté",
        "prêt à implémenter", "en attente d'approbation", "en attente de développement", "validé par Ada", "✅ Validée",
        "pendiente de aprobación", "listo para implementar", "no implementado", "aguardando aprovação", "pronto para desenvolvimento",
        "구현 전", "설계 확정 (구현 전)", "仕様確定", "確定", "设计已获批",
        "Completed design of the importer", "Merged spec from both teams", "merged plan of both teams", "on the roadmap (2.0)",
        "着手可（設計確定）", "着手可能", "着手前", "✅ 已确认（三项）", "готово до production", "Listo para pintar", "lista para desarrollo", "listo para ejecución",
        "zur Freigabe durch Ada", "要件策定完了 / 実装未着手",
        "🔴 Ouvert", "ouverte, sans date", "Abierto", "em aberto", "Открыт",
        "Unbuilt", "설계 고정 (3월)", "Selected by the board", "Nothing is implemented yet", "nothing implemented",
        "PLAN / NOT EXECUTED", "Plan – approved", "Plan, not started", "Decided (2026-03-01)", "尚未开始", "готова к реализации",
    ],
    "in-progress": [
        "Approved, completed phase 1", "Approved, completed 3 of 7 tasks", "Approved, completed 40%", "Approved, implemented in part", "Approved; implemented (partially)", "Approved (implemented on staging only)", "Approved; done: spec; open: code", "Approved; merged, implementation in progress", "Approved, merged as a document; implementation started",
        "Approved, in progress", "approved (in progress since May)", "approvato, in corso", "已批准，进行中", "Adopted by team A, in progress", "Consolidated into one file, in progress", "Consolidated into 2 files, in progress", "non ancora completato",
        "In progress (the exporter is on hold)", "In Progress (rolled back on prod, retry Monday)", "In Progress (rolled back on prod)", "In progress (on hold until 2026-01-01, now resumed)",
        "Implementato (parzialmente)", "Completado (parcialmente)", "Terminé (partiellement)", "Completato (in parte)",
        "Day 1: done", "Days 1, day 2 done", "Gate 2 merged; gate 3 next",
        "implementación activa", "implémentation active", "implementação ativa", "🔄 Активная разработка", "aktive Entwicklung",
        "Done (partial)", "Completed — partial", "Terminé (partiel)", "Completado (parcial)",
        "In Ausführung", "🚀 In Ausführung", "Checkpoints 0-15 complete. Next is an audit", "Gate 2 passed and merged, gate 3 next", "Day 1 complete", "D1 · D2 implémentés. D3 différé.", "In corso", "migrazione in corso", "in lavorazione", "Fase 1 completata", "Passo 2 fatto", "parzialmente implementato", "quasi completato", "Non completato", "incompleto",
        "Design: complete. Implementation: in progress.", "Development: 60%",
        "Implemented in part", "Completed partly", "teilweise fertig", "Done with phase 1", "Done with design, implementing",
        "Done (phase 1 only)", "40% (backend)", "Phase 2 of 4", "Step 3/5",
        "🟡 At risk", "🔴 Off track", "Shipping", "Being deployed", "Canary in two regions", "Kicked off in May", "Claimed by Ada",
        "Phase B complete", "Slices A–C1 complete; D next", "Draft, phase 0 begun and done", "ENTWURF, Phase 0 begonnen", "Planned; phase 1 merged", "Phase DB-2 完成", "Stage 2b done", "Batch 2 merged", "Epoch 1 (importer) substantially shipped. Epoch 2 next.",
        "Substantially complete", "Pass 4 complete locally; pass 5 next", "Fases 1-3: completado", "Étape 1 terminée", "Paso 1 completado", "Schritt 1 erledigt", "Этапы 1–2 готовы",
        "Approved — execution started 2026-03-01", "Planned; implementation in progress", "Genehmigt. Umsetzung läuft", "已批准，开发中",
        "Phase 2 done; all tasks complete", "Phase 2 done, all boxes ticked", "Phase 1 complete, phase 2 not all done",
        "Not all of the tools have shipped", "Not everything is merged", "nicht alles fertig", "не всё сделано",
        "Design done. Development in progress.", "Planning done, in progress", "Research is done, in development", "设计已完成，开发中",
        "Planung abgeschlossen, Umsetzung begonnen", "Entwurf fertig, Umsetzung läuft", "방안 설계 완료, 구현 중", "Completed design, started implementation",
        "Implementation ~80% done", "Two of three phases complete", "R1, R2 shipped, R3 open", "In progress => Done by Q3?",
        "Under construction",
        "In progress", "in-progress", "🚧 In Progress", "Active", "executing", "partial", "Partially implemented", "WIP",
        "IN PROGRESS (80 % complete)", "Not complete", "Phase 1 complete", "Phase 1 complete, phase 2 open", "incomplete",
        "Active since May", "🚧 部分実装 (Phase 1: 完了)", "進行中", "进行中", "진행 중", "В работе", "in Arbeit", "En cours",
        "En curso", "Em andamento", "Implementing", "🔄",
        "Phase 1: ✅ Done, Phase 2: to do", "Phase 1 - done", "3/5 done", "3 of 5 tasks complete", "Under active development",
        "partial completion", "em implementação", "em execucao", "🟢 АКТИВНА", "активен с мая", "Реализация",
        "en marcha desde mayo", "已进入实施", "teils umgesetzt", "Teilimplementiert - Rest offen", "On progress", "en construcción", "En ejecución", "着手（3月）",
        "部分修复完成", "已部分开发完成", "一部の画面が完了", "일부 화면 구현 완료",
        "Migration phase completed", "The foundation stage is finished", "Analysephase abgeschlossen", "開発フェーズ完了", "安全フェーズ完了", "测试阶段已完成", "인터뷰 단계 완료",
        "Importer実装完了、Exporter準備中", "Выполнение",
        "active implementation", "85% feature complete", "95.5 % done", "active plan", "Phase 1 (importer, parser) is complete. The rest is open.", "Phase 1 (importer, parser) shipped", "尚未完成",
        "running", "✅ Running since Monday",
        "almost finished", "Nearly all of it has shipped", "The importer is mostly implemented", "Most tasks are done",
        "fast fertig", "weitgehend umgesetzt", "presque terminé", "casi completado", "quase concluído", "почти готово",
        "ほぼ完了", "基本完成", "거의 완료",
        "Phase 1 ✅", "✅ Phase 2 (importer)", "Week 3 🎉",
        "R1 done and merged. R2 is next", "WP1 完成，WP2 待开始", "A1 shipped, A2 in review",
        "Backend shipped. UI not built.", "Importer implemented, exporter pending", "后端完成，前端待开始", "백엔드 완료, 화면 진행 중",
        "Plan: In Progress", "nearly 100% complete", "95–100% done", "95–100% complete", "100% complete for phase 1", "100 % done in phase 1, phase 2 to do",
    ],
    "in-review": [
        "Seeking feedback",
        "In design review", "Implementation pending review", "🧪 Bereit für Testing", "en validation", "검토 필요",
        "In revisione", "Pronto per il rilascio", "In attesa di revisione", "da verificare",
        "Complete, needs review", "Implemented (in review)", "Done - awaiting review by Ada", "完了（レビュー待ち）", "Needs rework",
        "Final comment period", "FCP", "In staging", "LGTM", "Being tested",
        "RFC published; in review", "設計書作成完了、レビュー中", "Pending QA", "Open for review",
        "In review", "Under Review", "✅ Ready for Review", "awaiting review", "レビュー中", "评审中", "검토 중", "На проверке",
        "In Prüfung", "En revisión", "Em revisão", "Ready to merge",
        "ready to test", "Pronto para testar!", "Pronto para revisão", "Listo para pruebas", "Prêt à tester",
        "Pending owner review", "pending_security_review", "Ready for final review (Ada)", "Under active review", "waiting for review",
        "en attente de relecture", "prêt pour déploiement", "Prêt à déployer", "pendiente de revisión", "pendiente revisión",
        "listo para desplegar", "aguardando revisão", "pronto para deploy", "wartet auf Review", "wartet auf Abnahme", "bereit für Review",
        "Listo para revision", "待用户书面审阅", "待专家评审",
        "Zur Review durch Ada",
        "待人工审查", "待验收", "待部署", "リリース待ち", "배포 대기", "리뷰 대기", "ожидает ревью",
        "Last call", "changes requested", "実機確認待ち", "Готово к ревью",
        "Plan in review", "готов к слиянию", "готова к ревью", "готовы к проверке", "готов к выпуску",
        "Draft → Pending Review", "DRAFT -> READY FOR REVIEW", "draft => in review (Ada)",
        "Ready for deployment", "✅ Ready to ship", "Ready for release (2.0)", "awaiting release",
    ],
    "blocked": [
        "Open (blocked)", "В работе (заблокировано)",

        "Bloccato", "in attesa di risposta",
        "Design finished, blocked on vendor", "Blocked", "pending decision", "Pending owner decision", "Awaiting the vendor", "en attente de décision", "active plan, blocked", "blocked by SPEC-007", "Waiting for the vendor", "受阻", "차단됨", "Заблокировано", "blockiert", "Bloqué"],
    "on-hold": [
        "Planned (on hold until May)", "Open (deferred to Q2)", "Open (paused by Ada)", "Open (currently on hold)",
        "Planned (on hold)", "Draft (deferred)", "In Arbeit (pausiert)",

        "In pausa", "Sospeso", "rimandata a maggio",
        "Design complete, on hold", "설계 완료, 측정 보류", "On hold", "on pause for now", "en standby hasta mayo", "Standby", "em standby", "Plan on hold", "Deferred", "paused", "Postponed to Q3", "保留", "搁置", "보류", "Отложено", "zurückgestellt", "En pause"],
    "done": [
        "Folded into main and shipped", "Removed code was folded into main; done", "Folded into PR 12 and merged", "day 3 done", "gate 2 passed, done", "Approved, completed 7 of 7 tasks", "Approved; done 100%", "Approved, merged as PR 12", "Approved, done 3/4", "Accepted; shipped in sprint 12",
        "Approved, shipped. Next: 014",
        "Accepted; shipped in 2.1", "Approved, implemented", "Approved (2026-03-01) — merged", "Planned for May; completed 2026-03-01",
        "Complete v2", "Completed v1.2 by Ada", "implémentés en mai", "Fonctions livrées", "implementados", "implementadas por Ada", "Completato", "✅ Implementato", "completata il 1 marzo", "Tutte le fasi completate", "rilasciato", "Historical record", "historical (2026)",
        "Tâches terminées", "todas completadas", "Umgestellt im Mai", "Approved; implementation complete", "УТВЕРЖДЁН Адой (вторая версия) — реализация выполнена", "Genehmigt; Umsetzung abgeschlossen", "已批准，实现完成",
        "Phase 5 complete - all phases done", "Shipped after the review was done", "Batch importer merged", "Pass-through shipped",
        "The shipping importer is done", "Upstreamed", "Handed over to operations", "Implementation: done", "100%", "GA", "Closed (2026-03-01)", "Completed; reviewed by Ada", "Done, code review by Ada",
        "Completed. Verification by Ada", "Shipped, under review for 2.1", "Implemented; merge remains", "Done (all phases)",
        "Completed (superseded by 014 for new sites)",
        "Geschlossen", "komplett", "Mitigated",
        "Design done. Implementation shipped.", "Final spec merged, code shipped", "设计已完成，实现已完成", "설계 완료, 구현 완료", "Design finished and it is shipped",
        "Completed design and implementation (v2.0)", "Merged spec and implementation", "Spec is complete and implemented", "New design is complete and live",
        "Design and implementation complete", "Importer redesign per spec done", "Migration to the new design completed", "Implementation of the spec is complete",
        "R1 and R2 shipped", "PR12 and PR13 merged", "US1 to US4 complete", "Importer complete", "All work complete except docs",
        "Must-have scope shipped", "No-code builder shipped", "No longer blocked and now merged", "No issues left and everything is merged",
        "Everything the spec requires is implemented", "Mostly automated rollout shipped", "Running in production since May", "Live and running",
        "Done", "✅ Complete", "completed", "Shipped", "Implemented", "merged", "✅ All Complete", "Completed 2026-03-01",
        "Implemented on branch x; merge remains.", "Done. Follow-ups are in SPEC-014.", "COMPLETE (v1.2)", "Fully implemented",
        "Implementation complete", "All phases complete", "完了", "実装完了", "已完成", "완료", "구현 완료되었습니다", "Завершено", "Erledigt",
        "Terminé", "Completado", "Concluído", "✅", "It is implemented and merged",
        "✅🎉", "2026/03/01: done", "3/4/2026 done", "Done 3/4", "100 % complete", "100% done", "All phases: done", "Rolled out",
        "Merged and shipped the tool", "All tasks and the completed ones: done", "This shipped last week",
        "Done with no regressions", "No longer a draft: shipped", "Production ready", "Fixed in 2.0", "✅ FIXED", "已修复", "修正済み", "해결됨", "Исправлено", "Behoben", "Corrigé", "Resuelto", "Em produção",
        "Executed & Verified", "Complete & tested",
        "구현됨 (M5)", "Concluded by Ada", "Все баги устранены", "Implementado e completo", "implementación completa", "Design spec — implemented",
        "Implementation plan: done", "Разработка завершена", "완료 (배포 대기)", "已完成，待部署", "Done, pending owner review",
        "Merged PR 12", "Completed importer", "Completed design system migration", "Standby importer shipped", "План: готово", "Umgesetzt, teils mit Ada", "后端已确认完成",
        "全フェーズ完了", "所有阶段已完成", "모든 단계 완료", "All phases finished", "This phase is completed", "Phase completed", "final phase finished",
        "全部完成", "各部分均已完成", "阶段已完成", "本阶段已完成", "the whole phase is finished",
        "Redesign done", "Spec implemented", "设计与实现已完成", "重新设计已完成", "설계와 구현 완료", "Design shipped in 2.0",
        "Shipped the most used importer", "Shipped; most of it in May", "Fast path shipped",
        "Shipped. A follow-up is planned", "The importer we all waited for shipped, exporter pending",
        "오래 기다린 데이터 가져오기 기능 완료, 화면 진행 중", "Importer shipped, pending is the exporter",
"It is implemented, the docs are pending", "已全部完成，后续另行规划中",
        "The importer shipped; see the draft", "Importer shipped, exporter deferred", "Importer shipped, exporter rejected",
        "Tests green ✅", "✅ Importer moved",
        "It is fully deployed", "All of it is fully done", "vollständig umgesetzt", "complètement terminé", "полностью реализовано",
        "Shipped; a second importer will follow", "Umgesetzt, wird noch beworben", "Everything is merged", "Tout est terminé",
        "Plan: done", "Plan is done", "Konzept fertig", "100% complete", "100% complete (2026-03-01)", "готовы", "이미 완료",
    ],
    "dropped": [
        "Historical, superseded by 012", "Historical (superseded by 012)", "It was folded into 014", "Draft (folded into 014)", "Open (rejected 2026-03-01)", "Open (rejected on 2026-03-01)",
        "Draft (rejected)", "Proposed (superseded by 014)", "In progress (cancelled)",
        "Closed — not implemented", "Archived, not built", "Geschlossen – nicht umgesetzt", "Closed (never shipped; not started)",
        "Folded into SPEC-014", "Absorbed by 014", "Absorbed into the importer plan", "Consolidated into 014", "Subsumed by 014", "Annullato", "Sostituito da 014", "obsoleta", "Superato",
        "Out of scope", "Stopped", "Descoped in May", "EOL", "Closed (won't fix)", "Closed: duplicate of 012", "Archived (superseded by 014)", "Geschlossen (abgelehnt)",
        "⏭️", "Skipped", "Design done, rejected", "Will not be implemented",
        "Dropped", "Superseded by SPEC-020", "replaced", "Cancelled", "canceled", "Rejected", "abandoned", "won't do", "Obsolete",
        "廃止", "已废弃", "취소됨", "Отменено", "verworfen", "Abandonné", "Cancelado", "Descartado",
        "Closed as duplicate", "Won’t implement", "no longer needed",
        "Plan only — rejected", "Placeholder (superseded)", "Konzept abgelehnt", "提议被拒绝", "Decided: dropped",
        "не принято", "Не принят", "не приняты", "не принята", "不採択", "불채택", "не планируется", "decided against", "Decided not to do", "Decided against it",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "slug"), [(text, slug) for slug, texts in MEANINGS.items() for text in texts])
def test_meaning(text, slug):
    assert classify(text, SETTINGS).slug == slug


@pytest.mark.parametrize(
    "text",
    [
        "",
        "???",
        "see above",
        "v2",
        "2026-03-01",
        "active workflow guide",
        "active workflow & guide",
        "Nothing in here has shipped",
        "Not yet deployed",
        "Approved design changes",
        "Some approved design",
        "Start when the importer is done",
        "Begins once the importer has been shipped",
        "After the importer is merged",
        "Ejecutar cuando el importador haya terminado",
        "Beginnt, sobald der Import fertig ist",
        "Après que l'import soit terminé",
        "после того как импорт завершён",
        "not fully shipped",
        "has not been formally delivered",
        "pas encore terminé",
        "n'est pas complètement terminé",
        "nicht vollständig umgesetzt",
        "не полностью реализовано",
        "не был реализован",
        "ainda não foi implementado",
        "wird in Phase 2 umgesetzt",
        "The importer will have shipped by May",
        "requires merged importers",
        "sera implémenté plus tard",
        "será implementado",
        "будет реализовано",
        "No code is merged",
        "None of it is done",
        "Noch nichts fertig",
        "Rien n'est terminé",
        "the tool selected by Ada",
        "fixed costs of the ferry",
        "Mise en production",
        "Not production ready",
        "Living plan - compared with the shipped tool",
        "a running example",
        "Notes on the abandoned approach",
        "questions ouvertes",
        "questões em aberto",
        "to be completed by Ada",
        "folded into main",
        "Importer consolidated into one module",
        "Analysis",
        "N/A",
        "🦄",
        "✅ Phase 1 | 🚧 Phase 2",
        "Not ready for final review",
        "не согласовано",
        "Implementation plans compared",
        "Fix validé",
        "Some parts (marked ✅) exist",
        "No longer blocked",
        "未採択",
        "採択されなかった",
        "完了していない",
        "没有完成",
        "미채택",
        "채택 안 됨",
        "완료되지 않음",
        "non accepté(e)",
        "não aceito",
        "sin terminar",
        "尚未确定",
        "Plan: see below",
        "non è stato implementato",
        "sarà implementato",
        "Niente è completato",
        "Discovery service",
        "adopted children of the node",
        "planning documents compared",
        "the design document of the importer",
        "consolidated figures",
        "Approved vendors",
        "historical prices of the ferry",
        "Decided - but not by all",
    ],
)
def test_what_says_nothing_is_unknown(text):
    assert classify(text, SETTINGS) is UNKNOWN


TEAM = Settings(
    statuses=(
        Status("Idea", "idea", Stage.TODO, own=True),
        Status("Cooking", "cooking", Stage.ACTIVE, aliases=("in the oven", "Draft"), own=True),
        Status("Eaten", "eaten", Stage.DONE, own=True),
    )
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Idea", "idea"),
        ("in the oven since Monday", "cooking"),
        ("Draft", "cooking"),  # an alias claims the built-in word
        ("In review", "cooking"),  # nobody claims it: the first status of its stage
        ("Shipped", "eaten"),
        ("Planned", "idea"),
        ("Blocked", "unknown"),  # no status of that stage
    ],
)
def test_a_teams_own_statuses(text, slug):
    assert classify(text, TEAM).slug == slug


LATE = Settings(
    statuses=(
        Status("Spec", "spec", Stage.TODO, own=True),
        Status("Published", "published", Stage.ACTIVE, own=True),
        Status("Merged", "merged", Stage.DONE, own=True),
    )
)


@pytest.mark.parametrize(
    ("text", "slug"), [("RFC published", "published"), ("Spec: Merged", "spec"), ("Design finished", "spec")]
)
def test_a_teams_own_words_for_what_is_finished(text, slug):
    assert classify(text, LATE).slug == slug


def test_a_finished_design_where_a_team_has_no_plans_to_do():
    statuses = (Status("Doing", "doing", Stage.ACTIVE, own=True), Status("Shipped", "shipped", Stage.DONE, own=True))
    assert classify("Design done", Settings(statuses=statuses)).slug == "doing"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("In Progres", "In progress"),
        ("Drafft", "Draft"),
        ("complted", "Done"),
        ("xyzzy", None),
        ("", None),
        ("In Proggress (now)", "In progress"),
        ("Dn", None),
        ("Doen", "Done"),
        ("Don", "Done"),
    ],
)
def test_did_you_mean(text, near):
    assert suggest(text, SETTINGS) == near


LIKE_OURS = Settings(
    statuses=(
        Status("Someday", "someday", Stage.TODO, own=True),
        Status("Ready", "ready", Stage.TODO, own=True),
        Status("Doing", "doing", Stage.ACTIVE, own=True),
        Status("Checking", "checking", Stage.ACTIVE, aliases=("in QA",), own=True),
        Status("Accepted", "accepted", Stage.DONE, own=True),
    )
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Approved", "ready"),  # both are words for our Planned
        ("Not started", "ready"),
        ("Draft", "someday"),
        ("In review", "checking"),  # by its alias
        ("レビュー中", "checking"),
        ("In progress", "doing"),
        ("Accepted", "accepted"),  # what is done for them is no other word for Planned
        ("Completed", "accepted"),
    ],
)
def test_our_words_go_to_the_status_of_a_team_that_means_the_same(text, slug):
    assert classify(text, LIKE_OURS).slug == slug


def test_did_you_mean_knows_the_teams_own():
    assert suggest("Coking", TEAM) == "Cooking"


def test_each_language_has_words_for_every_status():
    for table in TABLES:
        assert [slug for slug, words in table.items() if words] == list(STAGES)


def test_a_word_stands_once_in_its_language():
    for table in TABLES:
        words = [normal(word) for words in table.values() for word in words]
        assert {word for word in words if words.count(word) > 1} == set()


def test_no_two_languages_mean_different_statuses_by_a_word():
    words = [word for words in WORDS.values() for word in {normal(word) for word in words}]
    assert {word for word in words if words.count(word) > 1} == set()
