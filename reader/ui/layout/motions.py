"""Where the caret goes: motions as functions of the text and an offset. None means there is nowhere to go."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from reader.model import Article, BlockKind, Range
from reader.text import graphemes

__all__ = [
    "block_at",
    "find_all",
    "heading_starts",
    "next_in",
    "next_word",
    "paragraph_starts",
    "previous_in",
    "previous_word",
    "range_at",
    "sentence_starts",
    "step_left",
    "step_right",
    "word_end",
]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w[\w'’.-]*\w|\w|[^\w\s]+")  # when first needed: no first frame moves by words


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"(?:[.!?…]+[\"”’»)\]]*|\n)\s+(?=[\"“„‘«(\[]*[A-Z0-9À-ÖØ-ÞА-Я])")


def next_in(starts: Sequence[int], offset: int, count: int = 1) -> int | None:
    """The ``count``-th of the ascending ``starts`` after ``offset``, the last one when there are fewer."""
    place = bisect_right(starts, offset)
    return starts[min(place + count, len(starts)) - 1] if place < len(starts) else None


def previous_in(starts: Sequence[int], offset: int, count: int = 1) -> int | None:
    """The ``count``-th of the ascending ``starts`` before ``offset``, the first one when there are fewer."""
    place = bisect_left(starts, offset)
    return starts[max(place - count, 0)] if place else None


def range_at(ranges: Sequence[Range], offset: int) -> int | None:
    """The index of the range that holds ``offset``; the ranges ascend and do not overlap."""
    place = bisect_right(ranges, (offset, float("inf"))) - 1
    return place if place >= 0 and ranges[place][0] <= offset < ranges[place][1] else None


def paragraph_starts(article: Article) -> list[int]:
    """Where each block with text begins."""
    return [start for block, start in zip(article.blocks, article.starts, strict=True) if block.text]


def heading_starts(article: Article) -> list[int]:
    """Where each heading begins."""
    blocks = zip(article.blocks, article.starts, strict=True)
    return [start for block, start in blocks if block.kind is BlockKind.HEADING and block.text]


def sentence_starts(article: Article) -> list[int]:
    """Where each sentence begins; a block begins one too."""
    inside = (match.end() for match in _sentence().finditer(article.text))
    return sorted({*paragraph_starts(article), *inside})


def block_at(article: Article, offset: int) -> int:
    """The index of the block that holds ``offset`` or ends before it."""
    return max(0, bisect_right(article.starts, offset) - 1)


def step_right(text: str, offset: int) -> int:
    """One user-perceived character on."""
    for _start, end, _cells in graphemes(text[offset : offset + 64]):
        return min(offset + end, max(len(text) - 1, 0))
    return offset


def step_left(text: str, offset: int) -> int:
    """One user-perceived character back."""
    from_ = max(0, offset - 64)
    steps = graphemes(text[from_:offset])
    return from_ + steps[-1][0] if steps else 0


def next_word(text: str, offset: int) -> int | None:
    """The start of the next word."""
    match = _word().search(text, offset)
    if match and match.start() <= offset:
        match = _word().search(text, match.end())
    return match.start() if match else None


def previous_word(text: str, offset: int) -> int | None:
    """The start of the word before."""
    from_ = max(0, offset - 400)
    found = [match.start() + from_ for match in _word().finditer(text[from_:offset])]
    return found[-1] if found else None


def word_end(text: str, offset: int) -> int | None:
    """The last character of this word, or of the next one when it stands there already."""
    match = _word().search(text, offset)
    if match and match.end() - 1 <= offset:
        match = _word().search(text, match.end())
    return match.end() - 1 if match else None


def find_all(text: str, wanted: str, limit: int = 10_000) -> list[Range]:
    """Where ``wanted`` stands in the text, at most ``limit`` times.

    Letters match in either case unless a capital is wanted; straight and curly quotes and apostrophes are one.
    """
    if not wanted.strip():
        return []
    folded = "".join(_LOOSE.get(character, re.escape(character)) for character in " ".join(wanted.split()))
    flags = 0 if any(character.isupper() for character in wanted) else re.IGNORECASE
    hits: list[Range] = []
    for match in re.finditer(folded, text, flags):
        hits.append(match.span())
        if len(hits) >= limit:
            break
    return hits


_LOOSE = {
    " ": r"\s+",
    '"': '["“”„‟«»]',
    "“": '["“”„‟«»]',
    "”": '["“”„‟«»]',
    "'": "['‘’‚‛]",
    "’": "['‘’‚‛]",
    "‘": "['‘’‚‛]",
    "-": "[-‐‑–—]",
}
