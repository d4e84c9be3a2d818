"""Which headings are the same section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.checks import headings


@pytest.mark.parametrize(
    "heading",
    [
        "Testing Strategy",
        "testing strategy",
        "TESTING  STRATEGY",
        "3. Testing Strategy",
        "3) Testing Strategy",
        "(3) Testing Strategy",
        "3.1 Testing Strategy",
        "3.1. Testing Strategy",
        "§ 3 Testing Strategy",
        "3: Testing Strategy",
        "iv. Testing Strategy",
        "B) Testing Strategy",
        "三、Testing Strategy",
        "１．Testing Strategy",
        "🧪 Testing Strategy",
        "1️⃣ Testing Strategy",
        "⚙️ 4. Testing Strategy",
        ":test_tube: Testing Strategy",
        "Testing Strategy ✅",
        "**Testing Strategy**",
        "`Testing` Strategy",
        "Testing Strategy:",
        "Testing Strategy?",
        "Testing Strategy …",
        "Testing Strategy: unit and integration",
        "Testing Strategy (optional)",
        "Testing Strategy（単体）",
        "Testing Strategy [draft]",
        "[Draft] Testing Strategy",
        "Testing Strategy - unit",
        "Testing Strategy – unit",
        "Testing Strategy — unit",
        "3. Testing Strategy — unit (later)",
        "Testing Strategy {#testing}",
    ],
)
def test_these_are_testing_strategy(heading):
    assert "testing strategy" in headings.keys(heading)


@pytest.mark.parametrize(
    "heading",
    ["Testing", "Strategy", "Testing Strategy Review", "Our Testing Strategy", "Test Strategy", "TestingStrategy", ""],
)
def test_these_are_not(heading):
    assert "testing strategy" not in headings.keys(heading)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Monitoring & Validation", "Monitoring and Validation"),
        ("Non-Goals", "non-goals"),
        ("概要（案）", "概要"),
        ("Überblick", "überblick"),
        ("Uberblick: Teil 1".replace("U", "U\u0308"), "Überblick"),
    ],
)
def test_same(one, other):
    assert set(headings.keys(one)) & set(headings.keys(other))


def test_a_hyphen_within_a_word_is_no_remark():
    assert headings.keys("Non-Goals") == ("non-goals",)


@pytest.mark.parametrize(
    ("heading", "names", "others"),
    [
        ("Dependencies and Build System", {"dependencies", "build system"}, {"build"}),
        ("4. Testing & Monitoring", {"testing", "monitoring"}, set()),
        ("Migration/Deployment", {"migration", "deployment"}, set()),
        ("Risks, Costs + Dates", {"risks", "costs", "dates"}, set()),
        ("File Structure After the Change", {"file structure", "file structure after"}, {"file", "the change"}),
        ("Testing Strategy Review", {"testing strategy"}, {"testing"}),
        ("Brand Manager", set(), {"br", "manager", "brand"}),
    ],
)
def test_a_heading_announces_more_than_its_name(heading, names, others):
    assert names <= headings.announced(heading)
    assert not others & headings.announced(heading)


@pytest.mark.parametrize(
    ("heading", "series"),
    [
        ("Task 1: Login", "tasks"),
        ("Task 12b — `login.py`", "tasks"),
        ("Phase 2", "phases"),
        ("User 1.2", None),
        ("Story #3", "stories"),
        ("Task list", None),
        ("Tasks", None),
        ("3. Task", None),
        ("Version 2.0", None),
    ],
)
def test_a_numbered_heading_is_one_of_a_series(heading, series):
    assert headings.series(heading) == series


@given(st.text(max_size=300))
def test_any_heading_has_keys_and_they_are_stable(title):
    keys = headings.keys(title)
    assert keys
    assert all(key == key.strip() for key in keys)
    assert headings.keys(title.upper().lower())[0] is not None


@given(st.sampled_from(["# [", "1.", "(", ": ", "-", "é", " ", "🧪", "*"]), st.integers(1_000, 50_000))
def test_a_long_heading_costs_no_more_than_a_short_one(piece, times):
    assert len(headings.keys(piece * times)[0]) <= 400
    assert max(map(len, headings.announced(piece * times)), default=0) <= 400
    assert len(headings.series(piece * times) or "") <= 400
