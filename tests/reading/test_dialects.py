"""Every way in which a plan says its status, one line each."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.reading.status import classify
from mkdocs_plans.settings import Settings

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
    "table, labels as headings": ("| Owner | Status |\n|---|---|\n| Ada | Draft |", "Draft"),
    "value in the next line": ("**Status**:\nDraft", "Draft"),
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
    "section with a label": ("Text.\n\n## Status\n\n**Status**: Draft", "Draft"),
    "section in one line": ("Text.\n\n## Status: Draft", "Draft"),
    "header as a section": ("## Metadata\n\n- **Status**: Draft\n- **Owner**: Ada", "Draft"),
    "header below a subtitle": (
        "## Feature: Login\n\n**Status**: Draft\n**Created**: 2026-03-01\n\n## Overview",
        "Draft",
    ),
    "header above the title": ("**Status**: Draft\n\n# Login", "Draft"),
    "footer": ("## Overview\n\nText.\n\n---\n\n**Plan Status**: Draft  \n**Next Steps**: Write tasks", "Draft"),
    "longer label": ("**Current Status**: Draft", "Draft"),
    "status of the implementation": ("**Implementation Status**: Draft", "Draft"),
    "state": ("**State**: Draft", "Draft"),
    "Japanese": ("**ステータス**: 実装完了", "実装完了"),
    "Chinese": ("**状态**：已完成", "已完成"),
    "Korean": ("> 상태: 진행 중", "진행 중"),
    "Russian": ("**Статус:** В работе", "В работе"),
    "German": ("**Zustand**: In Arbeit", "In Arbeit"),
    "French": ("**Statut** : Terminé", "Terminé"),
    "Spanish": ("- **Estado:** En curso", "En curso"),
    "Portuguese": ("**Situação**: Concluído", "Concluído"),
}

# What looks like a status and is none.
NOT_DECLARED = {
    "nothing": "Just text.",
    "in a fence": "```\nStatus: Done\n```",
    "in indented code": "    Status: Done",
    "in a comment": "<!--\nStatus: Done\n-->",
    "in a task": "## Tasks\n\n### Task 1\n\n**Status**: Done",
    "in a phase": "## Phase 1\n\nStatus: completed\nTargets: `a.py`",
    "in a gate": "## Constitution Check\n\n**GATE STATUS**: ✅ PASSED\n\n**Status**: PASS",
    "in a table of the body": "## Risks\n\n| Risk | Status |\n|---|---|\n| Flooding | Done |",
    "in a box": "- [ ] Status: Done",
    "choice": "**Status**: [Draft | Approved | Done]",
    "choice without brackets": "**Status**: Draft | In Review | Done",
    "choice with slashes": "**Status**: Draft / In Review / Done",
    "placeholder": "**Status**: [current status]",
    "to be done": "**Status**: TBD",
    "template": "**Status**: {{ status }}",
    "empty": "**Status**:\n\n## Overview",
    "status of something else": "**Spec Status**: Done\n**Status Note**: done by Ada",
    "status of the spec": "- **Spec:** [spec.md](spec.md)\n  - **Status:** Done",
    "state of something else": "**State**: Redux Toolkit",
    "in the midst of a sentence": "The service tells its **Status**: see below.",
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
    assert classify(field.value, SETTINGS).stage is not None


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
    assert defect.message == 'the status "✅ Complete" contradicts "Draft" in line 3, which counts; keep one of them'


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
