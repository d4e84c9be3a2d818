"""Markers: `<!-- plans:board {stage: [active]} -->` in any page of the site stands for a view.

They are found in the finished HTML, where code shows them as text, so that they work in lists, tabs and tables too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from mkdocs_plans.checks import severity_of
from mkdocs_plans.model import Finding, Severity, Stage
from mkdocs_plans.parser import Lines, events
from mkdocs_plans.patterns import matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_plans.model import Place, Plan
    from mkdocs_plans.settings import Settings

VIEWS = ("index", "board")
# The bound keeps the search linear on a page full of openings without an end.
_MARKER = re.compile(r"<!--\s{0,20}plans:([a-z-]{1,30})((?:(?!-->).){0,2000})-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker: the view that it asks for, its options, and what is wrong with it (None when nothing is)."""

    view: str
    options: Mapping[str, tuple[str, ...]]
    mistake: str | None = None
    line: int = 0


def has_marker(text: str) -> bool:
    """Whether there may be a marker in a text; cheap."""
    return "plans:" in text and _MARKER.search(text) is not None


def in_source(markdown: str) -> Iterator[Marker]:
    """The markers of a page's Markdown with their lines, those in code left out."""
    lines = Lines(markdown.encode())
    for event, start, _ in events(markdown):
        html = (event.get("Html") or event.get("InlineHtml")) if isinstance(event, dict) else None
        for match in _MARKER.finditer(html or ""):
            marker = _marker(match)
            yield Marker(marker.view, marker.options, marker.mistake, lines.at(start))


def findings(source: str, place: Place, settings: Settings) -> list[Finding]:
    """What is wrong with the markers of a page, at the lines of its source."""
    severity = severity_of("marker-invalid", place.path, settings)
    if severity is Severity.OFF:
        return []
    return [
        Finding("marker-invalid", severity, place.file, marker.line, marker.mistake, what=marker.view)
        for marker in in_source(source)
        if marker.mistake
    ]


def replace(html: str, render: Callable[[Marker], str]) -> str:
    """The page with every marker replaced by what it stands for."""
    return _MARKER.sub(lambda match: render(_marker(match)), html)


def select(plans: Iterable[Plan], options: Mapping[str, tuple[str, ...]]) -> tuple[Plan, ...]:
    """The plans that satisfy every option."""
    return tuple(plan for plan in plans if all(_FILTERS[name](plan, values) for name, values in options.items()))


def _marker(match: re.Match[str]) -> Marker:
    view, written = match[1], match[2].strip()
    if view not in VIEWS:
        return Marker(view, {}, f'there is no view "{view}"; the views are {", ".join(VIEWS)}')
    try:
        return Marker(view, _options(written))
    except ValueError as error:
        return Marker(view, {}, str(error))


def _options(written: str) -> Mapping[str, tuple[str, ...]]:
    """The options of a marker, every value as a tuple of texts.

    Raises:
        ValueError: with a line that says what is wrong.
    """
    try:
        given = yaml.load(written, Loader=yaml.BaseLoader) or {}  # noqa: S506  (it builds nothing but texts)
    except yaml.YAMLError:
        raise ValueError("the options are no YAML mapping; write them as {stage: [active]}") from None
    if not isinstance(given, Mapping):
        raise ValueError(  # noqa: TRY004  (the mistake of a writer, not of a caller)
            "the options are no YAML mapping; write them as {stage: [active]}"
        )
    unknown = [str(name) for name in given if name not in _FILTERS]
    if unknown:
        raise ValueError(f'there is no option "{unknown[0]}"; the options are {", ".join(_FILTERS)}')
    options = {str(name): _texts(str(name), value) for name, value in given.items()}
    wrong = [stage for stage in options.get("stage", ()) if stage not in list(Stage)]
    if wrong:
        raise ValueError(f'there is no stage "{wrong[0]}"; the stages are {", ".join(Stage)}')
    return MappingProxyType(options)


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f'the option "{name}" takes a text or a list of texts')


def _has_status(plan: Plan, values: tuple[str, ...]) -> bool:
    names = {plan.status.slug, plan.status.name.casefold()}
    return any(value.casefold() in names for value in values)


_FILTERS: Mapping[str, Callable[[Plan, tuple[str, ...]], bool]] = MappingProxyType(
    {
        "stage": lambda plan, values: plan.stage in values,
        "status": _has_status,
        "owner": lambda plan, values: (plan.owner or "").casefold() in {value.casefold() for value in values},
        "tag": lambda plan, values: (
            not {tag.casefold() for tag in plan.document.tags}.isdisjoint(value.casefold() for value in values)
        ),
        "path": lambda plan, values: matches(plan.path, values),
    }
)
