"""Options: what is taken, and how every mistake is named."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Severity, Stage
from mkdocs_plans.options import OptionError, parse, slugify
from mkdocs_plans.settings import Settings


def test_no_option_at_all_is_the_default():
    assert parse({}) == Settings()


def test_all_mistakes_are_told_at_once():
    with pytest.raises(OptionError) as caught:
        parse({"index": 7, "incude": ["plan.md"], "rules": {"section-mising": "info"}, "stale_after": "soon"})
    assert caught.value.mistakes == (
        "index: expected text, not 7",
        'incude: there is no such option; did you mean "include"?',
        "rules: there is no rule 'section-mising'; did you mean \"section-missing\"?",
        "stale_after: expected a whole number above 0, not 'soon'",
    )


@pytest.mark.parametrize(
    ("option", "value", "mistake"),
    [
        ("include", 3, "expected a list of texts, not 3"),
        ("include", ["plan.md", 3], "item 2: expected text, not 3"),
        ("index", "plans/index.html", "expected a path that ends in .md, or false, not 'plans/index.html'"),
        ("board", "../board.md", "expected a relative path without .., not '../board.md'"),
        ("board", "/board.md", "expected a relative path without .., not '/board.md'"),
        ("export", True, "expected text, not True"),
        ("nav", "yes", "expected one of auto, all, none, not 'yes'"),
        ("header", "no", "expected true or false, not 'no'"),
        ("show_findings", "alway", "expected one of always, serve, never, not 'alway'; did you mean \"always\"?"),
        ("statuses", "Draft", "expected a list, not 'Draft'"),
        ("statuses", [{"stage": "todo"}], "item 1: name is missing"),
        ("statuses", [{"name": "A", "stage": "wip"}], "item 1: stage: expected one of todo, active, paused, done, dropped, not 'wip'"),
        ("statuses", [{"name": "A", "colour": "red"}], "item 1: there is no key 'colour'; did you mean \"color\"?"),
        ("statuses", ["None"], 'item 1: the slug "none" of status "None" is reserved; give it another one as slug'),
        ("statuses", ["In review", "in-review"], 'two statuses share the slug "in-review"'),
        ("sources", [{"path": "a", "mount": "x"}, {"path": "b", "mount": "x"}], 'two sources are mounted at "x"; give one of them another mount'),
        ("rules", {"section-missing": "loud"}, "section-missing: severity: expected one of error, warning, info, off, not 'loud'"),
        ("folders", {"wip": "busy"}, "wip: expected one of todo, active, paused, done, dropped, not 'busy'"),
        ("owners", ["Ada"], "expected names with values, not ['Ada']"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named(option, value, mistake):
    with pytest.raises(OptionError) as caught:
        parse({option: value})
    assert caught.value.mistakes == (f"{option}: {mistake}",)


def test_two_of_our_pages_cannot_have_one_place():
    with pytest.raises(OptionError) as caught:
        parse({"board": "plans/index.md"})
    assert caught.value.mistakes == ('board: index and board are both "plans/index.md"; give one another place',)


def test_pages_may_be_switched_off_or_moved():
    settings = parse({"index": False, "board": "board.md", "export": "data/plans.json"})
    assert (settings.index, settings.board, settings.export) == (None, "board.md", "data/plans.json")


def test_own_statuses_replace_the_default_ones():
    settings = parse(
        {"statuses": ["Todo", {"name": "Doing", "stage": "active", "wip": 3}, {"name": "完了", "stage": "done"}]}
    )
    assert [(s.name, s.slug, s.stage, s.wip, s.own) for s in settings.statuses] == [
        ("Todo", "todo", Stage.TODO, None, True),
        ("Doing", "doing", Stage.ACTIVE, 3, True),
        ("完了", "完了", Stage.DONE, None, True),
    ]


def test_a_bare_off_is_the_severity_and_not_false():
    rules = parse({"rules": {"section-order": False, "section-empty": {"severity": "error", "exclude": "old/"}}}).rules
    assert rules["section-order"].severity is Severity.OFF
    assert (rules["section-empty"].severity, rules["section-empty"].exclude) == (Severity.ERROR, ("old/",))


def test_own_folders_stand_beside_the_built_in_ones():
    folders = parse({"folders": {"wip": "active"}}).folders
    assert folders["wip"] is Stage.ACTIVE
    assert folders["archive"] is Stage.DONE


@pytest.mark.parametrize(
    ("path", "mount"),
    [("specs", "specs"), (".specify/specs", "specify/specs"), ("../other/plans", "other/plans"), ("./plans/", "plans")],
)
def test_a_source_is_mounted_at_its_own_path(path, mount):
    assert parse({"sources": [path]}).sources[0].mount == mount


@pytest.mark.parametrize(
    ("name", "slug"),
    [("In progress", "in-progress"), ("  QA / Review ", "qa-review"), ("進行中", "進行中"), ("Überprüft", "überprüft")],
)
def test_slugs(name, slug):
    assert slugify(name) == slug
