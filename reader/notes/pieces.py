"""A long passage found by pieces of it: comparing all of it with a long text would take minutes when it is gone."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Anchor, Range, Selector

__all__ = ["LONG", "chained", "pieces"]

LONG = 800
"""Characters from which on a passage is found by pieces."""

_PIECE = 200
_MOST = 8
_LEAST = 2
"""Pieces that must be found in order: one alone may be chance."""

_ROOM = 500
"""Characters that may have come in between two pieces, beside as many as stood there."""


def pieces(selector: Selector, context: int = 64) -> list[Selector]:
    """Up to eight pieces of a passage, evenly over its length, each with its context; the two ends are among them."""
    whole = selector.prefix + selector.exact + selector.suffix
    before, length = len(selector.prefix), len(selector.exact)
    number = min(_MOST, length // _PIECE)
    cut = []
    for index in range(number):
        start = before + index * (length - _PIECE) // (number - 1)
        end = start + _PIECE
        offset = selector.start + start - before
        prefix, suffix = whole[max(0, start - context) : start], whole[end : end + context]
        cut.append(Selector(whole[start:end], prefix, suffix, offset, offset + _PIECE))
    return cut


def chained(cut: Sequence[Selector], found: Sequence[Anchor]) -> Range | None:
    """The stretch over the most pieces that were found in their order and not torn apart.

    ``found`` are the anchors of ``cut`` in its order, orphans among them; None when too few hang together.
    """
    best: list[list[int]] = []
    for index, anchor in enumerate(found):
        if anchor.start is None:
            best.append([])
            continue
        before = [chain for chain in best if chain and _follows(cut, found, chain[-1], index)]
        best.append([*max(before, key=len, default=[]), index])
    chain = max(best, key=len, default=[])
    if len(chain) < _LEAST:
        return None
    start, end = found[chain[0]].start, found[chain[-1]].end
    return None if start is None or end is None else (start, end)


def _follows(cut: Sequence[Selector], found: Sequence[Anchor], first: int, second: int) -> bool:
    start, next_start = found[first].start, found[second].start
    if start is None or next_start is None:
        return False
    return 0 < next_start - start <= 2 * (cut[second].start - cut[first].start) + _ROOM
