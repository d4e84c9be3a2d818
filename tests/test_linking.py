"""Where relative links of plans lead."""

from __future__ import annotations

import pytest

from mkdocs_plans import linking
from mkdocs_plans.linking import Linker, Repository, Target
from mkdocs_plans.model import Place

PLACES = {
    place.path: place
    for place in (
        Place("index.md", "docs/index.md"),
        Place("work/012-login/plan.md", "specs/012-login/plan.md", "work"),
        Place("work/012-login/spec.md", "specs/012-login/spec.md", "work"),
        Place("work/012-login/my notes.md", "specs/012-login/my notes.md", "work"),
        Place("work/013-logout/plan.md", "specs/013-logout/plan.md", "work"),
        Place("guide/README.md", "docs/guide/README.md"),
    )
}
ON_DISK = {"src/app.py", "src", "specs/012-login"}
PLAN = PLACES["work/012-login/plan.md"]


def linker(**repository):
    return Linker(PLACES, Repository(exists=ON_DISK.__contains__, **repository))


@pytest.mark.parametrize(
    ("destination", "leads_to"),
    [
        ("spec.md", "spec.md"),
        ("./spec.md#goals", "./spec.md#goals"),
        ("my%20notes.md", "my%20notes.md"),
        ("../013-logout/plan.md", "../013-logout/plan.md"),
        ("../013-logout/", "../013-logout/plan.md"),
        ("../013-logout", "../013-logout/plan.md"),
        ("../../docs/index.md", "../../index.md"),
        ("/docs/index.md#top", "../../index.md#top"),
        ("../../docs/guide/", "../../guide/README.md"),
        ("..\\013-logout\\plan.md", "..\\013-logout\\plan.md"),
        ("#anchor", "#anchor"),
        ("https://example.org/x", "https://example.org/x"),
        ("../../src/app.py", "https://example.org/team/repo/blob/HEAD/src/app.py"),
        ("/src/app.py", "https://example.org/team/repo/blob/HEAD/src/app.py"),
    ],
)
def test_a_link_leads_where_it_leads_on_github(destination, leads_to):
    target = linker(url="https://example.org/team/repo/").resolve(PLAN, destination)
    assert (target.destination, target.is_broken) == (leads_to, False)


@pytest.mark.parametrize("destination", ["gone.md", "../014-gone/plan.md", "../../../outside.md", "//[broken", "/gone"])
def test_a_dead_link_leads_nowhere(destination):
    target = linker(url="https://example.org/team/repo").resolve(PLAN, destination)
    assert target == Target(None, is_broken=True)


def test_without_a_known_repository_a_link_out_of_the_site_is_text_but_not_dead():
    target = linker().resolve(PLAN, "../../src/app.py")
    assert (target.destination, target.is_broken) == (None, False)


@pytest.mark.parametrize(
    ("url", "edit_uri", "address"),
    [
        ("https://github.com/a/b", "edit/main/docs/", "https://github.com/a/b/blob/main/src/app.py"),
        ("https://github.com/a/b", "edit/master/docs/", "https://github.com/a/b/blob/HEAD/src/app.py"),
        ("https://gitlab.com/a/b", "edit/dev/docs/", "https://gitlab.com/a/b/-/blob/dev/src/app.py"),
        ("https://bitbucket.org/a/b", "src/default/docs/", "https://bitbucket.org/a/b/src/HEAD/src/app.py"),
        (None, "edit/main/docs/", None),
    ],
)
def test_addresses_of_files_in_repositories(url, edit_uri, address):
    assert Repository(url, edit_uri).address("src/app.py") == address


def test_the_project_may_be_a_folder_of_its_repository():
    repository = Repository("https://github.com/a/b", prefix="handbook/", exists={"../src/app.py"}.__contains__)
    assert repository.address("docs/index.md") == "https://github.com/a/b/blob/HEAD/handbook/docs/index.md"
    target = Linker(PLACES, repository).resolve(PLAN, "/src/app.py")
    assert target.destination == "https://github.com/a/b/blob/HEAD/src/app.py"


@pytest.mark.parametrize(
    ("destination", "is_relative"),
    [
        ("spec.md", True),
        ("../a b.md#c", True),
        ("/a.md", True),
        ("?a", True),
        ("C:", True),
        ("https://a.org", False),
        ("mailto:a@b.org", False),
        ("vscode://a", False),
        ("//a.org", False),
        ("#a", False),
        ("", False),
    ],
)
def test_relative_destinations(destination, is_relative):
    assert linking.is_relative(destination) is is_relative
