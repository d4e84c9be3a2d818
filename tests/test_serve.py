"""`mkdocs serve` as a writer uses it: a change to a plan shows on the pages at the next reload."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import urljoin

import lxml.html
import mkdocs
import pytest

from tests.support import complete, plan, text

_PATIENCE_SECONDS = 40


class Server:
    """A running `mkdocs serve` and what its pages show."""

    def __init__(self, address, log):
        self.address = address
        self.log = log

    def tree(self, path):
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=5) as page:
            return lxml.html.fromstring(page.read())

    def board(self):
        return {
            column.get("data-status"): [text(title) for title in column.cssselect(".plans-title")]
            for column in self.tree("plans/board/").xpath('//*[@data-plans="column"]')
        }

    def finds(self, path):
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=5) as page:
            return page.status == 200

    def said(self):
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if "mkdocs_plans: " in line]

    def builds(self):
        return self.log.read_text(encoding="utf-8").count("Documentation built")

    def shows(self, expected):
        return eventually(lambda: self.board() == expected)


def eventually(condition):
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            if condition():
                return True
        time.sleep(0.1)
    return False


@pytest.fixture
def serve(site, tmp_path):
    """Start the server with the given arguments; it is stopped at the end of the test."""
    running = []

    def start(*arguments):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        log = tmp_path / "serve.log"
        command = [
            sys.executable,
            "-m",
            mkdocs.__name__,
            "serve",
            "-f",
            str(site.configure()),
            "-a",
            f"127.0.0.1:{port}",
        ]
        with log.open("w") as out:
            process = subprocess.Popen(
                [*command, *arguments], stdout=out, stderr=out, env={**os.environ, "PYTHONUNBUFFERED": "1"}
            )
        running.append(process)
        server = Server(f"http://127.0.0.1:{port}", log)
        assert eventually(lambda: "Serving on" in log.read_text(encoding="utf-8")), log.read_text(encoding="utf-8")
        return server

    yield start
    for process in running:
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize("arguments", [(), ("--dirty",)], ids=["whole", "dirty"])
def test_what_changes_in_docs_shows(site, serve, arguments):
    site.plan("012-login")
    server = serve(*arguments)
    assert server.board() == {"in-progress": ["Login"]}

    site.plan("012-login", status="Done")
    assert server.shows({"done": ["Login"]})

    site.plan("013-logout", title="Logout", spec="SPEC-013")
    assert server.shows({"in-progress": ["Logout"], "done": ["Login"]})

    (site.folder / "docs/specs/013-logout").rename(site.folder / "docs/specs/014-logout")
    site.plan("014-logout", title="Sign out", spec="SPEC-013")
    assert server.shows({"in-progress": ["Sign out"], "done": ["Login"]})

    (site.folder / "docs/specs/014-logout/plan.md").unlink()
    assert server.shows({"done": ["Login"]})


@pytest.mark.parametrize(
    ("path", "mount"),
    [("specs", "specs"), (".specify/specs", "specs"), (".", "all")],
    ids=["a folder", "a dot-folder", "the whole project"],
)
def test_what_changes_in_a_source_shows(site, serve, path, mount):
    """Changed, new, moved and removed, as in docs; a folder that is new, and one in a folder that is new."""
    folder = "work/specs" if path == "." else path
    site.options["sources"] = [{"path": path, "mount": mount}]
    site.write("docs/index.md", "# Home\n")
    site.write(f"{folder}/012-login/plan.md", plan())
    server = serve()
    assert server.board() == {"in-progress": ["Login"]}

    site.write(f"{folder}/012-login/plan.md", plan(status="Done"))
    assert server.shows({"done": ["Login"]})

    site.write(f"{folder}/more/013-logout/plan.md", plan("Logout", spec="SPEC-013"))
    assert server.shows({"in-progress": ["Logout"], "done": ["Login"]})

    (site.folder / folder / "more").rename(site.folder / folder / "moved")
    assert eventually(lambda: server.finds(f"{mount}/{'work/specs/' if path == '.' else ''}moved/013-logout/plan/"))

    (site.folder / folder / "moved/013-logout/plan.md").unlink()
    assert server.shows({"done": ["Login"]})

    built = server.builds()
    time.sleep(3)
    assert server.builds() == built, "a build begins no other"


def test_a_source_is_watched_once_mkdocs_yml_names_it_and_when_it_is_there_again(site, serve):
    """As where somebody adds the option while the server runs, and then looks at another branch."""
    site.plan("012-login")
    site.write("specs/013-logout/plan.md", plan("Logout", spec="SPEC-013"))
    server = serve()
    assert server.board() == {"in-progress": ["Login"]}

    site.options["sources"] = [{"path": "specs", "optional": True}]
    site.configure()
    assert server.shows({"in-progress": ["Login", "Logout"]})
    site.write("specs/013-logout/plan.md", plan("Logout", spec="SPEC-013", status="Done"))
    assert server.shows({"in-progress": ["Login"], "done": ["Logout"]})

    (site.folder / "specs").rename(site.folder / "elsewhere")
    site.plan("012-login", status="Done")
    assert server.shows({"done": ["Login"]})
    site.write("specs/013-logout/plan.md", plan("Logout", spec="SPEC-013"))
    site.plan("012-login")
    assert server.shows({"in-progress": ["Login", "Logout"]})
    site.write("specs/013-logout/plan.md", plan("Logout", spec="SPEC-013", status="Done"))
    assert server.shows({"in-progress": ["Login"], "done": ["Logout"]})


def test_drafts_are_shown_to_their_writers_as_they_will_be(site, serve):
    site.config["draft_docs"] = "drafts/"
    site.plan("012-login")
    site.write("docs/drafts/013-logout/plan.md", plan("Logout", spec="SPEC-013", status="Draft"))
    site.write("docs/drafts/ours.md", "# Ours\n\n<!-- plans:board -->\n")
    server = serve()
    assert server.board() == {"draft": ["Logout"], "in-progress": ["Login"]}
    assert server.finds("drafts/013-logout/plan/")
    page = server.tree("drafts/ours/")
    for address in page.xpath('//*[@data-plans="card"]//a/@href | //*[@data-plans="script"]/@src'):
        assert server.finds(urljoin("drafts/ours/", address)), address
    assert len(page.xpath('//*[@data-plans="card"]//a')) == 2
    assert site.build(strict=True).board() == {"in-progress": ["Login"]}


def test_a_rebuild_says_what_is_new_and_there_is_no_loop(site, serve):
    site.plan("012-login", plan(sections=complete(without="Data Flow")))
    site.plan("013-logout", plan("Logout", spec="SPEC-013"))
    server = serve()
    assert sum("section-missing" in line for line in server.said()) == 1
    before, built = len(server.said()), server.builds()
    site.plan("013-logout", plan("Logout", spec="SPEC-013", status="In progres"))
    assert server.shows({"in-progress": ["Login"], "unknown": ["Logout"]})
    assert eventually(lambda: len(server.said()) > before)
    new = server.said()[before:]
    assert [line.partition("plan.md:")[2] for line in new] == [
        '4: status "In progres" is unknown; did you mean "In progress"? [status-unknown]'
    ]
    assert eventually(lambda: server.builds() > built), server.log.read_text(encoding="utf-8")
    time.sleep(3)
    after = server.builds()
    assert after <= built + 2, "a busy machine may see the file twice, while it is written and when it is"
    time.sleep(3)
    assert server.builds() == after


def test_an_error_never_ends_serve(site, serve):
    site.options["rules"] = {"section-missing": "error"}
    site.plan("012-login", plan(sections=complete(without="Data Flow")))
    assert serve().board() == {"in-progress": ["Login"]}


def test_the_template_beside_the_plans_is_watched(site, serve):
    site.options["template"] = "our-template.md"
    site.write("our-template.md", "# Plan\n\n## Goal\n\n## Risks\n")
    site.plan("012-login", plan(sections="## Goal\n\nText.\n"))
    server = serve()
    assert any("missing sections: Risks" in line for line in server.said())
    site.write("our-template.md", "# Plan\n\n## Goal\n")
    assert eventually(lambda: any("resolved: " in line for line in server.said()))
