"""Takes entries out of the library, with what hangs on them, and can put them back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from reader.library.counting import count_in
from reader.library.marks import as_json

__all__ = ["KEPT", "Rows", "drop_entries", "put_back", "rows_of"]

KEPT = "(e.starred = 1 OR e.saved = 1 OR e.notes > 0 OR EXISTS (SELECT 1 FROM entry_tags AS t WHERE t.entry = e.key))"
"""An entry that the person did something with: no rule ever takes it out."""

Rows = tuple[str, tuple[tuple[object, ...], ...]]
"""A table's name and rows of it, whole."""

_CHOSEN = "(SELECT value FROM json_each(?))"
_OF_ENTRIES = (
    ("entries", "key"),
    ("remote_entries", "entry"),
    ("entry_text", "entry"),
    ("entry_tags", "entry"),
    ("wanted", "entry"),
)


def rows_of(connection: sqlite3.Connection, table: str, column: str, keys: Sequence[int]) -> Rows:
    """The rows of a table whose ``column`` is one of these keys."""
    sql = f"SELECT * FROM {table} WHERE {column} IN {_CHOSEN}"
    return table, tuple(tuple(row) for row in connection.execute(sql, (as_json(keys),)))


def drop_entries(connection: sqlite3.Connection, keys: Sequence[int], *, remember: bool = False) -> tuple[Rows, ...]:
    """Delete entries; where one stood for a story, another feed's takes its place. ``remember``: give the rows."""
    listed = as_json(keys)
    rows = tuple(rows_of(connection, table, column, keys) for table, column in _OF_ENTRIES) if remember else ()
    _hand_over(connection, keys)
    connection.execute("INSERT OR IGNORE INTO unindexed SELECT value FROM json_each(?)", (listed,))
    connection.execute(f"DELETE FROM entries WHERE key IN {_CHOSEN}", (listed,))
    return rows


def put_back(connection: sqlite3.Connection, rows: Sequence[Rows]) -> None:
    """Put rows back that were taken out, but where there is another by now."""
    for table, values in rows:
        if values:
            marks = ", ".join("?" * len(values[0]))
            keys = [int(str(row[0])) for row in values] if table == "entries" else []
            before = _there(connection, keys)
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)
            if back := sorted(_there(connection, keys) - before):
                count_in(connection, back)
                _stand_alone(connection, back)


def _there(connection: sqlite3.Connection, keys: Sequence[int]) -> set[int]:
    """Those of these keys that entries have."""
    return {key for (key,) in connection.execute(f"SELECT key FROM entries WHERE key IN {_CHOSEN}", (as_json(keys),))}


def _hand_over(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Give each story that loses entries one that stands for it, and the number of the others."""
    listed, leaving = as_json(keys), set(keys)
    heads = f"(SELECT coalesce(lead, key) FROM entries WHERE key IN {_CHOSEN} AND (lead IS NOT NULL OR also > 0))"
    sql = f"SELECT coalesce(lead, key), key FROM entries WHERE key IN {heads} OR lead IN {heads} ORDER BY key"
    stories: dict[int, list[int]] = defaultdict(list)
    for head, key in connection.execute(sql, (listed, listed)):
        if key not in leaving:
            stories[head].append(key)
    for head, staying in stories.items():
        lead = head if head in staying else staying[0]
        connection.executemany(
            "UPDATE entries SET lead = nullif(?, key), also = 0 WHERE key = ?", [(lead, key) for key in staying]
        )
        connection.execute("UPDATE entries SET also = ? WHERE key = ?", (len(staying) - 1, lead))


def _stand_alone(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Let entries that are back stand for themselves: their story has gone on without them."""
    connection.execute(f"UPDATE entries SET lead = NULL, also = 0 WHERE key IN {_CHOSEN}", (as_json(keys),))
    connection.execute("INSERT OR IGNORE INTO unindexed SELECT value FROM json_each(?)", (as_json(keys),))
