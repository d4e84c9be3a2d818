"""Plans as data: plans.json, `mkdocs-plans list --format json` and `page.meta["plan"]` share this schema.

Only additions keep `SCHEMA_VERSION`. Nothing in the data depends on when or where it was made.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mkdocs_plans.settings import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_plans.model import Catalogue, Fact, Field, Finding, Plan, Progress, Section, Specification, Status
    from mkdocs_plans.site import Site

SCHEMA_VERSION = 1
# Beside what JSON escapes anyway: other control characters, invisible ones, those that change the direction; and what
# a CI takes for a command, see `wording`.
_OBEYED = re.compile(
    r"[\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<=#)#(?=\w*\[)"
)

Data = dict[str, Any]


def to_json(catalogue: Catalogue, site: Site, made: Mapping[str, Data] | None = None) -> str:
    """The whole catalogue as the text of plans.json; `made` is the `plan_data` that exists already, by path."""
    return dumps(catalogue_data(catalogue, site, made))


def catalogue_data(catalogue: Catalogue, site: Site, made: Mapping[str, Data] | None = None) -> Data:
    """All plans and all specs, sorted by path, and the findings of the whole site."""
    known = made or {}
    plans = sorted(catalogue.plans, key=lambda plan: plan.path)
    return {
        "schemaVersion": SCHEMA_VERSION,
        "plans": [known.get(plan.path) or plan_data(plan, catalogue, site) for plan in plans],
        "specs": [_specification(spec, site) for spec in catalogue.specs],
        "findings": findings_data(catalogue.findings_by_path.get(None, ())),
    }


def plan_data(plan: Plan, catalogue: Catalogue, site: Site) -> Data:
    """One plan. `status.text` is None where none is declared; the rest of `status` then follows what was derived."""
    document = plan.document
    return {
        "path": plan.path,
        "file": plan.file,
        "source": plan.place.source,
        "url": site.url(plan.path),
        "id": plan.id,
        "title": plan.title,
        "status": _status(plan),
        "derived": {"stage": _value(plan.derived.stage), "source": plan.derived.source},
        "spec": {"text": plan.spec.text, "id": plan.spec.id, "path": plan.spec.path},
        "created": document.created,
        "updated": document.updated,
        "owner": plan.owner,
        "ownerSource": plan.owner_source,
        "tags": list(document.tags),
        "fields": _labelled(document.fields),
        "progress": _progress(plan.progress),
        "companions": list(plan.companions),
        "relations": [
            {"kind": relation.kind, "text": relation.text, "path": relation.path} for relation in plan.relations
        ],
        "sections": [_section(section) for section in document.sections],
        "findings": findings_data(catalogue.findings_by_path.get(plan.path, ())),
    }


def findings_data(findings: Iterable[Finding]) -> list[Data]:
    """Findings within a plan; for a list of their own see `reports.data`."""
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "line": finding.line,
            "what": finding.what,
            "message": finding.message,
        }
        for finding in findings
    ]


def dumps(data: Data) -> str:
    """Data as JSON text in one form everywhere, with a line for each list item and a newline at the end.

    Python's indenting encoder takes ten times as long. What a terminal or a CI would obey or hide is escaped. Lone
    surrogates, which YAML escapes can smuggle into a text, become question marks: UTF-8 cannot hold them.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    members = (f" {encode(name)}: {_items(value, encode)}" for name, value in data.items())
    text = "{\n" + ",\n".join(members) + "\n}\n"
    text = _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text.encode("utf-8", "replace").decode("utf-8")


def _items(value: object, encode: Callable[[object], str]) -> str:
    if not isinstance(value, list) or not value:
        return encode(value)
    return "[\n" + ",\n".join(f"  {encode(item)}" for item in value) + "\n ]"


def _status(plan: Plan) -> Data:
    declared = plan.document.status
    return {
        "text": declared.value if declared else None,
        "name": plan.status.name,
        "slug": plan.status.slug,
        "stage": _stage(plan.status),
        "source": declared.origin.value if declared else None,
        "line": declared.line if declared else None,
    }


def _stage(status: Status) -> str | None:
    return _value(status.stage) or (UNKNOWN.slug if status == UNKNOWN else None)


def _specification(spec: Specification, site: Site) -> Data:
    declared = spec.document.status
    return {
        "path": spec.path,
        "file": spec.place.file,
        "url": site.url(spec.path),
        "id": spec.id,
        "title": spec.title,
        "status": {
            "text": declared.value if declared else None,
            "name": spec.status.name,
            "slug": spec.status.slug,
            "stage": _stage(spec.status),
        },
        "plans": list(spec.plans),
    }


def _section(section: Section) -> Data:
    return {
        "title": section.title,
        "level": section.level,
        "line": section.line,
        "state": section.state.value,
        "facts": _labelled(section.facts),
    }


def _labelled(items: Iterable[Field | Fact]) -> list[Data]:
    return [{"label": item.label, "value": item.value, "line": item.line} for item in items]


def _progress(progress: Progress | None) -> Data | None:
    return None if progress is None else {"done": progress.done, "total": progress.total, "source": progress.source}


def _value(stage: object) -> str | None:
    return None if stage is None else str(stage)
