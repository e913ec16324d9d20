"""The entries of a list, as far as they have been read: pages come when they are looked at."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.feed_records import EntryRow

__all__ = ["PAGE", "EntryPages"]

PAGE = 100
"""Rows that are read at a time."""


class EntryPages:
    """``count`` places, of which some are known.

    What a person does to a row while looking at it never moves the others: a row that was read stays in the list of
    the unread until the list is read anew. It has left the list in the library, though, so that the rows after it
    are found that much earlier there: see ``offset``.
    """

    def __init__(self, count: int = 0) -> None:
        self.count = count
        self._pages: dict[int, list[EntryRow]] = {}
        self._places: dict[int, int] = {}
        self._left: list[int] = []

    def row(self, place: int) -> EntryRow | None:
        """The entry at a place; None when it has not been read yet."""
        page = self._pages.get(place // PAGE)
        within = place % PAGE
        return page[within] if page is not None and within < len(page) else None

    def place_of(self, key: int) -> int | None:
        """Where a known entry is."""
        return self._places.get(key)

    def known(self, key: int) -> EntryRow | None:
        """A known entry by its key."""
        place = self._places.get(key)
        return None if place is None else self.row(place)

    def keys(self) -> list[int]:
        """The keys of all known entries."""
        return list(self._places)

    def missing(self, first: int, last: int) -> int | None:
        """The first page of those from place ``first`` to ``last`` that is not known yet."""
        last = min(last, self.count - 1)
        pages = range(max(first, 0) // PAGE, last // PAGE + 1) if self.count else ()
        return next((page for page in pages if page not in self._pages), None)

    def offset(self, page: int) -> int:
        """Where a page begins in the library's list, which what has left this one is not in any more."""
        return page * PAGE - bisect_left(self._left, page * PAGE)

    def put(self, page: int, rows: Sequence[EntryRow]) -> None:
        """Take in a page as it was read; one that is short ends the list."""
        self._pages[page] = list(rows)
        for within, row in enumerate(rows):
            self._places[row.key] = page * PAGE + within
        if len(rows) < PAGE:
            self.count = min(self.count, page * PAGE + len(rows))

    def change(self, rows: Iterable[EntryRow], holds: Callable[[EntryRow], bool]) -> None:
        """Take in changed entries; ``holds`` says of one whether the library's list still has it."""
        for row in rows:
            place = self._places.get(row.key)
            if place is None:
                continue
            self._pages[place // PAGE][place % PAGE] = row
            at = bisect_left(self._left, place)
            has_left = at < len(self._left) and self._left[at] == place
            if holds(row) and has_left:
                del self._left[at]
            elif not holds(row) and not has_left:
                insort(self._left, place)

    def next_unread(self, place: int, step: int) -> int | None:
        """The place of the next unread entry from here, as far as all rows in between are known."""
        place += step
        while 0 <= place < self.count and (row := self.row(place)) is not None:
            if not row.read:
                return place
            place += step
        return None
