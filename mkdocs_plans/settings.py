"""The options that the core works with, as plain data, with the defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity, Stage, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

PALETTE = ("slate", "blue", "amber", "violet", "red", "brown", "green", "grey", "teal", "pink")

UNKNOWN = Status("Unknown", "unknown", None, "pink")
NO_STATUS = Status("No status", "none", None, "grey")

DEFAULT_STATUSES = (
    Status("Draft", "draft", Stage.TODO, "slate"),
    Status("Planned", "planned", Stage.TODO, "blue"),
    Status("In progress", "in-progress", Stage.ACTIVE, "amber"),
    Status("In review", "in-review", Stage.ACTIVE, "violet"),
    Status("Blocked", "blocked", Stage.PAUSED, "red"),
    Status("On hold", "on-hold", Stage.PAUSED, "brown"),
    Status("Done", "done", Stage.DONE, "green"),
    Status("Dropped", "dropped", Stage.DROPPED, "grey"),
)

DEFAULT_FOLDERS: Mapping[str, Stage] = MappingProxyType(
    {
        "active": Stage.ACTIVE,
        "completed": Stage.DONE,
        "archive": Stage.DONE,
        "deferred": Stage.PAUSED,
    }
)

# Where teams keep the template of their plans, relative to the folder that it applies to; the first one found counts.
TEMPLATE_PLACES = (
    ".specify/templates/plan-template.md",
    "templates/plan.md",
    "templates/plan-template.md",
    "_template/plan.md",
)

STAGE_COLORS: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.TODO: "slate",
        Stage.ACTIVE: "amber",
        Stage.PAUSED: "red",
        Stage.DONE: "green",
        Stage.DROPPED: "grey",
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """A folder or single file outside docs_dir.

    `path` counts from the project's folder, `mount` is its place in the site. If it is in another repository than
    mkdocs.yml, `repo_url` is that repository's address, and `edit_uri` leads from there to the folder in edit links.
    """

    path: str
    mount: str
    label: str | None = None
    template: str | None = None
    optional: bool = False
    repo_url: str | None = None
    edit_uri: str | None = None


def default_mount(path: str) -> str:
    """The place of a source without `mount`: its own path without leading dots, which MkDocs hides, and colons."""
    parts = [part.lstrip(".").replace(":", "-").strip() for part in path.replace("\\", "/").split("/")]
    return "/".join(part for part in parts if part) or "source"


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section that plans should have: its heading, other names for it, and from which stage or status on.

    An alias between slashes is a regular expression (`mkdocs_plans.expressions`). With a parent, the section is
    required below the section of that name, if a plan has it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    optional: bool = False
    start: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """The team's setting of a rule: its severity, and the paths that it does not check."""

    severity: Severity | None = None
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All options of the core, already validated. The names are those of mkdocs.yml."""

    include: tuple[str, ...] = ("plan.md", "*.plan.md")
    exclude: tuple[str, ...] = ("templates/", "_template/")
    sources: tuple[Source, ...] = ()
    root: str = "."
    index: str | None = "plans/index.md"
    board: str | None = "plans/board.md"
    export: str | None = "plans/plans.json"
    nav: str = "auto"
    template: str = "auto"
    sections: tuple[SectionSpec, ...] = ()
    statuses: tuple[Status, ...] = DEFAULT_STATUSES
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folders: Mapping[str, Stage] = field(default_factory=lambda: DEFAULT_FOLDERS)
    owners: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    header: bool = True
    show_findings: str = "always"
    stale_after: int = 30
    github_markdown: bool = True
    language: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)

    def first_of(self, stage: Stage) -> Status | None:
        """The first configured status of a stage; it gets the built-in words that no name or alias claims."""
        return next((status for status in self.statuses if status.stage is stage), None)
