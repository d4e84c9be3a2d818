"""The baseline: findings that are accepted for now, in a file that can be reviewed in git.

Its keys are rule, file and what, not lines, so edits above a finding do not bring the finding back. A file that was
renamed in git since the baseline was written keeps its entries, as do entries of other files that name it.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_plans import contents
from mkdocs_plans.git import changes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from mkdocs_plans.model import Finding

FILE_NAME = "plans-baseline.json"
SCHEMA_VERSION = 1

# What gives a place in JSON; and how deep entries lie: {"findings": {file: {rule: [what]}}}.
_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}\n]')
_DEPTH = 5

# Separates the files of a cycle in `what`.
ARROW = " → "
# Rules whose `what` names other files; a cycle starts with its smallest.
_ABOUT_OTHERS = frozenset({"dependency-cycle", "dependency-open", "supersedes-mismatch", "plan-ahead-of-spec"})

# File, rule and what; findings about the whole site have an empty file.
Key = tuple[str, str, str]


class BaselineError(ValueError):
    """A baseline that cannot be used; the message is one line that names the file."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is accepted.

    Attributes:
        accepted: The findings, by their keys.
        file: The baseline's path from the project's folder.
        text: What stands in the file.
        renamed: The entries that the file has under old names of files, each with what it is now.
    """

    accepted: Mapping[Key, int] = field(default_factory=dict)
    file: str = FILE_NAME
    text: str = ""
    renamed: Mapping[Key, Key] = field(default_factory=dict)

    def part(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Key, ...]]:
        """The findings that are new, those that are accepted, and the entries that no longer occur."""
        left = Counter(self.accepted)
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            key = key_of(finding)
            (known if left[key] > 0 else new).append(finding)
            left[key] -= 1
        return tuple(new), tuple(known), tuple(sorted(key for key, count in left.items() if count > 0))

    def lines(self, keys: Collection[Key]) -> Mapping[Key, int]:
        """These entries with their lines in the file; that of the last one where several are equal."""
        if not keys:
            return {}
        places = {self.renamed.get(key, key): line for key, line in _places(self.text)}
        return {key: places.get(key, 1) for key in keys}


def key_of(finding: Finding) -> Key:
    """What identifies a finding, whatever its line."""
    return finding.file, finding.rule, finding.what


def to_json(findings: Iterable[Finding]) -> str:
    """The text of a baseline that accepts these findings: file, rule, and what was found, all sorted."""
    files: dict[str, dict[str, list[str]]] = {}
    for file, rule, what in sorted(key_of(finding) for finding in findings):
        files.setdefault(file, {}).setdefault(rule, []).append(what)
    text = json.dumps({"schemaVersion": SCHEMA_VERSION, "findings": files}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def new_ones(root: Path, findings: Iterable[Finding]) -> int | None:
    """How many of these findings the baseline of a folder does not accept; None where it has none that can be read."""
    try:
        before = load(root, ())
    except BaselineError:
        return None
    return len(before.part(findings)[0]) if (root / FILE_NAME).exists() else None


def load(root: Path, files: Collection[str]) -> Baseline:
    """The baseline of a project's folder; an empty one if there is none.

    Args:
        root: The project's folder.
        files: The files that exist now, from that folder; entries of other files are looked up under new names.

    Raises:
        BaselineError: for a file that cannot be read, or does not have the shape that `to_json` writes.
    """
    path = root / FILE_NAME
    try:
        text = contents.read(path).decode("utf-8")
    except FileNotFoundError:
        return Baseline()
    except (OSError, ValueError) as error:
        remedy = "write it again with --write-baseline"
        raise BaselineError(f"{path}: cannot be read ({_reason(error)}); {remedy}") from None
    try:
        accepted = Counter(_keys(json.loads(text)))
    except (ValueError, TypeError, RecursionError) as error:
        place = f"{path}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else str(path)
        reason = error.msg if isinstance(error, json.JSONDecodeError) else _reason(error)
        raise BaselineError(
            f"{place}: is not a baseline ({reason}); fix it, or write it again with --write-baseline"
        ) from None
    renamed = _renamed(accepted, root, files)
    moved: Counter[Key] = Counter()
    for key, count in accepted.items():
        moved[renamed.get(key, key)] += count
    return Baseline(moved, text=text, renamed=renamed)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error).partition("\n")[0]


def _keys(data: object) -> list[Key]:
    if not isinstance(data, dict) or data.get("schemaVersion") != SCHEMA_VERSION:
        raise ValueError(f"expected schemaVersion {SCHEMA_VERSION}")
    files = _mapping(data.get("findings"), "findings")
    found: list[Key] = []
    for file, rules in files.items():
        for rule, names in _mapping(rules, file).items():
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise ValueError(f'expected a list of texts for "{rule}" of "{file}"')
            found += [(file, rule, name) for name in names]
    return found


def _mapping(value: object, name: str) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise ValueError(f'expected a mapping for "{name}"')


def _places(text: str) -> Iterator[tuple[Key, int]]:
    """The entries of a baseline, each with its line, however the file is laid out."""
    line, path = 1, [""]
    for mark in _MARK.findall(text):
        if mark == "\n":
            line += 1
        elif mark in "[{":
            path.append("")
        elif mark in "]}":
            path.pop()
        else:
            path[-1] = mark
            if len(path) == _DEPTH and path[1] == '"findings"':
                file, rule, what = map(json.loads, path[2:])
                yield (file, rule, what), line


def _renamed(accepted: Iterable[Key], root: Path, files: Collection[str]) -> Mapping[Key, Key]:
    """The entries that name files under old names, each with what it is under the new ones."""
    named = {name for key in accepted for name in _files(key) if name}
    # A name may be too long for a path, and then `Path.exists` raises.
    gone = {name for name in named if name not in files and not os.path.exists(root / name)}  # noqa: PTH110
    names = changes.renames(root, FILE_NAME) if gone else {}
    new = {old: names[old] for old in gone if old in names}
    return {key: _under(new, key, files) for key in accepted if not new.keys().isdisjoint(_files(key))}


def _files(key: Key) -> tuple[str, ...]:
    """The files that an entry names: its own, and those in `what`."""
    file, rule, what = key
    return (file, *what.split(ARROW)) if rule in _ABOUT_OTHERS else (file,)


def _under(names: Mapping[str, str], key: Key, files: Collection[str]) -> Key:
    """An entry under the new names of its files."""
    _, rule, what = key
    file, *others = (names.get(name, name) for name in _files(key))
    if others[:1] == [file]:
        # A cycle; a long one ends with a count ("3 more"), which is not a file.
        first = others.index(min(others, key=lambda name: (name not in files, name)))
        others = [*others[first:], *others[:first]]
        file = others[0]
    return file, rule, ARROW.join(others) if others else what
