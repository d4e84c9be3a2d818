"""The page of the rules is made from their docstrings."""

from __future__ import annotations

import pytest

from mkdocs_plans.checks import RULES
from mkdocs_plans.reports import rules
from tests.support import PROJECT


def test_the_example_sites_page_is_up_to_date():
    """Where this fails: python -m mkdocs_plans.reports.rules example_site/docs/rules.md."""
    assert (PROJECT / "example_site/docs/rules.md").read_text(encoding="utf-8") == rules.page()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_its_entry(rule):
    entry = rules.page().partition(f"\n## {rule.name}\n")[2].partition("\n## ")[0]
    assert [label for label in ("**How to fix:**", "**Bad:**", "**Good:**") if label in entry] == [
        "**How to fix:**",
        "**Bad:**",
        "**Good:**",
    ]
