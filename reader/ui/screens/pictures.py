"""The pictures of an article, one at a time: each is fetched when a key asks for it, and never else."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import Mount

from reader.actions import Action, Place
from reader.app.pictures import Picture
from reader.errors import ReaderError
from reader.hosts import real_host
from reader.ui.half_blocks import half_blocks, shades
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.picture_view import PictureView

__all__ = ["PictureScreen"]

_HINTS = {
    "next_picture": "next",
    "previous_picture": "before",
    "browser": "browser",
    "copy": "copy address",
    "back": "back",
    "help": "help",
}
NO_WORDS = "The page says nothing about this picture."


class PictureScreen(KeyedScreen):
    """Shows the pictures of one article, beginning with one of them."""

    PLACE = Place.PICTURE

    def __init__(self, title: str, pictures: Sequence[Picture], first: int) -> None:
        super().__init__()
        self._title, self._pictures, self._here = title, pictures, first
        self._stop = threading.Event()
        self._asked: tuple[int, int, int] | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        """Top line, picture with its words, hints and messages."""
        self.top_bar = TopBar()
        self._view = PictureView(self.reader_app.palette, self.desk.config.measure)
        yield self.top_bar
        yield self._view
        yield self.foot

    def on_mount(self, _event: Mount) -> None:
        """Take the keys; the picture is got once there is a size for it."""
        self._view.focus()

    def on_unmount(self) -> None:
        """Fetch no further."""
        self._stop.set()

    def use_palette(self) -> None:
        """Draw in another theme."""
        self._view.use(self.reader_app.palette)
        self._get()

    @property
    def _picture(self) -> Picture:
        return self._pictures[self._here]

    def _words(self) -> list[tuple[str, str]]:
        picture = self._picture
        words = [(picture.caption or NO_WORDS, "paragraph" if picture.caption else "figure")]
        if picture.credit:
            words.append((picture.credit, "credit"))
        return [*words, (f"from {real_host(picture.address)}", "muted")]

    def hint_of(self, action: Action) -> str:
        """What can be done with a picture."""
        if action.name in ("next_picture", "previous_picture") and len(self._pictures) == 1:
            return ""
        return _HINTS.get(action.name, "")

    # getting it

    def on_picture_view_resized(self, _event: PictureView.Resized) -> None:
        """Make it anew for another size; one that is being got is got first."""
        if not self._busy and self._asked != (self._here, *self._view.room):
            self._get()

    def _get(self) -> None:
        """Get the picture, from the cache if it is there, and make lines of it: all off the UI thread."""
        self._stop.set()
        self._stop, self._busy = threading.Event(), True
        stop, picture, palette, desk = self._stop, self._picture, self.reader_app.palette, self.desk
        self.top_bar.show(self._title or "reader", f"picture {self._here + 1} of {len(self._pictures)}")
        if palette.plain:
            self._busy = False
            self._view.tell(
                self._words(), self.with_keys("A plain screen draws no pictures: {browser} opens this one.")
            )
            return
        stops = self.reader_app.keymap.key_of("stop")
        self._view.tell(self._words(), f"getting it from {real_host(picture.address)} …  {stops} stops")
        columns, rows = self._view.room
        self._asked = (self._here, columns, rows)
        coloured = self.app.console.color_system in ("256", "truecolor")

        def job() -> list[list[Segment]]:
            ground = palette.theme.background
            pixels = desk.pictures.get(picture, columns, 2 * rows, ground, stop.is_set)
            if coloured:
                return half_blocks(pixels, ground)
            return shades(pixels, palette.style("blank"), dark=palette.theme.dark)

        self.work(job, self._show, group="picture", failed=self._failed)

    def _show(self, lines: list[list[Segment]]) -> None:
        self._busy = False
        self._view.show(self._words(), lines)
        if self._asked != (self._here, *self._view.room):  # the terminal was resized meanwhile
            self._get()

    def _failed(self, error: ReaderError) -> None:
        self._busy = False
        self._view.tell(self._words(), str(error), error=True)

    # keys

    def do_next_picture(self, command: Command) -> None:
        """The next picture."""
        self._go(command.count or 1)

    def do_previous_picture(self, command: Command) -> None:
        """The picture before."""
        self._go(-(command.count or 1))

    def _go(self, steps: int) -> None:
        there = min(max(self._here + steps, 0), len(self._pictures) - 1)
        if there == self._here:
            self.say("this is the last picture" if steps > 0 else "this is the first picture")
            return
        self._here = there
        self._get()

    def do_stop(self, _command: Command) -> None:
        """Stop getting it."""
        self._stop.set()

    def do_browser(self, _command: Command) -> None:
        """Open the picture in the browser."""
        self.reader_app.show_in_browser(self._picture.address)

    def do_copy(self, _command: Command) -> None:
        """Copy the picture's address."""
        self.reader_app.copy(self._picture.address)

    def do_picture(self, _command: Command) -> None:
        """The key that brought it takes it away."""
        self.reader_app.go_back()

    def do_cancel(self, command: Command) -> None:
        """Take a message away, else the picture."""
        if self.message_bar.has_class("-shown"):
            super().do_cancel(command)
        else:
            self.reader_app.go_back()
