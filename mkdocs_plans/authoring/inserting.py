"""Insert missing sections into a plan, with the text and in the order of its template."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_plans.authoring.text import (
    EditError,
    decoded,
    encoded,
    end_of,
    is_utf8,
    lines_of_template,
    split_lines,
    wrong_encoding,
)
from mkdocs_plans.checks import templates
from mkdocs_plans.model import Origin
from mkdocs_plans.reading import read
from mkdocs_plans.wording import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from mkdocs_plans.checks.requirements import Measure
    from mkdocs_plans.model import Document, Section
    from mkdocs_plans.settings import SectionSpec, Settings

_RULE = frozenset("-*_ ")
_HASHED = re.compile(r"^\s{0,3}(?=#)")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*")
_TOP = "## "
_LEVEL, _LOWEST_LEVEL = _TOP.count("#"), 6
_NUMBER = re.compile(r"(0|[1-9]\d{0,2})([.)])\s")


def with_sections(
    raw: bytes, compared: Callable[[Document], Measure], wanted: Collection[str], source: bytes, settings: Settings
) -> bytes:
    """The file with its missing sections.

    Args:
        raw: The plan.
        compared: Compares the plan, as it is read, with its template.
        wanted: The sections to insert, by `label`; others stay missing.
        source: The text of the template.
        settings: The team's settings.

    Raises:
        EditError: where the file is not UTF-8, or would not have these sections afterwards.
    """
    text, document = decoded(raw), read(raw, settings)
    measure, lines = compared(document), split_lines(text)
    texts = _texts(source, settings)
    missing = [spec for spec in measure.missing if plain(label(spec)) in wanted and (spec.parent, spec.name) in texts]
    end = end_of(text)
    additions: dict[int, list[str]] = {}
    for spec in missing:
        line, depth = _place(spec, measure, document, lines)
        additions.setdefault(line, []).append(_lowered(texts[spec.parent, spec.name], depth, settings))
    additions = _numbered(additions, document) or additions
    if not is_utf8(text) and not all(part.isascii() for parts in additions.values() for part in parts):
        raise EditError(wrong_encoding(document))
    edited = encoded("".join(_woven(lines, additions, end)))
    added = [
        section for parts in additions.values() for part in parts for section in read(encoded(part), settings).sections
    ]
    after = read(edited, settings)
    is_whole = _titles(after.sections) == _titles(document.sections) + _titles(added)
    # What is still missing would be inserted again the next time.
    if not is_whole or not set(missing).isdisjoint(compared(after).missing):
        raise EditError("the missing sections cannot be inserted where they belong; add them by hand")
    return edited


def label(spec: SectionSpec) -> str:
    """What findings call a section: `Testing > Unit Tests` for one that belongs below another."""
    return spec.name if spec.parent is None else f"{spec.parent} > {spec.name}"


def _titles(sections: Sequence[Section]) -> Counter[str]:
    return Counter(section.title for section in sections)


def _texts(source: bytes, settings: Settings) -> Mapping[tuple[str | None, str], str]:
    """The text of each section of a template with those below it, line feeds only, without blank lines around it."""
    document = templates.read(source, settings)
    lines = [line.rstrip("\r\n") for line in lines_of_template(source)]
    for section in document.sections:
        lines[section.line - 1] = templates.without_remark(lines[section.line - 1])
    last = _foot(document, lines) - 1
    found: dict[tuple[str | None, str], str] = {}
    for spec, section in templates.named(document):
        part = lines[section.line - 1 : min(section.last_line, last)]
        text = "\n".join(part).strip("\n")
        found.setdefault((spec.parent, spec.name), f"{text}\n")
    return found


def _place(spec: SectionSpec, measure: Measure, document: Document, lines: Sequence[str]) -> tuple[int, int]:
    """The line before which a section goes, and how many levels lower it is there than in the template.

    It goes before the next section in the template, as one of the same level, else to the end of what it belongs to.
    """
    order = measure.template.sections if measure.template else ()
    later = order[order.index(spec) + 1 :]
    present = {found: section for section, found in measure.present}
    following = next((present[other] for other in later if other.parent == spec.parent and other in present), None)
    parent = next(
        (section for section, found in measure.present if found.name == spec.parent and not found.parent), None
    )
    if following is not None:
        return following.line, max(following.level - (_LEVEL if spec.parent is None else _LEVEL + 1), 0)
    foot = _foot(document, lines)
    return (min(parent.last_line + 1, foot), max(parent.level - _LEVEL, 0)) if parent else (foot, 0)


def _lowered(text: str, depth: int, settings: Settings) -> str:
    """The text of a section with its headings some levels lower, as far as there are levels."""
    lines = text.split("\n")
    for section in reversed(read(encoded(text), settings).sections if depth else ()):
        at = section.line - 1
        marks = "#" * min(depth, _LOWEST_LEVEL - section.level)
        if found := _HASHED.match(lines[at]):
            lines[at] = f"{found[0]}{marks}{lines[at][found.end() :]}"
        elif under := next((below for below in range(at, len(lines)) if _UNDERLINE.fullmatch(lines[below])), 0):
            words = " ".join(line.strip() for line in lines[at:under])
            lines[at : under + 1] = [f"{'#' * section.level}{marks} {words}"]  # an underline has only two levels
    return "\n".join(lines)


def _numbered(additions: Mapping[int, Sequence[str]], document: Document) -> dict[int, list[str]] | None:
    """The additions with numbers in their H2s, if those of the plan rise in one form, and need not change for them.

    A number may be mentioned or linked to, so a plan that would have to be renumbered is left to its author.
    """
    tops = [section for section in document.sections if section.level == _TOP.count("#")]
    found = [match for section in tops if (match := _NUMBER.match(section.title))]
    numbers = [int(match[1]) for match in found]
    if not tops or len(found) < len(tops) or numbers != sorted(set(numbers)) or len({match[2] for match in found}) > 1:
        return None
    numbered: dict[int, list[str]] = {}
    for line, texts in additions.items():
        following = bisect_left([section.line for section in tops], line)
        number = numbers[following - 1] if following else 0
        for text in texts:
            is_top, name = text.startswith(_TOP), text.removeprefix(_TOP)
            if is_top and name[:1].isdigit():
                return None
            number += is_top
            numbered.setdefault(line, []).append(f"{_TOP}{number}{found[0][2]} {name}" if is_top else text)
        if numbers[following:] and number >= numbers[following]:
            return None
    return numbered


def _foot(document: Document, lines: Sequence[str]) -> int:
    """The first line of the footer, with its rule; one after the last line if there is no footer."""
    first = min((field.line for field in document.fields if field.origin is Origin.FOOTER), default=len(lines) + 1)
    line = first
    while line > 1 and first <= len(lines):
        text = lines[line - 2].strip()
        if text and not (len(text) > 2 and set(text) <= _RULE):
            break
        line -= 1
        if text:
            return line
    return first


def _woven(lines: Sequence[str], additions: Mapping[int, Sequence[str]], end: str) -> Iterator[str]:
    """The lines with each addition before its line, and blank lines around it."""
    before = ""
    for number, line in enumerate((*lines, ""), 1):
        for text in additions.get(number, ()):
            if before and not before.endswith(("\n", "\r")):
                yield end
            if before.strip():
                yield end
            yield text.replace("\n", end)
            before = text
        if number in additions and line:
            yield end
        yield line
        before = line
