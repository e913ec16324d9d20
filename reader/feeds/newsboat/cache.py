"""newsboat's ``cache.db``: its articles with what their user did to them, feed by feed; the file is only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.errors import BadInput
from reader.feeds.document import MOST_ENTRIES
from reader.feeds.places import address
from reader.feeds.strings import body, line, plain_of_html
from reader.model import Enclosure, Entry, Feed
from reader.text import clean_line

__all__ = ["CachedEntry", "CachedFeed", "cached_feeds", "titles_of"]

_FEEDS = "SELECT rssurl, url, title FROM rss_feed ORDER BY rssurl"
_ITEMS = (
    "SELECT guid, title, author, url, pubDate, content, unread, enclosure_url, enclosure_type, flags FROM rss_item"
    " WHERE feedurl = ? AND deleted = 0 ORDER BY pubDate DESC, id DESC LIMIT ?"
)
_LATEST = 7_258_118_400
"""The year 2200 in seconds since 1970."""


@dataclass(frozen=True)
class CachedEntry:
    """An article, whether it was read, and the letters of its flags."""

    entry: Entry
    read: bool = False
    flags: str = ""


@dataclass(frozen=True)
class CachedFeed:
    """A feed as it was last read, its newest articles first, as many as are read of a feed."""

    feed: Feed
    entries: tuple[CachedEntry, ...] = ()


def titles_of(path: Path) -> dict[str, str]:
    """The title of each feed in a cache by its address. ``BadInput`` when the file is no cache of newsboat's."""
    with closing(_opened(path)) as connection:
        return {_text(url): line(_text(title)) for url, _link, title in _rows(path, connection, _FEEDS)}


def cached_feeds(path: Path) -> Iterator[CachedFeed]:
    """Each feed of a cache with its articles. ``BadInput`` when the file is no cache of newsboat's, or damaged."""
    with closing(_opened(path)) as connection:
        for url, link, title in _rows(path, connection, _FEEDS):
            rows = _rows(path, connection, _ITEMS, (url, MOST_ENTRIES))
            entries = tuple(_entry(row) for row in rows)
            feed = Feed(
                title=line(_text(title)),
                link=address(_text(link)),
                url=_text(url),
                entries=tuple(one.entry for one in entries),
            )
            yield CachedFeed(feed, entries)


def _opened(path: Path) -> sqlite3.Connection:
    """The file, for reading only: newsboat may be running beside."""
    if not path.is_file():
        raise BadInput(f"{clean_line(str(path))}: there is no such file")
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    except sqlite3.Error as error:
        raise BadInput(f"{clean_line(str(path))}: cannot be opened: {error}") from error
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    return connection


def _rows(path: Path, connection: sqlite3.Connection, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
    try:
        return connection.execute(sql, values).fetchall()
    except sqlite3.Error as error:
        raise BadInput(f"{clean_line(str(path))}: no cache of newsboat's, or a damaged one: {error}") from error


def _entry(row: tuple[Any, ...]) -> CachedEntry:
    guid, title, author, url, published, content, unread, file, kind, flags = row
    link, enclosure = address(_text(url)), address(_text(file))
    entry = Entry(
        id=line(_text(guid), 2000),
        title=plain_of_html(_text(title)) or link,
        link=link,
        author=line(_text(author)),
        published=_moment(published),
        content=body(_text(content)),
        enclosures=(Enclosure(enclosure, line(_text(kind), 100).lower()),) if enclosure else (),
    )
    return CachedEntry(
        entry, not unread, "".join(sorted({sign for sign in _text(flags) if sign.isalpha() and sign.isascii()}))
    )


def _moment(value: object) -> datetime | None:
    return datetime.fromtimestamp(value, UTC) if isinstance(value, int) and 0 < value < _LATEST else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
