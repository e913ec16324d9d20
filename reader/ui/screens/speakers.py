"""Everybody who is quoted in what was read: type to filter, open one, rename, merge."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Mount

from reader.actions import Place
from reader.library.book.records import SpeakerOrder, SpeakerRow
from reader.model import Note
from reader.text import counted
from reader.ui.book_rows import speaker_rows
from reader.ui.keys import Command
from reader.ui.screens.undoing import Undoing
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from reader.app.book.book import Progress
    from reader.ui.widgets.prompt import Prompt

__all__ = ["SpeakersScreen"]

EMPTY = "Nobody is quoted yet: open an article, and whoever speaks in it is listed here; the demo is left out."
_TOLD_EVERY = 10
"""So many articles read between two words about how far it has come."""

Months = dict[int, dict[int, int]]
Decide = Callable[[], list[Note]]


class SpeakersScreen(Undoing):
    """Lists speakers with how often, where and when they were quoted; the kinds apart."""

    PLACE = Place.BOOK

    def __init__(self) -> None:
        super().__init__()
        self._people: list[SpeakerRow] = []
        self._months: Months = {}
        self._words = ""
        self._order = SpeakerOrder.QUOTATIONS
        self._picked: set[int] = set()
        self._stop = threading.Event()
        self._from_top = False

    def compose(self) -> ComposeResult:
        """Top line, rows, hints and messages."""
        self.top_bar = TopBar()
        self.rows = RowList(self.reader_app.palette, empty="Reading your articles …", id="speaker-rows")
        yield self.top_bar
        yield self.rows
        yield self.foot

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

    def use_palette(self) -> None:
        """Draw in another theme."""
        self.rows.use(self.reader_app.palette)

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
        people = self.desk.book.speakers(self._words, order=self._order)
        return people, self.desk.book.months([one.key for one in people])

    def _show(self, found: tuple[list[SpeakerRow], Months]) -> None:
        self._people, self._months = found
        self._picked &= {one.key for one in self._people}
        self._draw()
        if self._from_top:
            self._from_top = False
            self.rows.do_top()

    def _draw(self) -> None:
        empty = "Nobody of this name or role." if self._words else EMPTY
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
        self._decide(
            f"merge {names}", lambda: [book.merge(one, into) for one in others], f"{names}: now one with {into.name}"
        )

    def do_edit(self, _command: Command) -> None:
        """Ask for another name."""
        if one := self._chosen():
            self.ask("rename", "name:", one.name, select=True)

    def _rename(self, name: str) -> None:
        if (one := self._chosen()) and name.strip() and name.strip() != one.name:
            self._decide(f"rename {one.name}", lambda: [self.desk.book.rename(one, name)], f"{one.name}: now {name}")

    def _decide(self, words: str, rule: Decide, said: str) -> None:
        """Make rulings, which are notes; undoing removes them."""
        made: list[Note] = []

        def do() -> None:
            if made:
                for note in made:
                    self.desk.restore_note(note)
                self.desk.book.settle()
            else:
                made.extend(rule())

        def undo() -> None:
            for note in made:
                self.desk.remove_note(note)
            self.desk.book.settle()

        self.change(words, do, undo, said)

    # filtering

    def do_search(self, _command: Command) -> None:
        """Show only some."""
        self.ask("filter", "/", self._words, "words of a name or role")

    def _seek(self, words: str) -> None:
        self._words = words
        self.work(self._read, self._show, group="speakers")

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Filter while the words are typed."""
        if event.purpose == "filter":
            self._seek(event.value)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Go on in the list, or take the name."""
        if event.purpose == "filter":
            self._seek(event.value)
        elif event.purpose == "rename":
            self._rename(event.value)
        else:
            self.reader_app.prompt_entered(self, event.purpose, event.value)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """Show all again."""
        if event.purpose == "filter":
            self._seek("")

    def do_cancel(self, command: Command) -> None:
        """Unpick all, then end the filter."""
        super().do_cancel(command)
        if self._picked:
            self._picked.clear()
            self._draw()
        elif self._words:
            self._seek("")
