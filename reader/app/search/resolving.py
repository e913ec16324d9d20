"""What a query means that SQL does not know: feeds by name, tags, and what has notes with some words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader.app.addresses import tidy
from reader.app.notes import Notes
from reader.library.book.lookup import Lookup
from reader.library.connections import Connections
from reader.library.keys import link_key
from reader.library.subscriptions import Subscriptions
from reader.model import Note, NoteKind
from reader.query import Term, Texts

__all__ = ["Resolving"]

Found = tuple[Sequence[int], Sequence[int]]


class Resolving:
    """Answers for one search; what was answered once is kept."""

    def __init__(self, connections: Connections, notes: Notes) -> None:
        self._connections = connections
        self._notes = notes
        self.noted = cache(self._noted)

    def feeds(self, term: Term) -> Sequence[int]:
        """The keys of the feeds whose name the words stand in."""
        named = Term(term.words, "feed", term.prefix)
        return [
            feed.key for feed in Subscriptions(self._connections).all() if named.holds(Texts({"feed": feed.name}), None)
        ]

    def tags(self, term: Term) -> Sequence[str]:
        """The tags of entries and feeds that are the words."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT DISTINCT tag FROM entry_tags UNION SELECT DISTINCT tag FROM feed_tags")
            tags = [row[0] for row in rows]
        return [tag for tag in tags if term.holds(Texts({"tag": tag}), None)]

    def said(self, term: Term) -> Sequence[int]:
        """The keys of the articles in which somebody is quoted with the words."""
        return Lookup(self._connections).articles_saying(term)

    def _noted(self, term: Term | None) -> Found:
        notes = [note for note in self._notes.all() if note.kind is not NoteKind.CORRECTION]
        addresses = {
            tidy(address)
            for note in notes
            if term is None or _holds(term, note)
            for address in (note.url, note.canonical_url)
            if address
        }
        return self._at(sorted(addresses)) if addresses else ((), ())

    def _at(self, addresses: Sequence[str]) -> Found:
        entries: set[int] = set()
        articles: set[int] = set()
        with self._connections.read() as connection:
            for address in addresses:
                found = connection.execute("SELECT article FROM addresses WHERE address = ?", (address,)).fetchone()
                if found:
                    articles.add(found[0])
                rows = connection.execute("SELECT key FROM entries WHERE link_key = ?", (link_key(address),))
                entries.update(row[0] for row in rows)
        return sorted(entries), sorted(articles)


def _holds(term: Term, note: Note) -> bool:
    """Whether a note has the words, or the tag, that a term asks for."""
    if term.field == "tag":
        return term.holds(Texts({"tag": "\n".join(note.tags)}), None)
    passage = note.selector.exact if note.selector and term.field == "note" else ""
    words = Term(term.words, "note", term.prefix)
    return words.holds(Texts({"note": f"{note.body}\n{passage}\n{' '.join(note.tags)}"}), None)
