"""Fill in what is known of a feature in a template, label by label; everything else is left to the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_plans.authoring import editing, text, values
from mkdocs_plans.checks import templates
from mkdocs_plans.model import Origin
from mkdocs_plans.reading import inline, read
from mkdocs_plans.reading.labels import table_of
from mkdocs_plans.reading.status import classify, value_of
from mkdocs_plans.reading.terms import DAYS
from mkdocs_plans.reading.title import split
from mkdocs_plans.settings import UNKNOWN

if TYPE_CHECKING:
    from mkdocs_plans.authoring.scaffold import Feature
    from mkdocs_plans.model import Document, Field
    from mkdocs_plans.settings import Settings

UNDECIDED = "TBD"
_DAY = re.compile(r"\[?YYYY[-/.]MM[-/.]DD\]?")
_DAY_WORDS = frozenset(("date", "today", "day"))
_BRANCHES = re.compile(r"\[?(?:###|NNN)-[A-Za-z][\w-]{0,60}\]?|\[###-[\w-]{1,60}\]")
# A placeholder for a number, alone or after the letters of an id: `###`, `[NNN]`, `PLAN-XXX`.
_NUMBER = re.compile(r"\[?((?:\b[A-Za-z]{1,12}-)?)(?:\bX{2,6}\b|\bN{2,6}\b|#{2,6}(?![\w#-]))\]?")
_CHOICE = re.compile(r"[|/]")
_BRACKETED = re.compile(r"\[[^\]\n]{1,80}\]|\$?\{\{?[^}\n]{1,80}\}\}?|<[A-Za-z][^>\n]{0,80}>")


def fill(template: bytes, feature: Feature, settings: Settings) -> bytes:
    """The template as a plan: title, number, date, spec and status filled in, remarks removed from headings."""
    lines = text.lines_of_template(template)
    document = templates.read(text.encoded("".join(lines)), settings)
    for section in document.sections:
        lines[section.line - 1] = templates.without_remark(lines[section.line - 1])
    body = min((section.line for section in document.sections if section.level > 1), default=len(lines) + 1)
    lines[: body - 1] = [_BRANCHES.sub(lambda _: feature.name, line) for line in lines[: body - 1]]
    _fill_front_matter(lines, feature, settings)
    for field in document.fields:
        if field.origin is not Origin.FRONT_MATTER:
            lines[field.line - 1] = _with_field(lines[field.line - 1], field, feature, settings)
    raw = text.encoded("".join(_titled(lines, document, feature, settings)))
    try:
        return editing.with_status(raw, _status(raw, settings), settings, add=True)
    except editing.EditError:
        # If the status of a template cannot be changed, it is kept.
        return raw


def _status(raw: bytes, settings: Settings) -> str:
    """The status of the template as written, unless it offers a choice; else the first configured one."""
    declared = [field.value for field in read(raw, settings).fields if value_of(field, settings) == field.value]
    known = (value for value in declared if classify(value, settings) is not UNKNOWN and not _CHOICE.search(value))
    return next(known, settings.statuses[0].name)


def _fill_front_matter(lines: list[str], feature: Feature, settings: Settings) -> None:
    labels = table_of(settings)
    for at in text.front_matter(lines):
        key = values.key_of(lines[at])
        label = labels.find(key.name) if key else None
        if key and label:
            spec = feature.spec.name if feature.spec else None
            value = _value(label.key, key.value.strip("\"'"), feature, spec)
            lines[at] = key.saying(values.as_yaml(value)) if value is not None else lines[at]


def _with_field(line: str, field: Field, feature: Feature, settings: Settings) -> str:
    """The line with the known value of a field in place of the template's."""
    written = values.written(line, field, settings)
    if written is None:
        value = _value(field.key, "", feature, None) if not field.value else None
        return values.behind_label(line, field, value) if value else line
    bare = values.bare(written)
    is_code = bare != written and written.startswith("`")
    spec = feature.spec.link if feature.spec and not is_code else feature.spec.name if feature.spec else None
    value = _value(field.key, bare, feature, spec)
    if value is None:
        return line
    at = line.find(bare, line.find(field.label) + len(field.label))
    return line[:at] + value + line[at + len(bare) :] if at >= 0 else line


def _value(key: str | None, written: str, feature: Feature, spec: str | None) -> str | None:
    """The value of a label in a new plan; None to keep the template's."""
    stands_in = not written or inline.is_placeholder(inline.plain(written)) or _BRACKETED.fullmatch(written) is not None
    if key in DAYS:
        is_day = stands_in or written.casefold() in _DAY_WORDS
        return feature.created if is_day else _DAY.sub(feature.created, written) if _DAY.search(written) else None
    if key == "spec":
        return _spec(written, spec, stands_in=stands_in)
    if key in ("id", "spec-id") and feature.number:
        numbered, count = _NUMBER.subn(lambda found: f"{found[1]}{feature.number}", written)
        return numbered if count else feature.number if stands_in and written else None
    known = {"branch": feature.name, "title": feature.title}
    return known.get(key or "") if stands_in else None


def _spec(written: str, spec: str | None, *, stands_in: bool) -> str | None:
    """The existing spec; if there is none, no spec and no link is invented."""
    leads_beside = (inline.target(written) or written).removeprefix("./") == "spec.md"
    if not (stands_in or leads_beside or _NUMBER.search(written)):
        return None
    return spec or (UNDECIDED if written else None)


def _titled(lines: list[str], document: Document, feature: Feature, settings: Settings) -> list[str]:
    """The lines with the title in the first H1, in place of its placeholder or after its words."""
    line = next((section.line for section in document.sections if section.level == 1), None)
    if line is None:
        front = text.front_matter(lines)
        at, end = (front.stop + 1 if front.stop else 0), text.end_of("".join(lines))
        gap = end if at and not lines[at - 1].endswith(("\r", "\n")) else ""
        return [*lines[:at], f"{gap}# {feature.title}{end}{end}", *lines[at:]]
    bare = lines[line - 1].rstrip()
    behind = lines[line - 1][len(bare) :]
    number = feature.number
    if number:
        bare = _NUMBER.sub(lambda found: f"{found[1]}{number}", bare)
    named, count = _BRACKETED.subn(lambda _: feature.title, _DAY.sub(feature.created, bare), count=1)
    own = split(bare.lstrip("# "))[1]
    label = table_of(settings).find(own) if own else None
    if not count and own and label and label.key == "title" and bare.endswith(own):
        named, count = bare.removesuffix(own) + feature.title, 1
    lines[line - 1] = (named if count else f"{bare}: {feature.title}") + behind
    return lines
