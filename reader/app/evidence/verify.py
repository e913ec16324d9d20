"""Checking a note or a quotation against the raw page it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reader.app.articles import Articles
from reader.app.book import Book
from reader.app.notes import Notes
from reader.errors import BadInput, NoArticle
from reader.library.book.lookup import Wanted
from reader.library.book.records import BookQuotation
from reader.model import AnchorStatus, Note, NoteKind, Page, Selector
from reader.text import clean_line, elide

__all__ = ["Evidence", "Standing", "Verifier"]

_CONTEXT = 240
"""Characters of the page's text that are shown on either side of a passage."""


class Standing(StrEnum):
    """How the stored page stands to what rests on it."""

    HELD = "held"
    CHANGED = "not in the page"
    GONE = "page gone"


@dataclass(frozen=True)
class Evidence:
    """A passage with where it is from: the page's address, when it was fetched, its bytes and their SHA-256 in hex.

    ``what`` is ``note`` or ``quotation``. ``before`` and ``after`` are the text around the passage. ``page`` is None,
    and ``fetched`` may be, when nothing is stored any more; ``why`` says in a line what is wrong.
    """

    what: str
    id: str
    standing: Standing
    passage: str
    title: str = ""
    url: str = ""
    site: str = ""
    speaker: str = ""
    body: str = ""
    citekey: str = ""
    before: str = ""
    after: str = ""
    fetched: datetime | None = None
    sha256: str = ""
    page: bytes | None = None
    why: str = ""


class Verifier:
    """Finds what a person names, and checks it. Every method raises ReaderError with one line."""

    def __init__(self, articles: Articles, notes: Notes, book: Book) -> None:
        self._articles = articles
        self._notes = notes
        self._book = book

    def verify(self, named: str) -> Evidence:
        """Check a note (its id, or the beginning of one) or a quotation (words of it) against its stored page."""
        note = self._note(named)
        if note is not None:
            return self._of_note(note)
        found = self._book.quotations(Wanted(words=named), limit=2) if named.strip() else []
        if not found:
            raise BadInput(
                f"{elide(clean_line(named), 60)}: neither the id of a note nor words of a quotation in what you read"
            )
        return self._of_quotation(found[0])

    def _note(self, named: str) -> Note | None:
        """The note of this id, or the only one whose id begins so (six signs at least)."""
        ids = [
            note for note in self._notes.all() if note.id == named or (len(named) >= 6 and note.id.startswith(named))
        ]
        if len(ids) > 1:
            raise BadInput(f"{named}: {len(ids)} notes begin so: give more of the id")
        return ids[0] if ids else None

    def _of_note(self, note: Note) -> Evidence:
        evidence = Evidence(
            "note",
            note.id,
            Standing.GONE,
            note.selector.exact if note.selector else "",
            title=note.title,
            url=note.url or note.canonical_url,
            site=note.site,
            speaker=note.speaker,
            body="" if note.kind is NoteKind.CORRECTION else note.body,
            citekey=note.citekey,
            sha256=note.page_sha256,
            fetched=_instant(note.accessed),
        )
        return self._checked(evidence, note.selector)

    def _of_quotation(self, one: BookQuotation) -> Evidence:
        from reader.notes.make import citekey

        stored = self._articles.library.get(one.article)
        if stored is None:
            raise BadInput(f"{elide(one.words, 60)}: its article was taken out of the library just now")
        text = stored.article.text
        selector = Selector(
            text[one.start : one.end],
            text[max(0, one.start - 64) : one.start],
            text[one.end : one.end + 64],
            one.start,
            one.end,
        )
        evidence = Evidence(
            "quotation",
            str(one.key),
            Standing.GONE,
            selector.exact,
            title=one.title,
            url=one.address,
            site=one.site,
            speaker=one.speaker,
            citekey=citekey(stored.article),
            sha256=stored.page_sha256,
            fetched=stored.fetched,
        )
        return self._checked(evidence, selector)

    def _checked(self, evidence: Evidence, selector: Selector | None) -> Evidence:
        """The evidence with the page's bytes, and whether the text that is cleaned from them anew has the passage."""
        if not evidence.sha256:
            return replace(
                evidence, why="it was not made from a page of this library (imported?): nothing to check it by"
            )
        data = self._articles.pages.get(evidence.sha256)
        if data is None:
            return replace(
                evidence, why="its page is no longer stored: what the note says is kept, but rests on nothing"
            )
        found = replace(evidence, page=data, standing=Standing.HELD)
        if selector is None:
            return found  # a note on the whole page rests on its bytes
        return self._read_again(found, selector, data)

    def _read_again(self, evidence: Evidence, selector: Selector, data: bytes) -> Evidence:
        from reader.extract import extract_within
        from reader.notes.anchor import find

        try:
            text = extract_within(Page(evidence.url, data)).text
        except (BadInput, NoArticle) as error:
            return replace(evidence, standing=Standing.CHANGED, why=f"its page cannot be read: {error}")
        place = find(selector, text)
        if place.start is None or place.end is None or place.status is AnchorStatus.EDITED:
            return replace(evidence, standing=Standing.CHANGED, why="the stored page does not have these words")
        return replace(
            evidence,
            passage=text[place.start : place.end],
            before=text[max(0, place.start - _CONTEXT) : place.start],
            after=text[place.end : place.end + _CONTEXT],
        )


def _instant(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
