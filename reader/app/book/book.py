"""What a person does with the quotations of everything they read, as one object for both faces."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import structs

from reader.app.addresses import DEMO, STDIN
from reader.app.articles import Articles
from reader.app.book.corpus import articles_asked
from reader.app.book.people_table import Decision, Person, decisions, people_csv, read_people
from reader.app.book.rulings import Ruling, ruling_note, rulings_of, taken_back
from reader.app.corrections import corrected
from reader.app.notes import Notes
from reader.app.reading import Reading
from reader.errors import BadInput, FetchFailed, NoArticle
from reader.library.book.lookup import Lookup, Wanted
from reader.library.book.people import Rulings
from reader.library.book.records import BookQuotation, SpeakerOrder, SpeakerRow, Standing
from reader.library.book.shelf import Shelf
from reader.library.book.words import Wording
from reader.library.connections import Connections
from reader.model import Attribution, Note, SpeakerKind
from reader.text import clean_line

if TYPE_CHECKING:
    from reader.app.check.report import Report

__all__ = ["Book", "Progress"]


@dataclass(frozen=True)
class Progress:
    """How far reading into the book has come: articles done, of so many."""

    done: int
    of: int


class Book:
    """The book's part of the desk, over the library that the articles are in too.

    Every method may be called from any thread and raises ReaderError, one line, when it cannot do what it says.
    """

    def __init__(self, articles: Articles, notes: Notes) -> None:
        self._articles = articles
        self._notes = notes

    @property
    def _connections(self) -> Connections:
        return self._articles.library.connections

    @cached_property
    def lookup(self) -> Lookup:
        """What the book says: see ``reader.library.book.lookup``."""
        return Lookup(self._connections)

    @cached_property
    def shelf(self) -> Shelf:
        """What writes the book."""
        return Shelf(self._connections)

    def put(self, reading: Reading) -> None:
        """Have the book hold what this reading, attributed and corrected, says, if it does not yet."""
        if reading.attribution is None or reading.summary or reading.address == DEMO:
            return
        key = self._articles.library.key_of(reading.address, reading.text_sha256)
        if key is None:
            return
        state = _state(reading.attribution)
        if self.shelf.state(key) != state:
            self.shelf.put(key, reading.article, reading.attribution, _day(reading), state, self._rulings())

    def put_corrected(self, reading: Reading) -> None:
        """Have the book hold what this reading says with the user's corrections."""
        self.put(self._corrected(reading))

    def take_out(self, key: int) -> None:
        """Have the book forget a stored article, which goes or is another now."""
        self.shelf.take_out(key)

    def catch_up(
        self, progress: Callable[[Progress], None] = lambda _: None, stop: Callable[[], bool] = lambda: False
    ) -> int:
        """Read the stored articles that the book does not have yet; how many they were. ``stop`` ends it early."""
        wording = Wording(self._connections)
        waiting = wording.waiting()
        wording.bring_up_to_date(lambda done: progress(Progress(done, max(done, waiting))), stop)
        missing = self.shelf.missing()
        for number, address in enumerate(missing):
            progress(Progress(number, len(missing)))
            if stop():
                return number
            if reading := self._articles.known(address):
                done = self._articles.attribute(reading)
                self.put(self._corrected(done))
        self.shelf.freshen(self._rulings())
        return len(missing)

    def speakers(
        self,
        words: str = "",
        kinds: Collection[SpeakerKind] = tuple(SpeakerKind),
        order: SpeakerOrder = SpeakerOrder.QUOTATIONS,
        limit: int = 500,
        offset: int = 0,
    ) -> list[SpeakerRow]:
        """All speakers of what was read, of some kinds, whose name or role has some words."""
        self.shelf.freshen(self._rulings())
        return self.lookup.speakers(words, kinds, order, limit, offset)

    def speaker(self, name: str) -> SpeakerRow:
        """The speaker who is called so, in any spelling; BadInput when there is none, or several and none is meant."""
        self.shelf.freshen(self._rulings())
        found = self.lookup.called(name)
        exact = [one for one in found if one.name.casefold() == name.casefold()]
        if len(found) > 1 and len(exact) != 1:
            known = ", ".join(one.name for one in found[:5])
            raise BadInput(f"{clean_line(name)}: several speakers: {known}: give the full name")
        if not found:
            raise BadInput(f"{clean_line(name)}: nobody of this name is quoted in what you read: see `reader speakers`")
        return (exact or found)[0]

    def quotations(self, wanted: Wanted, limit: int = 500, offset: int = 0) -> list[BookQuotation]:
        """The quotations asked for, newest first."""
        self.shelf.freshen(self._rulings())
        return self.lookup.quotations(wanted, limit, offset)

    def months(self, people: Collection[int]) -> dict[int, dict[int, int]]:
        """How many quotations each person has by month (year * 12 + month - 1)."""
        return self.lookup.months(people)

    def articles(self, query: str) -> Iterator[Reading]:
        """The stored articles that a search asks for, newest first, with who said what; BadInput for a bad search."""
        return articles_asked(
            self._articles, self._notes, query, lambda one: self._corrected(self._articles.attribute(one))
        )

    def who(self, reading: Reading) -> dict[tuple[int, int], tuple[str, str]]:
        """By the place of each of an article's quotations: the id and the name of its speaker over all articles."""
        key = self._articles.library.key_of(reading.address, reading.text_sha256)
        return self.lookup.who(key) if key is not None else {}

    def elsewhere(self, reading: Reading) -> dict[tuple[int, int], Standing]:
        """By place, those quotations of the article that others have as well, in the same or in other words."""
        key = self._articles.library.key_of(reading.address, reading.text_sha256)
        return self.lookup.elsewhere(key) if key is not None else {}

    def totals(self) -> tuple[int, int]:
        """How many articles and how many quotations the book has."""
        return self.lookup.totals()

    def check(
        self,
        source: str,
        *,
        fetch: bool = False,
        progress: Callable[[Progress], None] = lambda _: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Report:
        """Hold every quotation of a draft (a file, an address, ``-``) against the book.

        ``fetch`` reads the articles that the draft links to first. BadInput or NoArticle when it cannot be read.
        """
        from reader.app.check.checking import check_draft
        from reader.app.check.draft import links_of

        name = clean_line(source) if source != STDIN else "standard input"
        draft = self._articles.draft(source, stop)
        self.catch_up(progress, stop)
        problems = self._read_links(links_of(draft), progress, stop) if fetch else []
        self.shelf.freshen(self._rulings())
        report = check_draft(draft, name, self._articles.library, self.lookup, stop)
        return replace(report, problems=tuple(problems))

    def merge(self, one: SpeakerRow, into: SpeakerRow) -> Note:
        """Decide that two speakers are one person, for good; removing the note and ``settle`` undo it."""
        return self._rule(ruling_note(Ruling.MERGE, one.id, into.id), [one, into])

    def rename(self, one: SpeakerRow, name: str) -> Note:
        """Decide what a speaker is called."""
        if not clean_line(name):
            raise BadInput("a speaker needs a name")
        return self._rule(ruling_note(Ruling.NAME, one.id, name=clean_line(name)), [one])

    def split(self, one: SpeakerRow, quotation: BookQuotation) -> Note:
        """Decide that who is quoted there, in that one article, is somebody else of the same name."""
        name = self.lookup.name_there(quotation.key)
        return self._rule(ruling_note(Ruling.APART, name, quotation.address), [one])

    def people_csv(self) -> str:
        """Who is who as a table to edit: see ``reader.app.book.people_table``."""
        self.shelf.freshen(self._rulings())
        return people_csv(self._everybody(), self._rulings())

    def apply_people(self, text: str, name: str, *, dry_run: bool = False) -> list[Decision]:
        """Decide what an edited table says otherwise; ``dry_run`` only says what that is. BadInput for a bad table."""
        self.shelf.freshen(self._rulings())
        found = decisions(read_people(text, name), self._everybody(), self._rulings(), name)
        if found and not dry_run:
            for note in taken_back(found, self._notes.all()):
                self._notes.store.remove(note.id)
            for one in found:
                if not one.take_back:
                    about, to = (one.about, one.value)
                    self._notes.store.add(ruling_note(one.what, about, to, one.name))
            self.settle()
        return found

    def _everybody(self) -> list[Person]:
        """Every speaker, and those who were merged into another."""
        rows = list(self.lookup.everybody())
        names = self.lookup.appearances()
        merged = sorted(self._rulings().merged.keys() - {row.id for row in rows})
        return [*(Person(row.id, names.get(row.key, {}), row) for row in rows), *map(Person, merged)]

    def settle(self) -> None:
        """Decide anew who is who, as a ruling was taken back or came from another machine."""
        self.shelf.settle((), self._rulings())

    def _read_links(
        self, links: Sequence[str], progress: Callable[[Progress], None], stop: Callable[[], bool]
    ) -> list[str]:
        """Read the articles at the links into the book; a line for each that could not be."""
        problems = []
        for number, link in enumerate(links):
            progress(Progress(number, len(links)))
            if stop():
                break
            try:
                reading = self._articles.open(link, typed=False, opened=False, stop=stop)
            except (BadInput, FetchFailed, NoArticle) as error:
                problems.append(str(error))
                continue
            self.put(self._corrected(self._articles.attribute(reading)))
        return problems

    def _rule(self, note: Note, about: Sequence[SpeakerRow]) -> Note:
        saved = self._notes.store.add(note)
        self.shelf.settle(self.lookup.families([one.key for one in about]), self._rulings())
        return saved

    def _rulings(self) -> Rulings:
        return rulings_of(self._notes.all())

    def _corrected(self, reading: Reading) -> Reading:
        return structs.replace(
            reading, attribution=corrected(reading.attribution or Attribution(), self._notes.of(reading))
        )


def _state(attribution: Attribution) -> str:
    """What tells one attribution from another."""
    return hashlib.sha256(repr((attribution.speakers, attribution.quotations)).encode()).hexdigest()[:16]


def _day(reading: Reading) -> date:
    """The day an article counts for: when it came out, else when it was fetched."""
    return (reading.article.published or reading.fetched).date()
