"""Whether "Lee said" after a stretch ends its sentence, or is what a comma within the marks waits for."""

from __future__ import annotations

from collections.abc import Sequence

from reader.attribution.cues import SAY
from reader.attribution.lexicon import words
from reader.attribution.setting import Setting
from reader.attribution.tokens import BREAK, PUNCTUATION, Token
from reader.attribution.values import NAME, Candidate, Link

__all__ = ["awaits", "closes_sentence"]

_TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday on later in at last this""")


def awaits(
    tokens: list[Token], here: Setting, link: Link, near: Sequence[Link], candidates: Sequence[Candidate]
) -> bool:
    """Whether a verb is the first after a stretch, and no two names stand between: "“…,” Lee and Lund said"."""
    if link is not next((one for one in near if one.start > here.at), None):
        return False
    return not any(
        one.start == here.at + 1 and one.kind == NAME and tokens[one.end].lower == "and"
        for one in candidates
        if one.end < len(tokens)
    )


def closes_sentence(tokens: list[Token], link: Link) -> bool:
    """Whether "…, Lee said" ends the sentence, so that all before it is what Lee said; or ", said Lee" stands."""
    if link.subject is None or link.how not in ("direct", "inverted"):
        return False
    begin = min(link.start, link.subject.start)
    if begin == 0 or tokens[begin - 1].lower != ",":
        return False
    if link.how == "inverted" and link.kind == SAY:
        return True
    sentence = tokens[link.start].sentence
    last = max(link.end, link.subject.end)
    return all(
        token.sentence != sentence or token.type in (BREAK, PUNCTUATION) or token.lower in _TIMES
        for token in tokens[last : last + 3]
    )
