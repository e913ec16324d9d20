"""Everybody who is quoted in what was read: type to filter, open one, rename, merge."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Mount

from reader.actions import Place
from reader.library.book.records import SpeakerOrder, SpeakerRow
from reader.model import Note
from reader.text import counted
from reader.ui.book_rows import speaker_rows
from reader.ui.keys import Command
from reader.ui.screens.one_list import FilteredList
from reader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from reader.app.book.book import Progress

__all__ = ["SpeakersScreen"]

EMPTY = "Nobody is quoted yet: open an article, and whoever speaks in it is listed here; the demo is left out."
_TOLD_EVERY = 10
"""So many articles read between two words about how far it has come."""

Months = dict[int, dict[int, int]]
Decide = Callable[[], list[Note]]


class SpeakersScreen(FilteredList):
    """Lists speakers with how often, where and when they were quoted; the kinds apart."""

    PLACE = Place.BOOK
    ROWS = "speaker-rows"
    WAITING = "Reading your articles …"
    FILTER = "words of a name or role"

    def __init__(self) -> None:
        super().__init__()
        self._people: list[SpeakerRow] = []
        self._months: Months = {}
        self._order = SpeakerOrder.QUOTATIONS
        self._picked: set[int] = set()
        self._stop = threading.Event()
        self._from_top = False

    def on_mount(self, _event: Mount) -> None:
        """Read what the book does not have yet; who is in it already is shown at once."""
        self.top_bar.show("reader · speakers")
        self.rows.focus()
        self.work(self._catch_up, self._caught_up, group="catch up")

    def on_screen_resume(self) -> None:
        """Look anew whenever one comes back."""
        self.reload()

    def on_unmount(self) -> None:
        """Read no further."""
        self._stop.set()

    def reload(self) -> None:
        """Read the list."""
        self.read_anew(self._read, self._show, group="speakers")

    def _catch_up(self) -> int:
        def told(step: Progress) -> None:
            if step.done % _TOLD_EVERY == 0:
                self.post_message(self.Finished(lambda: self.say(f"reading {step.done + 1} of {step.of} articles …")))

        return self.desk.book.catch_up(told, self._stop.is_set)

    def _caught_up(self, new: int) -> None:
        """All articles are in the book: show who speaks in them, from the top."""
        if new:
            self._from_top = True
            self.reload()
            self.say(f"{counted(new, 'article')} read into the book")

    def _read(self) -> tuple[list[SpeakerRow], Months]:
        people = self.desk.book.speakers(self.sought, order=self._order)
        return people, self.desk.book.months([one.key for one in people])

    def _show(self, found: tuple[list[SpeakerRow], Months]) -> None:
        self._people, self._months = found
        self._picked &= {one.key for one in self._people}
        self._draw()
        if self._from_top:
            self._from_top = False
            self.rows.do_top()

    def _draw(self) -> None:
        empty = "Nobody of this name or role." if self.sought else EMPTY
        self.rows.show(speaker_rows(self._people, self._months, self._picked), empty=empty)
        figures = [f"{len(self._picked)} picked"] * bool(self._picked)
        if self._people:
            figures += [counted(len(self._people), "speaker"), f"by {self._order}"]
        self.top_bar.show("reader · speakers", " · ".join(figures))

    def _chosen(self) -> SpeakerRow | None:
        return next((one for one in self._people if one.key == self.rows.key), None)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Show what this speaker said."""
        from reader.ui.screens.speaker import SpeakerScreen

        if one := self._chosen():
            self.app.push_screen(SpeakerScreen(one))

    def do_sort(self, _command: Command) -> None:
        """Take the next order."""
        orders = list(SpeakerOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.reload()
        self.say(f"by {self._order}")

    def do_copy(self, _command: Command) -> None:
        """Copy the name and role."""
        if one := self._chosen():
            self.reader_app.copy(", ".join(filter(None, (one.name, one.role))))

    # who is who

    def do_select_row(self, _command: Command) -> None:
        """Pick this speaker to merge with others, or unpick, and go to the next."""
        if one := self._chosen():
            self._picked ^= {one.key}
            self._draw()
            self.rows.move(1)

    def do_merge(self, _command: Command) -> None:
        """Decide that those who are picked are the one under the cursor."""
        into = self._chosen()
        others = [one for one in self._people if into and one.key in self._picked - {into.key}]
        if into is None or not others:
            self.say(f"pick speakers with {self.reader_app.keymap.key_of('select_row')}, then go to who they are")
            return
        self._picked.clear()
        book = self.desk.book
        names = ", ".join(one.name for one in others)
        said = f"{names}: now one with {into.name}"
        self.make_notes(f"merge {names}", lambda: [book.merge(one, into) for one in others], said, book.settle)

    def do_edit(self, _command: Command) -> None:
        """Ask for another name."""
        if one := self._chosen():
            self.ask("rename", "name:", one.name, select=True)

    def _rename(self, name: str) -> None:
        if (one := self._chosen()) and name.strip() and name.strip() != one.name:
            book, said = self.desk.book, f"{one.name}: now {name}"
            self.make_notes(f"rename {one.name}", lambda: [book.rename(one, name)], said, book.settle)

    # filtering

    def seek(self, words: str, *, typing: bool) -> None:
        """Show only speakers whose name or role has the words."""
        self.sought = words
        self.work(self._read, self._show, group="speakers")

    def entered(self, purpose: str, value: str) -> None:
        """Take the name that was asked for."""
        if purpose == "rename":
            self._rename(value)
        else:
            super().entered(purpose, value)

    def unpick(self) -> bool:
        """Unpick all."""
        picked = bool(self._picked)
        self._picked.clear()
        if picked:
            self._draw()
        return picked
