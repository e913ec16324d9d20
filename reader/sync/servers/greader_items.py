"""Reads the entries and subscriptions of the Google Reader API."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from reader.model import Enclosure, Entry
from reader.sync.servers import item_ids, shape
from reader.sync.servers.records import RemoteEntry, RemoteFeed
from reader.text import clean_line

__all__ = ["crawled", "entries_in", "feeds_in", "label_in", "labels_in", "state_in"]

Row = Mapping[str, Any]


def feeds_in(rows: Iterable[Row]) -> Iterator[RemoteFeed]:
    """The subscriptions in the list of ``subscription/list``."""
    for row in rows:
        feed = shape.text(row, "id")
        url = shape.address(row, "url", "feedUrl") or shape.address({"url": feed.removeprefix("feed/")}, "url")
        if feed and url:
            folders = [label for category in shape.rows(row, "categories") if (label := _named(category))]
            title = shape.feed_name(row, "title")
            yield RemoteFeed(feed, url, title, folders[0] if folders else "", shape.address(row, "htmlUrl"))


def labels_in(value: object, folders: Collection[str]) -> list[str]:
    """The labels of entries in the answer of ``tag/list``.

    Folders are in it too. Where the server does not say which is which, those that a subscription is in are folders;
    a label with the name of a folder is left out, as its stream would be the folder's.
    """
    found: list[str] = []
    for row in shape.rows(value, "tags"):
        name = label_in(shape.text(row, "id"))
        if name and name not in folders and shape.text(row, "type") in ("", "tag"):
            found.append(name)
    return list(dict.fromkeys(found))


def entries_in(value: object, labels: Collection[str]) -> Iterator[RemoteEntry]:
    """The entries in the answer of ``stream/items/contents``; ``labels`` are the names that are labels of entries."""
    for row in shape.rows(value, "items"):
        key = item_ids.from_tag(row.get("id"))
        origin = row.get("origin")
        feed = shape.text(origin, "streamId") if isinstance(origin, Mapping) else ""
        if not key or not feed:
            continue
        categories = [category for category in row.get("categories") or () if isinstance(category, str)]
        states = {state_in(category) for category in categories}
        yield RemoteEntry(
            id=key,
            feed=feed,
            entry=_entry(row, key),
            read="read" in states,
            starred="starred" in states,
            labels=frozenset(name for category in categories if (name := label_in(category)) in labels),
        )


def crawled(row: Row) -> float:
    """When the server first saw an entry, seconds of Unix time, 0 when it does not say."""
    milliseconds = shape.number(row, "crawlTimeMsec")
    microseconds = shape.number(row, "timestampUsec")
    return milliseconds / 1e3 if milliseconds else microseconds / 1e6 if microseconds else 0.0


def state_in(stream: str) -> str:
    """The state that a stream's id names (``user/-/state/com.google/read``: ``read``), ``""`` for none."""
    head, _, state = stream.partition("/state/com.google/")
    return state if head.startswith("user/") else ""


def label_in(stream: str) -> str:
    """The label that a stream's id names (``user/-/label/News``: ``News``), ``""`` for none."""
    head, _, label = stream.partition("/label/")
    return clean_line(label) if head.startswith("user/") and head.count("/") == 1 else ""


def _named(category: Row) -> str:
    return label_in(shape.text(category, "id")) or clean_line(shape.text(category, "label"))


def _entry(row: Row, key: str) -> Entry:
    link = _href(row, "canonical") or _href(row, "alternate")
    bodies = [body for name in ("content", "summary") if isinstance(body := row.get(name), Mapping)]
    published = shape.number(row, "published") or crawled(row)
    return Entry(
        id=link or key,
        title=shape.title(row, "title"),
        link=link,
        author=shape.title(row, "author"),
        published=shape.when(published),
        updated=shape.when(shape.number(row, "updated")),
        content=next((content for body in bodies if (content := shape.markup(body, "content"))), ""),
        enclosures=tuple(
            Enclosure(url, clean_line(shape.text(one, "type")), int(shape.number(one, "length") or 0) or None)
            for one in shape.rows(row, "enclosure")
            if (url := shape.address(one, "href"))
        ),
    )


def _href(row: Row, key: str) -> str:
    return next((url for one in shape.rows(row, key) if (url := shape.address(one, "href"))), "")
