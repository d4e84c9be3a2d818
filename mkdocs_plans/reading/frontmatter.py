"""YAML front matter as text: every value as it was written, with its line.

YAML's own types are of no use here (`plan: 024` would be 20, `created: 2026-03-01` no text), and its aliases can make a
few lines into gigabytes. So python-frontmatter splits, the YAML library reads events, and the plain data is built
from them: bounded in depth, with aliases of scalars only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import yaml
from frontmatter.default_handlers import YAMLHandler

from mkdocs_plans.model import Defect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MAX_DEPTH = 20
MAX_CHARACTERS = 64_000
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
# The keys that say what a mapping is about, the surest first.
_NAMING = ("path", "plan", "spec", "id", "name", "title")
_SCALARS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Keys and values of a front matter, and where the body begins.

    Attributes:
        entries: Key, value (a list's items joined by commas) and line, in the order of the file.
        options: The `plans:` block as plain data.
        body: The text after the front matter.
        first_line: The line of the file that the body begins with.
    """

    entries: tuple[tuple[str, str, int], ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    body: str = ""
    first_line: int = 1
    defects: tuple[Defect, ...] = ()


def split(text: str) -> FrontMatter:
    """The front matter of a text; what is wrong with it is among the defects. Never raises."""
    if not text.lstrip("\n \t").startswith("---"):
        return FrontMatter(body=text)
    lead = len(text) - len(text.lstrip("\n \t"))
    handler = YAMLHandler()
    boundary = handler.FM_BOUNDARY
    opening = boundary.match(text, lead) if boundary else None
    if not opening:
        return FrontMatter(body=text)
    try:
        block, body = handler.split(text[lead:])
    except ValueError:  # a rule at the top, and no second one
        return FrontMatter(body=text)
    first = text.count("\n", 0, opening.end()) + 1
    return _read(block, first, text, body)


def _read(block: str, first: int, text: str, body: str) -> FrontMatter:
    if len(block) > MAX_CHARACTERS:
        message = f"the front matter is longer than {MAX_CHARACTERS:,} characters; make it shorter"
        return _as_text(text, first, message)
    try:
        data, lines = _load(block)
    except (yaml.YAMLError, _TooDeepError) as error:
        line, problem = _problem(error)
        return _as_text(
            text,
            first + (line or 1),
            f"the front matter is no valid YAML ({problem}); mend it, MkDocs shows it as text",
        )
    first_line = text.count("\n", 0, len(text) - len(body)) + 1
    if data is None:
        return FrontMatter(body=body, first_line=first_line)
    if not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "text"
        return _as_text(text, first, f'the front matter is {kind}; write "key: value" lines or remove the dashes')
    entries = tuple((key, value, first + lines[key]) for key, value in _flat(data))
    return FrontMatter(entries, _options(data.get("plans")), body, first_line)


def _as_text(text: str, line: int, message: str) -> FrontMatter:
    """What is no front matter is text, for MkDocs too; `status: done` in it is read as a line of the header."""
    return FrontMatter(body=text, defects=(Defect("front-matter-invalid", line, message),))


def _problem(error: Exception) -> tuple[int, str]:
    """The line of a YAML error within the front matter, from 0, and what the library says of it."""
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
    """The `plans:` block, its truth values as such."""
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else {}


def _plain(value: Data) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return _SCALARS.get(value.lower(), value) if isinstance(value, str) else None


class _TooDeepError(Exception):
    """Collections within collections beyond every use."""


@dataclass(slots=True)
class _Open:
    """A collection that is being read: its values, and the key that waits for one."""

    value: list[Data] | dict[str, Data]
    key: str | None = None

    def takes_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def add(self, item: Data) -> None:
        if isinstance(self.value, list):
            self.value.append(item)
        elif self.key is not None:
            self.value[self.key] = item
            self.key = None


def _load(block: str) -> tuple[Data, dict[str, int]]:
    """The data of the first YAML document, and the line of each of its keys, from 0."""
    root: list[Data] = []
    stack = [_Open(root)]
    anchors: dict[str, str | None] = {}
    lines: dict[str, int] = {}
    for event in yaml.parse(block, Loader=_Loader):
        top = stack[-1]
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            scalar = _scalar(event, anchors)
            if not top.takes_key():
                top.add(scalar)
                continue
            top.key = scalar or ""
            if len(stack) == 2:
                lines[top.key] = event.start_mark.line if event.start_mark else 0
        elif isinstance(event, yaml.CollectionStartEvent):
            _open(event, stack)
        elif isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop()
            if not (stack[-1].takes_key()):
                stack[-1].add(done.value)
            else:
                stack[-1].key = ""
    return (root[0] if root else None), lines


def _open(event: yaml.CollectionStartEvent, stack: list[_Open]) -> None:
    if len(stack) > MAX_DEPTH:
        raise _TooDeepError(f"more than {MAX_DEPTH} levels of nesting")
    stack.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else []))


def _scalar(event: yaml.ScalarEvent | yaml.AliasEvent, anchors: dict[str, str | None]) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return anchors.get(str(event.anchor))
    plain = not event.style
    value = None if plain and event.value in _NULLS else str(event.value)
    if event.anchor:
        anchors[str(event.anchor)] = value
    return value
