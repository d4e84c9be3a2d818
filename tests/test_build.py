"""Whole builds: what a team sees on its pages and in its log."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.support import THEMES, complete, plan, text


def test_one_line_in_mkdocs_yml_is_enough(site):
    site.config["plugins"] = ["search", "plans"]
    site.plan("012-login")
    site.plan("013-logout", title="Logout", status="✅ Complete", spec="SPEC-013")
    built = site.build(strict=True)
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login"], "done": ["Logout"]}
    assert list(built.rows()) == ["specs/012-login/plan.md", "specs/013-logout/plan.md"]
    assert built.log == [
        "INFO no ages of plans are shown: the folder is not in a git repository; build from a clone, with git installed",
        "INFO 2 plans, 0 findings; the board is at plans/board/",
    ]


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("theme", THEMES)
def test_views_in_every_theme(site, theme, directories):
    site.config |= {"theme": {"name": theme}, "use_directory_urls": directories}
    site.plan()
    site.write("docs/specs/012-login/spec.md", "# Login\n")
    built = site.build(strict=True)
    assert built.failure is None
    index, board, page = (
        ("plans/index.html", "plans/board/index.html", "specs/012-login/plan/index.html")
        if directories
        else ("plans/index.html", "plans/board.html", "specs/012-login/plan.html")
    )
    assert built.board(board) == {"in-progress": ["Login"]}
    assert built.rows(index)["specs/012-login/plan.md"][:3] == ["012", "Login", "SPEC-012"]
    assert built.header(page).startswith("In progress")
    for source in (index, board, page):
        for link in built.tree(source).xpath("//*[@data-plans]//a/@href"):
            target = (built.folder / source).parent / link.partition("#")[0]
            assert (target / "index.html" if link.endswith("/") else target).is_file(), link


def test_the_index_says_what_there_is_to_know(site):
    site.plan("012-login", plan() + "\n- [x] One\n- [ ] Two\n")
    site.write("docs/specs/012-login/spec.md", "# Login\n")
    row = site.build().rows()["specs/012-login/plan.md"]
    assert row == ["012", "Login", "SPEC-012", "no owner", "1/2", "2026-03-01"]


def test_the_pages_say_how_many_and_of_when(site):
    for number in range(3):
        site.plan(f"{number:03}-feature", spec=f"SPEC-{number}")
    built = site.build()
    assert text(built.tree("plans").cssselect(".plans-count")[0]) == "3 plans, as of 2026-11-22"
    assert [text(item) for item in built.tree("plans").cssselect(".plans-legend li")] == ["Active 3"]
    assert [text(tab) for tab in built.tree("plans").cssselect(".plans-tabs a")] == ["Board", "Table"]


def test_the_card_on_a_plans_page(site):
    site.plan(
        "012-login",
        plan(sections=complete(without="Data Flow"))
        + "---\n\n**Plan Status**: In progress  \n**Next Steps**: Break into tasks\n",
    )
    site.write("docs/specs/012-login/spec.md", "# Login\n")
    site.write("docs/specs/012-login/tasks.md", "# Tasks\n\n- [x] One\n- [ ] Two\n")
    built = site.build()
    page = built.tree("specs/012-login/plan")
    card = page.xpath('//*[@data-plans="header"]')[0]
    assert card.getprevious().tag == "h1"
    assert text(card.cssselect("dl")[0]) == "Spec SPEC-012 Files Spec · Plan · Tasks Next Break into tasks"
    assert "1 section missing" in text(card)
    assert "1/2" in text(card)
    assert card.xpath('.//a[text()="SPEC-012"]/@href') == ["../spec/"]
    assert "Status: In progress" in text(page), "the plan's own header stays as written"


def test_a_plan_without_a_title_still_has_its_card_and_its_name(site):
    site.plan("012-login", "Just text.\n")
    built = site.build()
    assert built.board() == {"none": ["Login"]}
    assert built.header("specs/012-login/plan").startswith("No status")


def test_missing_sections_are_one_line(site):
    site.plan(
        "012-login",
        plan(sections="## Overview\n\nText.\n\n" + complete().partition("## Technical")[2].join(["## Technical", ""])),
    )
    site.plan("013-logout", plan("Logout", spec="SPEC-013", sections=complete(without="Testing Strategy")))
    built = site.build()
    assert [line for line in built.log if "section-missing" in line] == [
        "WARNING docs/specs/013-logout/plan.md:1: missing sections: Testing Strategy [section-missing]"
    ]


def test_strict_fails_on_warnings_and_not_on_infos(site):
    site.plan("012-login", plan().replace("**Status**: In progress  \n", ""))
    assert site.build(strict=True).failure is None
    site.plan("013-logout", plan("Logout", status="In progres", spec="SPEC-013"))
    built = site.build(strict=True)
    assert built.failure == "Aborted with 1 warnings in strict mode!"
    assert any('status "In progres" is unknown; did you mean "In progress"?' in line for line in built.log)


def test_an_error_ends_a_build_that_is_not_strict_after_everything_was_said(site):
    site.options["rules"] = {"section-missing": "error"}
    site.plan("012-login", plan(sections=complete(without="Data Flow")))
    site.plan("013-logout", plan("Logout", status="In progres", spec="SPEC-013"))
    built = site.build()
    assert built.failure == "Aborted with a BuildError!"
    assert sum("[section-missing]" in line or "[status-unknown]" in line for line in built.log) == 2


def test_a_wrong_option_stops_the_build_with_all_mistakes(site):
    site.options |= {"index": 7, "stale_after": "soon", "rules": {"section-mising": "info"}}
    site.plan()
    built = site.build()
    assert built.failure == "Aborted with a configuration error!"
    said = "\n".join(built.lines)
    assert "'index': expected text, not 7" in said
    assert "'stale_after': expected a whole number above 0, not 'soon'" in said
    assert 'did you mean "section-missing"?' in said


def test_an_option_that_there_is_not_stops_the_build_too(site):
    site.options |= {"indx": "plans/index.md"}
    built = site.build()
    assert built.failure is not None
    assert 'there is no such option; did you mean "index"?' in "\n".join(built.lines)


def test_a_source_that_holds_the_docs_brings_no_plan_twice(site):
    site.options["sources"] = [{"path": ".", "mount": "all"}, {"path": "docs", "mount": "docs"}]
    site.plan()
    site.write("specs/013-logout/plan.md", plan("Logout", spec="SPEC-013"))
    assert list(site.build().plans()) == ["all/specs/013-logout/plan.md", "specs/012-login/plan.md"]


def test_a_second_instance_is_refused(site):
    site.config["plugins"] = ["plans", {"plans": {"index": "other.md"}}]
    site.plan()
    built = site.build()
    assert built.failure == "Aborted with a BuildError!"
    assert any("list it once" in line for line in built.lines)


# The team's own pages -------------------------------------------------------------------------------------------


def test_a_page_of_the_team_at_the_same_address_keeps_its_text(site):
    site.write("docs/plans/index.md", "# Our plans\n\nBefore.\n\n<!-- plans:index -->\n\nAfter.\n")
    site.write("docs/plans/board.md", "# Our board\n\nText.\n")
    site.plan()
    built = site.build(strict=True)
    assert built.failure is None
    page = text(built.tree("plans").xpath('//*[@role="main"]')[0])
    assert page.index("Before.") < page.index("1 plan,") < page.index("After.")
    assert built.board() == {"in-progress": ["Login"]}
    assert "Our board" in text(built.tree("plans/board"))


def test_a_readme_at_the_same_address_counts_too(site):
    site.write("docs/plans/README.md", "# Our plans\n\nText.\n")
    site.plan()
    built = site.build(strict=True)
    assert "Our plans" in text(built.tree("plans"))
    assert list(built.rows()) == ["specs/012-login/plan.md"]


@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
@pytest.mark.parametrize("page", ["plans/board.md", "plans/board/README.md"])
def test_a_page_that_mkdocs_leaves_out_makes_room_for_ours(site, option, page):
    site.write(f"docs/{page}", "# Our board\n\nText.\n")
    site.config[option] = page
    site.plan()
    built = site.build(strict=True)
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login"]}
    assert "Our board" not in text(built.tree("plans/board"))


def test_index_and_board_have_an_address_each(site):
    site.options |= {"index": "plans.md", "board": "plans/index.md"}
    site.plan()
    built = site.build()
    assert built.failure == "Aborted with a BuildError!"
    message = "plans: index and board would both become plans/index.html in the site; give one of them another path"
    assert f"ERROR {message}" in built.lines
    site.config["use_directory_urls"] = False
    assert site.build(strict=True).failure is None


@pytest.mark.parametrize(
    ("options", "file"),
    [
        ({}, "plans/plans.json"),
        ({}, "plans/plans.json/notes.md"),
        ({"export": "plans/index.html/plans.json"}, "plans/index.md"),
    ],
)
def test_the_data_takes_the_place_of_no_file(site, options, file):
    site.options |= options
    site.plan()
    site.write(f"docs/{file}", "# Ours\n")
    built = site.build()
    assert built.failure == "Aborted with a BuildError!"
    assert any(f"export: {file} is a file of the site, so there is no room for" in line for line in built.lines)
    site.options["export"] = False
    assert site.build(strict=True).failure is None


def test_a_marker_works_in_any_page_and_narrows_what_it_shows(site):
    site.write(
        "docs/team.md",
        """\
        # Team

        - a list <!-- plans:board {stage: active} -->

        ```
        <!-- plans:index -->
        ```
        """,
    )
    site.plan("012-login")
    site.plan("013-logout", title="Logout", status="Done", spec="SPEC-013")
    built = site.build(strict=True)
    assert built.board("team") == {"in-progress": ["Login"]}
    assert built.rows("team") == {}
    assert "<!-- plans:index -->" in text(built.tree("team"))


def test_a_wrong_marker_is_a_finding_and_a_note_in_the_page(site):
    site.write(
        "docs/team.md",
        "---\ntitle: Team\n---\n\n# Team\n\n<!-- plans:bord -->\n\n<!-- plans:board {stages: active} -->\n",
    )
    site.plan()
    built = site.build()
    assert [line for line in built.log if "marker-invalid" in line] == [
        'WARNING docs/team.md:7: there is no view "bord"; the views are index, board, graph, specs, register [marker-invalid]',
        'WARNING docs/team.md:9: there is no option "stages"; did you mean "stage"? [marker-invalid]',
    ]
    notes = [text(note) for note in built.tree("team").xpath('//*[@data-plans="mistake"]')]
    assert notes[1] == ('This view cannot be shown: there is no option "stages"; did you mean "stage"?')


def test_pages_may_be_switched_off(site):
    site.options |= {"index": False, "board": False, "export": False, "header": False}
    site.plan()
    built = site.build(strict=True)
    assert built.failure is None
    assert not (built.folder / "plans").exists()
    assert not built.tree("specs/012-login/plan").xpath("//*[@data-plans]")


def test_an_explicit_nav_without_our_pages_is_told_its_lines_once(site):
    site.config["nav"] = [{"Home": "index.md"}]
    site.write("docs/index.md", "# Home\n")
    site.plan()
    built = site.build(strict=True)
    assert built.log[0] == (
        "INFO the nav lists neither the index nor the board of the plans, which are at /plans/;"
        " to list them, add these lines to it:\n  - Plans: plans/index.md\n  - Board: plans/board.md"
    )
    assert not any("not included in the" in line for line in built.lines)
    site.config["nav"] = [{"Home": "index.md"}, {"Work": [{"Plans": "plans/index.md"}]}]
    assert not any("nav lists neither" in line for line in site.build().log)


@pytest.mark.parametrize(
    ("count", "nav", "listed"), [(3, "auto", 3), (101, "auto", 0), (101, "all", 101), (3, "none", 0)]
)
def test_many_plans_stay_out_of_the_nav(site, count, nav, listed):
    site.options["nav"] = nav
    for number in range(count):
        site.plan(f"{number:03}-feature", "# Feature\n")
    home = site.write("docs/index.md", "# Home\n")
    assert home.exists()
    built = site.build()
    links = built.tree("index.html").xpath("//nav//a/@href | //*[@class='dropdown-menu']//a/@href")
    assert len({link for link in links if link.startswith("specs/")}) == listed


def test_the_nav_search_and_title_use_the_plans_title(site):
    site.plan("012-login", title="Login with passkeys")
    built = site.build()
    assert built.tree("specs/012-login/plan").findtext(".//title").startswith("Login with passkeys")
    entries = json.loads(built.html("search/search_index.json"))["docs"]
    assert "Login with passkeys" in {entry["title"] for entry in entries}
    assert built.plans()["specs/012-login/plan.md"]["url"] == "specs/012-login/plan/"


# Where plans are not found --------------------------------------------------------------------------------------


def test_an_empty_board_says_what_was_found_elsewhere_and_what_to_paste(site):
    site.write("docs/index.md", "# Home\n")
    site.write("specs/012-login/plan.md", plan())
    site.write("specs/013-logout/plan.md", plan("Logout"))
    built = site.build(strict=True)
    paste = "plugins:\n  - search\n  - plans:\n      sources:\n        - {path: specs, mount: specs}"
    assert built.log[0].startswith("INFO found files that look like plans: 2 in specs/.")
    assert paste in built.log[0]
    empty = built.tree("plans/board").xpath('//*[@data-plans="empty"]')[0]
    assert empty.cssselect("pre")[0].text_content() == paste


def test_what_was_pasted_brings_the_plans_in(site):
    site.options["sources"] = [{"path": "specs", "mount": "specs"}]
    site.write("docs/index.md", "# Home\n")
    site.write("specs/012-login/plan.md", plan())
    site.write("specs/012-login/spec.md", "# Login\n\n[The plan](plan.md)\n")
    built = site.build(strict=True)
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login"]}
    assert built.plans()["specs/012-login/plan.md"]["file"] == "specs/012-login/plan.md"
    assert built.plans()["specs/012-login/plan.md"]["source"] == "specs"


def test_an_edit_link_leads_to_the_real_place(site):
    site.options["sources"] = ["specs"]
    site.config |= {
        "repo_url": "https://example.org/team/repo",
        "edit_uri": "edit/main/docs/",
        "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
    }
    site.write("docs/index.md", "# Home\n")
    site.write("specs/012-login/plan.md", plan())
    page = site.build().html("specs/012-login/plan")
    assert "https://example.org/team/repo/edit/main/specs/012-login/plan.md" in page


def test_a_source_that_is_not_there_stops_the_build_unless_it_is_optional(site):
    site.options["sources"] = ["specs"]
    assert any('there is no folder "specs"' in line for line in site.build().lines)
    site.options["sources"] = [{"path": "specs", "optional": True}]
    assert site.build(strict=True).failure is None


def test_two_files_at_one_place_are_both_named(site):
    site.options["sources"] = ["specs"]
    site.write("specs/012-login/plan.md", plan())
    site.plan("012-login")
    built = site.build()
    assert built.failure == "Aborted with a BuildError!"
    assert any("specs/012-login/plan.md and" in line and "another `mount`" in line for line in built.lines)


# What stays as it is --------------------------------------------------------------------------------------------


def fingerprint(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_nothing_is_written_into_docs(site):
    site.plan()
    site.plan("013-broken", b"\xff\xfe\x00")
    before = fingerprint(site.folder / "docs")
    site.build()
    assert fingerprint(site.folder / "docs") == before


@pytest.mark.parametrize("theme", THEMES)
def test_the_same_site_twice_is_the_same_to_the_byte(site, theme):
    site.config["theme"] = {"name": theme}
    for number in range(5):
        site.plan(f"{number:03}-feature", status=["Draft", "Done", "Blocked", "??", "In review"][number])
    first = fingerprint(site.build().folder)
    second = fingerprint(site.build().folder)
    assert first == second


def test_other_pages_are_as_without_the_plugin(site):
    site.write("docs/index.md", "# Home\n\nText with a list:\n- one\n- two\n")
    site.plan()
    site.options |= {"index": False, "board": False}
    ours = site.build().tree("index.html").xpath('//*[@role="main"]')[0]
    site.config["plugins"] = ["search"]
    plain = site.build().tree("index.html").xpath('//*[@role="main"]')[0]
    assert text(ours) == text(plain)


# What other plugins and hooks do -------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["on_files", "on_nav"])
def test_a_plan_that_is_taken_out_after_us_ends_no_build(site, event):
    site.plan("012-login")
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    site.write(
        "late.py",
        f"""
        from mkdocs.plugins import event_priority

        @event_priority(-200)
        def {event}(first, /, files=None, **_):
            files = files or first
            files.remove(files.get_file_from_path("specs/013-logout/plan.md"))
            return first
        """,
    )
    site.config["hooks"] = ["late.py"]
    built = site.build(strict=True)
    assert built.failure is None
    assert built.board() == {"in-progress": ["Login", "Logout"]}
