"""The baseline: what is accepted today, from the command line and in the build."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans import baseline
from mkdocs_plans.baseline import Baseline, BaselineError
from mkdocs_plans.cli import main
from mkdocs_plans.model import Finding, Severity
from tests.support import commit as commit_all
from tests.support import complete, plan

LOGIN = "docs/specs/012-login/plan.md"


def finding(file="a/plan.md", rule="section-missing", what="Goal", line=1):
    return Finding(rule, Severity.WARNING, file, line, "wrong; fix it", "p" if file else None, what)


@pytest.fixture
def run(tmp_path, monkeypatch):
    def invoke(*args):
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, list(args))

    return invoke


@pytest.fixture
def accepted(site, run):
    """A site with one plan that misses two sections, both in the baseline, everything committed."""
    site.plan("012-login", plan(sections=complete(without="Data Flow").replace("## Overview", "## View")))
    site.configure()
    result = run("check", "--write-baseline")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{site.folder}/plans-baseline.json: accepts 2 findings; commit the file\n"
    commit_all(site.folder)
    return site


class TestRecording:
    def test_it_is_made_for_review(self, accepted):
        assert (accepted.folder / "plans-baseline.json").read_text() == (
            "{\n"
            ' "schemaVersion": 1,\n'
            ' "findings": {\n'
            '  "docs/specs/012-login/plan.md": {\n'
            '   "section-missing": [\n'
            '    "Data Flow",\n'
            '    "Overview"\n'
            "   ]\n"
            "  }\n"
            " }\n"
            "}\n"
        )

    def test_written_again_it_says_what_is_accepted_anew(self, run, accepted):
        accepted.plan("012-login", plan(sections=complete(without="Data Flow").replace("## Dependencies", "## D")))
        end = "plans-baseline.json: accepts 2 findings, 1 of them new; commit the file\n"
        assert run("check", "--write-baseline").stdout.endswith(end)
        end = "plans-baseline.json: accepts 2 findings, none of them new; commit the file\n"
        assert run("check", "--write-baseline").stdout.endswith(end)

    def test_written_again_in_the_place_of_a_broken_one(self, run, accepted):
        accepted.write("plans-baseline.json", "{")
        assert run("check", "--write-baseline").stdout.endswith(": accepts 2 findings; commit the file\n")

    def test_from_then_on_nothing_is_said(self, run, accepted):
        result = run("check")
        assert (result.stdout, result.exit_code) == ("1 plan, 0 findings (2 in the baseline)\n", 0)

    def test_in_the_build_too(self, accepted):
        built = accepted.build(strict=True)
        assert built.failure is None
        assert built.log[-1].startswith("INFO 1 plan, 0 findings (2 in the baseline)")

    @pytest.mark.parametrize(("paths", "is_added"), [((), False), (("docs/specs/012-login",), True)])
    def test_fix_pays_it_off_where_a_path_is_given(self, run, accepted, paths, is_added):
        file = accepted.folder / LOGIN
        run("check", "--fix", *paths)
        assert ("\n## Data Flow\n" in file.read_text()) is is_added

    def test_a_new_finding_counts(self, run, accepted):
        accepted.plan("012-login", plan(sections=complete(without="Data Flow").replace("## Dependencies", "## D")))
        result = run("check")
        assert result.stdout.splitlines()[0] == f"{LOGIN}:1: missing sections: Dependencies [section-missing]"
        assert result.exit_code == 1

    def test_lines_may_move(self, run, accepted):
        text = (accepted.folder / LOGIN).read_text()
        accepted.plan("012-login", "\n\n" + text)
        assert run("check").stdout == "1 plan, 0 findings (2 in the baseline)\n"

    def test_written_again_it_holds_what_is_wrong_now(self, run, accepted):
        accepted.plan("012-login", plan(sections=complete(without="Data Flow")))
        run("check", "--write-baseline")
        data = json.loads((accepted.folder / "plans-baseline.json").read_text())
        assert data["findings"] == {LOGIN: {"section-missing": ["Data Flow"]}}

    def test_without_mkdocs_yml_it_stands_in_the_current_folder(self, run, site):
        site.write("specs/012-login/plan.md", plan(sections=complete(without="Data Flow")))
        run("check", "--write-baseline")
        assert run("check").exit_code == 0
        assert (site.folder / "plans-baseline.json").exists()

    @pytest.mark.parametrize(
        "names", ["section-mising", "status-missing", "section-missing, section-mising, status-missing"]
    )
    def test_what_is_said_of_suppressions_is_accepted_too(self, run, site, names):
        site.plan(
            "012-login",
            plan(sections=complete()).replace("## Overview", f"<!-- plans-disable {names} -->\n\n## Overview"),
        )
        site.configure()
        assert run("check").stdout.splitlines()[-1] != "1 plan, 0 findings"
        run("check", "--write-baseline")
        assert "1 plan, 0 findings (" in run("check").stdout

    def test_a_suppression_that_was_mended_leaves_its_entry(self, run, site):
        text = plan(sections=complete())
        site.plan("012-login", text.replace("## Overview", "<!-- plans-disable section-mising -->\n\n## Overview"))
        site.configure()
        run("check", "--write-baseline")
        site.plan("012-login", text)
        assert "[baseline-stale]" in run("check").stdout

    @pytest.mark.parametrize("args", [["docs"], ["--since", "HEAD"]])
    def test_a_part_cannot_be_recorded(self, run, accepted, args):
        result = run("check", "--write-baseline", *args)
        assert (result.exit_code, result.stderr) == (
            2,
            "mkdocs-plans: --write-baseline covers all plans; use it without a PATH and without --since\n",
        )


class TestStale:
    def test_what_no_longer_occurs_is_reported(self, run, accepted):
        accepted.plan("012-login", plan(sections=complete(without="Data Flow")))
        assert run("check").stdout.splitlines() == [
            (
                f'plans-baseline.json:7: 1 entry of {LOGIN} no longer occurs ("section-missing");'
                " run mkdocs-plans check --write-baseline [baseline-stale] (info)"
            ),
            "",
            "1 plan, 1 finding: 1 info (1 in the baseline)",
        ]

    def test_the_first_entry_is_where_a_reader_of_the_file_finds_it(self, run, accepted):
        file = accepted.folder / "plans-baseline.json"
        known = json.loads(file.read_text())
        known["findings"] = {'z"\\.md': {"a": ["]"]}, **known["findings"], "about": {"b": ["x", "x"], "a": []}}
        file.write_text(json.dumps({"about": [["}", {"findings": {LOGIN: 1}}]], **known}, indent="\t"))
        written = file.read_text().splitlines()
        accepted.plan("012-login", plan())
        found = json.loads(run("check", "--format", "json").stdout)["findings"]
        assert [written[each["line"] - 1].strip() for each in found] == ['"]"', '"Data Flow",', '"x"']
        file.write_text(json.dumps(known))
        assert run("check").stdout.startswith("plans-baseline.json:1: ")

    def test_an_entry_of_a_renamed_file_is_found_under_its_old_name(self, run, accepted):
        (accepted.folder / "docs/specs/012-login").rename(accepted.folder / "docs/specs/012-sign-in")
        commit_all(accepted.folder, "Rename")
        accepted.plan("012-sign-in", plan())
        assert run("check").stdout.startswith("plans-baseline.json:6: 2 entries of docs/specs/012-sign-in/plan.md")

    def test_a_part_says_nothing_of_it(self, run, accepted):
        accepted.plan("012-login", plan(sections=complete(without="Data Flow")))
        assert run("check", "docs/specs").stdout == "1 plan, 0 findings (1 in the baseline)\n"

    def test_a_renamed_file_keeps_its_entries(self, run, accepted):
        (accepted.folder / "docs/specs/012-login").rename(accepted.folder / "docs/specs/012-sign-in")
        commit_all(accepted.folder, "Rename")
        assert run("check").stdout == "1 plan, 0 findings (2 in the baseline)\n"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("**Depends on**: 022", "**Depends on**: 021"),
            ("**Status**: Done\n**Depends on**: 022", "**Status**: Draft"),
            ("**Related**: 022", "**Supersedes**: 021"),
        ],
        ids=["circle", "open", "supersedes"],
    )
    @pytest.mark.parametrize(
        "renamed",
        [("021-a", "021-aa"), ("022-b", "022-bb"), ("021-a", "z/021-a")],
        ids=" to ".join,
    )
    def test_a_finding_that_names_a_renamed_file_stays_accepted(self, run, site, one, other, renamed):
        """The circle's finding stands in the plan that comes first, under whatever name."""
        filler = "".join(f"Line {number}.\n" for number in range(40))
        site.write("docs/021-a/plan.md", f"# A\n\n{one}\n\n{filler}")
        site.write("docs/022-b/plan.md", f"# B\n\n{other}\n\n{filler * 2}")
        site.write("docs/022-b/spec.md", f"# S\n\n**Status**: Draft\n\n{filler * 3}")
        site.configure()
        run("check", "--write-baseline")
        commit_all(site.folder)
        accepted = run("check").stdout
        assert accepted.startswith("2 plans, 0 findings (")
        before, after = (site.folder / "docs" / name for name in renamed)
        after.parent.mkdir(exist_ok=True)
        before.rename(after)
        commit_all(site.folder, "Rename")
        assert run("check").stdout == accepted

    def test_a_finding_that_names_the_spec_beside_it_stays_accepted(self, run, site):
        site.write("docs/021-a/plan.md", "# A\n\n**Status**: Done\n")
        site.write("docs/021-a/spec.md", "# S\n\nWhat is wanted, and why.\n\n**Status**: Draft\n")
        site.configure()
        run("check", "--write-baseline")
        assert "plan-ahead-of-spec" in (site.folder / "plans-baseline.json").read_text()
        commit_all(site.folder)
        accepted = run("check").stdout
        (site.folder / "docs/021-a").rename(site.folder / "docs/022-b")
        commit_all(site.folder, "Rename")
        assert run("check").stdout == accepted

    def test_a_long_circle_begins_with_its_smallest_file_still(self, run, site):
        for at in range(1, 9):
            site.write(f"docs/{at:03}/plan.md", f"# P{at}\n\n**Depends on**: {at % 8 + 1:03}\n" + f"Text {at}.\n" * 50)
        site.configure()
        run("check", "--write-baseline")
        commit_all(site.folder)
        accepted = run("check").stdout
        (site.folder / "docs/003").rename(site.folder / "docs/003-c")
        commit_all(site.folder, "Rename")
        assert run("check").stdout == accepted

    def test_a_name_that_is_too_long_for_a_file_is_none(self, tmp_path):
        found = finding(rule="dependency-open", what="a" * 5000)
        (tmp_path / baseline.FILE_NAME).write_text(baseline.to_json([found]), encoding="utf-8")
        assert baseline.load(tmp_path, []).part([found]) == ((), (found,), ())

    def test_a_file_that_is_gone_does_not(self, run, accepted):
        accepted.plan("013-logout", plan("Logout", spec="SPEC-013", sections=complete()))
        (accepted.folder / LOGIN).unlink()
        assert f"2 entries of {LOGIN} no longer occur" in run("check").stdout


class TestBroken:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"{", ":1: is not a baseline (Expecting property name enclosed in double quotes); fix it"),
            (b"[]", ": is not a baseline (expected schemaVersion 1); fix it"),
            (b'{"schemaVersion": 2}', ": is not a baseline (expected schemaVersion 1); fix it"),
            (b'{"schemaVersion": 1}', ': is not a baseline (expected a mapping for "findings"); fix it'),
            (
                b'{"schemaVersion": 1, "findings": {"a": {"b": [1]}}}',
                ': is not a baseline (expected a list of texts for "b" of "a"); fix it',
            ),
            (b'{"schemaVersion": 1, "findings": {"a": 1}}', ': is not a baseline (expected a mapping for "a");'),
            (b"\xff", ": cannot be read ("),
            (b"[" * 100_000, ": is not a baseline ("),
        ],
    )
    def test_one_line_says_what_and_where(self, run, accepted, content, message):
        file = accepted.folder / "plans-baseline.json"
        file.write_bytes(content)
        result = run("check")
        assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
        assert result.stderr.startswith(f"mkdocs-plans: {file}{message}")
        assert "--write-baseline" in result.stderr

    def test_a_build_stops(self, accepted):
        (accepted.folder / "plans-baseline.json").write_text("{")
        assert "is not a baseline" in " ".join(accepted.build().lines)

    def test_it_can_be_written_anew(self, run, accepted):
        (accepted.folder / "plans-baseline.json").write_text("{")
        assert run("check", "--write-baseline").exit_code == 0
        assert run("check").exit_code == 0

    def test_a_folder_in_its_place(self, run, accepted):
        file = accepted.folder / "plans-baseline.json"
        file.unlink()
        file.mkdir()
        assert run("check").exit_code == 2
        result = run("check", "--write-baseline")
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert sorted(path.name for path in accepted.folder.iterdir()) == [".git", "docs", "mkdocs.yml", file.name]


def test_equal_findings_are_counted():
    known = Baseline({("a/plan.md", "section-missing", "Goal"): 1})
    new, accepted, stale = known.part([finding(line=1), finding(line=9)])
    assert ([each.line for each in new], [each.line for each in accepted], stale) == ([9], [1], ())


keys = st.tuples(st.sampled_from("ab"), st.sampled_from(["x", "y"]), st.text(max_size=3))


@given(st.lists(keys), st.lists(keys))
def test_every_finding_is_either_new_or_accepted(found, known):
    findings = [finding(*key) for key in found]
    recorded = json.loads(baseline.to_json(finding(*key) for key in known))
    assert recorded["schemaVersion"] == 1
    counts = {key: known.count(key) for key in known}
    new, accepted, stale = Baseline(counts).part(findings)
    assert sorted(map(baseline.key_of, (*new, *accepted))) == sorted(found)
    assert set(stale) == {key for key in known if known.count(key) > found.count(key)}


def test_what_is_recorded_is_accepted(tmp_path):
    findings = [finding(what="Zwölf ✓"), finding(what=""), finding(file="", what=""), finding()]
    (tmp_path / baseline.FILE_NAME).write_text(baseline.to_json(findings), encoding="utf-8")
    assert baseline.load(tmp_path, ["a/plan.md"]).part(findings) == ((), tuple(findings), ())


def test_no_baseline_accepts_nothing(tmp_path):
    assert baseline.load(tmp_path, []) == Baseline()
    with pytest.raises(BaselineError):
        baseline.load(tmp_path / "\0", [])
