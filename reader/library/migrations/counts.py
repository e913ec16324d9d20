"""The next version: how many entries each feed has is kept beside it, so that no start counts them again.

Counting 300,000 entries by feed takes 150 ms, reading a thousand kept counts takes one; keeping them costs a
microsecond or two an entry that comes or changes.

``total`` and ``unread`` are of the entries that are not hidden, as a feed's own list shows them; ``standing`` and
``standing_unread`` of those among them that stand for their story in the lists of all feeds. Deliberately no foreign
key: entries that go with their feed are counted out after it is gone.
"""

from __future__ import annotations

__all__ = ["STATEMENTS"]

_KEPT = ("total", "unread", "standing", "standing_unread")


def _counted(row: str, sign: str) -> str:
    """Counts an entry in (``+``) or out (``-``)."""
    shown, unread, standing = f"{row}.hidden = 0", f"{row}.read = 0", f"{row}.lead IS NULL"
    adds = (shown, f"{shown} AND {unread}", f"{shown} AND {standing}", f"{shown} AND {unread} AND {standing}")
    changes = ", ".join(f"{name} = {name} {sign} ({added})" for name, added in zip(_KEPT, adds, strict=True))
    return f"UPDATE counts SET {changes} WHERE feed = {row}.feed;"


_OUT = _counted("OLD", "-")
_IN = f"INSERT OR IGNORE INTO counts (feed) VALUES (NEW.feed); {_counted('NEW', '+')}"

STATEMENTS = (
    """CREATE TABLE counts (
        feed INTEGER PRIMARY KEY,
        total INTEGER NOT NULL DEFAULT 0,
        unread INTEGER NOT NULL DEFAULT 0,
        standing INTEGER NOT NULL DEFAULT 0,
        standing_unread INTEGER NOT NULL DEFAULT 0
    )""",
    "INSERT INTO counts SELECT feed, sum(hidden = 0), sum(hidden = 0 AND read = 0), sum(hidden = 0 AND lead IS NULL),"
    " sum(hidden = 0 AND read = 0 AND lead IS NULL) FROM entries GROUP BY feed",
    f"CREATE TRIGGER entries_counted_in AFTER INSERT ON entries BEGIN {_IN} END",
    f"CREATE TRIGGER entries_counted_out AFTER DELETE ON entries BEGIN {_OUT} END",
    f"CREATE TRIGGER entries_counted_anew AFTER UPDATE OF feed, hidden, read, lead ON entries BEGIN {_OUT} {_IN} END",
)
