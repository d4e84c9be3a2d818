"""Emoji written by name, as on GitHub and most MkDocs sites: `:tada:`."""

from __future__ import annotations

import re

# `crate::gear::Wheel` is not an emoji.
_SHORTCODE = re.compile(r"(?<![\w:]):([a-z0-9_+-]{1,60}):(?![\w:])")
# Icons of Material for MkDocs have no character, and may have a class: `:material-check:{ .green }`.
_ICON = re.compile(r"(?<![\w:]):(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:(?:\{[^{}]{0,100}\})?\s?")
# Before a label: `:rocket: **Status**: Draft`.
at_start = re.compile(r":[a-z0-9_+-]{1,60}:(?:\{[^{}]{0,100}\})?\s").match


def shown(text: str) -> str:
    """The text with the characters of its emoji, and without icons; unknown names stay."""
    return _SHORTCODE.sub(_character, _ICON.sub("", text))


def hidden(text: str, written: str) -> str:
    """The reverse of `shown`: a text with its emoji by name, as in the written line."""
    for code in _SHORTCODE.findall(written):
        text = text.replace(shown(f":{code}:"), f":{code}:")
    return text


def _character(match: re.Match[str]) -> str:
    from pymdownx import gemoji_db  # noqa: PLC0415  (dear to import, and seldom needed)

    name = gemoji_db.aliases.get(match[0], match[0])
    known = gemoji_db.emoji.get(name)
    codes = known.get("unicode_alt", known.get("unicode")) if known else None
    return "".join(chr(int(code, 16)) for code in codes.split("-")) if codes else match[0]
