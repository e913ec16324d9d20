"""Servers to sync with: how each stands, and which feeds are theirs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from reader.library.connections import Connections
from reader.library.marks import as_json
from reader.library.remote_records import FeedLink, LocalFeed, ServerRow
from reader.library.subscriptions import folder_path

__all__ = ["Servers"]

_LOCAL = "f.key, f.url, coalesce(nullif(f.name, ''), nullif(f.title, ''), f.url), f.folder"


class Servers:
    """The servers in the library's file; every method raises StoreFailed with one line when it cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def all(self) -> list[ServerRow]:
        """How things stand with every server, in the order in which they were added."""
        with self.connections.read() as connection:
            rows = connection.execute(
                "SELECT key, url, user, kind, login, cursor, synced, again, error,"
                " (SELECT count(*) FROM outbox WHERE server = key),"
                " (SELECT count(*) FROM remote_feeds WHERE server = key AND feed IS NOT NULL)"
                " FROM servers ORDER BY key"
            ).fetchall()
        return [
            ServerRow(key, url, user, kind, login, cursor, _moment(synced), _moment(again), error, waiting, feeds)
            for key, url, user, kind, login, cursor, synced, again, error, waiting, feeds in rows
        ]

    def row(self, url: str, user: str) -> ServerRow | None:
        """How things stand with the server at an address, None when it is not known."""
        return next((row for row in self.all() if (row.url, row.user) == (url, user)), None)

    def add(self, url: str, user: str, *, kind: str = "", login: str = "", share: bool = False) -> ServerRow:
        """Know a server from now on; of one that is known only the kind and the login are changed.

        The feeds that are here now stay here alone, unless ``share`` says that it is to have them too.
        """
        with self.connections.write() as connection:
            done = connection.execute("INSERT OR IGNORE INTO servers (url, user) VALUES (?, ?)", (url, user))
            connection.execute(
                "UPDATE servers SET kind = ?, login = ?, error = '', again = 0 WHERE url = ? AND user = ?",
                (kind, login, url, user),
            )
            if done.rowcount and not share:
                connection.execute(
                    "INSERT INTO local_feeds SELECT ?, key FROM feeds WHERE subscribed = 1", (done.lastrowid,)
                )
        row = self.row(url, user)
        if row is None:
            raise LookupError("a server that was added is there")
        return row

    def forget(self, url: str, user: str) -> None:
        """Know a server no more; feeds and entries that came from it stay, as this machine's own."""
        with self.connections.read() as connection:
            connection.execute("DELETE FROM servers WHERE url = ? AND user = ?", (url, user))

    def synced(self, server: int, cursor: str, at: datetime) -> None:
        """Note that a sync ended well, and from where the next begins; the server's feeds were checked with it."""
        moment = int(at.timestamp())
        with self.connections.write() as connection:
            connection.execute(
                "UPDATE servers SET cursor = coalesce(nullif(?, ''), cursor), synced = ?, again = 0, error = ''"
                " WHERE key = ?",
                (cursor, moment, server),
            )
            connection.execute(
                "UPDATE feeds SET checked = ?, failures = 0, error = '' WHERE key IN (SELECT feed FROM remote_feeds"
                " WHERE server = ?)",
                (moment, server),
            )

    def failed(self, server: int, error: str, again: datetime | None = None) -> None:
        """Note why a sync did not end well, and when the server may be asked again."""
        with self.connections.read() as connection:
            moment = int(again.timestamp()) + 1 if again else 0
            connection.execute("UPDATE servers SET error = ?, again = ? WHERE key = ?", (error, moment, server))

    def having(self, feeds: Iterable[int]) -> list[ServerRow]:
        """The servers that fetch one of these feeds."""
        with self.connections.read() as connection:
            rows = connection.execute(
                "SELECT DISTINCT server FROM remote_feeds WHERE feed IN (SELECT value FROM json_each(?))",
                (as_json(list(feeds)),),
            )
            keys = {key for (key,) in rows}
        return [row for row in self.all() if row.key in keys]

    def links(self, server: int) -> list[FeedLink]:
        """The subscriptions that were agreed on; one that was dropped here has no local feed."""
        with self.connections.read() as connection:
            _find_again(connection, server)
            rows = connection.execute(
                f"SELECT r.id, r.url, r.title, r.folder, {_LOCAL} FROM remote_feeds AS r"
                " LEFT JOIN feeds AS f ON f.key = r.feed AND f.subscribed = 1 WHERE r.server = ? ORDER BY r.id",
                (server,),
            ).fetchall()
        return [
            FeedLink(id_, url, title, folder, None if local[0] is None else LocalFeed(*local))
            for id_, url, title, folder, *local in rows
        ]

    def unlinked(self, server: int) -> list[LocalFeed]:
        """The feeds here that no server has and this one is to have."""
        with self.connections.read() as connection:
            rows = connection.execute(
                f"SELECT {_LOCAL} FROM feeds AS f WHERE f.subscribed = 1"
                " AND NOT EXISTS (SELECT 1 FROM remote_feeds WHERE feed = f.key)"
                " AND NOT EXISTS (SELECT 1 FROM local_feeds WHERE feed = f.key AND server = ?) ORDER BY f.key",
                (server,),
            ).fetchall()
        return [LocalFeed(*row) for row in rows]

    def alone(self, server: int) -> list[LocalFeed]:
        """The feeds here that stay here alone."""
        with self.connections.read() as connection:
            rows = connection.execute(
                f"SELECT {_LOCAL} FROM local_feeds AS l JOIN feeds AS f ON f.key = l.feed AND f.subscribed = 1"
                " WHERE l.server = ? ORDER BY f.key",
                (server,),
            ).fetchall()
        return [LocalFeed(*row) for row in rows]

    def link(self, server: int, link: FeedLink, feed: int) -> None:
        """Agree on a subscription: the feed here takes the server's title and folder."""
        with self.connections.write() as connection:
            connection.execute(
                "INSERT INTO remote_feeds VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (server, id) DO UPDATE SET"
                " feed = excluded.feed, url = excluded.url, title = excluded.title, folder = excluded.folder",
                (server, link.id, feed, link.url, link.title, link.folder),
            )
            connection.execute("DELETE FROM local_feeds WHERE server = ? AND feed = ?", (server, feed))
            connection.execute(
                "UPDATE feeds SET name = iif(name = :title, name, ''), title = coalesce(nullif(:title, ''), title),"
                " folder = :folder, failures = 0, error = '', gone = 0 WHERE key = :feed",
                {"title": link.title, "folder": folder_path(link.folder), "feed": feed},
            )
            connection.execute("DELETE FROM passed_over WHERE server = ?", (server,))  # some may be this feed's

    def agree(self, server: int, link: FeedLink) -> None:
        """Note a subscription's title and folder as agreed; the feed here has them already."""
        with self.connections.read() as connection:
            connection.execute(
                "UPDATE remote_feeds SET url = ?, title = ?, folder = ? WHERE server = ? AND id = ?",
                (link.url, link.title, link.folder, server, link.id),
            )

    def unlink(self, server: int, ids: Iterable[str]) -> None:
        """Forget subscriptions that are no more, with their entries' states: what was starred stays starred here."""
        with self.connections.write() as connection:
            for one in ids:
                values = {"server": server, "id": one}
                connection.execute(
                    "DELETE FROM outbox WHERE server = :server AND id IN (SELECT r.id FROM remote_entries AS r"
                    " JOIN entries AS e ON e.key = r.entry WHERE r.server = :server AND e.feed ="
                    " (SELECT feed FROM remote_feeds WHERE server = :server AND id = :id))",
                    values,
                )
                connection.execute(
                    "DELETE FROM remote_entries WHERE server = :server AND entry IN (SELECT key FROM entries"
                    " WHERE feed = (SELECT feed FROM remote_feeds WHERE server = :server AND id = :id))",
                    values,
                )
                connection.execute("DELETE FROM remote_feeds WHERE server = :server AND id = :id", values)

    def keep_alone(self, server: int, feed: int) -> None:
        """Let a feed stay here alone, as the server will not have it."""
        with self.connections.read() as connection:
            connection.execute("INSERT OR IGNORE INTO local_feeds VALUES (?, ?)", (server, feed))


def _find_again(connection: sqlite3.Connection, server: int) -> None:
    """Link feeds again that were dropped here and taken up again before the server heard of it."""
    connection.execute(
        "UPDATE remote_feeds SET feed = (SELECT key FROM feeds WHERE feeds.url = remote_feeds.url AND subscribed = 1)"
        " WHERE server = ? AND feed IS NULL",
        (server,),
    )


def _moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
