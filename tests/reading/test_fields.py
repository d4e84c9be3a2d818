"""What else a header says: spec, days, ids, owner, and fields that no table knows."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Field, Origin, Spec
from mkdocs_plans.reading import read
from mkdocs_plans.reading.labels import trim
from mkdocs_plans.settings import Settings

SETTINGS = Settings()


def document(header: str):
    return read(f"# Login\n\n{header}\n\n## Overview\n\nText.\n".encode(), SETTINGS)


@pytest.mark.parametrize(
    ("header", "spec"),
    [
        ("**Spec**: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("**Spec**: F-105", Spec("F-105", "F-105")),
        ("**Spec**: 037", Spec("037", "037")),
        ("**Spec**: #037", Spec("#037", "037")),
        ("**Spec**: SPEC-AUTH-001 (v2)", Spec("SPEC-AUTH-001 (v2)", "SPEC-AUTH-001")),
        ("**Spec**: [SPEC-012]", Spec("SPEC-012", "SPEC-012")),
        ("**Spec**: [spec.md](./spec.md)", Spec("spec.md", None, "./spec.md")),
        ("- **Spec:** [`spec.md`](spec.md) (Shipped)", Spec("spec.md (Shipped)", None, "spec.md")),
        ("**Spec**: [SPEC-012](../012-login/spec.md)", Spec("SPEC-012", "SPEC-012", "../012-login/spec.md")),
        ("**Spec**: `../012-login/spec.md`", Spec("../012-login/spec.md", "012", "../012-login/spec.md")),
        (
            "**Spec:** docs/specs/login.md. Read it first.",
            Spec("docs/specs/login.md", None, "docs/specs/login.md"),
        ),
        ("**Spec**: Z:\\specs\\001\\spec.md", Spec("Z:\\specs\\001\\spec.md", "001", "Z:\\specs\\001\\spec.md")),
        ("**機能ID**: `SPEC-a28f3f95` | **仕様**: [spec.md](./spec.md)", Spec("spec.md", "SPEC-a28f3f95", "./spec.md")),
        ("**SPEC-ID**: `SPEC-012`", Spec("SPEC-012", "SPEC-012")),
        ("**Specification**: see the wiki", Spec("see the wiki", None)),
        ("**Functional Specification:** [login](./login.md)", Spec("login", None, "./login.md")),
        ("Source specification: `docs/login.md`.", Spec("docs/login.md", None, "docs/login.md")),
        ("**Design specification:** docs/login.md", Spec("docs/login.md", None, "docs/login.md")),
        ("**Parent Specification**: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("- Owning spec: [`spec.md`](spec.md)", Spec("spec.md", None, "spec.md")),
        ("**Governing spec**: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("> Spec relacionada: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("**Spec liée** : SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("**Specifica**: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("**Zugehörige Spec**: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        (
            "**Spec**: `docs/2026-03-01-login.md` (revision 4)",
            Spec("docs/2026-03-01-login.md (revision 4)", None, "docs/2026-03-01-login.md"),
        ),
        ("**Spec**: docs/login.md (2026-03-01)", Spec("docs/login.md (2026-03-01)", None, "docs/login.md")),
        (
            "**Spec**: specs/012-login/spec.md (3 pages)",
            Spec("specs/012-login/spec.md (3 pages)", "012", "specs/012-login/spec.md"),
        ),
        ("**Spec**: docs/login.md (SPEC-012)", Spec("docs/login.md (SPEC-012)", "SPEC-012", "docs/login.md")),
        ("**Spec**: the wiki, revision 4", Spec("the wiki, revision 4", None)),
        ("**Spec**: revision 4 of SPEC-012", Spec("revision 4 of SPEC-012", "SPEC-012")),
        ("**Spec**: Login (012)", Spec("Login (012)", "012")),
        ("**Spec**: Login, feature 37", Spec("Login, feature 37", "37")),
        ("**Spec**: Login, see #37", Spec("Login, see #37", "37")),
        ("**仕様**: ログイン 機能 37", Spec("ログイン 機能 37", "37")),
        ("**Spec**: 37 (Login)", Spec("37 (Login)", "37")),
        ("**Spec**: SPEC-XXX", Spec("SPEC-XXX")),
        ("**Spec**: NNN", Spec("NNN")),
        ("**Spec**: [###-feature-name]", Spec()),
        ("**Spec**: TBD", Spec()),
        ("**Spec**: N/A", Spec("N/A")),
        ("**Spec**: n/a, it is a chore", Spec("n/a, it is a chore")),
        ("**Spec**: ferries/booking#12", Spec("ferries/booking#12")),
        (
            "**Spec**: ferries/booking/spec.md#12",
            Spec("ferries/booking/spec.md#12", None, "ferries/booking/spec.md#12"),
        ),
        ("**Specification**: SPEC-002\n**Spec**: SPEC-001", Spec("SPEC-001", "SPEC-001")),
        ("**Feature ID**: F-002\n**Spec ID**: SPEC-001", Spec("SPEC-001", "SPEC-001")),
        ("**Spec**: spec #037", Spec("spec #037", "037")),
        ("**Spec**: 2026-03-01", Spec("2026-03-01")),
        ("**Spec**: [a", Spec("[a")),
        ("**Spec**: [the spec](../012-login/)", Spec("the spec", "012", "../012-login/")),
        ("**Spec**: [the spec](012/a/b/c.md)", Spec("the spec", None, "012/a/b/c.md")),
        ("**Spec**: [the spec](../login/spec.md#012-a)", Spec("the spec", None, "../login/spec.md#012-a")),
        ("**Spec ID**: login", Spec("login", "login")),
        ("**ID**: SPEC-012", Spec("SPEC-012", "SPEC-012")),
        ("**ID**: spec-012", Spec("spec-012", "spec-012")),
        ("**ID**: F-105", Spec()),
        ("**Branch**: `012-login`", Spec()),
        ("Text about SPEC-012.", Spec()),
    ],
)
def test_spec(header, spec):
    assert document(header).spec == spec


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("**Created**: 2026-03-01", "2026-03-01"),
        ("**Created**: 2024-11-20 (Retrospective)", "2024-11-20"),
        ("**Date**: 2026/3/1", "2026-03-01"),
        ("**Date**: 2026.03.01", "2026-03-01"),
        ("**Date**: 20260301", "2026-03-01"),
        ("**Date**: 2026-03-01T10:30:00Z", "2026-03-01"),
        ("**作成日**: 2026年3月1日", "2026-03-01"),
        ("**日期**：2026-03-01", "2026-03-01"),
        ("> 작성일: 2026년 3월 1일", "2026-03-01"),
        ("> 状态:草案\n>\n> 日期:2026-03-01", "2026-03-01"),
        ("作成日:2026-03-01", "2026-03-01"),
        ("**Date**: March 1, 2026", "2026-03-01"),
        ("**Date**: 1st March 2026", "2026-03-01"),
        ("**Date**: 01-Mar-2026", "2026-03-01"),
        ("**Date**: 2026\u201103\u201101", "2026-03-01"),
        ("**Date**: 01/Mar/2026 10:30", "2026-03-01"),
        ("**Date**: 2026-Mar-01", "2026-03-01"),
        ("**Date**: Sunday, March 1st, 2026", "2026-03-01"),
        ("**Date**: Mar 1 2026", "2026-03-01"),
        ("**Datum**: 1. März 2026", "2026-03-01"),
        ("**Datum**: 01.03.2026", "2026-03-01"),
        ("**Fecha**: 1 de marzo de 2026", "2026-03-01"),
        ("**Data**: 1 Marzo 2026", "2026-03-01"),
        ("**Creato il**: 1° luglio 2026", "2026-07-01"),
        ("**Data di creazione**: 15 maggio 2026", "2026-05-15"),
        ("**Дата**: 1 марта 2026", "2026-03-01"),
        ("**Date**: 03/25/2026", "2026-03-25"),
        ("**Date**: 25/03/2026", "2026-03-25"),
        ("**Date**: 13/12/2026", "2026-12-13"),
        ("**Date**: 12/13/2026", "2026-12-13"),
        ("**Date**: 04/04/2026", "2026-04-04"),
        ("**Created**: 2026-03-01\n**Date**: 2026-04-01", "2026-03-01"),
        ("**Date**: 2026-04-01\n**Created**: 2026-03-01", "2026-03-01"),
        ("**Authored:** 2026-03-01", "2026-03-01"),
        ("> Created 2026-03-01 after the review.\n> It says what is left to do.", "2026-03-01"),
        ("> Prepared: `2026-03-01`", "2026-03-01"),
        ("**Generated**: 2026-03-01\n**Date**: 2026-03-02", "2026-03-02"),
        ("| Field | Value |\n|---|---|\n| Generated | 2026-03-01 |", "2026-03-01"),
        ("> **Inicio:** 2026-03-01", "2026-03-01"),
        ("**Дата начала**: 2026-03-01", "2026-03-01"),
        ("**实施日期**: 2026-03-01", "2026-03-01"),
        ("> 최초 작성일: 2026-03-01", "2026-03-01"),
        ("**開始日**: 2026-03-01", "2026-03-01"),
        ("- 起票日: 2026-03-01", "2026-03-01"),
        ("> 创建于：2026-03-01", "2026-03-01"),
        ("> **计划日期:** 2026-03-01", "2026-03-01"),
        ("**起案日**: 2026-03-01", "2026-03-01"),
        ("> 状态：草案 | 起草：2026-03-01", "2026-03-01"),
        ("> **Status:** Plan (not started). Authored 2026-03-01.", "2026-03-01"),
        ("**Status**: Draft. Created 2026-03-01 — nothing is built.", "2026-03-01"),
        (
            "*Status: planned, not started. Waits for the vendor's interface (see\nbelow). Written 2026-03-01.*",
            "2026-03-01",
        ),
        ("**制定日期：2026-03-01。状态：草案，等\n供应商的接口。**", "2026-03-01"),
        ("- Created at (UTC): `2026-03-01T10:30:00Z`", "2026-03-01"),
        ("- Date opened: 2026-03-01", "2026-03-01"),
        ("> **Status**: Draft\n> **Document created**: 2026-03-01", "2026-03-01"),
        ("> **Initial Date**: 2026-03-01", "2026-03-01"),
        ("> Черновик плана. Начат 01.03.2026.", None),
        ("> Начат 01.03.2026.", "2026-03-01"),
        ("**Erstellt 01.03.2026.** Drei Teile.", "2026-03-01"),
        ("**Created 2026-03-01**", "2026-03-01"),
        ("**Created** 2026-03-01", "2026-03-01"),
        ("**Created** 2026-03-01 tables in one day.", None),
        ("**Date** 2026-03-01, all users are moved.", None),
        ("**Phase** 2026-03-01", None),
        ("**Created 2026-03-01 tables** in one day.", None),
        (
            "## Status\n\n- Version: 1.0.\n- Date: 2026-03-01.\n- `a.py` keeps the owner of the data.\n\n## A",
            "2026-03-01",
        ),
        ("## Status\n\n- Status: draft\n- Date: 2026-03-01\n- Source: `a.py`,\n  `b.py`\n\n## A", "2026-03-01"),
        ("Text.\n\n## Status\n\n`draft`\n\n## Date created\n\n2026-03-01\n\n## A", "2026-03-01"),
        ("## Status\n\nDraft\n\n## Date\n\n2026-03-01, when it rained\n\n## A", None),
        ("## A\n\nText.\n\n### Date\n\n2026-03-01\n", None),
        ("**Status**: Done. Created 2026-03-01 tables in one day.", None),
        ("**Status**: Draft. Branch 2026-03-01.", None),
        ("**Input**: It is late. Created 2026-03-01.", None),
        ("**Created**: YYYY-MM-DD", None),
        ("**Date**: [DATE]", None),
        ("**Date**: [2026-13-40]", None),
        ("**Version**: 2026-13-40", None),
        ("**Date**: soon", None),
    ],
)
def test_created(header, day):
    found = document(header)
    assert found.created == day
    assert found.defects == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# Login\n## With a key\n\n- 작성일: 2026-03-01\n- 대상:\n  - importer\n\n## A\n", "2026-03-01"),
        ("# Login\n\n## With a key\n\n- Date: 2026-03-01\n- Goal: speed\n\n## A\n", None),
        ("# Login\n## With a key\n\nText.\n\n- Date: 2026-03-01\n\n## A\n", None),
        ("# Login\n## With a key\n\n- importer\n- Date: 2026-03-01\n\n## A\n", None),
        ("# Login\n## With a key\n\n- Date: soon\n- Goal: speed\n\n## A\n", None),
    ],
)
def test_the_header_below_a_second_title(text, day):
    assert read(text.encode(), SETTINGS).created == day


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("**Updated**: 2026-03-02", "2026-03-02"),
        ("**Last Updated**: 2026-03-03\n**Updated**: 2026-03-02", "2026-03-02"),
        ("**Revision date:** 2026-03-02", "2026-03-02"),
        ("**Last amended:** 2026-03-02 (second pass)", "2026-03-02"),
        ("**Plan Updated**: 2026-03-02", "2026-03-02"),
        ("> **Status:** Design phase (alpha). Last updated 2026-03-02.", "2026-03-02"),
        ("> 更新: 2026-03-02", "2026-03-02"),
        ("**最近更新**：2026-03-02", "2026-03-02"),
        ("> 작성일: 2026-03-01 · 마지막 업데이트: 2026-03-02", "2026-03-02"),
        ("**Дата изменения**: 2026-03-02", "2026-03-02"),
        ("**Fecha de actualización**: 2026-03-02", "2026-03-02"),
        ("> **Ultimo aggiornamento:** 2 marzo 2026", "2026-03-02"),
        ("**Stand 02.03.2026.** Drei Teile.", "2026-03-02"),
        ("> Stand: 02.03.2026 · Status: in Umsetzung", "2026-03-02"),
        ("- Last updated at (UTC): `2026-03-02`", "2026-03-02"),
        ("- Updated (parts): 2026-03-02", "2026-03-02"),
        ("**Stand-up 02.03.2026.** Drei Teile.", None),
        ("**Created**: 2026-03-01", None),
    ],
)
def test_updated(header, day):
    assert document(header).updated == day


@pytest.mark.parametrize(
    "value",
    ["2026-02-30", "2026-13-01", "03/04/2026", "12/11/2026", "11/12/2026", "2026-03", "31.31.2026", "Foo 1, 2026"],
)
def test_what_is_meant_as_a_day_and_is_none(value):
    found = document(f"**Created**: {value}")
    assert found.created is None
    assert [(defect.rule, defect.line) for defect in found.defects] == [("date-invalid", 3)]
    assert found.defects[0].message == f'"Created" is not a date: "{value}"; write it as YYYY-MM-DD'
    assert [defect.line for defect in document(f"**Updated**: {value}").defects] == [3]


@pytest.mark.parametrize(
    ("header", "owner"),
    [
        ("**Owner**: Ada", "Ada"),
        ("**Author**: Ada", "Ada"),
        ("**Author**: Ada\n**Owner**: Chidi", "Chidi"),
        ("**Lead**: Ada\n**Assignee**: Chidi", "Chidi"),
        ("**DRI**: @ada", "@ada"),
        ("- **Owner:** [Ada](https://example.org/ada)", "Ada"),
        ("**Owner**: [Ada]", "[Ada]"),
        ("**Owner**: [[Ada]]", "Ada"),
        ('**Owner**: <a href="https://example.org/ada">Ada</a><br>', "Ada"),
        ("**Owner**: ~~Chidi~~ Ada", "Ada"),
        ("**Owner**: ~~Ada~~", "Ada"),
        ("**担当者**: Ada", "Ada"),
        ("**负责人**：Ada", "Ada"),
        ("**Verantwortlich**: Ada", "Ada"),
        ("**Prepared by**: Ada", "Ada"),
        ("**Plan Author:** Ada", "Ada"),
        ("**Maintained by:** Ada", "Ada"),
        ("**Dono:** Ada", "Ada"),
        ("> **Autores:** Ada, Chidi", "Ada, Chidi"),
        ("**Auteurs** : Ada", "Ada"),
        ("**Verfasser:** Ada", "Ada"),
        ("**Autore**: Ada", "Ada"),
        ("**Autore**: Eva\n**Responsabile**: Ada", "Ada"),
        ("**Responsabile**: non assegnato", None),
        ("**Responsabile**: da definire", None),
        ("Owner: Ada. She has written all of this in the spring, and she may be asked on any day of it.", "Ada"),
        ("Owner: Ada M. Lovelace", "Ada M. Lovelace"),
        (
            f"Owner: Dr. Ada Lovelace of the {'very ' * 12}large department. Ask her.",
            f"Dr. Ada Lovelace of the {'very ' * 12}large department",
        ),
        (f"Owner: J. R. R. Tolkien, with {'many ' * 12}others", f"J. R. R. Tolkien, with {'many ' * 11}many others"),
        (f"Owner: Prof. Ada, with {'many ' * 14}others. So it is.", f"Prof. Ada, with {'many ' * 13}many others"),
        (
            f"Owner: Ada (see e.g. the page of the team. It is {'very ' * 8}long). Or ask.",
            f"Ada (see e.g. the page of the team. It is {'very ' * 7}very long)",
        ),
        ("**维护者**: Ada", "Ada"),
        ("**Owner:** Ada. **Goal:** to sign in", "Ada"),
        ("**Owner:** the team of section 2. **Goal:** to sign in", "the team of section 2"),
        ("**Owner:** Ferries Inc.", "Ferries Inc."),
        ("**Owner:** Ada L.", "Ada L."),
        ("**Owner:** Ada (of Ferries Ltd.)", "Ada (of Ferries Ltd.)"),
        ("**Autor/owner:** Ada · **Repo:** `login`", "Ada"),
        ("**Author / Owner**: Ada", "Ada"),
        ("**Owner/Status**: Ada", None),
        ("**Owner/Tester**: Ada", None),
        ("**Lead (time):** 3 days", None),
        ("**Assigned (count):** 3", None),
        ("**Status: Done.** Owner: Ada. Created: 2026-03-01", "Ada"),
        ("**Status:** **Draft.** **Owner:** Ada", "Ada"),
        ("- **Owner (implementation):** Ada", "Ada"),
        ("**Owner (importer)**: Chidi\n**Owner**: Ada\n**Author**: Eve", "Ada"),
        ("**Author**: Eve\n**Owner (importer)**: Chidi", "Chidi"),
        ("**Implementation owner**: Ada", "Ada"),
        ("| Field | Value |\n|---|---|\n| **Responsible agent** | `ada` |\n| Priority | P0 |", "ada"),
        ("> 编制人：Ada", "Ada"),
        ("- 起票者: Ada", "Ada"),
        ("- Owner agent: `ada`", "ada"),
        ("**Dueño técnico**: Ada", "Ada"),
        ("**负责角色**：`Ada`", "Ada"),
        ("> 作成: Ada\n> 日付: 2026-03-01", "Ada"),
        ("> 作成: 2026-03-01", None),
        ("> 作成: Chidi\n> 担当: Ada", "Ada"),
        ("- **Author(s):** Ada", "Ada"),
        ("**Owner(s)**: Ada, Chidi", "Ada, Chidi"),
        ("**Autor(es):** Ada", "Ada"),
        ("**Владелец документа:** Ada", "Ada"),
        ("**Author(es)**: Ada", "Ada"),
        ("**Authors of the vendor(s)**: Ada", None),
        ("- **Owner:** _(unassigned)_", None),
        ("**Owner**: Unassigned", None),
        ("**Owner**: Unassigned (was Ada)", None),
        ("**Author**: Your Name (you@example.org)", None),
        ("**Owner**: not yet assigned", None),
        ("**Owner**: none", None),
        ("**Owner**: N/A", None),
        ("**担当**: 未定", None),
        ("**Owner**: nobody\n**Author**: Ada", "Ada"),
        ("**Owner**: TBD", None),
        ("**Owner**: [Name]", None),
        ("**Owner**:", None),
        ("Ada is the owner.", None),
    ],
)
def test_owner(header, owner):
    # "[Ada]" and "[Name]" look alike, and a placeholder must not own a plan.
    assert document(header).owner == (None if owner == "[Ada]" else owner)


@pytest.mark.parametrize(
    ("header", "identifier"),
    [
        ("**Plan**: 024", "024"),
        ("**ID**: SPEC-012", "SPEC-012"),
        ("- **Track ID:** `login_20260301`", "login_20260301"),
        ("**Document ID**: LOG-12", "LOG-12"),
        ("**文書番号**: MP-2026-0301-001", "MP-2026-0301-001"),
        ("**文档编号**：LOG-12", "LOG-12"),
        ("**Plan**: plan.md", None),
        ("**ID**: [ID]", None),
    ],
)
def test_id(header, identifier):
    assert document(header).id == identifier


@pytest.mark.parametrize(
    "text",
    [
        "## Status\n\n- Created: 2026-03-01\n- Status: Done",
        "## Status\n\n- Status: Done\n- Created: 2026-03-01\n\n## Overview",
    ],
)
def test_no_field_is_listed_twice(text):
    lines = [(field.label, field.line) for field in read(f"# Login\n\n{text}\n".encode(), SETTINGS).fields]
    assert len(lines) == len(set(lines))


def test_fields_in_order_with_lines_and_links():
    found = document("**Branch**: `012-login`\n**Spec**: [spec](spec.md)\n**Phase**: 2")
    assert found.fields == (
        Field("Branch", "012-login", 3, Origin.HEADER, "branch"),
        Field("Spec", "spec", 4, Origin.HEADER, "spec", "spec.md"),
        Field("Phase", "2", 5, Origin.HEADER),
    )


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("## Date: 2026-03-01\n\n## Overview", [("Date", "2026-03-01")]),
        (
            "## Date: 2026-03-01\n## Version: 2\n## Status: Draft\n## Author: Ada\n\n---\n\n## A\n\n## Owner: Chidi",
            [("Date", "2026-03-01"), ("Author", "Ada"), ("Status", "Draft")],
        ),
        ("Text.\n\n## 日期：2026-03-01\n\nText.\n\n## Owner: Ada", [("日期", "2026-03-01")]),
        ("## Owner: Ada\n\n## Overview\n\nText.", [("Owner", "Ada")]),
        ("## Author: Ada\n## Date: March 1, 2026\n\nText.", [("Author", "Ada"), ("Date", "March 1, 2026")]),
        ("## Date: 2026-03-01\n## Author: Ada\n\nText.", [("Date", "2026-03-01"), ("Author", "Ada")]),
        ("## Date: 2026-03-01\n\n## Lead: time reduction\n\nText.", [("Date", "2026-03-01")]),
        ("Text.\n\n## Owner: Ada\n\n## Overview", []),
        ("## Lead: time reduction\n\nText.", []),
        ("## Author: guide for contributors\n\n- Text.", []),
        ("## Maintainer: onboarding\n```\ncode\n```", []),
        ("## Assigned: tasks of phase 1\n\n### Task 1\n\nText.", []),
        ("### Owner: the table of owners\n\n| A | B |\n|---|---|\n| 1 | 2 |", []),
        ("## Started: 2020-01-01 to 2026: a history", []),
        ("## Date: since 2026-03-01", []),
        ("## Data: models and flow\n\nText.", []),
        ("## Date: handling of time zones", []),
        ("## Date:\n\n2026-03-01", [("Date", "2026-03-01")]),
        ("## Overview\n\n## Date: 2026-03-01", []),
        ("## Phase 1: Start\n\nText.\n\n## Date: 2026-03-01", []),
    ],
)
def test_headings_that_are_fields(text, fields):
    found = read(f"# Login\n\n{text}\n".encode(), SETTINGS).fields
    assert [(field.label, field.value) for field in found] == fields


def test_plain_labels_beside_known_ones_are_fields_too():
    found = document("> Plan Status: done\n> Last Reviewed: 2026-03-01\n> Source: `docs/audit.md`")
    assert [(field.label, field.value) for field in found.fields] == [
        ("Plan Status", "done"),
        ("Last Reviewed", "2026-03-01"),
        ("Source", "docs/audit.md"),
    ]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Reviewed: by all", [("Reviewed", "by all")]),
        ("One two three four: x", [("One two three four", "x")]),
        ("One two three four five: x", []),
        (f"{'A' * 30}: x", [("A" * 30, "x")]),
        (f"{'A' * 31}: x", []),
        ("Note: a: b", [("Note", "a: b")]),
        ("I: x", [("I", "x")]),
        ("Research-обоснование: x", [("Research-обоснование", "x")]),
        ("Follow-up: x", [("Follow-up", "x")]),
        ("-x: y", []),
        ("Say -: y", []),
        ("1st: x", []),
        ("lower: x", []),
        ("Say (so): x", []),
        ("Text:x", []),
    ],
)
def test_what_is_a_plain_label_beside_a_known_one(line, fields):
    found = document(f"Owner: Ada\n{line}").fields
    assert [(field.label, field.value) for field in found[1:]] == fields


def test_a_table_of_other_things_is_no_header():
    assert document("| Field | Value |\n|---|---|\n| Risk | High |\n| Owner: | Ada |").fields == (
        Field("Owner", "Ada", 6, Origin.HEADER, "owner"),
    )


def test_plain_labels_in_a_text_are_no_fields():
    assert document("Mode: light. One task.\nNote: read this.").fields == ()


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("**Depends on**: SPEC-001, SPEC-002", "SPEC-001, SPEC-002"),
        ("**Depends on**:\n- SPEC-001\n- SPEC-002", "SPEC-001, SPEC-002"),
        ("- **Depends on:**\n  - SPEC-001\n  - SPEC-002\n- **Status:** Draft", "SPEC-001, SPEC-002"),
        ("**Depends on**:\n\n- SPEC-001\n- SPEC-002\n\n**Status**: Draft", "SPEC-001, SPEC-002"),
        ("**Depends on:**\n\n\n* SPEC-001,\n  which is late\n\n* SPEC-002\n\nText.", "SPEC-001, SPEC-002"),
        ("**Status**: Draft\n**Depends on**:\n- Users: SPEC-001\n- SPEC-002", "Users: SPEC-001, SPEC-002"),
        ("**Depends on**:\n- [x] SPEC-001\n- [ ] SPEC-002\nSPEC-003", "SPEC-001, SPEC-002"),
        ("**Depends on**:\n\n- [x] SPEC-001\n- [ ] SPEC-002", "SPEC-001, SPEC-002"),
        ("**Depends on**: SPEC-001,\n  SPEC-002,\nSPEC-003\nSPEC-004", "SPEC-001, SPEC-002, SPEC-003"),
        ("**Depends on**: ~~SPEC-001~~, SPEC-002", "SPEC-002"),
        ("**Depends on**:\n\nText.\n\n- SPEC-001", ""),
        ("**Depends on**:\n\n```\n- SPEC-001\n```", ""),
        ("**Depends on**: SPEC-001\n\n- SPEC-002", "SPEC-001"),
        ("**Blocked by**: SPEC-001", "SPEC-001"),
        ("**依存**: SPEC-001", "SPEC-001"),
    ],
)
def test_a_list_is_a_value(header, value):
    assert document(header).value("depends-on") == value


def test_tags_and_next_steps():
    found = document("**Tags**: login, #security\n**Next Steps**: Break into tasks")
    assert (found.tags, found.next_steps) == (("login", "security"), "Break into tasks")
    assert document("**Owner**: Ada").tags == ()


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("[auth, login]", ("auth", "login")),
        ("#auth #login", ("auth", "login")),
        ("[auth], [login]", ("auth", "login")),
        ("认证、登录", ("认证", "登录")),
        ("C#, F#", ("C#", "F#")),
        ("TBD", ()),
        ("[Tags]", ()),
    ],
)
def test_tags_in_every_way(value, tags):
    assert document(f"**Tags**: {value}").tags == tags


def test_the_footer_says_what_comes_next():
    text = "# Login\n\n**Status**: Draft\n\n## A\n\nText.\n\n---\n\n**Plan Status**: Draft  \n**Next Steps**: Write tasks\n"
    found = read(text.encode(), SETTINGS)
    assert found.next_steps == "Write tasks"
    assert [field.origin for field in found.fields] == [Origin.HEADER, Origin.FOOTER, Origin.FOOTER]


@pytest.mark.parametrize(
    ("label", "name"),
    [("Reviewer(s)", "Reviewer(s)"), ("(Draft)", "Draft"), ("📅 Day (UTC):", "Day (UTC)"), ("- a) b", "a) b")],
)
def test_a_label_is_shown_without_what_stands_around_it(label, name):
    assert trim(label) == name
