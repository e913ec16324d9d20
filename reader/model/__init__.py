"""The nouns of the program: frozen values, no I/O, nothing of ours imported.

Every position, of a quotation, a mention, a search hit or a note, is a pair of code-point offsets
into ``Article.text``, end exclusive (as in TextPositionSelector of the W3C Web Annotation Data Model).
Only a ``Span`` counts within its own block.
"""

from __future__ import annotations

from reader.model.articles import (
    BLOCK_SEPARATOR,
    Article,
    Block,
    BlockKind,
    Link,
    LinkKind,
    Page,
    Precision,
    Span,
    SpanKind,
)
from reader.model.feeds import Enclosure, Entry, Feed
from reader.model.notes import Anchor, AnchorStatus, Note, NoteKind, Selector
from reader.model.speech import Attribution, Mention, Quotation, QuotationKind, Range, Speaker, SpeakerKind

__all__ = [
    "BLOCK_SEPARATOR",
    "Anchor",
    "AnchorStatus",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Enclosure",
    "Entry",
    "Feed",
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
