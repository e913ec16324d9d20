"""What a made-up server knows, whichever protocol it speaks: feeds, entries, states, labels."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Feed:
    id: int
    url: str
    title: str
    folder: str = "Uncategorized"
    link: str = ""


@dataclass
class Item:
    id: int
    feed: int
    title: str
    link: str
    content: str = "<p>Words.</p>"
    author: str = ""
    published: int = 1_700_000_000
    crawled: int = 1_700_000_000
    read: bool = False
    starred: bool = False
    labels: set[str] = field(default_factory=set)
    changed: int = 1_700_000_000


class Account:
    """One user's feeds and entries, with the words to change them."""

    user = "nora"
    password = "plum-74-harbour"

    def __init__(self) -> None:
        self.feeds: dict[int, Feed] = {}
        self.items: dict[int, Item] = {}
        self.labels: set[str] = set()
        self.clock = 1_700_000_000
        self.unreachable: set[str] = set()

    def tick(self) -> int:
        """The server's clock, a second further."""
        self.clock += 1
        return self.clock

    def add_feed(self, url: str, title: str, folder: str = "Uncategorized") -> Feed:
        feed = Feed(max(self.feeds, default=0) + 1, url, title, folder, url.rsplit("/", 1)[0] + "/")
        self.feeds[feed.id] = feed
        return feed

    def add(self, feed: Feed, title: str, **values: object) -> Item:
        """A new entry; ids grow as FreshRSS's do, microseconds of the clock."""
        now = self.tick()
        values = {"published": now, "crawled": now, "changed": now, "link": f"{feed.link}{title.lower()}", **values}
        item = Item(id=values.pop("id", now * 1_000_000), feed=feed.id, title=title, **values)  # type: ignore[arg-type]
        self.items[item.id] = item
        self.labels |= item.labels
        return item

    def remove_feed(self, key: int) -> None:
        del self.feeds[key]
        self.items = {item.id: item for item in self.items.values() if item.feed != key}

    def set(self, item: Item, **values: object) -> None:
        """Change an entry as another client would."""
        for name, value in values.items():
            setattr(item, name, value)
        item.changed = self.tick()

    def newest_first(self) -> list[Item]:
        return sorted(self.items.values(), key=lambda item: item.id, reverse=True)
