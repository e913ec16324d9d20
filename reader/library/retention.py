"""Which entries have been kept long enough, and taking them out: never one that the person did something with."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from reader.library.connections import Connections
from reader.library.marks import as_json
from reader.library.removal import KEPT, drop_entries

__all__ = ["Retention"]

_AT_ONCE = 500
"""Entries a transaction, so that another window never waits long."""
_DAY = 86_400


class Retention:
    """Takes entries out; those that are starred, saved, tagged or noted stay, whatever the rules say.

    What is taken out is remembered for as long as its feed lists it, so that it does not come back as new.
    """

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def apply(self, *, days: int, per_feed: int, now: int, stop: Callable[[], bool] = lambda: False) -> int:
        """Drop what was first seen over ``days`` days ago, and all but a feed's newest ``per_feed``; 0 for no limit.

        ``now`` is in seconds since 1970. Gives how many were dropped; ``stop()`` ends it between two batches.
        """
        with self.connections.read() as connection:
            keys = _leaving(connection, now - days * _DAY if days else None, per_feed)
        dropped = 0
        for start in range(0, len(keys), _AT_ONCE):
            if stop():
                break
            with self.connections.write() as connection:
                dropped += _drop(connection, keys[start : start + _AT_ONCE])
        return dropped


def _leaving(connection: sqlite3.Connection, before: int | None, per_feed: int) -> list[int]:
    """The entries to go: first seen before a moment, or beyond the newest ``per_feed`` of their feed."""
    found: dict[int, None] = {}
    if before is not None:
        rows = connection.execute("SELECT key FROM entries WHERE added < ?", (before,))
        found.update((key, None) for (key,) in rows)
    if per_feed:
        ranked = "SELECT key, row_number() OVER (PARTITION BY feed ORDER BY sort DESC, key DESC) AS place FROM entries"
        rows = connection.execute(f"SELECT key FROM ({ranked}) WHERE place > ?", (per_feed,))
        found.update((key, None) for (key,) in rows)
    return list(found)


def _drop(connection: sqlite3.Connection, keys: list[int]) -> int:
    """Drop those of these entries with which nobody did anything, as it is now; gives how many those are."""
    sql = f"SELECT e.key FROM entries AS e WHERE e.key IN (SELECT value FROM json_each(?)) AND NOT {KEPT}"
    going = [key for (key,) in connection.execute(sql, (as_json(keys),))]
    connection.execute(
        "INSERT OR IGNORE INTO dropped SELECT feed, uid FROM entries WHERE key IN (SELECT value FROM json_each(?))",
        (as_json(going),),
    )
    drop_entries(connection, going)
    return len(going)
