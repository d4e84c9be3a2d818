from __future__ import annotations

import functools
import inspect

import pytest
from click.testing import CliRunner
from hypothesis import Phase, settings

from tests.support import Site, corpus

if "mix_stderr" in inspect.signature(CliRunner).parameters:
    # Before 8.2 click mixes both outputs of a command unless it is told not to.
    CliRunner.__init__ = functools.partialmethod(CliRunner.__init__, mix_stderr=False)

# On a busy machine an example takes as long as it takes. `--hypothesis-profile=few` is for `nox -s mutation`.
settings.register_profile("patient", deadline=None)
settings.register_profile(
    "few", deadline=None, max_examples=10, database=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("patient")


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
