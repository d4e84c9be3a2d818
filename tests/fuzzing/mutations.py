"""Seeds of our own, and what becomes of them by chance."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

from tests.hostile.markup import MARKUP, SITE_MARKUP
from tests.support import PROJECT, plan

if TYPE_CHECKING:
    import random
    from pathlib import Path

CASES = PROJECT / "tests" / "fuzzing" / "cases"
LONGEST = 4_000

_TOKENS = [
    *("# ", "## ", "**", "*", "_", "~~", "`", "```\n", "~~~\n", "---\n", "===\n", "- ", "1. ", "> ", "- [ ] ", "|", "\n", "\n\n"),
    *("    ", "\t", "\\", "<", ">", "</", "<!--", "-->", "--!>", "<!", "<?", "]]>", "&", "&lt;", "&#9;", "\"", "'", "=", "on", "href="),
    *("<a ", "<img src=", "<b>", "</div>", "<div markdown>", "<script>", "</script>", "<style>", "<svg>", "<details>", "style="),
    *("javascript:", "data:", "[", "]", "](", "[^1]", "[^1]: ", "![", "!!! note\n    ", "??? x\n    ", "=== \"a\"\n    ", "{: ", "{ #", "}"),
    *("Status", "Depends on", "Spec", ": ", "SPEC-012", "012", "2026-03-01", "TBD", "[Name]", "Done", "plans-disable ", "plans:board "),
    *("{stage: [active]", "{where: {a: b}}", "a: &a [*a]", "!!python/name:os", "é", "完了", "🤔", "Ã©", "\u202e", "\u2028", "\x00", "\x02", "\x03"),
    *("\x0c", "\x1b", "\ufeff", "../", "/etc", "C:\\", "#", "%2e", "https://a.b/", "a@b.c", "*[A]: b\n", ": a\n", "term\n: ", "$a$"),
]  # fmt: skip
_BYTES = [b"\xff", b"\xfe", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90", b"\x00", b"\x80", b"\xef\xbb\xbf", b"\xff\xfe"]


def seeds() -> list[bytes]:
    """Our own plans, the cases of the tests, and what was found before."""
    example = (PROJECT / "example_site").rglob("*.md")
    texts = [
        plan(),
        *MARKUP.values(),
        *SITE_MARKUP.values(),
        "{stage: [active], group: owner}",
        "nav: all\nindex: a.md",
    ]
    texts.append(json.dumps({"schemaVersion": 1, "findings": {"a.md": {"section-missing": ["Testing"]}}}))
    texts.append("include: [plan.md]\nsources: [{path: specs, mount: specs}]\nstatuses: [{name: A, stage: todo}]")
    return [*(text.encode() for text in texts), *(file.read_bytes()[:LONGEST] for file in sorted(example)), *found()]


def found(target: str = "*") -> list[bytes]:
    """The cases that were found before, of a target or of all."""
    return [file.read_bytes() for file in cases(target)]


def cases(target: str = "*") -> list[Path]:
    """Their files."""
    return sorted(CASES.glob(f"{target}-*.bin"))


def mutant(chance: random.Random, pool: list[bytes]) -> bytes:
    """A seed, changed a few times."""
    raw = chance.choice(pool)
    for _ in range(chance.randint(1, 12)):
        raw = _changed(raw, chance, pool)
    return raw[:LONGEST]


def _changed(raw: bytes, chance: random.Random, pool: list[bytes]) -> bytes:
    at, to = sorted((chance.randint(0, len(raw)), chance.randint(0, len(raw))))
    piece = raw[at : min(to, at + 200)]
    deeds = {
        "insert": raw[:at] + chance.choice(_TOKENS).encode() + raw[at:],
        "insert two": raw[:at] + b"".join(chance.choice(_TOKENS).encode() for _ in "ab") + raw[at:],
        "break": raw[:at] + chance.choice(_BYTES) + raw[at:],
        "cut": raw[:at] + raw[min(to, at + 40) :],
        "repeat": raw[:at] + piece * chance.randint(2, 9) + raw[at:],
        "splice": raw[:at] + chance.choice(pool)[:400] + raw[at:],
        "swap": raw[:at] + raw[to : to + 40] + piece + raw[to:],
    }
    return deeds[chance.choice(list(deeds))]


def smaller(raw: bytes) -> itertools.chain[bytes]:
    """The same with something left out, the largest parts first."""
    sizes = itertools.takewhile(bool, (len(raw) >> step for step in range(1, 14)))
    return itertools.chain.from_iterable(
        (raw[:at] + raw[at + size :] for at in range(0, len(raw), size)) for size in sizes
    )
