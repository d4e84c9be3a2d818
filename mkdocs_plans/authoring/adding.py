"""Add a status to a plan that declares none, in the style of its header if it has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.authoring import text, values
from mkdocs_plans.model import Origin
from mkdocs_plans.reading import encoding, frontmatter, read
from mkdocs_plans.reading.labels import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.model import Document, Field
    from mkdocs_plans.settings import Settings

_STATUS = "status"
# The label in the script of a plan; Japanese mixes kana with Chinese characters, so kana come first.
_LABELS = (
    (re.compile("[\u3040-\u30ff]"), "ステータス"),
    (re.compile("[\uac00-\ud7a3]"), "상태"),
    (re.compile("[\u0400-\u04ff]"), "Статус"),
    (re.compile("[\u4e00-\u9fff]"), "状态"),
)
# An emoji or an icon before a label belongs to that label.
_PICTURE = re.compile(r"(?:[^\x00-\x7f]+|:[a-z0-9_+-]{1,60}:)\s?")
_FOLLOWS = re.compile(r"[ \t]*(?:[-*+] |\d+[.)] |\|)")


def added(whole: str, status: str, settings: Settings) -> str | None:
    """The text with a status added; None if there is no place where it would be read correctly."""
    mark = "\ufeff" if whole.startswith("\ufeff") else ""
    lines = text.split_lines(whole.removeprefix(mark))
    before = _read(lines, settings)
    for edited in _ways(lines, before, status, settings):
        if _is_all_that_is_new(before, _read(edited, settings), status):
            return mark + "".join(edited)
    return None


def _read(lines: Sequence[str], settings: Settings) -> Document:
    return read(text.encoded("".join(lines)), settings)


def _is_all_that_is_new(before: Document, after: Document, status: str) -> bool:
    """Whether a plan now declares the status, and nothing else has changed."""
    said = [(field.label, field.value) for field in after.fields if field != after.status]
    kept = [(field.label, field.value) for field in before.fields if field.value or field.key != _STATUS]
    return (
        after.status is not None
        and after.status.value == status
        and said == kept
        and (after.title, len(after.sections), len(after.defects))
        == (before.title, len(before.sections), len(before.defects))
    )


def _ways(lines: list[str], document: Document, status: str, settings: Settings) -> Iterator[list[str]]:
    """The lines with the status in each possible place, the best first."""
    known = [field for field in document.fields if field.key]
    above = [field for field in known if field.origin is Origin.FRONT_MATTER]
    head = [field for field in known if field.origin is Origin.HEADER]
    for field in known:
        if field.key == _STATUS and not field.value:
            yield _filled(lines, field, status)
    in_front = list(_in_front_matter(lines, status, settings))
    if above or not head:
        yield from in_front
    for field in _anchors(head):
        yield from _beside(lines, field, status, _label(field.label, lines), settings)
    yield from in_front
    yield _below_title(lines, document, f"**{_label('', lines)}**: {status}")


def _filled(lines: list[str], field: Field, status: str) -> list[str]:
    """The lines with the status after a label that has no value."""
    at = field.line - 1
    return [*lines[:at], values.behind_label(lines[at], field, status), *lines[at + 1 :]]


def _in_front_matter(lines: list[str], status: str, settings: Settings) -> Iterator[list[str]]:
    """The lines with the status in the front matter: as the value of an empty key, or as the last key."""
    front, labels, value = text.front_matter(lines), table_of(settings), values.as_yaml(status)
    read_as = encoding.decode(text.encoded("".join(lines))).text
    if not front.stop or frontmatter.split(read_as).first_line == 1:
        return
    keys = [key for at in front if (key := values.key_of(lines[at]))]
    for at in front:
        key = values.key_of(lines[at])
        if key and not key.value and (label := labels.find(key.name)) and label.key == _STATUS:
            yield [*lines[:at], key.saying(value), *lines[at + 1 :]]
    name = "Status" if keys and all(key.name[:1].isupper() for key in keys) else _STATUS
    yield [*lines[: front.stop], f"{name}: {value}{text.end_of(''.join(lines))}", *lines[front.stop :]]


def _anchors(head: Sequence[Field]) -> list[Field]:
    """The fields beside which a status may go: the spec's, then the first and the last one."""
    specs = [field for field in head if field.key == "spec"]
    return [*specs[:1], *head[:1], *head[-1:]]


def _beside(lines: list[str], field: Field, status: str, label: str, settings: Settings) -> Iterator[list[str]]:
    """The lines with the status in the style of a header field: in the same line if others are there, else its own."""
    at = field.line - 1
    line = lines[at].rstrip("\r\n")
    end = lines[at][len(line) :] or text.end_of("".join(lines))
    if line.lstrip("> \t").startswith("#"):
        return
    value = values.written(line, field, settings)
    alike = _alike(line, field, value, label, status)
    if not value or alike is None:
        return
    bare = line.rstrip()
    separator = -1 if line.lstrip("> \t").startswith("|") else max(map(bare.rfind, values.CELLS))
    if separator >= 0:
        last = _alike(bare[len(bare[:separator].rstrip()) :], field, value, label, status)
        if last is not None:
            yield [*lines[:at], f"{bare}{last}{line[len(bare) :]}{end}", *lines[at + 1 :]]
        return
    following = lines[at + 1].strip("> \t\r\n") if at + 1 < len(lines) else ""
    if following or _FOLLOWS.match(line.lstrip("> \t")):
        own = lines[at] if lines[at].endswith(("\r", "\n")) else lines[at] + end
        yield [*lines[:at], own, alike + end, *lines[at + 1 :]]
    else:
        # Before the last line of a paragraph, so that line is not changed.
        yield [*lines[:at], f"{alike.rstrip()}  {end}", *lines[at:]]


def _alike(written: str, field: Field, value: str | None, label: str, status: str) -> str | None:
    """A copy of a line, or a part of one, with the status in place of another field."""
    start = written.find(field.label)
    behind = start + len(field.label)
    at = written.find(value, behind) if value and start >= 0 else -1
    if at < 0 or not value:
        return None
    return _PICTURE.sub("", written[:start]) + label + written[behind:at] + status + written[at + len(value) :]


def _below_title(lines: list[str], document: Document, line: str) -> list[str]:
    """The lines with a new one below the title, a blank line around it; at the top if there is no title."""
    whole = "".join(lines)
    end = text.end_of(whole)
    titled = any(section.level == 1 and section.line == document.title_line for section in document.sections)
    if titled:
        at = document.title_line
        at += at < len(lines) and bool(lines[at].strip()) and set(lines[at].strip()) == {"="}
    else:
        front = text.front_matter(lines)
        at = front.stop + 1 if front.stop else 0
    above, below = lines[:at], lines[at:]
    if above and not above[-1].endswith(("\r", "\n")):
        above[-1] += end
    new = [line + end]
    if above and above[-1].strip():
        new.insert(0, end)
    if below and below[0].strip():
        new.append(end)
    return [*above, *new, *below]


def _label(like: str, lines: Sequence[str]) -> str:
    """The label in the case of another one, and in the script of the plan."""
    if like and like.isascii():
        return _STATUS if like.islower() else "STATUS" if like.isupper() and len(like) > 2 else "Status"
    whole = "".join(lines)
    letters = sum(map(str.isalpha, whole))
    foreign = sum(len(script.findall(whole)) for script, _ in _LABELS)
    is_foreign = any(script.search(like) for script, _ in _LABELS) if like else 3 * foreign > letters
    return next((label for script, label in _LABELS if script.search(whole)), "Status") if is_foreign else "Status"
