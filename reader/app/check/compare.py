"""How a draft's quotation stands beside what an article quotes: the same words, changed ones, or others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from reader.app.check.words import Part, Piece
from reader.model import Range
from reader.notes.align import weight
from reader.notes.fold import Folded

__all__ = ["Edit", "Edits", "Match", "Stream", "compare"]

_LEAST_KEPT = 0.6
"""Share of the draft's words, weighed by how much they tell, that must be in the article to be the same utterance."""
_LEAST_WORDS = 5
"""Fewer words than this may agree by chance."""
_PUT = r"(?: \S+){0,6}?"
"""What an editor's bracket may stand for, an added word included."""
_MOST_PUT = 3
"""More brackets than these in one quotation are taken for gaps of any length: matching stays linear."""


class Edit(Enum):
    """What the draft did to words of the article."""

    KEPT = "kept"
    CHANGED = "changed"
    LEFT_OUT = "left out"
    PUT_IN = "put in"


@dataclass(frozen=True)
class Edits:
    """A run of words: as the article has them, and as the draft does."""

    edit: Edit
    was: str
    now: str


@dataclass(frozen=True)
class Match:
    """Where an article has a draft's words.

    ``spans`` are the stretches of its text, one for each part between ellipses; ``exact`` says that nothing but what
    an editor may do was done. ``kept`` is 0 to 1. ``edits`` run over the whole quotation, in its order.
    """

    exact: bool
    kept: float
    spans: tuple[Range, ...]
    edits: tuple[Edits, ...] = ()


class Stream:
    """The quoted words of one article in their order, with the places they stand at.

    ``quotations`` are their offsets in the article's text and their words; of nested ones the outer counts.
    """

    def __init__(self, quotations: Iterable[tuple[int, str]]) -> None:
        self.words: list[str] = []
        self.shown: list[str] = []
        self.places: list[Range] = []
        reached = 0
        for start, text in sorted(quotations):
            folded = Folded(text)
            for word, first, last in zip(folded.words, folded.starts, folded.ends, strict=True):
                if start + first >= reached:
                    self.words.append(word)
                    self.shown.append(text[first:last])
                    self.places.append((start + first, start + last))
            reached = max(reached, start + len(text))
        self._line = "".join(f" {word}" for word in self.words)

    def exact(self, pieces: Sequence[Piece]) -> list[tuple[int, int]] | None:
        """The first and last word (exclusive) of each run of words that must stand together, or None."""
        runs: list[tuple[int, int]] = []
        reached = 0
        for part in _between_cuts(pieces):
            found = re.compile(_pattern(part)).search(self._line, reached)
            if found is None:
                return None
            groups = range(1, (found.lastindex or 0) + 1)
            runs += [(self._nth(found.start(group)), self._nth(found.end(group))) for group in groups]
            reached = found.end()
        return runs or None

    def _nth(self, offset: int) -> int:
        return self._line.count(" ", 0, offset)

    def span(self, first: int, last: int) -> Range:
        """Where the words from ``first`` to ``last`` (exclusive) stand in the article's text."""
        return self.places[first][0], self.places[last - 1][1]


def compare(pieces: Sequence[Piece], stream: Stream) -> Match | None:
    """How the article has this quotation; None when it does not."""
    if not any(piece.part is Part.WORD for piece in pieces):
        return None
    runs = stream.exact(pieces)
    if runs is not None:
        return Match(True, 1.0, tuple(stream.span(*run) for run in runs))
    return _altered(pieces, stream)


def _between_cuts(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces between ellipses, those without a word left out; so are brackets, where there are very many."""
    loose = sum(piece.part is Part.PUT for piece in pieces) > _MOST_PUT
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.part is Part.CUT or (loose and piece.part is Part.PUT):
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if any(piece.part is Part.WORD for piece in part)]


def _pattern(pieces: Sequence[Piece]) -> str:
    """What matches these pieces in a line of words, a group for each run; brackets at the ends match nothing."""
    runs: list[str] = [""]
    for piece in pieces:
        if piece.part is Part.WORD:
            runs[-1] += " " + re.escape(piece.folded)
        elif runs[-1]:
            runs.append("")
    return _PUT.join(f"({run})(?!\\S)" for run in runs if run)


def _altered(pieces: Sequence[Piece], stream: Stream) -> Match | None:
    from rapidfuzz.distance import LCSseq

    from reader.notes.align import align

    asked = [piece for piece in pieces if piece.part is Part.WORD]
    words = [piece.folded for piece in asked]
    aligned = align(words, (0, len(words)), stream.words)
    if aligned is None:
        return None
    first, last = aligned.first, aligned.last + 1
    region = stream.words[first:last]
    blocks = [block for block in LCSseq.editops(region, words).as_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    told = sum(weight(word) for block in blocks for word in words[block.b : block.b + block.size])
    kept = told / sum(map(weight, words))
    if same < _LEAST_WORDS or kept < _LEAST_KEPT:
        return None
    runs = [(block.a, block.a + block.size, block.b, block.b + block.size) for block in blocks]
    return Match(False, kept, (stream.span(first, last),), _edits(runs, stream, first, last, asked))


def _edits(
    blocks: Sequence[tuple[int, int, int, int]], stream: Stream, first: int, last: int, asked: Sequence[Piece]
) -> tuple[Edits, ...]:
    """The runs of kept and of changed words, in order."""
    edits, a, b = [], 0, 0
    for begin_a, end_a, begin_b, end_b in (*blocks, (last - first, last - first, len(asked), len(asked))):
        was = _shown(stream, first + a, first + begin_a)
        now = " ".join(piece.shown for piece in asked[b:begin_b])
        if was or now:
            kind = Edit.CHANGED if was and now else Edit.LEFT_OUT if was else Edit.PUT_IN
            edits.append(Edits(kind, was, now))
        if end_a > begin_a:
            both = _shown(stream, first + begin_a, first + end_a)
            edits.append(Edits(Edit.KEPT, both, " ".join(piece.shown for piece in asked[begin_b:end_b])))
        a, b = end_a, end_b
    return tuple(edits)


def _shown(stream: Stream, first: int, last: int) -> str:
    return " ".join(stream.shown[first:last])
