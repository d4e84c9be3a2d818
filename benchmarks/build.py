"""What the plugin costs a build: 200 plans on Material with `nav: all`, against the same site without the plugin.

    python benchmarks/build.py [--plans 200] [--rounds 5] [--at-most 1.10]

Both sites are built in turns by subprocesses; the ratio is of their CPU time (user and system), round by round, since
machines are noisy. Exit status 1 when the median is above --at-most.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import sample

_CONFIG = """site_name: Benchmark
theme: {{name: material, font: false}}
plugins: [search{plugin}]
markdown_extensions: [admonition, attr_list, tables, pymdownx.superfences, {{pymdownx.tasklist: {{}}}}]
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--at-most", type=float, default=1.10)
    parser.add_argument("--option", action="append", default=["nav: all"], help="an option of the plugin, as YAML")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        sample.write(root / "docs" / "specs", args.plans)
        (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
        plain, ours = root / "plain.yml", root / "plans.yml"
        plain.write_text(_CONFIG.format(plugin=""), encoding="utf-8")
        ours.write_text(_CONFIG.format(plugin=f", {{plans: {{{', '.join(args.option)}}}}}"), encoding="utf-8")
        ratios = []
        for turn in range(args.rounds + 1):
            with_plugin, without = _cpu_seconds(ours), _cpu_seconds(plain)
            if turn:  # the first round warms the disk
                ratios.append(with_plugin / without)
                print(f"with {with_plugin:6.2f} s   without {without:6.2f} s   ratio {ratios[-1]:.3f}")
    median = statistics.median(ratios)
    spread = f"{min(ratios):.3f} to {max(ratios):.3f}"
    print(f"CPU time with the plugin / without, {args.plans} plans: median {median:.3f} ({spread})")
    sys.exit(median > args.at_most)


def _cpu_seconds(config: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(config.with_suffix(""))]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
