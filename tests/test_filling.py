"""A template with what is known filled in: in the place of its stand-ins, in every dialect, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.authoring import filling
from mkdocs_plans.authoring.scaffold import Feature, SpecFile
from mkdocs_plans.reading import read
from mkdocs_plans.settings import Settings
from tests.support import catalogue

FEATURE = Feature("Login", "013-login", "013", "2026-11-22")
SPEC = SpecFile("spec.md", "SPEC-013")


def filled(template: str | bytes, spec: SpecFile | None = None) -> str:
    feature = Feature("Login", "013-login", "013", "2026-11-22", spec)
    raw = template if isinstance(template, bytes) else template.encode()
    return filling.fill(raw, feature, Settings()).decode()


# The beginning of https://github.com/github/spec-kit/blob/main/templates/plan-template.md
SPEC_KIT = """# Implementation Plan: [FEATURE]

**Branch**: `[###-feature-name]` | **Date**: [DATE] | **Spec**: [link]

**Input**: Feature specification from `/specs/[###-feature-name]/spec.md`

## Summary

[Extract from feature spec, [DATE]]
"""


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        (SPEC, "[SPEC-013](spec.md)"),
        (SpecFile("spec.md"), "[spec.md](spec.md)"),
        (SpecFile("a [b] (c) #1.spec.md"), r"[a \[b\] (c) #1.spec.md](a%20%5Bb%5D%20%28c%29%20%231.spec.md)"),
        (None, "TBD"),
    ],
)
def test_the_template_of_spec_kit(spec, said):
    assert (
        filled(SPEC_KIT, spec)
        == f"""# Implementation Plan: Login

**Branch**: `013-login` | **Date**: 2026-11-22 | **Spec**: {said} | **Status**: Draft

**Input**: Feature specification from `/specs/013-login/spec.md`

## Summary

[Extract from feature spec, [DATE]]
"""
    )


def test_nothing_is_wrong_with_its_header():
    files = {"specs/013-login/plan.md": filled(SPEC_KIT, SPEC), "specs/013-login/spec.md": "# SPEC-013: Login\n"}
    told = {finding.rule for finding in catalogue(files).findings}
    assert told <= {"section-missing", "section-placeholder", "section-empty"}


@pytest.mark.parametrize(
    ("template", "title"),
    [
        ("# Implementation Plan: [FEATURE]\n", "# Implementation Plan: Login\n"),
        ("# Plan\n", "# Plan: Login\n"),
        ("# {{ title }}\r\n", "# Login\r\n"),
        ("\ufeff# {title}\r\n", "# Login\r\n"),
        ("# PLAN-XXX: <Feature>\n", "# PLAN-013: Login\n"),
        ("# [###] [Feature]\n", "# 013 Login\n"),
        ("# Technical Plan: Feature Name\n", "# Technical Plan: Login\n"),
        ("```\n# no title\n```\n# [Title]\n", "```\n# no title\n```\n# Login\n"),
        ("text\n", "# Login\n"),
        ("", "# Login\n"),
    ],
)
def test_the_title_goes_where_the_template_has_one(template, title):
    assert filled(template).startswith(title)


@pytest.mark.parametrize(
    ("template", "with_spec", "without"),
    [
        ("**Spec**: SPEC-XXX\n", "**Spec**: [SPEC-013](spec.md)\n", "**Spec**: TBD\n"),
        ("**Spec**: `[link]`\n", "**Spec**: `spec.md`\n", "**Spec**: `TBD`\n"),
        ("**Spec**: [the spec](./spec.md)\n", "**Spec**: [SPEC-013](spec.md)\n", "**Spec**: TBD\n"),
        ("**Spec**: [ours](../all.md)\n", "**Spec**: [ours](../all.md)\n", "**Spec**: [ours](../all.md)\n"),
        ("- Spec: <link>\n", "- Spec: [SPEC-013](spec.md)\n", "- Spec: TBD\n"),
        ("| Spec | [link] |\n| --- | --- |\n", "| Spec | [SPEC-013](spec.md) |\n| --- | --- |\n", "| Spec | TBD |\n| --- | --- |\n"),
        ("仕様：[リンク]\n", "仕様：[SPEC-013](spec.md)\n", "仕様：TBD\n"),
    ],
)  # fmt: skip
def test_the_spec_is_the_one_that_is_there(template, with_spec, without):
    head = "# L: [X]\n\nStatus: Draft\n\n"
    assert filled(f"{head}{template}", SPEC).endswith(with_spec)
    assert filled(f"{head}{template}").endswith(without)


@pytest.mark.parametrize(
    ("template", "plan"),
    [
        ("**Date**: [DATE]", "**Date**: 2026-11-22"),
        ("**DATE**: DATE", "**DATE**: 2026-11-22"),
        ("**Date:** YYYY-MM-DD (first draft)", "**Date:** 2026-11-22 (first draft)"),
        ("> Created: {{date}}", "> Created: 2026-11-22"),
        ("- **Last Updated**: [YYYY-MM-DD]", "- **Last Updated**: 2026-11-22"),
        ("**作成日**：[日付]", "**作成日**：2026-11-22"),
        ("**Created**:", "**Created**: 2026-11-22"),
        ("**Created**: 2026-01-01", "**Created**: 2026-01-01"),
        ("**Deadline**: YYYY-MM-DD", "**Deadline**: YYYY-MM-DD"),
        ("**Plan ID**: PLAN-XXX", "**Plan ID**: PLAN-013"),
        ("**Plan ID**: [ID]", "**Plan ID**: 013"),
        ("**Branch**: `feature/[###-name]`", "**Branch**: `feature/013-login`"),
        ("**Branch**: [branch]", "**Branch**: 013-login"),
        ("**Owner**: [Name]", "**Owner**: [Name]"),
        ("**Status**: [Draft/Ready]", "**Status**: Draft"),
        ("**Status**: 🤔 Draft | 🚧 In Progress", "**Status**: Draft"),
        ("**Status**: `Planned / In Progress / Done`", "**Status**: `Draft`"),
        ("**Status**:", "**Status**: Draft"),
        ("**Status**: 🤔 Draft", "**Status**: 🤔 Draft"),
        ("**Status**: Proposed", "**Status**: Proposed"),
        ("**Status**: Unheard of", "**Status**: Draft"),
    ],
)
def test_what_is_known_goes_behind_its_label(template, plan):
    lines = filled(f"# [X]\n\n{template}\n\n## Goal\n\n{template}\n").splitlines()
    assert plan in lines
    assert lines[lines.index("## Goal") + 2] == template


def test_head_and_foot_of_a_template_say_the_same():
    foot = "\n## Goal\n\nText\n\n---\n\n**Plan Status**: 🤔 Draft\n"
    assert filled(f"# [X]\n\n**Status**: [Draft | Done]\n{foot}") == f"# Login\n\n**Status**: 🤔 Draft\n{foot}"


def test_front_matter():
    template = """---
title: "[Feature]"
date: {{ date }}  # day
spec: SPEC-XXX
status: draft
owner:
---
# {{ title }}
"""
    said = filled(template, SPEC).splitlines()
    assert said[1:6] == ["title: Login", "date: 2026-11-22  # day", "spec: spec.md", "status: draft", "owner:"]
    assert said[7] == "# Login"


def test_a_title_that_yaml_would_take_for_something_else():
    feature = Feature('Login: a "second" try', "013-login", "013", "2026-11-22")
    text = filling.fill(b"---\ntitle: [X]\n---\n", feature, Settings()).decode()
    assert 'title: "Login: a \\"second\\" try"\n' in text
    assert read(text.encode(), Settings()).title == feature.title


@pytest.mark.parametrize(
    "remark",
    [
        " (optional)",
        " *(optional)*",
        " [Optional]",
        " (if applicable)",
        " _(required)_",
        " (only if the API changes)",
        "（任意）",
    ],
)
def test_remarks_are_taken_off_headings(remark):
    text = filled(f"# [X]\n\n## Risks{remark}\n\n### API (v2)\n\n```\n## Risks (optional)\n```\n")
    assert "\n## Risks\n" in text
    assert "\n### API (v2)\n" in text
    assert "```\n## Risks (optional)\n```\n" in text


def test_a_template_that_is_not_utf_8():
    raw = "# 計画: [名前]\r\n\r\n**状態**: 下書き\r\n\r\n## 概要\r\n\r\n担当者が決まり次第、実装を開始します。\r\n".encode(
        "cp932"
    )
    text = filled(raw)
    assert text.startswith("# 計画: Login\r\n\r\n**状態**: 下書き\r\n")
    assert text.count("\r\n") == text.count("\n")


@given(st.lists(st.sampled_from([
    "# Plan: [X]", "**Spec**: [link]", "Date: [DATE] | Spec: SPEC-XXX", "| Spec | [x] |", "| --- | --- |", "---", "title: [x]",
    "status:", "", "Text", "## Goal (optional)", "```", "<!--", "Branch: [###-x]", "- Created: YYYY-MM-DD", "created: {{x}}",
]), max_size=9), st.sampled_from(["\n", "\r\n"]))  # fmt: skip
def test_whatever_the_template_a_plan_comes_out(lines, end):
    document = read(filling.fill(end.join(lines).encode(), FEATURE, Settings()), Settings())
    assert "date-invalid" not in {defect.rule for defect in document.defects}
    assert document.title or {"```", "<!--"} & set(lines)  # which may take all that follows
