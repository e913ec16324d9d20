"""The places of the feeds' pane with their counts: a handful of statements over indexes, whatever the size."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.library.connections import Connections
from reader.library.entries import local_now
from reader.library.feed_records import Source, SourceKind
from reader.library.selection import FEED_NAME, selection

__all__ = ["Places"]

Counts = tuple[int, int]
"""How many are unread, and how many there are."""

_FIXED = {
    SourceKind.TODAY: "Today",
    SourceKind.UNREAD: "Unread",
    SourceKind.STARRED: "Starred",
    SourceKind.SAVED: "Saved",
    SourceKind.NOTED: "Noted",
    SourceKind.ALL: "All",
}


class Places:
    """Where entries are found. ``now`` is as for ``Entries``."""

    def __init__(self, connections: Connections, now: Callable[[], datetime] = local_now) -> None:
        self._connections = connections
        self._now = now

    def fixed(self) -> list[Source]:
        """Today, Unread, Starred, Saved, Noted and All."""
        with self._connections.read() as connection:
            sums = "SELECT coalesce(sum(standing_unread), 0), coalesce(sum(standing), 0) FROM counts"
            unread, total = connection.execute(sums).fetchone()
            known = {SourceKind.UNREAD: (unread, unread), SourceKind.ALL: (unread, total)}
            return [
                Source(kind, name, "", *(known.get(kind) or self._counts(connection, kind)))
                for kind, name in _FIXED.items()
            ]

    def feeds(self) -> list[Source]:
        """The folders, each with its feeds below it, then the feeds that are in none, then the tags."""
        with self._connections.read() as connection:
            feeds = _feeds(connection)
            tally = _Tally({feed.key: feed.counts for feed in feeds}, _twice(connection))
            tags = _tags(connection, tally)
        return [*_in_folders(feeds, tally), *tags]

    def _counts(self, connection: sqlite3.Connection, kind: SourceKind) -> Counts:
        chosen = selection(Source(kind, ""), now=self._now())
        unread = chosen.also("e.read = 0")
        sql = "SELECT count(*) FROM entries AS e WHERE "
        both = [int(connection.execute(sql + one.where, one.values).fetchone()[0]) for one in (unread, chosen)]
        return both[0], both[1]


class _Feed(NamedTuple):
    """What the pane needs of a feed."""

    key: int
    name: str
    url: str
    folder: str
    error: str
    counts: Counts

    def source(self, depth: int) -> Source:
        """Its row."""
        return Source(SourceKind.FEED, self.name, self.key, *self.counts, depth, self.error, self.url)


class _Tally:
    """Adds up feeds' counts, a story that several of them carry counted once."""

    def __init__(self, counts: dict[int, Counts], twice: dict[tuple[int, int], Counts]) -> None:
        self._counts = counts
        self._twice = twice

    def of(self, feeds: Collection[int]) -> Counts:
        """The counts of these feeds together."""
        unread = sum(self._counts.get(key, (0, 0))[0] for key in feeds)
        total = sum(self._counts.get(key, (0, 0))[1] for key in feeds)
        for (feed, leading), (unread_twice, total_twice) in self._twice.items():
            if feed in feeds and leading in feeds:
                unread, total = unread - unread_twice, total - total_twice
        return unread, total


def _feeds(connection: sqlite3.Connection) -> list[_Feed]:
    """The feeds that are followed, by name."""
    rows = connection.execute(
        f"SELECT f.key, {FEED_NAME}, f.url, f.folder, f.error, c.unread, c.total FROM feeds AS f"
        " LEFT JOIN counts AS c ON c.feed = f.key WHERE f.subscribed = 1"
    )
    feeds = [
        _Feed(key, name, url, folder, error, (unread or 0, total or 0))
        for key, name, url, folder, error, unread, total in rows
    ]
    return sorted(feeds, key=lambda feed: feed.name.casefold())


def _twice(connection: sqlite3.Connection) -> dict[tuple[int, int], Counts]:
    """How many stories of one feed another feed stands for; by the index of those that do not stand for themselves."""
    rows = connection.execute(
        "SELECT e.feed, l.feed, sum(e.read = 0), count(*) FROM entries AS e INDEXED BY entries_by_lead"
        " CROSS JOIN entries AS l ON l.key = e.lead"
        " WHERE e.lead IS NOT NULL AND e.hidden = 0 AND l.hidden = 0 GROUP BY e.feed, l.feed"
    )
    return {(feed, leading): (unread, total) for feed, leading, unread, total in rows}


def _in_folders(feeds: Sequence[_Feed], tally: _Tally) -> Iterator[Source]:
    inside: dict[str, list[_Feed]] = defaultdict(list)
    below: dict[str, set[int]] = defaultdict(set)
    for feed in feeds:
        inside[feed.folder].append(feed)
        parts = feed.folder.split("/") if feed.folder else []
        for depth in range(1, len(parts) + 1):
            below["/".join(parts[:depth])].add(feed.key)
    for path in sorted(below, key=lambda path: [part.casefold() for part in path.split("/")]):
        depth = path.count("/")
        yield Source(SourceKind.FOLDER, path.rpartition("/")[2], path, *tally.of(below[path]), depth=depth)
        yield from (feed.source(depth + 1) for feed in inside[path])
    yield from (feed.source(0) for feed in inside[""])


def _tags(connection: sqlite3.Connection, tally: _Tally) -> list[Source]:
    """The tags of feeds and of entries, by name."""
    of_feeds: dict[str, set[int]] = defaultdict(set)
    for tag, feed in connection.execute(
        "SELECT t.tag, t.feed FROM feed_tags AS t JOIN feeds AS f ON f.key = t.feed WHERE f.subscribed = 1"
    ):
        of_feeds[tag].add(feed)
    of_entries: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for tag, feed, read in connection.execute(
        "SELECT t.tag, e.feed, e.read FROM entry_tags AS t CROSS JOIN entries AS e ON e.key = t.entry"
        " WHERE e.hidden = 0"
    ):
        of_entries[tag].append((feed, read))
    found = []
    for tag in sorted({*of_feeds, *of_entries}, key=lambda tag: (tag.casefold(), tag)):
        unread, total = tally.of(of_feeds[tag])
        alone = Counter(read for feed, read in of_entries[tag] if feed not in of_feeds[tag])
        found.append(Source(SourceKind.TAG, tag, tag, unread + alone[0], total + alone[0] + alone[1]))
    return found
