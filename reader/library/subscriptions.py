"""The feeds that are followed: their addresses, folders, tags and settings, and how the last refresh went."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from reader.errors import BadInput
from reader.library.connections import Connections
from reader.library.feed_records import FeedRow, Marked, NewFeed
from reader.library.removal import KEPT, drop_entries, put_back, rows_of
from reader.text import clean_line

__all__ = ["Subscriptions", "site_of"]

SETTINGS = ("url", "name", "folder", "typed", "interval", "full_text", "user_agent", "login")
_COLUMNS = (
    "key, url, name, title, link, site, folder, typed, interval, full_text, user_agent, login, added, checked, changed,"
    " next_check, failures, error, gone"
)


class Subscriptions:
    """The feeds in the library's file; every method raises StoreFailed with one line when it cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def all(self) -> list[FeedRow]:
        """Every feed that is followed, by folder and name."""
        rows = self._rows("subscribed = 1")
        return sorted(rows, key=lambda row: (row.folder.casefold(), row.name.casefold(), row.key))

    def get(self, key: int) -> FeedRow:
        """One feed. BadInput when it is not followed."""
        for row in self._rows("subscribed = 1 AND key = ?", (key,)):
            return row
        raise BadInput(f"feed {key}: not there (removed in another window?): list the feeds again")

    def find(self, url: str) -> FeedRow | None:
        """The feed at an address, None when it is not followed."""
        return next(iter(self._rows("subscribed = 1 AND url = ?", (url,))), None)

    def add(
        self,
        url: str,
        *,
        title: str = "",
        link: str = "",
        name: str = "",
        folder: str = "",
        tags: Iterable[str] = (),
        typed: bool = False,
    ) -> FeedRow:
        """Follow the feed at an address from now on. BadInput when it is followed already, or names a password."""
        if known := self.find(url):
            where = f" in {known.folder}" if known.folder else ""
            raise BadInput(f"{url}: is followed already, as {known.name}{where}")
        new = NewFeed(url, title, link, name, folder, tuple(tags), typed)
        with self.connections.write() as connection:
            key = _insert(connection, new)
        return self.get(key)

    def add_all(self, feeds: Iterable[NewFeed]) -> list[NewFeed]:
        """Follow many feeds at once, all or none; gives those that are new, the others stay as they are."""
        with self.connections.write() as connection:
            known = {url for (url,) in connection.execute("SELECT url FROM feeds WHERE subscribed = 1")}
            fresh = {feed.url: feed for feed in feeds if feed.url not in known}
            for feed in fresh.values():
                _insert(connection, feed)
        return list(fresh.values())

    def change(self, key: int, settings: Mapping[str, str | int | bool | Sequence[str]]) -> FeedRow:
        """Change settings of a feed: ``url``, ``name``, ``folder``, ``tags``, ``interval`` and the others of a row.

        BadInput when there is no such setting, another feed has the address, or the address names a password.
        """
        values = dict(settings)
        tags = values.pop("tags", None)
        if unknown := set(values) - set(SETTINGS):
            raise BadInput(f"{', '.join(sorted(unknown))}: no setting of a feed: they are tags, {', '.join(SETTINGS)}")
        _check(str(values.get("url", "")))
        other = self.find(str(values["url"])) if "url" in values else None
        if other and other.key != key:
            raise BadInput(f"{other.url}: is followed already, as {other.name}")
        if "folder" in values:
            values["folder"] = folder_path(str(values["folder"]))
        if "name" in values:
            values["name"] = clean_line(str(values["name"]))
        with self.connections.write() as connection:
            for column, value in values.items():
                connection.execute(f"UPDATE feeds SET {column} = ? WHERE key = ?", (value, key))
            if "url" in values:
                connection.execute(
                    "UPDATE feeds SET etag = '', last_modified = '', body_sha256 = '', gone = 0, next_check = 0"
                    " WHERE key = ?",
                    (key,),
                )
            if tags is not None:
                _set_tags(connection, key, [tags] if isinstance(tags, str) else tags)  # type: ignore[arg-type]
        return self.get(key)

    def remove(self, key: int) -> Marked:
        """Follow a feed no more; its entries go, but those that were starred, saved, tagged or noted."""
        with self.connections.write() as connection:
            rows = [rows_of(connection, "feeds", "key", [key]), rows_of(connection, "feed_tags", "feed", [key])]
            rows.append(rows_of(connection, "dropped", "feed", [key]))
            leaving = [
                entry
                for (entry,) in connection.execute(
                    f"SELECT e.key FROM entries AS e WHERE e.feed = ? AND NOT {KEPT}",
                    (key,),
                )
            ]
            rows += drop_entries(connection, leaving, remember=True)
            connection.execute("DELETE FROM feed_tags WHERE feed = ?", (key,))
            connection.execute("UPDATE feeds SET subscribed = 0 WHERE key = ?", (key,))
            connection.execute(
                "DELETE FROM feeds WHERE key = ? AND NOT EXISTS (SELECT 1 FROM entries WHERE feed = ?)", (key, key)
            )
        return Marked(rows=tuple(rows))

    def restore(self, marked: Marked) -> None:
        """Take back what ``remove`` did."""
        with self.connections.write() as connection:
            put_back(connection, marked.rows)
            feeds = dict(marked.rows).get("feeds", ())
            connection.executemany("UPDATE feeds SET subscribed = 1 WHERE key = ?", [(row[0],) for row in feeds])

    def folders(self) -> list[str]:
        """Every folder in use, and those above them, by name."""
        found = {row.folder for row in self.all() if row.folder}
        above = {"/".join(folder.split("/")[:depth]) for folder in found for depth in range(1, folder.count("/") + 1)}
        return sorted(found | above, key=str.casefold)

    def _rows(self, where: str, values: Sequence[str | int] = ()) -> list[FeedRow]:
        with self.connections.read() as connection:
            found = connection.execute(f"SELECT {_COLUMNS} FROM feeds WHERE {where}", values).fetchall()
            pairs = connection.execute("SELECT feed, tag FROM feed_tags ORDER BY feed, tag").fetchall()
        tags = {feed: tuple(tag for _feed, tag in group) for feed, group in groupby(pairs, lambda pair: pair[0])}
        return [_feed_row(row, tags.get(row["key"], ())) for row in found]


def site_of(address: str) -> str:
    """The host of an address as it is shown for a site, without ``www.``."""
    try:
        return clean_line(urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def folder_path(folder: str) -> str:
    """A folder as it is stored: its parts clean, one ``/`` between them, none at the ends."""
    return "/".join(filter(None, (clean_line(part) for part in folder.split("/"))))


def _insert(connection: sqlite3.Connection, feed: NewFeed) -> int:
    """Write a feed that is not followed; its key. BadInput when its address names a password."""
    _check(feed.url)
    # what is left of an earlier subscription, entries that were starred, is taken up again
    connection.execute("INSERT OR IGNORE INTO feeds (url, added) VALUES (?, ?)", (feed.url, _now()))
    (key,) = connection.execute(
        "UPDATE feeds SET name = ?, title = ?, link = ?, site = ?, folder = ?, typed = ?, added = ?,"
        " subscribed = 1, gone = 0, failures = 0, error = '', next_check = 0, etag = '', last_modified = '',"
        " body_sha256 = '' WHERE url = ? RETURNING key",
        (
            *(clean_line(feed.name), feed.title, feed.link, site_of(feed.link or feed.url)),
            *(folder_path(feed.folder), int(feed.typed), _now(), feed.url),
        ),
    ).fetchone()
    _set_tags(connection, key, feed.tags)
    return int(key)


def _check(url: str) -> None:
    """BadInput when an address, which every list of feeds shows, names a password."""
    try:
        host = urlsplit(url).netloc
    except ValueError:
        return  # no address at all: it is told when it is asked for
    if "@" in host:
        shown = clean_line(host.rpartition("@")[2])
        raise BadInput(f"{shown}: leave name and password out of a feed's address: `reader feed login` keeps them")


def _set_tags(connection: sqlite3.Connection, key: int, tags: Iterable[str]) -> None:
    clean = dict.fromkeys(filter(None, (clean_line(tag) for tag in tags)))
    connection.execute("DELETE FROM feed_tags WHERE feed = ?", (key,))
    connection.executemany("INSERT OR IGNORE INTO feed_tags VALUES (?, ?)", [(key, tag) for tag in clean])


def _feed_row(row: sqlite3.Row, tags: tuple[str, ...]) -> FeedRow:
    values: dict[str, Any] = dict(row)
    values |= {name: _moment(values[name]) for name in ("added", "checked", "changed", "next_check")}
    values |= {name: bool(values[name]) for name in ("typed", "full_text", "gone")}
    given = values.pop("name")
    return FeedRow(name=given or values["title"] or values["url"], given_name=given, tags=tags, **values)


def _moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
