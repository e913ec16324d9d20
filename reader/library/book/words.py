"""Finding quotations by their words: the full-text index of single words, and the sketches of what was said.

A quotation's words are in its article's text alone; what is here leads from words to the keys of quotations. What
waits is taken in batch by batch, so that nobody waits for it: after the library was brought up to date from an older
version, and when so much of the index is of articles that are gone that it is made anew.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from struct import Struct

from reader.library.book.sketch import folded_words, sketch
from reader.library.connections import Connections
from reader.library.records import text_of
from reader.query import fold

__all__ = ["COMMON", "Wording", "holders", "put_words", "take_words_out", "texts"]

COMMON = 40
"""A hash that so many quotations share tells nothing, and no more of them are kept: it is a set phrase's."""
_BATCH = 40
"""Articles a transaction: others wait no longer than these take, which is some 60 ms."""
_MANY_GONE = (10_000, 0.5)
"""The index is made anew when so many quotations, and such a share of those that are there, are gone from the book."""
_HELD = Struct("<HI")
"""A hash's lower 16 bits and the quotation's key; the 14 bits above are the bucket."""

Said = Sequence[tuple[int, str]]
"""Keys of quotations with their words."""


class Wording:
    """Keeps the index of words in step. Every method raises StoreFailed with one line."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def waiting(self) -> int:
        """How many articles of the book are not in the index of words."""
        with self._connections.read() as connection:
            return int(connection.execute("SELECT count(*) FROM unworded").fetchone()[0])

    def bring_up_to_date(
        self, progress: Callable[[int], None] = lambda _: None, stop: Callable[[], bool] = lambda: False
    ) -> int:
        """Take in the articles that wait; how many they were. ``stop`` ends it between two batches."""
        done = 0
        self._make_anew_if_much_is_gone()
        while self.waiting() and not stop():
            with self._connections.write() as connection:
                done += _take_batch(connection)
            progress(done)
        return done

    def _make_anew_if_much_is_gone(self) -> None:
        least, share = _MANY_GONE
        with self._connections.read() as connection:
            gone = connection.execute("SELECT gone FROM word_index").fetchone()[0]
            if gone < least or gone < share * connection.execute("SELECT count(*) FROM quotations").fetchone()[0]:
                return
        with self._connections.write() as connection:
            connection.execute("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')")
            connection.execute("DELETE FROM sketches")
            connection.execute("DELETE FROM forms WHERE key NOT IN (SELECT form FROM appearances WHERE form NOT NULL)")
            connection.execute("INSERT OR IGNORE INTO unworded SELECT article FROM booked WHERE beyond > first")
            connection.execute("UPDATE word_index SET gone = 0")


def put_words(connection: sqlite3.Connection, said: Said) -> None:
    """Take quotations into the index, inside a transaction."""
    connection.executemany(
        "INSERT INTO quotation_words (rowid, words) VALUES (?, ?)", [(key, fold(words)) for key, words in said]
    )
    for bucket, new in _buckets(said).items():
        held = _held(connection, bucket)
        for low, key in new:
            if sum(mark == low for mark, _key in _HELD.iter_unpack(held)) < COMMON:
                held += _HELD.pack(low, key)
        _hold(connection, bucket, held)


def take_words_out(connection: sqlite3.Connection, said: Said) -> None:
    """Take quotations, whose words are the very ones that were put in, out of the index, inside a transaction."""
    connection.executemany(
        "INSERT INTO quotation_words (quotation_words, rowid, words) VALUES ('delete', ?, ?)",
        [(key, fold(words)) for key, words in said],
    )
    for bucket, old in _buckets(said).items():
        held = _HELD.iter_unpack(_held(connection, bucket))
        _hold(connection, bucket, b"".join(_HELD.pack(*one) for one in held if one not in old))


def holders(connection: sqlite3.Connection, hashes: Collection[int]) -> dict[int, list[int]]:
    """The keys of the quotations that have each of these hashes, at most ``COMMON`` of them; some may be gone."""
    found = {}
    for mark in hashes:
        bucket, low = _place(mark)
        found[mark] = [key for other, key in _HELD.iter_unpack(_held(connection, bucket)) if other == low]
    return found


def texts(connection: sqlite3.Connection) -> Callable[[int], str]:
    """Gives the text of the article of a key, ``""`` of one that is gone; asked twice in a row, it looks once."""
    last: tuple[int, str] = (-1, "")

    def text(article: int) -> str:
        nonlocal last
        if last[0] != article:
            row = connection.execute("SELECT article FROM articles WHERE key = ?", (article,)).fetchone()
            last = (article, text_of(row[0]) if row else "")
        return last[1]

    return text


def _take_batch(connection: sqlite3.Connection) -> int:
    articles = [row[0] for row in connection.execute("SELECT article FROM unworded LIMIT ?", (_BATCH,))]
    text = texts(connection)
    for article in articles:
        rows = connection.execute(
            "SELECT key, start, length FROM booked JOIN quotations ON key >= first AND key < beyond WHERE article = ?",
            (article,),
        ).fetchall()
        put_words(connection, [(key, text(article)[start : start + length]) for key, start, length in rows])
        connection.execute("DELETE FROM unworded WHERE article = ?", (article,))
    return len(articles)


def _buckets(said: Iterable[tuple[int, str]]) -> dict[int, list[tuple[int, int]]]:
    """What the buckets hold of these quotations."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, words in said:
        for mark in sketch(folded_words(words)):
            bucket, low = _place(mark)
            found[bucket].append((low, key))
    return found


def _place(mark: int) -> tuple[int, int]:
    return (mark >> 16) & 0x3FFF, mark & 0xFFFF


def _held(connection: sqlite3.Connection, bucket: int) -> bytes:
    row = connection.execute("SELECT held FROM sketches WHERE bucket = ?", (bucket,)).fetchone()
    return row[0] if row else b""


def _hold(connection: sqlite3.Connection, bucket: int, held: bytes) -> None:
    connection.execute("INSERT OR REPLACE INTO sketches VALUES (?, ?)", (bucket, held))
