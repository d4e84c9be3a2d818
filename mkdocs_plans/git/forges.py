"""How forges form the addresses of files in a repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

# What may stand before a branch; `raw` and `tree` are no form of ours, but some teams name them.
_SAID = re.compile(r"(?P<form>(?:-/)?(?:_?edit|blob|raw|tree|src/branch|src))/(?P<branch>[^/]+)/")
# MkDocs' own guess, if a team has set nothing: https://www.mkdocs.org/user-guide/configuration/#edit_uri
_GUESSED_BRANCHES = ("master", "default")


@dataclass(frozen=True, slots=True)
class Forge:
    """The words of which one is in the name of its host, and what stands before a branch, to edit and to look at it."""

    names: tuple[str, ...]
    edit: str
    view: str


GITHUB = Forge(("github",), "edit", "blob")
FORGES = (
    GITHUB,
    Forge(("gitlab",), "-/edit", "-/blob"),
    Forge(("bitbucket",), "src", "src"),
    Forge(("gitea", "forgejo", "codeberg"), "_edit", "src/branch"),
)


def of_host(url: str) -> Forge | None:
    """The forge that the name of the host tells; a team's own may have any name."""
    host = urlsplit(url).netloc
    return next((forge for forge in FORGES if any(name in host for name in forge.names)), None)


def view(url: str, edit_uri: str | None) -> str:
    """What stands between a repository and a file to look at; HEAD is the branch that forges show first.

    Where the host tells no forge, the form of an edit link does.
    """
    said = _SAID.match(edit_uri or "")
    form, branch = (said["form"], said["branch"]) if said else ("", "HEAD")
    told = next((forge for forge in FORGES if form in (forge.edit, forge.view)), GITHUB)
    return f"{(of_host(url) or told).view}/{'HEAD' if branch in _GUESSED_BRANCHES else branch}/"


def prefix_in(edit_uri: str | None) -> str:
    """The folder that an `edit_uri` leads to, if it shows one: `edit/main/plans/` leads to `plans/`."""
    said = _SAID.match(edit_uri or "")
    return (edit_uri or "")[said.end() :] if said else ""
