"""The words for statuses in the languages of public repositories, a table a language.

Each key of a table is the slug of a built-in status; `STAGES` says what it means for a team with its own statuses.
Phrases are compared without case, width, emoji, `-` and `_`, first at the start of a declared status, then within it.

A line of a table holds words that mean nearly the same: a new word goes there, or into a line of its own. Their order
says nothing. Each table is complete by itself: a word of several languages stands in each of their tables.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.reading import inline
from mkdocs_plans.reading.status.vocabulary import (
    chinese,
    english,
    french,
    german,
    italian,
    japanese,
    korean,
    portuguese,
    russian,
    spanish,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

STAGES: dict[str, Stage] = {
    "draft": Stage.TODO,
    "planned": Stage.TODO,
    "in-progress": Stage.ACTIVE,
    "in-review": Stage.ACTIVE,
    "blocked": Stage.PAUSED,
    "on-hold": Stage.PAUSED,
    "done": Stage.DONE,
    "dropped": Stage.DROPPED,
}

TABLES: tuple[Mapping[str, tuple[str, ...]], ...] = (
    english.WORDS,
    chinese.WORDS,
    french.WORDS,
    german.WORDS,
    italian.WORDS,
    japanese.WORDS,
    korean.WORDS,
    portuguese.WORDS,
    russian.WORDS,
    spanish.WORDS,
)

WORDS: dict[str, tuple[str, ...]] = {
    slug: tuple(dict.fromkeys(word for table in TABLES for word in table[slug])) for slug in STAGES
}


@cache
def phrases() -> frozenset[str]:
    """All of these words, as they are compared."""
    return frozenset(inline.words(word) for words in WORDS.values() for word in words)


# Read only if the words of a status say nothing.
EMOJI: Mapping[str, str] = {
    "✅": "done", "☑": "done", "✔": "done", "🎉": "done", "🚢": "done", "🚀": "done",
    "🚧": "in-progress", "🔄": "in-progress", "🏗": "in-progress", "⏳": "in-progress",
    "🔨": "in-progress", "🛠": "in-progress",
    "👀": "in-review", "🔍": "in-review",
    "📋": "planned", "📅": "planned", "🗓": "planned", "⬜": "planned",
    "🤔": "draft", "📝": "draft", "✏": "draft", "💡": "draft",
    "⛔": "blocked", "🚫": "blocked", "🛑": "blocked",
    "⏸": "on-hold", "💤": "on-hold", "🧊": "on-hold",
    "🗑": "dropped", "🪦": "dropped", "⏭": "dropped",
}  # fmt: skip
