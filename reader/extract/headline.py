"""Which heading of a page is its headline."""

from __future__ import annotations

from reader.extract.conventions import folded
from reader.extract.dom import Element, text_of

__all__ = ["headline_of"]

_SHORTEST = 10


def headline_of(root: Element) -> Element | None:
    """The first ``h1`` whose words the page's title begins with or holds, None when there is none."""
    named = root.find(".//head/title")
    title = folded(text_of(named)) if named is not None else ""
    for heading in root.iter("h1"):
        words = folded(text_of(heading))
        if len(words) >= _SHORTEST and words in title:
            return heading
    return None
