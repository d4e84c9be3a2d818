"""Boxes, and tasks that say their status."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Progress
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings

CASES = {
    "none": ("Text.", None),
    "boxes": ("- [ ] a\n- [x] b\n- [X] c\n", (2, 3)),
    "numbered and nested": ("1. [x] a\n   - [ ] b\n", (1, 2)),
    "quoted": ("> - [x] a\n", (1, 1)),
    "begun": ("- [x] a\n- [-] b\n- [~] c\n", (1, 3)),
    "no list": ("- [x] a\n\n• [x] b\n• [-] c\n", (1, 1)),
    "no boxes": ("- [P] a\n- [link](x)\n- a [x] b\n", None),
    "struck out": ("- [x] a\n- [ ] ~~b~~\n1. [x] ~~c `d`~~ (not wanted)\n- [ ] ~~e~~.\n- [ ] ~~f~~ g\n", (2, 3)),
    "all struck out": ("- [ ] ~~a~~\n", None),
    "in an admonition": ("- [x] a\n\n!!! note\n\n    - [x] b\n    - [ ] c\n    - [-] d\n\n- [ ] e\n", (2, 5)),
    "tight in an admonition": (
        "!!! note\n    - [x] b\n    - [ ] c\n\n    - [ ] d\n\nText\n    - [ ] no list\n",
        (1, 3),
    ),
    "in a fence of an admonition": (
        "!!! note\n\n    - [x] a\n\n    ````md\n    - [ ] b\n    ```\n    ````\n    ```c```\n    - [ ] c\n",
        (1, 2),
    ),
    "in an admonition of a list": ("1. a\n\n   !!! note\n\n     - [ ] b\n", (0, 1)),
    "in an open fence of an admonition": ("!!! note\n\n    ~~~\n    - [ ] b\n\n- [x] a\n", (1, 1)),
    "in a tab": ('=== "A"\n\n    - [x] b\n        - [ ] c\n', (1, 2)),
    "in code": ("Text\n\n    - [x] b\n", None),
    "in a fence": ("- [x] a\n\n```\n- [ ] b\n- [-] c\n```\n", (1, 1)),
    "in a fence of a list": ("- [x] a\n\n  ```\n  - [ ] b\n  ```\n", (1, 1)),
    "in a comment": ("- [x] a\n\n<!--\n- [ ] b\n-->\n", (1, 1)),
    "begun and blocked": ("- [x] a\n- [/] b\n- [!] c\n- [-] d\n- [~] e\n", (1, 5)),
    "begun, in an admonition": ("!!! note\n\n    - [x] a\n    - [/] b\n", (1, 2)),
    "a link and a marker in brackets": ("- [x] a\n- [P] b\n- [/](c.md) d\n- [/]e\n", (1, 1)),
    "optional": ("- [x] a\n- [ ] b (optional)\n- [ ] [OPTIONAL] c\n", (1, 1)),
    "optional, Italian": ("- [x] a\n- [ ] b (facoltativo)\n- [ ] c (opzionale)\n", (1, 1)),
    "questions, Italian": ("- [x] a\n\n## Domande aperte\n\n- [ ] b?\n", (1, 1)),
    "tasks, Italian": ("## Attività 1\n\n**Stato**: completata\n\n## Attività 2\n\n**Stato**: da fare\n", (1, 2)),
    "in the header, Italian": ("**Avanzamento**: 3 di 7\n", (3, 7)),
    "optional, the last one": ("- [x] a\n- [x] b\n- [ ] c (optional)\n", (2, 2)),
    "optional, with a star": ("- [x] a\n- [ ]* b\n", (1, 1)),
    "optional phase": (
        "## A\n\n- [x] a\n\n## B (Optional)\n\n- [ ] b\n\n### B1\n\n- [ ] c\n\n## C\n\n- [ ] d\n",
        (1, 2),
    ),
    "optional phase at the beginning": ("## A (Optional)\n\n- [ ] a\n\n## B\n\n- [x] b\n", (1, 1)),
    "optional phase at the end": ("## A\n\n- [x] a\n\n## B (Optional)\n\n- [ ] b\n", (1, 1)),
    "questions": (
        "## Steps\n\n- [ ] a\n\n## 7. Open Questions\n\n- [x] b?\n\n### More\n\n- [x] c?\n\n## D\n\n- [x] d\n",
        (1, 2),
    ),
    "questions alone": ("## ❓ Offene Fragen (bis Mai):\n\n- [x] b?\n", None),
    "questions in Japanese": ("- [ ] a\n\n## 未解決の質問\n\n- [x] b\n", (0, 1)),
    "something about questions": ("## Questions for the API of the importer\n\n- [x] b\n", (1, 1)),
    "gates before the work": ("## Constitution Check\n\n- [x] b\n\n## Closure Gates\n\n- [ ] c\n", (0, 1)),
    "todos in the front matter": (
        (
            "---\nname: Login\ntodos:\n  - {id: a, content: b, status: completed}\n  - {id: c, status: in_progress}\n"
            "  - {id: d, status: pending}\n  - {id: e, status: cancelled}\n---\n\n- [ ] f\n"
        ),
        (1, 3),
    ),
    "tasks in the front matter, one optional": (
        "---\ntasks:\n- {name: a, status: done}\n- {name: b, status: open, optional: true}\n---\n",
        (1, 1),
    ),
    "tasks in the front matter without status": ("---\ntasks:\n- {name: a, status: done}\n- b\n---\n", None),
    "other lists in the front matter": ("---\nreviewers:\n- {name: Ada, status: done}\n---\n", None),
    "a table of tasks": (
        (
            "| Task | Status | Notes |\n|---|---|---|\n| T-1 | ✅ | a |\n| T-2 | ☐ | b |\n| T-3 | done | c |\n| T-4 | - | |\n"
            "| T-5 | ⏭️ Skipped | d |\n"
        ),
        (2, 4),
    ),
    "a table of tasks, the status last": (
        "| Task ID | Name | 状态 |\n|---|---|---|\n| 1 | a | 已完成 |\n| 2 (optional) | b | |\n",
        (1, 1),
    ),
    "a table of tasks below boxes": ("- [ ] a\n\n| Task | Status |\n|---|---|\n| T-1 | Done |\n", (0, 1)),
    "a table of other things": ("| Phase | Status |\n|---|---|\n| 1 | Done |\n", None),
    "a table of tasks without status": ("| Task | Effort |\n|---|---|\n| 1 | Done |\n", None),
    "tasks with a fullwidth status": ("## タスク1\n\n**状態**：完了\n", (1, 1)),
    "tasks below a status": ("**Status**: Done\n## Task 1: a\n\n- [ ] b\n", (0, 1)),
    "tasks above a status of something else": ("## Task 1: a\n\n## Notes\n**Status**: Done\n\n- [ ] b\n", (0, 1)),
    "tasks with another label": ("## Task 1: a\n\n**Owner**: Done\n\n- [ ] b\n", (0, 1)),
    "tasks with a status five lines below": ("## Task 1: a\n\nb\n\nc\n**Status**: Done\n\n- [ ] e\n", (1, 1)),
    "tasks with a status below code": ("## Task 1: a\n```\nb\n```\n**Status**: Done\n\n- [ ] e\n", (1, 1)),
    "tasks with a status far below": ("## Task 1: a\n\nb\n\nc\n\nd\n\n**Status**: Done\n\n- [ ] e\n", (0, 1)),
    "tasks with a status": (
        "## Task 1: a\n\n**Status**: ✅ Complete\n\n- [ ] b\n\n## Task 2: c\n\n**Status**: 🚧 In Progress\n",
        (1, 2),
    ),
    "tasks by number": ("### T001 a\n\n- **Status:** Done\n\n### T002 b\n\n- **Status:** Done\n", (2, 2)),
    "said in the header": ("**Progress:** 100% (12/12 tasks completed)\n\n## A\n", (12, 12)),
    "said in the header, in words": ("- Progress: 3 of 7\n- Owner: Ada\n\n## A\n", (3, 7)),
    "said in the header, in Chinese": ("> **进度**：3/7\n\n## A\n", (3, 7)),
    "said in the front matter": ("---\nprogress: 3/7\n---\n\nText.\n", (3, 7)),
    "said in the header above boxes": ("**Progress:** 3/7\n\n- [ ] b\n", (0, 1)),
    "a day in the header": ("**Progress:** 3/7/2026\n\n## A\n", None),
    "a share in the header": ("**Progress:** 40%\n\n## A\n", None),
    "more than all in the header": ("**Progress:** 9/7\n\n## A\n", None),
    "nothing of nothing in the header": ("**Progress:** 0/0\n\n## A\n", None),
    "a text about progress": ("**Progress:** see `a/b.md`, phase 1/2\n\n## A\n", None),
    "progress in a section": ("## A\n\n**Progress:** 3/7\n", None),
    "what is said of one task": ("## 任务信息\n\n- **状态**：完成\n", None),
    "what is said of one task, in English": ("## Task information\n\n**Status**: Done\n", None),
    "a task about information": ("## Task information page: a\n\n**Status**: Done\n", (1, 1)),
    "headings with boxes": ("## [x] A\n\nText.\n\n### [X] A1\n\n## [ ] B\n\n## [ ] C (optional)\n", (2, 3)),
    "a heading with a box above boxes": ("## [x] A\n\n- [ ] b\n", (0, 1)),
    "one heading with a box": ("## [x] A\n", (1, 1)),
    "headings in brackets": ("## [X-1] A\n\n## [Login](a.md)\n", None),
    "tasks without a status": ("## Task 1: a\n\n- [x] b\n\n## Task 2: c\n\n- [ ] d\n", (1, 2)),
}


@pytest.mark.parametrize(("text", "progress"), CASES.values(), ids=CASES)
def test_progress(text, progress):
    whole = text if text.startswith("---") else f"# Tasks: Login\n\n{text}"
    found = read(whole.encode(), Settings()).progress
    assert found == (Progress(*progress) if progress else None)


@pytest.mark.parametrize(
    ("text", "progress"),
    [
        ("# Task Breakdown: Login\n\n**Status**: Done\n\n- [x] a\n- [ ] b\n", (1, 2)),
        ("# タスク分解: ログイン\n\n**ステータス**: 完了\n\n## 準備\n\n- [x] a\n- [x] b\n", (2, 2)),
        ("# T01: Login\n\n**Status**: Draft\n", None),
        ("# Task list\n\n**Status**: Done\n\n## Task 1: a\n\n**Status**: Open\n", (0, 1)),
        ("## Task 1: a\n\n**Status**: Done\n", (1, 1)),
        ("# Task 1: a\n\n**Status**: Done\n\n# Task 2: b\n\n**Status**: Draft\n", (1, 2)),
        ("Task 1\n======\n\n**Status**: Done\n\nTask 2\n======\n\n**Status**: Draft\n", (1, 2)),
    ],
)
def test_a_title_is_no_task(text, progress):
    found = read(text.encode(), Settings()).progress
    assert found == (Progress(*progress) if progress else None)
