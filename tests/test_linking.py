"""Where relative links of plans lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans import linking
from mkdocs_plans.git.forges import prefix_in
from mkdocs_plans.git.repository import Repository, folded
from mkdocs_plans.linking import Linker, Target
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
ON_DISK = {".", "src/app.py", "src", "specs/012-login"}
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
        ("/docs/index.md#über", "../../index.md#über"),
        ("../../docs/guide/", "../../guide/README.md"),
        ("..\\013-logout\\plan.md", "../013-logout/plan.md"),
        (".\\spec.md#goals", "./spec.md#goals"),
        ("#anchor", "#anchor"),
        ("https://example.org/x", "https://example.org/x"),
        ("../../src/app.py", "https://example.org/team/repo/blob/HEAD/src/app.py"),
        ("/src/app.py", "https://example.org/team/repo/blob/HEAD/src/app.py"),
        ("../../src/app.py#L10-L20", "https://example.org/team/repo/blob/HEAD/src/app.py#L10-L20"),
        ("../../src/app.py?plain=1#L3", "https://example.org/team/repo/blob/HEAD/src/app.py?plain=1#L3"),
        ('../../src/app.py#a b"<ü>%20', "https://example.org/team/repo/blob/HEAD/src/app.py#a%20b%22%3C%C3%BC%3E%20"),
        ("/docs/index.md?q=1#top", "../../index.md?q=1#top"),
        ("/", "https://example.org/team/repo"),
        ("/?tab=readme#install", "https://example.org/team/repo?tab=readme#install"),
        ("../..", "https://example.org/team/repo"),
    ],
)
def test_a_link_leads_where_it_leads_on_github(destination, leads_to):
    target = linker(url="https://example.org/team/repo/").resolve(PLAN, destination)
    assert (target.destination, target.is_broken) == (leads_to, False)


@pytest.mark.parametrize(("prefix", "home"), [("", "README.md"), ("handbook/", "../README.md")])
def test_the_top_of_the_repository_is_the_page_that_stands_for_it(prefix, home):
    places = {**PLACES, "about.md": Place("about.md", home, "README.md")}
    found = Linker(places, Repository(url="https://example.org/team/repo", prefix=prefix))
    assert found.resolve(PLAN, "/") == Target("../../about.md")
    assert found.find(PLAN, "/") == "about.md"


@pytest.mark.parametrize("destination", ["gone.md", "../014-gone/plan.md", "../../../outside.md", "//[broken", "/gone"])
def test_a_dead_link_leads_nowhere(destination):
    target = linker(url="https://example.org/team/repo").resolve(PLAN, destination)
    assert target == Target(None, is_broken=True)


@given(st.text("/.\\#?%:[]@ a0é\0", max_size=12), st.sampled_from(["", "handbook/"]))
def test_whatever_the_destination_a_link_leads_somewhere_or_nowhere(destination, prefix):
    """One of them in one plan would end the build of all."""
    links = linker(url="https://example.org/team/repo", prefix=prefix)
    target = links.resolve(PLAN, destination)
    assert target.destination is None or not target.is_broken
    assert links.find(PLAN, destination) in {None, *PLACES}


def test_without_a_known_repository_a_link_out_of_the_site_is_text_but_not_dead():
    target = linker().resolve(PLAN, "../../src/app.py#L10")
    assert (target.destination, target.is_broken) == (None, False)


@pytest.mark.parametrize(
    ("url", "edit_uri", "address"),
    [
        ("https://github.com/a/b", "edit/main/docs/", "https://github.com/a/b/blob/main/src/app.py"),
        ("https://github.com/a/b", "edit/master/docs/", "https://github.com/a/b/blob/HEAD/src/app.py"),
        ("https://gitlab.com/a/b", "edit/dev/docs/", "https://gitlab.com/a/b/-/blob/dev/src/app.py"),
        ("https://bitbucket.org/a/b", "src/default/docs/", "https://bitbucket.org/a/b/src/HEAD/src/app.py"),
        ("https://codeberg.org/a/b", "_edit/dev/docs/", "https://codeberg.org/a/b/src/branch/dev/src/app.py"),
        ("https://gitea.example.org/a/b", None, "https://gitea.example.org/a/b/src/branch/HEAD/src/app.py"),
        ("https://forgejo.example.org/a/b", None, "https://forgejo.example.org/a/b/src/branch/HEAD/src/app.py"),
        ("https://git.example.org/a/b", "_edit/dev/", "https://git.example.org/a/b/src/branch/dev/src/app.py"),
        ("https://git.example.org/a/b", "src/branch/dev/", "https://git.example.org/a/b/src/branch/dev/src/app.py"),
        ("https://git.example.org/a/b", "-/edit/dev/docs/", "https://git.example.org/a/b/-/blob/dev/src/app.py"),
        ("https://git.example.org/a/b", "edit/dev/docs/", "https://git.example.org/a/b/blob/dev/src/app.py"),
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


# Sources in other repositories ----------------------------------------------------------------------------------

BILLING = Repository(
    "https://github.com/a/billing", "edit/dev/docs/plans/", "docs/plans/", folder="services/billing/docs/plans"
)
UNKNOWN = Repository(folder="../ops", prefix="")
PROJECT = Repository("https://github.com/a/b", "edit/main/docs/", sources=(BILLING, UNKNOWN))


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("src/app.py", "https://github.com/a/b/blob/main/src/app.py"),
        ("services/other.py", "https://github.com/a/b/blob/main/services/other.py"),
        ("services/billing/docs/plans/1/plan.md", "https://github.com/a/billing/blob/dev/docs/plans/1/plan.md"),
        ("services/billing/src/app.py", "https://github.com/a/billing/blob/dev/src/app.py"),
        ("../ops/1/plan.md", None),
        ("../secret.txt", None),
    ],
)
def test_a_file_is_looked_at_in_the_repository_that_holds_it(file, address):
    assert PROJECT.of(file).address(file) == address


def test_the_nearest_of_two_sources_in_one_repository_says_where_a_file_is_edited():
    inner = Repository(BILLING.url, "edit/dev/inner/", "docs/plans/inner/", folder="services/billing/docs/plans/inner")
    project = Repository("https://github.com/a/b", sources=(BILLING, inner))
    assert project.of("services/billing/docs/plans/inner/1/plan.md") is inner
    assert project.of("services/billing/docs/plans/1/plan.md") is BILLING


def test_a_slash_in_front_counts_from_the_top_of_the_repository_that_the_plan_is_in():
    start = Place("billing/1/plan.md", "services/billing/docs/plans/1/plan.md", "billing")
    project = Repository(
        "https://github.com/a/b", exists={"services/billing/src/app.py"}.__contains__, sources=(BILLING,)
    )
    target = Linker({start.path: start}, project).resolve(start, "/src/app.py")
    assert target.destination == "https://github.com/a/billing/blob/dev/src/app.py"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/?path=docs/../specs/1/plan.md", "https://example.org/?path=specs/1/plan.md"),
        ("https://example.org/?path=a/docs/../../specs/plan.md&b=1", "https://example.org/?path=specs/plan.md&b=1"),
        ("https://example.org/?path=docs%2F..%2Fspecs%2Fplan.md", "https://example.org/?path=specs%2Fplan.md"),
        ("https://example.org/edit/main/docs/../specs/plan.md", "https://example.org/edit/main/specs/plan.md"),
        ("https://example.org/?path=../specs/plan.md", "https://example.org/?path=../specs/plan.md"),
        ("https://example.org/edit/main/docs/plan..md", "https://example.org/edit/main/docs/plan..md"),
    ],
)
def test_an_address_goes_no_way_there_and_back(address, expected):
    assert folded(address) == expected


@pytest.mark.parametrize(
    ("edit_uri", "prefix"),
    [
        ("edit/main/plans/", "plans/"),
        ("-/edit/main/", ""),
        ("_edit/main/plans/", "plans/"),
        ("src/branch/main/plans/", "plans/"),
        ("?path=plans/", ""),
        (None, ""),
    ],
)
def test_the_folder_that_an_edit_uri_leads_to(edit_uri, prefix):
    assert prefix_in(edit_uri) == prefix


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
