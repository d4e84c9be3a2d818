"""The words on the pages, a table a language: the ones in which plans are read too."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.languages import (
    chinese,
    english,
    french,
    german,
    italian,
    japanese,
    korean,
    portuguese,
    russian,
    spanish,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH = english.WORDS
LANGUAGES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": ENGLISH,
        "de": german.WORDS,
        "es": spanish.WORDS,
        "fr": french.WORDS,
        "it": italian.WORDS,
        "ja": japanese.WORDS,
        "ko": korean.WORDS,
        "pt": portuguese.WORDS,
        "ru": russian.WORDS,
        "zh": chinese.WORDS,
    }
)
# Chinese in traditional characters is another writing, of which we have no words.
_OTHERS = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def table(language: str) -> Mapping[str, str] | None:
    """The words of a language as themes name it (`de`, `pt-BR`, `zh_CN`); None where there are none."""
    code = _code(language)
    return None if code.startswith(_OTHERS) else LANGUAGES.get(code.partition("-")[0])


def is_few(language: str, n: int) -> bool:
    """Whether a count has a form beside those for one and for many: 2 to 4 in Russian, and 22, but not 12."""
    return _code(language).partition("-")[0] == "ru" and n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)


def _code(language: str) -> str:
    return language.replace("_", "-").casefold()
