"""Asking the index: the newest hits, or the best."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reader.library.connections import Connections
from reader.library.entries import Entries
from reader.library.feed_records import EntryRow
from reader.library.marks import as_json
from reader.library.search.compile import Compiled

__all__ = ["Finding", "Finds"]

_CANDIDATES = 2_000
"""So many of the newest hits are weighed for the best ones: what is old must be asked for more narrowly."""
_WEIGHTS = "8.0, 4.0, 2.0, 1.0, 4.0"
"""What a word weighs in title, author, site, text and among the speakers."""
_HALF = 120.0
"""Days after which a hit weighs half of what it would today, but for a quarter that never fades."""
_DAY = 86_400


@dataclass(frozen=True)
class Finding:
    """What was found: an entry, or an article that came by no feed; ``source`` opens it.

    ``entry`` is the entry's row, ``article`` the stored article's key, if there is one.
    """

    id: int
    title: str
    site: str
    author: str
    day: date
    source: str
    entry: EntryRow | None = None
    article: int | None = None


class Finds:
    """Looks things up in the index. Every method raises StoreFailed with one line when the library cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._entries = Entries(connections)

    def newest(self, asked: Compiled, limit: int, offset: int = 0) -> list[Finding]:
        """The hits, newest first."""
        origin, where, values = _origin(asked)
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT d.id, d.entry, d.article FROM {origin} WHERE {where}"
                f" ORDER BY {_newest(asked)} DESC LIMIT ? OFFSET ?",
                (*values, limit, offset),
            ).fetchall()
        return self._findings(rows)

    def best(self, asked: Compiled, limit: int, now: datetime | None = None) -> list[Finding]:
        """The hits that fit best: by bm25 with words of the title before those of the text, recent before old."""
        if not asked.match:
            return self.newest(asked, limit)
        origin, where, values = _origin(asked)
        moment = int((now or datetime.now(UTC)).timestamp())
        with self._connections.read() as connection:
            oldest = connection.execute(
                f"SELECT min(id) FROM (SELECT d.id FROM {origin} WHERE {where} ORDER BY {_newest(asked)} DESC LIMIT ?)",
                (*values, _CANDIDATES),
            ).fetchone()[0]
            if oldest is None:
                return []
            rows = connection.execute(
                f"SELECT d.id, d.entry, d.article FROM {origin} WHERE {where} AND search_index.rowid >= ?"
                f" ORDER BY bm25(search_index, {_WEIGHTS})"
                f" * (0.25 + 0.75 / (1.0 + max(0, ? - d.sort) / {_HALF * _DAY})), d.id DESC LIMIT ?",
                (*values, oldest, moment, limit),
            ).fetchall()
        return self._findings(rows)

    def count(self, asked: Compiled) -> int:
        """How many hits there are."""
        origin, where, values = _origin(asked)
        with self._connections.read() as connection:
            return int(connection.execute(f"SELECT count(*) FROM {origin} WHERE {where}", values).fetchone()[0])

    def _findings(self, rows: Sequence[sqlite3.Row]) -> list[Finding]:
        entries = {row.key: row for row in self._entries.of_keys([row["entry"] for row in rows if row["entry"]])}
        articles = self._articles([row["article"] for row in rows if row["entry"] is None])
        found = []
        for row in rows:
            if row["entry"] is None:
                if row["article"] in articles:
                    found.append(_of_article(row["id"], articles[row["article"]]))
            elif row["entry"] in entries:
                found.append(_of_entry(row["id"], entries[row["entry"]], row["article"]))
        return found

    def _articles(self, keys: Sequence[int]) -> dict[int, sqlite3.Row]:
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT key, source, title, site, byline, published, fetched FROM articles"
                " WHERE key IN (SELECT value FROM json_each(?))",
                (as_json(keys),),
            ).fetchall()
        return {row["key"]: row for row in rows}


def _origin(asked: Compiled) -> tuple[str, str, tuple[str | int, ...]]:
    """Tables, condition and values; hidden entries, and a story's other entries, are found when they are asked for."""
    where = asked.where
    if not asked.hidden:
        where = f"(d.entry IS NULL OR (e.hidden = 0 AND e.lead IS NULL)) AND {where}"
    if not asked.match:
        return "documents AS d LEFT JOIN entries AS e ON e.key = d.entry", where, asked.values
    return (
        "search_index CROSS JOIN documents AS d ON d.id = search_index.rowid LEFT JOIN entries AS e ON e.key = d.entry",
        f"search_index MATCH ? AND {where}",
        (asked.match, *asked.values),
    )


def _of_entry(id_: int, row: EntryRow, article: int | None) -> Finding:
    day = (row.published or row.added).astimezone().date()
    return Finding(id_, row.title, row.feed_name or row.site, row.author, day, row.link, row, article)


def _of_article(id_: int, row: sqlite3.Row) -> Finding:
    import json

    moment = datetime.fromisoformat(row["published"] or row["fetched"])
    day = moment.astimezone().date() if moment.tzinfo else moment.date()
    return Finding(
        id_, row["title"], row["site"], ", ".join(json.loads(row["byline"])), day, row["source"], None, row["key"]
    )


def _newest(asked: Compiled) -> str:
    """The column that falls with time and that the driving table is read by, so that the first page ends it."""
    return "search_index.rowid" if asked.match else "d.id"
