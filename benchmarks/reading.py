"""What reading costs, as a multiple of the parse alone: 1,400 plans of 16 KB, cold, one after the other in a process.

    python benchmarks/reading.py [--plans 1400] [--turns 3] [--processes 5] [--at-most 2.5] [FILE…]

The plans are made here, in several dialects, or are the files named, each cut or repeated to 16 KB. Both sides read the
same files: the base reads and decodes each one, parses it with the Markdown library and runs an empty loop over its
events; the reader makes a `Document` of it. They take turns, each with plans of its own (of files named, one turn), and
the smallest time of each counts. So no plan is read twice; only headings and some lines of headers are in several
plans, as in a repository (half of the lines in the headers of 387 real plans are in others too).

The ratio of one process differs from that of the next by some 5 %, with the layout of its memory. So several fresh ones
measure, one after the other, and the median of their ratios counts.

The facts of a section (`**Label**: value`, rows of tables) are read when somebody asks for them: plans.json does, and
views with `where` or columns; a check does not. So two ratios are printed: reading as a check needs it, which is held
against the limit, and reading with every fact asked for, as a build with plans.json needs it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice, repeat
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pyromark

from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SIZE = 16_000

HEADERS = (
    "# Technical Plan: Feature {n}\n\n**Spec**: SPEC-{n:03}\n**Status**: 🚧 In Progress\n**Created**: 2026-03-01\n\n",
    "# Implementation Plan: Feature {n}\n\n**Branch**: `{n:03}` | **Date**: 2026-03-01 | **Spec**: [spec](./spec.md)\n",
    '---\nid: "{n:03}"\ntitle: Feature {n}\nstatus: draft\ndepends_on: [001, 002]\n---\n\n# Feature {n} — Plan\n',
    "# Feature {n}\n\n> **Status:** Done (in release {n})\n> **Owner:** Ada\n",
    "# Plan: feature-{n}\n\n- **Spec:** [`spec.md`](spec.md)\n- **Status:** Approved <!-- Draft | Done -->\n",
    "# 実装計画: 機能 {n}\n\n**機能ID**: `SPEC-{n:03}` | **日付**: 2026-03-01\n**ステータス**: 実装完了\n",
)

# A body such as real plans of this size have on average: 20 headings, 40 facts, 20 boxes, 3 fences, 1,100 events.
SECTION = """
## {k}. Approach to part {k}

The service keeps one queue per tenant, so that a slow one does not hold up the others. Workers take from `queue.take()`
in turns; what fails is retried three times and then parked, so that an operator can look at it before it is lost. See
[the measurements](./notes.md) for the numbers, which were taken on `worker-3` with the load of a normal Monday.

**Approach**: A worker pool in front of the store, with a limit per tenant that `limits.toml` holds.

- Workers in `src/worker/pool.py` share one connection, because the store counts connections per host
- **Ordering** within a tenant is kept by the partition key, not by the workers themselves
- A job that runs for longer than `lease_seconds` is given to another worker; both results are the same by design
- The parked jobs are shown in the console, where an operator can drop them or send them again

### Component {k}

The component reads its limits at the start and whenever the file changes; a limit of zero stops a tenant at once. It
has no state of its own, so any number of them can run, and a restart loses nothing but the leases that it holds.

1. `take()` returns the oldest job of the tenant that waited longest, or nothing after `poll_seconds`
2. `park()` moves a job aside and says why, in words that the operator can act on
   - **Decision needed by**: 2026-12-01
   - The reason is kept with the job for as long as the job is

- [x] T{k:03} Write the failing test in `tests/test_queue.py`
- [ ] T{k:03} Make it pass
"""
EXTRAS = """
```python
def take(queue: Queue, tenant: str) -> Job | None:
    # not a heading, not a box: - [ ] nothing
    lease = queue.lease(tenant, seconds=LEASE_SECONDS)
    return queue.pop(tenant) if lease else None
```

| Threat | Impact | Mitigation |
|--------|--------|------------|
| Flooding | High | limit per tenant |
"""


def made(number: int) -> str:
    """One invented plan of 16 KB."""
    text = HEADERS[number % len(HEADERS)].format(n=number)
    section = 1
    while len(text.encode()) < SIZE:
        text += SECTION.format(k=section) + (EXTRAS if section % 3 == 0 else "")
        section += 1
    return text


def sized(text: str, number: int) -> str:
    """A real plan cut or repeated to 16 KB, with a number so that no two are the same."""
    whole = (text + "\n") * (SIZE // max(1, len(text.encode())) + 1)
    return f"{whole.encode()[:SIZE].decode(errors='ignore')}\n\n{number}\n"


def base(files: Sequence[Path]) -> None:
    """Read, decode, parse, and an empty loop over the events."""
    options = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_FOOTNOTES
        | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_TASKLISTS
    )
    markdown = pyromark.Markdown(options=options)
    for file in files:
        for _ in markdown.events_with_range(file.read_bytes().decode()):
            pass


def reader(files: Sequence[Path]) -> None:
    """Read each file into a document."""
    settings = Settings()
    for file in files:
        read(file.read_bytes(), settings)


def reader_of_facts(files: Sequence[Path]) -> None:
    """Read each file into a document, and ask for the facts of each of its sections."""
    settings = Settings()
    for file in files:
        for section in read(file.read_bytes(), settings).sections:
            tuple(section.facts)


def timed(work: Callable[[Sequence[Path]], None], files: Sequence[Path]) -> float:
    """CPU seconds of one turn."""
    start = time.process_time()
    work(files)
    return time.process_time() - start


def ratios(turns: Sequence[Sequence[Path]]) -> tuple[float, float]:
    """What reading costs without facts and with them, as multiples of the parse; printed with the times.

    The files of each turn but the last are read without facts, those of the last with them.
    """
    *without, last = turns
    times = [(timed(base, files), timed(reader, files)) for files in without]
    parse, ours = (min(each) for each in zip(*times, strict=True))
    with_facts = timed(reader_of_facts, last) / timed(base, last)
    print(f"parse and empty loop {parse:.3f} s, reading {ours:.3f} s, ratio {ours / parse:.2f}", flush=True)
    return ours / parse, with_facts


def written(plans: Iterable[str], folder: Path) -> list[Path]:
    """The files with these texts."""
    folder.mkdir(exist_ok=True)
    files = []
    for number, plan in enumerate(plans):
        files.append(folder / f"{number}.md")
        files[-1].write_text(plan, encoding="utf-8")
    return files


def main() -> int:
    """Print the times and the ratios; exit 1 where that of reading without facts is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--plans", type=int, default=1400)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--processes", type=int, default=5)
    parser.add_argument("--at-most", type=float, default=2.5)
    options = parser.parse_args()
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in options.files]
    plans = len(texts) or options.plans
    with tempfile.TemporaryDirectory() as folder:
        if texts:
            turns = [written(map(sized, texts, count()), Path(folder))] * 2
        else:
            numbers = count()
            turns = [
                written(map(made, islice(numbers, plans)), Path(folder, str(turn))) for turn in range(options.turns + 1)
            ]
        fresh = get_context("spawn")
        with ProcessPoolExecutor(max_workers=1, mp_context=fresh, max_tasks_per_child=1) as executor:
            measured = executor.map(ratios, repeat(turns, options.processes))
            ours, with_facts = (median(each) for each in zip(*measured, strict=True))
    print(f"{plans} plans: ratio {ours:.2f}; with every fact asked for {with_facts:.2f}")
    return 1 if ours > options.at_most else 0


if __name__ == "__main__":
    sys.exit(main())
