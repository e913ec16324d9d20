"""How many notes each entry has: counted over the notes' addresses, kept in the entries' rows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping

from reader.library.connections import Connections
from reader.library.keys import link_key

__all__ = ["NoteCounts"]

_STAMP = "notes counted"


class NoteCounts:
    """The column ``entries.notes``, and a stamp that says for which state of the notes it holds."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def stamp(self) -> str:
        """The stamp of the last count, ``""`` for none."""
        with self._connections.read() as connection:
            row = connection.execute("SELECT value FROM facts WHERE name = ?", (_STAMP,)).fetchone()
        return row[0] if row else ""

    def set(self, counts: Mapping[str, int], stamp: str) -> None:
        """Store how many notes there are at each address; an entry has those of its link and of its article."""
        with self._connections.write() as connection:
            found: Counter[int] = Counter()
            for address, count in counts.items():
                for key in _entries_at(connection, address):
                    found[key] = max(found[key], count)
            before = dict(connection.execute("SELECT key, notes FROM entries WHERE notes > 0").fetchall())
            changed = [(found[key], key) for key in {*found, *before} if found[key] != before.get(key, 0)]
            connection.executemany("UPDATE entries SET notes = ? WHERE key = ?", changed)
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_STAMP, stamp))


def _entries_at(connection: sqlite3.Connection, address: str) -> list[int]:
    rows = connection.execute(
        "SELECT key FROM entries WHERE link_key = ? AND link_key <> 0 UNION SELECT e.key FROM addresses AS a"
        " JOIN entries AS e ON e.article = a.article WHERE a.address = ?",
        (link_key(address), address),
    )
    return [key for (key,) in rows]
