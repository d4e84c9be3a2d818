"""Broken texts and texts made to take long: the build goes on, the plan is on the board, a finding says what is wrong."""

from __future__ import annotations

import pytest

from tests.support import grows_with, plan, text

# What it is, the file, the rule of the finding and its line, and the title on the board.
BROKEN = [
    ("not UTF-8", plan("Вход").encode("cp1251"), "encoding", 1, None),
    ("UTF-16", plan("Login").encode("utf-16"), "encoding", 1, "Login"),
    ("UTF-16 without a mark", plan("Login").encode("utf-16-le"), "encoding", 1, "Login"),
    ("UTF-32", plan("Login").encode("utf-32"), "encoding", 1, "Login"),
    ("half of UTF-16", plan("Login").encode("utf-16")[:-1], "encoding", 1, "Login"),
    ("mojibake", plan("Login", status="🤔 Draft").encode().decode("cp1252", "replace").encode(), "encoding", 4, "Login"),
    ("lone surrogates", b"# Lo\xed\xa0\x80gin\n\n**Status**: Draft\xed\xb0\x80\n", "encoding", 1, None),
    ("cut off within a character", "# Login\n\n**Status**: 完".encode()[:-1], "encoding", 3, "Login"),
    ("NUL bytes", b"\x00\x01\x02\x00" * 50, "unreadable", 1, "Login"),
    ("one NUL byte", b"# Login\n\n**Status**: Dr\x00aft\n", "unreadable", 3, "Login"),
    ("an empty file", b"", "title-missing", 1, "Login"),
    ("blanks alone", b" \t\n\r\n \x0c\n", "title-missing", 1, "Login"),
    ("no heading", b"Only text.\n", "title-missing", 1, "Login"),
    ("one line without an end", b"#", "title-missing", 1, "Login"),
    ("broken YAML", b"---\ntitle: Login\nstatus: [broken\n---\n\n# Login\n", "front-matter-invalid", 4, "Login"),
    ("YAML that is a list", b"---\n- a\n- b\n---\n\n# Login\n", "front-matter-invalid", 1, "Login"),
    ("YAML with a surrogate", b'---\ntitle: "\\ud800"\n---\n\n# Login\n', "front-matter-invalid", 2, "Login"),
    ("YAML with an unknown tag", b"---\nx: !!python/object/apply:os.system [id]\n---\n\n# Login\n\n**Status**: ?\n", "status-unknown", 7, "Login"),
    ("YAML with a control character", b"---\ntitle: a\x07\n---\n\n# Login\n", "front-matter-invalid", None, "Login"),
    ("a date that is none", plan("Login").replace("2026-03-01", "2026-13-01").encode(), "date-invalid", 5, "Login"),
    ("a status that contradicts itself", b"---\nstatus: Done\n---\n# Login\n\n**Status**: Draft\n", "status-conflict", None, "Login"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "rule", "line", "title"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_broken_plans_are_found_named_and_kept(site, raw, rule, line, title):
    site.plan("012-login", raw)
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    built = site.build()
    assert built.failure is None
    found = [each for each in built.plans()["specs/012-login/plan.md"]["findings"] if each["rule"] == rule]
    assert found
    assert all(each["line"] == line for each in found if line)
    assert all("; " in each["message"] for each in found), "a finding says the way out"
    titles = [title for titles in built.board().values() for title in titles]
    assert len(titles) == 2
    assert title is None or title in titles


@pytest.mark.parametrize(
    "raw", [plan().encode("utf-8-sig"), plan().replace("\n", "\r\n").encode()], ids=["BOM", "CRLF"]
)
def test_what_editors_do_to_files_does_no_harm(site, raw):
    site.plan("012-login", raw)
    built = site.build(strict=True)
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login"]}


FRONT_MATTER = [
    *("template: plan-template.md", "icon: rocket", "tags: a", "tags: 7", "status: [a]", "title: 2026", "hide: 7"),
    *("search: no", "social: x", "draft: maybe", "date: soon", "plans: 7", "plans: {github_markdown: [a]}"),
]


@pytest.mark.parametrize("line", FRONT_MATTER)
def test_no_front_matter_ends_a_build(site, line):
    site.config |= {"theme": {"name": "material", "font": False}, "plugins": ["search", "tags", {"plans": {}}]}
    site.plan("012-login", f"---\n{line}\n---\n\n{plan()}")
    built = site.build()
    assert built.failure is None
    assert list(built.board().values()) in ([["Login"]], [["2026"]])


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HEAD = "# Login\n\n**Status**: Draft\n\n"

# What it is, the text of a given size, and the rule of the finding at full size; None where it is long and fine.
LARGE = [
    ("a YAML bomb", lambda _: f"---\n{BOMB}---\n\n{HEAD}", None),
    ("front matter of 100 KB", lambda n: f"---\nx: {'y y ' * 25 * n}\n---\n\n{HEAD}", "front-matter-invalid"),
    ("front matter nested deep", lambda n: f"---\nx: {'[' * 5 * n}{']' * 5 * n}\n---\n\n{HEAD}", "front-matter-invalid"),
    ("10,000 nested brackets", lambda n: HEAD + "[" * 10 * n + "a" + "]" * 10 * n, "too-complex"),
    ("10,000 nested quotes", lambda n: HEAD + ">" * 10 * n + " a", None),
    ("20,000 tags", lambda n: HEAD + "<a " * 20 * n, "too-complex"),
    ("20,000 back-ticks", lambda n: HEAD + "`a" * 20 * n, "too-complex"),
    ("2,000 footnotes", lambda n: HEAD + "[^1]\n\n" * 2 * n, "too-complex"),
    ("a line of 200,000 characters", lambda n: HEAD + "a" * 200 * n, "too-complex"),
    ("5 MB", lambda n: HEAD + "Text that goes on.\n\n" * 260 * n, "too-complex"),
    ("5,000 headings", lambda n: HEAD + "".join(f"## Heading {at}\n\nText.\n\n" for at in range(5 * n)), None),
    ("5,000 fields", lambda n: "# Login\n\n**Status**: Draft\n" + "**Owner**: Ada\n" * 5 * n, None),
    ("2,000 links", lambda n: HEAD + "[x](../013/plan.md) " * 2 * n, None),
    ("5,000 ids", lambda n: HEAD + "SPEC-013 and A-B-C-1, " * 5 * n, "too-complex"),
    ("5,000 dependencies", lambda n: HEAD[:9] + "**Depends on**: " + "SPEC-013, [x](y), " * (5 * n // 2) + HEAD[8:], None),
    ("5,000 rows", lambda n: HEAD + "| a | b |\n|---|---|\n" + "| x | y |\n" * 5 * n, None),
    ("5,000 boxes", lambda n: HEAD + "- [ ] a\n" * 5 * n, None),
    ("2,000 comments", lambda n: HEAD + "<!-- plans-disable-line x -->\n" * 2 * n, None),
    ("an id without an end", lambda n: HEAD + "A-" * 20 * n + "1", None),
    ("a label without an end", lambda n: "# Login\n\n**Status**: Draft\n" + "**" * 20 * n + "Owner", None),
]  # fmt: skip


def test_all_of_these_together_are_built_and_the_time_grows_with_them(site):
    # MkDocs' own search takes the square of the number of headings.
    site.config["plugins"] = ["plans"]

    def build(size):
        for number, (_, content, _) in enumerate(LARGE):
            site.plan(f"{number:03}", content(size))
        return site.build()

    built = []
    assert grows_with(lambda size: built.append(build(size)), 250, rounds=3)
    assert [each.failure for each in built] == [None] * len(built)
    assert sum(map(len, built[-1].board().values())) == len(LARGE)
    plans = built[-1].plans()
    for number, (name, _, rule) in enumerate(LARGE):
        rules = {finding["rule"] for finding in plans[f"specs/{number:03}/plan.md"]["findings"]}
        assert rule is None or rule in rules, name


def test_two_plans_with_one_spec_name_each_other(site):
    site.plan("012-login", title="Login", spec="SPEC-012")
    site.plan("013-logout", title="Logout", spec="SPEC-012")
    plans = site.build().plans().values()
    findings = [each for entry in plans for each in entry["findings"] if each["rule"] == "spec-duplicate"]
    assert {each["what"] for each in findings} == {"SPEC-012"}
    assert "013-logout" in findings[0]["message"]


def test_a_spec_that_is_not_utf_8_does_not_end_the_build_either(site):
    site.plan("012-login")
    site.write("docs/specs/012-login/spec.md", "# Вход\n\nПользователь входит в систему по ключу.\n".encode("cp1251"))
    built = site.build()
    assert built.failure is None
    assert "Вход" in text(built.tree("specs/012-login/spec"))
