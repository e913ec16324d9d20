"""Who a verb belongs to that has no subject of its own: of an earlier verb, or of "quoted Ann Lee as saying"."""

from __future__ import annotations

from reader.attribution.cues import SAY
from reader.attribution.lexicon import words
from reader.attribution.subjects import Places, governed, sentence_subject
from reader.attribution.tokens import QUOTED, Token
from reader.attribution.values import Candidate, Link

__all__ = ["quoted_as_saying", "understood"]


def quoted_as_saying(index: Places, position: int, links: list[Link]) -> Candidate | None:
    """Of "quoted Ann Lee as saying", "was quoted as saying"."""
    tokens = index.tokens
    found = index.ending.get(position - 1)
    quoted_by = found is not None and found.start > 1 and tokens[found.start - 1].lower == "by"
    if found is not None and not (quoted_by and tokens[found.start - 2].lower in _QUOTED):
        return found
    sentence = tokens[position].sentence
    for here in range(position - 2, max(position - 25, 0), -1):
        if tokens[here].sentence != sentence:
            break
        if tokens[here].lower in ("quoted", "quotes", "quoting", "cited", "citing") and here + 1 in index.starting:
            return index.starting[here + 1]
    return sentence_subject(tokens, [c for c in index.by_sentence.get(sentence, []) if c.end <= position])


_QUOTED = words("quoted cited reported heard")


def understood(index: Places, position: int, links: list[Link]) -> Candidate | None:
    """The subject of an earlier verb of the sentence: "Lee agreed and said", "Lee left, adding"."""
    tokens = index.tokens
    sentence = tokens[position].sentence
    for link in reversed(links):
        if tokens[link.start].sentence != sentence:
            break
        if (
            link.subject is None
            or link.how in ("according", "relayed", "passive")
            or tokens[link.subject.start].sentence != sentence
            or _thrust_in(index, link)
        ):
            continue
        if link.kind != "weak" or not _within_reported(tokens, link, links):
            return link.subject
    candidates = index.by_sentence.get(sentence, [])
    earlier = sentence_subject(tokens, [c for c in candidates if c.end <= position])
    if earlier is not None:
        return earlier
    if tokens[position].lower.endswith("ing"):
        return sentence_subject(tokens, [c for c in candidates if c.start > position + 1 and _opens_clause(tokens, c)])
    return None


def _thrust_in(index: Places, link: Link) -> bool:
    """Whether a clause stands between commas in somebody else's: "Lee, she said, looked up and told him"."""
    tokens, subject = index.tokens, link.subject
    if subject is None or subject.end != link.start or not subject.start or tokens[subject.start - 1].lower != ",":
        return False
    outer = index.ending.get(subject.start - 1)
    return outer is not None and not governed(tokens, outer) and tokens[link.end].lower == ","


def _within_reported(tokens: list[Token], link: Link, links: list[Link]) -> bool:
    """Whether a verb's clause is reported by somebody else of the same sentence."""
    for other in reversed(links):
        if tokens[other.start].sentence != tokens[link.start].sentence:
            return False
        if (
            other.end <= link.start
            and other.kind == SAY
            and other.subject not in (None, link.subject)
            and other.how == "direct"
        ):
            return True
    return False


def _opens_clause(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a candidate comes right after a comma or a quotation."""
    before = tokens[candidate.start - 1]
    return before.lower == "," or before.type == QUOTED
