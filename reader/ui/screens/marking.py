"""What a person does to entries: read, star, save, hide, tag, all read. A part of the home screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from reader.library.feed_records import SourceKind
from reader.text import counted, elide
from reader.ui.keys import Command
from reader.ui.screens.listing import Listing

if TYPE_CHECKING:
    from reader.library.feed_records import EntryRow, Marked, Source

__all__ = ["Marking"]

_STATES = {
    "starred": ("star", "take the star from", "starred", "no star any more"),
    "saved": ("save", "let go", "saved", "not saved any more"),
    "read": ("mark read", "mark unread", "read", "unread"),
}
"""For each state the words for giving and taking it, and for how it is then."""


class Marking(Listing):
    """Changes the states of entries; each change can be undone, "all read" included.

    The methods that take rows serve the reading screen too, which tells what it shows.
    """

    def meant(self, command: Command) -> list[EntryRow]:
        """The entries that are picked, else so many from the cursor on as the count says."""
        if self.picked:
            return [row for key in sorted(self.picked) if (row := self.pages.known(key))]
        here = self.entry_here()
        place = self.pages.place_of(here.key) if here else None
        if place is None:
            return []
        rows = (self.pages.row(one) for one in range(place, place + (command.count or 1)))
        return [row for row in rows if row is not None]

    def do_star(self, command: Command) -> None:
        """Star, or take the star away."""
        self.toggle(self.meant(command), "starred")

    def do_toggle_read(self, command: Command) -> None:
        """Mark read, or unread."""
        self.toggle(self.meant(command), "read")

    def do_save_offline(self, command: Command) -> None:
        """Save with the full text, or let go."""
        self.toggle(self.meant(command), "saved")

    def toggle(self, rows: Sequence[EntryRow], state: str) -> None:
        """Give the entries a state, or take it away when all have it."""
        if not rows:
            self.tell("no entry here")
            return
        value = not all(getattr(row, state) for row in rows)
        give, take, given, taken = _STATES[state]
        what = f"“{elide(rows[0].title, 40)}”" if len(rows) == 1 else counted(len(rows), "entry", "entries")
        keys = [row.key for row in rows]
        after = [_with_state(row, state, value) for row in rows]
        self.alter(
            rows,
            after,
            f"{give if value else take} {what}",
            f"{given if value else taken}: {what}",
            lambda: self.desk.feeds.mark(keys, **{state: value}),
        )
        if state == "saved" and value:
            self._fetch_full_text(keys)

    def _fetch_full_text(self, keys: Sequence[int]) -> None:
        """Store the full text of saved entries, in its own time."""

        def failed(error: Exception) -> None:
            self.tell(f"saved, but not its full text: {error}")

        self.work(
            lambda: self.desk.feeds.save_offline(keys),
            lambda _stored: self.tell("saved, with the full text: it opens without the network"),
            group="offline",
            failed=failed,
        )

    def do_delete(self, command: Command) -> None:
        """Hide the entries."""
        rows = self.meant(command)
        if not rows:
            self.tell("no entry here")
            return
        what = counted(len(rows), "entry", "entries")
        keys = [row.key for row in rows]
        self.picked.clear()
        self._alter_list(
            f"hide {what}", f"hidden: {what}; u brings back", lambda: self.desk.feeds.mark(keys, hidden=True)
        )

    def do_feed_read(self, _command: Command) -> None:
        """Mark all of the list read."""
        if self.source is not None:
            self.all_read(self.source)

    def do_all_read(self, _command: Command) -> None:
        """Mark everything read."""
        everything = next((one for one in self.feed_tree.sources if one.kind is SourceKind.ALL), None)
        if everything is not None:
            self.all_read(everything)

    def all_read(self, source: Source) -> None:
        """Mark all entries of a source read that were there when it was listed."""
        marked: list[Marked] = []
        upto = self.listed_at

        def mark() -> Marked:
            marked[:] = [self.desk.feeds.mark_all(source, upto=upto)]
            return marked[0]

        def said() -> str:
            if not marked[0].count:
                return f"nothing is unread in {source.name}"
            return f"{counted(marked[0].count, 'entry', 'entries')} of {source.name} read: u makes them unread again"

        self._alter_list(f"mark all of {source.name} read", said, mark)

    # tags and picking

    def do_tag(self, command: Command) -> None:
        """Ask for the tags of the entries."""
        rows = self.meant(command)
        if not rows:
            self.tell("no entry here")
            return
        self._tagged = rows
        self.ask("tags", "tags:", " ".join(rows[0].tags) if len(rows) == 1 else "", "words parted by spaces")
        self.suggest_tags()

    _tagged: Sequence[EntryRow] = ()

    def tags_entered(self, value: str) -> None:
        """Give the entries the tags that were entered."""
        tags = tuple(dict.fromkeys(value.replace("#", " ").replace(",", " ").split()))
        rows = self._tagged
        keys = [row.key for row in rows]
        after = [replace(row, tags=tags) for row in rows]
        what = counted(len(rows), "entry", "entries")
        said = f"{what} tagged {' '.join(tags)}" if tags else f"{what} without tags"
        self.alter(rows, after, f"tag {what}", said, lambda: self.desk.feeds.tag(keys, tags))

    def do_select_row(self, _command: Command) -> None:
        """Pick this entry for what comes next, or unpick it, and go to the next."""
        if row := self.entry_here():
            self.picked ^= {row.key}
            self.entries_pane.redraw()
            self.entries_pane.move(1)
            self.show_figures()

    # doing and undoing

    def alter(
        self,
        before: Sequence[EntryRow],
        after: Sequence[EntryRow],
        words: str,
        said: str,
        do: Callable[[], Marked],
    ) -> None:
        """Change entries that stay where they are in the list."""
        marked: list[Marked] = []

        def change() -> None:
            marked[:] = [do()]
            self.patches.append(after)

        def back() -> None:
            self.desk.feeds.unmark(marked[0])
            self.patches.append(before)

        self.change(words, change, back, said)

    def _alter_list(self, words: str, said: str | Callable[[], str], do: Callable[[], Marked]) -> None:
        """Change so much, or so that entries leave the list, that it is read anew."""
        marked: list[Marked] = []

        def change() -> None:
            marked[:] = [do()]
            self.patches.append(None)

        def back() -> None:
            self.desk.feeds.unmark(marked[0])
            self.patches.append(None)

        self.change(words, change, back, said, lambda: bool(marked[0].count))

    def tell(self, words: str) -> None:
        """Say something on the screen that is looked at, which may be an article's."""
        self.reader_app.tell(words)


def _with_state(row: EntryRow, state: str, value: bool) -> EntryRow:
    """The entry with one of its states set."""
    changes: dict[str, Any] = {state: value}
    return replace(row, **changes)
