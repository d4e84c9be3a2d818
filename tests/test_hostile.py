"""Broken and hostile plans: the build goes on, the plan is on the board, and a finding says what is wrong."""

from __future__ import annotations

import pytest

from tests.support import plan, text

BROKEN = [
    ("not UTF-8", plan("Вход").encode("cp1251"), "encoding", 1, None),
    ("UTF-16", plan("Login").encode("utf-16"), "encoding", 1, "Login"),
    (
        "mojibake",
        plan("Login", status="🤔 Draft").encode().decode("cp1252", "replace").encode(),
        "encoding",
        4,
        "Login",
    ),
    ("broken YAML", b"---\ntitle: Login\nstatus: [broken\n---\n\n# Login\n", "front-matter-invalid", 4, "Login"),
    ("front matter that is a list", b"---\n- a\n- b\n---\n\n# Login\n", "front-matter-invalid", 1, "Login"),
    ("no heading", b"Only text.\n", "title-missing", 1, "Login"),
    ("an empty file", b"", "title-missing", 1, "Login"),
    ("NUL bytes", b"\x00\x01\x02\x00" * 50, "unreadable", 1, "Login"),
]


@pytest.mark.parametrize(("case", "raw", "rule", "line", "title"), BROKEN, ids=[case[0] for case in BROKEN])
def test_broken_plans_are_found_named_and_kept(site, case, raw, rule, line, title):
    site.plan("012-login", raw)
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    built = site.build()
    assert built.failure is None
    entry = built.plans()["specs/012-login/plan.md"]
    found = [finding for finding in entry["findings"] if finding["rule"] == rule]
    assert [finding["line"] for finding in found] == [line]
    assert all("; " in finding["message"] for finding in found), "a finding says the way out"
    titles = [title for titles in built.board().values() for title in titles]
    assert len(titles) == 2
    if title:
        assert title in titles


@pytest.mark.parametrize(
    "raw", [plan().encode("utf-8-sig"), plan().replace("\n", "\r\n").encode()], ids=["BOM", "CRLF"]
)
def test_what_editors_do_to_files_does_no_harm(site, raw):
    site.plan("012-login", raw)
    built = site.build(strict=True)
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login"]}


def test_five_megabytes_are_on_the_board(site):
    site.plan("012-login", plan() + "Text that goes on.\n\n" * 260_000)
    built = site.build()
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login"]}
    assert "too-complex" in {finding["rule"] for finding in built.plans()["specs/012-login/plan.md"]["findings"]}


def test_two_plans_with_one_spec_name_each_other(site):
    site.plan("012-login", title="Login", spec="SPEC-012")
    site.plan("013-logout", title="Logout", spec="SPEC-012")
    findings = [
        f for entry in site.build().plans().values() for f in entry["findings"] if f["rule"] == "spec-duplicate"
    ]
    assert {f["what"] for f in findings} == {"SPEC-012"}
    assert "013-logout" in findings[0]["message"]


FRONT_MATTER = [
    "template: plan-template.md",
    "icon: rocket",
    "tags: a",
    "tags: 7",
    "status: [a]",
    "title: 2026",
    "hide: 7",
    "search: no",
    "social: x",
    "draft: maybe",
    "date: soon",
]


@pytest.mark.parametrize("line", FRONT_MATTER)
def test_no_front_matter_ends_a_build(site, line):
    site.config |= {"theme": {"name": "material", "font": False}, "plugins": ["search", "tags", {"plans": {}}]}
    site.plan("012-login", f"---\n{line}\n---\n\n{plan()}")
    built = site.build()
    assert built.failure is None
    assert list(built.board().values()) in ([["Login"]], [["2026"]])


TITLES = [
    "<img src=x onerror=alert(1)> | [x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "Support List<String> & others",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_hostile_title_is_text_everywhere(site, theme, title):
    site.config["theme"] = {"name": theme}
    front = f"title: '{title}'\nowner: '<b>x</b>'\nstatus: '<script>alert(1)</script>'"
    site.plan("012-login", f"---\n{front}\n---\n\n# {title}\n")
    site.write("docs/index.md", "# Home\n")
    built = site.build()
    assert built.board() == {"unknown": [title]}
    for page in ("plans", "plans/board", "specs/012-login/plan", "index.html", "404.html"):
        tree = built.tree(page)
        assert not tree.xpath("//*[@onerror] | //string | //script[contains(text(), 'alert(1)')]")
        assert not [link for link in tree.xpath("//a/@href") if "javascript" in link]
        for element in tree.xpath("//*[@data-plans]"):
            assert not element.xpath('.//img | .//b[text()="x"]')
    page = built.tree("specs/012-login/plan")
    assert page.findtext(".//title").startswith(title)
    assert title in text(page.xpath("//nav")[0]) or title in text(page)


def test_a_folder_named_plan_md_is_no_plan(site):
    site.write("docs/specs/plan.md/notes.md", "# Notes\n")
    site.plan("012-login")
    assert list(site.build().plans()) == ["specs/012-login/plan.md"]


def test_a_spec_that_is_not_utf_8_does_not_end_the_build_either(site):
    site.plan("012-login")
    site.write("docs/specs/012-login/spec.md", "# Вход\n\nПользователь входит в систему по ключу.\n".encode("cp1251"))
    built = site.build()
    assert built.failure is None
    assert "Вход" in text(built.tree("specs/012-login/spec"))
