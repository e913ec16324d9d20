"""Layers of spans over the article's text, and the runs of one look that they cut a line into.

From the bottom: inline markup, mentions, quotations, notes, search hits, the current quotation, the selection, the
caret. A layer knows nothing of colours: each of its spans carries the name of a look, which the palette resolves.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model import Article, Attribution, Note, NoteKind, Range

__all__ = ["Layer", "Run", "inline_layer", "mention_layer", "note_layer", "quotation_layer", "runs", "search_layer"]


class Run(NamedTuple):
    """``text[start:end]`` in one look: the names of the looks laid over one another, lowest first."""

    start: int
    end: int
    looks: tuple[str, ...]


class Layer:
    """Spans with a look each, found by position. Spans may overlap; the later one lies on top."""

    def __init__(self, spans: Iterable[tuple[int, int, str]] = ()) -> None:
        self._spans = sorted((start, end, look) for start, end, look in spans if start < end)
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The spans that share at least one character with ``start`` to ``end``."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end, first)
        return [span for span in self._spans[first:last] if span[1] > start]

    def next_after(self, offset: int) -> int | None:
        """The start of the first span that begins after ``offset``."""
        place = bisect_right(self._starts, offset)
        return self._starts[place] if place < len(self._starts) else None

    def last_before(self, offset: int) -> int | None:
        """The start of the last span that begins before ``offset``."""
        place = bisect_left(self._starts, offset)
        return self._starts[place - 1] if place else None


def runs(layers: Sequence[Layer], start: int, end: int) -> list[Run]:
    """Cut ``start`` to ``end`` into runs of one look each; they cover it without a gap."""
    found = [layer.within(start, end) for layer in layers]
    if not any(found):
        return [Run(start, end, ())] if start < end else []
    cuts = {start, end}
    for spans in found:
        for first, last, _ in spans:
            cuts.add(max(first, start))
            cuts.add(min(last, end))
    ordered = sorted(cuts)
    return [
        Run(first, last, tuple(look for spans in found for begin, stop, look in spans if begin <= first < stop))
        for first, last in itertools.pairwise(ordered)
    ]


def inline_layer(article: Article) -> Layer:
    """The article's own markup: ``emphasis``, ``strong``, ``code``, ``link``."""
    return Layer(
        (start + span.start, start + span.end, str(span.kind))
        for block, start in zip(article.blocks, article.starts, strict=True)
        for span in block.spans
    )


def mention_layer(attribution: Attribution, slots: dict[str, int], focus: str | None = None) -> Layer:
    """Where speakers are named: ``mention:N``, N being the speaker's colour slot; with one in focus, only theirs."""
    return Layer(
        (mention.start, mention.end, f"mention:{slots[mention.speaker]}")
        for mention in attribution.mentions
        if mention.speaker in slots and focus in (None, mention.speaker)
    )


def quotation_layer(attribution: Attribution, slots: dict[str, int], focus: str | None = None) -> Layer:
    """What is said: ``quote:N``; ``quote:-`` when nobody is known to say it; ``faded`` when another is in focus."""

    def look(speaker: str | None) -> str:
        if focus is not None and speaker != focus:
            return "faded"
        return f"quote:{slots[speaker]}" if speaker in slots else "quote:-"

    return Layer((quotation.start, quotation.end, look(quotation.speaker)) for quotation in attribution.quotations)


def note_layer(notes: Iterable[Note]) -> Layer:
    """The user's marks: ``note:COLOUR`` for a highlight or a note, wherever its passage was found again."""
    return Layer(
        (note.anchor.start, note.anchor.end, f"note:{note.color}")
        for note in notes
        if note.kind not in (NoteKind.PAGE, NoteKind.CORRECTION)
        and note.anchor
        and note.anchor.start is not None
        and note.anchor.end is not None
    )


def search_layer(hits: Iterable[Range]) -> Layer:
    """Search hits: ``search``."""
    return Layer((start, end, "search") for start, end in hits)
