"""The options of a marker, and the plans that they select."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import yaml

from mkdocs_plans.model import Stage
from mkdocs_plans.options import values
from mkdocs_plans.patterns import matches
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
# How many mistakes of one marker are reported.
_TOLD = 3
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
    """The options of a marker as written; `known` are the options of its view, if it does not have all.

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
            near = "" if name in _READERS else values.did_you_mean(name, own)
            raise ValueError(f'there is no option "{name}"' + (near or f"; the options are {', '.join(own)}"))
    try:
        options = Options(**values.known(given, _READERS, "option"))
    except values.OptionError as error:
        raise ValueError("; ".join(error.mistakes[:_TOLD])) from None
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
    """Whether a plan has one of the owners that are asked for, if any."""
    return not options.owner or not named(plan.owner).isdisjoint(chain.from_iterable(map(named, options.owner)))


def narrow(listed: Iterable[Listed], options: Options, settings: Settings) -> tuple[Listed, ...]:
    """The plans or specs that satisfy every option that applies to both."""
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


def _some(read: values.Reader) -> values.Reader:
    """A reader of a list that is not empty."""

    def read_some(value: object) -> tuple[str, ...]:
        names: tuple[str, ...] = read(value)
        if not names:
            raise values.OptionError(["expected at least one name"])
        return names

    return read_some


def _group(value: object) -> str | None:
    """The value to group by; None groups by status, as without the option, the empty text not at all."""
    name = values.text(value)
    return {"status": None, "none": ""}.get(name.casefold(), name)


def _stages(value: object) -> tuple[str, ...]:
    return values.list_of("stages", value, values.one_of(*_STAGES))


def _count(value: object) -> int:
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 7
    return values.count(int(str(value)) if is_number else value)


def _switch(value: object) -> bool:
    return values.boolean(value == "true" if value in ("true", "false") else value)


def _value(value: object) -> str:
    """What a label has to say; the empty text is for plans that do not have it."""
    return values.text(value) if value != "" else ""


_READERS: Mapping[str, values.Reader] = MappingProxyType(
    {
        "stage": _stages,
        "status": values.texts,
        "owner": values.texts,
        "tag": values.texts,
        "path": values.patterns,
        "where": values.named(partial(values.list_of, "texts", read=_value)),
        "group": _group,
        "sort": values.text,
        "columns": values.texts,
        "limit": _count,
        "compact": _switch,
        "edges": values.one_of("live", "all"),
        "section": _some(values.headings),
        "due": _some(values.texts),
    }
)
