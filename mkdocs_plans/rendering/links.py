"""What a site makes of the destinations of links."""

from __future__ import annotations

import re
from collections.abc import Callable

Resolve = Callable[[str], str | None]
"""Gives the destination that a relative one has in the site: as MkDocs wants it in Markdown, or a whole URL.

None says that it leads nowhere.
"""

# What cmark's safe mode takes out, and GitHub with it.
_DANGEROUS = re.compile(r"\s*(?:javascript|vbscript|file|data(?!:image/(?:png|gif|jpeg|webp)[;,])):", re.IGNORECASE)


def is_dangerous(destination: str) -> bool:
    """Whether following a destination would run something."""
    return _DANGEROUS.match(destination) is not None


def leave(destination: str) -> str:
    """The resolver of a caller that knows nothing of other files."""
    return destination
