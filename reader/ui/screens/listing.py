"""Which entries are listed: of what source, in which order, filtered by what. A part of the home screen."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.feed_records import Order, SourceKind
from reader.text import counted
from reader.ui.entry_pages import PAGE, EntryPages
from reader.ui.entry_rows import EntryRows
from reader.ui.feed_tree import FeedTree, identity
from reader.ui.keys import Command
from reader.ui.latest import Latest
from reader.ui.listed import Asked, Listed, begin_with, read_list
from reader.ui.screens.base import KeyedScreen
from reader.ui.screens.feed_changes import FeedChanges
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from reader.library.feed_records import EntryRow, Source

__all__ = ["Listing"]

AROUND = 20
"""Rows above and below the screen that are read with it."""

ORDER_NAMES = {
    Order.NEWEST: "newest first",
    Order.OLDEST: "oldest first",
    Order.TITLE: "by title",
    Order.SITE: "by feed",
    Order.UNREAD_FIRST: "unread first",
}

EMPTY = {
    SourceKind.TODAY: "Nothing new today yet.",
    SourceKind.UNREAD: "Nothing unread.",
    SourceKind.STARRED: "No stars yet: {star} on an entry puts one.",
    SourceKind.SAVED: "Nothing saved yet: {save_offline} keeps an entry with its full text, to read offline.",
    SourceKind.NOTED: "No notes on entries yet: open one, and press {note} on a passage.",
    SourceKind.SEARCH: "Nothing found by this search.",
}


class Listing(FeedChanges):
    """Holds the sources and the entries of one of them; what is read of both comes off the UI thread."""

    feeds_pane: RowList
    entries_pane: RowList
    top_bar: TopBar

    def __init__(self) -> None:
        super().__init__()
        self.feed_tree = FeedTree()
        self.pages = EntryPages()
        self.asked: Asked | None = None
        self.picked: set[int] = set()
        self.patches: deque[Sequence[EntryRow] | None] = deque()
        self.listed_at = datetime.now(UTC)
        self._folded: set[str] = set()
        self._lists, self._pages_wanted, self._counts = (Latest(self, group) for group in ("list", "page", "sources"))

    @property
    def source(self) -> Source | None:
        """The source whose entries are listed."""
        return self.asked.source if self.asked else None

    def entry_here(self) -> EntryRow | None:
        """The entry under the cursor."""
        key = self.entries_pane.key
        return self.pages.known(key) if isinstance(key, int) else None

    # reading what is listed

    def begin(self) -> None:
        """List what a person most likely wants first."""
        self.work(lambda: begin_with(self.desk.feeds), self.begun, group="list", failed=self.not_begun)

    def begun(self, listed: Listed) -> None:
        """Show what was read for the beginning."""
        self.draw_sources(listed.sources, key=identity(listed.asked.source))
        self.show_list(listed)

    def not_begun(self, error: ReaderError) -> None:
        """Tell why there is no beginning."""
        self.warn(error)

    def list_source(self, source: Source, key: int | None = None) -> None:
        """List the entries of a source, with the cursor on one of them or on the first."""
        asked = self.asked or Asked(source)
        self._list(asked.of(source), key)

    def _list(self, asked: Asked, key: int | None = None, line: int = 0) -> None:
        """Read the part of a list that will be on the screen, with the entry ``key`` so many lines below its top."""
        self.asked = asked
        rows = max(1, self.entries_pane.size.height // 2)
        self._lists.ask(
            partial(read_list, self.desk.feeds, asked, key, rows), partial(self.show_list, steady=key is not None)
        )

    def relist(self) -> None:
        """Read the present list anew; the cursor stays on its entry, or where that was, and on its line."""
        if self.asked is not None:
            key = self.entries_pane.key
            self._list(self.asked, key if isinstance(key, int) else None)

    def show_list(self, listed: Listed, *, steady: bool = False) -> None:
        """Show a list as it was read."""
        same = self.asked is not None and identity(listed.asked.source) == identity(self.asked.source)
        self.asked, self.pages, self.listed_at = listed.asked, listed.pages, listed.at
        if not same:
            self.picked.clear()
        self.draw_entries(listed.place, steady=steady)
        self.entry_changed()

    def draw_entries(self, place: int | None = None, *, steady: bool = False) -> None:
        """Draw the rows that are known."""
        of_one_feed = self.source is not None and self.source.kind is SourceKind.FEED
        rows = EntryRows(self.pages, of_one_feed=of_one_feed, picked=self.picked)
        key = None if place is None else rows[place].key if place < len(rows) else None
        self.entries_pane.show(rows, key, empty=self._empty(), steady=steady)
        self.show_figures()

    def entry_changed(self) -> None:
        """The cursor is on another entry."""
        raise NotImplementedError

    def bring_entries(self) -> None:
        """What is done now is seen in the list of entries: have it on the screen."""
        raise NotImplementedError

    def _empty(self) -> str:
        if self.asked is None:
            return ""
        if self.asked.words:
            return "No entry has these words: Esc shows all again."
        fetch = f"{self.reader_app.keymap.key_of('refresh_all')} fetches what is new."
        if self.asked.hide_read:
            return f"Nothing unread here: {self.reader_app.keymap.key_of('hide_read')} shows what is read. {fetch}"
        words = self.with_keys(EMPTY.get(self.asked.source.kind, "No entries here yet."))
        kept = self.asked.source.kind in (SourceKind.STARRED, SourceKind.SAVED, SourceKind.NOTED, SourceKind.SEARCH)
        return words if kept else f"{words} {fetch}"

    def on_row_list_seen(self, event: RowList.Seen) -> None:
        """Read the rows that have come into sight."""
        if event.rows is self.entries_pane:
            self.read_seen()

    def read_seen(self) -> None:
        """Read the rows on the screen and around it that are not known yet, a page at a time."""
        first, last = self.entries_pane.seen
        page = self.pages.missing(first - AROUND, last + AROUND)
        if page is None or self.asked is None:
            return
        pages, feeds, asked, offset = self.pages, self.desk.feeds, self.asked, self.pages.offset(page)

        def show(rows: list[EntryRow]) -> None:
            waiting = self.entry_here() is None
            pages.put(page, rows)
            if pages is not self.pages:
                return
            if pages.count < self.entries_pane.places:
                self.draw_entries()
            self.entries_pane.redraw()
            if waiting:
                self.entry_changed()
            self.read_seen()

        self._pages_wanted.ask(lambda: asked.rows(feeds, PAGE, offset), show)

    # the sources

    def reload(self) -> None:
        """Take in what was changed, and count anew what each source holds."""
        relist = False
        while self.patches:
            rows = self.patches.popleft()
            if rows is None:
                relist = True
            else:
                self.pages.change(rows, self.holds)
        if relist:
            self.relist()
        self.entries_pane.redraw()
        if isinstance(self.app.screen, KeyedScreen):
            self.app.screen.marks_changed()
        self.read_anew(self.desk.feeds.sources, self.show_sources, group="sources-anew")

    def feeds_changed(self) -> None:
        """Feeds came or went: the list is read anew with them."""
        self.patches.append(None)

    def recount(self) -> None:
        """Count anew, in its own time."""
        self._counts.ask(self.desk.feeds.sources, self.show_sources)

    def holds(self, row: EntryRow) -> bool:
        """Whether the library's list still has an entry of the present one."""
        kind = self.source.kind if self.source else SourceKind.ALL
        kept = {SourceKind.STARRED: row.starred, SourceKind.SAVED: row.saved, SourceKind.NOTED: row.notes > 0}
        unread_only = kind is SourceKind.UNREAD or (self.asked is not None and self.asked.hide_read)
        return kept.get(kind, not row.hidden) and not (unread_only and row.read)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the sources with what each holds now."""
        self.draw_sources(sources)
        if self.asked is not None:
            known = self.feed_tree.source(identity(self.asked.source))
            if known is not None:
                self.asked = self.asked.of(known)
            elif fallback := self.feed_tree.source((SourceKind.UNREAD, "")):  # a feed that is not followed any more
                self.list_source(fallback)
        self.show_figures()

    def draw_sources(self, sources: Sequence[Source] | None = None, key: object = None) -> None:
        """Draw the tree of sources, as folded as it is."""
        kept = identity(self.source) if self.source else None
        self.feed_tree = FeedTree(
            self.feed_tree.sources if sources is None else sources,
            folded=self._folded,
            unread_only=bool(self.asked and self.asked.hide_read),
            kept=kept,
        )
        self.feeds_pane.show(self.feed_tree, key or self.feeds_pane.key or kept, empty="")

    def show_figures(self) -> None:
        """Tell in the top bar what is listed."""
        if self.asked is None:
            return
        shown = counted(self.pages.count, "entry", "entries")
        figures = [f"{len(self.picked)} picked"] if self.picked else []
        figures += [f"“{self.asked.words}”"] if self.asked.words else []
        unread = 0 if self.asked.words else self.asked.source.unread  # of all its entries, not of those with the words
        figures += [f"{unread:,} unread of {self.pages.count:,}" if unread else shown, ORDER_NAMES[self.asked.order]]
        figures += ["read hidden"] if self.asked.hide_read else []
        self.top_bar.show(f"reader · {self.asked.source.name}", " · ".join(figures))

    # order and filters

    def do_sort(self, command: Command) -> None:
        """The next order of entries."""
        self._sort(command.count or 1)

    def do_sort_back(self, command: Command) -> None:
        """The order before."""
        self._sort(-(command.count or 1))

    def _sort(self, steps: int) -> None:
        if self.asked is not None:
            orders = list(ORDER_NAMES)
            order = orders[(orders.index(self.asked.order) + steps) % len(orders)]
            self.say(ORDER_NAMES[order])
            self._list(self.asked.with_(order=order), self._key_here())

    def do_hide_read(self, _command: Command) -> None:
        """Hide what is read, or show it again, in both panes."""
        if self.asked is not None:
            hide = not self.asked.hide_read
            self._list(self.asked.with_(hide_read=hide), self._key_here())
            self.draw_sources()
            self.say("what is read is hidden" if hide else "what is read is shown")

    def filter(self, words: str) -> None:
        """List only the entries with some words; an empty string lists all."""
        if self.asked is not None and words.strip() != self.asked.words:
            self._list(self.asked.with_(words=words.strip()), None if words.strip() else self._key_here())

    def _key_here(self) -> int | None:
        key = self.entries_pane.key
        return key if isinstance(key, int) else None
