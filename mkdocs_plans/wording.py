"""How messages quote the text of plans: on one line, short, and without control characters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What GitHub Actions and Azure Pipelines take for a command wherever it is in a line: `##[error]`, `##vso[task.…]`.
_COMMAND = re.compile(r"##(?=\w*\[)")
# And GitHub at the beginning of a line: `::add-mask::`.
_COMMAND_OF_LINE = re.compile(r"^([^\S\n]*):(?=:\w)", re.MULTILINE)
_QUOTED_AT_MOST = 80
_NAMED_AT_MOST = 3


def plain(text: str) -> str:
    """Text on one line with single spaces; characters that a terminal would obey or hide are removed."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(char for char in text if char.isspace() or not _is_control(char))
    return _COMMAND.sub("# #", " ".join(text.split()))


def place(file: str) -> str:
    """The name of a file at the beginning of a line."""
    name = plain(file)
    return f"./{name}" if name.startswith("::") else name


def visible(text: str) -> str:
    """Lines of text with escapes for what a terminal or a CI would obey or hide."""
    text = _COMMAND_OF_LINE.sub(r"\1\\x3a", _COMMAND.sub(r"#\\x23", text))
    return "".join(_escape(char) if _is_control(char) and char not in "\n\t" else char for char in text)


def quote(text: str) -> str:
    """A text in double quotes, cut if it is long."""
    line = plain(text[: 4 * _QUOTED_AT_MOST])
    return f'"{line if len(line) <= _QUOTED_AT_MOST else line[: _QUOTED_AT_MOST - 1] + "…"}"'


def name_others(names: Sequence[str], at: int) -> str:
    """The first few of the names without the one at a position, if there is one, and how many more there are."""
    few = [*names[: min(at, _NAMED_AT_MOST)], *names[at + 1 : at + 1 + _NAMED_AT_MOST]][:_NAMED_AT_MOST]
    return listed(few, len(names) - (at < len(names)))


def listed(few: Sequence[str], total: int) -> str:
    """A few of so many names, and how many more there are."""
    shown = ", ".join(plain(name) for name in few)
    return f"{shown} and {total - len(few)} more" if total > len(few) else shown


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 plan`, `2 plans`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_control(char: str) -> bool:
    # Cf contains the characters that change the direction of writing and can make a path look like another:
    # https://trojansource.codes/
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\u200c\u200d"
