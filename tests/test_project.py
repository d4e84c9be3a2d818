"""mkdocs.yml as the command line reads it: without MkDocs, and without what the file names."""

from __future__ import annotations

import textwrap

import pytest

from mkdocs_plans.workspace import project


@pytest.fixture
def read(tmp_path):
    """Write mkdocs.yml, with a docs folder beside it, and read it."""

    def run(text: str, **others: str) -> project.Project:
        (tmp_path / "docs").mkdir(exist_ok=True)
        for name, content in {"mkdocs.yml": text, **others}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(textwrap.dedent(content), encoding="utf-8")
        return project.read(tmp_path / "mkdocs.yml")

    return run


def test_what_a_file_says(read, tmp_path):
    (tmp_path / "handbook").mkdir()
    found = read("""
        site_name: Handbook
        docs_dir: handbook
        site_dir: public
        use_directory_urls: false
        exclude_docs: |
          drafts/
        draft_docs: wip.md
        theme: {name: material, language: de}
        plugins:
          - search
          - plans: {board: false, template: spec-kit}
    """)
    assert found == project.Project(
        file=tmp_path / "mkdocs.yml",
        docs_dir=tmp_path / "handbook",
        site_dir=tmp_path / "public",
        options={"board": False, "template": "spec-kit"},
        lists_plugin=True,
        exclude_docs="drafts/\n",
        draft_docs="wip.md",
        directory_urls=False,
        language="de",
    )
    assert found.root == tmp_path


@pytest.mark.parametrize("text", ["", "site_name: Handbook", "# nothing\n", "plugins: null\ntheme: null\n"])
def test_defaults(read, tmp_path, text):
    found = read(text)
    assert (found.docs_dir, found.site_dir) == (tmp_path / "docs", tmp_path / "site")
    assert (found.options, found.exclude_docs, found.language, found.directory_urls) == ({}, "", "en", True)


@pytest.mark.parametrize(
    ("plugins", "options"),
    [
        ("[search]", {}),
        ("[search, plans]", {}),
        ("[plans: {nav: all}]", {"nav": "all"}),
        ("[plans: ]", {}),
        ("{search: {}, plans: {nav: all}}", {"nav": "all"}),
        ("{plans: }", {}),
        # As where a theme has plugins of the same name: https://www.mkdocs.org/user-guide/configuration/#plugins
        ("[/plans: {nav: all}]", {"nav": "all"}),
        # `enabled` is an option that MkDocs takes for every plugin.
        ("[plans: {enabled: false, nav: all}]", {"nav": "all"}),
        ("[plans: {enabled: false, nav: all}, {plans: {nav: none}}]", {"nav": "none"}),
    ],
)
def test_the_plugin_in_every_form(read, plugins, options):
    assert read(f"plugins: {plugins}").options == options


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ("material", "en"),
        ("{name: mkdocs, locale: fr}", "fr"),
        ("{language: ja, locale: fr}", "ja"),
        ("[a]", "en"),
    ],
)
def test_language(read, theme, language):
    assert read(f"theme: {theme}").language == language


def test_environment_variables(read, monkeypatch):
    monkeypatch.setenv("PLANS_NAV", "all")
    monkeypatch.delenv("PLANS_ABSENT", raising=False)
    found = read("""
        site_dir: !ENV [PLANS_ABSENT, "public"]
        plugins:
          - plans:
              nav: !ENV PLANS_NAV
              header: !ENV [PLANS_ABSENT, false]
              template: !ENV PLANS_ABSENT
    """)
    assert found.options == {"nav": "all", "header": False, "template": None}
    assert found.site_dir.name == "public"


def test_tags_that_would_import_or_run_something_do_neither(read, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = read("""
        markdown_extensions:
          - pymdownx.superfences:
              custom_fences:
                - name: mermaid
                  format: !!python/name:not_installed.fence
          - toc:
              slugify: !!python/object/apply:os.mkdir [bad]
          - snippets:
              base_path: !relative $config_dir
          - other: !custom [1, 2]
        hooks: [missing.py]
        plugins: [not-installed, plans: {nav: none}]
    """)
    assert found.options == {"nav": "none"}
    assert not (tmp_path / "bad").exists()


def test_inherited_settings(read, tmp_path):
    (tmp_path / "base").mkdir()
    found = read(
        "INHERIT: base/base.yml\nsite_dir: mine\nplugins: {plans: {nav: all}}",
        **{
            "base/base.yml": "INHERIT: ../top.yml\nplugins: {plans: {board: false, nav: none}}",
            "top.yml": "exclude_docs: drafts/\nsite_dir: theirs",
        },
    )
    assert found.options == {"board": False, "nav": "all"}
    assert (found.exclude_docs, found.site_dir) == ("drafts/", tmp_path / "mine")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1", "mkdocs.yml:1: is not valid YAML (expected ',' or ']', but got '<stream end>')"),
        ("a: b: c", "mkdocs.yml:1: is not valid YAML (mapping values are not allowed here)"),
        ("- a", "mkdocs.yml: expected a mapping (`name: value`), not a list"),
        ("a: 2026-13-40", "mkdocs.yml: is not valid YAML (month must be in 1..12)"),
        ("plugins: [plans: [1]]", "mkdocs.yml: plugins: plans: expected a mapping (`option: value`), not [1]"),
        (
            "plugins: [plans, {plans: {nav: all}}]",
            (
                "mkdocs.yml: plans: the plugin is listed twice; list it once, and give each team its own entry under"
                " `sources`, with its own label and template"
            ),
        ),
        ("plugins: plans", "mkdocs.yml: plugins: expected a list, not 'plans'"),
        (
            "plugins:\n  - plans:\n    sources: [specs]\n    nav: all",
            'mkdocs.yml: plugins: "sources" is beside "plans", not below it; indent options further than the plugin, and begin another plugin with a dash of its own',
        ),
        ("plugins: [plans, {plans: [1]}]", "mkdocs.yml: plugins: plans: expected a mapping (`option: value`), not [1]"),
        ("docs_dir: nowhere", 'mkdocs.yml: docs_dir: there is no folder "{}/nowhere"; create it, or correct the path'),
        ("INHERIT: mkdocs.yml", "mkdocs.yml: INHERIT: {}/mkdocs.yml inherits from itself; remove one INHERIT"),
        ("INHERIT: other.yml", "other.yml: cannot be read (No such file or directory)"),
    ],
)
def test_mistakes_are_one_line_that_names_the_file(read, tmp_path, text, message):
    with pytest.raises(project.ProjectError) as caught:
        read(text)
    assert str(caught.value) == f"{tmp_path}/{message.replace('{}', str(tmp_path))}"


def test_nesting_without_end(read):
    with pytest.raises(project.ProjectError, match="is not valid YAML"):
        read("a: " + "[" * 100_000)


class TestFind:
    """The nearest configuration file counts, no further up than the repository."""

    @pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml", "properdocs.yml"])
    def test_every_name(self, tmp_path, name):
        (tmp_path / name).touch()
        (tmp_path / "a/b").mkdir(parents=True)
        assert project.find(tmp_path / "a/b") == tmp_path / name

    def test_the_nearest(self, tmp_path):
        (tmp_path / "a/b").mkdir(parents=True)
        (tmp_path / "mkdocs.yml").touch()
        (tmp_path / "a/mkdocs.yml").touch()
        assert project.find(tmp_path / "a/b") == tmp_path / "a/mkdocs.yml"

    def test_properdocs_has_its_own(self, tmp_path):
        (tmp_path / "mkdocs.yml").touch()
        (tmp_path / "properdocs.yml").touch()
        assert project.find(tmp_path) == tmp_path / "properdocs.yml"

    def test_not_above_the_repository(self, tmp_path):
        (tmp_path / "mkdocs.yml").touch()
        (tmp_path / "app/.git").mkdir(parents=True)
        (tmp_path / "app/specs").mkdir()
        assert project.find(tmp_path / "app/specs") is None


def test_folders_go_by_their_plain_names(tmp_path):
    """So that what is below one of them can be told by its path."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "config").mkdir()
    file = tmp_path / "config" / "mkdocs.yml"
    file.write_text("docs_dir: ../docs\nsite_dir: ../public\nplugins: [plans: {root: ..}]\n", encoding="utf-8")
    found = project.read(file)
    assert (found.root, found.docs_dir, found.site_dir) == (tmp_path, tmp_path / "docs", tmp_path / "public")
