"""Words for how much there is of something (`Low`, `mittel`, `高`), which sort by what they mean."""

from __future__ import annotations

import re

# From the least to the most, in the languages of the labels.
LEVELS = (
    "none no keins keine ninguno ninguna aucun aucune nenhum nenhuma нет 无 なし 없음",
    "low minor small niedrig gering klein bajo baja faible bas basse baixo baixa низкий низкая 低 낮음",
    "medium moderate mid mittel mittlere medio media moyen moyenne médio média средний средняя 中 중간 보통",
    "high major large hoch groß alto alta élevé élevée haut haute высокий высокая 高 높음",
    "critical severe kritisch crítico crítica critique критический критическая 紧急 重大 심각",
)
_LEVEL_OF = {word: level for level, words in enumerate(LEVELS) for word in words.split()}
# `High (payments)` and `high - we lose data` begin with a level, and `High availability` does not.
_FIRST = re.compile(r"(\w+)\s*(?:$|[^\w\s])")


def level(text: str) -> int | None:
    """The level that a text is, or says first."""
    found = _FIRST.match(text.casefold())
    return _LEVEL_OF.get(found[1]) if found else None


def levelled(text: str) -> str:
    """A text with its level in front, for a sort that knows no words; as it is, where it says none."""
    found = level(text)
    return text if found is None else f"{found} {text}"
