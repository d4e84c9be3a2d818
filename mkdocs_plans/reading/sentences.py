"""Where a sentence ends."""

from __future__ import annotations

import re

# A dot behind a number, a closing mark, or a word that is no abbreviation (`vs.`, `J.`), or a full stop of its own.
_END = re.compile(r"(?:(?<=\w{3})|(?<=\d)|(?<=[)`*\]]))[`*)]{0,3}\.(?=[*\s]|$)|。")


def end(text: str, start: int = 0) -> int | None:
    """The place right behind the first sentence that ends after `start`; None if none does."""
    found = _END.search(text, start)
    return found.end() if found else None
