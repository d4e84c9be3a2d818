"""The values of a plan by name, for columns, groups, sorting and `where`.

A name is one of `NAMES`, or the label of a field or fact (`Risk Level`), without regard to case.
"""

from __future__ import annotations

import re
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from mkdocs_plans.discovery import home
from mkdocs_plans.model import Fact, Field
from mkdocs_plans.reading.values import day, is_day
from mkdocs_plans.views.levels import LEVELS, level
from mkdocs_plans.views.owners import owners

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_plans.model import Document, Plan, Specification
    from mkdocs_plans.views.insight import Insight

Item = TypeVar("Item")

_NUMBER = re.compile(r"([0-9]{1,18})")


def value(plan: Plan, name: str, insight: Insight) -> str:
    """The value as text that sorts; empty if the plan has none."""
    read = NAMES.get(name.casefold())
    return read(plan, insight) if read else labelled(plan, name)


def labelled(plan: Plan | Specification, label: str) -> str:
    """The value of the first field, else of the first fact, with this label."""
    wanted = label.casefold()
    facts = (fact for section in plan.document.sections for fact in section.facts)
    items = chain[Field | Fact](plan.document.fields, facts)
    return next((item.value for item in items if item.label.casefold() == wanted), "")


def labels(documents: Iterable[Document]) -> set[str]:
    """The labels of all fields and facts, without regard to case."""
    return {
        item.label.casefold()
        for document in documents
        for item in chain[Field | Fact](document.fields, *(section.facts for section in document.sections))
    }


def alike(listed: Iterable[Plan | Specification]) -> frozenset[str]:
    """The paths of those that share both id and title with another one."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in listed:
        found.setdefault((each.id or "", each.title.casefold()), []).append(each.path)
    return frozenset(path for paths in found.values() if len(paths) > 1 for path in paths)


def natural(text: str) -> list[tuple[int, str]]:
    """A sort key in which numbers count by their value: 2 before 10."""
    parts = [part for part in _NUMBER.split(text.casefold()) if part]
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def natural_key(plan: Plan) -> tuple[bool, list[tuple[int, str]], list[tuple[int, str]]]:
    """Plans in the order of their ids; those without an id come last, by path."""
    return not plan.id, natural(plan.id or ""), natural(plan.path)


def sort(plans: Iterable[Plan], by: str, insights: Mapping[str, Insight]) -> list[Plan]:
    """Plans by a value, a leading `-` reverses; plans without the value come last either way."""
    name, down = by.removeprefix("-"), by.startswith("-")
    found = sorted(plans, key=natural_key)
    return ordered(((value(plan, name, insights[plan.path]), plan) for plan in found), down=down)


def ordered(said: Iterable[tuple[str, Item]], *, down: bool) -> list[Item]:
    """Things by a text about each: dates and levels in order and before other text, then things without one."""
    pairs = list(said)
    having = sorted((pair for pair in pairs if pair[0]), key=lambda pair: meant(pair[0]), reverse=down)
    having.sort(key=lambda pair: not (is_day(pair[0]) or level(pair[0]) is not None))
    return [item for _, item in having] + [item for text, item in pairs if not text]


def meant(text: str) -> list[tuple[int, str]]:
    """A sort key in which dates and levels count by what they mean: `low` before `high`, and both before words."""
    found = level(text)
    # The key of a word is -1.
    ahead = [] if found is None else [(found - len(LEVELS) - 1, "")]
    return ahead + natural((day(text) if is_day(text) else None) or text)


def _progress(plan: Plan, _: Insight) -> str:
    found = plan.progress
    return f"{found.done / found.total:.3f}" if found and found.total else ""


NAMES: Mapping[str, Callable[[Plan, Insight], str]] = MappingProxyType(
    {
        "id": lambda plan, _: plan.id or "",
        "plan": lambda plan, _: plan.title,
        "status": lambda _, insight: str(insight.column),
        "spec": lambda plan, _: plan.spec.id or plan.spec.text or "",
        "owner": lambda plan, _: next((owner.name for owner in owners(plan.owner)), ""),
        "progress": _progress,
        "changed": lambda _, insight: insight.changed or "",
        "since": lambda _, insight: insight.since or "",
        "created": lambda plan, _: plan.document.created or "",
        "updated": lambda plan, _: plan.document.updated or "",
        "due": lambda _, insight: insight.deadline.shown if insight.deadline else "",
        "tag": lambda plan, _: next(iter(plan.document.tags), ""),
        "tags": lambda plan, _: ", ".join(plan.document.tags),
        "folder": lambda plan, _: home(plan.path),
        "source": lambda plan, _: plan.place.source or "",
        "waits": lambda _, insight: ", ".join(wait.plan.id or wait.plan.title for wait in insight.waits),
        "findings": lambda _, insight: str(insight.missing + insight.findings or ""),
    }
)
