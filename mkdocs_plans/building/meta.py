"""The front matter of plans, and of the files beside them, as a theme can handle it.

Themes print front matter as it is, into attributes too, and their templates have more keys of their own than one knows.
"""

from __future__ import annotations

import html
import os
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping

# Keys that have another meaning for MkDocs or Material; see `tame`.
_FOREIGN = ("status", "__extends")
# What other keys must hold; `source` are the names of source files, for MkDocs' own theme.
_KINDS: Mapping[str, type] = MappingProxyType({"search": Mapping, "social": Mapping, "source": list})
_LARGEST_BITS = 64


def escaped(text: str) -> str:
    """A text as it may stand in HTML and between double quotes; others are left, since they are frequent."""
    return html.escape(text, quote=False).replace('"', "&quot;")


def tame(meta: MutableMapping[str, Any], theme: Iterable[str], own: str | None) -> None:
    """Remove what would break a build or be misunderstood, and escape the rest.

    `template` and `icon` name files of the theme to MkDocs and Material, and fail the build if it does not exist;
    Material's `status` is an icon in the navigation, its tags are a list. Templates of a theme itself serve pages of
    another kind: one of Material's redirects readers to wherever the front matter says.

    Args:
        meta: The front matter.
        theme: The folders of the theme.
        own: The team's own folder among them.
    """
    for key in _FOREIGN:
        meta.pop(key, None)
    if "template" in meta and not _is_in([own] if own else [], str(meta["template"])):
        del meta["template"]
    if "icon" in meta and not _is_in(theme, f".icons/{meta['icon']}.svg"):
        del meta["icon"]
    for key, kind in _KINDS.items():
        if key in meta and not isinstance(meta[key], kind):
            del meta[key]
    if "tags" in meta:
        meta["tags"] = _tags(meta["tags"])
    if "hide" in meta and not isinstance(meta["hide"], list):
        meta["hide"] = [str(meta["hide"])]
    if "title" in meta:
        meta["title"] = str(meta["title"])
    seen: set[int] = set()
    for key, value in meta.items():
        meta[key] = _text(value, escaped) if isinstance(value, str) else _escape(value, seen)


def _text(text: str, escape: Callable[[str], str]) -> str:
    """A text, escaped. An ampersand stays where it is one to HTML too: a tag `R&D` is that of the other pages."""
    safe = escape(text)
    return safe if html.unescape(text) != text else safe.replace("&amp;", "&")


def _escape(value: Any, seen: set[int]) -> Any:  # noqa: ANN401 - what YAML holds
    """A value with all texts in it escaped, names too; themes print it as Python does, with quotes of either kind.

    Lists and mappings are changed in place, and once: YAML may have one in many places, even inside itself.
    """
    if isinstance(value, list | dict):
        if id(value) not in seen:
            seen.add(id(value))
            if isinstance(value, list):
                value[:] = [_escape(item, seen) for item in value]
            else:
                items = [(_escape(key, seen), _escape(item, seen)) for key, item in value.items()]
                value.clear()
                value.update(items)
        return value
    if value is None or isinstance(value, float | date):
        return value
    if isinstance(value, int):
        # Python refuses to print numbers with thousands of digits.
        return value if value.bit_length() <= _LARGEST_BITS else hex(value)
    return _text(str(value), html.escape)


def _is_in(theme: Iterable[str], name: str) -> bool:
    """Whether a theme has a file, without `..`; a name may be too long for a path, and then `Path.is_file` raises."""
    is_within = os.pardir not in name.split("/") and not name.startswith("/")
    return is_within and any(os.path.isfile(os.path.join(folder, name)) for folder in theme)  # noqa: PTH113, PTH118


def _tags(value: object) -> list[str]:
    if isinstance(value, str):
        return [tag.strip() for tag in value.split(",") if tag.strip()]
    if isinstance(value, list):
        return [str(tag) for tag in value if tag is not None]
    return []
