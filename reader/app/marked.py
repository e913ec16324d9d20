"""An attribution without what was said without quotation marks: what people see until they ask for more."""

from __future__ import annotations

from msgspec.structs import replace

from reader.model import Attribution, QuotationKind

__all__ = ["only_marked"]


def only_marked(attribution: Attribution) -> Attribution:
    """The quotations in quotation marks, the speakers of those, and their mentions; the order stays."""
    kept = [place for place, one in enumerate(attribution.quotations) if one.kind is not QuotationKind.INDIRECT]
    if len(kept) == len(attribution.quotations):
        return attribution
    moved = {place: number for number, place in enumerate(kept)}
    quotations = tuple(
        replace(one, continues=moved.get(one.continues) if one.continues is not None else None)
        for one in (attribution.quotations[place] for place in kept)
    )
    speakers = {one.speaker for one in quotations}
    return Attribution(
        tuple(speaker for speaker in attribution.speakers if speaker.id in speakers),
        quotations,
        tuple(mention for mention in attribution.mentions if mention.speaker in speakers),
    )
