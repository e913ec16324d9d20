"""The Google Reader API, as FreshRSS, Miniflux, BazQux, The Old Reader and Tiny Tiny RSS speak it.

Written after FreshRSS's ``p/api/greader.php``, Miniflux's ``internal/googlereader`` and the notes that BazQux, The Old
Reader and Inoreader publish on theirs. Inoreader itself lets no new program in by this way (docs/servers.md).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain

from reader.fetch.calls import Calls
from reader.fetch.inflate import TooLarge
from reader.sync.servers import greader_items, item_ids, shape
from reader.sync.servers.failures import Refused
from reader.sync.servers.greader_login import Login
from reader.sync.servers.records import Field, Page, RemoteEntry, RemoteFeed
from reader.text import clean_line, elide

__all__ = ["GReader"]

READING_LIST = "user/-/state/com.google/reading-list"
STATES = {Field.READ: "user/-/state/com.google/read", Field.STARRED: "user/-/state/com.google/starred"}
PAGE = 10_000  # ids asked for at once; a server that gives fewer says how to go on
MOST_PAGES = 100
FIRST = 1000  # entries that come at the first sync although they are read
CONTENTS = 100  # entries asked for with their text at once
OVERLAP = 3600.0  # seconds that each sync looks back behind the last, for entries that came meanwhile
PATIENCE = 60.0  # seconds: a server fetches the feed before it says that it has subscribed


class GReader:
    """A line to an account; see ``reader.sync.servers.protocol.Server``."""

    can_subscribe = True
    can_label = True
    batch = 250

    def __init__(self, calls: Calls, user: str, password: Callable[[], str]) -> None:
        self.name = calls.name
        self._calls = calls
        self._login = Login(calls, user, password)
        self._folders: frozenset[str] = frozenset()
        self._labels: frozenset[str] = frozenset()
        self._newest = 0.0

    def check(self) -> None:
        """Log in."""
        self._login.log_in()

    def feeds(self) -> list[RemoteFeed]:
        """The subscriptions."""
        found = list(greader_items.feeds_in(shape.listed(self._ask("/subscription/list"), "subscriptions", self.name)))
        self._folders = frozenset(feed.folder for feed in found if feed.folder)
        return found

    def pull(self, since: str, known: Container[str]) -> Iterator[Page]:
        """All ids that are unread, starred or labelled, then the texts of those that are not known."""
        unread = self._ids(READING_LIST, xt=STATES[Field.READ])
        starred = self._ids(STATES[Field.STARRED])
        names = self._label_names()
        labels = {name: frozenset(self._ids(_label(name))) for name in names}
        recent = self._ids(READING_LIST, ot=since) if since else self._ids(READING_LIST, most=FIRST)
        every = dict.fromkeys(chain(unread, starred, *labels.values(), recent))
        new = [key for key in every if key not in known]
        yield Page(unread=frozenset(unread), starred=frozenset(starred), labels=labels, left=len(new))
        left, self._newest = len(new), 0.0
        for part in shape.parts(new, CONTENTS):
            left -= len(part)
            yield Page(entries=tuple(self._contents(part, names)), left=left)
        yield Page(cursor=str(max(int(since or 1), int(self._newest - OVERLAP))))

    def mark(self, ids: Sequence[str], field: Field, value: bool) -> None:
        """Read, unread, starred, unstarred."""
        self._edit_tag(ids, STATES[field], value)

    def label(self, ids: Sequence[str], label: str, value: bool) -> None:
        """Put a label on, or take it off; the server makes one that it does not have.

        ``Refused`` when it says so and does not: FreshRSS makes no label with the name of a folder, and cuts long ones.
        """
        self._edit_tag(ids, _label(label), value)
        if value and label not in self._labels and label not in self._label_names():
            why = "a folder there has this name" if label in self._folders else "it said yes, but has none of this name"
            raise Refused(f"{self.name}: {why}")

    def subscribe(self, url: str, title: str, folder: str) -> RemoteFeed:
        """Subscribe; what is there afterwards that was not there before is the feed."""
        before = {feed.id: feed for feed in self.feeds()}
        if there := _at(url, before.values()):
            return there
        form = [("ac", "subscribe"), ("s", f"feed/{url}"), *_title(title), *_folder("a", folder)]
        named = ""
        try:
            self._login.post("/subscription/edit", form, deadline=PATIENCE)
        except Refused:
            named = self._quick_add(url)  # The Old Reader knows no other way
        after = self.feeds()
        found = next((feed for feed in after if feed.id == named), None) or _at(url, after)
        found = found or next((feed for feed in after if feed.id not in before), None)
        if found is None:
            raise Refused(f"{self.name}: {clean_line(url)}: the server did not subscribe to it")
        if named and (title or folder):
            self.change(found, title or found.title, folder or found.folder)
        return found

    def unsubscribe(self, feed: RemoteFeed) -> None:
        """Drop a subscription."""
        self._login.post("/subscription/edit", [("ac", "unsubscribe"), ("s", feed.id)])

    def change(self, feed: RemoteFeed, title: str, folder: str) -> None:
        """Rename and move; out of all folders is out of the one that it is in."""
        form = [("ac", "edit"), ("s", feed.id)]
        if title != feed.title:
            form += _title(title)
        if folder != feed.folder:
            form += [*_folder("a", folder), *_folder("r", feed.folder)]
        self._login.post("/subscription/edit", form)

    def close(self) -> None:
        """Close the line."""
        self._calls.close()

    def _ask(self, path: str, query: Sequence[tuple[str, str]] = ()) -> object:
        return shape.read(self._login.get(path, query).data, self.name)

    def _label_names(self) -> list[str]:
        """The names of the labels of entries."""
        names = greader_items.labels_in(self._ask("/tag/list"), self._folders)
        self._labels = frozenset(names)
        return names

    def _ids(self, stream: str, *, xt: str = "", ot: str = "", most: int = 0) -> list[str]:
        """The ids of a stream, newest first, page by page until the server has no more to give."""
        wanted = [("xt", xt), ("ot", ot)]
        query = [("s", stream), ("n", str(most or PAGE)), *(pair for pair in wanted if pair[1])]
        found: dict[str, None] = {}
        going_on = ""
        for _page in range(MOST_PAGES):
            value = self._ask("/stream/items/ids", [*query, *([("c", going_on)] if going_on else [])])
            before = len(found)
            refs = (item_ids.from_list(row.get("id")) for row in shape.listed(value, "itemRefs", self.name))
            found.update((key, None) for key in refs if key)
            going_on = shape.text(value, "continuation") if isinstance(value, dict) else ""
            if not going_on or going_on == "0" or len(found) == before or (most and len(found) >= most):
                break
        return list(found)

    def _contents(self, ids: Sequence[str], labels: Sequence[str]) -> list[RemoteEntry]:
        """The entries of these ids; in halves when they are too much for one answer, without one that alone is."""
        form = [("output", "json"), *(("i", item_ids.to_tag(key)) for key in ids)]
        try:
            value = shape.read(self._login.post("/stream/items/contents", form).data, self.name)
        except TooLarge:
            half = len(ids) // 2
            if not half:
                return []
            return self._contents(ids[:half], labels) + self._contents(ids[half:], labels)
        self._newest = max(self._newest, *map(greader_items.crawled, shape.rows(value, "items")), 0.0)
        return list(greader_items.entries_in(value, labels))

    def _edit_tag(self, ids: Sequence[str], stream: str, value: bool) -> None:
        form = [("i", item_ids.to_tag(key)) for key in ids]
        self._login.post("/edit-tag", [*form, ("a" if value else "r", stream)])

    def _quick_add(self, url: str) -> str:
        """Subscribe by an address alone, and return the feed's id."""
        form = [("quickadd", url)]
        answer = self._login.post("/subscription/quickadd", form, query=form, deadline=PATIENCE)
        value = shape.read(answer.data, self.name)
        if not isinstance(value, dict) or not shape.number(value, "numResults"):
            said = shape.title(value, "error") if isinstance(value, dict) else ""
            why = f" ({elide(said, 120)})" if said else ""
            raise Refused(f"{self.name}: {clean_line(url)}: the server found no feed there{why}")
        stream = shape.text(value, "streamId")
        return stream if stream.startswith("feed/") else f"feed/{stream}"


def _at(url: str, feeds: Iterable[RemoteFeed]) -> RemoteFeed | None:
    return next((feed for feed in feeds if shape.same_address(feed.url, url)), None)


def _label(name: str) -> str:
    return f"user/-/label/{name}"


def _title(title: str) -> list[tuple[str, str]]:
    return [("t", title)] if title else []


def _folder(how: str, folder: str) -> list[tuple[str, str]]:
    return [(how, _label(folder))] if folder else []
