"""A day of `mkdocs serve`: nothing grows with the number of rebuilds."""

from __future__ import annotations

import gc
import logging
import sys
import tempfile

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import complete, plan

WARM_UP, REBUILDS = 5, 50


@pytest.fixture
def rebuild(site, tmp_path, monkeypatch, caplog):
    """What the server does at a change: the plugin stays, the configuration is read anew."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    site.options |= {"sources": ["specs"]}
    site.write("specs/020-latin/plan.md", plan("Hafen für Fähren", spec="SPEC-020").encode("latin-1"))
    file = str(site.configure())
    load_config(file).plugins.on_startup(command="serve", dirty=False)

    def run(number):
        # Each time another mistake, and another name of a plan.
        content = plan(f"Name {number}", status=f"Nonsense {number}", sections=complete(without="Data Flow"))
        site.write("specs/012-login/plan.md", content)
        config = load_config(file)
        build(config, serve_url="http://127.0.0.1:8000/")
        caplog.clear()
        return {
            "watched": sorted(config.watch),
            "theme's folders": list(config.theme.dirs),
            "styles": list(config.extra_css),
            "extensions": len(config.markdown_extensions),
            "handlers": len(logging.getLogger().handlers) + len(logging.getLogger("mkdocs").handlers),
            "temporary files": [path.name for path in folder.iterdir()],
        }

    return run


def test_fifty_rebuilds(rebuild):
    first = rebuild(0)
    assert first["temporary files"] == []
    for number in range(1, WARM_UP):
        rebuild(number)
    before = blocks()
    for number in range(WARM_UP, WARM_UP + REBUILDS):
        last = rebuild(number)
    assert last == first
    # Bounded caches of words fill up, by some 30 blocks a rebuild; a catalogue that is kept has thousands.
    assert (blocks() - before) / REBUILDS < 200


def blocks():
    """How many pieces of memory Python has given out; the same on every machine, unlike the size of the process."""
    gc.collect()
    return sys.getallocatedblocks()
