"""Pictures of the example site for the README: light and dark, desktop and phone.

    python example_site/screenshots.py [PAGE …]

Builds the site, serves it on 127.0.0.1 and opens it in the system's Chromium; writes example_site/screenshots/*.png.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PAGES = {
    "board": "plans/board/",
    "index": "plans/",
    "plan": "specs/006-boarding-scanner/plan/",
    "graph": "relations/",
    "register": "decisions/",
}
SIZES = {"": (1440, 900), "-phone": (390, 844)}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def main() -> None:
    target = HERE / "screenshots"
    target.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or list(PAGES)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        config = str(HERE / "mkdocs.yml")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", folder], check=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with _served(folder) as address:
            for name in wanted:
                for size, scheme in ((size, scheme) for size in SIZES for scheme in ("light", "dark")):
                    _take(browser, address + PAGES[name], target / f"{name}{size}-{scheme}.png", SIZES[size], scheme)
        browser.close()


def _take(browser: Browser, url: str, file: Path, size: tuple[int, int], scheme: str) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page.goto(url, wait_until="networkidle")
    page.screenshot(path=file)
    page.close()


@contextlib.contextmanager
def _served(folder: str) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


if __name__ == "__main__":
    main()
