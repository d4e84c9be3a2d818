"""Readers for paths in mkdocs.yml; it is one file for all machines of a team, so paths may be written as on Windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans.options.values import OptionError, shown, text

if TYPE_CHECKING:
    from collections.abc import Callable

# In bytes, on all file systems that teams use.
_LONGEST_NAME = 255


def place(ending: str) -> Callable[[object], str | None]:
    """A place in the site for one of our own files, or None for `false`."""

    def read(value: object) -> str | None:
        if value is False:
            return None
        found = inside(value)
        if not found.endswith(ending):
            raise OptionError([f"expected a path that ends in {ending}, or false, not {shown(value)}"])
        return found

    return read


def slashed(written: str) -> str:
    """A path with forward slashes. Where it has some already, backslashes belong to names, as on Linux."""
    return written if "/" in written else written.replace("\\", "/")


def path(value: object) -> str:
    """A path with names that files can have."""
    written = slashed(text(value))
    longest = max(len(name.encode("utf-8", "replace")) for name in written.split("/"))
    if "\0" in written or longest > _LONGEST_NAME:
        raise OptionError([f"expected a path with names that files can have, not {shown(value)}"])
    return written


def inside(value: object) -> str:
    """A relative path that does not leave its folder."""
    written = path(value).replace("\\", "/")
    parts = [part for part in written.split("/") if part not in ("", ".")]
    if not parts or ".." in parts or written.startswith("/") or ":" in parts[0]:
        raise OptionError([f"expected a relative path without .., not {shown(value)}"])
    return "/".join(parts)
