"""A strict Miniflux API v1, after its documentation and what its handlers refuse."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import UTC, datetime

from account import Account, Feed, Item
from serving import Protocol, Reply, Request

KEY = "k3y-of-nora"
_ORDERS = ("id", "status", "changed_at", "published_at", "created_at", "title", "author", "category_title")


class Miniflux(Protocol):
    def __init__(self, account: Account) -> None:
        super().__init__()
        self.account = account
        self.categories = ["All"]

    def answer(self, request: Request) -> Reply:
        if not request.path.startswith("/v1/"):
            return Reply("<html>404</html>", 404, "text/html")
        pair = b64encode(f"{self.account.user}:{self.account.password}".encode()).decode()
        basic = request.headers.get("authorization") == f"Basic {pair}"
        if not basic and request.headers.get("x-auth-token") != KEY:
            return self._said("Access Unauthorized", 401)
        path = request.path.removeprefix("/v1")
        for pattern, handler in self._routes():
            if match := re.fullmatch(pattern, f"{request.method} {path}"):
                return handler(request, *map(int, match.groups()))
        return self._said("Not Found", 404)

    def _routes(self):
        return (
            ("GET /me", lambda _request: self._json({"id": 1, "username": self.account.user})),
            ("GET /feeds", lambda _request: self._json([self._feed(feed) for feed in self.account.feeds.values()])),
            ("POST /feeds", self._subscribe),
            (r"PUT /feeds/(\d+)", self._change),
            (r"DELETE /feeds/(\d+)", self._unsubscribe),
            ("GET /categories", lambda _request: self._json(self._rows())),
            ("POST /categories", self._category),
            ("GET /entries", self._entries),
            ("PUT /entries", self._status),
            (r"GET /entries/(\d+)", self._entry),
            (r"PUT /entries/(\d+)/bookmark", self._toggle),
        )

    def _rows(self):
        names = dict.fromkeys([*self.categories, *(feed.folder for feed in self.account.feeds.values())])
        self.categories = list(names)
        return [{"id": number, "title": name} for number, name in enumerate(self.categories, 1)]

    def _json(self, value: object, status: int = 200) -> Reply:
        return Reply(value if isinstance(value, dict) else json.dumps(value), status, "application/json")

    def _said(self, words: str, status: int) -> Reply:
        return self._json({"error_message": words}, status)

    def _feed(self, feed: Feed) -> dict[str, object]:
        self._rows()
        if feed.folder not in self.categories:
            self.categories.append(feed.folder)
        category = {"id": self.categories.index(feed.folder) + 1, "title": feed.folder}
        return {
            "id": feed.id,
            "feed_url": feed.url,
            "site_url": feed.link,
            "title": feed.title,
            "category": category,
        }

    def _subscribe(self, request: Request) -> Reply:
        wanted = json.loads(request.body)
        url = wanted["feed_url"]
        if any(feed.url == url for feed in self.account.feeds.values()):
            return self._said("This feed already exists.", 400)
        number = wanted.get("category_id", 1)
        if not 0 < number <= len(self._rows()):
            return self._said("This category does not exist.", 400)
        if url in self.account.unreachable:
            return self._said("Unable to fetch this resource (Status Code = 404)", 500)
        feed = self.account.add_feed(url, "Found Title", self.categories[number - 1])
        return self._json({"feed_id": feed.id}, 201)

    def _change(self, request: Request, key: int) -> Reply:
        feed = self.account.feeds.get(key)
        if feed is None:
            return self._said("Not Found", 404)
        wanted = json.loads(request.body)
        feed.title = wanted.get("title") or feed.title
        if number := wanted.get("category_id"):
            feed.folder = self.categories[number - 1]
        return self._json(self._feed(feed), 201)

    def _unsubscribe(self, _request: Request, key: int) -> Reply:
        if key not in self.account.feeds:
            return self._said("Not Found", 404)
        self.account.remove_feed(key)
        return Reply(b"", 204)

    def _category(self, request: Request) -> Reply:
        title = json.loads(request.body)["title"]
        if title in self.categories:
            return self._said("This category already exists.", 400)
        self.categories.append(title)
        return self._json({"id": len(self.categories), "title": title}, 201)

    def _entries(self, request: Request) -> Reply:
        order, limit = request.one("order", "published_at"), int(request.one("limit", "100"))
        if order not in _ORDERS or request.one("direction", "asc") not in ("asc", "desc") or limit < 0:
            return self._said("Invalid order or range", 400)
        items = list(self.account.items.values())
        if request.has("status"):
            items = [item for item in items if item.read == (request.one("status") == "read")]
        if request.has("starred"):
            items = [item for item in items if item.starred == (request.one("starred") == "true")]
        items = [item for item in items if item.id > int(request.one("after_entry_id", "0"))]
        items = [item for item in items if item.changed > int(request.one("changed_after", "0"))]
        items.sort(key=lambda item: item.id if order == "id" else item.published)
        if request.one("direction") == "desc":
            items.reverse()
        offset = int(request.one("offset", "0"))
        page = items[offset : offset + limit]
        return self._json({"total": len(items), "entries": [self._row(item) for item in page]})

    def _entry(self, _request: Request, key: int) -> Reply:
        item = self.account.items.get(key)
        return self._json(self._row(item)) if item else self._said("Not Found", 404)

    def _status(self, request: Request) -> Reply:
        wanted = json.loads(request.body)
        if not wanted["entry_ids"] or wanted["status"] not in ("read", "unread"):
            return self._said("Invalid status", 400)
        for key in wanted["entry_ids"]:
            self.account.set(self.account.items[key], read=wanted["status"] == "read")
        return Reply(b"", 204)

    def _toggle(self, _request: Request, key: int) -> Reply:
        item = self.account.items[key]
        self.account.set(item, starred=not item.starred)
        return Reply(b"", 204)

    def _row(self, item: Item) -> dict[str, object]:
        return {
            "id": item.id,
            "feed_id": item.feed,
            "status": "read" if item.read else "unread",
            "title": item.title,
            "url": item.link,
            "published_at": datetime.fromtimestamp(item.published, UTC).isoformat().replace("+00:00", "Z"),
            "changed_at": datetime.fromtimestamp(item.changed, UTC).isoformat(timespec="microseconds"),
            "content": item.content,
            "author": item.author,
            "starred": item.starred,
            "enclosures": None,
            "tags": [],
        }
