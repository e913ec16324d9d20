"""Searching, as both faces use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reader.app.articles import Articles
from reader.app.notes import Notes
from reader.app.search.resolving import Resolving
from reader.library.book.lookup import Lookup
from reader.library.book.records import BookQuotation
from reader.library.book.words import Wording
from reader.library.connections import Connections
from reader.library.entries import Entries
from reader.library.search.compile import FIELDS, Compiled, compiled
from reader.library.search.index import Index
from reader.library.search.lookup import Finding, Finds
from reader.library.selection import Selection
from reader.plain import plain_text
from reader.query import All, Query, Term, parse, places
from reader.text import clean_line

__all__ = ["Finding", "Order", "Search", "Snippet"]

_AROUND = 80
"""Characters of the text before and after the first hit."""


class Order(StrEnum):
    """The orders of what is found."""

    NEWEST = "newest"
    BEST = "best"


@dataclass(frozen=True)
class Snippet:
    """The passage of a text around its first hit, on one line, with the places of the hits in it."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()


class Search:
    """The search's part of the desk. Any thread may call it; it raises ReaderError, one line, when it cannot answer.

    BadInput, with the column, for a query that is not as the language wants it.
    """

    def __init__(self, articles: Articles, notes: Notes) -> None:
        self._articles = articles
        self._notes = notes

    @property
    def _connections(self) -> Connections:
        return self._articles.library.connections

    def waiting(self) -> int:
        """How much is not in the index yet."""
        return Index(self._connections).waiting() + Wording(self._connections).waiting()

    def bring_up_to_date(
        self, progress: Callable[[int], None] = lambda _: None, stop: Callable[[], bool] = lambda: False
    ) -> int:
        """Take into the index what came since; how many documents that were."""
        worded = Wording(self._connections).bring_up_to_date(progress, stop)
        return worded + Index(self._connections).bring_up_to_date(lambda done: progress(worded + done), stop)

    def find(
        self, words: str, *, order: Order = Order.NEWEST, limit: int = 50, offset: int = 0, typing: bool = False
    ) -> list[Finding]:
        """What a query finds; while ``typing`` the last word is only the beginning of one."""
        asked = self._compiled(self.parse(words, typing=typing))
        finds = Finds(self._connections)
        return finds.best(asked, limit) if order is Order.BEST else finds.newest(asked, limit, offset)

    def count(self, words: str) -> int:
        """How many there are."""
        return Finds(self._connections).count(self._compiled(self.parse(words)))

    def parse(self, words: str, *, typing: bool = False) -> Query:
        """The query of some words."""
        return parse(words, FIELDS, typing=typing)

    def asks_for_quotations(self, query: Query) -> bool:
        """Whether a query is about what was said, so that quotations are its answer rather than articles."""
        parts = query.root.nodes if isinstance(query.root, All) else (query.root,)
        return any(isinstance(part, Term) and part.field in ("said", "speaker") for part in parts)

    def quotations(self, words: str, limit: int = 200, offset: int = 0) -> list[BookQuotation]:
        """The quotations that a query with ``said:`` or ``speaker:`` is about, newest first.

        What else it asks (days, site, title …) is asked of their articles.
        """
        query = self.parse(words)
        parts = query.root.nodes if isinstance(query.root, All) else (query.root,)
        own = [part for part in parts if isinstance(part, Term) and part.field in ("said", "speaker")]
        rest = Query(All(tuple(part for part in parts if part not in own)))
        where, values = self._compiled(rest).under("d")
        return Lookup(self._connections).asked(
            [term for term in own if term.field == "said"],
            [term for term in own if term.field == "speaker"],
            (where, values) if rest else None,
            limit,
            offset,
        )

    def selection(self, words: str) -> Selection:
        """The entries that a query finds, as a condition for lists of entries."""
        return self._compiled(self.parse(words)).entries()

    def snippet(self, finding: Finding, words: str, *, typing: bool = False) -> Snippet:
        """The passage of what was found in which the words stand; its beginning when they stand elsewhere."""
        text = self._text(finding)
        found = places(self.parse(words, typing=typing), "text", text, most=50)
        first = max(0, found[0][0] - _AROUND) if found else 0
        while first and not text[first - 1].isspace():
            first -= 1
        last = min(len(text), first + 3 * _AROUND)
        start = "… " if first else ""
        hits = [(a - first + len(start), b - first + len(start)) for a, b in found if b <= last]
        return Snippet(start + text[first:last] + (" …" if last < len(text) else ""), tuple(hits))

    def _text(self, finding: Finding) -> str:
        if finding.article is not None and (stored := self._articles.library.get(finding.article)):
            return " ".join(stored.article.text.split())
        if finding.entry is not None:
            body = Entries(self._connections).body(finding.entry.key)
            return plain_text(max(body.content, body.summary, key=len))
        return clean_line(finding.title)

    def _compiled(self, query: Query) -> Compiled:
        return compiled(query, Resolving(self._connections, self._notes))
