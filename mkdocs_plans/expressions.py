"""Regular expressions for headings, as mkdocs.yml writes them: `/test(ing)? (plan|strategy)/`.

Headings come from plans, which are hostile, so only what cannot run away is taken: an expression is held against a
whole heading of limited length, repeats at most two things, and never repeats a group.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST_EXPRESSION = 200
# With two repetitions the time grows with the square of this, which is less than a tenth of a millisecond.
_LONGEST_HEADING = 120
_REPEATS_AT_MOST = 2


class ExpressionError(ValueError):
    """An expression that is not taken; the message says why."""


def is_expression(text: str) -> bool:
    """Whether a name is written as an expression, between slashes."""
    return len(text) > 2 and text.startswith("/") and text.endswith("/")


@lru_cache(maxsize=256)
def compiled(text: str) -> re.Pattern[str]:
    """The expression between the slashes.

    Raises:
        ExpressionError: where it is no regular expression, or one that could take long.
    """
    source = text[1:-1]
    if len(source) > _LONGEST_EXPRESSION:
        raise ExpressionError(f"it is longer than {_LONGEST_EXPRESSION} characters")
    try:
        expression = re.compile(source, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ExpressionError(f"it is no regular expression ({error})") from None
    _refuse_runaways(source)
    return expression


def matches(text: str, heading: str) -> bool:
    """Whether an expression fits a whole heading."""
    return compiled(text).fullmatch(heading[:_LONGEST_HEADING]) is not None


def _refuse_runaways(source: str) -> None:
    """Refuse what makes a backtracking search exponential, or more than quadratic."""
    bare = _without_literals(source)
    if re.search(r"\(\?(?!:)", bare) or re.search(r"\\[1-9]", bare):
        raise ExpressionError("groups are ( ) or (?: ), and nothing may refer back to them")
    if re.search(r"\)[*+{]", bare):
        raise ExpressionError("a group must not be repeated with *, + or {}")
    if len(re.findall(r"[*+{]", bare)) > _REPEATS_AT_MOST:
        raise ExpressionError(f"at most {_REPEATS_AT_MOST} of *, + and {{}} are taken")


def _without_literals(source: str) -> str:
    """The expression with a letter in the place of every set and of every escaped sign; references back stay."""
    return re.sub(r"\\[^1-9]|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", source)
