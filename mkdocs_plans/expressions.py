"""Regular expressions for headings, as mkdocs.yml writes them: `/test(ing)? (plan|strategy)/`.

Headings come from plans, which are hostile, and expressions from any page with a marker, so only
expressions that cannot run away are accepted: they are matched against a whole heading of limited length, never repeat
a group, and can match in few ways.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST_EXPRESSION = 200
_LONGEST_HEADING = 120
# Two unbounded repetitions and 32 alternatives, or one and thousands; trying them all takes a few milliseconds.
_WAYS_AT_MOST = 32 * _LONGEST_HEADING**2

# A repetition may be lazy or possessive; any other sign stands for itself.
_SIGNS = re.compile(r"(?:[*+?]|\{(?:\d+,?\d*|,\d*)\})[?+]?|.", re.DOTALL)


class ExpressionError(ValueError):
    """An expression that is not accepted; the message says why."""


def is_expression(text: str) -> bool:
    """Whether a name is written as an expression, between slashes."""
    return len(text) > 2 and text.startswith("/") and text.endswith("/")


@lru_cache(maxsize=256)
def compiled(text: str) -> re.Pattern[str]:
    """The expression between the slashes.

    Raises:
        ExpressionError: where it is not a regular expression, or could take long.
    """
    source = text[1:-1]
    if len(source) > _LONGEST_EXPRESSION:
        raise ExpressionError(f"the expression is longer than {_LONGEST_EXPRESSION} characters; shorten it")
    try:
        expression = re.compile(source, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ExpressionError(f"not a valid regular expression ({error})") from None
    _refuse_runaways(source)
    return expression


def matches(text: str, heading: str) -> bool:
    """Whether an expression matches a whole heading."""
    return compiled(text).fullmatch(heading[:_LONGEST_HEADING]) is not None


def _refuse_runaways(source: str) -> None:
    """Refuse expressions that a backtracking search could try in too many ways."""
    bare = _without_literals(source)
    if re.search(r"\(\?(?!:)", bare) or re.search(r"\\[1-9]", bare):
        raise ExpressionError("only groups with ( ) or (?: ) are allowed, and no back-references")
    if re.search(r"\)[*+{]", bare):
        raise ExpressionError("a group must not be repeated with *, + or {}")
    if _ways(bare.replace("(?:", "(")) > _WAYS_AT_MOST:
        raise ExpressionError("the expression can match in too many ways; use fewer *, +, {}, ? and |")


def _ways(bare: str) -> int:
    """In how many ways an expression can be tried: sequences multiply, alternatives add up."""
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
    """How many different counts a repetition allows."""
    bounds = re.match(r"\{(\d*)(,?)(\d*)", repetition)
    if bounds is None:
        return _LONGEST_HEADING
    least, is_open, most = bounds.groups()
    wanted = int(most or _LONGEST_HEADING) - int(least or 0) + 1 if is_open else 1
    return max(1, min(wanted, _LONGEST_HEADING))


def _without_literals(source: str) -> str:
    """The expression with a letter in place of every set and every escaped sign; back-references stay."""
    return re.sub(r"\\[^1-9]|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", source)
