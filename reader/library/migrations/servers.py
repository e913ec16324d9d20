"""Version 6: servers to sync with, what is known there by which name, and the changes that wait to be told to them.

``remote_feeds`` and ``remote_entries`` hold what was last agreed with a server, so that a change on either side can be
told from one on the other. ``outbox`` holds the last change of an entry's state here that its server has not
acknowledged; triggers write it in the transaction that makes the change, whoever makes it, so that none is ever lost.
They are silent while there is a row in ``applying``: the exchange puts it there and takes it out in the transaction
that applies what a server told, and no other connection ever sees it. ``at`` is in milliseconds since 1970, UTC; the
other moments are in seconds.
"""

from __future__ import annotations

__all__ = ["STATEMENTS"]

_NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"


def _of_flag(flag: str) -> str:
    """The trigger of a flag of entries."""
    return (
        f"CREATE TRIGGER outbox_{flag} AFTER UPDATE OF {flag} ON entries WHEN NEW.{flag} <> OLD.{flag} AND NOT EXISTS"
        " (SELECT 1 FROM applying) BEGIN " + _into_outbox(flag, "''", f"NEW.{flag}", "NEW.key") + " END"
    )


def _into_outbox(field: str, label: str, value: str, entry: str) -> str:
    """The body of a trigger: the last change of a field is the one that counts."""
    chosen = f"SELECT server, id FROM remote_entries WHERE entry = {entry}"
    return (
        f"DELETE FROM outbox WHERE field = '{field}' AND label = {label} AND (server, id) IN ({chosen});"
        f" INSERT INTO outbox (server, id, field, label, value, at) SELECT server, id, '{field}', {label}, {value},"
        f" {_NOW} FROM remote_entries WHERE entry = {entry};"
    )


STATEMENTS = (
    """CREATE TABLE servers (
        key INTEGER PRIMARY KEY,
        url TEXT NOT NULL,
        user TEXT NOT NULL,
        cursor TEXT NOT NULL DEFAULT '',
        synced INTEGER NOT NULL DEFAULT 0,
        again INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        UNIQUE (url, user)
    )""",
    """CREATE TABLE remote_feeds (
        server INTEGER NOT NULL REFERENCES servers (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        feed INTEGER REFERENCES feeds (key) ON DELETE SET NULL,
        url TEXT NOT NULL,
        title TEXT NOT NULL,
        folder TEXT NOT NULL,
        PRIMARY KEY (server, id)
    ) WITHOUT ROWID""",
    "CREATE INDEX remote_feeds_by_feed ON remote_feeds (feed)",
    # Feeds that were here before the server was, or that it refused: they stay here alone.
    """CREATE TABLE local_feeds (
        server INTEGER NOT NULL REFERENCES servers (key) ON DELETE CASCADE,
        feed INTEGER NOT NULL REFERENCES feeds (key) ON DELETE CASCADE,
        PRIMARY KEY (server, feed)
    ) WITHOUT ROWID""",
    "CREATE INDEX local_feeds_by_feed ON local_feeds (feed)",
    """CREATE TABLE remote_entries (
        server INTEGER NOT NULL REFERENCES servers (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (key) ON DELETE CASCADE,
        read INTEGER NOT NULL,
        starred INTEGER NOT NULL,
        labels TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (server, id)
    ) WITHOUT ROWID""",
    "CREATE INDEX remote_entries_by_entry ON remote_entries (entry)",
    # What came from the server and was not taken, as retention had taken it out before: it is not asked for again.
    """CREATE TABLE passed_over (
        server INTEGER NOT NULL REFERENCES servers (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        PRIMARY KEY (server, id)
    ) WITHOUT ROWID""",
    """CREATE TABLE outbox (
        server INTEGER NOT NULL REFERENCES servers (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        field TEXT NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        value INTEGER NOT NULL,
        at INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (server, id, field, label)
    ) WITHOUT ROWID""",
    "CREATE TABLE applying (yes INTEGER PRIMARY KEY)",
    _of_flag("read"),
    _of_flag("starred"),
    "CREATE TRIGGER outbox_label AFTER INSERT ON entry_tags WHEN NOT EXISTS (SELECT 1 FROM applying)"
    f" BEGIN {_into_outbox('label', 'NEW.tag', '1', 'NEW.entry')} END",
    # an entry that goes takes its tags with it, and that is no change of them
    "CREATE TRIGGER outbox_unlabel AFTER DELETE ON entry_tags WHEN NOT EXISTS (SELECT 1 FROM applying)"
    " AND EXISTS (SELECT 1 FROM entries WHERE key = OLD.entry)"
    f" BEGIN {_into_outbox('label', 'OLD.tag', '0', 'OLD.entry')} END",
)
