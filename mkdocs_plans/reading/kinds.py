"""The kinds of lines."""

from __future__ import annotations


class Kind:
    """What a line is, as a byte; kinds up to `TABLE` may hold text by the author.

    Plain numbers: before Python 3.12 the members of an enumeration take seven times as long to look up.
    """

    TEXT = 0
    CODE = 1
    HTML = 2
    TABLE = 3
    FENCE = 4
    HEADING = 5
    RULE = 6
