"""Bringing the full-text index up to date, in batches."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from reader.library.bodies import unpacked
from reader.library.connections import Connections
from reader.library.marks import as_json
from reader.library.records import unpack
from reader.model import Article
from reader.plain import raw_text
from reader.query import fold, indexed

__all__ = ["Index"]

BATCH = 500
"""Articles a transaction: others wait no longer than these take."""
ENTRIES = 4000
"""Entries a transaction. Each writes a part of the index, and parts are merged later: few large ones cost least."""
_GATHERED = 4 << 20
"""Bytes that FTS5 gathers before it writes a part: with its own 1 MB a transaction writes several and costs more."""
_LOW = 20
"""Bits of an id below its second."""
_MANY_GHOSTS = (10_000, 0.5)
"""The index is made anew when so many, and such a share of the documents, are gone or changed since."""
_LONGEST = 200_000
"""Characters of a text that are looked at; the library's index ``long_articles`` is of those that have more."""
_ENTRIES = (
    "SELECT e.key, e.title, e.author, e.link, e.sort, e.article, f.name, f.title, f.site, t.body FROM entries AS e"
    " JOIN feeds AS f ON f.key = e.feed LEFT JOIN entry_text AS t ON t.entry = e.key"
    " WHERE e.key IN (SELECT value FROM json_each(?))"
)
_ARTICLES = (
    "SELECT key, address, title, site, byline, published, fetched, article FROM articles"
    " WHERE key IN (SELECT value FROM json_each(?))"
)
_LAST_IDS = (
    "SELECT value, max("
    f"(SELECT coalesce(max(id), -1) FROM documents WHERE id >= value << {_LOW} AND id < (value + 1) << {_LOW}),"
    f" (SELECT coalesce(max(id), -1) FROM ghosts WHERE id >= value << {_LOW} AND id < (value + 1) << {_LOW}))"
    " FROM json_each(?)"
)
"""The highest id that is or was taken in each of these seconds."""


@dataclass(slots=True)
class _Document:
    entry: int | None
    article: int | None
    sort: int
    words: tuple[str, str, str, str, str]
    """Title, author, site, text and speakers, as the index takes them."""


class Index:
    """What can be found. Every method raises StoreFailed with one line when the library cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def waiting(self) -> int:
        """How many entries and articles are not in the index as they are now."""
        with self._connections.read() as connection:
            return int(
                connection.execute(
                    "SELECT (SELECT count(*) FROM unindexed) + (SELECT count(*) FROM unindexed_articles)"
                ).fetchone()[0]
            )

    def bring_up_to_date(
        self, progress: Callable[[int], None] = lambda _: None, stop: Callable[[], bool] = lambda: False
    ) -> int:
        """Take in what waits; how many documents that were. ``stop`` ends it between two batches."""
        done = 0
        self._make_anew_if_many_are_gone()
        self._gather_more()
        while not stop():
            with self._connections.write() as connection:
                number = _take(connection)
            if not number:
                break
            done += number
            progress(done)
        return done

    def _gather_more(self) -> None:
        """Let FTS5 gather ``_GATHERED`` bytes, once for each file: it keeps its settings there."""
        with self._connections.read() as connection:
            if connection.execute("SELECT 1 FROM search_index_config WHERE k = 'hashsize'").fetchone():
                return
        with self._connections.write() as connection:
            try:
                connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ?)", (_GATHERED,))
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                    raise
                # an FTS5 that does not know it, as it is in no documentation: the index is filled all the same

    def _make_anew_if_many_are_gone(self) -> None:
        with self._connections.read() as connection:
            ghosts = connection.execute("SELECT count(*) FROM ghosts").fetchone()[0]
            if ghosts < _MANY_GHOSTS[0]:
                return
            documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        if ghosts >= _MANY_GHOSTS[1] * documents:
            with self._connections.write() as connection:
                connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
                connection.execute("DELETE FROM documents")
                connection.execute("DELETE FROM ghosts")
                connection.execute("INSERT OR IGNORE INTO unindexed SELECT key FROM entries")
                connection.execute("INSERT OR IGNORE INTO unindexed_articles SELECT key FROM articles")


def _take(connection: sqlite3.Connection) -> int:
    """Take in a batch; articles first, since those that an entry has come with it."""
    articles = [row[0] for row in connection.execute("SELECT article FROM unindexed_articles LIMIT ?", (BATCH,))]
    if articles:
        listed = as_json(articles)
        connection.execute(
            "INSERT OR IGNORE INTO unindexed SELECT key FROM entries WHERE article IN (SELECT value FROM json_each(?))",
            (listed,),
        )
        _put(connection, _of_articles(connection, listed))
        connection.execute(
            "DELETE FROM unindexed_articles WHERE article IN (SELECT value FROM json_each(?))", (listed,)
        )
        return len(articles)
    entries = [row[0] for row in connection.execute("SELECT entry FROM unindexed LIMIT ?", (ENTRIES,))]
    if entries:
        listed = as_json(entries)
        connection.execute("DELETE FROM documents WHERE entry IN (SELECT value FROM json_each(?))", (listed,))
        _put(connection, _of_entries(connection, listed))
        connection.execute("DELETE FROM unindexed WHERE entry IN (SELECT value FROM json_each(?))", (listed,))
    return len(entries)


def _of_articles(connection: sqlite3.Connection, listed: str) -> Iterator[_Document]:
    """The documents of these articles; of those that an entry has none, they are found as the entry."""
    connection.execute(
        "DELETE FROM documents WHERE entry IS NULL AND article IN (SELECT value FROM json_each(?))", (listed,)
    )
    owned = {
        row[0]
        for row in connection.execute(
            "SELECT article FROM entries WHERE article IN (SELECT value FROM json_each(?))", (listed,)
        )
    }
    for row in connection.execute(_ARTICLES, (listed,)).fetchall():
        if row["key"] in owned:
            continue
        moment = datetime.fromisoformat(row["published"] or row["fetched"])
        yield _Document(
            None,
            row["key"],
            int(moment.timestamp()),
            (
                indexed(row["title"]),
                indexed(row["byline"]),
                indexed(f"{row['site']} {urlsplit(row['address']).hostname or ''}"),
                indexed(unpack(row["article"], Article).text[:_LONGEST]),
                _speakers(connection, row["key"]),
            ),
        )


def _of_entries(connection: sqlite3.Connection, listed: str) -> Iterator[_Document]:
    sites: dict[tuple[str, ...], str] = {}  # most entries of a feed are of one
    for row in connection.execute(_ENTRIES, (listed,)).fetchall():
        key, title, author, link, sort, article, name, own, site, body = row
        text, speakers = "", ""
        if article is not None:
            stored = connection.execute("SELECT article FROM articles WHERE key = ?", (article,)).fetchone()
            if stored:
                text, speakers = unpack(stored[0], Article).text, _speakers(connection, article)
        if not text and body:
            told = unpacked(body, f"the words of entry {key}")
            text = raw_text(max(told.content, told.summary, key=len)[: 4 * _LONGEST])
        where = (name, own if own != name else "", site, _host(link))
        if where not in sites:
            sites[where] = indexed(" ".join(where))
        words = (indexed(title), indexed(author), sites[where], indexed(text[:_LONGEST]), speakers)
        yield _Document(key, article, sort, words)


def _host(link: str) -> str:
    """The host of an entry's link, as it stands there: to be found by, never shown."""
    return link.split("/", 3)[2].rpartition("@")[2] if link.count("/") > 1 else ""


def _speakers(connection: sqlite3.Connection, article: int) -> str:
    rows = connection.execute(
        "SELECT DISTINCT name FROM appearances JOIN forms ON forms.key = form WHERE article = ?", (article,)
    )
    return " ".join(fold(row[0]) for row in rows)


def _put(connection: sqlite3.Connection, documents: Iterable[_Document]) -> None:
    """Add the documents in the order of their ids: FTS5 begins a part of the index anew at each that is lower."""
    found = sorted(documents, key=lambda document: document.sort)
    ids = _free_ids(connection, [document.sort for document in found])
    connection.executemany(
        "INSERT INTO documents (id, entry, article, sort) VALUES (?, ?, ?, ?)",
        ((id_, one.entry, one.article, one.sort) for id_, one in zip(ids, found, strict=True)),
    )
    connection.executemany(
        "INSERT INTO search_index (rowid, title, author, site, text, speaker) VALUES (?, ?, ?, ?, ?, ?)",
        ((id_, *one.words) for id_, one in zip(ids, found, strict=True)),
    )


def _free_ids(connection: sqlite3.Connection, sorts: Sequence[int]) -> list[int]:
    """An id for each document of these seconds that none has or had: later ones have higher ids."""
    seconds = [max(sort, 0) for sort in sorts]
    last = {
        second: max(taken, (second << _LOW) - 1)
        for second, taken in connection.execute(_LAST_IDS, (as_json(sorted(set(seconds))),))
    }
    ids = []
    for second in seconds:
        last[second] += 1
        ids.append(last[second])
    return ids
