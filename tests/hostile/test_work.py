"""Texts and sets of plans made to take long: the work grows with what there is, and so does the memory."""

from __future__ import annotations

import tracemalloc

import pytest

from mkdocs_plans.linking import Linker
from mkdocs_plans.model import Place
from mkdocs_plans.reading import read
from mkdocs_plans.reading.references import references
from mkdocs_plans.relating.cycles import closing, cycles
from mkdocs_plans.rendering.autolinks import autolinks
from mkdocs_plans.rendering.markup import Markup, harmless
from mkdocs_plans.settings import Settings
from mkdocs_plans.views import markers
from tests.hostile.test_texts import BOMB
from tests.support import catalogue, grows_with

SETTINGS = Settings()
PLACES = {"specs/012/plan.md": Place("specs/012/plan.md", "specs/012/plan.md")}


def text(repeated, before="", behind=""):
    """A text of about a size."""
    return lambda size: f"{before}{repeated * (size // len(repeated))}{behind}"


# What reads it, and the text that it reads.
OF_TEXTS = {
    "references: ids": (lambda given: references(given, "depends-on"), text("SPEC-012, ")),
    "references: names": (lambda given: references(given, "depends-on"), text("a b ")),
    "references: openings of links": (lambda given: references(given, "related"), text("[a](")),
    "references: openings of remarks": (lambda given: references(given, "blocks"), text("a (")),
    "references: half of ids": (lambda given: references(given, "supersedes"), text("A-B-")),
    "references: paths": (lambda given: references(given, "related"), text("../")),
    "references in a status": (lambda given: references(given, "status"), text("blocked by ")),
    "mentions: ids": (lambda given: read(given, SETTINGS), text("A-1 ")),
    "mentions: half of ids": (lambda given: read(given, SETTINGS), text("A-B-C-", behind="1")),
    "mentions: letters": (lambda given: read(given, SETTINGS), text("A", behind="-1")),
    "mentions: code": (lambda given: read(given, SETTINGS), text("`A-1")),
    "mentions: brackets": (lambda given: read(given, SETTINGS), text("[A-1](")),
    "mentions: tags": (lambda given: read(given, SETTINGS), text("<A-1 ")),
    "comments": (lambda given: read(given, SETTINGS), text("<!-- plans-disable x -->\n")),
    "records: items": (lambda given: list(read(given.encode(), SETTINGS).records), text("- a\n")),
    "records: long items": (lambda given: list(read(given.encode(), SETTINGS).records), text("a\n", "- ")),
    "records: labels": (lambda given: list(read(given.encode(), SETTINGS).records), text("- **a**: b **c**: ")),
    "records: facts": (lambda given: list(read(given.encode(), SETTINGS).records), text("**a**: b\n")),
    "records: quotes": (lambda given: list(read(given.encode(), SETTINGS).records), text(">", "- a\n", " b\n" * 100)),
    "records: deep items": (lambda given: list(read(given.encode(), SETTINGS).records), text(" - a\n  ")),
    "records: nested": (lambda given: list(read(given.encode(), SETTINGS).records), text("  - a?\n", "- " + "b " * 2000 + "\n")),
    "records: nested facts": (lambda given: list(read(given.encode(), SETTINGS).records), text("  - **a**: b\n  - c?\n", "- a\n")),
    "records: nested ever deeper": (lambda given: list(read(given.encode(), SETTINGS).records), text("- a\n  - b\n    - c\n      - d?\n")),
    "records: a long fact": (lambda given: list(read(given.encode(), SETTINGS).records), text("a\n", "- **a**: b\n")),
    "records: brackets": (lambda given: list(read(given.encode(), SETTINGS).records), text("(a)[", "- ", "resolved]")),
    "records: one bracket": (lambda given: list(read(given.encode(), SETTINGS).records), text("[", "- ", " b?]")),
    "records: questions": (lambda given: list(read(given.encode(), SETTINGS).records), text("# a?\n**a**: b\n")),
    "front matter": (lambda given: read(given, SETTINGS), text("a: b\n", "---\n", "---\n")),
    "front matter: keys": (lambda given: read(given, SETTINGS), text("? a\n", "---\n", "---\n")),
    "markers": (lambda given: list(markers.mistakes(given, SETTINGS)), text("<!-- plans:x -->\n")),
    "markers without an end": (lambda given: list(markers.mistakes(given, SETTINGS)), text("<!-- plans:board {")),
    "markers in HTML without an end": (lambda given: markers.replace(given, SETTINGS, str), text("<!-- plans:board ")),
    "addresses": (lambda given: list(autolinks(given)), text("http://a.b")),
    "mail addresses": (lambda given: list(autolinks(given)), text("a.", behind="@b.c")),
    "names of machines": (lambda given: list(autolinks(given)), text("a.", "a@")),
    "links to folders": (lambda given: Linker(PLACES).resolve(PLACES["specs/012/plan.md"], given), text("../")),
    "links of slashes": (lambda given: Linker(PLACES).resolve(PLACES["specs/012/plan.md"], given), text("/")),
    "raw tags": (lambda given: Markup().clean(given), text("<b>", behind=">")),
    "raw tags without an end": (lambda given: Markup().clean(given), text("<a b='", behind=">")),
    "raw comments": (lambda given: Markup().clean(given), text("<!--", behind="-->")),
    "raw comments with bangs": (lambda given: Markup().clean(given), text("<!-- --!", behind="-->")),
    "raw attributes": (lambda given: Markup().clean(given), text(" a=b", "<a ", ">")),
    "raw ends of tags": (lambda given: Markup().clean(given), text("<b></i>", behind=">")),
    "a page": (harmless, text("<p class='a'>")),
    "a page of openings": (harmless, text("<a b=\"'", behind=">")),
}  # fmt: skip


@pytest.mark.parametrize(("work", "made"), OF_TEXTS.values(), ids=OF_TEXTS)
def test_the_work_grows_with_a_text(work, made):
    def measured(size):
        given = made(size)
        return work(given.encode() if work.__code__.co_names[:1] == ("read",) else given)

    assert grows_with(measured, 20_000)


def chain(size):
    return {str(number): (str(number + 1),) for number in range(size)}


def ring(size):
    return {str(number): (str((number + 1) % size),) for number in range(size)}


def star(size):
    return {"0": tuple(str(number) for number in range(size)), **{str(number): ("0",) for number in range(1, size)}}


def web(size):
    return {str(number): tuple(str((number * 7 + step) % size) for step in range(20)) for number in range(size)}


@pytest.mark.parametrize("graph", [chain, ring, star, web])
@pytest.mark.parametrize("search", [cycles, closing])
def test_the_work_grows_with_the_dependencies(search, graph):
    assert grows_with(lambda size: search(graph(size)), 2_000)


PLANS = {
    "that wait for the next one": lambda number: f"**Depends on**: SPEC-{number + 1}",
    "that all wait for one": lambda _: "**Depends on**: SPEC-1",
    "that share one id": lambda _: "**Spec**: SPEC-1",
    "that share one title": lambda _: "**Related**: Login",
    "that lead nowhere": lambda number: f"**Depends on**: [x](../{number}-x/plan.md)",
}


@pytest.mark.parametrize("header", PLANS.values(), ids=PLANS)
def test_the_work_grows_with_the_plans(header):
    def work(count):
        catalogue({f"specs/{number:05}-a/plan.md": f"# Login\n\n{header(number)}\n" for number in range(count)})

    assert grows_with(work, 100, rounds=3)


@pytest.mark.parametrize(
    "given",
    [
        f"---\n{BOMB}---\n",
        f"# A\n\n**Depends on**: {'SPEC-012, ' * 10_000}\n",
        "- [ ] a\n" * 10_000,
        "[x](y) " * 10_000,
    ],
    ids=["a YAML bomb", "references", "boxes", "links"],
)
def test_the_memory_is_bounded_by_the_text(given):
    """A few hundred bytes for each character, and a little more."""
    read(given.encode(), SETTINGS)
    tracemalloc.start()
    try:
        read(given.encode(), SETTINGS)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000 + 400 * len(given)
    finally:
        tracemalloc.stop()
