"""The entries of feeds: listed by page, counted, and opened with their words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from reader.library.bodies import unpacked
from reader.library.connections import Connections
from reader.library.feed_records import EntryBody, EntryRow, Order, Source, SourceKind
from reader.library.marks import Marks, as_json
from reader.library.selection import FEED_NAME, ORDERS, Selection, selection

__all__ = ["Entries", "local_now"]

_LIGHT = (
    f"e.key, e.feed, {FEED_NAME}, f.site, e.title, e.author, e.link, e.published, e.added, e.read, e.starred, e.saved,"
    " e.hidden, e.article IS NOT NULL, e.also, e.notes"
)
_FROM = "entries AS e CROSS JOIN feeds AS f ON f.key = e.feed"  # CROSS: the entries' index gives the order
_FLIPPED = {Order.NEWEST: Order.OLDEST, Order.OLDEST: Order.NEWEST}


def local_now() -> datetime:
    """This moment in the person's own zone."""
    return datetime.now().astimezone()


class Entries(Marks):
    """The entries in the library's file; every method raises StoreFailed with one line when it cannot be used.

    ``now`` gives the moment, aware, in the person's zone; ``searched`` what the saved search of a key selects.
    """

    def __init__(
        self,
        connections: Connections,
        now: Callable[[], datetime] = local_now,
        searched: Callable[[int], Selection] | None = None,
    ) -> None:
        super().__init__(connections)
        self._now = now
        self._searched = searched

    def rows(
        self,
        source: Source,
        *,
        order: Order = Order.NEWEST,
        hide_read: bool = False,
        words: str = "",
        limit: int = 500,
        offset: int = 0,
    ) -> list[EntryRow]:
        """A page of a source's entries."""
        chosen = self._chosen(source, hide_read, words)
        return self._rows(chosen, f"ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?", (limit, offset))

    def count(self, source: Source, *, hide_read: bool = False, words: str = "") -> int:
        """How many entries a source holds."""
        return self._count(self._chosen(source, hide_read, words), words)

    def _count(self, chosen: Selection, words: str) -> int:
        origin = _FROM if words else "entries AS e"
        with self.connections.read() as connection:
            sql = f"SELECT count(*) FROM {origin} WHERE {chosen.where}"
            return int(connection.execute(sql, chosen.values).fetchone()[0])

    def newest(self) -> int:
        """The key of the entry that was stored last, 0 for none: it grows whenever something new comes."""
        with self.connections.read() as connection:
            return int(connection.execute("SELECT coalesce(max(key), 0) FROM entries").fetchone()[0])

    def keys(
        self, source: Source, *, order: Order = Order.NEWEST, hide_read: bool = False, words: str = ""
    ) -> list[int]:
        """The keys of all of a source's entries."""
        return self._keys(self._chosen(source, hide_read, words), order)

    def unread_keys(self, source: Source, upto: datetime | None = None) -> list[int]:
        """The keys of a source's unread entries, those only that were first seen up to a moment."""
        chosen = self._chosen(source, hide_read=True)
        return self._keys(chosen.also("e.added <= ?", int(upto.timestamp())) if upto else chosen)

    def of_keys(self, keys: Sequence[int]) -> list[EntryRow]:
        """The rows of these entries, in this order, without those that are gone."""
        chosen = Selection("e.key IN (SELECT value FROM json_each(?))", (as_json(keys),))
        found = {row.key: row for row in self._rows(chosen)}
        return [found[key] for key in keys if key in found]

    def row(self, key: int) -> EntryRow | None:
        """One entry's row."""
        return next(iter(self.of_keys([key])), None)

    def body(self, key: int) -> EntryBody:
        """The words of an entry as its feed gave them; empty when there are none."""
        with self.connections.read() as connection:
            found = connection.execute("SELECT body FROM entry_text WHERE entry = ?", (key,)).fetchone()
        return unpacked(found[0], f"{self.connections.path}: the words of entry {key}") if found else EntryBody()

    def others(self, key: int) -> list[EntryRow]:
        """The same story in other feeds."""
        story = "(SELECT coalesce(lead, key) FROM entries WHERE key = ?)"
        return self._rows(
            Selection(f"(e.lead = {story} OR e.key = {story}) AND e.key <> ?", (key, key, key)), "ORDER BY e.key"
        )

    def next_unread(
        self, source: Source, after: int, *, order: Order = Order.NEWEST, backwards: bool = False
    ) -> EntryRow | None:
        """The next unread entry below (or above) the entry ``after`` in a source's list, None when there is none."""
        if order not in _FLIPPED:
            return self._next_by_list(source, after, order, backwards)
        way = _FLIPPED[order] if backwards else order
        sign = "<" if way is Order.NEWEST else ">"
        chosen = self._chosen(source, hide_read=True).also(
            f"(e.sort, e.key) {sign} (SELECT sort, key FROM entries WHERE key = ?)", after
        )
        return next(iter(self._rows(chosen, f"ORDER BY {ORDERS[way]} LIMIT 1")), None)

    def place(
        self, source: Source, key: int, *, order: Order = Order.NEWEST, hide_read: bool = False, words: str = ""
    ) -> int:
        """How many entries of a source's list stand before this one, whether it is in the list or not."""
        if order not in _FLIPPED:
            keys = self.keys(source, order=order, hide_read=hide_read, words=words)
            return keys.index(key) if key in keys else 0
        sign = ">" if order is Order.NEWEST else "<"
        chosen = self._chosen(source, hide_read, words).also(
            f"(e.sort, e.key) {sign} (SELECT sort, key FROM entries WHERE key = ?)", key
        )
        return self._count(chosen, words)

    def _next_by_list(self, source: Source, after: int, order: Order, backwards: bool) -> EntryRow | None:
        keys = self.keys(source, order=order)
        unread = set(self.unread_keys(source))
        if after not in keys:
            return None
        place = keys.index(after)
        rest = reversed(keys[:place]) if backwards else keys[place + 1 :]
        found = next((key for key in rest if key in unread), None)
        return None if found is None else self.row(found)

    def _chosen(self, source: Source, hide_read: bool = False, words: str = "") -> Selection:
        found = None
        if source.kind is SourceKind.SEARCH and self._searched is not None and isinstance(source.key, int):
            found = self._searched(source.key)
        return selection(source, hide_read=hide_read, words=words, now=self._now(), found=found)

    def _keys(self, chosen: Selection, order: Order = Order.NEWEST) -> list[int]:
        sql = f"SELECT e.key FROM {_FROM} WHERE {chosen.where} ORDER BY {ORDERS[order]}"
        with self.connections.read() as connection:
            return [key for (key,) in connection.execute(sql, chosen.values)]

    def _rows(self, chosen: Selection, ending: str = "", values: Iterable[int] = ()) -> list[EntryRow]:
        sql = f"SELECT {_LIGHT} FROM {_FROM} WHERE {chosen.where} {ending}"
        with self.connections.read() as connection:
            found = [tuple(row) for row in connection.execute(sql, (*chosen.values, *values))]
            tags = _tags(connection, [row[0] for row in found])
        return [_row(row, tags.get(row[0], ())) for row in found]


def _tags(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    tagged = connection.execute(
        "SELECT entry, tag FROM entry_tags WHERE entry IN (SELECT value FROM json_each(?)) ORDER BY entry, tag",
        (as_json(keys),),
    )
    return {entry: tuple(tag for _entry, tag in pairs) for entry, pairs in groupby(tagged, lambda pair: int(pair[0]))}


def _row(values: tuple[Any, ...], tags: tuple[str, ...]) -> EntryRow:
    key, feed, name, site, title, author, link, published, added, read, starred, saved, hidden, article, also, notes = (
        values
    )
    return EntryRow(
        key=key,
        feed=feed,
        feed_name=name,
        site=site,
        title=title,
        author=author,
        link=link,
        published=None if published is None else datetime.fromtimestamp(published, UTC),
        added=datetime.fromtimestamp(added, UTC),
        read=bool(read),
        starred=bool(starred),
        saved=bool(saved),
        hidden=bool(hidden),
        tags=tags,
        full_text=bool(article),
        also=also,
        notes=notes,
    )
