"""Which heading of a page is its headline."""

from __future__ import annotations

import re

from reader.extract.conventions import folded
from reader.extract.dom import Element, text_of

__all__ = ["headline_of", "key_words"]

_SHORTEST = 10
_LONG_WORD = 5


def headline_of(root: Element, *, sole: bool = False) -> Element | None:
    """The first ``h1`` whose words the page's title holds; else None.

    With ``sole`` also the only ``h1`` there is, when it shares a word with the title.
    """
    named = root.find(".//head/title")
    full = text_of(named) if named is not None else ""
    title = folded(full)
    headings = [heading for heading in root.iter("h1") if len(folded(text_of(heading))) >= _SHORTEST]
    found = next((heading for heading in headings if folded(text_of(heading)) in title), None)
    if found is None and sole and len(headings) == 1 and key_words(full) & key_words(text_of(headings[0])):
        return headings[0]
    return found


def key_words(line: str) -> set[str]:
    """The longer words of a line, folded; those of scripts without spaces, all their signs."""
    words = re.findall(r"\w+", line.casefold())
    return {word for word in words if len(word) >= _LONG_WORD} or {sign for word in words for sign in word}
