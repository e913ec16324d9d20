"""Finding a note's passage again in a text that may have changed.

First its exact words, where they stand in the context most like their own; else the stretch of text most like passage
and context, its edges set word by word; else it is an orphan. Rather an orphan than a wrong place: a note whose words
are gone is still shown with what they were.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from msgspec.structs import replace

from reader.model import Anchor, AnchorStatus, Note, Range, Selector
from reader.notes.align import Aligned, align
from reader.notes.edges import fitted
from reader.notes.fold import Folded, fold
from reader.notes.make import text_sha256
from reader.notes.pieces import LONG, chained, pieces

__all__ = ["anchored", "find"]

_HITS = 1000
"""Exact hits looked at; a letter may stand in ten thousand places."""

_SHORT = 56
"""Characters below which words alone prove little: ``the White House`` stands in many places."""

_SHORT_CONTEXT = 0.55
"""Likeness of the context that a short exact hit needs; two stretches of English by chance reach 0.35 to 0.5."""

_MARGIN = 100
"""Characters around a candidate in which the words are aligned."""

_KEPT = 0.35
_SCORE = 0.45
_SHORT_SCORE = 0.55
_SHORT_FUZZY_CONTEXT = 0.5
"""Least share of the words kept, and of (2 × kept + context) / 3, for a changed passage; more for a short one."""


def find(selector: Selector, text: str) -> Anchor:
    """Where the passage stands in ``text``: as it was, moved, edited, or nowhere (an orphan, without offsets).

    ``moved`` is the same words in other surroundings; words that only shift with their surroundings are ``exact``.
    ``score``, 0 to 1, is how much of the passage (two thirds) and its context (one third) is left.
    """
    changed = _changed if len(selector.exact) < LONG else _in_pieces
    return _exact(selector, text) or changed(selector, text) or Anchor(AnchorStatus.ORPHAN, score=0.0)


def anchored(note: Note, text: str, at: datetime | None = None) -> Note:
    """The note with a fresh anchor in its article's present text; one on the whole article stays as it is."""
    if note.selector is None:
        return note
    anchor = find(note.selector, text)
    return replace(note, anchor=replace(anchor, text_sha256=text_sha256(text), at=at or datetime.now(UTC)))


def _exact(selector: Selector, text: str) -> Anchor | None:
    hits = [
        (_likeness(selector, text, start), -abs(start - selector.start), start)
        for start in islice(_hits(selector.exact, text), _HITS)
    ]
    if not hits:
        return None
    context, _nearness, start = max(hits)
    if len(selector.exact) < _SHORT and context < _SHORT_CONTEXT:
        return None
    return Anchor(_unchanged(context), start, start + len(selector.exact), (2 + context) / 3)


def _unchanged(context: float) -> AnchorStatus:
    return AnchorStatus.EXACT if context >= _SHORT_CONTEXT else AnchorStatus.MOVED


def _hits(exact: str, text: str) -> Iterator[int]:
    position = text.find(exact) if exact else -1
    while position >= 0:
        yield position
        position = text.find(exact, position + 1)


def _likeness(selector: Selector, text: str, start: int) -> float:
    """How like the selector's context the surroundings of an exact hit are, 0 to 1."""
    from rapidfuzz.fuzz import ratio

    end = start + len(selector.exact)
    before = ratio(selector.prefix, text[max(0, start - len(selector.prefix)) : start])
    after = ratio(selector.suffix, text[end : end + len(selector.suffix)])
    return (before + after) / 200


@dataclass(frozen=True)
class _Candidate:
    """A stretch of the text that the passage may have become; ``low`` is the number of its first word."""

    low: int
    aligned: Aligned

    @property
    def score(self) -> float:
        return (2 * self.aligned.kept + self.aligned.context) / 3


def _changed(selector: Selector, text: str) -> Anchor | None:
    whole = fold(selector.prefix + selector.exact + selector.suffix)
    begin, stop = len(selector.prefix), len(selector.prefix) + len(selector.exact)
    passage = (bisect_right(whole.ends, begin), bisect_left(whole.starts, stop))
    folded = fold(text)
    if passage[0] >= passage[1] or not folded.words:
        return None
    candidates = [_candidate(whole, passage, folded, needle) for needle in (whole.text, whole.text[begin:stop])]
    best = max(filter(None, candidates), key=lambda candidate: candidate.score, default=None)
    if best is None or not _convincing(best, len(selector.exact)):
        return None
    aligned, first, last = best.aligned, best.low + best.aligned.first, best.low + best.aligned.last
    span = folded.starts[first], folded.ends[last]
    kept = folded.starts[best.low + aligned.kept_first], folded.ends[best.low + aligned.kept_last]
    start, end = fitted(selector, text, span, kept, (aligned.met_before, aligned.met_after))
    same = Folded(text[start:end]).words == whole.words[passage[0] : passage[1]]
    status = _unchanged(aligned.context) if same else AnchorStatus.EDITED
    return Anchor(status, start, end, best.score)


def _in_pieces(selector: Selector, text: str) -> Anchor | None:
    """A long passage, by pieces of it; how much of it is left is then counted over the whole."""
    from rapidfuzz.distance import LCSseq

    cut = pieces(selector)
    span = chained(cut, [find(piece, text) for piece in cut])
    if span is None:
        return None
    old, new = Folded(selector.exact).words, Folded(text[span[0] : span[1]]).words
    kept = 2 * LCSseq.similarity(old, new) / max(1, len(old) + len(new))
    if kept < _KEPT:
        return None
    return Anchor(AnchorStatus.EXACT if old == new else AnchorStatus.EDITED, *span, kept)


def _convincing(candidate: _Candidate, length: int) -> bool:
    kept, context = candidate.aligned.kept, candidate.aligned.context
    if length >= _SHORT:
        return kept >= _KEPT and candidate.score >= _SCORE
    return kept >= _KEPT and candidate.score >= _SHORT_SCORE and context >= _SHORT_FUZZY_CONTEXT


def _candidate(whole: Folded, passage: Range, folded: Folded, needle: str) -> _Candidate | None:
    """The passage aligned where ``needle``, it with or without its context, is most like the text."""
    start, end = _most_alike(needle, folded.text)
    low, high = bisect_left(folded.starts, start - _MARGIN), bisect_right(folded.ends, end + _MARGIN)
    aligned = align(whole.words, passage, folded.words[low:high])
    return None if aligned is None else _Candidate(low, aligned)


def _most_alike(needle: str, text: str) -> Range:
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(needle) >= len(text):
        return 0, len(text)
    found = partial_ratio_alignment(needle, text)
    return (found.dest_start, found.dest_end) if found else (0, 0)
