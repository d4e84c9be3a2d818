"""What one file says of itself.

Lines count from 1. What a file has dozens of is a named tuple, made in a quarter of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    """What a header says of another plan: the kind of tie (`depends-on`, …), the text, and the path or link in it.

    `is_whole` says that the text is all of the value, which may be one title with commas in it; its parts follow.
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


@dataclass(frozen=True, slots=True)
class Field:
    """One label and value of a plan's header, front matter or footer.

    `label` and `value` are as written, without markup around them; `key` is the name that the label stands for
    (`status`, `spec`, `created`, `owner`, …) or None where no label table knows it; `target` is where a link in the
    value leads, `references` the other plans that it speaks of.
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
    """What a section says of one thing: a row of a table, a list item with all that is nested under it, a run of facts.

    `text` is the item's own, without its facts, and empty where the facts say everything; `is_loose` says that it is
    a run of facts which no row or item holds together, and `is_listed` that each of these is the item of a list;
    `is_settled` that its box is ticked, or its text struck out.
    """

    text: str
    line: int
    facts: tuple[Fact, ...] = ()
    is_loose: bool = False
    is_listed: bool = False
    is_settled: bool = False


class Section(NamedTuple):
    """A heading and what stands under it, down to the next heading of its level or a higher one.

    `title` is the heading's text as written; `last_line` is the last line that belongs to it, subsections among them;
    `facts` are read when they are first asked for, since most who look at a plan's sections do not want them;
    `optional` says that the document is a template that leaves the section to its plans.
    """

    title: str
    level: int
    line: int
    last_line: int
    state: SectionState = SectionState.FILLED
    facts: Sequence[Fact] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Ticked boxes of all boxes; `source` names the file that they stand in (`plan.md`, `tasks.md`)."""

    done: int
    total: int
    source: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every box is ticked, and there is one."""
        return 0 < self.total == self.done


@dataclass(frozen=True, slots=True)
class Defect:
    """A problem of a file that reading it brought to light; a check turns it into a finding."""

    rule: str
    line: int
    message: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """What a plan says of its spec: the text, an id in it, and the path of the file where it is known.

    `is_missing` says that the file should be there, and is not.
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
    """A comment that speaks to this project: its text without the marks, and the lines that it speaks of.

    It stands on `line`; where nothing else stands there, `last_line` is that of the text below it.
    """

    text: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """What one Markdown file says of itself: a plan, a spec or a list of tasks.

    Attributes:
        title: The title without its generic parts, or None where the file gives none.
        title_line: The line of the first H1; 1 where there is none.
        id: The document's own id, from a label or the H1.
        fields: Every label and value of front matter, header, status section and footer, in the order of the file.
        status: The field that says the status, by the order of precedence in `reading.status`.
        spec: The spec that header or front matter name; `path` holds the link's destination as written.
        created: A day as YYYY-MM-DD.
        updated: A day as YYYY-MM-DD.
        next_steps: What the footer says comes next.
        sections: In the order of the file, nested ones too.
        records: What its sections list, in the order of the file; read when first asked for, as facts are.
        digests: One a section, the same for the same text of its own, down to the next heading; 0 where it has none.
        progress: The file's own boxes.
        links: Its relative links and images, in the order of the file.
        mentions: The ids in its text, each where it first stands.
        comments: Those that begin with `plans-disable`, in the order of the file.
        defects: What was wrong with the file.
        mended: The text where it differs from the file's UTF-8 text: other encodings, mojibake, undecodable bytes.
        options: The front matter's `plans:` block, as plain data.
        is_cut: Whether the file goes on behind what was read.
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
