"""What thousands of plans cost: sites on Material in git, with a spec and tasks beside every plan.

    python benchmarks/thousands.py [--plans 250 1000 4000]     the plugin's own work, and its share of the build
    python benchmarks/thousands.py --automatic-nav 1000        against plain MkDocs with all plans in its nav

The plugin's own work is the CPU time of its events, and what its pages take longer (or less) to be converted than
those of plain MkDocs. Exit status 1 where events and conversion together grow by more than a fifth a plan from the
smallest site to the largest, or the own work is more than a tenth of a build; with --automatic-nav, where the build is
not 3 times faster and its output 5 times smaller.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sample
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable

_CONFIG = """site_name: Benchmark
docs_dir: docs
theme: {{name: material, font: false}}
plugins: [search{plugin}]
markdown_extensions: [admonition, attr_list, tables, pymdownx.superfences, {{pymdownx.tasklist: {{}}}}]
{nav}"""
_WITHOUT_NAV = "nav: [index.md]\nnot_in_nav: '*'\n"
_OWN = "mkdocs_plans"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, nargs="+", default=[250, 1000, 4000])
    parser.add_argument("--automatic-nav", type=int, metavar="PLANS")
    parser.add_argument("--measure", metavar="CONFIG", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(_measured(args.measure)))
        return
    sys.exit(not (_against_automatic_nav(args.automatic_nav) if args.automatic_nav else _growing(args.plans)))


def _growing(sizes: list[int]) -> bool:
    costs, shares = [], []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            ours, plain = _site(Path(folder), size, _WITHOUT_NAV)
            with_plugin, without = _run(ours), _run(plain)
        work = with_plugin["events"] + with_plugin["convert"] - without["convert"]
        costs.append((with_plugin["events"] + with_plugin["convert"]) / size)
        shares.append(work / with_plugin["build"])
        print(
            f"{size:5} plans: build {with_plugin['build']:7.1f} s, {with_plugin['memory']:5.0f} MB"
            f" (plain {without['build']:7.1f} s, {without['memory']:5.0f} MB);"
            f" events {1000 * with_plugin['events'] / size:5.2f} ms a plan,"
            f" conversion {1000 * with_plugin['convert'] / size:5.2f} (plain {1000 * without['convert'] / size:5.2f});"
            f" own work {1000 * work / size:5.2f} ms a plan, {shares[-1]:6.1%} of the build",
            flush=True,
        )
    return costs[-1] <= 1.2 * costs[0] and max(shares) <= 0.1


def _against_automatic_nav(size: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        figures = []
        for config in _site(Path(folder), size, ""):
            seconds = _run(config)["build"]
            megabytes = sum(file.stat().st_size for file in config.with_suffix("").rglob("*") if file.is_file()) / 1e6
            figures.append((seconds, megabytes))
            print(f"{config.stem}: {seconds:.1f} s, {megabytes:.0f} MB", flush=True)
    (seconds, megabytes), (plain_seconds, plain_megabytes) = figures
    print(f"{plain_seconds / seconds:.1f} times faster, {plain_megabytes / megabytes:.1f} times smaller")
    return plain_seconds >= 3 * seconds and plain_megabytes >= 5 * megabytes


def _site(root: Path, size: int, plain_nav: str) -> tuple[Path, Path]:
    """A site twice: with the plugin, and plain, in which the nav is as said."""
    sample.write(root / "docs" / "specs", size)
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    ours, plain = root / "ours.yml", root / "plain.yml"
    ours.write_text(_CONFIG.format(plugin=", plans", nav=""), encoding="utf-8")
    plain.write_text(_CONFIG.format(plugin="", nav=plain_nav), encoding="utf-8")
    # Dates are part of what the plugin shows.
    who = ("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "--quiet"), ("add", "docs"), (*who, "commit", "--quiet", "--message", "Plans")):
        subprocess.run(["git", "-C", str(root), *arguments], check=True)
    return ours, plain


def _run(config: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    figures: dict[str, float] = json.loads(
        subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout
    )
    return figures


def _measured(config_file: str) -> dict[str, float]:
    """Build a site; CPU seconds of all, of our events, and of the conversion of pages, and the memory at its height."""
    spent = {"events": 0.0, "convert": 0.0}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                spent[name] += time.process_time() - start

        return run

    start = time.process_time()
    config = load_config(config_file, site_dir=str(Path(config_file).with_suffix("")))
    Page.render = timed("convert", Page.render)
    for methods in config.plugins.events.values():
        own = [(at, method) for at, method in enumerate(methods) if _is_ours(method)]
        for at, method in own:
            methods[at] = timed("events", method)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"build": time.process_time() - start, "memory": memory, **spent}


def _is_ours(method: object) -> bool:
    return type(getattr(method, "__self__", None)).__module__.startswith(_OWN)


if __name__ == "__main__":
    main()
