"""Beside mkdocs-static-i18n, which builds a site once for each language."""

from __future__ import annotations

import pytest

from tests.support import plan, text

pytest.importorskip("mkdocs_static_i18n")


@pytest.fixture
def languages(site):
    """A handbook in English and German; `layout` is how its pages are told apart."""

    def start(layout, theme="material"):
        site.config |= {
            "theme": {"name": theme} | ({"font": False, "language": "en"} if theme == "material" else {}),
            "plugins": [
                "search",
                {
                    "i18n": {
                        "docs_structure": layout,
                        "languages": [
                            {"locale": "en", "default": True, "name": "English"},
                            {"locale": "de", "name": "Deutsch"},
                        ],
                    }
                },
                "plans",
            ],
        }
        home, german = ("en/index.md", "de/index.md") if layout == "folder" else ("index.md", "index.de.md")
        site.write(f"docs/{home}", "# Home\n\n<!-- plans:board -->\n")
        site.write(f"docs/{german}", "# Start\n\n<!-- plans:board -->\n")
        return "docs/en/specs" if layout == "folder" else "docs/specs"

    return start


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
@pytest.mark.parametrize("layout", ["folder", "suffix"])
def test_the_board_is_there_in_each_language(site, build, languages, layout, theme):
    folder = languages(layout, theme)
    site.write(f"{folder}/012-login/plan.md", plan())
    built = build()
    for prefix in ("", "de/"):
        assert built.board(f"{prefix}plans/board") == {"in-progress": ["Login"]}
        assert built.board(f"{prefix}index.html") == {"in-progress": ["Login"]}
        assert built.header(f"{prefix}specs/012-login/plan")
        (link,) = built.tree(f"{prefix}plans/board").xpath('//*[@data-plans="card"]//a/@href')
        assert link == "../../specs/012-login/plan/"
    assert "In Arbeit" in text(built.tree("de/plans/board"))
    assert "In Arbeit" not in text(built.tree("plans/board"))


NAV = {"nav": ["index.md", "plans/index.md", "plans/board.md"]}


@pytest.mark.parametrize(
    ("layout", "config", "options"),
    [
        ("suffix", {}, {}),
        ("suffix", NAV, {}),
        ("folder", NAV, {}),
        ("folder", {}, {"index": "en/plans/index.md", "board": "en/plans/board.md"}),
    ],
    ids=["suffix", "suffix and nav", "folder and nav", "folder and places"],
)
def test_the_board_is_in_the_nav_of_each_language(site, build, languages, layout, config, options):
    languages(layout)
    site.config |= config
    site.options |= options
    built = build()
    for page in ("index.html", "de/index.html"):
        assert "plans/board/" in built.tree(page).xpath("//nav[contains(@class, 'md-nav')]//a/@href"), page


@pytest.mark.parametrize("layout", ["folder", "suffix"])
def test_plans_of_a_source_are_there_in_each_language(site, build, languages, layout):
    languages(layout)
    site.options["sources"] = ["specs"]
    site.config |= {"repo_url": "https://example.org/team/repo", "edit_uri": "edit/main/docs/"}
    site.config["theme"]["features"] = ["content.action.edit"]
    site.write("specs/012-login/plan.md", plan())
    built = build()
    for prefix in ("", "de/"):
        assert built.board(f"{prefix}plans/board") == {"in-progress": ["Login"]}
        assert "https://example.org/team/repo/edit/main/specs/012-login/plan.md" in built.html(
            f"{prefix}specs/012-login/plan"
        )


def test_data_is_there_in_each_language(site, build, languages):
    site.write(f"{languages('suffix')}/012-login/plan.md", plan())
    built = build()
    assert built.plans()["specs/012-login/plan.md"]["url"] == "specs/012-login/plan/"
    assert '"url": "de/specs/012-login/plan/"' in built.html("de/plans/plans.json")


def test_a_page_of_the_team_at_the_same_address_keeps_its_text_in_each_language(site, build, languages):
    site.write(f"{languages('suffix')}/012-login/plan.md", plan())
    site.write("docs/plans/board.md", "# Our board\n\nText.\n")
    site.write("docs/plans/board.de.md", "# Unsere Tafel\n\nText.\n")
    built = build()
    for page, title in (("plans/board", "Our board"), ("de/plans/board", "Unsere Tafel")):
        assert title in text(built.tree(page))
        assert built.board(page) == {"in-progress": ["Login"]}


def test_a_translated_plan_is_a_plan_where_include_says_so(site, build, languages):
    folder = languages("suffix")
    site.options["include"] = ["plan.md", "plan.*.md"]
    site.write(f"{folder}/012-login/plan.md", plan("Login"))
    site.write(f"{folder}/012-login/plan.de.md", plan("Anmeldung"))
    built = build()
    assert built.board() == {"in-progress": ["Login"]}
    assert built.board("de/plans/board") == {"in-progress": ["Anmeldung"]}


def test_a_folder_of_a_language_has_plans_of_its_own(site, build, languages):
    languages("folder")
    site.write("docs/en/specs/012-login/plan.md", plan("Login"))
    site.write("docs/de/specs/012-login/plan.md", plan("Anmeldung"))
    built = build()
    assert built.board() == {"in-progress": ["Login"]}
    assert built.board("de/plans/board") == {"in-progress": ["Anmeldung"]}
