"""The home of a daily reader: feeds, the entries of one of them, and what the entry under the cursor says."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.events import Key, Mount, Resize

from reader.actions import Action, Group, Place
from reader.app.reading import Reading
from reader.errors import ReaderError
from reader.library.feed_records import EntryRow, SourceKind
from reader.model import Article
from reader.ui.feed_tree import identity
from reader.ui.keys import Command, pressed
from reader.ui.latest import Latest
from reader.ui.listed import Listed, has_feeds
from reader.ui.screens.feed_actions import FeedActions
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.edge import Edge
from reader.ui.widgets.ground import Panes
from reader.ui.widgets.rows import RowList

__all__ = ["HomeScreen"]

WATCH_EVERY = 5.0
"""Seconds between two looks for what another window or a timer has fetched."""
THREE, TWO = 110, 81
"""At fewer columns than these there are two panes, or one."""


class HomeScreen(FeedActions):
    """Three panes that follow each other; at fewer columns two of them, or one at a time."""

    DEFAULT_CSS = """
    HomeScreen #panes { height: 1fr; }
    HomeScreen #feeds-rows { width: 28; }
    HomeScreen #entries-rows { width: 1fr; min-width: 40; }
    HomeScreen #preview { width: 1.25fr; }
    HomeScreen.-one #feeds-rows { width: 1fr; }
    HomeScreen.-one.-entries #feeds-rows, HomeScreen.-one Edge, HomeScreen.-one #preview { display: none; }
    HomeScreen.-one.-feeds #entries-rows { display: none; }
    HomeScreen.-two #preview, HomeScreen.-two #second-edge { display: none; }
    HomeScreen.-no-preview #preview, HomeScreen.-no-preview #second-edge { display: none; }
    """

    is_home = True

    def __init__(self, listed: Listed | None = None) -> None:
        super().__init__()
        self._first = listed
        self._previews = Latest(self, "preview")
        self._previewed: int | None = None
        self._newest: int | None = None
        self._resumed = False
        self._early: list[Key] | None = []

    def compose(self) -> ComposeResult:
        """Top line, panes, hints and messages."""
        app = self.reader_app
        self.top_bar = TopBar()
        self.feeds_pane = RowList(app.palette, id="feeds-rows")
        self.entries_pane = RowList(app.palette, empty="Opening your library …", id="entries-rows")
        self.preview = ArticleView(app.palette, app.desk.config.measure, id="preview")
        self.preview.can_focus = False
        self.edges = (Edge(app.palette), Edge(app.palette))
        self.edges[1].id = "second-edge"
        self._share_out(self.columns(app.size.width))
        yield self.top_bar
        with Panes(id="panes"):
            yield self.feeds_pane
            yield self.edges[0]
            yield self.entries_pane
            yield self.edges[1]
            yield self.preview
        yield self.foot

    def on_mount(self, _event: Mount) -> None:
        """Show what was read already, or read it."""
        self.top_bar.show("reader")
        self.entries_pane.focus()
        self.set_interval(WATCH_EVERY, self._look_for_entries)
        first, self._first = self._first, None
        if first is None:
            self.call_after_refresh(self.begin)  # a thread beside it would hold the first frame up
        else:
            self.begun(first)

    def begun(self, listed: Listed) -> None:
        """Show the beginning; somebody without feeds is shown the ways to begin instead."""
        if has_feeds(listed.sources):
            super().begun(listed)
            self._look_for_entries()
        else:
            self.reader_app.show_beginnings()
        self._press_early()

    def _look_for_entries(self) -> None:
        """See whether another window or a timer has fetched something.

        A library that cannot be read just now is told by what a person does next, not every few seconds.
        """
        if self.is_active and self.asked is not None:
            self.work(self.desk.feeds.newest, self._newest_is, group="watch", failed=lambda _error: None)

    def _newest_is(self, key: int) -> None:
        known, self._newest = self._newest, key
        if known is not None and key > known:
            self.refreshed()

    def refreshed(self) -> None:
        """Show what a refresh brought."""
        super().refreshed()
        self._newest = None  # what is there now is shown: looking begins anew
        self._look_for_entries()

    def not_begun(self, error: ReaderError) -> None:
        """Tell why there is no list."""
        super().not_begun(error)
        self._press_early()

    def holds_back(self, event: Key) -> bool:
        """Keep keys until it is known whether they are for the panes or for the ways to begin; none that leave."""
        action = self.keys.keymap.places[Place.ENTRIES].get((pressed(event),))
        leaves = action is not None and (action.group is Group.PROGRAM or action.name == "back")
        if self._early is None or (leaves and not self._early):
            return False
        self._early.append(event)
        return True

    def _press_early(self) -> None:
        """Let the keys that waited do what they do now, and from now on keep none."""
        early, self._early = self._early or [], None
        for event in early:
            self.app.post_message(Key(event.key, event.character))

    def on_screen_resume(self) -> None:
        """Take in what was done on another screen."""
        if self.asked is not None:
            self.reload()
        elif self._resumed:
            self.begin()
        self._resumed = True

    def use_palette(self) -> None:
        """Draw in another theme."""
        for part in (self.feeds_pane, self.entries_pane, self.preview, *self.edges):
            part.use(self.reader_app.palette)

    # panes

    def place(self) -> Place:
        """The pane that has the keys."""
        return Place.FEEDS if self.feeds_pane.has_focus else Place.ENTRIES

    @property
    def nothing_here(self) -> bool:
        """Whether the pane that has the keys has no row to act on."""
        return (self.feeds_pane if self.feeds_pane.has_focus else self.entries_pane).key is None

    def on_row_list_filled(self, event: RowList.Filled) -> None:
        """Other keys do something now."""
        if event.rows is self.entries_pane:
            self.show_hints()

    def hint_of(self, action: Action) -> str:
        """There is nothing to go back to from here, but from the entries of a folded screen."""
        folded_entries = self.has_class("-one") and not self.feeds_pane.has_focus
        if action.name == "back" and not folded_entries:
            return "quit"
        return "preview" if action.name == "toggle_panel" else action.hint

    def on_resize(self, event: Resize) -> None:
        """Share out the new width."""
        self._share_out(self.columns(event.size.width))
        self._show_preview()

    def _share_out(self, width: int) -> None:
        self.set_class(width < TWO, "-one")
        self.set_class(TWO <= width < THREE, "-two")
        if not self.has_class("-feeds"):
            self.add_class("-entries")

    def enter_feeds(self) -> None:
        """Give the feeds the keys."""
        self.set_class(True, "-feeds")
        self.set_class(False, "-entries")
        self.feeds_pane.focus()

    def enter_entries(self) -> None:
        """Give the entries the keys."""
        self.set_class(False, "-feeds")
        self.set_class(True, "-entries")
        self.entries_pane.focus()

    def bring_entries(self) -> None:
        """Show the entries where there is one pane, and it has the feeds."""
        if self.has_class("-one") and self.feeds_pane.has_focus:
            self.enter_entries()

    def do_other_pane(self, _command: Command) -> None:
        """From feeds to entries or back."""
        if self.feeds_pane.has_focus:
            self.enter_entries()
        else:
            self.enter_feeds()

    def do_left_pane(self, _command: Command) -> None:
        """To the feeds; there, to the folder of a feed, which is folded then."""
        source = self.feed_tree.source(self.feeds_pane.key)
        if not self.feeds_pane.has_focus:
            self.enter_feeds()
        elif source is not None and source.kind is SourceKind.FOLDER and source.key not in self.feed_tree.folded:
            self.fold(source, folded=True)
        elif source is not None and (parent := self.feed_tree.parent(source)):
            self.feeds_pane.point_at(identity(parent))
            self.list_source(parent)

    def do_right_pane(self, command: Command) -> None:
        """To the entries, unfolding a folder first; from there into the article."""
        source = self.feed_tree.source(self.feeds_pane.key)
        if not self.feeds_pane.has_focus:
            self.entries_pane.do_open(command)
        elif source is not None and source.kind is SourceKind.FOLDER and source.key in self.feed_tree.folded:
            self.fold(source, folded=False)
        else:
            self.enter_entries()

    def do_toggle_panel(self, _command: Command) -> None:
        """Show or hide the preview."""
        if self.has_class("-one") or self.has_class("-two"):
            wide = f"there is room for a preview from {THREE} columns on"
            self.say("no preview on a plain screen" if self.reader_app.palette.plain else wide)
        else:
            self.toggle_class("-no-preview")
            self._show_preview()

    def do_back(self, _command: Command) -> None:
        """From the entries of a folded screen to the feeds; else out."""
        if self.has_class("-one") and not self.feeds_pane.has_focus:
            self.enter_feeds()
        else:
            self.reader_app.go_back()

    def do_cancel(self, command: Command) -> None:
        """End what was picked, else the filter."""
        super().do_cancel(command)
        if self.picked:
            self.picked.clear()
            self.entries_pane.redraw()
            self.show_figures()
        elif self.asked is not None and self.asked.words:
            self.filter("")

    # following

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        """Let the entries follow the feeds, and the preview the entries."""
        if event.rows is self.entries_pane:
            self.entry_changed()
        elif source := self.feed_tree.source(event.key):
            self.list_source(source)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open an entry; go from a source to its entries."""
        if event.rows is self.feeds_pane:
            self.enter_entries()
        elif row := self.entry_here():
            self.open_entry(row)

    def open_entry(self, row: EntryRow) -> None:
        """Read an entry."""
        from reader.ui.screens.entry_reading import EntryScreen

        self.app.push_screen(EntryScreen(self, row))

    def was_read(self, row: EntryRow) -> None:
        """Take note that an entry was opened, which the library knows already."""
        if (known := self.pages.known(row.key)) is not None and not known.read:
            self.pages.change([replace(known, read=True)], self.holds)
            self.entries_pane.redraw()
        self.recount()

    def entry_changed(self) -> None:
        """Preview the entry under the cursor, and tell where in the list it is."""
        row = self.entry_here()
        place = self.pages.place_of(row.key) if row else None
        self.hint_bar.show_place("" if place is None else f"{place + 1:,} of {self.pages.count:,}")
        self._show_preview()

    def _show_preview(self) -> None:
        row = self.entry_here()
        if row is None:
            self._previewed = None
            self.preview.show(Article("", ()))
        elif row.key != self._previewed and not self._folded_away():
            self._previewed = key = row.key
            self._previews.ask(lambda: self.desk.feeds.glance(key), self._preview)

    def _folded_away(self) -> bool:
        return any(self.has_class(name) for name in ("-one", "-two", "-no-preview"))

    def _preview(self, reading: Reading) -> None:
        self.preview.show(reading.article)
