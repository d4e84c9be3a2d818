"""`mkdocs-plans list`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from mkdocs_plans.commands.common import config_option, give_up, open_or_give_up, paths_argument, say, width

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from mkdocs_plans.model import Catalogue, Plan
    from mkdocs_plans.views.insight import Insight
    from mkdocs_plans.workspace import Workspace

# What every table shows, by the names that `--sort` takes; two of them the table calls by other names.
_COLUMNS = ("id", "plan", "status", "owner", "progress")
_CALLED = {"title": "plan", "tasks": "progress"}
# How many owners or tags a message names.
_NAMED_AT_MOST = 10


@click.command("list")
@paths_argument
@config_option
@click.option("--status", multiple=True, metavar="NAME", help="Only plans with a status, given as name, slug or alias.")
@click.option(
    "--stage",
    multiple=True,
    metavar="STAGE",
    help="Only plans in a stage: todo, active, paused, done, dropped, unknown, none.",
)
@click.option("--owner", multiple=True, metavar="NAME", help="Only plans of an owner.")
@click.option("--tag", multiple=True, metavar="NAME", help="Only plans with a tag.")
@click.option("--where", multiple=True, metavar="LABEL=VALUE", help="Only plans with this value in header or sections.")
@click.option(
    "--sort",
    metavar="NAME",
    callback=lambda _context, _option, name: _meant(name),
    help="Sort by id, title, status, owner, tasks, created, due or a label; -NAME reverses.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="A table for people, the data of plans.json, or rows for a spreadsheet.",
)
def list_plans(
    paths: tuple[str, ...],
    config_file: str | None,
    status: tuple[str, ...],
    stage: tuple[str, ...],
    owner: tuple[str, ...],
    tag: tuple[str, ...],
    where: tuple[str, ...],
    sort: str | None,
    form: str,
) -> None:
    """List plans with their id, status, owner, progress and title.

    A status in parentheses is derived from spec, folder or ticked boxes, because the plan declares none. Several values
    of one option are alternatives; several options must all match. JSON is always sorted by path.

    \b
    Examples:
      mkdocs-plans list                               all plans of the site
      mkdocs-plans list specs/012-login               the plans of one folder
      mkdocs-plans list --stage active --owner Ada    what Ada is working on
      mkdocs-plans list --where "Risk Level=High"     by a value in a section
      mkdocs-plans list --sort -created               newest first
      mkdocs-plans list --format csv > plans.csv      for a spreadsheet
    """
    workspace = open_or_give_up(paths, config_file)
    labels = _labels(where)
    if mistakes := _unknown(labels, sort, workspace.selected):
        give_up(mistakes)
    asked = {"status": status, "stage": stage, "owner": owner, "tag": tag, "where": labels}
    insights = {} if sort is None else _insights(workspace)
    catalogue = _chosen(workspace, {name: values for name, values in asked.items() if values}, sort, insights)
    if workspace.selected.plans and not catalogue.plans:
        say(_none_left({"owner": owner, "tag": tag}, workspace.selected))
    from mkdocs_plans.reports import export, rows, table

    if form == "json":
        text = export.to_json(catalogue, workspace.site)
    elif form == "csv":
        text = rows.render(catalogue.plans)
    else:
        text = table.render(catalogue.plans, width(), _sorted_by(sort, catalogue, insights))
    click.echo(text, nl=False)


def _meant(sort: str | None) -> str | None:
    """What to sort by where the name is what the table calls a column."""
    name = (sort or "").removeprefix("-")
    return (sort or "").removesuffix(name) + _CALLED.get(name.casefold(), name) or None


def _labels(where: tuple[str, ...]) -> dict[str, list[str]]:
    labels: dict[str, list[str]] = {}
    for item in where:
        label, equals, value = item.partition("=")
        if not equals or not label.strip():
            give_up([f'--where takes LABEL=VALUE, such as "Risk Level=High", not "{item}"'])
        labels.setdefault(label.strip().casefold(), []).append(value.strip())
    return labels


def _unknown(where: Collection[str], sort: str | None, catalogue: Catalogue) -> list[str]:
    """A mistake for each name that no plan has a value for, so a typo is not taken for an empty list."""
    if not catalogue.plans or not (where or sort):
        return []
    from mkdocs_plans.options.values import did_you_mean
    from mkdocs_plans.views.values import NAMES, labels

    own = labels(catalogue.documents.values())
    asked = [("--where", name, own) for name in where]
    if sort:
        asked.append(("--sort", sort.removeprefix("-").casefold(), own | NAMES.keys()))
    way_out = "; --format json shows what plans have"
    return [
        f'{option}: no plan has a value for "{name}"{did_you_mean(name, known) or way_out}'
        for option, name, known in asked
        if name not in known
    ]


def _none_left(asked: Mapping[str, tuple[str, ...]], catalogue: Catalogue) -> str:
    """Why no plan is left: a name that none of them has, or all of the options together."""
    from mkdocs_plans.views.owners import owners
    from mkdocs_plans.wording import listed

    names: Mapping[str, Callable[[Plan], Iterable[str]]] = {
        "owner": lambda plan: (owner.name for owner in owners(plan.owner)),
        "tag": lambda plan: plan.document.tags,
    }
    for option, values in asked.items():
        known = {name.casefold(): name for plan in catalogue.plans for name in names[option](plan)}
        wanted = [value.lstrip("@") for value in values]
        if wanted and known.keys().isdisjoint(map(str.casefold, wanted)):
            few = sorted(known.values())[:_NAMED_AT_MOST]
            every = f"the {option}s are {listed(few, len(known))}" if known else f"there are no {option}s"
            return f'no plan has the {option} "{values[0]}"; {every}'
    return "no plan matches all of these options"


def _chosen(
    workspace: Workspace, asked: dict[str, object], sort: str | None, insights: Mapping[str, Insight]
) -> Catalogue:
    """The plans that were asked for; options and their mistakes are those of markers."""
    catalogue = workspace.selected
    if not asked and sort is None:
        return catalogue
    from mkdocs_plans.views import selection, values

    try:
        # JSON is YAML, in which markers give the options.
        options = selection.parse(json.dumps(asked), workspace.settings)
    except ValueError as error:
        give_up([str(error)])
    plans: tuple[Plan, ...] = selection.select(catalogue.plans, options, workspace.settings)
    if sort is not None:
        plans = tuple(values.sort(plans, sort, insights))
    paths = {plan.path for plan in plans}
    of_plans = tuple(finding for finding in catalogue.findings if finding.path in paths)
    return replace(catalogue, plans=plans, findings=of_plans)


def _sorted_by(sort: str | None, catalogue: Catalogue, insights: Mapping[str, Insight]) -> dict[str, dict[str, str]]:
    """The column that a table is sorted by, if it is none of the usual ones: its name, and the values by path."""
    name = (sort or "").removeprefix("-")
    if not name or name.casefold() in _COLUMNS:
        return {}
    from mkdocs_plans.views import values

    found = {plan.path: values.value(plan, name, insights[plan.path]) for plan in catalogue.plans}
    return {name[:1].upper() + name[1:]: found}


def _insights(workspace: Workspace) -> Mapping[str, Insight]:
    """What sorting knows about each plan; computed only for a list that is sorted."""
    from mkdocs_plans.views import insight

    return insight.insights(workspace.selected, workspace.settings, workspace.site, {})
