"""The words of a piece of HTML, quickly: for an index or a rule, where nothing of its form is wanted.

What a person reads goes through ``reader.extract``; this takes some microseconds where a parser takes milliseconds.
"""

from __future__ import annotations

import re
from html import unescape

from reader.text import clean_line

__all__ = ["plain_text", "raw_text"]

LONGEST = 1_000_000
"""Characters of HTML looked at; a longer text is cut."""
# No pattern looks past the next "<" for a tag's end: with many tags left open that would take the square of the time.
_UNSEEN = re.compile(
    r"<(?:!--.*?(?:-->|\Z)|(script|style|template|noscript|svg|math)\b[^<>]*>.*?(?:</\1\s*>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?=[abcdefikmqsuvw])(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)"
    r"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]*>?")


def plain_text(html: str) -> str:
    """The text of a piece of HTML on one line, cleaned; tags that part words leave a space.

    >>> plain_text("<p>Caf&eacute; <b>r</b>ail</p><p>opens")
    'Café rail opens'
    """
    return clean_line(raw_text(html))


def raw_text(html: str) -> str:
    """The same, not cleaned: to be compared, never shown."""
    text = html[:LONGEST]
    if "<" in text:
        text = _TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", text)))
    return unescape(text) if "&" in text else text
