"""The words on the pages: complete in English, and word by word in other languages."""

from __future__ import annotations

import re

import pytest

from mkdocs_plans.languages import ENGLISH, LANGUAGES
from mkdocs_plans.reading.labels import table_of
from mkdocs_plans.reading.status import classify
from mkdocs_plans.settings import DEFAULT_STATUSES, Settings
from mkdocs_plans.views.words import Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_with_the_same_values(language):
    def blanks(text):
        return sorted(re.findall(r"\{\w+\}", text))

    table = LANGUAGES[language]
    known = {key: key.removesuffix(".few") for key in table}
    assert set(known.values()) == set(ENGLISH)
    assert {key for key, name in known.items() if blanks(table[key]) != blanks(ENGLISH[name])} == set()


@pytest.mark.parametrize(
    ("language", "own", "word"),
    [
        ("de", {}, "Tafel"),
        ("de-AT", {}, "Tafel"),
        ("ja_JP", {}, "ボード"),
        ("pt-BR", {}, "Quadro"),
        ("zh-CN", {}, "看板"),
        ("zh-Hant", {}, "Board"),
        ("nl", {}, "Board"),
        ("de", {"board": "Wandtafel"}, "Wandtafel"),
    ],
)
def test_the_word_of_the_language_or_the_teams_or_english(language, own, word):
    assert Words(language, own)("board") == word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_writes_what_the_board_says_stands_in_that_column(language):
    words = Words(language, {})
    assert [classify(words.status(status), Settings()) for status in DEFAULT_STATUSES] == list(DEFAULT_STATUSES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_card_calls_a_field_is_a_label_of_it(language):
    keys = ("status", "spec", "owner", "created", "updated", "tags", "depends-on")
    found = [table_of(Settings()).find(Words(language, {})(key)) for key in keys]
    assert [label.key for label in found if label] == list(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_and_tables_use_one_word_for_what_a_plan_waits_for(language):
    words = Words(language, {})
    assert words("waits-for").removesuffix(":").casefold() == words("waits").casefold()


def test_default_statuses_speak_the_language_and_the_teams_own_do_not():
    words = Words("de", {})
    draft = DEFAULT_STATUSES[0]
    assert words.status(draft) == "Entwurf"
    assert words.status(type(draft)("Draft", "draft", draft.stage, own=True)) == "Draft"


@pytest.mark.parametrize(
    ("days", "age"), [(0, "today"), (1, "1 d"), (59, "59 d"), (60, "2 mo"), (729, "24 mo"), (800, "2 y")]
)
def test_ages_are_short(days, age):
    assert Words("en", {}).age(days) == age
    assert Words("en", {}).ago(days) == (f"{age} ago" if days else "today")


@pytest.mark.parametrize(
    ("language", "ages"),
    [
        ("de", "vor 1 T., vor 2 Mon., vor 3 J., vor 5 J."),
        ("es", "hace 1 d, hace 2 meses, hace 3 años, hace 5 años"),
        ("fr", "il y a 1 j, il y a 2 mois, il y a 3 ans, il y a 5 ans"),
        ("it", "1 g fa, 2 mesi fa, 3 anni fa, 5 anni fa"),
        ("ja", "1日前, 2か月前, 3年前, 5年前"),
        ("ko", "1일 전, 2개월 전, 3년 전, 5년 전"),
        ("pt", "há 1 d, há 2 meses, há 3 anos, há 5 anos"),
        ("ru", "1 дн. назад, 2 мес. назад, 3 года назад, 5 лет назад"),
        ("zh", "1 天前, 2 个月前, 3 年前, 5 年前"),
    ],
)
def test_ages_read_as_people_say_them(language, ages):
    words = Words(language, {})
    assert ", ".join(words.ago(days) for days in (1, 60, 3 * 365, 5 * 365)) == ages


@pytest.mark.parametrize(
    ("years", "said"), [(2, "2 года"), (4, "4 года"), (5, "5 лет"), (12, "12 лет"), (20, "20 лет"), (22, "22 года")]
)
def test_years_in_russian(years, said):
    assert Words("ru", {}).age(years * 365) == said
    assert Words("ru", {"years": "{n} г."}).age(years * 365) == f"{years} г."
    assert Words("en", {}).age(years * 365) == f"{years} y"


def test_a_site_in_german_has_german_pages(site):
    site.config["theme"] = {"name": "material", "font": False, "language": "de"}
    site.plan()
    built = site.build()
    heading = built.tree("plans/board").cssselect(".plans-heading")[0]
    assert heading.text_content().split() == ["In", "Arbeit", "1"]
    assert built.tree("plans").cssselect("h1")[0].text_content().startswith("Pläne")


@pytest.mark.parametrize(
    ("options", "theme", "is_told"),
    [
        ({"language": "nl"}, "en", True),
        ({}, "nl", True),
        ({}, "de", False),
        ({"language": "zh-TW"}, "de", True),
        ({"language": "de-AT"}, "nl", False),
        ({"language": "nl", "words": {"board": "Bord"}}, "en", True),
        ({"language": "nl", "words": dict(ENGLISH)}, "en", False),
    ],
)
def test_a_language_without_words_is_told_once(site, options, theme, is_told):
    site.options |= options
    site.config["theme"] = {"name": "material", "font": False, "language": theme}
    site.plan()
    language = options.get("language", theme)
    told = [line for line in site.build(strict=True).log if "language" in line]
    assert told == (
        [
            (
                f'INFO language: there is no translation for "{language}", so pages are in English; use one of en,'
                " de, es, fr, it, ja, ko, pt, ru, zh, or give the texts in `words`"
            )
        ]
        if is_told
        else []
    )
