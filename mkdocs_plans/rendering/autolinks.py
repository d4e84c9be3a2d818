"""Bare addresses in running text: https://github.github.com/gfm/#autolinks-extension-."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANDIDATE = re.compile(
    r"(?<![A-Za-z])(?P<url>https?://(?=(?u:[^\W_]))[^\s<]++)"
    r"|(?:(?<=[\s*_~(])|^)(?P<www>www\.[^\s<]++)"
    r"|(?<![\w.+/-])(?P<mail>[\w.+-]++@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)++)",
    re.ASCII | re.IGNORECASE,
)
# Letters of any script: `https://пример.рф`.
_HOST = re.compile(r"(?:https?://)?([\w.-]++)", re.IGNORECASE)
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
_CLOSERS = "?!.,:*_~'\""


def autolinks(text: str) -> Iterator[tuple[int, int, str]]:
    """The addresses in a text: start, end and destination."""
    # Skip the pattern for the many texts that cannot have an address.
    if "://" not in text and "www." not in text.lower() and "@" not in text:
        return
    for match in _CANDIDATE.finditer(text):
        found = match[0]
        if match["mail"]:
            # `tool@1.2.0` is a version.
            if found[-1].isalpha():
                yield match.start(), match.end(), f"mailto:{found}"
            continue
        found = _trimmed(found)
        if _is_domain(found):
            yield match.start(), match.start() + len(found), found if match["url"] else f"http://{found}"


def _trimmed(url: str) -> str:
    """Without the punctuation that belongs to the sentence around it."""
    surplus = url.count(")") - url.count("(")
    while url:
        if url[-1] in _CLOSERS:
            url = url[:-1]
        elif url[-1] == ")" and surplus > 0:
            url, surplus = url[:-1], surplus - 1
        elif url[-1] == ";":
            entity = _ENTITY.search(url, max(0, len(url) - 40))
            url = url[: entity.start() if entity else -1]
        else:
            break
    return url


def _is_domain(url: str) -> bool:
    """Whether GitHub accepts the domain: `www.` needs another dot, and the last two parts no underscore."""
    match = _HOST.match(url)
    return (
        match is not None
        and "_" not in "".join(match[1].split(".")[-2:])
        and (not url.lower().startswith("www.") or "." in match[1])
    )
