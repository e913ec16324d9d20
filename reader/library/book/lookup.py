"""Reading the book: all speakers, one speaker's quotations, and who else has the same words."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reader.library.book.fold import fold_name
from reader.library.book.records import BookQuotation, SpeakerOrder, SpeakerRow, Standing
from reader.library.book.sketch import folded_words, sketch
from reader.library.connections import Connections
from reader.model import QuotationKind, SpeakerKind
from reader.query import Term, Texts

__all__ = ["Lookup", "Wanted"]

_ORDERS = {
    SpeakerOrder.QUOTATIONS: "quotations DESC, name",
    SpeakerOrder.NAME: "name COLLATE NOCASE",
    SpeakerOrder.LAST: "last_day DESC, quotations DESC",
}
_QUOTATION = (
    "SELECT quotations.*, articles.source, articles.address, articles.title, articles.site,"
    " coalesce(people.name, '') AS speaker, coalesce(appearances.role, '') AS role,"
    " coalesce(appearances.name, '') AS called, coalesce(appearances.kind, 'unnamed') AS who"
    " FROM quotations JOIN articles ON articles.key = quotations.article"
    " LEFT JOIN people ON people.key = quotations.person"
    " LEFT JOIN appearances ON appearances.key = quotations.appearance"
)

_NEWEST = "quotations.day DESC, quotations.article DESC, quotations.start"


@dataclass(frozen=True)
class Wanted:
    """Which quotations are asked for: by speaker's key, words (all of them), site, days (``before`` exclusive)."""

    person: int | None = None
    words: str = ""
    site: str = ""
    after: date | None = None
    before: date | None = None


class Lookup:
    """The reading half of the book. Every method raises StoreFailed with one line when the library cannot be used."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def speakers(
        self,
        words: str = "",
        kinds: Collection[SpeakerKind] = tuple(SpeakerKind),
        order: SpeakerOrder = SpeakerOrder.QUOTATIONS,
        limit: int = 500,
        offset: int = 0,
    ) -> list[SpeakerRow]:
        """The speakers of these kinds whose name or role has the words, in an order."""
        wanted = words.split()
        has = "".join(" AND (name || ' ' || role) LIKE ? ESCAPE '\\'" for _word in wanted)
        marks = ",".join("?" * len(kinds))
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM people WHERE kind IN ({marks}){has} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
                (*kinds, *map(_anywhere, wanted), limit, offset),
            ).fetchall()
        return [_speaker(row) for row in rows]

    def speaker(self, key: int) -> SpeakerRow | None:
        """One speaker by key."""
        with self._connections.read() as connection:
            row = connection.execute("SELECT * FROM people WHERE key = ?", (key,)).fetchone()
        return _speaker(row) if row else None

    def called(self, name: str) -> list[SpeakerRow]:
        """The speakers of this name in any of its spellings, else those whose name has its words."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT * FROM people WHERE id = ? OR key IN (SELECT person FROM appearances WHERE name = ?)"
                " ORDER BY quotations DESC",
                (fold_name(name), name),
            ).fetchall()
        return [_speaker(row) for row in rows] or self.speakers(name)

    def months(self, people: Collection[int]) -> dict[int, dict[int, int]]:
        """How many quotations each of these people has by month, a month being year * 12 + month - 1."""
        found: dict[int, dict[int, int]] = {person: {} for person in people}
        marks = ",".join("?" * len(found))
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT person, day, count(*) FROM quotations WHERE person IN ({marks}) GROUP BY person, day",
                tuple(found),
            ).fetchall()
        for person, day, number in rows:
            moment = date.fromordinal(day)
            month = moment.year * 12 + moment.month - 1
            found[person][month] = found[person].get(month, 0) + number
        return found

    def quotations(self, wanted: Wanted, limit: int = 500, offset: int = 0) -> list[BookQuotation]:
        """The quotations asked for, the newest first, those of one article in the order of its text."""
        conditions, values = _conditions(wanted)
        with self._connections.read() as connection:
            keys = (
                f"SELECT quotations.key FROM quotations JOIN articles ON articles.key = quotations.article{conditions}"
                f" ORDER BY {_NEWEST} LIMIT ? OFFSET ?"  # sorted without their words, which are long
            )
            rows = connection.execute(
                f"{_QUOTATION} WHERE quotations.key IN ({keys}) ORDER BY {_NEWEST}", (*values, limit, offset)
            ).fetchall()
        return [_quotation(row) for row in rows]

    def asked(
        self,
        said: Sequence[Term],
        speakers: Sequence[Term],
        articles: tuple[str, Sequence[str | int]] | None,
        limit: int,
        offset: int,
    ) -> list[BookQuotation]:
        """The quotations in which these words stand (all of them), by speakers of these names, newest first.

        ``articles`` is a condition on ``documents d LEFT JOIN entries e`` with its values, for their articles.
        """
        parts: list[str] = []
        values: list[str | int] = []
        for term in said:
            parts.append("quotations.key IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?)")
            values.append(f'"{term.words}"{" *" if term.prefix else ""}')
        if speakers:
            parts.append("quotations.appearance IN (SELECT value FROM json_each(?))")
            values.append(self._appearances(speakers))
        if articles is not None:
            where, asked = articles
            parts.append(
                "quotations.article IN (SELECT d.article FROM documents AS d LEFT JOIN entries AS e"
                f" ON e.key = d.entry WHERE {where})"
            )
            values += asked
        every = " AND ".join(parts) or "1"
        keys = f"SELECT quotations.key FROM quotations WHERE {every} ORDER BY {_NEWEST} LIMIT ? OFFSET ?"
        with self._connections.read() as connection:
            rows = connection.execute(
                f"{_QUOTATION} WHERE quotations.key IN ({keys}) ORDER BY {_NEWEST}", (*values, limit, offset)
            ).fetchall()
        return [_quotation(row) for row in rows]

    def _appearances(self, terms: Sequence[Term]) -> str:
        """The appearances of speakers whose name, there or over all articles, has all of these words, as JSON."""
        import json

        with self._connections.read() as connection:
            names = connection.execute(
                "SELECT DISTINCT appearances.name AS name, coalesce(people.name, '') AS whole, appearances.person"
                " FROM appearances LEFT JOIN people ON people.key = appearances.person"
            ).fetchall()
            wanted = [
                (row["name"], row["person"])
                for row in names
                if all(term.holds(Texts({"speaker": f"{row['name']} {row['whole']}"}), None) for term in terms)
            ]
            keys = [
                row[0]
                for name, person in wanted
                for row in connection.execute(
                    "SELECT key FROM appearances WHERE person IS ? AND name = ?", (person, name)
                )
            ]
        return json.dumps(keys)

    def of_article(self, article: int) -> list[BookQuotation]:
        """An article's quotations in the order of its text."""
        with self._connections.read() as connection:
            rows = connection.execute(
                _QUOTATION + " WHERE quotations.article = ? ORDER BY start", (article,)
            ).fetchall()
        return [_quotation(row) for row in rows]

    def who(self, article: int) -> dict[tuple[int, int], tuple[str, str]]:
        """By the place of each of an article's quotations: the id and the name of the person who said it."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT start, end, id, name FROM quotations JOIN people ON people.key = person WHERE article = ?",
                (article,),
            ).fetchall()
        return {(row["start"], row["end"]): (row["id"], row["name"]) for row in rows}

    def elsewhere(self, article: int) -> dict[tuple[int, int], Standing]:
        """By the place of each of an article's quotations that other articles have as well: how it stands there."""
        with self._connections.read() as connection:
            rows = connection.execute(
                f"{_QUOTATION} WHERE quotations.utterance IN (SELECT utterance"
                " FROM quotations WHERE article = ?)"
                " ORDER BY quotations.day DESC",
                (article,),
            ).fetchall()
        all_ = [_quotation(row) for row in rows]
        return {(one.start, one.end): _standing(one, all_) for one in all_ if one.article == article}

    def with_words(self, words: Sequence[str], limit: int = 12) -> list[int]:
        """The articles that may quote these folded words, the likeliest first.

        Those of quotations that share a hash with them (``sketch``), then those that have most of the rarest words.
        """
        with self._connections.read() as connection:
            found = Counter(_sharing(connection, words)) + Counter(_telling(connection, words))
            likely = [row for row, _hits in found.most_common(limit)]
            articles = [_article_of(connection, row) for row in likely]
        return list(dict.fromkeys(articles))

    def families(self, people: Collection[int]) -> set[str]:
        """What the appearances of these people have in common with those who may be the same: see ``family_of``."""
        marks = ",".join("?" * len(people))
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT DISTINCT family FROM appearances WHERE person IN ({marks})",
                tuple(people),
            ).fetchall()
        return {row["family"] for row in rows}

    def appearances(self) -> dict[int, dict[str, str]]:
        """For every person, the addresses of the articles that quote them, each with the name it gives them."""
        found: dict[int, dict[str, str]] = {}
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT person, address, name FROM appearances JOIN articles ON articles.key = appearances.article"
                " WHERE person IS NOT NULL ORDER BY appearances.key"
            )
            for row in rows:
                found.setdefault(row["person"], {})[row["address"]] = row["name"]
        return found

    def everybody(self) -> Iterator[SpeakerRow]:
        """Every speaker, by kind and name."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT * FROM people ORDER BY kind, name COLLATE NOCASE, id").fetchall()
        yield from map(_speaker, rows)

    def name_there(self, quotation: int) -> str:
        """What its article calls the speaker of a quotation; ``""`` when nobody is named."""
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT name FROM appearances WHERE key = (SELECT appearance FROM quotations WHERE key = ?)",
                (quotation,),
            ).fetchone()
        return row["name"] if row else ""

    def totals(self) -> tuple[int, int]:
        """How many articles and quotations the book holds."""
        with self._connections.read() as connection:
            articles = connection.execute("SELECT count(*) FROM booked").fetchone()[0]
            return articles, connection.execute("SELECT count(*) FROM quotations").fetchone()[0]


_RARE = 6
"""So many of a quotation's rarest words are looked for: an altered one still has some."""
_MANY = 4_000
"""So many quotations at most are looked at for one: a word that more than these have tells little."""


def _sharing(connection: sqlite3.Connection, words: Sequence[str]) -> dict[int, int]:
    """The quotations that share hashes with these words, each with a weight above any that ``_telling`` gives."""
    found: Counter[int] = Counter()
    for mark in sketch(words):
        rows = connection.execute("SELECT quotation FROM sketches WHERE hash = ? LIMIT 100", (mark,)).fetchall()
        found.update(row[0] for row in rows)
    return {row: hits * (_RARE + 1) for row, hits in found.items()}


def _telling(connection: sqlite3.Connection, words: Sequence[str]) -> dict[int, int]:
    """The quotations that have the rarest of these words, and how many of them each has."""
    frequency: dict[str, int] = {}
    for word in dict.fromkeys(part for whole in words for part in whole.replace("'", " ").split()):
        row = connection.execute("SELECT doc FROM quotation_terms WHERE term = ?", (_term(word),)).fetchone()
        if row:
            frequency[word] = row["doc"]
    rare = sorted(frequency, key=lambda word: (frequency[word], word))[:_RARE]
    found: Counter[int] = Counter()
    budget = _MANY
    for word in rare:
        budget -= frequency[word]
        if budget < 0:
            break
        rows = connection.execute("SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?", (f'"{word}"',))
        found.update(row[0] for row in rows)
    if not found and rare:  # common words only: those that have several of them at once
        together = " ".join(f'"{word}"' for word in rare)
        rows = connection.execute(
            "SELECT rowid FROM quotation_words WHERE quotation_words MATCH ? LIMIT ?", (together, _MANY)
        )
        found.update(row[0] for row in rows)
    return found


def _article_of(connection: sqlite3.Connection, quotation: int) -> int:
    return int(connection.execute("SELECT article FROM quotations WHERE key = ?", (quotation,)).fetchone()["article"])


def _term(word: str) -> str:
    """The word as FTS5's unicode61 with ``remove_diacritics 2`` keeps it."""
    import unicodedata

    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _conditions(wanted: Wanted) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    if wanted.person is not None:
        parts.append("quotations.person = ?")
        values.append(wanted.person)
    if words := folded_words(wanted.words):
        parts.append("quotations.key IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH ?)")
        values.append(" ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*')
    if wanted.site:
        parts.append("articles.site LIKE ? ESCAPE '\\'")
        values.append(_anywhere(wanted.site))
    if wanted.after is not None:
        parts.append("quotations.day >= ?")
        values.append(wanted.after.toordinal())
    if wanted.before is not None:
        parts.append("quotations.day < ?")
        values.append(wanted.before.toordinal())
    return (" WHERE " + " AND ".join(parts) if parts else ""), values


def _anywhere(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _standing(one: BookQuotation, all_: Sequence[BookQuotation]) -> Standing:
    words = folded_words(one.words)
    there = [other for other in all_ if other.utterance == one.utterance and other.article != one.article]
    same = {other.key for other in there if folded_words(other.words) == words}
    return Standing(
        tuple(other for other in there if other.key in same), tuple(other for other in there if other.key not in same)
    )


def _speaker(row: sqlite3.Row) -> SpeakerRow:
    days = [date.fromordinal(day) if day is not None else None for day in (row["first_day"], row["last_day"])]
    return SpeakerRow(
        key=row["key"],
        id=row["id"],
        name=row["name"],
        role=row["role"],
        kind=SpeakerKind(row["kind"]),
        quotations=row["quotations"],
        articles=row["articles"],
        sites=row["sites"],
        first=days[0],
        last=days[1],
        outside_id=row["outside_id"],
    )


def _quotation(row: sqlite3.Row) -> BookQuotation:
    return BookQuotation(
        key=row["key"],
        article=row["article"],
        source=row["source"],
        address=row["address"],
        title=row["title"],
        site=row["site"],
        day=date.fromordinal(row["day"]),
        start=row["start"],
        end=row["end"],
        kind=QuotationKind(row["kind"]),
        words=row["words"],
        speaker=row["speaker"],
        role=row["role"],
        via=row["via"],
        confidence=row["confidence"],
        person=row["person"],
        utterance=row["utterance"],
        called=row["called"],
        who=SpeakerKind(row["who"]),
    )
