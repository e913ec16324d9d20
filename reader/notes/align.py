"""Laying the words of a passage and its context along a stretch of a changed text, to see where its edges went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Aligned", "align", "weight"]

_GAP = 0.35
"""What a word costs that came in between two kept words of the passage, where a kept word gains 0.4 to 1.3."""


@dataclass(frozen=True)
class Aligned:
    """Where the passage's words went: ``first`` to ``last`` (inclusive) in the stretch, and how much of it is left.

    ``kept_first`` and ``kept_last`` are the outermost words that are still the same; those beyond replaced others.
    ``kept`` is 0 to 1, twice the weight of the kept words over the weight of the old and the new passage together;
    ``context``, 0 to 1, how much of what stood around the passage still does, 0.5 when nothing did. ``met_before``
    and ``met_after`` tell that the very next word of the context is where it was, so that this edge is certain.
    """

    first: int
    last: int
    kept_first: int
    kept_last: int
    kept: float
    context: float
    met_before: bool
    met_after: bool


def weight(word: str) -> float:
    """How much a word tells: long ones more than short ones."""
    return 0.3 + min(len(word), 8) / 8


def align(old: Sequence[str], passage: tuple[int, int], new: Sequence[str]) -> Aligned | None:
    """Align ``old``, whose words ``passage[0]:passage[1]`` are the passage and the rest context, with ``new``.

    By the longest common subsequence of words; None when no word of the passage is in it.
    """
    from rapidfuzz.distance import LCSseq

    start, end = passage
    pairs = [
        (block.a + offset, block.b + offset)
        for block in LCSseq.editops(old, new).as_matching_blocks()
        for offset in range(block.size)
    ]
    inside = _densest([pair for pair in pairs if start <= pair[0] < end], old)
    if not inside:
        return None
    before = [pair for pair in pairs if pair[0] < start]
    after = [pair for pair in pairs if pair[0] >= end]
    first = _edge(inside[0], start - 1, before[-1] if before else None, -1)
    last = _edge(inside[-1], end, after[0] if after else None, len(new))
    kept = sum(weight(old[i]) for i, _j in inside)
    whole = sum(map(weight, old[start:end])) + sum(map(weight, new[first : last + 1]))
    sides = [
        _beside([(start - i, first - j) for i, j in before], start),
        _beside([(i - end + 1, j - last) for i, j in after], len(old) - end),
    ]
    there = [side for side in sides if side is not None]
    return Aligned(
        first,
        last,
        inside[0][1],
        inside[-1][1],
        2 * kept / whole,
        sum(there) / len(there) if there else 0.5,
        before[-1:] == [(start - 1, first - 1)],
        after[:1] == [(end, last + 1)],
    )


def _densest(pairs: list[tuple[int, int]], old: Sequence[str]) -> list[tuple[int, int]]:
    """The run of pairs that gains most: kept words count for it, words that came in between against it."""
    best, best_gain, begin, gain = (0, 0), 0.0, 0, 0.0
    for index, (i, j) in enumerate(pairs):
        if index:
            gain -= _GAP * max(0, (j - pairs[index - 1][1]) - (i - pairs[index - 1][0]))
        if gain <= 0:
            begin, gain = index, 0.0
        gain += weight(old[i])
        if gain > best_gain:
            best, best_gain = (begin, index + 1), gain
    return pairs[best[0] : best[1]]


def _edge(pair: tuple[int, int], neighbour: int, context: tuple[int, int] | None, limit: int) -> int:
    """The passage's outermost word in the new text, on the side of its kept word ``pair``.

    Words of the passage beyond it are lost; what now stands in their place, up to the context, replaced them.
    """
    i, j = pair
    side = 1 if neighbour > i else -1
    lost = abs(neighbour - i) - 1
    room = abs((context[1] if context else limit) - j) - 1
    if context and context[0] == neighbour and lost and room <= 2 * lost + 2:
        return j + side * room
    return j + side * min(lost, room)


def _beside(distances: list[tuple[int, int]], available: int) -> float | None:
    """How much of the context on one side is still there, the nearest words counting most; None if there was none."""
    if not available:
        return None
    total = sum(1 / (1 + distance) for distance in range(1, available + 1))
    return sum(1 / (1 + old) for old, new in distances if 0 < new <= 2 * old + 2) / total
