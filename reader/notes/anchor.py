"""Finding a note's passage again in a text that may have changed."""

from __future__ import annotations

from reader.model import Anchor, AnchorStatus, Selector

__all__ = ["find"]


def find(selector: Selector, text: str) -> Anchor:
    """Where the passage stands in ``text``: as it was, moved, edited, or nowhere (an orphan, without offsets)."""
    start, end = selector.start, selector.start + len(selector.exact)
    if selector.exact and text[start:end] == selector.exact:
        return Anchor(AnchorStatus.EXACT, start, end)
    start = text.find(selector.exact) if selector.exact else -1
    if start < 0:
        return Anchor(AnchorStatus.ORPHAN, score=0.0)
    return Anchor(AnchorStatus.MOVED, start, start + len(selector.exact))
