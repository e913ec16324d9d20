"""Putting an article's quotations into the book, and finding out who said them and where else they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from reader.library.book.people import Appearance, Rulings, family_of
from reader.library.book.settle import describe, settle
from reader.library.book.sketch import folded_words, same_utterance, sketch
from reader.library.connections import Connections
from reader.model import Article, Attribution, Quotation, QuotationKind

__all__ = ["Shelf"]

_COMMON = 40
"""A hash that more quotations than this share tells nothing: it is a set phrase's."""


class Shelf:
    """The writing half of the book. Every method raises StoreFailed with one line when the library cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(
        self, key: int, article: Article, attribution: Attribution, day: date, state: str, rulings: Rulings
    ) -> None:
        """Make the book say what this attribution says of the stored article ``key``, whatever it said before.

        ``day`` is the article's, ``state`` what ``state`` shall give for it. Indirect quotations are the reporter's
        words and stay out.
        """
        with self._connections.write() as connection:
            before = _take_out(connection, key)
            families, written = _put_in(connection, key, article, attribution, day)
            people = settle(connection, families, rulings)
            _link(connection, key, written)
            _stale(connection, before | people)
            connection.execute("INSERT OR REPLACE INTO booked (article, state) VALUES (?, ?)", (key, state))

    def take_out(self, key: int) -> None:
        """Make the book forget an article."""
        with self._connections.write() as connection:
            _stale(connection, _take_out(connection, key))

    def settle(self, families: Collection[str], rulings: Rulings) -> None:
        """Decide anew who is who in these families; in all of them when none is named."""
        with self._connections.write() as connection:
            if not families:
                families = {row[0] for row in connection.execute("SELECT DISTINCT family FROM appearances")}
            people = settle(connection, families, rulings, anew=True)
            for family in families:
                rows = connection.execute("SELECT DISTINCT person FROM appearances WHERE family = ?", (family,))
                people |= {row[0] for row in rows}
            _stale(connection, people)

    def freshen(self, rulings: Rulings) -> None:
        """Name and count those whose quotations have changed since; nothing to do as a rule, and little then."""
        with self._connections.read() as connection:
            people = [row["key"] for row in connection.execute("SELECT key FROM people WHERE stale = 1")]
        if people:
            with self._connections.write() as connection:
                describe(connection, people, rulings)

    def state(self, key: int) -> str | None:
        """The state of what the book has of an article; None when it has nothing."""
        with self._connections.read() as connection:
            row = connection.execute("SELECT state FROM booked WHERE article = ?", (key,)).fetchone()
        return row["state"] if row else None

    def missing(self) -> list[str]:
        """The addresses of the stored articles that the book has not read, the latest first."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT address FROM articles WHERE key NOT IN (SELECT article FROM booked) ORDER BY key DESC"
            ).fetchall()
        return [row["address"] for row in rows]


def _stale(connection: sqlite3.Connection, people: Collection[int]) -> None:
    connection.executemany("UPDATE people SET stale = 1 WHERE key = ?", [(person,) for person in people])


def _take_out(connection: sqlite3.Connection, key: int) -> set[int]:
    """Remove what the book has of an article; whose quotations they were."""
    rows = connection.execute("SELECT DISTINCT person FROM appearances WHERE article = ?", (key,)).fetchall()
    for row in connection.execute("SELECT key, words FROM quotations WHERE article = ?", (key,)).fetchall():
        marks = [(mark, row["key"]) for mark in sketch(folded_words(row["words"]))]
        connection.executemany("DELETE FROM sketches WHERE hash = ? AND quotation = ?", marks)
    connection.execute("DELETE FROM quotations WHERE article = ?", (key,))
    connection.execute("DELETE FROM appearances WHERE article = ?", (key,))
    connection.execute("DELETE FROM booked WHERE article = ?", (key,))
    return {row[0] for row in rows if row[0] is not None}


@dataclass(frozen=True)
class _Written:
    """A quotation just written: its row, its folded words and their hashes."""

    row: int
    words: list[str]
    hashes: frozenset[int]


def _put_in(
    connection: sqlite3.Connection, key: int, article: Article, attribution: Attribution, day: date
) -> tuple[set[str], list[_Written]]:
    """Write an article's speakers and quotations, nobody's yet; the families of the speakers, and what was written."""
    said = [one for one in attribution.quotations if one.kind is not QuotationKind.INDIRECT]
    rows: dict[str | None, int] = {}
    families: set[str] = set()
    for speaker in attribution.speakers:
        number = sum(one.speaker == speaker.id for one in said)
        if not number:
            continue
        one = Appearance(speaker.name, speaker.role, speaker.kind)
        families.add(family := family_of(one))
        rows[speaker.id] = connection.execute(
            "INSERT INTO appearances (article, name, family, role, kind, quotations)"
            " VALUES (?,?,?,?,?,?) RETURNING key",
            (key, one.name, family, one.role, one.kind, number),
        ).fetchone()[0]
    return families, [_write(connection, key, rows.get(one.speaker), one, article.text, day) for one in said]


def _write(
    connection: sqlite3.Connection, key: int, appearance: int | None, one: Quotation, text: str, day: date
) -> _Written:
    words = text[one.start : one.end]
    row = connection.execute(
        "INSERT INTO quotations (article, appearance, start, end, kind, via, confidence, day, words)"
        " VALUES (?,?,?,?,?,?,?,?,?) RETURNING key",
        (key, appearance, one.start, one.end, one.kind, one.via or "", one.confidence, day.toordinal(), words),
    ).fetchone()[0]
    connection.execute("INSERT INTO quotation_words (rowid, words) VALUES (?, ?)", (row, words))
    folded = folded_words(words)
    written = _Written(row, folded, sketch(folded))
    connection.executemany(
        "INSERT OR IGNORE INTO sketches (hash, quotation) VALUES (?, ?)", [(mark, row) for mark in written.hashes]
    )
    return written


def _link(connection: sqlite3.Connection, key: int, written: Iterable[_Written]) -> None:
    """Find the article's quotations in other articles: those that share a telling hash, compared word by word."""
    for one in written:
        same = [
            (other["key"], other["utterance"])
            for other in _near(connection, key, one.hashes)
            if same_utterance(one.words, folded_words(other["words"]))
        ]
        if not same:
            continue
        known = sorted({utterance for _other, utterance in same if utterance is not None})
        utterance = known[0] if known else min(other for other, _ in same)
        members = [one.row, *(other for other, _ in same)]
        connection.executemany(
            "UPDATE quotations SET utterance = ? WHERE key = ?", [(utterance, row) for row in members]
        )
        connection.executemany(
            "UPDATE quotations SET utterance = ? WHERE utterance = ?", [(utterance, old) for old in known[1:]]
        )


def _near(connection: sqlite3.Connection, article: int, hashes: Collection[int]) -> list[sqlite3.Row]:
    """The quotations of other articles that share a telling hash."""
    near: set[int] = set()
    for mark in hashes:
        rows = connection.execute("SELECT quotation FROM sketches WHERE hash = ? LIMIT ?", (mark, _COMMON)).fetchall()
        if len(rows) < _COMMON:
            near |= {row[0] for row in rows}
    if not near:
        return []
    signs = ",".join("?" * len(near))
    return connection.execute(
        f"SELECT key, utterance, words FROM quotations WHERE key IN ({signs}) AND article <> ?",
        (*near, article),
    ).fetchall()
