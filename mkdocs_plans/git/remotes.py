"""The address of a repository on its forge, from the remote that git knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mkdocs_plans.git import ask, forges

if TYPE_CHECKING:
    from pathlib import Path

_SHORT = re.compile(r"(?:[^@/\s]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?P<path>[^/\s].*)", re.ASCII)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?", re.ASCII)
_NAME = re.compile(r"[\w.~+-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Remote:
    """A repository on a forge: its address, and the part between that and a file in edit links; empty if unknown."""

    url: str
    edit_uri: str = ""


def find(folder: Path) -> Remote | None:
    """The forge that the repository of a folder comes from; None if there is none."""
    url = address((ask(folder, "remote", "get-url", "origin") or "").strip())
    if url is None:
        return None
    head = (ask(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD") or "").strip()
    prefix = (ask(folder, "rev-parse", "--show-prefix") or "").removesuffix("\n")
    return Remote(url, edit_uri(url, head.removeprefix("origin/"), prefix))


def address(remote: str) -> str | None:
    """The address for a browser of a git remote, without any user name or password.

    None for anything but a plain address of a repository: a path, a file, a personal alias.
    """
    if short := _SHORT.fullmatch(remote):
        return _join("https", short["host"], short["path"])
    try:
        parts = urlsplit(remote)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme == "ssh":
        return _join("https", host, parts.path)
    if parts.scheme in ("http", "https"):
        return _join(parts.scheme, f"{host}:{port}" if port else host, parts.path)
    return None


def edit_uri(url: str, branch: str, prefix: str) -> str:
    """What MkDocs puts between the repository and a file for an edit link; `prefix` ends in a slash or is empty."""
    forge = forges.of_host(url)
    return f"{forge.edit}/{quote(branch)}/{quote(prefix)}" if forge and branch else ""


def _join(scheme: str, host: str, path: str) -> str | None:
    names = path.strip("/").removesuffix(".git").split("/")
    has_names = len(names) > 1 and all(_NAME.fullmatch(name) and name not in (".", "..") for name in names)
    return f"{scheme}://{host}/{'/'.join(names)}" if has_names and _HOST.fullmatch(host) else None
