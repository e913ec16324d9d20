"""A strict Google Reader API, after what FreshRSS does with each request (its endpoint is ``/api/greader.php``)."""

from __future__ import annotations

import re

from account import Account, Item
from serving import Protocol, Reply, Request

PREFIX = "user/-/state/com.google/"
LABEL = "user/-/label/"
WIDE = str.maketrans("&<>?\\/,;", "＆＜＞？＼／，；")
"""What FreshRSS writes otherwise in the names of feeds; of entries it is the first three."""
LONGEST_LABEL = 63  # bytes
ENDPOINT = "/api/greader.php"


class GReader(Protocol):
    """``page`` is the most ids it gives at once; ``token_uses`` how many changes a token is good for (0: any)."""

    def __init__(self, account: Account, *, page: int = 10_000, token_uses: int = 0) -> None:
        super().__init__()
        self.account = account
        self.page = page
        self.token_uses = token_uses
        self.enabled = True
        self.logins = 0
        self._tokens: dict[str, int] = {}
        self._made = 0

    @property
    def auth(self) -> str:
        return f"{self.account.user}/{self.logins:04d}c0ffee"

    def forget(self) -> None:
        """Let every token be a wrong one from now on, as after the password's change or a restart."""
        self.logins += 1000
        self._tokens.clear()

    def answer(self, request: Request) -> Reply:
        if not request.path.startswith(ENDPOINT):
            return Reply("<html>Not Found</html>", 404, "text/html")
        path = request.path.removeprefix(ENDPOINT)
        if not path:
            return Reply("OK")
        if not self.enabled:
            return Reply("Service Unavailable!", 503)
        if path == "/accounts/ClientLogin":
            return self._log_in(request)
        if request.headers.get("authorization") != f"GoogleLogin auth={self.auth}":
            return self._unauthorized()
        method = f"{request.method} {path.removeprefix('/reader/api/0')}"
        handler = {
            "GET /token": self._token,
            "GET /subscription/list": self._subscriptions,
            "GET /tag/list": self._tags,
            "GET /stream/items/ids": self._ids,
            "POST /stream/items/contents": self._contents,
            "POST /edit-tag": self._edit_tag,
            "POST /subscription/edit": self._edit_subscription,
            "POST /subscription/quickadd": self._quick_add,
        }.get(method)
        return handler(request) if handler else Reply("Bad Request!", 400)

    def _unauthorized(self) -> Reply:
        return Reply("Unauthorized!", 401, headers=(("Google-Bad-Token", "true"),))

    def _log_in(self, request: Request) -> Reply:
        user, password = request.posted("Email"), request.posted("Passwd")
        if not re.fullmatch(r"[0-9A-Za-z_][0-9A-Za-z_.@-]{1,38}", user):
            return Reply("Bad Request!", 400)
        if (user, password) != (self.account.user, self.account.password):
            return Reply("Unauthorized!", 401, headers=(("Google-Bad-Token", "true"),))
        self.logins += 1
        return Reply(f"SID={self.auth}\nLSID=null\nAuth={self.auth}\n")

    def _token(self, _request: Request) -> Reply:
        self._made += 1
        token = f"{self._made:04d}".ljust(57, "Z")
        self._tokens = {token: 0}
        return Reply(token + "\n")

    def _good_token(self, request: Request) -> bool:
        token = request.posted("T")
        if token not in self._tokens:
            return False
        self._tokens[token] += 1
        return not self.token_uses or self._tokens[token] <= self.token_uses

    def _folders(self) -> set[str]:
        return {"Uncategorized", *(feed.folder for feed in self.account.feeds.values())}

    def _subscriptions(self, request: Request) -> Reply:
        if request.one("output") != "json":
            return Reply("Not Implemented!", 501)
        rows = [
            {
                "id": f"feed/{feed.id}",
                "title": feed.title.translate(WIDE),
                "categories": [{"id": LABEL + feed.folder, "label": feed.folder}],
                "url": feed.url,
                "htmlUrl": feed.link,
                "iconUrl": "http://127.0.0.1/f.php?1",
            }
            for feed in self.account.feeds.values()
        ]
        return Reply({"subscriptions": rows}, type="application/json")

    def _tags(self, request: Request) -> Reply:
        if request.one("output") != "json":
            return Reply("Not Implemented!", 501)
        folders = sorted(self._folders())
        rows: list[dict[str, object]] = [{"id": PREFIX + "starred"}]
        rows += [{"id": LABEL + name, "type": "folder"} for name in folders]
        rows += [{"id": LABEL + name, "type": "tag", "unread_count": 0} for name in sorted(self.account.labels)]
        return Reply({"tags": rows}, type="application/json")

    def _stream(self, stream: str) -> list[Item]:
        items = self.account.newest_first()
        if stream == PREFIX + "reading-list":
            return items
        if stream == PREFIX + "starred":
            return [item for item in items if item.starred]
        if stream.startswith(LABEL):
            name = stream.removeprefix(LABEL)
            feeds = {feed.id for feed in self.account.feeds.values() if feed.folder == name}
            if feeds:
                return [item for item in items if item.feed in feeds]
            return [item for item in items if name in item.labels]
        return []

    def _ids(self, request: Request) -> Reply:
        items = self._stream(request.one("s"))
        if request.one("xt") == PREFIX + "read":
            items = [item for item in items if not item.read]
        if oldest := int(request.one("ot", "0")):
            items = [item for item in items if item.crawled >= oldest]
        going_on = request.one("c")
        if going_on.isdecimal():
            items = [item for item in items if item.id < int(going_on)]
        count = min(int(request.one("n", "20")), self.page)
        page = items[:count]
        value: dict[str, object] = {"itemRefs": [{"id": str(item.id)} for item in page]}
        if page and len(page) >= count:
            value["continuation"] = str(page[-1].id)
        return Reply(value, type="application/json")

    def _named(self, request: Request) -> list[Item]:
        found = []
        for name in request.every("i"):
            text = name.rsplit("/", 1)[-1]
            key = int(text, 16) if not text.isdecimal() or text.startswith("0") else int(text)
            if key in self.account.items:
                found.append(self.account.items[key])
        return found

    def _contents(self, request: Request) -> Reply:
        if not request.every("i"):
            return Reply("Bad Request!", 400)
        rows = [self._row(item) for item in self._named(request)]
        return Reply({"id": PREFIX + "reading-list", "updated": 1, "items": rows}, type="application/json")

    def _row(self, item: Item) -> dict[str, object]:
        feed = self.account.feeds[item.feed]
        states = [name for name, on in (("read", item.read), ("starred", item.starred)) if on]
        return {
            "id": f"tag:google.com,2005:reader/item/{item.id:016x}",
            "crawlTimeMsec": str(item.crawled * 1000),
            "timestampUsec": str(item.id),
            "published": item.published,
            "title": item.title.replace("&", "＆"),
            "canonical": [{"href": item.link}],
            "alternate": [{"href": item.link}],
            "summary": {"content": item.content},
            "author": item.author,
            "categories": [
                PREFIX + "reading-list",
                LABEL + feed.folder,
                *(PREFIX + state for state in states),
                *(LABEL + name for name in sorted(item.labels)),
            ],
            "origin": {"streamId": f"feed/{feed.id}", "title": feed.title},
        }

    def _edit_tag(self, request: Request) -> Reply:
        if not self._good_token(request):
            return self._unauthorized()
        for item in self._named(request):
            for stream, value in ((request.posted("a"), True), (request.posted("r"), False)):
                if stream in (PREFIX + "read", PREFIX + "starred"):
                    self.account.set(item, **{stream.removeprefix(PREFIX): value})
                elif stream.startswith(LABEL):
                    name = stream.removeprefix(LABEL).strip().encode()[:LONGEST_LABEL].decode(errors="ignore")
                    if name not in self.account.labels and (not value or name in self._folders()):
                        continue
                    self.account.labels.add(name)
                    self.account.set(item, labels=item.labels | {name} if value else item.labels - {name})
        return Reply("OK")

    def _edit_subscription(self, request: Request) -> Reply:
        action, stream = request.posted("ac"), request.posted("s").removeprefix("feed/")
        folder = request.posted("a").removeprefix(LABEL)
        if action == "subscribe":
            if stream in self.account.unreachable or any(feed.url == stream for feed in self.account.feeds.values()):
                return Reply("Bad Request!", 400)
            self.account.add_feed(stream, request.posted("t") or "Found Title", folder or "Uncategorized")
            return Reply("OK")
        feed = self.account.feeds.get(int(stream)) if stream.isdecimal() else None
        if feed is None or action not in ("edit", "unsubscribe"):
            return Reply("Bad Request!", 400)
        if action == "unsubscribe":
            self.account.remove_feed(feed.id)
            return Reply("OK")
        if folder:
            feed.folder = folder
        elif request.posted("r").startswith(LABEL):
            feed.folder = "Uncategorized"
        feed.title = request.posted("t") or feed.title
        return Reply("OK")

    def _quick_add(self, request: Request) -> Reply:
        if not request.has("quickadd"):
            return Reply("Bad Request!", 400)
        url = request.one("quickadd")
        if url in self.account.unreachable:
            return Reply({"numResults": 0, "error": "Feed could not be fetched"}, type="application/json")
        feed = self.account.add_feed(url, "Found Title")
        return Reply({"numResults": 1, "query": url, "streamId": f"feed/{feed.id}"}, type="application/json")
