"""A site whose plans have HTML in every field, in headings, paths and tags, and in the options of markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support import Site


def bad(field: str) -> str:
    """What would open a dialog wherever a page takes it for HTML; plans show the script as text, as GitHub does."""
    return f'<script>alert(1)</script><svg onload=alert(1)>"&lt;{field}'


HEADER = {
    "Status": bad("status"),
    "Owner": bad("owner"),
    "Spec": bad("spec"),
    "Created": bad("created"),
    "Depends on": f"SPEC-013, {bad('dependency')}, [{bad('linked')}](../014-third/plan.md), [x](javascript:alert(1))",
    "Blocks": bad("blocked"),
    "Supersedes": bad("older"),
    "Superseded by": "[SPEC-13<script>alert(1)</script>](data:text/html,<script>alert(1)</script>)",
    "Related": bad("related"),
    "Next steps": bad("next"),
    "Risk Level": bad("risk"),
    bad("label"): "x",
}
FOLDER = "013-<svg onload=alert(1)>"
NAVIGATED = "014-third"
VIEWS = ("index", "board", "graph", "specs", "register")
MARKERS = [
    "{columns: [plan, 'BAD', Risk Level]}",
    "{group: owner, sort: 'BAD'}",
    "{where: {'BAD': x}}",
    "{path: 'BAD', owner: 'BAD'}",
    "{status: ['BAD']}",
    "{section: [Open Questions, 'BAD'], due: 'BAD'}",
    "{'BAD': 1}",
    "{BAD",
    "BAD",
]


def write(site: Site) -> None:
    """The plans of the site, and pages with markers."""
    header = "".join(f"**{label}**: {value}  \n" for label, value in HEADER.items())
    sections = f"\n## {bad('heading')}\n\n- **{bad('fact')}**: {bad('value')}\n\n- [ ] {bad('task')}\n"
    sections += f"\n## Open Questions\n\n1. {bad('question')}\n   - **{bad('about')}**: {bad('why')}\n   - **Due**: {bad('day')}\n"
    site.plan("012-login", f"# Plan: {bad('title')}\n\n{header}{sections}")
    site.write("docs/specs/012-login/spec.md", f"# Spec: {bad('spec-title')}\n\n**Status**: {bad('spec-status')}\n")
    site.write("docs/specs/012-login/tasks.md", f"---\ntitle: '{bad('tasks-title')}'\n---\n\n- [ ] {bad('task')}\n")
    site.write("docs/specs/012-login/<svg onload=alert(1)>.txt", "x")
    front = f"---\ntitle: '{bad('front-title')}'\ntags: ['{bad('tag')}']\ntodos: [{{content: '{bad('todo')}', status: '{bad('state')}'}}]\n---\n"
    site.plan(FOLDER, f"{front}**Spec**: SPEC-013\n**Status**: Draft\n**Owner**: {bad('lane')}\n**Depends on**: 012\n")
    site.plan(NAVIGATED, f"# Plan: Zebra {bad('third')}\n\n**Status**: In progress\n**Depends on**: {FOLDER}\n")
    site.write("docs/index.md", "# Home\n\n" + "".join(f"<!-- plans:{view} -->\n\n" for view in VIEWS))
    markers = (f"<!-- plans:{view} {text.replace('BAD', bad('marker'))} -->\n\n" for text in MARKERS for view in VIEWS)
    site.write("docs/wrong.md", f"# Wrong\n\n{''.join(markers)}<!-- plans:x {bad('view')} -->\n")
    site.options |= {
        "owners": {"*": bad("default-owner")},
        "nav": "all",
        "statuses": [
            {"name": bad("column"), "slug": "x", "stage": "todo", "aliases": ["Draft"], "emoji": "<b>"},
            {"name": "Doing", "slug": "doing", "stage": "active", "aliases": ["In progress"]},
        ],
    }
