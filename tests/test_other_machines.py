"""What differs on other machines, tried as far as one machine can: encodings, line ends, names of files."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import mkdocs
import pytest
from click.testing import CliRunner

import mkdocs_plans
from mkdocs_plans.cli import main
from tests.support import Built, commit, complete, git, plan, text

PACKAGE = Path(mkdocs_plans.__file__).parent
NOT_ASCII = {"title": "Überfahrt im Winter 計画 🚧", "status": "進行中"}


def python(folder, *arguments, **environment):
    """Run a Python of its own in a folder; strings that are None are taken out of the environment."""
    settings = {name: value for name, value in (os.environ | environment).items() if value is not None}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=settings, capture_output=True, check=False)


def build(site, *options, **environment):
    site.configure()
    done = python(site.folder, *options, "-m", mkdocs.__name__, "build", "--strict", **environment)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return Built(site.folder / "site", done.stderr.decode("utf-8", "replace").splitlines(), None)


# Encodings ------------------------------------------------------------------------------------------------------

# As in a Windows shell whose output goes to a file, and in a container where nobody has said anything of locales.
WINDOWS = {"PYTHONIOENCODING": "cp1252:strict"}
CONTAINER = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture(params=[WINDOWS, CONTAINER], ids=["windows", "container"])
def machine(request):
    return request.param


def test_a_site_is_built_whatever_the_machine_speaks(site, machine):
    site.plan(**NOT_ASCII)
    site.plan("013-logout", plan("Logout", status="Im Büro 🏝", spec="SPEC-013"))
    site.options["rules"] = {"status-unknown": "info"}
    built = build(site, **machine)
    assert built.board() == {"in-progress": ["Überfahrt im Winter 計画 🚧"], "unknown": ["Logout"]}
    assert not any("Logging error" in line or "Traceback" in line for line in built.lines)


def test_warnings_may_hold_what_the_machine_cannot_say(site, machine):
    site.plan("013-logout", plan("Logout", status="Im Büro 🏝", spec="SPEC-013"))
    site.configure()
    done = python(site.folder, "-m", mkdocs.__name__, "build", **machine)
    assert done.returncode == 0
    assert b"is unknown" in done.stderr
    assert b"Logging error" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--fix", "--dry-run"),
        ("check", "--write-baseline"),
        ("check", "--format", "sarif"),
        ("list", "--format", "json"),
        ("init", "--dry-run"),
        ("new", "Über 計画"),
        ("set", "docs/specs", "--status", "Done"),
    ],
    ids=" ".join,
)
def test_every_command_speaks_utf8(site, machine, arguments):
    site.plan("012-login", plan(**NOT_ASCII, sections=complete(without="Data Flow")))
    site.plan("013-logout", plan("Löschen", status="Im Büro 🏝", spec="SPEC-013"))
    site.configure()
    done = python(site.folder, "-m", "mkdocs_plans", *arguments, **machine)
    assert done.returncode in (0, 1), done.stderr
    assert b"Traceback" not in done.stderr
    done.stdout.decode("utf-8")
    done.stderr.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("mkdocs_plans", "check", "--write-baseline"), ("mkdocs_plans", "list"), (mkdocs.__name__, "build")],
    ids=["check", "list", "build"],
)
def test_no_file_is_opened_in_the_encoding_of_the_machine(site, arguments):
    site.plan(sections=complete(without="Data Flow"))
    site.write("docs/specs/_template/plan.md", plan())
    site.write("CODEOWNERS", "* @ada\n")
    site.configure()
    commit(site.folder)
    done = python(
        site.folder, "-X", "warn_default_encoding", "-W", "always::EncodingWarning", "-m", *arguments, PYTHONUTF8=None
    )
    assert done.returncode in (0, 1), done.stderr
    ours = [line for line in done.stderr.decode().splitlines() if "EncodingWarning" in line and str(PACKAGE) in line]
    assert ours == []


# Line ends ------------------------------------------------------------------------------------------------------


def test_a_checkout_with_crlf_is_the_same_site(site, tmp_path):
    site.options |= {"template": "our-template.md"}
    site.plan("012-login", "---\nowner: Ada\n---\n\n" + plan(sections=complete(without="Data Flow")))
    site.plan(
        "013-logout", "> **Status**: Done\n\n# Logout\n\n- [x] a\n\n```text\ncode\n```\n<!-- plans-disable-file -->\n"
    )
    site.write("docs/specs/012-login/tasks.md", "# Tasks\n\n- [x] One\n- [ ] Two\n")
    site.write("docs/index.md", "# Home\n\n<!-- plans:board {stage: active} -->\n")
    site.write("our-template.md", plan())
    site.write("CODEOWNERS", "/docs/specs/013-logout/ @ada\n")
    unix = site.build()
    pages = {path.relative_to(unix.folder): path.read_bytes() for path in unix.folder.rglob("*.html")}
    data = unix.html("plans/plans.json")
    assert any("section-missing" in line for line in unix.log)
    for path in (*site.folder.glob("docs/**/*.md"), site.folder / "our-template.md", site.folder / "CODEOWNERS"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    windows = site.build()
    assert windows.html("plans/plans.json") == data
    assert windows.log == unix.log
    for path, content in pages.items():
        assert (windows.folder / path).read_bytes() == content, path


def opened_for_text(tree):
    """Calls that write text, which Windows would give line ends of its own, without saying which."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        modes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        is_text_mode = any(mode in ("w", "a", "x", "wt", "at", "xt") for mode in modes)
        is_file = "canvas" not in ast.unparse(call.func)  # which opens elements of HTML
        if name == "write_text" or (name in ("open", "fdopen", "NamedTemporaryFile") and is_text_mode and is_file):
            yield call


def test_all_that_we_write_has_line_feeds():
    calls = [
        (f"{file.relative_to(PACKAGE)}:{call.lineno}", {word.arg: ast.unparse(word.value) for word in call.keywords})
        for file in sorted(PACKAGE.rglob("*.py"))
        for call in opened_for_text(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert calls, "there are such calls"
    assert [place for place, given in calls if given.get("newline") != r"'\n'"] == []


def test_what_commands_write_has_line_feeds(tmp_path):
    (tmp_path / "specs/012-login").mkdir(parents=True)
    (tmp_path / "specs/012-login/plan.md").write_bytes(plan(sections=complete(without="Data Flow")).encode())
    for arguments in (["init"], ["new", "Logout"], ["check", "--write-baseline"]):
        assert python(tmp_path, "-m", "mkdocs_plans", *arguments).returncode in (0, 1)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in written} == {"plan.md", "mkdocs.yml", "index.md", "plans-baseline.json"}
    assert [path for path in written if b"\r" in path.read_bytes() or not path.read_bytes().endswith(b"\n")] == []


# Names of files -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_may_be_composed_or_not(site, form):
    """macOS gives names back decomposed; people write them composed."""
    name = unicodedata.normalize(form, "012-Überfahrt")
    site.options |= {"include": ["Überfahrt/plan.md", "plan.md"], "owners": {"012-Überfahrt/": "Reederei"}}
    site.plan(name, plan("Überfahrt"))
    site.plan("013-hafen", plan("Hafen", spec="SPEC-013"))
    site.write("docs/team.md", "# Team\n\n<!-- plans:board {path: 012-Überfahrt/} -->\n")
    built = site.build()
    assert built.board("team") == {"in-progress": ["Überfahrt"]}
    assert [plan["owner"] for plan in built.plans().values()] == ["Reederei", None]
    assert built.warnings == []


@pytest.mark.parametrize("folder", ["docs/specs", "specs"])
def test_a_rename_of_the_case_alone_keeps_what_was_accepted(site, folder):
    if folder == "specs":
        site.options["sources"] = ["specs"]
    site.write(f"{folder}/012-login/plan.md", plan(sections=complete(without="Data Flow")))
    site.configure()
    assert python(site.folder, "-m", "mkdocs_plans", "check").returncode == 1
    assert python(site.folder, "-m", "mkdocs_plans", "check", "--write-baseline").returncode == 0
    commit(site.folder)
    git(site.folder, "mv", f"{folder}/012-login", f"{folder}/012-moved")
    git(site.folder, "mv", f"{folder}/012-moved", f"{folder}/012-Login")
    commit(site.folder)
    done = python(site.folder, "-m", "mkdocs_plans", "check")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["PLAN.MD", "Plan.md", "LOGIN.PLAN.MD"])
def test_names_count_in_any_case(site, name):
    site.write(f"docs/specs/012-login/{name.replace('.MD', '.md')}", plan())
    assert site.build(strict=True).board() == {"in-progress": ["Login"]}


# A name for Windows' devices, one that reads as a scheme, and what else may stand in a name elsewhere.
ODD_NAMES = ["CON", "aux.d", "a:b", "what?", "50%", "#12", "a b", "it's", 'say "x"', "a&b", "back\\slash"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such names on Windows")
@pytest.mark.parametrize("home", ["docs", "specs"])
def test_odd_names_are_on_the_board_and_can_be_followed(site, home):
    if home == "specs":
        site.options["sources"] = [{"path": "specs", "mount": "specs"}]
    for name in ODD_NAMES:
        site.write(f"{home}/{name}/plan.md", plan(f"About {name}"))
    site.write("docs/index.md", "# Home\n\n<!-- plans:board -->\n")
    built = site.build(strict=True)
    assert built.failure is None, built.lines
    for page in ("index.html", "plans/board/index.html", "plans/index.html"):
        links = built.tree(page).xpath('//*[@data-plans="card" or @data-plans="row"]//a[contains(., "About ")]')
        assert sorted(text(link) for link in links) == sorted(f"About {name}" for name in ODD_NAMES), page
        for link in links:
            target = followed(built.folder / page, link.get("href"))
            assert "<h1 id=" in target.read_text(encoding="utf-8"), link.get("href")
            assert text(link) in " ".join(built.tree(target.parent).text_content().split())


def followed(page, link):
    """The file that a browser would ask the server for."""
    target = urlsplit(urljoin(f"http://127.0.0.1{page.parent.as_posix()}/", link))
    assert target.netloc == "127.0.0.1", link
    assert not target.query, link
    path = Path(unquote(target.path))
    return path / "index.html" if target.path.endswith("/") else path


@pytest.mark.parametrize("title", ["CON", "a:b", "what?", "../../etc", "C:\\temp\\x", "con.", "...", "日本", "aux/nul"])
def test_new_makes_folders_that_every_machine_can_have(site, monkeypatch, title):
    site.plan("012-login")
    site.configure()
    monkeypatch.chdir(site.folder)
    before = set(site.folder.rglob("*"))
    result = CliRunner().invoke(main, ["new", title])
    assert result.exit_code == 0, result.stderr
    folder, file = sorted(set(site.folder.rglob("*")) - before)
    assert (folder.parent, file.name) == (site.folder / "docs/specs", "plan.md")
    assert not set(folder.name) & set('<>:"/\\|?*')
    assert folder.name == folder.name.rstrip(". ")
    assert folder.name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
