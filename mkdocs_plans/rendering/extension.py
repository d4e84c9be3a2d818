"""The Python-Markdown extension that makes a plan's page read as on GitHub.

Python-Markdown stays in charge of the page: its preprocessors see the text, and its treeprocessors, serializer and
postprocessors get their usual input. Only the step between them, from text to tree, follows GitHub.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.extensions import Extension

from mkdocs_plans.rendering import stages
from mkdocs_plans.rendering.links import Links
from mkdocs_plans.rendering.page import Page

if TYPE_CHECKING:
    from markdown import Markdown


class GitHubMarkdown(Extension):
    """Registered with Python-Markdown for every page; acts only on a page that it was told to expect."""

    def __init__(self) -> None:
        super().__init__()
        self._links: Links | None = None

    def expect(self, links: Links | None = None) -> None:
        """Make the next converted page read as on GitHub; `links` resolves its links."""
        self._links = links or Links()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Take over the page that is expected."""
        links, self._links = self._links, None
        if links is None:
            return
        # Extensions for what plans use but the site may not enable, in Python-Markdown's own rendering.
        if "footnote" not in md.inlinePatterns:
            md.registerExtensions(["footnotes"], {})
        if "task-list" not in md.treeprocessors:
            md.registerExtensions(["pymdownx.tasklist"], {})
        page = Page(md, links)
        # After snippets (32) and critic (31.1), which change the text, and before all that reads it (31.05 and less).
        md.preprocessors.register(stages.Read(page), "plans-read", 31.07)
        md.parser.blockprocessors.register(stages.Place(page), "plans-place", 1000)
        # Around the pass over inline patterns (20).
        md.treeprocessors.register(stages.BeforeInline(page), "plans-before-inline", 20.5)
        md.treeprocessors.register(stages.AfterInline(page), "plans-after-inline", 19.9)
        # Before the table of contents (5) puts links into headings; then after it, but before MkDocs, which comes later
        # with the same priority, gathers the anchors of the page.
        md.treeprocessors.register(stages.BeforeContents(page), "plans-before-toc", 5.1)
        md.treeprocessors.register(stages.AfterContents(page), "plans-after-toc", 5)
        md.postprocessors.register(stages.Harmless(page), "plans-harmless", -100)
