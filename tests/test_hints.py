"""The first look around, where the settings find no plans or leave some out."""

from __future__ import annotations

import pytest
import yaml

from mkdocs_plans import options
from mkdocs_plans.discovery import hints, is_plan
from mkdocs_plans.options import parse
from mkdocs_plans.settings import Settings, Source


def make(root, *paths):
    (root / "docs").mkdir(exist_ok=True)
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("# Plan\n", encoding="utf-8")


def found(root, settings=None):
    return [
        (hint.folder, hint.count, hint.patterns) for hint in hints.outside(root, root / "docs", settings or Settings())
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["specs/1/plan.md", "specs/2/plan.md", "specs/2/spec.md"], [("specs", 2, ())]),
        ([".specify/specs/1/plan.md"], [(".specify/specs", 1, ())]),
        (["conductor/tracks/x/plan.md"], [("conductor", 1, ())]),
        (["plans/01-login-plan.md", "plans/index.md"], [("plans", 1, ("*-plan.md",))]),
        (["specs/2026/plans/login.md"], [("specs/2026/plans", 1, ("**/plans/*.md",))]),
        (["plans/01-login-plan.md", "plans/logout.md"], [("plans", 2, ("*-plan.md", "**/plans/*.md"))]),
        (["src/1/plan.md"], []),
        (["specs/_template/plan.md"], []),
    ],
)
def test_outside_of_docs(tmp_path, files, expected):
    make(tmp_path, *files)
    assert found(tmp_path) == expected


def test_a_source_that_is_configured_is_no_news(tmp_path):
    make(tmp_path, "specs/1/plan.md")
    assert found(tmp_path, parse({"sources": ["specs"]})) == []


@pytest.mark.parametrize(
    ("source", "files", "expected"),
    [
        ("specs", ["specs/1/plan.md", "specs/plans/login.md"], []),
        ("app/plans", ["app/plans/login.md", "app/plans/README.md"], [("app/plans", 1, ("**/plans/*.md",))]),
        ({"path": "app/plans", "mount": "app"}, ["app/plans/login.md"], [("app/plans", 1, ("/app/*.md",))]),
        ({"path": "app", "mount": "team"}, ["app/login-plan.md", "app/team.md"], [("app", 1, ("*-plan.md",))]),
        ("app", ["app/1/notes.md", "app/README.md"], []),
        ("app/login.md", ["app/login.md"], []),
        ({"path": "away", "mount": "away", "optional": True}, [], []),
    ],
)
def test_a_source_of_which_nothing_is_taken_for_a_plan(tmp_path, source, files, expected):
    make(tmp_path, *files)
    hinted = hints.in_sources(tmp_path, parse({"sources": [source]}))
    assert [(hint.folder, hint.count, hint.patterns) for hint in hinted] == expected


def test_the_lines_to_paste_take_in_what_a_source_holds(tmp_path):
    make(tmp_path, "app/plans/login.md", "app/plans/README.md", "shop/later/plans/pay.md")
    settings = parse({"sources": [{"path": "app/plans", "mount": "app"}, "shop"]})
    text = hints.yaml(hints.in_sources(tmp_path, settings), settings)
    pasted = options.parse(yaml.safe_load(text)["plugins"][1]["plans"])
    assert pasted.sources == settings.sources
    assert pasted.include == (*settings.include, "**/plans/*.md", "/app/*.md")
    assert [path for path in ("app/login.md", "app/README.md", "shop/later/plans/pay.md") if is_plan(path, pasted)] == [
        "app/login.md",
        "shop/later/plans/pay.md",
    ]


def test_inside_of_docs():
    (hint,) = hints.inside("docs", ["plans/01-login-plan.md", "plans/02-logout-plan.md", "about.md"], Settings())
    assert (hint.folder, hint.count, hint.patterns) == ("plans", 2, ("*-plan.md",))


def test_the_lines_to_paste_do_what_they_say(tmp_path):
    make(tmp_path, "specs/1/plan.md", "plans/01-login-plan.md")
    both = hints.outside(tmp_path, tmp_path / "docs", Settings())
    text = hints.yaml(both, Settings())
    assert text == (
        "plugins:\n"
        "  - search\n"
        "  - plans:\n"
        '      include: ["plan.md", "*.plan.md", "*-plan.md"]\n'
        "      sources:\n"
        "        - {path: specs, mount: specs}\n"
        "        - {path: plans, mount: plans}"
    )
    block = yaml.safe_load(text)["plugins"][1]["plans"]
    assert hints.outside(tmp_path, tmp_path / "docs", options.parse(block)) == ()


def test_the_lines_to_paste_leave_out_what_is_no_plan_by_its_name(tmp_path):
    make(tmp_path, "plans/login.md", "plans/README.md", "plans/old/index.md")
    settings = options.parse({"exclude": ["a, b/"]})
    text = hints.yaml(hints.outside(tmp_path, tmp_path / "docs", settings), settings)
    pasted = options.parse(yaml.safe_load(text)["plugins"][1]["plans"])
    assert [path for path in ("plans/login.md", "plans/README.md", "plans/old/index.md") if is_plan(path, pasted)] == [
        "plans/login.md"
    ]
    assert pasted.exclude == ("a, b/", "README.md", "index.md")


def test_the_lines_to_paste_keep_what_is_said_of_the_sources(tmp_path):
    make(tmp_path, "specs/1/plan.md", "a, b/1/plan.md")
    other = {"path": "a, b", "mount": "ab", "label": "Team: A", "template": "spec-kit", "optional": True}
    settings = options.parse({"sources": ["other", other]})
    text = hints.yaml(hints.outside(tmp_path, tmp_path / "docs", settings), settings)
    pasted = options.parse(yaml.safe_load(text)["plugins"][1]["plans"])
    assert pasted.sources == (*settings.sources, Source("specs", "specs"))
