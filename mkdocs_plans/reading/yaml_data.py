"""YAML as plain data with every scalar as it was written, bounded in depth, with aliases of scalars only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml
from yaml import AliasEvent, CollectionEndEvent, CollectionStartEvent, DocumentEndEvent, MappingStartEvent, ScalarEvent

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"

MAX_DEPTH = 20
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class TooDeepError(Exception):
    """Collections nested deeper than any real front matter."""


@dataclass(slots=True)
class _Items:
    """A sequence that is being read."""

    value: list[Data] = field(default_factory=list)

    def add(self, item: Data) -> None:
        self.value.append(item)


@dataclass(slots=True)
class _Pairs:
    """A mapping that is being read, and the key that waits for a value; a key that is no text counts as empty."""

    value: dict[str, Data] = field(default_factory=dict)
    key: str | None = None

    def add(self, item: Data) -> None:
        if self.key is None:
            self.key = item if isinstance(item, str) else ""
        else:
            self.value[self.key] = item
            self.key = None


def load(block: str) -> tuple[Data, dict[str, list[int]]]:
    """The data of the first YAML document, and the lines of each of its keys, from 0."""
    root = _Items()
    stack: list[_Items | _Pairs] = [root]
    anchors: dict[str, str | None] = {}
    lines: dict[str, list[int]] = {}
    for event in yaml.parse(block, Loader=_Loader):
        if isinstance(event, (ScalarEvent, AliasEvent)):
            scalar = _scalar(event, anchors)
            if len(stack) == 2 and isinstance(stack[1], _Pairs) and stack[1].key is None:
                lines.setdefault(scalar or "", []).append(event.start_mark.line if event.start_mark else 0)
            stack[-1].add(scalar)
        elif isinstance(event, CollectionStartEvent):
            if len(stack) > MAX_DEPTH:
                raise TooDeepError(f"more than {MAX_DEPTH} levels of nesting")
            stack.append(_Pairs() if isinstance(event, MappingStartEvent) else _Items())
        elif isinstance(event, CollectionEndEvent):
            done = stack.pop()
            stack[-1].add(done.value)
        elif isinstance(event, DocumentEndEvent):
            break
    return (root.value[0] if root.value else None), lines


def _scalar(event: ScalarEvent | AliasEvent, anchors: dict[str, str | None]) -> str | None:
    if isinstance(event, AliasEvent):
        return anchors.get(str(event.anchor))
    plain = not event.style
    value = None if plain and event.value in _NULLS else str(event.value)
    if event.anchor:
        anchors[str(event.anchor)] = value
    return value
