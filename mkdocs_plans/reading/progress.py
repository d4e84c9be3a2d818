"""Ticked boxes, and tasks with a status of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.model import Origin, Progress, Stage
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.fields import Line
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.labels import normal
from mkdocs_plans.reading.marks import MARKS
from mkdocs_plans.reading.pair import pair_of
from mkdocs_plans.reading.records import questions
from mkdocs_plans.reading.status import classify
from mkdocs_plans.reading.tables import tables
from mkdocs_plans.reading.terms import PROGRESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_plans.model import Field, Task
    from mkdocs_plans.reading.labels import LabelTable
    from mkdocs_plans.reading.outline import Heading, Outline
    from mkdocs_plans.settings import Settings

_OPTIONAL_WORDS = (
    *("optional", "optionnel", "opcional", "opzionale", "facoltativ"),
    *("任意", "オプション", "可选", "可選", "선택", "опционально", "необязательно"),
)
_ASCII_WORDS = tuple(filter(str.isascii, _OPTIONAL_WORDS))
_OPTIONAL = re.compile(
    rf"[(\[（【]\s?(?:{'|'.join(_OPTIONAL_WORDS)})[^()\[\]（）【】]{{0,40}}[)\]）】]|\*optional\*", re.IGNORECASE
)
_TASK = re.compile(
    r"^[^\w]{0,5}(?!(?:task\s?|タスク|任务|任務|작업\s?)(?:info(?:rmation)?|metadata|details|信息|情報|资料|정보)\W*$)"
    r"(?:task\b|タスク|任务|任務|작업|задача|aufgabe|tâche|tarea|tarefa|attività\b|\[?T\d{1,4}\b)",
    re.IGNORECASE,
)
# The sections whose boxes are not work: questions, and conditions for starting.
_NO_WORK = re.compile(
    rf"[\W\d_]*(?:{'|'.join(map(re.escape, (*questions.SECTIONS, 'Constitution Check')))})\s*(?:[(（].*|[^\w\s]*)$",
    re.IGNORECASE,
)
# The heading of a column of tasks.
_TASKS = re.compile(
    r"[^\w]{0,5}(?:tasks?(?: id)?|タスク|任务|任務|작업|задача|задачи|aufgaben?|tâches?|tareas?|tarefas?|attività)\W*$",
    re.IGNORECASE,
)
# A task that its author has struck out as a whole.
_STRUCK = re.compile(MARKS + r"~~(?=\S)[^~]{1,500}~~\W*$")
_SAID = re.compile(
    r"\W{0,3}(?:\d{1,3}\s?%\W{1,3})?(\d{1,4})\s?(?:/|(?:of|von|sur|de|di|из)\s)\s?(\d{1,4})(?![\d/.-])", re.IGNORECASE
)
_TICKED = re.compile(r"\[([ xX])\]\s")
_LOOK_BELOW = 6
_LONGEST_LABEL = 30


def progress(outline: Outline, labels: LabelTable, settings: Settings, listed: Sequence[Task] = ()) -> Progress | None:
    """How much is done: tasks with a status, else boxes, tables of tasks or ticked headings; None without any of them.

    Optional tasks, struck out ones, and questions do not count. `listed` are the tasks in the front matter.
    """
    in_front = _of_stages(task.status.stage for task in listed)
    of_text = in_front or _tasks(outline, labels, settings) or _boxes(outline)
    return of_text or _of_tables(outline, labels, settings) or _of_headings(outline)


def _boxes(outline: Outline) -> Progress | None:
    if not outline.boxes:
        return None
    unwanted = _optional_boxes(outline) | _unwanted_lines(outline)
    if b"~" in outline.text:  # one byte is found thirty times faster than two
        unwanted |= {line for line, _ in outline.boxes if _STRUCK.match(outline.lines[line - 1])}
    counted = [ticked for line, ticked in outline.boxes if line not in unwanted]
    return Progress(sum(counted), len(counted)) if counted else None


def of_header(fields: Iterable[Field]) -> Progress | None:
    """Progress as the header says it, where no task does: `Progress: 3/7`, `**Progress**: 100% (12/12 tasks)`."""
    values = (field.value for field in fields if field.origin is not Origin.SECTION and normal(field.label) in PROGRESS)
    for found in filter(None, map(_SAID.match, values)):
        done, total = int(found[1]), int(found[2])
        if done <= total and total:
            return Progress(done, total)
    return None


def _of_headings(outline: Outline) -> Progress | None:
    """Progress by headings such as `## [x] Importer`."""
    boxed = [each.text for each in outline.headings if each.text[:1] == "[" and each.level > 1]
    found = (_TICKED.match(text) for text in boxed if not _is_unwanted(text))
    ticked = [each[1] != " " for each in found if each]
    return Progress(sum(ticked), len(ticked)) if ticked else None


def _optional_boxes(outline: Outline) -> set[int]:
    """The lines of optional boxes; most plans have none, and the first test costs a hundredth of a search."""
    lines = [outline.lines[line - 1] for line, _ in outline.boxes]
    text = "\n".join(lines).lower()
    if not any(word in text for word in (_ASCII_WORDS if text.isascii() else _OPTIONAL_WORDS)):
        return set()
    return {line for (line, _), text in zip(outline.boxes, lines, strict=True) if _OPTIONAL.search(text)}


def _unwanted_lines(outline: Outline) -> set[int]:
    """All lines of the sections whose boxes do not count, including their subsections."""
    found: set[int] = set()
    if not any(map(_is_unwanted, [heading.text for heading in outline.headings])):
        return found
    within: int | None = None
    ends = [*(heading.line for heading in outline.headings[1:]), len(outline.lines) + 1]
    for heading, end in zip(outline.headings, ends, strict=False):
        if within is None or heading.level <= within:
            within = heading.level if _is_unwanted(heading.text) else None
        if within is not None:
            found.update(range(heading.line, end))
    return found


def _tasks(outline: Outline, labels: LabelTable, settings: Settings) -> Progress | None:
    """Progress by headings such as `## Task 3: …` with a line `**Status**: ✅ Complete` below them.

    A single H1 is the title: `# Task Breakdown: Login` is not a task, and its status is that of the file.
    """
    wanted = [at for at, heading in enumerate(outline.headings) if _is_wanted(heading.text)]
    if not wanted:
        return None
    stages: list[Stage | None] = []
    has_title = sum(heading.level == 1 for heading in outline.headings) == 1
    for at in wanted:
        heading = outline.headings[at]
        if has_title and heading.level == 1:
            continue
        following = outline.headings[at + 1].line if at + 1 < len(outline.headings) else len(outline.lines) + 1
        status = _status_below(outline, heading, following, labels)
        if status is not None:
            stages.append(classify(status, settings).stage)
    return _of_stages(stages)


@lru_cache(maxsize=4096)
def _is_unwanted(title: str) -> bool:
    """Whether the boxes below a heading are no work, or optional; cached, since plans share most of their headings."""
    return _NO_WORK.match(title) is not None or _OPTIONAL.search(title) is not None


@lru_cache(maxsize=4096)
def _is_wanted(title: str) -> bool:
    """Whether a heading is that of a task, and not optional."""
    return _TASK.match(title) is not None and _OPTIONAL.search(title) is None


def _of_tables(outline: Outline, labels: LabelTable, settings: Settings) -> Progress | None:
    """Progress by the rows of tables with a column of tasks and one of their status: `| T-1.1 | ✅ | Types |`."""
    if Kind.TABLE not in outline.kinds:
        return None
    stages: list[Stage | None] = []
    for table in tables(outline.lines, outline.kinds):
        at = _status_of_tasks(table.heads, labels)
        if at is None:
            continue
        rows = (row for _, row in table.rows if len(row) > at and any(row) and not _OPTIONAL.search(" ".join(row)))
        stages += (classify(inline.plain(row[at]), settings).stage for row in rows)
    return _of_stages(stages)


def _of_stages(stages: Iterable[Stage | None]) -> Progress | None:
    """Progress of tasks, without dropped ones."""
    wanted = [stage is Stage.DONE for stage in stages if stage is not Stage.DROPPED]
    return Progress(sum(wanted), len(wanted)) if wanted else None


def _status_of_tasks(heads: list[str], labels: LabelTable) -> int | None:
    """The column of a table of tasks that holds their status."""
    if not any(_TASKS.match(head) for head in heads):
        return None
    known = (at for at, head in enumerate(heads) if (label := labels.find(head)) and label.key == "status")
    return next(known, None)


def _status_below(outline: Outline, heading: Heading, following: int, labels: LabelTable) -> str | None:
    for number in range(heading.last_line + 1, min(following, heading.last_line + _LOOK_BELOW)):
        source = outline.lines[number - 1]
        if outline.kinds[number - 1] != Kind.TEXT or (":" not in source and "：" not in source):
            continue
        label = labels.find(source.partition(":")[0].partition("：")[0][:_LONGEST_LABEL])
        pair = pair_of(Line.of(number, source).text, labels) if label and label.key == "status" else None
        if pair and pair.value:
            return inline.plain(pair.value)
    return None
