"""A draft as it is read: its whole text, and its quotations with their sentences and whom the draft names for them."""

from __future__ import annotations

from bisect import bisect_right

from reader.app.check.context import sentence_around
from reader.app.check.verdict import DraftQuotation
from reader.app.reading import prose
from reader.errors import BadInput
from reader.model import Article, QuotationKind, SpeakerKind
from reader.text import counted

__all__ = ["MOST_QUOTATIONS", "links_of", "quotations_of"]

MOST_QUOTATIONS = 1_000
"""A draft with more is refused: nobody reads a report of so many, and it would take minutes."""


def links_of(article: Article) -> list[str]:
    """The web addresses that the draft links to, in the order of its text, each once."""
    inside = [span.href for block in article.blocks for span in block.spans if span.href]
    found = [*inside, *(link.href for link in article.links)]
    return [url for url in dict.fromkeys(found) if url.startswith(("http://", "https://"))]


def quotations_of(article: Article, name: str) -> list[DraftQuotation]:
    """The draft's quotations in marks, in the order of its text. BadInput when it has very many.

    ``paragraph`` counts from 1.
    """
    from reader.attribution import attribute

    if (marks := sum(map(article.text.count, '“”"«»„'))) > 2 * MOST_QUOTATIONS + 2:
        raise BadInput(
            f"{name}: {counted(marks, 'quotation mark')}: check a draft of at most {MOST_QUOTATIONS:,} quotations"
        )
    said = attribute(prose(article), article.language or None)
    found = []
    for one in said.quotations:
        if one.kind is QuotationKind.INDIRECT:
            continue
        speaker = said.speaker(one.speaker)
        first, last = sentence_around(article.text, one.start, one.end)
        found.append(
            DraftQuotation(
                start=one.start,
                end=one.end,
                words=article.text[one.start : one.end],
                sentence=article.text[first:last].strip(),
                paragraph=bisect_right(article.starts, one.start),
                speaker=speaker.name if speaker and speaker.kind is not SpeakerKind.UNNAMED else "",
                kind=speaker.kind if speaker else SpeakerKind.UNNAMED,
                confidence=one.confidence,
            )
        )
    return found
