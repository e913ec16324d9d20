"""A page as it came and the article that it holds."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

__all__ = [
    "BLOCK_SEPARATOR",
    "Article",
    "Block",
    "BlockKind",
    "Link",
    "LinkKind",
    "Page",
    "Precision",
    "Span",
    "SpanKind",
]

BLOCK_SEPARATOR = "\n\n"


class Page(Struct, frozen=True):
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


class Span(Struct, frozen=True):
    """A run of inline markup. ``start`` and ``end`` count within its block's text.

    ``href`` is an absolute http(s) address for a link and ``""`` for anything else: a dead link
    (``#``, empty, ``javascript:``) gets no span, its words stay plain.
    """

    start: int
    end: int
    kind: SpanKind
    href: str = ""


class Block(Struct, frozen=True):
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


class Link(Struct, frozen=True):
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


class Article(Struct, frozen=True, dict=True):
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
