"""What the application does with feeds on every screen: subscribe, edit, refresh, tell what failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from reader.errors import ReaderError
from reader.ui.keys import Command
from reader.ui.refreshing import Refreshing, far, told
from reader.ui.screens.base import KeyedScreen

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.app.feeds.finding import Preview
    from reader.app.keymap import Keymap
    from reader.feeds.refresh import Progress, Report
    from reader.library.feed_records import FeedRow
    from reader.ui.palette import Palette

__all__ = ["FeedsEverywhere"]


class FeedsEverywhere(App[ReaderError | None], inherit_bindings=False):
    """A part of the application."""

    desk: Desk
    keymap: Keymap
    palette: Palette

    class Came(Message):
        """A refresh has come so far."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, FeedsEverywhere.Came)

    class Refreshed(Message):
        """A refresh has ended."""

        def __init__(self, outcome: Report | ReaderError) -> None:
            super().__init__()
            self.outcome = outcome

    def tell(self, words: str) -> None:
        """Say something on the screen that is looked at."""
        if isinstance(self.screen, KeyedScreen):
            self.screen.say(words)

    # refreshing

    _refreshing: Refreshing | None = None

    def refresh_feeds(self, keys: Sequence[int] | None = None) -> None:
        """Fetch what is new in these feeds, in all when None, while everything else goes on."""
        if self._refreshing is None:
            self._refreshing = Refreshing(self.desk, self._come)
        refreshing = self._refreshing
        stop = self.keymap.key_of("stop")
        if refreshing.running:
            self.tell(f"feeds are being refreshed already: {stop} stops that")
            return
        refreshing.begin()
        self.run_worker(
            lambda: self.post_message(self.Refreshed(refreshing.run(keys))),
            thread=True,
            group="refresh",
            exit_on_error=True,
        )

    def _come(self, progress: Progress) -> None:
        self.post_message(self.Came(progress))

    def stop_refreshing(self) -> bool:
        """Stop a refresh; False when none is under way."""
        if self._refreshing is None or not self._refreshing.running:
            return False
        self._refreshing.stop()
        return True

    def on_feeds_everywhere_came(self, event: Came) -> None:
        """Show how far the refresh is."""
        if isinstance(self.screen, KeyedScreen) and self._refreshing and self._refreshing.running:
            self.screen.foot.show_progress(*far(event.progress), self.keymap.key_of("stop"))

    def on_feeds_everywhere_refreshed(self, event: Refreshed) -> None:
        """Show what it brought, on every screen."""
        if self._refreshing is not None:
            self._refreshing.running = False
        for screen in self.screen_stack:
            if isinstance(screen, KeyedScreen):
                screen.foot.end_progress()
                screen.refreshed()
        if isinstance(event.outcome, ReaderError):
            if isinstance(self.screen, KeyedScreen):
                self.screen.warn(event.outcome)
        else:
            if event.outcome.new:
                self.show_panes()  # a server may have brought a newcomer's first feeds
            self.tell(told(event.outcome, self.keymap.key_of("failures"), self.keymap.key_of("last_refresh")))

    # the actions that work everywhere

    def do_refresh_all(self, _command: Command) -> None:
        """Fetch what is new in all feeds."""
        self.refresh_feeds()

    def do_subscribe(self, _command: Command) -> None:
        """Ask for the address of a feed, or of a page that has one."""
        if isinstance(self.screen, KeyedScreen):
            here = self.screen.feed_here()
            self.screen.ask(
                "subscribe", "subscribe to:", here, "its address, or that of a page that has one", select=True
            )

    def subscribe_to(self, url: str) -> None:
        """Look for the feed at an address, show what it says, and follow it if that is wanted."""
        screen = self.screen
        if not isinstance(screen, KeyedScreen):
            return

        def looked(found: Preview) -> None:
            if found.followed:
                self.tell(f"{found.followed.name} is followed already")
            else:
                self._offer(screen, found)

        self.tell("looking for a feed …")
        screen.work(lambda: self.desk.feeds.preview(url), looked, group="subscribe")

    def _offer(self, screen: KeyedScreen, found: Preview) -> None:
        """Show the feed that was read, with its newest entries, and the others there; follow the one that is chosen."""
        from reader.app.render.preview import preview_lines
        from reader.ui.screens.choosing import Choosing

        others = () if found.itself else found.candidates[1:]

        def chosen(place: int | None) -> None:
            if place is None:
                self.tell("nothing is followed")
            elif place == 0:
                self._follow(screen, found)
            else:
                self.subscribe_to(others[place - 1].url)

        choices = [
            preview_lines(found),
            *((" · ".join(part for part in (one.title, one.url) if part), "") for one in others),
        ]
        title = "Follow which feed?" if others else "Follow this feed?"
        self.push_screen(Choosing(title, choices, self.palette), chosen)

    def _follow(self, screen: KeyedScreen, found: Preview) -> None:
        def followed(feed: FeedRow) -> None:
            self.show_panes()
            for each in self.screen_stack:
                if isinstance(each, KeyedScreen):
                    each.refreshed()
            self.tell(f"subscribed to {feed.name}")

        screen.work(lambda: self.desk.feeds.follow(found), followed, group="subscribe")

    def show_panes(self) -> None:
        """Show the panes: there is a feed now."""
        raise NotImplementedError

    def do_subscriptions(self, _command: Command) -> None:
        """Edit the subscriptions."""
        from reader.ui.screens.subscriptions import SubscriptionsScreen

        if not isinstance(self.screen, SubscriptionsScreen):
            self.push_screen(SubscriptionsScreen())

    def do_failures(self, _command: Command) -> None:
        """List the feeds that failed, and why."""
        from reader.ui.screens.subscriptions import SubscriptionsScreen

        if isinstance(self.screen, SubscriptionsScreen):
            self.screen.show_failed()
        else:
            self.push_screen(SubscriptionsScreen(failed_only=True))

    def do_last_refresh(self, _command: Command) -> None:
        """Show how the last refresh of this sitting went."""
        report = self._refreshing.report if self._refreshing else None
        if report is None:
            self.tell(f"no refresh yet in this sitting: {self.keymap.key_of('refresh_all')} begins one")
            return
        from reader.app.render.feeds import report_line
        from reader.ui.refresh_rows import refresh_rows
        from reader.ui.screens.report import ReportScreen

        rows, figures = refresh_rows(report), report_line(report).strip()
        empty = "Every feed was fetched without trouble, and no rule has anything to tell."
        title = "reader · the last refresh"
        self.push_screen(ReportScreen(title, rows, lambda _key: None, figures=figures, empty=empty))

    def do_read_last(self, _command: Command) -> None:
        """Show what was read last."""
        from reader.ui.screens.library import LibraryScreen

        if not isinstance(self.screen, LibraryScreen):
            self.push_screen(LibraryScreen())
