"""What the user thinks of a passage, and where the passage stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct, field

__all__ = [
    "Anchor",
    "AnchorStatus",
    "Note",
    "NoteKind",
    "Selector",
]


class Selector(Struct, frozen=True):
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


class Anchor(Struct, frozen=True):
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


class Note(Struct, frozen=True):
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
