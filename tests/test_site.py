"""Addresses and the links among them."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from mkdocs_plans.site import Site, page_url, relative

PATHS = ("index.md", "plan.md", "a/plan.md", "a/index.md", "a/README.md", "a b/c#d/plan.md", "ü/plan.md", "a/x.png")


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_addresses_are_those_of_mkdocs(path, directories):
    assert page_url(path, directories=directories) == File(path, "docs", "site", directories).url


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("start", PATHS[:-1])
@pytest.mark.parametrize("path", PATHS)
def test_links_are_those_of_mkdocs(start, path, directories):
    here, there = (page_url(each, directories=directories) for each in (start, path))
    assert relative(there, here).rstrip("/.") == get_relative_url(there, here).rstrip("/.")


def test_no_link_leads_to_what_the_site_does_not_hold():
    site = Site(urls={"plans/index.md": "plans/"})
    assert site.link("plans/index.md", "gone/plan.md") is None
