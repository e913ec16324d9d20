"""What is asked of the quotations: as SQL that finds them newest first, and phrases to be looked for in their words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from reader.library.book.words import texts
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
    "quotation_words AS w CROSS JOIN quotations AS q ON q.key = w.rowid"
    " CROSS JOIN appearances AS a ON a.key = q.appearance CROSS JOIN booked AS b ON b.article = a.article"
)
_BY_DAY = (
    "booked AS b CROSS JOIN quotations AS q ON q.key >= b.first AND q.key < b.beyond"
    " CROSS JOIN appearances AS a ON a.key = q.appearance"
)
_OFTEN = 5_000
"""Words that more quotations than this have are met soon enough on the way from the newest to the oldest."""
_MATCH = "SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?"


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
        """Let a condition hold on the quotation ``q``, its appearance ``a`` and what is known of its article, ``b``."""
        self._where.append(condition)
        self._values += values

    def by(self, condition: str, *values: str | int) -> None:
        """Let a condition hold on the appearance ``a``, which few have."""
        self.narrow(condition, *values)
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
        if not self._phrases:
            return list(self._rows(connection, limit, offset))
        rows = self._with_phrases(connection, self._rows(connection, -1, 0))
        return list(islice(rows, offset, None if limit < 0 else offset + limit))

    def _rows(self, connection: sqlite3.Connection, limit: int, offset: int) -> sqlite3.Cursor:
        where, values = list(self._where), list(self._values)
        match = " AND ".join(self._words)
        origin = _BY_SPEAKER if self._by_speaker else _BY_DAY
        if match and not self._by_speaker and _few(connection, match):
            origin = _BY_WORDS
            where.append("w.quotation_words MATCH ?")
            values.append(match)
        elif match:
            where.append(f"q.key IN ({_MATCH})")
            values.append(match)
        return connection.execute(
            f"SELECT q.key, b.article, q.start, q.length FROM {origin} WHERE {' AND '.join(where) or '1'}"
            f" ORDER BY {NEWEST} LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )

    def _with_phrases(self, connection: sqlite3.Connection, rows: sqlite3.Cursor) -> Iterator[sqlite3.Row]:
        text = texts(connection)
        for row in rows:
            words = text(row["article"])[row["start"] : row["start"] + row["length"]]
            said = Texts({"said": words})
            if all(term.holds(said, None) for term in self._phrases):
                yield row


def anywhere(word: str) -> str:
    """A pattern of LIKE for texts in which a word stands."""
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _few(connection: sqlite3.Connection, match: str) -> bool:
    return len(connection.execute(f"{_MATCH} LIMIT ?", (match, _OFTEN)).fetchall()) < _OFTEN


def _quoted(word: str) -> str:
    """A folded word as FTS5 wants it: it has no signs that mean anything there."""
    return f'"{word}"'
