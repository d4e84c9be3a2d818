"""The words on the pages: one table a language, filled up word by word from English, then from the team's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.checks.wording import plain
from mkdocs_plans.views.translations import GERMAN, JAPANESE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.model import Status

# A key that ends in `.one` stands for a count of one, its twin in `.other` for every other count.
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "plans": "Plans",
        "board": "Board",
        "table": "Table",
        "status-board": "Status board",
        "views": "Views of the plans",
        "above": "Above this page",
        "around": "The plans before and after",
        "columns": "Columns of the board",
        "stages": "Plans by stage",
        "count.one": "{n} plan",
        "count.other": "{n} plans",
        "as-of": "as of {date}",
        "todo": "To do",
        "active": "Active",
        "paused": "Paused",
        "done": "Done",
        "dropped": "Dropped",
        "unknown": "Unknown",
        "none": "No status",
        "status-draft": "Draft",
        "status-planned": "Planned",
        "status-in-progress": "In progress",
        "status-in-review": "In review",
        "status-blocked": "Blocked",
        "status-on-hold": "On hold",
        "status-done": "Done",
        "status-dropped": "Dropped",
        "id": "Id",
        "plan": "Plan",
        "spec": "Spec",
        "spec-changed": "changed on {date}, after this plan",
        "owner": "Owner",
        "status": "Status",
        "progress": "Progress",
        "created": "Created",
        "updated": "Updated",
        "changed": "Changed",
        "since": "Since",
        "tag": "Tag",
        "tags": "Tags",
        "folder": "Folder",
        "source": "Source",
        "waits": "Waits for",
        "needed-by": "Needed by",
        "replaces": "Replaces",
        "replaced-by": "Replaced by",
        "named-by": "Named by",
        "related": "Related",
        "not-found": "not found",
        "depends-on": "Depends on",
        "blocks": "Needed by",
        "supersedes": "Replaces",
        "superseded-by": "Replaced by",
        "findings": "Findings",
        "next": "Next",
        "files": "Files",
        "tasks": "tasks",
        "tasks-done": "{done} of {total} tasks done",
        "no-tasks": "no tasks",
        "no-owner": "no owner",
        "no-value": "without",
        "waits-for": "blocked by",
        "today": "today",
        "days": "{n} d",
        "months": "{n} mo",
        "years": "{n} y",
        "last-changed": "last changed on {date}",
        "not-changed": "no change for {n} days",
        "in-status": "in this status since {date}",
        "tile-active": "In progress",
        "tile-unowned": "{n} without owner",
        "tile-waiting": "Waiting",
        "tile-paused": "{n} paused",
        "tile-recent": "Changed within a week",
        "tile-moved": "{n} with a new status",
        "tile-stale": "No change in {days} days",
        "tile-moving": "while under way",
        "tile-missing": "Sections missing",
        "tile-findings": "{n} with findings",
        "filter": "Filter plans",
        "any-status": "Any status",
        "any-owner": "Any owner",
        "any-tag": "Any tag",
        "any-folder": "Any folder",
        "with-findings": "with findings",
        "reset": "Reset",
        "reset-key": "Reset (Esc)",
        "shown": "{n} of {total}",
        "not-shown": "{n} not shown",
        "copy": "Copy as",
        "copied": "copied",
        "more": "{n} more",
        "derived": "derived",
        "derived-from-spec": "The plan declares no status; this is the status of its spec.",
        "derived-from-folder": "The plan declares no status; this is what its folder says.",
        "derived-from-progress": "The plan declares no status; this is what its ticked boxes say.",
        "wip": "limit {n}",
        "wip-over": "over the limit of {n}",
        "nothing-here": "nothing here",
        "no-plans": "No plans were found.",
        "no-plans-how": "A plan is a file named {patterns} below the docs folder.",
        "none-selected": "No plan is like this.",
        "found-elsewhere": "These look like plans:",
        "found-in": "{n} in {folder}",
        "paste": "To show them, put this into mkdocs.yml:",
        "missing.one": "{n} section missing",
        "missing.other": "{n} sections missing",
        "finding.one": "{n} finding",
        "finding.other": "{n} findings",
        "line": "line {n}",
        "wrong-marker": "This view cannot be shown:",
        "no-title": "Untitled",
        "dependencies": "Dependencies",
        "dependency.one": "{n} dependency",
        "dependency.other": "{n} dependencies",
        "alone.one": "{n} plan without dependencies",
        "alone.other": "{n} plans without dependencies",
        "alone-open.one": "{n} open plan without open dependencies",
        "alone-open.other": "{n} open plans without open dependencies",
        "arrow": "An arrow leads from a plan to what waits for it.",
        "circle": "circle",
        "as-list": "As a list",
        "nothing-waits": "No plan waits for another one.",
        "too-large": "This is too much for a drawing; here it is as a list.",
        "specs": "Specs",
        "spec-count.one": "{n} spec",
        "spec-count.other": "{n} specs",
        "without-plan": "{n} without plan",
        "no-plan": "no plan",
        "ahead": "ahead of its spec",
        "without-spec.one": "{n} plan without a spec on this site",
        "without-spec.other": "{n} plans without a spec on this site",
        "no-specs": "There is no spec here.",
        "open-questions": "Open questions",
        "due": "Due",
        "question": "Question",
        "item": "Item",
        "entry.one": "{n} entry",
        "entry.other": "{n} entries",
        "in-plans.one": "in {n} plan",
        "in-plans.other": "in {n} plans",
        "overdue": "{n} overdue",
        "late": "{age} overdue",
        "undated": "{n} without a date",
        "settled": "{n} settled",
        "unlisted.one": "{n} plan has filled it in, with nothing to list",
        "unlisted.other": "{n} plans have filled it in, with nothing to list",
        "unfilled.one": "{n} plan has not filled it in",
        "unfilled.other": "{n} plans have not filled it in",
    }
)

LANGUAGES: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": ENGLISH, "de": GERMAN, "ja": JAPANESE})


class Words:
    """The words of one language: `words("as-of", date=…)`, `words.count("count", 3)`."""

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        self._words = {**ENGLISH, **(_table(language) or {}), **own}

    def __call__(self, key: str, **values: object) -> str:
        """The word, with its `{…}` filled in."""
        text = self._words[key]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def count(self, key: str, n: int) -> str:
        """A counted thing: the form for one, or the form for many."""
        return self(f"{key}.one" if n == 1 else f"{key}.other", n=n)

    def status(self, status: Status) -> str:
        """The name of a status: the team's own as they wrote it, a default one in the language of the pages."""
        if status.stage is None:
            return self(status.slug)
        return status.name if status.own else self._words.get(f"status-{status.slug}", status.name)

    def label(self, name: str) -> str:
        """The heading for a value: a word where there is one, else the label as the team wrote it."""
        return self._words.get(name.casefold(), name)

    def age(self, days: int) -> str:
        """An age in the largest unit that it fills."""
        if days < 1:
            return self("today")
        if days < 60:
            return self("days", n=days)
        return self("months", n=days // 30) if days < 730 else self("years", n=days // 365)


def untranslated(language: str, own: Mapping[str, str]) -> str | None:
    """What to say of a language that we have no words of, where the team has not said them all."""
    if _table(language) is not None or own.keys() >= ENGLISH.keys():
        return None
    return (
        f'language: there are no words for "{plain(language)}", so that the pages speak English; use one of'
        f" {', '.join(LANGUAGES)}, or say them in words"
    )


def _table(language: str) -> Mapping[str, str] | None:
    return LANGUAGES.get(language.replace("_", "-").partition("-")[0].casefold())
