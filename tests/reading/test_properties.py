"""Any header, in any dialect, around any body, gives the same fields back; and nothing makes the reader stop."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_plans.reading import read
from mkdocs_plans.reading.status import classify, suggest
from mkdocs_plans.reading.title import from_folder
from mkdocs_plans.settings import Settings
from tests.support import corpus, grows_with

SETTINGS = Settings()
BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

statuses = st.sampled_from(
    ["Draft", "🚧 In Progress", "Done (v2)", "Blocked by Ada", "完了", "进行中", "Superseded by SPEC-9"]
)
days = st.dates().filter(lambda day: day.year >= 1900).map(lambda day: day.isoformat())
specs = st.integers(1, 999).map(lambda number: f"SPEC-{number:03}")
owners = st.sampled_from(["Ada", "@org/team", "Chidi Anagonye", "Ødegård", "山田"])
headers = st.fixed_dictionaries({"Status": statuses, "Created": days, "Spec": specs, "Owner": owners})

# A dialect makes a text of a title and of labels with their values.
DIALECTS = {
    "bold": lambda title, fields: f"# {title}\n\n" + "".join(f"**{k}**: {v}\n" for k, v in fields.items()),
    "hard breaks": lambda title, fields: f"# {title}\n\n" + "".join(f"**{k}:** {v}  \n" for k, v in fields.items()),
    "one line": lambda title, fields: f"# {title}\n\n" + " | ".join(f"**{k}**: {v}" for k, v in fields.items()) + "\n",
    "dots": lambda title, fields: f"# {title}\n\n" + " · ".join(f"{k}: {v}" for k, v in fields.items()) + "\n",
    "list": lambda title, fields: f"# {title}\n\n" + "".join(f"- **{k}:** `{v}`\n" for k, v in fields.items()),
    "quote": lambda title, fields: f"# {title}\n\n" + "".join(f"> {k}: {v}\n" for k, v in fields.items()),
    "table": lambda title, fields: f"# {title}\n\n| | |\n|---|---|\n" + "".join(f"| {k} | {v} |\n" for k, v in fields.items()),
    "plain": lambda title, fields: f"# {title}\n\n" + "".join(f"{k}: {v}\n" for k, v in fields.items()),
    "front matter": lambda title, fields: "---\n" + "".join(f'{k.lower()}: "{v}"\n' for k, v in fields.items()) + f"---\n\n# {title}\n",
}  # fmt: skip

# Bodies hold what looks like a header, and every other trap; each begins with a section of its own.
pieces = st.sampled_from(
    [
        "Text.\n", "**Status**: Abandoned\n", "Status: Abandoned\n", "```\n# Not me\nStatus: Abandoned\n```\n", "### Task 1\n",
        "<!-- Status: Abandoned -->\n", "- [x] done\n- [ ] open\n", "| Status |\n|---|\n| Abandoned |\n", "> Status: Abandoned\n",
        "## Phase 2\n", "- **Owner**: nobody\n", "    Spec: SPEC-000\n", "\n", "[x]: http://example.org\n", "Text\n===\n",
    ]
)  # fmt: skip
bodies = st.lists(pieces, max_size=8).map(lambda parts: "\n## Overview\n\n" + "\n".join(parts) + "\n## End\n\nText.\n")


@pytest.mark.parametrize("dialect", DIALECTS)
@BOUNDED
@given(fields=headers, body=bodies, ends=st.sampled_from(["\n", "\r\n", "\r"]), order=st.randoms())
def test_every_dialect_gives_the_same_fields(dialect, fields, body, ends, order):
    labels = list(fields)
    order.shuffle(labels)
    text = DIALECTS[dialect]("Plan: Login", {label: fields[label] for label in labels}) + body
    document = read(text.replace("\n", ends).encode(), SETTINGS)
    assert document.title == "Login"
    assert document.status.value == fields["Status"]
    assert (document.created, document.spec.id, document.owner) == (fields["Created"], fields["Spec"], fields["Owner"])
    assert [section.title for section in document.sections][:2] == ["Plan: Login", "Overview"]
    assert document.defects == ()


@BOUNDED
@given(raw=st.binary(max_size=300))
def test_no_bytes_make_the_reader_stop(raw):
    _hold(read(raw, SETTINGS), raw)


FRAGMENTS = [
    "# ", "## ", "**", "Status", ": ", "Done", "|", "\n", "\n\n", "---\n", "```\n", "<!--", "-->", "- ", "- [ ] ", "[x](y)", "[", "]",
    "(", ")", "`", "> ", "    ", "\t", "1. ", "\\", "&amp;", "<div>", "SPEC-", "012", "2026-13-01", "é", "✅", "\u202e", "\ud7ff",
    "Ã©", "：", "| a | b |\n|---|---|\n", "***", "___", "~~~\n", "[^1]: ", "---\na: [\n---\n", "*a: b*", "\r", "\x0c", "\u2028", "🤔",
]  # fmt: skip


@settings(BOUNDED, max_examples=400)
@given(parts=st.lists(st.sampled_from(FRAGMENTS), max_size=40))
def test_no_text_makes_the_reader_stop(parts):
    raw = "".join(parts).encode()
    _hold(read(raw, SETTINGS), raw)


@BOUNDED
@given(text=st.text(max_size=80))
def test_no_status_and_no_path_make_it_stop(text):
    classify(text, SETTINGS)
    suggest(text, SETTINGS)
    assert from_folder(text)[1] or not text.strip("./\\ ")


def _hold(document, raw):
    """What is true of every document."""
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    assert all(
        1 <= section.line <= section.last_line <= lines for section in document.sections if document.mended is None
    )
    assert all(field.line >= 1 and field.label for field in document.fields)
    assert all(fact.label and fact.value for section in document.sections for fact in section.facts)
    assert all(record.text or record.facts for record in document.records)
    assert document.progress is None or 0 <= document.progress.done <= document.progress.total


# Each is repeated up to a given size: twice the size must not take much more than twice the time.
HOSTILE = {
    "brackets": "[", "links": "[a](", "bold": "**", "bold labels": "**a**: ", "bold open": "**a", "stars": "*a ", "underscores": "_a ",
    "ticks": "` ", "quotes": "> ", "quoted lines": "> a\n", "tags": "<a ", "comments": "<!-- ", "bars": "| ", "rows": "|a|b\n",
    "colons": ": ", "dashes": "- ", "rules": "---\n", "headings": "# a\n", "tasks": "# Task 1\n", "quoted tasks": "> # Task 1\n", "deep": "  - a\n", "fences": "```\n", "boxes": "- [ ] a\n",
    "half boxes": "- [-] a\n", "labels": "Status: a\n", "dots": "Status: a · ", "spaces": " ", "tabs": "\t", "blank lines": "\n",
    "entities": "&amp;", "backslashes": "\\", "digits": "1", "numbered": "1. ", "accents": "é", "mojibake": "Ã©", "tildes": "~~",
    "braces": "{{", "statuses": "Draft | ", "deeper": "###### a\n", "equals": "a\n===\n", "dates": "2026-", "crs": "\r",
    "table": "|a|\n|-|\n|b|\n\n", "bold prose": "a **b** c\n", "brackets and colons": "[a]: b\n", "quoted deep": ">",
}  # fmt: skip


@pytest.mark.parametrize(
    "prefix", ["", "# Login\n\n**Status**: ", "---\nstatus: ", "## "], ids=["", "value", "yaml", "heading"]
)
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(unit, prefix):
    assert grows_with(lambda size: read((prefix + unit * (size // len(unit))).encode(), SETTINGS), 20_000)


def test_quadratic_time_is_noticed():
    assert not grows_with(lambda size: sum(1 for _ in range(size * size)), 1_000, rounds=2)


@pytest.mark.skipif(corpus() is None, reason="no corpus of real plans")
def test_every_real_plan_is_read():
    for file in sorted(corpus().rglob("*.md")):
        raw = file.read_bytes()
        _hold(read(raw, SETTINGS), raw)
