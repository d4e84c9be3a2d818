"""HTML as browsers read it (selectolax has the parser of lexbor, which follows the standard), and what in it runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

# Elements that run, load or send something, or make a browser read what follows as something else than HTML.
ACTIVE = frozenset(
    (
        *(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "base",
            "link",
            "meta",
            "form",
        ),
        *(
            "textarea",
            "title",
            "noscript",
            "noembed",
            "noframes",
            "xmp",
            "plaintext",
            "template",
            "foreignobject",
            "set",
        ),
        *("animate", "animatetransform", "animatemotion"),
    )
)
_SCHEME = re.compile(r"(?:javascript|vbscript|data(?!:image/(?:png|gif|jpeg|webp)[;,])):", re.IGNORECASE)
_OVERLOOKED = re.compile(r"[\x00-\x20]+")
_PROSE = frozenset(("alt", "title", "class", "id", "placeholder", "datetime"))


def what_runs(html: str) -> list[str]:
    """Elements, handlers and addresses in the body of a fragment that a browser would run or follow to a script."""
    found = []
    for node in LexborHTMLParser(f"<main>{html}</main>").body.traverse():
        if node.tag in ACTIVE and not _is_formula(node):
            found.append(f"<{node.tag}>")
        for name, value in node.attributes.items():
            if name.startswith("on"):
                found.append(f"<{node.tag} {name}>")
            elif name not in _PROSE and _SCHEME.match(_OVERLOOKED.sub("", value or "")):
                found.append(f"<{node.tag} {name}={value!r}>")
    return found


def breaks_out(html: str) -> bool:
    """Whether a fragment ends the element that it stands in, or swallows what follows."""
    behind = "<address>next</address></div></main><footer>end</footer>"
    return not LexborHTMLParser(f"<main><div>{html}{behind}").body.html.endswith(f"{behind}</body>")


def scripts_of_plans(page: Path) -> list[str]:
    """What runs on a whole page, with a theme, of which the theme is innocent: it has no handlers, and no alerts."""
    found = []
    for node in LexborHTMLParser(page.read_text(encoding="utf-8")).root.traverse():
        is_alert = node.tag == "script" and node.text().startswith("alert(1)")
        runs = [name for name, value in node.attributes.items() if name.startswith("on") or _SCHEME.match(value or "")]
        found += [f"{page}: <{node.tag} {' '.join(runs)}>"] if runs or is_alert else []
    return found


def _is_formula(node) -> bool:
    return node.tag == "script" and (node.attributes.get("type") or "").startswith("math/tex")
