"""The words on the pages: one table a language, filled up word by word from English, then from the team's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# A key that ends in `.one` stands for a count of one, its twin in `.other` for every other count.
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "plans": "Plans",
        "board": "Board",
        "table": "Table",
        "status-board": "Status board",
        "views": "Views of the plans",
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
        "id": "Id",
        "plan": "Plan",
        "spec": "Spec",
        "owner": "Owner",
        "status": "Status",
        "progress": "Progress",
        "created": "Created",
        "findings": "Findings",
        "next": "Next",
        "files": "Files",
        "tasks-done": "{done} of {total} tasks done",
        "no-tasks": "no tasks",
        "no-owner": "no owner",
        "derived": "derived",
        "derived-from-spec": "The plan declares no status; this is the status of its spec.",
        "derived-from-folder": "The plan declares no status; this is what its folder says.",
        "derived-from-progress": "The plan declares no status; this is what its ticked boxes say.",
        "wip": "limit {n}",
        "nothing-here": "nothing here",
        "no-plans": "No plans were found.",
        "no-plans-how": "A plan is a file named {patterns} below the docs folder.",
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
    }
)

LANGUAGES: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": ENGLISH})


class Words:
    """The words of one language: `words("as-of", date=…)`, `words.count("count", 3)`."""

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        base = LANGUAGES.get(language.partition("-")[0].casefold(), {})
        self._words = {**ENGLISH, **base, **own}

    def __call__(self, key: str, **values: object) -> str:
        """The word, with its `{…}` filled in."""
        text = self._words[key]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def count(self, key: str, n: int) -> str:
        """A counted thing: the form for one, or the form for many."""
        return self(f"{key}.one" if n == 1 else f"{key}.other", n=n)
