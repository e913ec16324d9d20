"""What a person does with feeds and their entries, as one object for the screen and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import structs

from reader.app.articles import Articles
from reader.app.feeds.noted import NotedEntries
from reader.app.feeds.opening import Opening, Stop
from reader.app.hooks import Hooks
from reader.app.notes import Notes
from reader.app.reading import Reading
from reader.config import Config
from reader.credentials import Credentials, Login
from reader.errors import BadInput
from reader.library.connections import Connections
from reader.library.entries import Entries
from reader.library.feed_records import EntryRow, FeedRow, Marked, Order, SavedSearch, Source, SourceKind
from reader.library.places import Places
from reader.library.saved_searches import SavedSearches
from reader.library.selection import Selection
from reader.library.subscriptions import Subscriptions
from reader.model import Feed
from reader.paths import Paths
from reader.text import clean_line

if TYPE_CHECKING:
    from reader.app.feeds.finding import Preview
    from reader.app.servers import Servers
    from reader.feeds.refresh import Progress, Report
    from reader.library.intents import Taken

__all__ = ["Feeds"]


class Feeds:
    """The feeds' half of the desk, over the library that the articles are in too.

    Every method may be called from any thread and raises ReaderError, one line, when it cannot do what it says.
    """

    def __init__(
        self,
        paths: Paths,
        config: Config,
        articles: Articles,
        notes: Notes,
        servers: Callable[[], Servers],
        hooks: Hooks,
        allow: Collection[str] = (),
    ) -> None:
        self._paths = paths
        self._config = config
        self._articles = articles
        self._servers = servers
        self._hooks = hooks
        self._allow = tuple(allow)
        self._notes = notes
        self._noted = NotedEntries(notes, self.connections)

    @property
    def connections(self) -> Connections:
        """The library's file."""
        return self._articles.library.connections

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """The feeds' own rows."""
        return Subscriptions(self.connections)

    @cached_property
    def library(self) -> Entries:
        """The entries' own rows."""
        return Entries(self.connections, searched=self._searched)

    @cached_property
    def opening(self) -> Opening:
        """The way to entries' full texts."""
        return Opening(self._articles, self.connections)

    @cached_property
    def credentials(self) -> Credentials:
        """The way to passwords."""
        return self._servers().credentials

    @cached_property
    def searches(self) -> SavedSearches:
        """The saved searches."""
        return SavedSearches(self.connections)

    def sources(self) -> list[Source]:
        """The places where entries are found, in the order in which they are shown.

        Today, Unread, Starred, Saved, Noted and All; saved searches; folders with their feeds; feeds in no folder;
        tags. What notes there are is looked up when the notes have changed.
        """
        self._articles.try_(self._noted.bring_up_to_date)
        places = Places(self.connections)
        return [*places.fixed(), *map(self._search_source, self.searches.all()), *places.feeds()]

    def _search_source(self, search: SavedSearch) -> Source:
        """A saved search with what it finds; one that cannot be read any more says so as a feed that failed does."""
        source = Source(SourceKind.SEARCH, search.name, search.key)
        try:
            total, unread = self.library.count(source), self.library.count(source, hide_read=True)
        except BadInput as error:
            return structs.replace(source, error=str(error))
        return structs.replace(source, total=total, unread=unread)

    def _searched(self, key: int) -> Selection:
        from reader.app.search.search import Search

        return Search(self._articles, self._notes).selection(self.searches.get(key).query)

    def entries(
        self,
        source: Source,
        *,
        order: Order = Order.NEWEST,
        hide_read: bool = False,
        words: str = "",
        limit: int = 500,
        offset: int = 0,
    ) -> list[EntryRow]:
        """A page of a source's entries; ``words`` must all be in the title, the author or the feed's name."""
        self._articles.try_(self._noted.bring_up_to_date)
        return self.library.rows(source, order=order, hide_read=hide_read, words=words, limit=limit, offset=offset)

    def count(self, source: Source, *, hide_read: bool = False, words: str = "") -> int:
        """How many entries a source holds."""
        return self.library.count(source, hide_read=hide_read, words=words)

    def place(
        self, source: Source, key: int, *, order: Order = Order.NEWEST, hide_read: bool = False, words: str = ""
    ) -> int:
        """How many entries of a list stand before this one, or would if it were in it: where a page shows it."""
        return self.library.place(source, key, order=order, hide_read=hide_read, words=words)

    def entry(self, key: int) -> EntryRow | None:
        """One entry, None when it is gone."""
        return self.library.row(key)

    def open_entry(self, key: int, *, stop: Stop | None = None) -> Reading:
        """The entry's article: as it is stored, else fetched and stored.

        Where that fails (offline, no article in the page) it is what the feed itself says, with the reason in
        ``Reading.summary``, and the article is fetched with the next refresh. A page's address comes from the feed,
        so it may only be a public one. BadInput when there is no such entry.
        """
        reading = self.opening.open(key, stop)
        self._hooks.opened(reading)
        return reading

    def glance(self, key: int) -> Reading | None:
        """What is here of an entry, to look at in passing: nothing is fetched, and it does not count as opened.

        The feed's own text when the article is not stored (``Reading.summary``); None when there is no such entry.
        """
        return self.opening.glance(key)

    def save_offline(self, keys: Iterable[int], *, stop: Stop | None = None) -> Marked:
        """Mark entries as saved and fetch their full text now; what cannot be fetched waits for the next refresh."""
        chosen = list(keys)
        marked = self.library.mark(chosen, {"saved": True})
        self.opening.wanted.add(chosen)
        for key in chosen:
            if stop is not None and stop():
                break
            self.opening.bring(key, stop)
        return marked

    def newest(self) -> int:
        """The key of the entry that was stored last: a larger one says that something has come."""
        return self.library.newest()

    def waiting(self) -> int:
        """How many entries wait for their full text."""
        return len(self.opening.wanted.next())

    def mark(
        self,
        keys: Iterable[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        saved: bool | None = None,
        hidden: bool | None = None,
    ) -> Marked:
        """Give entries these states; what it gives back takes it back (``unmark``).

        A story that several feeds carry is read or hidden in all of them.
        """
        states = {"read": read, "starred": starred, "saved": saved, "hidden": hidden}
        return self.library.mark(list(keys), {flag: value for flag, value in states.items() if value is not None})

    def mark_all(self, source: Source, upto: datetime | None = None) -> Marked:
        """Mark a source's entries as read, those only that were first seen up to a moment: what was on the screen."""
        keys = self.library.unread_keys(source, upto)
        return structs.replace(self.library.mark(keys, {"read": True}), listed=len(keys))

    def tag(self, keys: Iterable[int], tags: Iterable[str]) -> Marked:
        """Give entries these tags and no others."""
        clean = dict.fromkeys(filter(None, (clean_line(tag) for tag in tags)))
        return self.library.tag(list(keys), list(clean))

    def unmark(self, marked: Marked) -> None:
        """Take back what ``mark``, ``mark_all``, ``tag`` or ``unsubscribe`` did."""
        if marked.rows:
            self.subscriptions.restore(marked)
        else:
            self.library.unmark(marked)

    def next_unread(
        self, source: Source, after_key: int, backwards: bool = False, *, order: Order = Order.NEWEST
    ) -> EntryRow | None:
        """The next unread entry below (or above) one in a source's list, None when there is none."""
        return self.library.next_unread(source, after_key, order=order, backwards=backwards)

    def next_source_with_unread(self, source: Source, backwards: bool = False) -> Source | None:
        """The next feed below (or above) a source that has something unread; from the end it begins anew."""
        sources = self.sources()
        places = [(one.kind, one.key) for one in sources]
        if backwards:
            sources.reverse()
            places.reverse()
        start = places.index((source.kind, source.key)) + 1 if (source.kind, source.key) in places else 0
        around = [*sources[start:], *sources[:start]]
        return next(
            (one for one in around if one.kind is SourceKind.FEED and one.unread and one.key != source.key), None
        )

    def feeds(self) -> list[FeedRow]:
        """Every feed that is followed, by folder and name."""
        return self.subscriptions.all()

    def folders(self) -> list[str]:
        """Every folder in use, by name."""
        return self.subscriptions.folders()

    def feed(self, named: str) -> FeedRow:
        """The feed of this key, address or name, in any case, or of the only name that has it in it. BadInput else."""
        feeds, wanted = self.feeds(), named.strip().casefold()
        exact = [feed for feed in feeds if wanted in (str(feed.key), feed.url.casefold(), feed.name.casefold())]
        found = exact or [feed for feed in feeds if wanted and wanted in feed.name.casefold()]
        if len(found) == 1:
            return found[0]
        shown = clean_line(named)
        if not found:
            raise BadInput(f"{shown}: no feed of this name or address: `reader feeds` lists them")
        raise BadInput(f"{shown}: {len(found)} feeds have a name like this: give more of it, or the address")

    def preview(self, url: str, stop: Stop | None = None, login: tuple[str, str] | None = None) -> Preview:
        """The feed behind an address that a person typed, found and read, with the others there; nothing is stored.

        ``login`` is a name and a password for its host. FetchFailed or BadInput when there is none: see
        ``reader.feeds.discovery``.
        """
        from reader.app.feeds.finding import Finder, web_address

        known = self.subscriptions.find(web_address(url))
        finder = Finder(self._config.deadline, self._allow, stop, login=login)
        if known and not login:
            finder = replace(finder, user_agent=known.user_agent, login=self.credentials.pair(known.login, known.url))
        found = finder.preview(url)
        return replace(found, followed=known or self.subscriptions.find(found.url))

    def look(self, source: str, stop: Stop | None = None) -> Preview:
        """What a feed says that is in a file, on standard input (``-``) or behind an address; nothing is stored."""
        from reader.app.feeds.looking import look

        return look(source, lambda url: self.preview(url, stop))

    def follow(self, found: Preview, *, folder: str = "", tags: Iterable[str] = (), name: str = "") -> FeedRow:
        """Follow a feed that was looked at, and store the entries that came. BadInput when it is followed already."""
        from reader.app.feeds.following import store_first

        feed = found.feed
        row = self.subscribe(
            found.url, folder=folder, tags=tags, name=name, title=feed.title, link=feed.link, typed=found.typed
        )
        store_first(self.connections, self._config, row.key, found)
        return self.subscriptions.get(row.key)

    def subscribe(
        self,
        url: str,
        *,
        folder: str = "",
        tags: Iterable[str] = (),
        name: str = "",
        title: str = "",
        link: str = "",
        typed: bool = True,
    ) -> FeedRow:
        """Follow the feed at an address; nothing is fetched. BadInput when it is followed already.

        ``title`` and ``link`` are what it says of itself, if that is known. ``typed`` says that a person named the
        address: one from an OPML file may only be a public one.
        """
        if not url.startswith(("http://", "https://")):
            raise BadInput(f"{clean_line(url)}: a feed has an http or https address")
        title, link = clean_line(title), clean_line(link)
        return self.subscriptions.add(
            clean_line(url), title=title, link=link, name=name, folder=folder, tags=tags, typed=typed
        )

    def take(self, key: int, feed: Feed) -> Taken:
        """Store what was read of a feed: its new and changed entries; those that it lists no more stay."""
        from reader.feeds.take import take
        from reader.library.intake import Intake

        with self.connections.write() as connection:
            return take(Intake(self.connections), connection, key, feed)[1]

    def keys_of(self, key: int, feed: Feed) -> dict[int, int]:
        """The keys of a feed's entries that are stored, by their place in it."""
        from reader.feeds.take import stored_keys
        from reader.library.intake import Intake

        with self.connections.read() as connection:
            return stored_keys(Intake(self.connections).known(connection, key), feed)

    def refresh(
        self,
        feed_keys: Iterable[int] | None = None,
        *,
        progress: Callable[[Progress], None] = lambda _: None,
        stop: Stop = lambda: False,
        due: bool = False,
    ) -> Report:
        """Bring feeds up to date: these, all of them when None, or those whose turn it is when ``due``.

        A feed whose server asked to be left alone is not asked before its time; of all feeds, neither are those that
        are gone or that their server called fresh; with ``due`` those that fail wait longer. Then the rules' commands
        are run, the full texts that are wanted fetched, the index is filled, and what is past ``keep_days`` or
        ``keep_entries`` let go. With ``watch = "noted"`` in the settings, articles with notes are looked at again, and
        those that changed are among the report's notices.

        ``progress`` is called in this thread; what has come when ``stop()`` is true stays. A feed that fails is in
        the report; StoreFailed when the library cannot be written. Two windows may refresh at the same time.
        """
        from reader.app.feeds.refreshing import Refreshing

        refreshing = Refreshing(
            self.connections, self._config, self._allow, self.opening, self.credentials, self._servers()
        )
        report = refreshing.run(feed_keys, progress, stop, due)
        if self._config.watch == "noted" and feed_keys is None and not stop():
            from reader.app.versions import Versions

            changed = Versions(self._articles, self._notes).watch(stop)
            report = replace(report, notices=(*report.notices, *changed))
        self._hooks.refreshed(report)
        return report

    def unsubscribe(self, key: int) -> Marked:
        """Follow a feed no more; its entries go, but those that were starred, saved, tagged or noted."""
        return self.subscriptions.remove(key)

    def change(self, key: int, **settings: str | int | bool | Sequence[str]) -> FeedRow:
        """Change settings of a feed: ``name``, ``folder``, ``tags``, ``interval`` (minutes), ``full_text``, ``url``."""
        return self.subscriptions.change(key, settings)

    def set_login(self, key: int, user: str, *, password: str = "", command: str = "") -> FeedRow:
        """Say whose account a feed is read with: its password goes into the keyring, or ``command`` prints it.

        Without a ``user`` the login is taken away. NoPassword, one line, when there is no keyring.
        """
        row = self.subscriptions.get(key)
        if (known := Login.read(row.login)) and known.user != user:
            self.credentials.forget(known, row.url)
        login = Login(clean_line(user), command)
        if user and not command:
            self.credentials.keep(login, row.url, password)
        return self.change(key, login=login.stored() if user else "")

    def saved_searches(self) -> list[SavedSearch]:
        """The searches that were saved, by name."""
        return self.searches.all()

    def save_search(self, name: str, query: str) -> SavedSearch:
        """Keep a search under a name; one of that name gets the new query."""
        return self.searches.save(name, query)

    def drop_search(self, key: int) -> None:
        """Remove a saved search."""
        self.searches.drop(key)
