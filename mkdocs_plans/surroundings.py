"""What is around the plans on disk, up to the top of the repository: plan templates, CODEOWNERS, baseline."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_plans import baseline, contents, git
from mkdocs_plans.baseline import Baseline
from mkdocs_plans.checks import templates
from mkdocs_plans.discovery import is_plan, sources
from mkdocs_plans.git.repository import Repository

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
    """Templates by their paths from the project's root, CODEOWNERS, paths to watch, the repository, the baseline."""

    templates: Mapping[str, Document] = field(default_factory=dict)
    codeowners: str = ""
    watched: tuple[str, ...] = ()
    repository: Repository = field(default_factory=Repository)
    baseline: Baseline = field(default_factory=Baseline)

    def published_at(self, url: str | None, edit_uri: str | None) -> Surroundings:
        """The same, with the addresses at which a forge shows the repository."""
        return replace(self, repository=replace(self.repository, url=url, edit_uri=edit_uri))


def gather(
    root: Path,
    entries: Iterable[Entry],
    settings: Settings,
    named: frozenset[str] = frozenset(),
    *,
    accept: bool = True,
) -> Surroundings:
    """Find what the checks and owners of the plans among the entries need.

    `named` are plans whatever their name; without `accept` the baseline is left out.

    Raises:
        BaselineError: where there is a baseline that cannot be used.
        TemplateError: where a template in mkdocs.yml does not exist.
    """
    files = {entry.place.path: entry.place.file for entry in entries}
    plans = [file for path, file in files.items() if path in named or is_plan(path, settings)]
    repository = repository_of(root, settings)
    wanted = templates.wanted(plans, settings, repository.top)
    found = {name: raw for name in wanted if (raw := _bytes(root, name)) is not None}
    templates.require(settings, found)
    read = {name: templates.read(raw, settings) for name, raw in found.items()}
    # The patterns of CODEOWNERS are relative to the top, and forges look for it nowhere else.
    places = (posixpath.join(repository.top, name) for name in _CODEOWNERS)
    owners = next((name for name in places if (root / name).is_file()), None)
    text = (_bytes(root, owners) or b"").decode("utf-8", "replace") if owners else ""
    accepted = baseline.load(root, frozenset(files.values())) if accept else Baseline()
    others = [name for name in (owners, accepted.file if accepted.accepted else None) if name]
    watched = tuple(os.path.normpath(root / name) for name in (*found, *others))
    return Surroundings(read, text, watched, repository, accepted)


def repository_of(root: Path, settings: Settings) -> Repository:
    """The repository as it is on disk: its top, its files, and the sources that belong to other repositories."""
    top = git.top(root) or root
    prefix = "" if top == root else f"{root.relative_to(top).as_posix()}/"
    return Repository(
        prefix=prefix,
        # A link may be too long for a path, and then `Path.exists` raises.
        exists=lambda file: os.path.exists(root / file),  # noqa: PTH110
        sources=sources.repositories(root, settings),
    )


def _bytes(root: Path, name: str) -> bytes | None:
    try:
        return contents.read(os.path.join(root, name), _LARGEST)  # noqa: PTH118  (as text, since there may be many)
    except OSError:
        return None
