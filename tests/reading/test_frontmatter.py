"""Front matter: text as written, lines, and what is wrong with it."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from tests.support import grows_with

SETTINGS = Settings()


def document(front: str, body: str = "# Login\n"):
    return read(f"---\n{front}\n---\n\n{body}".encode(), SETTINGS)


@pytest.mark.parametrize(
    ("front", "label", "value"),
    [
        ("plan: 024", "plan", "024"),
        ("plan: 010", "plan", "010"),
        ("created: 2026-03-01", "created", "2026-03-01"),
        ("version: 1.10", "version", "1.10"),
        ("ready: yes", "ready", "yes"),
        ("status: 'In progress'", "status", "In progress"),
        ("status: >\n  In\n  progress", "status", "In progress"),
        ("depends_on: [001, 002]", "depends_on", "001, 002"),
        ("depends_on:\n  - 001\n  - 002", "depends_on", "001, 002"),
        ("base: &b Draft\nstatus: *b", "status", "Draft"),
        ("spec: '[spec](spec.md)'", "spec", "spec"),
        ("author: {name: Ada, email: ada@example.org}", "author", "Ada"),
        ("spec: {id: SPEC-012, path: spec.md}", "spec", "spec.md"),
        ("a: {? [b, c] : d}\nstatus: Draft", "status", "Draft"),
        ("a: {b: {c: d}}\nstatus: Draft", "status", "Draft"),
        ("note: '*a* `b`'", "note", "*a* `b`"),
    ],
)
def test_values_stay_as_written(front, label, value):
    assert {field.label: field.value for field in document(front).fields}[label] == value


@pytest.mark.parametrize(
    "front",
    [
        "status: null",
        "status: ~",
        "status:",
        "status: ''",
        "status: {a: b}",
        "# nothing",
        "",
        "~: Draft",
        "? [a]\n: b",
        "{[a]: b}",
    ],
)
def test_what_says_nothing(front):
    found = document(front)
    assert found.fields == ()
    assert found.defects == ()
    assert (found.title, found.title_line) == ("Login", front.count("\n") + 5)


def test_lines_count_from_the_top_of_the_file():
    found = document("id: 024\nstatus: done", "# Login\n\n**Owner**: Ada\n\n## Overview\n\nText.\n")
    assert [(field.label, field.line) for field in found.fields] == [("id", 2), ("status", 3), ("Owner", 8)]
    assert found.title_line == 6
    assert [section.line for section in found.sections] == [6, 10]


def test_lines_count_from_the_top_of_the_file_with_blank_lines_above():
    found = read(b"\n\n---\nstatus: done\n---\n\n# Login\n", SETTINGS)
    assert ([field.line for field in found.fields], found.title_line) == ([4], 7)


def test_dots_end_it_as_they_do_for_mkdocs():
    found = read(b"---\nstatus: done\n...\n# Login\n\n## Overview\n\nText.\n\n---\n\n## Risks\n", SETTINGS)
    assert [(field.value, field.line) for field in found.fields] == [("done", 2)]
    assert [(section.title, section.line) for section in found.sections] == [
        ("Login", 4),
        ("Overview", 6),
        ("Risks", 12),
    ]
    assert found.defects == ()


def test_nesting_may_be_deep():
    assert document(f"a: {'[' * 19}{']' * 19}").defects == ()


@pytest.mark.parametrize("options", ["off", "[a, b]", "{disable: a}"])
def test_the_block_of_this_project_is_no_field(options):
    assert document(f"plans: {options}").fields == ()


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("status: draft\ntags: [a", 4, "not valid YAML"),
        ("status: draft\n bad: [", 3, "not valid YAML"),
        ("- a\n- b", 1, "a list"),
        ("just words", 1, "is text"),
        ("a: " + "[" * 30 + "]" * 30, 2, "nesting"),
        ("a:" + "\n- x" * 17_000, 1, "longer than 64,000 characters"),
    ],
)
def test_defects(front, line, words):
    (defect,) = document(front).defects
    assert (defect.rule, defect.line) == ("front-matter-invalid", line)
    assert words in defect.message


def test_broken_front_matter_hides_nothing():
    found = document("status: draft\ntags: [a", "# Login\n\n## Overview\n\nText.\n")
    assert (found.title, found.status.value) == ("Login", "draft")
    assert [section.title for section in found.sections] == ["Login", "Overview"]


@pytest.mark.parametrize(
    ("front", "fields"),
    [
        ("owner: @ada\nstatus: done\nnote:", [("owner", "@ada", 2), ("status", "done", 3)]),
        (
            "title: Login: part 2\ndue:\n# mine\n\nstatus: draft",
            [("title", "Login: part 2", 2), ("status", "draft", 6)],
        ),
        ("tags: [a\nids: [1, 2]\nstatus:\n  - draft", [("tags", "a", 2), ("ids", "1, 2", 3), ("status", "draft", 4)]),
        # A header between rules.
        ("**Status**: Draft\nNote: a: b", [("Status", "Draft", 2), ("Note", "a: b", 3)]),
    ],
)
def test_one_mistake_does_not_cost_the_other_keys(front, fields):
    found = document(front)
    assert [(field.label, field.value, field.line) for field in found.fields] == fields
    assert [defect.rule for defect in found.defects] == ["front-matter-invalid"]


def test_front_matter_without_an_end():
    found = read(b"---\ntitle: Login\nstatus: draft\n\n# Login\n", SETTINGS)
    assert found.status.value == "draft"
    assert [(defect.rule, defect.line) for defect in found.defects] == [("front-matter-invalid", 1)]
    assert read(b"---\n\n# Login\n", SETTINGS).defects == ()
    assert read(b"---\nNote: this is a text below a rule.\n", SETTINGS).defects == ()


def test_a_key_that_stands_twice():
    (defect,) = document("status: done\ntags: [a]\nstatus: draft").defects
    assert (defect.rule, defect.line) == ("front-matter-invalid", 4)
    assert defect.message == 'the key "status" is already in line 2, and the last one counts; remove one of them'


def test_options_may_have_keys_that_are_no_names():
    assert document("plans: {? [a, b] : c, d: e}").options == {"": "c", "d": "e"}


@pytest.mark.parametrize(
    ("value", "reads"),
    [("", True), ("true", True), ("false", False), ("'False'", False), ("no", False), ("Off", False), ("7", True)],
)
def test_one_plan_opts_out_of_githubs_dialect(value, reads):
    assert document(f"plans: {{github_markdown: {value}}}").reads_as_on_github(default=True) is reads


def test_options_are_plain_data():
    found = document("plans:\n  github_markdown: false\n  rules: {section-empty: off}\n  names: [a, 010]")
    assert found.options == {"github_markdown": False, "rules": {"section-empty": "off"}, "names": ["a", "010"]}
    assert found.fields == ()


# Each of a given size.
BOMBS = {
    "aliases": lambda n: (
        "a: &a [x]\n" + "\n".join(f"b{i}: &b{i} [*{f'b{i - 1}' if i else 'a'}]" for i in range(n // 20))
    ),
    "many aliases": lambda n: "a: &a x\nplans: {" + ", ".join(f"k{i}: *a" for i in range(n // 10)) + "}",
    "lists": lambda n: "[" * n,
    "mappings": lambda n: "{a: " * (n // 4),
    "keys": lambda n: "? " * (n // 2),
    "anchors": lambda n: "&a " * (n // 3),
    "dashes": lambda n: "- " * (n // 2),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_bombs_are_bounded(bomb):
    assert document(bomb(60_000)).title == "Login"
    assert grows_with(lambda size: document(bomb(size)), 15_000)


def test_a_rule_at_the_top_is_no_front_matter():
    assert read(b"---\n\n# Login\n", SETTINGS).title == "Login"
    assert read(b"---\n# Login\n", SETTINGS).title == "Login"
