"""Which files are plans, and which stand beside them."""

from __future__ import annotations

import pytest

from mkdocs_plans.discovery import features, home, is_plan
from mkdocs_plans.settings import Settings


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("specs/012-login/plan.md", True),
        ("specs/012-login/PLAN.md", True),
        ("specs/login.plan.md", True),
        ("plan.md", True),
        ("specs/test_plan.md", False),
        ("specs/plan.txt", False),
        ("specs/plan.md/notes.md", False),
        ("specs/_template/plan.md", False),
        ("docs/Templates/plan.md", False),
    ],
)
def test_what_is_a_plan(path, found):
    assert is_plan(path, Settings()) is found


def one(*paths, **settings):
    (feature,) = features(paths, Settings(**settings))
    return feature


def test_a_plan_in_a_folder_of_its_own_has_all_that_stands_there():
    feature = one(
        "a/plan.md", "a/spec.md", "a/tasks.md", "a/data-model.md", "a/index.md", "a/contracts/api.yaml", "b/spec.md"
    )
    assert feature.companions == ("a/data-model.md", "a/spec.md", "a/tasks.md")
    assert (feature.spec, feature.tasks) == ("a/spec.md", "a/tasks.md")


FEATURE = ("a/plan.md", "a/tasks.md")


@pytest.mark.parametrize(
    ("paths", "companions"),
    [
        (
            (*FEATURE, "a/contracts/api.md", "a/contracts/v2/api.md", "a/checklists/spec.md"),
            ("a/tasks.md", "a/checklists/spec.md", "a/contracts/api.md", "a/contracts/v2/api.md"),
        ),
        ((*FEATURE, "a/contracts/api.yaml", "a/contracts/README.md", "ab/notes.md"), ("a/tasks.md",)),
        (("a/plan.md", "a/notes.md", "a/guide/start.md"), ("a/notes.md",)),  # a plan among the pages of a handbook
        (("plan.md", "tasks.md", "guide/start.md"), ("tasks.md",)),
        (("a/b.plan.md", "a/b.tasks.md", "a/guide/start.md"), ("a/b.tasks.md",)),
        (("a/plan.md", "a/b.plan.md", "a/tasks.md", "a/guide/start.md"), ("a/tasks.md",)),
    ],
)
def test_a_feature_has_the_pages_in_folders_below_it(paths, companions):
    feature = next(feature for feature in features(paths, Settings()) if feature.companions)
    assert (feature.spec, feature.companions) == (None, companions)


def test_pages_below_a_plan_within_a_feature_are_of_that_plan():
    inner, outer = features([*FEATURE, "a/b/plan.md", "a/b/spec.md", "a/b/contracts/api.md"], Settings())
    assert (outer.companions, inner.companions) == (("a/tasks.md",), ("a/b/spec.md", "a/b/contracts/api.md"))


def test_at_the_root_of_the_docs_only_spec_and_tasks_belong_to_a_plan():
    assert one("plan.md", "about.md", "spec.md").companions == ("spec.md",)


def test_plans_that_share_a_folder_are_told_apart_by_the_beginning_of_their_names():
    login, logout = features(
        ["p/login.plan.md", "p/login.spec.md", "p/logout.plan.md", "p/logout.tasks.md", "p/notes.md"], Settings()
    )
    assert (login.spec, login.companions) == ("p/login.spec.md", ("p/login.spec.md",))
    assert (logout.tasks, logout.companions) == ("p/logout.tasks.md", ("p/logout.tasks.md",))


def test_a_file_belongs_to_the_plan_whose_name_it_shares_most_of():
    login, form = features(
        ["p/login.plan.md", "p/login.notes.md", "p/login-form.plan.md", "p/login-form.spec.md", "p/login-page.md"],
        Settings(),
    )[::-1]
    assert login.companions == ("p/login-page.md", "p/login.notes.md")
    assert (form.spec, form.companions) == ("p/login-form.spec.md", ("p/login-form.spec.md",))


def test_plans_of_one_name_share_what_stands_beside_them():
    assert {each.spec for each in features(["p/PLAN.md", "p/plan.md", "p/spec.md"], Settings())} == {"p/spec.md"}


@pytest.mark.parametrize(
    ("plan", "folder"),
    [
        ("specs/012-login/plan.md", "specs"),
        ("specs/012-login/PLAN.md", "specs"),
        ("specs/login.plan.md", "specs"),
        ("specs/plan.md", ""),
        ("plan.md", ""),
    ],
)
def test_the_folder_that_a_plan_is_in_with_others(plan, folder):
    assert home(plan) == folder


def test_a_file_that_is_named_is_a_plan_whatever_its_name():
    (feature,) = features(["notes/idea.md"], Settings(), frozenset({"notes/idea.md"}))
    assert feature.plan == "notes/idea.md"
