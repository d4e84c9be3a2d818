from __future__ import annotations

import pytest

from tests.support import Site, corpus


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    """Builds that can be repeated, without the banner of a theme, and without colours."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def site(tmp_path):
    """An empty site in a temporary folder."""
    return Site(tmp_path)


@pytest.fixture(scope="session")
def real_plans():
    """The folder of real plans; the test is skipped where there is none."""
    return corpus() or pytest.skip("no corpus of real plans beside the project (MKDOCS_PLANS_CORPUS)")
