"""The words on the pages, a table a language: the ones in which plans are read too."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_plans.languages import (
    chinese,
    english,
    french,
    german,
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
    code = language.replace("_", "-").casefold()
    return None if code.startswith(_OTHERS) else LANGUAGES.get(code.partition("-")[0])
