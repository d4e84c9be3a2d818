"""What `serve` watches: also what a change of mkdocs.yml adds, and folders that are there again.

The server belongs to the site generator, which tells it only once what to watch, after the first build.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

# What makes a folder the same one: its device and its number there. A number may be given again, but not to a folder
# that was seen to be missing.
Identity = tuple[int, int]
_MISSING: Identity = (-1, -1)


class Server(Protocol):
    """The server; the type is MkDocs' own: https://www.mkdocs.org/dev-guide/plugins/#on_serve."""

    def watch(self, path: str) -> None:
        """Watch a path."""

    def unwatch(self, path: str) -> None:
        """Watch a path no longer."""


@dataclass
class Watching:
    """The paths that a server watches; without a server, nothing is watched."""

    server: Server | None = None
    _watched: dict[str, Identity] = field(default_factory=dict)

    def begin(self, server: Server, paths: Iterable[str]) -> None:
        """Note what the site generator will have the server watch."""
        self.server = server
        self._watched = {path: _identity(path) for path in paths}

    def renew(self, paths: Iterable[str]) -> None:
        """Watch what is new, and what was removed and is there again: systems watch a folder, not its name."""
        if self.server is None:
            return
        for path in paths:
            found = _identity(path)
            if found not in (_MISSING, self._watched.get(path)):
                if path in self._watched:
                    self.server.unwatch(path)
                self.server.watch(path)
            if found is not _MISSING or path in self._watched:
                self._watched[path] = found


def _identity(path: str) -> Identity:
    try:
        found = Path(path).stat()
    except OSError:
        return _MISSING
    return found.st_dev, found.st_ino
