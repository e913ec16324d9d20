"""The reading screen: the article and its side panel, which follow each other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Key, Mount, Resize
from textual.timer import Timer

from reader.actions import Action, Group, Place
from reader.app.addresses import DEMO, is_web
from reader.app.reading import Reading
from reader.errors import ReaderError
from reader.model import Attribution, Note, NoteKind
from reader.text import counted
from reader.ui.keys import Command
from reader.ui.layout.head import since
from reader.ui.screens.illustrated import Illustrated
from reader.ui.widgets.article_motions import ReadingView
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.ground import Panes
from reader.ui.widgets.panel import SidePanel

if TYPE_CHECKING:
    from reader.app.diff.difference import Difference

__all__ = ["ReadingScreen"]

WATCH_EVERY = 2.0
"""Seconds between looks at whether another window made notes."""

QUICK = 150_000
"""Characters of an article that is attributed before a finger is back on a key."""

FOLD = 90
"""At so many columns or fewer, body and panel are shown one at a time."""
NAMED_TABS = 104
"""From so many columns on, the panel has room for the names of its tabs, and the body for 60 of text."""


class ReadingScreen(Illustrated):
    """Shows the article of a source: an address, a file, ``-`` or the demo's name."""

    DEFAULT_CSS = """
    ReadingScreen #panes { height: 1fr; }
    ReadingScreen.-no-panel SidePanel { display: none; }
    ReadingScreen.-folded SidePanel { display: none; width: 1fr; border-left: none; }
    ReadingScreen.-folded.-panel SidePanel { display: block; }
    ReadingScreen.-folded.-panel ReadingView { display: none; }
    """

    def __init__(self, source: str, *, typed: bool = True, offset: int | None = None, draft: str = "") -> None:
        super().__init__()
        self.source, self._typed, self._offset, self._draft = source, typed, offset, draft
        self.reading: Reading | None = None
        self.notes: list[Note] = []
        self._corrected = False
        self._watch: Timer | None = None
        self._early: list[Key] = []
        self._stop = threading.Event()

    def compose(self) -> ComposeResult:
        """Top line, body and panel, hints and messages."""
        app = self.reader_app
        self.view = ReadingView(app.palette, app.desk.config.measure, id="body")
        self.panel = SidePanel(app.palette)
        self.top_bar = TopBar()
        # before the first layout: a second one would be half a frame's work
        self._share_out(self.columns(app.size.width))
        yield self.top_bar
        with Panes(id="panes"):
            yield self.view
            yield self.panel
        yield self.foot

    def on_mount(self, _event: Mount) -> None:
        """Open the article."""
        self.view.focus()
        self.top_bar.show("reader")
        self.fetch()

    def holds_back(self, event: Key) -> bool:
        """Keep keys that were pressed before the article was there, all but those that leave it."""
        if self.opening and self._may_wait(event):
            self._early.append(event)
            return True
        return False

    @property
    def opening(self) -> bool:
        """Whether the article, or who said what in it, has not come yet."""
        reading = self.reading
        return reading is None or (reading.attribution is None and len(reading.article.text) < QUICK)

    def _may_wait(self, event: Key) -> bool:
        action = self.keys.keymap.places[Place.READING].get((event.character or event.key,))
        return action is None or (action.group is not Group.PROGRAM and action.name not in ("back", "cancel"))

    def _press_early(self) -> None:
        """Let the keys that waited do what they do now."""
        early, self._early = self._early, []
        for event in early:
            self.app.post_message(Key(event.key, event.character))
        self.reader_app.opened(self)

    def hint_of(self, action: Action) -> str:
        """What is for entries of feeds is no use in any other article; a selection is ended as it was begun."""
        if action.name == "select" and self.view.selecting is not None:
            return "end"
        idle = action.name == "picture" and not self.pictures
        return "" if idle or action.group is Group.FEEDS else action.hint

    def use_palette(self) -> None:
        """Draw in another theme."""
        self.view.use(self.reader_app.palette)
        self.panel.use(self.reader_app.palette)

    # opening

    def fetch(self, *, refetch: bool = False) -> None:
        """Open the source, or fetch it again."""
        desk, source = self.desk, self.source
        if source == DEMO:  # a small file of the program's own: in the first frame, not after it
            self._opened(desk.open_demo())
            return
        self._stop = stop = threading.Event()
        if source.startswith(("http:", "https:")):
            self.say(f"opening {source} …  {self.reader_app.keymap.key_of('stop')} stops")
        self.work(
            lambda: desk.open(source, refetch=refetch, stop=stop.is_set, typed=self._typed),
            self._opened,
            group="open",
            failed=self._failed,
        )

    def _opened(self, reading: Reading) -> None:
        again = self.reading is not None
        place = self.view.caret if again else reading.place if self._offset is None else self._offset
        self.reading = reading
        self.message_bar.settle()
        self.view.show(reading.article, place)
        attributed = reading.attribution is not None
        self.panel.show(
            article=reading.article,
            attribution=Attribution(),
            quotations=(),
            notes=(),
            focus=None,
            attributed=False,
            silent={},
        )
        self.show_figures()
        if self.pictures:
            self.show_hints()
        if reading.from_library and reading.source.startswith("http"):
            self.say(f"from your library, fetched {since(reading.fetched)}; r fetches it again")
        elif reading.is_feed:
            self.say(f"this is a feed: {self.reader_app.keymap.key_of('subscribe')} follows it")
        elif again:
            self.say("fetched again")
        if attributed:
            self._attributed(reading)
        self.call_after_refresh(self._look_closer, reading)

    def _look_closer(self, reading: Reading) -> None:
        """Once the text is on the screen: who said what, and the notes."""
        if reading.attribution is None:
            self.work(lambda: self.desk.attribute(reading), self._attributed, group="attribute")
        self.refresh_notes()
        self.offer_tour()
        self.look_at_code()
        if self._watch is None:
            self._watch = self.set_interval(WATCH_EVERY, self._look_for_notes)

    def _look_for_notes(self) -> None:
        """Show what was noted in another window."""
        if self.is_active:
            self.work(self.desk.notes_changed, lambda changed: self.refresh_notes() if changed else None, group="watch")

    def notes_shown(self) -> None:
        """Go on with the unfinished note that this screen was opened for."""
        super().notes_shown()
        if any(note.kind is NoteKind.CORRECTION for note in self.notes) or self._corrected:
            self._corrected = True
            self.draw_attribution()
        self.into_book()
        mark, self._draft = self._draft, ""
        if mark:
            self.take_up(mark)

    def _attributed(self, reading: Reading) -> None:
        self.reading = reading
        self.draw_attribution()
        if reading.changes:
            changed = counted(len(reading.changes), "quotation")
            self.say(f"{changed} not as an earlier version of reader had them")
        self.reader_app.tell_problems()
        self._press_early()

    def _failed(self, error: ReaderError) -> None:
        if self.reading is None:
            self.reader_app.could_not_open(self, error)
        else:
            self.warn(error)

    @property
    def stopped(self) -> bool:
        """Whether the person stopped the fetching."""
        return self._stop.is_set()

    def do_stop(self, command: Command) -> None:
        """Stop what is being fetched, or a command that runs."""
        if self.end_commands():
            return
        if self.reading is None or self._stop.is_set():
            self._stop.set()
        else:
            self.do_cancel(command)
            self._stop.set()

    def do_refetch(self, _command: Command) -> None:
        """Fetch the article again, and say what changed in it."""
        reading = self.reading
        if reading is None:
            return
        if not is_web(reading.address) or reading.summary:
            self.fetch(refetch=True)
            return
        self._stop = stop = threading.Event()
        self.say(f"fetching {reading.address} …  {self.reader_app.keymap.key_of('stop')} stops")
        self.work(
            lambda: self.desk.versions.refetch(reading.address, stop.is_set),
            self._refetched,
            group="open",
            failed=self._failed,
        )

    def _refetched(self, found: tuple[Reading, Difference]) -> None:
        self._opened(found[0])
        self.changed(found[1])

    def feed_here(self) -> str:
        """The feed that was opened instead of an article."""
        return self.reading.address if self.reading is not None and self.reading.is_feed else ""

    def show_figures(self) -> None:
        """Count what the top bar tells."""
        article, view = self.view.article, self.view
        title = " · ".join(part for part in (article.site, article.title) if part) or "reader"
        figures = []
        if view.quotations:
            speakers = len({quotation.speaker for quotation in view.quotations if quotation.speaker})
            figures += [counted(len(view.quotations), "quotation"), counted(speakers, "speaker")]
        if noted := sum(note.kind is not NoteKind.CORRECTION for note in self.notes):
            figures.append(counted(noted, "note"))
        self.top_bar.show(title, " · ".join(figures))

    # panes

    def place(self) -> Place:
        """Body, selection or panel, whichever has the keys."""
        if self.panel_has_keys:
            return Place.PANEL
        if self.view.selecting is not None:
            return Place.VISUAL
        return Place.SEARCHING if self.view.hits else Place.READING

    def on_resize(self, event: Resize) -> None:
        """Share out the new width."""
        self._share_out(self.columns(event.size.width))

    def _share_out(self, width: int) -> None:
        """Fold at few columns; else give the body its measure and the panel the rest."""
        folded = width <= FOLD
        self.set_class(folded, "-folded")
        least = 37 if width >= NAMED_TABS else 32
        self.panel.styles.width = "1fr" if folded else max(least, min(50, width - self.view.measure - 14))
        self.set_class(folded and self.panel_has_keys, "-panel")

    def enter_panel(self) -> None:
        """Give the panel the keys, showing it where it is hidden."""
        self.remove_class("-no-panel")
        self.add_class("-panel")
        self.panel.rows.focus()

    def enter_body(self) -> None:
        """Give the body the keys."""
        self.remove_class("-panel")
        self.view.focus()

    def do_left_pane(self, _command: Command) -> None:
        """To the body."""
        self.enter_body()

    def do_right_pane(self, _command: Command) -> None:
        """To the panel."""
        self.enter_panel()

    def do_other_pane(self, _command: Command) -> None:
        """From body to panel or back."""
        if self.panel_has_keys:
            self.enter_body()
        else:
            self.enter_panel()

    def do_toggle_panel(self, _command: Command) -> None:
        """Show or hide the panel."""
        if self.has_class("-folded"):
            self.do_other_pane(_command)
        else:
            self.toggle_class("-no-panel")
            if self.has_class("-no-panel"):
                self.enter_body()

    def do_back(self, _command: Command) -> None:
        """End the selection, leave a folded panel, else leave the article; its place is kept."""
        if self.view.selecting is not None:
            self.view.place_selection(None)
        elif self.panel_has_keys and self.has_class("-folded"):
            self.enter_body()
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to where one came from."""
        self._stop.set()
        self.end_commands()
        self.keep_place()
        self.reader_app.go_back()

    def keep_place(self) -> None:
        """Remember where reading stopped."""
        if (reading := self.reading) is not None:
            self.desk.keep_place(reading, self.view.caret)
