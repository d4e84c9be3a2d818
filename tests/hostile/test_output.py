"""What commands print: no text or name of a plan makes a terminal or a CI obey, or hides what is printed."""

from __future__ import annotations

import json
import re
import sys
import unicodedata

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from tests.support import commit

# Colours, a title for the window, a line that is written over, text that runs backwards, and invisible blanks.
OBEYED = "\x1b[31m\x1b]0;x\x07a\r\u202eb\u200b\x9b31m\x7f"
CI = "##[add-mask]a ##vso[task.setvariable variable=a]b"
BAD = f"{OBEYED} {CI}"
COMMAND = re.compile(r"\s*::[a-z-]+(?: [^:]*)?::|.*##\w*\[")

PLAN = f"""# Technical Plan: Login {BAD}

- **Spec**: SPEC-012 {BAD}
- **Status**: Foo {BAD}
- **Owner**: Ada {BAD}
**Created**: 2026-13-99 {BAD}
**Depends on**: SPEC-99, [x](../no{BAD}/plan.md)

::stop-commands::x

## Overview {BAD}

[l](no{BAD}.md) ![i](img{BAD}.png)

::add-mask::x

## Testing {BAD}

<!-- plans-disable foo{BAD}: x -->
<!-- plans:board {{x{BAD}: 1}} -->
<!-- plans:x{BAD} -->

- [ ] {BAD}
- [x] {BAD}
"""
COMMANDS = [
    *("check", "check --format json", "check --format sarif", "list", "list --sort owner", "list --format json"),
    *("list --format csv", "list --owner x", "list --status x", "list --where x=1", "init --dry-run"),
    *("new Logout --dry-run", "check --fix --dry-run", "set . --status Done --dry-run", "check --since HEAD"),
]


@pytest.fixture
def hostile(site, monkeypatch):
    """A repository in which everything is hostile, also the names of its folders."""
    name = BAD.replace("]0;", "")
    for number in range(4):
        site.write(f"docs/specs/01{number} {name}/plan.md", PLAN)
        site.write(f"::error::{name}/plans/{number}{name}/plan.md", PLAN)
    site.write("docs/specs/020/plan.md", f"---\ntitle: [x\n{OBEYED}: a\n---\n# Y\n")
    site.write(".specify/templates/plan-template.md", f"# [Feature]\n\n## Over{BAD}view\n\n::a::\n\n## Needed {BAD}\n")
    site.write(f"plans/x{name}/plan.md", PLAN)
    site.write("CODEOWNERS", f"* @ada{BAD}\n")
    monkeypatch.chdir(site.folder)
    return site


def obeyed(output):
    """The lines that a terminal or a CI would obey."""
    return [
        line
        for line in output.split("\n")
        if COMMAND.match(line)
        or any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in line.removesuffix("\r").replace("\t", ""))
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes none of these names")
@pytest.mark.parametrize("has_site", [True, False], ids=["with mkdocs.yml", "without"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_that_commands_print_is_obeyed(hostile, command, has_site):
    if has_site:
        hostile.options |= {"include": ["plan.md"], "sources": ["::error::" + BAD.replace("]0;", "")]}
        hostile.configure()
    commit(hostile.folder)
    result = CliRunner().invoke(main, command.split())
    assert not isinstance(result.exception, Exception), result.exception
    assert result.output
    # Lines for mkdocs.yml have names as they are, as far as YAML lets them.
    assert obeyed(result.stdout.partition("plugins:")[0]) == []
    assert obeyed(result.stderr) == []


def test_nothing_that_a_build_logs_is_obeyed(hostile):
    built = hostile.build()
    assert built.failure is None
    assert built.log
    assert obeyed("\n".join(built.log).partition("plugins:")[0]) == []


def test_json_says_what_a_plan_says(hostile):
    hostile.write("docs/specs/012/plan.md", f'---\nowner: "{CI}\\u202e\\x9b"\n---\n# Login\n')
    hostile.configure()
    output = CliRunner().invoke(main, ["list", "docs/specs/012", "--format", "json"]).stdout
    assert obeyed(output) == []
    assert json.loads(output)["plans"][0]["owner"] == f"{CI}\u202e\x9b"
