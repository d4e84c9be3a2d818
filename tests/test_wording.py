"""How messages quote what plans say."""

from __future__ import annotations

import pytest

from mkdocs_plans.wording import counted, name_others, place, plain, quote, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Login", "Login"),
        ("  Login\n\twith  passkeys ", "Login with passkeys"),
        ("Anmeldung\u2028für\u2029alle\u00a0drei", "Anmeldung für alle drei"),
        ("\x1b[31mred", "[31mred"),  # what a terminal would obey
        ("é\x1b[31mred", "é[31mred"),
        ("md.\u202enalp", "md.nalp"),  # what would be read backwards
        ("é\ud800", "é"),  # half a character
        ("می\u200cخواهم", "می\u200cخواهم"),  # words of Persian are written so
        ("👩\u200d💻", "👩\u200d💻"),
        ("a ##[error]b ##vso[task.x]c ##\u200b[d]", "a # #[error]b # #vso[task.x]c # #[d]"),  # what a CI would obey
        ("## [Unreleased] ##b", "## [Unreleased] ##b"),
    ],
)
def test_what_is_shown_of_a_text(text, shown):
    assert plain(text) == shown


def test_the_name_of_a_file_begins_no_command():
    assert place("::error::a/\x1bplan.md") == "./::error::a/plan.md"
    assert place("docs/a::b/plan.md") == "docs/a::b/plan.md"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\tb  c\n", "a\n\tb  c\n"),
        ("a\x1b[31mb\rc\u202ed\U000e0001", "a\\x1b[31mb\\x0dc\\u202ed\\U000e0001"),
        ("::add-mask::a\n ::b\n+::c\n", "\\x3a:add-mask::a\n \\x3a:b\n+::c\n"),
        ("\u00a0::add-mask::a\n", "\u00a0\\x3a:add-mask::a\n"),  # GitHub cuts off blanks of any kind
        (":::tip\nb\n:::\n ::: note\n", ":::tip\nb\n:::\n ::: note\n"),  # admonitions of other generators
        ("a ##[error]b\n## [c]\n", "a #\\x23[error]b\n## [c]\n"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_shown_of_lines(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("", '""'), ("Login", '"Login"'), ("q" * 80, f'"{"q" * 80}"'), ("q" * 81, f'"{"q" * 79}…"')],
)
def test_a_quotation_is_cut_where_it_is_long(text, quoted):
    assert quote(text) == quoted


@pytest.mark.parametrize(
    ("names", "at", "shown"),
    [
        ("ab", 0, "b"),
        ("abcd", 1, "a, c, d"),
        ("abcde", 4, "a, b, c and 1 more"),
        ("abc", 3, "a, b, c"),
        ("abcde", 5, "a, b, c and 2 more"),
    ],
)
def test_the_others_of_some_names(names, at, shown):
    assert name_others(list(names), at) == shown


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (0, ("plan",), "0 plans"),
        (1, ("plan",), "1 plan"),
        (2, ("plan",), "2 plans"),
        (1, ("entry", "entries"), "1 entry"),
        (2, ("entry", "entries"), "2 entries"),
    ],
)
def test_numbers_of_things(number, words, said):
    assert counted(number, *words) == said
