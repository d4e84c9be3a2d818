"""The ties among plans: what the words of a header mean, once all plans are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.relating.cycles import cycles
from mkdocs_plans.relating.naming import ids, normal
from mkdocs_plans.workspace import open_workspace
from tests.support import catalogue

USERS = "specs/007-users/plan.md"
LOGIN = "specs/012-login/plan.md"


def tied(header: str, others: dict[str, str] | None = None, path: str = LOGIN):
    """The relations of a plan with a header, beside 007-users and others."""
    files = {USERS: "# Users\n\n**Spec**: SPEC-007\n", path: f"# Login\n\n{header}\n", **(others or {})}
    return catalogue(files).by_path[path].relations


@pytest.mark.parametrize(
    "name",
    [
        *("7", "007", "#007", "plan 7", "SPEC-007", "spec-7", "007-users", "specs/007-users", "Users"),
        *("../007-users/plan.md", "/specs/007-users/plan.md", "specs/007-users/plan.md", "[so](../007-users/plan.md)"),
        *("[so](../007-users/)", "../007-users", "..\\007-users\\plan.md"),
    ],
)
def test_under_which_names_a_plan_is_found(name):
    (relation,) = tied(f"**Depends on**: {name}")
    assert (relation.kind, relation.path, relation.line) == ("depends-on", USERS, 3)


@pytest.mark.parametrize("name", ["specs/007-users", "specs/007-users/", "docs/specs/007-users/plan.md"])
def test_paths_count_from_the_root_of_the_site_too(name):
    files = {"docs/specs/007-users/plan.md": "# Users\n", "specs/012-a/plan.md": f"# A\n\n**Depends on**: {name}\n"}
    places = {path.removeprefix("docs/"): text for path, text in files.items()}
    (relation,) = catalogue(places if not name.startswith("docs/") else files).by_path["specs/012-a/plan.md"].relations
    assert relation.path in ("specs/007-users/plan.md", "docs/specs/007-users/plan.md")


def test_the_id_of_a_spec_is_a_name_of_its_plan():
    files = {
        "login/spec.md": "# Login\n\n**ID**: SPEC-012\n",
        "login/plan.md": "# Login\n\n**Spec**: [spec.md](spec.md)\n",
    }
    found = catalogue({**files, "a/plan.md": "# A\n\n**Depends on**: SPEC-012\n"})
    assert [each.path for each in found.by_path["a/plan.md"].relations] == ["login/plan.md"]


def test_a_spec_of_several_plans_stands_for_none_of_them():
    spec = "\n\n**Spec**: [S](../x/spec.md)\n"
    files = {"x/spec.md": "# S\n", "a/plan.md": f"# A{spec}**Related**: [S](../x/spec.md)\n", "b/plan.md": f"# B{spec}"}
    found = catalogue({**files, "c/plan.md": "# C\n\n**Depends on**: [S](../x/spec.md)\n"})
    (relation,) = found.by_path["c/plan.md"].relations
    assert (relation.path, relation.candidates) == (None, ("a/plan.md", "b/plan.md"))
    assert found.by_path["a/plan.md"].relations == (), "it is the plan's own"


def test_a_title_with_commas_in_it():
    (relation,) = tied(
        "**Depends on**: Import, check and export", {"specs/001/plan.md": "# Import, check and export\n"}
    )
    assert relation.path == "specs/001/plan.md"


def test_a_link_to_the_folder_of_a_spec():
    files = {
        "a/spec.md": "# A\n",
        "a/plan.md": "# A\n\n**Spec**: [the folder](../a/)\n",
        "b/plan.md": "# B\n\n**Spec**: ../b/\n",
    }
    found = catalogue(files)
    assert [plan.spec.path for plan in found.plans] == ["a/spec.md", None]


def test_thousands_of_one_name_cost_no_more_than_others():
    files = {f"t{n}/feature/plan.md": "# Same\n\n**Depends on**: feature\n" for n in range(1500)}
    found = catalogue(files)
    assert {len(plan.relations[0].candidates) for plan in found.plans} == {20}


@pytest.mark.parametrize(
    ("spec", "mentioned", "is_lacking"),
    [("PROJ-1", "PROJ-2", False), ("SPEC-010", "SPEC-010", True), ("SPEC-001", "SPEC-001", False)],
)
def test_what_a_plan_merely_names_is_no_id_of_the_site(spec, mentioned, is_lacking):
    files = {"a/plan.md": f"# A\n\n**Spec**: {spec}\n", "b/spec.md": "# SPEC-001: B\n", "c/plan.md": "# C\n"}
    found = catalogue(files)
    assert ids(found.plans, found.specs).lacks(mentioned) is is_lacking


def test_a_spec_stands_for_its_plan():
    (relation,) = tied("**Depends on**: [so](../007-users/spec.md)", {"specs/007-users/spec.md": "# Users\n"})
    assert relation.path == USERS


def test_a_plan_that_is_named_twice_is_one_relation_of_each_kind():
    found = tied("**Depends on**: 007, SPEC-007, 007\n**Related**: 007")
    assert [(relation.kind, relation.line) for relation in found] == [("depends-on", 3), ("related", 4)]


@pytest.mark.parametrize(
    "named",
    [
        "specs/007-users/plan.md",
        "/specs/007-users/plan.md",
        "specs\\007-users\\plan.md",
        "[so](/specs/007-users/plan.md#goal)",
    ],
)
def test_a_path_may_begin_at_the_top_of_the_site(site, named):
    site.plan("007-users")
    site.plan("012-login", f"# Login\n\n**Depends on**: {named}\n")
    found = open_workspace([], str(site.configure())).selected
    assert [relation.path for relation in found.by_path[LOGIN].relations] == [USERS]


def test_another_page_of_the_site_is_a_relation_too():
    (relation,) = tied("**Related**: [the guide](../../guide.md)", {"guide.md": "# Guide\n"})
    assert (relation.path, relation.text) == ("guide.md", "the guide")


def test_the_nearest_plan_of_a_number_is_meant():
    others = {
        "billing/003-cards/plan.md": "# Cards\n",
        "billing/009-refunds/plan.md": "# Refunds\n",
        "shop/003-cart/plan.md": "# Cart",
    }
    (relation,) = tied("**Depends on**: 003", others, "billing/012-invoices/plan.md")
    assert relation.path == "billing/003-cards/plan.md"


def test_files_that_begin_with_two_numbers():
    others = {f".planning/05-tree/05-0{n}-PLAN.md": "# Tree\n" for n in (1, 2)}
    files = {**others, ".planning/05-tree/05-03-PLAN.md": "---\ndepends_on: [05-01, 05-02]\n---\n# Tree\n"}
    found = catalogue(files, include=("*-plan.md",)).by_path[".planning/05-tree/05-03-PLAN.md"].relations
    assert [relation.path for relation in found] == list(others)


def test_a_name_that_several_have_is_not_guessed():
    others = {"specs/003-a/plan.md": "# A\n", "specs/003-b/plan.md": "# B\n"}
    (relation,) = tied("**Depends on**: 003", others)
    assert (relation.path, relation.candidates) == (None, ("specs/003-a/plan.md", "specs/003-b/plan.md"))


@pytest.mark.parametrize(
    ("name", "is_missing"),
    [
        ("021", True),
        ("021-gone", True),
        ("SPEC-021", True),
        ("../021-gone/plan.md", True),
        ("/specs/021-gone/plan.md", True),
        ("[007](../021-gone/plan.md)", True),  # the link counts, and not the words
        ("JIRA-17", False),  # of a form that no plan here has
        ("specs/007-users/notes.md", True),
    ],
)
def test_what_is_not_found(name, is_missing):
    (relation,) = tied(f"**Depends on**: {name}", {"specs/013-b/plan.md": "# SPEC-013: B\n"})
    assert (relation.path, relation.is_missing) == (None, is_missing)


@pytest.mark.parametrize(
    "value", ["spec.md, tasks.md", "[the spec](spec.md)", "012", "012-login", "none", "the vendor", "Node 20", "#45"]
)
def test_what_is_no_tie_to_another_plan(value):
    files = {"specs/012-login/spec.md": "# Spec\n", "specs/012-login/tasks.md": "# Tasks\n"}
    assert tied(f"**Prerequisites**: {value}", files) == ()


def test_both_sides_of_a_dependency():
    found = catalogue({
        "a/plan.md": "# A\n\n**Depends on**: B\n**Blocks**: C\n",
        "b/plan.md": "# B\n",
        "c/plan.md": "# C\n\n**Depends on**: A\n",
    })  # fmt: skip
    waits = {path: [plan.title for plan, _ in pairs] for path, pairs in found.prerequisites.items()}
    needed = {path: [plan.title for plan, _ in pairs] for path, pairs in found.dependents.items()}
    assert waits == {"a/plan.md": ["B"], "c/plan.md": ["A"]}
    assert needed == {"b/plan.md": ["A"], "a/plan.md": ["C"]}


def test_both_sides_of_a_replacement():
    found = catalogue({"a/plan.md": "# A\n\n**Supersedes**: B\n", "b/plan.md": "# B\n\n**Status**: Superseded by C\n",
                       "c/plan.md": "# C\n"})  # fmt: skip
    assert [plan.title for plan, _ in found.replacements["b/plan.md"]] == ["A"], "C is a word, and no id"
    assert [plan.title for plan, _ in found.replaced["a/plan.md"]] == ["B"]


def test_specs_and_their_plans():
    found = catalogue({
        "specs/001-a/spec.md": "# A\n\n**Status**: Approved\n",
        "specs/001-a/plan.md": "# A\n",
        "specs/002-b/spec.md": "# B\n",
        "docs/SPEC-003.md": "# SPEC-003: C\n",
        "plans/c/plan.md": "# C\n\n**Spec**: [SPEC-003](../../docs/SPEC-003.md)\n",
        "plans/d/plan.md": "# D\n\n**Spec**: SPEC-003\n",
        "plans/e/plan.md": "# E\n\n**Spec**: SPEC-004\n",
    })  # fmt: skip
    assert [(spec.path, spec.title, spec.plans) for spec in found.specs] == [
        ("docs/SPEC-003.md", "C", ("plans/c/plan.md", "plans/d/plan.md")),
        ("specs/001-a/spec.md", "A", ("specs/001-a/plan.md",)),
        ("specs/002-b/spec.md", "B", ()),
    ]
    assert [plan.title for plan in found.plans if plan.spec.is_missing] == ["E"]


def test_a_spec_in_a_document_of_its_own_is_no_page_of_ours():
    found = catalogue({"specs/002-b/spec.md": "# B\n", "specs/001-a/plan.md": "# A\n"})
    assert list(found.documents) == ["specs/001-a/plan.md"]


def test_ids_are_those_of_specs_before_those_of_plans():
    found = catalogue({
        "specs/012-a/spec.md": "# SPEC-012: A\n",
        "specs/012-a/plan.md": "# A\n\n**Spec**: SPEC-012\n",
        "specs/F-105-b/plan.md": "# B\n",
    })  # fmt: skip
    known = ids(found.plans, found.specs)
    assert known.page("SPEC-012") == known.page("spec-12") == "specs/012-a/spec.md"
    assert known.page("F-105") == "specs/F-105-b/plan.md"
    assert known.lacks("SPEC-099")
    assert not known.lacks("FR-001"), "nobody numbers plans so"


def test_folders_may_leave_out_the_letters_of_an_id():
    found = catalogue({"065-a/plan.md": "# A\n", "F-097-b/plan.md": "# B\n\n**Depends on**: F-065\n\nAs F-065."})
    assert [relation.path for relation in found.by_path["F-097-b/plan.md"].relations] == ["065-a/plan.md"]
    assert ids(found.plans, found.specs).page("F-065") == "065-a/plan.md"


def test_the_id_of_a_feature_promises_no_spec():
    found = catalogue({
        "F-096-a/plan.md": "# A\n\n**Feature ID**: F-096\n",
        "F-097-b/plan.md": "# B\n",
        "F-097-b/spec.md": "# F-097: B\n",
    })  # fmt: skip
    assert not found.by_path["F-096-a/plan.md"].spec.is_missing


CIRCLES = [
    ({}, ()),
    ({"a": "b", "b": "c"}, ()),
    ({"a": "a"}, (("a",),)),
    ({"b": "a", "a": "b"}, (("a", "b"),)),
    ({"a": "bc", "b": "d", "c": "d", "d": ""}, ()),
    ({"a": "b", "b": "ca", "c": "a"}, (("a", "b"),)),
    ({"a": "c", "c": "b", "b": "a"}, (("a", "c", "b"),)),
    ({"a": "b", "b": "ac", "c": "d", "d": "ca"}, (("a", "b"),)),
    ({"a": "b", "b": "a", "c": "d", "d": "c"}, (("a", "b"), ("c", "d"))),
]


@pytest.mark.parametrize(("edges", "expected"), CIRCLES)
def test_circles(edges, expected):
    assert cycles(edges) == expected


def test_a_long_chain_is_walked_without_recursion():
    chain = {str(n): [str(n + 1)] for n in range(50_000)}
    assert cycles(chain) == ()
    assert len(cycles({**chain, "50000": ["0"]})[0]) == 50_001


@given(st.dictionaries(st.integers(0, 9).map(str), st.lists(st.integers(0, 9).map(str), max_size=4), max_size=10))
def test_a_circle_is_one_and_there_is_one_where_something_can_be_reached_from_itself(edges):
    found = cycles(edges)
    for circle in found:
        for here, there in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert there in edges[here]
    assert bool(found) == any(_reaches(edges, node, node) for node in edges)


def _reaches(edges, start, goal) -> bool:
    seen, left = set(), list(edges.get(start, ()))
    while left:
        node = left.pop()
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            left += edges.get(node, ())
    return False


@pytest.mark.parametrize(("name", "same"), [("SPEC-012", "spec-12"), ("007", "7"), ("5-03", "05-3"), (" A ", "a")])
def test_names_that_are_the_same(name, same):
    assert normal(name) == normal(same)
