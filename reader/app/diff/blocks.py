"""Two versions of an article, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.app.diff.words import Change, word_changes
from reader.model import Article

__all__ = ["BlockChange", "What", "block_changes"]

_SAME_BLOCK = 50.0
"""Two blocks this alike (rapidfuzz's ratio, 0 to 100) are one that was edited; less alike, one went and one came."""

_NEAR = 50
"""Blocks within which an edited one is looked for: time stays linear."""


class What(StrEnum):
    """What became of a block."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class BlockChange:
    """One block that is not what or where it was; ``was`` and ``now`` are its indexes, None where it is not."""

    what: What
    was: int | None
    now: int | None
    words: tuple[Change, ...]


def block_changes(before: Article, after: Article) -> list[BlockChange]:
    """What changed between two versions, in the order of the later one; blocks that only follow others are left out."""
    old = [block.text for block in before.blocks]
    new = [block.text for block in after.blocks]
    changes: list[BlockChange] = []
    for first, last, begin, end in _differing(old, new):
        changes += _within(old, new, range(first, last), range(begin, end))
    return _moved(changes, old, new)


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of blocks that are not equal on both sides."""
    from difflib import SequenceMatcher

    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield first, last, begin, end


def _within(old: Sequence[str], new: Sequence[str], gone: range, come: range) -> list[BlockChange]:
    """Pair the blocks of a stretch that are alike, in order; what is left went or came."""
    from rapidfuzz import fuzz

    changes, start = [], gone.start
    for there in come:
        alike = {place: fuzz.ratio(old[place], new[there]) for place in range(start, min(start + _NEAR, gone.stop))}
        best = max(alike, key=alike.__getitem__, default=None)
        if best is None or alike[best] < _SAME_BLOCK:
            changes.append(BlockChange(What.ADDED, None, there, (Change("", new[there]),)))
            continue
        changes += [_removed(old, place) for place in range(start, best)]
        if old[best] != new[there]:
            changes.append(BlockChange(What.CHANGED, best, there, tuple(word_changes(old[best], new[there]))))
        start = best + 1
    return changes + [_removed(old, place) for place in range(start, gone.stop)]


def _removed(old: Sequence[str], place: int) -> BlockChange:
    return BlockChange(What.REMOVED, place, None, (Change(old[place], ""),))


def _moved(changes: Sequence[BlockChange], old: Sequence[str], new: Sequence[str]) -> list[BlockChange]:
    """Join a block that went with the same block that came elsewhere."""
    gone = {old[one.was]: one for one in changes if one.what is What.REMOVED and one.was is not None}
    joined: list[BlockChange] = []
    taken: set[int | None] = set()
    for one in changes:
        twin = gone.get(new[one.now]) if one.what is What.ADDED and one.now is not None else None
        if twin is not None and twin.was not in taken:
            taken.add(twin.was)
            text = new[one.now or 0]
            joined.append(BlockChange(What.MOVED, twin.was, one.now, (Change(text, text),)))
        else:
            joined.append(one)
    return [one for one in joined if not (one.what is What.REMOVED and one.was in taken)]
