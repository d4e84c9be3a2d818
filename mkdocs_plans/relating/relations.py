"""The ties among plans and specs: what references in a header mean, once all plans are known."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_plans.discovery import stands_for_folder
from mkdocs_plans.model import Relation, Spec
from mkdocs_plans.reading.references import is_definite
from mkdocs_plans.relating import naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs_plans.linking import Linker
    from mkdocs_plans.model import Document, Field, Place, Plan, Reference, Specification
    from mkdocs_plans.relating.naming import Names


def linked_spec(place: Place, document: Document, linker: Linker) -> str | None:
    """The file of the site that the header's link or path to the spec leads to; in a folder it is spec.md."""
    found = _follow(place, document.spec.path, linker)
    if found and stands_for_folder(found):
        beside = posixpath.join(posixpath.dirname(found), "spec.md")
        found = beside if beside in linker.places else found
    return None if found == place.path else found


def tie(plans: Sequence[Plan], specs: Sequence[Specification], linker: Linker) -> tuple[Plan, ...]:
    """The plans with their specs and their relations found."""
    known = naming.of_specs(specs)
    own_id = {spec.path: spec.id for spec in specs if spec.id}
    specified = [replace(plan, spec=_spec(plan, known, own_id, linker)) for plan in plans]
    tier = _Tier(linker, naming.of_plans(specified, specs), _owners(specified))
    return tuple(replace(plan, relations=tuple(tier.relations(plan))) for plan in specified)


def with_plans(specs: Sequence[Specification], plans: Sequence[Plan]) -> tuple[Specification, ...]:
    """The specs with their plans."""
    fulfilled: dict[str, list[str]] = {}
    for plan in plans:
        fulfilled.setdefault(plan.spec.path or "", []).append(plan.path)
    return tuple(replace(spec, plans=tuple(fulfilled.get(spec.path, ()))) for spec in specs)


def _spec(plan: Plan, specs: Names, own_id: Mapping[str, str], linker: Linker) -> Spec:
    """If no link and no neighbouring file tells which file the spec is, its id does, if only one spec has it."""
    named = plan.spec
    if named.path:
        if not _is_another(plan, own_id.get(named.path), linker):
            return named
        found = specs.find(named.id, plan.path) if named.id else ()
        return replace(named, path=found[0] if len(found) == 1 else named.path, is_missing=not found)
    if path := plan.document.spec.path:
        return replace(named, is_missing=_leads_nowhere(plan.place, path, linker))
    found = specs.find(named.id, plan.path) if named.id else ()
    if len(found) == 1:
        return replace(named, path=found[0])
    is_promised = naming.form(named.id or "") in specs.forms and not _is_own_id(plan)
    return replace(named, is_missing=not found and is_promised)


def _is_another(plan: Plan, beside: str | None, linker: Linker) -> bool:
    """Whether a plan names a spec by an id of the same kind as that of the spec beside it, but a different one."""
    named = plan.spec.id
    if not named or not beside or _is_own_id(plan) or _speaks_of(plan, beside):
        return False
    letters = naming.form(named)
    is_alike = letters is not None and letters == naming.form(beside)
    return is_alike and linked_spec(plan.place, plan.document, linker) is None


def _speaks_of(plan: Plan, beside: str) -> bool:
    """Whether a plan's spec field also names the spec beside it: `extends SPEC-012 (see spec.md)`."""
    said, file = (plan.spec.text or "").casefold(), posixpath.basename(plan.spec.path or "").casefold()
    named = re.search(rf"(?<![\w-]){re.escape(naming.normal(beside))}(?![\w-])", naming.normal(said))
    return naming.normal(plan.spec.id or "") == naming.normal(beside) or named is not None or file in said


def _is_own_id(plan: Plan) -> bool:
    """Whether the spec's id is also the plan's own: then it names the feature, and need not be that of a spec."""
    return naming.normal(plan.spec.id or "") == naming.normal(plan.id or "")


def _leads_nowhere(place: Place, target: str, linker: Linker) -> bool:
    """Whether no file has this path, neither from the file's folder nor from the top of the repository."""
    return all(linker.resolve(place, path).is_broken for path in (target, f"/{target.lstrip('/')}"))


def _owners(plans: Sequence[Plan]) -> dict[str, tuple[str, ...]]:
    """For every file the plans that it is beside; for a spec beside none, all plans that name it."""
    naming_it: dict[str, tuple[str, ...]] = {}
    beside: dict[str, tuple[str, ...]] = {}
    for plan in plans:
        if plan.spec.path:
            naming_it[plan.spec.path] = (*naming_it.get(plan.spec.path, ()), plan.path)
        for path in plan.companions:
            beside[path] = (*beside.get(path, ()), plan.path)
    return {**naming_it, **beside, **{plan.path: (plan.path,) for plan in plans}}


def _follow(place: Place, target: str | None, linker: Linker) -> str | None:
    """Where a link or a path leads: from the file's folder or, as many write it, from the root of site or project."""
    if not target:
        return None
    path = target.replace("\\", "/")
    root = path.strip("/").split("#")[0]
    found = linker.find(place, path) or linker.find(place, f"/{path}")
    return found or (root if root in linker.places else linker.index_of(root))


@dataclass(frozen=True, slots=True)
class _Tier:
    """Finds the plans that others refer to; `owners` are the plans of all files of features."""

    linker: Linker
    names: Names
    owners: Mapping[str, tuple[str, ...]]

    def relations(self, plan: Plan) -> Iterator[Relation]:
        """The relations of a plan to others, each once for each kind; references to its own files are not relations."""
        seen: set[tuple[str, str]] = set()
        for field in plan.document.fields:
            for reference in field.references:
                relation = self._relation(reference, field, plan)
                if relation is None:
                    continue
                if (relation.kind, relation.path or relation.text) not in seen:
                    seen.add((relation.kind, relation.path or relation.text))
                    yield relation
                if reference.is_whole:
                    break  # the value is the title of one plan, whatever commas are in it

    def _relation(self, reference: Reference, field: Field, plan: Plan) -> Relation | None:
        path = _follow(plan.place, reference.target, self.linker)
        if path:
            found = self.owners.get(path, (path,))
            if plan.path in found:
                return None
        else:
            is_name = reference.target in (None, reference.text)
            found = self.names.find(reference.text, plan.path) if is_name else ()
        if len(found) == 1:
            return self._to(reference, field, found[0])
        if found:
            return replace(self._to(reference, field, None), candidates=found[: naming.MOST_CANDIDATES])
        if not is_definite(reference) or self._is_own(reference, plan):
            return None
        return replace(self._to(reference, field, None), is_missing=not self._is_elsewhere(reference, plan))

    @staticmethod
    def _to(reference: Reference, field: Field, path: str | None) -> Relation:
        return Relation(reference.kind, reference.text, path, field.line)

    @staticmethod
    def _is_own(reference: Reference, plan: Plan) -> bool:
        """Whether a plan names itself: its number, its folder, its spec."""
        own = {naming.normal(name) for name in (plan.id, plan.spec.id, *naming.own_names(plan.path)) if name}
        return naming.normal(reference.text) in own

    def _is_elsewhere(self, reference: Reference, plan: Plan) -> bool:
        """Whether a reference may mean something outside this site's plans: a file of the repository, a foreign id."""
        if reference.target:
            return not _leads_nowhere(plan.place, reference.target, self.linker)
        letters = naming.form(reference.text)
        return letters is not None and letters not in self.names.forms
