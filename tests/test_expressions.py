"""Which regular expressions are taken, and that none of them runs away."""

from __future__ import annotations

import time

import pytest

from mkdocs_plans import expressions, options
from mkdocs_plans.expressions import ExpressionError


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
        ("/x/", "x" * 5_000, False),
    ],
)
def test_what_fits(expression, heading, fits):
    assert expressions.matches(expression, heading) is fits


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("/(/", "it is no regular expression (missing ), unterminated subpattern at position 0)"),
        ("/(a+)+/", "a group must not be repeated with *, + or {}"),
        ("/(a|a)*b/", "a group must not be repeated with *, + or {}"),
        ("/(a){9}/", "a group must not be repeated with *, + or {}"),
        ("/.*a.*b.*c/", "at most 2 of *, + and {} are taken"),
        (r"/(a)\1/", "groups are ( ) or (?: ), and nothing may refer back to them"),
        ("/(?=a)a/", "groups are ( ) or (?: ), and nothing may refer back to them"),
        ("/" + "a" * 201 + "/", "it is longer than 200 characters"),
    ],
)
def test_what_is_refused(expression, reason):
    with pytest.raises(ExpressionError) as refused:
        expressions.compiled(expression)
    assert str(refused.value) == reason


@pytest.mark.parametrize("expression", [".*a.*b", "[^x]*[^y]*z", "a*?a*?b", "(?:a|aa)?(?:a|aa)?(?:a|aa)?a+a+b"])
def test_a_hostile_heading_takes_no_time(expression):
    start = time.process_time()
    for _ in range(20):
        expressions.matches(f"/{expression}/", "a" * 100_000)
    assert time.process_time() - start < 0.5


def test_mkdocs_yml_with_a_wrong_expression():
    with pytest.raises(options.OptionError) as error:
        options.parse({"sections": [{"name": "Tests", "aliases": ["/(a+)+/", "/fine/"]}, "/(b/"]})
    assert error.value.mistakes == (
        "sections: item 1: aliases: item 1: /(a+)+/: a group must not be repeated with *, + or {}",
        "sections: item 2: expected a heading, not '/(b/'; an expression may stand among the aliases",
    )
