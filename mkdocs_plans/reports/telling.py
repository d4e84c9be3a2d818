"""What the builds of one `mkdocs serve` have printed, so each prints only what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_plans.model import Severity
from mkdocs_plans.reports import log
from mkdocs_plans.reports.log import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plans.model import Catalogue


@dataclass
class Telling:
    """The memory of what was printed; outside `serve` nothing is kept."""

    serving: bool = False
    _findings: log.Known | None = None
    _advice: frozenset[str] = frozenset()

    def lines(self, advice: Sequence[str], catalogue: Catalogue, board: str | None) -> Iterator[Line]:
        """The lines of a build: advice first, then findings."""
        yield from (Line(Severity.INFO, line) for line in advice if line not in self._advice)
        yield from log.lines(catalogue, board, self._findings)
        if self.serving:
            self._advice |= set(advice)
            self._findings = log.known(catalogue)
