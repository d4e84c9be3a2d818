"""Where the plugin runs: every cell of the matrix in an environment of its own.

nox                 all of the following but the diagonal
nox -s matrix       all tests without a browser: each Python that is here, with the lowest and the highest versions of
                    every dependency, under MkDocs and its fork ProperDocs
nox -s compat       beside other plugins
nox -s diagonal     a few cells with the tests that build sites and run commands: what CI runs
nox -s newest       with the pre-releases of every dependency
nox -s mutation     which mistakes in reading and checks no test would notice; takes an hour, and patterns
                    of their names narrow it: nox -s mutation -- "mkdocs_plans.checks.links*"
"""

from __future__ import annotations

import os
import subprocess
from itertools import product
from pathlib import Path

import nox

nox.options.default_venv_backend = "uv"
nox.options.sessions = ["matrix", "compat"]
nox.options.error_on_missing_interpreters = False
nox.options.stop_on_first_error = False
nox.options.reuse_venv = "yes"

# What pyenv has installed, whether it is switched on or not.
for folder in sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.1[1-9].*/bin")):
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
RESOLUTION = {"lowest": ("--resolution=lowest-direct",), "highest": (), "newest": ("--prerelease=allow",)}
ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "UV_PYTHON_DOWNLOADS": "never",
    "PYTHONDONTWRITEBYTECODE": "1",
}
# Under this plugin of pytest's every import of mkdocs is one of ProperDocs.
UNDER_PROPERDOCS = ("-p", "properdocs.replacement")
MUTMUT = "mutmut==3.8.1"
SITES_AND_COMMANDS = (
    "tests/test_build.py",
    "tests/test_cli.py",
    "tests/test_github_pages.py",
    "tests/test_other_machines.py",
    "tests/reading/test_encoding.py",
)


def install(session: nox.Session, versions: str, *extras: str) -> None:
    """The project with these extras, every dependency in the lowest or the highest version that it may have."""
    # Not by `create_tmp`, which moves all temporary files below .nox: what git ignores, the tests could not find.
    pins = Path(session.virtualenv.location) / "requirements.txt"
    wanted = [f"--extra={extra}" for extra in extras]
    # Of the lowest versions, wheels alone: those are the lowest that this Python can install.
    binary = ("--only-binary=:all:",) if versions == "lowest" else ()
    session.run_install(
        *("uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate", *binary),
        *("--python", str(Path(session.virtualenv.location, "bin" if os.name != "nt" else "Scripts", "python"))),
        *(*RESOLUTION[versions], *wanted, "pyproject.toml", "--output-file", str(pins)),
        env=ENVIRONMENT,
        external=True,
    )
    session.install("--requirement", str(pins))
    session.install("--no-deps", "--editable", ".")
    if "properdocs" in extras:
        # A team that has only ProperDocs: nothing may reach MkDocs by accident.
        session.run_install("uv", "pip", "uninstall", "--quiet", "mkdocs", env=ENVIRONMENT, external=True)
    session.run("uv", "pip", "list", env=ENVIRONMENT, external=True)


def run(session: nox.Session, versions: str, builder: str, *arguments: str) -> None:
    """The tests that these arguments choose, in one cell of the matrix."""
    install(session, versions, "test", *([builder] if builder == "properdocs" else []))
    under = UNDER_PROPERDOCS if builder == "properdocs" else ()
    session.run("python", "-m", "pytest", "-q", "-n", "auto", *under, *arguments, *session.posargs, env=ENVIRONMENT)


def is_here(python: str) -> bool:
    """Whether this Python runs on this machine."""
    try:
        return subprocess.run([f"python{python}", "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def or_the_one_there_is(python: str) -> str | None:
    """This Python, or the one that runs nox where it is not installed."""
    if is_here(python):
        return python
    print(f"python{python} is not installed here: the Python of nox takes its place")
    return None


@nox.session
@nox.parametrize(
    ("python", "versions", "builder"), list(product(PYTHONS, ("lowest", "highest"), ("mkdocs", "properdocs")))
)
def matrix(session: nox.Session, versions: str, builder: str) -> None:
    """All tests without a browser."""
    run(session, versions, builder, "-m", "not browser and not compat")


@nox.session
@nox.parametrize(
    ("python", "versions", "builder"),
    [
        (or_the_one_there_is("3.11"), "lowest", "mkdocs"),
        (or_the_one_there_is("3.12"), "highest", "mkdocs"),
        (or_the_one_there_is("3.13"), "highest", "properdocs"),
    ],
    ids=["lowest", "highest", "properdocs"],
)
def diagonal(session: nox.Session, versions: str, builder: str) -> None:
    """The tests that build sites and run commands, in cells that are far apart."""
    run(session, versions, builder, *SITES_AND_COMMANDS)


@nox.session(python=or_the_one_there_is("3.12"))
def compat(session: nox.Session) -> None:
    """Beside other plugins."""
    install(session, "highest", "test", "compat")
    session.run("python", "-m", "pytest", "-q", "-m", "compat", "tests/compat", *session.posargs, env=ENVIRONMENT)


@nox.session(python=or_the_one_there_is("3.13"))
def newest(session: nox.Session) -> None:
    """With the pre-releases of every dependency."""
    run(session, "newest", "mkdocs", "-m", "not browser and not compat")


@nox.session(python=or_the_one_there_is("3.12"))
def mutation(session: nox.Session) -> None:
    """Of all mistakes that are made on purpose, tests notice four in five; the others are named."""
    install(session, "highest", "test")
    session.install(MUTMUT)
    environment = {**ENVIRONMENT, "PYTHONUTF8": "1"}
    # It makes all of them, finds out which tests reach which, and runs this one: it takes a name that there is.
    session.run("mutmut", "run", "mkdocs_plans.relating.relations.x_linked_spec__mutmut_1", env=environment)
    session.run("python", "tests/mutants.py", *session.posargs, env=environment)
