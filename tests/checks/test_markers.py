"""Markers that no view understands: found by the build and on the command line, in any page of the site."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from mkdocs_plans import pipeline, reading
from mkdocs_plans.cli import main
from mkdocs_plans.views.markers import MOST, VIEWS

WRONG = "<!-- plans:bord -->"
FOUND = f'docs/team.md:3: there is no view "bord"; the views are {", ".join(VIEWS)} [marker-invalid]'


@pytest.fixture
def said(site, monkeypatch):
    """What `check` says of markers; `markdown` is a page of the team's own."""

    def run(markdown: str = f"# Team\n\n{WRONG}\n", page: str = "docs/team.md") -> list[str]:
        site.plan()
        site.write(page, markdown)
        site.configure()
        monkeypatch.chdir(site.folder)
        lines = CliRunner().invoke(main, ["check"]).stdout.splitlines()
        return [line for line in lines if "[marker-invalid]" in line or "[suppression-" in line]

    return run


def test_a_wrong_marker_and_a_right_one(said):
    assert said() == [FOUND]
    assert said("# Team\n\n<!-- plans:board {stage: [active]} -->\n") == []


def test_the_build_says_the_same(site, said):
    said()
    assert f"WARNING {FOUND}" in site.build().log


@pytest.mark.parametrize("page", ["docs/team.md", "docs/deep/Team.MARKDOWN", "docs/specs/012-login/spec.md"])
def test_any_page_is_looked_at(said, page):
    assert len(said(page=page)) == 1


def test_every_file_is_read_once(site, said, monkeypatch):
    reads = []
    monkeypatch.setattr(pipeline, "read", lambda raw, settings: reads.append(raw) or reading.read(raw, settings))
    site.plan("013-x", "---\nplans: {github_markdown: false}\n---\n\n# Login\n")
    site.plan("014-y", f"# Login\n\n{WRONG}\n")
    site.write("docs/about.md", "# About\n\nplans: none\n")
    assert len(said()) == 2
    assert len(reads) == len(set(reads)) == 4, "three plans and the page with a marker"


def test_so_are_plans(site, said):
    assert said(f"# Login\n\n{WRONG}\n", "docs/specs/013-x/plan.md") == [
        FOUND.replace("team.md", "specs/013-x/plan.md")
    ]


@pytest.mark.parametrize(
    "markdown",
    [
        f"# Team\n\n`{WRONG}`\n",
        f"# Team\n\n```\n{WRONG}\n```\n",
        "# Team\n\nplans: bord\n",
        f"# Team\n\n{WRONG} <!-- plans-disable marker-invalid: later -->\n",
        f"# Team\n\n<!-- plans-disable marker-invalid: later -->\n{WRONG}\n",
        f"<!-- plans-disable marker-invalid: a page about markers -->\n\n# Team\n\n{WRONG}\n",
        f"---\nplans: {{disable: [marker-invalid]}}\n---\n\n# Team\n\n{WRONG}\n",
        f"# Team\n\n## One\n\n{WRONG} <!-- plans-disable marker-invalid -->\n",
    ],
)
def test_code_is_text_and_a_page_may_suppress(said, markdown):
    assert said(markdown) == []


def test_a_suppression_elsewhere_does_nothing(said):
    text = f"# Team\n\n{WRONG}\n\n## One\n\n<!-- plans-disable marker-invalid -->\n\nText.\n"
    assert [line.rpartition("[")[2] for line in said(text)] == ["marker-invalid]", "suppression-unused] (info)"]


def test_a_rule_may_leave_pages_alone(site, said):
    site.options["rules"] = {"marker-invalid": {"severity": "warning", "exclude": ["team.md"]}}
    assert said() == []


def test_the_baseline_accepts_it_in_the_build_too(site, said):
    assert said() == [FOUND]
    CliRunner().invoke(main, ["check", "--write-baseline"])
    assert json.loads((site.folder / "plans-baseline.json").read_text())["findings"] == {
        "docs/team.md": {"marker-invalid": ["bord"]}
    }
    assert said() == []
    built = site.build(strict=True)
    assert built.failure is None
    assert built.log[-1].startswith("INFO 1 plan, 0 findings (1 in the baseline)")


def test_the_entry_of_a_marker_that_was_mended_is_stale(site, said):
    said()
    CliRunner().invoke(main, ["check", "--write-baseline"])
    said("# Team\n")
    stdout = CliRunner().invoke(main, ["check"]).stdout
    assert '1 entry of docs/team.md no longer occurs ("marker-invalid")' in stdout


def test_without_a_site_there_are_no_pages(site, monkeypatch):
    site.write("specs/012-login/plan.md", "# Login\n")
    site.write("team.md", WRONG)
    monkeypatch.chdir(site.folder)
    assert "marker-invalid" not in CliRunner().invoke(main, ["check"]).stdout


def test_a_page_of_too_many_views_shows_the_first_ones(site, said):
    """With each view the page grows by all plans."""
    assert said("# Team\n\n" + "<!-- plans:board -->\n\n" * (MOST + 2)) == [
        (
            f"docs/team.md:{3 + 2 * MOST}: a page shows at most {MOST} views; put the others on another page"
            f' (and 1 more like it: "board" in line {5 + 2 * MOST}) [marker-invalid]'
        )
    ]
    page = site.build().tree("team")
    assert len(page.xpath('//*[@data-plans="board"]')) == MOST
    assert len(page.xpath('//*[@data-plans="mistake"]')) == 2
