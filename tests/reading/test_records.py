"""Records: what the sections of a plan list, one by one."""

from __future__ import annotations

import pytest

from mkdocs_plans.model.lazy import Lazy
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings

RECORDS = {
    # A list item with what is nested under it, or stands in its line.
    "1. **Which store?**\n   - **Options**: disk, bucket\n   - **Due**: 2026-12-01": [
        ("Which store?", ["Options", "Due"]),
    ],
    "1. **Which store?** - **Due**: 2026-12-01": [("Which store?", ["Due"])],
    "- Which store? (**Due**: 2026-12-01)": [("Which store?", ["Due"])],
    "- Which\n  `store`?\n- And [why](x.md)?": [("Which store?", []), ("And why?", [])],
    "- Which\nstore?": [("Which store?", [])],
    "- Which store?\n\n  **Due**: soon\n\n- Why?": [("Which store?", ["Due"]), ("Why?", [])],
    "- Which store?\n  - disk\n  - bucket": [("Which store?", [])],
    "- Which store?\n\n  | Option | Cost |\n  |---|---|\n  | disk | 1 |": [("Which store?", [])],
    "> - Which store?\n>   - **Due**: soon": [("Which store?", ["Due"])],
    "- Which store?\n\n> - **Due**: soon": [("Which store?", []), ("", ["Due"])],
    "- Which store?\n  > **Due**: soon": [("Which store?", ["Due"])],
    # What stands before a colon: a question by name, what an item is about, or the label of a fact.
    "1. **Store**: disk or bucket": [("Store: disk or bucket", [])],
    "- **Store**: disk or bucket?": [("Store: disk or bucket?", [])],
    "- **Question**: disk or bucket?\n  - **Due**: soon": [("", ["Question", "Due"])],
    "- **Frage**: Platte?\n- **Frist**: bald\n- **Frage**: Und?": [("", ["Frage", "Frist"]), ("", ["Frage"])],
    "1. **Store:**\n   - disk?": [("Store", [])],
    "- **Store:**\n  - **Due**: soon": [("Store", ["Due"])],
    "- **Library**: MinIO\n  - **Version**: 3": [("", ["Library", "Version"])],
    # Facts that nothing holds together, until a label comes again.
    "**Risk Level**: High\n\n**Breaking Changes**: No": [("", ["Risk Level", "Breaking Changes"])],
    "**Library**: MinIO\n- **Version**: 3\n- **Interfaces**:\n  - S3\n- **Licence**: AGPL\n\n**Library**: SQLite": [
        ("", ["Library", "Version", "Licence"]),
        ("", ["Library"]),
    ],
    "**Risk Level**: High\n\n- a step\n\n**Breaking Changes**: No": [
        ("", ["Risk Level"]),
        ("a step", []),
        ("", ["Breaking Changes"]),
    ],
    "**Risk Level**: High\n\n### B\n\n**Breaking Changes**: No": [("", ["Risk Level"]), ("", ["Breaking Changes"])],
    # Rows of tables.
    "| Question | Due |\n|---|---|\n| Which store? | soon |\n| Why? | |": [
        ("", ["Question", "Due"]),
        ("", ["Question"]),
    ],
    # A heading that is a question.
    "### Which store?\n\nWe have two.\n\n**Due**: soon\n\n- **Options**: many\n\n### Notes\n\n- x1": [
        ("Which store?", ["Due", "Options"]),
        ("x1", []),
    ],
    "Which store?\n------------\n\n**Due**: soon": [("Which store?", ["Due"])],
    # What nobody wrote.
    "1. **[Question 1]**\n   - **Context**: [Why]\n   - **Decision needed by**: [When]": [],
    "1. [Question]\n2. TBD\n3. …": [],
    "1. **Which store?**\n   - **Decision needed by**: [When]": [("Which store?", [])],
    "Only words, and **bold** ones.": [],
    "```\n- Which store?\n```": [],
    "<!-- - Which store? -->": [],
    "- Which store?\n\n---\n\n**Plan Status**: Draft": [("Which store?", [])],
}


@pytest.mark.parametrize(("text", "found"), RECORDS.items())
def test_records(text, found):
    document = read(f"# Login\n\n## A\n\n{text}\n".encode(), Settings())
    assert [(each.text, [fact.label for fact in each.facts]) for each in document.records] == found


SETTLED = {
    "- [x] Which store?": True,
    "- [ ] Which store?": False,
    "- ~~Which store?~~ disk": True,
    "- **~~Which store?~~**": True,
    "- Which store, ~~disk~~ or bucket?": False,
    "| Question | Due |\n|---|---|\n| ~~Which store?~~ | soon |": True,
    "| Question | Due |\n|---|---|\n| Which store? | soon |": False,
}


@pytest.mark.parametrize(("text", "settled"), SETTLED.items())
def test_what_is_ticked_or_struck_out_is_settled(text, settled):
    (record,) = read(f"# Login\n\n## A\n\n{text}\n".encode(), Settings()).records
    assert record.is_settled is settled


def test_records_have_the_lines_of_the_file():
    records = read(b"---\na: b\n---\n\n# Login\n\n## A\n\n- one\n- two\n\n**Risk**: High\n", Settings()).records
    assert [record.line for record in records] == [9, 10, 12]


def test_records_are_read_when_they_are_asked_for():
    records = read(b"# Login\n\n- one\n", Settings()).records
    assert isinstance(records, Lazy)
    assert not records._items
    assert len(records) == 1
