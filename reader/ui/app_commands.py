"""What the application does on every screen to open an article and to take the tour."""

from __future__ import annotations

from reader.app.addresses import DEMO
from reader.ui.app_lists import ListsEverywhere
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen

__all__ = ["CommandsEverywhere"]


class CommandsEverywhere(ListsEverywhere, inherit_bindings=False):
    """A part of the application."""

    def open_source(self, source: str, *, typed: bool = True, offset: int | None = None, draft: str = "") -> None:
        """Open another article over this screen.

        ``typed`` says that the user named it, not a page; ``draft`` which unfinished note to go on with.
        """
        from reader.ui.screens.reading import ReadingScreen

        self.push_screen(ReadingScreen(source, typed=typed, offset=offset, draft=draft))

    def do_tour(self, _command: Command) -> None:
        """Take the tour, in the article that ships."""
        from reader.ui.screens.reading import ReadingScreen

        screen = self.screen
        if isinstance(screen, ReadingScreen) and screen.source == DEMO:
            screen.begin_tour()
        elif isinstance(screen, KeyedScreen):
            screen.work(self.desk.tour.offer, lambda _nothing: self.open_source(DEMO), group="tour")
