"""All subscriptions: where each is filed, how it fares, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Mount

from reader.actions import Place
from reader.text import counted
from reader.ui.keys import Command
from reader.ui.layout.head import since
from reader.ui.screens.feed_changes import FeedChanges
from reader.ui.screens.one_list import FilteredList
from reader.ui.signs import FAILED, NO_SIGN
from reader.ui.widgets.rows import Paragraph, Row, RowList

if TYPE_CHECKING:
    from reader.library.feed_records import FeedRow

__all__ = ["SubscriptionsScreen"]

ORDERS = ("by folder", "by name", "those that failed first")


class SubscriptionsScreen(FilteredList, FeedChanges):
    """Lists every feed with its folder, tags, settings and last failure; or those only that failed."""

    PLACE = Place.SUBSCRIPTIONS
    ROWS = "feeds-list"
    WAITING = "Reading your subscriptions …"
    FILTER = "names, folders, tags and addresses with these words"

    def __init__(self, *, failed_only: bool = False) -> None:
        super().__init__()
        self._feeds: list[FeedRow] = []
        self._failed_only = failed_only
        self._order = 0

    def on_mount(self, _event: Mount) -> None:
        """Take the keys."""
        self.top_bar.show("reader · subscriptions")
        self.rows.focus()

    def on_screen_resume(self) -> None:
        """Read the feeds anew whenever one comes back to them."""
        self.reload()

    def reload(self) -> None:
        """Read the feeds."""
        self.read_anew(self.desk.feeds.feeds, self._show, group="subscriptions")

    def refreshed(self) -> None:
        """Show how the feeds fared."""
        self.reload()

    def show_failed(self) -> None:
        """List those only that failed, or all again."""
        self._failed_only = not self._failed_only
        self._draw()

    def _show(self, feeds: list[FeedRow]) -> None:
        self._feeds = feeds
        self._draw()

    def _draw(self) -> None:
        wanted = self.sought.casefold().split()
        shown = [feed for feed in self._feeds if _holds(feed, wanted) and (feed.error or not self._failed_only)]
        if self._order == 1:
            shown.sort(key=lambda feed: feed.name.casefold())
        elif self._order == 2:
            shown.sort(key=lambda feed: -feed.failures)
        rows: list[Row] = []
        folder = None
        for feed in shown:
            if self._order == 0 and feed.folder != folder:
                folder = feed.folder
                rows.append(_heading(folder or "In no folder"))
            rows.append(_row(feed))
        key = self.reader_app.keymap.key_of
        empty = f"No feed yet: {key('subscribe')} subscribes to one."
        if self._feeds:
            empty = "No feed has these words." if wanted else "Every feed was fetched without trouble."
        self.rows.show(rows, empty=empty)
        failed = sum(bool(feed.error) for feed in self._feeds)
        if self._failed_only:
            figures = [f"{failed} of {counted(len(self._feeds), 'feed')}"] if self._feeds else []
        else:
            figures = [counted(len(self._feeds), "feed")] if self._feeds else []
            figures += [f"{failed} failed"] if failed else []
        title = "feeds that failed" if self._failed_only else "subscriptions"
        self.top_bar.show(f"reader · {title}", " · ".join([*figures, ORDERS[self._order]]))

    def _chosen(self) -> FeedRow | None:
        return next((feed for feed in self._feeds if feed.key == self.rows.key), None)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Edit the feed."""
        if feed := self._chosen():
            self.edit_feed(feed.key)

    def do_edit(self, _command: Command) -> None:
        """Edit the feed."""
        if feed := self._chosen():
            self.edit_feed(feed.key)

    def do_delete(self, _command: Command) -> None:
        """Follow the feed no more."""
        if feed := self._chosen():
            self.unsubscribe(feed.name, feed.key)
        else:
            self.say("no feed here")

    def do_refetch(self, _command: Command) -> None:
        """Fetch what is new in this feed."""
        if feed := self._chosen():
            self.reader_app.refresh_feeds([feed.key])

    def do_why(self, _command: Command) -> None:
        """Say why the feed failed."""
        if feed := self._chosen():
            if feed.error:
                self.warn(f"{feed.name}: {feed.error}")
            else:
                self.say(f"{feed.name}: {_fared(feed)}")

    def do_browser(self, _command: Command) -> None:
        """Open the feed's site in the browser."""
        if feed := self._chosen():
            self.reader_app.show_in_browser(feed.link or feed.url)

    def do_copy(self, _command: Command) -> None:
        """Copy the feed's address."""
        if feed := self._chosen():
            self.reader_app.copy(feed.url)

    def do_sort(self, _command: Command) -> None:
        """Take the next order."""
        self._order = (self._order + 1) % len(ORDERS)
        self._draw()

    def seek(self, words: str, *, typing: bool) -> None:
        """Show only the feeds with some words."""
        self.sought = words
        self._draw()

    def do_cancel(self, command: Command) -> None:
        """End the filter, or the list of those that failed."""
        filtered = bool(self.sought)
        super().do_cancel(command)
        if self._failed_only and not filtered:
            self._failed_only = False
            self._draw()


def _heading(title: str) -> Row:
    return Row(None, (Paragraph((("", ""),)), Paragraph(((title, "bold accent"),))))


def _row(feed: FeedRow) -> Row:
    sign = (FAILED, "error") if feed.error else (NO_SIGN, "")
    name = Paragraph((sign, (feed.name, "bold")), right=f"checked {since(feed.checked)}" if feed.checked else "new")
    about = [" ".join(f"#{tag}" for tag in feed.tags), f"every {feed.interval} min" if feed.interval else ""]
    about += ["full text" if feed.full_text else "", feed.url]
    below = Paragraph(((" · ".join(part for part in about if part), "muted"),), indent=2)
    if not feed.error:
        return Row(feed.key, (name, below))
    return Row(feed.key, (name, Paragraph(((_failure(feed), "warning"),), limit=3, indent=2), below))


def _failure(feed: FeedRow) -> str:
    times = f" ({feed.failures} times in a row)" if feed.failures > 1 else ""
    gone = " · gone for good, it is not asked for any more" if feed.gone else ""
    return f"{feed.error.removeprefix(f'{feed.url}: ')}{times}{gone}"  # its address stands below


def _fared(feed: FeedRow) -> str:
    return f"fetched without trouble, {since(feed.checked)}" if feed.checked else "not fetched yet"


def _holds(feed: FeedRow, wanted: list[str]) -> bool:
    text = f"{feed.name} {feed.folder} {' '.join(feed.tags)} {feed.url}".casefold()
    return all(word in text for word in wanted)
