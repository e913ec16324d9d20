"""Reading an entry of a feed: its article, and on to the next entry without going back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from reader.actions import Action, Group
from reader.app.reading import Reading
from reader.ui.entry_rows import marks_of
from reader.ui.keys import Command
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.feed_records import EntryRow, Source

__all__ = ["EntryScreen", "Trail"]


class Trail(Protocol):
    """The list that an entry was opened from: it leads on to others, and changes their states."""

    @property
    def changing(self) -> bool:
        """Whether a change is under way."""

    def seek(self, step: int, *, unread: bool, then: Callable[[EntryRow], None]) -> None:
        """Pass the entry so many steps on, or the next unread one, to ``then``; say so when there is none."""

    def entry_here(self) -> EntryRow | None:
        """The entry that the list is at, as it is now."""

    def was_read(self, row: EntryRow) -> None:
        """Take note that an entry was opened, which the library knows already."""

    def toggle(self, rows: Sequence[EntryRow], state: str) -> None:
        """Give entries a state (``starred``, ``saved``, ``read``), or take it away when all have it."""

    def all_read(self, source: Source) -> None:
        """Mark a source read."""


class EntryScreen(ReadingScreen):
    """Shows the article of an entry; ``trail`` is where it was opened from."""

    DEFAULT_CSS = ReadingScreen.DEFAULT_CSS.replace("ReadingScreen", "EntryScreen")

    def __init__(self, trail: Trail, entry: EntryRow) -> None:
        super().__init__(entry.link, typed=False)
        self.trail, self.entry = trail, entry

    def perform(self, command: Command) -> None:
        """Do an action; one on entries waits until the note or mark before it is saved."""
        if command.action.group is Group.FEEDS and (self._changing or self.trail.changing):
            self.call_after_refresh(self.perform, command)
        else:
            super().perform(command)

    def hint_of(self, action: Action) -> str:
        """Of what is for entries, what is used most."""
        return action.hint if action.name in ("next_unread", "star") else super().hint_of(action)

    # opening

    def fetch(self, *, refetch: bool = False) -> None:
        """Open the entry and mark it read, or fetch its article again."""
        desk, entry = self.desk, self.entry
        self._stop = stop = threading.Event()
        self.top_bar.show(entry.title or entry.link)
        if not entry.full_text or refetch:
            self.say(f"opening {entry.link or entry.title} …  {self.reader_app.keymap.key_of('stop')} stops")

        def job() -> Reading:
            if refetch and entry.full_text:
                return desk.open(entry.link, refetch=True, typed=False, stop=stop.is_set)
            if not entry.read:
                desk.feeds.mark([entry.key], read=True)
            return desk.feeds.open_entry(entry.key, stop=stop.is_set)

        self.work(job, self._opened, group="open", failed=self._failed)

    def _opened(self, reading: Reading) -> None:
        super()._opened(reading)
        self.trail.was_read(self.entry)

    def open_entry(self, entry: EntryRow) -> None:
        """Go on to another entry."""
        for group in ("open", "attribute", "notes", "near"):
            self.forget_work(group)
        self._stop.set()
        self.keep_place()
        self.entry, self.source, self.reading = entry, entry.link, None
        self.notes, self._corrected, self._offset, self._draft, self.sought = [], False, None, "", ""
        self.enter_body()
        self.fetch()

    # on to others

    def do_next_unread(self, _command: Command) -> None:
        """To the next unread entry."""
        self.trail.seek(1, unread=True, then=self.open_entry)

    def do_previous_unread(self, _command: Command) -> None:
        """To the unread entry before."""
        self.trail.seek(-1, unread=True, then=self.open_entry)

    def do_next_entry(self, command: Command) -> None:
        """To the next entry."""
        self.trail.seek(command.count or 1, unread=False, then=self.open_entry)

    def do_previous_entry(self, command: Command) -> None:
        """To the entry before."""
        self.trail.seek(-(command.count or 1), unread=False, then=self.open_entry)

    # its states

    def _now(self) -> EntryRow:
        """The entry as it is now."""
        here = self.trail.entry_here()
        return here if here is not None and here.key == self.entry.key else self.entry

    def do_star(self, _command: Command) -> None:
        """Star, or take the star away."""
        self.trail.toggle([self._now()], "starred")

    def do_save_offline(self, _command: Command) -> None:
        """Save, or let go."""
        self.trail.toggle([self._now()], "saved")

    def do_toggle_read(self, _command: Command) -> None:
        """Mark unread, or read again."""
        self.trail.toggle([self._now()], "read")

    def do_feed_read(self, _command: Command) -> None:
        """Mark all entries of this feed read."""
        from reader.library.feed_records import Source, SourceKind

        self.trail.all_read(Source(SourceKind.FEED, self.entry.feed_name, self.entry.feed))

    def do_browser_read(self, command: Command) -> None:
        """Open in the browser; it is read already."""
        self.do_browser(command)

    def marks_changed(self) -> None:
        """Show the entry's marks as they are now."""
        self.show_figures()

    def show_figures(self) -> None:
        """Count what the top bar tells, with the entry's marks."""
        super().show_figures()
        self.top_bar.sign(marks_of(self._now()))
