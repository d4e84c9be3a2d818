"""What the documentation promises, held against the code."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import jsonschema
import pytest
import yaml

from mkdocs_plans.cli import main
from mkdocs_plans.options import READERS, parse
from mkdocs_plans.reading.terms import LABELS
from mkdocs_plans.reports import export
from mkdocs_plans.settings import PALETTE, RuleSetting, Settings, Source, Status
from mkdocs_plans.views import THEME, drawing, markers, selection
from mkdocs_plans.views.values import NAMES
from tests.support import PROJECT, Site

REFERENCE = PROJECT / "example_site" / "docs" / "reference"
PAGES = sorted([*REFERENCE.glob("*.md"), *PROJECT.glob("*.md"), PROJECT / "example_site/docs/how-we-plan.md"])
SCHEMA = json.loads((PROJECT / "mkdocs_plans" / "reports" / "plans.schema.json").read_text(encoding="utf-8"))

# What the documentation calls the values that a reader takes.
TYPES = {
    "included": "list of patterns",
    "patterns": "list of patterns",
    "path": "text",
    "text": "text",
    "boolean": "true or false",
    "count": "number",
    "sources": "list of [sources](#sources)",
    "sections": "list of [sections](#sections)",
    "statuses": "list of [statuses](#statuses)",
    "rules": "[rules](#rules)",
    "labels": "names with lists",
    "owners": "patterns with text",
    "folders": "names with stages",
    "words": "names with text",
}
SHAPED = {
    "index": "path or false",
    "board": "path or false",
    "export": "path or false",
    "nav": "auto, all or none",
    "show_findings": "always, serve or never",
}


def table(page: str, heading: str) -> dict[str, list[str]]:
    """The first table under a heading: the other cells of each row by the name in its first."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert section, heading
    rows = re.findall(r"^\| `([^`]+)` \|(.*)\|$", section[1], re.MULTILINE)
    return {name: [cell.strip() for cell in rest.split(" | ")] for name, rest in rows}


OPTIONS = (REFERENCE / "options.md").read_text(encoding="utf-8")
MARKERS = (REFERENCE / "markers.md").read_text(encoding="utf-8")
READING = (REFERENCE / "reading.md").read_text(encoding="utf-8")


def test_every_option_is_documented_in_the_order_of_the_code():
    assert list(table(OPTIONS, "All options")) == list(READERS)


@pytest.mark.parametrize("option", READERS)
def test_the_type_of_an_option(option):
    reader = READERS[option]
    assert table(OPTIONS, "All options")[option][0] == (SHAPED.get(option) or TYPES[reader.__name__])


@pytest.mark.parametrize("option", READERS)
def test_the_default_of_an_option(option):
    written = table(OPTIONS, "All options")[option][1]
    default = getattr(Settings(), option)
    if option == "statuses":
        assert written.split(", ") == [status.name for status in default]
        return
    plain = list(default) if isinstance(default, tuple) else dict(default) if hasattr(default, "items") else default
    assert yaml.safe_load(written.strip("`")) == plain


@pytest.mark.parametrize(
    ("heading", "record", "renamed"),
    [
        ("Sources", Source, {}),
        ("Statuses", Status, {"own": None}),
        ("Rules", RuleSetting, {}),
    ],
)
def test_the_keys_of_records(heading, record, renamed):
    names = [renamed.get(each.name, each.name) for each in fields(record)]
    assert sorted(table(OPTIONS, heading)) == sorted(name for name in names if name)


def test_the_names_of_labels_and_colours():
    assert all(f"`{name}`" in OPTIONS for name in (*LABELS.keys() - {"implementation-status"}, *PALETTE))


def test_every_view_and_every_option_of_a_marker_is_documented():
    assert list(table(MARKERS, "The views")) == list(markers.VIEWS)
    assert {each.name for each in fields(selection.Options)} <= set(table(MARKERS, "Options of a marker"))
    columns = table(MARKERS, "Options of a marker")["columns"][2]
    assert re.findall(r"`([a-z]+)`", columns) == list(NAMES)


@pytest.mark.parametrize("option", [each.name for each in fields(selection.Options)])
def test_which_views_take_an_option_of_a_marker(option):
    takers = [view for view, options in markers.VIEWS.items() if option in options]
    written = table(MARKERS, "Options of a marker")[option][0]
    assert written == ("all" if takers == list(markers.VIEWS) else ", ".join(f"`{view}`" for view in takers))


def test_the_documentation_says_what_is_too_much_for_a_drawing():
    told = re.search(r"A graph that nobody could follow is shown as a list: (.*?)\.\n", READING, re.DOTALL)
    numbers = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", told[1])]
    assert numbers == [drawing.BOXES, drawing.LINES, drawing.LAYERS, drawing.SLOTS]


def in_pages(pattern):
    """What all of the documentation has of something, each with its page."""
    found = [
        (match, page.name)
        for page in PAGES
        for match in re.findall(pattern, page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    ]
    assert len({name for _, name in found}) > 2, "it is no longer found where it stands"
    return found


def test_examples_of_configuration_are_right():
    found = [
        options for block, _ in in_pages(r"^```yaml[^\n]*\n(.*?)^```") for options in _options(yaml.safe_load(block))
    ]
    assert len(found) > 5
    for options in found:
        parse(options)


def _options(data):
    """The options of the plugin in a piece of mkdocs.yml, or in the plugin's own block."""
    if isinstance(data, dict):
        if isinstance(data.get("plans"), dict) and "image" not in data["plans"]:
            yield data["plans"]
        for plugin in data.get("plugins", []):
            yield from _options(plugin)
    elif isinstance(data, list):
        for item in data:
            yield from _options(item)


def test_markers_in_the_documentation_are_right():
    written = in_pages(r"`{1,3}(?:markdown)?\n?(<!-- plans:.*?-->)")
    found = [(marker, code, page) for code, page in written for marker in markers.in_source(code, Settings())]
    assert len(found) >= len(written)
    assert [(code, page, marker.mistake) for marker, code, page in found if marker.mistake] == []


def test_commands_in_the_documentation_exist():
    used = [
        (name, options, page)
        for code, page in in_pages(r"^```.*?^```|`[^`\n]+`")
        for name, options in re.findall(r"(?<![\w/])mkdocs-plans ([a-z]+)((?: --[a-z-]+)*)", code)
    ]
    assert {name for name, _, _ in used} == set(main.commands)
    for name, options, page in used:
        known = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert set(options.split()) <= known, f"{page}: {name} {options}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_the_documentation_names_exist(page):
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    for path in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", prose):
        assert (page.parent / path).exists() or path.startswith(("plans/", "../plans/")), path
    for path in re.findall(r"`((?:mkdocs_plans|tests|benchmarks|example_site)/[\w./]+)`", text):
        assert (PROJECT / path).exists(), path


def test_templates_say_what_they_are_given():
    for template in sorted((THEME / "plans").glob("*.html")):
        assert template.read_text(encoding="utf-8").startswith("{#"), template.name


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("site"))
    site.plan(
        "007-users", "# Users\n\n**Status**: 17\n**Created**: 2026-03-01\n**Related**: 012\n\n## A\n\n- **B**: c\n"
    )
    site.write("docs/specs/007-users/spec.md", "# Users\n\n**Status**: Draft\n")
    site.plan("012-login")
    site.plan("013-x", "---\ntags: [a]\n---\n\n- [x] b\n")
    return json.loads(site.build().html("plans/plans.json"))


def test_the_data_follow_its_schema(data):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(data, SCHEMA)
    assert SCHEMA["properties"]["schemaVersion"]["const"] == export.SCHEMA_VERSION


def test_the_schema_knows_every_key(data):
    closed = json.loads(json.dumps(SCHEMA).replace('"properties":', '"additionalProperties": false, "properties":'))
    jsonschema.validate(data, closed)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda plan: plan.update(path="a\\b"), "does not match"),
        (lambda plan: plan.pop("title"), "required"),
        (lambda plan: plan["status"].update(stage="begun"), "is not one of"),
        (lambda plan: plan.update(created="yesterday"), "does not match"),
    ],
)
def test_the_schema_refuses(data, change, message):
    wrong = json.loads(json.dumps(data))
    change(wrong["plans"][0])
    with pytest.raises(jsonschema.ValidationError, match=message):
        jsonschema.validate(wrong, SCHEMA)
