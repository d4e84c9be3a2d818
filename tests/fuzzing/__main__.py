"""`python -m tests.fuzzing --seconds 120`: random input for every target, the same with the same seed."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzzing import mutations
from tests.fuzzing.targets import LINEAR, TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable

    Target = Callable[[bytes], None]

# So many inputs go by until one is made long, and its time compared with that of four times as much.
_EVERY = 40
_SHORT = 6_000


def main() -> int:
    """Fuzz, keep what fails, and say so."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--more", type=Path, help="a folder with more seeds")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    names = chosen.target or list(TARGETS)
    pool = mutations.seeds()
    if chosen.more:
        pool += [file.read_bytes()[: mutations.LONGEST] for file in sorted(chosen.more.rglob("*.md"))]
    print(f"seed {chosen.seed}, {len(pool)} seeds, {chosen.seconds:g} s")
    return max(_fuzz(name, pool, random.Random(chosen.seed), chosen.seconds / len(names)) for name in names)


def _fuzz(name: str, pool: list[bytes], chance: random.Random, seconds: float) -> int:
    target, end, count, failures = TARGETS[name], time.monotonic() + seconds, 0, set()
    while time.monotonic() < end:
        count += 1
        raw = mutations.mutant(chance, pool)
        trouble = _trouble(target, raw)
        if trouble is None and name in LINEAR and count % _EVERY == 0:
            trouble, raw = _slowness(target, raw)
        if trouble and trouble not in failures:
            failures.add(trouble)
            _keep(name, target, raw, trouble)
    print(f"{name}: {count} inputs, {len(failures)} failures")
    return int(bool(failures))


def _trouble(target: Target, raw: bytes) -> str | None:
    """Where a target fails."""
    try:
        target(raw)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    return None


def _slowness(target: Target, raw: bytes) -> tuple[str | None, bytes]:
    """A text that takes more than ten times as long for four times its length, three times out of three."""
    short, long = (raw * (size // max(1, len(raw)) + 1) for size in (_SHORT, 4 * _SHORT))
    for _ in range(3):
        once, four_times = _seconds(target, short), _seconds(target, long)
        if four_times < max(0.5, 10 * once):
            return None, raw
    return "time grows with the square", long


def _seconds(target: Target, raw: bytes) -> float:
    start = time.process_time()
    _trouble(target, raw)
    return time.process_time() - start


def _keep(name: str, target: Target, raw: bytes, trouble: str) -> None:
    """Make a case as small as it goes, and put it beside the others."""
    if "square" not in trouble:
        raw = _smallest(target, raw, trouble)
    file = mutations.CASES / f"{name}-{hashlib.sha256(raw).hexdigest()[:8]}.bin"
    file.write_bytes(raw)
    print(f"{name}: {trouble}: {file}\n{raw[:300]!r}", file=sys.stderr)


def _smallest(target: Target, raw: bytes, trouble: str) -> bytes:
    for _ in range(20):
        shorter = next((each for each in mutations.smaller(raw) if _trouble(target, each) == trouble), None)
        if shorter is None:
            break
        raw = shorter
    return raw


if __name__ == "__main__":
    raise SystemExit(main())
