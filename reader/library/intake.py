"""Writes what a refresh decided: many feeds in one transaction, their stories folded, the index told what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from reader.library.bodies import packed
from reader.library.connections import Connections
from reader.library.counting import count_in
from reader.library.entries import local_now
from reader.library.intents import Known, KnownFeed, Taken, ToWrite
from reader.library.marks import as_json
from reader.library.stories import fold

__all__ = ["Intake"]


class Intake:
    """The way into the library for what feeds bring; ``now`` is as for ``Entries``.

    Each method works on a connection inside a transaction of the caller's: ``connections.write()``.
    """

    def __init__(self, connections: Connections, now: Callable[[], datetime] = local_now) -> None:
        self.connections = connections
        self._now = now

    def known(self, connection: sqlite3.Connection, feed: int) -> KnownFeed:
        """What is stored of a feed's entries."""
        rows = connection.execute("SELECT key, uid, digest, link_key, title FROM entries WHERE feed = ?", (feed,))
        entries = {row[1]: Known(*row) for row in rows}
        dropped = connection.execute("SELECT uid FROM dropped WHERE feed = ?", (feed,))
        return KnownFeed(entries, frozenset(uid for (uid,) in dropped))

    def take(self, connection: sqlite3.Connection, feed: int, entries: Sequence[ToWrite]) -> Taken:
        """Add and change entries of a feed."""
        moment = int(self._now().timestamp())
        added = self._added(connection, feed, [one for one in entries if one.key is None], moment)
        updated = tuple(_changed(connection, one, one.key) for one in entries if one.key is not None)
        if added or updated:
            listed = as_json((*added, *updated))
            connection.execute("INSERT OR IGNORE INTO unindexed SELECT value FROM json_each(?)", (listed,))
        if added:
            fold(connection, added)
        return Taken(added, updated)

    def forget_dropped(self, connection: sqlite3.Connection, feed: int, uids: Iterable[int]) -> None:
        """Forget which entries were taken out, once their feed does not list them any more."""
        connection.executemany("DELETE FROM dropped WHERE feed = ? AND uid = ?", [(feed, uid) for uid in uids])

    def _added(
        self, connection: sqlite3.Connection, feed: int, entries: Sequence[ToWrite], moment: int
    ) -> tuple[int, ...]:
        """Add new entries; gives their keys."""
        if not entries:
            return ()
        first = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM entries").fetchone()[0]
        keys = tuple(range(first, first + len(entries)))
        connection.executemany(
            "INSERT INTO entries (key, feed, uid, id, title, author, link, published, added, sort, digest, link_key,"
            " title_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_row(key, feed, one, moment) for key, one in zip(keys, entries, strict=True)),
        )
        connection.executemany(
            "INSERT INTO entry_text VALUES (?, ?)",
            ((key, packed(one.entry)) for key, one in zip(keys, entries, strict=True)),
        )
        count_in(connection, keys)
        return keys


def _row(key: int, feed: int, one: ToWrite, moment: int) -> tuple[object, ...]:
    """The row of a new entry, which is unread, shown, and stands for itself."""
    entry = one.entry
    sort = moment if one.published is None else min(one.published, moment)
    return (
        *(key, feed, one.uid, entry.id, entry.title, entry.author, entry.link, one.published, moment, sort),
        *(one.digest, one.link_key, one.title_key),
    )


def _changed(connection: sqlite3.Connection, one: ToWrite, key: int) -> int:
    """Write an entry over its earlier form; its states, its place in time and its story stay."""
    entry = one.entry
    connection.execute(
        "UPDATE entries SET uid = ?, id = ?, title = ?, author = ?, link = ?, digest = ?, link_key = ?, title_key = ?"
        " WHERE key = ?",
        (one.uid, entry.id, entry.title, entry.author, entry.link, one.digest, one.link_key, one.title_key, key),
    )
    connection.execute("INSERT OR REPLACE INTO entry_text VALUES (?, ?)", (key, packed(entry)))
    return key
