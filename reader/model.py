"""The nouns of the program: frozen values, no I/O, nothing of ours imported.

Every position, of a quotation, a mention, a search hit or a note, is a pair of code-point offsets
into ``Article.text``, end exclusive (as in TextPositionSelector of the W3C Web Annotation Data Model).
Only a ``Span`` counts within its own block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

__all__ = [
    "BLOCK_SEPARATOR",
    "Anchor",
    "AnchorStatus",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Link",
    "LinkKind",
    "Mention",
    "Note",
    "NoteKind",
    "Page",
    "Precision",
    "Quotation",
    "QuotationKind",
    "Range",
    "Selector",
    "Span",
    "SpanKind",
    "Speaker",
    "SpeakerKind",
]

BLOCK_SEPARATOR = "\n\n"

Range = tuple[int, int]
"""Start and end offsets into ``Article.text``, end exclusive."""


@dataclass(frozen=True)
class Page:
    """What came over the wire or from a file; nothing interpreted.

    ``url`` is the final address after redirects (``file:`` for a file, ``""`` for standard input);
    ``charset`` and ``content_type`` are as declared, lower case, ``""`` when nothing was.
    """

    url: str
    data: bytes
    requested: str = ""
    charset: str = ""
    content_type: str = ""
    status: int = 200
    etag: str = ""
    last_modified: str = ""
    fetched: datetime | None = None


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    FIGURE = "figure"
    RULE = "rule"
    CREDIT = "credit"
    FOOTER = "footer"


class SpanKind(StrEnum):
    """What a run of text inside a block is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True)
class Span:
    """A run of inline markup. ``start`` and ``end`` count within its block's text.

    ``href`` is an absolute http(s) address for a link and ``""`` for anything else: a dead link
    (``#``, empty, ``javascript:``) gets no span, its words stay plain.
    """

    start: int
    end: int
    kind: SpanKind
    href: str = ""


@dataclass(frozen=True)
class Block:
    """One block of the body: plain text and its inline spans.

    The text of a figure is its caption; of a table its rows, one a line, cells parted by tabs, the first
    ``header_rows`` of them headings; of a rule ``""``. Only code and tables hold line breaks, and a poem's
    or an address's own. ``level`` is 1-6 for a heading, the depth from 0 for a list item, and the nesting
    from 1 for a block quotation. ``ordinal`` is the number of an ordered list's item, None for a bullet.
    ``source`` is a figure's image address or a block quotation's ``cite``, ``""`` when there is none.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    ordinal: int | None = None
    language: str = ""
    header_rows: int = 0
    source: str = ""


class LinkKind(StrEnum):
    """What a link is to its article."""

    RELATED = "related"
    READ_MORE = "read-more"
    SOURCE = "source"
    IN_TEXT = "in-text"
    TAG = "tag"
    ORIGINAL = "original"


@dataclass(frozen=True)
class Link:
    """A link of the page, for the side panel.

    ``href`` is absolute http(s), or ``""`` for a dead one, of which only the label is left. ``block`` is
    the index of the block that it stands in (in text) or after (taken out of the body), None before all.
    """

    kind: LinkKind
    label: str
    href: str = ""
    block: int | None = None


class Precision(StrEnum):
    """How exactly a date was given."""

    DAY = "day"
    SECOND = "second"


@dataclass(frozen=True)
class Article:
    """The cleaned document.

    All text in it has been through ``reader.text``: NFC, white space collapsed, no control, bidirectional
    or invisible characters. Dates are as given, aware or naive; a naive one counts as UTC in sorting.
    ``word_of_caution`` is a line for the person when extraction had to fall back, else ``""``.
    """

    title: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    url: str = ""
    canonical_url: str = ""
    site: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    published_precision: Precision = Precision.SECOND
    updated: datetime | None = None
    updated_precision: Precision = Precision.SECOND
    language: str = ""
    description: str = ""
    lead_image: str = ""
    word_of_caution: str = ""

    @cached_property
    def text(self) -> str:
        """The blocks' texts joined by a blank line: what every offset counts in."""
        return BLOCK_SEPARATOR.join(block.text for block in self.blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in ``text`` at which each block begins, ascending."""
        starts, position = [], 0
        for block in self.blocks:
            starts.append(position)
            position += len(block.text) + len(BLOCK_SEPARATOR)
        return tuple(starts)

    @property
    def address(self) -> str:
        """The address a person would cite: the canonical one, else where it came from."""
        return self.canonical_url or self.url


class SpeakerKind(StrEnum):
    """Whether a speaker is named, a body of people, or kept unnamed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


@dataclass(frozen=True)
class Speaker:
    """Someone who is quoted: the fullest form of the name, the role as the article words it, and aliases."""

    id: str
    name: str
    role: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()


class QuotationKind(StrEnum):
    """A whole utterance, some words inside a reporting sentence, or reported without marks."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


@dataclass(frozen=True)
class Quotation:
    """Words that someone said; the offsets leave out the quotation marks.

    ``speaker`` is a ``Speaker.id`` or None. ``mention`` is where the speaker is named for this quotation,
    ``cue`` the verb or phrase that says it is speech. ``via`` is who relayed it. ``confidence`` is 0 to 1.
    A quotation over several paragraphs is one a paragraph; ``continues`` is the index in
    ``Attribution.quotations`` of the one before.
    """

    start: int
    end: int
    kind: QuotationKind = QuotationKind.DIRECT
    speaker: str | None = None
    mention: Range | None = None
    cue: Range | None = None
    via: str | None = None
    confidence: float = 1.0
    continues: int | None = None


@dataclass(frozen=True)
class Mention:
    """A place where a speaker is named, described or stood for by a pronoun."""

    start: int
    end: int
    speaker: str


@dataclass(frozen=True)
class Attribution:
    """Who said what in one article; quotations and mentions in the order of the text."""

    speakers: tuple[Speaker, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """The speaker with this id, or None."""
        return self._by_id.get(speaker_id) if speaker_id is not None else None

    @cached_property
    def _by_id(self) -> dict[str, Speaker]:
        return {speaker.id: speaker for speaker in self.speakers}


@dataclass(frozen=True)
class Selector:
    """Which passage a note is about, as made: W3C TextQuoteSelector and TextPositionSelector in one.

    ``prefix`` and ``suffix`` hold up to 64 characters each.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


class AnchorStatus(StrEnum):
    """How a passage was found again: as it was, elsewhere, changed, or not at all."""

    EXACT = "exact"
    MOVED = "moved"
    EDITED = "edited"
    ORPHAN = "orphan"


@dataclass(frozen=True)
class Anchor:
    """Where a selector's passage stands in one text; start and end are None for an orphan."""

    status: AnchorStatus
    start: int | None = None
    end: int | None = None
    score: float = 1.0
    text_sha256: str = ""
    at: datetime | None = None


class NoteKind(StrEnum):
    """What a note is about."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    QUOTATION = "quotation"
    PAGE = "page"
    CORRECTION = "correction"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Note:
    """A W3C-shaped annotation: what was marked, where, and what the user thinks of it.

    ``selector`` is None for a note on the whole article. ``body`` is Markdown, exactly as typed.
    ``speaker`` is the name of who said the passage, ``""`` when nobody did. ``extra`` keeps fields of a
    record that this version does not know.
    """

    id: str
    kind: NoteKind
    url: str
    canonical_url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""
    accessed: str = ""
    citekey: str = ""
    page_sha256: str = ""
    text_sha256: str = ""
    selector: Selector | None = None
    anchor: Anchor | None = None
    speaker: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    color: str = ""
    created: datetime = field(default_factory=_now)
    modified: datetime = field(default_factory=_now)
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address a person would cite: the canonical one, else where it came from."""
        return self.canonical_url or self.url
