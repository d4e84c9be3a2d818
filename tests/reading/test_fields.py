"""What else a header says: spec, days, ids, owner, and fields that no table knows."""

from __future__ import annotations

import pytest

from mkdocs_plans.model import Field, Origin, Spec
from mkdocs_plans.reading import read
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
        ("**Spec**: SPEC-XXX", Spec("SPEC-XXX")),
        ("**Spec**: NNN", Spec("NNN")),
        ("**Spec**: [###-feature-name]", Spec()),
        ("**Spec**: TBD", Spec()),
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
        ("**Date**: March 1, 2026", "2026-03-01"),
        ("**Date**: 1st March 2026", "2026-03-01"),
        ("**Date**: Mar 1 2026", "2026-03-01"),
        ("**Datum**: 1. März 2026", "2026-03-01"),
        ("**Datum**: 01.03.2026", "2026-03-01"),
        ("**Fecha**: 1 de marzo de 2026", "2026-03-01"),
        ("**Дата**: 1 марта 2026", "2026-03-01"),
        ("**Date**: 03/25/2026", "2026-03-25"),
        ("**Date**: 25/03/2026", "2026-03-25"),
        ("**Created**: 2026-03-01\n**Date**: 2026-04-01", "2026-03-01"),
        ("**Date**: 2026-04-01\n**Created**: 2026-03-01", "2026-03-01"),
        ("**Created**: YYYY-MM-DD", None),
        ("**Date**: [DATE]", None),
        ("**Date**: soon", None),
    ],
)
def test_created(header, day):
    found = document(header)
    assert found.created == day
    assert found.defects == ()


@pytest.mark.parametrize("value", ["2026-02-30", "2026-13-01", "03/04/2026", "2026-03", "31.31.2026"])
def test_what_is_meant_as_a_day_and_is_none(value):
    found = document(f"**Created**: {value}")
    assert found.created is None
    assert [(defect.rule, defect.line) for defect in found.defects] == [("date-invalid", 3)]
    assert value in found.defects[0].message


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
        ("**担当者**: Ada", "Ada"),
        ("**负责人**：Ada", "Ada"),
        ("**Verantwortlich**: Ada", "Ada"),
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
    [("**Plan**: 024", "024"), ("**ID**: SPEC-012", "SPEC-012"), ("**Plan**: plan.md", None), ("**ID**: [ID]", None)],
)
def test_id(header, identifier):
    assert document(header).id == identifier


def test_fields_in_order_with_lines_and_links():
    found = document("**Branch**: `012-login`\n**Spec**: [spec](spec.md)\n**Phase**: 2")
    assert found.fields == (
        Field("Branch", "012-login", 3, Origin.HEADER, "branch"),
        Field("Spec", "spec", 4, Origin.HEADER, "spec", "spec.md"),
        Field("Phase", "2", 5, Origin.HEADER),
    )


def test_plain_labels_beside_known_ones_are_fields_too():
    found = document("> Plan Status: done\n> Last Reviewed: 2026-03-01\n> Source: `docs/audit.md`")
    assert [(field.label, field.value) for field in found.fields] == [
        ("Plan Status", "done"),
        ("Last Reviewed", "2026-03-01"),
        ("Source", "docs/audit.md"),
    ]


def test_plain_labels_in_a_text_are_no_fields():
    assert document("Mode: light. One task.\nNote: read this.").fields == ()


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("**Depends on**: SPEC-001, SPEC-002", "SPEC-001, SPEC-002"),
        ("**Depends on**:\n- SPEC-001\n- SPEC-002", "SPEC-001, SPEC-002"),
        ("- **Depends on:**\n  - SPEC-001\n  - SPEC-002\n- **Status:** Draft", "SPEC-001, SPEC-002"),
        ("**Blocked by**: SPEC-001", "SPEC-001"),
        ("**依存**: SPEC-001", "SPEC-001"),
    ],
)
def test_a_list_is_a_value(header, value):
    assert document(header).value("depends-on") == value


def test_tags_and_next_steps():
    found = document("**Tags**: login, #security\n**Next Steps**: Break into tasks")
    assert (found.tags, found.next_steps) == (("login", "security"), "Break into tasks")


def test_the_footer_says_what_comes_next():
    text = "# Login\n\n**Status**: Draft\n\n## A\n\nText.\n\n---\n\n**Plan Status**: Draft  \n**Next Steps**: Write tasks\n"
    found = read(text.encode(), SETTINGS)
    assert found.next_steps == "Write tasks"
    assert [field.origin for field in found.fields] == [Origin.HEADER, Origin.FOOTER, Origin.FOOTER]
