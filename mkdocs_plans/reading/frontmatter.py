"""YAML front matter as text: every value as it was written, with its line.

YAML's own types are of no use here (`plan: 024` would become 20, and `created: 2026-03-01` a date), and its aliases can
turn a few lines into gigabytes. So python-frontmatter splits, and `yaml_data` makes plain data of the block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import yaml
from frontmatter.default_handlers import YAMLHandler

from mkdocs_plans.model import Defect
from mkdocs_plans.reading.yaml_data import TooDeepError, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_plans.reading.yaml_data import Data

MAX_CHARACTERS = 64_000
# The keys that identify a mapping, the most reliable first.
_NAMING = ("path", "plan", "spec", "id", "name", "title")
_SCALARS = {"true": True, "false": False}

# Three dots also end the front matter, in MkDocs and in YAML:
# https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/utils/meta.py
BOUNDARY = re.compile(r"^(?:-{3,}|\.{3})\s*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w .-]{0,60}:(?:\s|$)")
_BEGINS = re.compile(r"[ \t]*\n[a-z_][\w-]{0,60}:(?:\s|$)")
# The keys of lists of tasks with a status each, such as those that Cursor writes into its plans.
_TASKS = ("todos", "tasks", "subtasks", "steps", "phases", "milestones")
_TASK_TEXTS = ("content", "title", "name", "task", "description", "text", "id")
# How lines between two keys may begin.
_GOES_ON = (" ", "\t", "-", "#")
_AROUND = " \t\"'[]"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Keys and values of a front matter, and where the body begins.

    Attributes:
        entries: Key, value (a list's items joined by commas) and line, in the order of the file.
        options: The `plans:` block as plain data.
        body: The text after the front matter.
        first_line: The line of the file that the body begins with.
        tasks: The text and the status of each task that it lists, in order; optional ones are left out.
    """

    entries: tuple[tuple[str, str, int], ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    body: str = ""
    first_line: int = 1
    tasks: tuple[tuple[str, str], ...] = ()
    defects: tuple[Defect, ...] = ()


def split(text: str) -> FrontMatter:
    """The front matter of a text; its mistakes are among the defects. Never raises."""
    if not text.lstrip("\n \t").startswith("---"):
        return FrontMatter(body=text)
    lead = len(text) - len(text.lstrip("\n \t"))
    opening = BOUNDARY.match(text, lead)
    if not opening:
        return FrontMatter(body=text)
    try:
        block, body = YAMLHandler(BOUNDARY).split(text[lead:])
    except ValueError:  # no second `---`
        return FrontMatter(body=text, defects=tuple(_unclosed(text, opening.end())))
    first = text.count("\n", 0, opening.end()) + 1
    return _read(block, first, text, body)


def _unclosed(text: str, at: int) -> Iterator[Defect]:
    """The defect of a front matter without an end; a rule above prose at the top of a text is not front matter."""
    if _BEGINS.match(text, at):
        message = "the front matter has no end, so MkDocs shows it as text; write --- below its last line"
        yield Defect("front-matter-invalid", text.count("\n", 0, at) + 1, message)


def _read(block: str, first: int, text: str, body: str) -> FrontMatter:
    if len(block) > MAX_CHARACTERS:
        message = f"the front matter is longer than {MAX_CHARACTERS:,} characters; shorten it"
        return _as_text(text, first, message)
    first_line = text.count("\n", 0, len(text) - len(body)) + 1
    try:
        data, lines = load(block)
    except (yaml.YAMLError, TooDeepError) as error:
        line, problem = _problem(error)
        message = f"the front matter is not valid YAML ({problem}), so MkDocs shows it as text; fix it"
        broken = _as_text(text, first + (line or 1), message)
        entries = tuple((key, value, first + at) for key, value, at in _by_lines(block))
        return replace(broken, entries=entries, body=body, first_line=first_line) if entries else broken
    if data is None:
        return FrontMatter(body=body, first_line=first_line)
    if not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "text"
        return _as_text(text, first, f'the front matter is {kind}; write "key: value" lines, or remove the dashes')
    entries = tuple((key, value, first + lines[key][-1]) for key, value in _flat(data))
    defects = tuple(_repeated(lines, first))
    return FrontMatter(entries, _options(data.get("plans")), body, first_line, _tasks(data), defects)


def _tasks(data: Mapping[str, Data]) -> tuple[tuple[str, str], ...]:
    """The texts and statuses of the first list in which every item has a status."""
    for items in (items for key in _TASKS if isinstance(items := data.get(key), list)):
        told = [item for item in items if isinstance(item, dict) and isinstance(item.get("status"), str)]
        if len(told) == len(items):
            wanted = (item for item in told if item.get("optional") != "true")
            return tuple((_text(item), str(item["status"])) for item in wanted)
    return ()


def _text(task: Mapping[str, Data]) -> str:
    return next((text for key in _TASK_TEXTS if isinstance(text := task.get(key), str)), "")


def _repeated(lines: Mapping[str, list[int]], first: int) -> Iterator[Defect]:
    for key, at in lines.items():
        if len(at) > 1:
            message = (
                f'the key "{key[:60]}" is already in line {first + at[0]}, and the last one counts; remove one of them'
            )
            yield Defect("front-matter-invalid", first + at[-1], message, key)


def _by_lines(block: str) -> Iterator[tuple[str, str, int]]:
    """Keys, values and lines, from 0, of a block that is not valid YAML but has a key before every line or item.

    Each key is read separately, so one mistake does not lose the others.
    """
    lines = block.split("\n")
    keys = [at for at, line in enumerate(lines) if _KEY.match(line)]
    if not keys or any(line.strip() and not _KEY.match(line) and not line.startswith(_GOES_ON) for line in lines):
        return
    for at, end in zip(keys, (*keys[1:], len(lines)), strict=True):
        try:
            data, _ = load("\n".join(lines[at:end]))
            said = list(_flat(data)) if isinstance(data, dict) else []
        except (yaml.YAMLError, TooDeepError):
            key, _, value = lines[at].partition(":")
            said = [(key.strip(), value.strip(_AROUND))]
        yield from ((key, value, at) for key, value in said if value)


def _as_text(text: str, line: int, message: str) -> FrontMatter:
    """Invalid front matter is text, for MkDocs too; `status: done` in it is read as a line of the header."""
    return FrontMatter(body=text, defects=(Defect("front-matter-invalid", line, message),))


def _problem(error: Exception) -> tuple[int, str]:
    """The line of a YAML error within the front matter, from 0, and the message of the library."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return (mark.line if mark else 0), str(said)


def _flat(data: dict[str, Data]) -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        texts = _texts(value)
        if texts and key not in ("", "plans"):
            yield key, ", ".join(texts)


def _texts(value: Data) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [text for item in items if (text := _naming(item)) and text.strip()]


def _naming(item: Data) -> str | None:
    """The text of a value or a list's item, or what names a mapping: `{id: 001, why: accounts}`."""
    if isinstance(item, dict):
        item = next((item[key] for key in _NAMING if key in item), None)
    return item if isinstance(item, str) else None


def _options(value: Data) -> Mapping[str, object]:
    """The `plans:` block, with booleans converted."""
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else {}


def _plain(value: Data) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return _SCALARS.get(value.lower(), value) if isinstance(value, str) else None
