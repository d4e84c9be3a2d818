"""Where new plans go and how they are named: like the existing ones, else according to `include`."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_plans.model import Stage
from mkdocs_plans.patterns import fold
from mkdocs_plans.reading.values import folder_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from mkdocs_plans.settings import Settings

NAME = "*"
USUAL_FOLDER = "specs"
_PLAN = "plan.md"
_FLAT = re.compile(r"(.+?)((?:[-_. ]plan)?\.md)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=[-_. ]|\Z)")
_NUMBER = re.compile(r"((?:[A-Za-z]{1,12}-)?)(\d{1,6})")
_WILD = re.compile(r"[*?\[]")
_WILD_END = re.compile(r".*[*?\]]", re.DOTALL)
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Beginning:
    """How the names of features begin: with letters and the next number, with the date, or just with the title.

    `joint` is the separator between their words.
    """

    letters: str = ""
    is_numbered: bool = True
    is_dated: bool = False
    joint: str = "-"

    @classmethod
    def of(cls, name: str) -> Beginning:
        """The beginning of a name."""
        day, number = _DAY.match(name), _NUMBER.fullmatch(folder_id(name) or "")
        first = len(day[0] if day else number[0] if number else "")
        joint = "_" if name[first : first + 1] == "_" or ("_" in name and "-" not in name[first:]) else "-"
        return cls(number[1] if number else "", number is not None, day is not None, joint)

    @property
    def says_nothing(self) -> bool:
        """Whether a name consists only of the title."""
        return not (self.is_numbered or self.is_dated)


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of plans below the folder of all features.

    `form` is the path from there, with `*` in place of a feature's own name: `*/plan.md`, `*-plan.md`.
    """

    home: str
    form: str
    beginning: Beginning = Beginning()

    def file(self, name: str) -> str:
        """The plan of the feature of a name."""
        return posixpath.normpath(posixpath.join(self.home, self.form.replace(NAME, name, 1)))

    @property
    def spec_form(self) -> str | None:
        """The path of the spec from the folder of all features; None if its name would be meaningless."""
        folder, base = posixpath.split(self.form)
        if folder:
            return posixpath.join(folder, "spec.md")
        head, found, tail = base.rpartition("plan")
        return f"{head}spec{tail}" if found else None


def usual(files: Sequence[str], settings: Settings, tops: Collection[str] = ()) -> Layout | None:
    """The layout of most plans; `tops` are folders that hold features but are not features themselves.

    No plan starts in an archive: the folder above it is used instead.
    """
    bases = Counter(fold(posixpath.basename(file)) for file in files)
    found = [layout for file in files if (layout := _of(file, bases, tops))]
    counts = Counter((layout.home, layout.form) for layout in found)
    numbered = {(layout.home, layout.form) for layout in found if not layout.beginning.says_nothing}
    # A single folder may be anything, unless it has a number.
    likely = [
        place for place in sorted(counts) if place in numbered or counts[place] > 1 or counts[place] == len(files)
    ]
    if not likely:
        return None
    open_ones = [place for place in likely if not _is_closed(place[0], settings)]
    home, form = max(open_ones or likely, key=lambda place: (counts[place], place in numbered))
    beginnings = Counter(each.beginning for each in found if (each.home, each.form) == (home, form))
    layout = Layout(home, form, beginnings.most_common(1)[0][0])
    return layout if open_ones else replace(layout, home=posixpath.dirname(home))


def _is_closed(home: str, settings: Settings) -> bool:
    stage = {fold(name): stage for name, stage in settings.folders.items()}.get(fold(posixpath.basename(home)))
    return stage in (Stage.DONE, Stage.DROPPED)


def _of(file: str, bases: Counter[str], tops: Collection[str]) -> Layout | None:
    """The layout of one plan: in a folder of its own, by its name or its neighbours', or beside others."""
    folder, base = posixpath.split(file)
    home, feature = posixpath.split(folder)
    own = fold(base) == _PLAN or bases[fold(base)] > 1
    if own or (Beginning.of(base).says_nothing and not Beginning.of(feature).says_nothing):
        is_feature = feature not in ("", ".", "..") and folder not in tops
        return Layout(home, f"{NAME}/{base}", Beginning.of(feature)) if is_feature else None
    found = _FLAT.fullmatch(base)
    return Layout(folder, f"{NAME}{found[2]}", Beginning.of(found[1])) if found else None


def promised(settings: Settings, places: Iterable[tuple[str, str]]) -> Iterator[Layout]:
    """The layouts that `include` allows; `places` are folders of the project, each with its place in the site."""
    for folder, mount in places:
        for pattern in settings.include:
            if not pattern.startswith("!"):
                yield from _promised(pattern, folder, mount)


def _promised(pattern: str, folder: str, mount: str) -> Iterator[Layout]:
    parts = [part for part in pattern.split("/") if part not in ("", "**")]
    wild = next((at for at, part in enumerate(parts) if _WILD.search(part)), None)
    if not parts or any(_WILD.search(part) for part in parts[(wild or len(parts)) + 1 :]):
        return
    home = "/".join(parts[:-1] if wild is None else parts[:wild])
    form = f"{NAME}/{parts[-1]}" if wild is None else "/".join([_named(parts[wild]), *parts[wild + 1 :]])
    if mount and (home == mount or home.startswith(f"{mount}/")):
        home = home[len(mount) :].lstrip("/")
    yield Layout(posixpath.join(folder, home or ("" if mount else USUAL_FOLDER)).rstrip("/"), form)


def _named(part: str) -> str:
    """A part of a pattern with the name of a feature in place of all its wildcards."""
    first, last = _WILD.search(part), _WILD_END.match(part)
    return part[: first.start()] + NAME + part[last.end() :] if first and last else part


def next_number(names: Iterable[str], letters: str = "") -> str:
    """The number after the highest one that a name begins with, in as many digits as those have."""
    ids = (_NUMBER.fullmatch(folder_id(name) or "") for name in names)
    found = [each[2] for each in ids if each and each[1].casefold() == letters.casefold()]
    digits = max((len(number) for number in found), default=_DIGITS)
    return str(max(map(int, found), default=0) + 1).zfill(digits)


def number_of(name: str) -> str:
    """The number that a name begins with, without its letters; empty where it has none."""
    found = _NUMBER.fullmatch(folder_id(name) or "")
    return found[2] if found else ""
