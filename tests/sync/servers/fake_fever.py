"""A strict Fever API, after its documentation: fifty items a call, the key in the form, questions in the address."""

from __future__ import annotations

from hashlib import md5

from account import Account, Item
from serving import Protocol, Reply, Request

ENDPOINT = "/api/fever.php"
MOST = 50


class Fever(Protocol):
    """``toggles``: saving what is saved takes the mark off, as Miniflux's Fever does."""

    def __init__(self, account: Account, *, toggles: bool = False) -> None:
        super().__init__()
        self.account = account
        self.toggles = toggles

    def answer(self, request: Request) -> Reply:
        if request.path != ENDPOINT:
            return Reply("<html>404</html>", 404, "text/html")
        if not request.has("api"):
            return Reply("", 400)
        value: dict[str, object] = {"api_version": 3, "auth": 0}
        key = md5(f"{self.account.user}:{self.account.password}".encode()).hexdigest()
        if request.posted("api_key") != key:
            return Reply(value, type="application/json")
        value |= {"auth": 1, "last_refreshed_on_time": str(self.account.clock)}
        asked = [name for name, _value in request.query]
        for name in asked:
            part = getattr(self, f"_{name}", None)
            if part is not None:
                value |= part(request)
        if request.posted("mark") and (request.posted("mark") != "item" or not self._mark(request)):
            return Reply("", 400)
        return Reply(value, type="application/json")

    def _groups(self, _request: Request) -> dict[str, object]:
        names = sorted({feed.folder for feed in self.account.feeds.values()})
        groups = [{"id": number, "title": name} for number, name in enumerate(names, 1)]
        return {"groups": groups, **self._in_groups(names)}

    def _in_groups(self, names: list[str]) -> dict[str, object]:
        members = {
            name: [str(feed.id) for feed in self.account.feeds.values() if feed.folder == name] for name in names
        }
        rows = [{"group_id": number, "feed_ids": ",".join(members[name])} for number, name in enumerate(names, 1)]
        return {"feeds_groups": rows}

    def _feeds(self, _request: Request) -> dict[str, object]:
        rows = [
            {"id": feed.id, "title": feed.title, "url": feed.url, "site_url": feed.link, "is_spark": 0}
            for feed in self.account.feeds.values()
        ]
        return {"feeds": rows, **self._in_groups(sorted({feed.folder for feed in self.account.feeds.values()}))}

    def _unread_item_ids(self, _request: Request) -> dict[str, object]:
        return {"unread_item_ids": ",".join(str(item.id) for item in self.account.items.values() if not item.read)}

    def _saved_item_ids(self, _request: Request) -> dict[str, object]:
        return {"saved_item_ids": ",".join(str(item.id) for item in self.account.items.values() if item.starred)}

    def _items(self, request: Request) -> dict[str, object]:
        items = sorted(self.account.items.values(), key=lambda item: item.id)
        if request.has("with_ids"):
            named = request.one("with_ids").split(",")
            assert len(named) <= MOST, "more than fifty items asked for"
            items = [item for item in items if str(item.id) in named]
        elif request.has("since_id"):
            items = [item for item in items if item.id > int(request.one("since_id"))]
        elif request.has("max_id"):
            items = [item for item in reversed(items) if item.id < int(request.one("max_id"))]
        rows = [self._row(item) for item in items[:MOST]]
        return {"items": rows, "total_items": len(self.account.items)}

    def _mark(self, request: Request) -> bool:
        item = self.account.items.get(int(request.posted("id")))
        word = request.posted("as")
        if item is None or word not in ("read", "unread", "saved", "unsaved"):
            return False
        if word.endswith("read"):
            self.account.set(item, read=word == "read")
        else:
            self.account.set(item, starred=not item.starred if self.toggles else word == "saved")
        return True

    def _row(self, item: Item) -> dict[str, object]:
        return {
            "id": str(item.id),
            "feed_id": item.feed,
            "title": item.title,
            "author": item.author,
            "html": item.content,
            "url": item.link,
            "is_saved": int(item.starred),
            "is_read": int(item.read),
            "created_on_time": item.published,
        }
