"""How long the views take to answer in the browser: filtering and sorting many plans, from the key to the next frame.

    python benchmarks/filtering.py [--plans 2000] [--turns 5] [--at-most 100]

Draws board and index as a build does, opens them in the system's Chromium without a theme, and measures the script with
the layout and painting that follow it: the CPU time of the browser's main thread, since machines are noisy, and the
clock beside it. Exit status 1 when the slowest median of the CPU time is above --at-most milliseconds.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import sample
from playwright.sync_api import Page, sync_playwright

from mkdocs_plans.discovery import Entry
from mkdocs_plans.model import Place
from mkdocs_plans.pipeline import Inputs, compile_catalogue
from mkdocs_plans.settings import Settings
from mkdocs_plans.site import Site, page_url
from mkdocs_plans.views import SCRIPT, STYLESHEET, THEME, Views

if TYPE_CHECKING:
    from collections.abc import Callable

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
VIEWS = {"board": "plans/board.md", "index": "plans/index.md"}

_ENTER = """([name, value]) => new Promise(done => {
  const control = document.querySelector(`.plans-filter [name=${name}]`);
  const start = performance.now();
  control.value = value;
  control.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.getBoundingClientRect();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
_SORT = """() => new Promise(done => {
  const start = performance.now();
  document.querySelector('[data-sort=owner]').click();
  document.body.getBoundingClientRect();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--at-most", type=float, default=100)
    args = parser.parse_args()
    medians = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = _pages(Path(folder), args.plans)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for view, file in files.items():
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(file.as_uri())
            print(f"{view}: {file.stat().st_size / 1000:.0f} kB of HTML, painted after {page.evaluate(_PAINT):.0f} ms")
            medians += _measure(page, view, args.turns)
        browser.close()
    sys.exit(max(medians) > args.at_most)


def _measure(page: Page, view: str, turns: int) -> list[float]:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        found = session.send("Performance.getMetrics")["metrics"]
        return next(1000 * each["value"] for each in found if each["name"] == "TaskDuration")

    steps: dict[str, Callable[[], float]] = {
        "text": lambda: page.evaluate(_ENTER, ["text", "feature 1"]),
        "text off": lambda: page.evaluate(_ENTER, ["text", ""]),
        "owner": lambda: page.evaluate(_ENTER, ["owner", "ada"]),
        "owner off": lambda: page.evaluate(_ENTER, ["owner", ""]),
    }
    if view == "index":
        steps["sort"] = lambda: page.evaluate(_SORT)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in steps}
    for _ in range(turns):
        for name, step in steps.items():
            before = spent()
            until_painted = step()
            times[name].append((spent() - before, until_painted))
    medians = {name: [statistics.median(each) for each in zip(*found, strict=True)] for name, found in times.items()}
    for name, (work, painted) in medians.items():
        print(f"  {name:10} {work:6.1f} ms of the browser's main thread, painted after {painted:6.1f} ms")
    return [work for work, _ in medians.values()]


def _pages(folder: Path, count: int) -> dict[str, Path]:
    paths = [f"specs/{number:04}-feature/plan.md" for number in range(1, count + 1)]
    chance = random.Random(1)
    texts = {path: sample.plan(number, size=chance.randint(300, 900)) for number, path in enumerate(paths, 1)}
    catalogue = compile_catalogue(
        Inputs([Entry(Place(path, path), Path(path)) for path in paths]),
        Settings(),
        lambda entry: texts[entry.place.path].encode(),
    )
    every = (*paths, *VIEWS.values())
    urls = {path: page_url(path, directories=False) for path in every} | {SCRIPT: SCRIPT, STYLESHEET: STYLESHEET}
    changed = {path: f"2026-{chance.randint(1, 11):02}-01" for path in paths}
    views = Views(catalogue, Settings(), Site(urls=urls, as_of="2026-11-22", changed=changed))
    for asset in (SCRIPT, STYLESHEET):
        (folder / asset).parent.mkdir(parents=True, exist_ok=True)
        (folder / asset).write_bytes((THEME / asset).read_bytes())
    files = {}
    for view, path in VIEWS.items():
        files[view] = folder / urls[path]
        files[view].parent.mkdir(exist_ok=True)
        body = views.fill(f"<h1>Plans</h1><!-- plans:{view} -->", path)
        head = f'<!doctype html><html lang="en"><meta charset="utf-8"><link rel="stylesheet" href="../{STYLESHEET}">'
        files[view].write_text(head + body, encoding="utf-8")
    return files


if __name__ == "__main__":
    main()
