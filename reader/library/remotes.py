"""The states of entries that are shared with a server: what was agreed on, and the outbox of what it has not heard."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from reader.library.connections import Connections
from reader.library.marks import as_json
from reader.library.remote_records import Agreed, Change, Field, Pending

__all__ = ["Remotes", "applying"]


@contextmanager
def applying(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside, in the transaction that is open, changes of entries are what a server told and go into no outbox."""
    connection.execute("INSERT INTO applying VALUES (1)")
    yield
    connection.execute("DELETE FROM applying")


class Remotes:
    """The shared states in the library's file; every method raises StoreFailed when it cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def agreed(self, server: int) -> dict[str, Agreed]:
        """What was last agreed on, by the server's ids of entries."""
        with self.connections.read() as connection:
            rows = connection.execute(
                "SELECT id, read, starred, labels FROM remote_entries WHERE server = ?", (server,)
            )
            shared: dict[tuple[int, int, str], Agreed] = {}  # few states, many entries
            found: dict[str, Agreed] = {}
            for key, *state in rows:
                one = tuple(state)
                if one not in shared:
                    shared[one] = Agreed(bool(state[0]), bool(state[1]), frozenset(json.loads(state[2])))
                found[key] = shared[one]
        return found

    def passed_over(self, server: int) -> set[str]:
        """The ids that came and were not taken."""
        with self.connections.read() as connection:
            return {key for (key,) in connection.execute("SELECT id FROM passed_over WHERE server = ?", (server,))}

    def pending(self, server: int) -> list[Pending]:
        """The outbox: the last change of each part of an entry's state that the server has not acknowledged."""
        with self.connections.read() as connection:
            rows = connection.execute(
                "SELECT id, field, value, label, at, tries FROM outbox WHERE server = ? ORDER BY at, id", (server,)
            ).fetchall()
        return [
            Pending(Change(key, Field(field), bool(value), label), datetime.fromtimestamp(at / 1000, UTC), tries)
            for key, field, value, label, at, tries in rows
        ]

    def apply(
        self, server: int, changes: Sequence[Change], agreed: Mapping[str, Agreed], settled: Iterable[Pending]
    ) -> int:
        """Carry out what a server told, note what is agreed on now, and take what is settled out of the outbox.

        All in one transaction. A story that was read on the server is read here in every feed that carries it. Says how
        many entries were changed.
        """
        with self.connections.write() as connection:
            keys = {change.id: _entry_of(connection, server, change.id) for change in changes}
            with applying(connection):
                for change in changes:
                    if (key := keys[change.id]) is not None:
                        _carry_out(connection, key, change)
            connection.executemany(
                "UPDATE remote_entries SET read = ?, starred = ?, labels = ? WHERE server = ? AND id = ?",
                [(one.read, one.starred, json.dumps(sorted(one.labels)), server, key) for key, one in agreed.items()],
            )
            _take_out(connection, server, settled)
            read = [keys[change.id] for change in changes if change.field is Field.READ and change.value]
            _read_elsewhere(connection, [key for key in read if key is not None])
        return len({key for key in keys.values() if key is not None})

    def acknowledged(self, server: int, told: Sequence[Pending]) -> None:
        """Take out of the outbox what the server has acknowledged; it is agreed on now.

        Labels are only when the server shows them: some say yes and keep none. What was changed again meanwhile stays.
        """
        with self.connections.write() as connection:
            _take_out(connection, server, told)
            for field in (Field.READ, Field.STARRED):
                connection.executemany(
                    f"UPDATE remote_entries SET {field} = ? WHERE server = ? AND id = ?",
                    [(one.change.value, server, one.change.id) for one in told if one.change.field is field],
                )

    def refused(self, server: int, told: Sequence[Pending], most: int) -> list[Pending]:
        """Count a refusal of each; those that were refused ``most`` times are taken out and given back."""
        with self.connections.write() as connection:
            connection.executemany(
                "UPDATE outbox SET tries = tries + 1 WHERE server = ? AND id = ? AND field = ? AND label = ?",
                [(server, one.change.id, one.change.field, one.change.label) for one in told],
            )
            given_up = [one for one in told if one.tries + 1 >= most]
            _take_out(connection, server, given_up)
        return given_up

    def settled(self, server: int, done: Iterable[Pending]) -> None:
        """Take out of the outbox what needs not be told."""
        with self.connections.write() as connection:
            _take_out(connection, server, done)

    def link(self, connection: sqlite3.Connection, server: int, key: str, entry: int, told: Agreed) -> None:
        """Agree on an entry that came, inside a transaction of the caller's.

        Where it was here before, what was read or starred on either side is so on both from now on.
        """
        here = connection.execute("SELECT read, starred FROM entries WHERE key = ?", (entry,)).fetchone()
        with applying(connection):
            connection.execute(
                "UPDATE entries SET read = max(read, ?), starred = max(starred, ?) WHERE key = ?",
                (told.read, told.starred, entry),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO entry_tags VALUES (?, ?)", [(entry, one) for one in told.labels]
            )
        connection.execute(
            "INSERT OR REPLACE INTO remote_entries VALUES (?, ?, ?, ?, ?, ?)",
            (server, key, entry, told.read, told.starred, json.dumps(sorted(told.labels))),
        )
        for field, mine, theirs in ((Field.READ, here[0], told.read), (Field.STARRED, here[1], told.starred)):
            if mine and not theirs:
                at = int(datetime.now(UTC).timestamp() * 1000)
                connection.execute(
                    "INSERT OR REPLACE INTO outbox (server, id, field, value, at) VALUES (?, ?, ?, 1, ?)",
                    (server, key, field, at),
                )

    def pass_over(self, connection: sqlite3.Connection, server: int, keys: Iterable[str]) -> None:
        """Note ids that came and were not taken, inside a transaction of the caller's."""
        connection.executemany("INSERT OR IGNORE INTO passed_over VALUES (?, ?)", [(server, key) for key in keys])


def _entry_of(connection: sqlite3.Connection, server: int, key: str) -> int | None:
    row = connection.execute("SELECT entry FROM remote_entries WHERE server = ? AND id = ?", (server, key)).fetchone()
    return row[0] if row else None


def _carry_out(connection: sqlite3.Connection, entry: int, change: Change) -> None:
    if change.field is not Field.LABEL:
        connection.execute(f"UPDATE entries SET {change.field} = ? WHERE key = ?", (change.value, entry))
    elif change.value:
        connection.execute("INSERT OR IGNORE INTO entry_tags VALUES (?, ?)", (entry, change.label))
    else:
        connection.execute("DELETE FROM entry_tags WHERE entry = ? AND tag = ?", (entry, change.label))


def _take_out(connection: sqlite3.Connection, server: int, done: Iterable[Pending]) -> None:
    """Take changes out of the outbox, but where the person has changed it again since."""
    connection.executemany(
        "DELETE FROM outbox WHERE server = ? AND id = ? AND field = ? AND label = ? AND value = ? AND at = ?",
        [
            (server, one.id, one.field, one.label, one.value, round(pending.at.timestamp() * 1000))
            for pending in done
            for one in (pending.change,)
        ],
    )


def _read_elsewhere(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Mark the other entries of these entries' stories as read; that is a change made here, which servers are told."""
    heads = "SELECT coalesce(lead, key) FROM entries WHERE key IN (SELECT value FROM json_each(?))"
    listed = as_json(keys)
    connection.execute(
        f"UPDATE entries SET read = 1 WHERE read = 0 AND (key IN ({heads}) OR lead IN ({heads}))", (listed, listed)
    )
