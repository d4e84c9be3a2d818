"""A small language for tests: a site in a temporary folder, built for real, and what its pages show."""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import subprocess
import textwrap
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html
import mkdocs
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_plans.discovery import Entry
from mkdocs_plans.model import Place
from mkdocs_plans.pipeline import Inputs, compile_catalogue
from mkdocs_plans.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_plans.model import Catalogue

PROJECT = Path(__file__).parent.parent
THEMES = ("material", "mkdocs", "readthedocs")


def corpus() -> Path | None:
    """Real plans to measure with, where they lie beside the project."""
    folder = Path(os.environ.get("MKDOCS_PLANS_CORPUS") or PROJECT.parent / "shared" / "corpus")
    return folder if folder.is_dir() else None


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody, whatever the machine's configuration."""
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, message: str = "Work") -> None:
    """Commit everything in a folder, which becomes a repository if it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def plan(title: str = "Login", *, status: str = "In progress", spec: str = "SPEC-012", sections: str = "") -> str:
    """A plan in the form of the reference template; `sections` stands in for all of its sections."""
    head = (
        f"# Technical Plan: {title}\n\n**Spec**: {spec}  \n**Status**: {status}  \n**Created**: 2026-03-01\n\n---\n\n"
    )
    return head + (sections or complete())


def complete(*, without: str = "") -> str:
    """Every section that the built-in technical plan requires, but for one."""
    return "".join(f"## {name}\n\nWritten.\n\n" for name in REQUIRED if name != without)


REQUIRED = (
    "Overview",
    "Technical Approach",
    "Architecture Changes",
    "Data Flow",
    "Dependencies",
    "Error Handling",
    "Testing Strategy",
    "Performance Considerations",
    "Security Considerations",
    "Deployment Considerations",
    "Monitoring and Validation",
    "Documentation Updates",
    "Timeline and Milestones",
)


def catalogue(files: dict[str, str], **settings: Any) -> Catalogue:
    """What files, by their places in a site, say together; nothing is written."""
    entries = [Entry(Place(path, path), Path(path)) for path in files]
    load = {path: textwrap.dedent(text).encode() for path, text in files.items()}
    return compile_catalogue(Inputs(entries), Settings(**settings), lambda entry: load[entry.place.path])


def grows_with(work: Callable[[int], object], size: int, rounds: int = 6) -> bool:
    """Whether four times the size takes less than ten times the CPU time; quadratic time would be sixteen times.

    The least of several rounds counts, as long as it is too much: another process can only make a round slower. What
    takes less than a tenth of a second is not told from the noise.
    """
    small = large = float("inf")
    for _ in range(rounds):
        small, large = min(small, _seconds(work, size)), min(large, _seconds(work, 4 * size))
        if large < max(0.1, 10 * small):
            return True
    return False


def _seconds(work: Callable[[int], object], size: int) -> float:
    """The CPU time of a piece of work, without that of looking through everything that other tests have left."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()


@dataclass
class Site:
    """A folder with mkdocs.yml and docs."""

    folder: Path
    options: dict[str, Any] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)

    def write(self, path: str, content: str | bytes = "") -> Path:
        """A file of the project, its text dedented."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = textwrap.dedent(content).encode()
        file.write_bytes(content)
        return file

    def plan(self, name: str = "012-login", content: str | bytes | None = None, **values: str) -> Path:
        """`docs/specs/NAME/plan.md`."""
        return self.write(f"docs/specs/{name}/plan.md", plan(**values) if content is None else content)

    def configure(self) -> Path:
        """mkdocs.yml, with whatever the test has set."""
        if not (self.folder / "docs").exists():
            self.write("docs/index.md", "# Home\n")
        settings = {
            "site_name": "Handbook",
            "theme": {"name": "mkdocs"},
            "plugins": ["search", {"plans": self.options}],
            **self.config,
        }
        return self.write("mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True))

    def build(self, *, strict: bool = False) -> Built:
        """Build as `mkdocs build` does."""
        config_file = self.configure()
        with _recorded() as lines:
            try:
                config = load_config(str(config_file), strict=strict)
                config.plugins.on_startup(command="build", dirty=False)
                build(config)
                failure = None
            except Abort as abort:
                failure = str(abort)
        return Built(self.folder / "site", lines, failure)


@dataclass
class Built:
    """A built site."""

    folder: Path
    lines: list[str]
    failure: str | None

    @property
    def log(self) -> list[str]:
        """What the plugin said, with its level."""
        return [line.replace("mkdocs_plans: ", "") for line in self.lines if "mkdocs_plans: " in line]

    @property
    def warnings(self) -> list[str]:
        """What anybody warned of."""
        return [line for line in self.lines if line.startswith(("WARNING", "ERROR"))]

    def html(self, path: str) -> str:
        """A page or file of the site; a folder stands for its index."""
        file = self.folder / path
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")

    def tree(self, path: str) -> lxml.html.HtmlElement:
        """A page, parsed."""
        return lxml.html.fromstring(self.html(path))

    def board(self, path: str = "plans/board") -> dict[str, list[str]]:
        """The titles on the cards of each column."""
        return {
            column.get("data-status"): [text(title) for title in column.cssselect(".plans-title")]
            for column in self.tree(path).xpath('//*[@data-plans="column"]')
        }

    def rows(self, path: str = "plans") -> dict[str, list[str]]:
        """The cells of each row of the index, by the plan's path."""
        return {
            row.get("data-path"): [text(cell) for cell in row.xpath("./td|./th")]
            for row in self.tree(path).xpath('//*[@data-plans="row"]')
        }

    def header(self, path: str) -> str:
        """The words of a plan page's header card."""
        return text(self.tree(path).xpath('//*[@data-plans="header"]')[0])

    def plans(self) -> dict[str, dict[str, Any]]:
        """plans.json, by path."""
        return {each["path"]: each for each in json.loads(self.html("plans/plans.json"))["plans"]}


def text(element: lxml.html.HtmlElement) -> str:
    """What an element says, blanks folded."""
    return " ".join(element.text_content().split())


@contextlib.contextmanager
def _recorded() -> Iterator[list[str]]:
    """Every line that MkDocs would print, as `LEVEL message`."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(f"{record.levelname} {record.getMessage()}")  # type: ignore[method-assign]
    logger = logging.getLogger(mkdocs.__name__)  # ProperDocs stands in for MkDocs under its own name
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
