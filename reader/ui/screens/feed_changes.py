"""Changing and leaving feeds, with a way back. A part of the screens that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import BadInput
from reader.text import counted
from reader.ui.screens.undoing import Undoing

if TYPE_CHECKING:
    from reader.credentials import Login
    from reader.library.feed_records import FeedRow, Marked, SavedSearch
    from reader.ui.screens.feed_editor import Settings

__all__ = ["FeedChanges"]


class FeedChanges(Undoing):
    """Asks for a feed's settings and saves them, and ends subscriptions; both can be undone."""

    def feeds_changed(self) -> None:
        """A feed was changed, in a thread just now: what is listed is to be read anew."""

    def edit_feed(self, key: int) -> None:
        """Edit a feed's name, folder, tags, interval, whether its full text is fetched, and as whom it is asked for."""

        def read() -> tuple[FeedRow | None, list[str]]:
            rows = self.desk.feeds.feeds()
            return next((row for row in rows if row.key == key), None), self.desk.feeds.folders()

        self.work(read, lambda found: self._edit(*found), group="feed")

    def _edit(self, feed: FeedRow | None, folders: list[str]) -> None:
        from reader.ui.screens.feed_editor import FeedEditor

        if feed is None:
            self.say("this feed is not there any more")
            return

        def save(settings: Settings | None) -> None:
            if settings is None:
                return
            login = [str(settings.pop(name)) for name in ("user", "password", "command") if name in settings]
            before = {name: _setting(feed, name) for name in settings}
            if settings != before or login:
                self._change(feed, settings, before, login)

        self.app.push_screen(FeedEditor(feed, folders, _login_of(feed)), save)

    def _change(self, feed: FeedRow, settings: Settings, before: Settings, login: list[str]) -> None:
        def change() -> None:
            if login:  # first: a keyring may refuse
                user, password, command = login
                self.desk.feeds.set_login(feed.key, user, password=password, command=command)
            self.desk.feeds.change(feed.key, **settings)
            self.feeds_changed()

        def back() -> None:
            self.desk.feeds.change(feed.key, login=feed.login, **before)
            self.feeds_changed()

        self.change(f"change {feed.name}", change, back, f"{settings['name'] or feed.title or feed.name}: changed")

    def unsubscribe(self, name: str, key: int | str) -> None:
        """Follow a feed no more."""
        marked: list[Marked] = []

        def remove() -> None:
            if isinstance(key, int):
                marked[:] = [self.desk.feeds.unsubscribe(key)]
            self.feeds_changed()

        def restore() -> None:
            self.desk.feeds.unmark(marked[0])
            self.feeds_changed()

        def said() -> str:
            gone = marked[0].count
            with_it = f", with {counted(gone, 'entry', 'entries')}" if gone else ""
            return f"{name}: not followed any more{with_it}; {self.with_keys('{undo} brings it back')}"

        self.change(f"leave {name}", remove, restore, said)

    def drop_search(self, key: int, name: str) -> None:
        """Forget a saved search."""
        dropped: list[SavedSearch] = []

        def drop() -> None:
            wanted = dropped[0].key if dropped else key
            dropped[:] = [search for search in self.desk.feeds.saved_searches() if search.key == wanted]
            self.desk.feeds.drop_search(wanted)

        def restore() -> None:
            dropped[:] = [self.desk.feeds.save_search(search.name, search.query) for search in dropped]

        said = f"{name}: search dropped; {self.with_keys('{undo} brings it back')}"
        self.change(f"drop the search {name}", drop, restore, said)


def _login_of(feed: FeedRow) -> Login | None:
    """Whose account the feed is read with; None too for a login that cannot be read any more, to be given anew."""
    from reader.credentials import Login

    try:
        return Login.read(feed.login)
    except BadInput:
        return None


def _setting(feed: FeedRow, name: str) -> str | int | bool | tuple[str, ...]:
    value: str | int | bool | tuple[str, ...] = getattr(feed, "given_name" if name == "name" else name)
    return value
