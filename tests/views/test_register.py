"""What plans list in a section: the questions that are open, and the days until which they must be decided."""

from __future__ import annotations

import pytest

from mkdocs_plans.views.words import Words
from tests.support import text

LOGIN = """## 9. Open questions ❓

1. **Which key store?**
   - **Options**: disk, bucket
   - **Decision needed by**: 2026-11-14
2. **Who pays?**
   - **Decision needed by**: before beta
3. **Nothing yet** - **Decision needed by**: [When]
- [x] Passkeys or passwords?
"""
LOGOUT = """## Open Questions

| ID | Question | Options | Owner | Due |
|----|----------|---------|-------|-----|
| Q1 | Everywhere at once? | yes, no | Bo | 01.12.2026 |
| Q2 | And on the phone? | | | 2026-11-20 |
"""
HEAD = "# {title}\n\n**Status**: {status}\n**Owner**: Ada\n\n"


@pytest.fixture
def team(site):
    """The view for a marker, on a site with some plans; others by their name, and what they say behind the header."""

    def build(marker="", page="team", **others):
        plans = {"login": ("In progress", LOGIN), "logout": ("Draft", LOGOUT), "search": ("Draft", ""), **others}
        for at, (name, (status, sections)) in enumerate(plans.items(), 1):
            site.plan(f"{at:03}-{name}", HEAD.format(title=name.title(), status=status) + sections)
        site.write(f"docs/{page}.md", f"# Team\n\n<!-- plans:register {marker} -->\n")
        (view,) = site.build().tree(page).cssselect('[data-plans="register"]')
        return view

    return build


@pytest.fixture
def alone(team):
    """The same with one plan, that says this."""

    def build(sections, marker="", status="Draft"):
        nothing = ("Done", "")
        return team(marker, login=(status, sections), logout=nothing, search=nothing)

    return build


def rows(view):
    return [[text(cell) for cell in row.xpath("./td|./th")] for row in view.cssselect('[data-plans="row"]')]


def heads(view):
    return [text(cell) for cell in view.cssselect("thead th")]


def line(view):
    return text(view.cssselect(".plans-count")[0])


def test_what_is_due_first_comes_first_and_what_names_no_day_last(team):
    view = team()
    assert heads(view) == ["Decision needed by", "Question", "Options", "Plan", "Owner"]
    assert rows(view) == [
        ["2026-11-14 8 d overdue", "Which key store?", "disk, bucket", "001 Login", "Ada"],
        ["2026-11-20 2 d overdue", "And on the phone?", "", "002 Logout", "Ada"],
        ["2026-12-01", "Everywhere at once?", "yes, no", "002 Logout", "Bo"],
        ["before beta", "Who pays?", "", "001 Login", "Ada"],
        ["", "Nothing yet", "", "001 Login", "Ada"],
    ]


def test_its_filter_is_one_of_entries(team):
    field = team().cssselect("form input[type=search]")[0]
    assert (field.get("placeholder"), field.get("aria-label")) == ("Filter entries  /", "Filter entries")


def test_one_line_says_what_there_is_and_what_is_not(team):
    view = team(more=("Draft", "## Open Questions\n\n[Questions]\n"), prose=("Draft", "## Open Questions\n\nNone.\n"))
    assert line(view) == (
        "Open questions 5 entries in 2 plans · 2 overdue · 2 without a date · 1 settled"
        " · 1 plan has text in it, but nothing to list · 2 plans have not filled it in"
    )
    folds = [[text(part) for part in fold.cssselect("summary, li")] for fold in view.cssselect("details")]
    assert folds == [
        ["1 plan has text in it, but nothing to list", "005 Prose (Draft, Ada)"],
        ["2 plans have not filled it in", "003 Search (Draft, Ada)", "004 More (Draft, Ada)"],
    ]


def test_rows_lead_to_the_plan_and_say_what_the_script_filters_by(team):
    row = team().cssselect('[data-plans="row"]')[1]
    assert row.xpath(".//a/@href") == ["../specs/002-logout/plan/"]
    said = {name: row.get(f"data-{name}") for name in ("path", "status", "owner", "is")}
    assert said == {"path": "specs/002-logout/plan.md", "status": "draft", "owner": "Ada", "is": "due late overdue"}


def test_the_filter_counts_rows(team):
    owners = team().cssselect('select[name="owner"] option')
    assert [text(choice) for choice in owners] == ["Any owner", "Ada (4)", "Bo (1)"]


@pytest.mark.parametrize(
    ("day", "told", "count"),
    [
        ("1794614400", "2026-11-14", "0 overdue"),  # 2026-11-14: what is due today is not late
        ("1794700800", "2026-11-14 1 d overdue", "1 overdue"),
        ("1803859200", "2026-11-14 3 mo overdue", "3 overdue"),
        (None, "2026-11-14", None),  # no git and no day: nothing is late, and nothing says so
    ],
)
def test_late_is_what_lies_before_the_day_that_the_site_stands_for(team, monkeypatch, day, told, count):
    if day:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    else:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
    view = team()
    assert rows(view)[0][0] == told
    assert [part for part in line(view).split(" · ") if "overdue" in part] == ([count] if count else [])


@pytest.mark.parametrize(
    ("status", "shown"),
    [("Planned", 5), ("In review", 5), ("Blocked", 5), ("Whatever", 5), ("Done", 2), ("Dropped", 2)],
)
def test_only_plans_that_are_not_finished_are_asked(team, status, shown):
    assert len(rows(team(login=(status, LOGIN)))) == shown


@pytest.mark.parametrize(
    ("marker", "found"),
    [
        ("{stage: done}", []),
        ("{stage: todo}", ["002 Logout", "002 Logout"]),
        ("{status: in-progress}", ["001 Login", "001 Login", "001 Login"]),
        ("{owner: ada, path: '*login*/'}", ["001 Login", "001 Login", "001 Login"]),
        ("{where: {Status: Draft}}", ["002 Logout", "002 Logout"]),
        ("{limit: 2}", ["001 Login", "002 Logout"]),
        ("{sort: -due}", ["002 Logout", "002 Logout", "001 Login", "001 Login", "001 Login"]),
        ("{sort: question}", ["002 Logout", "002 Logout", "001 Login", "001 Login", "001 Login"]),
        ("{sort: -plan}", ["002 Logout", "002 Logout", "001 Login", "001 Login", "001 Login"]),
        ("{sort: options}", ["001 Login", "002 Logout", "002 Logout", "001 Login", "001 Login"]),
    ],
)
def test_options_narrow_and_order(team, marker, found):
    assert [row[-2] for row in rows(team(marker))] == found


def test_a_limit_says_how_many_more_there_are(team):
    view = team("{limit: 2}")
    assert "3 more" in [text(each) for each in view.cssselect("p")]
    assert line(view).startswith("Open questions 5 entries in 2 plans · 2 overdue · 2 without a date")


@pytest.mark.parametrize(("marker", "buttons"), [("", 2), ("{limit: 5}", 2), ("{limit: 4}", 0)])
def test_what_a_limit_cuts_off_is_counted_and_no_filter(team, marker, buttons):
    assert len(team(marker).cssselect(".plans-count button")) == buttons


def test_columns_of_choice(team):
    view = team("{columns: [id, plan, Deadline, question, ID, options, status, Status, progress, Nobody]}")
    assert heads(view)[:8] == ["Id", "Plan", "Decision needed by", "Question", "Id", "options", "Status", "Status"]
    assert rows(view)[1][:8] == [
        "002",
        "Logout",
        "2026-11-20 2 d overdue",
        "And on the phone?",
        "002",
        "",
        "Draft",
        "Draft",
    ]


def test_a_column_that_entries_fill_holds_nothing_of_the_plan(alone):
    risks = "## Risks\n\n| Risk | State | Status |\n|---|---|---|\n| Fog | ? | Watched |\n| Ice | ? | |\n| Wind | | High |\n"
    plain = ["Fog", "Ice", "Wind"]
    view = alone(risks, "{section: Risks, columns: [item, STATUS], sort: status}")
    assert heads(view) == ["Risk", "Status"]
    assert rows(view) == [["Wind", "High"], ["Fog", "Watched"], ["Ice", ""]]
    view = alone(risks.replace("Watched", "Mitigated").replace("High", ""), "{section: Risks, columns: [item, Status]}")
    assert rows(view) == [["Ice"], ["Wind"]], "though what has one is settled"
    view = alone(risks.replace("| Status |", "| Level |"), "{section: Risks, columns: [item, status]}")
    assert rows(view) == [[name, "Draft"] for name in plain], "and where no entry has it, it is that of the plan"


@pytest.mark.parametrize(
    ("status", "marker", "shown"),
    [
        ("Draft", "", ["Question", "Plan"]),
        ("In progress", "", ["Question", "Plan", "Owner"]),  # which says that it has none
        ("Draft", "{columns: [due, question, owner, tags, plan, progress]}", ["Question", "Plan"]),
        ("Draft", "{columns: [owner]}", ["Owner"]),
    ],
)
def test_columns_in_which_nothing_stands_are_left_out(site, status, marker, shown):
    site.plan("001-login", f"# Login\n\n**Status**: {status}\n\n## Open Questions\n\n- Who pays?\n")
    site.write("docs/team.md", f"# Team\n\n<!-- plans:register {marker} -->\n")
    (view,) = site.build().tree("team").cssselect('[data-plans="register"]')
    assert heads(view) == shown


def test_several_sections_are_one_register(alone):
    view = alone("## A\n\n- one\n\n### B\n\n- two\n\n## C\n\n- three\n", "{section: [C, A, b], columns: [item]}")
    assert rows(view) == [["one"], ["two"], ["three"]]
    assert line(view).startswith("C, A, b 3 entries in 1 plan · 0 plans")


def test_an_owner_is_asked_for_by_their_entries(team):
    mine = "## Open Questions\n\n- Mine?\n  - **Owner**: Bo\n- Hers?\n- Whose?\n  - **Owner**: Unassigned\n"
    plans = {"login": ("Draft", mine), "logout": ("Draft", ""), "search": ("Draft", "")}
    view = team("{owner: Bo}", **plans)
    assert rows(view) == [["Mine?", "001 Login", "Bo"]]
    assert line(view).endswith("0 plans have not filled it in")
    view = team("{owner: Ada}", **plans)
    assert rows(view) == [["Hers?", "001 Login", "Ada"]]
    assert line(view).endswith("2 plans have not filled it in")
    assert rows(team(**plans))[2] == ["Whose?", "001 Login", ""]


@pytest.mark.parametrize(
    ("marker", "head", "told"),
    [
        ("", ["Deadline", "Question", "Review on"], ["2026-12-01", "a", "2026-11-21"]),
        ("{due: review on}", ["Review on", "Question", "Deadline"], ["2026-11-21 1 d overdue", "a", "2026-12-01"]),
        (
            "{due: [Review on, Deadline]}",
            ["Deadline", "Question", "Plan"],
            ["2026-11-21 1 d overdue", "a", "001 Login"],
        ),
    ],
)
def test_a_team_says_which_labels_hold_the_day(alone, marker, head, told):
    listed = "- a\n  - **Deadline**: 2026-12-01\n  - **Review on**: 2026-11-21\n"
    view = alone(f"## Open Questions\n\n{listed}", marker)
    assert (heads(view)[:3], rows(view)[0][:3]) == (head, told)


DEPLOYMENT = """## Deployment

### Compatibility

**Breaking Changes**: No

### Rollback

1. Switch it off

**Risk Level**: {}
"""


def test_plain_facts_of_a_section_are_one_row_a_plan(team):
    view = team(
        "{section: Deployment, columns: [Risk Level, plan, Breaking Changes, status], sort: -Risk Level}",
        login=("In progress", DEPLOYMENT.format("Medium")),
        logout=("Draft", DEPLOYMENT.format("High")),
        search=("Draft", DEPLOYMENT.format("[Low/Medium/High]").replace("No", "[Yes/No]")),
    )
    assert heads(view) == ["Risk Level", "Plan", "Breaking Changes", "Status"]
    assert rows(view) == [["High", "002 Logout", "No", "Draft"], ["Medium", "001 Login", "No", "In progress"]]
    assert (
        line(view)
        == "Deployment 2 entries in 2 plans · 1 plan has text in it, but nothing to list · 0 plans have not filled it in"
    )


def test_things_with_one_label_stand_under_it_and_others_say_it_themselves(team):
    one = "## Dependencies\n\n**Library**: MinIO\n- **Version**: 3\n- **Licence**: AGPL\n\n**Library**: SQLite\n- **Version**: 3.46\n"
    view = team("{section: Dependencies}", login=("Draft", one))
    assert heads(view) == ["Library", "Version", "Licence", "Plan", "Owner"]
    assert rows(view) == [["MinIO", "3", "AGPL", "001 Login", "Ada"], ["SQLite", "3.46", "", "001 Login", "Ada"]]
    mixed = team(
        "{section: Dependencies}", login=("Draft", one), logout=("Draft", "## Dependencies\n\n- a copy stand\n")
    )
    assert heads(mixed)[0] == "Item"
    assert [row[0] for row in rows(mixed)] == ["Library: MinIO", "Library: SQLite", "a copy stand"]


LISTED = "## Risks\n\n- **{}**: the ferry stays in port\n- **{}**: High\n"
FOG = "Fog: the ferry stays in port"
STORMS = "Storms: the ferry stays in port"


def test_a_question_and_its_day_in_a_flat_list_are_one_entry(team):
    said = "## Open Questions\n\n- **{}**: a?\n- **{}**: 2026-11-21\n"
    view = team(login=("Draft", said.format("Question", "Due")), logout=("Draft", said.format("Frage", "Frist")))
    assert [row[:2] for row in rows(view)] == [["2026-11-21 1 d overdue", "a?"]] * 2


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (LISTED.format("Storms", "Cost"), [FOG, "Tide: High", STORMS, "Cost: High"]),
        (LISTED.format("Storms", "tide"), [FOG, STORMS]),
        (LISTED.format("Storms", "Cost").replace("- ", ""), [FOG, "Tide: High", STORMS]),
        ("", ["the ferry stays in port"]),
    ],
    ids=["labels of its own", "a label of another plan", "no list", "no other plan"],
)
def test_facts_in_a_list_are_entries_where_no_other_plan_has_their_labels(team, other, found):
    view = team("{section: Risks}", login=("Draft", LISTED.format("Fog", "Tide")), logout=("Draft", other))
    assert [row[0] for row in rows(view)] == found


def test_the_four_most_frequent_labels_are_columns_as_most_spell_them(alone):
    items = "".join(f"- a\n  - **{label}**: x\n" for label in ("One", "Two", "Three", "Four", "Five"))
    again = "- b\n  - **FIVE**: x\n  - **Five**: y\n  - **Two**: x\n- c\n  - **Five**: z\n"
    assert heads(alone(f"## Open Questions\n\n{items}{again}"))[1:-2] == ["One", "Two", "Three", "Five"]


def test_where_nothing_is_listed_there_is_no_table(alone):
    view = alone("")
    assert not view.cssselect("table, form")
    assert line(view) == "Open questions 0 entries in 0 plans · 1 plan has not filled it in"
    assert "nothing here" in text(view)


def test_where_no_plan_is_meant_it_says_so(team):
    assert "No plan matches." in text(team("{owner: Nobody}"))


@pytest.mark.parametrize(
    ("marker", "mistake"),
    [
        ("{sections: Risks}", 'there is no option "sections"; did you mean "section"?'),
        ("{section: {a: b}}", "section: expected a list of texts, not {'a': 'b'}"),
        ("{section: []}", "section: expected at least one name"),
        ("{section: /(/}", "section: /(/: not a valid regular expression"),
        (
            "{section: [Risks, /(a+)+$/]}",
            "section: item 2: /(a+)+$/: a group must not be repeated with *, + or {}",
        ),
        ("{due: ' '}", "due: expected text, not ' '"),
        (
            "{group: owner}",
            'there is no option "group"; the options are stage, status, owner, tag, path, where, section,',
        ),
    ],
)
def test_mistakes_name_the_way_out(site, marker, mistake):
    site.plan()
    site.write("docs/team.md", f"# Team\n\n<!-- plans:register {marker} -->\n")
    built = site.build()
    assert mistake in text(built.tree("team").cssselect('[data-plans="mistake"]')[0])
    assert [each for each in built.log if "docs/team.md:3" in each and "[marker-invalid]" in each]


def test_other_views_have_no_sections(site):
    site.plan()
    site.write("docs/team.md", "# Team\n\n<!-- plans:board {section: Risks} -->\n")
    assert 'there is no option "section"' in text(site.build().tree("team").cssselect('[data-plans="mistake"]')[0])


def test_in_german_and_japanese(site, team):
    site.options["language"] = "de"
    assert line(team()).startswith("Offene Fragen 5 Einträge in 2 Plänen · 2 überfällig · 2 ohne Datum · 1 erledigt")
    assert rows(team("{columns: [question, status]}"))[0] == ["Which key store?", "In Arbeit"]
    assert Words("ja", {})("late", age="8日") == "8日超過"


def test_hostile_words_are_text(alone):
    bad = "<script>alert(1)</script>\"'<svg onload=alert(1)>"
    view = alone(
        f"## Open Questions\n\n1. {bad}\n   - **{bad}**: {bad}\n   - **Due**: {bad}\n   - **Owner**: {bad}\n",
        "{section: [Open Questions, '<svg onload=x>']}",
    )
    assert not view.xpath(".//script | .//@onload | .//@style")
    assert "<script>alert(1)</script>\"'<svg onload=alert(1)>" in text(view)
