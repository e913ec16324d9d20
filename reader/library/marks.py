"""What a person does to entries, read, starred, saved, hidden, tagged, and how it is taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from reader.errors import BadInput
from reader.library.connections import Connections
from reader.library.feed_records import Marked

__all__ = ["FLAGS", "Marks", "as_json", "mark_new"]

FLAGS = ("read", "starred", "saved", "hidden")
_OF_STORY = ("read", "hidden")
"""What holds for a story in every feed that carries it."""


def as_json(keys: Iterable[int]) -> str:
    """Keys as one value of a statement, for ``IN (SELECT value FROM json_each(?))``: there may be 300,000."""
    return f"[{','.join(map(str, keys))}]"


def mark_new(connection: sqlite3.Connection, key: int, states: Iterable[str], tags: Iterable[str]) -> None:
    """Give a new entry these states and tags, in the caller's transaction.

    Only it, not its story in other feeds: what a rule says of one feed is not said of another's.
    """
    for flag in states:
        _update(connection, flag, 1, [key])
    _set_tags(connection, key, tags)


class Marks:
    """Changes of entries' states; each returns what takes it back.

    A story that several feeds carry is read or hidden in all of them, and starred or saved only where that was said.
    """

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def mark(self, keys: Sequence[int], states: Mapping[str, bool]) -> Marked:
        """Give entries these states (``read``, ``starred``, ``saved``, ``hidden``)."""
        if unknown := set(states) - set(FLAGS):
            raise BadInput(f"{', '.join(sorted(unknown))}: no state of an entry: they are {', '.join(FLAGS)}")
        with self.connections.write() as connection:
            return Marked({flag: _set(connection, flag, int(value), keys) for flag, value in states.items()})

    def tag(self, keys: Sequence[int], tags: Sequence[str]) -> Marked:
        """Give entries these tags and no others."""
        with self.connections.write() as connection:
            before = [(key, _tags_of(connection, key)) for key in keys if _is_there(connection, key)]
            for key, _tags in before:
                _set_tags(connection, key, tags)
        return Marked(tags=tuple(before))

    def unmark(self, marked: Marked) -> None:
        """Take back what ``mark`` or ``tag`` did; entries that are gone stay gone."""
        with self.connections.write() as connection:
            for flag, (value, keys) in marked.flags.items():
                _update(connection, flag, 1 - value, keys)
            for key, tags in marked.tags:
                if _is_there(connection, key):
                    _set_tags(connection, key, tags)


def _set(connection: sqlite3.Connection, flag: str, value: int, keys: Sequence[int]) -> tuple[int, tuple[int, ...]]:
    """Set one flag, and say in which entries that was a change."""
    chosen = "SELECT value FROM json_each(?)"
    if flag in _OF_STORY:
        leads = f"SELECT coalesce(lead, key) FROM entries WHERE key IN ({chosen})"
        where = f"(key IN ({leads}) OR lead IN ({leads}))"
    else:
        where = f"(key IN ({chosen}) OR key IN ({chosen}))"
    listed = as_json(keys)
    sql = f"SELECT key FROM entries WHERE {where} AND {flag} <> ?"
    changed = tuple(key for (key,) in connection.execute(sql, (listed, listed, value)))
    _update(connection, flag, value, changed)
    return value, changed


def _update(connection: sqlite3.Connection, flag: str, value: int, keys: Sequence[int]) -> None:
    if flag not in FLAGS:
        raise ValueError(f"no flag {flag}")
    sql = f"UPDATE entries SET {flag} = ? WHERE key IN (SELECT value FROM json_each(?))"
    connection.execute(sql, (value, as_json(keys)))


def _is_there(connection: sqlite3.Connection, key: int) -> bool:
    return connection.execute("SELECT 1 FROM entries WHERE key = ?", (key,)).fetchone() is not None


def _tags_of(connection: sqlite3.Connection, key: int) -> tuple[str, ...]:
    return tuple(
        tag for (tag,) in connection.execute("SELECT tag FROM entry_tags WHERE entry = ? ORDER BY tag", (key,))
    )


def _set_tags(connection: sqlite3.Connection, key: int, tags: Iterable[str]) -> None:
    connection.execute("DELETE FROM entry_tags WHERE entry = ?", (key,))
    connection.executemany("INSERT OR IGNORE INTO entry_tags VALUES (?, ?)", [(key, tag) for tag in tags])
