"""The site's own Markdown, as a page uses it."""

from __future__ import annotations

import itertools
import re
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString, code_escape

from mkdocs_plans.rendering import patterns
from mkdocs_plans.rendering.claims import Claims
from mkdocs_plans.rendering.elements import Replaceable

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.preprocessors import Preprocessor

_BARE_LANGUAGE = re.compile(r"[\w#.+-]*", re.ASCII)
_ANCHOR = re.compile(r"\s(?:id|name)=(?:\"([^\"<>]++)\"|'([^'<>]++)'|([^\s\"'<>=]++))", re.IGNORECASE)
_BACK_TICKS = re.compile(r"`+")


class Host:
    """The Python-Markdown instance that converts one page.

    Attributes:
        md: The instance.
        anchors: The anchors in the raw HTML of the page, each as a tag of its own.
    """

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.anchors: list[str] = []

    @cached_property
    def has_attribute_lists(self) -> bool:
        """Whether the site reads `{: .class }`."""
        return "attr_list" in self.md.treeprocessors

    @cached_property
    def has_formulas(self) -> bool:
        """Whether the site reads `$a$`."""
        return "arithmatex-inline" in self.md.inlinePatterns

    @cached_property
    def has_markdown_in_html(self) -> bool:
        """Whether the site reads `<div markdown>`."""
        return "markdown_block" in self.md.parser.blockprocessors

    @cached_property
    def colours_code_spans(self) -> bool:
        """Whether the site reads `#!python` at the beginning of a code span."""
        return patterns.colours_code(self.md)

    @cached_property
    def claims(self) -> Claims:
        """The blocks that the site's extensions read."""
        return Claims(self.md)

    def normalized(self, text: str) -> str:
        """A text with plain line ends, and without the characters that mark what a converter has stashed.

        pymdownx.critic, if enabled, has already stashed its marks, with characters that its own preprocessor replaces
        later: https://github.com/facelessuser/pymdown-extensions/blob/10.12/pymdownx/_bypassnorm.py
        """
        text = text.replace(STX, "").replace(ETX, "").replace("\r\n", "\n").replace("\r", "\n")
        if "pymdownx-pre-norm-ws" in self.md.preprocessors:
            text = text.replace("\x01", STX).replace("\x04", ETX)
        return text

    def stash(self, html: str) -> str:
        """Stash HTML; returns its placeholder in the tree."""
        for match in _ANCHOR.finditer(html):
            name = match[1] or match[2] or match[3]
            self.anchors += (f'<a id="{escape(name)}"></a>', "")
        return self.md.htmlStash.store(html)

    def define_footnote(self, label: str, text: str) -> None:
        """Pass a footnote to the footnotes extension."""
        pattern: Any = self.md.inlinePatterns["footnote"]
        pattern.footnotes.setFootnote(label, text)

    def preprocess(self, text: str, after: type[Preprocessor]) -> str:
        """A text after the preprocessors that follow the one of a type."""
        lines = text.split("\n")
        following = itertools.dropwhile(lambda preprocessor: type(preprocessor) is not after, self.md.preprocessors)
        for preprocessor in itertools.islice(following, 1, None):
            lines = preprocessor.run(lines)
        return "\n".join(lines)

    def read_inline(self, root: Element) -> None:
        """Let the site's own inline patterns look at the text below an element."""
        patterns.Patterns(self.md).read(root)

    def alignment(self, where: str) -> dict[str, str]:
        """The attributes of a cell that is aligned left, center or right."""
        blocks = self.md.parser.blockprocessors
        config = getattr(blocks["table"], "config", {}) if "table" in blocks else {}
        return {"align": where} if config.get("use_align_attribute") else {"style": f"text-align: {where};"}

    def code(self, info: str | None, text: str) -> Element | str:
        """A code block as the site shows it: HTML in the stash, or an element that the site's highlighter looks at.

        `info` is the text after the fence, or None for indented code.
        """
        if info is not None and "fenced_code_block" in self.md.preprocessors:
            for words in dict.fromkeys((info, _language(info), "")):
                if stashed := self._fence(words, text):
                    return stashed
        block = Replaceable("pre")
        code = SubElement(block, "code")
        if info and (language := _language(info)):
            code.set("class", f"language-{language}")
        code.text = AtomicString(code_escape(text))
        return block

    def _fence(self, info: str, text: str) -> str | None:
        """A code block as rendered by the site's reader of fences, which gets it in a form that it cannot misread."""
        fence = "`" * max(3, 1 + max(map(len, _BACK_TICKS.findall(text)), default=0))
        lines = [f"{fence}{info}", *text.removesuffix("\n").split("\n"), fence]
        made = "\n".join(self.md.preprocessors["fenced_code_block"].run(lines)).strip()
        return made if HTML_PLACEHOLDER_RE.fullmatch(made) else None


def _language(info: str) -> str:
    """The language of a code block: the first word, as on GitHub."""
    words = info.split()
    match = _BARE_LANGUAGE.match(words[0]) if words else None
    return match[0] if match else ""
