"""`mkdocs-plans serve` and `build`: from a repository full of plans to a board, with nothing configured."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from urllib.parse import unquote

import lxml.html
import pytest
from click.testing import CliRunner

from mkdocs_plans import preview, starting
from mkdocs_plans.cli import main
from mkdocs_plans.commands import generator
from mkdocs_plans.git import remotes
from tests.support import Built, commit, git, plan, text
from tests.test_serve import eventually

HOSTILE_NAMES = (
    "<img src=x onerror=alert(1)>",
    "a: b",
    "# 'x' \"y\" & z",
    "{{ x }} {% y %}",
    "!ENV [HOME]",
    "日本 ü",
    "50%41?",
    " ",
    "back\\slash",
)


@pytest.fixture
def repository(site):
    """A folder beside others, in which a test writes its plans."""
    site.folder /= "app"
    site.folder.mkdir()
    return site


@pytest.fixture
def build(repository, capfd):
    """Build the plans of the repository into a folder beside it; what was said is in `lines`."""

    def run(*arguments, status=0, theme="mkdocs"):
        out = repository.folder.parent / "out"
        command = ["build", "-d", str(out), "--theme", theme, str(repository.folder), *arguments]
        result = CliRunner().invoke(main, command)
        said = result.stderr + capfd.readouterr().err
        assert result.exit_code == status, said
        return Built(out, said.splitlines(), None)

    return run


def contents(folder):
    """Every file and folder with what tells whether it was touched."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


class TestWhatIsShown:
    def test_every_plan_wherever_it_is(self, repository, build):
        repository.write("specs/012-login/plan.md", plan())
        repository.write("specs/012-login/spec.md", "# Spec\n")
        repository.write(".specify/specs/013-logout/plan.md", plan("Logout", status="Done"))
        repository.write(".planning/phases/01/01-02-PLAN.md", plan("Phase"))
        repository.write("docs/plans/2026-01-02-search.md", plan("Search"))
        repository.write("PLAN.md", plan("All of it"))
        repository.write("README.md", "# App\n")
        repository.write(".gitignore", "vendor/\n")
        repository.write("vendor/specs/001-x/plan.md", plan("Not ours"))
        repository.write(".specify/templates/plan.md", plan("TITLE"))
        commit(repository.folder)
        built = build()
        assert set(built.rows("")) == {
            "PLAN.md",
            "docs/plans/2026-01-02-search.md",
            "planning/phases/01/01-02-PLAN.md",
            "specify/specs/013-logout/plan.md",
            "specs/012-login/plan.md",
        }
        assert built.board("board")["done"] == ["Logout"]
        assert "Spec" in built.html("specs/012-login/spec")
        assert {each["file"] for each in json.loads(built.html("plans.json"))["plans"]} >= {
            "PLAN.md",
            ".specify/specs/013-logout/plan.md",
        }

    def test_folders_that_differ_in_a_dot_only_keep_apart(self, repository, build):
        repository.write("specs/012-login/plan.md", plan())
        repository.write(".specs/012-login/plan.md", plan("Another"))
        assert set(build().rows("")) == {"specs/012-login/plan.md", "2-specs/012-login/plan.md"}

    def test_what_stands_around_the_plans_is_that_of_the_folder(self, repository, build):
        repository.write("specs/012-login/plan.md", plan(status="In progres"))
        repository.write(".github/CODEOWNERS", "/specs/ @quillhaven/shore\n")
        commit(repository.folder)
        built = build()
        (found,) = json.loads(built.html("plans.json"))["plans"]
        assert found["owner"] == "@quillhaven/shore"
        assert any("specs/012-login/plan.md:4: status" in line for line in built.log)
        assert "no ages" not in "".join(built.lines)

    def test_a_baseline_counts(self, repository, build, monkeypatch):
        repository.write("specs/012-login/plan.md", plan(status="In progres"))
        monkeypatch.chdir(repository.folder)
        assert CliRunner().invoke(main, ["check", "--write-baseline"]).exit_code == 0
        assert not any("status-unknown" in line for line in build().log)

    @pytest.mark.parametrize("theme", preview.THEMES)
    def test_nothing_is_loaded_from_elsewhere(self, repository, build, theme):
        repository.write("specs/012-login/plan.md", plan())
        git(repository.folder.parent, "init", "--quiet", "app")
        git(repository.folder, "remote", "add", "origin", "git@github.com:quillhaven/app.git")
        built = build(theme=theme)
        for page in ("", "board", "specs/012-login/plan"):
            tree = built.tree(page)
            loaded = tree.xpath("//script/@src | //link[@rel!='canonical' and @rel!='edit']/@href | //img/@src")
            assert [address for address in loaded if "//" in address] == []
            # Material asks the forge for its stars where it finds this.
            assert not tree.xpath("//*[@data-md-component='source']")

    def test_the_repository_of_the_remote(self, repository, build):
        repository.write("app/specs/012-login/plan.md", plan(sections="See [the code](../../main.py).\n"))
        repository.write("app/main.py", "")
        commit(repository.folder)
        git(repository.folder, "remote", "add", "origin", "https://ada:secret@github.com/quillhaven/fleet.git")
        git(repository.folder, "update-ref", "refs/remotes/origin/trunk", "HEAD")
        git(repository.folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
        repository.folder /= "app"
        built = build(theme="material")
        links = built.tree("specs/012-login/plan").xpath("//a/@href")
        fleet = "https://github.com/quillhaven/fleet"
        assert f"{fleet}/edit/trunk/app/specs/012-login/plan.md" in links
        assert f"{fleet}/blob/trunk/app/main.py" in links
        assert not any(b"secret" in path.read_bytes() for path in built.folder.rglob("*") if path.is_file())

    def test_names_are_text(self, repository, build):
        repository.folder /= HOSTILE_NAMES[0]
        for name in HOSTILE_NAMES:
            repository.write(f"{name}/012-login/plan.md", plan(name))
        built = build()
        assert len(built.rows("")) == len(HOSTILE_NAMES)
        assert not built.tree("").xpath("//img")
        assert HOSTILE_NAMES[0] in built.tree("").xpath("string(//title)")
        for each in json.loads(built.html("plans.json"))["plans"]:
            assert (built.folder / unquote(each["url"]) / "index.html").is_file()


class TestWhatIsWritten:
    def test_nothing_but_the_site(self, repository, build, tmp_path, monkeypatch):
        own = tmp_path / "temporary"
        own.mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(own))
        repository.write("specs/012-login/plan.md", plan())
        commit(repository.folder)
        before = contents(repository.folder)
        build()
        assert contents(repository.folder) == before
        assert list(own.iterdir()) == []
        assert sorted(path.name for path in tmp_path.iterdir()) == ["app", "out", "temporary"]

    def test_a_site_of_ours_is_built_anew(self, repository, build):
        repository.write("specs/012-login/plan.md", plan())
        assert build().html("specs/012-login/plan")
        repository.write("specs/013-logout/plan.md", plan("Logout"))
        assert len(build().rows("")) == 2

    def test_a_site_in_the_folder_is_no_part_of_it(self, repository):
        repository.write("specs/012-login/plan.md", plan())
        out = repository.folder / "public"
        for _ in range(2):
            command = ["build", "-d", str(out), "--theme", "mkdocs", str(repository.folder)]
            assert CliRunner().invoke(main, command).exit_code == 0
            assert len(json.loads((out / "plans.json").read_bytes())["plans"]) == 1
            repository.write("public/specs/012-login/plan.md", plan("A copy of some other tool"))

    @pytest.mark.parametrize(
        "files",
        [
            {"thesis.txt": ""},
            {"plans.json": '{"schemaVersion": 1, "plans": []}'},
            {"index.html": "", "plans.json": "[]"},
            {"index.html": "", "plans.json": "{"},
        ],
    )
    def test_files_of_somebody_else_are_not_deleted(self, repository, build, files):
        repository.write("specs/012-login/plan.md", plan())
        for name, content in files.items():
            repository.write(f"../out/{name}", content)
        built = build(status=2)
        assert built.lines[-1].endswith(
            "out: holds files that mkdocs-plans did not build, and building would delete them;"
            " name a new or empty folder"
        )
        assert {path.name for path in built.folder.iterdir()} == set(files)

    def test_the_folder_itself_is_not_built_over(self, repository, monkeypatch):
        repository.write("specs/012-login/plan.md", plan())
        repository.write("index.html")
        repository.write("plans.json", '{"schemaVersion": 1, "plans": []}')
        monkeypatch.chdir(repository.folder)
        assert CliRunner().invoke(main, ["build", "-d", "."]).exit_code == 2
        assert (repository.folder / "specs/012-login/plan.md").exists()


class TestWhatIsSaid:
    def test_where_the_plans_are(self, repository, build):
        repository.write("specs/012-login/plan.md", plan())
        assert "mkdocs-plans: 1 plan in specs; nothing is written there" in build().lines

    def test_no_plans(self, repository, build):
        repository.write("README.md", "# App\n")
        (line,) = build(status=2).lines
        assert line == (
            f"mkdocs-plans: {repository.folder}: no file there is named plan.md, *.plan.md, *-plan.md, **/plans/*.md, or"
            " .gitignore excludes them all; name the folder that holds plans, or create one with mkdocs-plans new TITLE"
        )

    def test_a_site_that_lists_the_plugin_is_shown_as_it_is(self, repository, build):
        repository.plan("012-login")
        repository.write("docs/index.md", "# Our handbook\n")
        config = repository.configure()
        built = build()
        assert f"mkdocs-plans: {config} lists the plugin, so the whole site is shown" in built.lines
        assert "Our handbook" in built.html("")
        assert built.rows("plans")

    def test_a_site_without_the_plugin_gets_a_hint(self, repository, build):
        repository.plan("012-login")
        repository.write("mkdocs.yml", "site_name: Handbook\n")
        built = build()
        assert any(line.startswith("mkdocs-plans: mkdocs.yml does not list the plugin") for line in built.lines)
        assert set(built.rows("")) == {"docs/specs/012-login/plan.md"}

    def test_a_broken_mkdocs_yml(self, repository, build):
        repository.write("specs/012-login/plan.md", plan())
        repository.write("mkdocs.yml", "site_name: [\n")
        assert "mkdocs.yml:2: is not valid YAML" in build(status=2).lines[0]

    def test_a_file_of_the_repository_is_not_taken_for_mkdocs(self, repository, build, monkeypatch):
        repository.write("specs/012-login/plan.md", plan())
        repository.write("mkdocs.py", "raise SystemExit('not MkDocs')\n")
        monkeypatch.chdir(repository.folder)
        assert build().rows("")

    def test_a_folder_that_there_is_not(self):
        result = CliRunner().invoke(main, ["serve", "nowhere"])
        assert result.exit_code == 2
        assert "nowhere" in result.stderr

    def test_without_mkdocs(self, repository, build, monkeypatch):
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        assert "MkDocs is not installed; install it with: " in build(status=2).lines[0]

    @pytest.mark.parametrize(("installed", "theme"), [(["one"], "material"), ([], "mkdocs")])
    def test_the_best_theme_that_is_there(self, monkeypatch, installed, theme):
        monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: installed)
        assert generator.best_theme() == theme


class TestRemotes:
    @pytest.mark.parametrize(
        ("remote", "address"),
        [
            ("https://github.com/quillhaven/app.git", "https://github.com/quillhaven/app"),
            ("https://github.com/quillhaven/app/", "https://github.com/quillhaven/app"),
            ("https://ada:token@github.com/quillhaven/app", "https://github.com/quillhaven/app"),
            ("http://git.example.org:8080/quillhaven/app", "http://git.example.org:8080/quillhaven/app"),
            ("git@gitlab.com:quillhaven/shore/app.git", "https://gitlab.com/quillhaven/shore/app"),
            ("ssh://git@git.example.org:2222/quillhaven/app.git", "https://git.example.org/quillhaven/app"),
            ("", None),
            ("/srv/git/app.git", None),
            ("../app", None),
            ("C:\\src\\app", None),
            ("file:///srv/git/app.git", None),
            ("work:quillhaven/app.git", None),
            ("https://example.org/app.git", None),
            ("https://example.org/../app.git", None),
            ("https://example.org/a/<b>", None),
            ("https://[bad/a/b", None),
            ('https://a"><script>.org/a/b', None),
            ("https://a\u202e.org/a/b", None),
            ("javascript:alert(1)//a.b/c/d", None),
        ],
    )
    def test_what_a_browser_opens(self, remote, address):
        assert remotes.address(remote) == address

    @pytest.mark.parametrize(
        ("url", "branch", "edit_uri"),
        [
            ("https://github.com/quillhaven/app", "main", "edit/main/docs/"),
            ("https://gitlab.example.org/quillhaven/app", "main", "-/edit/main/docs/"),
            ("https://codeberg.org/quillhaven/app", "main", "_edit/main/docs/"),
            ("https://forgejo.example.org/quillhaven/app", "main", "_edit/main/docs/"),
            ("https://git.example.org/quillhaven/app", "main", ""),
            ("https://github.com/quillhaven/app", "", ""),
        ],
    )
    def test_where_a_file_is_edited(self, url, branch, edit_uri):
        assert remotes.edit_uri(url, branch, "docs/") == edit_uri


class Preview:
    """A running `mkdocs-plans serve`."""

    def __init__(self, process, port, log):
        self.process = process
        self.port = port
        self.log = log

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def page(self, path=""):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as page:
            return lxml.html.fromstring(page.read())

    def board(self):
        return {
            column.get("data-status"): [text(title) for title in column.cssselect(".plans-title")]
            for column in self.page("board/").xpath('//*[@data-plans="column"]')
        }

    def shows(self, expected):
        return eventually(lambda: self.board() == expected)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def heed_ctrl_c():
    """What tests that run in the background would hand on is that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def serve(repository, tmp_path):
    """Serve the repository; whatever still runs at the end of the test is ended."""
    running = []
    (tmp_path / "temporary").mkdir()

    def start(*arguments):
        port, log = free_port(), tmp_path / "serve.log"
        command = [sys.executable, "-m", "mkdocs_plans", "serve", str(repository.folder), "--theme", "mkdocs"]
        with log.open("w") as out:
            process = subprocess.Popen(
                [*command, "--port", str(port), *arguments],
                stdout=out,
                stderr=out,
                env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
                preexec_fn=heed_ctrl_c if os.name == "posix" else None,  # noqa: PLW1509
            )
        running.append(process)
        shown = Preview(process, port, log)
        assert eventually(lambda: "Serving on" in shown.said() or process.poll() is not None), shown.said()
        assert process.poll() is None, shown.said()
        return shown

    yield start
    for process in running:
        process.terminate()
        process.wait(10)


def test_what_changes_shows(repository, serve):
    repository.write(".specify/specs/012-login/plan.md", plan())
    shown = serve()
    assert [text(title) for title in shown.page().xpath("//h1")] == ["Plans"]
    assert shown.board() == {"in-progress": ["Login"]}

    repository.write(".specify/specs/012-login/plan.md", plan(status="Done"))
    assert shown.shows({"done": ["Login"]})

    repository.write(".specify/specs/013-logout/plan.md", plan("Logout", spec="SPEC-013"))
    assert shown.shows({"in-progress": ["Logout"], "done": ["Login"]})

    (repository.folder / ".specify/specs/012-login/plan.md").unlink()
    assert shown.shows({"in-progress": ["Logout"]})


def test_a_plan_at_the_top_is_watched_alone(repository, serve):
    repository.write("plan.md", plan())
    repository.write("specs/013-logout/plan.md", plan("Logout", status="Done", spec="SPEC-013"))
    shown = serve()
    assert shown.board() == {"in-progress": ["Login"], "done": ["Logout"]}
    (watched,) = re.findall(r"Watching paths for changes: (.*)", shown.said())
    ours = [path for path in re.findall(r"'(.*?)'", watched) if path.startswith(str(repository.folder))]
    assert sorted(ours) == [str(repository.folder / name) for name in ("plan.md", "specs")]

    repository.write("plan.md", plan(status="Blocked"))
    assert shown.shows({"blocked": ["Login"], "done": ["Logout"]})


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"])
def test_it_ends_without_a_trace(repository, serve, tmp_path, number, status):
    repository.write("specs/012-login/plan.md", plan())
    before = contents(repository.folder)
    shown = serve()
    assert list((tmp_path / "temporary").iterdir())
    shown.process.send_signal(number)
    assert shown.process.wait(10) == status
    assert "Traceback" not in shown.said()
    assert list((tmp_path / "temporary").iterdir()) == []
    assert contents(repository.folder) == before
    with pytest.raises(OSError, match="refused"):
        shown.page()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8")
def test_only_this_computer_can_see_it(repository, serve):
    repository.write("specs/012-login/plan.md", plan())
    shown = serve()
    with socket.socket() as other, pytest.raises(ConnectionRefusedError):
        other.connect(("127.0.0.2", shown.port))


class TestPorts:
    @pytest.fixture
    def asked(self, repository, monkeypatch):
        """The address that MkDocs is told; MkDocs itself is not run."""
        repository.write("specs/012-login/plan.md", plan())
        told = []
        monkeypatch.setattr(generator, "_run", lambda arguments, place: told.extend(arguments) or 0)

        def run(*arguments):
            result = CliRunner().invoke(main, ["serve", str(repository.folder), *arguments])
            return result, told[told.index("--dev-addr") + 1] if told else None

        return run

    @pytest.fixture
    def taken(self):
        with socket.socket() as busy:
            busy.bind(("127.0.0.1", 0))
            busy.listen()
            yield busy.getsockname()[1]

    def test_one_that_is_taken(self, asked, taken):
        result, address = asked("--port", str(taken))
        assert (result.exit_code, address) == (2, None)
        assert result.stderr == (
            f"mkdocs-plans: port {taken} is in use; choose another with --port, or leave --port out for the first free one\n"
        )

    def test_the_next_free_one(self, asked, taken, monkeypatch):
        monkeypatch.setattr("mkdocs_plans.commands.serve.PORT", taken)
        result, address = asked()
        assert result.exit_code == 0
        assert re.search(rf"port {taken} is in use, so \d+ is used instead\n", result.stderr)
        assert address.startswith("127.0.0.1:")
        assert not address.endswith(f":{taken}")


class TestRoot:
    """`root:`, for a mkdocs.yml that does not stand at the top of its project."""

    @pytest.fixture
    def apart(self, site, monkeypatch):
        """A project whose mkdocs.yml stands in a folder of its own, and the plans beside that."""
        site.write("specs/012-login/plan.md", plan(status="In progres"))
        site.write("CODEOWNERS", "/specs/ @quillhaven/shore\n")
        site.folder /= "website"
        site.write("docs/index.md", "# Home\n")
        site.options |= {"root": "..", "sources": ["specs"]}
        site.configure()
        monkeypatch.chdir(site.folder)
        return site

    def test_files_count_from_it(self, apart):
        built = apart.build()
        assert built.plans()["specs/012-login/plan.md"]["file"] == "specs/012-login/plan.md"
        assert built.plans()["specs/012-login/plan.md"]["owner"] == "@quillhaven/shore"
        assert any(" specs/012-login/plan.md:4: status" in line for line in built.log)

    def test_on_the_command_line_too(self, apart):
        assert "specs/012-login/plan.md:4: status" in CliRunner().invoke(main, ["check"]).stdout
        listed = json.loads(CliRunner().invoke(main, ["list", "--format", "json"]).stdout)
        assert listed["plans"][0]["owner"] == "@quillhaven/shore"

    def test_edit_links_lead_from_docs_dir(self, apart):
        apart.config = {"repo_url": "https://github.com/quillhaven/app", "edit_uri": "edit/main/website/docs/"}
        links = apart.build().tree("specs/012-login/plan").xpath("//a/@href")
        assert "https://github.com/quillhaven/app/edit/main/specs/012-login/plan.md" in links

    def test_one_that_there_is_not(self, apart):
        apart.options["root"] = "nowhere"
        assert 'ERROR plans: root: there is no folder "nowhere"; correct the path' in apart.build().lines
        result = CliRunner().invoke(main, ["check"])
        assert result.exit_code == 2
        assert "root: there is no folder" in result.stderr


class TestSources:
    def test_a_source_may_be_a_single_file(self, site):
        site.options["sources"] = ["PLAN.md"]
        site.write("PLAN.md", plan())
        site.write("NOTES.md", "# Notes\n")
        built = site.build()
        assert set(built.plans()) == {"PLAN.md"}
        assert not (built.folder / "NOTES").exists()

    @pytest.mark.parametrize(
        ("paths", "mounts"),
        [
            ([".specify/specs", "specs"], {".specify/specs": "specify/specs", "specs": "specs"}),
            ([".specs", "specs"], {".specs": "2-specs", "specs": "specs"}),
            ([".a/specs", "a"], {".a/specs": "2-a/specs", "a": "a"}),
            ([".a", ".a:", "a"], {".a": "2-a", ".a:": "a-", "a": "a"}),
        ],
    )
    def test_no_two_share_a_place(self, paths, mounts):
        assert dict(starting.mounts(paths)) == mounts

    def test_a_plan_at_the_top_does_not_hide_the_others(self):
        assert starting.sources(["plan.md", "specs/012-login/plan.md"], "docs") == (("specs", 1),)
