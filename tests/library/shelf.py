"""A library with feeds in it, filled as a refresh would fill it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from reader.feeds.take import take
from reader.library import Entries, Library, Places, SavedSearches, Subscriptions
from reader.library.feed_records import Source, SourceKind
from reader.library.intake import Intake
from reader.model import Entry, Feed

NOW = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)
ALL = Source(SourceKind.ALL, "All")
UNREAD = Source(SourceKind.UNREAD, "Unread")


@dataclass
class Shelf:
    """The library's parts over one file, at a moment that a test may move."""

    library: Library
    now: datetime = NOW
    feeds: Subscriptions = field(init=False)
    entries: Entries = field(init=False)
    places: Places = field(init=False)
    searches: SavedSearches = field(init=False)

    def __post_init__(self):
        connections = self.library.connections
        self.feeds = Subscriptions(connections)
        self.entries = Entries(connections, lambda: self.now)
        self.places = Places(connections, lambda: self.now)
        self.searches = SavedSearches(connections)
        self.intake = Intake(connections, lambda: self.now)

    def feed(self, name, *entries, **settings):
        """Follow a feed called ``name`` and store these entries of it; gives its key."""
        key = self.feeds.add(f"https://{name}.example/feed", title=name.title(), **settings).key
        self.take(key, *entries)
        return key

    def take(self, key, *entries):
        """Store what a refresh would bring; the newest first, as feeds list them."""
        with self.library.connections.write() as connection:
            return take(self.intake, connection, key, Feed(entries=entries))

    def titles(self, source=ALL, **more):
        return [row.title for row in self.entries.rows(source, **more)]

    def key(self, title):
        return next(row.key for row in self.entries.rows(ALL, limit=9999) if row.title == title)

    def keys(self, *titles):
        return [self.key(title) for title in titles]


def entry(title, hours=1, **more):
    """An entry published so many hours before ``NOW``."""
    name = title.lower().replace(" ", "-")
    given = {"id": name, "link": f"https://site.example/{name}", "published": NOW - timedelta(hours=hours), **more}
    return Entry(title=title, **given)
