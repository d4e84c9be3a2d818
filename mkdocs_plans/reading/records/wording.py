"""The text of an item: without markup, whether it is a question, and whether it is a template's."""

from __future__ import annotations

import re

from mkdocs_plans.reading import inline

TIED = " \t-–—|·•;:：,\\"
ASKED = ("?", "？")
_LETTER = re.compile(r"[^\W_]")
# Brackets around a question are not a template's: `[NEEDS CLARIFICATION: who pays?]`.
_BRACKETS = re.compile(r"[^\w\[]*+\[([^\[\]]{1,400})\][^\w]*+")
_CLARIFICATION = "NEEDS CLARIFICATION"


def clean(text: str) -> str:
    """A text without markup; empty if it is a template's."""
    if inline.is_placeholder(text):
        found = asked_in_brackets(text)
        if not found:
            return ""
        text = found
    plain = inline.plain(text).strip(TIED).removesuffix("(").rstrip()
    return plain if _LETTER.search(plain) else ""


def is_stand_in(text: str) -> bool:
    """Whether a text is a template's placeholder."""
    return inline.is_placeholder(text) and not asked_in_brackets(text)


def asked_in_brackets(text: str) -> str:
    """The question in brackets; empty if the brackets only name something to be written."""
    found = _BRACKETS.fullmatch(text.strip())
    asked = found[1].strip() if found else ""
    if asked.startswith(_CLARIFICATION):
        return asked if _LETTER.search(asked.removeprefix(_CLARIFICATION)) else ""
    least = 3 if asked.isascii() else 1
    return asked if asked.endswith(ASKED) and len(asked.split()) >= least and len(asked) > 5 else ""


def is_question(text: str) -> bool:
    """Whether a text asks something."""
    return any(mark in text for mark in ASKED) or _CLARIFICATION in text
