"""One sitting at the program: keys go in, the screen's text comes out. Nothing sleeps, nothing is guessed.

The only place of the tests that knows how Textual is waited for and how its screen is read.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from rich.style import Style
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled

from reader.actions import parse_keys
from reader.app import Desk
from reader.paths import find_paths
from reader.ui.app import ReaderApp

WIDE = (140, 42)
NARROW = (80, 24)


class Sitting:
    """A running program. A selector names a part of the screen: ``#body``, ``#panel-rows``, ``TopBar``…"""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    # in

    async def press(self, *written):
        """Press keys as the registry writes them (``3w``, ``gq``, ``ctrl+o``), each after what the last one did."""
        for key in (key for words in written for key in parse_keys(words)):
            self.app.post_message(_event(key))
            await self.settle()

    async def press_fast(self, *written):
        """Press keys before anything has come of the ones before."""
        for key in (key for words in written for key in parse_keys(words)):
            self.app.post_message(_event(key))
        await self.settle()

    async def paste(self, text):
        """Put text into the field that has the keys, as a terminal pastes it."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def fill(self, text):
        """Answer the prompt that is open."""
        await self.paste(text)
        await self.press("enter")

    async def point_at(self, words, selector="#panel-rows"):
        """Bring the cursor of a list to the row with some words."""
        await self.press("gg")
        seen = set()
        while words not in (row := self.picked(selector)):
            assert row not in seen, f"{words!r} is in no row of\n{self.text(selector)}"
            seen.add(row)
            await self.press("j")

    async def start_opening(self, source):
        """Open a source that will not come: wait for the screen only, not for the fetching."""
        self.app.open_source(source)
        while getattr(self.app.screen, "source", "") != source or self.app.focused is None:
            await self.pilot.pause(0)
        await self.pilot.pause(0)

    async def resize(self, width, height):
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, selector, words):
        """Click on the first letter of some words in a part of the screen."""
        row, column = self.find(words, selector)
        region = self.app.screen.query_one(selector).scrollable_content_region
        await self.pilot.click(offset=(region.x + column, region.y + row))
        await self.settle()

    async def settle(self):
        """Wait until every worker has ended and every message has been dealt with."""
        quiet = 0
        while quiet < 2 and not self.left:
            await self.pilot.pause(0)
            running = [worker for worker in self.app.workers if not worker.is_finished]
            if running:
                with suppress(WorkerCancelled):  # the program was left meanwhile
                    await self.app.workers.wait_for_complete(running)
            busy = running or any(node.message_queue_size for node in self._nodes())
            quiet = 0 if busy else quiet + 1

    async def until_left(self):
        """Wait until the program has been told to end."""
        while not self.left:
            await asyncio.sleep(0)

    def _nodes(self):
        return [self.app, *(node for screen in self.app.screen_stack for node in screen.walk_children(with_self=True))]

    # out

    def strips(self, selector=None):
        strips = self.app.screen._compositor.render_strips()
        if selector is None:
            return strips
        region = self.app.screen.query_one(selector).scrollable_content_region
        return [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]

    def lines(self, selector=None):
        """The lines of the screen, or of a part of it, as text; of what is hidden there are none."""
        return [strip.text.rstrip() for strip in self.strips(selector)]

    def text(self, selector=None):
        return "\n".join(self.lines(selector))

    def flat(self, selector=None):
        """The text on one line: where a line is broken does not matter then."""
        return " ".join(self.text(selector).split())

    def shows(self, words, selector=None):
        return words in self.text(selector)

    def find(self, words, selector=None):
        """Row and column, in cells, where words stand."""
        for row, strip in enumerate(self.strips(selector)):
            before, found, _ = strip.text.partition(words)
            if found:
                from rich.cells import cell_len

                return row, cell_len(before)
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text(selector)}")

    def style(self, words, selector=None) -> Style:
        """How the first letter of some words is drawn."""
        row, column = self.find(words, selector)
        return next(iter(self.strips(selector)[row].crop(column, column + 1))).style

    def picked(self, selector="#panel-rows"):
        """The text of the row that the cursor is on."""
        rows = [line for line in self.lines(selector) if line.startswith(("▌", "▏"))]
        return " ".join(" ".join(line[1:].split()) for line in rows)

    @property
    def message(self):
        """The word to the person at the foot; empty where there is none."""
        return self.flat("MessageBar") if self.app.screen.query("MessageBar") else ""

    @property
    def left(self):
        """Whether the program has ended, well or not."""
        return self.app._exit or self.app.defect is not None

    @property
    def screen(self):
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    # what is behind the screen

    @property
    def desk(self):
        return self.app.desk

    @property
    def view(self):
        return self.app.screen.query_one("#body")

    @property
    def line_at_caret(self):
        """The text of the article's line that the caret is on."""
        view = self.view
        pieces = view.lines.lines[view.lines.line_of(view.caret)].pieces
        return view.article.text[pieces[0].start : pieces[-1].end]

    def at_caret(self, length=12):
        return self.view.article.text[self.view.caret : self.view.caret + length]


def _event(key):
    if len(key) == 1:
        return Key(_character_to_key(key), key)
    return Key(key, {"space": " ", "tab": "\t", "enter": "\r"}.get(key))


@asynccontextmanager
async def sit_down(home: Path | Desk, source: str | Path | None = None, size: tuple[int, int] = WIDE):
    """Start the program with its files in ``home``, or at a desk of one's own, on a source or on the library."""
    desk = home if isinstance(home, Desk) else Desk(find_paths(home))
    app = ReaderApp(desk, None if source is None else str(source))
    try:
        async with app.run_test(size=size) as pilot:
            sitting = Sitting(app, pilot)
            await sitting.settle()
            yield sitting
    finally:
        desk.close()
