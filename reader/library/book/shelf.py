"""Putting an article's quotations into the book, and finding out who said them and where else they stand."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from reader.library.book.people import Appearance, Rulings, family_of
from reader.library.book.records import THOUSANDTHS
from reader.library.book.settle import describe, settle
from reader.library.book.sketch import folded_words, same_utterance, sketch
from reader.library.book.words import COMMON, holders, put_words, take_words_out, texts
from reader.library.connections import Connections
from reader.model import Article, Attribution, Quotation, QuotationKind

__all__ = ["Shelf"]

_OF_ARTICLE = "FROM booked JOIN quotations ON key >= first AND key < beyond WHERE article = ?"


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
            families, written = _put_in(connection, key, article, attribution)
            keys = [one.row for one in written]  # one after another, as nobody else writes meanwhile
            connection.execute(
                "INSERT INTO booked (article, state, day, first, beyond) VALUES (?,?,?,?,?)",
                (key, state, day.toordinal(), min(keys, default=0), max(keys, default=-1) + 1),
            )
            people = settle(connection, families, rulings)
            _link(connection, key, written)
            _stale(connection, before | people)

    def take_out(self, key: int) -> None:
        """Make the book forget an article."""
        with self._connections.write() as connection:
            _stale(connection, _take_out(connection, key))

    def settle(self, families: Collection[str], rulings: Rulings) -> None:
        """Decide anew who is who in these families; in all of them when none is named."""
        with self._connections.write() as connection:
            if not families:
                families = {row[0] for row in connection.execute("SELECT DISTINCT family FROM forms")}
            people = settle(connection, families, rulings, anew=True)
            for family in families:
                rows = connection.execute(
                    "SELECT DISTINCT person FROM appearances WHERE form IN (SELECT key FROM forms WHERE family = ?)",
                    (family,),
                )
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
    people = connection.execute(
        "SELECT DISTINCT person FROM appearances WHERE article = ? AND person IS NOT NULL", (key,)
    ).fetchall()
    worded = connection.execute("SELECT 1 FROM unworded WHERE article = ?", (key,)).fetchone() is None
    rows = connection.execute(f"SELECT key, start, length {_OF_ARTICLE}", (key,)).fetchall()
    if rows and worded:  # the text is as it was: one that changes takes its quotations with it
        text = texts(connection)(key)
        take_words_out(connection, [(row, text[start : start + length]) for row, start, length in rows])
    connection.execute("UPDATE word_index SET gone = gone - ?", (len(rows),))
    connection.execute("DELETE FROM booked WHERE article = ?", (key,))
    return {row[0] for row in people}


@dataclass(frozen=True)
class _Written:
    """A quotation just written: its row and its words."""

    row: int
    words: str


def _put_in(
    connection: sqlite3.Connection, key: int, article: Article, attribution: Attribution
) -> tuple[set[str], list[_Written]]:
    """Write an article's speakers and quotations, nobody's yet; the families of the speakers, and what was written."""
    said = sorted(
        (one for one in attribution.quotations if one.kind is not QuotationKind.INDIRECT), key=lambda one: one.start
    )
    forms = {speaker.id: Appearance(speaker.name, speaker.role, speaker.kind) for speaker in attribution.speakers}
    often = Counter(one.speaker if one.speaker in forms else None for one in said)
    rows = {
        speaker: connection.execute(
            "INSERT INTO appearances (article, form, quotations) VALUES (?,?,?) RETURNING key",
            (key, _form(connection, forms[speaker]) if speaker is not None else None, number),
        ).fetchone()[0]
        for speaker, number in often.items()
    }
    written = [_write(connection, rows.get(one.speaker, rows.get(None)), one, article.text) for one in said]
    put_words(connection, [(one.row, one.words) for one in written])
    return {family_of(forms[speaker]) for speaker in often if speaker is not None}, written


def _form(connection: sqlite3.Connection, one: Appearance) -> int:
    values = (family_of(one), one.name, one.role, one.kind)
    connection.execute("INSERT OR IGNORE INTO forms (family, name, role, kind) VALUES (?,?,?,?)", values)
    row = connection.execute("SELECT key FROM forms WHERE (family, name, role, kind) = (?,?,?,?)", values).fetchone()
    return int(row["key"])


def _write(connection: sqlite3.Connection, appearance: int | None, one: Quotation, text: str) -> _Written:
    row = connection.execute(
        "INSERT INTO quotations (appearance, start, length, partial, via, confidence)"
        " VALUES (?,?,?,?,?,?) RETURNING key",
        (
            *(appearance, one.start, one.end - one.start, one.kind is QuotationKind.PARTIAL, one.via or ""),
            round(one.confidence * THOUSANDTHS),
        ),
    ).fetchone()[0]
    return _Written(row, text[one.start : one.end])


def _link(connection: sqlite3.Connection, key: int, written: Iterable[_Written]) -> None:
    """Find the article's quotations in other articles: those that share a telling hash, compared word by word."""
    text = texts(connection)
    for one in written:
        words = folded_words(one.words)
        same = [
            (row["key"], row["utterance"])
            for row in _near(connection, key, sketch(words))
            if same_utterance(words, folded_words(text(row["article"])[row["start"] : row["start"] + row["length"]]))
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
    near = {key for rows in holders(connection, hashes).values() if len(rows) < COMMON for key in rows}
    if not near:
        return []
    signs = ",".join("?" * len(near))
    return connection.execute(
        "SELECT q.key, q.utterance, q.start, q.length, a.article FROM quotations AS q"
        f" JOIN appearances AS a ON a.key = q.appearance WHERE q.key IN ({signs}) AND a.article <> ?"
        " ORDER BY a.article",
        (*near, article),
    ).fetchall()
