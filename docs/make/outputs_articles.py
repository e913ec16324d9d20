"""Models of what is printed of articles: their words, links and quotations."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct
from outputs_common import Confidence, Day, End, Offset, Range, Said, Start, Title, Url

from reader.model import BlockKind, LinkKind, Precision, QuotationKind, SpanKind, SpeakerKind

__all__ = ["Article", "ArticleLink", "Block", "Facts", "HostLink", "Quotation", "QuoteRow", "Quotes", "Span", "Speaker"]


class Facts(Struct, forbid_unknown_fields=True):
    """What an article is."""

    title: str
    url: Url
    site: str
    byline: list[str]
    published: Day | None
    language: str


class Speaker(Struct, forbid_unknown_fields=True):
    """Who is quoted in the article."""

    id: str
    name: Annotated[str, Meta(description="In its fullest form.")]
    role: str
    kind: SpeakerKind
    aliases: list[str]
    quotations: int
    words: Annotated[int, Meta(description="Quoted words.")]


class Quotation(Struct, forbid_unknown_fields=True):
    """Words that somebody said."""

    start: Start
    end: End
    text: Said
    kind: QuotationKind
    speaker: Annotated[str | None, Meta(description="A speaker's `id`.")]
    name: Annotated[str | None, Meta(description="The speaker's name.")]
    mention: Annotated[Range | None, Meta(description="Where the speaker is named for it.")]
    cue: Annotated[Range | None, Meta(description="The word that says it is speech.")]
    via: Annotated[str | None, Meta(description="Who relayed it.")]
    confidence: Confidence


class Quotes(Struct, forbid_unknown_fields=True):
    """Who said what in one article."""

    article: Facts
    text: Annotated[str, Meta(description="The article's text: what every offset counts in.")]
    speakers: list[Speaker]
    quotations: Annotated[list[Quotation], Meta(description="In the order of the text.")]


class QuoteRow(Struct, forbid_unknown_fields=True):
    """A quotation with all that is known of it; the columns of the CSV are the same."""

    citekey: Annotated[str, Meta(description="The article's, the same in every export.")]
    speaker_id: Annotated[str, Meta(description="The same over all articles of the library.")]
    speaker: str
    role: str
    speaker_kind: Annotated[str, Meta(description="`person`, `organisation`, `unnamed`; empty for nobody.")]
    kind: QuotationKind
    via: Annotated[str, Meta(description="Who relayed it.")]
    quotation: Said
    cue: Annotated[str, Meta(description="The word that says it is speech.")]
    mention: Annotated[str, Meta(description="How the speaker is named for it.")]
    start: Start
    end: End
    paragraph: Annotated[int, Meta(description="The number of its block, from 1.", ge=1)]
    confidence: Confidence
    date: Day
    site: str
    title: Title
    url: Url


class Span(Struct, forbid_unknown_fields=True):
    """A run of inline markup."""

    start: Annotated[int, Meta(description="Where it begins in its block's text.", ge=0)]
    end: Offset
    kind: SpanKind
    href: Annotated[str, Meta(description="Where a link leads.")]


class Block(Struct, forbid_unknown_fields=True):
    """A block of the body."""

    start: Start
    kind: BlockKind
    text: Annotated[str, Meta(description="Of a figure its caption, of a table its rows, cells parted by tabs.")]
    spans: list[Span]
    level: Annotated[int, Meta(description="Of a heading 1 to 6; of a list item and a quotation its depth.")]
    ordinal: Annotated[int | None, Meta(description="The number of an ordered list's item.")]
    language: Annotated[str, Meta(description="Of code.")]
    header_rows: Annotated[int, Meta(description="How many rows of a table are headings.")]
    source: Annotated[str, Meta(description="A figure's picture, or what a quotation cites.")]


class ArticleLink(Struct, forbid_unknown_fields=True):
    """A link of the page."""

    kind: LinkKind
    label: str
    href: Annotated[str, Meta(description="Empty for a dead link.")]
    block: Annotated[int | None, Meta(description="The block that it stands in or after, from 0.")]


class HostLink(ArticleLink, forbid_unknown_fields=True):
    """A link of the page, with the host that it opens."""

    host: Annotated[str, Meta(description="As browsers read the address.")]


class Article(Struct, forbid_unknown_fields=True):
    """The cleaned article."""

    title: str
    blocks: list[Block]
    links: list[ArticleLink]
    url: Annotated[str, Meta(description="Where it came from.")]
    canonical_url: str
    site: str
    byline: list[str]
    published: Day | None
    published_precision: Precision
    updated: Day | None
    updated_precision: Precision
    language: str
    description: str
    lead_image: str
    word_of_caution: Annotated[str, Meta(description="What the reader should know, if the page was hard to read.")]
    text: Annotated[str, Meta(description="The blocks' texts, joined by a blank line.")]
