"""A plan's page on its way through MkDocs: its title, its contents, its anchors, its links."""

from __future__ import annotations

import logging

import mkdocs
import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from mkdocs_plans.rendering import GitHubMarkdown, Links

PLAN = """<!-- a comment -->

# Plan & `code` **b** \\*c\\*

[spec](spec.md) [above](#3-testing--validation) [raw](#raw) [gone](../src/app.py) ![p](pic.png) [top](#a1)

<a id="raw"></a>

<a name="a1">x</a>

## 3. Testing & Validation

text[^1]

[^1]: note
"""


@pytest.fixture
def rendered(tmp_path, caplog):
    """The page, and what MkDocs said at it."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "plan.md").write_text(PLAN)
    (docs / "spec.md").write_text("# Spec")
    (docs / "pic.png").write_bytes(b"")
    (tmp_path / "mkdocs.yml").write_text("site_name: a\ntheme: mkdocs\nvalidation: {anchors: warn}\n")
    extension = GitHubMarkdown()
    config = load_config(str(tmp_path / "mkdocs.yml"), markdown_extensions=["attr_list"])
    config.markdown_extensions.append(extension)
    files = get_files(config)
    page = Page(None, files.get_file_from_path("plan.md"), config)
    page.read_source(config)
    extension.expect(Links(lambda path: None if path.startswith("../") else path))
    with caplog.at_level(logging.INFO, mkdocs.__name__):
        page.render(config, files)
        page.file.page = page
        page.validate_anchor_links(files=files, log_level=logging.WARNING)
    return page, [record.getMessage() for record in caplog.records]


def test_title_and_contents(rendered):
    page, _ = rendered
    assert page.title == "Plan &amp; code b *c*"
    (top,) = page.toc.items
    assert [(item.title, item.id) for item in (top, *top.children)] == [
        ("Plan &amp; code b *c*", "plan-code-b-c"),
        ("3. Testing &amp; Validation", "3-testing-validation"),
    ]


def test_anchors_and_links_give_mkdocs_nothing_to_warn_about(rendered):
    page, said = rendered
    assert said == []
    assert {"raw", "a1", "3-testing--validation", "3-testing-validation"} <= page.present_anchor_ids


def test_links_go_where_mkdocs_puts_the_pages(rendered):
    page, _ = rendered
    assert '<a href="../spec/">spec</a>' in page.content
    assert '<img alt="p" src="../pic.png"' in page.content
    assert "[gone]" not in page.content
    assert "app.py" not in page.content
