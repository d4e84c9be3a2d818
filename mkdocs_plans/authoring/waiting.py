"""Specs without a plan: the folder or file beside which a plan can be written."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.authoring.layouts import NAME, Layout, number_of
from mkdocs_plans.reading import read
from mkdocs_plans.reading.inline import words
from mkdocs_plans.relating.naming import normal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs_plans.settings import Settings

_NUMBERED = re.compile(r"^(?:[A-Za-z]{1,12}-)?\d{1,6}[-_. ]|^\d{4}-\d\d-\d\d[-_. ]")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A spec without a plan: the feature's name, the spec's file from the project's folder, its own id and title."""

    name: str
    file: str
    id: str | None
    title: str | None

    @property
    def called(self) -> str:
        """The title of the feature: the spec's, or one made from its name."""
        words_of_name = _NUMBERED.sub("", self.name).replace("-", " ").replace("_", " ").strip()
        return self.title or words_of_name[:1].upper() + words_of_name[1:] or self.name

    def is_named(self, text: str) -> bool:
        """Whether a text names the spec: by its title, its name, its number, its id or its path."""
        slug = _NUMBERED.sub("", self.name)
        names = (self.title, self.name, slug, number_of(self.name), self.id, self.file, posixpath.dirname(self.file))
        wanted = {normal(words(text)), normal(text.rstrip("/"))}
        return any(normal(each) in wanted or normal(words(each)) in wanted for each in names if each)


def find(root: Path, layout: Layout, settings: Settings) -> Iterator[Waiting]:
    """The specs of a layout that have no plan, in the order of their names."""
    form = layout.spec_form
    folder = root / layout.home
    if form is None or not folder.is_dir():
        return
    head, tail = form.split(NAME, 1)
    for entry in sorted(folder.iterdir()):
        name = entry.name
        if not head and "/" not in tail and not name.endswith(tail):
            continue
        feature = name if tail.startswith("/") else name.removeprefix(head).removesuffix(tail)
        if (found := of_feature(root, layout, feature, settings)) is not None:
            yield found


def of_feature(root: Path, layout: Layout, name: str, settings: Settings) -> Waiting | None:
    """The spec of the feature with a name, if it has a spec and no plan."""
    form = layout.spec_form
    file = posixpath.normpath(posixpath.join(layout.home, form.replace(NAME, name, 1))) if form and name else None
    if file is None or not (root / file).is_file() or (root / layout.file(name)).exists():
        return None
    try:
        document = read((root / file).read_bytes(), settings)
    except OSError:
        return None
    return Waiting(name, file, document.id, document.title)
