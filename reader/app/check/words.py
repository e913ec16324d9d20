"""A draft's quotation as an editor compares it: its words, and what stands for words that were left out or put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from reader.notes.fold import fold

__all__ = ["Part", "Piece", "parts_of", "plain_words"]

_TOKEN = re.compile(
    r"""(?P<cut>[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?)
    |(?P<sic>\[\s*sic\.?\s*\])
    |(?P<letter>\[(?P<changed>[^\W\d_])\](?=[^\W\d_])(?P<rest>(?:[^\W_]|['’ʼ])+))
    |(?P<put>\[[^\]\n]{1,80}\])
    |(?P<word>[^\W_]+(?:['’ʼ`´′][^\W_]+)*)""",
    re.VERBOSE,
)


class Part(Enum):
    """What a piece of a quotation is: a word, words left out (an ellipsis), words of the editor's (in brackets)."""

    WORD = "word"
    CUT = "cut"
    PUT = "put"


@dataclass(frozen=True)
class Piece:
    """One piece; ``folded`` is the word as it is compared, ``shown`` as it stands."""

    part: Part
    folded: str
    shown: str


def parts_of(quotation: str) -> list[Piece]:
    """The pieces of a quotation. ``[T]he`` is the word it stands for, ``[sic]`` nothing.

    >>> [piece.part.value for piece in parts_of("[The president] left … [W]e stayed")]
    ['put', 'word', 'cut', 'word', 'word']
    """
    pieces = []
    for match in _TOKEN.finditer(quotation):
        if match["sic"]:
            continue
        if match["cut"]:
            pieces.append(Piece(Part.CUT, "", "…"))
        elif match["put"]:
            pieces.append(Piece(Part.PUT, "", match["put"]))
        else:
            word = match["changed"] + match["rest"] if match["letter"] else match["word"]
            pieces += [Piece(Part.WORD, folded, match[0]) for folded in plain_words(word)]
    return pieces


def plain_words(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, apostrophes alike, punctuation and hyphens gone."""
    return fold(text).words
