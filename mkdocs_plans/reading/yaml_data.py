"""YAML as plain data with every scalar as it was written, bounded in depth, with aliases of scalars only."""

from __future__ import annotations

from dataclasses import dataclass
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


def load(block: str) -> tuple[Data, dict[str, list[int]]]:
    """The data of the first YAML document, and the lines of each of its keys, from 0."""
    root: list[Data] = []
    stack = [_Open(root)]
    anchors: dict[str, str | None] = {}
    lines: dict[str, list[int]] = {}
    for event in yaml.parse(block, Loader=_Loader):
        if isinstance(event, (ScalarEvent, AliasEvent)):
            top = stack[-1]
            scalar = _scalar(event, anchors)
            if not top.takes_key():
                top.add(scalar)
                continue
            top.key = scalar or ""
            if len(stack) == 2:
                lines.setdefault(top.key, []).append(event.start_mark.line if event.start_mark else 0)
        elif isinstance(event, CollectionStartEvent):
            _open(event, stack)
        elif isinstance(event, CollectionEndEvent):
            done = stack.pop()
            if not (stack[-1].takes_key()):
                stack[-1].add(done.value)
            else:
                stack[-1].key = ""
        elif isinstance(event, DocumentEndEvent):
            break
    return (root[0] if root else None), lines


def _open(event: CollectionStartEvent, stack: list[_Open]) -> None:
    if len(stack) > MAX_DEPTH:
        raise TooDeepError(f"more than {MAX_DEPTH} levels of nesting")
    stack.append(_Open({} if isinstance(event, MappingStartEvent) else []))


def _scalar(event: ScalarEvent | AliasEvent, anchors: dict[str, str | None]) -> str | None:
    if isinstance(event, AliasEvent):
        return anchors.get(str(event.anchor))
    plain = not event.style
    value = None if plain and event.value in _NULLS else str(event.value)
    if event.anchor:
        anchors[str(event.anchor)] = value
    return value
