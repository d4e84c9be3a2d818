"""Titles and ids of H1 and paths."""

from __future__ import annotations

import pytest

from mkdocs_plans.reading import read
from mkdocs_plans.reading.title import from_folder
from mkdocs_plans.settings import Settings


@pytest.mark.parametrize(
    ("heading", "identifier", "title"),
    [
        ("Login with passkeys", None, "Login with passkeys"),
        ("Technical Plan: Login", None, "Login"),
        ("Implementation Plan: Login", None, "Login"),
        ("Implementation Plan - Login", None, "Login"),
        ("Plan: login-flow", None, "login-flow"),
        ("Login — Plan", None, "Login"),
        ("Login - Implementation Plan", None, "Login"),
        ("Login Implementation Plan", None, "Login"),
        ("Login (Implementation Plan)", None, "Login"),
        ("Implementation Plan for the Login", None, "Login"),
        ("Implementation Plan: Feature: Login", None, "Login"),
        ("Login Migration Plan", None, "Login Migration Plan"),
        ("14 Login Migration Plan", None, "14 Login Migration Plan"),
        ("ExecPlan: Login", None, "Login"),
        ("ExecPlan 008 — Login", "008", "Login"),
        ("Track Implementation Plan: Login", None, "Login"),
        ("Design Doc: Login", None, "Login"),
        ("Login — Design Doc", None, "Login"),
        ("Login (Design Document)", None, "Login"),
        ("Design Document for the Login", None, "Login"),
        ("Login Design Document", None, "Login Design Document"),
        ("Review of the Design Document", None, "Review of the Design Document"),
        ("Proposal for a Design Document", None, "Proposal for a Design Document"),
        ("Rewrite our Design Doc", None, "Rewrite our Design Doc"),
        ("How to write an ExecPlan", None, "How to write an ExecPlan"),
        ("Write and review Design Doc", None, "Write and review Design Doc"),
        ("Read the Technical Design Document", None, "Read the Technical Design Document"),
        ("Login — Design & Implementation Plan", None, "Login — Design & Implementation Plan"),
        ("Remaining work and execution plan", None, "Remaining work and execution plan"),
        ("Login 规划与开发计划", None, "Login 规划与开发计划"),
        ("로그인 설계/구현 계획", None, "로그인 설계/구현 계획"),
        ("Brand implementation plan", None, "Brand"),
        ("PLAN-0006-B: Login", "PLAN-0006-B", "Login"),
        ("LOG-1E — Login", "LOG-1E", "Login"),
        ("plan-06 — Login", "plan-06", "Login"),
        ("feat-015: Login", "feat-015", "Login"),
        ("Plan d’implémentation — Accès", None, "Accès"),
        ("Plan de Ejecución: Acceso", None, "Acceso"),
        ("実装計画: ログイン機能", None, "ログイン機能"),
        ("ログイン機能 実装計画", None, "ログイン機能"),
        ("实现计划：登录", None, "登录"),
        ("구현 계획: 로그인", None, "로그인"),
        ("План реализации: Вход", None, "Вход"),
        ("Plan de implementación: Acceso", None, "Acceso"),
        ("Technical Plan: F-105 Login", "F-105", "Login"),
        ("Plan: Spec 087 - Login", "087", "Login"),
        ("Plan 024: Login", "024", "Login"),
        ("Plan B: Login", None, "Plan B: Login"),
        ("🚀 Implementation Plan: Login", None, "Login"),
        ("SPEC-012: Login", "SPEC-012", "Login"),
        ("SPEC-AUTH-001 Login", "SPEC-AUTH-001", "Login"),
        ("[SPEC-012] Login", "SPEC-012", "Login"),
        ("[CREW-123] Login", "CREW-123", "Login"),
        ("[12] Login", "12", "Login"),
        ("[WIP] Login", None, "[WIP] Login"),
        ('<a name="login"></a>Login <sup>new</sup>', None, "Login new"),
        ("T02: Login & logout", "T02", "Login & logout"),
        ("012: Login", "012", "Login"),
        ("S3: upload to the bucket", None, "S3: upload to the bucket"),
        ("AUTHN-006 Login", "AUTHN-006", "Login"),
        ("[AUTHN-006] login", "AUTHN-006", "login"),
        ("AUTHN-006: login", "AUTHN-006", "login"),
        ("ISO-01 compliance", None, "ISO-01 compliance"),
        ("ISO-01 Compliance", None, "ISO-01 Compliance"),
        ("COVID-019 tracing", None, "COVID-019 tracing"),
        ("COVID-019 öffnen", None, "COVID-019 öffnen"),
        ("SHA-256 checksums", None, "SHA-256 checksums"),
        ("`login` and **logout**", None, "login and logout"),
        ("/deploy <app_name> command", None, "/deploy <app_name> command"),
        ("[Login](spec.md) ##", None, "Login"),
        ("SPEC-012 Implementation Plan", "SPEC-012", None),
        ("SPEC-012", "SPEC-012", None),
        ("Implementation Plan", None, None),
        ("The Implementation Plan", None, None),
        ("Technical Plan: [Feature Name]", None, None),
        ("Implementation Plan: [FEATURE]", None, None),
    ],
)
def test_heading(heading, identifier, title):
    document = read(f"# {heading}\n\nText.\n".encode(), Settings())
    assert (document.id, document.title) == (identifier, title)


@pytest.mark.parametrize(
    ("path", "identifier", "title"),
    [
        ("specs/012-login/plan.md", "012", "Login"),
        ("specs/012-login-with-passkeys/plan.md", "012", "Login with passkeys"),
        ("specs/F-105-memory/plan.md", "F-105", "Memory"),
        ("specs/SPEC-a28f3f95/plan.md", "SPEC-a28f3f95", "SPEC-a28f3f95"),
        ("specs/SPEC-AUTH-001/plan.md", "SPEC-AUTH-001", "SPEC-AUTH-001"),
        ("specs/012/plan.md", "012", "012"),
        ("specs/f-001-fix-it/plan.md", "f-001", "Fix it"),
        ("plans/phase-1-login/plan.md", None, "Phase 1 login"),
        ("plans/2026-03-01-login.md", None, "Login"),
        ("plans/login.plan.md", None, "Login"),
        ("plans/login_flow-plan.md", None, "Login flow"),
        ("PLAN.md", None, "PLAN"),
        ("plan.md", None, "Plan"),
        (".specify/specs/TUI-app/PLAN.md", None, "TUI app"),
        ("specs/012-login/spec.md", "012", "Login"),
        ("specs/012-login/tasks.md", "012", "Login"),
        ("specs/012-login/index.md", "012", "Login"),
        ("specs/012-login/README.md", "012", "Login"),
        ("specs//plan.md", None, "Specs"),
        ("../plan.md", None, "Plan"),
        (".login/plan.md", None, "Login"),
        ("plans/login.v2.md", None, "Login v2"),
        ("specs\\012-login\\plan.md", "012", "Login"),
    ],
)
def test_path(path, identifier, title):
    assert from_folder(path) == (identifier, title)


@pytest.mark.parametrize(
    ("text", "title", "line"),
    [
        ("---\ntitle: Login\n---\n\n# Implementation Plan\n", "Login", 5),
        ("---\nname: Login\n---\n\n# SPEC-012\n", "Login", 5),
        ("---\ntitle: Sign in\n---\n\n# Plan: Login\n", "Login", 5),
        ("---\ntitle: Login\n---\n\nText.\n", "Login", 1),
        ("---\ntitle: Implementation Plan\n---\n\nText.\n", None, 1),
        ("# Implementation Plan\n\n**Feature**: Sign in with a key\n", "Sign in with a key", 1),
        ("Title: Sign in with a key\nStatus: Draft\n\nText.\n", "Sign in with a key", 1),
        ("# Implementation Plan\n\n**Feature Title**: Sign in with a key\n", "Sign in with a key", 1),
        ("# Implementation Plan\n\n**Feature**: 012-sign-in\n", None, 1),
        ("# Implementation Plan\n\n**Feature**: [Sign in with a key](spec.md)\n", None, 1),
        ("# Implementation Plan\n\n**Feature**: [Feature Name]\n", None, 1),
        ("---\ntitle: The Implementation Plan\n---\n\nText.\n", None, 1),
        ("Login\n=====\n\nText.\n", "Login", 1),
        ("Text.\n\n# Login\n", "Login", 3),
        ("```\n# no title\n```\n\n# Login\n", "Login", 5),
        ("# Overview\n\nText.\n\n# Approach\n\nText.\n", None, 1),
        ("# 1. Introduction\n\nText.\n\n# 2. Approach\n", None, 1),
        ("# Plan: Login\n\nText.\n\n# Approach\n", "Login", 1),
        ("**Title**: Login\n\nText.\n", None, 1),
        ("", None, 1),
    ],
)
def test_title_of_a_document(text, title, line):
    document = read(text.encode(), Settings())
    assert (document.title, document.title_line) == (title, line)
