"""Who owns a plan: the owner that it names, else CODEOWNERS, else `owners` in mkdocs.yml."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.patterns import compiled

if TYPE_CHECKING:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    from mkdocs_plans.model import Document
    from mkdocs_plans.settings import Settings

_WORDS = re.compile(r"(?:[^\s\\]|\\.)+")
_GITLAB_SECTION = re.compile(r"^\^?\[[^\[\]]{1,200}\](?:\[\d{1,3}\])?")


@dataclass(frozen=True)
class OwnerRule:
    """A pattern and the owners of what it matches; without owners, nobody owns these files."""

    pattern: GitIgnoreSpecPattern
    owners: tuple[str, ...]
    shallow: str | None = None

    def matches(self, path: str) -> bool:
        """Whether the rule applies to a file. Unlike in .gitignore, `docs/*` means only the files directly in docs."""
        path = unicodedata.normalize("NFC", path)  # macOS stores names decomposed
        if self.pattern.match_file(path) is None:
            return False
        return self.shallow is None or path.rpartition("/")[0] == self.shallow


def owner_of(
    plan_path: str, file_path: str | None, document: Document, codeowners: str, settings: Settings
) -> tuple[str | None, str | None]:
    """The owner of a plan and the source: `header`, `front-matter`, `section`, `footer`, `codeowners`, `owners`.

    CODEOWNERS has patterns for files of the repository, from its top, `settings.owners` for places in the site; in both
    the last pattern that matches counts. Both are None if nobody is named.

    Args:
        plan_path: The place in the site.
        file_path: The file, from the top of the repository; None if it is outside.
        document: The plan as read.
        codeowners: The text of CODEOWNERS.
        settings: The team's settings.
    """
    if document.owner is not None:
        fields = (field for field in document.fields if field.key == "owner" and document.owner in field.value)
        origin = next((field.origin.value for field in fields), "header")
        return document.owner, origin
    for path, rules, source in (
        (file_path, _codeowners(codeowners), "codeowners"),
        (plan_path, _configured(tuple(settings.owners.items())), "owners"),
    ):
        owners = next((rule.owners for rule in reversed(rules) if path and rule.matches(path)), ())
        if owners:
            return ", ".join(owners), source
    return None, None


@lru_cache(maxsize=8)
def _codeowners(text: str) -> tuple[OwnerRule, ...]:
    """The rules of a CODEOWNERS file: GitHub's syntax, and GitLab's sections with their default owners."""
    rules: list[OwnerRule] = []
    defaults: tuple[str, ...] = ()
    for line in text.splitlines():
        bare = line.strip()
        section = _GITLAB_SECTION.match(bare)
        if section:
            defaults = _owners(bare[section.end() :])
        elif bare and not bare.startswith("#"):
            pattern, *_ = _WORDS.findall(bare)
            owners = _owners(bare[len(pattern) :])
            rule = _rule(pattern, owners or defaults)
            rules += [rule] if rule else []
    return tuple(rules)


def _owners(text: str) -> tuple[str, ...]:
    """Names, teams and mail addresses, up to a comment."""
    return tuple(word for word in re.split(r"\s#|^#", text, maxsplit=1)[0].split() if "@" in word)


@lru_cache(maxsize=8)
def _configured(owners: tuple[tuple[str, str], ...]) -> tuple[OwnerRule, ...]:
    rules = (_rule(pattern, (team,)) for pattern, team in owners)
    return tuple(rule for rule in rules if rule)


def _rule(pattern: str, owners: tuple[str, ...]) -> OwnerRule | None:
    """A rule, or None if the pattern is invalid: CODEOWNERS has no negation."""
    found = compiled(unicodedata.normalize("NFC", pattern))
    if found is None or not found.include:
        return None
    shallow = pattern.strip("/").removesuffix("/*") if pattern.endswith("/*") and "*" not in pattern[:-1] else None
    return OwnerRule(found, owners, shallow)
