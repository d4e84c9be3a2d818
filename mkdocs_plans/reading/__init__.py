"""The second step of the flow: the bytes of a Markdown file to a `Document`."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_plans.complexity import MOST_CHARACTERS, too_complex
from mkdocs_plans.linking import is_relative
from mkdocs_plans.model import Defect, Document, Field, Link, Origin, Spec, Task
from mkdocs_plans.model.lazy import Lazy
from mkdocs_plans.reading import (
    encoding,
    frontmatter,
    header,
    headings,
    inline,
    progress,
    sections,
    status,
    title,
    values,
)
from mkdocs_plans.reading.banner import banner
from mkdocs_plans.reading.fields import Line, pairs
from mkdocs_plans.reading.found import Found, fields_of
from mkdocs_plans.reading.labels import normal, table_of
from mkdocs_plans.reading.mentions import mentions
from mkdocs_plans.reading.names import name_of
from mkdocs_plans.reading.outline import outline as read_outline
from mkdocs_plans.reading.records import records
from mkdocs_plans.reading.references import references
from mkdocs_plans.reading.terms import DAYS, MADE, NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.reading.frontmatter import FrontMatter
    from mkdocs_plans.reading.labels import LabelTable
    from mkdocs_plans.reading.outline import Heading, Outline
    from mkdocs_plans.settings import Settings

    Keyed = defaultdict[str | None, list[Field]]

_NO_SPEC = Spec()
_TAGS = re.compile(r"[,、，]|\s(?=#)")


def read(raw: bytes, settings: Settings) -> Document:
    """What a file says about itself; its mistakes are among the defects. Never raises."""
    decoded = encoding.decode(raw)
    text = decoded.text[:MOST_CHARACTERS]
    front = frontmatter.split(text)
    labels = table_of(settings)
    # The body keeps the line numbers of the file: blank lines take the place of the front matter.
    body = "\n" * (front.first_line - 1) + front.body
    outline = read_outline(body, lambda line: _has_label(line, labels))
    heading = title.heading_of(outline)
    fields = _fields(front, outline, heading, labels, settings)
    keyed = _by_key(fields)
    declared, conflicts = status.declared(fields, settings)
    identifier, own_title = title.split(heading.text) if heading else (None, None)
    said_id = _id(keyed)
    footer = _footer_line(outline, fields)
    tasks = tuple(Task(inline.plain(text), status.classify(said, settings)) for text, said in front.tasks)
    found_sections, digests = sections.sections(outline, heading, footer)
    return Document(
        title=_title(keyed, title.without_id(own_title, said_id)),
        title_line=heading.line if heading else 1,
        id=said_id or identifier,
        fields=fields,
        status=declared,
        spec=_spec(keyed, labels, said_id),
        created=_day(keyed, "created", labels),
        updated=_day(keyed, "updated", labels),
        owner=_owner(keyed, labels),
        tags=_tags(keyed),
        next_steps=next((field.value for field in reversed(keyed["next-steps"]) if field.value), None),
        sections=found_sections,
        records=Lazy(partial(records, outline.text, outline.kinds, footer)),
        digests=digests,
        tasks=tasks,
        progress=progress.progress(outline, labels, settings, tasks) or progress.of_header(fields),
        links=tuple(Link(to, line) for line, to in outline.links if is_relative(to)),
        mentions=mentions(outline),
        comments=outline.comments,
        defects=(*decoded.defects, *_limits(decoded.text), *front.defects, *conflicts, *_dates(fields)),
        mended=decoded.text if decoded.mended else None,
        options=front.options,
        is_cut=len(decoded.text) > MOST_CHARACTERS,
    )


def _limits(text: str) -> Iterator[Defect]:
    """The defect of a text that is shown as plain text; `complexity` gives the reason."""
    reason = too_complex(text)
    if reason:
        yield Defect("too-complex", 1, f"{reason}; split the file: until then its page shows plain text, not Markdown")


def _has_label(line: str, labels: LabelTable) -> bool:
    return any(labels.find(pair.label) for pair in pairs(Line.of(1, line).text, labels))


def _fields(
    front: FrontMatter, outline: Outline, heading: Heading | None, labels: LabelTable, settings: Settings
) -> tuple[Field, ...]:
    """All fields in the order of precedence: that of the file, except for a status section."""
    above = [Found(key, value, line) for key, value, line in front.entries]
    line = heading.line if heading else 0
    head = header.header(outline, line, labels)
    head += headings.headings(outline, line, labels)
    named = headings.named(outline, labels)
    section = headings.status_section(outline, named, labels, settings)
    taken = {found.line for found in head}
    if section and section.line in taken:  # the first section, if all of it is a header
        section = None
    foot = [item for item in header.footer(outline, labels) if item.line not in taken]
    fields = (
        *(_verbatim(item, labels) for item in above),
        *fields_of(head, Origin.HEADER, labels),
        *fields_of([section] if section else [], Origin.SECTION, labels),
        *fields_of(headings.days(outline, named), Origin.SECTION, labels),
        *fields_of(foot, Origin.FOOTER, labels),
    )
    marked = None if any(status.is_of_plan(field, settings) for field in fields) else banner(outline, heading, settings)
    return (*fields_of([marked], Origin.HEADER, labels), *fields) if marked else fields


def _verbatim(found: Found, labels: LabelTable) -> Field:
    """A value of the front matter is not Markdown, but many authors write a link there anyway."""
    label = labels.find(found.label)
    link = inline.target(found.value)
    value = inline.plain(found.value) if link else found.value.strip()
    key = label.key if label else None
    return Field(found.label, value, found.line, Origin.FRONT_MATTER, key, link, references(found.value, key))


def _by_key(fields: Sequence[Field]) -> Keyed:
    """The fields by the meaning of their labels; a key without fields gives an empty list."""
    keyed: Keyed = defaultdict(list)
    for field in fields:
        keyed[field.key].append(field)
    return keyed


def _said(fields: Sequence[Field], labels: LabelTable) -> list[Field]:
    """The fields of a key that have a value, from the strongest label to the weakest, front matter first."""
    said = [field for field in fields if values.says(field.value)]
    if len(said) < 2:
        return said
    ranked = ((found.rank if (found := labels.find(field.label)) else 0, field) for field in said)
    return [field for _, field in sorted(ranked, key=lambda pair: pair[0])]


def _strongest(fields: Sequence[Field], labels: LabelTable) -> Field | None:
    above = [field for field in fields if field.origin is not Origin.FOOTER]
    return next(iter(_said(above, labels)), None)


def _spec(keyed: Keyed, labels: LabelTable, own_id: str | None) -> Spec:
    """The spec that the plan names; a placeholder left from the template (`SPEC-XXX`) is shown as written."""
    specs = keyed["spec"]
    named = values.spec(_strongest(specs, labels), _strongest(keyed["spec-id"], labels), own_id)
    if named != _NO_SPEC:
        return named
    values_of = (field.value for field in specs if field.origin is not Origin.FOOTER)
    return Spec(next(filter(values.stands_for_id, values_of), None))


def _footer_line(outline: Outline, fields: Sequence[Field]) -> int | None:
    """The line of the rule (`---`) above the footer, whose fields are the last."""
    return outline.rules[-1] if fields and fields[-1].origin is Origin.FOOTER else None


def _id(keyed: Keyed) -> str | None:
    return next((values.unbracketed(field.value) for field in keyed["id"] if _is_id(field)), None)


def _is_id(field: Field) -> bool:
    return values.is_id(values.unbracketed(field.value)) and not inline.is_placeholder(field.value)


def _title(keyed: Keyed, own: str | None) -> str | None:
    """The title in the H1, else in front matter or header; a value there can also be a path or the name of a branch."""
    if own and not title.is_file(own):
        return own
    above = [field for field in keyed["title"] if field.origin is Origin.FRONT_MATTER or _is_prose(field)]
    titles = (title.split(field.value)[1] for field in above if not title.is_generic(field.value))
    return next(filter(None, titles), None)


def _is_prose(field: Field) -> bool:
    return field.origin is Origin.HEADER and not field.target and " " in field.value and not values.is_path(field.value)


def _day(keyed: Keyed, key: str, labels: LabelTable) -> str | None:
    return next((day for field in _said(keyed[key], labels) if (day := values.day(field.value))), None)


def _owner(keyed: Keyed, labels: LabelTable) -> str | None:
    made = [each for each in keyed["created"] if each.label in MADE and not values.looks_like_day(each.value)]
    owners = (name_of(field.value) for field in (*_said(keyed["owner"], labels), *_said(made, labels)))
    return next((owner for owner in owners if normal(owner.partition(" (")[0]) not in NOBODY), None)


def _tags(keyed: Keyed) -> tuple[str, ...]:
    """What the first label lists: `auth, login`, `[auth, login]`, `#auth #login`."""
    lists = (parts for field in keyed["tags"] if len(parts := _TAGS.split(field.value)) > 1 or values.says(field.value))
    return tuple(tag for part in next(lists, ()) if (tag := part.strip(" []").lstrip("#")))


def _dates(fields: Sequence[Field]) -> Iterator[Defect]:
    for field in fields:
        if field.key not in DAYS or not field.value or inline.is_placeholder(field.value):
            continue
        if values.day(field.value) is None and values.looks_like_day(field.value):
            message = f'"{field.label}" is not a date: "{field.value[:60]}"; write it as YYYY-MM-DD'
            yield Defect("date-invalid", field.line, message, field.label)
