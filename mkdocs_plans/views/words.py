"""The words on the pages: one table a language, gaps filled from English; the team's own words come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.languages import ENGLISH, LANGUAGES, is_few, table
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plans.model import Status


class Words:
    """The words of one language: `words("as-of", date=…)`, `words.count("count", 3)`."""

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        self._language = language
        self._words = {**ENGLISH, **(table(language) or {}), **own}
        for key in own:
            # The team's own word is for every count that it gives no other one for.
            self._words.pop(f"{key.removesuffix('.other')}.few", None)

    def __call__(self, key: str, **values: object) -> str:
        """The word, with its `{…}` filled in."""
        text = self._words[key]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def count(self, key: str, n: int) -> str:
        """A counted thing in the form for its number; words that only ever count many have no form for one."""
        form = "one" if n == 1 else "few" if is_few(self._language, n) else "other"
        forms = (f"{key}.{form}", f"{key}.other", key)
        return self(next(name for name in forms if name in self._words), n=n)

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
            return self.count("days", days)
        return self.count("months", days // 30) if days < 730 else self.count("years", days // 365)

    def ago(self, days: int) -> str:
        """How long ago something was."""
        return self("ago", age=self.age(days)) if days >= 1 else self("today")


def untranslated(language: str, own: Mapping[str, str]) -> str | None:
    """The advice for a language without a translation, unless the team gives all words itself."""
    if table(language) is not None or own.keys() >= ENGLISH.keys():
        return None
    return (
        f'language: there is no translation for "{plain(language)}", so pages are in English; use one of'
        f" {', '.join(LANGUAGES)}, or give the texts in `words`"
    )
