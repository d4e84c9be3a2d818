"""The reports for other services against what these say of their formats, whatever the findings are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from mkdocs_plans.model import Catalogue, Finding, Severity
from mkdocs_plans.reports import gitlab, sarif
from mkdocs_plans.rules import SEVERITIES

SARIF = Draft4Validator(json.loads((Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8")))

# GitLab publishes no schema; this is its table of the format:
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "additionalProperties": False,
                    "properties": {
                        # Relative to the top of the repository, without "./", and inside of it.
                        "path": {"type": "string", "pattern": r"^(?!/|\.\.?(/|$)|[A-Za-z]:).+"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "additionalProperties": False,
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)

texts = st.text(max_size=20)
files = st.one_of(
    st.just(""),
    st.sampled_from(
        ["docs/a/plan.md", "./docs/a/plan.md", "../specs/plan.md", "../../else/plan.md", "docs/ä #1/plan.md"]
    ),
    st.text("abc./é %#", min_size=1, max_size=12).map(lambda name: f"docs/{name}.md"),
)
findings = st.builds(
    Finding,
    rule=st.sampled_from(sorted(SEVERITIES)),
    severity=st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO]),
    file=files,
    line=st.integers(1, 10**6),
    message=texts.map(lambda text: f"wrong {text}; mend it"),
    what=st.sampled_from(["", "Goal", "Zwölf ✓"]),
)
groups = st.lists(findings, max_size=6).map(tuple)
prefixes = st.sampled_from(["", "handbook/", "team/handbook/"])


def wrong(validator, report: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(report))]


@given(groups, groups, groups, prefixes)
def test_sarif_keeps_to_its_schema(found, suppressed, accepted, prefix):
    report = sarif.render(Catalogue(findings=found, suppressed=suppressed, accepted=accepted), prefix=prefix)
    assert wrong(SARIF, report) == []
    assert len(json.loads(report)["runs"][0]["results"]) == len((*found, *suppressed, *accepted))


@given(groups, prefixes)
def test_gitlab_keeps_to_its_format(found, prefix):
    report = gitlab.render(Catalogue(findings=found), prefix=prefix, config="mkdocs.yml")
    assert wrong(GITLAB, report) == []
    prints = [entry["fingerprint"] for entry in json.loads(report)]
    assert len(set(prints)) == len(prints) == len(found)


@pytest.mark.parametrize(
    ("file", "prefix", "place"),
    [
        ("docs/a/plan.md", "", ("docs/a/plan.md", 7)),
        ("../specs/plan.md", "handbook/", ("specs/plan.md", 7)),
        ("../specs/plan.md", "", ("mkdocs.yml", 1)),
        ("", "handbook/", ("handbook/mkdocs.yml", 1)),
    ],
)
def test_gitlab_files_under_the_configuration_what_is_outside_of_the_repository(file, prefix, place):
    found = Finding("status-unknown", Severity.WARNING, file, 7 if file else 1, "wrong; mend it")
    [entry] = json.loads(gitlab.render(Catalogue(findings=(found,)), prefix=prefix))
    assert (entry["location"]["path"], entry["location"]["lines"]["begin"]) == place
    assert entry["description"].startswith("../specs/plan.md:7: ") is (place[0] == "mkdocs.yml")


@pytest.mark.parametrize(
    ("validator", "report"),
    [
        (SARIF, '{"version": "2.1.0"}'),
        (SARIF, '{"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}'),
        (SARIF, '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"level": "loud"}]}]}'),
        (GITLAB, "[{}]"),
        (GITLAB, "{}"),
    ],
)
def test_the_schemas_refuse_what_is_wrong(validator, report):
    assert wrong(validator, report)
