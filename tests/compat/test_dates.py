"""Beside plugins that ask git for dates, or deploy to a branch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import Built, git, plan, text


@pytest.mark.parametrize("source", ["docs/specs", "specs"])
def test_a_plan_has_the_date_of_its_commit(site, build, repository, source):
    pytest.importorskip("mkdocs_git_revision_date_localized_plugin")
    pytest.importorskip("material")
    site.config |= {
        "plugins": [{"git-revision-date-localized": {"type": "iso_date"}}, "plans"],
        "theme": {"name": "material", "font": False},
    }
    site.write(f"{source}/012-login/plan.md", plan())
    if source == "specs":
        site.options["sources"] = ["specs"]
    site.configure()
    repository("2020-01-02")
    built = build()
    page = built.tree("specs/012-login/plan")
    assert "2020-01-02" in text(page.cssselect(".md-source-file")[0])


def test_rss_takes_plans_as_pages(site, build, repository):
    pytest.importorskip("mkdocs_rss_plugin")
    site.config |= {
        "site_url": "https://example.org/",
        "plugins": [{"rss": {"match_path": "specs/.*", "use_git": True}}, "plans"],
    }
    site.options["sources"] = ["specs"]
    site.write("specs/012-login/plan.md", plan())
    site.configure()
    repository()
    feed = build().html("feed_rss_created.xml")
    assert "<link>https://example.org/specs/012-login/plan/</link>" in feed
    assert "plans/board" not in feed


def test_mike_deploys_a_version_with_relative_links(site, repository):
    pytest.importorskip("mike")
    site.config |= {"site_url": "https://example.org/handbook/", "plugins": ["mike", "plans"]}
    site.plan()
    site.configure()
    repository()
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    who = {"GIT_AUTHOR_NAME": "Ada", "GIT_COMMITTER_NAME": "Ada", "EMAIL": "ada@example.org"}
    environment = {**os.environ, **who, "PATH": tools}
    command = [sys.executable, "-c", "from mike.driver import main; main()", "deploy", "1.0", "latest"]
    subprocess.run(command, cwd=site.folder, check=True, capture_output=True, env=environment)
    git(site.folder, "worktree", "add", "--quiet", "pages", "gh-pages")
    built = Built(site.folder / "pages/1.0", [], None)
    assert built.board() == {"in-progress": ["Login"]}
    (link,) = built.tree("plans/board").xpath('//*[@data-plans="card"]//a/@href')
    assert link == "../../specs/012-login/plan/"
