"""What one file says about itself.

Lines count from 1. Things that a file has dozens of are named tuples: they take a quarter of the time of a frozen
dataclass to make.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plans.model.plans import Status


_LINE = attrgetter("line")


class Origin(StrEnum):
    """The part of a document that a field was read from."""

    FRONT_MATTER = "front-matter"
    HEADER = "header"
    SECTION = "section"
    FOOTER = "footer"


class SectionState(StrEnum):
    """How much of a section has been written."""

    FILLED = "filled"
    EMPTY = "empty"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another plan in a header: the kind of tie (`depends-on`, …), the text, and the path or link in it.

    `is_whole` means that the text is the whole value, perhaps one title with commas in it; its parts follow.
    """

    kind: str
    text: str
    target: str | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An id in the text of a file (`SPEC-012`), outside of code, links and headings."""

    id: str
    line: int


class Field(NamedTuple):
    """One label and value of a plan's header, front matter or footer.

    `label` and `value` are as written, without markup around them; `key` is the name that the label stands for
    (`status`, `spec`, `created`, `owner`, …) or None where no label table knows it; `target` is where a link in the
    value leads, `references` the other plans that the value names.
    """

    label: str
    value: str
    line: int
    origin: Origin
    key: str | None = None
    target: str | None = None
    references: tuple[Reference, ...] = ()


class Fact(NamedTuple):
    """One label and value of a section."""

    label: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a section lists: a row of a table, a list item with all that is nested in it, or a run of facts.

    `text` is the item's own text without its facts, empty if there are only facts. `is_loose`: a run of facts that no
    row or item holds together; `is_listed`: each of these is a list item; `is_settled`: its box is ticked, or its text
    struck out.
    """

    text: str
    line: int
    facts: tuple[Fact, ...] = ()
    is_loose: bool = False
    is_listed: bool = False
    is_settled: bool = False


class Section(NamedTuple):
    """A heading and the text below it, down to the next heading of its level or a higher one.

    `title` is the heading's text as written; `last_line` is the last line of the section, subsections included;
    `file_facts` are all facts of the file, read on first access, since most callers do not need them; `optional` means
    that the document is a template that does not require the section.
    """

    title: str
    level: int
    line: int
    last_line: int
    state: SectionState = SectionState.FILLED
    file_facts: Sequence[Fact] = ()
    optional: bool = False

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts of the section and its subsections, in the order of the file."""
        first = bisect_left(self.file_facts, self.line, key=_LINE)
        return self.file_facts[first : bisect_right(self.file_facts, self.last_line, lo=first, key=_LINE)]


@dataclass(frozen=True, slots=True)
class Progress:
    """Ticked boxes of all boxes; `source` names the file that holds them (`plan.md`, `tasks.md`)."""

    done: int
    total: int
    source: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every box is ticked, and there is one."""
        return 0 < self.total == self.done


class Task(NamedTuple):
    """A task that the front matter lists, and its status as one of the configured ones."""

    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Defect:
    """A problem that was found while reading a file; a check turns it into a finding."""

    rule: str
    line: int
    message: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """The spec that a plan names: the text, an id in it, and the path of the file if it is known.

    `is_missing` means that the file should exist but does not.
    """

    text: str | None = None
    id: str | None = None
    path: str | None = None
    is_missing: bool = field(default=False, compare=False)


class Link(NamedTuple):
    """A link or an image: its destination as the parser reads it."""

    destination: str
    line: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment for this project: its text without the marks, and the lines that it applies to.

    It is on `line`; if nothing else is on that line, `last_line` is that of the text below.
    """

    text: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file as read: a plan, a spec or a list of tasks.

    Attributes:
        title: The title without its generic parts, or None if the file has none.
        title_line: The line of the first H1; 1 if there is none.
        id: The document's own id, from a label or the H1.
        fields: Every label and value of front matter, header, status section and footer, in the order of the file.
        status: The field that declares the status, by the order of precedence in `reading.status`.
        spec: The spec that header or front matter name; `path` holds the link's destination as written.
        created: A day as YYYY-MM-DD.
        updated: A day as YYYY-MM-DD.
        next_steps: The next step, as the footer names it.
        sections: In the order of the file, nested ones too.
        records: What its sections list, in the order of the file; read on first access, like facts.
        digests: For each section a digest of its own text, down to the next heading; 0 if it has none.
        tasks: Those that the front matter lists, in its order.
        progress: How many of its own tasks are done, of all.
        links: Its relative links and images, in the order of the file.
        mentions: The ids in its text, each where it first occurs.
        comments: Those that begin with `plans-disable`, in the order of the file.
        defects: What was wrong with the file.
        mended: The repaired text, if it differs from the file's UTF-8 text: other encodings, mojibake, undecodable
            bytes.
        options: The front matter's `plans:` block, as plain data.
        is_cut: Whether the file is longer than what was read.
    """

    title: str | None = None
    title_line: int = 1
    id: str | None = None
    fields: tuple[Field, ...] = ()
    status: Field | None = None
    spec: Spec = Spec()
    created: str | None = None
    updated: str | None = None
    owner: str | None = None
    tags: tuple[str, ...] = ()
    next_steps: str | None = None
    sections: tuple[Section, ...] = ()
    records: Sequence[Record] = field(default=(), compare=False)
    digests: Sequence[int] = field(default=(), compare=False)
    tasks: tuple[Task, ...] = ()
    progress: Progress | None = None
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    comments: tuple[Comment, ...] = ()
    defects: tuple[Defect, ...] = ()
    mended: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    is_cut: bool = False

    def reads_as_on_github(self, default: bool) -> bool:  # noqa: FBT001  (it is the option `github_markdown`)
        """Whether the page is shown in GitHub's dialect: what its front matter says, else what mkdocs.yml says."""
        own = self.options.get("github_markdown")
        return default if own is None else str(own).casefold() not in ("false", "no", "off")

    def value(self, key: str) -> str | None:
        """The first value that the label table files under `key`."""
        return next((f.value for f in self.fields if f.key == key), None)
