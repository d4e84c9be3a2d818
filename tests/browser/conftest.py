"""The system's Chromium, and built sites served on 127.0.0.1."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import threading

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from tests.support import PROJECT

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without these Chromium calls its maker's hosts at every start.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# They load highlight.js from elsewhere unless told not to.
PLAIN = {
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
}


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = f"no browser: none of {', '.join(_NAMES)} is installed, and CHROMIUM names none"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Open a page; at the end it must have had no error, no dialog and no request to another host."""
    with contextlib.ExitStack() as stack:
        trouble = []

        def start(**options):
            context = chromium.new_context(**options)
            stack.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: trouble.append(str(error)))
            page.on("dialog", lambda dialog: (trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            page.on(
                "request", lambda request: trouble.append(request.url) if "//127.0.0.1:" not in request.url else None
            )
            return page

        yield start
        assert trouble == []


@contextlib.contextmanager
def served(folder):
    """The address of a folder, served on a free port."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The address of the example site, built as it is."""
    with _example(tmp_path_factory.mktemp("example")) as address:
        yield address


@pytest.fixture(scope="session")
def example_folder(example, tmp_path_factory):
    """Where the pages of the example site lie on disk."""
    return tmp_path_factory.getbasetemp() / "example0"


@pytest.fixture(scope="session")
def instant_example(tmp_path_factory):
    """The address of the example site with instant navigation, which needs to know its own address."""
    with _example(tmp_path_factory.mktemp("instant"), features=("navigation.instant",)) as address:
        yield address


@pytest.fixture(scope="session", params=PLAIN)
def plain_example(request, tmp_path_factory):
    """The address of the example site in the themes that come with MkDocs."""
    with _example(tmp_path_factory.mktemp("plain"), theme=PLAIN[request.param]) as address:
        yield address


@contextlib.contextmanager
def _example(folder, features=(), theme=None):
    with served(folder) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        config = load_config(str(PROJECT / "example_site" / "mkdocs.yml"), site_dir=str(folder), site_url=f"{address}/")
        if theme:
            config = load_config(
                str(PROJECT / "example_site" / "mkdocs.yml"),
                site_dir=str(folder),
                theme=theme,
                markdown_extensions=["tables"],
            )
        if features:
            config.theme["features"] = [*config.theme["features"], *features]
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        yield address
