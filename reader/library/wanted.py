"""The entries whose full text is still to be fetched: those opened while offline, and those wanted in advance."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable

from reader.library.connections import Connections
from reader.library.marks import as_json

__all__ = ["MOST_TRIES", "Wanted", "want"]

MOST_TRIES = 5
"""After so many failures an entry is fetched only when it is opened again."""


def want(connection: sqlite3.Connection, keys: Iterable[int]) -> None:
    """As ``Wanted.add``, in the caller's transaction."""
    connection.execute(
        "INSERT INTO wanted (entry, since) SELECT key, ? FROM entries WHERE article IS NULL AND link <> ''"
        " AND key IN (SELECT value FROM json_each(?)) ON CONFLICT (entry) DO UPDATE SET tries = 0",
        (int(time.time()), as_json(keys)),
    )


class Wanted:
    """The queue in the library's file; every method raises StoreFailed with one line when it cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def add(self, keys: Iterable[int]) -> None:
        """Want the full text of these entries; those that have it, have no link or are gone are left out."""
        with self.connections.write() as connection:
            want(connection, keys)

    def next(self, limit: int = 1000) -> list[tuple[int, str]]:
        """The entries whose turn it is, with their links; those first that failed least."""
        with self.connections.read() as connection:
            rows = connection.execute(
                "SELECT w.entry, e.link FROM wanted AS w JOIN entries AS e ON e.key = w.entry WHERE w.tries < ?"
                " ORDER BY w.tries, w.since, w.entry LIMIT ?",
                (MOST_TRIES, limit),
            )
            return [(key, link) for key, link in rows]

    def failed(self, key: int, error: str) -> None:
        """Note that an entry's text could not be fetched."""
        with self.connections.read() as connection:
            connection.execute("UPDATE wanted SET tries = tries + 1, error = ? WHERE entry = ?", (error, key))

    def arrived(self, key: int, article: int) -> None:
        """Note which article is the entry's full text, and that of the others with the same link."""
        with self.connections.write() as connection:
            same = "(key = :key OR link_key <> 0 AND link_key = (SELECT link_key FROM entries WHERE key = :key))"
            values = {"key": key, "article": article}
            connection.execute(f"DELETE FROM wanted WHERE entry IN (SELECT key FROM entries WHERE {same})", values)
            connection.execute(f"UPDATE entries SET article = :article WHERE {same}", values)

    def article_of(self, key: int) -> int | None:
        """The key of the article that is an entry's full text, None when there is none yet."""
        with self.connections.read() as connection:
            row = connection.execute("SELECT article FROM entries WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None
