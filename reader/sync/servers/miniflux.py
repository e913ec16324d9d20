"""Miniflux's own API, version 1, as its documentation and ``internal/api`` have it."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reader.fetch.calls import Calls
from reader.fetch.inflate import TooLarge
from reader.model import Enclosure, Entry
from reader.sync.servers import shape
from reader.sync.servers.failures import NoApi, Refused, refusal
from reader.sync.servers.records import Field, Page, RemoteEntry, RemoteFeed, Told
from reader.text import clean_line

__all__ = ["Miniflux", "places"]

_WRONG = "wrong user or password: give an API key of Settings > API Keys without a user, or your user's password"
_MISSING = "no Miniflux there: give the address at which you open it in a browser"
_OFF = "closed for now: try again later"
PAGE = 100
FIRST = 1000  # entries that come at the first sync although they are read
PATIENCE = 60.0  # seconds: a server fetches the feed before it says that it has subscribed

Row = Mapping[str, Any]
Pairs = Sequence[tuple[str, str]]


def places(address: str) -> list[str]:
    """Where the API may be, for the address that a person gave."""
    base = address.strip().split("#")[0].split("?")[0].rstrip("/")
    return [base.removesuffix("/v1")]


class Miniflux:
    """A line to an account; see ``reader.sync.servers.protocol.Server``. No ``user``: the password is an API key."""

    can_subscribe = True
    can_label = False  # its tags are the feeds', not the user's
    batch = 250

    def __init__(self, calls: Calls, user: str, password: Callable[[], str]) -> None:
        self.name = calls.name
        self._calls = calls
        self._user = user
        self._password = password
        self._known_headers: dict[str, str] = {}
        self._newest = 0.0

    def check(self) -> None:
        """Log in."""
        value = self._ask("/v1/me")
        if not isinstance(value, Mapping) or "username" not in value:
            raise NoApi(f"{self.name}: {_MISSING}")

    def feeds(self) -> list[RemoteFeed]:
        """The subscriptions."""
        return [feed for row in shape.listed(self._ask("/v1/feeds"), "", self.name) if (feed := _feed(row))]

    def pull(self, since: str, known: Container[str]) -> Iterator[Page]:
        """What has changed since the last; the first time all that is unread or starred, and the newest of the rest."""
        self._newest = float(since or 0)
        if since:
            yield from self._changed([("changed_after", since)], known)
        else:
            yield from self._changed([("status", "unread")], known)
            yield from self._changed([("status", "read"), ("starred", "true")], known)
            yield from self._newest_read(known)
        yield Page(cursor=str(max(1, int(self._newest) - 1)))

    def mark(self, ids: Sequence[str], field: Field, value: bool) -> None:
        """Read and unread at once; the star, which can only be toggled, is looked at first, one by one."""
        if field is Field.READ:
            wanted = {"entry_ids": [int(key) for key in ids], "status": "read" if value else "unread"}
            self._call("PUT", "/v1/entries", json=wanted)
            return
        for key in ids:
            if shape.flag(shape.member({"entry": self._ask(f"/v1/entries/{int(key)}")}, "entry"), "starred") != value:
                self._call("PUT", f"/v1/entries/{int(key)}/bookmark")

    def label(self, ids: Sequence[str], label: str, value: bool) -> None:
        """Miniflux has no labels of entries."""
        raise Refused(f"{self.name}: Miniflux has no labels: the label stays here")

    def subscribe(self, url: str, title: str, folder: str) -> RemoteFeed:
        """Subscribe; the server knows the feed by its id from then on."""
        if there := self._at(url):
            return there
        wanted: dict[str, object] = {"feed_url": url}
        if folder:
            wanted["category_id"] = self._category(folder)
        made = self._call("POST", "/v1/feeds", json=wanted, deadline=PATIENCE)
        key = shape.text(made if isinstance(made, Mapping) else {}, "feed_id")
        found = next((feed for feed in self.feeds() if feed.id == key), None) or self._at(url)
        if found is None:
            raise Refused(f"{self.name}: {clean_line(url)}: the server did not subscribe to it")
        if title and title != found.title:
            self.change(found, title, found.folder)
        return found

    def unsubscribe(self, feed: RemoteFeed) -> None:
        """Drop a subscription."""
        try:
            self._call("DELETE", f"/v1/feeds/{int(feed.id)}")
        except NoApi:  # 404: it is gone
            self.check()

    def change(self, feed: RemoteFeed, title: str, folder: str) -> None:
        """Rename and move; a feed is always in a category, so out of all means into the first one."""
        wanted: dict[str, object] = {}
        if title != feed.title:
            wanted["title"] = title
        if folder != feed.folder:
            wanted["category_id"] = self._category(folder)
        if wanted:
            self._call("PUT", f"/v1/feeds/{int(feed.id)}", json=wanted)

    def close(self) -> None:
        """Close the line."""
        self._calls.close()

    def _changed(self, query: Pairs, known: Container[str]) -> Iterator[Page]:
        """The entries of a query by their ids, so that what comes or changes meanwhile shifts no page."""
        after, size = 0, PAGE
        while True:
            paging = [("order", "id"), ("direction", "asc"), ("after_entry_id", str(after)), ("limit", str(size))]
            try:
                value = self._ask("/v1/entries", [*query, *paging])
            except TooLarge:
                if size == 1:
                    raise
                size = max(1, size // 4)
                continue
            page, last = self._page(value, known)
            yield page
            if last <= after:
                return
            after = last

    def _newest_read(self, known: Container[str]) -> Iterator[Page]:
        for offset in range(0, FIRST, PAGE):
            paging = [("order", "published_at"), ("direction", "desc"), ("offset", str(offset)), ("limit", str(PAGE))]
            page, last = self._page(self._ask("/v1/entries", [("status", "read"), *paging]), known)
            yield page
            if not last:
                return

    def _page(self, value: object, known: Container[str]) -> tuple[Page, int]:
        """What a list of entries says, and the highest id in it, 0 when it is empty."""
        new: list[RemoteEntry] = []
        changed: dict[str, Told] = {}
        last = 0
        for row in shape.listed(value, "entries", self.name):
            key, number = shape.text(row, "id"), shape.number(row, "id")
            if number is None or not key.isdecimal():
                continue
            last = max(last, int(number))
            moment = _moment(row, "changed_at")
            self._newest = max(self._newest, moment.timestamp() if moment else 0.0)
            told = Told(shape.text(row, "status") == "read", shape.flag(row, "starred"), None, moment)
            changed[key] = told
            if key not in known:
                new.append(RemoteEntry(key, shape.text(row, "feed_id"), _entry(row, key), told.read, told.starred))
        return Page(entries=tuple(new), changed=changed), last

    def _at(self, url: str) -> RemoteFeed | None:
        return next((feed for feed in self.feeds() if shape.same_address(feed.url, url)), None)

    def _category(self, name: str) -> int:
        """The id of a category, made when it is not there; of the first one for no name."""
        there = {shape.title(row, "title"): shape.number(row, "id") for row in shape.rows(self._ask("/v1/categories"))}
        found = there.get(name) if name else next(iter(there.values()), None)
        if found is None:
            made = self._call("POST", "/v1/categories", json={"title": name or "All"})
            found = shape.number(made if isinstance(made, Mapping) else {}, "id")
        if found is None:
            raise Refused(f"{self.name}: the server has no category {clean_line(name)} and makes none")
        return int(found)

    def _ask(self, path: str, query: Pairs = ()) -> object:
        return self._call("GET", path, query=query)

    def _call(
        self, method: str, path: str, *, query: Pairs = (), json: object = None, deadline: float | None = None
    ) -> object:
        body = None if json is None else _dumped(json)
        answer = self._calls.call(method, path, query=query, json=body, headers=self._headers(), deadline=deadline)
        if not 200 <= answer.status < 300:
            raise refusal(self.name, answer, password=_WRONG, missing=_MISSING, off=_OFF)
        return shape.read(answer.data, self.name) if answer.data.strip() else None

    def _headers(self) -> dict[str, str]:
        if not self._known_headers:
            password = self._password()
            if self._user:
                pair = b64encode(f"{self._user}:{password}".encode()).decode()
                self._known_headers = {"Authorization": f"Basic {pair}"}
            else:
                self._known_headers = {"X-Auth-Token": password}
        return self._known_headers


def _dumped(value: object) -> bytes:
    return json.dumps(value).encode()


def _feed(row: Row) -> RemoteFeed | None:
    key, url = shape.text(row, "id"), shape.address(row, "feed_url")
    if not key.isdecimal() or not url:
        return None
    folder = shape.title(shape.member(row, "category"), "title")
    return RemoteFeed(key, url, shape.title(row, "title"), folder, shape.address(row, "site_url"))


def _entry(row: Row, key: str) -> Entry:
    link = shape.address(row, "url")
    return Entry(
        id=link or key,
        title=shape.title(row, "title"),
        link=link,
        author=shape.title(row, "author"),
        published=_moment(row, "published_at"),
        content=shape.markup(row, "content"),
        tags=tuple(clean_line(tag) for tag in row.get("tags") or () if isinstance(tag, str)),
        comments=shape.address(row, "comments_url"),
        enclosures=tuple(
            Enclosure(url, clean_line(shape.text(one, "mime_type")), int(shape.number(one, "size") or 0) or None)
            for one in shape.rows(row, "enclosures")
            if (url := shape.address(one, "url"))
        ),
    )


def _moment(row: Row, key: str) -> datetime | None:
    """A time as RFC 3339 has it."""
    try:
        moment = datetime.fromisoformat(shape.text(row, key))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
