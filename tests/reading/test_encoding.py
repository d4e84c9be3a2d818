"""Encodings, line ends, mojibake, and what is no text."""

from __future__ import annotations

import pytest

from mkdocs_plans.complexity import MOST_CHARACTERS
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings

SETTINGS = Settings()
TEXT = (
    "# Technical Plan: Café “Mañana” — Login\n\n**Spec**: SPEC-012  \n**Status**: ✅ Complete  \n**Created**: 2026-03-01\n\n"
    "---\n\n## Overview\n\nInput → queue → output. Größe, naïve, façade.\n\n- [x] Done\n"
)
EXPECTED = ("Café “Mañana” — Login", "✅ Complete", "2026-03-01")


def facts(document):
    return document.title, document.status and document.status.value, document.created


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        (TEXT.encode(), False),
        (TEXT.encode("utf-8-sig"), False),
        (TEXT.replace("\n", "\r\n").encode("utf-8-sig"), False),
        (TEXT.replace("\n", "\r").encode(), False),
        (TEXT.replace("\n\n", "\r\n\r\n").encode(), False),
        (TEXT.rstrip().encode(), False),
        (TEXT.encode("utf-16"), True),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("utf-16-be"), True),
        (TEXT.encode("utf-32"), True),
        (TEXT.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode(), True),
        (TEXT.encode()[:-3] + b"\xf0\x9f", True),
    ],
    ids=[
        "utf-8",
        "bom",
        "bom and crlf",
        "cr",
        "mixed",
        "no end",
        "utf-16",
        "le",
        "be",
        "utf-32",
        "mojibake",
        "cut off",
    ],
)
def test_every_encoding_gives_the_same_plan(raw, mended):
    document = read(raw, SETTINGS)
    assert facts(document) == EXPECTED
    assert [defect.rule for defect in document.defects] == (["encoding"] if mended else [])
    assert (document.mended is not None) == mended


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end_of_line):
    assert read(TEXT.replace("\n", end_of_line).encode(), SETTINGS).status.line == 4


def test_a_short_file_may_be_wide_too():
    assert read("# Lo".encode("utf-16-le"), SETTINGS).title == "Lo"


def test_mojibake_twice():
    twice = TEXT.encode().decode("latin-1").encode().decode("latin-1").encode()
    assert facts(read(twice, SETTINGS)) == EXPECTED


@pytest.mark.parametrize(
    ("encoding", "name", "title", "status"),
    [
        ("cp1251", "Windows-1251", "Вход по ключам", "Черновик"),
        ("cp1252", "Windows-1252", "Größe der Schlüssel", "Entwurf – neu"),
        ("cp932", "Shift JIS", "ログイン機能", "完了"),
        ("gb18030", "GB 18030", "登录功能", "已完成"),
        ("cp949", "EUC-KR", "로그인 기능", "완료"),
    ],
)
def test_older_encodings(encoding, name, title, status):
    text = f"\n# {title}\n\n**Status**: {status}\n\n## Overview\n\n{title}. {status}. {title}.\n"
    document = read(text.encode(encoding), SETTINGS)
    assert (document.title, document.status.value) == (title, status)
    assert document.mended == text
    (defect,) = document.defects
    assert (defect.rule, defect.line) == ("encoding", 2)
    assert defect.message == f"the file is not UTF-8 and was read as {name}; save the file as UTF-8"


def test_the_first_broken_line_is_named():
    raw = TEXT.encode().replace(b"na\xc3\xafve", b"na\xefve")
    document = read(raw, SETTINGS)
    assert facts(document) == EXPECTED
    assert [(defect.rule, defect.line) for defect in document.defects] == [("encoding", 11)]


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (TEXT.encode("utf-16"), 1, "the file is saved as UTF-16; save the file as UTF-8"),
        (TEXT.encode("utf-16-be"), 1, "the file is saved as UTF-16-BE; save the file as UTF-8"),
        (
            b"# Login\n\n" + TEXT.encode().decode("latin-1").encode(),
            3,
            "the file holds garbled characters (UTF-8 that was read as Windows-1252); restore the original characters",
        ),
        (b"# Login\n\ncaf\xc3", 3, "the file holds bytes that are not UTF-8; save the file as UTF-8"),
        (b"# Login\n\nhalf a \xc2", 3, "the file holds bytes that are not UTF-8; save the file as UTF-8"),
    ],
)
def test_what_is_said_of_an_encoding(raw, line, message):
    assert [(defect.rule, defect.line, defect.message) for defect in read(raw, SETTINGS).defects] == [
        ("encoding", line, message)
    ]


def test_an_example_of_mojibake_is_no_damage():
    text = "# Login\n\nThe importer turns `Ã©` into `é`, and Müller stays Müller.\n"
    document = read(text.encode(), SETTINGS)
    assert (document.defects, document.mended) == ((), None)


@pytest.mark.parametrize("raw", [b"\n\n\0\n\0\0\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"])
def test_what_is_no_text(raw):
    document = read(raw, SETTINGS)
    assert [defect.rule for defect in document.defects] == ["unreadable"]
    assert document.mended == ""
    assert [(defect.line, defect.message) for defect in document.defects] == [
        (3, "the file holds NUL bytes, so it is not text; save it as UTF-8 text, or exclude it")
    ]


def test_a_huge_file_is_read_in_part():
    text = "# Login\n\n**Status**: Draft\n\n" + "## A\n\n- [ ] **Risk**: High `x`\n\n" * 200_000
    document = read(text.encode(), SETTINGS)
    assert (document.title, document.status.value) == ("Login", "Draft")
    (defect,) = document.defects
    assert defect.rule == "too-complex"
    assert f"{MOST_CHARACTERS:,}" in defect.message
    assert document.mended is None


@pytest.mark.parametrize("raw", [b"", b"\n", b" ", b"\xef\xbb\xbf", b"---\n---\n", b"\xff\xfe", b"\xff\xfe#"])
def test_almost_nothing(raw):
    document = read(raw, SETTINGS)
    assert (document.title, document.status, document.fields) == (None, None, ())
