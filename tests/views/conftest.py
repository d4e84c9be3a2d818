"""Plans made by hand, for what views do with them."""

from __future__ import annotations

import dataclasses

import pytest

from mkdocs_plans.model import Document, Fact, Field, Origin, Place, Plan, Relation, Section
from mkdocs_plans.settings import DEFAULT_STATUSES, NO_STATUS, UNKNOWN
from mkdocs_plans.views.insight import Insight

STATUSES = {status.slug: status for status in (*DEFAULT_STATUSES, UNKNOWN, NO_STATUS)}


@pytest.fixture
def plan():
    """A plan: its id, its status by slug, and whatever else counts."""

    def make(id_="001", status="in-progress", *, path=None, after=(), fields=(), facts=(), **values):
        said = {name: values.pop(name) for name in ("tags", "created", "updated") if name in values}
        document = Document(
            fields=tuple(Field(label, value, 1, Origin.HEADER) for label, value in fields),
            sections=(Section("Risks", 2, 9, 20, file_facts=tuple(Fact(label, value, 10) for label, value in facts)),),
            **said,
        )
        place = path or f"specs/{id_ or 'x'}-feature/plan.md"
        return Plan(
            place=Place(place, place),
            document=document,
            id=id_,
            title=values.pop("title", f"Plan {id_}"),
            status=STATUSES[status],
            relations=tuple(Relation("depends-on", other, other) for other in after),
            **values,
        )

    return make


@pytest.fixture
def insights():
    """An insight for each plan; days of change by id."""

    def make(plans, changed=None, **values):
        days = changed or {}
        return {each.path: dataclasses.replace(Insight(changed=days.get(each.id)), **values) for each in plans}

    return make


def ids(plans):
    return [each.id for each in plans]
