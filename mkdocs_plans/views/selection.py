"""The options of a marker, and the plans that they leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from mkdocs_plans import expressions
from mkdocs_plans.model import Stage
from mkdocs_plans.options.values import did_you_mean
from mkdocs_plans.patterns import compiled, matches
from mkdocs_plans.reading.status import classify
from mkdocs_plans.settings import NO_STATUS, UNKNOWN
from mkdocs_plans.views.owners import named
from mkdocs_plans.views.values import labelled

if TYPE_CHECKING:
    from mkdocs_plans.model import Plan, Specification, Status
    from mkdocs_plans.settings import Settings

    Listed = TypeVar("Listed", Plan, Specification)

# An unknown status has no stage, nor has a plan without a status: their slugs are used instead.
_STAGES = (*Stage, UNKNOWN.slug, NO_STATUS.slug)
_NO_MAPPING = "the options are not a YAML mapping; write them as {stage: [active]}"


@dataclass(frozen=True, slots=True)
class Options:
    """What a marker asks for: which plans, and how they are shown.

    `stage`, `status`, `owner`, `tag`, `path` and `where` narrow; several values of one are alternatives. `group`,
    `sort` and `columns` go by the names in `views.values`; `limit` is how many plans a column or the table shows;
    `edges` sets which dependencies a graph shows: `live` or `all`. `section` and `due` set what a register is made of:
    the names of sections, and the labels that hold a date.
    """

    stage: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: str | None = None
    sort: str | None = None
    columns: tuple[str, ...] = ()
    limit: int | None = None
    compact: bool = False
    edges: str = "live"
    section: tuple[str, ...] = ()
    due: tuple[str, ...] = ()


def parse(written: str, settings: Settings, known: Collection[str] | None = None) -> Options:
    """The options of a marker as written; `known` are those that its view has, where it has not all.

    Raises:
        ValueError: with a line that says what is wrong and what to do.
    """
    try:
        given = yaml.load(written, Loader=yaml.BaseLoader) or {}  # noqa: S506  (it builds only texts)
    except (yaml.YAMLError, RecursionError):
        raise ValueError(_NO_MAPPING) from None
    if not isinstance(given, Mapping):
        raise ValueError(_NO_MAPPING)  # noqa: TRY004  (an author's mistake, not a caller's)
    own = known or tuple(_READERS)
    for name in given:
        if name not in own:
            near = "" if name in _READERS else did_you_mean(name, own)
            raise ValueError(f'there is no option "{name}"' + (near or f"; the options are {', '.join(own)}"))
    options = Options(**{str(name): _READERS[str(name)](str(name), value) for name, value in given.items()})
    for status in options.status:
        if resolve(status, settings) == UNKNOWN and status.casefold() != UNKNOWN.slug:
            names = ", ".join(each.name for each in settings.statuses)
            raise ValueError(f'there is no status "{status}"; the statuses are {names}')
    return options


def resolve(text: str, settings: Settings) -> Status:
    """The status that a slug, a name or an alias stands for."""
    wanted = text.casefold()
    every = (*settings.statuses, UNKNOWN, NO_STATUS)
    exact = (status for status in every if wanted in (status.slug, status.name.casefold()))
    return next(exact, None) or classify(text.replace("-", " "), settings)


def select(plans: Iterable[Plan], options: Options, settings: Settings) -> tuple[Plan, ...]:
    """The plans that satisfy every option."""
    return tuple(plan for plan in narrow(plans, options, settings) if is_owned(plan, options))


def is_owned(plan: Plan, options: Options) -> bool:
    """Whether a plan has one of the owners that are asked for, where any is."""
    return not options.owner or not named(plan.owner).isdisjoint(chain.from_iterable(map(named, options.owner)))


def narrow(listed: Iterable[Listed], options: Options, settings: Settings) -> tuple[Listed, ...]:
    """The plans, or the specs, that satisfy every option which goes for both."""
    slugs = {resolve(status, settings).slug for status in options.status}
    tags = _folded(options.tag)
    return tuple(
        each
        for each in listed
        if (not options.stage or (each.status.stage or each.status.slug) in options.stage)
        and (not slugs or each.status.slug in slugs)
        and (not tags or not tags.isdisjoint(_folded(each.document.tags)))
        and (not options.path or matches(each.path, options.path))
        and all(_says(labelled(each, label), values) for label, values in options.where.items())
    )


def _says(said: str, values: Iterable[str]) -> bool:
    """Whether a text is one of some values, or names one of them among others."""
    return not _folded(values).isdisjoint({said.casefold(), *named(said)})


def _folded(values: Iterable[str]) -> set[str]:
    return {value.casefold() for value in values}


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f'the option "{name}" takes text or a list of texts')


def _patterns(name: str, value: object) -> tuple[str, ...]:
    patterns = _texts(name, value)
    wrong = [pattern for pattern in patterns if compiled(pattern) is None]
    if wrong:
        raise ValueError(f'the option "{name}" takes patterns as in .gitignore, not "{wrong[0]}"')
    return patterns


def _names(name: str, value: object) -> tuple[str, ...]:
    names = _texts(name, value)
    if names and all(each.strip() for each in names):
        return names
    raise ValueError(f'the option "{name}" takes a name or a list of names')


def _sections(name: str, value: object) -> tuple[str, ...]:
    """Names of sections, and regular expressions between slashes as `sections:` has them."""
    names = _names(name, value)
    for each in filter(expressions.is_expression, names):
        try:
            expressions.compiled(each)
        except expressions.ExpressionError as error:
            raise ValueError(f'the option "{name}" cannot take {each}: {error}') from None
    return names


def _text(name: str, value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise ValueError(f'the option "{name}" takes text')


def _group(name: str, value: object) -> str | None:
    """The value to group by; None is by status, as without the option, the empty text is not at all."""
    text = _text(name, value)
    return {"status": None, "none": ""}.get(text.casefold(), text)


def _stages(name: str, value: object) -> tuple[str, ...]:
    stages = _texts(name, value)
    wrong = [stage for stage in stages if stage not in _STAGES]
    if wrong:
        raise ValueError(f'there is no stage "{wrong[0]}"; the stages are {", ".join(_STAGES)}')
    return stages


def _count(name: str, value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 7 and int(value):
        return int(value)
    raise ValueError(f'the option "{name}" takes a whole number above 0')


def _switch(name: str, value: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError(f'the option "{name}" takes true or false')


def _edges(name: str, value: object) -> str:
    if value in ("live", "all"):
        return str(value)
    raise ValueError(f'the option "{name}" takes live or all')


def _labels(name: str, value: object) -> Mapping[str, tuple[str, ...]]:
    if isinstance(value, Mapping):
        return MappingProxyType({str(label): _texts(f"{name}: {label}", item) for label, item in value.items()})
    raise ValueError(f'the option "{name}" takes labels with their values, as in {{where: {{Risk Level: High}}}}')


_READERS: Mapping[str, Callable[[str, object], Any]] = MappingProxyType(
    {
        "stage": _stages,
        "status": _texts,
        "owner": _texts,
        "tag": _texts,
        "path": _patterns,
        "where": _labels,
        "group": _group,
        "sort": _text,
        "columns": _texts,
        "limit": _count,
        "compact": _switch,
        "edges": _edges,
        "section": _sections,
        "due": _names,
    }
)
