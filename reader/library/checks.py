"""Which feeds are to be checked, and how a check ended: the feeds' rows as a refresh reads and writes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from reader.library.connections import Connections
from reader.library.intents import Checked, ToCheck
from reader.library.marks import as_json
from reader.library.selection import FEED_NAME
from reader.library.subscriptions import site_of

__all__ = ["Checks"]

_COLUMNS = (
    f"f.key, f.url, {FEED_NAME} AS name, f.site, f.typed, f.interval, f.full_text, f.user_agent, f.login, f.etag,"
    " f.last_modified, f.validated_url, f.body_sha256, f.next_check, f.not_before, f.failures, f.gone,"
    " coalesce(f.checked, 0) AS checked, f.error <> '' AS failed,"
    " (SELECT group_concat(t.tag, char(10)) FROM feed_tags AS t WHERE t.feed = f.key) AS tags"
)
_OF_SERVERS = "EXISTS (SELECT 1 FROM remote_feeds AS r WHERE r.feed = f.key)"


class Checks:
    """The feeds' state between refreshes; every method raises StoreFailed with one line when that fails."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def feeds(self, keys: Iterable[int] | None = None, *, of_servers: bool = False) -> list[ToCheck]:
        """The feeds that are followed, or those of them with these keys: what servers fetch only if ``of_servers``."""
        where, values = f"f.subscribed = 1 AND {'' if of_servers else 'NOT '}{_OF_SERVERS}", list[str]()
        if keys is not None:
            where, values = f"{where} AND f.key IN (SELECT value FROM json_each(?))", [as_json(keys)]
        with self.connections.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM feeds AS f WHERE {where} ORDER BY f.key", values)
            return [_to_check(row) for row in rows]

    def store(self, connection: sqlite3.Connection, feed: int, state: Checked, *, changed: bool) -> None:
        """Store how the check of a feed ended, in the caller's transaction; ``changed``: it brought something new.

        An address that another feed has already is not taken over. A name of the user's that is the feed's title, as
        lists have them, goes: then the feed is called what it calls itself.
        """
        connection.execute(
            "UPDATE feeds SET name = iif(name = ?, '', name), title = coalesce(nullif(?, ''), title),"
            " link = coalesce(nullif(?, ''), link),"
            " site = coalesce(nullif(?, ''), site), etag = ?, last_modified = ?, validated_url = ?, body_sha256 = ?,"
            " checked = ?, changed = iif(?, ?, changed), next_check = ?, not_before = ?, failures = ?, error = ?,"
            " gone = ? WHERE key = ?",
            (
                *(state.title, state.title, state.link, site_of(state.link) if state.link else ""),
                *(state.etag, state.last_modified, state.validated_url, state.body_sha256),
                *(state.checked, changed, state.checked, state.next_check, state.not_before),
                *(state.failures, state.error, state.gone, feed),
            ),
        )
        if state.url:
            connection.execute(
                "UPDATE OR IGNORE feeds SET url = ?, typed = min(typed, ?) WHERE key = ?",
                (state.url, state.still_typed, feed),
            )


def _to_check(row: sqlite3.Row) -> ToCheck:
    values: dict[str, Any] = dict(row)
    values |= {name: bool(values[name]) for name in ("typed", "full_text", "gone", "failed")}
    tags = values["tags"]
    return ToCheck(**values | {"tags": tuple(tags.split("\n")) if tags else ()})
