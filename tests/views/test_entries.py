"""What counts as an entry of a register: which sections are read, what is settled, and which day is meant."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Place, Plan
from mkdocs_plans.reading import read
from mkdocs_plans.reading.records import questions
from mkdocs_plans.settings import DEFAULT_STATUSES, SectionSpec, Settings
from mkdocs_plans.views.entries import Reader
from mkdocs_plans.views.register import gathered
from mkdocs_plans.views.selection import parse


def entries(written, marker="", *own):
    """What is left to decide in these sections of a plan, on a day; the team has sections of its own."""
    settings = Settings(sections=own)
    document = read(f"# Login\n\n**Status**: Draft\n\n{written}".encode(), settings)
    plan = Plan(Place("plan.md", "plan.md"), document, id=None, title="Login", status=DEFAULT_STATUSES[0])
    options = parse(marker, settings)
    return gathered([plan], options, Reader(options, settings, "2026-11-22")).entries


def texts(written, marker="", *own):
    return [entry.text for entry in entries(written, marker, *own)]


@pytest.mark.parametrize(
    ("heading", "marker", "is_found"),
    [
        ("Open Questions", "", True),
        ("❓ 7. OPEN QUESTIONS", "", True),
        ("Offene Fragen", "", True),
        ("未決事項", "", True),
        ("Open Questions", "{section: offene fragen}", True),
        ("Risks", "", False),
        ("Risks", "{section: risks}", True),
        ("3. Risks (so far)", "{section: [Nothing, Risks]}", True),
        ("Dangers", "{section: Risks}", False),
        ("Risk", "{section: Risks}", True),
        ("Danger", "{section: Dangers}", True),
        ("Hazards", "{section: Risks}", True),  # the alias of the team
        ("Hazards", "{section: '/(risk|hazard)s?/'}", True),
        ("Open Questions (resolved)", "", False),
        ("Open Questions [Resolved: 2026-11-01]", "", False),
        ("Open Questions (all resolved)", "", False),
        ("Questions résolues", "{section: Questions}", False),
        ("Open Questions (to be resolved before implementation)", "", True),
        ("Open Questions (must be answered before Phase 1)", "", True),
        ("Open Questions (must be answered)", "", True),
        ("Open Questions (none resolved yet)", "", True),
        ("Open Questions – none resolved", "", True),
        ("Risks and Open Questions", "", True),
        ("Questions & Answers", "", False),
        ("Decision 1: Use disk", "", False),
        ("Issue 1", "", False),
        ("Item 1", "", False),
        ("Question 1", "", False),
        ("Resolved Questions", "{section: Resolved Questions}", True),
    ],
)
def test_sections_go_by_the_names_that_they_have_elsewhere(heading, marker, is_found):
    own = SectionSpec("Risks", ("Hazards",))
    assert texts(f"## {heading}\n\n- The tide\n", marker, own) == ["The tide"] * is_found


def test_every_section_of_open_questions_is_read():
    names = ("Open Questions", "Open Issues", "Notes", "Pending Decisions", "Risks and Open Points", "Open questions")
    written = "".join(f"## {name}\n\n- {name}\n\n" for name in names)
    assert texts(written) == [name for name in names if name != "Notes"]


@pytest.mark.parametrize(
    ("own", "heading", "marker"),
    [
        ("Open Questions", "Loose Ends", ""),
        ("Open Questions", "Loose Ends", "{section: Open Questions}"),
        ("Open Questions", "Open Questions", "{section: Loose Ends}"),
        ("Unknowns", "Loose Ends", ""),
        ("Unknowns", "Unknowns", "{section: offene fragen}"),
    ],
)
def test_open_questions_have_the_names_of_the_team_too(own, heading, marker):
    spec = SectionSpec(own, ("Loose Ends", *(["Open Questions"] if own == "Unknowns" else [])))
    assert texts(f"## {heading}\n\n- a\n- b\n  - **Decision**: disk\n", marker, spec) == ["a"]


def test_a_section_that_has_one_of_these_names_as_another_is_none_of_open_questions():
    own = SectionSpec("Risks", ("Open Issues", "Dangers"))
    assert texts("## Dangers\n\n- a\n", "", own) == []
    assert texts("## Dangers\n\n- a\n  - **Decision**: b\n", "{section: Risks}", own) == ["a"]


SETTLED = {
    "- [x] a": 0,
    "- [ ] a": 1,
    "- ~~a~~ b": 0,
    "### Resolved\n\n- a\n\n### Others\n\n- b": 1,
    "- a\n  - **Decision**: disk": 0,
    "- a\n  - **Answer**: pending": 1,
    "- ~~**Old**: x?~~\n- **[RESOLVED]** a\n- ✅ b": 0,
    "| Question | Due |\n|---|---|\n| ✅ a | soon |\n| [Resolved] b | soon |\n| c | soon |": 1,
    "- None.": 0,
    "- N/A": 0,
    "- No open questions.\n- No open questions at this time\n- There are currently no open questions left": 0,
    "- No open questions about the store, but who pays": 1,
    "- **Storage**: TBD\n- **Keys**: disk or bucket\n- **Login**: TODO": 3,
    "- None (all resolved)": 0,
    "- None of these?": 1,
    "- keine": 0,
    "- Keine offenen Fragen": 0,
    "- なし\n- 特になし。\n- 无\n- 暂无\n- 없음\n- нет\n- Aucune\n- Ninguna\n- Nenhuma.": 0,
    "| Question | Due |\n|---|---|\n| None | – |": 0,
    "### Must be decided now\n\n- a": 1,
    "### Noch nicht entschieden\n\n- a": 1,
    "### Which store is decided?\n\n- a": 1,
    "### 미해결된 질문\n\n- a": 1,
    "### Storage (resolved)\n\n- a": 0,
    "### Resolved Questions\n\n- a": 0,
    "### Geklärte Fragen\n\n- a": 0,
    "### Résolues\n\n- a\n\n### Resueltas\n\n- a\n\n### Resolvidas\n\n- a": 0,
    "### Решённые\n\n- a\n\n### 已決定\n\n- a\n\n### 解決済み\n\n- a": 0,
    "### Pas encore résolues\n\n- a\n\n### Ещё не решённые\n\n- a": 2,
    "- a\n  - **Résolution**: disque\n- b\n  - **Resuelto**: disco\n- c\n  - **Решено**: диск": 0,
    "- a\n  - **Resolved**: No\n- b\n  - **Resolvido**: não\n- c\n  - **Answer**: No": 2,
    "| Question | Status |\n|---|---|\n| a | Closed |\n| b | Open |\n| c | |": 2,
    "| Question | Decision |\n|---|---|\n| a | disk |\n| b | TBD |": 1,
}


@pytest.mark.parametrize(("listed", "left"), SETTLED.items())
def test_what_is_settled_is_left_out(listed, left):
    assert len(texts(f"## Open Questions\n\n{listed}\n")) == left


UNDECIDED = [
    *("To be decided", "Undecided", "not yet", "none yet", "Ada to decide", "Unclear", "Needed by 2026-12-01"),
    *("User to decide", "TBD by Ada", "Open", "⏳ Pending", "Not decided yet", "The team will decide", "open (ask Bo)"),
    *(
        "noch offen",
        "Ada muss entscheiden",
        "未定",
        "待定",
        "미정",
        "не решено",
        "à décider",
        "por decidir",
        "a definir",
    ),
]
DECIDED = ["Approved", "Accepted", "Disk", "Open source it", "No", "We do not need it", "✅ disk"]


def test_what_is_still_to_be_decided_is_no_decision():
    listed = "".join(f"1. About {said}\n   - **Decision**: {said}\n" for said in (*UNDECIDED, *DECIDED))
    assert texts(f"## Open Questions\n\n{listed}") == [f"About {said}" for said in UNDECIDED]


def test_a_question_is_settled_by_its_status():
    settled = ["Decided", "Answered", "Approved", "Decision made", "Accepted by Ada", "✅ Resolved", "Done", "Dropped"]
    still = ["Open", "Not approved", "To be decided", "In review", "Undecided", "Blocked"]
    listed = "".join(f"1. About {said}\n   - **Status**: {said}\n" for said in (*settled, *still))
    assert texts(f"## Open Questions\n\n{listed}") == [f"About {said}" for said in still]
    assert texts("## Risks\n\n- a\n  - **Status**: Accepted\n", "{section: Risks}") == ["a"]


def test_a_decision_settles_a_question_and_nothing_else():
    assert texts("## Decisions\n\n- **Topic**: a\n  - **Decision**: disk\n", "{section: Decisions}") == ["a"]


def test_labels_of_days():
    labels = [*questions.DUE, "DEADLINE", "Decision-needed-by", "⏰ Due"]
    items = "".join(f"- {label}\n  - **{label}**: 2026-11-21\n" for label in labels)
    found = entries(f"## Open Questions\n\n{items}")
    assert {entry.text: (entry.day, entry.late, entry.left) for entry in found} == dict.fromkeys(
        labels, ("2026-11-21", 1, 0)
    )


DAYS = {
    "2026-11-21": ("2026-11-21", 1, 0),
    "2026-11-22": ("2026-11-22", 0, 0),
    "2026-11-24": ("2026-11-24", 0, 2),
    "21.11.2026": ("2026-11-21", 1, 0),
    "21 November 2026, in the team": ("21 November 2026, in the team", 1, 0),
    "2026年11月21日": ("2026年11月21日", 1, 0),
    "11/12/2026": ("11/12/2026", 0, None),
    "Q1 2027": ("Q1 2027", 0, None),
}


@pytest.mark.parametrize(("written", "told"), DAYS.items())
def test_days_as_they_are_written(written, told):
    (found,) = entries(f"## Open Questions\n\n- a\n  - **Due**: {written}\n")
    assert (found.shown, found.late, found.left) == told
