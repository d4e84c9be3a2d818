"""Which of GitHub's paragraphs an extension of the site reads as something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

# The names under which Python-Markdown, and the extensions that replace its processors, read what GitHub reads, too;
# the footnotes and Markdown in HTML are asked elsewhere.
_GITHUB = frozenset(
    (
        "empty",
        "indent",
        "code",
        "hashheader",
        "setextheader",
        "hr",
        "olist",
        "ulist",
        "quote",
        "reference",
        "paragraph",
        "table",
        "defindent",
        "footnote",
        "markdown_block",
        "plans-place",
    )
)


class Claims:
    """The block processors of one Python-Markdown instance that are the site's own."""

    def __init__(self, md: Markdown) -> None:
        blocks = md.parser.blockprocessors
        github = {id(blocks[name]) for name in _GITHUB if name in blocks}
        self._processors = [processor for processor in blocks if id(processor) not in github]

    def __bool__(self) -> bool:
        return bool(self._processors)

    def cover(self, paragraph: str) -> bool:
        """Whether any of them claims a paragraph."""
        return any(_reads(processor, paragraph) for processor in self._processors)


def _reads(processor: Any, paragraph: str) -> bool:  # noqa: ANN401 - a BlockProcessor with attributes of its own
    if hasattr(processor, "blocks") and hasattr(processor, "start"):
        # The test of pymdownx.blocks begins to parse:
        # https://github.com/facelessuser/pymdown-extensions/blob/10.12/pymdownx/blocks/__init__.py
        match = processor.start.search(paragraph)
        return match is not None and match[2].lower() in processor.blocks
    if isinstance(pattern := getattr(processor, "RE", None), re.Pattern):
        return pattern.search(paragraph) is not None
    nowhere = Element("div")
    # A processor that accepts everything decides later, when it is too late for us.
    return bool(processor.test(nowhere, paragraph)) and not processor.test(nowhere, "text")
