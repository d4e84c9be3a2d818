"""Which regular expressions are taken, and that none of them runs away."""

from __future__ import annotations

import contextlib

import pytest

from mkdocs_plans import expressions, options
from mkdocs_plans.expressions import ExpressionError
from tests.support import grows_with


@pytest.mark.parametrize(
    ("expression", "heading", "fits"),
    [
        ("/test(ing)? (plan|strategy)/", "testing strategy", True),
        ("/test(ing)? (plan|strategy)/", "test plan", True),
        ("/test(ing)? (plan|strategy)/", "the test plan", False),
        ("/.*rollback.*/", "how we rollback it", True),
        ("/Risks?/", "risk", True),
        (r"/phase \d+/", "phase 12", True),
        (r"/[a-c*+{]+\?/", "abc*?", True),
        (r"/\d{4}-\d{2}-\d{2}: .*/", "2026-03-01: what we know", True),
        ("/(risks?|threats?) (and|&) (mitigations?|counter-?measures?)/", "risks & countermeasures", True),
        ("/.*(roll-?back|fall-?back|undo|revert).*/", "how we fall-back", True),
        ("/x/", "x" * 5_000, False),
    ],
)
def test_what_fits(expression, heading, fits):
    assert expressions.matches(expression, heading) is fits


TOO_MANY_WAYS = "the expression can match in too many ways; use fewer *, +, {}, ? and |"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("/(/", "not a valid regular expression (missing ), unterminated subpattern at position 0)"),
        ("/(a+)+/", "a group must not be repeated with *, + or {}"),
        ("/(a|a)*b/", "a group must not be repeated with *, + or {}"),
        ("/(a){9}/", "a group must not be repeated with *, + or {}"),
        ("/.*a.*b.*c/", TOO_MANY_WAYS),
        ("/.{0,99}.{0,99}.{9,}/", TOO_MANY_WAYS),
        ("/" + "a?" * 19 + "/", TOO_MANY_WAYS),
        ("/" + "(a|aa)" * 19 + "/", TOO_MANY_WAYS),
        (r"/(a)\1/", "only groups with ( ) or (?: ) are allowed, and no back-references"),
        ("/(?=a)a/", "only groups with ( ) or (?: ) are allowed, and no back-references"),
        ("/" + "a" * 201 + "/", "the expression is longer than 200 characters; shorten it"),
    ],
)
def test_what_is_refused(expression, reason):
    with pytest.raises(ExpressionError) as refused:
        expressions.compiled(expression)
    assert str(refused.value) == reason


@pytest.mark.parametrize("expression", [".*a.*b", "[^x]*[^y]*z", "a*?a*?b", "(?:a|aa)?(?:a|aa)?(?:a|aa)?a+a+b"])
def test_a_hostile_heading_takes_no_time(expression):
    assert grows_with(lambda size: [expressions.matches(f"/{expression}/", "a" * size) for _ in range(20)], 100_000)


@pytest.mark.parametrize(
    "unit",
    ["a?", "a??", "a{0,1}", "(a|aa)", "(?:a|)", "(a|b?)", "((a?)?)?", "(aa?|a)?", "a*", "a+?", ".{0,9}", "a{2}", "a|"],
)
@pytest.mark.parametrize("around", ["{}b", "a*{}b", "({})?b"])
def test_a_hostile_expression_is_refused_before_it_takes_time(unit, around):
    def match_all(longest):
        for times in range(1, longest):
            with contextlib.suppress(ExpressionError):
                expressions.matches(f"/{around.format(unit * times)}/", "a" * 120)

    assert grows_with(match_all, 6)


def test_mkdocs_yml_with_a_wrong_expression():
    with pytest.raises(options.OptionError) as error:
        options.parse({"sections": [{"name": "Tests", "aliases": ["/(a+)+/", "/fine/"]}, "/(b/"]})
    assert error.value.mistakes == (
        "sections: item 1: aliases: item 1: /(a+)+/: a group must not be repeated with *, + or {}",
        "sections: item 2: expected a heading, not '/(b/'; put regular expressions into `aliases`",
    )
