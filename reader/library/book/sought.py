"""What is asked of the quotations: as SQL that finds them newest first, and phrases to be looked for in their words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from reader.library.book.words import texts
from reader.library.marks import as_json
from reader.query import Term, Texts, fold

__all__ = ["NEWEST", "Sought", "Wanted", "anywhere"]

NEWEST = "b.day DESC, b.article DESC, q.start"
"""The order of quotations: those of one article in the order of its text."""
# Where SQL begins; a CROSS JOIN keeps the order of its tables.
_BY_SPEAKER = (
    "appearances AS a CROSS JOIN booked AS b ON b.article = a.article"
    " CROSS JOIN quotations AS q ON q.key >= b.first AND q.key < b.beyond AND q.appearance = a.key"
)
_BY_WORDS = (
    "json_each(?) AS hit CROSS JOIN quotations AS q ON q.key = hit.value"
    " CROSS JOIN appearances AS a ON a.key = q.appearance CROSS JOIN booked AS b ON b.article = a.article"
)
_BY_DAY = (
    "booked AS b CROSS JOIN quotations AS q ON q.key >= b.first AND q.key < b.beyond"
    " CROSS JOIN appearances AS a ON a.key = q.appearance"
)
_LATEST = (
    "(SELECT a.key, a.article FROM appearances AS a CROSS JOIN booked AS b ON b.article = a.article WHERE {}"
    " ORDER BY b.day DESC, b.article DESC LIMIT ?) AS a CROSS JOIN booked AS b ON b.article = a.article"
    " CROSS JOIN quotations AS q ON q.key >= b.first AND q.key < b.beyond AND q.appearance = a.key"
)
"""With the latest appearances of a speaker: each has a quotation, so that no more of them are needed than of those."""
_OFTEN = 1_000
"""Words that more quotations than this have are met soon on the way from the newest article to the oldest."""
_FOUND = "SELECT q.key, b.article, q.start, q.length"
_MATCH = "SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?"
_FEW = 200
"""Phrases are looked for in the words of so many quotations before anything else is asked about them."""
_WITH_PHRASE = """SELECT first, beyond FROM booked WHERE article IN (
    SELECT article FROM documents WHERE article NOT NULL
        AND id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)
    UNION SELECT article FROM unindexed_articles
    UNION SELECT article FROM entries WHERE key IN (SELECT entry FROM unindexed) AND article NOT NULL
    UNION SELECT key FROM articles WHERE length > 200000
)"""
"""Quotations of articles that have a phrase, or may have it: those that the full-text index has not as they are now."""


@dataclass(frozen=True)
class Wanted:
    """Which quotations are asked for: by speaker's key, words (all of them), site, days (``before`` exclusive)."""

    person: int | None = None
    words: str = ""
    site: str = ""
    after: date | None = None
    before: date | None = None


class Sought:
    """Conditions, all of which hold for a quotation that is found."""

    def __init__(self, wanted: Wanted = Wanted()) -> None:
        self._words: list[str] = []
        self._phrases: list[Term] = []
        self._where: list[str] = []
        self._values: list[str | int] = []
        self._by_speaker = False
        if wanted.person is not None:
            self.by("a.person = ?", wanted.person)
        if words := fold(wanted.words).split():
            self._words += [*map(_quoted, words[:-1]), f"{_quoted(words[-1])} *"]
        if wanted.site:
            site = "(SELECT site FROM articles WHERE articles.key = b.article) LIKE ? ESCAPE '\\'"
            self.narrow(site, anywhere(wanted.site))
        if wanted.after is not None:
            self.narrow("b.day >= ?", wanted.after.toordinal())
        if wanted.before is not None:
            self.narrow("b.day < ?", wanted.before.toordinal())

    def narrow(self, condition: str, *values: str | int) -> None:
        """Let a condition hold on what the book knows of the article, ``b``."""
        self._where.append(condition)
        self._values += values

    def by(self, condition: str, *values: str | int) -> None:
        """Let a condition hold on the appearance ``a``, which few have."""
        self.narrow(condition, *values)  # which is why those with speakers take another way
        self._by_speaker = True

    def say(self, terms: Sequence[Term]) -> None:
        """Let the words of each term stand in the quotation, side by side."""
        for term in terms:
            words = term.words.split()
            self._words += map(_quoted, words)
            if term.prefix and words:
                self._words[-1] += " *"
            if len(words) > 1:
                self._phrases.append(Term(term.words, "said", term.prefix))

    def found(self, connection: sqlite3.Connection, limit: int = -1, offset: int = 0) -> list[sqlite3.Row]:
        """Rows of ``key`` and ``article``, newest first."""
        last = None if limit < 0 else offset + limit
        if self._by_speaker or not self._words:
            rows: Iterable[sqlite3.Row] = self._rows(connection, -1 if last is None or self._phrases else last)
        else:
            rows = self._rows_with_words(connection)
        if self._phrases:
            rows = self._with_phrases(connection, rows)
        return list(islice(rows, offset, last))

    def _rows(self, connection: sqlite3.Connection, limit: int) -> sqlite3.Cursor:
        """So many of those of the speakers asked for, or of all."""
        where, values = list(self._where), list(self._values)
        if self._by_speaker and not self._words and limit >= 0:
            origin, where = _LATEST.format(" AND ".join(where)), []
            values.append(limit)
        else:
            origin = _BY_SPEAKER if self._by_speaker else _BY_DAY
        if self._words:
            where.append(f"+q.key IN ({_MATCH})")  # (the sign: not as a way in, but looked up on the way)
            values.append(self._match)
        return connection.execute(
            f"{_FOUND} FROM {origin} WHERE {' AND '.join(where) or '1'} ORDER BY {NEWEST} LIMIT ?", (*values, limit)
        )

    def _rows_with_words(self, connection: sqlite3.Connection) -> Iterator[sqlite3.Row]:
        """Those that have the words, whoever said them."""
        matching = connection.cursor()
        matching.row_factory = None
        hits = {key for (key,) in matching.execute(_MATCH, (self._match,))}
        if self._phrases and len(hits) > _FEW:
            hits = self._where_phrases_may_be(matching, hits)
        where = " AND ".join(self._where) or "1"
        if len(hits) <= _OFTEN:
            yield from connection.execute(
                f"{_FOUND} FROM {_BY_WORDS} WHERE {where} ORDER BY {NEWEST}", (as_json(hits), *self._values)
            )
            return
        articles = connection.execute(
            f"SELECT first, beyond FROM booked AS b WHERE {where} ORDER BY day DESC, article DESC", self._values
        )
        for first, beyond in articles:
            if own := hits.intersection(range(first, beyond)):
                yield from connection.execute(
                    f"{_FOUND} FROM {_BY_WORDS} ORDER BY q.start",
                    (as_json(own),),
                )

    def _where_phrases_may_be(self, cursor: sqlite3.Cursor, hits: set[int]) -> set[int]:
        """Those whose article has the phrases: its index knows the places of words, that of quotations does not."""
        for term in self._phrases:
            phrase = f"text : {_quoted(term.words)}{' *' if term.prefix else ''}"
            places = cursor.execute(_WITH_PHRASE, (phrase,))
            hits = hits.intersection(chain.from_iterable(range(first, beyond) for first, beyond in places))
        return hits

    @property
    def _match(self) -> str:
        return " AND ".join(self._words)

    def _with_phrases(self, connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[sqlite3.Row]:
        text = texts(connection)
        for row in rows:
            said = Texts({"said": text(row["article"])[row["start"] : row["start"] + row["length"]]})
            if all(term.holds(said, None) for term in self._phrases):
                yield row


def anywhere(word: str) -> str:
    """A pattern of LIKE for texts in which a word stands."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _quoted(word: str) -> str:
    """A folded word as FTS5 wants it: it has no signs that mean anything there."""
    return f'"{word}"'
