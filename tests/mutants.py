"""Which mutants no test notices: `nox -s mutation` calls this in the folder of mutants that mutmut has made.

mutmut makes the mutants and finds out which tests reach which function. It begins pytest anew for each of thousands of
mutants, which takes hours. Here the tests are collected once, each mutant has a fork of that process, and the tests that
have noticed most mutants so far come first.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Of all mutants as many may go unnoticed.
MOST_ALIVE = 0.2
# Seconds after which a mutant that makes a test go on for ever is given up, and counts as noticed.
_PATIENCE = 120
_ALIVE, _NOTICED, _BROKEN = 0, 1, 2
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake made on purpose: its name, and the tests that reach the function it is in, the quickest first."""

    name: str
    tests: tuple[str, ...]


def made(folder: Path, patterns: Sequence[str]) -> Iterator[Mutant]:
    """The mutants that mutmut has made, and whose names fit one of the patterns."""
    told = json.loads((folder / "mutmut-stats.json").read_text(encoding="utf-8"))
    seconds: dict[str, float] = told["duration_by_test"]
    reached = {
        name: tuple(sorted(tests, key=lambda test: seconds.get(test, 0)))
        for name, tests in told["tests_by_mangled_function_name"].items()
    }
    for file in sorted(folder.rglob("*.py.meta")):
        for name in json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]:
            if any(fnmatchcase(name, pattern) for pattern in patterns or ("*",)):
                yield Mutant(name, reached.get(name.rpartition("__mutmut_")[0], ()))


@dataclass
class Run:
    """All mutants, some at a time; a plugin of pytest in the place of its loop over the tests."""

    mutants: list[Mutant]
    at_once: int
    alive: list[str] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    done: int = 0
    _kills: Counter[str] = field(default_factory=Counter)
    _at_work: dict[int, tuple[Mutant, int]] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Let each mutant meet its tests."""
        items = {item.nodeid.removeprefix("mutants/"): item for item in session.items}
        # Tests that fail by themselves would notice every mutant.
        self._begin(Mutant(_NONE, tuple(items)), items)
        self._end_one()
        if self.alive != [_NONE]:
            raise pytest.UsageError("a test fails without any mutant")
        self.alive, self.done = [], 0
        for mutant in self.mutants:
            self._begin(mutant, items)
            if len(self._at_work) >= self.at_once:
                self._end_one()
        while self._at_work:
            self._end_one()
        return True

    def _begin(self, mutant: Mutant, items: dict[str, pytest.Item]) -> None:
        # Those that have noticed most, and of these the quickest.
        tests = sorted((test for test in mutant.tests if test in items), key=lambda test: -self._kills[test])
        reading, writing = os.pipe()
        child = os.fork()
        if child:
            os.close(writing)
            self._at_work[child] = mutant, reading
            return
        outcome = _BROKEN
        try:
            _be_silent()
            # All tests in a row may take long.
            signal.alarm(0 if mutant.name == _NONE else _PATIENCE)
            _activate(mutant.name)
            failing = next((test for test in tests if _fails(items[test])), None)
            os.write(writing, (failing or "").encode())
            outcome = _NOTICED if failing else _ALIVE
        finally:
            os._exit(outcome)

    def _end_one(self) -> None:
        child, status = os.wait()
        mutant, reading = self._at_work.pop(child)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            self._kills.update(filter(None, [pipe.read()]))
        if os.WIFSIGNALED(status):
            self.given_up.append(mutant.name)
        elif os.WEXITSTATUS(status) == _BROKEN:
            raise pytest.UsageError(f"the run of {mutant.name} has failed, not a test in it")
        elif os.WEXITSTATUS(status) == _ALIVE:
            self.alive.append(mutant.name)
        self.done += 1
        if self.done % 100 == 0:
            print(f"{self.done} of {len(self.mutants)}: {len(self.alive)} alive", file=sys.stderr, flush=True)


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _activate(name: str) -> None:
    """Switch a mutant on, and forget what has been read without it."""
    from mutmut.mutation import trampoline  # noqa: PLC0415  (it is there in the session of nox alone)

    os.environ.pop("MUTANT_UNDER_TEST", None)
    trampoline.get_mutant_under_test = lambda: name
    for module in [module for module in sys.modules if module.partition(".")[0] == "mkdocs_plans"]:
        for value in list(vars(sys.modules[module]).values()):
            clear: Any = getattr(value, "cache_clear", None)
            if callable(clear):
                clear()


def _fails(item: pytest.Item) -> bool:
    try:
        return any(report.failed for report in runtestprotocol(item, log=False))
    except BaseException:  # whatever a mutant does
        return True


def main(arguments: Sequence[str]) -> int:
    """Run the mutants whose names are given, or all; 1 where too many are alive."""
    from mutmut.configuration import config  # noqa: PLC0415  (as above)

    at_once = os.cpu_count() or 1
    folder = Path("mutants").resolve()
    run = Run(list(made(folder, arguments)), at_once)
    options = ["-q", "--capture=no", *config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection]
    os.environ["MUTANT_UNDER_TEST"] = ""
    os.chdir(folder)
    sys.path[0] = str(folder)
    if (
        pytest.main(options, plugins=[run]) not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
        or not run.done
    ):
        return 1
    share = len(run.alive) / run.done
    print("\n".join(sorted(run.alive)))
    print(f"{run.done} mutants, {len(run.alive)} of them alive ({share:.1%}), {len(run.given_up)} given up")
    return 1 if share > MOST_ALIVE else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
