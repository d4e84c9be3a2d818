"""Strange files and names: the build goes on, nothing is written outside of the site's folder, and the plan is there."""

from __future__ import annotations

import os
import textwrap
import unicodedata
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.support import plan

SOURCE = {"sources": [{"path": "specs", "mount": "more"}]}


def everything(folder):
    """Every file below a folder, the built site left out."""
    site = folder / "project" / "site"
    files = (Path(where, name) for where, _, names in os.walk(folder) for name in names)
    return {file for file in files if not file.is_relative_to(site)}


@pytest.fixture
def project(tmp_path, site):
    """A site one folder further down, so that what leaves it is seen."""
    site.folder = tmp_path / "project"
    site.plan("013-logout", title="Logout", spec="SPEC-013")
    return site


def built_within(project):
    """Build, and see that nothing has come or gone elsewhere."""
    project.configure()
    before = everything(project.folder.parent)
    built = project.build()
    assert everything(project.folder.parent) == before
    assert built.failure is None, built.lines
    return built


def titles(built):
    return sorted(title for titles in built.board().values() for title in titles)


NAMES = {
    "a space": "a b",
    "quotes": 'it\'s "so"',
    "an anchor": "a#b",
    "a query": "a?b=c",
    "percent signs": "a%20b%",
    "an escaped way out": "%2e%2e%2fx",
    "dots": "a..b",
    "an entity": "a&amp;b",
    "a tag": "<b>x",
    "a scheme": "javascript:alert(1)",
    "braces": "{{ x }}{% y %}",
    "Markdown": "[x](y)`z`|*a*",
    "a shell": "$(id);-rf &",
    "a dash in front": "-rf",
    "a backslash": "a\\b",
    "a line feed": "a\nb",
    "a control character": "a\x07b",
    "emoji": "🚀 go 👩‍🚀",
    "right to left": "\u202egnp.תוכנית",
    "Cyrillic": "вход",
    "decomposed": unicodedata.normalize("NFD", "é"),
    "240 characters": "x" * 240,
}


@pytest.mark.skipif(os.name == "nt", reason="Windows takes few of these names")
@pytest.mark.parametrize("source", ["docs/specs", "specs"], ids=["in docs_dir", "in a source"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_plan_of_any_name_is_on_the_board_and_its_links_lead_to_it(project, name, source):
    project.options = SOURCE
    project.write("specs/014-other/plan.md", plan("Other", spec="SPEC-014"))
    project.write(f"{source}/{name}/plan.md", plan() + "\n[spec](spec.md)\n")
    project.write(f"{source}/{name}/spec.md", "# Spec\n\n[plan](plan.md)\n")
    built = built_within(project)
    assert titles(built) == ["Login", "Logout", "Other"]
    assert built.warnings == []
    for link in built.tree("plans/board").xpath('//*[@data-plans="card"]//a/@href'):
        assert (built.folder / "plans/board" / unquote(urlsplit(link).path)).is_dir(), link


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_name_in_a_source_that_is_not_utf_8(project):
    """In docs_dir it ends the build of MkDocs itself."""
    project.options = SOURCE
    project.write("specs/" + os.fsdecode(b"\xff\xfe") + "/plan.md", plan())
    built = built_within(project)
    assert titles(built) == ["Login", "Logout"]
    assert (built.folder / "more/\ufffd\ufffd/plan/index.html").exists()
    for form in ("text", "json", "sarif", "github", "gitlab"):
        arguments = ["check", "--format", form, "--config-file", str(project.folder / "mkdocs.yml")]
        assert CliRunner().invoke(main, arguments).exit_code == 0, form


def test_names_that_differ_only_in_case(project):
    project.plan("012-login", plan("Login"))
    project.plan("012-LOGIN", plan("LOGIN", spec="SPEC-112"))
    built = built_within(project)
    if not (project.folder / "docs/specs/012-Login").exists():  # a file system that knows one from the other
        assert titles(built) == ["LOGIN specs/012-LOGIN", "Login specs/012-login", "Logout"]
        assert len(built.plans()) == 3


def test_a_plan_that_shouts(project):
    project.write("docs/specs/012-login/PLAN.md", plan())
    project.write("docs/specs/012-login/SPEC.md", "# Spec\n")
    built = built_within(project)
    assert titles(built) == ["Login", "Logout"]
    assert built.plans()["specs/012-login/PLAN.md"]["spec"]["path"] == "specs/012-login/SPEC.md"


# What it is; what is made of it, in the project; the titles on the board; the rule of the finding about it.
FILES = {
    "a folder named plan.md": (lambda at: (at / "docs/specs/plan.md").mkdir(), [], None),
    "a folder named spec.md": (lambda at: (at / "docs/specs/013-logout/spec.md").mkdir(), [], None),
    "a link to itself": (lambda at: _link("plan.md", at / "docs/specs/012-login/plan.md"), ["Login"], "unreadable"),
    "a link to nothing": (lambda at: _link("nothing", at / "docs/specs/012-login/plan.md"), ["Login"], "unreadable"),
    # Others, such as /dev/zero and pipes, never end.
    "a link to a device": (lambda at: _link("/dev/null", at / "docs/specs/012-login/plan.md"), ["Login"], "unreadable"),
    "a spec that is a device": (lambda at: _link("/dev/null", at / "docs/specs/013-logout/spec.md"), [], None),
    "a template that is a device": (lambda at: _link("/dev/null", at / "plan-template.md"), [], None),
    "a .gitignore that is a device": (lambda at: _link("/dev/null", at / "specs/.gitignore"), [], None),
    "a spec that is a link to itself": (lambda at: _link("spec.md", at / "docs/specs/013-logout/spec.md"), [], None),
    "tasks that are a link to nothing": (lambda at: _link("no", at / "docs/specs/013-logout/tasks.md"), [], None),
    "a link of a source to itself": (lambda at: _link("round", at / "specs/round"), [], None),
    "a link of a source that leads out": (lambda at: _link(_secret(at), at / "specs/012-login/plan.md"), [], None),
    "a folder of a source that leads out": (lambda at: _link(_secret(at).parent, at / "specs/out"), [], None),
    "a companion of a source that leads out": (
        lambda at: (_write(at / "specs/012-login/plan.md"), _link(_secret(at), at / "specs/012-login/notes.md")),
        ["Login"],
        None,
    ),
    "a circle in a source": (
        lambda at: (_write(at / "specs/012-login/plan.md"), _link("..", at / "specs/012-login/up")),
        ["Login"],
        None,
    ),
    "two circles in a source": (
        lambda at: (
            _write(at / "specs/a/plan.md"),
            *(_link("..", at / "specs/a" / name) for name in ("one", "two", "three")),
        ),
        ["Login"],
        None,
    ),
    "a template that is a folder": (lambda at: (at / "plan-template.md").mkdir(), [], None),
    "CODEOWNERS that is a folder": (lambda at: (at / "CODEOWNERS").mkdir(), [], None),
    "CODEOWNERS of bytes": (lambda at: (at / "CODEOWNERS").write_bytes(b"\xff\x00* @\xfe\n[[[ @x\n"), [], None),
    "a .gitignore of bytes": (
        lambda at: (_write(at / "specs/a/plan.md"), (at / "specs/.gitignore").write_bytes(b"\xff\x00\n[z-\n")),
        ["Login"],
        None,
    ),
}


def _link(target, link):
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)


def _write(file):
    file.parent.mkdir(parents=True)
    file.write_text(plan(), encoding="utf-8")


def _secret(project):
    secret = project.parent / "outside" / "plan.md"
    secret.parent.mkdir()
    secret.write_text(plan("Secret"), encoding="utf-8")
    return secret


@pytest.mark.parametrize(("make", "shown", "rule"), FILES.values(), ids=FILES)
def test_strange_files(project, make, shown, rule):
    project.options = SOURCE
    project.write("specs/014-other/plan.md", plan("Other", spec="SPEC-014"))
    make(project.folder)
    built = built_within(project)
    assert titles(built) == sorted([*shown, "Logout", "Other"])
    findings = [each for entry in built.plans().values() for each in entry["findings"]]
    assert rule is None or rule in {each["rule"] for each in findings}
    for page in built.folder.rglob("*.*"):
        assert b"Secret" not in page.read_bytes()


LONG = "x" * 5_000
# More than any file system takes for a name, where a plan names files.
LONG_NAMES = {
    "a link": f"# Login\n\n[x]({LONG}.md)\n",
    "an image": f"# Login\n\n![x](a/{LONG}.png)\n",
    "raw HTML": f'# Login\n\n<a href="{LONG}.md">x</a> <img src="{LONG}.png">\n',
    "the spec": f"# Login\n\n**Spec**: [{LONG}](../{LONG}/spec.md)\n",
    "a plan before it": f"# Login\n\n**Depends on**: [x]({LONG}/plan.md), {LONG}\n",
    "front matter": f"---\ntitle: Login\ntemplate: {LONG}.html\nicon: {LONG}\nspec: {LONG}.md\n---\n",
}


@pytest.mark.parametrize("content", LONG_NAMES.values(), ids=LONG_NAMES)
def test_names_in_a_plan_may_be_longer_than_names_of_files(project, content):
    project.plan("012-login", content)
    assert titles(built_within(project)) == ["Login", "Logout"]
    assert CliRunner().invoke(main, ["list", "--config-file", str(project.folder / "mkdocs.yml")]).exit_code == 0


@pytest.mark.parametrize("named", ["docs/specs", "docs/specs/013-logout/plan.md", "other/plan.md"])
def test_a_link_to_itself_beside_what_a_command_names(project, monkeypatch, named):
    _write(project.folder / "other/plan.md")
    _link("plan.md", project.folder / "docs/specs/plan.md")
    _link("page.md", project.folder / "docs/page.md")
    project.configure()
    monkeypatch.chdir(project.folder)
    result = CliRunner().invoke(main, ["list", named])
    assert result.exit_code == 0, result.output
    assert named in result.stdout


def test_a_folder_that_must_not_be_listed(project, monkeypatch):
    project.options = SOURCE
    project.write("specs/014-other/plan.md", plan("Other", spec="SPEC-014"))
    project.write("specs/015-shut/plan.md", plan("Shut", spec="SPEC-015"))
    scandir = os.scandir

    def shut(folder="."):
        if "015-shut" in str(folder):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr("os.scandir", shut)
    assert titles(project.build()) == ["Logout", "Other"]


# A hook of the site that does something to a file while the site is built, and what becomes of it.
MEANWHILE = {
    "a plan vanishes": ("plan.unlink()", "unreadable"),
    "a plan becomes a folder": ("plan.unlink(); plan.mkdir()", "unreadable"),
    "a plan is emptied": ("plan.write_bytes(b'')", "title-missing"),
    "a plan becomes bytes": ("plan.write_bytes(bytes(range(256)) * 9)", "unreadable"),
    "a spec vanishes": ("spec.unlink()", None),
    "a spec becomes UTF-16": ("spec.write_bytes('# Spec'.encode('utf-16'))", None),
}


@pytest.mark.parametrize(("deed", "rule"), MEANWHILE.values(), ids=MEANWHILE)
def test_files_that_change_between_listing_and_reading(project, deed, rule):
    project.plan("012-login")
    project.write("docs/specs/012-login/spec.md", "# Spec\n")
    project.config["hooks"] = ["hook.py"]
    hook = f"""
        from pathlib import Path

        from mkdocs.plugins import event_priority

        @event_priority(100)
        def on_files(files, config):
            plan = Path(config.docs_dir, "specs/012-login/plan.md")
            spec = plan.with_name("spec.md")
            {deed}
        """
    project.write("hook.py", textwrap.dedent(hook))
    built = project.build()
    assert built.failure is None
    entry = built.plans()["specs/012-login/plan.md"]
    assert rule is None or rule in {finding["rule"] for finding in entry["findings"]}
    assert entry["title"] == "Login"


OUTSIDE = ["../x", "a/../../x", "/tmp/x", "C:\\x", "a\\..\\..\\x"]
OPTIONS = {
    "index": lambda path: {"index": f"{path}.md"},
    "board": lambda path: {"board": f"{path}.md"},
    "export": lambda path: {"export": f"{path}.json"},
    "mount": lambda path: {"sources": [{"path": "specs", "mount": path}]},
}


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("path", OUTSIDE)
def test_no_option_leads_out_of_the_site(project, option, path):
    project.write("specs/012-login/plan.md", plan())
    project.options = OPTIONS[option](path)
    before = everything(project.folder.parent) | {project.folder / "mkdocs.yml"}
    built = project.build()
    assert built.failure == "Aborted with a configuration error!"
    assert any("expected a relative path without .." in line for line in built.lines)
    assert everything(project.folder.parent) == before


@pytest.mark.parametrize("path", ["../../outside/plan.md", "/etc/hostname", "..\\..\\outside\\plan.md", "file:///etc/hostname"])  # fmt: skip
def test_no_link_takes_a_file_from_outside_into_the_site(project, path):
    _secret(project.folder)
    head = f"**Spec**: [x]({path})\n**Depends on**: [y]({path})\n**Related**: {path}\n"
    project.plan("012-login", plan(sections=f"{head}\n[z]({path}) ![i]({path}) <img src='{path}'>\n"))
    built = built_within(project)
    entry = built.plans()["specs/012-login/plan.md"]
    assert entry["spec"]["path"] is None
    assert [relation["path"] for relation in entry["relations"] if relation["path"]] == []
    for page in built.folder.rglob("*.html"):
        assert "Secret" not in page.read_text(encoding="utf-8")
