"""What `check` costs: 1,400 plans of 16 KB, against `rumdl check --no-cache` with MD043 alone on the same files.

    pip install rumdl
    python benchmarks/checking.py [--plans 1400] [--size 13300] [--rounds 5] [--at-most 3] [--start-at-most 0.15]

rumdl (https://github.com/rvben/rumdl) is a linter in Rust; MD043 is its rule for required headings. Both are run in
turns by subprocesses, on plan.md files without companions; the ratio is of their CPU time (user and system), round by
round, since machines are noisy. `mkdocs-plans --version` is held against `python -c "import click"`. Exit status 1
when a median is above what is asked for.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import sample

_HEADINGS = ", ".join(f'"## {name}"' for name in sample.SECTIONS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=1_400)
    parser.add_argument("--size", type=int, default=13_300, help="before rounding up; 13300 gives 16 KB on average")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--at-most", type=float, default=3.0)
    parser.add_argument("--start-at-most", type=float, default=0.15)
    args = parser.parse_args()
    start = _start(args.rounds)
    ratio = _check(args)
    sys.exit(ratio > args.at_most or start > args.start_at_most)


def _start(rounds: int) -> float:
    """Seconds of CPU time that `--version` takes more than the import of click."""
    version, bare = [sys.executable, "-m", "mkdocs_plans", "--version"], [sys.executable, "-c", "import click"]
    differences = [_cpu_seconds(version) - _cpu_seconds(bare) for _ in range(rounds + 1)][1:]
    median = statistics.median(differences)
    print(f"--version: median {median:.3f} s of CPU time more than importing click")
    return median


def _check(args: argparse.Namespace) -> float:
    rumdl = shutil.which("rumdl", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if rumdl is None:
        sys.exit("rumdl is not installed: pip install rumdl")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = _write(root, args.plans, args.size)
        (root / "rumdl.toml").write_text(f'[MD043]\nheadings = ["*", {_HEADINGS}, "*"]\n', encoding="utf-8")
        theirs = [rumdl, "check", "--no-cache", "--enable", "MD043", "--config", "rumdl.toml", "."]
        ours = [sys.executable, "-m", "mkdocs_plans", "check"]
        ratios = []
        for turn in range(args.rounds + 1):
            our_time, their_time = _cpu_seconds(ours, root), _cpu_seconds(theirs, root)
            if turn:  # the first round warms the disk
                ratios.append(our_time / their_time)
                print(f"mkdocs-plans {our_time:6.2f} s   rumdl {their_time:6.2f} s   ratio {ratios[-1]:.2f}")
    median = statistics.median(ratios)
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"check: {args.plans} plans of {size:,} bytes on average: median ratio {median:.2f} ({spread})")
    return median


def _write(root: Path, plans: int, size: int) -> int:
    """Plans only, so that both read the same; returns their average size."""
    sizes = []
    for number in range(1, plans + 1):
        file = root / "specs" / f"{number:04}-feature" / "plan.md"
        file.parent.mkdir(parents=True)
        file.write_text(sample.plan(number, size=size), encoding="utf-8")
        sizes.append(file.stat().st_size)
    return sum(sizes) // plans


def _cpu_seconds(command: list[str], folder: Path | None = None) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
