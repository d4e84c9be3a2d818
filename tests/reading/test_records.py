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
    "- **Domanda**: disco?\n- **Scadenza**: presto\n- **Domanda**: e poi?": [
        ("", ["Domanda", "Scadenza"]),
        ("", ["Domanda"]),
    ],
    "- **Frage**: Platte?\n- **Frist**: bald\n- **Frage**: Und?": [("", ["Frage", "Frist"]), ("", ["Frage"])],
    # What goes on in the next line.
    "6. **Storage**: disk\n   or bucket?": [("Storage: disk or bucket?", [])],
    "- **Storage**: disk\n  or bucket?": [("Storage: disk or bucket?", [])],
    "- **Storage**: disk\n  **Due**: soon": [("", ["Storage", "Due"])],
    # Items that have the questions nested under them.
    "1. **Store:**\n   - disk?": [("Store: disk?", [])],
    "- **Security:**\n  - Who?\n  - How\n    long?": [("Security: Who?", []), ("Security: How long?", [])],
    "- **Security:**\n  - the keys\n\n  - the audit": [("Security: the keys", []), ("Security: the audit", [])],
    "- Security\n  - Who?\n    - **Due**: soon\n  - Why?\n\n    **Due**: late": [
        ("Security: Who?", ["Due"]),
        ("Security: Why?", ["Due"]),
    ],
    "- Security\n  - **Owner**: Ada\n  - Who?\n  - Why?": [
        ("Security: Who?", ["Owner"]),
        ("Security: Why?", ["Owner"]),
    ],
    "- Store\n  - **Due**: soon\n  - disk": [("Store", ["Due"])],
    "- A\n  - B\n    - C\n      - D\n        - Who?": [("A: B: C: D: Who?", [])],
    "- Security\n  - Keys\n    - Who?\n- Why?": [("Security: Keys: Who?", []), ("Why?", [])],
    "- Which store?\n  - disk\n    - **Cost**: 1\n  - bucket?": [("Which store?", ["Cost"])],
    "- Ferries in dock send positions\n  - ask for a flag\n  - or leave them out": [
        ("Ferries in dock send positions", [])
    ],
    "- Questions of the other teams:\n  - the keys\n  - the audit": [
        ("Questions of the other teams: the keys", []),
        ("Questions of the other teams: the audit", []),
    ],
    "- We met and found this.\n  - disk": [("We met and found this.", [])],
    f"- We met{' and met' * 20}\n  - Who?": [("Who?", [])],
    "- Which store?\n  - **Options**:\n    - disk\n  - **Due**: soon": [("Which store?", ["Due"])],
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
    "1. [What?]\n2. [NEEDS CLARIFICATION]\n3. [NEEDS CLARIFICATION: …]\n- **Question**: TBD\n- **Due**: TBD": [],
    # What somebody wrote in brackets, and what nobody has decided yet.
    "- [NEEDS CLARIFICATION: who pays for it?]": [("NEEDS CLARIFICATION: who pays for it?", [])],
    "- [NEEDS CLARIFICATION: retention]\n  - a year": [("NEEDS CLARIFICATION: retention", [])],
    "- [Should we use OAuth?]": [("Should we use OAuth?", [])],
    "- [Who pays?]\n- [Who, how?]\n- [Why is it so?]": [("Why is it so?", [])],
    "- [誰が払う？]\n- [誰がいつ払う？]": [("誰がいつ払う？", [])],
    "- [保存先はどこですか？]": [("保存先はどこですか？", [])],
    "- **Question**: [Should we use OAuth?]": [("", ["Question"])],
    "- **Storage**: TBD": [("Storage: TBD", [])],
    "1. **Storage**: TBD\n2. **Keys**: [NEEDS CLARIFICATION: who has them]": [
        ("Storage: TBD", []),
        ("Keys: NEEDS CLARIFICATION: who has them", []),
    ],
    "1. **Storage**: TBD - **Due**: soon": [("Storage: TBD", ["Due"])],
    "- **Storage**: [TBD] - **Due**: soon": [("", ["Due"])],
    "**Library**: MinIO\n- **Version**: TBD": [("", ["Library", "Version"])],
    "- **Store**: disk\n- **Keys**: TBD\n  - **Due**: soon": [("", ["Store"]), ("Keys: TBD", ["Due"])],
    "| ID | Question | Due |\n|---|---|---|\n| Q1 | [NEEDS CLARIFICATION: who?] | soon |\n| Q2 | [When] | |": [
        ("NEEDS CLARIFICATION: who?", ["ID", "Due"]),
        ("", ["ID"]),
    ],
    "| Question | Decision |\n|---|---|\n| Who? | [NEEDS CLARIFICATION: Bo?] |": [("", ["Question"])],
    "Only words, and **bold** ones.": [],
    "```\n- Which store?\n```": [],
    "<!-- - Which store? -->": [],
    "- Which store?\n\n---\n\n**Plan Status**: Draft": [("Which store?", [])],
}


@pytest.mark.parametrize(("text", "found"), RECORDS.items())
def test_records(text, found):
    document = read(f"# Login\n\n## A\n\n{text}\n".encode(), Settings())
    assert [(each.text, [fact.label for fact in each.facts]) for each in document.records] == found


FACTS = {
    "- Who pays? (**Due**: before beta)": [("Due", "before beta", 5)],
    "- Who pays? (**Due**: Friday (noon))": [("Due", "Friday (noon)", 5)],
    "- Who pays? (**Cost**: ~3 (or 4) a day, **Due**: soon)": [("Cost", "~3 (or 4) a day", 5), ("Due", "soon", 5)],
    "1. **Store**: disk, bucket - **Cost**: 3 - **Due**: soon": [("Cost", "3", 5), ("Due", "soon", 5)],
    "- **Question**: [who pays for it?]\n  - **Due**: soon": [
        ("Question", "who pays for it?", 5),
        ("Due", "soon", 6),
    ],
    "- **Question**: who pays\n  for it?\n\n  **Due**: soon": [("Question", "who pays for it?", 5), ("Due", "soon", 8)],
    # A day is said in one line; what follows is no part of it.
    "- **Due**: soon\n  or later": [("Due", "soon", 5)],
    "- Who?\n  - **Due**: soon\n    or later": [("Due", "soon", 6)],
    "**Library**: MinIO\n- **Version**: 3\n- **Licence**: TBD": [
        ("Library", "MinIO", 5),
        ("Version", "3", 6),
        ("Licence", "TBD", 7),
    ],
}


@pytest.mark.parametrize(("text", "facts"), FACTS.items())
def test_the_facts_of_a_record(text, facts):
    (record,) = read(f"# Login\n\n## A\n\n{text}\n".encode(), Settings()).records
    assert list(record.facts) == facts


SETTLED = {
    "- [x] Which store?": True,
    "- [ ] Which store?": False,
    "- ~~Which store?~~ disk": True,
    "- **~~Which store?~~**": True,
    "- Which store, ~~disk~~ or bucket?": False,
    "- ~~**Old**: x?~~": True,
    "1. ~~**Old**: x~~": True,
    "- **[RESOLVED]** Which store?": True,
    "- **[Resolved: disk]** Which store?": True,
    "- [Resolved] Which store?": True,
    "- Which\n  store? (resolved)": True,
    "- ✅ Which store?": True,
    "- **✅ Which store?**\n  - **Due**: soon": True,
    "### ✅ Which store?": True,
    "- Which store? (to be resolved)": False,
    "- [Must be resolved] Which store?": False,
    "- Which store (resolved before) is it?": False,
    "- [x] Security\n  - Who?": True,
    "- Security\n  - [x] Who?": True,
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
