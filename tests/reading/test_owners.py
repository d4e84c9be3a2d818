"""Who owns a plan."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.relating.owners import owner_of
from mkdocs_plans.settings import Settings

CODEOWNERS = """
# Owners of the repository
*                 @org/all
/docs/            @docs   # writers
docs/*            @shallow
*.plan.md         @planners
specs/**          ada@example.org @chidi
specs/free/
!specs/no         @never
specs/with\\ space/  @space
broken[z-a]       @never
"""


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("src/plan.md", "@org/all"),
        ("docs/plan.md", "@shallow"),
        ("docs/a/plan.md", "@docs"),
        ("docs/a/x.plan.md", "@planners"),
        ("specs/012/plan.md", "ada@example.org, @chidi"),
        ("specs/free/plan.md", None),
        ("specs/with space/plan.md", "@space"),
    ],
)
def test_the_last_matching_line_of_codeowners_counts(path, owner):
    found = owner_of(path, path, read(b"", Settings()), CODEOWNERS, Settings())
    assert found == (owner, "codeowners" if owner else None)


def test_sections_of_gitlab():
    text = "[Docs] @docs-team\nplans/\n\n^[Specs][2] @spec-team\nspecs/\nspecs/own/ @own\n"
    owners = [
        owner_of(path, path, read(b"", Settings()), text, Settings())[0]
        for path in ("plans/a.md", "specs/a.md", "specs/own/a.md")
    ]
    assert owners == ["@docs-team", "@spec-team", "@own"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("**Owner**: Ada", ("Ada", "header")),
        ("---\nowner: Ada\n---", ("Ada", "front-matter")),
        ("## A\n\nText.\n\n---\n\n**Owner**: Ada", ("Ada", "footer")),
        ("**Owner**: TBD", ("@team", "codeowners")),
        ("", ("@team", "codeowners")),
    ],
)
def test_the_plan_itself_comes_first(text, owner):
    document = read(
        f"{text}\n\n# Login\n".encode() if "---\nowner" in text else f"# Login\n\n{text}\n".encode(), Settings()
    )
    assert owner_of("plan.md", "plan.md", document, "* @team", Settings(owners={"*": "Team"})) == owner


def test_owners_of_the_settings_go_by_the_place_in_the_site():
    settings = Settings(owners={"billing/": "Payments", "billing/ledger/": "Ledger", "[": "nobody"})
    document = read(b"", settings)
    assert owner_of("billing/a/plan.md", "x/plan.md", document, "", settings) == ("Payments", "owners")
    assert owner_of("billing/ledger/plan.md", "x/plan.md", document, "", settings) == ("Ledger", "owners")
    assert owner_of("x/plan.md", "billing/plan.md", document, "", settings) == (None, None)
