"""The checked catalogue of a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plans import surroundings
from mkdocs_plans.baseline import BaselineError
from mkdocs_plans.checks.templates import TemplateError
from mkdocs_plans.discovery import copies
from mkdocs_plans.pipeline import Inputs, compile_catalogue
from mkdocs_plans.workspace.listing import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mkdocs_plans.discovery import Entry
    from mkdocs_plans.model import Catalogue
    from mkdocs_plans.surroundings import Surroundings
    from mkdocs_plans.workspace.listing import Listing


def compiled(
    listing: Listing, chosen: Sequence[Path], load: Callable[[Entry], bytes], *, accept: bool
) -> tuple[Catalogue, Surroundings]:
    """Read, relate and check the plans of a listing, and what is around them.

    Args:
        listing: The files.
        chosen: The paths on the command line; files among them are plans, whatever their name.
        load: Gives the bytes of a file.
        accept: Whether the baseline counts.

    Raises:
        WorkspaceError: for a missing template or a broken baseline.
    """
    files = {str(path.resolve()) for path in chosen if path.is_file()}
    reals = zip(listing.entries, copies.real_paths(listing.entries), strict=True) if files else ()
    named = frozenset(entry.place.path for entry, real in reals if real in files)
    try:
        around = surroundings.gather(listing.root, listing.entries, listing.settings, named, accept=accept)
    except BaselineError as error:
        raise WorkspaceError([str(error)]) from None
    except TemplateError as error:
        place = f"{listing.project.file}: " if listing.project else ""
        raise WorkspaceError([f"{place}{error}"]) from None
    given = Inputs(listing.entries, named, around, is_site=listing.project is not None)
    return compile_catalogue(given, listing.settings, load), around
