"""A command that is killed while it writes leaves the old file or the new one, never a half."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from tests.support import complete, plan

# The system kills a process that writes more than it may: in the middle of a file, after exactly so many bytes.
AFTER_SO_MANY_BYTES = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, ({count}, {count}))
"""
# All has been written, and nothing has been put in place.
BEFORE_THE_FILE_IS_PUT_IN_PLACE = """
import os, signal
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
"""
# The disk is full: the command goes on, and says so.
DISK_FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({count}, {count}))
"""
RUN = "\nfrom mkdocs_plans.cli import main\nmain()\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of file sizes on Windows")


@dataclass
class Case:
    """A command, the file that it writes, and the folder that it is run in."""

    arguments: tuple[str, ...]
    file: str
    before: dict[str, str] = field(default_factory=dict)


LACKING = plan(sections=complete(without="Data Flow"))
SITE = {"mkdocs.yml": "site_name: Handbook\nplugins: [plans]\n", "docs/specs/012-login/plan.md": LACKING}
BASELINE = '{"schemaVersion": 1, "findings": {"docs/gone.md": {"status-unknown": ["old"]}}}'
CASES = {
    "baseline": Case(("check", "--write-baseline"), "plans-baseline.json", SITE),
    "baseline again": Case(
        ("check", "--write-baseline"), "plans-baseline.json", SITE | {"plans-baseline.json": BASELINE}
    ),
    "fix": Case(("check", "--fix"), "docs/specs/012-login/plan.md", SITE),
    "set": Case(("set", "docs/specs", "--status", "Done"), "docs/specs/012-login/plan.md", SITE),
    "new": Case(("new", "Logout"), "docs/specs/013-logout/plan.md", SITE),
    "init": Case(("init",), "mkdocs.yml", {"specs/012-login/plan.md": LACKING}),
    "init's home page": Case(("init",), "docs/index.md", {"specs/012-login/plan.md": LACKING}),
}


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES)
def case(request):
    return request.param


def execute(folder, case, first=""):
    """Run the command in a new folder; returns what became of it, and what the file holds then."""
    folder = folder / "project"  # which `init` names the site after
    for path, content in case.before.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8", newline="\n")
    # What measures coverage would be killed, or find the disk full, as well.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment = inherited | {"PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", first + RUN, *case.arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    file = folder / case.file
    return done, file.read_bytes() if file.exists() else None


@pytest.fixture(scope="module")
def outcomes(case, tmp_path_factory):
    """What the file holds before the command, and after one that nobody disturbs."""
    before = case.before.get(case.file)
    done, after = execute(tmp_path_factory.mktemp("whole"), case)
    assert done.returncode in (0, 1), done.stderr
    assert after, "the command writes the file"
    return None if before is None else before.encode(), after


def test_killed_while_it_writes(case, outcomes, tmp_path):
    old, new = outcomes
    done, left = execute(tmp_path, case, AFTER_SO_MANY_BYTES.format(count=len(new) // 2))
    assert done.returncode < 0, "it was killed"
    assert left in (old, new)


def test_killed_before_the_file_is_put_in_place(case, outcomes, tmp_path):
    done, left = execute(tmp_path, case, BEFORE_THE_FILE_IS_PUT_IN_PLACE)
    assert done.returncode < 0, "it was killed"
    assert left in outcomes
    if case.arguments[0] != "new":  # the folder that was left has taken the number: the next one is used
        assert execute(tmp_path, case)[1] == outcomes[1]


def test_a_full_disk_is_said_and_leaves_nothing(case, outcomes, tmp_path):
    old, new = outcomes
    done, left = execute(tmp_path, case, DISK_FULL.format(count=len(new) // 2))
    assert done.returncode in (1, 2)
    assert b"File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert left in (old, new)
    assert not [path.name for path in tmp_path.rglob(".*") if path.is_file()]
