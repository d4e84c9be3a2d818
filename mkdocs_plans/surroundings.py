"""What stands around the plans on disk: the team's plan templates and CODEOWNERS."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_plans.checks import templates
from mkdocs_plans.discovery import is_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.model import Document
    from mkdocs_plans.settings import Settings

# https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
_CODEOWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Templates by their paths from the project's root, the text of CODEOWNERS, and what `serve` should watch."""

    templates: Mapping[str, Document] = field(default_factory=dict)
    codeowners: str = ""
    watched: tuple[str, ...] = ()


def gather(root: Path, entries: Iterable[Entry], settings: Settings) -> Surroundings:
    """Look for what the checks and the owners of the plans among the entries may need."""
    plans = [entry.place.file for entry in entries if is_plan(entry.place.path, settings)]
    found = {name: raw for name in templates.wanted(plans, settings) if (raw := _bytes(root / name)) is not None}
    read = {name: templates.read(raw, settings) for name, raw in found.items()}
    owners = next((name for name in _CODEOWNERS if (root / name).is_file()), None)
    text = (_bytes(root / owners) or b"").decode("utf-8", "replace") if owners else ""
    watched = tuple(str(root / name) for name in (*found, *([owners] if owners else [])))
    return Surroundings(read, text, watched)


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError:
        return None
