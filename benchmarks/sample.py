"""Plans of a real size for the benchmarks: about 12 KB each, in the form of the reference template, always the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECTIONS = (
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
    "References",
)
_STATUSES = ("🤔 Draft", "📋 Planned", "🚧 In Progress", "In review", "Blocked", "✅ Complete", "Superseded")
_TEXT = (
    "the service keeps every booking in one table and reads it again when a message arrives late so that"
    " the counter never shows a seat twice and the queue can be drained by hand if the port is closed"
)
_WORDS = _TEXT.split()


def plan(number: int, *, size: int = 12_000) -> str:
    """One plan; the number decides all of it."""
    chance = random.Random(number)
    head = (
        f"# Technical Plan: Feature {number}\n\n**Spec**: SPEC-{number:03}  \n"
        f"**Status**: {chance.choice(_STATUSES)}  \n**Created**: 2026-{chance.randint(1, 12):02}-01  \n"
        f"**Owner**: {chance.choice(('Ada', 'Bo', 'Chidi', 'Dana'))}\n\n---\n"
    )
    parts = [head]
    each = size // len(SECTIONS)
    for section in SECTIONS:
        text = f"\n## {section}\n\n"
        while len(text) < each:
            text += _block(chance)
        parts.append(text)
    return "".join(parts)


def write(folder: Path, count: int) -> None:
    """Plans with spec and tasks beside them."""
    for number in range(1, count + 1):
        feature = folder / f"{number:03}-feature"
        feature.mkdir(parents=True)
        (feature / "plan.md").write_text(plan(number), encoding="utf-8")
        (feature / "spec.md").write_text(
            f"# Feature {number}\n\n**Status**: Approved\n\nWhat and why.\n", encoding="utf-8"
        )
        boxes = "".join(f"- [{'x' if step < number % 12 else ' '}] Step {step}\n" for step in range(12))
        (feature / "tasks.md").write_text(f"# Tasks\n\n{boxes}", encoding="utf-8")


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=18)).capitalize() + "."


def _block(chance: random.Random) -> str:
    kind = chance.randrange(5)
    if kind == 0:
        return "### Part\n\n" + " ".join(_sentence(chance) for _ in range(3)) + "\n\n"
    if kind == 1:
        return (
            f"**Approach**: {_sentence(chance)}\n\n"
            + "".join(f"- **Option**: {_sentence(chance)}\n" for _ in range(4))
            + "\n"
        )
    if kind == 2:
        return "```python\n" + "".join(f"value_{n} = read({n})\n" for n in range(6)) + "```\n\n"
    if kind == 3:
        return "| Threat | Impact |\n|--|--|\n" + "".join(f"| {_sentence(chance)} | High |\n" for _ in range(3)) + "\n"
    return "".join(f"- [{chance.choice(' x')}] {_sentence(chance)}\n" for _ in range(5)) + "\n"
