"""What a site makes of the destinations of links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Resolve = Callable[[str], str | None]
"""Gives the destination that a relative one has in the site: as MkDocs wants it in Markdown, or a whole URL.

None says that it leads nowhere.
"""

Identify = Callable[[str], str | None]
"""Gives the destination of the page that an id in the text stands for, as `Resolve` does; None if there is none."""

# What cmark's safe mode, and so GitHub, removes.
_DANGEROUS = re.compile(r"(?:javascript|vbscript|file|data(?!:image/(?:png|gif|jpeg|webp)[;,])):", re.IGNORECASE)
# Browsers ignore control characters and blanks before a scheme, and tabs and line feeds within it:
# https://url.spec.whatwg.org/#concept-basic-url-parser
_OVERLOOKED = re.compile(r"[\s\x00-\x1f]+")


def is_dangerous(destination: str) -> bool:
    """Whether following a destination would run something."""
    return _DANGEROUS.match(_OVERLOOKED.sub("", destination)) is not None


@dataclass(frozen=True, slots=True)
class Links:
    """What the site knows of a page's links: where relative destinations lead, and what ids in the text stand for."""

    resolve: Resolve = lambda destination: destination
    identify: Identify = lambda _: None
