"""What a plan is in its surroundings: its place, its status among the configured ones, its ties to others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mkdocs_plans.model.documents import Spec

if TYPE_CHECKING:
    from mkdocs_plans.model.documents import Document, Progress


class Stage(StrEnum):
    """What a status means, whatever the team calls it."""

    TODO = "todo"
    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether work is still ahead."""
        return self not in (Stage.DONE, Stage.DROPPED)


@dataclass(frozen=True, slots=True)
class Status:
    """One configured status: a column of the board.

    `color` is a name of the palette (`settings.PALETTE`). `own` says that the team configured it, so that its column
    stays when it is empty.
    """

    name: str
    slug: str
    stage: Stage | None
    color: str = "grey"
    emoji: str = ""
    aliases: tuple[str, ...] = ()
    wip: int | None = None
    own: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do where plans have this status; an unknown one may mean anything."""
        return self.stage is not None and not self.stage.is_open


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is: `path` in the site, `file` from the project's folder, `source` the mount that brought it."""

    path: str
    file: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """The stage that was concluded where a plan declares none, and from what: spec, folder, progress or none."""

    stage: Stage | None = None
    source: str = "none"


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie to another plan.

    Attributes:
        kind: `depends-on`, `blocks`, `supersedes`, `superseded-by` or `related`.
        text: What the plan says.
        path: The plan that is meant, or another page of the site; None where it is none of these.
        line: Where the plan says it.
        candidates: The plans that may be meant, where there are several.
        is_missing: Whether there should be such a plan, and is none.
    """

    kind: str
    text: str
    path: str | None = None
    line: int = 1
    candidates: tuple[str, ...] = ()
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan in its surroundings: its document, its status among the configured ones, its companions and ties."""

    place: Place
    document: Document
    id: str | None
    title: str
    status: Status
    derived: Derived = Derived()
    spec: Spec = Spec()
    owner: str | None = None
    owner_source: str | None = None
    progress: Progress | None = None
    companions: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def path(self) -> str:
        """The place in the site; patterns, markers and `data-path` use it."""
        return self.place.path

    @property
    def file(self) -> str:
        """The real file; messages, reports and the baseline use it."""
        return self.place.file

    @property
    def paths(self) -> tuple[str, ...]:
        """The places of the plan and of the files beside it."""
        return self.path, *self.companions

    @property
    def stage(self) -> Stage | None:
        """What the status means; None where it is unknown or absent."""
        return self.status.stage

    @property
    def is_over(self) -> bool:
        """Whether the plan is done or dropped."""
        return self.status.is_over

    @property
    def is_derived(self) -> bool:
        """Whether the status was concluded, not declared."""
        return self.document.status is None and self.status.stage is not None

    @property
    def said_status(self) -> str:
        """The name of the status as text shows it: in parentheses if nobody has declared it."""
        return f"({self.status.name})" if self.is_derived else self.status.name


@dataclass(frozen=True, slots=True)
class Specification:
    """A spec of the site: its document, its status among the configured ones, and the plans that fulfil it, by path."""

    place: Place
    document: Document
    id: str | None
    title: str
    status: Status
    plans: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The place in the site."""
        return self.place.path
