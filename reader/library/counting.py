"""The counts that are kept beside each feed: new entries are counted in here, all other changes by triggers.

See ``migrations.counts`` for what is counted, ``migrations.bulk_counts`` for why new entries are not by a trigger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from reader.library.marks import as_json

__all__ = ["count_in"]

_SHOWN = "sum(hidden = 0), sum(hidden = 0 AND read = 0)"
_STANDING = "sum(hidden = 0 AND lead IS NULL), sum(hidden = 0 AND read = 0 AND lead IS NULL)"
_NAMES = ("total", "unread", "standing", "standing_unread")


def count_in(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Count entries that were just added, in the transaction that adds them."""
    connection.execute(
        f"INSERT INTO counts (feed, {', '.join(_NAMES)}) SELECT feed, {_SHOWN}, {_STANDING} FROM entries"
        " WHERE key IN (SELECT value FROM json_each(?)) GROUP BY feed"
        f" ON CONFLICT (feed) DO UPDATE SET {', '.join(f'{name} = {name} + excluded.{name}' for name in _NAMES)}",
        (as_json(keys),),
    )
