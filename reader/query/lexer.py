"""A query's text as its pieces, each with the column it begins in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Kind", "Piece", "pieces"]


class Kind(StrEnum):
    """What a piece is."""

    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    NOT = "-"
    FIELD = "field"
    WORD = "word"
    PHRASE = "phrase"


@dataclass(frozen=True)
class Piece:
    """One piece. ``text`` is a field's name, or a word or phrase as written; ``column`` counts from 1."""

    kind: Kind
    text: str
    column: int
    end: int


_PIECE = re.compile(
    r"""(?P<open>\()
      | (?P<close>\))
      | (?P<or>OR(?=[\s()]|$))
      | (?P<and>AND(?=[\s()]|$))
      | (?P<not>-(?=[^\s)-])|NOT(?=[\s(]))
      | (?P<field>[^\W\d_]+):(?!//)
      | "(?P<phrase>[^"]*)"?
      | (?P<word>[^\s()"]+)""",
    re.VERBOSE,
)
_KINDS = {"open": Kind.OPEN, "close": Kind.CLOSE, "or": Kind.OR, "not": Kind.NOT}
_QUOTES = str.maketrans("“”„«»", '"' * 5)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces in order; white space and ``AND`` are none. An open quotation mark closes at the end."""
    plain = text.translate(_QUOTES)
    for match in _PIECE.finditer(plain):
        group = str(match.lastgroup)
        if group != "and":
            kind = _KINDS.get(group) or Kind(group)
            yield Piece(kind, text[slice(*match.span(group))], match.start() + 1, match.end())
