"""The data of the project: documents, plans, findings and the catalogue that holds them.

All of it is frozen and does no input or output. Each step of the flow takes the values of the step before and returns
new ones: reading makes a `Document` from bytes, relating a `Catalogue` of `Plan`s, checking `Finding`s.
Lines count from 1. Paths are relative and have forward slashes on every system.
"""

from mkdocs_plans.model.catalogue import Catalogue, Finding, Party, Severity
from mkdocs_plans.model.documents import (
    Comment,
    Defect,
    Document,
    Fact,
    Field,
    Link,
    Mention,
    Origin,
    Progress,
    Record,
    Reference,
    Section,
    SectionState,
    Spec,
    Task,
)
from mkdocs_plans.model.plans import Derived, Place, Plan, Relation, Specification, Stage, Status

__all__ = [
    "Catalogue",
    "Comment",
    "Defect",
    "Derived",
    "Document",
    "Fact",
    "Field",
    "Finding",
    "Link",
    "Mention",
    "Origin",
    "Party",
    "Place",
    "Plan",
    "Progress",
    "Record",
    "Reference",
    "Relation",
    "Section",
    "SectionState",
    "Severity",
    "Spec",
    "Specification",
    "Stage",
    "Status",
    "Task",
]
