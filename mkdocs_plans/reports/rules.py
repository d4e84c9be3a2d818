"""The page "Rules": every rule with its severity and its docstring, as Markdown.

`python -m mkdocs_plans.reports.rules FILE` writes it; the example site's copy is tested to be up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs_plans.checks import RULES
from mkdocs_plans.model import Severity
from mkdocs_plans.rules import SEVERITIES

_HEAD = """# Rules

What `mkdocs build`, `mkdocs serve` and `mkdocs-plans check` look for in plans, each with a name and a severity.

- `error`: makes `mkdocs build` and `gh-deploy` fail, after all findings have been printed; never stops `serve`.
- `warning`: is printed, and makes `--strict` and `mkdocs-plans check` fail.
- `info`: is counted by a build and printed by `mkdocs-plans check`.
- `off`: is not checked.

```yaml
plugins:
  - plans:
      rules:
        section-missing: error
        status-missing: {severity: warning, exclude: [archive/]}
        section-order: info
```

To silence one finding, write `<!-- plans-disable section-missing: docs only -->`, with your reason, on its line, above
its line, or anywhere below its heading. Above the first H2 the comment applies to the whole file, as does
`plans: {disable: [section-missing]}` in the front matter.
`mkdocs-plans check --write-baseline` accepts all current findings.

"""


def page() -> str:
    """The whole page; it depends on nothing but the rules."""
    rows = "".join(
        f"| [{rule.name}](#{rule.name}) | {SEVERITIES[rule.name]} | {_first(rule.documentation)} |\n" for rule in RULES
    )
    table = f"| rule | by default | finds |\n| --- | --- | --- |\n{rows}"
    return _HEAD + table + "".join(f"\n{_entry(rule.name, rule.documentation)}" for rule in RULES)


def _first(documentation: str) -> str:
    return documentation.partition("\n\n")[0].replace("\n", " ")


def _entry(name: str, documentation: str) -> str:
    severity = SEVERITIES[name]
    by_default = "Off by default." if severity is Severity.OFF else f"By default: {severity}."
    paragraphs = documentation.split("\n\n")
    text = "\n\n".join(_labelled(paragraph) for paragraph in paragraphs)
    return f"## {name}\n\n{text}\n\n{by_default}\n"


def _labelled(paragraph: str) -> str:
    """Emphasise `How to fix:`, `Bad:` and `Good:`."""
    label, colon, rest = paragraph.partition(":")
    return f"**{label}:**{rest}" if colon and label in ("How to fix", "Bad", "Good") else paragraph


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8", newline="\n")
