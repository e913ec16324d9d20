"""Quotations of whose speaker the engine is unsure, over all stored articles: a queue to confirm or correct."""

from __future__ import annotations

from msgspec import Struct

from reader.model import Attribution, QuotationKind, Range

__all__ = ["UNSURE", "Unsure", "unsure_in"]

UNSURE = 0.75
"""Below this confidence a quotation's speaker is marked with a question mark."""


class Unsure(Struct, frozen=True):
    """One quotation to look at: where it is, its words, and whom the engine took for its speaker."""

    source: str
    address: str
    title: str
    span: Range
    words: str
    speaker: str
    confidence: float


def unsure_in(attribution: Attribution, text: str, *, source: str, address: str, title: str) -> list[Unsure]:
    """The quotations of one article (the user's corrections applied) below ``UNSURE``, the least sure first."""
    found = []
    for quotation in attribution.quotations:
        if quotation.confidence >= UNSURE or quotation.kind is QuotationKind.INDIRECT:
            continue
        speaker = attribution.speaker(quotation.speaker)
        span = (quotation.start, quotation.end)
        words = " ".join(text[slice(*span)].split())
        name = speaker.name if speaker else ""
        found.append(Unsure(source, address, title, span, words, name, quotation.confidence))
    return sorted(found, key=lambda one: (one.confidence, one.span))
