"""Which lines are a header, and the labels and values of these lines."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from mkdocs_plans.reading import inline, values
from mkdocs_plans.reading.fields import Line, by_sentence, pairs
from mkdocs_plans.reading.found import Found
from mkdocs_plans.reading.kinds import Kind
from mkdocs_plans.reading.labels import normal, unnumbered
from mkdocs_plans.reading.pair import COLONS, MAX_LABEL, Pair, is_label
from mkdocs_plans.reading.references import KINDS
from mkdocs_plans.reading.tables import cells
from mkdocs_plans.reading.terms import DAYS, HEADER_SECTIONS, PLAN_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_plans.reading.labels import LabelTable
    from mkdocs_plans.reading.outline import Heading, Outline

# A longer header is not a header but the text of a plan without headings.
MAX_LINES = 80
MAX_FIELDS = 200
# How many sections may be above one that is the plan's header by its name.
MAX_ABOVE = 3
MAX_FOOTER_LINES = 30
_LONG_LINE = 60
_DEFINES = (": ", ":\t")
_COMMAS = ",，、;；"
_STOPS = "。．！？：）】」』”"


def header(outline: Outline, title_line: int, labels: LabelTable) -> list[Found]:
    """The fields above the first section, and of a section that is a header.

    The first section is a header if its name says so ("Metadata"), or if it begins with labels and nothing is above it;
    a later one only if it is called "Plan Metadata" or the like.
    """
    below = (heading for heading in outline.headings if heading.line > title_line)
    following = tuple(islice(below, MAX_ABOVE + 1))
    first = next(iter(following), None)
    last = first.line - 1 if first else len(outline.lines)
    found = read_lines(outline, range(1, min(last, title_line + MAX_LINES) + 1), labels)
    if first is None:
        return found
    if named := next((each for each in following if _is_header(each, first)), None):
        return found + read_lines(outline, section_lines(outline, named.line), labels)
    between = range(title_line, first.line - 1)
    if found or any(outline.lines[at].strip() for at in between if not outline.kinds[at]):
        return found
    return _leading(outline, first, labels, is_subtitle=first.line == title_line + 1)


def _is_header(heading: Heading, first: Heading) -> bool:
    """Whether a section is a header by its name."""
    name = normal(unnumbered(heading.text))
    return name in PLAN_SECTIONS or (heading is first and name in HEADER_SECTIONS)


def section_lines(outline: Outline, line: int) -> range:
    """The lines below a heading, as many as a header can have."""
    following = next((heading.line for heading in outline.headings if heading.line > line), len(outline.lines) + 1)
    return range(line + 1, min(following, line + MAX_LINES))


def _leading(outline: Outline, heading: Heading, labels: LabelTable, *, is_subtitle: bool) -> list[Found]:
    """The first block below a heading if it is a header: two or more known labels, and nothing else.

    Below a second title, a day is enough; and a section called "Status" may have more in it than labels.
    """
    lines = []
    for at in section_lines(outline, heading.last_line):
        if outline.lines[at - 1].strip():
            lines.append(at)
        elif lines:
            break
    found = read_lines(outline, lines, labels)
    known = [(item, label.key) for item in found if (label := labels.find(item.label))]
    if (named := labels.find(unnumbered(heading.text)[:MAX_LABEL])) and named.key == "status":
        return [item for item, _ in known]
    begun = {item.line for item in found}
    if not all(at in begun or (at > min(begun, default=at) and outline.lines[at - 1][:1].isspace()) for at in lines):
        return []
    is_dated = is_subtitle and any(key in DAYS and values.day(item.value) for item, key in known)
    return found if is_dated or len({key for _, key in known}) >= 2 else []


def footer(outline: Outline, labels: LabelTable) -> list[Found]:
    """The known labels after the last rule, if neither a heading nor a long text follows it."""
    rule = outline.rules[-1] if outline.rules else 0
    if not rule or (outline.headings and outline.headings[-1].line > rule):
        return []
    lines = range(rule + 1, len(outline.lines) + 1)
    if sum(bool(outline.lines[at - 1].strip()) for at in lines) > MAX_FOOTER_LINES:
        return []
    return [item for item in read_lines(outline, lines, labels) if labels.find(item.label)]


def read_lines(outline: Outline, numbers: Iterable[int], labels: LabelTable) -> list[Found]:
    """The fields of some lines, as many as a header can have."""
    return list(islice(_blocks(outline, numbers, labels), MAX_FIELDS))


def _blocks(outline: Outline, numbers: Iterable[int], labels: LabelTable) -> Iterator[Found]:
    """The fields block by block; a block ends at a blank line, unless that is between a label and its list."""
    block: list[Line] = []
    table: list[tuple[int, str]] = []
    listed = held = False
    for number in numbers:
        kind, source = outline.kinds[number - 1], outline.lines[number - 1]
        line = Line.of(number, source) if source and kind == Kind.TEXT else None
        is_text = line is not None and bool(line.text)
        if block and not is_text and kind == Kind.TEXT and (listed or _awaits_list(block[-1], labels)):
            listed = held = True
            continue
        if block and not (line and is_text and (line.item or not held)):
            yield from _block(block, labels)
            block, listed = [], False
        held = False
        if kind != Kind.TABLE and table:
            yield from _table(table, labels)
            table = []
        if kind == Kind.TABLE:
            table.append((number, source))
        elif block and line and line.text.startswith(_DEFINES):
            # From the extension def_list.
            block[-1] = block[-1]._replace(number=number, text=f"{block[-1].text}{line.text}")
        elif line and is_text:
            block.append(line)
    yield from _block(block, labels)
    yield from _table(table, labels)


def _awaits_list(line: Line, labels: LabelTable) -> bool:
    """Whether a line ends with a known label that has no value yet."""
    if not line.text.rstrip("*_` ").endswith(COLONS):
        return False
    found = pairs(line.text, labels)
    return bool(found) and not found[-1].value and labels.find(found[-1].label) is not None


def _block(block: list[Line], labels: LabelTable) -> Iterator[Found]:
    """The fields of lines that belong together: values over several lines, and lists as values."""
    read = [() if line.box else pairs(line.text, labels) for line in block]
    sure = any(labels.find(pair.label) for found in read for pair in found)
    current: list[Found] = []
    last: Line | None = None
    base: Line | None = None
    for line, found in zip(block, read, strict=True):
        nested = base is not None and line.item and line.depth > base.depth
        below = base is not None and line.item and not base.item and (current[-1].listed or not current[-1].value)
        here = () if nested else found or (_unknown(line.text) if sure and not below and not line.box else ())
        if here:
            yield from _cut(current, labels)
            current, base = [Found(pair.label, pair.value, line.number) for pair in here], line
        elif current and base is not None and (not line.box or _names_plans(current[-1], labels)):
            longer = _continued(current[-1], line, last or base, nested=nested)
            if longer == current[-1] and not (line.item or longer.listed):
                base = None  # the value has ended: lines after one that is not part of it are not part of it either
            current[-1] = longer
        last = line
    yield from _cut(current, labels)


def _cut(block: list[Found], labels: LabelTable) -> Iterator[Found]:
    """The fields of lines that belong together, where a sentence in a wrapped value begins another one."""
    for found in block:
        if not found.listed and (". " in found.value or "。" in found.value):
            pieces = by_sentence(Pair(found.label, found.value, bold=False), labels)
            yield from (found._replace(label=piece.label, value=piece.value) for piece in pieces)
        else:
            yield found


def _names_plans(found: Found, labels: LabelTable) -> bool:
    """Whether a list of boxes is a value: tasks are not, but other plans that are ticked off may be."""
    label = labels.find(found.label)
    return label is not None and label.key in KINDS


def _unknown(text: str) -> tuple[Pair, ...]:
    """An unknown plain `Label: value` among known ones: short, and with the beginning of a label."""
    label, colon, value = f"{text} ".partition(": ")
    return (Pair(label.strip(), value.strip(), bold=False),) if colon and is_label(label) else ()


def _continued(found: Found, line: Line, last: Line, *, nested: bool) -> Found:
    """Whether a value continues in the next line: it has not begun, it is a list, or the line was wrapped."""
    if not found.value:
        return found._replace(value=line.text, listed=line.item)
    if found.listed and line.item:
        return found._replace(value=f"{found.value.rstrip(_COMMAS)}, {line.text}")
    wrapped = goes_on(last.text, line.text)
    if nested or line.item or found.listed or last.hard_break or last.box or not wrapped:
        return found
    return found._replace(value=f"{found.value} {line.text}")


def goes_on(text: str, following: str) -> bool:
    """Whether a line of text goes on in the next one."""
    begins = following[:1] == "(" or following[:1].islower()
    return begins or len(text) >= _LONG_LINE or text[-1:] in _COMMAS or _is_wide(text)


def _is_wide(text: str) -> bool:
    """Whether a line is long because its characters are wide, and does not end a sentence."""
    return len(text) >= _LONG_LINE // 2 and text[-1] > "\u2e7f" and text[-1] not in _STOPS


def _table(rows: list[tuple[int, str]], labels: LabelTable) -> Iterator[Found]:
    """A table of labels and values, or one with the labels as its headings and the values in the first row."""
    parsed = [(number, cells(row)) for number, row in rows]
    if len(parsed) < 2:
        return
    heads = [inline.plain(cell) for cell in parsed[0][1]]
    body = [row for row in parsed[2:] if any(row[1])]
    known = [bool(labels.find(head)) for head in heads]
    if sum(known) >= 2 and len(body) == 1:
        number, values = body[0]
        yield from (Found(head, value, number) for head, value in zip(heads, values, strict=False) if value)
        return
    if len(heads) != 2 or all(known):  # several rows below two labels are a list of things, not a header
        return
    for number, row in (parsed[0], *body):
        if len(row) < 2:
            continue
        pair = _cell_label(row[0])
        if pair and labels.find(pair):
            yield Found(pair, row[1], number)


def _cell_label(cell: str) -> str:
    return inline.plain(cell).rstrip(":： ").strip()
