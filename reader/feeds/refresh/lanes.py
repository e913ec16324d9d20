"""Which feed is asked next by which thread: those of one host by the same few, so that its connection is kept."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from threading import Lock
from urllib.parse import urlsplit

from reader.fetch.feeds import FeedAnswer
from reader.library.intents import ToCheck

__all__ = ["Lanes", "host_of"]

PER_HOST = 4
"""How many threads ask one host at the same time."""
_MOST_UNREACHED = 3
"""After so many feeds in a row to whose host there was no connection, its others are not tried."""


def host_of(url: str) -> str:
    """The host and port of an address, however it is written; the address when it is none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower() or url
    except ValueError:
        return url


class Lanes:
    """Feeds by host; safe to use from several threads."""

    def __init__(self, feeds: Iterable[ToCheck]) -> None:
        self._lock = Lock()
        self._waiting: dict[str, deque[ToCheck]] = {}
        self._busy: Counter[str] = Counter()
        self._unreached: Counter[str] = Counter()
        self._verdicts: dict[str, FeedAnswer] = {}
        for feed in feeds:
            self._waiting.setdefault(host_of(feed.url), deque()).append(feed)

    def next(self, host: str) -> tuple[str, ToCheck] | None:
        """The next feed for a thread that asked ``host`` last (``""`` for none), of that host while it has any."""
        with self._lock:
            if host and (same := self._popped(host)):
                return host, same
            if host:
                self._busy[host] -= 1
            chosen = self._least_busy()
            if chosen is None:
                return None
            self._busy[chosen] += 1
            feed = self._popped(chosen)
            return (chosen, feed) if feed else None

    def verdict(self, host: str) -> FeedAnswer | None:
        """The answer for all feeds of a host that is not to be asked any more in this refresh."""
        return self._verdicts.get(host)

    def learn(self, host: str, answer: FeedAnswer) -> None:
        """Take note of an answer: a host that asks to wait, or cannot be reached, is left alone."""
        with self._lock:
            if answer.retry_after:
                self._verdicts[host] = answer
            elif not answer.unreachable:
                self._unreached[host] = 0
            else:
                self._unreached[host] += 1
                if self._unreached[host] >= _MOST_UNREACHED:
                    self._verdicts[host] = answer

    def _least_busy(self) -> str | None:
        """A host with feeds that wait, best one that nobody is asking."""
        best: str | None = None
        for host in self._waiting:
            busy = self._busy[host]
            if not busy:
                return host
            if busy < PER_HOST and (best is None or busy < self._busy[best]):
                best = host
        return best

    def _popped(self, host: str) -> ToCheck | None:
        waiting = self._waiting.get(host)
        if not waiting:
            return None
        feed = waiting.popleft()
        if not waiting:
            del self._waiting[host]
        return feed
