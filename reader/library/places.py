"""The places of the feeds' pane with their counts: a handful of statements over indexes, whatever the size."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from reader.library.connections import Connections
from reader.library.entries import local_now
from reader.library.feed_records import FeedRow, Source, SourceKind
from reader.library.selection import selection
from reader.library.subscriptions import Subscriptions

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
        self._feeds = Subscriptions(connections)
        self._now = now

    def fixed(self) -> list[Source]:
        """Today, Unread, Starred, Saved, Noted and All."""
        with self._connections.read() as connection:
            return [Source(kind, name, "", *self._counts(connection, kind)) for kind, name in _FIXED.items()]

    def feeds(self) -> list[Source]:
        """The folders, each with its feeds below it, then the feeds that are in none, then the tags."""
        feeds = self._feeds.all()
        with self._connections.read() as connection:
            counts = _by_feed(connection)
            twice = _twice(connection)
            tagged = _entry_tags(connection)
        folders = [*_in_folders(feeds, counts, twice)]
        return [*folders, *_tags(feeds, counts, twice, tagged)]

    def _counts(self, connection: sqlite3.Connection, kind: SourceKind) -> Counts:
        chosen = selection(Source(kind, ""), now=self._now())
        unread = chosen.also("e.read = 0")
        sql = "SELECT count(*) FROM entries AS e WHERE "
        both = [int(connection.execute(sql + one.where, one.values).fetchone()[0]) for one in (unread, chosen)]
        return both[0], both[1]


class _Tally:
    """Adds up feeds' counts, a story that several of them carry counted once."""

    def __init__(self, counts: dict[int, Counts], twice: dict[tuple[int, int], Counts]) -> None:
        self._counts = counts
        self._twice = twice

    def of(self, feeds: Iterable[FeedRow]) -> Counts:
        keys = {feed.key for feed in feeds}
        unread = sum(self._counts.get(key, (0, 0))[0] for key in keys)
        total = sum(self._counts.get(key, (0, 0))[1] for key in keys)
        for (feed, leading), (unread_twice, total_twice) in self._twice.items():
            if feed in keys and leading in keys:
                unread, total = unread - unread_twice, total - total_twice
        return unread, total


def _by_feed(connection: sqlite3.Connection) -> dict[int, Counts]:
    totals = dict(connection.execute("SELECT feed, count(*) FROM entries WHERE hidden = 0 GROUP BY feed").fetchall())
    unread = dict(
        connection.execute("SELECT feed, count(*) FROM entries WHERE hidden = 0 AND read = 0 GROUP BY feed").fetchall()
    )
    return {feed: (unread.get(feed, 0), total) for feed, total in totals.items()}


def _twice(connection: sqlite3.Connection) -> dict[tuple[int, int], Counts]:
    """How many stories of one feed another feed stands for."""
    rows = connection.execute(
        "SELECT e.feed, l.feed, sum(e.read = 0), count(*) FROM entries AS e JOIN entries AS l ON l.key = e.lead"
        " WHERE e.lead IS NOT NULL AND e.hidden = 0 AND l.hidden = 0 GROUP BY e.feed, l.feed"
    )
    return {(feed, leading): (unread, total) for feed, leading, unread, total in rows}


def _entry_tags(connection: sqlite3.Connection) -> dict[str, list[tuple[int, int]]]:
    """For each tag the feed and the read state of the entries that have it themselves."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for tag, feed, read in connection.execute(
        "SELECT t.tag, e.feed, e.read FROM entry_tags AS t JOIN entries AS e ON e.key = t.entry WHERE e.hidden = 0"
    ):
        found[tag].append((feed, read))
    return found


def _in_folders(
    feeds: list[FeedRow], counts: dict[int, Counts], twice: dict[tuple[int, int], Counts]
) -> Iterator[Source]:
    tally = _Tally(counts, twice)
    paths = {"/".join(parts[:depth]) for feed in feeds if (parts := _parts(feed)) for depth in range(1, len(parts) + 1)}
    inside: dict[str, list[FeedRow]] = defaultdict(list)
    for feed in feeds:
        inside[feed.folder].append(feed)
    for path in sorted(paths, key=lambda path: ([part.casefold() for part in path.split("/")], path)):
        below = [feed for feed in feeds if feed.folder == path or feed.folder.startswith(path + "/")]
        depth = path.count("/")
        yield Source(SourceKind.FOLDER, path.rpartition("/")[2], path, *tally.of(below), depth=depth)
        yield from (_feed_source(feed, counts, depth + 1) for feed in inside[path])
    yield from (_feed_source(feed, counts, 0) for feed in inside[""])


def _parts(feed: FeedRow) -> list[str]:
    return feed.folder.split("/") if feed.folder else []


def _feed_source(feed: FeedRow, counts: dict[int, Counts], depth: int) -> Source:
    unread, total = counts.get(feed.key, (0, 0))
    return Source(SourceKind.FEED, feed.name, feed.key, unread, total, depth, feed.error, feed.url)


def _tags(
    feeds: list[FeedRow],
    counts: dict[int, Counts],
    twice: dict[tuple[int, int], Counts],
    tagged: dict[str, list[tuple[int, int]]],
) -> Iterator[Source]:
    tally = _Tally(counts, twice)
    of_feeds: dict[str, list[FeedRow]] = defaultdict(list)
    for feed in feeds:
        for tag in feed.tags:
            of_feeds[tag].append(feed)
    for tag in sorted({*of_feeds, *tagged}, key=lambda tag: (tag.casefold(), tag)):
        unread, total = tally.of(of_feeds[tag])
        keys = {feed.key for feed in of_feeds[tag]}
        alone = Counter(read for feed, read in tagged.get(tag, ()) if feed not in keys)
        yield Source(SourceKind.TAG, tag, tag, unread + alone[0], total + alone[0] + alone[1])
