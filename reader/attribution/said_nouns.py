"""Nouns that say: "the union's claim that", "warnings from Lee that", “No” was the reply of Lee."""

from __future__ import annotations

from reader.attribution.cues import SAY
from reader.attribution.lexicon import words
from reader.attribution.nouns import DETERMINERS, FUNCTION_WORDS, POSSESSIVES
from reader.attribution.subjects import Places
from reader.attribution.tokens import QUOTED, WORD
from reader.attribution.values import Candidate, Link

__all__ = ["SAYING_NOUNS", "by_noun"]

SAYING_NOUNS = words("""
    claim claims warning warnings assertion assertions contention accusation accusations allegation allegations
    insistence promise promises pledge prediction suggestion remark remarks comment comments admission declaration
    argument complaint complaints assurance assurances conclusion verdict reply response answer advice explanation
    assessment reaction""")
_COPULAS = words("was is were came")
_FEW = 4  # tokens between a copula and the colon: "was short and blunt:"


def by_noun(
    index: Places, position: int, owners: dict[int, Candidate], possessors: dict[int, Candidate]
) -> Link | None:
    """The link that the noun at ``position`` makes, None when it says nothing.

    ``owners`` are all candidates by their start, ``possessors`` by their end.
    """
    tokens = index.tokens
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    if after in ("of", "from", "by") and (named := owners.get(position + 2)) is not None:
        if _closes_quotation(index, position):
            return Link(position - 2, position + 2, SAY, named, "inverted")
        clause = after != "of" and named.end < len(tokens) and tokens[named.end].lower == "that"
        return Link(position, named.end + 1, SAY, named, "direct") if clause else None
    end = position + 2 if after == "that" else _colon_after(index, position + 1) if after in _COPULAS else -1
    owner = _possessor(index, position, possessors) if end > 0 else None
    return Link(position, end, SAY, owner, "direct") if owner is not None else None


def _closes_quotation(index: Places, position: int) -> bool:
    """Whether the noun is said of a quotation before it: “…” was the reply, “…,” came the answer."""
    before = index.tokens[max(position - 4, 0) : position]
    lowers = [token.lower for token in before]
    return (
        len(before) == 4
        and lowers[3] in DETERMINERS
        and lowers[2] in _COPULAS
        and (before[1].type == QUOTED or (lowers[1] == "," and before[0].type == QUOTED))
    )


def _colon_after(index: Places, copula: int) -> int:
    """The token of a quotation that a colon shortly after a copula leads up to; -1 for none."""
    tokens = index.tokens
    for here in range(copula + 1, min(copula + 2 + _FEW, len(tokens) - 1)):
        if tokens[here].lower == ":":
            return here + 1 if tokens[here + 1].type == QUOTED else -1
        if tokens[here].type != WORD:
            return -1
    return -1


def _possessor(index: Places, position: int, possessors: dict[int, Candidate]) -> Candidate | None:
    """Whose the noun is: "Lee" of "Lee's first reaction"."""
    tokens = index.tokens
    for here in range(position - 1, max(position - 4, -1), -1):
        token = tokens[here]
        if token.lower in ("'s", "’", "'"):
            return possessors.get(here)
        if token.lower in POSSESSIVES:
            return possessors.get(here + 1)
        if token.type != WORD or token.lower in FUNCTION_WORDS:
            return None
    return None
