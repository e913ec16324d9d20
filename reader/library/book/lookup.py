"""Reading the book: all speakers, one speaker's quotations, and who else has the same words."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from reader.library.book.fold import fold_name
from reader.library.book.likely import likely_articles
from reader.library.book.records import THOUSANDTHS, BookQuotation, SpeakerOrder, SpeakerRow, Standing
from reader.library.book.sketch import folded_words
from reader.library.book.sought import NEWEST, Sought, Wanted, anywhere
from reader.library.book.words import texts
from reader.library.connections import Connections
from reader.library.marks import as_json
from reader.model import QuotationKind, SpeakerKind
from reader.query import Term, Texts

__all__ = ["Lookup", "Wanted"]

_ORDERS = {
    SpeakerOrder.QUOTATIONS: "quotations DESC, name",
    SpeakerOrder.NAME: "name COLLATE NOCASE",
    SpeakerOrder.LAST: "last_day DESC, quotations DESC",
}
_QUOTATION = (
    "SELECT q.*, b.article, b.day, articles.source, articles.address, articles.title, articles.site, a.person,"
    " coalesce(people.name, '') AS speaker, coalesce(forms.role, '') AS role,"
    " coalesce(forms.name, '') AS called, coalesce(forms.kind, 'unnamed') AS who"
    " FROM quotations AS q JOIN appearances AS a ON a.key = q.appearance JOIN booked AS b ON b.article = a.article"
    " JOIN articles ON articles.key = a.article LEFT JOIN people ON people.key = a.person"
    " LEFT JOIN forms ON forms.key = a.form"
)
_OF_ARTICLE = "SELECT q.key FROM booked JOIN quotations AS q ON q.key >= first AND q.key < beyond WHERE article = ?"


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
                (*kinds, *map(anywhere, wanted), limit, offset),
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
                "SELECT * FROM people WHERE id = ? OR key IN (SELECT person FROM appearances WHERE form IN"
                " (SELECT key FROM forms WHERE name = ?)) ORDER BY quotations DESC",
                (fold_name(name), name),
            ).fetchall()
        return [_speaker(row) for row in rows] or self.speakers(name)

    def months(self, people: Collection[int]) -> dict[int, dict[int, int]]:
        """How many quotations each of these people has by month, a month being year * 12 + month - 1."""
        found: dict[int, dict[int, int]] = {person: {} for person in people}
        marks = ",".join("?" * len(found))
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT person, day, sum(quotations) FROM appearances JOIN booked USING (article)"
                f" WHERE person IN ({marks}) GROUP BY person, day",
                tuple(found),
            ).fetchall()
        months: dict[int, int] = {}
        for person, day, number in rows:
            if (month := months.get(day)) is None:
                moment = date.fromordinal(day)
                month = months[day] = moment.year * 12 + moment.month - 1
            found[person][month] = found[person].get(month, 0) + number
        return found

    def quotations(self, wanted: Wanted, limit: int = 500, offset: int = 0) -> list[BookQuotation]:
        """The quotations asked for, the newest first, those of one article in the order of its text."""
        with self._connections.read() as connection:
            return _read(connection, Sought(wanted).found(connection, limit, offset))

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
        sought = Sought()
        sought.say(said)
        if speakers:
            sought.by("a.key IN (SELECT value FROM json_each(?))", self._appearances(speakers))
        if articles is not None:
            where, asked = articles
            sought.narrow(
                f"b.article IN (SELECT d.article FROM documents AS d LEFT JOIN entries AS e ON e.key = d.entry"
                f" WHERE {where})",
                *asked,
            )
        with self._connections.read() as connection:
            return _read(connection, sought.found(connection, limit, offset))

    def articles_saying(self, term: Term) -> list[int]:
        """The keys of the articles in which somebody is quoted with these words."""
        sought = Sought()
        sought.say([term])
        with self._connections.read() as connection:
            return list({row["article"]: None for row in sought.found(connection)})

    def _appearances(self, terms: Sequence[Term]) -> str:
        """The appearances of speakers whose name, there or over all articles, has all of these words, as JSON."""
        import json

        with self._connections.read() as connection:
            names = connection.execute(
                "SELECT DISTINCT form, forms.name AS name, coalesce(people.name, '') AS whole, person FROM appearances"
                " JOIN forms ON forms.key = form LEFT JOIN people ON people.key = person"
            ).fetchall()
            wanted = [
                (row["form"], row["person"])
                for row in names
                if all(term.holds(Texts({"speaker": f"{row['name']} {row['whole']}"}), None) for term in terms)
            ]
            keys = [
                row[0]
                for form, person in wanted
                for row in connection.execute(
                    "SELECT key FROM appearances WHERE form = ? AND person IS ?", (form, person)
                )
            ]
        return json.dumps(keys)

    def of_article(self, article: int) -> list[BookQuotation]:
        """An article's quotations in the order of its text."""
        with self._connections.read() as connection:
            rows = connection.execute(f"{_QUOTATION} WHERE q.key IN ({_OF_ARTICLE}) ORDER BY start", (article,))
            return _quotations(connection, rows)

    def who(self, article: int) -> dict[tuple[int, int], tuple[str, str]]:
        """By the place of each of an article's quotations: the id and the name of the person who said it."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT start, start + length AS end, id, name FROM quotations AS q JOIN appearances AS a"
                f" ON a.key = q.appearance JOIN people ON people.key = a.person WHERE q.key IN ({_OF_ARTICLE})",
                (article,),
            ).fetchall()
        return {(row["start"], row["end"]): (row["id"], row["name"]) for row in rows}

    def elsewhere(self, article: int) -> dict[tuple[int, int], Standing]:
        """By the place of each of an article's quotations that other articles have as well: how it stands there."""
        with self._connections.read() as connection:
            rows = connection.execute(
                f"{_QUOTATION} WHERE q.utterance IN (SELECT utterance FROM quotations WHERE key IN ({_OF_ARTICLE}))"
                " ORDER BY b.day DESC, b.article DESC",
                (article,),
            )
            all_ = _quotations(connection, rows)
        return {(one.start, one.end): _standing(one, all_) for one in all_ if one.article == article}

    def with_words(self, words: Sequence[str], limit: int = 12) -> list[int]:
        """The articles that may quote these folded words, the likeliest first: see ``likely_articles``."""
        with self._connections.read() as connection:
            return likely_articles(connection, words, limit)

    def families(self, people: Collection[int]) -> set[str]:
        """What the appearances of these people have in common with those who may be the same: see ``family_of``."""
        marks = ",".join("?" * len(people))
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT DISTINCT family FROM appearances JOIN forms ON forms.key = form WHERE person IN ({marks})",
                tuple(people),
            ).fetchall()
        return {row["family"] for row in rows}

    def appearances(self) -> dict[int, dict[str, str]]:
        """For every person, the addresses of the articles that quote them, each with the name it gives them."""
        found: dict[int, dict[str, str]] = {}
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT person, address, name FROM appearances JOIN articles ON articles.key = appearances.article"
                " JOIN forms ON forms.key = form WHERE person IS NOT NULL ORDER BY appearances.key"
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
                "SELECT name FROM quotations JOIN appearances ON appearances.key = appearance"
                " JOIN forms ON forms.key = form WHERE quotations.key = ?",
                (quotation,),
            ).fetchone()
        return row["name"] if row else ""

    def totals(self) -> tuple[int, int]:
        """How many articles and quotations the book holds."""
        with self._connections.read() as connection:
            articles = connection.execute("SELECT count(*) FROM booked").fetchone()[0]
            return articles, connection.execute("SELECT count(*) FROM quotations").fetchone()[0]


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


def _read(connection: sqlite3.Connection, found: Iterable[sqlite3.Row]) -> list[BookQuotation]:
    """The quotations that were found, newest first."""
    rows = connection.execute(
        f"{_QUOTATION} WHERE q.key IN (SELECT value FROM json_each(?)) ORDER BY {NEWEST}",
        (as_json(row["key"] for row in found),),
    )
    return _quotations(connection, rows)


def _quotations(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> list[BookQuotation]:
    """Rows, those of one article one after another, with their words."""
    text = texts(connection)
    return [_quotation(row, text(row["article"])) for row in rows]


def _quotation(row: sqlite3.Row, text: str) -> BookQuotation:
    end = row["start"] + row["length"]
    return BookQuotation(
        key=row["key"],
        article=row["article"],
        source=row["source"],
        address=row["address"],
        title=row["title"],
        site=row["site"],
        day=date.fromordinal(row["day"]),
        start=row["start"],
        end=end,
        kind=QuotationKind.PARTIAL if row["partial"] else QuotationKind.DIRECT,
        words=text[row["start"] : end],
        speaker=row["speaker"],
        role=row["role"],
        via=row["via"],
        confidence=row["confidence"] / THOUSANDTHS,
        person=row["person"],
        utterance=row["utterance"],
        called=row["called"],
        who=SpeakerKind(row["who"]),
    )
