"""Which quotations may be the same words: a few hashes of each, of which two wordings of one utterance share some.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003): of
every ``_WINDOW`` neighbouring runs of ``_RUN`` words the one with the smallest hash is kept, so that quotations
which share ``_WINDOW + _RUN - 1`` words in a row share a hash, whatever stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from reader.notes.fold import Folded

__all__ = ["LEAST_WORDS", "folded_words", "same_utterance", "sketch"]

LEAST_WORDS = 6
"""Shorter quotations may be the same by chance."""
_RUN = 4
_WINDOW = 6
_SHARED = 0.75
"""Share of the shorter quotation's words that must be in the longer one, in order."""


def sketch(words: Sequence[str]) -> frozenset[int]:
    """The hashes of a quotation's folded words; none for one that is too short.

    >>> one = sketch(folded_words("We will not stop until every village has water again"))
    >>> bool(one & sketch(folded_words("And we will not stop until every village has water again, she said")))
    True
    """
    if len(words) < LEAST_WORDS:
        return frozenset()
    runs = [crc32(" ".join(words[place : place + _RUN]).encode()) for place in range(len(words) - _RUN + 1)]
    return frozenset(min(runs[place : place + _WINDOW]) for place in range(max(1, len(runs) - _WINDOW + 1)))


def same_utterance(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two quotations, as folded words, are wordings of one utterance, or one a part of the other."""
    from rapidfuzz.distance import LCSseq

    shared = LCSseq.similarity(one, other)
    return shared >= LEAST_WORDS and shared >= _SHARED * min(len(one), len(other))


def folded_words(text: str) -> list[str]:
    """The words of a quotation as they are compared."""
    return Folded(text).words
