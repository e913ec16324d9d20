"""The Fever API, version 3, as its documentation has it and FreshRSS, Miniflux and coldsweat speak it.

It can say what is read and what is saved, fifty entries at a time, but not change subscriptions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from hashlib import md5
from typing import Any

from reader.fetch.calls import Calls
from reader.fetch.inflate import TooLarge
from reader.model import Entry
from reader.sync.servers import shape
from reader.sync.servers.failures import NoApi, Refused, WrongPassword, refusal
from reader.sync.servers.records import Field, Page, RemoteEntry, RemoteFeed

__all__ = ["Fever", "places"]

_WRONG = (
    "wrong user or password: FreshRSS wants the API password of your profile, Miniflux the one of its Fever integration"
)
_MISSING = "no Fever API there: FreshRSS has it at …/api/fever.php, Miniflux at …/fever/"
_OFF = 'closed for now, or its API is off: in FreshRSS turn on "Allow API access" under Authentication'
_CANNOT = "the Fever API cannot change subscriptions: do it on the server"
PAGE = 50
FIRST = 1000  # entries that come at the first sync although they are read
_HIGHEST = (1 << 53) - 1  # ids are whole numbers that JSON keeps exactly

Row = Mapping[str, Any]
Pairs = Sequence[tuple[str, str]]


def places(address: str) -> list[str]:
    """Where the API may be, for the address that a person gave: as it is, or as FreshRSS or Miniflux have it."""
    base = address.strip().split("#")[0].split("?")[0]
    if re.search(r"/fever(\.php)?/?$", base):
        return [base]
    root = re.sub(r"(/api)?(/(greader|index)\.php)?/?$|/i(/index\.php)?/?$", "", base)
    return list(dict.fromkeys((f"{root}/api/fever.php", f"{root}/fever/", base.rstrip("/"))))


class Fever:
    """A line to an account; see ``reader.sync.servers.protocol.Server``."""

    can_subscribe = False
    can_label = False
    batch = PAGE

    def __init__(self, calls: Calls, user: str, password: Callable[[], str]) -> None:
        self.name = calls.name
        self._calls = calls
        self._user = user
        self._password = password
        self._key = ""

    def check(self) -> None:
        """Log in."""
        self._ask("")

    def feeds(self) -> list[RemoteFeed]:
        """The subscriptions."""
        groups = self._ask("groups")
        titles = {shape.text(row, "id"): shape.title(row, "title") for row in shape.rows(groups, "groups")}
        told = self._ask("feeds")
        folders: dict[str, str] = {}
        for row in (*shape.rows(groups, "feeds_groups"), *shape.rows(told, "feeds_groups")):
            for feed in _ids(row, "feed_ids"):
                folders.setdefault(feed, titles.get(shape.text(row, "group_id"), ""))
        return [
            RemoteFeed(key, url, shape.title(row, "title"), folders.get(key, ""), shape.address(row, "site_url"))
            for row in shape.listed(told, "feeds", self.name)
            if (key := shape.text(row, "id")) and (url := shape.address(row, "url"))
        ]

    def pull(self, since: str, known: Container[str]) -> Iterator[Page]:
        """All ids that are unread or saved, then the texts of those that are not known, and what else is new."""
        unread, starred = self._all("unread_item_ids"), self._all("saved_item_ids")
        new = [key for key in dict.fromkeys((*unread, *starred)) if key not in known]
        yield Page(unread=frozenset(unread), starred=frozenset(starred), left=len(new))
        highest, left = int(since or 0), len(new)
        came: set[str] = set()
        for part in shape.parts(new, PAGE):
            left -= len(part)
            entries = self._items([("with_ids", ",".join(part))], part)
            came.update(entry.id for entry in entries)
            yield Page(entries=tuple(entries), left=left)
        for page in self._since(since) if since else self._latest():
            highest = max(highest, *(int(entry.id) for entry in page))
            yield Page(entries=tuple(one for one in page if one.id not in known and one.id not in came))
        yield Page(cursor=str(highest))

    def mark(self, ids: Sequence[str], field: Field, value: bool) -> None:
        """Read, unread, saved, unsaved; one request an entry, as the protocol wants it."""
        word = {Field.READ: "read", Field.STARRED: "saved"}[field]
        for key in ids:
            self._ask("", [("mark", "item"), ("as", word if value else f"un{word}"), ("id", key)])

    def label(self, ids: Sequence[str], label: str, value: bool) -> None:
        """Fever has no labels."""
        raise Refused(f"{self.name}: the Fever API has no labels: the label stays here")

    def subscribe(self, url: str, title: str, folder: str) -> RemoteFeed:
        """Fever cannot subscribe."""
        raise Refused(f"{self.name}: {_CANNOT}")

    def unsubscribe(self, feed: RemoteFeed) -> None:
        """Fever cannot unsubscribe."""
        raise Refused(f"{self.name}: {_CANNOT}")

    def change(self, feed: RemoteFeed, title: str, folder: str) -> None:
        """Fever can neither rename nor move."""
        raise Refused(f"{self.name}: {_CANNOT}")

    def close(self) -> None:
        """Close the line."""
        self._calls.close()

    def _all(self, what: str) -> list[str]:
        """All ids in a state; a list that is missing is no empty one, and would undo all that was synced."""
        told = self._ask(what)
        if what not in told:
            raise NoApi(f"{self.name}: {_MISSING}")
        return _ids(told, what)

    def _since(self, since: str) -> Iterator[list[RemoteEntry]]:
        """What came after an id, oldest first."""
        after = int(since)
        while page := self._items([("since_id", str(after))]):
            yield page
            last = max(int(entry.id) for entry in page)
            if last <= after:
                return
            after = last

    def _latest(self) -> Iterator[list[RemoteEntry]]:
        """The newest entries, as many as come at a first sync."""
        before, left = _HIGHEST, FIRST
        while left > 0 and (page := self._items([("max_id", str(before))])):
            yield page
            first = min(int(entry.id) for entry in page)
            if first >= before:
                return
            before, left = first, left - len(page)

    def _items(self, query: Pairs, ids: Sequence[str] = ()) -> list[RemoteEntry]:
        """Entries; those of named ids in halves when they are too much for one answer."""
        try:
            value = self._ask("items", query=query)
        except TooLarge:
            if not ids:
                raise
            half = len(ids) // 2
            if not half:
                return []
            halves = (ids[:half], ids[half:])
            return [one for part in halves for one in self._items([("with_ids", ",".join(part))], part)]
        return [found for row in shape.rows(value, "items") if (found := _entry(row))]

    def _ask(self, what: str, form: Pairs = (), query: Pairs = ()) -> Row:
        """The answer to a request; what is asked goes into the address, the key and changes into the form."""
        asked = [("api", ""), *([(what, "")] if what else []), *query]
        answer = self._calls.call("POST", query=asked, form=[("api_key", self._api_key()), *form])
        if not 200 <= answer.status < 300:
            raise refusal(self.name, answer, password=_WRONG, missing=_MISSING, off=_OFF)
        value = shape.read(answer.data, self.name)
        if not isinstance(value, Mapping) or "api_version" not in value:
            raise NoApi(f"{self.name}: {_MISSING}")
        if not shape.flag(value, "auth"):
            raise WrongPassword(f"{self.name}: {_WRONG}")
        return value

    def _api_key(self) -> str:
        if not self._key:
            pair = f"{self._user}:{self._password()}".encode()
            self._key = md5(pair, usedforsecurity=False).hexdigest()  # the protocol's own choice
        return self._key


def _ids(row: Row, key: str) -> list[str]:
    """The ids in a list separated by commas."""
    return re.findall(r"\d{1,20}", shape.text(row, key), re.ASCII)


def _entry(row: Row) -> RemoteEntry | None:
    key, feed = shape.text(row, "id"), shape.text(row, "feed_id")
    if not re.fullmatch(r"\d{1,20}", key, re.ASCII) or not feed:
        return None
    link = shape.address(row, "url")
    entry = Entry(
        id=link or key,
        title=shape.title(row, "title"),
        link=link,
        author=shape.title(row, "author"),
        published=shape.when(shape.number(row, "created_on_time")),
        content=shape.markup(row, "html"),
    )
    return RemoteEntry(key, feed, entry, shape.flag(row, "is_read"), shape.flag(row, "is_saved"))
