"""What is fuzzed: each target takes bytes and asserts what is true of any."""

from __future__ import annotations

import contextlib
import functools
import tempfile
from pathlib import Path

import yaml

from mkdocs_plans import options
from mkdocs_plans.baseline import BaselineError, load
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from mkdocs_plans.views import markers
from tests.hostile.reading_html import breaks_out, what_runs
from tests.rendering.support import BARE, FULL, page
from tests.support import catalogue

SETTINGS = Settings()


def reader(raw: bytes) -> None:
    """Bytes are read without an exception, to the same twice, and what was found stands where the file has lines."""
    document = read(raw, SETTINGS)
    assert document == read(raw, SETTINGS)
    if document.mended is None:
        lines = raw.count(b"\n") + raw.count(b"\r") + 1
        assert all(1 <= section.line <= section.last_line <= lines for section in document.sections)
        assert all(1 <= field.line <= lines for field in document.fields)
        assert all(1 <= each.line <= lines + 1 for each in (*document.links, *document.mentions, *document.defects))
    assert all(defect.message.count("\n") == 0 and "; " in defect.message for defect in document.defects)


def checks(raw: bytes) -> None:
    """Any two plans are related and checked, and the messages are one line each."""
    text = _text(raw)
    found = catalogue({"specs/012-login/plan.md": text, "specs/013-logout/plan.md": f"# Logout\n\n{text}"})
    assert len(found.plans) == 2
    for finding in found.findings:
        assert finding.line >= 1
        assert finding.message.isprintable() or not finding.message.isascii(), finding.message


def plain_page(raw: bytes) -> None:
    """On a site without extensions nothing runs, and the page around stays whole."""
    html = page(_text(raw), BARE)
    assert what_runs(html) == []
    assert not breaks_out(html)
    assert html == page(_text(raw), BARE)


def full_page(raw: bytes) -> None:
    """On a site with extensions nothing runs either, and the page around stays whole."""
    html = page(_text(raw), FULL)
    assert what_runs(html) == []
    assert not breaks_out(html)


def marker(raw: bytes) -> None:
    """Markers in a source and in HTML are read or named as mistakes; what replaces them is all that is new."""
    text = f"<!-- plans:board {_text(raw)} -->\n{_text(raw)}"
    for found in markers.mistakes(text, SETTINGS):
        assert "\n" not in found.message
    seen: list[object] = []
    markers.replace(text, SETTINGS, lambda each: str(seen.append(each)))
    assert all(getattr(each, "view", "") for each in seen)


def option(raw: bytes) -> None:
    """Whatever YAML stands below the plugin in mkdocs.yml is taken, or refused by name."""
    try:
        data = yaml.safe_load(_text(raw))
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    for value in (data, *({key: data} for key in options.parse({}).__dataclass_fields__)):
        if not isinstance(value, dict):
            continue
        with contextlib.suppress(options.OptionError):
            options.parse({str(key): item for key, item in value.items()})


def baseline(raw: bytes) -> None:
    """Any baseline is taken, or refused."""
    file = _folder() / "plans-baseline.json"
    file.write_bytes(raw)
    with contextlib.suppress(BaselineError):
        load(_folder(), ())


TARGETS = {each.__name__: each for each in (reader, checks, plain_page, full_page, marker, option, baseline)}
# Those whose time must grow with the text alone.
LINEAR = frozenset(("reader", "checks", "plain_page", "full_page", "marker"))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\r", "\n")


@functools.cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="plans-fuzzing-"))
