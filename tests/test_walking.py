"""Listings of folders: what git ignores, what nobody keeps plans in, and what MkDocs takes."""

from __future__ import annotations

import os

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from mkdocs_plans.discovery.walking import is_published, reaches, walk, walk_docs
from tests.support import commit


def make(folder, *paths, **contents):
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(contents.get(path, ""), encoding="utf-8")
    return folder


def listed_by_mkdocs(folder, **options):
    config_file = folder / "mkdocs.yml"
    config_file.write_text("site_name: Handbook\nplugins: []\n", encoding="utf-8")
    files = get_files(load_config(str(config_file), **options))
    return sorted(file.src_uri for file in files if not file.inclusion.is_excluded())


def test_files_come_sorted_and_relative(tmp_path):
    make(tmp_path, "b/plan.md", "a/plan.md", "a/b/spec.md", "z.md")
    assert list(walk(tmp_path)) == ["z.md", "a/plan.md", "a/b/spec.md", "b/plan.md"]


def test_dot_folders_are_walked_and_tools_are_not(tmp_path):
    make(
        tmp_path, ".specify/specs/1/plan.md", ".git/plan.md", "node_modules/x/plan.md", "env/pyvenv.cfg", "env/plan.md"
    )
    assert list(walk(tmp_path)) == [".specify/specs/1/plan.md"]


def test_gitignore_is_honoured_from_the_top_of_the_repository_down(tmp_path):
    make(tmp_path, "specs/a/plan.md", "specs/a/draft.md", "specs/b/plan.md", "specs/c/plan.md", ".git/HEAD")
    (tmp_path / ".gitignore").write_text("b/\ndraft.md\n", encoding="utf-8")
    (tmp_path / "specs" / ".gitignore").write_text("!b/\nc\n", encoding="utf-8")
    assert list(walk(tmp_path / "specs")) == [".gitignore", "a/plan.md", "b/plan.md"]


def test_what_git_has_is_not_ignored(tmp_path):
    """A line of .gitignore may be younger than a file, or wider than it was meant to be."""
    make(tmp_path, "top.md", "web/build/a/plan.md", "web/build/a/b/spec.md", "web/draft.md")
    commit(tmp_path)
    (tmp_path / ".gitignore").write_text("build/\ndraft*.md\n", encoding="utf-8")
    make(tmp_path, "web/build/a/new.md", "web/build/c/plan.md", "web/draft-2.md")
    there = ["draft.md", "build/a/plan.md", "build/a/b/spec.md"]
    assert list(walk(tmp_path / "web")) == there
    assert list(walk(tmp_path)) == [".gitignore", "top.md", *(f"web/{path}" for path in there)]


def test_a_line_of_gitignore_that_is_no_pattern_takes_in_nothing(tmp_path):
    make(tmp_path, "a/plan.md", "b/plan.md")
    (tmp_path / ".gitignore").write_text("!\n[z-a]\nb/\n", encoding="utf-8")
    assert list(walk(tmp_path)) == [".gitignore", "a/plan.md"]


def test_links_that_leave_or_go_round_are_not_followed(tmp_path):
    make(tmp_path, "specs/a/plan.md", "outside/plan.md")
    (tmp_path / "specs" / "out").symlink_to(tmp_path / "outside")
    (tmp_path / "specs" / "a" / "round").symlink_to(tmp_path / "specs")
    (tmp_path / "specs" / "again").symlink_to(tmp_path / "specs" / "a")
    assert list(walk(tmp_path / "specs")) == ["a/plan.md"]


def test_a_folder_that_cannot_be_read_is_passed_over(tmp_path):
    make(tmp_path, "a/plan.md", "b/plan.md")
    (tmp_path / "a").chmod(0)
    try:
        expected = ["b/plan.md"] if not os.access(tmp_path / "a", os.R_OK) else ["a/plan.md", "b/plan.md"]
        assert list(walk(tmp_path)) == expected
    finally:
        (tmp_path / "a").chmod(0o755)


def test_the_first_look_around_is_bounded(tmp_path):
    make(tmp_path, *(f"{number}.md" for number in range(30)))
    assert len(list(walk(tmp_path, limit=10))) == 10


@pytest.mark.parametrize("exclude", ["", "drafts/\n!keep.md\n", "*.txt"])
def test_the_walk_of_docs_is_the_one_of_mkdocs(tmp_path, exclude):
    make(
        tmp_path / "docs", "index.md", "README.md", "a/plan.md", "a/README.md", ".hidden/plan.md", "a/.b/plan.md",
        "templates/plan.md", "a/templates/plan.md", "drafts/plan.md", "x.txt", "a/plan.md.d/plan.md",
    )  # fmt: skip
    assert walk_docs(tmp_path / "docs", exclude) == listed_by_mkdocs(tmp_path, exclude_docs=exclude)


def test_drafts_are_left_out_whatever_the_other_patterns_say(tmp_path):
    make(tmp_path, "docs/drafts/plan.md", "docs/wip/plan.md", "docs/plan.md")
    assert walk_docs(tmp_path / "docs", "drafts/\n", "wip/\n!drafts/plan.md\n") == ["plan.md"]


def test_a_link_in_docs_is_followed_as_by_mkdocs(tmp_path):
    make(tmp_path, "docs/index.md", "docs/b/plan.md", "docs/b/c/spec.md", "shared/plan.md", "shared/d/spec.md")
    (tmp_path / "docs/a").symlink_to("b")
    (tmp_path / "docs/z").symlink_to("b/c")
    (tmp_path / "docs/shared").symlink_to(tmp_path / "shared")
    (tmp_path / "shared/again").symlink_to("../docs/b")
    assert walk_docs(tmp_path / "docs") == listed_by_mkdocs(tmp_path)


def test_links_in_docs_that_go_round_are_not_followed_round(tmp_path):
    """MkDocs follows each of them forty times; of two it never comes to an end."""
    make(tmp_path, "docs/index.md", "docs/a/plan.md", "docs/b/plan.md")
    for place, target in {"a/up": "..", "b/up": "..", "a/b": "../b", "b/a": "../a", "self": "."}.items():
        (tmp_path / "docs" / place).symlink_to(target)
    assert walk_docs(tmp_path / "docs") == ["a/b/plan.md", "a/plan.md", "b/a/plan.md", "b/plan.md", "index.md"]


def test_a_link_to_what_is_above_docs_is_followed_once(tmp_path):
    make(tmp_path, "docs/index.md", "specs/plan.md")
    (tmp_path / "docs" / "all").symlink_to("..")
    assert walk_docs(tmp_path / "docs") == ["all/specs/plan.md", "index.md"]


def test_links_that_cross_each_other_do_not_multiply(tmp_path):
    make(tmp_path, *(f"docs/{level}/plan.md" for level in range(30)))
    for level in range(29):
        for name in "ab":
            (tmp_path / "docs" / str(level) / name).symlink_to(f"../{level + 1}")
    assert len(walk_docs(tmp_path / "docs")) < 5_000


@pytest.mark.parametrize("target", ["round", "nowhere"])
def test_a_link_that_leads_nowhere_is_passed_over(tmp_path, target):
    make(tmp_path, "a/plan.md", "z.md")
    (tmp_path / "round").symlink_to(target)
    assert list(walk(tmp_path)) == ["z.md", "a/plan.md"]


def test_what_is_not_there_yet_is_told_as_what_is(tmp_path):
    paths = ["a/plan.md", "out/plan.md", ".git/plan.md", "b/x.tmp", "b/out/keep.md", "env/plan.md", ".dot/plan.md"]
    contents = {".gitignore": "out/\n*.tmp\n", "b/.gitignore": "!out/\n"}
    for path, text in {**dict.fromkeys(paths, ""), **contents, "env/pyvenv.cfg": ""}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    listed = set(walk(tmp_path))
    for path in paths:
        (tmp_path / path).unlink()
    assert [path for path in paths if reaches(tmp_path, path)] == [path for path in paths if path in listed]


@pytest.mark.parametrize(
    ("path", "is_there"),
    [
        ("a/plan.md", True),
        ("templates/plan.md", False),
        (".a/plan.md", False),
        ("x/plan.md", False),
        ("d/plan.md", False),
    ],
)
def test_what_would_be_published(path, is_there):
    assert is_published(path, "x/", "d/") is is_there
