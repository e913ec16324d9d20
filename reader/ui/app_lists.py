"""What the application does with lists of feeds on every screen: take in a person's own, or one that ships."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text import counted
from reader.ui.app_feeds import FeedsEverywhere
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen

if TYPE_CHECKING:
    from reader.app.feeds.beginning import Starter
    from reader.app.feeds.lists import ListTaken

__all__ = ["ListsEverywhere"]


class ListsEverywhere(FeedsEverywhere, inherit_bindings=False):
    """A part of the application."""

    def do_import_feeds(self, _command: Command) -> None:
        """Ask for a list of feeds."""
        if isinstance(self.screen, KeyedScreen):
            hint = "an OPML file, or newsboat's urls; empty: newsboat's own"
            self.screen.ask("import_feeds", "import feeds from:", "", hint)

    def import_feeds(self, named: str) -> None:
        """Follow the feeds of a file or folder."""
        from reader.app.feeds.beginning import bring

        if isinstance(screen := self.screen, KeyedScreen):
            self.tell("reading the list …")
            screen.work(lambda: bring(self.desk.feeds, self.desk.paths, named), self._taken, group="subscribe")

    def do_starters(self, _command: Command) -> None:
        """Show the lists that ship."""
        from reader.app.feeds.beginning import starters

        if isinstance(screen := self.screen, KeyedScreen):
            screen.work(starters, lambda found: self._choose_starter(screen, found), group="subscribe")

    def _choose_starter(self, screen: KeyedScreen, found: Sequence[Starter]) -> None:
        from reader.app.feeds.beginning import follow_starter
        from reader.ui.screens.choosing import Choosing

        def chosen(place: int | None) -> None:
            if place is not None:
                starter = found[place]
                screen.work(lambda: follow_starter(self.desk.feeds, starter), self._taken, group="subscribe")

        choices = [(one.topic, counted(len(one.feeds), "feed"), ", ".join(one.feeds)) for one in found]
        self.push_screen(Choosing("Feeds to begin with", choices, self.palette), chosen)

    def _taken(self, taken: ListTaken) -> None:
        """Show the feeds that have come, and tell in a line what has and what has not."""
        self.show_panes()
        for each in self.screen_stack:
            if isinstance(each, KeyedScreen):
                each.refreshed()
        parts = [f"{counted(len(taken.added), 'feed')} followed"]
        parts += [f"{len(taken.known)} followed before"] if taken.known else []
        parts += [f"{counted(len(taken.searches), 'search', 'searches')} saved"] if taken.searches else []
        parts += [f"{len(taken.left)} not taken ({taken.left[0]})"] if taken.left else []
        fetch = f": {self.keymap.key_of('refresh_all')} fetches what is new" if taken.added else ""
        self.tell(", ".join(parts) + fetch)
