"""Ticked boxes and tasks with a status of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.model import Progress, Stage
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.fields import Line, pair_of
from mkdocs_plans.reading.marks import MARKS
from mkdocs_plans.reading.outline import Kind
from mkdocs_plans.reading.status import classify

if TYPE_CHECKING:
    from mkdocs_plans.reading.labels import LabelTable
    from mkdocs_plans.reading.outline import Heading, Outline
    from mkdocs_plans.settings import Settings

_OPTIONAL_WORDS = (
    *("optional", "optionnel", "opcional"),
    *("任意", "オプション", "可选", "可選", "선택", "опционально", "необязательно"),
)
_ASCII_WORDS = tuple(filter(str.isascii, _OPTIONAL_WORDS))
_OPTIONAL = re.compile(
    rf"[(\[（【]\s?(?:{'|'.join(_OPTIONAL_WORDS)})[^()\[\]（）【】]{{0,40}}[)\]）】]|\*optional\*", re.IGNORECASE
)
_TASK = re.compile(
    r"^[^\w]{0,5}(?:task\b|タスク|任务|任務|작업|задача|aufgabe|tâche|tarea|tarefa|\[?T\d{1,4}\b)", re.IGNORECASE
)
# A task that its author has struck out as a whole.
_STRUCK = re.compile(MARKS + r"~~(?=\S)[^~]{1,500}~~\W*$")
_LOOK_BELOW = 6
_LONGEST_LABEL = 30


def progress(outline: Outline, labels: LabelTable, settings: Settings) -> Progress | None:
    """Done of all: tasks that say their status, else boxes; None where it has neither.

    Optional ones and those that are struck out do not count.
    """
    return _tasks(outline, labels, settings) or _boxes(outline)


def _boxes(outline: Outline) -> Progress | None:
    if not outline.boxes:
        return None
    optional = _optional_lines(outline)
    wanted = ((line, ticked) for line, ticked in outline.boxes if line not in optional)
    if b"~" in outline.text:  # one byte is found thirty times quicker than two
        wanted = ((line, ticked) for line, ticked in wanted if not _STRUCK.match(outline.lines[line - 1]))
    counted = [ticked for _, ticked in wanted]
    return Progress(sum(counted), len(counted)) if counted else None


def _optional_lines(outline: Outline) -> set[int]:
    """The lines of boxes that say that they are optional, and all lines of sections whose heading says so."""
    lines = {line: outline.lines[line - 1] for line, _ in outline.boxes}
    if not _may_be_optional("\n".join((*lines.values(), *(heading.text for heading in outline.headings)))):
        return set()
    found = {line for line, text in lines.items() if _OPTIONAL.search(text)}
    for at, heading in enumerate(outline.headings):
        if _OPTIONAL.search(heading.text):
            after = (other.line for other in outline.headings[at + 1 :] if other.level <= heading.level)
            found.update(range(heading.line, next(after, len(outline.lines) + 1)))
    return found


def _may_be_optional(text: str) -> bool:
    """Most plans have nothing optional: to look for the words in all texts at once costs a hundredth of a search."""
    lowered = text.lower()
    return any(word in lowered for word in (_ASCII_WORDS if lowered.isascii() else _OPTIONAL_WORDS))


def _tasks(outline: Outline, labels: LabelTable, settings: Settings) -> Progress | None:
    """Progress by headings such as `## Task 3: …` with a line `**Status**: ✅ Complete` below them.

    The only H1 is the title of them all: `# Task Breakdown: Login` is no task, and its status that of the file.
    """
    done = total = 0
    has_title = sum(heading.level == 1 for heading in outline.headings) == 1
    for at, heading in enumerate(outline.headings):
        if not _TASK.match(heading.text) or _OPTIONAL.search(heading.text) or (has_title and heading.level == 1):
            continue
        following = outline.headings[at + 1].line if at + 1 < len(outline.headings) else len(outline.lines) + 1
        status = _status_below(outline, heading, following, labels)
        if status is not None:
            total += 1
            done += classify(status, settings).stage is Stage.DONE
    return Progress(done, total) if total else None


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
