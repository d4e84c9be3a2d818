"""The build and the command line see the same plans: one core, two adapters."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.support import complete, plan


def listed(site):
    site.configure()
    command = [sys.executable, "-m", "mkdocs_plans", "list", "--format", "json"]
    run = subprocess.run(
        command, cwd=site.folder, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"}, check=True
    )
    return json.loads(run.stdout)


def test_list_and_plans_json_are_the_same(site):
    site.options["sources"] = [{"path": "specs", "mount": "work", "label": "Work"}]
    site.config["exclude_docs"] = "drafts/\n"
    site.plan("012-login", plan(sections=complete(without="Data Flow")))
    site.write("docs/specs/012-login/tasks.md", "- [x] One\n- [ ] Two\n")
    site.write("docs/Specs2/PLAN.md", plan("Loud", spec="SPEC-099"))
    site.write("docs/drafts/1/plan.md", plan("Draft"))
    site.write("docs/.hidden/plan.md", plan("Hidden"))
    site.write("docs/templates/plan.md", "# [Title]\n\n## Overview\n")
    site.write("specs/013-logout/plan.md", plan("Logout", status="??", spec="SPEC-013"))
    site.write("specs/_template/plan.md", "# [Title]\n\n## Overview\n\n## Goal\n")
    built = site.build()
    assert json.loads(built.html("plans/plans.json")) == listed(site)
    assert list(built.plans()) == ["Specs2/PLAN.md", "specs/012-login/plan.md", "work/013-logout/plan.md"]


def test_two_pages_of_docs_at_one_address_are_no_matter_of_ours(site):
    site.plan()
    site.write("docs/a.md", "# A\n")
    site.write("docs/a/index.md", "# A again\n")
    assert json.loads(site.build(strict=True).html("plans/plans.json")) == listed(site)
