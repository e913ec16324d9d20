"""Fetching in advance the full texts that are wanted: a few at a time, a site that gives none left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event, Lock

from reader.app.feeds.opening import Opening, Stop
from reader.feeds.refresh import Progress
from reader.feeds.refresh.lanes import host_of

__all__ = ["fetch_wanted"]

THREADS = 4
"""So many articles at a time, so that one site is never asked for more."""
_MOST_FAILED = 3
"""After so many failures in a row a site's other articles wait for the next refresh."""


def fetch_wanted(opening: Opening, tell: Callable[[Progress], None], stop: Stop) -> tuple[int, tuple[str, ...]]:
    """Fetch what is wanted until ``stop()``; how many came, and a line for each that did not."""
    wanted = opening.wanted.next()
    failures: list[str] = []
    fetched = 0
    sites, over = _Sites(), Event()

    def ended() -> bool:
        return over.is_set() or stop()

    def bring(key: int, link: str) -> str | None:
        """``""`` when it is there, else why not; None when it was not tried."""
        if ended() or sites.given_up(link):
            return None
        failure = opening.bring(key, ended)
        sites.learn(link, failed=bool(failure))
        return failure

    with ThreadPoolExecutor(THREADS, "articles") as pool:
        tasks = [pool.submit(bring, key, link) for key, link in wanted]
        try:
            for number, task in enumerate(as_completed(tasks), 1):
                failure = task.result()
                fetched += failure == ""
                if failure:
                    failures.append(failure)
                tell(Progress(number, len(tasks), new=fetched, failed=len(failures), articles=True))
        finally:
            over.set()
    return fetched, tuple(failures)


class _Sites:
    """How each site fares; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._in_a_row: Counter[str] = Counter()

    def given_up(self, link: str) -> bool:
        with self._lock:
            return self._in_a_row[host_of(link)] >= _MOST_FAILED

    def learn(self, link: str, *, failed: bool) -> None:
        with self._lock:
            self._in_a_row[host_of(link)] = self._in_a_row[host_of(link)] + 1 if failed else 0
