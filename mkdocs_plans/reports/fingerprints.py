"""What other services know a finding by, from one run to the next."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_plans.baseline import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_plans.model import Finding


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with 64 hexadecimal digits that stay when lines move; equal findings are counted apart."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = key_of(finding)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield finding, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
