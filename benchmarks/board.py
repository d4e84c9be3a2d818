"""The board of 420 real plans on Material: how large its page is, and how soon it is painted in headless Chromium.

    python benchmarks/board.py [FOLDER] [--plans 420] [--turns 5] [--at-most-kb 600] [--at-most-ms 1000]

FOLDER holds the plans (any `*plan*.md` below it; by default MKDOCS_PLANS_CORPUS); without one they are made up. Exit
status 1 where the page is larger, or the median of its first paints comes later.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import sample
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_CONFIG = """site_name: Benchmark
theme: {name: material, font: false}
plugins: [search, {plans: {include: ["*.md"]}}]
"""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=os.environ.get("MKDOCS_PLANS_CORPUS"))
    parser.add_argument("--plans", type=int, default=420)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--at-most-kb", type=float, default=600)
    parser.add_argument("--at-most-ms", type=float, default=1000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, text in enumerate(_texts(Path(args.folder) if args.folder else None, args.plans)):
            file = root / "docs" / f"team-{number % 7}" / f"{number:03}-feature.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
        (root / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml")], check=True)
        size = (root / "site/plans/board/index.html").stat().st_size / 1000
        cards = (root / "site/plans/board/index.html").read_text(encoding="utf-8").count('data-plans="card"')
        paints = _paints(root / "site", args.turns)
    print(f"{cards} cards, {size:.0f} kB of HTML; painted after {statistics.median(paints):.0f} ms (median), {paints}")
    sys.exit(cards < args.plans or size > args.at_most_kb or statistics.median(paints) > args.at_most_ms)


def _texts(folder: Path | None, count: int) -> Iterator[bytes]:
    files = sorted(folder.rglob("*plan*.md")) if folder else []
    real = [file.read_bytes() for file in files if file.is_file()][:count]
    yield from real
    for number in range(len(real), count):
        yield sample.plan(number).encode()


def _paints(site: Path, turns: int) -> list[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(turns):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"http://127.0.0.1:{server.server_port}/plans/board/", wait_until="load")
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            found.append(round(page.evaluate(_PAINT)))
            page.close()
        browser.close()
    server.shutdown()
    return found


if __name__ == "__main__":
    main()
