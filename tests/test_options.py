"""Options: what is taken, and how every mistake is named."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
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
        'rules: section-mising: there is no such rule; did you mean "section-missing"?',
        "stale_after: expected a whole number above 0, not 'soon'",
    )


@pytest.mark.parametrize(
    ("option", "value", "mistake"),
    [
        ("include", 3, "expected a list of patterns, not 3"),
        ("include", ["plan.md", 3], "item 2: expected text, not 3"),
        ("include", ["plan.md", "!"], "item 2: expected a pattern as in .gitignore, not '!'"),
        ("include", ["plan.md", "specs\\plan.md"], r"item 2: expected a pattern with forward slashes, not 'specs\\plan.md'"),
        ("sections", ["Goal", "## Risks"], "item 2: expected a heading without its #, not '## Risks'"),
        ("sections", [{"name": "Goal", "aliases": ["# Aim"]}], "item 1: aliases: expected a heading without its #, not '# Aim'"),
        ("sections", ["Goal", {"name": "goal", "optional": True}], 'two sections are called "goal"; remove one of them'),
        ("exclude", "[z-a]", "expected a pattern as in .gitignore, not '[z-a]'"),
        ("rules", {"spec-missing": {"exclude": ["# old"]}}, "spec-missing: exclude: expected a pattern as in .gitignore, not '# old'"),
        ("index", "plans/index.html", "expected a path that ends in .md, or false, not 'plans/index.html'"),
        ("board", "../board.md", "expected a relative path without .., not '../board.md'"),
        ("board", "/board.md", "expected a relative path without .., not '/board.md'"),
        ("export", True, "expected text, not True"),
        ("export", "a\0.json", "expected a path with names that files can have, not 'a\\x00.json'"),
        ("root", "a\0b", "expected a path with names that files can have, not 'a\\x00b'"),
        ("sources", ["x" * 300], f"item 1: path: expected a path with names that files can have, not '{'x' * 37}...{'x' * 38}'"),
        ("template", "é" * 200, f"expected a path with names that files can have, not '{'é' * 37}...{'é' * 38}'"),
        ("nav", "yes", "expected one of auto, all, none, not 'yes'"),
        ("header", "no", "expected true or false, not 'no'"),
        ("show_findings", "alway", "expected one of always, serve, never, not 'alway'; did you mean \"always\"?"),
        ("statuses", "Draft", "expected a list, not 'Draft'"),
        ("statuses", [{"stage": "todo"}], "item 1: name: it is missing"),
        ("sources", [{"path": None, "mount": "s"}], "item 1: path: it is missing"),
        ("statuses", [{"name": "A", "stage": "wip"}], "item 1: stage: expected one of todo, active, paused, done, dropped, not 'wip'"),
        ("statuses", [{"name": "A", "colour": "red"}], "item 1: colour: there is no such key; did you mean \"color\"?"),
        ("statuses", ["None"], 'item 1: the slug "none" of status "None" is reserved; set another `slug`'),
        ("statuses", ["In review", "in-review"], 'two statuses share the slug "in-review"; set another `slug` for one'),
        ("statuses", ["???"], 'item 1: the name "???" has no letter or digit to make a slug from; set `slug`'),
        ("statuses", [{"name": "A", "slug": "?"}], "item 1: slug: expected a slug with a letter or digit, not '?'"),
        ("statuses", [{"name": "A", "aliases": ["WIP"]}, {"name": "B", "aliases": ["wip:"]}], '"wip:" would mean both "A" and "B"; use it for only one of them'),
        ("statuses", [{"name": "Open", "aliases": ["Planned"]}, "Planned"], '"Planned" would mean both "Open" and "Planned"; use it for only one of them'),
        ("statuses", [{"name": "Doing", "slug": "wip"}, {"name": "B", "aliases": ["WIP"]}], '"WIP" would mean both "Doing" and "B"; use it for only one of them'),
        ("statuses", [{"name": "B", "aliases": ["in review"]}, {"name": "Check", "slug": "In Review"}], '"in-review" would mean both "B" and "Check"; use it for only one of them'),
        ("statuses", [{"name": "Doing", "slug": "in-progress"}, {"name": "In progress", "slug": "doing-2"}], '"In progress" would mean both "Doing" and "In progress"; use it for only one of them'),
        ("statuses", [{"name": "A", "slug": "x"}, {"name": "A", "slug": "y"}], '"A" would mean both "A" and "A"; use it for only one of them'),
        ("labels", {"owner": ["Leitung"], "id": ["Nr.", "leitung:"]}, '"leitung:" would mean both "owner" and "id"; use it for only one of them'),
        ("labels", {"onwer": ["Leitung"]}, "onwer: there is no such label; did you mean \"owner\"?"),
        ("include", ["plan.md", "*.Markdown"], "item 2: '*.Markdown' cannot match a plan; plans end in .md"),
        ("owners", {"!a": "Ada"}, "expected a pattern as in CODEOWNERS, not '!a'"),
        ("sources", [{"path": "a", "mount": "x"}, {"path": "b", "mount": "x"}], 'two sources are mounted at "x"; give one of them another mount'),
        ("rules", {"section-missing": "loud"}, "section-missing: severity: expected one of error, warning, info, off, not 'loud'"),
        ("sections", ["Goal", {"name": "Risks", "from": "activ"}], "item 2: from: there is no stage or status 'activ'; did you mean \"active\"?"),
        ("sections", [{"name": "Risks", "from": "in-revew"}], "item 1: from: there is no stage or status 'in-revew'; did you mean \"in-review\"?"),
        ("words", {"bord": "Wall"}, "bord: there is no such word; did you mean \"board\"?"),
        ("words", {"board": 3}, "board: expected text, not 3"),
        ("folders", {"wip": "busy"}, "wip: expected one of todo, active, paused, done, dropped, not 'busy'"),
        ("owners", ["Ada"], "expected a mapping (`name: value`), not ['Ada']"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named(option, value, mistake):
    with pytest.raises(OptionError) as caught:
        parse({option: value})
    assert caught.value.mistakes == (f"{option}: {mistake}",)


def test_the_mistakes_of_an_option_are_in_the_order_of_the_file():
    with pytest.raises(OptionError) as caught:
        parse(
            {
                "rules": {"section-mising": "info", "spec-missing": "loud", "x": "off"},
                "words": {"board": "", "bord": "Wall"},
            }
        )
    assert caught.value.mistakes == (
        'rules: section-mising: there is no such rule; did you mean "section-missing"?',
        "rules: spec-missing: severity: expected one of error, warning, info, off, not 'loud'",
        "rules: x: there is no such rule",
        "words: board: expected text, not ''",
        'words: bord: there is no such word; did you mean "board"?',
    )


def test_emoji_are_words_too():
    statuses = [{"name": "Doing", "aliases": ["🚧"]}, {"name": "Live", "aliases": ["✅"]}]
    assert [status.aliases for status in parse({"statuses": statuses}).statuses] == [("🚧",), ("✅",)]


@pytest.mark.parametrize("start", ["active", "Active", "In progress", "in-progress", "review"])
def test_a_section_may_start_at_a_stage_or_a_status_or_another_name_of_one(start):
    statuses = ["In progress", {"name": "QA", "stage": "active", "aliases": ["review"]}]
    sections = parse({"sections": [{"name": "Risks", "from": start}], "statuses": statuses}).sections
    assert sections[0].start == start


def test_where_no_stage_or_status_is_near_all_are_named():
    with pytest.raises(OptionError) as caught:
        parse({"sections": [{"name": "Risks", "from": "zzz"}], "statuses": ["Open"]})
    assert caught.value.mistakes == (
        (
            "sections: item 1: from: there is no stage or status 'zzz'; use one of todo, active, paused, done, dropped,"
            " Open, open"
        ),
    )


WRONG_TOGETHER = [
    ({"board": "plans/index.md"}, 'board: index and board are both "plans/index.md"; give one of them another path'),
    (
        {"sections": [{"name": "A", "from": "activ"}]},
        "sections: item 1: from: there is no stage or status 'activ'; did",
    ),
    ({"words": {"bord": "Wall"}}, 'words: bord: there is no such word; did you mean "board"?'),
    (
        {"rules": {"section-mising": "info", "spec-missing": "loud"}},
        "rules: section-mising: there is no such rule; did",
    ),
]


@pytest.mark.parametrize(("options", "mistake"), WRONG_TOGETHER)
def test_mkdocs_and_the_command_line_say_the_same(site, monkeypatch, options, mistake):
    site.options = options
    file = site.configure()
    monkeypatch.chdir(site.folder)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"mkdocs-plans: {file}: {mistake}")
    name, _, rest = mistake.partition(": ")
    built = site.build()
    assert built.failure
    assert f"Plugin 'plans' option '{name}': {rest}" in " ".join(built.lines)


def test_two_of_our_pages_cannot_have_one_place():
    with pytest.raises(OptionError) as caught:
        parse({"board": "plans/index.md"})
    assert caught.value.mistakes == ('board: index and board are both "plans/index.md"; give one of them another path',)


def test_pages_may_be_switched_off_or_moved():
    settings = parse({"index": False, "board": "board.md", "export": "data/plans.json"})
    assert (settings.index, settings.board, settings.export) == (None, "board.md", "data/plans.json")


def test_paths_may_be_written_as_on_windows():
    """One mkdocs.yml is for all machines of a team."""
    settings = parse(
        {"root": "..\\", "template": "ours\\plan.md", "board": "a\\board.md", "sources": ["services\\billing"]}
    )
    assert (settings.root, settings.template, settings.board) == ("../", "ours/plan.md", "a/board.md")
    assert [(source.path, source.mount) for source in settings.sources] == [("services/billing", "services/billing")]


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


def test_a_rule_that_leaves_some_plans_alone_keeps_its_severity():
    setting = parse({"rules": {"status-missing": {"exclude": ["archive/"]}}}).rules["status-missing"]
    assert (setting.severity, setting.exclude) == (None, ("archive/",))


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
