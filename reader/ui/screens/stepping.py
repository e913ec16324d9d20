"""From one entry or feed to the next, unread or not, over the ends of lists. A part of the home screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.library.feed_records import SourceKind
from reader.ui.entry_pages import PAGE
from reader.ui.feed_tree import identity
from reader.ui.keys import Command
from reader.ui.listed import Asked, Listed, read_list
from reader.ui.screens.marking import Marking

if TYPE_CHECKING:
    from reader.app.feeds import Feeds
    from reader.library.feed_records import EntryRow

__all__ = ["Stepping"]

Then = Callable[["EntryRow"], None]


class Stepping(Marking):
    """Moves the cursor to other entries and feeds; an article that is read from here asks for the next one."""

    def do_next_unread(self, command: Command) -> None:
        """To the next unread entry."""
        self._times(command, 1, unread=True)

    def do_previous_unread(self, command: Command) -> None:
        """To the unread entry before."""
        self._times(command, -1, unread=True)

    def do_next_entry(self, command: Command) -> None:
        """To the next entry."""
        self._times(command, 1, unread=False)

    def do_previous_entry(self, command: Command) -> None:
        """To the entry before."""
        self._times(command, -1, unread=False)

    def _times(self, command: Command, step: int, *, unread: bool) -> None:
        """Step so often as the count says, each time from where the last step led."""
        left = command.count or 1
        self.bring_entries()
        if not unread:
            self.seek(step * left, unread=False, then=lambda _row: None)
            return

        def again(_row: EntryRow) -> None:
            nonlocal left
            left -= 1
            if left:
                self.seek(step, unread=True, then=again)

        self.seek(step, unread=True, then=again)

    def seek(self, step: int, *, unread: bool, then: Then) -> None:
        """Put the cursor on the entry so many steps on, or on the next unread one, and pass it to ``then``.

        What is unread is looked for in this list, then in the other feeds. When there is none, that is said.
        """
        here = self.entry_here()
        place = self.pages.place_of(here.key) if here else None
        if place is None:
            if unread:
                self._seek_elsewhere(0, step, then)
            return
        if not unread:
            target = min(max(place + step, 0), self.pages.count - 1)
            self._step_to(target, then, "the last entry" if step > 0 else "the first entry")
        elif (found := self.pages.next_unread(place, step)) is not None:
            self._step_to(found, then)
        else:
            self._seek_elsewhere(here.key if here else 0, step, then)

    def _step_to(self, place: int, then: Then, end: str = "") -> None:
        """Put the cursor on a place of this list; its row may have to be read first."""
        row = self.pages.row(place)
        if row is None:
            self._read_page_of(place, then)
        elif row.key == self.entries_pane.key:
            self.tell(f"this is {end}" if end else "nothing else is unread")
        else:
            self.entries_pane.point_at(row.key)
            self.entry_changed()
            then(row)

    def _read_page_of(self, place: int, then: Then) -> None:
        pages, asked, page = self.pages, self.asked, place // PAGE
        if asked is None:
            return
        offset = pages.offset(page)

        def show(rows: list[EntryRow]) -> None:
            pages.put(page, rows)
            if pages is self.pages and pages.row(place) is not None:
                self.draw_entries()
                self._step_to(place, then)

        self.work(lambda: asked.rows(self.desk.feeds, PAGE, offset), show, group="step")

    def _seek_elsewhere(self, key: int, step: int, then: Then) -> None:
        """Look for the next unread entry beyond the rows that are known, then in the feeds after this one."""
        asked, rows = self.asked, max(1, self.entries_pane.size.height // 2)
        if asked is None:
            return

        def show(found: Listed | None) -> None:
            if found is None:
                self.tell("nothing else is unread")
                return
            if identity(found.asked.source) != identity(asked.source):
                self.tell(f"on to {found.asked.source.name}")
            self.show_list(found)
            self.draw_sources(key=identity(found.asked.source))
            if row := self.entry_here():
                then(row)

        self.work(lambda: _find_unread(self.desk.feeds, asked, key, step, rows), show, group="step")

    # feeds

    def do_next_unread_feed(self, command: Command) -> None:
        """To the next feed that has something unread."""
        self._to_source(command.count or 1, unread=True)

    def do_previous_unread_feed(self, command: Command) -> None:
        """To the feed before that has something unread."""
        self._to_source(-(command.count or 1), unread=True)

    def do_next_folder(self, command: Command) -> None:
        """To the next folder, or group of sources."""
        self._to_source(command.count or 1, unread=False)

    def do_previous_folder(self, command: Command) -> None:
        """To the folder or group before."""
        self._to_source(-(command.count or 1), unread=False)

    def _to_source(self, steps: int, *, unread: bool) -> None:
        key, found = self.feeds_pane.key, None
        for _ in range(abs(steps)):
            following = self.feed_tree.after(key, 1 if steps > 0 else -1, unread=unread)
            if following is None:
                break
            found, key = following, identity(following)
        if found is None:
            words = "no feed with anything unread" if unread else "no folder or group"
            self.tell(f"{words} further {'down' if steps > 0 else 'up'}")
            return
        self.feeds_pane.point_at(key)
        self.list_source(found)


def _find_unread(feeds: Feeds, asked: Asked, key: int, step: int, rows: int) -> Listed | None:
    """The list and place of the next unread entry: in this list, else in the next feed that has any."""
    backwards = step < 0
    source = asked.source
    row = feeds.next_unread(source, key, backwards, order=asked.order) if key and not asked.words else None
    if row is None:
        following = feeds.next_source_with_unread(source, backwards)
        if following is None:
            return None
        asked = asked.of(following)
        unread = asked.with_(hide_read=True)
        offset = max(0, unread.count(feeds) - 1) if backwards else 0
        row = next(iter(unread.rows(feeds, 1, offset)), None)
    if row is None or (source.kind is SourceKind.SEARCH and asked.source is source):
        return None
    return read_list(feeds, asked, row.key, rows)
