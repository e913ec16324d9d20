"""Entries as rows of their pane: title and age, below them where they are from and what marks they have."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from datetime import datetime
from typing import TYPE_CHECKING, overload

from reader.text import counted
from reader.ui.entry_pages import EntryPages
from reader.ui.layout.head import ago
from reader.ui.signs import CHECKED, NO_SIGN, NOTED, SAVED, STAR, UNREAD, Sign
from reader.ui.widgets.row_lines import Paragraph, Row, UniformRows

if TYPE_CHECKING:
    from reader.library.feed_records import EntryRow

__all__ = ["EntryRows", "marks_of"]


class EntryRows(UniformRows):
    """The rows of a list of entries, as far as they are known. ``of_one_feed`` tells the author, not the feed."""

    height = 2

    def __init__(
        self,
        pages: EntryPages,
        *,
        of_one_feed: bool = False,
        picked: Collection[int] = (),
        now: datetime | None = None,
    ) -> None:
        self._pages, self._of_one_feed, self._picked, self._now = pages, of_one_feed, picked, now

    def __len__(self) -> int:
        """How many there are, known or not."""
        return self._pages.count

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """The row at a place; one that has not been read yet is an ellipsis, and its key is None of an entry."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        entry = self._pages.row(place)
        if entry is None:
            return Row(("place", place), (Paragraph((("…", "muted"),), indent=2), Paragraph((("", ""),))))
        return self._row(entry)

    def place_of(self, key: Hashable) -> int | None:
        """Where the row of an entry is."""
        if isinstance(key, tuple):
            return key[1] if key[1] < len(self) else None
        return self._pages.place_of(key) if isinstance(key, int) else None

    def _row(self, entry: EntryRow) -> Row:
        if entry.key in self._picked:
            sign: tuple[str, str] = (CHECKED, "mark")
        else:
            sign = (NO_SIGN, "") if entry.read else (UNREAD, "mark")
        title = (entry.title or entry.link or "Untitled", "" if entry.read else "bold")
        age = ago(entry.published or entry.added, self._now)
        return Row(
            entry.key,
            (
                Paragraph((sign, title), right=age),
                Paragraph(
                    ((_about(entry, self._of_one_feed), "muted"),), indent=2, right=marks_of(entry), right_look="accent"
                ),
            ),
        )


def _about(entry: EntryRow, of_one_feed: bool) -> str:
    name = entry.author or entry.site if of_one_feed else entry.feed_name or entry.site
    also = f"also in {entry.also}" if entry.also else ""
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    return " · ".join(part for part in (name, also, tags) if part)


def marks_of(entry: EntryRow) -> Sign:
    """The signs of what a person did to an entry: starred, saved, noted."""
    marks = [sign for sign, there in ((STAR, entry.starred), (SAVED, entry.saved)) if there]
    if entry.notes:
        marks.append(Sign(f"{NOTED} {entry.notes}", counted(entry.notes, "note")))
    return Sign(" ".join(marks), ", ".join(mark.plain for mark in marks))
