"""Beside plugins and extensions that write pages, or into pages."""

from __future__ import annotations

import pytest

from tests.support import complete, plan, text


def main(built, path):
    return text(built.tree(path).xpath('//*[@role="main"]')[0])


def test_braces_in_plans_are_no_macros(site, build):
    pytest.importorskip("mkdocs_macros")
    site.config |= {
        "plugins": [{"macros": {"on_undefined": "strict", "on_error_fail": True}}, "plans"],
        "extra": {"line": "Quayside"},
    }
    site.write("docs/index.md", "# {{ line }}\n\n<!-- plans:board {stage: active} -->\n")
    site.plan(sections="## Overview\n\n{{ user.name }} and {% raw nonsense %}\n\n" + complete(without="Overview"))
    built = build()
    assert "{{ user.name }} and {% raw nonsense %}" in main(built, "specs/012-login/plan")
    assert "Quayside" in main(built, "index.html")
    assert built.board("index.html") == built.board() == {"in-progress": ["Login"]}


def test_a_plan_may_ask_for_macros(site, build):
    pytest.importorskip("mkdocs_macros")
    site.config |= {"plugins": [{"macros": {"on_error_fail": True}}, "plans"], "extra": {"line": "Quayside"}}
    site.plan("012-login", "---\nrender_macros: true\n---\n\n" + plan() + "The {{ line }} line.\n")
    assert "The Quayside line." in main(build(), "specs/012-login/plan")


def test_macros_may_write_markers(site, build):
    pytest.importorskip("mkdocs_macros")
    site.config |= {"plugins": ["macros", "plans"], "extra": {"team": "rail"}}
    site.write("docs/index.md", "# Home\n\n<!-- plans:board {path: '{{ team }}/'} -->\n")
    site.write("docs/rail/001-train/plan.md", plan("Train"))
    site.write("docs/quay/002-gate/plan.md", plan("Gate", spec="SPEC-002"))
    assert build().board("index.html") == {"in-progress": ["Train"]}


def test_snippets_bring_markers_into_pages_and_text_into_plans(site, build):
    site.config["markdown_extensions"] = [
        {"pymdownx.snippets": {"base_path": [str(site.folder / "parts")], "check_paths": True}}
    ]
    site.write("parts/board.md", "<!-- plans:board -->\n")
    site.write("parts/contact.md", "Ask the harbour office.\n")
    site.write("docs/index.md", '# Home\n\n--8<-- "board.md"\n')
    site.plan("012-login", plan() + '\n--8<-- "contact.md"\n')
    built = build()
    assert built.board("index.html") == {"in-progress": ["Login"]}
    assert "Ask the harbour office." in main(built, "specs/012-login/plan")


def test_plans_that_gen_files_makes_are_plans(site, build):
    pytest.importorskip("mkdocs_gen_files")
    site.config["plugins"] = [{"gen-files": {"scripts": ["make.py"]}}, "plans"]
    site.write(
        "make.py",
        f"""\
        import mkdocs_gen_files

        with mkdocs_gen_files.open("specs/020-ferry/plan.md", "w") as file:
            file.write({plan("Ferry")!r})
        """,
    )
    site.plan()
    built = build()
    assert built.board() == {"in-progress": ["Login", "Ferry"]}
    assert built.header("specs/020-ferry/plan").startswith("In progress")


@pytest.mark.parametrize("plugins", [["monorepo", "plans"], ["plans", "monorepo"]], ids=["before", "after"])
def test_plans_of_a_monorepo_are_plans(site, build, plugins):
    pytest.importorskip("mkdocs_monorepo_plugin")
    site.config |= {
        "plugins": plugins,
        "nav": [
            {"Home": "index.md"},
            {"Plans": "plans/index.md"},
            {"Board": "plans/board.md"},
            {"Rail": "!include ./rail/mkdocs.yml"},
        ],
    }
    site.write("rail/mkdocs.yml", "site_name: rail\nnav:\n  - Train: specs/001-train/plan.md\n")
    site.write("rail/docs/specs/001-train/plan.md", plan("Train", spec="SPEC-001"))
    site.plan()
    built = build()
    assert built.board() == {"in-progress": ["Train", "Login"]}
    assert built.header("rail/specs/001-train/plan").startswith("In progress")


def test_minified_pages_keep_what_themes_and_tests_look_for(site, build):
    pytest.importorskip("mkdocs_minify_plugin", reason="no minify")
    site.config["plugins"] = [{"minify": {"minify_html": True, "minify_js": True, "minify_css": True}}, "plans"]
    site.plan()
    built = build()
    assert "\n\n" not in built.html("plans/board")
    assert built.board() == {"in-progress": ["Login"]}
    assert list(built.rows()) == ["specs/012-login/plan.md"]
    assert built.header("specs/012-login/plan").startswith("In progress")
