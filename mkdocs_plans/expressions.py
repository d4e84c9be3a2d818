"""Regular expressions for headings, as mkdocs.yml writes them: `/test(ing)? (plan|strategy)/`.

Headings come from plans, which are hostile, and expressions from any page with a marker, so only what cannot run away
is taken: an expression is held against a whole heading of limited length, never repeats a group, and leaves few ways
to fit.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST_EXPRESSION = 200
_LONGEST_HEADING = 120
# Two repetitions without bounds and 32 choices, or one and thousands; to try them all takes a few milliseconds.
_WAYS_AT_MOST = 32 * _LONGEST_HEADING**2

# A repetition may be lazy or possessive; any other sign stands for itself.
_SIGNS = re.compile(r"(?:[*+?]|\{(?:\d+,?\d*|,\d*)\})[?+]?|.", re.DOTALL)


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
    """Refuse what could make a backtracking search try more than so many ways."""
    bare = _without_literals(source)
    if re.search(r"\(\?(?!:)", bare) or re.search(r"\\[1-9]", bare):
        raise ExpressionError("groups are ( ) or (?: ), and nothing may refer back to them")
    if re.search(r"\)[*+{]", bare):
        raise ExpressionError("a group must not be repeated with *, + or {}")
    if _ways(bare.replace("(?:", "(")) > _WAYS_AT_MOST:
        raise ExpressionError("it could fit in too many ways; use less of *, +, {}, ? and |")


def _ways(bare: str) -> int:
    """In how many ways an expression can be tried: those of what stands in a row multiply, alternatives add up."""
    around: list[tuple[int, int]] = []
    alternatives, row, last = 0, 1, 1
    for sign in _SIGNS.findall(bare):
        if sign == "(":
            around.append((alternatives, row))
            alternatives, row, last = 0, 1, 1
        elif sign == "|":
            alternatives, row, last = alternatives + row, 1, 1
        elif sign == ")":
            last = alternatives + row
            alternatives, row = around.pop()
            row *= last
        elif sign[0] == "?":
            row = row // last * (last + 1)
        elif len(sign) > 1 or sign in "*+":
            row *= _times(sign)
        else:
            last = 1
    return alternatives + row


def _times(repetition: str) -> int:
    """How often something may be there more than it must."""
    bounds = re.match(r"\{(\d*)(,?)(\d*)", repetition)
    if bounds is None:
        return _LONGEST_HEADING
    least, is_open, most = bounds.groups()
    wanted = int(most or _LONGEST_HEADING) - int(least or 0) + 1 if is_open else 1
    return max(1, min(wanted, _LONGEST_HEADING))


def _without_literals(source: str) -> str:
    """The expression with a letter in the place of every set and of every escaped sign; references back stay."""
    return re.sub(r"\\[^1-9]|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", source)
