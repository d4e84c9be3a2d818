"""What it costs that plans read as on GitHub: CPU time over many files, with the extension and without, in turns.

    python benchmarks/rendering.py FILE_OR_FOLDER... [--turns 3]

Prints the ratio of both for a site with the extensions that most sites have, and for one that names none.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

import markdown

from mkdocs_plans.rendering import GitHubMarkdown

if TYPE_CHECKING:
    from collections.abc import Iterator

# MkDocs always adds these.
BARE = ("toc", "tables", "fenced_code")
FULL = (
    *("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
)


def texts(names: list[str]) -> Iterator[str]:
    for name in map(Path, names):
        for path in sorted(name.rglob("*.md")) if name.is_dir() else [name]:
            try:
                yield path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                continue


def seconds(sources: list[str], extensions: tuple[str, ...], *, as_on_github: bool) -> float:
    start = time.process_time()
    for text in sources:
        extension = GitHubMarkdown()
        if as_on_github:
            extension.expect()
        markdown.Markdown(extensions=[*extensions, extension]).convert(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+")
    parser.add_argument("--turns", type=int, default=3)
    arguments = parser.parse_args()
    sources = list(texts(arguments.names))
    for name, extensions in (("named extensions", FULL), ("no extensions named", BARE)):
        plain, ours = [], []
        for _ in range(arguments.turns):
            plain.append(seconds(sources, extensions, as_on_github=False))
            ours.append(seconds(sources, extensions, as_on_github=True))
        print(
            f"{name}: {len(sources)} files, Python-Markdown {min(plain):.2f} s, as on GitHub {min(ours):.2f} s,"
            f" cost {min(ours) / min(plain) - 1:+.1%}"
        )


if __name__ == "__main__":
    main()
