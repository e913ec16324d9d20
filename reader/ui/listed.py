"""What is listed, as values, and how it is read from the desk: no widget here, so that it can be read before any is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from reader.library.feed_records import Order, Source, SourceKind
from reader.ui.entry_pages import PAGE, EntryPages

if TYPE_CHECKING:
    from reader.app.feeds import Feeds
    from reader.library.feed_records import EntryRow

SCREENFUL = 50
"""Rows that fill any screen."""

__all__ = ["Asked", "Listed", "begin_with", "has_feeds", "read_list"]


class Asked(Struct, frozen=True):
    """Which entries are wanted: those of a source, in an order, unread ones only, with some words."""

    source: Source
    order: Order = Order.NEWEST
    hide_read: bool = False
    words: str = ""

    def of(self, source: Source) -> Asked:
        """The entries of another source; the words were meant for this one."""
        same = (source.kind, source.key) == (self.source.kind, self.source.key)
        return replace(self, source=source, words=self.words if same else "")

    def with_(self, **changes: Any) -> Asked:  # noqa: ANN401 - the fields of this class
        """The same with these fields changed."""
        return replace(self, **changes)

    def rows(self, feeds: Feeds, limit: int, offset: int) -> list[EntryRow]:
        """So many entries from an offset on."""
        return feeds.entries(
            self.source, order=self.order, hide_read=self.hide_read, words=self.words, limit=limit, offset=offset
        )

    def count(self, feeds: Feeds) -> int:
        """How many entries there are."""
        return feeds.count(self.source, hide_read=self.hide_read, words=self.words)

    def place(self, feeds: Feeds, key: int) -> int:
        """Where an entry stands in the list, or would stand if it were in it."""
        return feeds.place(self.source, key, order=self.order, hide_read=self.hide_read, words=self.words)


class Listed(Struct, frozen=True):
    """A list as far as it was read: ``place`` is the cursor's, ``at`` when it was read, aware."""

    asked: Asked
    pages: EntryPages
    place: int
    at: datetime
    sources: Sequence[Source] = ()


def read_list(feeds: Feeds, asked: Asked, key: int | None = None, rows: int = PAGE // 2) -> Listed:
    """The part of a list around an entry, or its beginning, with ``rows`` rows on either side."""
    at = datetime.now(UTC)
    return _read(feeds, asked, at, asked.count(feeds), key, rows)


def _read(feeds: Feeds, asked: Asked, at: datetime, count: int, key: int | None, rows: int) -> Listed:
    pages = EntryPages(count)
    place = 0 if key is None else min(asked.place(feeds, key), max(0, pages.count - 1))
    while (page := pages.missing(place - rows, place + rows)) is not None:
        pages.put(page, asked.rows(feeds, PAGE, pages.offset(page)))
    return Listed(asked, pages, place, at)


def begin_with(feeds: Feeds) -> Listed:
    """The sources, and the list that a person most likely wants first: what is new today, else unread, else all."""
    at = datetime.now(UTC)
    sources = feeds.sources()
    smart = {source.kind: source for source in sources}
    wanted = next((kind for kind in (SourceKind.TODAY, SourceKind.UNREAD) if smart[kind].unread), SourceKind.ALL)
    source = smart[wanted]
    return replace(_read(feeds, Asked(source), at, source.total, None, SCREENFUL), sources=sources)


def has_feeds(sources: Sequence[Source]) -> bool:
    """Whether there is any feed."""
    return any(source.kind is SourceKind.FEED for source in sources)
