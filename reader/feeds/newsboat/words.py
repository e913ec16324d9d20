"""The words of a line of newsboat's files: blanks between them, quotation marks around them, comments after them."""

from __future__ import annotations

import re

__all__ = ["words_of"]

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"?|(#.*)|([^\s"]+)', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def words_of(line: str) -> list[str]:
    r"""The words of a line, unquoted; none for a blank line or a comment.

    >>> words_of(r'https://e.example.org/x news "~The \"Tide\"" # mine')
    ['https://e.example.org/x', 'news', '~The "Tide"']
    """
    found = []
    for quoted, comment, plain in _WORD.findall(line):
        if comment:
            break
        found.append(plain or _ESCAPED.sub(lambda match: _MEANT.get(match[1], match[1]), quoted))
    return found
